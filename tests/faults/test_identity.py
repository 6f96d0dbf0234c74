"""Faults of identity: tokens, keys, disks and machines that are copied, put back or taken away."""

import json
import shutil
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from channel_db.credentials import FILE as CREDENTIALS
from channel_db.device import read_device, write_device
from channel_db.engine import open_journal
from headquarters.__main__ import main as headquarters
from headquarters.devices.recognising import EXCHANGE_AFTER, GRACE
from retail.clock import ReadClock
from retail.wire.handed_over import signed_over
from retail.wire.protocol import NONCE_HEADER
from sync_agent.__main__ import main as agent
from sync_agent.proving import Reader, new_key, sign
from tests.faults.till import Till, files, running, till
from tests.fixtures.fix_headquarters import RunningHeadquarters

__all__ = ["files", "running", "till"]
REFUSED = "does not accept this register"


def exchange(till: Till) -> None:
    """Let the token grow old, take the next one, and use it."""
    till.push()
    till.time_goes_by(EXCHANGE_AFTER)
    till.probe()
    till.probe()


def headers_of(till: Till, method: str, path: str, nonce: str, body: str) -> dict[str, str]:
    """What proves this call."""
    return Reader(till.folder, till.device).headers(method, path, body.encode(), nonce)


def test_21_the_test_headquarters_takes_nothing_of_a_real_register(till: Till, tmp_path: Path) -> None:
    """It is a copy of the real one, so that it knows the register, its token and its key."""
    shutil.copytree(till.running.folder, tmp_path / "hq")
    options = (*till.running.options, "--environment", "test")
    testing = RunningHeadquarters(tmp_path / "hq", options).start()
    try:
        till.sell()
        write_device(till.folder, replace(till.device, hq_url=testing.url))
        words = till.push()[1]
        write_device(till.folder, replace(till.device, hq_url=testing.url, environment=""))
        by_an_older_program = till.push()[0]
    finally:
        testing.stop()

    assert "This is the test headquarters; nothing was taken of a register of the production one" in words
    assert by_an_older_program == 1
    assert till.device.environment == "production"
    assert till.waiting() == 0


def test_52_after_sixty_days_offline_and_with_a_clock_of_2001_a_token_is_renewed_by_the_key_alone(
    till: Till,
) -> None:
    till.push()
    before = till.credentials
    till.time_goes_by(timedelta(days=60))
    till.clock = ReadClock(lambda: datetime(2001, 1, 1, tzinfo=UTC))
    till.sell()

    assert till.step("sync").complete
    till.sell()

    assert till.push()[0] == 1
    assert till.credentials.token != before.token
    assert till.alarms("token") + till.alarms("copy") == 0


def test_55_of_a_copied_disk_the_second_machine_is_refused_and_its_sales_arrive_under_a_new_epoch(
    till: Till, tmp_path: Path
) -> None:
    till.sell()
    assert till.push()[0] == 1
    copy = till.copied(tmp_path / "copy")
    till.sell()
    assert till.push()[0] == 1
    copy.sell()

    sent, words = copy.push()

    assert (sent, till.alarms("copy")) == (0, 1)
    assert "Another machine goes on as HOUSTON-1" in words
    assert "enrol this machine with a new code" in words
    assert till.push() == (0, "0 sent.")

    first = till.at_headquarters()
    copy.enrol_again()
    copy.sell()
    assert copy.push()[0] == 2
    assert (first, till.at_headquarters(), copy.at_headquarters()) == (2, 3, 1)
    assert till.at_hq(f"SELECT state FROM uploads WHERE epoch = '{till.device.epoch}' ORDER BY id")[-1] == (
        "parked",
    )
    assert REFUSED in till.push()[1], "one name is one machine"


def test_55_a_lost_reply_locks_no_honest_register_out(till: Till) -> None:
    """The counter was moved on at headquarters, and the register did not hear of it: it asks for the same again."""
    till.push()
    before = till.credentials
    till.push()
    after = till.credentials
    assert after.counter != before.counter

    till.put(counter=before.counter, next_counter=after.counter)
    till.sell()

    assert till.push()[0] == 1
    assert till.alarms("copy") == 0


