"""Power cuts on both sides: at a register whose agent writes too, and at headquarters."""

import random
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from headquarters.bootstrap import books_from
from headquarters.database import FILE_NAME
from headquarters.jobs.service import run_job
from tests.faults.shop_of_two import PIN, RETAILER
from tests.faults.watched_disk import WatchedDisk, watched
from tests.faults.whole import sold_in
from tests.fixtures.one_process import OneProcess, Till

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
STATES = 15
ROUNDS = 4


@dataclass
class Cut:
    """A world that sold while a disk of it was watched; `said` is what was promised after so many operations."""

    disk: WatchedDisk
    files: dict[str, bytes] = field(default_factory=dict)
    said: list[tuple[int, str]] = field(default_factory=list)
    first: int = 0

    def states(self, count: int, database: str) -> Iterator[tuple[dict[str, bytes], set[str]]]:
        """What may lie on the disk after a power cut at any moment, and what had been promised until then."""
        for state in range(count):
            chance = random.Random(f"30 {state}")
            cut = chance.randint(self.first, len(self.disk.ops))
            promised = {made for at, made in self.said if at <= cut}
            yield self.disk.after_power_cut(cut, self.files, chance, database), promised


def at_work(folder: Path, undo: ExitStack) -> OneProcess:
    world = OneProcess(folder, RETAILER, NOW, undo)
    for till in world.tills.values():
        till.do("user.sign_in", user="cashier", pin=PIN)
        till.do("shift.open")
    return world


def sell(till: Till) -> str:
    till.do("product.add", number="SHOE")
    till.do("tender.cash")
    return str(till.do("transaction.conclude").values["transaction"])


def test_30_no_power_cut_takes_back_a_sale_of_a_register_whose_agent_marks_deliveries_meanwhile(
    tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    with ExitStack() as undo:
        till = next(iter(at_work(tmp_path / "world", undo).tills.values()))
        folder = till.session.folder
        till.close()
        cut = Cut(undo.enter_context(watched(folder)), {"journal.db": (folder / "journal.db").read_bytes()})
        till.open_carrier()
        till.open()
        till.session.journal._connection.exec_driver_sql("PRAGMA wal_autocheckpoint = 60").close()
        cut.first = len(cut.disk.ops)
        for _ in range(ROUNDS):
            for _ in range(2):
                made = sell(till)
                cut.said.append((len(cut.disk.ops), made))
            till.carry("push")
        assert till.waiting() == 0

    states = pytestconfig.getoption("--power-cuts") or STATES
    for left, promised in cut.states(states, "journal.db"):
        assert promised <= set(sold_in(tmp_path / "after", left))


def test_30_no_power_cut_takes_back_or_tears_what_headquarters_has_acknowledged(
    tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    with ExitStack() as undo:
        folder = tmp_path / "world"
        cut = Cut(undo.enter_context(watched(folder)))
        world = at_work(folder, undo)
        cut.first = len(cut.disk.ops)
        for turn in range(ROUNDS):
            made = [sell(till) for till in world.tills.values() for _ in range(2)]
            for till in world.tills.values():
                till.carry("push")
                assert till.waiting() == 0
            cut.said += [(len(cut.disk.ops), each) for each in made]
            if turn % 2:
                world.job("synchronize-orders")
    assert any(op.kind == "sync" and op.file == f"{FILE_NAME}-wal" for op in cut.disk.ops)

    states = pytestconfig.getoption("--power-cuts") or STATES
    for left, promised in cut.states(states, FILE_NAME):
        assert promised <= booked_in(tmp_path / "after", left)


def booked_in(folder: Path, left: dict[str, bytes]) -> set[str]:
    """The transactions of these files after a start on them and a run of the job, all of them whole."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in left.items():
        if content:
            (folder / name).write_bytes(content)
    (folder / "clock").write_text(NOW.isoformat())
    with books_from(folder, folder / "clock", 0) as headquarters:
        of_posted = "SELECT uuid FROM uploads WHERE kind = 'transaction' AND state = 'posted' ORDER BY uuid"
        booked = "SELECT uuid FROM transactions ORDER BY uuid"
        with headquarters.database.reading() as session:
            assert session.scalar(text("PRAGMA integrity_check")) == "ok"
            assert session.scalars(text(of_posted)).all() == session.scalars(text(booked)).all()
        run_job(headquarters, "synchronize-orders", "test")
        with headquarters.database.reading() as session:
            waiting = session.scalar(text("SELECT count(*) FROM uploads WHERE state <> 'posted'"))
            assert waiting == 0
            return set(session.scalars(text(booked)))
