"""Erasing customers: who they were goes out of every table; what they bought, its sums and its proofs stay.

Where the name stood, the account id stands. The list of erased ids says nothing of anybody, never shrinks, and goes
to every register by the feed `erasures`, so that a copy that is put back loses the same names again.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from sqlalchemy import ColumnElement, Text, cast, delete, func, or_, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from headquarters.base import Base
from headquarters.cases.models import Case, CaseNote
from headquarters.customers.models import (
    Customer,
    CustomerHistory,
    CustomersAlike,
    CustomersApart,
    Erasure,
    LoyaltyCard,
)
from headquarters.feeds.service import publish
from headquarters.journals.models import NAMING, JournalLine
from headquarters.orders.models import Invoice, Order, ReturnedSale, Transaction
from headquarters.orders.service import Buyer, Standing, keep_orders
from headquarters.uploads.answers import InfoAnswerRow
from headquarters.uploads.models import KeptDocument, QuarantinedDocument, State
from retail.erased_entries import concerned_by, erased_entry
from retail.messages import Message, say
from retail.orders.order import OrderStatus, status_on
from retail.wire.base import fingerprint
from retail.wire.erasing import nameless, nameless_order
from retail.wire.orders import order_of, order_values, read_order
from retail.wire.uploads import Document

FEED = "erasures"
T = TypeVar("T", bound=Base)
_AT_ONCE = 200
_OVER = (OrderStatus.INVOICED, OrderStatus.CANCELLED, OrderStatus.QUOTE_EXPIRED)


class Whose(NamedTuple):
    """Who is erased: their rows with those of everybody merged into them, and the ids of what was done with them."""

    customers: Sequence[Customer]
    orders: frozenset[str]
    transactions: frozenset[str]

    @property
    def uuids(self) -> list[str]:
        """The ids of the customers."""
        return [each.uuid for each in self.customers]

    @property
    def accounts(self) -> dict[str, str]:
        """What stands in the place of each one's name."""
        return {each.uuid: each.account for each in self.customers}


def is_erased(session: Session, customer: Customer) -> bool:
    """Whether this customer was erased."""
    return erasure_of(session, customer) is not None


def erasure_of(session: Session, customer: Customer) -> Erasure | None:
    """When, by whom and why a customer was erased; None where they were not."""
    return session.scalars(select(Erasure).where(Erasure.customer == customer.uuid)).first()


def erased_among(session: Session, uuids: Collection[str]) -> set[str]:
    """Which of these customers were erased."""
    if not uuids:
        return set()
    return set(session.scalars(select(Erasure.customer).where(Erasure.customer.in_(tuple(uuids)))))


def customer_named(document: Document) -> str:
    """The id of the customer a document is about; "" where it is about none."""
    if document.kind == "transaction":
        return "" if document.customer is None else document.customer.id
    if document.kind == "customer":
        return document.id
    return document.customer if document.kind == "customer_change" else ""


def what_blocks(session: Session, customer: Customer, today: date) -> list[Message]:
    """Why this customer cannot be erased now, each with what to do first; nothing where they can."""
    if is_erased(session, customer):
        return [say("This customer was erased already.")]
    if customer.merged_into is not None:
        return [say("This customer is another one now. Erase the one they were merged into.")]
    customers = _with_merged(session, [customer])
    rows = session.execute(
        select(Order.number, Order.status, Order.deposit_left_minor, cast(Order.state, Text)).where(
            Order.customer_id.in_([each.id for each in customers]),
            or_(Order.status.not_in([each.value for each in _OVER]), Order.deposit_left_minor != 0),
        )
    ).all()
    open_orders = [row.number for row in rows if _is_open(row[3], today)]
    deposits = [row.number for row in rows if row.deposit_left_minor and row.number not in open_orders]
    found = []
    if open_orders:
        found.append(
            say("Orders are open: {numbers}. Finish or cancel them first.", numbers=", ".join(open_orders))
        )
    if deposits:
        found.append(say("A deposit is left: {numbers}. Give it back first.", numbers=", ".join(deposits)))
    waiting = _not_booked(session, [each.uuid for each in customers])
    if waiting:
        found.append(
            say(
                "Documents are not booked yet: {count}. Run the jobs, or put right what is parked.",
                count=waiting,
            )
        )
    return found