def test_55_a_headquarters_that_was_restored_from_a_backup_is_behind_its_registers_and_takes_them(
    till: Till,
) -> None:
    till.push()
    of_device = f"WHERE epoch = '{till.device.epoch}'"
    ((counter, previous),) = till.at_hq(f"SELECT counter, previous_counter FROM devices {of_device}")
    till.push()
    till.push()
    till.at_hq(f"UPDATE devices SET counter = '{counter}', previous_counter = '{previous}' {of_device}")
    till.push()
    till.sell()

    assert till.push()[0] == 1
    assert till.alarms("copy") == 0


def test_55_a_disk_that_cannot_keep_the_next_counter_holds_up_no_sale(till: Till) -> None:
    till.push()
    kept = till.credentials
    (till.folder / f"{CREDENTIALS}.new").mkdir()
    till.sell()

    assert till.push()[0] == 1
    assert till.credentials == kept
    (till.folder / f"{CREDENTIALS}.new").rmdir()
    till.push()
    assert till.credentials.counter != kept.counter
    assert till.alarms("copy") == 0


def test_56_a_copied_token_is_worth_nothing_without_its_key_and_the_honest_register_goes_on(
    till: Till,
) -> None:
    till.push()
    token, honest = till.credentials.token, till.credentials.key
    by_bearer = till.running.call("GET", "/v1/hello", token=token)
    till.put(key=new_key())
    till.sell()

    by_another_key = till.push()

    assert by_bearer.status == 401
    assert by_another_key[0] == 0
    assert "is not proved by the key of HOUSTON-1" in by_another_key[1]
    assert till.alarms("proof") == 1
    till.put(key=honest)
    assert till.push()[0] == 1


@pytest.mark.parametrize("changed", ["method", "path", "nonce", "body"])
def test_56_a_captured_call_proves_no_other(till: Till, changed: str) -> None:
    said = {"method": "POST", "path": "/v1/tally", "nonce": "n", "body": "{}"}
    proved = headers_of(till, **said)
    other = {"method": "PUT", "path": "/v1/uploads", "nonce": "m", "body": "[]"}
    said[changed] = other[changed]

    answer = till.running.call(
        said["method"], said["path"], said["body"].encode(), headers=proved | {NONCE_HEADER: said["nonce"]}
    )

    assert answer.status == (405 if changed == "method" else 401)


def test_56_a_proved_call_is_heard(till: Till) -> None:
    proved = headers_of(till, method="POST", path="/v1/tally", nonce="n", body="{}")

    assert till.running.call("POST", "/v1/tally", b"{}", headers=proved | {NONCE_HEADER: "n"}).status == 422


def test_56_a_spent_token_revokes_its_family_and_the_honest_register_enrols_again_with_its_backlog(
    till: Till,
) -> None:
    first = till.credentials
    exchange(till)
    till.time_goes_by(GRACE + timedelta(seconds=1))
    second = till.credentials

    till.put(token=first.token)
    assert "was used after its exchange, so it was revoked" in till.push()[1]
    till.put(token=second.token)
    till.sell(2)

    assert "HOUSTON-1 was revoked at headquarters" in till.push()[1]
    assert till.alarms("token") == 1
    assert till.waiting() == 2
    till.enrol_again()
    assert till.push()[0] == 2


def test_57_the_reply_with_the_new_token_is_lost_and_the_register_is_given_the_same_again(till: Till) -> None:
    till.push()
    till.time_goes_by(EXCHANGE_AFTER)
    before = till.credentials
    till.probe()
    handed = till.credentials.token
    assert handed != before.token

    till.put(token=before.token)  # it never heard of it
    till.probe()
    assert till.credentials.token == handed
    till.probe()  # headquarters knows now that it has it
    till.put(token=before.token)  # as a call that was under way
    till.sell()

    assert till.push()[0] == 1
    assert till.alarms("token") == 0


def test_57_a_headquarters_restored_from_before_the_exchange_knows_the_token_that_follows(till: Till) -> None:
    of_device = f"FROM devices WHERE epoch = '{till.device.epoch}'"
    ((before,),) = till.at_hq(f"SELECT token_hash {of_device}")
    exchange(till)
    till.at_hq("DELETE FROM spent_tokens")
    till.at_hq(f"UPDATE devices SET token_hash = '{before}' WHERE epoch = '{till.device.epoch}'")
    till.sell()

    assert till.push()[0] == 1


