"""The line is shown gone when that is sure, and back when it stays back: no flicker in between."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from pos_app.register.steady_line import SteadyLine
from pos_app.register.sync_state import SyncFacts

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
WELL = SyncFacts(
    now=NOW, free_bytes=50 * 1024**3, disk_bytes=100 * 1024**3, waiting=0, attention=0, connection="online",
    sending=0, last_success_at=NOW, prices_at=NOW,
)  # fmt: skip
GONE = replace(WELL, connection="offline", failures=2)


def later(facts: SyncFacts, seconds: float, **changes: object) -> SyncFacts:
    return replace(facts, now=NOW + timedelta(seconds=seconds), **changes)  # type: ignore[arg-type]


def shown(line: SteadyLine, facts: SyncFacts) -> str:
    return line.seen(facts).connection


def test_a_line_that_holds_is_shown_at_once() -> None:
    assert shown(SteadyLine(), WELL) == "online"
    assert shown(SteadyLine(), replace(WELL, connection="slow")) == "slow"
    assert shown(SteadyLine(), GONE) == "offline"


def test_one_lost_call_changes_nothing_while_the_last_answer_is_fresh() -> None:
    line = SteadyLine()

    assert shown(line, later(WELL, 9, failures=1)) == "online"
    assert shown(line, later(WELL, 11, failures=1)) == "offline"


def test_a_line_is_back_only_when_it_stays_back() -> None:
    line = SteadyLine()
    assert shown(line, GONE) == "offline"

    assert shown(line, later(WELL, 10, last_success_at=NOW + timedelta(seconds=10))) == "offline"
    assert shown(line, later(WELL, 14, last_success_at=NOW + timedelta(seconds=14))) == "offline"
    assert shown(line, later(WELL, 15, last_success_at=NOW + timedelta(seconds=15))) == "online"


def test_a_failure_in_between_starts_the_wait_anew() -> None:
    line = SteadyLine()
    line.seen(GONE)
    line.seen(later(WELL, 10, last_success_at=NOW + timedelta(seconds=10)))
    line.seen(later(GONE, 12))

    assert shown(line, later(WELL, 16, last_success_at=NOW + timedelta(seconds=16))) == "offline"
    assert shown(line, later(WELL, 21, last_success_at=NOW + timedelta(seconds=21))) == "online"


@pytest.mark.parametrize("connection", ["online", "unknown"])
def test_without_any_proof_it_is_only_checking_for_five_seconds(connection: str) -> None:
    line = SteadyLine()
    unproved = replace(WELL, connection=connection, last_success_at=None)

    assert shown(line, unproved) == connection
    assert shown(line, later(unproved, 5)) == connection
    assert shown(line, later(unproved, 6)) == "offline"


def test_a_line_whose_proof_grew_old_and_came_again_is_online() -> None:
    line = SteadyLine()
    assert shown(line, later(WELL, 61)) == "online"
    assert shown(line, later(WELL, 63, last_success_at=NOW + timedelta(seconds=63))) == "online"
    assert shown(line, later(WELL, 120, last_success_at=NOW + timedelta(seconds=63))) == "online"


def test_a_clock_set_back_does_not_hold_the_line_for_hours() -> None:
    line = SteadyLine()
    line.seen(later(GONE, 3600))
    line.seen(later(WELL, 3601, last_success_at=NOW + timedelta(seconds=3601)))

    line.seen(WELL)

    assert shown(line, later(WELL, 5, last_success_at=NOW + timedelta(seconds=5))) == "online"
