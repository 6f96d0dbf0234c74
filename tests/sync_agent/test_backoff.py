"""Waits double up to a cap, spread over their whole range, and never come before the asked time."""

import random
from datetime import datetime, timedelta

import pytest

from sync_agent.backoff import contact_cap_seconds, next_try, wait_seconds

NOW = datetime.fromisoformat("2026-11-21T09:00:00+01:00")


@pytest.mark.parametrize(("failures", "longest"), [(0, 0), (1, 1), (2, 2), (5, 16), (6, 30), (10**9, 30)])
def test_waits_lie_between_zero_and_a_doubling_cap(failures: int, longest: float) -> None:
    randomness = random.Random(1)

    waits = [wait_seconds(failures, randomness, 30) for _ in range(500)]

    assert 0 <= min(waits) <= longest * 0.1
    assert longest * 0.9 <= max(waits) <= longest


def test_the_same_seed_waits_the_same() -> None:
    assert wait_seconds(5, random.Random(7), 30) == wait_seconds(5, random.Random(7), 30)
    assert wait_seconds(5, random.Random(7), 30) != wait_seconds(5, random.Random(8), 30)


def test_headquarters_may_ask_for_longer() -> None:
    assert next_try(NOW, 1, random.Random(1), 30, asked_seconds=120) == NOW + timedelta(seconds=120)
    assert NOW <= next_try(NOW, 1, random.Random(1), 30) <= NOW + timedelta(seconds=1)


@pytest.mark.parametrize(("away_seconds", "most"), [(-5, 1), (0, 1), (4, 1), (20, 5), (120, 30), (10**6, 30)])
def test_headquarters_that_has_just_gone_is_looked_for_often(away_seconds: int, most: float) -> None:
    assert contact_cap_seconds(timedelta(seconds=away_seconds)) == most
