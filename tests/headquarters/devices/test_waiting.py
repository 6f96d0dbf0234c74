"""A hello that waits is answered once there is something to say to its register, whoever did it, and as always."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest
from sqlalchemy.orm import Session

from headquarters.database import Database, open_database
from headquarters.devices import counters, waiting
from headquarters.devices.service import revoke
from headquarters.devices.waiting import Waiting
from headquarters.feeds.service import publish
from headquarters.installation import begin_new_life
from headquarters.uploads.models import KeptDocument, State
from retail.wire.protocol import FEED_NAMES, WAIT_SECONDS_MAX
from tests.headquarters.conftest import Books, both_engines
from tests.headquarters.devices.test_quick_hello import LONG_ENOUGH, Answer, Keyed, enrolled, keyed

__all__ = ["keyed"]

NEVER = 3600.0
BEGUN_SECONDS = 60
Work = Callable[[Session], object]


def answered(
    keyed: Keyed, act: Callable[[], Awaitable[object]], *, nonce: str = "", following: str = ""
) -> Answer:
    """What a hello is answered that waits when this is done."""

    async def play() -> Answer:
        call = asyncio.create_task(
            keyed.say(nonce=nonce, following=following, wait_seconds=str(WAIT_SECONDS_MAX))
        )
        await begun(keyed.books)
        await act()
        return await call

    return asyncio.run(play())


async def begun(books: Books, count: int = 1) -> None:
    """Until so many wait."""
    async with asyncio.timeout(BEGUN_SECONDS):
        while books.parts.waiting.count < count:  # noqa: ASYNC110 -- whoever waits tells nobody
            await asyncio.sleep(0.01)


async def here(books: Books, work: Work) -> None:
    """As a job or a person of this process does it."""
    await asyncio.to_thread(_work, books.parts.database, work)


async def elsewhere(books: Books, work: Work) -> None:
    """As another process of this headquarters does it."""
    database = open_database(books.folder, books.address)
    await asyncio.to_thread(_work, database, work)
    database.close()


def _work(database: Database, work: Work) -> None:
    with database.writing() as session:
        work(session)


def layouts(session: Session) -> None:
    publish(session, "layouts", {"new": {"v": 1}})


def test_what_this_process_publishes_is_told_at_once(keyed: Keyed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "LOOK_SECONDS", NEVER)

    status, said = answered(keyed, lambda: here(keyed.books, layouts))

    assert (status, said["news"], keyed.by_route) == (200, ["layouts"], 0)
    assert said["wait_seconds"] == WAIT_SECONDS_MAX


@both_engines
def test_what_another_process_publishes_for_this_store_is_told_at_the_next_look(keyed: Keyed) -> None:
    def work(session: Session) -> None:
        publish(session, "orders", {"o": {"v": 1}}, "SEATTLE")
        publish(session, "stock", {"s": {"v": 1}}, "HOUSTON")

    assert answered(keyed, lambda: elsewhere(keyed.books, work))[1]["news"] == ["stock"]


@pytest.mark.parametrize("what", ["revoked", "asked to upload", "set aside", "another life"])
@both_engines
def test_whatever_else_it_has_to_hear_is_told_too(keyed: Keyed, what: str) -> None:
    books = keyed.books

    async def act() -> None:
        if what == "revoked":
            await elsewhere(books, lambda session: revoke(session, "HOUSTON-1", books.clock.now()))
        elif what == "asked to upload":
            await asyncio.to_thread(books.job, "p-job")
        elif what == "set aside":
            await elsewhere(books, set_aside)
        else:
            await elsewhere(
                books, lambda session: begin_new_life(session, "incarnation-2", books.parts.now())
            )

    status, said = answered(keyed, act, following="1.aa")

    if what == "revoked":
        assert status == 401
        assert said["detail"].startswith("HOUSTON-1 was revoked at headquarters.")
    elif what == "asked to upload":
        assert (status, said["upload_asked"]) == (200, True)
    elif what == "set aside":
        assert [each["words"] for each in said["differences"]] == ["no such product"]
    else:
        assert said["news"] == list(FEED_NAMES)
    assert books.cases() == 0, "it was heard when it came: nobody is suspected"


def set_aside(session: Session) -> None:
    """A document of this register that is parked."""
    session.add(
        KeptDocument(
            uuid="u", kind="transaction", fingerprint="f", text="{}", register="HOUSTON-1", epoch="", number=None,
            received_at="2026-11-02T12:00:00.000+00:00", state=State.PARKED, reason="no such product",
            posted_at=None, business_date=None, money_minor=0, tendered="{}", repaired=None,
        )
    )  # fmt: skip


def test_where_there_is_nothing_it_is_answered_when_its_time_is_over(
    keyed: Keyed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyed.books.parts.waiting, "_seconds", 0.05)

    status, said = keyed.hello(wait_seconds="30")

    assert (status, said["news"], said["differences"], keyed.by_route) == (200, [], [], 0)


@pytest.mark.parametrize("way", ["quick", "by the route"])
def test_another_hello_of_the_same_device_ends_the_wait(keyed: Keyed, way: str) -> None:
    first = answered(keyed, lambda: keyed.say(is_quick=way == "quick"))

    assert (first[0], first[1]["news"]) == (200, [])
    assert keyed.books.parts.waiting.count == 0


def test_a_call_made_again_word_for_word_while_it_waits_is_refused_and_the_wait_goes_on(keyed: Keyed) -> None:
    async def act() -> None:
        assert (await keyed.say(nonce="captured", wait_seconds="50"))[0] == 401
        assert keyed.books.parts.waiting.count == 1
        await here(keyed.books, layouts)

    assert answered(keyed, act, nonce="captured")[1]["news"] == ["layouts"]


def test_a_caller_that_hangs_up_waits_no_more(keyed: Keyed) -> None:
    async def act() -> None:
        keyed.is_patient = False

    assert answered(keyed, act) == (0, {})
    assert keyed.books.parts.waiting.count == 0


def test_who_comes_when_too_many_wait_is_answered_at_once_and_told_so(keyed: Keyed) -> None:
    books = keyed.books
    books.parts = replace(books.parts, waiting=Waiting(at_most=1))
    other = enrolled(books, "HOUSTON-2")

    async def act() -> None:
        _, said = await other.say(wait_seconds="50")
        assert (said["news"], said["wait_seconds"]) == ([], 0)
        await here(books, layouts)

    assert answered(keyed, act)[1]["news"] == ["layouts"]


def test_longer_than_proxies_have_patience_is_refused_in_words(keyed: Keyed) -> None:
    status, said = keyed.hello(wait_seconds="60")

    assert (status, said["detail"]) == (422, "The call was not understood: wait_seconds.")


@both_engines
def test_counters_of_many_who_wait_are_kept_in_one_commit_before_they_wait(
    books: Books, monkeypatch: pytest.MonkeyPatch
) -> None:
    fleet = [enrolled(books, register) for register in ("HOUSTON-1", "HOUSTON-2", "SEATTLE-1")]
    monkeypatch.setattr(counters, "TOGETHER_SECONDS", LONG_ENOUGH)
    # The first look of all may come between two of them: who did not wait yet would be answered at once.
    monkeypatch.setattr(waiting.Waiting, "changes", property(lambda _: None))
    commits: list[object] = []
    committed = books.parts.database.committed
    shared = counters.Counters(books.parts.database)
    monkeypatch.setattr("headquarters.devices.quick_hello.Counters", lambda database: shared)

    def counted(work: Work, **named: bool | str) -> object:
        commits.append(named)
        return committed(work, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(books.parts.database, "committed", counted)

    async def play() -> list[Answer]:
        calls = [asyncio.create_task(each.say(following="1.aa", wait_seconds="50")) for each in fleet]
        await begun(books, len(fleet))
        assert [each.device().counter for each in fleet] == ["1.aa"] * 3
        assert len(commits) - (3 if books.parts.database.is_shared else 0) == 1
        await here(books, layouts)
        return await asyncio.gather(*calls)

    assert [(status, said["news"]) for status, said in asyncio.run(play())] == [(200, ["layouts"])] * 3


def test_a_copy_of_the_disk_that_asks_for_another_counter_while_the_first_one_waits_is_found_out(
    keyed: Keyed,
) -> None:
    async def act() -> None:
        assert (await keyed.say(following="1.bb"))[0] == 401
        await here(keyed.books, layouts)

    assert answered(keyed, act, following="1.aa")[0] == 200
    assert keyed.books.cases() == 1
