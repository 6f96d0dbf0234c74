"""Time is given, has an offset, and is written so that it sorts."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from retail.clock import ReadClock, business_date, stamp


def test_a_clock_tells_what_it_is_given() -> None:
    moment = datetime(2026, 11, 21, 14, 32, tzinfo=UTC)

    assert ReadClock(lambda: moment).now() == moment


def test_a_time_without_offset_is_refused() -> None:
    naive = datetime(2026, 11, 21, 14, 32)  # noqa: DTZ001  the very fault that is looked for

    with pytest.raises(ValueError, match="2026-11-21T14:32:00, a time without offset"):
        ReadClock(lambda: naive).now()


def test_a_stamp_has_milliseconds_and_its_offset() -> None:
    moment = datetime(2026, 11, 21, 23, 59, 1, 2000, tzinfo=timezone(timedelta(hours=-6)))

    assert stamp(moment) == "2026-11-21T23:59:01.002-06:00"
    assert business_date(moment) == date(2026, 11, 21)
