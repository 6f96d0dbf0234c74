"""What a scanner should be known by follows from how it really sent its keys."""

import pytest

from pos_app.ui.scan_recorder import SCANS_NEEDED, Recorded, ScanRecorder, proposal
from pos_app.ui.scanner_input import DEFAULT_LIMITS, BurstClassifier, Scanned, Typed

CODE = "7038010009457"


def scan(recorder: ScanRecorder, gap_ms: int, start_ms: int, end: str = "Enter") -> None:
    for place, sign in enumerate(CODE):
        recorder.key(sign, start_ms + place * gap_ms)
    if end:
        recorder.end(end, start_ms + len(CODE) * gap_ms)
    else:
        recorder.give_up()


def scans(gap_ms: int, end: str = "Enter", *, announced: bool = False) -> list[Recorded]:
    return [Recorded(CODE, (gap_ms,) * 12, end, announced)] * SCANS_NEEDED


def test_gaps_are_those_between_all_keys_and_the_one_at_the_end() -> None:
    recorder = ScanRecorder()
    scan(recorder, 9, 1000)

    (found,) = recorder.scans
    assert (found.code, found.end, found.median_ms, found.longest_ms, len(found.gaps_ms)) == (
        CODE,
        "Enter",
        9,
        9,
        13,
    )


def test_five_scans_are_enough_and_a_pause_divides_them() -> None:
    recorder = ScanRecorder()
    for number in range(SCANS_NEEDED):
        assert not recorder.is_complete
        scan(recorder, 9, number * 3000, end="")

    assert recorder.is_complete
    assert {each.end for each in recorder.scans} == {""}


def test_a_scan_without_an_end_is_whole_when_the_next_one_begins() -> None:
    recorder = ScanRecorder()
    for start in (0, 2000):
        for place, sign in enumerate("12345"):
            recorder.key(sign, start + place * 9)
    recorder.give_up()

    assert [each.code for each in recorder.scans] == ["12345", "12345"]


def test_a_single_key_is_no_scan() -> None:
    recorder = ScanRecorder()
    recorder.key("7", 0)
    recorder.end("Enter", 20)

    assert recorder.scans == []


def test_a_prefix_is_remembered() -> None:
    recorder = ScanRecorder()
    recorder.announce(0)
    scan(recorder, 90, 20)

    assert recorder.scans[0].announced


@pytest.mark.parametrize(
    ("gap_ms", "median_ms", "longest_ms"), [(7, 15, 40), (16, 25, 40), (30, 45, 45), (50, 55, 75)]
)
def test_limits_have_room_above_what_was_seen(gap_ms: int, median_ms: int, longest_ms: int) -> None:
    made = proposal(scans(gap_ms))

    assert not made.needs_prefix
    assert (made.limits.median_gap_ms, made.limits.gap_max_ms) == (median_ms, longest_ms)


@pytest.mark.parametrize("gap_ms", [60, 90, 120])
def test_a_scanner_as_slow_as_typing_must_announce_itself(gap_ms: int) -> None:
    slow, announced = proposal(scans(gap_ms)), proposal(scans(gap_ms, announced=True))

    assert slow.needs_prefix
    assert not announced.needs_prefix
    assert slow.limits.median_gap_ms == DEFAULT_LIMITS.median_gap_ms


@pytest.mark.parametrize("gap_ms", [7, 16, 30])
@pytest.mark.parametrize("end", ["Enter", ""])
def test_with_what_is_proposed_the_scanner_is_told_from_a_person(gap_ms: int, end: str) -> None:
    classifier = BurstClassifier(proposal(scans(gap_ms, end)).limits)
    known = []
    for place, sign in enumerate(CODE):
        known += classifier.key(sign, place * gap_ms)
    known += classifier.end(12 * gap_ms + gap_ms) if end else classifier.pause(12 * gap_ms + 300)
    assert known == [Scanned(CODE)]

    typed = []
    for place, sign in enumerate("7038"):
        typed += classifier.key(sign, 10_000 + place * 120)
    typed += classifier.pause(11_000)
    assert "".join(each.text for each in typed if isinstance(each, Typed)) == "7038"


def test_short_codes_and_a_missing_end_are_allowed_for() -> None:
    made = proposal([Recorded("123", (9, 9), "")] * SCANS_NEEDED)

    assert made.limits.length_min == 3
    assert not made.limits.has_suffix
