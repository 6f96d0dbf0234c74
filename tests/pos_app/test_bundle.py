"""The log bundle holds what helps, and nothing that names anybody: canaries laid everywhere come out nowhere."""

import hashlib
import io
import json
import logging
import re
import zipfile
from pathlib import Path

import pytest

from channel_db.engine import open_journal
from channel_db.logs import logging_to
from pos_app.bundle import main, without_secrets
from tests.fixtures.fix_register import ANNA, SECRET, Shop, at_work

CANARIES = (
    "Anna Berg", "Berg Bygg AS", "Ole Canary", "ole.canary@example.no", "901 23 456", "Kari", SECRET, ANNA,
    "Canary", "Fugleveien 17 C", "Fugleveien", "Eva Trost", "Trost", "Storgt 1", "Storgt",
)  # fmt: skip
"""What may stand in a line of a log, by a mistake of ours."""
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-", re.IGNORECASE)


def bundled(shop: Shop, capsys: pytest.CaptureFixture[str]) -> tuple[dict[str, str], str]:
    """The files of a bundle of this shop, and what the program said."""
    assert main(["--data", str(shop.folder), "--to", str(shop.folder / "out")]) == 0
    [file] = (shop.folder / "out").iterdir()
    said = capsys.readouterr().out
    assert hashlib.sha256(file.read_bytes()).hexdigest() in said
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as packed:
        return {name: packed.read(name).decode("utf-8") for name in packed.namelist()}, said


def test_nothing_in_it_names_a_person_or_a_secret(shop: Shop, capsys: pytest.CaptureFixture[str]) -> None:
    register = at_work(shop)
    made = register.do("customer.add", name="Ole Canary", email="ole.canary@example.no", phone="901 23 456",
                       addresses=[{"line1": "Fugleveien 17 C", "city": "Oslo", "name": "Eva Trost"}])  # fmt: skip
    (shop.folder / "register.toml").write_text('[agent]\npush_seconds = 2\nproxy_password = "hunter22222"\n')
    with logging_to(shop.folder, "register"):
        log = logging.getLogger("pos_app")
        for canary in (*CANARIES, str(made.values["customer"]), "card **** 4242", "pin: 270431"):
            log.warning("at the till: %s was refused", canary)

    files, said = bundled(shop, capsys)

    whole = "\n".join(files.values())
    for canary in (*CANARIES, "hunter22222", "4242", "270431", "Storgt", "ole", "Canary"):
        assert not re.search(rf"\b{re.escape(canary)}\b", whole), canary
    assert not ID.search(whole)
    assert whole.count("at the till: <name> was refused") >= 3
    assert all(name in said for name in files)


def test_it_holds_the_doctors_report_the_versions_the_settings_and_the_sizes(
    shop: Shop, capsys: pytest.CaptureFixture[str]
) -> None:
    at_work(shop)
    with logging_to(shop.folder, "agent"):
        logging.getLogger("sync_agent").info("the batch was cut after 3 documents")

    files, _ = bundled(shop, capsys)

    assert {
        "README.txt",
        "doctor.txt",
        "doctor.json",
        "versions.json",
        "settings.json",
        "rows.json",
    } <= files.keys()
    assert "the batch was cut after 3 documents" in files["logs/agent.log"]
    assert "HOUSTON-1" in files["doctor.txt"]
    assert json.loads(files["doctor.json"])["state"] in ("well", "warning", "broken")
    assert json.loads(files["versions.json"])["packages"]["sqlcipher3"]
    settings = json.loads(files["settings.json"])
    assert settings["device"]["register_name"] == "HOUSTON-1"
    assert settings["store"]["values"]["store_name"] == "Houston"
    assert json.loads(files["rows.json"])["catalog.db"]["customers"] == 2


def test_a_register_whose_files_are_damaged_has_a_bundle_too(
    shop: Shop, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("journal.db", "catalog.db"):
        (shop.folder / name).write_bytes(b"\xff" * 9000)
    (shop.folder / "device.json").write_text("{", encoding="utf-8")
    (shop.folder / "register.toml").write_text("=", encoding="utf-8")

    files, _ = bundled(shop, capsys)

    assert json.loads(files["rows.json"]) == {}
    assert "broken" in files["doctor.txt"]
    assert "cannot be read" in files["settings.json"]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(tmp_path / "nothing")]) == 2
    assert "Name the register's folder with --data." in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_said(shop: Shop, capsys: pytest.CaptureFixture[str]) -> None:
    (shop.folder / "file").touch()

    assert main(["--data", str(shop.folder), "--to", str(shop.folder / "file")]) == 2
    assert "Choose another folder with --to." in capsys.readouterr().err


def test_what_is_called_like_a_secret_stays_out_however_deep_it_lies() -> None:
    assert without_secrets({"a": [{"api_key": "x", "keys": 1}], "pin": "2"}) == {"a": [{"keys": 1}]}


def test_a_line_of_the_log_holds_no_e_mail_phone_pin_or_token_and_keeps_its_id(tmp_path: Path) -> None:
    with logging_to(tmp_path, "register"):
        try:
            raise ValueError(f"ole.canary@example.no, +47 901 23 456, pin=270431, {ANNA}")
        except ValueError:
            logging.getLogger("pos_app").exception(
                "a call failed for token %s", "Xk29dkLw02mQpTz81nVbRy56uHsEoCaJ"
            )

    written = (tmp_path / "logs" / "register.log").read_text(encoding="utf-8")

    assert "Traceback" in written
    assert ANNA in written
    for canary in ("ole.canary", "901 23 456", "270431", "Xk29"):
        assert canary not in written


def test_reading_a_folder_from_outside_changes_nothing_in_it(
    shop: Shop, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (shop.folder / "journal.db").read_bytes()

    bundled(shop, capsys)

    assert (shop.folder / "journal.db").read_bytes() == before
    open_journal(shop.folder, shop.clock).close()
