"""The journal's chain shows every change, however small."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.journal import FIRST, JournalEntry, first_break, link


def chain(*texts: str) -> list[JournalEntry]:
    entries, previous = [], FIRST
    for number, text in enumerate(texts, 1):
        at = f"2026-11-21T14:32:{number:02d}.000+01:00"
        previous = link(previous, number, at, "line.void", "cashier", text)
        entries.append(JournalEntry(number, at, "line.void", "cashier", text, previous))
    return entries


def test_a_link_is_a_sha_256_that_never_changes() -> None:
    made = link(FIRST, 1, "2026-11-21T14:32:10.000+01:00", "transaction.conclude", "cashier", "{}")

    assert made == "183401066e58b6d119b3ab309fdcbf77b8c909d7edb7e1f6e0bc0e2bc2cf9e8d"


def test_parts_cannot_flow_into_each_other() -> None:
    assert link(FIRST, 1, "a", "bc", "d", "e") != link(FIRST, 1, "ab", "c", "d", "e")
    assert link(FIRST, 11, "a", "b", "c", "d") != link(FIRST, 1, "1a", "b", "c", "d")
    assert link(FIRST, 1, "", "", "", "1:x") != link(FIRST, 1, "", "", "1:x", "")


def test_a_sound_chain_has_no_break() -> None:
    assert first_break(chain("a", "b", "c")) is None
    assert first_break([]) is None


@given(st.integers(0, 4), st.sampled_from(["at", "kind", "user", "text", "hash"]))
def test_any_changed_field_breaks_the_chain_there(place: int, field: str) -> None:
    entries = chain("a", "b", "c", "d", "e")
    entries[place] = replace(entries[place], **{field: "changed"})  # type: ignore[arg-type]

    assert first_break(entries) == place + 1


@pytest.mark.parametrize(
    ("kept", "broken"), [([1, 2], 1), ([0, 2], 2), ([1, 0, 2], 1), ([0, 0, 1], 2), ([0, 1], None)]
)
def test_entries_left_out_moved_or_doubled_are_found(kept: list[int], broken: int | None) -> None:
    entries = chain("a", "b", "c")

    assert first_break(entries[place] for place in kept) == broken
