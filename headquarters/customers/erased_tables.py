"""Taking who customers were out of every table: orders, documents, entries of journals, cases, and their own rows."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from sqlalchemy import ColumnElement, Text, cast, delete, or_, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from headquarters.base import Base
from headquarters.cases.models import Case, CaseNote
from headquarters.customers.models import (
    Customer,
    CustomerHistory,
    CustomersAlike,
    CustomersApart,
    LoyaltyCard,
)
from headquarters.feeds.service import publish
from headquarters.journals.models import NAMING, JournalLine
from headquarters.orders.models import Invoice, Order, ReturnedSale, Transaction
from headquarters.orders.service import Buyer, Standing, keep_orders
from headquarters.uploads.answers import InfoAnswerRow
from headquarters.uploads.models import KeptDocument, QuarantinedDocument, State
from retail.erased_entries import concerned_by, erased_entry
from retail.wire.base import fingerprint
from retail.wire.erasing import nameless, nameless_order
from retail.wire.orders import order_of, order_values, read_order

T = TypeVar("T", bound=Base)
_AT_ONCE = 200


class Whose(NamedTuple):
    """Who is erased: their rows with those of everybody merged into them, and the ids of what was done with them, each
    with whose it is.
    """

    customers: Sequence[Customer]
    orders: Mapping[str, str]
    transactions: Mapping[str, str]

    @property
    def uuids(self) -> list[str]:
        """The ids of the customers."""
        return [each.uuid for each in self.customers]

    @property
    def accounts(self) -> dict[str, str]:
        """What stands in the place of each one's name."""
        return {each.uuid: each.account for each in self.customers}


def whose_are(session: Session, customers: Sequence[Customer]) -> Whose:
    """These customers with what was done with them."""
    ids = {each.id: each.uuid for each in customers}
    orders = session.execute(select(Order.uuid, Order.customer_id).where(Order.customer_id.in_(list(ids))))
    sales = session.execute(
        select(Transaction.uuid, Transaction.customer_uuid).where(
            Transaction.customer_uuid.in_(list(ids.values()))
        )
    )
    return Whose(
        customers, {uuid: ids[id] for uuid, id in orders}, {uuid: whose or "" for uuid, whose in sales}
    )


def erase_everywhere(session: Session, whose: Whose) -> None:
    """Take them out."""
    said = _said_of(session, whose)
    _erase_orders(session, whose)
    _erase_documents(session, whose, said)
    _erase_entries(session, whose)
    _erase_cases(session, said)
    _erase_rows(session, whose)
    session.flush()


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
    theirs = {**whose.orders, **whose.transactions, **{each: each for each in whose.uuids}}
    rows = session.scalars(select(JournalLine).where(NAMING, JournalLine.erased == ""))
    for each in rows.yield_per(_AT_ONCE):
        owner, bare = _bare_entry(each.kind, each.text, theirs)
        if bare != each.text:
            each.text, each.erased = bare, owner


def _bare_entry(kind: str, text: str, theirs: Mapping[str, str]) -> tuple[str, str]:
    """Whom of them an entry is about, and its text without who that was; the same text where it is about nobody."""
    try:
        owner = next((theirs[each] for each in sorted(concerned_by(text)) if each in theirs), "")
        return owner, erased_entry(kind, text) if owner else text
    except (ValueError, TypeError, AttributeError):
        return "", text


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
