"""Kept documents: finding them, what stands against posting one, and what waits."""

from collections.abc import Collection, Container, Iterable, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from headquarters.devices.service import epochs_of, store_of
from headquarters.uploads.checks import Checked, Sender
from headquarters.uploads.models import KeptDocument, State
from retail.epochs import enrolled_epoch
from retail.messages import Message, say
from retail.wire.reasons import number_taken

Standing = tuple[str, int | None]
"""An epoch of a register and a number in it; no number for what is none of its own transactions."""


def sender_of(session: Session, register: str) -> Sender:
    """The register that documents come from: where it stands, and every epoch it was enrolled under."""
    return Sender(register, store_of(session, register), epochs_of(session, register))


def find_kept(session: Session, uuid: str) -> KeptDocument | None:
    """The document kept under this id."""
    return session.scalars(select(KeptDocument).where(KeptDocument.uuid == uuid)).first()


def waiting(session: Session, *kinds: str, after: int = 0, limit: int) -> Sequence[tuple[int, str]]:
    """The next documents of these kinds that wait to be posted, in the order they came: their rows and ids."""
    rows = session.execute(
        select(KeptDocument.id, KeptDocument.uuid)
        .where(KeptDocument.state == State.WAITING, KeptDocument.kind.in_(kinds), KeptDocument.id > after)
        .order_by(KeptDocument.id)
        .limit(limit)
    )
    return [(id, uuid) for id, uuid in rows]


def in_state(
    session: Session, state: State, limit: int, registers: Collection[str] | None = None
) -> Sequence[KeptDocument]:
    """The oldest documents in this state; only those of some registers, where they are named."""
    query = select(KeptDocument).where(KeptDocument.state == state).order_by(KeptDocument.id).limit(limit)
    if registers is not None:
        query = query.where(KeptDocument.register.in_(registers))
    return session.scalars(query).all()


def parked_of(session: Session, register: str, epoch: str, limit: int) -> Sequence[tuple[str, str, str]]:
    """The documents of a register that are set aside, and why, in words and as a code, oldest first: of this epoch, or
    of none; without those about which nothing further is done.
    """
    rows = session.execute(
        select(KeptDocument.uuid, KeptDocument.reason, KeptDocument.said)
        .where(
            KeptDocument.state == State.PARKED,
            KeptDocument.left_by == "",
            KeptDocument.register == register,
            KeptDocument.epoch.in_((epoch, "")),
        )
        .order_by(KeptDocument.id)
        .limit(limit)
    )
    return [(uuid, reason, said) for uuid, reason, said in rows]


def count(session: Session, state: State) -> int:
    """How many kept documents are in this state."""
    return (
        session.scalar(select(func.count()).select_from(KeptDocument).where(KeptDocument.state == state)) or 0
    )


def count_arrived(session: Session) -> int:
    """How many transactions are here and not yet posted."""
    waiting = (KeptDocument.state == State.WAITING, KeptDocument.business_date.is_not(None))
    return session.scalar(select(func.count()).select_from(KeptDocument).where(*waiting)) or 0


def holes(session: Session, registers: Collection[str] | None = None) -> list[Message]:
    """Registers whose numbers have holes: an earlier transaction has not arrived, or can no longer be read."""
    of_them = () if registers is None else (KeptDocument.register.in_(registers),)
    rows = session.execute(
        select(
            KeptDocument.register,
            KeptDocument.epoch,
            func.count(KeptDocument.number.distinct()),
            func.min(KeptDocument.number),
            func.max(KeptDocument.number),
        )
        .where(KeptDocument.number.is_not(None), *of_them)
        .group_by(KeptDocument.register, KeptDocument.epoch)
        .order_by(KeptDocument.register)
    )
    found = []
    for register, epoch, arrived, lowest, last in rows:
        if lowest is None or last is None:  # no number at all: never, by the condition above
            continue
        # An enrolment starts at 1; an epoch the register began itself goes on above the one before it.
        expected = last if enrolled_epoch(epoch) == epoch else last - lowest + 1
        if expected > arrived:
            found.append(
                say("{register}: {number} of {expected} transactions not arrived",
                    register=register, number=expected - arrived, expected=expected)
            )  # fmt: skip
    return found


def last_number_of(session: Session, register: str) -> int:
    """The highest number of a transaction that this register has sent, in any of its epochs; 0 where there is none."""
    return session.scalar(select(func.max(KeptDocument.number)).where(KeptDocument.register == register)) or 0


def transactions_of(session: Session, register: str, first: int, last: int) -> list[str]:
    """The texts of the transactions of a register with these numbers, in any of its epochs, but for parked ones."""
    rows = select(KeptDocument.text).where(
        KeptDocument.register == register,
        KeptDocument.number.between(first, last),
        KeptDocument.kind == "transaction",
        KeptDocument.state != State.PARKED,
    )
    return list(session.scalars(rows.order_by(KeptDocument.number)))


def standing_of(checked: Checked, sender: Sender) -> Standing:
    """Epoch and number of a transaction, where they are the sender's own and can be numbers at all."""
    document = checked.document
    if document is None or document.kind != "transaction" or document.register_name != sender.register:
        return "", None
    if not sender.has_been(document.epoch) or document.number == 0:
        return "", None
    return document.epoch, document.number


def fault_of(checked: Checked, sender: Sender, taken: Container[Standing]) -> Message | None:
    """Why this document must be parked; None if it need not. `taken` are the epochs and numbers others have."""
    standing = standing_of(checked, sender)
    if checked.fault is None and standing in taken:
        return number_taken(standing[1], sender.register)
    return checked.fault


def taken_numbers(session: Session, sender: Sender, standings: Iterable[Standing]) -> set[Standing]:
    """Those of these epochs and numbers of a register that a document has which is not parked."""
    sought = {(epoch, number) for epoch, number in standings if number is not None}
    if not sought:
        return set()
    # The epochs beside the numbers: so they are looked up, and not sought among all that the register ever sent.
    rows = session.execute(
        select(KeptDocument.epoch, KeptDocument.number).where(
            KeptDocument.register == sender.register,
            KeptDocument.epoch.in_({epoch for epoch, _ in sought}),
            KeptDocument.number.in_({number for _, number in sought}),
            KeptDocument.state != State.PARKED,
        )
    )
    return {(epoch, number) for epoch, number in rows}
