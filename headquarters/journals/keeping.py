"""Keeping what registers write into their accounts: each entry must follow from one that is held; what does not is kept
all the same, and brought before a person.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from headquarters.cases.service import has_open_case, open_case
from headquarters.journals.kinds import SAYS_IT_WAS_PUT_BACK, SECURITY
from headquarters.journals.models import JournalLine
from headquarters.journals.words import of_entry_changed, of_number_twice, of_other_document
from headquarters.rows import Row, add_rows
from headquarters.uploads.models import KeptDocument
from retail.journal import FIRST
from retail.messages import Message
from retail.wire.erasing import seal
from retail.wire.journal import EntryPart

CASE = "journal"
CONCLUDED = "transaction.conclude"
_COLUMNS = (
    "register", "epoch", "chain", "number", "at", "kind", "user", "text", "hash", "before", "received_at", "document",
    "fingerprint", "is_security",
)  # fmt: skip
_DOCUMENT = _COLUMNS.index("document")


class Chain(NamedTuple):
    """One account of a register, by the hash of its first entry, and the epoch in which it is told of."""

    register: str
    epoch: str
    first: str


def journal_about(register: str, epoch: str) -> str:
    """What a case about the chain of a register's journal is about."""
    return f"{register} {epoch} journal"


def keep_entries(session: Session, chain: Chain, entries: Sequence[EntryPart], at: str) -> int:
    """Keep entries that follow one another, and say up to which number none is missing.

    Entries behind a gap are not kept: they are asked for again from there. One that is held already is known. One that
    does not follow, or stands beside another with its number, is kept, and a case names it.
    """
    held = _last(session, chain)
    if not entries or entries[0].number > held + 1:
        return held
    known = _held(session, chain, entries[0].number - 1, entries[-1].number)
    rows, words = [], None
    for each in entries:
        beside = known.setdefault(each.number, {})
        before = next((hash for hash in _before(known, each.number) if each.follows(hash)), None)
        if before is None:
            words = words or of_entry_changed(chain.register, each.number)
        elif each.hash not in beside and before in beside.values() and each.kind not in SAYS_IT_WAS_PUT_BACK:
            words = words or of_number_twice(chain.register, each.number)
        if each.hash not in beside:
            beside[each.hash] = before or ""
            rows.append(_row(chain, each, before or "", at))
    add_rows(session, JournalLine, _COLUMNS, rows)
    if words is not None:
        bring(session, chain.register, chain.epoch, words, at)
    look_at_documents(session, chain.register, [row[_DOCUMENT] for row in rows], at)
    return max(held, entries[-1].number)


def stands_beside(session: Session, register: str, number: int, hash: str) -> bool:
    """Whether the newest account of this register has another entry with this number, and not this one."""
    newest = select(JournalLine.chain).where(JournalLine.register == register).order_by(JournalLine.id.desc())
    chain = session.scalar(newest.limit(1))
    held = _held(session, Chain(register, "", chain or ""), number, number).get(number, {})
    return bool(held) and hash not in held


def bring(session: Session, register: str, epoch: str, words: Message, at: str) -> None:
    """Open a case about the account of a register, unless one is open."""
    about = journal_about(register, epoch)
    if not has_open_case(session, CASE, about):
        open_case(session, CASE, about, words, at)


def look_at_documents(session: Session, register: str, documents: Iterable[str], at: str) -> None:
    """Compare documents with the entries that were written for them, as far as both are here; the first that differs
    is a case.
    """
    sought = [each for each in documents if each]
    if not sought:
        return
    differing = session.execute(
        select(
            JournalLine.epoch,
            JournalLine.number,
            JournalLine.document,
            JournalLine.fingerprint,
            KeptDocument.text,
        )
        .join(KeptDocument, KeptDocument.uuid == JournalLine.document)
        .where(
            JournalLine.document.in_(sought),
            JournalLine.document != "",
            JournalLine.register == register,
            KeptDocument.register == register,
            KeptDocument.fingerprint != JournalLine.fingerprint,
            KeptDocument.erased == "",  # one whose entry is older is proved by nothing any more
        )
        .order_by(JournalLine.id)
    )
    found = next((each for each in differing if seal(each.text) != each.fingerprint), None)
    if found is not None:
        bring(session, register, found.epoch, of_other_document(register, found.number, found.document), at)


def _last(session: Session, chain: Chain) -> int:
    query = select(func.max(JournalLine.number)).where(
        JournalLine.register == chain.register, JournalLine.chain == chain.first
    )
    return session.scalar(query) or 0


def _held(session: Session, chain: Chain, first: int, last: int) -> dict[int, dict[str, str]]:
    """The hashes that are held under each of these numbers, each with the hash it follows."""
    rows = session.execute(
        select(JournalLine.number, JournalLine.hash, JournalLine.before).where(
            JournalLine.register == chain.register, JournalLine.chain == chain.first,
            JournalLine.number.between(first, last),
        )
    )  # fmt: skip
    found: dict[int, dict[str, str]] = {}
    for number, hash, before in rows:
        found.setdefault(number, {})[hash] = before
    return found


def _before(known: Mapping[int, Iterable[str]], number: int) -> Iterable[str]:
    return [FIRST] if number == 1 else known.get(number - 1, ())


def _row(chain: Chain, entry: EntryPart, before: str, at: str) -> Row:
    document, fingerprint = _document_of(entry)
    said = [_shown(each) for each in (entry.at, entry.kind, entry.user, entry.text)]
    return (
        chain.register, chain.epoch, chain.first, entry.number, *said, entry.hash, before, at, document, fingerprint,
        entry.kind in SECURITY,
    )  # fmt: skip


def _shown(said: str) -> str:
    """A text that every database takes: no name has a NUL, and one that somebody typed all the same is marked."""
    return said.replace("\0", "\ufffd")


def _document_of(entry: EntryPart) -> tuple[str, str]:
    """The document that was concluded with this entry, and the fingerprint of its text, or its seal."""
    if entry.kind != CONCLUDED:
        return "", ""
    try:
        said = json.loads(entry.text)
        return str(said["transaction"])[:100], str(said.get("sealed") or said["fingerprint"])[:100]
    except (ValueError, KeyError, TypeError):
        return "", ""  # written before entries named the fingerprint
