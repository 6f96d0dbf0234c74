"""Asking again whether who did something, or allowed it, had the right to by what registers were told at that time."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from headquarters.base import Base
from headquarters.cases.service import has_open_case, open_case
from headquarters.people.models import Person
from headquarters.people.steps_on_orders import Step, is_agreed, never, steps_on_order
from headquarters.people.told_then import told_at
from headquarters.settings.terms_then import Terms
from retail.messages import SEMICOLONS, Message, listed, say
from retail.orders.order import OrderState
from retail.permissions import Right, RoleLimit
from retail.settings import StoreSettings
from retail.wire.feeds import OwnLimits
from retail.wire.uploads import LinePart, TransactionDocument

CASE = "rights"


class RightsSaid(Base):
    """What registers were told of somebody's rights, from `said_at` until the next row of this person."""

    __tablename__ = "rights_said"

    id: Mapped[int] = mapped_column(primary_key=True)
    user: Mapped[str] = mapped_column(index=True)
    said_at: Mapped[str]
    role: Mapped[str]
    rights: Mapped[list[Any]]
    limits: Mapped[dict[str, Any]] = mapped_column(server_default="{}")


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


class Asking:
    """Asks again of documents one after another; what stores and people were told is looked up once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._terms = Terms(session)
        self._said: dict[str, Sequence[RightsSaid]] = {}

    def ask_again(self, document: TransactionDocument, before: OrderState | None, at: str) -> None:
        """Open a case where nobody who is named in a document had the right to what was done; it is booked all the
        same. `before` is the order, or the sale that goods came back of, as it stood before it.
        """
        about = f"{document.register_name} {document.receipt_number}"
        made_at = datetime.fromisoformat(document.made_at)
        faults = [
            say("{what}, which {name} had no right to", what=each.what, name=each.allowed_by or document.user)
            for each in steps_of(document, before)
            if not self._is_allowed(document, each, made_at)
        ]
        faults += self._other_terms(document, before, made_at)
        if faults and not has_open_case(self._session, CASE, about):
            words = say(
                "Receipt {receipt} of {register}: {faults}. It is booked as it came.",
                receipt=document.receipt_number, register=document.register_name, faults=listed(faults, SEMICOLONS),
            )  # fmt: skip
            open_case(self._session, CASE, about, words, at)

    def _is_allowed(self, document: TransactionDocument, step: Step, made_at: datetime) -> bool:
        """Whether who allowed it, or who did it, may have had the right when it was made."""
        named = {document.user, step.allowed_by} - {""}
        said = [row for user in sorted(named) for row in told_at(self._said_about(user), made_at)]
        if any(step.right in row.rights for row in said):
            return True
        if step.free is never:
            return False
        told = self._terms.at(document.store, made_at)
        limits = [
            (settings, OwnLimits.of(row.limits).of_role(settings.limit_of(row.role)))
            for settings in told
            for row in said
        ]
        return any(step.free(settings, limit) for settings, limit in limits)

    def _other_terms(
        self, document: TransactionDocument, before: OrderState | None, made_at: datetime
    ) -> list[Message]:
        """What share of an order had to be paid ahead is what its store asked for, or what had been agreed before."""
        order = document.order
        if order is None or order.kind == "quote":
            return []
        if before is not None and order.deposit_percent == before.deposit_percent:
            return []
        asked = [settings.deposit_percent for settings in self._terms.at(document.store, made_at)]
        if order.deposit_percent in asked:
            return []
        return [
            say(
                "a deposit of {percent} %, where the store asks for {asked} %",
                percent=order.deposit_percent, asked=asked[0],
            )
        ]  # fmt: skip

    def _said_about(self, user: str) -> Sequence[RightsSaid]:
        if user not in self._said:
            query = select(RightsSaid).where(RightsSaid.user == user).order_by(RightsSaid.id)
            self._said[user] = self._session.scalars(query).all()
        return self._said[user]


def steps_of(document: TransactionDocument, before: OrderState | None = None) -> Iterator[Step]:
    """What in a document takes a right of its own."""
    for line in document.lines:
        if not is_agreed(line, before):
            yield from _steps_of_line(line)
    if document.discount is not None:
        whole = document.goods_minor + document.discount.amount_minor
        taken = document.discount.amount_minor
        yield Step(Right.DISCOUNT, document.discount.approved_by, say("a discount on everything"),
                   lambda settings, limit: limit.allows_total_discount(taken, whole))  # fmt: skip
    if document.order is not None and document.order.override is not None:
        yield Step(Right.DEPOSIT_OVERRIDE, document.order.override.approved_by, say("another deposit"))
    act = document.act
    if act is not None and document.type == "return" and act.about != "order":
        is_blind = act.about == "nothing"
        what = say("goods taken back without a receipt") if is_blind else say("goods of a sale taken back")
        yield Step(Right.BLIND_RETURN if is_blind else Right.RETURN_SALE, act.approved_by, what)
    yield from steps_on_order(document, before)


def _steps_of_line(line: LinePart) -> Iterator[Step]:
    if line.price_override is not None and line.price_source == "override":
        listed, price = line.list_price_minor, line.price_minor
        yield Step(
            Right.PRICE_OVERRIDE, line.price_override.approved_by, say("another price of {name}", name=line.name),
            lambda settings, limit: limit.allows_price(listed, price),
        )  # fmt: skip
    for each in line.discounts:
        if each.source == "line":
            whole = line.amount_minor + sum(step.amount_minor for step in line.discounts)
            yield Step(Right.DISCOUNT, each.approved_by, say("a discount on {name}", name=line.name),
                       partial(_is_within_line, each.amount_minor, whole))  # fmt: skip


def _is_within_line(taken_minor: int, whole_minor: int, settings: StoreSettings, limit: RoleLimit) -> bool:
    return limit.allows_line_discount(taken_minor, whole_minor)
