"""A feed says each key's latest value once, in order, to those it concerns, and never skips anything."""

import random
from typing import Any

import pytest
from sqlalchemy import event

from headquarters.errors import Refusal
from headquarters.feeds.service import Page, changes, count_between, page, publish
from headquarters.feeds.telling import START, Position, read_position
from retail.wire.base import Json
from tests.headquarters.conftest import Books, both_engines

pytestmark = both_engines


PLAN = {"sqlite": "QUERY PLAN ", "postgresql": ""}
INDEXED = {"sqlite": "(feed=? AND unit=? AND sequence>?", "postgresql": "(ROW(unit, sequence) > ROW("}


def say(books: Books, values: dict[str, Json | None], scope: str = "") -> int:
    with books.parts.database.writing() as session:
        return publish(session, "layouts", values, scope)


def read(
    books: Books, cursor: str = "", limit: int = 1000, store: str = "HOUSTON", feed: str = "layouts"
) -> Page:
    with books.parts.database.reading() as session:
        return page(session, feed, store, cursor, limit)


def test_values_come_in_the_order_they_were_said(books: Books) -> None:
    start = read(books).cursor
    say(books, {"a": {"v": 1}, "b": {"v": 1}})
    say(books, {"a": {"v": 2}})

    found = read(books, start)

    assert [(row.key, row.value) for row in found.rows] == [("b", {"v": 1}), ("a", {"v": 2})]
    assert not found.more
    assert read(books, found.cursor) == Page((), found.cursor, more=False)


def test_value_that_has_not_changed_is_not_said_again(books: Books) -> None:
    assert say(books, {"a": {"v": 1}, "b": {"v": 1}}) == 2
    cursor = read(books).cursor

    assert say(books, {"a": {"v": 1}, "b": {"v": 2}}) == 1
    assert [row.key for row in read(books, cursor).rows] == ["b"]


def test_what_is_gone_leaves_a_tombstone_once(books: Books) -> None:
    say(books, {"a": {"v": 1}})
    cursor = read(books).cursor

    assert say(books, {"a": None, "never": None}) == 1
    assert say(books, {"a": None}) == 0
    assert [(row.key, row.gone, row.value) for row in read(books, cursor).rows] == [("a", True, None)]

    say(books, {"a": {"v": 1}})
    assert [(row.key, row.gone) for row in read(books, cursor).rows] == [("a", False)]


def test_other_stores_rows_are_never_seen(books: Books) -> None:
    say(books, {"ours": {}}, "HOUSTON")
    say(books, {"theirs": {}}, "SEATTLE")
    say(books, {"all": {}})

    assert [row.key for row in read(books).rows] == ["sale", "ours", "all"]
    assert [row.key for row in read(books, store="SEATTLE").rows] == ["sale", "theirs", "all"]
    assert [row.key for row in read(books, store="").rows] == ["sale", "all"]


def test_a_key_that_was_said_to_everybody_and_to_the_store_counts_once(books: Books) -> None:
    before = read(books).total
    say(books, {"a": {}, "b": {}})
    say(books, {"a": None})
    say(books, {"a": {}, "c": {}}, "HOUSTON")
    say(books, {"a": {}, "d": {}}, "SEATTLE")

    assert before is not None
    assert read(books).total == before + 3
    assert read(books).total == len({row.key for row in read(books).rows})


@pytest.mark.parametrize("seed", range(5))
def test_reader_who_pages_while_rows_change_ends_with_what_headquarters_has(books: Books, seed: int) -> None:
    chance = random.Random(seed)
    held: dict[str, Json | None] = {}
    cursor, said = "", 0
    while True:
        if said < 60:
            said += 1
            say(books, {str(chance.randrange(12)): chance.choice([None, {"v": said}]) for _ in range(3)})
        found = read(books, cursor, chance.randint(1, 4))
        held |= {row.key: row.value for row in found.rows}
        assert found.more == (len(read(books, found.cursor).rows) > 0)
        cursor = found.cursor
        if said == 60 and not found.more:
            break

    present = {row.key: row.value for row in read(books).rows if not row.gone}
    assert {key: value for key, value in held.items() if value is not None} == present


def test_more_rows_than_one_statement_takes_are_all_said(books: Books) -> None:
    assert say(books, {str(number): {"v": number} for number in range(1200)}) == 1200
    assert say(books, {str(number): {"v": number} for number in range(1200)}) == 0


def place(cursor: str) -> Position:
    found = read_position(cursor.rpartition(".")[2])
    assert found is not None
    return found


def test_sequence_is_never_given_twice(books: Books) -> None:
    say(books, {"a": {"v": 1}})
    before = read(books).cursor
    say(books, {"a": None})
    say(books, {"a": {"v": 1}})

    assert place(read(books).cursor).sequence == place(before).sequence + 2


def test_cursor_of_times_to_come_asks_to_begin_again(books: Books) -> None:
    say(books, {"a": {"v": 1}})
    last = place(read(books).cursor)
    ahead = last._replace(sequence=last.sequence + 1)

    with pytest.raises(Refusal, match="ahead of this headquarters") as refused:
        read(books, f"incarnation-1.{ahead.written()}")

    assert refused.value.status == 410


def test_cursor_from_before_there_were_units_goes_on_where_it_stands(books: Books) -> None:
    say(books, {"a": {"v": 1}})

    assert place("incarnation-1.0") == START
    assert [row.key for row in read(books, "incarnation-1.0").rows] == [row.key for row in read(books).rows]


@pytest.mark.parametrize(
    "cursor",
    ["incarnation-2.1", "1", "incarnation-1.", "incarnation-1.-1", "incarnation-1.x", "incarnation-1.999999999-1",
     "incarnation-1.5-", "incarnation-1.99999999999999999999", "' OR 1=1"],
)  # fmt: skip
def test_cursor_of_elsewhere_asks_to_begin_again(books: Books, cursor: str) -> None:
    with pytest.raises(Refusal, match="Read the feed from the start") as refused:
        read(books, cursor)

    assert refused.value.status == 410


def test_unknown_feed_is_refused(books: Books) -> None:
    with pytest.raises(Refusal, match="no such feed") as refused:
        read(books, feed="secrets")

    assert refused.value.status == 404


def test_a_page_is_found_by_its_place_and_not_read_from_the_start(books: Books) -> None:
    say(books, {f"k{number}": {"v": number} for number in range(3000)})
    plans: list[str] = []

    def explain(_: object, __: object, statement: str, values: Any, *___: object) -> None:
        if "changes" in statement and not statement.startswith("EXPLAIN"):
            rows = session.connection().exec_driver_sql(f"EXPLAIN {PLAN[kind]}{statement}", values).all()
            plans.append(" ".join(str(part) for row in rows for part in row))

    with books.parts.database.reading() as session:
        _, after, _ = changes(session, "layouts", "HOUSTON", START, 1500)
        kind = session.connection().dialect.name
        event.listen(session.connection(), "before_cursor_execute", explain)
        _, last, more = changes(session, "layouts", "HOUSTON", after, 1000)
        count_between(session, "layouts", after, last)

    assert more
    for plan in plans:
        assert INDEXED[kind] in plan.replace("changes.", "")
    assert len(plans) == 2
