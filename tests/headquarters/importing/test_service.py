"""An import is all or nothing, beside a headquarters that goes on serving; and on a disk that is full."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select

from headquarters.bootstrap import books_from
from headquarters.catalog.models import Product
from headquarters.catalog.service import keep_products, remove_product
from headquarters.database import FILE_NAME
from headquarters.feeds.models import Change
from headquarters.importing.errors import FileRefused
from headquarters.manage.retailer import Retailer, keep_retailer
from retail.wire.feeds import PriceRow, ProductRow
from tests.fixtures.fix_headquarters import ROOT, RunningHeadquarters
from tests.headquarters.importing.conftest import Imports, counts
from tests.headquarters.shop import RETAILER, PaperRegister, as_json, sent

MANY = 60_000
WAIT_SECONDS = 300
LIMITED = """
import resource, sys
from headquarters.__main__ import main
limit = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
sys.exit(main(sys.argv[2:]))
"""


def goods(folder: Path, rows: int = MANY) -> Path:
    file = folder / "goods.csv"
    text = "".join(f"N{at:06d},name of {at},{at}.50\n" for at in range(rows))
    file.write_text(f"number,name,price\n{text}", encoding="utf-8")
    return file


def start_import(data: Path, file: Path, limit_bytes: int | None = None) -> "subprocess.Popen[str]":
    words = ["import", "products", str(file), "--data", str(data), "--seed", "1"]
    start = ["-m", "headquarters"] if limit_bytes is None else ["-c", LIMITED, str(limit_bytes)]
    return subprocess.Popen(
        [sys.executable, *start, *words], cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + WAIT_SECONDS
    while not condition():
        assert time.monotonic() < deadline, "it never happened"
        time.sleep(0.002)


def count_in(data: Path) -> tuple[int, int]:
    """Products and feed rows in the books of a folder, which must be sound."""
    with books_from(data, None, 1) as headquarters, headquarters.database.reading() as session:
        assert session.connection().exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
        return (
            session.scalar(select(func.count()).select_from(Product)) or 0,
            session.scalar(select(func.count()).select_from(Change)) or 0,
        )


def test_dry_run_says_what_would_happen_and_changes_nothing(imports: Imports) -> None:
    before = imports.sequence()

    report = imports("products", "number,name\nA,Apfel\nP,Pear\nP,again\n", dry_run=True)

    assert counts(report) == (1, 1, 0, 1)
    assert imports.sequence() == before
    assert set(imports.books.feed("products")) == {"A"}


def test_books_that_changed_since_the_comparison_are_compared_again(imports: Imports) -> None:
    pear = ProductRow(number="P", name="Pear"), PriceRow(number="P", price_minor=100)

    def somebody_writes(phase: str, part: float | None, rows: int) -> None:
        if phase == "writing":
            with imports.books.parts.database.writing() as session:
                keep_products(session, [pear])
                remove_product(session, "A")

    report = imports(
        "products", "number,name,price\nA,Apple,80\nP,Pear,1\nQ,Quince,1\n", told=somebody_writes
    )

    assert counts(report) == (2, 0, 1, 0)
    assert set(imports.books.feed("products")) == {"A", "P", "Q"}
    assert imports.books.feed("prices")["A"]["price_minor"] == 8000


def test_product_that_vanished_since_the_comparison_gets_no_price(imports: Imports) -> None:
    def somebody_writes(phase: str, part: float | None, rows: int) -> None:
        if phase == "writing":
            with imports.books.parts.database.writing() as session:
                remove_product(session, "A")

    report = imports("prices", "number,price\nA,1\n", told=somebody_writes)

    assert counts(report) == (0, 0, 0, 1)
    assert imports.rejects[0]["rule"] == "there is no such product"


def test_stores_of_several_currencies_need_one_named(imports: Imports) -> None:
    in_kroner = {"stores": [{"store": "OSLO", "settings": {"currency": "NOK"}}]}
    with imports.books.parts.database.writing() as session:
        keep_retailer(session, Retailer.model_validate_json(as_json(in_kroner)), "now")

    with pytest.raises(FileRefused, match="several currencies: NOK, USD"):
        imports("products", "number,name,price\nP,Pear,1\n")
    assert counts(imports("products", "number,name,price\nP,Pear,1\n", currency="NOK")) == (1, 0, 0, 0)


@pytest.mark.parametrize("moment", ["while reading", "while writing"])
def test_killed_import_leaves_nothing_and_can_be_run_again(tmp_path: Path, moment: str) -> None:
    data, file = tmp_path / "hq", goods(tmp_path)
    log = data / f"{FILE_NAME}-wal"
    assert count_in(data) == (0, 0)
    process = start_import(data, file)
    try:
        if moment == "while reading":
            wait_for(log.exists)
        else:
            wait_for(lambda: log.exists() and log.stat().st_size > 4_000_000)
        process.send_signal(signal.SIGKILL)
    finally:
        process.kill()
        process.communicate()
    assert process.returncode == -signal.SIGKILL
    assert count_in(data) == (0, 0)
    assert [name.name for name in data.iterdir() if "staged" in name.name] == []

    again = start_import(data, file)
    said, _ = again.communicate(timeout=WAIT_SECONDS)

    assert f"{MANY:,} new" in said
    assert count_in(data) == (MANY, 2 * MANY)


def test_full_disk_is_said_and_changes_nothing(tmp_path: Path) -> None:
    data, file = tmp_path / "hq", goods(tmp_path)
    assert count_in(data) == (0, 0)

    process = start_import(data, file, limit_bytes=3_000_000)
    _, said = process.communicate(timeout=WAIT_SECONDS)

    assert process.returncode == 1
    assert "The database could not take it" in said
    assert said.endswith("Nothing was imported. Try again.\n")
    assert "Traceback" not in said
    assert count_in(data) == (0, 0)


def test_headquarters_serves_its_registers_meanwhile(
    tmp_path: Path, headquarters: RunningHeadquarters
) -> None:
    headquarters.manage("PUT", "/v1/manage/retailer", RETAILER)
    register = headquarters.enrol("HOUSTON-1")
    paper = PaperRegister("HOUSTON-1", "HOUSTON", register.epoch)
    before = register.call("GET", "/v1/feeds/products?cursor=").json["cursor"]

    process = start_import(headquarters.folder, goods(tmp_path))
    sent_meanwhile = 0
    while process.poll() is None:
        answer = register.call("POST", "/v1/uploads", register.batch(sent(paper.sale())))
        assert answer.status == 200
        sent_meanwhile += 1
    said, errors = process.communicate()

    assert f"{MANY:,} new" in said, errors
    assert sent_meanwhile > 10
    assert register.upload(sent(paper.sale()))[0]["outcome"] == "stored"
    page = register.call("GET", f"/v1/feeds/products?cursor={before}&limit=1000").json
    assert (len(page["rows"]), page["rows"][0]["key"], page["more"]) == (1000, "N000000", True)
