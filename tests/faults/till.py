"""A register with a real headquarters, whose disk and credentials can be copied, and the fixtures that make one."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from channel_db.credentials import Credentials, read_credentials, write_credentials
from channel_db.device import read_device
from channel_db.engine import open_catalog, open_journal
from sync_agent.enrolment import enrol
from tests.channel_db.making import SetClock
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.shop import NOW, RETAILER
from tests.sync_agent.test_agreement import Shop


class Till(Shop):
    """A register of its own headquarters, whose disk can be copied."""

    def copied(self, folder: Path) -> "Till":
        """The same register on another disk, as its disk is now."""
        shutil.copytree(self.folder, folder)
        other = object.__new__(Till)
        vars(other).update(vars(self), folder=folder, paper=replace(self.paper, seed=self.paper.seed + 1000))
        return other

    def enrol_again(self) -> None:
        """As a person does it, with a new code."""
        enrol(self.running.url, code_of(self.running), self.folder, self.clock)
        self.device = read_device(self.folder)
        self.paper = replace(self.paper, epoch=self.device.epoch, seed=self.paper.seed + 500)

    @property
    def credentials(self) -> Credentials:
        return read_credentials(self.folder, self.device)

    def put(self, **changes: str) -> None:
        """Put other credentials in their place."""
        write_credentials(self.folder, replace(self.credentials, **changes))

    def push(self) -> tuple[int, str]:
        """How many documents one push has sent, and its words."""
        done = self.step("push")
        return done.sent, done.words

    def at_headquarters(self) -> int:
        """How many transactions headquarters keeps of this enrolment."""
        (count,) = self.at_hq(f"SELECT count(*) FROM uploads WHERE epoch = '{self.device.epoch}'")[0]
        return int(count)

    def alarms(self, what: str) -> int:
        """How often headquarters told a person of this."""
        (count,) = self.at_hq(
            f"SELECT count(*) FROM cases WHERE kind = 'identity' AND about = 'HOUSTON-1 {what}'"
        )[0]
        return int(count)


def code_of(running: RunningHeadquarters) -> str:
    return str(running.manage("POST", "/v1/manage/enrolment-codes", {"register": "HOUSTON-1"})["code"])


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHeadquarters]:
    """One headquarters process for this file; each test enrols its register anew, under an epoch of its own."""
    folder = tmp_path_factory.mktemp("headquarters")
    (folder / "clock").write_text(NOW.isoformat())
    running = RunningHeadquarters(folder, ("--no-schedule", "--seed", "1", "--clock", str(folder / "clock")))
    try:
        running.start().manage("PUT", "/v1/manage/retailer", RETAILER)
        yield running
    finally:
        running.stop()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The two databases of a register, empty; made once and copied."""
    folder = tmp_path_factory.mktemp("files") / "register"
    open_journal(folder, SetClock()).close()
    open_catalog(folder, SetClock(), writer=True).close()
    return folder


@pytest.fixture
def till(tmp_path: Path, running: RunningHeadquarters, files: Path) -> Till:
    shutil.copytree(files, tmp_path / "register")
    till = Till(tmp_path / "register", running)
    till.at_hq("DELETE FROM cases WHERE kind = 'identity'")
    return till
