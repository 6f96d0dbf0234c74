"""What registers send and fetch by themselves gives way first; calls that a person waits for are answered."""

import asyncio

from starlette.types import Message, Receive, Scope, Send

from headquarters.bulk import BulkLimit, is_bulk
from retail.wire.protocol import FEEDS, HELLO, REAL_TIME, TALLY, UPLOADS

BULK, AWAITED = (UPLOADS, f"{FEEDS}/orders"), (REAL_TIME, HELLO, TALLY, "/office", "/v1/manage/counts")


def test_only_what_nobody_waits_for_is_bulk() -> None:
    assert [is_bulk(path) for path in BULK] == [True] * len(BULK)
    assert [is_bulk(path) for path in AWAITED] == [False] * len(AWAITED)


class SlowApp:
    """Answers nothing before it is told to."""

    def __init__(self) -> None:
        self.go_on = asyncio.Event()
        self.begun = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.begun += 1
        await self.go_on.wait()
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})


async def ask(app: BulkLimit, path: str, said: list[Message]) -> None:
    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        said.append(message)

    await app({"type": "http", "path": path, "method": "GET", "headers": []}, receive, send)


def test_past_the_limit_bulk_is_told_to_come_again_at_once_and_others_are_let_in() -> None:
    async def play() -> None:
        slow = SlowApp()
        app = BulkLimit(slow, most=2)
        answers: dict[str, list[Message]] = {name: [] for name in ("one", "two", "three", "person", "later")}
        async with asyncio.TaskGroup() as calls:
            for name, path in (("one", UPLOADS), ("two", BULK[1])):
                calls.create_task(ask(app, path, answers[name]))
            await asyncio.sleep(0)
            await ask(app, UPLOADS, answers["three"])
            calls.create_task(ask(app, "/office", answers["person"]))
            await asyncio.sleep(0)
            assert slow.begun == 3
            slow.go_on.set()
        await ask(app, UPLOADS, answers["later"])

        assert {name: said[0]["status"] for name, said in answers.items()} == {
            "one": 200, "two": 200, "three": 503, "person": 200, "later": 200
        }  # fmt: skip
        assert (b"retry-after", b"1") in answers["three"][0]["headers"]

    asyncio.run(play())
