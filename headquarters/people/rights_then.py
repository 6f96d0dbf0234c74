"""Asking again whether who did something, or allowed it, had the right to by what registers were told at that time."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from headquarters.base import Base
from headquarters.cases.service import has_open_case, open_case
from headquarters.people.models import Person
from headquarters.settings.service import settings_of_store
from retail.permissions import Right, RoleLimit
from retail.settings import StoreSettings
from retail.wire.feeds import OwnLimits
from retail.wire.uploads import LinePart, TransactionDocument

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
    limits: Mapped[dict[str, Any]] = mapped_column(server_default="{}")


class Step(NamedTuple):
    """Something in a document that takes a right: the right, who is said to have allowed it, and what it was.

    `within` is whether a limit allows it without the right, where one may.
    """

    right: Right
    allowed_by: str
    what: str
    within: Callable[[RoleLimit], bool] | None = None


def note_rights(session: Session, people: Iterable[Person], at: str) -> None:
    """Remember what registers are told of these people from now on."""
    last = {row.user: row for row in session.scalars(select(RightsSaid).order_by(RightsSaid.id))}
    for person in people:
        rights, limits = (sorted(person.rights), person.limits) if person.active else ([], {})
        before = last.get(person.user)
        if before is None or (before.role, before.rights, before.limits) != (person.role, rights, limits):
            session.add(
                RightsSaid(user=person.user, said_at=at, role=person.role, rights=rights, limits=limits)
            )


def ask_again(session: Session, document: TransactionDocument, at: str) -> None:
    """Open a case where nobody who is named in a document had the right to what was done; it is booked all the same."""
    about = f"{document.register_name} {document.receipt_number}"
    faults = [
        f"{each.what}, which {each.allowed_by or document.user} had no right to"
        for each in steps_of(document)
        if not _is_allowed(session, document, each)
    ]
    if faults and not has_open_case(session, CASE, about):
        receipt = f"Receipt {document.receipt_number} of {document.register_name}"
        words = f"{receipt}: {'; '.join(faults)}. It is booked as it came."
        open_case(session, CASE, about, words, at)


def steps_of(document: TransactionDocument) -> Iterator[Step]:
    """What in a document takes a right of its own."""
    for line in document.lines:
        yield from _steps_of_line(line, document.user)
    if document.discount is not None:
        whole = document.goods_minor + document.discount.amount_minor
        taken = document.discount.amount_minor
        yield Step(Right.DISCOUNT, document.discount.approved_by, "a discount on everything",
                   lambda limit: limit.allows_total_discount(taken, whole))  # fmt: skip
    if document.order is not None and document.order.override is not None:
        yield Step(Right.DEPOSIT_OVERRIDE, document.order.override.approved_by, "another deposit")
    act = document.act
    if act is not None and document.type == "return" and act.about != "order":
        is_blind = act.about == "nothing"
        what = "goods taken back without a receipt" if is_blind else "goods of a sale taken back"
        yield Step(Right.BLIND_RETURN if is_blind else Right.RETURN_SALE, act.approved_by, what)


def _steps_of_line(line: LinePart, user: str) -> Iterator[Step]:
    if line.order_line is not None:
        return  # it was agreed when the order was made
    if line.price_override is not None and line.price_source == "override":
        yield Step(
            Right.PRICE_OVERRIDE, line.price_override.approved_by, f"another price of {line.name}",
            lambda limit: limit.allows_price(line.list_price_minor, line.price_minor),
        )  # fmt: skip
    for each in line.discounts:
        if each.source == "line":
            whole = line.amount_minor + sum(step.amount_minor for step in line.discounts)
            yield Step(Right.DISCOUNT, each.approved_by, f"a discount on {line.name}",
                       partial(_is_within_line, each.amount_minor, whole))  # fmt: skip


def _is_within_line(taken_minor: int, whole_minor: int, limit: RoleLimit) -> bool:
    return limit.allows_line_discount(taken_minor, whole_minor)


def _is_allowed(session: Session, document: TransactionDocument, step: Step) -> bool:
    """Whether who allowed it, or who did it, may have had the right when it was made."""
    named = {document.user, step.allowed_by} - {""}
    made_at = datetime.fromisoformat(document.made_at)
    said = [row for user in sorted(named) for row in _said_about(session, user, made_at)]
    if any(step.right in row.rights for row in said):
        return True
    if step.within is None:
        return False
    settings = settings_of_store(session, document.store)
    return any(step.within(_limit_then(settings, row)) for row in said)


def _limit_then(settings: StoreSettings, said: RightsSaid) -> RoleLimit:
    return OwnLimits.of(said.limits).of_role(settings.limit_of(said.role))


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
