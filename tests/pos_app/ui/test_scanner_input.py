"""A scanner is told from typing by its prefix or its timing, and no key is lost or doubled."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.ui.scanner_input import (
    BurstClassifier,
    DoubleRead,
    Known,
    LateEnd,
    Scanned,
    ScannerLimits,
    Typed,
)

EAN = "7038010009457"
NO_SUFFIX = ScannerLimits(has_suffix=False)


def strike(
    classifier: BurstClassifier, keys: str, gaps: Sequence[int], at_ms: int = 1000
) -> tuple[list[Known], int]:
    """What comes out while these keys go in, with the pause noticed in time as the window's timer does."""
    known: list[Known] = []
    for sign, gap in zip(keys, gaps, strict=True):
        known += passing(classifier, at_ms, at_ms + gap)
        at_ms += gap
        known += classifier.key(sign, at_ms)
    return known, at_ms


def passing(classifier: BurstClassifier, from_ms: int, until_ms: int) -> list[Known]:
    due = classifier.due_ms
    return classifier.pause(due) if due is not None and from_ms <= due < until_ms else []


def feed(
    keys: str, gaps: Sequence[int], end_gap: int = 10, limits: ScannerLimits | None = None
) -> list[Known]:
    classifier = BurstClassifier(limits or ScannerLimits())
    known, at_ms = strike(classifier, keys, gaps)
    return [*known, *passing(classifier, at_ms, at_ms + end_gap), *classifier.end(at_ms + end_gap)]


def typed(known: Sequence[Known]) -> str:
    return "".join(each.text for each in known if isinstance(each, Typed))


def test_burst_is_a_scan() -> None:
    assert feed(EAN, [9] * 13) == [Scanned(EAN)]


def test_median_decides_not_one_slow_key() -> None:
    assert feed("70380100", [9, 9, 9, 78, 9, 9, 9, 9]) == [Scanned("70380100")]


def test_slow_first_gap_is_still_a_scan() -> None:
    assert feed("70380100", [9, 60, 9, 9, 9, 9, 9, 9]) == [Scanned("70380100")]


def test_typing_is_handed_on_in_order() -> None:
    known = feed("12345", [140] * 5, end_gap=140)

    assert all(isinstance(each, Typed) for each in known)
    assert typed(known) == "12345"


def test_fast_typing_within_eighty_milliseconds_is_not_a_scan() -> None:
    assert typed(feed("12345", [60] * 5, end_gap=60)) == "12345"


def test_three_characters_are_too_few_for_a_scan() -> None:
    assert feed("123", [9] * 3) == [Typed("123")]


def test_enter_after_a_pause_ends_typing_not_a_scan() -> None:
    assert feed("70380", [9] * 5, end_gap=200) == [Typed("70380")]


def test_stray_enter_is_nobodys() -> None:
    assert BurstClassifier().end(0) == []


def test_second_burst_does_not_inherit_the_first() -> None:
    classifier = BurstClassifier()
    for at_ms, sign in enumerate("12"):
        classifier.key(sign, at_ms * 10)

    known = classifier.key("7", 5000)

    assert known == [Typed("12")]
    assert classifier.held == "7"


def test_typing_is_never_held_longer_than_eighty_milliseconds() -> None:
    classifier = BurstClassifier()
    classifier.key("1", 1000)
    classifier.key("2", 1060)

    assert classifier.due_ms == 1080
    assert classifier.pause(1079) == []
    assert classifier.pause(1080) == [Typed("12")]


def test_scanner_without_enter_is_done_after_its_pause() -> None:
    classifier = BurstClassifier(NO_SUFFIX)
    known, at_ms = strike(classifier, "70380", [9] * 5)

    assert classifier.pause(at_ms + 60) == []
    assert classifier.pause(at_ms + 61) == [Scanned("70380")]
    assert known == []


def test_long_burst_is_a_scan_even_if_enter_never_comes() -> None:
    classifier = BurstClassifier()
    _, at_ms = strike(classifier, EAN, [9] * 13)

    assert classifier.pause(at_ms + 81) == [Scanned(EAN)]


@pytest.mark.parametrize("limits", [ScannerLimits(), NO_SUFFIX])
def test_enter_that_comes_late_presses_nothing(limits: ScannerLimits) -> None:
    classifier = BurstClassifier(limits)
    _, at_ms = strike(classifier, EAN, [9] * 13)
    classifier.pause(at_ms + 81)

    assert classifier.end(at_ms + 200) == [LateEnd()]
    assert classifier.end(at_ms + 210) == []


