"""Keeping documents exactly once: known, new, quarantined or parked; posting is left to `uploads.posting`."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from headquarters.cases.service import open_case
from headquarters.customers.service import find_customer
from headquarters.devices.service import epochs_of, store_of
from headquarters.orders.posting import order_named
from headquarters.orders.service import find_order, order_value
from headquarters.uploads.checks import Checked, Sender, read_document
from headquarters.uploads.models import KeptDocument, QuarantinedDocument, State
from retail.wire.protocol import UploadResult
from retail.wire.uploads import CustomerDocument, TransactionDocument


def sender_of(session: Session, register: str) -> Sender:
    """The register that documents come from: where it stands, and every epoch it was enrolled under."""
    return Sender(register, store_of(session, register), epochs_of(session, register))


def keep(
    session: Session, checked: Checked, sender: Sender, at: str
) -> tuple[KeptDocument | None, UploadResult]:
    """Keep one document as it came. Sent again it is known; with other content it is put aside, never merged.

    Gives back the row it is kept in (None when quarantined) and what to answer.
    """
    upload = checked.upload
    kept = find_kept(session, upload.id)
    if kept is None:
        kept = _keep_new(session, checked, sender, at)
        if kept.state is State.PARKED:
            return kept, UploadResult(id=upload.id, outcome="parked", reason=kept.reason)
        return kept, UploadResult(id=upload.id, outcome="stored")
    if kept.fingerprint != checked.fingerprint or kept.register != sender.register:
        return None, _quarantine(session, checked, sender, at)
    if kept.state is State.PARKED:
        return kept, UploadResult(id=upload.id, outcome="parked", reason=kept.reason)
    return kept, UploadResult(id=upload.id, outcome="known")


def find_kept(session: Session, uuid: str) -> KeptDocument | None:
    """The document kept under this id."""
    return session.scalars(select(KeptDocument).where(KeptDocument.uuid == uuid)).first()


def with_numbers(session: Session, kept: KeptDocument, result: UploadResult) -> UploadResult:
    """The result as it stands after posting: parked after all, or with the account id or order number that exist."""
    if kept.state is State.PARKED:
        return UploadResult(id=kept.uuid, outcome="parked", reason=kept.reason)
    if kept.state is State.WAITING:
        return result
    if kept.kind == "customer":
        customer = find_customer(session, kept.uuid)
        return result.model_copy(update={"account": customer.account if customer else None})
    document = read_document(kept.kind, kept.text)
    about = "" if isinstance(document, CustomerDocument) else order_named(document)[0]
    order = find_order(session, about) if about else None
    if order is None:
        return result
    return result.model_copy(update={"number": order.number, "order": order_value(order)})


def park(kept: KeptDocument, reason: str) -> None:
    """Put a document aside for a person; those behind it go on."""
    kept.state = State.PARKED
    kept.reason = reason


def waiting(session: Session, *kinds: str) -> Sequence[str]:
    """The ids of the documents of these kinds that wait to be posted, in the order they came."""
    return session.scalars(
        select(KeptDocument.uuid)
        .where(KeptDocument.state == State.WAITING, KeptDocument.kind.in_(kinds))
        .order_by(KeptDocument.id)
    ).all()


def in_state(session: Session, state: State, limit: int) -> Sequence[KeptDocument]:
    """The oldest documents in this state."""
    return session.scalars(
        select(KeptDocument).where(KeptDocument.state == state).order_by(KeptDocument.id).limit(limit)
    ).all()


def count(session: Session, state: State) -> int:
    """How many kept documents are in this state."""
    return (
        session.scalar(select(func.count()).select_from(KeptDocument).where(KeptDocument.state == state)) or 0
    )


def holes(session: Session) -> list[str]:
    """Registers whose numbers have holes: an earlier transaction has not arrived, or can no longer be read."""
    rows = session.execute(
        select(
            KeptDocument.register,
            KeptDocument.epoch,
            func.max(KeptDocument.number) - func.count(KeptDocument.number.distinct()),
            func.max(KeptDocument.number),
        )
        .where(KeptDocument.number.is_not(None))
        .group_by(KeptDocument.register, KeptDocument.epoch)
        .order_by(KeptDocument.register)
    )
    return [f"{register}: {missing} of {last} transactions not arrived"
            for register, _, missing, last in rows if missing]  # fmt: skip


def _keep_new(session: Session, checked: Checked, sender: Sender, at: str) -> KeptDocument:
    fault = fault_of(session, checked, sender)
    epoch, number = standing_of(checked, sender)
    kept = KeptDocument(
        uuid=checked.upload.id, kind=checked.upload.kind, fingerprint=checked.fingerprint, text=checked.upload.text,
        register=sender.register, epoch=epoch, number=number, received_at=at,
        state=State.PARKED if fault else State.WAITING, reason=fault, posted_at=None,
    )  # fmt: skip
    session.add(kept)
    session.flush()
    return kept


def standing_of(checked: Checked, sender: Sender) -> tuple[str, int | None]:
    """Epoch and number of a transaction, where they are the sender's own and can be numbers at all."""
    document = checked.document
    if not isinstance(document, TransactionDocument) or document.register_name != sender.register:
        return "", None
    if document.epoch not in sender.epochs or document.number == 0:
        return "", None
    return document.epoch, document.number


def fault_of(session: Session, checked: Checked, sender: Sender) -> str:
    """Why this document must be parked; "" if it need not."""
    epoch, number = standing_of(checked, sender)
    if not checked.fault and number is not None and _is_taken(session, sender.register, epoch, number):
        return f"Number {number} of {sender.register} is taken by another transaction."
    return checked.fault


def _is_taken(session: Session, register: str, epoch: str, number: int) -> bool:
    return session.scalar(
        select(KeptDocument.id)
        .where(KeptDocument.register == register, KeptDocument.epoch == epoch, KeptDocument.number == number)
        .where(KeptDocument.state != State.PARKED)
    ) is not None  # fmt: skip


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
