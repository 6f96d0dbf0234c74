"""Orders that no register made: keyed at headquarters by the rules of the register, with their origin."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from headquarters.orders.desk import customer_known, desk_of
from headquarters.orders.edits import PICKUP, NewLine, Way
from headquarters.orders.keying import Keyed, Refused, make_order, propose_order
from retail.customers import Address, Customer
from retail.orders.kinds import CartKind, Origin, PriceOverride
from retail.orders.order import OrderState, OrderStatus
from retail.orders.paying import start_payment
from tests.headquarters.conftest import Books
from tests.headquarters.orders.test_editing import set_houston
from tests.headquarters.shop import ANNA, sent

HOME = Address("x", line1="Storgt 1", postcode="5003", city="Bergen", country="NO")


def keyed(books: Books, **more: Any) -> Keyed:
    with books.parts.database.reading() as session:
        customer = customer_known(session, ANNA)
    assert customer is not None
    said: dict[str, Any] = {"lines": (NewLine("A", 2000),), "way": Way(PICKUP, day=date(2026, 11, 4))} | more
    return Keyed(customer, **said)


def made(books: Books, wish: Keyed) -> OrderState:
    with books.parts.database.writing() as session:
        desk = desk_of(session, books.parts, "HOUSTON", "Ada")
        return make_order(session, desk, propose_order(desk, wish))


def test_a_keyed_order_has_todays_prices_a_number_and_its_origin_and_reaches_the_store(books: Books) -> None:
    order = made(books, keyed(books, note="by phone"))

    assert books.orders() == [order]
    assert (order.number, order.confirmation_number, order.origin) == ("SO-000001", "L-HQ-00001", Origin.HQ)
    assert (order.total_minor, order.deposit_minor, order.paid_minor) == (14400, 1440, 0)
    assert [(each.by, each.reason) for each in order.events] == [("Ada", "by phone")]
    assert books.counts()["transactions"] == 0
    assert made(books, keyed(books)).confirmation_number == "L-HQ-00002"


def test_discounts_that_wait_at_the_registers_of_a_store_do_not_wait_here(books: Books) -> None:
    set_houston(books, manual_discounts=True, manual_charges=True)

    assert made(books, keyed(books)).total_minor == 14400


def test_a_register_takes_what_is_still_to_be_paid_of_it(books: Books) -> None:
    order = made(books, keyed(books))
    paper = books.enrol()

    books.upload(sent(paper.act(start_payment(order, None, Customer(ANNA, "Anna Berg"), "x"))), at_once=True)

    assert (books.orders()[0].paid_minor, books.orders()[0].balance_minor, books.cases()) == (14400, 0, 0)


def test_what_was_paid_elsewhere_stands_in_the_ledger(books: Books) -> None:
    whole = made(books, keyed(books, paid_minor=14400, channel="web", reference="W-1", origin=Origin.ONLINE))
    part = made(books, keyed(books, paid_minor=5000, channel="web"))

    assert [(each.type, each.settled_minor, each.is_deposit, each.register) for each in whole.payments] == [
        ("card", 14400, True, "web")
    ]
    assert (whole.origin, whole.terms.pay_in_full, whole.balance_minor) == (Origin.ONLINE, True, 0)
    assert whole.events[0].receipt == "W-1"
    assert (part.deposit_available_minor, part.terms.topped_up, part.balance_minor) == (5000, True, 9400)


def test_a_price_agreed_elsewhere_is_the_price(books: Books) -> None:
    assert made(books, keyed(books, prices=(6000,))).total_minor == 12000


def test_prices_and_discounts_are_agreed_with_their_reason(books: Books) -> None:
    lines = (NewLine("A", 2000, price_minor=6500), NewLine("A", 1000, off_percent=Decimal(10)))
    order = made(books, keyed(books, lines=lines, agreed="Regular customer", off_percent=Decimal(5)))

    dear, cheap = order.lines
    assert (dear.price_minor, dear.override) == (6500, PriceOverride("Regular customer", "Ada"))
    assert [(each.name, each.amount_minor) for each in cheap.discounts] == [
        ("Week", 800), ("Regular customer", 720), ("Regular customer", 324)
    ]  # fmt: skip
    assert (dear.amount_minor, cheap.amount_minor) == (13000 - 650, 7200 - 720 - 324)


def test_a_quote_holds_until_its_last_day_and_takes_no_money(books: Books) -> None:
    quote = made(books, keyed(books, kind=CartKind.QUOTE, expires=date(2026, 11, 9)))

    assert (quote.status, quote.terms.expires, quote.deposit_minor) == (
        OrderStatus.QUOTE,
        date(2026, 11, 9),
        0,
    )
    with pytest.raises(Refused, match="A quote takes no money"):
        made(books, keyed(books, kind=CartKind.QUOTE, paid_minor=1))


def test_goods_are_shipped_to_an_address_of_this_order_alone(books: Books) -> None:
    order = made(books, keyed(books, way=Way("ground"), address=HOME))

    assert (order.lines[0].place, order.lines[0].mode) == ("Storgt 1, 5003 Bergen", "ground")
    assert order.terms.balance is None


@pytest.mark.parametrize(
    ("more", "field", "words"),
    [
        ({"lines": ()}, "product", "An order has goods"),
        ({"lines": (NewLine("NONE", 1000),)}, "product", "There is no product NONE"),
        ({"lines": (NewLine("A", 0),)}, "product", "A quantity of 0 cannot be sold"),
        ({"way": Way("ground")}, "delivery", "This customer has no address"),
        ({"way": Way("balloon"), "address": HOME}, "delivery", "There is no delivery mode balloon"),
        ({"way": Way(PICKUP, "NOWHERE")}, "delivery", "Goods cannot be picked up at NOWHERE"),
        ({"way": Way(PICKUP, day=date(2026, 11, 1))}, "delivery", "2026-11-01 has passed"),
        ({"kind": CartKind.QUOTE, "expires": date(2026, 11, 1)}, "expires", "2026-11-01 has passed"),
        ({"paid_minor": 14401}, "paid", "144.01 was paid, and the order comes to 144.00"),
        ({"lines": (NewLine("A", 1000, price_minor=1),)}, "price", "Say why this price"),
        ({"lines": (NewLine("A", 1000, off_percent=Decimal(101)),), "agreed": "x"}, "price", "Type 0 to 100"),
        ({"off_percent": Decimal(10)}, "discount", "Say why this price"),
        ({"collector": "a\x01"}, "collector", "Collector has characters"),
        ({"note": "a\x01"}, "note", "Note has characters"),
    ],
)
def test_what_cannot_be_is_refused_by_field_value_and_rule(
    books: Books, more: dict[str, Any], field: str, words: str
) -> None:
    with pytest.raises(Refused, match=words) as refused:
        made(books, keyed(books, **more))

    assert refused.value.field == field
    assert books.orders() == []
