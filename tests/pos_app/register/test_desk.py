"""The desk: what the window asks, answered with frozen views of one session."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from pos_app.operations.registry import Done, Refused
from pos_app.register.desk import RegisterDesk
from pos_app.register.news import News
from pos_app.register.scanned_codes import UNKNOWN_MAX
from pos_app.views import Screen, Severity, StepView
from tests.fixtures.fix_register import ANNA, FIRM, PINS, SETTINGS, Register, Shop, at_work, desk_of

if TYPE_CHECKING:
    from pos_app.views import Desk


def order(desk: RegisterDesk, customer: str = ANNA) -> None:
    """Two trail shoes to be picked up."""
    for operation, params in (
        ("customer.set", {"id": customer}),
        ("product.add", {"number": "A", "quantity": "2"}),
        ("order.pick_up_all", {}),
    ):
        outcome, _ = desk.dispatch(operation, params)
        assert isinstance(outcome, Done), outcome


def test_keeps_what_the_window_was_promised(desk: RegisterDesk) -> None:
    promised: Desk = desk

    assert promised.view().screen is Screen.SALE


def test_leads_from_sign_in_over_the_shift_to_the_sale_and_back(shop: Shop) -> None:
    register = shop.open()
    desk = desk_of(register)
    assert desk.view().screen is Screen.SIGN_IN
    assert [tile.user for tile in desk.sign_in_view().users] == ["cashier", "kari", "manager"]

    _, view = desk.dispatch("user.sign_in", {"user": "cashier", "pin": PINS["cashier"]})
    assert view.screen is Screen.OPEN_SHIFT
    _, view = desk.dispatch("shift.open", {})
    assert view.screen is Screen.SALE
    _, view = desk.dispatch("register.lock", {})
    assert view.screen is Screen.LOCKED
    assert desk.sign_in_view().locked_by == "cashier"


def test_explains_the_amount_due_of_a_hybrid_order(desk: RegisterDesk) -> None:
    order(desk)
    desk.dispatch("product.add", {"number": "B"})
    desk.dispatch("order.carry_out_selected", {"lines": [2]})

    view = desk.view()

    assert (view.totals.caption, view.totals.amount) == ("Due now (deposit)", "60.00")
    assert view.totals.of_total == "of 240.00"
    assert view.totals.sentence == "Carry-out 40.00 in full + 10 % deposit of the other 200.00."
    assert [(line.glyph, line.detail) for line in view.lines] == [
        ("pickup", "Pick up here Sat 21 Nov"),
        ("carry-out", "Carry out"),
    ]
    assert [row.glyph for row in view.deliveries] == ["pickup", "carry-out"]


def test_says_how_to_finish_once_the_deposit_is_paid(desk: RegisterDesk) -> None:
    order(desk)
    assert desk.view().finishing == ()
    assert desk.view().tender_buttons[0].text == "Cash exact"

    _, view = desk.dispatch("tender.cash", {})

    assert view.finishing == (
        StepView("order.balance", {"arrangement": "pay_at_pickup"}),
        StepView("transaction.conclude"),
    )
    assert view.tender_buttons[0].text == "Conclude"
    assert not view.undecided


def test_asks_for_a_decision_where_shipped_goods_are_not_paid(desk: RegisterDesk) -> None:
    order(desk)
    desk.dispatch("order.ship_all", {})
    _, view = desk.dispatch("tender.cash", {})

    assert view.finishing == ()
    assert view.undecided
    at_pickup, card, _, in_full = desk.payment_view().arrangements
    assert at_pickup.why_not
    assert "while headquarters does not answer" in card.why_not
    assert in_full.why_not == ""


def test_shows_the_change_until_the_next_sale_begins(desk: RegisterDesk) -> None:
    desk.dispatch("product.add", {"number": "B"})
    desk.dispatch("tender.cash", {"amount": "50"})
    _, done = desk.dispatch("transaction.conclude", {})
    assert (done.totals.caption, done.totals.amount, done.totals.celebrate) == ("Change", "10.00", True)
    assert "sale HOUSTON-1-000001 saved" in done.totals.sentence

    _, next_sale = desk.dispatch("product.add", {"number": "B"})
    assert (next_sale.totals.caption, next_sale.totals.amount) == ("To pay", "40.00")


def test_disables_buttons_with_the_words_of_the_dispatcher(desk: RegisterDesk) -> None:
    view = desk.view()
    buttons = {button.operation: button for page in view.pages for button in page.buttons}
    outcome, _ = desk.dispatch("order.ship_all", {})

    assert isinstance(outcome, Refused)
    assert buttons["order.ship_all"].why_not == str(outcome.message)
    assert buttons["deposit.override"].needs_approval
    assert buttons["customer.search"].available
    assert view.tender_buttons[0].why_not


def test_previews_a_step_without_taking_it(desk: RegisterDesk, shop: Shop) -> None:
    order(desk)
    before = desk.view()
    shop.line.asked = 0

    shown = desk.preview("order.ship_all", {"charge": "15.00"})

    assert shown.consequence == "Order 215.00 · due now 21.50 · later 193.50"
    assert desk.view() == before
    assert "no address" in desk.preview("order.ship_all", {"address": "work"}).problem
    assert desk.preview("deposit.override", {"percent": "50", "reason": "Other"}).values["amount"] == "100.00"
    assert desk.preview("deposit.override", {"amount": "50", "reason": "Other"}).values["percent"] == "25"
    assert desk.preview("deposit.override", {"percent": "101", "reason": "Other"}).problem
    assert desk.preview("deposit.override", {"amount": "200.01", "reason": "Other"}).problem
    assert desk.preview("nothing.known", {}).problem
    assert shop.line.asked == 0


def test_opens_the_sheets_with_their_defaults(desk: RegisterDesk) -> None:
    order(desk)

    ship, pick_up, deposit = desk.ship_view(), desk.pick_up_view((1,), "SEATTLE"), desk.deposit_view()

    assert (ship.title, ship.address, ship.mode) == ("Ship all 1 line", ship.addresses[0].value, "ground")
    assert ship.days.chosen == date(2026, 11, 22)
    assert ship.consequence == "Order 200.00 · due now 20.00 · later 180.00"
    assert (pick_up.title, pick_up.store) == ("Pick up 1 line", "SEATTLE")
    assert pick_up.consequence
    assert (deposit.default_label, deposit.default, deposit.total) == (
        "Default deposit 10 %",
        "20.00",
        "200.00",
    )


def test_names_who_may_approve_and_what(desk: RegisterDesk) -> None:
    order(desk)

    asked = desk.approval_view("deposit.override", {"amount": "50", "reason": "Staff"}, None)

    assert asked.title == "Deposit override for Anna Berg"
    assert [tile.user for tile in asked.approvers] == ["manager"]
    assert [fact.value for fact in asked.facts] == ["20.00 → 50.00 USD", "Staff"]
    assert asked.asked_by.startswith("Cashier")


def test_finds_products_and_customers(desk: RegisterDesk) -> None:
    assert [row.number for row in desk.search_products("tea").rows] == ["T1", "T2"]
    assert desk.search_products("Recalled").rows[0].why_not
    assert "No match" in desk.search_products("nothing like it").note
    assert desk.search_products("x").rows == ()
    assert [row.name for row in desk.search_customers("anna").rows] == ["Anna Berg"]
    assert "Press New customer" in desk.search_customers("nobody").note


def test_finds_orders_by_presets_and_shows_one_in_full(desk: RegisterDesk) -> None:
    order(desk)
    desk.dispatch("tender.cash", {})
    desk.dispatch("order.balance", {"arrangement": "pay_at_pickup"})
    outcome, _ = desk.dispatch("transaction.conclude", {})
    assert isinstance(outcome, Done)

    found = desk.find_orders("anna")
    detail = desk.order_detail(str(outcome.values["order"]))

    assert [(row.number, row.status) for row in found.rows] == [("1001", "Open")]
    assert [chip.text for chip in found.presets] == [
        "To fulfil 1",
        "To pick up 1",
        "To ship 0",
        "Not sent yet 0",
    ]
    assert desk.find_orders("anna", "unsent").rows == ()
    assert (detail.title, detail.status) == ("1001 · L-HOUSTON-1-00001", "Open")
    assert [button.operation for button in detail.actions if button.available] == [
        "order.pick_up",
        "fulfilment.open",
        "order.edit",
        "order.pay",
        "receipt.print",
        "order.cancel",
    ]
    assert detail.first == "order.pick_up"
    with pytest.raises(KeyError):
        desk.order_detail("unknown")


def test_merges_what_headquarters_answers_and_says_when_it_does_not(desk: RegisterDesk, shop: Shop) -> None:
    assert desk.ask_headquarters("x").reached
    shop.line.state = "offline"

    answer = desk.ask_headquarters("x")

    assert not answer.reached
    assert "Headquarters is not reachable" in desk.find_orders("x", "", answer).note


def test_tells_once_that_a_number_has_arrived(shop: Shop) -> None:
    shop.line.state = "offline"
    register = at_work(shop, async_orders=True)
    desk = desk_of(register)
    order(desk)
    desk.dispatch("tender.cash", {})
    desk.dispatch("order.balance", {"arrangement": "pay_at_pickup"})
    outcome, _ = desk.dispatch("transaction.conclude", {})
    assert isinstance(outcome, Done)
    assert "will be sent" in str(outcome.message)
    assert desk.tick() is not None  # the sync indicator counts it
    assert desk.tick() is None

    shop.acknowledge(str(outcome.values["transaction"]), number="4711")

    told = desk.tick()

    assert told is not None
    assert told.strip is not None
    assert told.strip.text == "Order L-HOUSTON-1-00001 now has number 4711."
    assert desk.view().strip is None


def test_tells_one_after_the_other_what_arrived_at_once(shop: Shop) -> None:
    shop.line.state = "offline"
    desk = desk_of(at_work(shop, async_orders=True))
    made = []
    for _ in range(2):
        order(desk)
        desk.dispatch("tender.cash", {})
        desk.dispatch("order.balance", {"arrangement": "pay_at_pickup"})
        outcome, _ = desk.dispatch("transaction.conclude", {})
        assert isinstance(outcome, Done), outcome
        made.append(str(outcome.values["transaction"]))
    desk.tick()

    for number, transaction in enumerate(made, 4711):
        shop.acknowledge(transaction, number=str(number))
    told = [view.strip.text for view in (desk.tick(), desk.tick()) if view and view.strip]

    assert told == [
        "Order L-HOUSTON-1-00001 now has number 4711.",
        "Order L-HOUSTON-1-00002 now has number 4712.",
    ]
    assert desk.tick() is None


def test_says_what_a_crash_left_and_goes_on_with_it(shop: Shop) -> None:
    at_work(shop).do("product.add", number="A")

    desk = desk_of(shop.open())
    view = desk.view()

    assert view.strip is not None
    assert view.strip.text == "Restored your open sale (1 item)."
    assert view.screen is Screen.SIGN_IN
    assert desk.sign_in_view().open_sale == "open sale of 1 item is kept"


def test_shows_the_built_in_layout_for_a_broken_one_and_says_so(shop: Shop) -> None:
    broken = {"layout": "broken", "grids": [{"page": "Sale", "rows": 0, "columns": 3, "buttons": []}]}
    shop.publish(SETTINGS, layouts={"broken": {"name": "broken", "content": broken}})

    view = desk_of(at_work(shop)).view()

    assert view.strip is not None
    assert view.strip.severity is Severity.WARNING
    assert "broken" in view.strip.text
    assert view.pages[0].buttons


def test_prints_after_the_sale_and_a_failing_printer_undoes_nothing(desk: RegisterDesk, shop: Shop) -> None:
    desk.dispatch("product.add", {"number": "B"})
    desk.dispatch("tender.cash", {})
    concluded, _ = desk.dispatch("transaction.conclude", {})
    assert isinstance(concluded, Done)
    shop.printer.is_empty = True

    failed = desk.print_receipt(str(concluded.values["transaction"]))
    shop.printer.is_empty = False
    printed = desk.print_receipt(str(concluded.values["transaction"]))

    assert isinstance(failed, Refused)
    assert str(failed.message) == "Receipt not printed: paper out. Sale is saved. Print again."
    assert isinstance(printed, Done)
    assert list(shop.printer.printed) == ["HOUSTON-1-000001"]


def test_says_how_a_new_customer_will_be_kept(shop: Shop, register: Register) -> None:
    assert "Offline" in desk_of(register).customer_form().note
    shop.publish(replace(SETTINGS, filter_shared_customer_data=True))
    assert desk_of(register).customer_form().why_not
    shop.publish(replace(SETTINGS, async_customers=True))
    assert "sent later" in desk_of(register).customer_form().note


def test_explains_that_business_customers_pay_nothing_in_advance(desk: RegisterDesk) -> None:
    order(desk, FIRM)

    view = desk.view()

    assert view.totals.sentence == "No deposit: business customer."
    assert view.finishing


def test_unknown_codes_are_remembered_with_the_last_one_first(desk: RegisterDesk, shop: Shop) -> None:
    desk.scan("7038010009990")
    shop.clock.go_on(minutes=2)
    desk.scan("12345670")
    desk.scan("7038010009990")
    desk.scan("7038010009457")

    assert [(each.code, each.times, each.at) for each in desk.unknown_codes()] == [
        ("7038010009990", "2 times", "10:02"), ("12345670", "1 time", "10:02"),
    ]  # fmt: skip


def test_not_more_than_a_hundred_unknown_codes_are_remembered(desk: RegisterDesk) -> None:
    for number in range(UNKNOWN_MAX + 3):
        desk.scan(f"X{number:06d}")

    assert len(desk.unknown_codes()) == UNKNOWN_MAX
    assert desk.unknown_codes()[-1].code == "X000003"


@pytest.mark.parametrize(
    "text", ["55 12 34 56", "5512", "HOUSTON-1-000001", "1001", "L-HOUSTON-1-00001", "berg"]
)
def test_finds_an_order_by_whatever_the_customer_has_of_it(desk: RegisterDesk, text: str) -> None:
    order(desk)
    desk.dispatch("tender.cash", {})
    desk.dispatch("order.balance", {"arrangement": "pay_at_pickup"})
    desk.dispatch("transaction.conclude", {})

    assert [row.number for row in desk.find_orders(text).rows] == ["1001"]
    assert desk.find_orders("99 99 99 99").rows == ()
    assert desk.find_orders("nobody@example.com").rows == ()


def test_a_register_that_nobody_touches_locks_where_the_store_says_so_and_keeps_the_sale(shop: Shop) -> None:
    register = at_work(shop, lock_minutes=5)
    desk = desk_of(register)
    desk.dispatch("product.add", {"number": "A"})
    shop.clock.go_on(minutes=4)
    desk.preview("product.add", {"number": "A"})
    shop.clock.go_on(minutes=4)
    assert not register.session.is_locked
    desk.tick()
    assert not register.session.is_locked

    shop.clock.go_on(minutes=1)
    view = desk.tick()

    assert view is not None
    assert (view.screen, register.session.is_locked) == (Screen.LOCKED, True)
    assert register.kinds()[-1] == "register.lock"
    assert register.cart["total_minor"] == 10000
    shop.clock.go_on(minutes=60)
    desk.tick()
    assert register.kinds().count("register.lock") == 1


def test_a_register_whose_store_says_nothing_of_it_never_locks_by_itself(register: Register) -> None:
    desk = desk_of(register)
    register.session.clock.go_on(hours=20)  # type: ignore[attr-defined]  # the clock of the tests

    desk.tick()

    assert not register.session.is_locked


def test_of_every_customer_who_waits_the_number_is_told_also_after_another_start(shop: Shop) -> None:
    shop.line.state = "offline"
    register = at_work(shop)
    first, *_ = [register.do("customer.add", name=f"Ole {each}").values["customer"] for each in range(51)]
    news = News(shop.open().session)

    shop.acknowledge(str(first), account="10044")

    assert [each.text for each in news.gather()] == ["Ole 0 now has customer number 10044."]
    assert news.gather() == []
