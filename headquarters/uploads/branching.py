"""What a copy of a register sold under numbers that the register used too: parked until a person takes it in, then
booked as sales of a branch of that epoch. What came stays as it came.
"""

import json
from collections.abc import Sequence
from itertools import count as counting
from typing import NamedTuple

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, aliased

from headquarters.uploads.models import KeptDocument, State
from headquarters.uploads.posting import make_ready, post_all
from headquarters.uploads.service import Standing, sender_of, taken_numbers
from retail.epochs import branch_epoch

TAKEN_MAX = 200
"""So many are taken in by one commit."""


class Branch(NamedTuple):
    """Documents of one epoch of a register whose numbers others have; `last_row` is the newest of them here."""

    epoch: str
    documents: int
    money_minor: int
    first: int
    last: int
    last_row: int


def branches_of(session: Session, register: str) -> list[Branch]:
    """What a copy of this register has sold, by the epoch it says, the oldest first."""
    columns = (
        KeptDocument.epoch,
        func.count(),
        func.sum(KeptDocument.money_minor),
        func.min(KeptDocument.number),
        func.max(KeptDocument.number),
        func.max(KeptDocument.id),
    )
    rows = session.execute(
        select(*columns).where(*_branched(register)).group_by(KeptDocument.epoch).order_by(columns[-1])
    )
    return [Branch(epoch, *[int(each or 0) for each in figures]) for epoch, *figures in rows]


def is_branched(session: Session, kept: KeptDocument) -> bool:
    """Whether a document is one of those."""
    return (
        session.scalar(select(KeptDocument.id).where(*_branched(kept.register), KeptDocument.id == kept.id))
        is not None
    )


def take_in(session: Session, register: str, epoch: str, last_row: int, at: str) -> dict[str, State]:
    """Book the oldest of them as sales of a branch: of the first in which their number is free. What became of each.

    `last_row` is the newest that the person has seen: what came since is not decided yet. What cannot be posted for
    another reason as well stays parked with that.
    """
    every = session.scalars(
        select(KeptDocument)
        .where(*_branched(register), KeptDocument.epoch == epoch, KeptDocument.id <= last_row)
        .order_by(KeptDocument.id)
        .limit(TAKEN_MAX)
    ).all()
    sender = sender_of(session, register)
    taken = taken_numbers(session, sender, [(each.epoch, each.number) for each in every])
    ready = []
    for kept in every:
        standing = _free(epoch, kept.number, taken)
        text = _said_of(kept.posted_text, standing[0])
        fault = make_ready(session, kept, text, "")
        kept.give_reason(fault)
        if fault is None:
            kept.repaired = text
            taken.add(standing)
            ready.append(kept.uuid)
    session.flush()
    done = post_all(session, ready, at)
    return {kept.uuid: done[kept.uuid].state if kept.uuid in done else State.PARKED for kept in every}


def _branched(register: str) -> Sequence[ColumnElement[bool]]:
    other = aliased(KeptDocument)
    has_their_number = select(other.id).where(
        other.register == KeptDocument.register,
        other.epoch == KeptDocument.epoch,
        other.number == KeptDocument.number,
        other.state != State.PARKED,
    )
    return (
        KeptDocument.state == State.PARKED,
        KeptDocument.kind == "transaction",
        KeptDocument.register == register,
        KeptDocument.number.is_not(None),
        has_their_number.exists(),
    )


def _free(epoch: str, number: int | None, taken: set[Standing]) -> Standing:
    """The first branch of an epoch in which nobody has this number."""
    branches = (branch_epoch(epoch, branch) for branch in counting(1))
    return next((each, number) for each in branches if (each, number) not in taken)


def _said_of(text: str, epoch: str) -> str:
    """The text, saying that it is of this epoch."""
    return json.dumps(json.loads(text) | {"epoch": epoch}, ensure_ascii=False, separators=(",", ":"))
