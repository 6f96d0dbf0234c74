"""Faults of an export for an auditor: registers send while it is read, numbers are missing, somebody changes it."""

import hashlib
import json
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from headquarters.exporting import reading, writing
from headquarters.exporting.checking import Checked, check_export
from headquarters.exporting.reading import Span
from headquarters.exporting.writing import ENTRIES, INDEX, SIGNATURE, TRANSACTIONS, write_export
from headquarters.tallies.service import tell
from retail.wire.base import fingerprint
from retail.wire.tally import Tally
from tests.faults.shop_of_two import PIN, RETAILER
from tests.fixtures.fix_postgresql import PostgresServer, postgresql
from tests.fixtures.one_process import ONLINE, OneProcess, Till
from tests.headquarters.conftest import Books
from tests.headquarters.shop import sent

__all__ = ["postgresql"]
NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
DAY = Span("HOUSTON", date(2026, 11, 2), date(2026, 11, 2))


@pytest.fixture(params=["sqlite", "postgresql"])
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[OneProcess]:
    address = ""
    if request.param == "postgresql":
        server: PostgresServer = request.getfixturevalue("postgresql")
        address = server.make()
    with ExitStack() as undo:
        world = OneProcess(tmp_path / "world", RETAILER, NOW, undo, address)
        till = world.tills["HOUSTON-1"]
        till.do("user.sign_in", user="cashier", pin=PIN)
        till.do("shift.open")
        for _ in range(4):
            sell(till)
        till.do("shift.close", counted={"cash": "1000"})
        sync(till)
        yield world


def sell(till: Till) -> None:
    till.do("product.add", number="SHOE")
    till.do("tender.cash")
    till.do("transaction.conclude")


def sync(till: Till) -> None:
    """Everything arrives: documents and entries."""
    till.line.mode = ONLINE
    till.carry("push")
    till.carry("sync")


def test_86_an_export_while_registers_send_is_one_moment_and_verifies_by_itself(
    world: OneProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    till = world.tills["HOUSTON-1"]
    till.do("shift.open")
    came = 0

    def with_more_at_each_row(read: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
        def rows(*given: Any) -> Iterator[Any]:
            nonlocal came
            for row in read(*given):
                if came < 12:
                    sell(till)
                    sync(till)
                    came += 1
                yield row

        return rows

    monkeypatch.setattr(reading, "AT_ONCE", 1)
    for name in ("transactions_of", "shifts_of", "entries_of"):
        monkeypatch.setattr(writing, name, with_more_at_each_row(getattr(writing, name)))

    torn = write_export(world.parts, DAY, tmp_path / "one")

    assert came > 4
    checked = check_export(torn.file)
    assert (checked.faults, checked.transactions, checked.proved) == ([], 4, 4)
    assert (checked.shifts, checked.beyond, checked.missing) == (1, 0, 0)
    assert hashlib.sha256(torn.file.read_bytes()).hexdigest() == torn.sha256
    after = check_export(write_export(world.parts, DAY, tmp_path / "other").file)
    assert (after.faults, after.transactions, after.proved) == ([], 4 + came, 4 + came)


def test_86_numbers_that_are_not_here_and_what_has_not_arrived_are_named(
    books: Books, tmp_path: Path
) -> None:
    paper = books.enrol()
    sales = [paper.sale() for _ in range(6)]
    books.upload(*[sent(sales[at]) for at in (0, 1, 3, 5)], at_once=True)
    tally = Tally(
        held=2, attention=0, held_minor=0, first=1, last=6, open=(), days=(), chain_number=0, chain_hash=""
    )
    tell(books.parts, books.devices["HOUSTON-1"], paper.epoch, tally)

    made = write_export(books.parts, DAY, tmp_path)

    index = unpacked(made.file)[INDEX]
    said = json.loads(index)
    assert [(each["first"], each["last"]) for each in said["missing"]] == [(3, 3), (5, 5)]
    assert [(each["what"], each["count"]) for each in said["withheld"]] == [("not sent yet", 2)]
    assert (made.transactions, made.missing) == (4, 2)
    assert check_export(made.file).faults == []
    assert made.file.stat().st_mode & 0o777 == 0o600


Files = dict[str, bytes]


def unpacked(file: Path) -> Files:
    with zipfile.ZipFile(file) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def told_of(files: Files, file: Path) -> Checked:
    with zipfile.ZipFile(file, "w") as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return check_export(file)


def lines_of(files: Files, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in files[name].splitlines()]


def written(files: Files, name: str, lines: list[dict[str, Any]]) -> None:
    """Put these lines in, with a digest that is theirs, and nobody's signature."""
    files[name] = b"".join([json.dumps(each).encode() + b"\n" for each in lines])
    index = json.loads(files[INDEX])
    index["digests"][name] = hashlib.sha256(files[name]).hexdigest()
    files[INDEX] = json.dumps(index).encode()
    files[SIGNATURE] = b'{"key": "", "signature": ""}'


def change_amount(files: Files) -> None:
    lines = lines_of(files, TRANSACTIONS)
    lines[0]["document"] = lines[0]["document"].replace('"cashier"', '"manager"')
    lines[0]["fingerprint"] = fingerprint(lines[0]["document"])
    written(files, TRANSACTIONS, lines)


def change_text(files: Files) -> None:
    lines = lines_of(files, TRANSACTIONS)
    lines[0]["document"] = lines[0]["document"].replace('"cashier"', '"manager"')
    written(files, TRANSACTIONS, lines)


def leave_out_a_receipt(files: Files) -> None:
    written(files, TRANSACTIONS, lines_of(files, TRANSACTIONS)[1:])


def change_an_entry(files: Files) -> None:
    lines = lines_of(files, ENTRIES)
    lines[3]["user"] = "somebody"
    written(files, ENTRIES, lines)


def leave_out_an_entry(files: Files) -> None:
    lines = lines_of(files, ENTRIES)
    written(files, ENTRIES, [*lines[:3], *lines[4:]])


def change_a_byte(files: Files) -> None:
    files[TRANSACTIONS] = files[TRANSACTIONS].replace(b"SHOE", b"SOCK")


def change_the_index(files: Files) -> None:
    files[INDEX] = files[INDEX].replace(b'"store": "HOUSTON"', b'"store": "SEATTLE"')


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (change_amount, "is not what entry"),
        (change_text, "is not the text of its fingerprint"),
        (leave_out_a_receipt, "the totals of export.json are not those of the receipts"),
        (change_an_entry, "does not follow the one before it"),
        (leave_out_an_entry, "is not there"),
        (change_a_byte, "transactions.jsonl is not what export.json says"),
        (change_the_index, "export.json is not what was signed by"),
    ],
)
def test_s45_whatever_is_changed_in_an_export_is_told(
    world: OneProcess, tmp_path: Path, change: Callable[[Files], None], words: str
) -> None:
    files = unpacked(write_export(world.parts, DAY, tmp_path).file)
    assert told_of(files, tmp_path / "same.zip").faults == []

    change(files)

    assert any(words in fault for fault in told_of(files, tmp_path / "changed.zip").faults)


def test_s45_a_file_that_is_no_export_is_told(tmp_path: Path) -> None:
    (tmp_path / "none.zip").write_bytes(b"nothing")

    assert "is no export that can be read" in check_export(tmp_path / "none.zip").faults[0]
