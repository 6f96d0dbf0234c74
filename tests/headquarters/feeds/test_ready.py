"""A page kept ready says what a page made now would say, and is proved in the same way."""

import gzip
import json
from collections.abc import Callable

from sqlalchemy.orm import Session

from headquarters.feeds.heads import Reach
from headquarters.feeds.ready import BESIDE_BYTES, MADE_MAX, Range, ReadyPage, ReadyPages, unpacked
from headquarters.feeds.service import changes, publish
from headquarters.feeds.telling import START, Position
from retail.wire.base import Json, digest
from tests.headquarters.conftest import Books

LIMIT = 3
REST: Json = {"nonce": "n", "cursor": "i.3", "more": True, "end": "end"}


def in_books(books: Books, work: Callable[[Session], object]) -> None:
    with books.parts.database.writing() as session:
        work(session)


def publish_eight(books: Books) -> None:
    in_books(
        books, lambda session: publish(session, "prices", {f"P{at}": {"price_minor": at} for at in range(8)})
    )


def reached(books: Books, feed: str = "prices", store: str = "HOUSTON") -> Reach:
    """How far a feed reaches now."""
    with books.parts.database.reading() as session:
        return books.parts.heads.reach(session.connection(), "incarnation-1", feed, store)


def given(books: Books, pages: ReadyPages, after: Position = START) -> tuple[ReadyPage, bool]:
    """What is given of the prices after this position; it is what a page made now would say."""
    which, reach = Range("prices", "HOUSTON", after, LIMIT), reached(books)
    with books.parts.database.reading() as session:
        page, more = pages.get(session, which, reach)
        rows, last, is_more = changes(session, *which)
    said = json.loads(unpacked(page.body(REST)))
    assert said == {"rows": [json.loads(row.written()) for row in rows]} | REST
    assert (page.last, more) == (last, is_more)
    return page, more


def test_a_page_is_given_again_while_its_rows_stand(books: Books) -> None:
    pages = ReadyPages()
    publish_eight(books)
    first, _ = given(books, pages)
    second, _ = given(books, pages, first.last)

    in_books(
        books,
        lambda session: publish(session, "prices", {"P4": {"price_minor": 99}, "new": {"price_minor": 1}}),
    )

    assert given(books, pages)[0] is first
    assert given(books, pages, first.last)[0] is not second


def test_a_page_is_made_anew_when_one_of_its_rows_is_gone(books: Books) -> None:
    pages = ReadyPages()
    publish_eight(books)
    before, _ = given(books, pages)

    in_books(books, lambda session: publish(session, "prices", {"P0": None}))

    assert given(books, pages)[0] is not before


def test_the_last_page_has_what_was_published_since(books: Books) -> None:
    pages = ReadyPages()
    in_books(books, lambda session: publish(session, "prices", {"P": {"price_minor": 1}}))
    page, more = given(books, pages)
    assert not more

    in_books(books, lambda session: publish(session, "prices", {"Q": {"price_minor": 2}}))

    assert given(books, pages)[0].last > page.last


def test_the_last_page_is_given_again_until_its_feed_reaches_further(books: Books) -> None:
    pages = ReadyPages()
    in_books(books, lambda session: publish(session, "prices", {"P": {"price_minor": 1}}))
    page, _ = given(books, pages)

    in_books(books, lambda session: publish(session, "stock", {"P": {"v": 1}}))
    assert given(books, pages)[0] is page

    in_books(books, lambda session: publish(session, "prices", {"P": {"price_minor": 2}}))
    assert given(books, pages)[0] is not page


def test_all_stores_are_given_the_same_page_where_nothing_follows_that_one_alone_may_see(
    books: Books,
) -> None:
    pages = ReadyPages()
    in_books(books, lambda session: publish(session, "layouts", {"theirs": {"v": 1}}, "SEATTLE"))
    in_books(books, lambda session: publish(session, "layouts", {"all": {"v": 1}}))

    def page_of(store: str, after: Position = START) -> ReadyPage:
        reach = reached(books, "layouts", store)
        with books.parts.database.reading() as session:
            return pages.get(session, Range("layouts", store, after, 100), reach)[0]

    assert page_of("HOUSTON") is page_of("AUSTIN")
    theirs = page_of("SEATTLE")
    assert b"theirs" in unpacked(theirs.body(REST))
    assert b"theirs" not in unpacked(page_of("HOUSTON").body(REST))
    in_books(books, lambda session: publish(session, "layouts", {"all": {"v": 2}}))
    assert page_of("SEATTLE", theirs.last) is page_of("HOUSTON", theirs.last)


def test_what_is_said_after_a_look_waits_for_the_next_one_and_is_not_passed_over(books: Books) -> None:
    """A page for everybody is asked for; a row of the store comes before another one for everybody."""
    pages, which = ReadyPages(), Range("layouts", "SEATTLE", START, 100)
    in_books(books, lambda session: publish(session, "layouts", {"all": {"v": 1}}))
    before = reached(books, "layouts", "SEATTLE")
    in_books(books, lambda session: publish(session, "layouts", {"theirs": {"v": 1}}, "SEATTLE"))
    in_books(books, lambda session: publish(session, "layouts", {"later": {"v": 1}}))

    with books.parts.database.reading() as session:
        page, _ = pages.get(session, which, before)
        rest, _ = pages.get(session, which._replace(after=page.last), reached(books, "layouts", "SEATTLE"))

    keys = [[row["key"] for row in json.loads(unpacked(each.body(REST)))["rows"]] for each in (page, rest)]
    assert keys[0][-1] == "all"
    assert keys[1] == ["theirs", "later"]


def test_pages_make_room_for_those_asked_for_later(books: Books) -> None:
    publish_eight(books)
    first, _ = given(books, ReadyPages())
    pages = ReadyPages(max_bytes=len(first.packed) + BESIDE_BYTES + 1)
    first, _ = given(books, pages)
    assert given(books, pages)[0] is first

    given(books, pages, first.last)

    assert given(books, pages)[0] is not first


def test_two_calls_get_the_same_rows_each_with_its_own_digest_and_end(books: Books) -> None:
    publish_eight(books)
    page, _ = given(books, ReadyPages())

    one, other = page.body(REST), page.body(REST | {"nonce": "of another call"})

    for body in (one, other):
        text = gzip.decompress(body.packed)
        assert digest(text) == body.digest
        assert text.endswith(b',"end":"end"}')
    assert json.loads(unpacked(one))["rows"] == json.loads(unpacked(other))["rows"]
    assert one.digest != other.digest


def test_an_answer_tells_of_the_pages_that_are_ready_and_of_a_few_that_are_made_for_it(books: Books) -> None:
    publish_eight(books)
    pages = ReadyPages()
    which, reach = Range("prices", "HOUSTON", START, 1), reached(books)
    with books.parts.database.reading() as session:
        first, first_rest = pages.following(session, which, reach)
        second, second_rest = pages.following(session, which, reach)
        later = [pages.following(session, which, reach) for _ in range(4)][-1]

    assert (len(first), first_rest) == (MADE_MAX, None)
    assert second[:MADE_MAX] == first
    assert (len(second), second_rest) == (2 * MADE_MAX, None)
    assert len(later[0]) == 8  # the sale's own price is one of nine
    assert later[1] is not None
    assert later[1].last > later[0][-1].last
