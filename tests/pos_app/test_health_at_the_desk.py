"""The health page at the register: it says what the doctor says, and the log bundle leaves the shop by whoever may."""

import json
import zipfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from sqlcipher3 import dbapi2

from channel_db.kinds import CATALOG, JOURNAL
from pos_app.binder import Binder
from pos_app.doctor import main
from pos_app.findings import State
from pos_app.operations.registry import NeedsApproval, Refused
from pos_app.register.health import duration, examine_update
from pos_app.ui.main_window import MainWindow
from pos_app.ui.sheets.health import BundleSheet, HealthSheet
from pos_app.ui.sheets.scanner_test import ScannerTestSheet
from retail.messages import say
from tests.fixtures.fix_register import Shop, at_work, desk_of
from tests.pos_app.small_desk import SmallDesk
from tests.pos_app.ui import examples, health_examples
from tests.pos_app.ui.hands import Hands


@pytest.fixture
def sheet(binder: Binder, window: MainWindow, hands: Hands) -> HealthSheet:
    binder.show(examples.PLAIN)
    hands.key("Ctrl+Shift+H")
    found = window.sale.sheet
    assert isinstance(found, HealthSheet)
    return found


def test_the_page_says_what_the_doctor_says_the_worst_first(
    shop: Shop, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = desk_of(at_work(shop))
    (shop.folder / "device.json").chmod(0o644)

    view = desk.health.view(desk.health.examine())

    main(["--data", str(shop.folder), "--json"])
    said = json.loads(capsys.readouterr().out)["findings"]
    assert {row.words for row in view.rows if row.name not in ("Clock", "Disk", "Update")} == {
        each["words"] for each in said if each["what"] not in ("clock", "disk")
    }
    assert [row.how for row in view.rows] == sorted(
        (row.how for row in view.rows), key=("broken", "look after it", "in order").index
    )
    assert view.sentence.endswith("Looked at 10:00:00.")


def test_another_version_that_was_put_in_place_is_told_with_when_it_is_used() -> None:
    rows = [examine_update("1.4.2", stands) for stands in ("1.4.2", "", "1.4.3")]

    assert [each.state for each in rows] == [State.WELL, State.WELL, State.WARNING]
    assert (
        rows[2].words
        == "Kassa 1.4.3 is put in place; close the shift, then start the register again to use it"
    )


def test_the_page_speaks_the_language_of_whoever_looks(shop: Shop) -> None:
    register = at_work(shop)
    register.do("language.set", language="nb")
    desk = desk_of(register)

    rows = {row.name: row for row in desk.health.view(desk.health.examine()).rows}

    assert rows["Utboks"].words == "0 venter på å bli sendt"
    assert rows["Utboks"].how == "i orden"


def test_it_is_looked_at_when_the_page_opens_and_again_when_asked(
    sheet: HealthSheet, small_desk: SmallDesk, hands: Hands
) -> None:
    assert small_desk.health.looked == 1
    assert [row.text for row in sheet.list.rows][:2] == ["Printer", "Outbox"]
    assert "there is no printer" in sheet.detail.text()

    hands.key("Down")
    assert sheet.detail.text().startswith("2 waiting to be sent")
    hands.key("Enter")

    assert small_desk.health.looked == 2
    assert sheet.detail.text().startswith("2 waiting to be sent")


def test_each_device_is_tested_by_itself_and_the_rest_keeps_the_time_it_was_looked_at(shop: Shop) -> None:
    register = at_work(shop)
    health = desk_of(register).health
    seen = health.examine()
    shop.clock.go_on(minutes=5)

    tested = health.view(health.test(seen, "card terminal"))

    rows = {row.name: row for row in tested.rows}
    assert (rows["Card terminal"].checked, rows["Printer"].checked) == ("10:05:00", "10:00:00")
    assert rows["Card terminal"].words.startswith("it answers")
    assert {row.test for row in tested.rows} == {"", "printer", "scanner", "cash drawer", "card terminal"}
    shop.terminal.next.append("silent")
    first = health.view(health.test(seen, "card terminal")).rows[0]
    assert (first.name, first.how) == ("Card terminal", "broken")
    assert first.words == "it does not answer; check its power and cable, then test it again"
    again = health.view(health.test(seen, "printer"))
    assert {row.name: row for row in again.rows}["Printer"].checked == "10:05:00"


def test_the_test_of_the_device_at_the_cursor_is_asked_for_where_it_has_one(
    sheet: HealthSheet, small_desk: SmallDesk, window: MainWindow, hands: Hands
) -> None:
    sheet.test.click()
    assert small_desk.health.tested == ["printer"]

    hands.key("Down")
    assert sheet.test.isHidden()
    for place, row in enumerate(sheet.found):
        if row.name == "Card terminal":
            sheet.list.step(place - sheet.list.row)
    sheet.step(0)
    sheet.test.click()
    assert small_desk.health.tested == ["printer", "card terminal"]
    assert sheet.detail.text().startswith("it answers")
    sheet.begin()
    sheet.test.click()
    assert small_desk.health.tested == ["printer", "card terminal"]

    sheet.fail()
    sheet.step(1)
    sheet.test.click()
    assert isinstance(window.sale.sheet, ScannerTestSheet)


def test_a_look_that_fails_is_said_and_can_be_repeated(
    sheet: HealthSheet, small_desk: SmallDesk, hands: Hands
) -> None:
    small_desk.health.fault = OSError("gone")
    hands.key("Enter")
    assert sheet.problem.text().startswith("This register could not be looked at.")

    small_desk.health.fault = None
    hands.key("Enter")
    assert sheet.problem.text() == ""


def test_the_page_opens_once_and_leads_to_the_scanner_test(
    sheet: HealthSheet, window: MainWindow, binder: Binder
) -> None:
    binder.request("health.open", {})
    assert window.sale.sheets == [sheet]

    sheet.scanner.click()
    assert isinstance(window.sale.sheet, ScannerTestSheet)


@pytest.mark.parametrize("state", ["storage-low", "unwell"])
def test_an_indicator_that_is_about_the_register_itself_opens_the_page(
    binder: Binder, window: MainWindow, state: str
) -> None:
    plain = examples.PLAIN
    sync = next(each for each in examples.SYNCS if each.state == state)
    binder.show(replace(plain, header=replace(plain.header, sync=sync)))

    window.sale.header.sync.click()

    assert isinstance(window.sale.sheet, HealthSheet)


def test_a_bundle_is_shown_before_it_is_saved_and_where_it_lies_is_said(
    sheet: HealthSheet, window: MainWindow, small_desk: SmallDesk, hands: Hands
) -> None:
    sheet.bundle.click()
    shown = window.sale.sheet
    assert isinstance(shown, BundleSheet)
    assert [row.text for row in shown.list.rows][-1] == "logs/register.log"

    hands.key("Enter")

    assert small_desk.calls[-1] == ("health.bundle", {})
    assert len(small_desk.health.saved) == 1
    assert window.sale.strip.text == "Saved as bundle.zip."
    assert window.sale.sheet is sheet


def test_a_bundle_that_cannot_be_saved_is_said(
    sheet: HealthSheet, window: MainWindow, small_desk: SmallDesk, hands: Hands
) -> None:
    small_desk.health.outcome = Refused(
        say("Nothing can be saved in {folder}. Make room there first.", folder="x")
    )
    sheet.bundle.click()
    hands.key("Enter")

    assert window.sale.strip.text == "Nothing can be saved in x. Make room there first."


def test_while_nothing_is_found_yet_the_bundle_says_why_it_has_to_wait(
    window: MainWindow, binder: Binder, small_desk: SmallDesk, hands: Hands
) -> None:
    binder.show(examples.PLAIN)
    small_desk.health.fault = OSError("gone")
    hands.key("Ctrl+Shift+H")
    sheet = window.sale.sheet
    assert isinstance(sheet, HealthSheet)

    sheet.bundle.click()

    assert window.sale.strip.text == "This register is being looked at. Wait for what is found."


def test_a_cashier_needs_approval_to_save_a_bundle_and_the_journal_says_who_did(shop: Shop) -> None:
    register = at_work(shop)
    assert isinstance(register.ask("health.bundle"), NeedsApproval)

    register.do("health.bundle", approved_by="manager")

    assert register.kinds()[-2:] == ["health.bundle", "approval"]


def test_a_saved_bundle_lies_in_the_data_folder_with_its_digest_said(shop: Shop) -> None:
    desk = desk_of(at_work(shop))

    saved = desk.health.save(desk.health.gather(desk.health.examine()))

    [file] = (shop.folder / "bundles").iterdir()
    assert file.name == "kassa-HOUSTON-1-20261121T100000.zip"
    assert zipfile.is_zipfile(file)
    assert str(getattr(saved, "message", "")).startswith(f"Saved as {file}. SHA-256: ")


def test_a_full_folder_is_said_in_words(shop: Shop) -> None:
    desk = desk_of(at_work(shop))
    (shop.folder / "bundles").touch()

    assert isinstance(desk.health.save(desk.health.gather(desk.health.examine())), Refused)


def test_a_journal_entry_that_was_edited_is_told_at_the_next_start_by_its_number(shop: Shop) -> None:
    register = at_work(shop)
    register.session.journal.close()
    _edit(shop.folder / "journal.db", "UPDATE journal_entries SET user = 'bob' WHERE number = 2")

    desk = desk_of(shop.open())

    view = desk.view()
    assert view.strip is not None
    assert view.strip.text.startswith("Entry 2 of this register's journal was changed")
    assert view.header.sync.state == "unwell"
    rows = {row.name: row for row in desk.health.view(desk.health.examine()).rows}
    assert rows["Sales of this register"].how == "broken"


def _edit(file: Path, statement: str) -> None:
    connection = dbapi2.connect(str(file), isolation_level=None)
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(statement)
    connection.close()


def test_the_page_says_which_program_layout_and_tables_these_are_and_since_when_they_run(shop: Shop) -> None:
    register = at_work(shop)
    desk = desk_of(register)
    shop.clock.go_on(days=3, hours=4, minutes=5)

    view = desk.health.view(desk.health.examine())

    assert view.header.startswith("Kassa ")
    assert "layout " in view.header
    assert view.header.endswith(f"tables {JOURNAL.version} and {CATALOG.version} · up 3 d 4 h")
    assert view.id.startswith("HOUSTON-1 (HOUSTON), Kassa ")
    assert duration(timedelta(minutes=65), register.session.language) == "1 h 5 min"


def test_what_names_the_register_is_copied_for_a_message(sheet: HealthSheet) -> None:
    sheet.show_health(replace(health_examples.HEALTH, header="Kassa 1", id="HOUSTON-1 (HOUSTON), Kassa 1"))

    sheet.copy.click()

    assert (sheet.header.text(), sheet.detail.text()) == ("Kassa 1", "Copied: HOUSTON-1 (HOUSTON), Kassa 1")
    assert QGuiApplication.clipboard().text() == "HOUSTON-1 (HOUSTON), Kassa 1"
