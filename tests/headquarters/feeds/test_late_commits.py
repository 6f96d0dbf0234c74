"""On PostgreSQL units of work commit in any order: a feed delays what is not settled, and skips nothing."""

import random
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import count

import psycopg
import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.orm import Session

from headquarters.base import table_of
from headquarters.feeds.models import Change
from headquarters.feeds.service import Page, changes, page, total
from headquarters.feeds.telling import START, Position, begin_anew_if_restored
from headquarters.installation import installation
from tests.fixtures.fix_postgresql import PostgresServer
from tests.headquarters.conftest import POSTGRESQL, Books

pytestmark = pytest.mark.parametrize("engine", [POSTGRESQL], indirect=True)

FEED, WRITERS, UNITS = "layouts", 8, 25
_SAY = "INSERT INTO changes (feed, scope, key, gone, value) VALUES ('layouts', '', %s, false, '{}')"


class Writer:
    """Somebody who writes changes past headquarters' own order of writers, and may take their time to commit."""

    def __init__(self, address: str) -> None:
        self._connection = psycopg.connect(address)

    def say(self, key: str) -> None:
        self._connection.execute(_SAY, (key,))

    def commit(self) -> None:
        self._connection.commit()

    def give_up(self) -> None:
        self._connection.rollback()

    def close(self) -> None:
        self._connection.close()


@pytest.fixture
def writers(books: Books) -> Iterator[list[Writer]]:
    with ExitStack() as ends:
        made = [Writer(books.address) for _ in range(WRITERS)]
        for each in made:
            ends.callback(each.close)
        yield made


def read(books: Books, cursor: str = "", limit: int = 1000) -> Page:
    with books.parts.database.reading() as session:
        return page(session, FEED, "HOUSTON", cursor, limit)


class NaiveReader:
    """Who goes on from the highest sequence seen."""

    def __init__(self) -> None:
        self._last = 0
        self.keys: list[str] = []

    def read(self, session: Session) -> None:
        rows = session.execute(
            select(Change.sequence, Change.key)
            .where(Change.feed == FEED, Change.sequence > self._last)
            .order_by(Change.sequence)
        )
        for sequence, key in rows:
            self._last = sequence
            self.keys.append(key)


def test_what_commits_late_is_told_late_and_who_reads_by_sequence_alone_never_hears_of_it(
    books: Books, writers: list[Writer]
) -> None:
    early, late = writers[:2]
    start, naive = read(books).cursor, NaiveReader()
    late.say("late")
    early.say("early")
    early.commit()

    with books.parts.database.reading() as session:
        naive.read(session)
    held = read(books, start)
    late.commit()
    with books.parts.database.reading() as session:
        naive.read(session)
    told = read(books, held.cursor)

    assert held.rows == ()
    assert [row.key for row in told.rows] == ["late", "early"]
    assert "early" in naive.keys
    assert "late" not in naive.keys


def test_a_unit_of_work_that_is_given_up_holds_nothing_up_any_more(
    books: Books, writers: list[Writer]
) -> None:
    start = read(books).cursor
    writers[0].say("given up")
    writers[1].say("kept")
    writers[1].commit()
    assert read(books, start).rows == ()

    writers[0].give_up()

    assert [row.key for row in read(books, start).rows] == ["kept"]


def test_a_reader_who_looks_on_holds_nothing_up(books: Books, writers: list[Writer]) -> None:
    start = read(books).cursor
    with books.parts.database.reading() as looking_on:
        looking_on.execute(select(Change.key))
        writers[0].say("told")
        writers[0].commit()

        assert [row.key for row in read(books, start).rows] == ["told"]


