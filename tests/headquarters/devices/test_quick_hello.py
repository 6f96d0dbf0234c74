"""The quick answer to a hello says what the route says, and whatever is in doubt goes to the route."""

import asyncio
import gzip
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from channel_db.credentials import Credentials
from headquarters.app import make_app
from headquarters.devices.heard import Heard
from headquarters.devices.models import Device, HeardCall
from headquarters.devices.quick_hello import QuickHello
from headquarters.devices.recognising import EXCHANGE_AFTER
from headquarters.devices.service import SEEN_AGAIN_SECONDS, enrol, make_code, revoke
from headquarters.feeds import noting
from headquarters.feeds.positions import standings
from headquarters.feeds.quick_page import QuickPage
from headquarters.feeds.service import page, publish
from headquarters.tallies.service import tell
from retail.wire.protocol import FEED_NAMES, NONCE_HEADER, VERSION_HEADER, cursors_text
from retail.wire.tally import Tally
from sync_agent.proving import headers_with, new_key
from tests.headquarters.conftest import POSTGRESQL, Books, both_engines
from tests.headquarters.devices.test_heard import public

TALLY = Tally(
    held=0, attention=0, held_minor=0, first=1, last=0, open=(), days=(), chain_number=0, chain_hash=""
)
LONG_ENOUGH = 1.0
"""For three calls to come together on a busy machine."""
Answer = tuple[int, Mapping[str, Any]]


