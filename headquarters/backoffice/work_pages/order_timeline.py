"""All that happened to an order, from the registers' documents to the invoices, in the order it happened."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from headquarters.backoffice.notation import Sum
from headquarters.backoffice.work_pages.order_events import EVENTS, changes_shown
from headquarters.cards.models import CardCharge
from headquarters.cards.service import DECLINED
from headquarters.cases.models import Case
from headquarters.cases.service import DONE, history
from headquarters.jobs.models import JobSession
from headquarters.office.models import AuditEntry
from headquarters.settings.service import settings_of_store
from headquarters.uploads.models import KeptDocument, QuarantinedDocument, State
from retail.messages import Message, phrase, say
from retail.orders.events import Event
from retail.orders.order import OrderState

SHOWN_MAX = 20
POSTING = "synchronize-orders"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened: `at` is when, as its side says it; `link` leads to more.

    `details` are messages, or words from the books.
    """

    at: str
    title: Message
    by: str
    details: tuple[Message | Sum | str, ...] = ()
    link: str = ""
    needs_a_person: bool = False

    @property
    def moment(self) -> datetime:
        """When, to be sorted by."""
        return datetime.fromisoformat(self.at)


def timeline(session: Session, order: OrderState, language: str = "en") -> list[Entry]:
    """What registers and headquarters did, how it came and was posted, money, cards, invoices and cases; with the names
    that attributes have in this language.
    """
    known = settings_of_store(session, order.store).order_attributes
    waiting = under_way(session, order.id)
    posted = session.scalars(select(KeptDocument).where(KeptDocument.uuid.in_(order.acts))).all()
    documents = {each.uuid: each for each in (*posted, *waiting)}
    about = {*order.acts, *documents}
    every = [
        *[
            _of_event(event, order, documents, changes_shown(event, order.currency, known, language))
            for event in order.events
        ],
        *_of_uploads(session, documents.values()),
        *_of_repairs(session, documents),
        *_of_quarantined(session, about),
        *_of_money(order),
        *_of_cards(charges_of(session, order.id)),
        *_of_cases(session, cases_of(session, {order.id, *about})),
    ]
    return sorted(every, key=lambda entry: entry.moment)


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


def charges_of(session: Session, uuid: str) -> Sequence[CardCharge]:
    """What cards on file were asked for an order, in its order."""
    return session.scalars(
        select(CardCharge).where(CardCharge.order_uuid == uuid).order_by(CardCharge.id)
    ).all()


def cases_of(session: Session, about: Collection[str]) -> Sequence[Case]:
    """The cases that are about an order or a document about it."""
    return session.scalars(select(Case).where(Case.about.in_(about)).order_by(Case.id)).all()


def _of_event(
    event: Event, order: OrderState, documents: Mapping[str, KeptDocument], details: list[Message]
) -> Entry:
    if event.reason:
        details.append(say("reason: {reason}", reason=event.reason))
    if event.approved_by:
        details.append(say("approved by {name}", name=event.approved_by))
    if not event.fits:
        details.append(say("some of it did not fit any more; see its case"))
    kept = documents.get(event.document)
    by = " ".join(part for part in (event.register, event.by) if part)
    return Entry(event.at, say(EVENTS[event.kind]), by, tuple(details), _document(kept), not event.fits)


def _of_uploads(session: Session, documents: Iterable[KeptDocument]) -> Iterator[Entry]:
    for kept in documents:
        is_parked = kept.state is State.PARKED
        title = say("Uploaded, and set aside") if is_parked else say("Uploaded")
        why = (kept.why,) if kept.reason else ()
        yield Entry(kept.received_at, title, kept.register, why, _document(kept), is_parked)
        if kept.posted_at is None:
            continue
        run = _run_at(session, kept.posted_at)
        if run is None:
            yield Entry(kept.posted_at, say("Posted at once"), "", (), _document(kept))
        else:
            title = say("Posted by {job}", job=say("Synchronize orders"))
            yield Entry(kept.posted_at, title, run.started_by, (), f"/office/jobs?below={run.id + 1}")


def _of_repairs(session: Session, documents: Mapping[str, KeptDocument]) -> Iterator[Entry]:
    """What people did about these documents when they were set aside."""
    done = select(AuditEntry).where(AuditEntry.kind == "document", AuditEntry.about.in_(documents))
    for each in session.scalars(done.order_by(AuditEntry.id)):
        said = (each.after or {}).get("reason", "")
        details = (say("reason: {reason}", reason=said),) if said else ()
        title = say("Document: {act}", act=say(each.act))
        yield Entry(each.at, title, each.who, details, _document(documents[each.about]))


def _of_quarantined(session: Session, about: Collection[str]) -> Iterator[Entry]:
    """Documents that came once more with other content."""
    for each in session.scalars(select(QuarantinedDocument).where(QuarantinedDocument.uuid.in_(about))):
        link = f"/office/documents/quarantined/{each.id}"
        title = say("Came again with other content, and was quarantined")
        yield Entry(each.received_at, title, each.register, (), link, needs_a_person=True)


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
        if payment.settled_minor < 0:
            words = phrase("Given back: {amount}")
        amount = Sum(abs(payment.settled_minor), order.currency)
        means = say(payment.type.replace("_", " "))
        card = (say("card ending in {digits}", digits=payment.last_four),) if payment.last_four else ()
        yield Entry(payment.made_at, say(words, amount=amount), payment.register, (means, *card))
    for invoice in order.invoices:
        title = say("Invoice {number}", number=invoice.number or invoice.receipt)
        total = say("total {amount}", amount=Sum(invoice.total_minor, order.currency))
        used = say("{amount} of the deposit used", amount=Sum(invoice.applied_minor, order.currency))
        kind = say(invoice.kind.value.replace("_", " "))
        details = (kind, total, *([used] if invoice.applied_minor else []))
        yield Entry(invoice.made_at, title, invoice.receipt, details)


def _of_cards(charges: Iterable[CardCharge]) -> Iterator[Entry]:
    for charge in charges:
        amount = Sum(charge.amount_minor, charge.currency)
        yield Entry(charge.asked_at, say("Card on file asked for {amount}", amount=amount), "")
        if charge.answered_at is not None:
            answer = say("Card on file: {answer}", answer=say(charge.state))
            yield Entry(charge.answered_at, answer, "", (amount,), "", charge.state == DECLINED)


def _of_cases(session: Session, cases: Sequence[Case]) -> Iterator[Entry]:
    done = history(session, cases)
    for case in cases:
        is_open = case.closed_at is None
        yield Entry(case.opened_at, say("Case opened"), "", (case.message,), "", is_open)
        for each in done[case.id]:
            yield Entry(
                each.at,
                say("Case: {what}", what=say(each.words) if each.words in DONE else each.words),
                each.by,
                (case.message,),
            )


def _document(kept: KeptDocument | None) -> str:
    return "" if kept is None else f"/office/documents/{kept.id}"
