"""Several processes on one database: only what a process leaves behind when it ends is a death."""

import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.fixtures.fix_postgresql import PostgresServer
from tests.headquarters.shop import RETAILER, PaperRegister, sent


class Offices:
    """One process that stalls while it posts, another that starts meanwhile, and the database of both."""

    def __init__(self, folder: Path, postgresql: PostgresServer, undo: ExitStack) -> None:
        self.postgresql, self.address = postgresql, postgresql.make()
        options = ("--database", self.address, "--no-schedule")
        self.stalling = RunningHeadquarters(folder / "one", options, module="tests.headquarters.stalling")
        self.other = RunningHeadquarters(folder / "two", options)
        for each in (self.stalling, self.other):
            undo.callback(each.stop)

    def marks_and_deaths(self) -> tuple[int, list[tuple[int]]]:
        [[marks]] = self.postgresql.run("SELECT count(*) FROM posting_marks", self.address)
        return marks, self.postgresql.run("SELECT deaths FROM deadly_documents", self.address)

    def is_stalled(self) -> bool:
        return (self.stalling.folder / "stalled").exists()


@pytest.fixture
def offices(tmp_path: Path, postgresql: PostgresServer) -> Iterator[Offices]:
    with ExitStack() as undo:
        yield Offices(tmp_path, postgresql, undo)


def test_a_process_that_starts_counts_no_death_of_one_that_is_posting_but_of_one_that_was_killed(
    offices: Offices,
) -> None:
    offices.stalling.start().manage("PUT", "/v1/manage/retailer", RETAILER)
    register = offices.stalling.enrol("HOUSTON-1")
    paper = PaperRegister(register.register_name, register.store, register.epoch)
    sale = sent(paper.sale())

    def post() -> None:
        """Nobody hears the answer: the process is killed over it."""
        with pytest.raises(OSError, match=r"."):
            register.call("POST", "/v1/real-time/documents", register.batch(sale))

    posting = threading.Thread(target=post)
    posting.start()
    while not offices.is_stalled():
        posting.join(0.05)

    offices.other.start()
    assert offices.marks_and_deaths() == (1, [])

    offices.stalling.kill()
    posting.join()
    offices.other.stop()
    offices.other.start()
    assert offices.marks_and_deaths() == (0, [(1,)])
