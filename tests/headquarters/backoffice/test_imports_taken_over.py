"""A file whose process of headquarters ends is taken in after its next start, or given up in words."""

import signal
from dataclasses import replace
from http.client import HTTPException  # noqa: TID251 -- how a line ends at which nobody is any more
from pathlib import Path

import pytest

from headquarters.context import Headquarters
from headquarters.importing.models import ImportState
from headquarters.importing.waiting import COME_BACK, LOST, found
from headquarters.jobs.service import run_job
from headquarters.jobs.work import IMPORT_JOB
from headquarters.lives import life_of
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.fixtures.fix_postgresql import PostgresServer
from tests.headquarters.backoffice.browser import Browser, set_up_code
from tests.headquarters.backoffice.test_imports import bring, brought, figures, state, when_done
from tests.headquarters.conftest import POSTGRESQL, SQLITE, Books, both_engines

GOODS = b"number,name,price\nP,Pear,1.50\nQ,Quince,2.50\n"


def dies_at(browser: Browser, running: RunningHeadquarters) -> None:
    """Have a checked file taken in: the process ends while it writes the goods."""
    with pytest.raises((OSError, HTTPException)):
        browser.press(f"/office/imports/{browser.address.rpartition('/')[2]}/take")
    assert running.process is not None
    running.process.wait(60)
    assert running.kill() == -signal.SIGKILL


@pytest.mark.parametrize("engine", [SQLITE, POSTGRESQL])
def test_a_killed_process_takes_its_file_in_after_its_next_start(
    request: pytest.FixtureRequest, tmp_path: Path, engine: str
) -> None:
    options: tuple[str, ...] = ("--job-seconds", "0.5")
    if engine == POSTGRESQL:
        server: PostgresServer = request.getfixturevalue("postgresql")
        options += ("--database", server.make())
    dying = RunningHeadquarters(tmp_path / "dying", options, module="tests.headquarters.deadly").start()
    try:
        ada = Browser(dying.url).set_up(set_up_code(dying))
        assert figures(bring(ada, GOODS, currency="NOK")) == [2, 0, 0, 0]
        address = ada.address.removeprefix(ada.url)
        dies_at(ada, dying)

        (dying.folder / "mended").touch()
        dying.start()
        ada = Browser(dying.url).sign_in()
        ada.get(address)
        text = when_done(ada)
        assert "Taken in by Ada" in text
        assert figures(text) == [2, 0, 0, 0]
        assert "Quince" in ada.get("/office/products?text=Q")
    finally:
        dying.kill()


def test_another_process_says_that_the_file_is_with_one_that_has_ended_until_that_comes_back(
    postgresql: PostgresServer, tmp_path: Path
) -> None:
    options = ("--no-schedule", "--database", postgresql.make())
    dying = RunningHeadquarters(tmp_path / "dying", options, module="tests.headquarters.deadly").start()
    other = RunningHeadquarters(tmp_path / "other", options).start()
    try:
        ada = Browser(dying.url).set_up(set_up_code(dying))
        bring(ada, GOODS, currency="NOK")
        address = ada.address.removeprefix(ada.url)
        dies_at(ada, dying)
        bo = Browser(other.url).sign_in()

        bo.get("/office/jobs")
        bo.press(f"/office/jobs/{IMPORT_JOB}/run")
        assert "It may come back to it until" in bo.get(address)

        (dying.folder / "mended").touch()
        dying.start()
        ada = Browser(dying.url).sign_in()
        ada.get("/office/jobs")
        ada.press(f"/office/jobs/{IMPORT_JOB}/run")
        bo.get(address)
        assert "Taken in by Ada" in when_done(bo)
    finally:
        dying.kill()
        other.stop()


@both_engines
def test_a_file_is_given_up_only_when_its_process_has_ended_and_stayed_away(
    books: Books, tmp_path: Path
) -> None:
    mine = replace(books.parts, process="mine")
    other = replace(books.parts, process="other", folder=tmp_path / "elsewhere")
    row = brought(kept_by(books, mine), GOODS)
    with books.parts.database.claim(life_of("mine")):
        for _ in range(2):
            run_job(other, IMPORT_JOB, "schedule")
            books.clock.forward(minutes=11)
        assert (state(books, row).state, state(books, row).until) == (ImportState.WAITING, "")

    run_job(other, IMPORT_JOB, "schedule")
    run_job(other, IMPORT_JOB, "schedule")
    assert state(books, row).state is ImportState.WAITING
    books.clock.forward(seconds=COME_BACK.total_seconds() + 1)
    run_job(other, IMPORT_JOB, "schedule")
    there = state(books, row)
    assert (there.state, there.words["template"]) == (ImportState.REFUSED, LOST)
    assert there.ended_at is not None
    with books.parts.database.reading() as session:
        assert found(session, row).file_name == "goods.csv"


@both_engines
def test_who_comes_back_under_another_name_has_its_files_still(books: Books, tmp_path: Path) -> None:
    row = brought(kept_by(books, replace(books.parts, process="before")), GOODS)
    other = replace(books.parts, process="other", folder=tmp_path / "elsewhere")
    run_job(other, IMPORT_JOB, "schedule")
    books.clock.forward(seconds=COME_BACK.total_seconds() + 1)

    run_job(replace(books.parts, process="after"), IMPORT_JOB, "schedule")

    there = state(books, row)
    assert (there.state, there.owner, there.until) == (ImportState.CHECKED, "after", "")


def kept_by(books: Books, parts: Headquarters) -> Books:
    """The same books, as another process has them."""
    return replace(books, parts=parts)
