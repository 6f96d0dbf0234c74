"""The chain of hashes that lets anyone see whether an entry of the journal was changed, moved or left out."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from retail.erased_entries import is_erased

FIRST = "0" * 64
"""What stands in for the previous hash before the first entry."""


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One thing that was done at the register: by whom, when, and the hash that ties it to those before."""

    number: int
    at: str
    kind: str
    user: str
    text: str
    hash: str


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of a journal: its number, and its hash, which covers all before it."""

    number: int
    hash: str


def link(previous_hash: str, number: int, at: str, kind: str, user: str, text: str) -> str:
    """The hash of an entry: SHA-256 over its parts, each preceded by its length so that none can flow over.

    >>> link(FIRST, 1, "a", "bc", "", "") == link(FIRST, 1, "ab", "c", "", "")
    False
    """
    chain = hashlib.sha256()
    for part in (previous_hash, str(number), at, kind, user, text):
        content = part.encode()
        chain.update(b"%d:" % len(content))
        chain.update(content)
    return chain.hexdigest()


def follows(previous_hash: str, entry: JournalEntry) -> bool:
    """Whether an entry is what it was, behind the one with this hash; of an erased one only its hash is left."""
    right = link(previous_hash, entry.number, entry.at, entry.kind, entry.user, entry.text)
    return entry.hash == right or is_erased(entry.kind, entry.text)


def first_break(entries: Iterable[JournalEntry], after: JournalEntry | None = None) -> int | None:
    """The number of the first entry that does not follow from those before it; None where all do.

    They are all, or those `after` one whose hash is taken as it is.
    A number left out counts as broken at the missing number. Entries cut off at the end leave no trace here;
    what headquarters has seen shows them. Of an older entry whose customer was erased the hash is taken as it is.
    """
    previous, expected = (FIRST, 1) if after is None else (after.hash, after.number + 1)
    for entry in entries:
        if entry.number != expected or not follows(previous, entry):
            return expected
        previous, expected = entry.hash, expected + 1
    return None
