"""The sync centre draws what it is given, keeps its place when that changes, and asks only for what helps."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from pos_app.ui.sheets.sync_centre import SyncCentreSheet
from pos_app.ui.theme import Theme
from tests.pos_app.ui import examples

VIEW = examples.SYNC_CENTRE


@pytest.fixture
def sheet(theme: Theme, qtbot: QtBot) -> SyncCentreSheet:
    made = SyncCentreSheet(theme, VIEW)
    qtbot.add_widget(made)
    made.resize(796, 664)
    made.show()
    return made


def listed(sheet: SyncCentreSheet) -> list[str]:
    return [row.text for row in sheet.list.rows]


def captions(sheet: SyncCentreSheet) -> list[str]:
    return [button.text() for button in sheet.parts.buttons.values()]


def test_what_needs_somebody_comes_first(sheet: SyncCentreSheet) -> None:
    assert captions(sheet) == ["Needs attention 2", "Waiting 2", "Received"]
    assert listed(sheet) == ["Order  L-HOUSTON-3-00039", "Sale  HOUSTON-3-000171"]


def test_with_nothing_wrong_what_waits_comes_first(theme: Theme, qtbot: QtBot) -> None:
    sheet = SyncCentreSheet(
        theme, replace(VIEW, attention=(), attention_count=0, waiting=(), waiting_count=0)
    )
    qtbot.add_widget(sheet)

    assert sheet.part == "waiting"
    assert sheet.list.empty_text == "Everything was sent."
    sheet.parts.choose("attention")
    assert sheet.list.empty_text == "Nothing needs attention."


def test_received_has_ages_and_rows(sheet: SyncCentreSheet) -> None:
    sheet.parts.choose("received")

    first = sheet.list.rows[0]
    assert (first.text, first.detail, first.value, first.value_detail) == (
        "Products", "100,212 rows", "today 14:20", "12 min ago",
    )  # fmt: skip


def test_sending_again_is_offered_only_where_somebody_is_needed(sheet: SyncCentreSheet) -> None:
    assert sheet.again.isVisible()
    assert sheet.show_order.isVisible()
    sheet.step(1)
    assert sheet.again.isVisible()
    assert not sheet.show_order.isVisible(), "a sale has no order to show"

    sheet.parts.choose("waiting")

    assert not sheet.again.isVisible()
    assert not sheet.ask.isVisible()
    assert not sheet.show_order.isVisible()


def test_a_delivery_is_put_right_where_that_is_all_an_order_needs(
    sheet: SyncCentreSheet, qtbot: QtBot
) -> None:
    assert not sheet.fix.isVisible()
    row = replace(sheet.view.attention[0], id="0193-9", needs_somebody=False, is_undelivered=True)
    sheet.show_centre(replace(sheet.view, attention=(row,), attention_count=1))

    assert (sheet.fix.isVisible(), sheet.ask.isVisible(), sheet.again.isVisible()) == (True, True, False)
    with qtbot.wait_signal(sheet.operation_requested) as asked:
        sheet.fix.click()
    assert asked.args == ["order.fix_delivery", {"id": "0193-9"}]
    sheet.parts.choose("waiting")
    assert not sheet.fix.isVisible()


def test_buttons_ask_for_what_they_say(sheet: SyncCentreSheet, qtbot: QtBot) -> None:
    with qtbot.wait_signal(sheet.operation_requested) as asked:
        sheet.again.click()
    assert asked.args == ["sync.again", {"id": "0193-3"}]
    with qtbot.wait_signal(sheet.operation_requested) as asked:
        sheet.ask.click()
    assert asked.args == ["sync.ask", {"id": "0193-3"}]
    with qtbot.wait_signal(sheet.order_wanted) as wanted:
        sheet.show_order.click()
    assert wanted.args == ["L-HOUSTON-3-00039"]
    with qtbot.wait_signal(sheet.operation_requested) as asked:
        sheet.line.click()
    assert asked.args == ["sync.work_offline", {}]
    with qtbot.wait_signal(sheet.submitted):
        sheet.submit()


def test_ids_and_codes_are_shown_only_to_who_asks(sheet: SyncCentreSheet) -> None:
    assert "01900000" not in sheet.detail.text()

    sheet.technical.click()
    assert "01900000-0000-7000-8000-0000000000a3" in sheet.detail.text()
    assert "HTTP 422" in sheet.detail.text()
    sheet.technical.click()

    assert "01900000" not in sheet.detail.text()


def test_the_row_at_the_cursor_stays_when_something_changes(sheet: SyncCentreSheet) -> None:
    sheet.parts.choose("waiting")
    sheet.step(1)

    sheet.show_centre(
        replace(VIEW, waiting=(*VIEW.waiting, replace(VIEW.waiting[0], id="0193-9")), waiting_count=3)
    )

    assert captions(sheet)[1] == "Waiting 3"
    assert sheet.part == "waiting"
    assert sheet.current is not None
    assert sheet.current.id == "0193-2"


def test_offline_by_choice_sending_says_why_not(sheet: SyncCentreSheet, qtbot: QtBot) -> None:
    sheet.show_centre(replace(VIEW, sync_why_not="Kari had this register work offline."))

    with qtbot.wait_signal(sheet.refused) as refused:
        sheet.submit()

    assert refused.args == ["Kari had this register work offline."]
