"""What a register has of its feeds is compared with what headquarters said: what differs is named and read again."""

from contextlib import closing
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlite

from sync_agent.hq_client import HqClient
from tests.faults.till import Till, files, running, till

__all__ = ["files", "running", "till"]


@pytest.fixture
def feeds_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The feeds that are asked for from their start, and the comparisons."""
    asked: list[str] = []
    page, compare = HqClient.page, HqClient.compare

    def page_noted(self: HqClient, feed: str, cursor: str, **more: Any) -> Any:
        asked.extend([] if cursor else [feed])
        return page(self, feed, cursor, **more)

    def compare_noted(self: HqClient, held: Any, *more: Any) -> Any:
        asked.append("compared")
        return compare(self, held, *more)

    monkeypatch.setattr(HqClient, "page", page_noted)
    monkeypatch.setattr(HqClient, "compare", compare_noted)
    return asked


def at_catalog(till: Till, statement: str) -> list[Any]:
    """As somebody with a database tool does it."""
    with closing(sqlite.connect(till.folder / "catalog.db")) as database, database:
        rows: list[Any] = database.execute(statement).fetchall()
        return rows


def feed_cases(till: Till) -> list[tuple[str, int]]:
    return till.at_hq(
        "SELECT words, closed_at IS NULL FROM cases WHERE about LIKE 'HOUSTON-1 feed %' ORDER BY id"
    )


def test_59_rows_lost_or_changed_in_silence_are_named_on_both_sides_and_only_their_feed_is_read_again(
    till: Till, feeds_read: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    with till.agent() as agent:
        assert agent.pull_now().fault is None
        feeds_read.clear()
        agent.pull_now()
        assert feeds_read == [], "while nothing changes on the disk headquarters is not asked"

        at_catalog(till, "DELETE FROM prices WHERE number = 'A'")
        agent.pull_now()

        assert at_catalog(till, "SELECT price_minor FROM prices WHERE number = 'A'") == [(8000,)]
        assert feeds_read == ["compared", "prices", "compared"]
    assert "feed prices differs: 0 rows here, 1 at headquarters" in caplog.text
    [(words, is_open)] = feed_cases(till)
    assert words.startswith("HOUSTON-1 has 0 rows of the feed prices; headquarters has 1.")
    assert not is_open, "both agree again"


def test_59_what_an_older_program_kept_without_digests_is_read_once(
    till: Till, feeds_read: list[str]
) -> None:
    till.step("pull")
    at_catalog(till, "UPDATE staff SET digest = NULL")
    feeds_read.clear()

    till.step("pull")
    till.step("pull")

    assert feeds_read == ["compared", "staff", "compared", "compared"], (
        "the second agent looks once at its start"
    )
    assert not [words for words, is_open in feed_cases(till) if is_open]