def erase(session: Session, customers: Sequence[Customer], who: str, reason: str, at: str) -> None:
    """Take these customers, whom nothing blocks, out of the books, with everybody merged into them."""
    whose = _whose(session, _with_merged(session, customers))
    known = erased_among(session, whose.uuids)
    for each in whose.customers:
        if each.uuid not in known:
            session.add(
                Erasure(customer=each.uuid, account=each.account, erased_at=at, erased_by=who, reason=reason)
            )
    session.flush()
    _erase_everywhere(session, whose)
    publish(session, "customers", dict.fromkeys(whose.uuids))
    publish(session, FEED, {each: {"customer": each} for each in whose.uuids})


def erase_late(session: Session, customers: Collection[str]) -> None:
    """What came of customers after they were erased loses their names too: a register had been offline."""
    erased = erased_among(session, customers)
    if erased:
        rows = session.scalars(select(Customer).where(Customer.uuid.in_(erased))).all()
        _erase_everywhere(session, _whose(session, _with_merged(session, rows)))


def _erase_everywhere(session: Session, whose: Whose) -> None:
    said = _said_of(session, whose)
    _erase_orders(session, whose)
    _erase_documents(session, whose, said)
    _erase_entries(session, whose)
    _erase_cases(session, said)
    _erase_rows(session, whose)
    session.flush()


def _with_merged(session: Session, customers: Iterable[Customer]) -> list[Customer]:
    found = {each.uuid: each for each in customers}
    merged = session.scalars(select(Customer).where(Customer.merged_into.in_(list(found))))
    return list((found | {each.uuid: each for each in merged}).values())


def _whose(session: Session, customers: Sequence[Customer]) -> Whose:
    uuids = [each.uuid for each in customers]
    orders = session.scalars(select(Order.uuid).where(Order.customer_id.in_([each.id for each in customers])))
    sales = session.scalars(select(Transaction.uuid).where(Transaction.customer_uuid.in_(uuids)))
    return Whose(customers, frozenset(orders), frozenset(sales))


def _is_open(state: str, today: date) -> bool:
    order = read_order(state)
    return status_on(order.status, order.terms.expires, today) not in _OVER


def _not_booked(session: Session, uuids: Iterable[str]) -> int:
    named = or_(KeptDocument.uuid.in_(list(uuids)), *[KeptDocument.text.contains(each) for each in uuids])
    query = select(func.count()).select_from(KeptDocument).where(KeptDocument.state != State.POSTED, named)
    return session.scalar(query) or 0


def _said_of(session: Session, whose: Whose) -> Mapping[str, str]:
    """What was said of each of them that others may have repeated in words, with what stands in its place."""
    said: dict[str, str] = {}
    ids = {each.id: each for each in whose.customers}
    for each in whose.customers:
        for text in (each.name, each.email, each.phone):
            said[text] = each.account
    for row in session.scalars(select(CustomerHistory).where(CustomerHistory.customer_id.in_(list(ids)))):
        if row.field in {"name", "email", "phone"}:
            for text in (row.before, row.replaced, row.after):
                said[text] = ids[row.customer_id].account
    accounts = set(whose.accounts.values())
    return {text: account for text, account in said.items() if text and text not in accounts}


def _erase_orders(session: Session, whose: Whose) -> None:
    stays = {each.uuid: Buyer(each.id, each.uuid, each.account, each.account) for each in whose.customers}
    orders = sorted(whose.orders)
    for start in range(0, len(orders), _AT_ONCE):
        chunk = orders[start : start + _AT_ONCE]
        rows = session.execute(select(Order.id, cast(Order.state, Text)).where(Order.uuid.in_(chunk))).all()
        states = [(id, read_order(text)) for id, text in rows]
        bare = [(id, state, nameless_order(state)) for id, state in states]
        keep_orders(
            session, [Standing(id, now, is_changed=True) for id, was, now in bare if was != now], stays
        )
    for sale in _chunked(session, ReturnedSale, ReturnedSale.uuid, whose.transactions):
        state = order_values(nameless_order(order_of(sale.state)))
        if state != sale.state:
            sale.state = state
            publish(session, "orders", {sale.uuid: state}, scope=sale.store)


