"""Retry-After is honoured between one second and five minutes, and garbage is ignored."""

import gzip
import tracemalloc
from datetime import datetime

import pytest

from sync_agent.errors import ReplyBroken
from sync_agent.reply import Answer, retry_after_seconds, unpack

NOW = datetime.fromisoformat("2026-11-21T09:00:00+01:00")


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        (None, None),
        ("17", 17),
        (" 17 ", 17),
        ("0", 1),
        ("315360000", 300),
        ("9" * 400, 300),
        ("Sat, 21 Nov 2026 08:00:30 GMT", 30),
        ("Sat, 21 Nov 2036 08:00:30 GMT", 300),
        ("Sat, 21 Nov 2006 08:00:30 GMT", 1),
        ("-5", None),
        ("1.5", None),
        ("soon", None),
        ("", None),
        ("²", None),
        ("Sat, 99 Foo 2026 08:00:30 GMT", None),
        ("Sat, 21 Nov 2026 08:00:30 -0000", None),
    ],
)
def test_retry_after(text: str | None, seconds: float | None) -> None:
    assert retry_after_seconds(text, NOW) == seconds


def test_unpacking_takes_no_more_memory_than_the_cap() -> None:
    bomb = Answer(200, {"Content-Encoding": "gzip"}, gzip.compress(bytes(200 * 1024 * 1024)))
    tracemalloc.start()

    with pytest.raises(ReplyBroken, match="unpacks to more"):
        unpack(bomb, size_max=1024 * 1024)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < 8 * 1024 * 1024
