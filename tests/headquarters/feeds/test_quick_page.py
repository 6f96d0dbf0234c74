"""The quick answer with a page says what the route says, is made once for all, and leaves every doubt to the route."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from starlette.types import Receive, Scope, Send

from headquarters.database import Database
from headquarters.devices.models import Register
from headquarters.devices.service import revoke
from headquarters.feeds.quick_page import QuickPage
from headquarters.feeds.service import publish
from headquarters.settings.models import Store
from retail.wire.protocol import cursors_in
from sync_agent.proving import new_key
from tests.headquarters.conftest import Books, both_engines
from tests.headquarters.devices.test_quick_hello import Answer, Keyed, enrolled, keyed

__all__ = ["keyed"]

PRICES = "/v1/feeds/prices"


def say(books: Books, feed: str, value: int = 1, scope: str = "") -> None:
    with books.parts.database.writing() as session:
        publish(session, feed, {"new": {"v": value}}, scope)


def cursor(keyed: Keyed, feed: str) -> str:
    return cursors_in(keyed.read)[feed]


def but_the_nonce(answer: Answer) -> Mapping[str, Any]:
    return {name: value for name, value in answer[1].items() if name != "nonce"}


@pytest.mark.parametrize("feed", ["prices", "layouts", "customers"])
@both_engines
def test_the_quick_way_says_what_the_route_says(keyed: Keyed, feed: str) -> None:
    say(keyed.books, feed)
    path, said = f"/v1/feeds/{feed}", {"cursor": cursor(keyed, feed), "marks": "true", "limit": "5000"}
    first = keyed.page(path, said)
    assert keyed.by_route == 1, "it has to be made"

    quick = keyed.page(path, said)
    headers = keyed.headers
    by_route = keyed.page(path, said, is_quick=False)

    assert keyed.by_route == 2, "of three, the first and the last"
    assert but_the_nonce(first) == but_the_nonce(quick) == but_the_nonce(by_route)
    assert headers.keys() == keyed.headers.keys()
    assert [row["key"] for row in quick[1]["rows"]] == ["new"]
    assert quick[1]["nonce"] == "n" + str(keyed.calls - 1)


@both_engines
def test_it_is_made_once_for_all_who_ask_in_the_same_moment_whatever_their_store(books: Books) -> None:
    fleet = [enrolled(books, register) for register in ("HOUSTON-1", "HOUSTON-2", "SEATTLE-1")]
    say(books, "prices")

    async def play() -> list[Answer]:
        first = fleet[0]
        return [
            await first.ask(PRICES, {"cursor": cursor(first, "prices")}, QuickPage),
            *await asyncio.gather(
                *[each.ask(PRICES, {"cursor": cursor(each, "prices")}, QuickPage) for each in fleet]
            ),
        ]

    answers = asyncio.run(play())

    assert [status for status, _ in answers] == [200] * 4
    assert {str(but_the_nonce(each)) for each in answers} == {str(but_the_nonce(answers[0]))}
    assert sum(each.by_route for each in fleet) == 1


def test_who_asks_while_it_is_made_waits_for_that(keyed: Keyed) -> None:
    say(keyed.books, "prices")
    at_route: list[str] = []
    said = {"cursor": cursor(keyed, "prices")}

    async def play() -> list[Answer]:
        made = asyncio.Event()

        async def slow(scope: Scope, receive: Receive, send: Send) -> None:
            at_route.append(scope["path"])
            await made.wait()
            await keyed.route(scope, receive, send)

        app = QuickPage(slow, keyed.books.parts)
        calls = [asyncio.create_task(keyed.ask_of(app, PRICES, said)) for _ in range(5)]
        while not at_route:  # noqa: ASYNC110 -- the route tells nobody
            await asyncio.sleep(0)
        made.set()
        return list(await asyncio.gather(*calls))

    answers = asyncio.run(play())

    assert at_route == [PRICES]
    assert [status for status, _ in answers] == [200] * 5
    assert len({each["nonce"] for _, each in answers}) == 5


@both_engines
def test_what_was_published_since_is_in_the_next_answer(keyed: Keyed) -> None:
    for value in (1, 2, 3):
        say(keyed.books, "stock", value, "HOUSTON")
        for _ in range(2):
            _, said = keyed.page("/v1/feeds/stock", {"cursor": cursor(keyed, "stock")})
            assert [row["value"] for row in said["rows"]] == [{"v": value}]
    assert keyed.by_route == 3


@both_engines
def test_a_call_that_is_made_again_word_for_word_is_refused_and_told_to_a_person(keyed: Keyed) -> None:
    say(keyed.books, "prices")
    said = {"cursor": cursor(keyed, "prices")}
    keyed.page(PRICES, said)
    assert keyed.page(PRICES, said, nonce="captured")[0] == 200
    assert keyed.by_route == 1

    status, answer = keyed.page(PRICES, said, nonce="captured")

    assert (status, keyed.by_route) == (401, 2)
    assert answer["detail"] == "This call of HOUSTON-1 was heard before. Make it anew."
    assert keyed.books.cases() == 1


def test_once_it_is_ready_no_session_is_opened_for_it(keyed: Keyed, monkeypatch: pytest.MonkeyPatch) -> None:
    say(keyed.books, "prices")
    said = {"cursor": cursor(keyed, "prices")}
    keyed.page(PRICES, said)

    def refuse(database: Database, *_: object, **__: object) -> None:
        raise AssertionError(database)

    for name in ("reading", "writing", "committed"):
        monkeypatch.setattr(type(keyed.books.parts.database), name, refuse)

    assert keyed.page(PRICES, said)[0] == 200
    assert keyed.by_route == 1


DOUBTS = {
    "revoked": 401, "paused": 423, "another key": 401, "from the start": 200, "counted": 200, "plain": 200,
    "moves its counter": 200, "another life": 410, "ahead": 410, "filters customers": 200, "a copy": 401,
}  # fmt: skip


@pytest.mark.parametrize(("doubt", "status"), DOUBTS.items(), ids=list(DOUBTS))
@both_engines
def test_whatever_is_in_doubt_goes_to_the_route(keyed: Keyed, doubt: str, status: int) -> None:
    books, path, following = keyed.books, "/v1/feeds/customers", ""
    say(books, "customers")
    said = {"cursor": cursor(keyed, "customers")}
    assert [keyed.page(path, said)[0] for _ in range(2)] == [200, 200]
    assert keyed.by_route == 1
    life = said["cursor"].rpartition(".")[0]
    if doubt == "revoked":
        with books.parts.database.writing() as session:
            revoke(session, "HOUSTON-1", books.clock.now())
    elif doubt == "paused":
        with books.parts.database.writing() as session:
            session.query(Register).filter_by(register="HOUSTON-1").one().paused_at = books.parts.now()
    elif doubt == "another key":
        keyed.credentials = replace(keyed.credentials, key=new_key())
    elif doubt == "filters customers":
        with books.parts.database.writing() as session:
            store = session.query(Store).filter_by(store="HOUSTON").one()
            store.settings = store.settings | {"filter_shared_customer_data": True}
    elif doubt == "plain":
        keyed.accepts = "identity"
    elif doubt == "a copy":
        keyed.credentials = replace(keyed.credentials, counter="0.copy")
    elif doubt == "moves its counter":
        following = "1.aa"
    else:
        said |= {
            "from the start": {"cursor": ""}, "counted": {"counted": "true"},
            "another life": {"cursor": "somebody.1"}, "ahead": {"cursor": f"{life}.999999999-1"},
        }[doubt]  # fmt: skip

    answer = keyed.page(path, said, following=following)

    assert (answer[0], keyed.by_route) == (status, 2)
    if doubt == "filters customers":
        assert answer[1]["rows"] == []
