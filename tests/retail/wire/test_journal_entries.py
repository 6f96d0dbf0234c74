"""An entry of a journal proves the one before it."""

from retail.journal import FIRST, link
from retail.wire.journal import EntryPart


def test_an_entry_follows_the_hash_that_it_was_made_behind_and_no_other() -> None:
    facts = {"at": "2026-11-21T14:00:00+01:00", "kind": "sale", "user": "ann", "text": "{}"}
    entry = EntryPart(number=1, hash=link(FIRST, 1, *facts.values()), **facts)

    assert entry.follows(FIRST)
    assert not entry.follows(entry.hash)
    assert not entry.model_copy(update={"user": "bob"}).follows(FIRST)
