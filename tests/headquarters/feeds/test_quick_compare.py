"""The quick comparison says what the route says, counts nothing, and leaves whatever is in doubt to the route."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from headquarters.cases.service import open_case
from headquarters.database import Database
from headquarters.devices.models import Register
from headquarters.devices.service import revoke
from headquarters.feeds.agreeing import CASE, case_about
from headquarters.feeds.quick_compare import QuickCompare
from headquarters.feeds.service import page, publish
from headquarters.settings.models import Store
from retail.messages import Message
from retail.wire.protocol import FEEDS, HeldFeed, HeldFeedsRequest
from retail.wire.sums import FeedSum, row_digest
from sync_agent.proving import new_key
from tests.headquarters.conftest import Books, both_engines
from tests.headquarters.devices.test_quick_hello import Answer, Keyed, enrolled, keyed

__all__ = ["keyed"]

Sums = Mapping[str, FeedSum]


def say(books: Books, feed: str, value: int, scope: str = "") -> None:
    with books.parts.database.writing() as session:
        publish(session, feed, {"new": {"v": value}}, scope)


def held(books: Books, *feeds: str, store: str = "HOUSTON") -> tuple[HeldFeed, ...]:
    """What a register has that has read these feeds to their ends."""
    found = []
    for feed in feeds:
        with books.parts.database.reading() as session:
            read = page(session, feed, store, "", 1000)
        values = {row.key: row.value for row in read.rows}
        sum = FeedSum().plus([row_digest(key, value) for key, value in values.items() if value is not None])
        found.append(HeldFeed(feed=feed, cursor=read.cursor, count=sum.rows, total=sum.written()))
    return tuple(found)


def compare(
    keyed: Keyed, feeds: tuple[HeldFeed, ...], *, is_quick: bool = True, nonce: str = "", following: str = ""
) -> Answer:
    body = HeldFeedsRequest(protocol=1, feeds=feeds).written().encode()
    app = QuickCompare(keyed.route, keyed.books.parts) if is_quick else keyed.route
    return asyncio.run(keyed.ask_of(app, FEEDS, {}, nonce=nonce, following=following, body=body))


def but_the_nonce(answer: Answer) -> Mapping[str, Any]:
    return {name: value for name, value in answer[1].items() if name != "nonce"}


@both_engines
def test_the_quick_way_says_what_the_route_says_once_it_is_counted(keyed: Keyed) -> None:
    say(keyed.books, "layouts", 1)
    say(keyed.books, "layouts", 2, "HOUSTON")
    feeds = held(keyed.books, "layouts", "prices", "customers")

    first, quick, by_route = (compare(keyed, feeds, is_quick=is_quick) for is_quick in (True, True, False))

    assert keyed.by_route == 2, "of three, the first and the last"
    assert but_the_nonce(first) == but_the_nonce(quick) == but_the_nonce(by_route)
    assert [each["standing"] for each in quick[1]["feeds"]] == ["same"] * 3
    assert list(quick[1]) == list(by_route[1])


def test_what_was_counted_for_one_register_is_known_for_all_of_its_store_and_the_books_are_not_opened(
    books: Books, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = enrolled(books, "HOUSTON-1"), enrolled(books, "HOUSTON-2")
    say(books, "prices", 1)
    feeds = held(books, "prices")
    compare(one, feeds)

    def refuse(database: Database, *_: object, **__: object) -> None:
        raise AssertionError(database)

    for name in ("reading", "writing", "committed"):
        monkeypatch.setattr(type(books.parts.database), name, refuse)

    status, said = compare(other, feeds)
    assert (status, said["feeds"][0]["standing"], other.by_route) == (200, "same", 0)


@both_engines
def test_what_was_published_since_is_counted_before_anything_is_said_of_it(keyed: Keyed) -> None:
    for value in (1, 2):
        say(keyed.books, "stock", value, "HOUSTON")
        feeds = held(keyed.books, "stock")
        said = [compare(keyed, feeds)[1]["feeds"][0]["standing"] for _ in range(2)]
        assert said == ["same", "same"]
    assert keyed.by_route == 2


@both_engines
def test_a_call_that_is_made_again_word_for_word_is_refused(keyed: Keyed) -> None:
    feeds = held(keyed.books, "prices")
    compare(keyed, feeds)
    assert compare(keyed, feeds, nonce="captured")[0] == 200
    assert compare(keyed, feeds, nonce="captured")[0] == 401
    assert (keyed.by_route, keyed.books.cases()) == (2, 1)


DOUBTS = {
    "differs": 200, "behind": 200, "revoked": 401, "paused": 423, "another key": 401, "a case is open": 200,
    "another feed": 200, "another version": 409, "no feeds": 422, "filters customers": 200, "moves its counter": 200,
}  # fmt: skip


@pytest.mark.parametrize(("doubt", "status"), DOUBTS.items(), ids=list(DOUBTS))
@both_engines
def test_whatever_is_in_doubt_goes_to_the_route(keyed: Keyed, doubt: str, status: int) -> None:
    books, following = keyed.books, ""
    feeds = held(books, "customers")
    assert [compare(keyed, feeds)[0] for _ in range(2)] == [200, 200]
    assert keyed.by_route == 1
    body = HeldFeedsRequest(protocol=1, feeds=feeds).written().encode()
    body = {
        "differs": body.replace(feeds[0].total.encode(), b"0" * 16),
        "another feed": body.replace(b"customers", b"of tomorrow"),
        "another version": HeldFeedsRequest(protocol=99, feeds=feeds).written().encode(),
        "no feeds": b"{}",
    }.get(doubt, body)
    if doubt == "behind":
        say(books, "customers", 1)
    elif doubt == "another key":
        keyed.credentials = replace(keyed.credentials, key=new_key())
    elif doubt == "moves its counter":
        following = "1.aa"
    else:
        with books.parts.database.writing() as session:
            if doubt == "revoked":
                revoke(session, "HOUSTON-1", books.clock.now())
            elif doubt == "paused":
                session.query(Register).filter_by(register="HOUSTON-1").one().paused_at = books.parts.now()
            elif doubt == "a case is open":
                open_case(
                    session,
                    CASE,
                    case_about("HOUSTON-1", "customers"),
                    Message("it differs", {}),
                    books.parts.now(),
                )
            elif doubt == "filters customers":
                store = session.query(Store).filter_by(store="HOUSTON").one()
                store.settings = store.settings | {"filter_shared_customer_data": True}

    app = QuickCompare(keyed.route, books.parts)
    answer = asyncio.run(keyed.ask_of(app, FEEDS, {}, following=following, body=body))

    assert (answer[0], keyed.by_route) == (status, 2)
    if doubt == "a case is open":
        assert books.cases() == 0, "it is closed, now that both agree again"
