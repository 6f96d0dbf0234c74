"""Calls an application in this process, as a server would, and gives back what it said."""

import asyncio
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from fastapi import FastAPI
from starlette.types import Message


@dataclass(frozen=True, slots=True)
class Said:
    """Status, headers by their lower-case names, and the body."""

    status: int
    headers: dict[str, str]
    body: bytes


def call(
    app: FastAPI,
    method: str,
    path: str,
    body: bytes = b"",
    *,
    token: str = "",
    cookie: str = "",
    media_type: str = "application/json",
) -> Said:
    """One call with the headers a register or browser sends."""
    address = urlsplit(path)
    headers = {"x-kassa-nonce": "n", "content-type": media_type, "host": "127.0.0.1"}
    headers |= {"authorization": f"Bearer {token}"} if token else {}
    headers |= {"cookie": cookie} if cookie else {}
    said: list[Message] = []

    bodies = [body]

    async def receive() -> Message:
        if not bodies:
            await asyncio.Event().wait()  # the line stays open, and nothing more comes
        return {"type": "http.request", "body": bodies.pop(), "more_body": False}

    async def send(message: Message) -> None:
        said.append(message)

    scope = {
        "type": "http", "method": method, "path": address.path, "raw_path": quote(address.path).encode(),
        "query_string": address.query.encode(), "root_path": "", "scheme": "http", "http_version": "1.1",
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 1),
    }  # fmt: skip
    try:
        asyncio.run(app(scope, receive, send))
    except Exception:
        # What was answered is raised again, for the log of the server.
        if not said:
            raise
    got = {name.decode(): value.decode() for name, value in said[0]["headers"]}
    return Said(said[0]["status"], got, b"".join(each.get("body", b"") for each in said[1:]))
