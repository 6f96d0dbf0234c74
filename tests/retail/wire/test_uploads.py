"""Customers and transactions say everything headquarters needs to work them out again."""

from dataclasses import replace

from retail.wire.arrival import address_of
from retail.wire.conversion import address_part, customer_document
from retail.wire.uploads import CustomerDocument
from tests.retail.shop import ANNA, HOME, NOW, SETTINGS, cart_with, document_of, hybrid, paid_in_cash


def test_a_customer_travels_whole() -> None:
    sent = customer_document(ANNA, "HOUSTON-1", "HOUSTON", "cashier", NOW)

    again = CustomerDocument.read(sent.written())

    assert again == sent
    assert (again.id, again.name, again.type, again.made_at) == (
        ANNA.id,
        "Anna Berg",
        "person",
        "2026-11-21T14:32:10.000+01:00",
    )
    assert str(again.addresses[0].tax_percent) == "9"


def test_an_address_there_and_back_is_the_same() -> None:
    named = replace(HOME, tax_group="Quebec", phone="1", region="QC")

    assert address_of(address_part(named)) == named


def test_a_transaction_names_its_register_shift_and_numbers() -> None:
    document = document_of(paid_in_cash(cart_with(100)))

    assert (document.register_name, document.number, document.receipt_number) == (
        "HOUSTON-1",
        7,
        "HOUSTON-1-000007",
    )
    assert (document.type, document.order, document.business_date.isoformat()) == ("sale", None, "2026-11-21")


def test_an_order_travels_in_its_transaction_under_its_own_id() -> None:
    cart = hybrid()
    document = document_of(paid_in_cash(cart, SETTINGS))

    assert document.order is not None
    assert (document.order.id, document.order.confirmation_number) == (cart.order_id, "L-HOUSTON-1-00003")
    assert (document.order.calculated_deposit_minor, document.order.deposit_minor) == (5700, 5700)
    assert [None if line.delivery is None else line.delivery.kind for line in document.lines] == [
        None,
        "pickup",
        "ship",
    ]
