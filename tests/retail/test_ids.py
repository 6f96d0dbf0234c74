"""Identities are UUIDs of version 7 that sort by the time they were made."""

import random
import uuid
from datetime import UTC, datetime, timedelta

from retail.clock import ReadClock
from retail.ids import TimeOrderedIds


def test_an_id_is_a_uuid_of_version_7() -> None:
    ids = TimeOrderedIds(ReadClock(lambda: datetime(2026, 11, 21, tzinfo=UTC)), random.Random(1))

    made = uuid.UUID(ids.new())

    assert (made.version, made.variant) == (7, uuid.RFC_4122)


def test_ids_sort_by_time_and_repeat_never() -> None:
    moments = iter([datetime(2026, 11, 21, tzinfo=UTC) + timedelta(seconds=second) for second in range(200)])
    ids = TimeOrderedIds(ReadClock(lambda: next(moments)), random.Random(1))

    made = [ids.new() for _ in range(200)]

    assert made == sorted(set(made))


def test_the_same_seed_makes_the_same_ids() -> None:
    clock = ReadClock(lambda: datetime(2026, 11, 21, tzinfo=UTC))

    assert TimeOrderedIds(clock, random.Random(5)).new() == TimeOrderedIds(clock, random.Random(5)).new()
