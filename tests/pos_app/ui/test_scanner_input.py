"""A burst is told from typing by its timing, and no key is lost or doubled."""

from hypothesis import given
from hypothesis import strategies as st

from pos_app.ui.scanner_input import BurstClassifier, Scanned, Typed


def feed(keys: str, gaps: list[int], enter_gap: int = 10) -> list[Scanned | Typed]:
    classifier, at_ms = BurstClassifier(), 1000
    events: list[Scanned | Typed] = []
    for sign, gap in zip(keys, gaps, strict=True):
        at_ms += gap
        events += classifier.key(sign, at_ms)
    return events + classifier.enter(at_ms + enter_gap)


def test_burst_is_a_scan() -> None:
    assert feed("7038010009457", [9] * 13) == [Scanned("7038010009457")]


def test_median_decides_not_one_slow_key() -> None:
    assert feed("70380100", [9, 9, 9, 78, 9, 9, 9, 9]) == [Scanned("70380100")]


def test_typing_is_handed_on_in_order() -> None:
    events = feed("12345", [140] * 5, enter_gap=140)

    assert "".join(each.text for each in events if isinstance(each, Typed)) == "12345"
    assert events[-1] == Typed("5", enter=True) or events[-1] == Typed("", enter=True)


def test_fast_typing_within_eighty_milliseconds_is_not_a_scan() -> None:
    events = feed("12345", [60] * 5, enter_gap=60)

    assert not any(isinstance(each, Scanned) for each in events)


def test_three_characters_are_too_few_for_a_scan() -> None:
    assert feed("123", [9] * 3) == [Typed("123", enter=True)]


def test_enter_after_a_pause_ends_typing_not_a_scan() -> None:
    assert feed("70380", [9] * 5, enter_gap=200) == [Typed("70380"), Typed("", enter=True)]


def test_stray_enter_is_only_an_enter() -> None:
    assert BurstClassifier().enter(0) == [Typed("", enter=True)]


def test_second_burst_does_not_inherit_the_first() -> None:
    classifier = BurstClassifier()
    for at_ms, sign in enumerate("12"):
        classifier.key(sign, at_ms * 10)

    released = classifier.key("7", 5000)

    assert released == [Typed("12")]
    assert classifier.held == "7"


@given(st.text(alphabet="0123456789ABC", min_size=1, max_size=20), st.data())
def test_every_key_comes_back_exactly_once(keys: str, data: st.DataObject) -> None:
    gaps = data.draw(st.lists(st.integers(1, 250), min_size=len(keys), max_size=len(keys)))

    events = feed(keys, gaps, data.draw(st.integers(1, 250)))

    assert "".join(each.code if isinstance(each, Scanned) else each.text for each in events) == keys