@dataclass
class Keyed:
    """A register with a key of its own that has read everything, and says hello by the quick way or by the route."""

    books: Books
    credentials: Credentials
    read: str = ""
    calls: int = 0
    by_route: int = 0
    is_patient: bool = True
    accepts: str = "gzip"
    headers: Mapping[bytes, bytes] = field(default_factory=dict)
    """Of the last answer."""

    def page(
        self,
        path: str,
        said: Mapping[str, str],
        *,
        is_quick: bool = True,
        nonce: str = "",
        following: str = "",
    ) -> Answer:
        """What is answered to a call for a page of a feed."""
        return asyncio.run(
            self.ask(path, said, QuickPage if is_quick else None, nonce=nonce, following=following)
        )

    def hello(self, *, is_quick: bool = True, nonce: str = "", following: str = "", **said: str) -> Answer:
        return asyncio.run(self.say(is_quick=is_quick, nonce=nonce, following=following, **said))

    async def say(
        self, *, is_quick: bool = True, nonce: str = "", following: str = "", **said: str
    ) -> Answer:
        quick = QuickHello if is_quick else None
        return await self.ask("/v1/hello", self.saying() | said, quick, nonce=nonce, following=following)

    def saying(self) -> dict[str, str]:
        """What it says with its hello."""
        tally = TALLY.digest(self.credentials.epoch)
        return {"now": self.books.parts.now(), "read": self.read, "tally": tally}

    def read_up(self) -> None:
        """Read every feed to its end."""
        with self.books.parts.database.reading() as session:
            store = self.books.devices[self.device().register].store
            self.read = cursors_text(
                {feed: page(session, feed, store, "", 1000).cursor for feed in FEED_NAMES}
            )

    async def ask(
        self,
        path: str,
        said: Mapping[str, str],
        quick: type[QuickHello | QuickPage] | None,
        *,
        nonce: str = "",
        following: str = "",
    ) -> Answer:
        """What is answered by this quick way, where it does not leave it to the route."""
        app = self.route if quick is None else quick(self.route, self.books.parts)
        return await self.ask_of(app, path, said, nonce=nonce, following=following)

    async def ask_of(
        self,
        app: ASGIApp,
        path: str,
        said: Mapping[str, str],
        *,
        nonce: str = "",
        following: str = "",
        body: bytes = b"",
    ) -> Answer:
        """What this application answers."""
        self.calls += 1
        nonce = nonce or f"n{self.calls}"
        query, method = urlencode(said), "POST" if body else "GET"
        sent = replace(self.credentials, next_counter=following)
        headers = headers_with(sent, method, f"{path}?{query}" if query else path, body, nonce)
        headers |= {NONCE_HEADER: nonce, VERSION_HEADER: "1", "Accept-Encoding": self.accepts}
        headers |= {"Content-Length": str(len(body))} if body else {}
        scope: Scope = {
            "type": "http", "method": method, "path": path, "raw_path": path.encode(), "root_path": "",
            "query_string": query.encode(), "scheme": "http", "http_version": "1.1", "client": ("127.0.0.1", 1),
            "headers": [(name.lower().encode(), value.encode()) for name, value in headers.items()],
            "server": ("127.0.0.1", 1),
        }  # fmt: skip
        found: list[Message] = []
        bodies = [body]

        async def receive() -> Message:
            if bodies:
                return {"type": "http.request", "body": bodies.pop(), "more_body": False}
            await self.hung_up()
            return {"type": "http.disconnect"}

        async def send(message: Message) -> None:
            found.append(message)

        await app(scope, receive, send)
        if not found:
            return 0, {}
        told = b"".join([each.get("body", b"") for each in found[1:]])
        self.headers = dict(found[0]["headers"])
        is_packed = b"content-encoding" in self.headers
        return found[0]["status"], json.loads(gzip.decompress(told) if is_packed else told)

    async def route(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The application without its quick ways."""
        self.by_route += 1
        whole = make_app(self.books.parts)
        whole.user_middleware = [each for each in whole.user_middleware if "Quick" not in repr(each)]
        await whole(scope, receive, send)

    async def hung_up(self) -> None:
        """Until the caller ends the connection: never, as long as it has patience."""
        while self.is_patient:  # noqa: ASYNC110 -- set by a test, at any time
            await asyncio.sleep(0.01)

    def device(self) -> Device:
        with self.books.parts.database.reading() as session:
            return session.scalars(select(Device).where(Device.epoch == self.credentials.epoch)).one()


def enrolled(books: Books, register: str = "HOUSTON-1") -> Keyed:
    """A register that has read and told everything, and was heard."""
    key, parts, epoch = new_key(), books.parts, f"epoch-of-{register}"
    with parts.database.writing() as session:
        code = make_code(session, register, books.clock.now())
        device, token = enrol(session, code, "test", epoch, books.clock.now(), public(key))
    books.devices[register] = device
    keyed = Keyed(books, Credentials(epoch, token, key))
    keyed.read_up()
    tell(parts, device, epoch, TALLY)
    keyed.hello(is_quick=False)
    keyed.by_route = 0
    return keyed


@pytest.fixture
def keyed(books: Books) -> Keyed:
    return enrolled(books)


@both_engines
def test_the_quick_way_says_what_the_route_says(keyed: Keyed) -> None:
    def but_the_nonce(answer: Answer) -> Mapping[str, Any]:
        return {name: value for name, value in answer[1].items() if name != "nonce"}

    for news in ([], ["layouts"]):
        quick, by_route = keyed.hello(), keyed.hello(is_quick=False)
        assert but_the_nonce(quick) == but_the_nonce(by_route)
        assert list(quick[1]) == list(by_route[1])
        assert quick[1]["news"] == news
        with keyed.books.parts.database.writing() as session:
            publish(session, "layouts", {"new": {"v": 1}})
    assert keyed.by_route == 2, "of four, the two that were to go there"


@both_engines
def test_the_next_counter_is_kept_with_what_the_register_says_of_itself(keyed: Keyed) -> None:
    keyed.books.clock.forward(seconds=SEEN_AGAIN_SECONDS + 1)

    status, _ = keyed.hello(following="1.aa", program="0.9", data_from=keyed.books.parts.now())

    device = keyed.device()
    assert (status, keyed.by_route) == (200, 0)
    assert (device.counter, device.previous_counter, device.program) == ("1.aa", "0", "0.9")
    assert (device.seen_at, device.data_from, device.clock_off_seconds) == (*[keyed.books.parts.now()] * 2, 0)

    assert keyed.hello(following="1.aa")[0] == 200, "the reply was lost, and it is asked for again"
    assert keyed.hello(following="1.bb")[0] == 401, "a copy asks for another one"
    assert keyed.by_route == 2


@both_engines
def test_how_far_many_have_read_what_is_published_is_noted_in_one_commit(
    books: Books, monkeypatch: pytest.MonkeyPatch
) -> None:
    fleet = [enrolled(books, register) for register in ("HOUSTON-1", "HOUSTON-2", "SEATTLE-1")]
    with books.parts.database.writing() as session:
        publish(session, "layouts", {"new": {"v": 1}})
    for each in fleet:
        each.read_up()
    commits: list[object] = []
    committed = books.parts.database.committed

    def counted(work: Callable[[Session], object], **named: Any) -> object:
        commits.append(named)
        return committed(work, **named)

    monkeypatch.setattr(books.parts.database, "committed", counted)
    monkeypatch.setattr(noting, "TOGETHER_SECONDS", LONG_ENOUGH)
    app = QuickHello(fleet[0].route, books.parts)

    async def play() -> list[Answer]:
        return await asyncio.gather(*[each.ask_of(app, "/v1/hello", each.saying()) for each in fleet])

    answers = asyncio.run(play())

    assert [(status, said["news"]) for status, said in answers] == [(200, [])] * 3
    assert len(commits) - (3 if books.parts.database.is_shared else 0) == 1  # there each call is noted, too
    assert fleet[0].by_route == 0
    with books.parts.database.reading() as session:
        found = {each.register: each.taking for each in standings(books.parts, session)}
    assert [found[register] for register in books.devices] == ["taken"] * 3


@both_engines
def test_a_call_that_is_made_again_word_for_word_is_refused_and_told_to_a_person(keyed: Keyed) -> None:
    assert keyed.hello(nonce="captured")[0] == 200

    status, said = keyed.hello(nonce="captured")

    assert (status, keyed.by_route) == (401, 1)
    assert said["detail"] == "This call of HOUSTON-1 was heard before. Make it anew."
    assert keyed.hello(nonce="captured", is_quick=False)[0] == 401
    assert keyed.books.cases() == 1
    if keyed.books.parts.database.is_shared:
        keyed.books.parts = replace(keyed.books.parts, heard=Heard())
        assert [keyed.hello(nonce="captured")[0] for _ in range(2)] == [401, 401], "by another process too"
        keyed.books.parts = replace(keyed.books.parts, heard=Heard())
        assert keyed.hello(nonce="captured", is_quick=False)[0] == 401
    assert keyed.hello()[0] == 200, "the register itself goes on"


@pytest.mark.parametrize("engine", [POSTGRESQL], indirect=True)
def test_what_several_processes_remember_is_what_two_counters_have_brought(keyed: Keyed) -> None:
    counter = "0"
    for following in ("1.aa", "2.bb", "3.cc"):
        keyed.hello()
        keyed.hello(following=following)
        counter, keyed.credentials = following, replace(keyed.credentials, counter=following)

    with keyed.books.parts.database.reading() as session:
        assert set(session.scalars(select(HeardCall.counter))) == {"2.bb"}
    assert (counter, keyed.by_route) == ("3.cc", 0)


@pytest.mark.parametrize(
    "doubt", ["revoked", "old token", "not seen for long", "asked to upload", "another tally", "key", "ahead"]
)
@both_engines
def test_whatever_is_in_doubt_goes_to_the_route(keyed: Keyed, doubt: str) -> None:
    parts, said, status = keyed.books.parts, dict[str, str](), 200
    if doubt == "revoked":
        with parts.database.writing() as session:
            revoke(session, "HOUSTON-1", keyed.books.clock.now())
        status = 401
    elif doubt == "old token":
        keyed.books.clock.forward(seconds=EXCHANGE_AFTER.total_seconds())
        with parts.database.writing() as session:
            session.execute(update(Device).values(seen_at=parts.now()))
    elif doubt == "not seen for long":
        keyed.books.clock.forward(seconds=SEEN_AGAIN_SECONDS + 1)
    elif doubt == "asked to upload":
        keyed.books.job("p-job")
    elif doubt == "another tally":
        said["tally"] = "unknown"
    elif doubt == "key":
        keyed.credentials, status = replace(keyed.credentials, key=new_key()), 401
    else:
        life = keyed.read.split(".")[0].partition(":")[2]
        said["read"] = f"settings:{life}.999999999-1"

    assert keyed.hello(is_quick=True, nonce="", following="", **said)[0] == status
    assert keyed.by_route == 1
