"""What the tests of headquarters are given: a real process, and its parts on a real database file."""

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from headquarters.cases.service import count_open
from headquarters.context import Headquarters, token_hash
from headquarters.database import Database, open_database
from headquarters.devices.service import KnownDevice, enrol, make_code
from headquarters.feeds.service import page
from headquarters.installation import ensure_installation
from headquarters.jobs.models import JobSession
from headquarters.jobs.service import run_job
from headquarters.manage.retailer import Retailer, keep_retailer
from headquarters.manage.routes import counts_of
from headquarters.uploads.taking import take
from retail.clock import ReadClock
from retail.ids import TimeOrderedIds
from retail.orders.order import OrderState
from retail.wire.orders import order_of
from retail.wire.protocol import Upload, UploadResult
from tests.fixtures.card_terminal import TableTerminal
from tests.fixtures.fix_headquarters import RunningHeadquarters, headquarters
from tests.fixtures.fix_postgresql import PostgresServer, postgresql
from tests.headquarters.shop import NOW, RETAILER, PaperRegister, as_json

__all__ = ["headquarters", "postgresql"]

SQLITE, POSTGRESQL = "sqlite", "postgresql"
only_sqlite = pytest.mark.parametrize("engine", [SQLITE], indirect=True)
both_engines = pytest.mark.parametrize("engine", [SQLITE, POSTGRESQL], indirect=True)

ADMINISTRATOR = "administrator-of-the-tests"


@dataclass
class HandClock:
    """A clock that is moved by hand."""

    time: datetime = NOW

    def now(self) -> datetime:
        return self.time

    def forward(self, **time: float) -> None:
        self.time += timedelta(**time)


@dataclass
class Books:
    """The parts of a headquarters without its web server."""

    parts: Headquarters
    clock: HandClock
    folder: Path
    address: str = ""
    devices: dict[str, KnownDevice] = field(default_factory=dict)

    @property
    def processor(self) -> TableTerminal:
        """Who charges cards on file here."""
        assert isinstance(self.parts.processor, TableTerminal)
        return self.parts.processor

    def enrol(self, register: str = "HOUSTON-1") -> PaperRegister:
        with self.parts.database.writing() as session:
            code = make_code(session, register, self.clock.now())
            device, _ = enrol(session, code, "test", self.parts.ids.new(), self.clock.now())
        self.devices[register] = device
        return PaperRegister(register, device.store, device.epoch)

    def upload(
        self, *documents: dict[str, str], by: str = "HOUSTON-1", at_once: bool = False
    ) -> list[UploadResult]:
        uploads = [Upload.model_validate(each) for each in documents]
        taken = take(self.parts, self.devices[by], uploads, at_once=at_once)
        return [UploadResult.model_validate_json(each.written()) for each in taken]

    def job(self, name: str) -> JobSession:
        return run_job(self.parts, name, "test")

    def counts(self) -> dict[str, int]:
        return counts_of(self.parts).model_dump()

    def feed(self, name: str, store: str = "HOUSTON") -> dict[str, Any]:
        """The present rows of a feed as a store sees them."""
        with self.parts.database.reading() as session:
            return {row.key: row.value for row in page(session, name, store, "", 1000).rows if not row.gone}

    def orders(self, store: str = "HOUSTON") -> list[OrderState]:
        return [order_of(value) for value in self.feed("orders", store).values()]

    def cases(self) -> int:
        with self.parts.database.reading() as session:
            return count_open(session)


def parts_on(folder: Path, clock: HandClock, address: str = "") -> Headquarters:
    return parts_around(open_database(folder, address), clock, folder)


def parts_around(database: Database, clock: HandClock, folder: Path) -> Headquarters:
    ids = TimeOrderedIds(ReadClock(clock.now), random.Random(1))
    return Headquarters(database, clock, ids, token_hash(ADMINISTRATOR), TableTerminal(), folder)


def open_the_shop(parts: Headquarters) -> None:
    """Put the test retailer into books that are new, and let go of them."""
    with parts.database.writing() as session:
        ensure_installation(session, "incarnation-1", parts.now())
    with parts.database.writing() as session:
        keep_retailer(session, Retailer.model_validate_json(as_json(RETAILER)), parts.now())
    parts.database.close()


@pytest.fixture(scope="session")
def shop_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the test retailer in it, made once."""
    folder = tmp_path_factory.mktemp("shop")
    open_the_shop(parts_on(folder, HandClock()))
    return folder


@pytest.fixture(scope="session")
def shop_address(postgresql: PostgresServer, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The same in PostgreSQL; the books of every test lie in it, one after another."""
    address = postgresql.make()
    open_the_shop(parts_on(tmp_path_factory.mktemp("shop"), HandClock(), address))
    postgresql.remember(address)
    return address


@pytest.fixture(scope="session")
def shop_database(shop_address: str) -> Iterator[Database]:
    """That one, opened once."""
    database = open_database(Path(), shop_address)
    yield database
    database.close()


@pytest.fixture
def engine(request: pytest.FixtureRequest) -> str:
    """What the books are kept in; a file marks its tests with `both_engines` where both must do."""
    return str(getattr(request, "param", request.config.getoption("--engine")))


@pytest.fixture
def books(request: pytest.FixtureRequest, engine: str, shop_folder: Path, tmp_path: Path) -> Iterator[Books]:
    """The books of the test retailer, with nothing booked yet."""
    folder, clock = tmp_path / "books", HandClock()
    if engine == SQLITE:
        shutil.copytree(shop_folder, folder)
        parts = parts_on(folder, clock)
        yield Books(parts, clock, folder)
        parts.database.close()
    else:
        folder.mkdir()
        address: str = request.getfixturevalue("shop_address")
        server: PostgresServer = request.getfixturevalue("postgresql")
        server.go_back(address)
        yield Books(
            parts_around(request.getfixturevalue("shop_database"), clock, folder), clock, folder, address
        )


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHeadquarters]:
    """A headquarters process with the test retailer, shared by the tests of one file."""
    running = RunningHeadquarters(tmp_path_factory.mktemp("headquarters")).start()
    try:
        running.manage("PUT", "/v1/manage/retailer", RETAILER)
        yield running
    finally:
        running.stop()
