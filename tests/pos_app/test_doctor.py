"""The doctor sees what is well and what is not, says it in words and as JSON, and changes nothing."""

import json
import os
import ssl
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from channel_db.catalog.contact import Contact
from channel_db.device import Device, write_device
from channel_db.engine import open_catalog, open_journal
from channel_db.salvage.copies import keep_copy
from pos_app import doctor_machine
from pos_app.doctor import main
from pos_app.doctor_register import (
    examine_clock,
    examine_contact,
    examine_device,
    examine_outbox,
    examine_safekeeping,
)
from pos_app.findings import State
from retail.clock import ReadClock, stamp
from retail.wire.protocol import FeedRow

CHECKOUT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 27, 9, 30, tzinfo=UTC)
CLOCK = ReadClock(lambda: NOW)
DEVICE = Device(
    hq_url="http://127.0.0.1:1",
    tenant="demo",
    register_name="HOUSTON-1",
    store="HOUSTON",
    epoch="1",
    token="kept secret",
    device_secret="kept secret too",
)


@pytest.fixture
def register_folder(tmp_path: Path) -> Path:
    """The data folder of an enrolled register, made by the real parts."""
    folder = tmp_path / "register"
    write_device(folder, DEVICE)
    open_journal(folder, CLOCK).close()
    open_catalog(folder, CLOCK, writer=True).close()
    return folder


def findings_of(folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, dict[str, str]]]:
    status = main(["--data", str(folder), "--json"])
    said = json.loads(capsys.readouterr().out)
    assert said["state"] == ["well", "warning", "broken"][status]
    return status, {finding["what"]: finding for finding in said["findings"]}


def contents(folder: Path) -> dict[str, bytes]:
    """Every file but SQLite's own index of the log, which any reader makes."""
    files = (file for file in folder.iterdir() if not file.name.endswith(("-shm", "-wal")))
    return {file.name: file.read_bytes() for file in files}


