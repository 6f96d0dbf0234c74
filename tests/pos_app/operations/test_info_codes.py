"""Info codes at a register: asked at their event, checked, kept in the journal and sent."""

import json
from dataclasses import replace
from typing import Any

import pytest

from pos_app.operations.registry import Asks, NeedsApproval
from retail.info_codes import InfoCode, InfoEvent, InfoKind
from tests.fixtures.fix_register import CASHIER_RIGHTS, PINS, SETTINGS, Register, Shop, at_work, staff_row
from tests.pos_app.operations.orders import ordered

WHY = InfoCode("why", InfoEvent.VOID_LINE, "Why is it struck?", InfoKind.CHOICE, ("Mistake", "Changed mind"))


def told(register: Register) -> list[dict[str, Any]]:
    """What answers wait to be sent."""
    connection = register.session.journal._connection
    texts = connection.exec_driver_sql("SELECT text FROM outbox WHERE kind = 'info' ORDER BY id").scalars()
    return [json.loads(each) for each in list(texts)]


def test_an_answer_is_asked_at_its_event_kept_in_the_journal_and_sent_with_the_sale(shop: Shop) -> None:
    register = at_work(shop, info_codes=(WHY,))
    register.do("product.add", number="A")
    assert register.asks("line.void", line=1) == ["info:why"]
    assert "not one of the choices" in register.refused("line.void", line=1, **{"info:why": "Rain"})

    register.do("line.void", line=1, **{"info:why": "Mistake"})

    [document] = told(register)
    assert document["answers"] == [
        {"code": "why", "event": "void line", "prompt": "Why is it struck?", "answer": "Mistake"}
    ]
    assert (document["operation"], document["made_by"]) == ("line.void", "cashier")
    assert register.session.cart is not None
    assert document["about"] == register.session.cart.id
    entry = list(register.session.journal.entries())[-1]
    assert (entry.kind, '"codes":["why"]' in entry.text, "Mistake" in entry.text) == ("info", True, False)


def test_nothing_is_asked_where_the_store_asks_nothing(register: Register) -> None:
    register.do("product.add", number="A")
    register.do("line.void", line=1)

    assert told(register) == []


def test_an_answer_nobody_asked_for_changes_nothing(register: Register) -> None:
    register.do("product.add", number="A", **{"info:why": "Mistake"})

    assert told(register) == []


EVENTS: list[tuple[InfoEvent, str, dict[str, Any]]] = [
    (InfoEvent.START, "product.add", {"number": "A"}),
    (InfoEvent.PRICE_OVERRIDE, "line.price_override", {"price": "90", "reason": "Other"}),
    (InfoEvent.MARK_DOWN, "line.price_override", {"price": "90", "reason": "Other"}),
    (InfoEvent.MARK_UP, "line.price_override", {"price": "110", "reason": "Other"}),
    (InfoEvent.DISCOUNT, "line.discount_percent", {"percent": "10", "reason": "Other"}),
    (InfoEvent.RETURN_LINE, "product.return", {"number": "B", "reason": "Damaged"}),
    (InfoEvent.VOID_LINE, "line.void", {}),
    (InfoEvent.VOID_PAYMENT, "tender.void", {"number": 1}),
    (InfoEvent.VOID_TRANSACTION, "transaction.void", {}),
    (InfoEvent.NO_SALE, "drawer.open", {}),
    (InfoEvent.UNKNOWN_ITEM, "code.report", {"code": "12345"}),
    (InfoEvent.END, "transaction.conclude", {}),
    (InfoEvent.TENDER_DECLARATION, "shift.close", {"counted": {"cash": "0"}}),
]


@pytest.mark.parametrize(("event", "operation", "params"), EVENTS)
def test_every_event_asks(shop: Shop, event: InfoEvent, operation: str, params: dict[str, Any]) -> None:
    register = at_work(shop)
    if event not in (InfoEvent.START, InfoEvent.TENDER_DECLARATION):
        register.do("product.add", number="A")
    if event in (InfoEvent.VOID_PAYMENT, InfoEvent.END):
        register.do("tender.cash")
    shop.publish(replace(SETTINGS, info_codes=(InfoCode("x", event, "Why?"),)))

    asked = register.asks(operation, **params)
    outcome = register.ask(operation, **params, **{"info:x": "So"})
    if isinstance(outcome, NeedsApproval):
        register.do(operation, **params, **{"info:x": "So"}, approved_by="manager")

    assert asked == ["info:x"]
    assert [each["answers"][0]["event"] for each in told(register)] == [event.value]


