"""Keeping a batch exactly once: each document is known, new, quarantined or parked; posting is left to
`uploads.posting`. The batch is looked up and added as a whole: a statement a document would cost ten times as much.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from headquarters.cases.service import open_case
from headquarters.customers.service import find_customer
from headquarters.orders.posting import order_named, sale_named
from headquarters.orders.sales import sale_as_it_stands
from headquarters.orders.service import find_order, order_value
from headquarters.uploads.checks import Checked, Sender, read_document
from headquarters.uploads.models import KeptDocument, QuarantinedDocument, State
from headquarters.uploads.service import fault_of, find_kept, standing_of, taken_numbers
from retail.wire.orders import order_values
from retail.wire.protocol import UploadResult
from retail.wire.uploads import FulfilmentDocument, TransactionDocument


class Kept(NamedTuple):
    """What is known of a document that is kept."""

    uuid: str
    kind: str
    fingerprint: str
    register: str
    state: State
    reason: str

    @property
    def result(self) -> UploadResult:
        """What to answer to whoever sent it again."""
        if self.state is State.PARKED:
            return UploadResult(id=self.uuid, outcome="parked", reason=self.reason)
        return UploadResult(id=self.uuid, outcome="known")


def keep_all(session: Session, batch: Sequence[Checked], sender: Sender, at: str) -> list[UploadResult]:
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
            kept = Kept(upload.id, upload.kind, each.fingerprint, sender.register, state, fault)
            known[upload.id] = kept
            new.append(
                {**kept._asdict(), "text": upload.text, "epoch": epoch, "number": number, "received_at": at,
                 "posted_at": None}
            )  # fmt: skip
            results.append(kept.result if fault else UploadResult(id=upload.id, outcome="stored"))
        elif (kept.fingerprint, kept.register) != (each.fingerprint, sender.register):
            results.append(_quarantine(session, each, sender, at))
        else:
            results.append(kept.result)
    if new:
        session.execute(insert(KeptDocument), new)
    return results


def find_all(session: Session, uuids: Iterable[str]) -> dict[str, Kept]:
    """The documents kept under these ids."""
    columns = [getattr(KeptDocument, name) for name in Kept._fields]
    rows = session.execute(select(*columns).where(KeptDocument.uuid.in_(tuple(uuids))))
    return {row.uuid: Kept(*row) for row in rows}


def with_numbers(session: Session, results: Sequence[UploadResult]) -> tuple[UploadResult, ...]:
    """The results as they stand after posting: parked after all, or with the account id or order number that exist."""
    kept = find_all(session, [each.id for each in results if each.outcome in ("stored", "known")])
    return tuple(
        [_with_number(session, kept[each.id], each) if each.id in kept else each for each in results]
    )


def _with_number(session: Session, kept: Kept, result: UploadResult) -> UploadResult:
    if kept.state is State.PARKED:
        return kept.result
    if kept.state is State.WAITING:
        return result
    if kept.kind == "customer":
        customer = find_customer(session, kept.uuid)
        return result.model_copy(update={"account": customer.account if customer else None})
    if kept.kind == "customer_change":
        return result.model_copy(update={"reason": kept.reason})
    row = find_kept(session, kept.uuid)
    document = None if row is None else read_document(row.kind, row.text)
    about = sale = ""
    if isinstance(document, TransactionDocument | FulfilmentDocument):
        about, sale = order_named(document)[0], sale_named(document)
    if sale:
        return _with_sale(session, sale, result)
    order = find_order(session, about) if about else None
    if order is None:
        return result
    return result.model_copy(update={"number": order.number, "order": order_value(order)})


def _with_sale(session: Session, sale: str, result: UploadResult) -> UploadResult:
    """The sale as it stands after goods of it came back."""
    state = sale_as_it_stands(session, sale)
    if state is None:
        return result
    return result.model_copy(update={"number": state.number, "order": order_values(state)})


def _quarantine(session: Session, checked: Checked, sender: Sender, at: str) -> UploadResult:
    upload = checked.upload
    words = f"{sender.register} sent a {upload.kind} under an id that is known with other content."
    same = select(QuarantinedDocument.id).where(
        QuarantinedDocument.uuid == upload.id,
        QuarantinedDocument.fingerprint == checked.fingerprint,
        QuarantinedDocument.register == sender.register,
    )
    if session.scalar(same) is None:
        session.add(QuarantinedDocument(
            uuid=upload.id, kind=upload.kind, fingerprint=checked.fingerprint, text=upload.text,
            register=sender.register, epoch="", received_at=at))  # fmt: skip
        open_case(session, "quarantined upload", upload.id, words, at)
        session.flush()
    return UploadResult(id=upload.id, outcome="quarantined", reason=words)
