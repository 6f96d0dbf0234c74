"""The register's account as it travels to headquarters: entries in order, each tied to those before by its hash."""

from typing import Annotated

from pydantic import Field

from retail.journal import JournalEntry, follows
from retail.wire.base import Part
from retail.wire.protocol import Reply

ENTRIES_MAX = 500
"""So many entries go with one call at most."""
TEXT_MAX = 2_000_000

Hash = Annotated[str, Field(max_length=100)]


class EntryPart(Part):
    """One entry, as it stands in the register's journal."""

    number: Annotated[int, Field(ge=1, le=10**15)]
    at: Annotated[str, Field(max_length=100)]
    kind: Annotated[str, Field(max_length=100)]
    user: Annotated[str, Field(max_length=1000)]
    text: Annotated[str, Field(max_length=TEXT_MAX)]
    hash: Hash

    def follows(self, before: str) -> bool:
        """Whether its hash is that of this entry behind the one with the hash `before`."""
        entry = JournalEntry(self.number, self.at, self.kind, self.user, self.text, self.hash)
        return follows(before, entry)


class JournalRequest(Part):
    """Entries of one chain, each with the number after the one before; `chain` is the hash of its entry number 1."""

    protocol: int
    register_name: str
    epoch: str
    chain: Hash
    entries: Annotated[tuple[EntryPart, ...], Field(max_length=ENTRIES_MAX)]


class JournalReply(Reply):
    """How far headquarters holds this chain: the number of the last entry before which none is missing."""

    held: int
