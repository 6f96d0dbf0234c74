"""A compiled statement binds by name, and keeps the values it was built with."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, bindparam, create_engine, select, update

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
