"""What headquarters adds up of a feed is what a register has that has read it to its end, whatever was said to whom."""

import random
from dataclasses import replace

import pytest
from sqlalchemy.orm import Session

from headquarters.feeds.agreeing import compare_feeds
from headquarters.feeds.service import page, publish
from headquarters.feeds.sums import FeedSums, added_up
from retail.wire.base import Json
from retail.wire.protocol import HeldFeed
from retail.wire.sums import FeedSum, row_digest
from tests.headquarters.conftest import Books, both_engines

pytestmark = both_engines

FEED = "layouts"


def say(books: Books, values: dict[str, Json | None], scope: str) -> None:
    with books.parts.database.writing() as session:
        publish(session, FEED, values, scope)


def read(books: Books, store: str) -> tuple[FeedSum, str]:
    """What a register of this store has in the end, and its cursor."""
    with books.parts.database.reading() as session:
        found = page(session, FEED, store, "", 10_000)
    held: dict[str, Json] = {}
    for row in found.rows:
        held.pop(row.key, None)
        if row.value is not None:
            held[row.key] = row.value
    return FeedSum().plus([row_digest(key, value) for key, value in held.items()]), found.cursor


def counted(books: Books, sums: FeedSums, store: str) -> FeedSum:
    with sums.lock, books.parts.database.reading() as session:
        return sums.of(session, FEED, store).sum


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_said_to_whom_and_taken_back_both_add_up_the_same(books: Books, seed: int) -> None:
    chance = random.Random(seed)
    known = FeedSums()
    for _ in range(12):
        values: dict[str, Json | None] = {}
        for key in chance.sample("abcdefgh", 3):
            values[key] = None if chance.random() < 0.3 else {"v": chance.randrange(5), "ø": [1.5, None, "x"]}
        say(books, values, chance.choice(("", "HOUSTON", "SEATTLE")))

        for store in ("HOUSTON", "SEATTLE", "BOSTON"):
            expected, _ = read(books, store)
            assert counted(books, known, store) == expected, "as far as it is known"
            assert counted(books, FeedSums(), store) == expected, "counted anew"


def test_a_feed_is_counted_once_for_all_registers_of_a_store_until_it_changes(
    books: Books, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(books, {"a": {"v": 1}}, "")
    counts: list[str] = []

    def counting(session: Session, feed: str, scope: str) -> FeedSum:
        counts.append(scope)
        return added_up(session, feed, scope)

    monkeypatch.setattr("headquarters.feeds.sums.added_up", counting)
    known = FeedSums()
    for _ in range(3):
        counted(books, known, "HOUSTON")
    assert counts == ["", "HOUSTON"]

    say(books, {"a": {"v": 2}}, "SEATTLE")
    counted(books, known, "HOUSTON")
    assert counts == ["", "HOUSTON"], "what is said to another store is no news"

    say(books, {"a": {"v": 2}}, "HOUSTON")
    counted(books, known, "HOUSTON")
    assert counts == ["", "HOUSTON", "HOUSTON"]


def test_a_row_that_came_in_before_what_was_told_and_was_skipped_is_named(books: Books) -> None:
    books.enrol()
    device = books.devices["HOUSTON-1"]
    say(books, {"a": {"v": 1}}, "")
    say(books, {"a": {"v": 2}}, "")
    sum, cursor = read(books, "HOUSTON")
    held = HeldFeed(feed=FEED, cursor=cursor, count=sum.rows, total=sum.written())
    assert [each.standing for each in compare_feeds(books.parts, device, [held])] == ["same"]
    with books.parts.database.writing() as session:
        session.connection().exec_driver_sql(
            "INSERT INTO changes (sequence, unit, feed, scope, key, gone, value, digest) "
            f"SELECT sequence - 1, unit, feed, scope, 'late', gone, value, {row_digest('late', {'v': 2})} "
            f"FROM changes WHERE feed = '{FEED}' AND key = 'a'"
        )
    another_process = replace(books.parts, feed_sums=FeedSums())

    [found] = compare_feeds(another_process, device, [held])

    assert (found.standing, found.count) == ("other", sum.rows + 1)
