"""What a document changed of an order stands in its timeline, the same at the register and at headquarters."""

from dataclasses import replace
from datetime import timedelta

import pytest

from retail.cart import CartKind, add_line, change_terms, deliver, set_quantity, void_line
from retail.errors import RuleBroken
from retail.orders.assigning import Assignment, assigned
from retail.orders.editing import start_conversion
from retail.orders.events import Event
from retail.orders.order import LineStatus
from retail.orders.quotes import begin
from retail.orders.terms import override_deposit
from retail.pricing import Consent, discount_lines, override_price
from tests.retail.orders.lives import Life
from tests.retail.shop import ANNA, HOME, SETTINGS, TODAY, cart_with, pickup, product, shipment

AT = "2026-11-22T10:00:00.000+00:00"


def said(event: Event) -> list[tuple[str, str, str, str]]:
    return [(each.what.value, each.name, each.before, each.after) for each in event.changes]


def begun(*prices: int) -> Life:
    life = Life()
    life.conclude(deliver(cart_with(*prices), range(1, len(prices) + 1), pickup(), SETTINGS))
    return life


def last(life: Life) -> Event:
    """The event both sides worked out alike."""
    assert life.at_hq is not None
    assert life.at_hq.events == life.order.events
    return life.order.events[-1]


def test_a_new_order_begins_its_timeline() -> None:
    event = last(begun(1000))

    assert (event.kind, event.by, event.register, event.revision, said(event)) == (
        "made", "cashier", "HOUSTON-1", 1, [],
    )  # fmt: skip


def test_an_edit_says_which_lines_came_went_and_changed() -> None:
    life = begun(1000, 2000, 3000)
    cart = set_quantity(void_line(life.edit(), 2), 1, 4000)
    cart = deliver(add_line(cart, product("D", 500), SETTINGS), [4], pickup(), SETTINGS)
    cart = override_price(cart, 3, 2500, Consent("Staff", "manager"))

    life.conclude(cart)

    event = last(life)
    assert (event.kind, event.revision, event.fits) == ("edit", 2, True)
    assert said(event) == [
        ("quantity", "Product A", "1000", "4000"),
        ("price", "Product C", "3000", "2500"),
        ("added", "Product D", "", "1000"),
        ("removed", "Product B", "1000", ""),
        ("deposit", "", "600", "700"),
        ("total", "", "6000", "7000"),
    ]


def test_a_discount_alone_is_a_change_of_the_amount() -> None:
    life = begun(1000)
    cart = discount_lines(life.edit(), [1], Consent("Staff", "manager"), percent=None, amount_minor=100)

    life.conclude(cart)

    assert said(last(life))[0] == ("amount", "Product A", "1000", "900")


def test_an_edit_says_how_delivery_and_terms_changed() -> None:
    life = begun(1000)
    cart = deliver(life.edit(), [1], shipment(), SETTINGS, 500, header_charge=True)
    cart = change_terms(cart, lambda terms: replace(terms, collector="Ole Moe"))
    cart = override_deposit(cart, SETTINGS, 800, "Staff", "manager")

    life.conclude(cart)

    tomorrow, later = TODAY + timedelta(days=1), TODAY + timedelta(days=3)
    assert said(last(life)) == [
        ("delivery", "Product A", "pickup, HOUSTON", f"ground, {HOME}"),
        ("day", "Product A", str(tomorrow), str(later)),
        ("collector", "", "", "Ole Moe"),
        ("charges", "", "0", "500"),
        ("deposit", "", "100", "800"),
        ("total", "", "1000", "1500"),
    ]
    assert last(life).approved_by == "manager"


def test_a_line_that_is_carried_out_after_all_leaves_in_no_way() -> None:
    life = begun(1000, 2000)

    life.conclude(deliver(life.edit(), [1], None, SETTINGS))

    assert said(last(life))[0] == ("delivery", "Product A", "pickup, HOUSTON", "")


def test_a_quote_becomes_an_order() -> None:
    life = Life()
    cart = begin(deliver(cart_with(1000), [1], pickup(), SETTINGS), CartKind.QUOTE, TODAY)
    life.conclude(cart)

    life.conclude(start_conversion(life.order, ANNA, life.next_id(), TODAY))

    assert last(life).kind == "convert"
    assert ("expires", "", str(TODAY), "") in said(last(life))


def test_a_pickup_says_what_went_with_which_serial_number_and_to_whom() -> None:
    life = begun(1000, 2000)

    life.conclude(life.pickup({1: 1000}, {1: ["SN-7"]}, frozenset({"A"})))

    assert said(last(life)) == [
        ("handed_out", "Product A", "", "1000"),
        ("serial", "Product A", "", "SN-7"),
        ("collector", "", "", "Anna Berg"),
    ]
    assert [line.serials for line in life.order.lines] == [("SN-7",), ()]
    with pytest.raises(RuleBroken, match="0 given for 1"):
        life.pickup({2: 1000}, {}, frozenset({"B"}))


def test_a_return_and_a_cancellation_say_why() -> None:
    life = begun(1000)
    life.conclude(life.pickup({1: 1000}))
    life.conclude(life.take_back({1: 1000}))
    assert (last(life).kind, said(last(life))) == ("return", [("came_back", "Product A", "", "1000")])

    other = begun(1000)
    other.conclude(other.cancel())
    assert (last(other).kind, last(other).reason, said(last(other))) == ("cancel", "Too late", [])


def test_goods_for_nothing_are_invoiced_as_any_others() -> None:
    life = begun(0)

    life.conclude(life.pickup({1: 1000}))

    assert [(each.kind, each.total_minor) for each in life.order.invoices] == [("pickup", 0)]


def test_a_rejected_line_is_given_to_another_store() -> None:
    life = Life()
    life.conclude(deliver(cart_with(1000), [1], shipment(), SETTINGS))
    there = Assignment("as-1", 1, "SEATTLE", "administrator", AT)
    with pytest.raises(RuleBroken, match="is not rejected"):
        assigned(life.order, there, manual_accept=True)
    rejected = life.fulfil("reject", (1, None))
    assert rejected.lines[0].rejected_by == ("HOUSTON",)
    with pytest.raises(RuleBroken, match="HOUSTON rejected Product A"):
        assigned(rejected, replace(there, store="HOUSTON"), manual_accept=True)

    after = assigned(rejected, there, manual_accept=True)

    (line,) = after.lines
    assert (line.status, line.store, line.plan and line.plan.ship_from) == ("pending", "SEATTLE", "SEATTLE")
    assert assigned(rejected, there, manual_accept=False).lines[0].status is LineStatus.ACCEPTED
    assert (after.acts[-1], said(after.events[-1])) == (
        "as-1",
        [("store", "Product A", "HOUSTON", "SEATTLE")],
    )


def test_a_rejected_pickup_is_fetched_at_the_other_store() -> None:
    life = begun(1000, 2000)
    rejected = life.fulfil("reject", (1, None))

    after = assigned(rejected, Assignment("as-1", 1, "SEATTLE", "administrator", AT), manual_accept=True)

    line = after.lines[0]
    assert (line.status, line.store, line.plan and line.plan.store) == ("accepted", "SEATTLE", "SEATTLE")
    assert after.lines[1] == rejected.lines[1]
