"""All that happened to an order, from the registers' documents to the invoices, in the order it happened."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from headquarters.backoffice.page import money, quantity
from headquarters.cases.models import Case
from headquarters.jobs.models import JobSession
from headquarters.uploads.models import KeptDocument, State
from retail.messages import Message, phrase, say
from retail.orders.events import Change, Event, EventKind, What
from retail.orders.order import OrderState

SHOWN_MAX = 20
POSTING = "synchronize-orders"
EVENTS = {
    EventKind.MADE: phrase("Order made"),
    EventKind.EDIT: phrase("Edited"),
    EventKind.CONVERT: phrase("Quote made an order"),
    EventKind.PAY: phrase("Further payment"),
    EventKind.PICKUP: phrase("Picked up"),
    EventKind.CANCEL: phrase("Order cancelled"),
    EventKind.RETURN: phrase("Returned"),
    EventKind.FULFILMENT: phrase("Fulfilment"),
    EventKind.ASSIGNED: phrase("Given to another store"),
}
CHANGES = {
    What.ADDED: phrase("{name}: {after} added"),
    What.REMOVED: phrase("{name}: {before} removed"),
    What.QUANTITY: phrase("{name}: quantity {before} → {after}"),
    What.PRICE: phrase("{name}: price {before} → {after}"),
    What.AMOUNT: phrase("{name}: amount {before} → {after}"),
    What.DELIVERY: phrase("{name}: delivery {before} → {after}"),
    What.DAY: phrase("{name}: day {before} → {after}"),
    What.COLLECTOR: phrase("collected by {after}"),
    What.EXPIRES: phrase("last day {before} → {after}"),
    What.DEPOSIT: phrase("deposit {before} → {after}"),
    What.CHARGES: phrase("charges {before} → {after}"),
    What.TOTAL: phrase("total {before} → {after}"),
    What.HANDED_OUT: phrase("{name}: {after} handed out"),
    What.CAME_BACK: phrase("{name}: {after} came back"),
    What.STORE: phrase("{name}: store {before} → {after}"),
    What.SHELF: phrase("{name}: on shelf {after}"),
    What.SERIAL: phrase("{name}: serial number {after}"),
    What.ACCEPT: phrase("{name}: {after} accepted"),
    What.REJECT: phrase("{name}: {after} rejected"),
    What.START: phrase("{name}: picking begun"),
    What.PICK: phrase("{name}: {after} picked"),
    What.UNPICK: phrase("{name}: {after} put back"),
    What.READY: phrase("{name}: {after} ready for collection"),
    What.PACK: phrase("{name}: {after} packed"),
    What.UNPACK: phrase("{name}: {after} unpacked"),
    What.SHIP: phrase("{name}: {after} shipped"),
}
_AMOUNTS = {What.PRICE, What.AMOUNT, What.DEPOSIT, What.CHARGES, What.TOTAL}
_AS_THEY_ARE = {What.DELIVERY, What.DAY, What.COLLECTOR, What.EXPIRES, What.STORE, What.SHELF, What.SERIAL}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened: `at` is when, as its side says it; `link` leads to more.

    `details` are messages, or words from the books.
    """

    at: str
    title: Message
    by: str
    details: tuple[Message | str, ...] = ()
    link: str = ""
    needs_a_person: bool = False

    @property
    def moment(self) -> datetime:
        """When, to be sorted by."""
        return datetime.fromisoformat(self.at)


def timeline(
    session: Session, order: OrderState, documents: Mapping[str, KeptDocument], cases: Sequence[Case]
) -> list[Entry]:
    """The register's documents with what they changed, their uploads and posting, money, invoices and cases."""
    every = [
        *[_of_event(event, order, documents) for event in order.events],
        *_of_uploads(session, documents.values()),
        *_of_money(order),
        *_of_cases(cases),
    ]
    return sorted(every, key=lambda entry: entry.moment)


def changes_shown(event: Event, currency: str) -> list[Message]:
    """What an event changed, in words."""
    return [_of_change(change, currency) for change in event.changes]