def test_a_serial_number_asks(shop: Shop) -> None:
    product = {"A": {"number": "A", "name": "Trail shoe", "barcodes": [], "asks_serial": True}}
    code = InfoCode("x", InfoEvent.SERIAL, "Seal whole?")
    shop.publish(replace(SETTINGS, info_codes=(code,)), products=product)
    register = at_work(shop)
    register.do("product.add", number="A")

    assert register.asks("line.serials", serials="SN-1") == ["info:x"]
    register.do("line.serials", serials="SN-1", **{"info:x": "Yes"})
    assert [each["answers"][0]["event"] for each in told(register)] == ["serial number"]


def test_another_salesperson_asks_what_the_store_asks_and_who_it_is(shop: Shop) -> None:
    register = at_work(shop, info_codes=(InfoCode("x", InfoEvent.SALESPERSON, "Why another?"),))
    register.do("product.add", number="A")

    assert register.asks("sale.sales_rep") == ["info:x", "info:sales_rep"]


def test_another_salesperson_takes_a_right_or_somebody_who_has_it(shop: Shop) -> None:
    register = at_work(shop, default_sales_rep=True)
    register.do("product.add", number="A")
    less = [each for each in CASHIER_RIGHTS if each != "sales_rep"]
    staff = {user: staff_row(user, less) for user in PINS}
    shop.publish(replace(SETTINGS, default_sales_rep=True), staff=staff)

    needed = register.ask("sale.sales_rep", **{"info:sales_rep": "Kari (kari)"})

    assert isinstance(needed, NeedsApproval)
    assert needed.permission == "sales_rep"
    assert [each["answers"][0]["event"] for each in told(register)] == ["start of transaction"]


def test_an_asynchronous_cancellation_asks_and_one_of_an_order_with_a_number_does_not(shop: Shop) -> None:
    code = InfoCode("x", InfoEvent.ASYNC_CANCEL, "Who called?")
    register = at_work(shop, info_codes=(code,), async_orders=True, async_cancel=True)
    assert register.asks("order.cancel", id=ordered(register)) == ["info:x"]

    shop.publish(replace(SETTINGS, info_codes=(code,)))
    register.do("order.cancel", id=ordered(register))
    assert told(register) == []


def test_a_refund_asks(shop: Shop) -> None:
    register = at_work(shop, info_codes=(InfoCode("x", InfoEvent.REFUND, "Who gets it?"),))
    register.do("product.return", number="B", reason="Damaged", approved_by="manager")

    assert register.asks("tender.refund_cash") == ["info:x"]


def test_a_number_keeps_within_its_bounds_and_what_is_not_required_may_be_empty(shop: Shop) -> None:
    age = InfoCode("age", InfoEvent.NO_SALE, "How old?", InfoKind.NUMBER, least=18, most=120)
    note = InfoCode("note", InfoEvent.NO_SALE, "Anything else?", required=False)
    register = at_work(shop, info_codes=(age, note))
    assert register.asks("drawer.open") == ["info:age", "info:note"]

    def opened(said: str) -> str:
        return register.refused("drawer.open", **{"info:age": said, "info:note": ""}, approved_by="manager")

    assert "Type 18 or more" in opened("17")
    assert "Type 120 or less" in opened("121")
    assert "not a quantity" in opened("old")
    assert "needs an answer" in opened(" ")
    register.do("drawer.open", **{"info:age": "18", "info:note": ""}, approved_by="manager")
    assert [each["answer"] for each in told(register)[0]["answers"]] == ["18", ""]


def test_what_is_refused_is_refused_before_anything_is_asked(shop: Shop) -> None:
    register = at_work(shop, info_codes=(InfoCode("x", InfoEvent.VOID_PAYMENT, "Why?"),))
    register.do("product.add", number="A")
    register.do("tender.cash")

    assert "There is no payment 7" in register.refused("tender.void", number=7)


@pytest.mark.parametrize(
    "values",
    [
        {"prompt": " "},
        {"kind": InfoKind.CHOICE},
        {"choices": ("One",)},
        {"kind": InfoKind.CHOICE, "choices": tuple(map(str, range(21)))},
        {"kind": InfoKind.NUMBER, "least": 2, "most": 1},
    ],
)
def test_a_code_that_asks_nothing_sensible_cannot_be(values: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="info code x"):
        InfoCode(**{"code": "x", "event": InfoEvent.NO_SALE, "prompt": "Why?"} | values)


