"""An older entry that named a customer can lose the name, and the chain is what it was."""

from dataclasses import replace

import pytest

from retail.erased_entries import NAMED, concerned_by, erased_entry, is_erased
from retail.journal import FIRST, JournalEntry, first_break, link

COLLECTED = '{"cart":"c1","collector":"Per Moe","expected":"Anna Berg","order":"o1"}'


def chain(*entries: tuple[str, str]) -> list[JournalEntry]:
    made, before = [], FIRST
    for number, (kind, text) in enumerate(entries, 1):
        before = link(before, number, "now", kind, "ann", text)
        made.append(JournalEntry(number, "now", kind, "ann", text, before))
    return made


def test_a_chain_whose_older_entries_lost_their_names_verifies_to_its_end() -> None:
    entries = chain(("drawer.open", "{}"), ("pickup.collector", COLLECTED), ("drawer.open", "{}"))

    erased = [replace(each, text=erased_entry(each.kind, each.text)) for each in entries]

    assert "Per Moe" not in str(erased)
    assert "Anna Berg" not in str(erased)
    assert first_break(erased) is None
    assert first_break([erased[0], replace(erased[1], hash="0" * 64), erased[2]]) == 3
    assert first_break([erased[0], erased[2]]) == 2


@pytest.mark.parametrize("kind", sorted(NAMED))
def test_what_named_somebody_is_erased_and_ids_stay(kind: str) -> None:
    text = '{"answers":"Berg","card":"Berg","cart":null,"collector":"Berg","customer":"a1","expected":"Berg"'
    text += ',"fields":["Berg"],"name":"Berg","transaction":"t1"}'

    erased = erased_entry(kind, text)

    assert is_erased(kind, erased)
    assert not is_erased(kind, text)
    assert set(NAMED[kind]).isdisjoint(erased)
    assert concerned_by(erased) == {"a1", "t1"}
    assert erased_entry(kind, erased) == erased


def test_no_other_entry_can_be_erased() -> None:
    erased = erased_entry("pickup.collector", COLLECTED)
    entries = chain(("drawer.open", '{"cart":null}'), ("drawer.open", "{}"))

    assert erased_entry("drawer.open", COLLECTED) == COLLECTED
    assert not is_erased("drawer.open", erased)
    assert first_break([replace(entries[0], text=erased), entries[1]]) == 1


@pytest.mark.parametrize("text", ['{"cart":null,"order":"o1"}', '{"cart":null,"collector":"","expected":""}'])
def test_an_entry_that_names_nobody_stays_as_it_is(text: str) -> None:
    assert erased_entry("pickup.collector", text) == text
