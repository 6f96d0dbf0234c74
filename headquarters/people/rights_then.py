"""Asking again whether who did something, or allowed it, had the right to by what registers were told at that time."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from headquarters.base import Base
from headquarters.cases.service import has_open_case, open_case
from headquarters.people.models import Person
from headquarters.settings.service import settings_of_store
from retail.messages import SEMICOLONS, Message, listed, say
from retail.permissions import Right, RoleLimit, is_within
from retail.wire.uploads import DiscountPart, LinePart, TransactionDocument

CASE = "rights"
NOT_HEARD = timedelta(days=30)
"""So long after they were taken away a register may not have heard of it, and be right to go by what it was told."""
CLOCK_OFF = timedelta(days=1)
"""So much the clock of a register may be behind when somebody uses what they were just given."""


class RightsSaid(Base):
    """What registers were told of somebody's rights, from `said_at` until the next row of this person."""

    __tablename__ = "rights_said"

    id: Mapped[int] = mapped_column(primary_key=True)
    user: Mapped[str] = mapped_column(index=True)
    said_at: Mapped[str]
    role: Mapped[str]
    rights: Mapped[list[Any]]


class Step(NamedTuple):
    """Something in a document that takes a right: the right, who is said to have allowed it, and what it was.

    `within` is how much was taken off how much, where the limit of a role may allow it without the right.
    """

    right: Right
    allowed_by: str
    what: Message
    within: tuple[int, int, str] | None = None


def note_rights(session: Session, people: Iterable[Person], at: str) -> None:
    """Remember what registers are told of these people from now on."""
    last = {row.user: row for row in session.scalars(select(RightsSaid).order_by(RightsSaid.id))}
    for person in people:
        rights = sorted(person.rights) if person.active else []
        before = last.get(person.user)
        if before is None or (before.role, before.rights) != (person.role, rights):
            session.add(RightsSaid(user=person.user, said_at=at, role=person.role, rights=rights))


def ask_again(session: Session, document: TransactionDocument, at: str) -> None:
    """Open a case where nobody who is named in a document had the right to what was done; it is booked all the same."""
    about = f"{document.register_name} {document.receipt_number}"
    faults = [
        say("{what}, which {name} had no right to", what=each.what, name=each.allowed_by or document.user)
        for each in steps_of(document)
        if not _is_allowed(session, document, each)
    ]
    if faults and not has_open_case(session, CASE, about):
        words = say(
            "Receipt {receipt} of {register}: {faults}. It is booked as it came.",
            receipt=document.receipt_number, register=document.register_name, faults=listed(faults, SEMICOLONS),
        )  # fmt: skip
        open_case(session, CASE, about, words, at)


def steps_of(document: TransactionDocument) -> Iterator[Step]:
    """What in a document takes a right of its own."""
    for line in document.lines:
        yield from _steps_of_line(line, document.user)
    if document.discount is not None:
        whole = document.goods_minor + document.discount.amount_minor
        yield _discounted(document.discount, say("a discount on everything"), whole, "total_discount_percent")
    if document.order is not None and document.order.override is not None:
        yield Step(Right.DEPOSIT_OVERRIDE, document.order.override.approved_by, say("another deposit"))
    act = document.act
    if act is not None and document.type == "return" and act.about != "order":
        is_blind = act.about == "nothing"
        what = say("goods taken back without a receipt") if is_blind else say("goods of a sale taken back")
        yield Step(Right.BLIND_RETURN if is_blind else Right.RETURN_SALE, act.approved_by, what)


def _steps_of_line(line: LinePart, user: str) -> Iterator[Step]:
    if line.order_line is not None:
        return  # it was agreed when the order was made
    if line.price_override is not None and line.price_source == "override":
        taken = abs(line.list_price_minor - line.price_minor)
        within = (taken, line.list_price_minor, "price_override_percent")
        yield Step(
            Right.PRICE_OVERRIDE,
            line.price_override.approved_by,
            say("another price of {name}", name=line.name),
            within,
        )
    for each in line.discounts:
        if each.source == "line":
            whole = line.amount_minor + sum(step.amount_minor for step in line.discounts)
            yield _discounted(
                each, say("a discount on {name}", name=line.name), whole, "line_discount_percent"
            )


def _discounted(discount: DiscountPart, what: Message, whole_minor: int, limit: str) -> Step:
    return Step(Right.DISCOUNT, discount.approved_by, what, (discount.amount_minor, whole_minor, limit))


def _is_allowed(session: Session, document: TransactionDocument, step: Step) -> bool:
    """Whether who allowed it, or who did it, may have had the right when it was made."""
    named = {document.user, step.allowed_by} - {""}
    made_at = datetime.fromisoformat(document.made_at)
    said = [row for user in sorted(named) for row in _said_about(session, user, made_at)]
    if any(step.right in row.rights for row in said):
        return True
    if step.within is None:
        return False
    taken, whole, limit = step.within
    limits = settings_of_store(session, document.store)
    return any(is_within(taken, whole, _percent(limits.limit_of(row.role), limit)) for row in said)


def _percent(limit: RoleLimit, name: str) -> Any:
    return getattr(limit, name)


def _said_about(session: Session, user: str, made_at: datetime) -> list[RightsSaid]:
    """What registers may have gone by at this moment."""
    rows = session.scalars(select(RightsSaid).where(RightsSaid.user == user).order_by(RightsSaid.id)).all()
    found = []
    for row, following in zip(rows, [*rows[1:], None], strict=False):
        began = datetime.fromisoformat(row.said_at)
        is_begun = row is rows[0] or began <= made_at + CLOCK_OFF
        is_over = following is not None and datetime.fromisoformat(following.said_at) + NOT_HEARD < made_at
        if is_begun and not is_over:
            found.append(row)
    return found
