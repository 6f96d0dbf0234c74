"""Erased customers: a whole shop works, a thousand of them are erased, and no file of any program has a name left."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlcipher3 import dbapi2

from headquarters.customers.erasing import erase
from headquarters.customers.models import Customer
from headquarters.journals.models import JournalLine
from headquarters.orders.models import Transaction
from retail.journal import JournalEntry, first_break
from retail.permissions import rights_of
from tests.fixtures.one_process import OFFLINE, ONLINE, OneProcess, Till

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
FILES = ("headquarters.db", "HOUSTON-1/catalog.db", "HOUSTON-2/catalog.db")
MANY, SOLD_TO = 1000, 1000
AT_ONCE = 200
CANARY = "quistberg"
"""A part of every name and e-mail, as they are written and as they are folded."""


def customer(number: int) -> dict[str, Any]:
    return {
        "id": f"01900000-0000-7000-8000-{number:012x}",
        "name": f"Quistberg {number}",
        "email": f"quistberg{number}@example.com",
        "phone": f"900{number:05d}",
    }


DESCRIBED: dict[str, Any] = {
    "tenant": "erasing",
    "stores": [{"store": "HOUSTON", "name": "Houston"}],
    "registers": [{"register": "HOUSTON-1", "store": "HOUSTON"}, {"register": "HOUSTON-2", "store": "HOUSTON"}],
    "products": [{"number": "SHOE", "name": "Trail shoe", "price_minor": 10_000}],
    "customers": [customer(each) for each in range(1, MANY + 1)],
    "staff": [
        {"user": "manager", "name": "Mette", "role": "manager", "pin": "271548",
         "rights": sorted(rights_of("manager", {}))}
    ],
}  # fmt: skip


def sell(till: Till, number: int) -> None:
    till.do("customer.set", id=customer(number)["id"])
    till.do("product.add", number="SHOE")
    till.do("tender.cash")
    till.do("transaction.conclude")


def erase_all(world: OneProcess) -> None:
    with world.parts.database.reading() as session:
        ids = session.scalars(select(Customer.id).order_by(Customer.id)).all()
    for start in range(0, len(ids), AT_ONCE):
        with world.parts.database.writing() as session:
            chunk = session.scalars(
                select(Customer).where(Customer.id.in_(ids[start : start + AT_ONCE]))
            ).all()
            erase(session, chunk, "ada", "asked for it", world.parts.now())
    world.parts.database.forget_pages()


def naming(folder: Path) -> list[str]:
    """The files in a folder whose raw bytes have a name in them."""
    return sorted(
        str(each.relative_to(folder))
        for each in folder.rglob("*")
        if each.is_file() and CANARY.encode() in each.read_bytes().lower()
    )


def write_out(folder: Path) -> None:
    """Have every log written into its file."""
    for file in folder.rglob("*.db"):
        with closing(dbapi2.connect(str(file))) as connection:
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()


def totals(world: OneProcess, till: Till) -> tuple[Any, ...]:
    columns = (func.count(), func.sum(Transaction.total_minor), func.sum(Transaction.paid_minor))
    with world.parts.database.reading() as session:
        at_hq = tuple(session.execute(select(*columns)).one())
    here = till.session.journal._connection.exec_driver_sql(
        "SELECT count(*), sum(total_minor), sum(paid_minor) FROM transactions"
    ).one()
    return at_hq, tuple(here)


def held_at_headquarters(world: OneProcess, till: Till) -> list[JournalEntry]:
    """The account of a register as headquarters holds it."""
    query = select(JournalLine).where(JournalLine.register == till.name).order_by(JournalLine.number)
    with world.parts.database.reading() as session:
        found = session.scalars(query).all()
        assert found[-1].hash == till.session.journal.head().hash
        return [JournalEntry(row.number, row.at, row.kind, row.user, row.text, row.hash) for row in found]


@pytest.fixture
def world(tmp_path: Path) -> Iterator[OneProcess]:
    with ExitStack() as undo:
        made = OneProcess(tmp_path / "world", DESCRIBED, NOW, undo)
        for till in made.tills.values():
            till.do("user.sign_in", user="manager", pin="271548")
            till.do("shift.open", start="1000")
        yield made


def test_s35_a_thousand_are_erased_and_chain_and_totals_are_what_they_were(
    world: OneProcess, tmp_path: Path
) -> None:
    till = world.tills["HOUSTON-1"]
    for number in range(1, SOLD_TO + 1):
        sell(till, number)
    till.do("customer.add", name="Quistberg of the till", email="quistberg@example.com")
    world.settle()
    before, head = totals(world, till), till.session.journal.head()
    folder = tmp_path / "world"
    write_out(folder)
    assert {*FILES, "HOUSTON-1/journal.db"} <= set(naming(folder)), (
        "names lie in the pages, not in the logs alone"
    )

    erase_all(world)
    world.settle()

    assert naming(folder) == ["HOUSTON-1/journal.db"], "who stands in the open cart is erased when it ends"
    assert till.session.journal.head() == head
    assert first_break(held_at_headquarters(world, till)) is None
    till.do("transaction.void")
    till.carry("pull")
    assert naming(folder) == []
    assert totals(world, till) == before == ((SOLD_TO, SOLD_TO * 10_000, SOLD_TO * 10_000),) * 2
    till.session.journal.verify_chain()
    assert world.troubles() == {"waiting": 0, "parked": 0, "cases": 0}


def test_s34_no_byte_of_any_file_has_a_name_after_an_erasure(tmp_path: Path) -> None:
    folder = tmp_path / "world"
    with ExitStack() as undo:
        world = OneProcess(
            folder, DESCRIBED | {"customers": [customer(each) for each in range(1, 4)]}, NOW, undo
        )
        till = world.tills["HOUSTON-1"]
        till.do("user.sign_in", user="manager", pin="271548")
        till.do("shift.open", start="1000")
        till.do("customer.set", id=customer(1)["id"])
        till.do("customer.edit", name="Quistberg Senior", phone="90099999")
        sell(till, 1)
        world.settle()
        write_out(folder)
        assert {*FILES, "HOUSTON-1/journal.db"} <= set(naming(folder))

        erase_all(world)
        world.settle()

        assert naming(folder) == []
    assert naming(folder) == [], "nor when every program has ended"


def test_s35_a_register_that_was_offline_and_one_that_is_put_back_from_a_backup_erase_at_their_next_contact(
    tmp_path: Path,
) -> None:
    described = DESCRIBED | {"customers": [customer(each) for each in range(1, 4)]}
    with ExitStack() as undo:
        world, folder = OneProcess(tmp_path / "world", described, NOW, undo), tmp_path / "world"
        tills = (till, other) = tuple(world.tills.values())
        for each in tills:
            each.do("user.sign_in", user="manager", pin="271548")
            each.do("shift.open", start="1000")
            sell(each, 1)
        till.do("customer.set", id=customer(2)["id"])
        till.do("product.add", number="SHOE")
        till.do("transaction.suspend", name="Quistberg waits")
        world.settle()
        backup = tmp_path / "backup.db"
        till.session.journal._connection.exec_driver_sql(f"VACUUM INTO '{backup}'")
        till.session.journal.keep_copy((NOW - timedelta(days=1)).date())
        other.line.mode = OFFLINE
        sell(other, 3)

        erase_all(world)
        till.carry("pull")

        assert {Path(each).parts[0] for each in naming(folder)} == {"HOUSTON-2"}
        assert sorted(each.name for each in (folder / "HOUSTON-1" / "copies").iterdir()) == [
            "journal-2026-11-02.db"
        ]
        other.line.mode = ONLINE
        world.settle()
        world.parts.database.forget_pages()
        assert naming(folder) == []
        other.session.journal.verify_chain()

        till.close()
        for end in ("-wal", "-shm"):
            (folder / "HOUSTON-1" / f"journal.db{end}").unlink(missing_ok=True)
        shutil.copy(backup, folder / "HOUSTON-1" / "journal.db")
        till.open()
        till.open_carrier()
        assert naming(folder) == ["HOUSTON-1/journal.db"]
        world.settle()
        assert naming(folder) == []
        till.session.journal.verify_chain()
        till.do("transaction.resume", id=till.session.journal.suspended_carts()[0].id)
        till.do("tender.cash")
        till.do("transaction.conclude")
        world.settle()
        assert world.troubles() == {"waiting": 0, "parked": 0, "cases": 0}
        assert naming(folder) == []
