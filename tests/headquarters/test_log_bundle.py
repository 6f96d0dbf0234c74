"""The log bundle of a running headquarters holds what helps; canaries laid in log and books come out nowhere."""

import hashlib
import io
import json
import logging
import re
import zipfile
from contextlib import closing

import pytest
from sqlcipher3 import dbapi2 as sqlite

from headquarters.__main__ import main
from headquarters.logs import logging_to
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.shop import ANNA, PaperRegister, sent

CANARIES = ("Anna Berg", "Berg", "Ole Canary", "Canary", "Fugleveien 17 C", "Fugleveien", "Cashier Trost", "Trost",
            ANNA, "ole.canary@example.no", "901 23 456")  # fmt: skip
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-", re.IGNORECASE)


def test_nothing_in_it_names_a_person_or_a_secret(
    shop: RunningHeadquarters, capsys: pytest.CaptureFixture[str]
) -> None:
    register = shop.enrol("HOUSTON-1")
    staff = [{"user": "trost", "name": "Cashier Trost", "role": "cashier", "pin": "123456"}]
    shop.manage("PUT", "/v1/manage/retailer", {"tenant": "test", "staff": staff})
    made = sent(PaperRegister(epoch=register.epoch).customer(
        "Ole Canary", email="ole.canary@example.no", phone="901 23 456"))  # fmt: skip
    body = {"protocol": 1, "register_name": "HOUSTON-1", "epoch": register.epoch, "documents": [made]}
    assert shop.call("POST", "/v1/real-time/documents", body, token=register.token).status == 200
    with closing(sqlite.connect(shop.folder / "headquarters.db")) as books:
        address = json.dumps([{"line1": "Fugleveien 17 C", "name": "Anna Berg"}])
        books.execute("UPDATE customers SET addresses = ? WHERE uuid = ?", (address, ANNA))
        books.commit()
        secrets = books.execute(
            "SELECT secret, token_secret, private_key FROM installations, signing_keys"
        ).fetchone()
    with logging_to(shop.folder):
        log = logging.getLogger("headquarters")
        for canary in (*CANARIES, *secrets, shop.administrator, "card **** 4242", "pin: 270431"):
            log.warning("at the desk: %s was refused", canary)

    assert main(["bundle", "--data", str(shop.folder), "--to", str(shop.folder / "out")]) == 0

    [file] = (shop.folder / "out").iterdir()
    said = capsys.readouterr().out
    assert hashlib.sha256(file.read_bytes()).hexdigest() in said
    assert file.stat().st_mode & 0o077 == 0
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as packed:
        files = {name: packed.read(name).decode("utf-8") for name in packed.namelist()}
    whole = "\n".join(files.values())
    for canary in (*CANARIES, *secrets, shop.administrator, "4242", "270431", str(shop.folder)):
        assert not re.search(rf"(?<!\w){re.escape(canary)}(?!\w)", whole), canary
    assert not ID.search(whole)
    assert whole.count("at the desk: <name> was refused") >= 3
    assert json.loads(files["rows.json"])["customers"] == 2
    assert json.loads(files["stores.json"])["HOUSTON"]["store_name"] == "Houston"
    assert json.loads(files["versions.json"])["packages"]["cryptography"]
    assert all(name in said for name in files)


def test_a_folder_that_cannot_be_written_is_said(
    shop: RunningHeadquarters, capsys: pytest.CaptureFixture[str]
) -> None:
    (shop.folder / "taken").write_text("")

    assert main(["bundle", "--data", str(shop.folder), "--to", str(shop.folder / "taken")]) == 1
    assert "Choose another folder with --to" in capsys.readouterr().err
