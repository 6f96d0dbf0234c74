"""Everything the two sides can say has its paragraph in docs/sync-protocol.md."""

from pathlib import Path
from typing import get_args

import pytest

from retail.wire import protocol

PAGE = (Path(__file__).parents[2] / "docs" / "sync-protocol.md").read_text(encoding="utf-8")

PATHS = [value for value in vars(protocol).values() if isinstance(value, str) and value.startswith("/v1/")]
HEADERS = [value for name, value in vars(protocol).items() if name.endswith("_HEADER")]
OUTCOMES = get_args(protocol.UploadResult.model_fields["outcome"].annotation)
MODELS = [
    name
    for name, value in vars(protocol).items()
    if isinstance(value, type)
    and value.__module__ == protocol.__name__
    and name.endswith(("Reply", "Request", "Page"))
    and name != "Reply"
]
ENVELOPE = [*protocol.Reply.model_fields]


def lacks(page: str) -> list[str]:
    """What this page does not speak of."""
    sections = [f"### `{method} {path}" for path in PATHS for method in ("GET", "POST")]
    missing = [path for path in PATHS if not any(each in page for each in sections if each.endswith(path))]
    missing += [name for name in OUTCOMES if f"\n**`{name}`**: " not in page]
    missing += [name for name in protocol.FEED_NAMES if f"\n| `{name}` | " not in page]
    missing += [name for name in (*HEADERS, *ENVELOPE) if f"`{name}`" not in page]
    return missing + [name for name in MODELS if name not in page]


def test_lists_are_not_empty() -> None:
    assert len(PATHS) >= 6
    assert len(OUTCOMES) >= 4
    assert len(MODELS) >= 7


def test_nothing_is_missing() -> None:
    assert lacks(PAGE) == []


@pytest.mark.parametrize(
    "words", ["### `POST /v1/enrol`", "**`quarantined`**: ", "| `prices` | ", "`X-Kassa-Nonce`", "FeedPage"]
)
def test_a_missing_paragraph_is_noticed(words: str) -> None:
    assert words in PAGE
    assert lacks(PAGE.replace(words, "")) != []


def test_feeds_stand_in_the_order_they_are_read() -> None:
    places = [PAGE.index(f"\n| `{name}` | ") for name in protocol.FEED_NAMES]

    assert places == sorted(places)