def under_way(session: Session, uuid: str) -> Sequence[KeptDocument]:
    """The documents about an order that are here and not posted yet, or parked."""
    return session.scalars(
        select(KeptDocument)
        .where(
            KeptDocument.state.in_((State.WAITING, State.PARKED)),
            KeptDocument.kind.in_(("transaction", "fulfilment")),
            KeptDocument.text.contains(uuid, autoescape=True),
        )
        .order_by(KeptDocument.id)
        .limit(SHOWN_MAX)
    ).all()


def _of_event(event: Event, order: OrderState, documents: Mapping[str, KeptDocument]) -> Entry:
    details = changes_shown(event, order.currency)
    if event.reason:
        details.append(say("reason: {reason}", reason=event.reason))
    if event.approved_by:
        details.append(say("approved by {name}", name=event.approved_by))
    if not event.fits:
        details.append(say("some of it did not fit any more; see its case"))
    kept = documents.get(event.document)
    by = " ".join(part for part in (event.register, event.by) if part)
    return Entry(event.at, say(EVENTS[event.kind]), by, tuple(details), _document(kept), not event.fits)


def _of_change(change: Change, currency: str) -> Message:
    def shown(value: str) -> str:
        if not value or change.what in _AS_THEY_ARE:
            return value or "–"
        return money(int(value), currency) if change.what in _AMOUNTS else quantity(int(value))

    return say(CHANGES[change.what], name=change.name, before=shown(change.before), after=shown(change.after))


def _of_uploads(session: Session, documents: Iterable[KeptDocument]) -> Iterator[Entry]:
    for kept in documents:
        yield Entry(kept.received_at, say("Uploaded"), kept.register, (), _document(kept))
        if kept.posted_at is None:
            continue
        run = _run_at(session, kept.posted_at)
        if run is None:
            yield Entry(kept.posted_at, say("Posted at once"), "", (), _document(kept))
        else:
            title = say("Posted by {job}", job=say("Synchronize orders"))
            yield Entry(kept.posted_at, title, run.started_by, (), f"/office/jobs?below={run.id + 1}")


def _run_at(session: Session, moment: str) -> JobSession | None:
    """The run of the job that posts orders which was under way at this moment."""
    query = (
        select(JobSession)
        .where(JobSession.job == POSTING, JobSession.started_at <= moment)
        .order_by(JobSession.started_at.desc(), JobSession.id.desc())
        .limit(1)
    )
    found = session.scalars(query.where(or_(JobSession.ended_at.is_(None), JobSession.ended_at >= moment)))
    return found.first()


def _of_money(order: OrderState) -> Iterator[Entry]:
    for payment in order.payments:
        words = phrase("Deposit {amount}") if payment.is_deposit else phrase("Payment {amount}")
        amount = money(payment.settled_minor, order.currency)
        means = say(payment.type.replace("_", " "))
        card = (say("card ending in {digits}", digits=payment.last_four),) if payment.last_four else ()
        yield Entry(payment.made_at, say(words, amount=amount), payment.register, (means, *card))
    for invoice in order.invoices:
        title = say("Invoice {number}", number=invoice.number or invoice.receipt)
        total = say("total {amount}", amount=money(invoice.total_minor, order.currency))
        used = say("{amount} of the deposit used", amount=money(invoice.applied_minor, order.currency))
        kind = say(invoice.kind.value.replace("_", " "))
        details = (kind, total, *([used] if invoice.applied_minor else []))
        yield Entry(invoice.made_at, title, invoice.receipt, details)


def _of_cases(cases: Sequence[Case]) -> Iterator[Entry]:
    for case in cases:
        is_open = case.closed_at is None
        yield Entry(case.opened_at, say("Case opened"), "", (case.words,), "", is_open)
        if case.closed_at is not None:
            yield Entry(case.closed_at, say("Case closed"), "", (case.words,))


def _document(kept: KeptDocument | None) -> str:
    return "" if kept is None else f"/office/documents/{kept.id}"
