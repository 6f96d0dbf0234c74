"""Customers who buy nothing for so many days are erased by a job, and whom a backup brings back is erased again."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlcipher3 import dbapi2

from headquarters.customers.erase_list import FILE, erase_customer
from headquarters.customers.models import Customer
from headquarters.customers.retention import count_due, days_kept, keep_days
from headquarters.customers.service import find_customer
from headquarters.database import FILE_NAME
from headquarters.errors import Refusal
from tests.headquarters.conftest import Books, both_engines, only_sqlite, parts_on
from tests.headquarters.customers.test_erasing import found_in, picked_up
from tests.headquarters.shop import ANNA, sent


def row_of(books: Books, uuid: str) -> int:
    with books.parts.database.reading() as session:
        customer = find_customer(session, uuid)
        assert customer is not None
        return customer.id


def due(books: Books, days: int) -> int:
    with books.parts.database.reading() as session:
        return count_due(session, days, books.clock.now().date())


def keep_for(books: Books, days: int | None) -> None:
    with books.parts.database.writing() as session:
        keep_days(session, days)


def names(books: Books) -> list[str]:
    with books.parts.database.reading() as session:
        return sorted(session.scalars(select(Customer.name).where(~Customer.name.regexp_match("^[0-9]+$"))))


@both_engines
def test_whoever_bought_nothing_for_so_many_days_is_erased_and_who_has_something_open_stays(
    books: Books,
) -> None:
    paper = books.enrol()
    made = [paper.customer(name) for name in ("Old Quist", "Busy Quist", "Open Quist")]
    busy, opened = paper.order(made[1].id, "Busy Quist"), paper.order(made[2].id, "Open Quist")
    books.upload(*[sent(each) for each in made], sent(busy), sent(opened), at_once=True)
    [order] = [each for each in books.orders() if each.customer.name == "Busy Quist"]
    books.upload(sent(picked_up(paper, order)), at_once=True)
    books.clock.forward(days=30)
    assert books.job("erase-customers").rows == 0, "nobody is erased where no days are set"

    keep_for(books, 60)
    assert (due(books, 60), books.job("erase-customers").rows) == (0, 0)
    books.clock.forward(days=31)
    assert due(books, 60) == 4
    ran = books.job("erase-customers")

    assert (ran.rows, ran.errors) == (3, 0)
    assert ran.note == "1 stay: open orders, deposits or documents."
    assert names(books) == ["Open Quist"]
    assert (due(books, 60), books.job("erase-customers").rows) == (1, 0)


def test_days_are_kept_once_and_taken_back(books: Books) -> None:
    for days in (60, 90, None):
        keep_for(books, days)
        with books.parts.database.reading() as session:
            assert days_kept(session) == days


@pytest.mark.parametrize(
    ("reason", "row", "status"), [("", 1, 422), ("asked", 99, 404), ("asked", 2**40, 404)]
)
def test_without_a_reason_or_a_customer_nothing_is_erased(
    books: Books, reason: str, row: int, status: int
) -> None:
    with pytest.raises(Refusal) as refused:
        erase_customer(books.parts, row, "ada", reason)

    assert refused.value.status == status
    assert names(books) == ["Anna Berg"]


@only_sqlite
def test_books_that_are_put_back_from_a_backup_lose_the_erased_again_by_the_list_beside_them(
    books: Books, tmp_path: Path
) -> None:
    paper = books.enrol()
    made = paper.customer("Tiril Quist", email="tiril@example.com")
    books.upload(sent(made), at_once=True)
    backup = tmp_path / "backup.db"
    with closing(dbapi2.connect(str(books.folder / FILE_NAME))) as connection:
        connection.execute("VACUUM INTO ?", (str(backup),))
    erase_customer(books.parts, row_of(books, made.id), "ada", "asked for it")
    listed = books.parts.folder / FILE
    assert listed.read_text(encoding="ascii") == f"{made.id}\n"
    assert listed.stat().st_mode & 0o777 == 0o600

    books.parts.database.close()
    for end in ("", "-wal", "-shm"):
        (books.folder / f"{FILE_NAME}{end}").unlink(missing_ok=True)
    shutil.copy(backup, books.folder / FILE_NAME)
    books.parts = parts_on(books.folder, books.clock)
    assert "Tiril" in found_in(books)

    assert (books.job("erase-customers").rows, found_in(books)) == (1, [])
    assert books.job("erase-customers").rows == 0
    assert names(books) == ["Anna Berg"]
    assert ANNA not in listed.read_text(encoding="ascii")
