"""A plain sale comes back by its receipt, as goods of an order do: each part with its share, never more."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from retail.cart import Cart, CartKind, add_line, deliver
from retail.errors import RuleBroken
from retail.orders.actions import order_actions, order_verdict
from retail.orders.applying import order_after
from retail.orders.facts import Action, order_facts
from retail.orders.ledger import InvoiceKind
from retail.orders.order import OrderState
from retail.orders.returns import Returned, start_return
from retail.orders.selling import sells, sold
from retail.permissions import Right
from retail.pricing import Consent, discount_total
from retail.receipt import receipt_of
from retail.settings import StoreSettings
from retail.tender import Tender, TenderType
from retail.totals import totals_of
from retail.verdicts import Answer
from retail.wire.conversion import faults_of, transaction_document
from retail.wire.orders import order_text, read_order
from retail.wire.uploads import TransactionDocument
from tests.retail.orders.lives import Life
from tests.retail.shop import (
    ANNA,
    SETTINGS,
    STANDING,
    TODAY,
    cart_with,
    document_of,
    hybrid,
    paid_in_cash,
    pickup,
    product,
)
from tests.retail.test_receipt import STORE, printed

TAXED = replace(SETTINGS, tax_percent=Decimal("8.25"))
LATER = "01900000-0000-7000-8000-0000000000e0"


def document(
    cart: Cart, settings: StoreSettings = TAXED, receipt: str = "HOUSTON-1-000008"
) -> TransactionDocument:
    """What this cart concludes to, with what is due in cash, as it arrives and is proved."""
    due = totals_of(cart, settings).due_minor
    paid = replace(cart, tenders=(Tender(1, TenderType.CASH, due, 0, 0, due),) if due else ())
    standing = replace(STANDING, number=8, receipt_number=receipt, confirmation_number="HOUSTON-1-000007")
    made = transaction_document(paid, totals_of(paid, settings), settings, standing)
    arrived = TransactionDocument.read(made.written())
    assert faults_of(arrived) == []
    return arrived


def sale(*prices: int, quantity: int = 3000) -> OrderState:
    cart = cart_with(settings=TAXED, customer=None)
    for letter, price in zip("ABC", prices, strict=False):
        cart = add_line(cart, product(letter, price), TAXED, quantity)
    return sold(document_of(paid_in_cash(cart, settings=TAXED), settings=TAXED))


def taken_back(state: OrderState, quantity: int, line: int = 1, id: str = LATER) -> Cart:
    return start_return(state, [Returned(line, quantity, "Damaged")], None, TAXED, id)


def test_a_sale_is_an_order_that_was_carried_out_and_paid() -> None:
    state = sale(3333)

    assert state.is_sale
    assert (state.paid_minor, state.total_minor, state.balance_minor) == (10_824, 10_824, 0)
    assert state.invoices[0].kind is InvoiceKind.SALE
    assert state.receipts == (state.confirmation_number,)
    assert read_order(order_text(state)) == state


def test_the_parts_of_a_line_sum_to_what_was_paid_for_it() -> None:
    state, back = sale(3333), 0
    for place in range(3):
        made = document(taken_back(state, 1000, id=LATER[:-1] + str(place)))
        assert made.act is not None
        assert (made.type, made.act.about, made.act.originals) == (
            "return",
            "sale",
            (state.confirmation_number,),
        )
        back += made.total_minor
        after = order_after(made, state)
        assert tuple(map(str, after.misfits)) == ()
        state = after.order

    assert back == -10_824
    assert (state.paid_minor, state.lines[0].returned_thousandths) == (0, 3000)
    assert state.invoices[0].lines[0].returned_thousandths == 3000
    with pytest.raises(RuleBroken, match="Only 0 of Product A"):
        taken_back(state, 1000)


def test_a_discount_on_the_whole_comes_back_in_its_part() -> None:
    cart = discount_total(cart_with(10_000, 5000), Consent("Staff", "manager"), percent=Decimal(10))
    state = sold(document_of(paid_in_cash(cart)))

    assert totals_of(taken_back(state, 1000), SETTINGS).due_minor == -9000


def test_what_two_registers_take_back_apart_is_left_out_and_its_money_kept() -> None:
    state = sale(3333)
    first = order_after(document(taken_back(state, 2000)), state).order

    applied = order_after(document(taken_back(state, 2000, id=LATER[:-1] + "9")), first)

    assert tuple(map(str, applied.misfits)) == ("2 of Product A came back, but only 1 were out.",)
    assert applied.order.lines[0].returned_thousandths == 2000
    assert applied.order.paid_minor == 10_824 - 2 * 7216


def test_goods_given_in_exchange_come_back_by_the_receipt_of_the_exchange() -> None:
    state = sale(3333)
    exchanged = document(add_line(taken_back(state, 3000), product("NEW", 5000), TAXED))

    given = sold(exchanged)

    assert [(line.product, line.amount_minor) for line in given.lines] == [("NEW", 5000)]
    assert (given.total_minor, given.paid_minor) == (5413, 5413)
    assert order_after(exchanged, state).order.paid_minor == 0


def test_nothing_is_sold_over_the_counter_by_what_only_takes_back_or_makes_an_order() -> None:
    back = document(taken_back(sale(3333), 1000))
    order = document_of(paid_in_cash(hybrid()))

    assert [sells(back), sells(order)] == [False, False]
    with pytest.raises(ValueError, match="sold nothing over the counter"):
        sold(back)


def test_nothing_of_a_sale_was_shipped() -> None:
    settings = replace(TAXED, refund_shipping_charges=True)
    with pytest.raises(RuleBroken, match="Nothing of this sale was shipped"):
        start_return(sale(100), [Returned(1, 1000, "Damaged")], None, settings, LATER, 500)


def test_a_sale_is_only_returned_and_that_without_headquarters_too() -> None:
    facts = order_facts(sale(100), replace(TAXED, filter_shared_customer_data=True), TODAY,
                        rights=frozenset({Right.RETURN_SALE}), online=False)  # fmt: skip
    verdicts = order_actions(facts)

    assert verdicts[Action.RETURN].answer is Answer.ALLOWED
    assert verdicts[Action.CANCEL].rule == verdicts[Action.PICK_UP].rule == "plain sale"
    nobody = replace(facts, rights=frozenset())
    assert order_verdict(nobody, Action.RETURN).right == Right.RETURN_SALE
    back = replace(facts, lines=tuple([replace(line, returned_thousandths=line.invoiced_thousandths)
                                       for line in facts.lines]))  # fmt: skip
    assert order_verdict(back, Action.RETURN).rule == "all of the sale returned"


def test_an_order_knows_what_each_of_its_invoices_handed_out() -> None:
    life = Life()
    life.conclude(deliver(cart_with(2000, 500), [1, 2], pickup(), SETTINGS))
    life.conclude(life.pickup({1: 1000}))
    life.conclude(life.pickup({2: 1000}))

    first, second = life.order.invoices

    assert [each.line for each in first.lines] == [1]
    with pytest.raises(RuleBroken, match="Only 0 of Product B can come back"):
        start_return(life.order, [Returned(2, 1000, "x")], ANNA, SETTINGS, LATER, invoice=first.document)
    with pytest.raises(RuleBroken, match="has no invoice INV-9"):
        start_return(life.order, [Returned(2, 1000, "x")], ANNA, SETTINGS, LATER, invoice="INV-9")
    cart = start_return(life.order, [Returned(2, 1000, "x")], ANNA, SETTINGS, LATER, invoice=second.document)
    assert cart.kind is CartKind.RETURN
    made = life.conclude(cart)
    assert made.act is not None
    assert (made.act.invoice, made.act.originals) == (second.document, (second.receipt,))
    assert life.order.lines[1].returned_thousandths == 1000


def test_the_receipt_of_a_return_names_the_sale_and_its_credit_invoice() -> None:
    made = document(taken_back(sale(3333), 1000))

    lines = printed(receipt_of(made, STORE, invoice="CRN-000001"))[3:]

    assert lines[:4] == [
        "# Return receipt", "Receipt: HOUSTON-1-000008", "Original receipt: HOUSTON-1-000007",
        "Credit invoice: CRN-000001",
    ]  # fmt: skip
    assert "Reason: Damaged" in lines
    assert "Credit invoice: number follows" in printed(receipt_of(made, STORE))


def test_documents_and_orders_of_an_older_version_are_still_read() -> None:
    life = Life()
    life.conclude(deliver(cart_with(2000), [1], pickup(), SETTINGS))
    life.conclude(life.pickup({1: 1000}))
    values = json.loads(life.conclude(life.take_back({1: 1000})).written())
    for name in ("about", "invoice"):
        del values["act"][name]
    kept = json.loads(order_text(life.order))
    for invoice in kept["invoices"]:
        del invoice["lines"]
    for paid in kept["payments"]:
        del paid["card"], paid["last_four"]

    old = TransactionDocument.read(json.dumps(values))

    assert old.act is not None
    assert (old.act.about, old.act.invoice, faults_of(old)) == ("order", "", [])
    assert read_order(json.dumps(kept)).invoices[0].lines == ()
