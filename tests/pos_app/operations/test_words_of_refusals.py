"""Refusals in the life of an order, word for word; each leaves cart, journal, outbox and headquarters as they were."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from retail.cart import LINES_MAX
from retail.tender import Tender, TenderType
from tests.fixtures.fix_register import ANNA, FIRM, HOME, Register, Shop, at_work
from tests.pos_app.operations.orders import conclude, ordered

Refusing = Callable[[Register], str]


def _of_a_line(operation: str, **params: Any) -> Refusing:
    """Asked of a sale of two lines for Anna."""

    def ask(register: Register) -> str:
        register.do("customer.set", id=ANNA)
        for number in ("A", "B"):
            register.do("product.add", number=number)
        return register.refused(operation, **params)

    return ask


def _of_an_order(operation: str, **params: Any) -> Refusing:
    """Asked of an order of two lines to be fetched."""

    def ask(register: Register) -> str:
        return register.refused(operation, id=ordered(register), **params)

    return ask


def _of_what_went(operation: str, **params: Any) -> Refusing:
    """Asked of an order that was handed out."""

    def ask(register: Register) -> str:
        order = ordered(register)
        register.do("order.pick_up", id=order)
        conclude(register)
        return register.refused(operation, id=order, **params)

    return ask


def several_lines(register: Register) -> str:
    _of_a_line("line.quantity", quantity="0")(register)
    register.do("line.select", lines=[1, 2])
    return register.refused("line.quantity", quantity="3")


def too_many_lines(register: Register) -> str:
    register.do("product.add", number="A")
    cart = register.session.cart
    assert cart is not None
    lines = tuple([replace(cart.lines[0], number=number) for number in range(1, LINES_MAX + 1)])
    register.session.cart = replace(cart, lines=lines)
    return register.refused("product.add", number="A")


def nothing_left(register: Register) -> str:
    order = ordered(register, "A")
    register.do("order.edit", id=order)
    register.do("line.void", line=1)
    return register.refused("transaction.conclude")


def owed(register: Register) -> str:
    order = ordered(register)
    register.do("order.edit", id=order)
    register.do("line.void", line=1)
    return register.refused("transaction.conclude")


def steered_too_far(register: Register) -> str:
    register.do("customer.set", id=ANNA)
    for number in ("A", "B"):
        register.do("product.add", number=number)
    register.do("order.pick_up_all")
    register.do("deposit.override", amount="120", reason="Other", approved_by="manager")
    register.do("tender.cash")
    register.do("order.balance", arrangement="pay_at_pickup")
    order = str(register.do("transaction.conclude").values["order"])
    register.do("order.pick_up", id=order, quantities={"2": "1"})
    return register.refused("deposit.use", amount="45")


def too_much_was_paid(register: Register) -> str:
    register.do("product.add", number="A")
    cart = register.session.cart
    assert cart is not None
    paid = Tender(1, TenderType.CARD, 20_000, 0, 0, 20_000)
    register.session.cart = replace(cart, tenders=(paid,))
    return register.refused("transaction.conclude")


def shipped_to_somebody(register: Register) -> str:
    register.do("customer.set", id=ANNA)
    register.do("product.add", number="A")
    register.do("order.ship_all", address=HOME)
    return register.refused("customer.set", id=FIRM)


BACK = [{"line": 1, "quantity": "2", "reason": "Damaged"}]
NO_REASON = [{"line": 1, "quantity": "1", "reason": ""}]


@pytest.mark.parametrize(
    ("refusing", "words"),
    [
        (several_lines, "Several lines are selected. Select the one to change."),
        (too_many_lines, "A sale holds at most 10000 lines. Conclude it first."),
        (_of_a_line("line.void", line=9), "There is no line 9 in this sale. Select a line first."),
        (_of_a_line("order.change_delivery", lines=[1], mode="ground"),
         "Trail shoe is not shipped. Choose Ship to send it."),
        (_of_a_line("line.discount_percent", percent="101", reason="Other"),
         "A discount of 101 % cannot be given. Type 0 to 100."),
        (_of_a_line("deposit.override", amount="1", reason="Other"),
         "This is a plain sale. Ship or pick up goods to make it an order."),
        (shipped_to_somebody, "Goods are shipped to Anna Berg. Choose Carry out all first, then change the customer."),
        (nothing_left, "Nothing is left on this order. Discard the changes and cancel the order instead."),
        (owed, "10.00 is owed to the customer. Give it back first."),
        (too_much_was_paid, "100.00 too much was paid. Remove a payment first."),
        (_of_an_order("order.pick_up", quantities={}), "Nothing was chosen. Choose what is handed out."),
        (_of_an_order("order.pick_up", quantities={"1": "0"}), "Choose 1 or more of Trail shoe."),
        (_of_an_order("order.pick_up", quantities={"1": "2"}),
         "Only 1 of Trail shoe is left to hand out. Choose fewer, or another line."),
        (_of_an_order("order.pick_up", quantities={"7": "1"}),
         "Line 7 of this order is not picked up. Choose others."),
        (_of_an_order("order.return", items=BACK),
         "Nothing of this order was handed out yet. Cancel or edit it instead."),
        (steered_too_far, "Only 40.00 is due for these goods. Type 40.00 or less."),
        (_of_what_went("order.return", items=[]), "Nothing was chosen. Choose what comes back."),
        (_of_what_went("order.return", items=BACK),
         "Only 1 of Trail shoe can come back: that many were handed out and are not back yet. Type 1 or less."),
        (_of_what_went("order.return", items=NO_REASON), "Say why Trail shoe comes back."),
        (_of_what_went("order.edit"), "Everything on this order was handed out. Use Return for what comes back."),
        (_of_what_went("order.pay"), "All of this order is paid. Nothing more is taken for it."),
    ],
)  # fmt: skip
def test_it_says_what_is_wrong_and_what_to_do(shop: Shop, refusing: Refusing, words: str) -> None:
    assert refusing(at_work(shop, delivery_modes=("ground", "air"))) == words