def test_of_eight_writers_with_delays_and_rollbacks_nothing_is_lost(
    books: Books, writers: list[Writer]
) -> None:
    """Which of them goes on is drawn; between any two of their steps somebody reads."""
    drawn = random.Random(64)
    start, naive, numbers = read(books).cursor, NaiveReader(), count()
    told, committed, cursor = [], [], start
    open_units: dict[Writer, list[str]] = {}
    left = WRITERS * UNITS
    while left or open_units:
        writer = drawn.choice(writers)
        if writer not in open_units:
            if not left:
                continue
            open_units[writer], left = [], left - 1
        step = drawn.random()
        if step < 0.5:
            open_units[writer].append(f"k{next(numbers)}")
            writer.say(open_units[writer][-1])
        elif step < 0.9:
            committed += open_units.pop(writer)
            writer.commit()
        else:
            open_units.pop(writer)
            writer.give_up()
        if drawn.random() < 0.3:
            found = read(books, cursor, limit=drawn.choice((1, 3, 1000)))
            told += [row.key for row in found.rows]
            cursor = found.cursor
            with books.parts.database.reading() as session:
                naive.read(session)
    while (found := read(books, cursor, limit=50)).rows:
        told += [row.key for row in found.rows]
        cursor = found.cursor
    with books.parts.database.reading() as session:
        naive.read(session)

    assert len(told) == len(set(told))
    assert set(told) == set(committed)
    assert len(set(committed) - set(naive.keys)) > len(committed) // 10


def test_writers_who_run_at_once_lose_nothing(books: Books) -> None:
    """The same through real threads and real delays: whoever reads meanwhile ends with what there is."""
    begun, errors = threading.Barrier(WRITERS + 1), []

    def write(number: int) -> None:
        drawn = random.Random(number)
        writer = Writer(books.address)
        try:
            begun.wait()
            for unit in range(UNITS):
                writer.say(f"{number}-{unit}")
                writer._connection.execute("SELECT pg_sleep(%s)", (drawn.random() * 0.01,))
                (writer.give_up if unit % 5 == 4 else writer.commit)()
        except Exception as error:  # noqa: BLE001 -- told below
            errors.append(error)
        finally:
            writer.close()

    cursor = read(books).cursor
    threads = [threading.Thread(target=write, args=(number,)) for number in range(WRITERS)]
    for each in threads:
        each.start()
    begun.wait()
    told: list[str] = []
    while any(each.is_alive() for each in threads):
        found = read(books, cursor, limit=7)
        told += [row.key for row in found.rows]
        cursor = found.cursor
    told += [row.key for row in read(books, cursor).rows]

    assert errors == []
    assert sorted(told) == sorted(
        f"{number}-{unit}" for number in range(WRITERS) for unit in range(UNITS) if unit % 5 < 4
    )


def test_two_hundred_thousand_rows_of_one_commit_are_paged_by_unit_and_sequence(books: Books) -> None:
    rows = 200_000
    with books.parts.database.reading() as session:
        _, start, _ = changes(session, "prices", "HOUSTON", START, 1000)
    with books.parts.database.writing() as session:
        said = select(text("'prices', '', 'P' || n, false, '{}'::json FROM generate_series(1, 200000) n"))
        session.execute(insert(table_of(Change)).from_select(["feed", "scope", "key", "gone", "value"], said))

    keys, pages, after, more = set(), 0, start, True
    with books.parts.database.reading() as session:
        while more:
            told, last, more = changes(session, "prices", "HOUSTON", after, 5000)
            assert last > after
            assert last.unit > start.unit
            keys |= {row.key for row in told}
            after, pages = last, pages + 1
        assert total(session, "prices", "HOUSTON") >= rows

    assert (len(keys), pages) == (rows, rows // 5000)


def test_a_database_restored_into_another_server_begins_anew(
    books: Books, postgresql: PostgresServer
) -> None:
    before = read(books)
    with books.parts.database.writing() as session:
        begin_anew_if_restored(session, "incarnation-2")
        assert installation(session).incarnation == "incarnation-1"

    postgresql.run("UPDATE changes SET unit = unit + 1000000000", books.address)
    with books.parts.database.writing() as session:
        begin_anew_if_restored(session, "incarnation-2")

    after = read(books)
    assert after.rows == before.rows
    assert after.cursor == f"incarnation-2.{Position(0, int(before.cursor.rpartition('-')[2])).written()}"
