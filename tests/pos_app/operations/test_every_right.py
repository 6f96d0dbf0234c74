"""Every right there is guards something a register does: who lacks it needs somebody else who has it, each time."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

import pytest

from pos_app.operations.registry import Refused
from retail.permissions import Right, RoleLimit
from retail.refund_rules import RefundRule
from tests.fixtures.card_terminal import TableTerminal
from tests.fixtures.fix_register import ANNA, HOME, SETTINGS, Register, Shop, at_work, staff_row
from tests.pos_app.operations.orders import ordered

Way = Callable[[Register], Mapping[str, Any]]
"""What a cashier does before; gives back the parameters of the step that takes the right."""
ALL = sorted(Right)
ONE = [{"line": 1, "quantity": "1", "reason": "Damaged"}]
OTHER = {"reason": "Other"}


class Guarded(NamedTuple):
    """A step that takes a right: how one comes to it, and the settings of the store it is about."""

    right: Right
    operation: str
    way: Way
    settings: Mapping[str, Any] = {}


def nothing(register: Register) -> Mapping[str, Any]:
    return {}


def goods(register: Register) -> Mapping[str, Any]:
    register.do("customer.set", id=ANNA)
    register.do("product.add", number="A")
    return {}


def goods_with(**params: Any) -> Way:
    return lambda register: {**goods(register), **params}


def began(**params: Any) -> Way:
    def way(register: Register) -> Mapping[str, Any]:
        goods(register)
        register.do("order.create")
        return params

    return way


def promised(charge: str = "15", **params: Any) -> Way:
    def way(register: Register) -> Mapping[str, Any]:
        goods(register)
        register.do("order.ship_all", address=HOME, charge=charge)
        return params

    return way


def of_an_order(**params: Any) -> Way:
    return lambda register: {"id": ordered(register), **params}


def of_a_shipment(**params: Any) -> Way:
    def way(register: Register) -> Mapping[str, Any]:
        promised()(register)
        register.do("deposit.pay_in_full")
        register.do("tender.cash")
        return {"id": register.do("transaction.conclude").values["order"], **params}

    return way


def of_what_was_sent(register: Register) -> Mapping[str, Any]:
    order = of_a_shipment()(register)
    register.do("fulfilment.ship", **order, quantities={"1": "1"})
    return {**order, "items": ONE, "shipping": "5.01"}


def of_what_was_fetched(register: Register) -> Mapping[str, Any]:
    order = ordered(register, "A")
    register.do("order.pick_up", id=order)
    register.do("tender.cash")
    register.do("transaction.conclude")
    return {"id": order, "items": ONE}


def of_a_sale(register: Register) -> Mapping[str, Any]:
    register.do("product.add", number="A")
    register.do("tender.cash")
    return {"id": register.do("transaction.conclude").values["transaction"], "items": ONE}


def of_a_card_sale(register: Register) -> Mapping[str, Any]:
    register.do("product.add", number="A")
    register.do("tender.card")
    register.do("sale.return", id=register.do("transaction.conclude").values["transaction"], items=ONE)
    return {"amount": "10.01"}


def printed(register: Register) -> Mapping[str, Any]:
    of_a_sale(register)
    register.do("receipt.print")
    return {}


def in_the_till(**params: Any) -> Way:
    def way(register: Register) -> Mapping[str, Any]:
        register.do("till.float", amount="5")
        return {"amount": "5", **params}

    return way


def moved(register: Register) -> Mapping[str, Any]:
    in_the_till()(register)
    return {}


def closed_blind(register: Register) -> Mapping[str, Any]:
    register.do("shift.close_blind")
    return {"counted": {"cash": "0"}}


def quoted(register: Register) -> Mapping[str, Any]:
    goods(register)
    register.do("quote.create")
    return {}


def with_an_unclear_card(register: Register) -> Mapping[str, Any]:
    goods(register)
    terminal = register.session.terminal
    assert isinstance(terminal, TableTerminal)
    terminal.next = ["lost", "silent"]
    assert isinstance(register.ask("tender.card"), Refused)
    return {}


GUARDED = [
    Guarded(Right.VOID_TRANSACTION, "transaction.void", goods),
    Guarded(Right.SUSPEND_SALE, "transaction.suspend", goods),
    Guarded(Right.REPRINT_RECEIPT, "receipt.print", printed),
    Guarded(Right.CREATE_ORDER, "order.create", goods),
    Guarded(Right.CREATE_ORDER, "quote.create", goods),
    Guarded(Right.CREATE_ORDER, "order.ship_all", goods_with(address=HOME)),
    Guarded(Right.CREATE_ORDER, "order.pick_up_all", goods),
    Guarded(Right.CREATE_ORDER, "order.pick_up_selected", goods_with(lines=[1])),
    Guarded(Right.SHIP_GOODS, "order.ship_all", began(address=HOME)),
    Guarded(Right.SHIP_GOODS, "order.ship_selected", began(address=HOME, lines=[1])),
    Guarded(Right.PICK_UP_GOODS, "order.pick_up_all", began()),
    Guarded(Right.PICK_UP_GOODS, "order.pick_up_selected", began(lines=[1])),
    Guarded(Right.RETRIEVE_ORDER, "order.recall", of_an_order()),
    Guarded(Right.RETRIEVE_ORDER, "order.find", goods_with(text="Anna")),
    Guarded(Right.RETRIEVE_ORDER, "order.pay", of_an_order(amount="1")),
    Guarded(Right.EDIT_ORDER, "order.edit", of_an_order()),
    Guarded(Right.EDIT_ORDER, "order.cancel", of_an_order()),
    Guarded(Right.EDIT_ORDER, "order.pick_up", of_an_order()),
    Guarded(Right.EDIT_ORDER, "order.return", of_what_was_fetched),
    Guarded(Right.ACCEPT_ORDER, "fulfilment.accept", of_a_shipment(lines=[1]), {"manual_accept": True}),
    Guarded(Right.REJECT_ORDER, "fulfilment.reject", of_a_shipment(lines=[1])),
    Guarded(Right.DEPOSIT_OVERRIDE, "deposit.override", promised(amount="30", **OTHER)),
    Guarded(Right.PRICE_OVERRIDE, "line.price_override", goods_with(price="90", **OTHER)),
    Guarded(Right.CHARGE_OVERRIDE, "charge.add_header", promised(amount="5")),
    Guarded(Right.CHARGE_OVERRIDE, "charge.add_line", promised("0", amount="5", line=1)),
    Guarded(Right.CHARGE_OVERRIDE, "charge.change", promised(amount="4", **OTHER)),
    Guarded(
        Right.CANCELLATION_CHARGE, "order.cancel", of_an_order(charge="5"),
        {"cancellation_charge_percent": SETTINGS.deposit_percent},
    ),
    Guarded(
        Right.SHIPPING_REFUND, "order.return", of_what_was_sent,
        {"refund_shipping_charges": True, "max_shipping_refund_without_approval_minor": 500},
    ),
    Guarded(Right.CUSTOMER_ACCOUNT, "tender.customer_account", goods),
    Guarded(Right.CARD_UNPAID, "tender.card_unpaid", with_an_unclear_card),
    Guarded(Right.OPEN_DRAWER, "drawer.open", nothing),
    Guarded(Right.CLOSE_SHIFT, "shift.close", lambda _: {"counted": {"cash": "0"}}),
    Guarded(Right.BLIND_CLOSE, "shift.close_blind", nothing),
    Guarded(Right.TENDER_DECLARATION, "shift.declare", lambda _: {"counted": {"cash": "0"}}),
    Guarded(Right.FLOATING_DECLARATION, "shift.declare_start", lambda _: {"start": "5"}),
    Guarded(Right.FLOATING_DECLARATION, "till.float", lambda _: {"amount": "5"}),
    Guarded(Right.CASH_REMOVAL, "till.remove", in_the_till(reason="Stamps")),
    Guarded(Right.CASH_REMOVAL, "till.safe_drop", in_the_till()),
    Guarded(Right.CASH_REMOVAL, "till.bank_drop", in_the_till(bag="4711")),
    Guarded(Right.CLOSE_SHIFT, "shift.finish", closed_blind),
    Guarded(Right.REPRINT_RECEIPT, "till.slip", moved),
    Guarded(Right.DISCOUNT, "line.discount_percent", goods_with(percent="10", **OTHER)),
    Guarded(Right.DISCOUNT, "line.discount_amount", goods_with(amount="1", **OTHER)),
    Guarded(Right.DISCOUNT, "sale.discount_percent", goods_with(percent="10", **OTHER)),
    Guarded(Right.DISCOUNT, "sale.discount_amount", goods_with(amount="1", **OTHER)),
    Guarded(Right.UNLOCK_PRICE, "line.unlock_price", goods_with(line=1, sure=True)),
    Guarded(Right.RETURN_SALE, "sale.return", of_a_sale),
    Guarded(Right.BLIND_RETURN, "product.return", lambda _: {"number": "A", "reason": "Damaged"}),
    Guarded(
        Right.RETURN_LIMIT, "sale.return", of_a_sale,
        {"role_limits": (RoleLimit("cashier", return_total_minor=9999),)},
    ),
    Guarded(
        Right.REFUND_TENDER, "tender.refund_cash", of_a_card_sale,
        {"refund_policy": (RefundRule("card", "cash", approval_above_minor=1000),)},
    ),
    Guarded(Right.QUOTE_EXPIRY, "quote.expiry", quoted),
    Guarded(
        Right.SALES_REP,
        "sale.sales_rep",
        goods_with(**{"info:sales_rep": "Kari (kari)"}),
        {"default_sales_rep": True},
    ),
    Guarded(Right.LOG_BUNDLE, "health.bundle", nothing),
]  # fmt: skip


def test_every_right_has_its_row() -> None:
    assert {each.right for each in GUARDED} == set(Right)


@pytest.mark.parametrize("guarded", GUARDED, ids=lambda each: f"{each.right}-{each.operation}")
def test_who_lacks_a_right_needs_somebody_else_who_has_it(shop: Shop, guarded: Guarded) -> None:
    everything, lacking = ALL, [each for each in ALL if each != guarded.right]
    staff = {"cashier": everything, "kari": lacking, "manager": everything}
    people = {user: staff_row(user) | {"rights": rights} for user, rights in staff.items()}
    shop.publish(replace(SETTINGS, **guarded.settings), staff=people)
    shop.line.books.manual_accept = bool(guarded.settings.get("manual_accept"))
    register = at_work(shop)
    asked = dict(guarded.way(register))
    user = register.session.user
    assert user is not None
    register.session.user = user.model_copy(update={"rights": tuple(lacking)})

    assert register.needs_approval(guarded.operation, **asked).rights == (guarded.right,)
    for approver, words in (("cashier", "cannot approve an own request"), ("kari", "may not approve this")):
        assert words in register.refused(guarded.operation, approved_by=approver, **asked)
    register.do(guarded.operation, approved_by="manager", **asked)

    (entry,) = [each for each in register.session.journal.entries() if each.kind == "approval"]
    assert (entry.user, json.loads(entry.text)["right"]) == ("cashier", guarded.right)
    assert json.loads(entry.text)["approved_by"] == "manager"


@pytest.mark.parametrize("guarded", GUARDED, ids=lambda each: f"{each.right}-{each.operation}")
def test_who_has_the_right_is_asked_nothing(shop: Shop, guarded: Guarded) -> None:
    shop.publish(
        replace(SETTINGS, **guarded.settings), staff={"cashier": staff_row("cashier") | {"rights": ALL}}
    )
    shop.line.books.manual_accept = bool(guarded.settings.get("manual_accept"))
    register = at_work(shop)

    register.do(guarded.operation, **guarded.way(register))

    assert "approval" not in register.kinds()
