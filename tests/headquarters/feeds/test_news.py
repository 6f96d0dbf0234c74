"""A register that has read everything hears so with its hello; what is new is named, however late it commits."""

from dataclasses import replace

import psycopg
import pytest

from headquarters.feeds.heads import Heads
from headquarters.feeds.news import news_for
from headquarters.feeds.service import page, publish
from headquarters.installation import begin_new_life
from retail.wire.protocol import FEED_NAMES, cursors_text
from tests.headquarters.conftest import POSTGRESQL, Books, both_engines

SAY = "INSERT INTO changes (feed, scope, key, gone, value) VALUES ('layouts', '', %s, false, '{}')"


class Reader:
    """A register of a store that reads what has news for it, and nothing else."""

    def __init__(self, books: Books, register: str = "HOUSTON-1") -> None:
        self.books = books
        books.enrol(register)
        self.device = books.devices[register]
        self.cursors = dict.fromkeys(FEED_NAMES, "")
        self.keys: list[str] = []
        self.read(FEED_NAMES)

    def news(self) -> tuple[str, ...] | None:
        return news_for(self.books.parts, self.device, cursors_text(self.cursors))

    def read(self, feeds: tuple[str, ...]) -> None:
        for feed in feeds:
            with self.books.parts.database.reading() as session:
                found = page(session, feed, self.device.store, self.cursors[feed], 1000)
            self.cursors[feed] = found.cursor
            self.keys += [row.key for row in found.rows]


def say(books: Books, key: str, feed: str = "layouts", scope: str = "") -> None:
    with books.parts.database.writing() as session:
        publish(session, feed, {key: {"v": key}}, scope)


@both_engines
def test_only_what_has_news_for_this_store_is_named_until_it_is_read(books: Books) -> None:
    reader = Reader(books)
    assert reader.news() == ()

    say(books, "theirs", "orders", "SEATTLE")
    assert reader.news() == ()
    say(books, "ours", "orders", "HOUSTON")
    say(books, "everybody's")
    assert reader.news() == ("layouts", "orders")

    reader.read(("layouts", "orders"))
    assert reader.news() == ()
    assert reader.keys[-2:] == ["everybody's", "ours"]


@both_engines
def test_what_another_process_publishes_is_named_by_this_one(books: Books) -> None:
    reader = Reader(books)
    assert reader.news() == ()
    other = replace(books, parts=replace(books.parts, heads=Heads()))

    say(other, "new")

    assert reader.news() == ("layouts",)


@both_engines
def test_a_feed_not_begun_a_cursor_of_another_life_and_one_that_is_ahead_are_named(books: Books) -> None:
    reader = Reader(books)
    del reader.cursors["staff"]
    reader.cursors["prices"] = "somebody.else"
    reader.cursors["stock"] = reader.cursors["stock"].rpartition(".")[0] + ".999999999"
    assert reader.news() == ("staff", "prices", "stock")

    with books.parts.database.writing() as session:
        begin_new_life(session, "incarnation-2", books.parts.now())

    assert reader.news() == FEED_NAMES


@both_engines
def test_who_does_not_say_how_far_it_has_read_hears_of_no_news_and_asks_for_all(books: Books) -> None:
    reader = Reader(books)

    assert news_for(books.parts, reader.device, "") is None


@both_engines
def test_a_hello_says_that_the_settings_were_kept(books: Books) -> None:
    reader = Reader(books)
    say(books, "HOUSTON", "settings", "HOUSTON")
    reader.read(("settings",))

    reader.news()

    assert (
        books.parts.positions["HOUSTON-1"]["settings"].written()
        == reader.cursors["settings"].rpartition(".")[2]
    )


@pytest.mark.parametrize("engine", [POSTGRESQL], indirect=True)
def test_what_commits_late_is_named_once_it_may_be_told_and_not_passed_over(books: Books) -> None:
    reader = Reader(books)
    assert reader.news() == ()

    with psycopg.connect(books.address) as late, psycopg.connect(books.address) as early:
        late.execute(SAY, ("late",))
        early.execute(SAY, ("early",))
        early.commit()
        held = reader.news()
        late.commit()
        told = reader.news()
    assert told is not None
    reader.read(told)

    assert (held, told) == ((), ("layouts",))
    assert reader.keys[-2:] == ["late", "early"]
    assert reader.news() == ()
