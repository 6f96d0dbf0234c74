"""Keeping a batch exactly once: each document is known, new, quarantined or parked; posting is left to
`uploads.posting`. The batch is looked up and added as a whole: a statement a document would cost ten times as much.
"""

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.cases.service import open_case
from headquarters.customers.erasing import customer_named, erased_among
from headquarters.journals.keeping import look_at_documents
from headquarters.rows import Row, add_rows
from headquarters.uploads.checks import Checked, Sender
from headquarters.uploads.models import KeptDocument, QuarantinedDocument, State, kept_reason
from headquarters.uploads.results import Result
from headquarters.uploads.service import fault_of, standing_of, taken_numbers
from retail.wire.coded import coded
from retail.wire.erasing import is_same_but_erased, nameless
from retail.wire.protocol import Upload
from retail.wire.reasons import KINDS, other_content
from retail.wire.tally import tendered_of
from retail.wire.uploads import Document

_COLUMNS = (
    "uuid", "kind", "fingerprint", "text", "register", "epoch", "number", "received_at", "state", "reason",
    "business_date", "money_minor", "tendered", "said",
)  # fmt: skip


class Kept(NamedTuple):
    """What is known of a document that is kept."""

    uuid: str
    kind: str
    fingerprint: str
    register: str
    state: State
    reason: str
    said: str
    left_by: str = ""

    @property
    def result(self) -> Result:
        """What to answer to whoever sent it again."""
        if self.state is State.PARKED and not self.left_by:
            return Result(id=self.uuid, outcome="parked", reason=self.reason, said=self.said)
        return Result(id=self.uuid, outcome="known")


def keep_all(session: Session, batch: Sequence[Checked], sender: Sender, at: str) -> list[Result]:
    """Keep these documents as they came. Sent again one is known; with other content it is put aside, never merged."""
    known = find_all(session, [each.upload.id for each in batch])
    taken = taken_numbers(session, sender, [standing_of(each, sender) for each in batch])
    new, results = [], []
    for each in batch:
        upload, kept = each.upload, known.get(each.upload.id)
        if kept is None:
            epoch, number = standing_of(each, sender)
            fault = fault_of(each, sender, taken)
            state = State.PARKED if fault else State.WAITING
            if number is not None and not fault:
                taken.add((epoch, number))
            kept = Kept(upload.id, upload.kind, each.fingerprint, sender.register, state, *kept_reason(fault))
            known[upload.id] = kept
            new.append((
                upload.id, upload.kind, each.fingerprint, upload.text, sender.register, epoch, number, at, state,
                kept.reason, *money_columns(each.document), kept.said,
            ))  # fmt: skip
            results.append(kept.result if fault else Result(id=upload.id, outcome="stored"))
        elif kept.register != sender.register or not (
            kept.fingerprint == each.fingerprint or _is_erased_one(session, upload)
        ):
            results.append(_quarantine(session, each, sender, at))
        else:
            results.append(kept.result)
    add_rows(session, KeptDocument, _COLUMNS, new)
    look_at_documents(session, sender.register, [row[0] for row in new], at)
    return results


def _is_erased_one(session: Session, upload: Upload) -> bool:
    """Whether this is the document that is kept, once with its customer and once without."""
    text = session.scalar(select(KeptDocument.text).where(KeptDocument.uuid == upload.id))
    return text is not None and is_same_but_erased(text, upload.text)


def find_all(session: Session, uuids: Iterable[str]) -> dict[str, Kept]:
    """The documents kept under these ids."""
    columns = [getattr(KeptDocument, name) for name in Kept._fields]
    rows = session.execute(select(*columns).where(KeptDocument.uuid.in_(tuple(uuids))))
    return {row.uuid: Kept(*row) for row in rows}


def money_columns(document: Document | None) -> Row:
    """Business date, money and money by tender type of a transaction; nothing of what is none."""
    if document is None or document.kind != "transaction":
        return None, 0, "{}"
    tendered = tendered_of(document)
    return document.business_date, sum(tendered.values()), json.dumps(tendered)


def _quarantine(session: Session, checked: Checked, sender: Sender, at: str) -> Result:
    upload = checked.upload
    words = other_content(sender.register, KINDS[upload.kind])
    same = select(QuarantinedDocument.id).where(
        QuarantinedDocument.uuid == upload.id,
        QuarantinedDocument.fingerprint == checked.fingerprint,
        QuarantinedDocument.register == sender.register,
    )
    if session.scalar(same) is None:
        customer = "" if checked.document is None else customer_named(checked.document)
        is_gone = bool(erased_among(session, {customer} - {""}))
        session.add(QuarantinedDocument(
            uuid=upload.id, kind=upload.kind, fingerprint=checked.fingerprint,
            text=nameless(upload.text) if is_gone else upload.text, register=sender.register, epoch="",
            received_at=at, erased=customer if is_gone else ""))  # fmt: skip
        open_case(session, "quarantined upload", upload.id, words, at)
        session.flush()
    return Result(id=upload.id, outcome="quarantined", reason=str(words), said=coded(words))