def test_phone_and_mail_are_asked_when_an_order_without_a_number_is_cancelled(shop: Shop) -> None:
    register = at_work(shop, ask_cancel_contact=True, async_orders=True, async_cancel=True)
    order = ordered(register)

    assert register.asks("order.cancel", id=order) == ["info:phone", "info:email"]
    register.do("order.cancel", id=order, **{"info:phone": "55 12 34 56", "info:email": ""})

    assert [each["answer"] for each in told(register)[-1]["answers"]] == ["55 12 34 56", ""]
    assert told(register)[-1]["answers"][0]["prompt"] == "Phone of the customer (55 12 34 56)"


def test_nobody_is_asked_for_phone_and_mail_elsewhere(shop: Shop) -> None:
    register = at_work(shop, async_orders=True, async_cancel=True)

    register.do("order.cancel", id=ordered(register))
    assert told(register) == []


def test_who_sells_is_asked_when_a_sale_begins_and_somebody_has_to_where_it_is_required(shop: Shop) -> None:
    register = at_work(shop, require_sales_rep=True)
    assert register.asks("product.add", number="A") == ["info:sales_rep"]
    assert "not one of the choices" in register.refused("product.add", number="A", **{"info:sales_rep": "–"})
    register.do("product.add", number="A", **{"info:sales_rep": "Kari (kari)"})
    register.do("product.add", number="B")

    assert [each["answers"][0]["answer"] for each in told(register)] == ["Kari (kari)"]


def test_who_is_signed_in_sells_where_that_is_the_default_and_nobody_is_asked(shop: Shop) -> None:
    register = at_work(shop, default_sales_rep=True)
    for required in (False, True):
        shop.publish(replace(SETTINGS, default_sales_rep=True, require_sales_rep=required))
        register.do("product.add", number="A")
        register.do("product.add", number="B")
        register.do("transaction.void")

    assert [each["answers"][0]["answer"] for each in told(register)] == ["Cashier (cashier)"] * 2


def test_the_default_is_the_first_to_choose_where_it_is_asked(shop: Shop) -> None:
    register = at_work(shop, default_sales_rep=True, ask_sales_rep=True)
    asked = register.ask("product.add", number="A")
    assert isinstance(asked, Asks)
    [question] = asked.questions
    assert [each.value for each in question.choices][:2] == ["Cashier (cashier)", "Kari (kari)"]
    assert len({each.value for each in question.choices}) == len(question.choices)

    register.do("product.add", number="A", **{"info:sales_rep": "Kari (kari)"})
    assert [each["answers"][0]["answer"] for each in told(register)] == ["Kari (kari)"]


def test_nobody_is_said_to_sell_where_the_store_neither_asks_nor_has_a_default(shop: Shop) -> None:
    register = at_work(shop)
    register.do("product.add", number="A")

    assert told(register) == []


@pytest.mark.parametrize(("required", "nobody"), [(False, True), (True, False)])
def test_another_one_sells_from_now_on_and_nobody_only_where_nobody_is_required(
    shop: Shop, required: bool, nobody: bool
) -> None:
    register = at_work(shop, default_sales_rep=True, require_sales_rep=required)
    assert "There is no open sale" in register.refused("sale.sales_rep")
    register.do("product.add", number="A")
    asked = register.ask("sale.sales_rep")
    assert isinstance(asked, Asks)
    assert ("–" in [each.value for each in asked.questions[0].choices]) is nobody

    register.do("sale.sales_rep", **{"info:sales_rep": "Kari (kari)"})

    answers = [each["answers"][0] for each in told(register)]
    assert [(each["event"], each["answer"]) for each in answers] == [
        ("start of transaction", "Cashier (cashier)"),
        ("salesperson", "Kari (kari)"),
    ]
    cart = register.session.cart
    assert cart is not None
    assert {each["about"] for each in told(register)} == {cart.id}


def test_nobody_may_be_the_one_who_sells_where_it_is_only_asked(shop: Shop) -> None:
    register = at_work(shop, ask_sales_rep=True)

    register.do("product.add", number="A", **{"info:sales_rep": "–"})
    assert [each["answers"][0]["answer"] for each in told(register)] == ["–"]
