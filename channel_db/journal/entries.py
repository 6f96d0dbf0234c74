"""The append-only account of what was done: each entry's hash covers it and all before it."""

from collections.abc import Iterator

from sqlalchemy import bindparam, select

from channel_db.errors import ChainBroken
from channel_db.journal.models import JournalEntryRow
from channel_db.journal.preferences import REGISTER, PreferenceReading, PreferenceWriting
from channel_db.statements import Statement, insertion
from retail.journal import FIRST, Head, JournalEntry, first_break, link

# No LIMIT: only the first row is asked for, and a bound LIMIT costs more than the row.
_LAST = Statement(
    select(JournalEntryRow.number, JournalEntryRow.hash).order_by(JournalEntryRow.number.desc())
)
_ONE = Statement(
    select(
        JournalEntryRow.number,
        JournalEntryRow.at,
        JournalEntryRow.kind,
        JournalEntryRow.user,
        JournalEntryRow.text,
        JournalEntryRow.hash,
    ).where(JournalEntryRow.number == bindparam("number"))
)
_LAST_AT = Statement(select(JournalEntryRow.at).order_by(JournalEntryRow.number.desc()))
_ADD = insertion(JournalEntryRow.__table__, "number", "at", "kind", "user", "text", "hash")
COPIED = "copied_to_headquarters"
"""The entry up to which headquarters holds this account: its number and its hash."""
PAGE = 1000
"""So many entries are read at once: an account of years is walked through in little memory."""
_PAGE = Statement(
    select(
        JournalEntryRow.number,
        JournalEntryRow.at,
        JournalEntryRow.kind,
        JournalEntryRow.user,
        JournalEntryRow.text,
        JournalEntryRow.hash,
    )
    .where(JournalEntryRow.number > bindparam("after"))
    .order_by(JournalEntryRow.number)
    .limit(bindparam("most"))
)


_TEXTS = Statement(
    select(JournalEntryRow.text)
    .where(JournalEntryRow.kind == bindparam("kind"))
    .order_by(JournalEntryRow.number)
)


_SIGNED_IN = Statement(select(JournalEntryRow.number).where(JournalEntryRow.kind == "user.sign_in").limit(1))


class EntryReading(PreferenceReading):
    """Reads the account and proves it."""

    def was_used(self) -> bool:
        """Somebody has signed in at this register; the first who did stands near the start."""
        return _SIGNED_IN.run(self._connection).first() is not None

    def entries(self, after: int | None = -(2**63)) -> Iterator[JournalEntry]:
        """Every entry, from the first, or those after a number."""
        while after is not None:
            rows = [JournalEntry(*row) for row in _PAGE.run(self._connection, after=after, most=PAGE).all()]
            yield from rows
            after = rows[-1].number if rows else None

    def texts_of(self, kind: str) -> list[str]:
        """The texts of every entry of a kind; all entries are read for it."""
        return [str(row.text) for row in _TEXTS.run(self._connection, kind=kind)]

    def head(self) -> Head:
        """The last entry: its number and its hash."""
        last = _LAST.run(self._connection).first()
        return Head(0, FIRST) if last is None else Head(last.number, last.hash)

    def last_entry_at(self) -> str | None:
        """When the last entry was made, as the clock showed then."""
        at: str | None = _LAST_AT.run(self._connection).scalar()
        return at

    def chain(self) -> str:
        """What names this account: the hash of its first entry; empty where that is not here."""
        row = _ONE.run(self._connection, number=1).first()
        return "" if row is None else str(row.hash)

    def copied(self) -> int:
        """The number of the last entry that headquarters is known to hold; 0 where that was another account's."""
        number, _, hash = self.preference(REGISTER, COPIED).partition(" ")
        row = _ONE.run(self._connection, number=int(number)).first() if number else None
        return 0 if row is None or row.hash != hash else int(number)

    def verify_chain(self) -> None:
        """Walk the chain from the first entry to the last.

        Raises:
            ChainBroken: names the first entry that was changed or is missing.
        """
        broken = first_break(self.entries())
        if broken is not None:
            raise ChainBroken(broken)

    def verify_newest(self, most: int) -> None:
        """Walk the end of the chain: the last so many entries, from the hash of the one before them.

        Raises:
            ChainBroken: as `verify_chain`, of these entries.
        """
        last = _LAST.run(self._connection).first()
        before = None if last is None else _ONE.run(self._connection, number=last.number - most).first()
        if before is None:
            return self.verify_chain()
        anchor = JournalEntry(*before)
        broken = first_break(self.entries(anchor.number), anchor)
        if broken is not None:
            raise ChainBroken(broken)
        return None


class EntryWriting(PreferenceWriting):
    """Adds to the account."""

    def add_journal_entry(self, at: str, kind: str, user: str, text: str) -> None:
        """Add an entry to the chain."""
        last, previous = _LAST.one(self._connection) or (0, FIRST)
        number = last + 1
        _ADD.write(
            self._connection,
            number=number,
            at=at,
            kind=kind,
            user=user,
            text=text,
            hash=link(previous, number, at, kind, user, text),
        )

    def keep_copied(self, number: int) -> None:
        """Headquarters holds every entry up to this one."""
        row = _ONE.run(self._connection, number=number).first()
        self.keep_preference(REGISTER, COPIED, "" if row is None else f"{number} {row.hash}")
