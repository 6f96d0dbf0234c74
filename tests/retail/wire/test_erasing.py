"""What stays of a document or an order whose customer is erased says nothing of them, and everything of the sale."""

import json
from dataclasses import replace

import pytest
from hypothesis import given

from retail.cart import Cart, change_terms, deliver
from retail.customer_changes import CustomerChange, FieldChange
from retail.orders.order import OrderState
from retail.settings import StoreSettings
from retail.wire.base import fingerprint
from retail.wire.conversion import customer_document, faults_of
from retail.wire.customers import change_document
from retail.wire.erasing import is_nameless, is_same_but_erased, nameless, nameless_order, seal
from retail.wire.notices import InfoAnswerPart, InfoDocument
from retail.wire.orders import order_text
from retail.wire.uploads import (
    CustomerChangeDocument,
    CustomerDocument,
    FulfilmentDocument,
    StepPart,
    TransactionDocument,
)
from tests.retail.orders.lives import Life
from tests.retail.shop import (
    ANNA,
    HOME,
    NOW,
    SETTINGS,
    any_cart,
    cart_with,
    document_of,
    hybrid,
    paid_in_cash,
    shipment,
)

ID = "01900000-0000-7000-8000-00000000000a"
WHO = (
    "Anna",
    "Berg",
    "anna@example",
    "55512",
    "Storgt",
    "5003",
    "Bergen",
    "Per Moe",
    "Ole Lie",
    "LC00",
    "ole@example",
)
CUSTOMER = replace(
    ANNA, email="anna@example.com", phone="55512", extras=(("email:ole@example.com", "yes"),), title="Ms Berg",
    addresses=(replace(HOME, name="Anna Berg", phone="55512"),),
)  # fmt: skip


def order_with_collector() -> Cart:
    cart = replace(hybrid(), customer=CUSTOMER)
    return change_terms(cart, lambda terms: replace(terms, collector="Per Moe"))


def assert_names_nobody(text: str) -> None:
    assert [each for each in WHO if each in text] == []


def written_documents() -> list[str]:
    fields = (FieldChange("name", "Anna Berg", "Anna Moe"), FieldChange("email:ole@example.com", "", "yes"))
    change = CustomerChange(ID, ANNA.id, 0, fields, (HOME,), (), ("LC0001",))
    answers = (InfoAnswerPart(code="who", event="start", prompt="Who?", answer="Per Moe"),)
    return [
        customer_document(CUSTOMER, "HOUSTON-1", "HOUSTON", "cashier", NOW).written(),
        change_document(change, "Anna Berg", "HOUSTON-1", "HOUSTON", "cashier", NOW).written(),
        document_of(paid_in_cash(order_with_collector())).written(),
        InfoDocument(
            id=ID, register_name="HOUSTON-1", store="HOUSTON", made_at=document_of(cart_with(100)).made_at,
            made_by="cashier", operation="product.add", about="", answers=answers,
        ).written(),
    ]  # fmt: skip


@pytest.mark.parametrize("place", range(4))
def test_what_stays_of_a_document_names_nobody_and_can_be_read(place: int) -> None:
    text = written_documents()[place]
    model = (CustomerDocument, CustomerChangeDocument, TransactionDocument, InfoDocument)[place]

    bare = nameless(text)

    assert not is_nameless(text)
    assert_names_nobody(bare)
    assert model.read(bare).id == model.read(text).id
    assert nameless(bare) == bare
    assert is_nameless(bare)


@given(any_cart())
def test_every_amount_and_tax_of_a_sale_stays_and_adds_up(built: tuple[Cart, StoreSettings]) -> None:
    document = document_of(*built)

    bare = TransactionDocument.read(nameless(document.written()))

    assert faults_of(bare) == faults_of(document)
    assert (bare.total_minor, bare.tax_minor, bare.tenders) == (
        document.total_minor, document.tax_minor, document.tenders,
    )  # fmt: skip
    assert bare.customer is not None
    assert bare.customer.name == bare.customer.account


def test_a_seal_is_the_same_before_and_after_and_whatever_the_name_was() -> None:
    text = document_of(paid_in_cash(order_with_collector())).written()
    other = text.replace("Anna Berg", "Kari Lie").replace("Per Moe", "")

    assert seal(text) == seal(nameless(text)) == seal(other) == fingerprint(nameless(text))
    assert seal(text) != fingerprint(text)
    assert seal(text) != seal(text.replace('"total_minor":', '"total_minor":1'))


def test_one_document_and_what_stays_of_it_are_the_same_and_two_are_not() -> None:
    text = document_of(paid_in_cash(order_with_collector())).written()
    other = text.replace("Anna Berg", "Kari Lie")

    assert is_same_but_erased(text, nameless(text))
    assert is_same_but_erased(nameless(text), text)
    assert not is_same_but_erased(text, other)
    assert not is_same_but_erased(nameless(text), text.replace('"number":7', '"number":8'))


def test_what_names_nobody_stays_to_the_last_sign() -> None:
    stranger = document_of(replace(cart_with(100), customer=None)).written()
    steps = FulfilmentDocument(
        id=ID, register_name="R", store="S", made_at=document_of(cart_with(100)).made_at, made_by="ann", order=ID,
        confirmation_number="L-1", based_on=1, steps=(StepPart(action="pick", line=1, quantity_thousandths=None),),
    ).written()  # fmt: skip

    for text in (stranger, steps, "no document", "[]", '{"kind":"melted"}', '{"kind":"transaction"}', "null"):
        assert nameless(text) == text
        assert seal(text) == fingerprint(text)


def test_a_name_with_every_kind_of_sign_leaves_readable_text() -> None:
    document = document_of(
        paid_in_cash(replace(cart_with(100), customer=replace(ANNA, name='Å"\\\u2028\x7f')))
    )

    bare = json.loads(nameless(document.written()))

    assert bare["customer"]["name"] == ANNA.account


def lived() -> OrderState:
    life = Life()
    life.conclude(order_with_collector())
    edited = deliver(life.edit(), [2], shipment(), SETTINGS)
    life.conclude(change_terms(edited, lambda terms: replace(terms, collector="Ole Lie")))
    return life.order


def test_what_stays_of_an_order_names_nobody_and_keeps_its_money_and_its_life() -> None:
    order = lived()

    bare = nameless_order(order)

    assert [each for each in ("Anna Berg", "Per Moe", "Storgt") if each not in order_text(order)] == []
    assert_names_nobody(order_text(bare))
    assert (bare.paid_minor, bare.balance_minor, bare.invoices, bare.acts) == (
        order.paid_minor, order.balance_minor, order.invoices, order.acts,
    )  # fmt: skip
    assert [event.kind for event in bare.events] == [event.kind for event in order.events]
    assert bare.customer == replace(order.customer, name=order.customer.account or "")
    assert nameless_order(bare) == bare


def test_of_an_order_whose_customer_has_no_account_yet_no_name_stays() -> None:
    order = lived()
    pending = replace(order, customer=replace(order.customer, account=None))

    assert nameless_order(pending).customer.name == ""