def test_a_healthy_register_is_well_and_left_as_it_is(
    register_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(register_folder)

    _, findings = findings_of(register_folder, capsys)

    assert {
        what: findings[what]["state"]
        for what in ("enrolment", "journal.db", "catalog.db", "outbox", "Qt", "SQLite")
    } == dict.fromkeys(("enrolment", "journal.db", "catalog.db", "outbox", "Qt", "SQLite"), "well")
    assert findings["outbox"]["words"] == "0 waiting to be sent"
    assert contents(register_folder) == before


def test_no_secret_is_ever_said(register_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--data", str(register_folder)])

    assert "kept secret" not in capsys.readouterr().out


def test_before_the_first_start_there_is_nothing_to_complain_about(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, findings = findings_of(tmp_path / "later", capsys)

    assert findings["register"]["state"] == "well"
    assert not (tmp_path / "later").exists()


def test_a_folder_without_enrolment_or_files_is_a_warning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, findings = findings_of(tmp_path, capsys)

    assert status >= State.WARNING
    assert "ask headquarters for a code" in findings["enrolment"]["words"]
    assert findings["journal.db"]["state"] == "warning"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", ["journal.db", "catalog.db"])
def test_a_damaged_file_is_broken_and_the_rest_is_still_looked_at(
    register_folder: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    file = register_folder / kind
    whole = file.read_bytes()
    file.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))

    status, findings = findings_of(register_folder, capsys)

    assert status == State.BROKEN
    assert findings[kind]["state"] == "broken"
    assert {"journal.db", "catalog.db"} <= findings.keys()


def test_a_file_of_another_program_is_broken(
    register_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (register_folder / "journal.db").write_bytes(b"This is no database at all. " * 400)

    status, findings = findings_of(register_folder, capsys)

    assert status == State.BROKEN
    assert findings["journal.db"]["state"] == "broken"


@pytest.mark.parametrize("text", ["{", "[]", '{"hq_url": "x"}'])
def test_a_broken_enrolment_is_broken(
    register_folder: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    (register_folder / "device.json").write_text(text, encoding="utf-8")

    _, findings = findings_of(register_folder, capsys)

    assert findings["enrolment"]["state"] == "broken"


@pytest.mark.parametrize("name", ["device.json", "credentials.json"])
def test_secrets_that_others_can_read_are_a_warning_with_the_line_that_helps(
    register_folder: Path, name: str
) -> None:
    (register_folder / name).touch()
    (register_folder / name).chmod(0o644)

    finding = examine_device(register_folder)

    assert finding.state is State.WARNING
    assert "chmod 600" in finding.words


def test_documents_that_wait_are_counted(register_folder: Path) -> None:
    journal = open_journal(register_folder, CLOCK)
    with journal.unit_of_work() as work:
        work.add_outbox("0198-a", "customer", "{}", None)
        work.add_outbox("0198-b", "customer", "{}", None)
    journal.park("0198-b", "HQ refused it")

    finding = examine_outbox(journal, CLOCK.now())
    journal.close()

    assert finding.state is State.WARNING
    assert "1 need attention" in finding.words


@pytest.mark.parametrize(
    ("free_mib", "state"),
    [(5000, State.WELL), (1023, State.WARNING), (64, State.WARNING), (63, State.BROKEN)],
)
def test_a_filling_disk_is_said_in_time(tmp_path: Path, free_mib: int, state: State) -> None:
    finding = doctor_machine.examine_disk(tmp_path / "not" / "there", free_mib * doctor_machine.MIB)

    assert finding.state is state
    assert f"{free_mib} MiB" in finding.words


@pytest.mark.parametrize(("found", "state"), [((3, 51, 3), State.WELL), ((3, 40, 1), State.BROKEN)])
def test_an_sqlite_with_the_wal_fault_is_broken(found: tuple[int, ...], state: State) -> None:
    assert doctor_machine.examine_sqlite(found).state is state


@pytest.mark.parametrize(("found", "state"), [((3, 0, 0), State.WELL), ((1, 1, 1), State.WARNING)])
def test_every_openssl_is_told_and_one_that_nobody_mends_is_a_warning(
    found: tuple[int, ...], state: State
) -> None:
    finding = doctor_machine.examine_openssl(found)

    assert finding.state is state
    assert ssl.OPENSSL_VERSION in finding.words
    assert finding.words.count("OpenSSL ") == 2, "Python's and that of cryptography"


@pytest.mark.parametrize(("found", "state"), [((3, 11, 2), State.WELL), ((3, 10, 9), State.BROKEN)])
def test_an_old_python_is_broken(found: tuple[int, ...], state: State) -> None:
    assert doctor_machine.examine_python(found).state is state


def test_a_missing_package_is_named() -> None:
    def version_of(name: str) -> str:
        if name == "requests":
            raise PackageNotFoundError(name)
        return "1.0"

    finding = doctor_machine.examine_packages(version_of)

    assert finding.state is State.BROKEN
    assert "requests" in finding.words


def test_the_qt_release_that_aborts_is_broken() -> None:
    assert doctor_machine.examine_packages(lambda _name: "6.12.0").state is State.BROKEN


def test_a_qt_that_cannot_be_loaded_is_broken_with_its_last_words(tmp_path: Path) -> None:
    python = tmp_path / "python"
    python.write_text(
        "#!/bin/sh\necho 'ImportError: libEGL.so.1: cannot open' >&2\nexit 1\n", encoding="utf-8"
    )
    python.chmod(0o755)

    finding = doctor_machine.examine_qt(str(python))

    assert finding.state is State.BROKEN
    assert "libEGL.so.1" in finding.words


def test_resources_that_are_not_there_are_named() -> None:
    finding = doctor_machine.examine_resources(("fonts", "no-such-folder"))

    assert (finding.what, finding.state) == ("resources", State.BROKEN)
    assert finding.words == "missing: no-such-folder; get the whole checkout again"


def test_the_program_ends_with_the_worst_state_and_a_verdict(register_folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pos_app.doctor", "--data", str(register_folder)],
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        check=False,
        capture_output=True,
        text=True,
        timeout=300,
    )

    verdicts = {
        0: "All is well.",
        1: "It works; see the warnings.",
        2: "Something is broken; see what to do.",
    }
    assert done.stdout.splitlines()[-1] == verdicts[done.returncode]
    assert done.stderr == ""


def at(**before: float) -> str:
    return stamp(NOW - timedelta(**before))


@pytest.mark.parametrize(
    ("last", "state", "words"),
    [
        (None, State.WARNING, "has not been reached yet"),
        (at(minutes=1), State.WELL, "online; headquarters was reached last at 2026-11-27 09:29:00 +0000"),
        (at(hours=23), State.WELL, "online; headquarters was reached last"),
        (at(hours=50), State.WARNING, "50 hours ago; look after the line"),
    ],
)
def test_last_contact_is_said_with_its_age(last: str | None, state: State, words: str) -> None:
    finding = examine_contact(Contact(state="online", last_success_at=last), NOW)

    assert (finding.state, words in finding.words) == (state, True)


@pytest.mark.parametrize(
    ("now", "seen", "state"),
    [
        (NOW, [], State.WELL),
        (NOW, [at(days=3), at(minutes=-4)], State.WELL),
        (NOW, [at(days=3), at(minutes=-6)], State.WARNING),
        (datetime(2001, 1, 1, tzinfo=UTC), [], State.BROKEN),
    ],
)
def test_clock_that_cannot_be_right_is_said(now: datetime, seen: list[str], state: State) -> None:
    assert examine_clock(now, seen).state is state


def test_document_that_waits_for_days_is_a_warning(register_folder: Path) -> None:
    journal = open_journal(register_folder, CLOCK)
    with journal.unit_of_work() as work:
        work.add_outbox("0198-a", "customer", "{}", None)

    assert examine_outbox(journal, NOW + timedelta(hours=23)).state is State.WELL
    assert examine_outbox(journal, NOW + timedelta(hours=25)).state is State.WARNING
    journal.close()


def test_first_load_under_way_is_said_with_its_figures(
    register_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    catalog = open_catalog(register_folder, CLOCK, writer=True)
    rows = [FeedRow(key="1", gone=False, value={"number": "1", "name": "One"})]
    catalog.apply_page("products", rows, "1", NOW, more=True, total=4)
    catalog.close()

    _, findings = findings_of(register_folder, capsys)

    assert findings["ready to sell"] == {
        "what": "ready to sell", "state": "warning", "words": "not yet; products: 1 / 4"
    }  # fmt: skip


def test_journal_entry_that_was_changed_is_broken(
    register_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    journal = open_journal(register_folder, CLOCK)
    with journal.unit_of_work() as work:
        work.add_journal_entry(stamp(NOW), "user.sign_in", "ann", "{}")
        work.add_journal_entry(stamp(NOW), "user.sign_off", "ann", "{}")
    journal.close()
    with closing(dbapi2.connect(str(register_folder / "journal.db"), isolation_level=None)) as driver:
        triggers = driver.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in triggers:
            driver.execute(f"DROP TRIGGER {name}")
        driver.execute("UPDATE journal_entries SET user = 'bob' WHERE number = 1")

    status, findings = findings_of(register_folder, capsys)

    assert (status, findings["journal.db"]["state"]) == (State.BROKEN, "broken")
    assert "1" in findings["journal.db"]["words"]


def test_kassa_says_its_version_and_where_it_stands(tmp_path: Path) -> None:
    assert doctor_machine.examine_program().words.endswith(f" in {CHECKOUT}")
    assert doctor_machine.examine_program(tmp_path).state is State.WARNING


def test_everything_an_administrator_asks_for_is_there(
    register_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, findings = findings_of(register_folder, capsys)

    assert list(findings) == [
        "Kassa", "Python", "packages", "SQLite", "OpenSSL", "Qt", "resources", "disk", "data folder", "enrolment",
        "printer", "scanner", "cash drawer", "card terminal", "customer display", "journal.db", "outbox", "copy",
        "catalog.db", "ready to sell", "last contact", "clock",
    ]  # fmt: skip


def test_a_copy_that_is_old_and_a_report_nobody_has_settled_are_warned_of(register_folder: Path) -> None:
    (register_folder / "journal.salvaged-20261121T100000.txt").touch()
    (register_folder / "copies").mkdir()
    (register_folder / "copies" / "journal-2026-11-23.db").touch()

    copy, salvaged = examine_safekeeping(register_folder, NOW.date())

    assert (copy.state, copy.words.partition(";")[0]) == (
        State.WARNING,
        "the newest is journal-2026-11-23.db",
    )
    assert (salvaged.state, salvaged.words[:46]) == (
        State.WARNING,
        "journal.salvaged-20261121T100000.txt says what",
    )

    keep_copy(register_folder, NOW.date())
    assert next(examine_safekeeping(register_folder, NOW.date())).state is State.WELL