def test_58_the_old_machine_of_a_replaced_register_is_refused_at_once_and_keeps_its_sales(
    till: Till, tmp_path: Path
) -> None:
    till.push()
    new = till.copied(tmp_path / "new")
    shutil.rmtree(new.folder)
    new.enrol_again()
    till.sell()

    assert "HOUSTON-1 was revoked at headquarters" in till.push()[1]
    assert till.waiting() == 1
    assert new.device.epoch != till.device.epoch


def take_in(till: Till, file: Path) -> int:
    """As an administrator does it on the machine of headquarters, which goes on running."""
    folder = till.running.folder
    return headquarters(["take-in", str(file), "--data", str(folder), "--clock", str(folder / "clock")])


def test_58_and_63_unsent_sales_of_a_machine_that_is_given_up_are_handed_over_in_a_signed_file(
    till: Till, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    till.push()
    till.sell(3)
    new = till.copied(tmp_path / "new")
    shutil.rmtree(new.folder)
    new.enrol_again()
    file, again = (
        tmp_path / "unsent.json",
        ["hand-over", str(tmp_path / "unsent.json"), "--data", str(till.folder)],
    )

    assert agent(again) == 0
    assert agent(again) == 2
    assert "is there already. Name another file." in capsys.readouterr().err
    assert [take_in(till, file), take_in(till, file)] == [0, 0]

    told = capsys.readouterr().out
    assert "3 documents of HOUSTON-1: 3 stored." in told
    assert "3 documents of HOUSTON-1: 3 known." in told
    assert (till.at_headquarters(), till.waiting()) == (3, 3)


def test_63_a_file_that_was_changed_or_signed_by_another_key_is_not_taken_in(
    till: Till, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    till.sell()
    honest, file = tmp_path / "honest.json", tmp_path / "file.json"
    till.probe()
    assert agent(["hand-over", str(honest), "--data", str(till.folder)]) == 0
    said = json.loads(honest.read_text())
    forged = sign(new_key(), signed_over(said["text"]))

    for content in ({**said, "text": said["text"] + " "}, {**said, "signature": forged}, {"kind": "x"}):
        file.write_text(json.dumps(content))
        assert take_in(till, file) == 1
        assert "Nothing was taken." in capsys.readouterr().err
    assert till.at_headquarters() == 0


def test_63_what_cannot_be_handed_over_is_said_in_words(
    till: Till, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nowhere = till.folder / "journal.db" / "unsent.json"

    assert agent(["hand-over", str(nowhere), "--data", str(till.folder)]) == 2
    assert "cannot be written" in capsys.readouterr().err
    till.put(key="")
    assert agent(["hand-over", str(tmp_path / "file"), "--data", str(till.folder)]) == 2
    assert "Let its agent reach headquarters once." in capsys.readouterr().err


def test_a_register_that_was_enrolled_without_a_key_binds_one_at_its_next_call_and_no_other_after(
    till: Till,
) -> None:
    enrolled = till.running.enrol("HOUSTON-1")
    (till.folder / CREDENTIALS).unlink()
    write_device(till.folder, replace(till.device, epoch=enrolled.epoch, token=enrolled.token))
    till.device = read_device(till.folder)
    assert enrolled.call("GET", "/v1/hello").status == 200

    till.probe()

    assert till.credentials.key
    assert enrolled.call("GET", "/v1/hello").status == 401


def test_a_register_cannot_prove_itself_by_a_copy_of_its_databases(till: Till, tmp_path: Path) -> None:
    kept = till.credentials
    secrets = [kept.token, kept.key, bytes.fromhex(kept.key).decode("latin-1")]
    till.sync()

    with closing(open_journal(till.folder, till.clock)):
        files = [file.read_bytes() for file in till.folder.iterdir() if file.suffix.startswith(".db")]

    assert files
    assert not any(secret.encode("latin-1") in file for secret in secrets for file in files)
    assert (till.folder / CREDENTIALS).stat().st_mode & 0o077 == 0
