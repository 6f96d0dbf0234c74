"""Headquarters is put back from a backup and nobody says so: its registers show it, and give back what it lacks."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from channel_db.device import write_device
from channel_db.engine import open_catalog
from headquarters.database import FILE_NAME
from tests.faults.test_feeds_agree import at_catalog, feeds_read
from tests.faults.till import Till, files
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.shop import NOW, RETAILER

__all__ = ["feeds_read", "files"]


@pytest.fixture
def running(tmp_path: Path) -> Iterator[RunningHeadquarters]:
    """A headquarters that may be put back."""
    folder = tmp_path / "headquarters"
    folder.mkdir()
    (folder / "clock").write_text(NOW.isoformat())
    running = RunningHeadquarters(folder, ("--no-schedule", "--seed", "1", "--clock", str(folder / "clock")))
    try:
        running.start().manage("PUT", "/v1/manage/retailer", RETAILER)
        yield running
    finally:
        running.stop()


@pytest.fixture
def till(tmp_path: Path, running: RunningHeadquarters, files: Path) -> Till:
    shutil.copytree(files, tmp_path / "register")
    return Till(tmp_path / "register", running)


def start_again(running: RunningHeadquarters, till: Till) -> None:
    """Under the address that it has now."""
    running.start()
    till.device = replace(till.device, hq_url=running.url)
    write_device(till.folder, till.device)


def price_of(till: Till) -> int:
    [(price_minor,)] = at_catalog(till, "SELECT price_minor FROM prices WHERE number = 'A'")
    return int(price_minor)


def test_59_a_headquarters_put_back_from_a_backup_is_noticed_at_the_first_call_and_given_what_it_lacks(
    till: Till, running: RunningHeadquarters, tmp_path: Path, feeds_read: list[str]
) -> None:
    books, copy = running.folder / FILE_NAME, tmp_path / "backup.db"
    till.sell()
    till.sync()
    running.stop()
    shutil.copy(books, copy)
    start_again(running, till)
    till.sell(2)
    apple = RETAILER["products"][0]
    running.manage("PUT", "/v1/manage/retailer", {**RETAILER, "products": [{**apple, "price_minor": 8500}]})
    till.sync()
    assert (till.at_headquarters(), price_of(till)) == (3, 8500)

    running.kill()
    for end in ("-wal", "-shm"):
        books.with_name(books.name + end).unlink(missing_ok=True)
    shutil.copy(copy, books)
    start_again(running, till)
    assert till.at_headquarters() == 1
    feeds_read.clear()
    till.step("sync")
    till.sync()

    assert price_of(till) == 8000, "as headquarters has it now"
    assert set(feeds_read) == {"prices", "compared"}, "what is the same on both sides is not read again"
    assert (till.at_headquarters(), till.waiting()) == (3, 0)
    told = till.at_hq("SELECT words FROM cases WHERE kind = 'restored'")
    assert len(told) == 1, "the second call found the life that the first began"
    assert "HOUSTON-1 has proved itself by a counter that these books do not know of" in told[0][0]
    with closing(open_catalog(till.folder, till.clock, writer=False)) as catalog:
        life = till.at_hq("SELECT incarnation FROM installations")[0][0]
        assert {each.partition(".")[0] for each in catalog.cursors().values()} == {life}
