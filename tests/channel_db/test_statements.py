"""A compiled statement binds by name, and keeps the values it was built with."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, bindparam, create_engine, select, update

from channel_db.engine import connect
from channel_db.errors import StorageBug
from channel_db.journal.models import OutboxRow, SeriesRow
from channel_db.statements import Statement, insertion


@pytest.fixture
def connection() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    SeriesRow.metadata.create_all(engine)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


ADD = insertion(SeriesRow.__table__, "name", "last")


def test_rows_are_bound_by_name(connection: Connection) -> None:
    ADD.run_all(connection, [{"last": 1, "name": "a"}, {"name": "b", "last": 2}])

    assert list(Statement(select(SeriesRow.last).order_by(SeriesRow.name)).run(connection).scalars()) == [
        1,
        2,
    ]


def test_no_rows_are_no_call(connection: Connection) -> None:
    ADD.run_all(connection, [])

    assert Statement(select(SeriesRow.last)).run(connection).first() is None


def test_a_value_of_none_is_kept_and_a_missing_one_is_noticed(connection: Connection) -> None:
    free = Statement(update(OutboxRow).where(OutboxRow.uuid == bindparam("entry")).values(leased_by=None))

    free.run(connection, entry="u")
    with pytest.raises(KeyError, match="entry"):
        free.run(connection)
    with pytest.raises(KeyError, match="last"):
        ADD.run(connection, name="a")


def test_a_constant_beside_one_name_is_bound(connection: Connection) -> None:
    ADD.run(connection, name="a", last=7)
    named = Statement(
        select(SeriesRow.last).where(SeriesRow.name == bindparam("series"), SeriesRow.last == 7)
    )

    assert named.run(connection, series="a").scalar_one() == 7


def test_what_is_asked_of_the_driver_itself_is_what_is_kept(connection: Connection) -> None:
    last = Statement(select(SeriesRow.last).where(SeriesRow.name == bindparam("series")))

    assert ADD.write(connection, name="a", last=7).rowcount == 1
    assert last.one(connection, series="a") == (7,)
    assert last.one(connection, series="b") is None


@pytest.mark.parametrize(
    "ask",
    [
        lambda connection: ADD.write(connection, name="a", last=1),
        lambda connection: ADD.run_all(connection, [{"name": "a", "last": 1}]),
        lambda connection: Statement(select(SeriesRow.last)).one(connection),
        lambda connection: Statement(select(SeriesRow.last)).run(connection),
    ],
)
def test_an_error_is_told_in_the_same_words_whoever_is_asked(
    tmp_path: Path, ask: Callable[[Connection], object]
) -> None:
    connection = connect(tmp_path / "empty.db")

    with pytest.raises(StorageBug, match=r"empty\.db: no such table: series: "):
        ask(connection)
