"""What a cashier of a test does with orders: one is made, looked at, and what was begun with it is ended."""

from typing import Any

from pos_app.register.figures import order_figures
from retail.orders.order import OrderState
from tests.fixtures.fix_register import ANNA, SETTINGS, Register


def ordered(register: Register, *goods: str, balance: str = "pay_at_pickup", **where: str) -> str:
    """An order of these goods to be picked up, its deposit paid in cash."""
    register.do("customer.set", id=ANNA)
    for number in goods or ("A", "B"):
        register.do("product.add", number=number)
    register.do("order.pick_up_all", **where)
    register.do("tender.cash")
    register.do("order.balance", arrangement=balance)
    return str(register.do("transaction.conclude").values["order"])


def state(register: Register, order: str) -> OrderState:
    known = register.session.finding.order(order)
    assert known is not None
    return known.state


def shown(register: Register, order: str) -> dict[str, Any]:
    figures = order_figures(register.session, SETTINGS, order)
    assert figures is not None
    return figures


def pay(register: Register) -> None:
    due = register.cart["due_minor"]
    if due > 0:
        register.do("tender.cash")
    elif due < 0:
        register.do("tender.refund_cash")


def conclude(register: Register) -> str:
    pay(register)
    return str(register.do("transaction.conclude").values["transaction"])
