"""What a concluded transaction makes of its order, the same at the register and at headquarters."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from retail.cart import Balance, Cart, CartKind, OrderTerms, deliver
from retail.orders.applying import order_after
from retail.orders.order import (
    LineStatus,
    OrderLine,
    OrderState,
    OrderStatus,
    status_by_lines,
    status_on,
)
from retail.orders.shares import Share
from retail.orders.terms import override_deposit
from tests.retail.shop import (
    SETTINGS,
    TODAY,
    arranged,
    cart_with,
    document_of,
    hybrid,
    paid_in_cash,
    pickup,
    shipment,
)


def made(cart: Cart, balance: Balance, *, manual_accept: bool = False) -> OrderState:
    return order_after(document_of(arranged(paid_in_cash(cart), balance)), manual_accept=manual_accept).order


def fetched() -> OrderState:
    """An order of one piece, to be fetched here."""
    return made(deliver(cart_with(10_000), [1], pickup(), SETTINGS), Balance.PAY_AT_PICKUP)


def test_a_pickup_order_is_open_with_its_deposit_available() -> None:
    order = made(deliver(cart_with(10_000), [1], pickup("SEATTLE"), SETTINGS), Balance.PAY_AT_PICKUP)

    (line,) = order.lines
    assert (order.status, order.paid_minor, order.balance_minor) == (OrderStatus.OPEN, 1050, 9450)
    assert (order.deposit_available_minor, order.card_authorisation_minor) == (1050, 0)
    assert (line.status, line.delivery, line.store, line.place) == (
        "accepted",
        "pickup",
        "SEATTLE",
        "SEATTLE",
    )
    assert (line.ordered_thousandths, line.invoiced_thousandths, line.day) == (
        1000,
        0,
        TODAY + timedelta(days=1),
    )


def test_goods_carried_out_are_invoiced_at_once_and_use_the_deposit_first() -> None:
    order = made(hybrid(), Balance.CARD_ON_FILE)

    assert order.status is OrderStatus.PARTIALLY_INVOICED
    assert [line.status for line in order.lines] == ["invoiced", "accepted", "accepted"]
    assert [line.invoiced_thousandths for line in order.lines] == [1000, 0, 0]
    assert [line.delivery for line in order.lines] == ["carry-out", "pickup", "ship"]
    assert (order.paid_minor, order.balance_minor, order.deposit_available_minor) == (5700, 15_300, 1700)
    assert order.lines[2].place == "Storgt 1, 5003 Bergen"


def test_an_override_at_the_floor_leaves_no_deposit_over() -> None:
    order = made(override_deposit(hybrid(), SETTINGS, 4000, "Staff", "manager"), Balance.CARD_ON_FILE)

    assert (order.paid_minor, order.deposit_available_minor) == (4000, 0)


def test_shipped_lines_wait_where_the_store_accepts_by_hand() -> None:
    order = made(hybrid(), Balance.CARD_ON_FILE, manual_accept=True)

    assert [line.status for line in order.lines] == ["invoiced", "accepted", "pending"]


def test_a_card_is_asked_to_reserve_the_shipped_part_less_its_share_of_the_deposit() -> None:
    cart = deliver(cart_with(10_000, 10_000), [1, 2], pickup(), SETTINGS)

    order = made(deliver(cart, [2], shipment(), SETTINGS, 1000), Balance.CARD_ON_FILE)

    assert order.card_authorisation_minor == 9900


def test_a_quote_takes_no_money_and_hands_nothing_out() -> None:
    cart = replace(cart_with(50_000, 100), terms=OrderTerms(CartKind.QUOTE, expires=TODAY))

    order = order_after(document_of(deliver(cart, [1], pickup(), SETTINGS))).order

    assert (order.status, order.paid_minor, order.deposit_available_minor) == ("quote", 0, 0)
    assert [(line.status, line.invoiced_thousandths) for line in order.lines] == [
        ("pending", 0),
        ("pending", 0),
    ]


def test_a_sale_makes_no_order() -> None:
    with pytest.raises(ValueError, match="about no order"):
        order_after(document_of(paid_in_cash(cart_with(100))))


def line(status: LineStatus, invoiced: int, ordered: int = 2000) -> OrderLine:
    return OrderLine(
        number=1, product="A", name="A", status=status, ordered_thousandths=ordered, list_price_minor=1,
        price_minor=1, amount_minor=2, tax_percent=Decimal(0), tax_minor=0, store="HOUSTON",
        invoiced=Share(invoiced),
    )  # fmt: skip


OPEN = line(LineStatus.ACCEPTED, 0)
PART = line(LineStatus.PARTIALLY_INVOICED, 1000)
DONE = line(LineStatus.INVOICED, 2000)
GONE = line(LineStatus.CANCELLED, 0)
BACK = line(LineStatus.REJECTED, 0)


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        ((OPEN, OPEN), OrderStatus.OPEN),
        ((OPEN, GONE), OrderStatus.OPEN),
        ((BACK,), OrderStatus.OPEN),
        ((OPEN, PART), OrderStatus.PARTIALLY_INVOICED),
        ((OPEN, DONE), OrderStatus.PARTIALLY_INVOICED),
        ((DONE, GONE), OrderStatus.INVOICED),
        ((DONE, DONE), OrderStatus.INVOICED),
    ],
)
def test_an_order_is_as_far_as_its_lines(lines: tuple[OrderLine, ...], status: OrderStatus) -> None:
    assert status_by_lines(lines) is status


def test_a_quote_expires_after_its_last_day() -> None:
    assert status_on(OrderStatus.QUOTE, TODAY, TODAY) is OrderStatus.QUOTE
    assert status_on(OrderStatus.QUOTE, TODAY, TODAY + timedelta(days=1)) is OrderStatus.QUOTE_EXPIRED
    assert status_on(OrderStatus.QUOTE, None, TODAY) is OrderStatus.QUOTE
    assert status_on(OrderStatus.OPEN, TODAY, TODAY + timedelta(days=1)) is OrderStatus.OPEN
