"""The plan is a table: what stands in the outbox, how the last calls went, what follows."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.wire.protocol import BATCH_MAX
from sync_agent.planning import (
    Action,
    Pace,
    Probe,
    Pull,
    Push,
    Situation,
    Tidy,
    Trouble,
    batch_limit,
    batches,
    halves,
    plan,
)

NOW = datetime.fromisoformat("2026-11-21T09:00:00+01:00")
PACE = Pace(push_seconds=2, pull_seconds=10, tidy_seconds=3600)
PUSH = Push(BATCH_MAX)


def ago(seconds: float) -> datetime:
    return NOW - timedelta(seconds=seconds)


def situation(
    *,
    waiting: int = 0,
    pushed: float | None = 1,
    pulled: float | None = 1,
    tidied: float | None = 60,
    changed: bool = False,
    asked: bool = False,
    awaiting: float | None = None,
    contact: Trouble = Trouble(),  # noqa: B008 -- frozen
    push: Trouble = Trouble(),  # noqa: B008 -- frozen
    pull: Trouble = Trouble(),  # noqa: B008 -- frozen
) -> Situation:
    return Situation(
        now=NOW,
        waiting=waiting,
        outbox_changed=changed,
        is_asked=asked,
        last_push_at=None if pushed is None else ago(pushed),
        last_pull_at=None if pulled is None else ago(pulled),
        last_tidy_at=None if tidied is None else ago(tidied),
        awaiting_since=None if awaiting is None else ago(awaiting),
        contact=contact,
        push=push,
        pull=pull,
    )


def after(failures: int, seconds: float) -> Trouble:
    return Trouble(failures, NOW + timedelta(seconds=seconds))


TABLE: dict[str, tuple[Situation, tuple[Action, ...]]] = {
    "nothing waits and nothing is due": (situation(), ()),
    "a new agent tidies, then pulls": (
        situation(pushed=None, pulled=None, tidied=None),
        (Tidy(), Pull()),
    ),
    "a new agent sends before it pulls": (
        situation(waiting=1, pushed=None, pulled=None, tidied=None),
        (Tidy(), PUSH, Pull()),
    ),
    "who asks at the register gets everything now": (
        situation(pushed=0, pulled=0, asked=True, contact=after(9, 99), push=after(9, 99)),
        (Tidy(), Push(BATCH_MAX, force=True), Pull()),
    ),
    "tidying comes once an hour, with contact or without": (
        situation(tidied=3600, contact=after(3, 1)),
        (Tidy(),),
    ),
    "what was just put in goes at once": (situation(waiting=1, pushed=0.1, changed=True), (PUSH,)),
    "what still waits goes at the next beat": (situation(waiting=3, pushed=2), (PUSH,)),
    "but not before": (situation(waiting=3, pushed=1.9), ()),
    "an empty outbox is not sent": (situation(waiting=0, pushed=60, changed=True), ()),
    "a pull comes every ten seconds": (situation(pulled=10), (Pull(),)),
    "a number is not looked for before it can be there": (situation(pulled=9, awaiting=0.9), ()),
    "a number is looked for soon": (situation(pulled=9, awaiting=1), (Pull(),)),
    "a number that is long in coming is looked for more seldom": (situation(pulled=2, awaiting=7), ()),
    "a number is never looked for more seldom than at the pace": (
        situation(pulled=10, awaiting=60),
        (Pull(),),
    ),
    "a number awaited for after the clock was set back is no hindrance": (
        situation(pulled=10, awaiting=-60),
        (Pull(),),
    ),
    "without contact no number is looked for": (situation(pulled=9, awaiting=5, contact=after(1, 1)), ()),
    "a clock set back stops neither": (situation(waiting=1, pushed=-60, pulled=-60), (PUSH, Pull())),
    "without contact nothing is tried before its time": (
        situation(waiting=9, pushed=60, pulled=60, changed=True, contact=after(3, 0.1)),
        (),
    ),
    "without contact only a probe is sent": (
        situation(waiting=9, pushed=60, pulled=60, contact=after(3, 0)),
        (Probe(),),
    ),
    "a failed push waits while pulls go on": (
        situation(waiting=9, pushed=60, pulled=60, changed=True, push=after(2, 1)),
        (Pull(),),
    ),
    "a failed push is tried with fewer documents": (
        situation(waiting=9, pushed=60, push=after(2, -1)),
        (Push(BATCH_MAX // 4),),
    ),
    "a failed pull waits while pushes go on": (
        situation(waiting=9, pushed=60, pulled=60, pull=after(1, 1)),
        (PUSH,),
    ),
}


@pytest.mark.parametrize("case", TABLE)
def test_follows_the_table(case: str) -> None:
    given_situation, actions = TABLE[case]

    assert plan(given_situation, PACE) == actions


def test_a_number_is_looked_for_at_growing_pauses() -> None:
    looked = [0.0]
    for tenth in range(1, 300):
        if plan(situation(awaiting=tenth / 10, pulled=tenth / 10 - looked[-1]), PACE):
            looked.append(tenth / 10)

    assert looked[1:8] == pytest.approx([1, 2, 3, 4.5, 6.8, 10.2, 15.3], abs=0.2)
    pauses = [after - before for before, after in pairwise(looked)]
    assert max(pauses) <= 10.1


@pytest.mark.parametrize(("failures", "limit"), [(0, 200), (1, 100), (7, 1), (8, 1), (10**6, 1)])
def test_batches_get_smaller_with_failures_but_never_empty(failures: int, limit: int) -> None:
    assert batch_limit(failures) == limit


@dataclass(frozen=True)
class Paper:
    text: str


@given(st.lists(st.text(max_size=9).map(Paper), max_size=9), st.integers(1, 5), st.integers(1, 15))
def test_batches_keep_every_entry_in_order_and_the_limits(
    entries: list[Paper], count_max: int, bytes_max: int
) -> None:
    cut = batches(entries, count_max, bytes_max)

    assert [entry for batch in cut for entry in batch] == entries
    for batch in cut:
        assert 1 <= len(batch) <= count_max
        size = sum(len(entry.text.encode()) for entry in batch)
        assert size <= bytes_max or len(batch) == 1


def test_a_large_document_goes_alone_and_holds_up_nothing() -> None:
    small, large = Paper("x"), Paper("x" * 100)

    assert batches([small, large, small, small], 10, 50) == [(small,), (large,), (small, small)]


@given(st.lists(st.integers(), min_size=2))
def test_halves_are_smaller_and_keep_the_order(batch: list[int]) -> None:
    papers = [Paper(str(number)) for number in batch]

    first, second = halves(papers)

    assert [*first, *second] == papers
    assert first
    assert second