def _erase_documents(session: Session, whose: Whose, said: Mapping[str, str]) -> None:
    """The documents themselves: customers, their changes, what was sold to them, and what was answered then."""
    changes = or_(*[KeptDocument.text.contains(f'"customer":"{each}"') for each in whose.uuids])
    booked = (KeptDocument.state == State.POSTED, KeptDocument.kind == "customer_change")
    uuids = set(session.scalars(select(KeptDocument.uuid).where(*booked, changes)))
    answers = _chunked(session, InfoAnswerRow, InfoAnswerRow.about, whose.transactions)
    uuids |= {*whose.uuids, *whose.transactions, *[each.document for each in answers]}
    for each in answers:
        each.answer = ""
    owner = whose.uuids[0]
    for kept in _chunked(session, KeptDocument, KeptDocument.uuid, uuids):
        if kept.state is State.POSTED:
            kept.reason, kept.said = _without(kept.reason, said), _without(kept.said, said)
            kept.repaired = None if kept.repaired is None else nameless(kept.repaired)
            _erase_text(kept, owner)
    for other in _chunked(session, QuarantinedDocument, QuarantinedDocument.uuid, uuids):
        _erase_text(other, owner)
    session.flush()


def _erase_text(kept: KeptDocument | QuarantinedDocument, owner: str) -> None:
    bare = nameless(kept.text)
    if bare != kept.text and not kept.erased:
        kept.text, kept.fingerprint, kept.erased = bare, fingerprint(bare), owner


def _erase_entries(session: Session, whose: Whose) -> None:
    """Entries that older registers wrote: those of the present one name nobody."""
    ids = {*whose.uuids, *whose.orders, *whose.transactions}
    rows = session.scalars(select(JournalLine).where(NAMING, JournalLine.erased == ""))
    for each in rows.yield_per(_AT_ONCE):
        bare = _bare_entry(each.kind, each.text, ids)
        if bare != each.text:
            each.text, each.erased = bare, whose.uuids[0]


def _bare_entry(kind: str, text: str, ids: Collection[str]) -> str:
    try:
        return erased_entry(kind, text) if concerned_by(text) & set(ids) else text
    except (ValueError, TypeError, AttributeError):
        return text


def _erase_cases(session: Session, said: Mapping[str, str]) -> None:
    """Words of cases and notes that repeated who they were."""
    for start in range(0, len(said), _AT_ONCE):
        names = list(said)[start : start + _AT_ONCE]
        for case in session.scalars(select(Case).where(_has_any(Case.words, names))):
            case.words, case.said = _without(case.words, said), _without(case.said, said)
        for told in session.scalars(select(CaseNote).where(_has_any(CaseNote.words, names))):
            told.words = _without(told.words, said)


def _has_any(column: InstrumentedAttribute[str], names: Iterable[str]) -> ColumnElement[bool]:
    return or_(*[column.contains(each, autoescape=True) for each in names])


def _chunked(
    session: Session, model: type[T], column: InstrumentedAttribute[str], ids: Iterable[str]
) -> list[T]:
    """Every row of a table with one of these ids."""
    wanted, found = sorted(ids), list[T]()
    for start in range(0, len(wanted), _AT_ONCE):
        found += session.scalars(select(model).where(column.in_(wanted[start : start + _AT_ONCE])))
    return found


def _without(text: str, said: Mapping[str, str]) -> str:
    """A text with accounts where names stood, each as a word of its own."""
    for name, account in said.items():
        if name in text:
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", account, text)
    return text


def _erase_rows(session: Session, whose: Whose) -> None:
    ids = [each.id for each in whose.customers]
    for each in whose.customers:
        each.name = each.account
        each.email = each.phone = each.language = ""
        each.addresses, each.affiliations, each.loyalty_cards, each.changes = [], [], [], []
        each.details = {}
        each.distributed = True
        session.execute(
            update(Transaction)
            .where(Transaction.customer_uuid == each.uuid)
            .values(customer_name=each.account)
        )
        orders = select(Order.uuid).where(Order.customer_id == each.id)
        sales = select(Transaction.uuid).where(Transaction.customer_uuid == each.uuid)
        session.execute(
            update(Invoice)
            .where(or_(Invoice.order_uuid.in_(orders), Invoice.order_uuid.in_(sales)))
            .values(customer_name=each.account)
        )
    for model, column in (
        (CustomerHistory, CustomerHistory.customer_id),
        (LoyaltyCard, LoyaltyCard.customer_id),
    ):
        session.execute(delete(model).where(column.in_(ids)))
    session.execute(
        delete(CustomersAlike).where(or_(CustomersAlike.first_id.in_(ids), CustomersAlike.second_id.in_(ids)))
    )
    apart = or_(CustomersApart.first_uuid.in_(whose.uuids), CustomersApart.second_uuid.in_(whose.uuids))
    session.execute(delete(CustomersApart).where(apart))
