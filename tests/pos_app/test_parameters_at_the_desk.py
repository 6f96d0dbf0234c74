"""What a store's profiles change at the window: searching, questions, the count, and who signs in how."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from channel_db.catalog.contact import Contact
from channel_db.engine import open_catalog
from pos_app.ui.buttons import FaceButton
from pos_app.ui.sheets.closing import CloseShiftSheet
from pos_app.ui.sheets.customers import CustomerSearchSheet
from pos_app.ui.sheets.questions import ChoiceSheet, ProductSearchSheet
from pos_app.views import Screen
from retail.info_codes import InfoCode, InfoEvent, InfoKind
from retail.settings import BadgeSignIn
from retail.staff_cards import card_mark
from retail.switching import Cause
from tests.fixtures.fix_register import ANNA, DEVICE, NOW, PINS, SETTINGS, Shop, staff_row
from tests.pos_app.acting_till import Opened, Till

SHOE = "4006381333931"
KARI = "00000001-0000-7000-8000-0000000000aa"


def found(till: Till) -> ProductSearchSheet:
    sheet = till.window.sale.sheet
    assert isinstance(sheet, ProductSearchSheet)
    return sheet


def test_products_are_searched_at_enter_where_the_store_suggests_nothing(opened: Opened) -> None:
    till = opened(search_suggestions=False)
    till.hands.key("F3")
    till.hands.type("sock")
    assert not found(till)._pause.isActive()
    assert found(till).found == ()

    till.hands.key("Enter")
    assert [each.name for each in found(till).found] == ["Merino sock"]
    till.hands.key("Enter")
    assert [line.name for line in till.window.sale.receipt.table.lines] == ["Merino sock"]


def test_products_are_searched_while_the_text_is_typed_elsewhere(till: Till, qtbot: QtBot) -> None:
    till.hands.key("F3")
    till.hands.type("sock")

    qtbot.wait_until(lambda: [each.name for each in found(till).found] == ["Merino sock"])


@pytest.mark.parametrize(("settings", "names"), [
    ({}, ["Tea, black", "Tea, green", "Trail shoe"]),
    ({"match_all_words": True}, []),
])  # fmt: skip
def test_some_of_the_words_or_all_of_them_find_a_product(
    opened: Opened, settings: dict[str, object], names: list[str]
) -> None:
    till = opened(**settings)

    rows = till.binder.desk.search_products("tea shoe").rows

    assert sorted(each.name for each in rows) == names


def test_no_more_are_found_than_the_store_wants(opened: Opened) -> None:
    assert len(opened(search_max=2).binder.desk.search_products("tea shoe").rows) == 2


def test_what_has_every_word_stands_first(till: Till) -> None:
    rows = till.binder.desk.search_products("tea black").rows

    assert [each.name for each in rows] == ["Tea, black", "Tea, green"]


def test_every_search_of_a_customer_asks_headquarters_where_the_store_says_so(
    opened: Opened, shop: Shop
) -> None:
    shop.line.customers = [{"id": KARI, "account": "10999", "name": "Kari Berg"}]
    desk = opened(search_customers_hq=True).binder.desk
    here = desk.search_customers("berg")
    assert (here.is_elsewhere, here.note) == (True, "HQ: searching …")
    assert {row.name for row in here.rows} == {"Anna Berg", "Berg Bygg AS"}
    assert not desk.search_customers("ber").is_elsewhere

    both = desk.search_customers("berg", answer=desk.ask_for_customers("berg"))

    assert both.rows[-1].name == "Kari Berg"


def test_headquarters_is_asked_by_its_button_elsewhere(till: Till) -> None:
    assert not till.binder.desk.search_customers("berg").is_elsewhere


def test_a_question_of_the_store_is_put_and_its_answer_goes_on(opened: Opened) -> None:
    why = InfoCode(
        "why", InfoEvent.VOID_LINE, "Why is it struck?", InfoKind.CHOICE, ("Mistake", "Changed mind")
    )
    till = opened(info_codes=(why,))
    till.hands.scan(SHOE)

    till.hands.key("Del")
    asked = till.window.sale.sheet
    assert isinstance(asked, ChoiceSheet)
    assert asked.title.text() == "Why is it struck?"
    till.hands.type("2")

    assert till.window.sale.sheet is None
    assert till.window.sale.receipt.table.lines == ()
    assert "info" in till.register.kinds()


def test_only_cash_is_counted_where_no_whole_declaration_is_asked(opened: Opened) -> None:
    till = opened()
    till.register.do("product.add", code=SHOE)
    till.register.do("tender.card")
    till.register.do("transaction.conclude")
    till.binder.request("shift.close", {})

    sheet = till.window.sale.sheet
    assert isinstance(sheet, CloseShiftSheet)
    assert sheet.also == {}


def test_a_whole_declaration_is_counted_kind_by_kind(opened: Opened, shop: Shop) -> None:
    register = opened().register
    register.do("product.add", code=SHOE)
    register.do("tender.card")
    register.do("transaction.conclude")
    till = opened(require_declaration=True)
    till.binder.request("shift.close", {})
    sheet = till.window.sale.sheet
    assert isinstance(sheet, CloseShiftSheet)
    assert list(sheet.also) == ["card"]
    sheet.field.setText("0")
    till.hands.key("Enter")
    assert "Type each amount" in sheet.problem.text()
    sheet.also["card"].setText("100")

    till.hands.key("Enter")

    assert till.register.session.shift is None


def test_closing_a_shift_asks_before_it_voids_what_was_set_aside(opened: Opened) -> None:
    till = opened(void_suspended=True)
    till.hands.scan(SHOE)
    till.register.do("transaction.suspend")
    till.binder.request("shift.close", {})
    sheet = till.window.sale.sheet
    assert isinstance(sheet, CloseShiftSheet)
    sheet.field.setText("0")
    till.hands.key("Enter")
    strip = till.window.sale.strip.message
    assert strip is not None
    assert (strip.text, till.window.sale.input.confirms) == (
        "1 suspended sale is voided with the shift. Close it?",
        True,
    )
    assert till.window.screen_shown is Screen.SALE

    till.hands.key("Enter")

    assert till.register.session.shift is None
    assert till.register.session.journal.suspended_carts() == []


def test_who_stands_on_no_tile_types_a_user_name(opened: Opened) -> None:
    till = opened(staff_list=False)
    till.binder.dispatch("user.sign_off", {})
    screen = till.window.sign_in
    assert (screen.user, list(screen._tiles)) == ("", [])
    assert screen.name.isVisibleTo(screen)
    till.hands.type("123456")
    till.hands.key("Enter")
    assert screen.accessibleDescription() == "Type your user name first, then your PIN."

    for sign in "kari":
        till.hands.tap(screen.letters._keys[sign])
    till.hands.tap(screen.letters._keys["next"])
    till.hands.type(PINS["kari"])
    till.hands.key("Enter")

    assert till.register.session.user is not None
    assert till.register.session.user.user == "kari"


def test_only_people_of_the_store_stand_on_tiles_where_the_store_says_so(opened: Opened, shop: Shop) -> None:
    till = opened(staff_of_store_only=True)
    till.binder.dispatch("user.sign_off", {})

    assert list(till.window.sign_in._tiles) == []
    assert till.window.sign_in.name.isVisibleTo(till.window.sign_in)


def test_everybody_stands_on_a_tile_elsewhere(till: Till) -> None:
    till.binder.dispatch("user.sign_off", {})

    assert set(till.window.sign_in._tiles) == {"cashier", "kari", "manager"}
    assert not till.window.sign_in.name.isVisibleTo(till.window.sign_in)


@pytest.mark.parametrize(("said", "chosen", "screen"), [
    (BadgeSignIn.ALONE, "", Screen.SALE),
    (BadgeSignIn.WITH_PIN, "kari", Screen.SIGN_IN),
    (BadgeSignIn.OFF, "", Screen.SIGN_IN),
])  # fmt: skip
def test_a_badge_at_the_sign_in_does_what_the_store_says(
    opened: Opened, said: BadgeSignIn, chosen: str, screen: Screen
) -> None:
    till = opened(badge_sign_in=said)
    till.binder.dispatch("user.sign_off", {})

    till.hands.scan("STAFF-kari")

    assert (till.window.screen_shown, till.window.sign_in.user) == (screen, chosen)


@pytest.mark.parametrize(("said", "chosen", "screen"), [
    (BadgeSignIn.ALONE, "", Screen.SALE),
    (BadgeSignIn.WITH_PIN, "kari", Screen.SIGN_IN),
    (BadgeSignIn.OFF, "", Screen.SIGN_IN),
])  # fmt: skip
def test_a_staff_card_at_the_sign_in_does_what_the_store_says(
    opened: Opened, shop: Shop, said: BadgeSignIn, chosen: str, screen: Screen
) -> None:
    till = opened(card_sign_in=said)
    kari = staff_row("kari") | {"card": card_mark(DEVICE.device_secret, "20001234")}
    shop.publish(
        replace(SETTINGS, card_sign_in=said), staff={each: staff_row(each) for each in PINS} | {"kari": kari}
    )
    till.binder.dispatch("user.sign_off", {})

    till.hands.scan(";20001234=99121010000?")

    assert (till.window.screen_shown, till.window.sign_in.user) == (screen, chosen)


@pytest.mark.parametrize("is_signed_in", [True, False])
def test_the_stripe_of_a_payment_card_is_neither_shown_nor_kept(
    opened: Opened, caplog: pytest.LogCaptureFixture, is_signed_in: bool
) -> None:
    till = opened()
    if not is_signed_in:
        till.binder.dispatch("user.sign_off", {})

    till.hands.scan(";4111111111111111=99121010000?")

    shown = till.window.sale.strip.message if is_signed_in else till.window.sign_in._message
    assert shown is not None
    assert ("a card was read" if is_signed_in else "Not added: a card") in shown.text
    kept = [entry.text for entry in till.register.session.journal.entries()]
    assert "4111" not in f"{shown.text} {till.binder.desk.unknown_codes()} {kept} {caplog.text}"


def test_the_sign_in_switches_to_offline_and_back_where_the_store_allows_it(opened: Opened) -> None:
    till = opened(manual_offline=True)
    till.binder.dispatch("user.sign_off", {})
    switch = till.window.sign_in.switch
    assert (switch.isVisibleTo(till.window.sign_in), switch.text()) == (True, "Work offline")

    till.hands.tap(switch)
    assert till.register.session.offline_by == "Somebody at the sign-in"
    assert switch.text() == "Work online"
    till.hands.tap(switch)
    assert till.register.session.offline_by == ""


def test_the_sign_in_has_no_switch_elsewhere(till: Till) -> None:
    till.binder.dispatch("user.sign_off", {})

    assert not till.window.sign_in.switch.isVisibleTo(till.window.sign_in)


@pytest.mark.parametrize(("minutes", "asks_again"), [(0, False), (2, True)])
def test_the_health_check_ends_the_silence_of_headquarters(
    opened: Opened, shop: Shop, minutes: int, asks_again: bool
) -> None:
    till = opened(health_check_minutes=minutes)
    real_time, desk = till.register.session.real_time, till.binder.desk
    real_time._reconnect_seconds = lambda: 10**9
    shop.line.state = "offline"
    assert not real_time.answers()
    shop.line.state = "online"
    catalog = open_catalog(till.register.folder, shop.clock, writer=True)
    catalog.keep_contact(Contact(state="online", last_success_at=NOW.isoformat()))
    catalog.close()
    shop.clock.moment = NOW + timedelta(minutes=1)
    desk.tick()
    assert not real_time.may_ask()

    shop.clock.moment = NOW + timedelta(minutes=3)
    desk.tick()

    assert real_time.may_ask() is asks_again


def said_by_agent(till: Till, shop: Shop, state: str) -> None:
    """What the agent keeps of the line."""
    catalog = open_catalog(till.register.folder, shop.clock, writer=True)
    catalog.keep_contact(Contact(state=state, last_success_at=NOW.isoformat()))
    catalog.close()


@pytest.mark.parametrize(("advanced", "state", "asks"), [
    (True, "offline", False),
    (True, "slow", False),
    (True, "online", True),
    (True, "unknown", True),
    (False, "offline", True),
    (False, "slow", True),
])  # fmt: skip
def test_a_sign_in_begins_offline_on_a_bad_line_with_advanced_switching_alone(
    opened: Opened, shop: Shop, advanced: bool, state: str, asks: bool
) -> None:
    till = opened(advanced_offline=advanced)
    till.register.session.real_time._reconnect_seconds = lambda: 10**9
    said_by_agent(till, shop, state)

    till.binder.desk.dispatch("user.sign_in", {"user": "kari", "pin": PINS["kari"]})

    assert till.register.session.real_time.may_ask() is asks


@pytest.mark.parametrize(("advanced", "is_back"), [(False, True), (True, False)])
def test_a_slow_line_ends_no_time_offline_with_advanced_switching(
    opened: Opened, shop: Shop, advanced: bool, is_back: bool
) -> None:
    till = opened(advanced_offline=advanced, health_check_minutes=1)
    real_time = till.register.session.real_time
    real_time._reconnect_seconds = lambda: 10**9
    real_time.leave(Cause.SILENT)
    said_by_agent(till, shop, "slow")
    shop.clock.moment = NOW + timedelta(minutes=2)
    till.binder.desk.tick()
    assert real_time.may_ask() is is_back

    said_by_agent(till, shop, "online")
    shop.clock.moment = NOW + timedelta(minutes=4)
    till.binder.desk.tick()
    assert real_time.may_ask()


@pytest.mark.parametrize(("cause", "shown"), [
    (Cause.DEGRADED, "slow"), (Cause.SLOW, "slow"), (Cause.ODD, "slow"), (None, "online"),
])  # fmt: skip
def test_the_header_says_that_the_register_works_locally_on_a_line_that_is_there(
    opened: Opened, shop: Shop, cause: Cause | None, shown: str
) -> None:
    till = opened(advanced_offline=True)
    said_by_agent(till, shop, "online")
    if cause is not None:
        till.register.session.real_time.leave(cause)

    assert till.binder.desk.view().header.sync.state == shown


@pytest.mark.parametrize(("days", "shown", "words"), [
    (0, 1, ""),
    (30, 0, "No orders found. Orders of the last 30 days. Type a number to find an older one."),
])  # fmt: skip
def test_orders_of_a_customer_are_listed_as_far_back_as_the_store_says(
    opened: Opened, shop: Shop, days: int, shown: int, words: str
) -> None:
    till = opened(customer_history_days=days)
    number = till.make(SHOE)
    till.binder.dispatch("customer.set", {"id": ANNA})
    desk = till.binder.desk
    assert len(desk.find_orders("", "customer").rows) == 1
    shop.clock.moment = NOW + timedelta(days=31)

    listed = desk.find_orders("", "customer")

    assert (len(listed.rows), listed.note) == (shown, words or listed.note)
    assert len(desk.find_orders(number, "customer").rows) == 1


def test_a_button_of_the_search_types_the_sign_of_its_field(opened: Opened, qtbot: QtBot) -> None:
    till = opened(customer_shortcuts=("n: name", "t: phone"))
    till.window.sale.operation_requested.emit("customer.search", {})
    sheet = till.window.sale.sheet
    assert isinstance(sheet, CustomerSearchSheet)
    qtbot.wait_until(lambda: len(sheet.shortcuts) == 2)
    name, phone = [each for each in sheet.findChildren(FaceButton) if "(" in each.text()]
    assert (name.text(), phone.text()) == ("Name (n:)", "Phone (t:)")

    till.hands.type("anna")
    till.hands.tap(name)
    assert sheet.box.text() == "n: anna"
    qtbot.wait_until(lambda: [each.name for each in sheet.found] == ["Anna Berg"])
    till.hands.tap(phone)
    assert sheet.box.text() == "t: anna"
    qtbot.wait_until(lambda: sheet.found == ())
