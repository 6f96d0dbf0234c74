"""Programs from the nursery are processes like others: they talk, fail in words, die of SIGKILL, and leave nothing."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from headquarters.database import FILE_NAME, open_database
from rehearsal.children import Child, ChildFailed, Start, spawn
from rehearsal.nursery import opened_nursery
from rehearsal.office import Office


@pytest.fixture(scope="module", params=["spawned", "forked"])
def start(request: pytest.FixtureRequest) -> Iterator[Start]:
    with opened_nursery() if request.param == "forked" else contextlib.nullcontext() as nursery:
        yield nursery.start if nursery else spawn


@pytest.fixture
def echo(tmp_path: Path, start: Start) -> Iterator[Child]:
    child = Child("tests.rehearsal.echo", ["--loud"], tmp_path / "echo.log", start)
    yield child
    child.kill()


def test_a_program_answers_line_by_line_with_its_arguments(echo: Child) -> None:
    assert echo.ask("hello")["said"] == "hello"
    assert echo.ask({"do": "x"})["arguments"] == ["--loud"]


def test_it_is_a_process_of_its_own(echo: Child) -> None:
    assert echo.ask("hello")["process"] not in (os.getpid(), os.getppid())


def test_a_killed_one_is_not_there_any_more(echo: Child) -> None:
    echo.ask("hello")
    echo.kill()

    with pytest.raises(ChildFailed, match=r"tests\.rehearsal\.echo"):
        echo.ask("are you there?")


def test_the_last_words_of_one_that_failed_are_told(echo: Child) -> None:
    with pytest.raises(ChildFailed, match=r"ended.*the echo was told to fail"):
        echo.ask("fail")


def test_an_answer_that_is_no_json_is_named(echo: Child) -> None:
    with pytest.raises(ChildFailed, match="answered 'mumble'"):
        echo.ask("mumble")


def test_one_that_says_nothing_is_not_waited_for_long(echo: Child) -> None:
    echo.say("be silent")

    with pytest.raises(ChildFailed, match=r"did not answer within 0\.2 s"):
        echo.line(0.2)


def test_one_asked_to_end_ends(echo: Child) -> None:
    echo.ask("hello")
    echo.end()

    with pytest.raises(ChildFailed):
        echo.line(1)


def test_a_headquarters_begins_with_the_books_that_its_migrations_make(tmp_path: Path, start: Start) -> None:
    office = Office(tmp_path / "here", "administrator-of-the-rehearsal", ("--no-schedule",), 1, start)
    office.kill()
    open_database(tmp_path / "there").close()

    here, there = (schema_of(tmp_path / name / FILE_NAME) for name in ("here", "there"))
    assert here == there


def schema_of(file: Path) -> list[list[str]]:
    """The words of everything in it: a table that was rebuilt has its constraints in any order."""
    connection = dbapi2.connect(str(file))
    try:
        schema = connection.execute(
            "SELECT sql FROM sqlite_master WHERE sql > '' ORDER BY type, name"
        ).fetchall()
        version = connection.execute("SELECT version_num FROM alembic_version").fetchall()
        return [sorted(sql.replace(",", " ").split()) for (sql,) in (*schema, *version)]
    finally:
        connection.close()