def test_enter_of_a_person_after_such_a_scan_is_theirs() -> None:
    classifier = BurstClassifier()
    _, at_ms = strike(classifier, EAN, [9] * 13)
    classifier.pause(at_ms + 81)

    assert classifier.end(at_ms + 251) == []


def test_digit_typed_just_before_a_scan_stays_typed() -> None:
    assert feed("3" + EAN, [200, 50, *[9] * 12]) == [Typed("3"), Scanned(EAN)]


def test_slow_key_inside_a_right_code_belongs_to_it() -> None:
    assert feed(EAN, [9, 50, *[9] * 11]) == [Scanned(EAN)]


def test_slow_key_in_a_code_without_check_digit_belongs_to_it() -> None:
    assert feed("AB-12345", [9, 50, *[9] * 6]) == [Scanned("AB-12345")]


# ---------------------------------------------------------------- prefix


def announced(keys: str, gaps: Sequence[int]) -> tuple[BurstClassifier, int]:
    classifier = BurstClassifier()
    assert classifier.announce(1000) == []
    known, at_ms = strike(classifier, keys, gaps, 1000)
    assert known == []
    return classifier, at_ms


def test_announced_scan_may_be_as_slow_as_bluetooth() -> None:
    classifier, at_ms = announced(EAN, [120] * 13)

    assert classifier.end(at_ms + 120) == [Scanned(EAN)]


def test_announced_scan_may_be_short() -> None:
    classifier, at_ms = announced("7", [90])

    assert classifier.end(at_ms + 90) == [Scanned("7")]


def test_announced_scan_without_enter_ends_after_its_pause() -> None:
    classifier, at_ms = announced("70", [90, 90])

    assert classifier.pause(at_ms + 300) == []
    assert classifier.pause(at_ms + 301) == [Scanned("70")]
    assert not classifier.is_holding


def test_announced_nothing_is_nothing() -> None:
    classifier, at_ms = announced("", [])
    assert classifier.is_holding
    assert classifier.end(at_ms + 10) == [LateEnd()]

    classifier, at_ms = announced("", [])
    assert classifier.pause(at_ms + 301) == []
    assert not classifier.is_holding


def test_what_was_typed_before_the_prefix_stays_typed() -> None:
    classifier = BurstClassifier()
    classifier.key("3", 1000)

    assert classifier.announce(1020) == [Typed("3")]


def test_second_prefix_ends_the_first_scan() -> None:
    classifier, at_ms = announced("70380", [90] * 5)

    assert classifier.announce(at_ms + 90) == [Scanned("70380")]


# ---------------------------------------------------------------- double reads


def scan_twice(pause_ms: int, second: str = EAN) -> list[Known]:
    classifier = BurstClassifier()
    first, at_ms = strike(classifier, EAN, [9] * 13)
    first += classifier.end(at_ms + 9)
    again, at_ms = strike(classifier, second, [pause_ms, *[9] * (len(second) - 1)], at_ms)
    return first + again + classifier.end(at_ms + 9)


def test_same_code_within_150_milliseconds_is_a_double_read() -> None:
    assert scan_twice(150) == [Scanned(EAN), DoubleRead(EAN)]


def test_same_code_later_counts() -> None:
    assert scan_twice(151) == [Scanned(EAN), Scanned(EAN)]


def test_another_code_counts_at_once() -> None:
    assert scan_twice(30, "96385074") == [Scanned(EAN), Scanned("96385074")]


# ---------------------------------------------------------------- every key once


@given(st.text(alphabet="0123456789ABC", min_size=1, max_size=20), st.data())
def test_every_key_comes_back_exactly_once(keys: str, data: st.DataObject) -> None:
    gaps = data.draw(st.lists(st.integers(1, 250), min_size=len(keys), max_size=len(keys)))
    limits = data.draw(st.sampled_from([ScannerLimits(), NO_SUFFIX]))

    known = feed(keys, gaps, data.draw(st.integers(1, 250)), limits)

    assert "".join(text_of(each) for each in known) == keys


@given(st.lists(st.integers(81, 400), min_size=1, max_size=20))
def test_keys_that_are_far_apart_are_always_typing(gaps: list[int]) -> None:
    keys = "7" * len(gaps)

    assert typed(feed(keys, gaps, 100)) == keys


@given(st.lists(st.integers(1, 35), min_size=4, max_size=30), st.integers(1, 80))
def test_keys_at_a_scanners_pace_are_always_one_scan(gaps: list[int], end_gap: int) -> None:
    keys = "AB7C" * 8

    assert feed(keys[: len(gaps)], gaps, end_gap) == [Scanned(keys[: len(gaps)])]


def text_of(known: Known) -> str:
    if isinstance(known, Typed):
        return known.text
    return known.code if isinstance(known, Scanned | DoubleRead) else ""
