"""When a register leaves headquarters alone: at its silence always, in more cases where the store says so."""

import pytest

from retail.switching import LAST_CALLS, Answer, Call, Cause, cause_to_leave

TIME_OUT = 4.0


def good(*seconds: float) -> list[Call]:
    return [Call(Answer.GOOD, each) for each in seconds]


def cause(calls: list[Call], *, advanced: bool = False, performance: bool = False) -> Cause | None:
    return cause_to_leave(calls, TIME_OUT, is_advanced=advanced, is_by_performance=performance)


def test_before_the_first_call_there_is_no_reason() -> None:
    assert cause([], advanced=True, performance=True) is None


def test_silence_is_a_reason_in_every_store() -> None:
    assert cause([Call(Answer.NONE, 4)]) is Cause.SILENT
    assert cause([Call(Answer.NONE, 4)], advanced=True, performance=True) is Cause.SILENT


@pytest.mark.parametrize(
    ("last", "reason"),
    [
        (Call(Answer.ODD, 0.1), Cause.ODD),
        (Call(Answer.GOOD, 2.1), Cause.SLOW),
        (Call(Answer.GOOD, 2.0), None),
    ],
)
def test_odd_and_slow_answers_are_reasons_with_advanced_switching_alone(
    last: Call, reason: Cause | None
) -> None:
    assert cause([last], advanced=True) is reason
    assert cause([last]) is None


def test_calls_that_got_worse_are_a_reason_by_performance_alone() -> None:
    worse = good(0.1, 0.1, 1.1, 1.2, 1.3)

    assert cause(worse, advanced=True, performance=True) is Cause.DEGRADED
    assert cause(worse, advanced=True) is None
    assert cause(worse, performance=True) is None


@pytest.mark.parametrize(
    "seconds", [(0.1, 0.1, 0.1, 1.9, 1.9), (1.0, 1.0, 1.0, 1.9, 1.9), (1.9, 1.9, 1.9, 1.9)]
)
def test_a_few_late_answers_are_none(seconds: tuple[float, ...]) -> None:
    assert cause(good(*seconds), advanced=True, performance=True) is None


def test_only_the_last_calls_count() -> None:
    assert cause(good(*[1.9] * LAST_CALLS, *[0.1] * LAST_CALLS), advanced=True, performance=True) is None
