"""Posting kept documents: customers and transactions, each exactly once, in whatever order they come up."""

from collections.abc import Collection, Mapping, Sequence
from logging import getLogger
from typing import NamedTuple

from sqlalchemy import func, or_, select, update
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from headquarters.customers.changing import post_change
from headquarters.customers.erasing import customer_named, erase_late, erased_among
from headquarters.customers.service import post_customer
from headquarters.office.refusals import OfficeRefusal, refuse
from headquarters.orders.posting import Books, order_named, sale_named
from headquarters.people.rights_then import Asking
from headquarters.statements.working_out import keep_closing, mark_stale
from headquarters.uploads.answers import keep_answers
from headquarters.uploads.checks import check, read_document
from headquarters.uploads.correcting import corrected_text
from headquarters.uploads.danger import forgive
from headquarters.uploads.keeping import money_columns
from headquarters.uploads.models import KeptDocument, State, kept_reason
from headquarters.uploads.service import fault_of, find_kept, sender_of, standing_of, taken_numbers
from retail.errors import RuleBroken
from retail.messages import Message
from retail.wire.base import fingerprint
from retail.wire.notices import CorrectionDocument
from retail.wire.protocol import Upload
from retail.wire.reasons import (
    not_posted,
    other_register,
    posted_before,
    waits_for_customer,
    waits_for_document,
    waits_for_order,
    waits_for_sale,
)
from retail.wire.uploads import CustomerChangeDocument, Document

_log = getLogger(__name__)
POSTED_TEXT = func.coalesce(KeptDocument.repaired, KeptDocument.text)
"""What documents are posted by."""


class SetAside(Exception):
    """A document cannot be posted, and somebody can put that right."""

    def __init__(self, reason: Message) -> None:
        super().__init__()
        self.reason = reason


class Posted(NamedTuple):
    """What became of a document, and what it waits for or what a person should know of it."""

    state: State
    note: Message | None = None


def post_all(
    session: Session,
    uuids: Sequence[str],
    at: str,
    read: Mapping[str, Document] | None = None,
    *,
    at_once: bool = False,
) -> dict[str, Posted]:
    """Post these kept documents in this order, as far as they wait; `read` are those that have been read already.

    `at_once` says that a cashier waits for them.

    They are booked together. Where one of them cannot be posted, each is posted by itself, and that one is parked and
    changes nothing else. An order whose customer has not arrived goes on waiting.
    """
    documents = _waiting(session, uuids, read or {})
    if len(documents) > 1:
        try:
            with session.begin_nested():
                return _post_together(session, documents, at, at_once=at_once)
        except OperationalError:
            raise  # the database is in trouble, and no document is at fault
        except Exception:  # noqa: BLE001 -- whichever it is will be found below
            _log.warning("%s documents could not be posted together; now one by one", len(documents))
    done: dict[str, Posted] = {}
    for uuid, document in documents.items():
        if uuid not in done:
            done |= _post_alone(session, uuid, document, at, at_once=at_once)
    return done


def handed_in_before(session: Session, register: str, documents: Collection[Document]) -> list[str]:
    """What this register handed in about the same orders and sales and is only kept yet, in its order.

    It has to be posted before these: a register acts on an order as it left it, and nobody who waits at it can be made
    to wait for a job as well (decision 22).
    """
    about = set()
    for each in documents:
        if each.kind in {"transaction", "fulfilment"}:
            order, is_made = order_named(each)
            about |= {order if is_made else "", sale_named(each)} - {""}
    if not about:
        return []
    waiting = select(KeptDocument.uuid).where(
        KeptDocument.state == State.WAITING,
        KeptDocument.kind.in_(("transaction", "fulfilment")),
        KeptDocument.register == register,
        KeptDocument.uuid.not_in([each.id for each in documents]),
        or_(*[KeptDocument.text.contains(id) for id in about]),
    )
    return list(session.scalars(waiting.order_by(KeptDocument.id)))


def retry(session: Session, row: int, at: str) -> State:
    """Check a parked document again, now that its cause may be gone, and post it if it is sound.

    Raises:
        Refusal: there is no such parked document.
    """
    kept = parked_document(session, row)
    said = kept.fingerprint if kept.repaired is None else ""
    fault = make_ready(session, kept, kept.posted_text, said)
    kept.give_reason(fault)
    if fault is not None:
        return State.PARKED
    return post_all(session, [kept.uuid], at)[kept.uuid].state


def repair(session: Session, row: int, text: str, at: str) -> State:
    """Post a parked document by another text, once; the one that came stays as it is.

    Raises:
        Refusal: there is no such parked document (404), or this text could not be posted either (422).
    """
    kept = parked_document(session, row)
    fault = make_ready(session, kept, text, "")
    if fault is not None:
        raise OfficeRefusal(422, fault)
    kept.repaired = text
    session.flush()
    return post_all(session, [kept.uuid], at)[kept.uuid].state


def parked_document(session: Session, row: int) -> KeptDocument:
    """The parked document of this row.

    Raises:
        Refusal: there is none.
    """
    kept = session.get(KeptDocument, row)
    if kept is None or kept.state is not State.PARKED:
        raise refuse(404, "There is no such parked document. Somebody else has tried it again.")
    return kept


def make_ready(session: Session, kept: KeptDocument, text: str, said: str) -> Message | None:
    """Have a parked document wait to be posted by this text, or say why it cannot be; `said` is its fingerprint."""
    kept.left_by = kept.left_because = kept.left_at = ""  # somebody has taken it up again
    facts = {"id": kept.uuid, "kind": kept.kind, "fingerprint": said or fingerprint(text), "text": text}
    sender = sender_of(session, kept.register)
    checked = check(Upload.model_validate(facts), sender)
    standing = standing_of(checked, sender)
    fault = fault_of(checked, sender, taken_numbers(session, sender, [standing]))
    if fault is not None:
        return fault
    kept.epoch, kept.number = standing
    kept.business_date, kept.money_minor, kept.tendered = money_columns(checked.document)
    kept.state = State.WAITING
    forgive(session, kept.uuid)
    session.flush()
    return None


def _waiting(
    session: Session, uuids: Sequence[str], read: Mapping[str, Document]
) -> dict[str, Document | None]:
    """Those of these documents that wait; None for one that has not been read."""
    rows = session.scalars(
        select(KeptDocument.uuid).where(KeptDocument.uuid.in_(uuids), KeptDocument.state == State.WAITING)
    )
    there = set(rows)
    return {uuid: read.get(uuid) for uuid in uuids if uuid in there}


def _post_alone(
    session: Session, uuid: str, document: Document | None, at: str, *, at_once: bool = False
) -> dict[str, Posted]:
    try:
        with session.begin_nested():
            return _post_together(session, {uuid: document}, at, at_once=at_once)
    except OperationalError:
        raise
    except Exception:  # noqa: BLE001 -- decision 23: it never blocks the documents behind it
        _log.exception("document %s could not be posted", uuid)
        reason = not_posted()
        _set(session, [uuid], State.PARKED, reason, None)
        return {uuid: Posted(State.PARKED, reason)}


def _post_together(
    session: Session, documents: Mapping[str, Document | None], at: str, *, at_once: bool
) -> dict[str, Posted]:
    unread = [uuid for uuid, document in documents.items() if document is None]
    columns = (KeptDocument.uuid, KeptDocument.kind, POSTED_TEXT)
    rows = session.execute(select(*columns).where(KeptDocument.uuid.in_(unread))) if unread else ()
    texts = {uuid: read_document(kind, text) for uuid, kind, text in rows}
    every = [document or texts[uuid] for uuid, document in documents.items()]
    batch = _Batch(session, every, at, at_once=at_once)
    for uuid, document in documents.items():
        batch.post(document or texts[uuid])
    batch.write()
    return batch.done


class _Batch:
    """Documents that are posted together; customers on the way, transactions and steps with their books at the end."""

    def __init__(self, session: Session, documents: Sequence[Document], at: str, *, at_once: bool) -> None:
        self._session, self._at, self._at_once = session, at, at_once
        about_orders = [each for each in documents if each.kind in ("transaction", "fulfilment")]
        self._books = Books(session, about_orders, at)
        self._asking = Asking(session)
        self._sold_at = {each.register_name for each in documents if each.kind == "transaction"}
        self.done: dict[str, Posted] = {}
        self._customers = {each for document in documents if (each := customer_named(document))}

    def post(self, document: Document) -> None:
        """Post it, or say what it waits for; and what a person should know of what was posted."""
        if document.id in self.done:
            return  # it was pulled along
        try:
            waits_for, note = self._post(document)
        except SetAside as aside:
            self.done[document.id] = Posted(State.PARKED, aside.reason)
            return
        if waits_for is not None:
            self.done[document.id] = Posted(State.WAITING, waits_for)
        else:
            self.done[document.id] = Posted(State.POSTED, note)

    def write(self) -> None:
        """Keep it all."""
        self._books.write()
        if self._sold_at:
            mark_stale(self._session, self._sold_at)
        by_outcome: dict[tuple[State, str], list[str]] = {}
        for uuid, posted in self.done.items():
            by_outcome.setdefault((posted.state, kept_reason(posted.note)[1]), []).append(uuid)
        for uuids in by_outcome.values():
            posted = self.done[uuids[0]]
            _set(self._session, uuids, *posted, self._at if posted.state is State.POSTED else None)
        erase_late(self._session, self._customers)

    def _post(self, document: Document) -> tuple[Message | None, Message | None]:
        if document.kind == "customer":
            post_customer(self._session, document, self._at, at_once=self._at_once)
            return None, None
        if document.kind == "customer_change":
            return self._change(document)
        if document.kind == "info":
            keep_answers(self._session, document)
            return None, None
        if document.kind == "correction":
            return self._correct(document)
        if document.kind == "shift":
            keep_closing(self._session, document, self._at)
            return None, None
        about, has_to_exist = order_named(document)
        if has_to_exist and not self._books.has_order(about):
            return waits_for_order(), None
        sale = sale_named(document)
        if sale and self._books.sale(sale) is None:
            return waits_for_sale(), None
        if document.kind == "fulfilment":
            self._books.take_steps(document)
            return None, None
        if document.order is not None and document.customer is not None:
            waits_for = self._pull_along(document.customer.id, document.customer.name)
            if waits_for is not None:
                return waits_for, None
        reason = self._books.undelivered(document)
        if reason is not None:
            raise SetAside(reason)
        before = self._books.stood_before(document)
        self._books.book(document)
        self._asking.ask_again(document, before, self._at)
        return None, None

    def _change(self, document: CustomerChangeDocument) -> tuple[Message | None, Message | None]:
        if erased_among(self._session, [document.customer]):
            return None, None  # nobody is there any more whom it could change
        waits_for = self._pull_along(document.customer, document.customer_name)
        if waits_for is not None:
            return waits_for, None
        note = post_change(self._session, document, self._at)
        self._books.look_up_buyers([document.customer])
        return None, note

    def _correct(self, document: CorrectionDocument) -> tuple[Message | None, Message | None]:
        """Post what was set aside by the modes of delivery that a register chose for it, once; what came stays.

        Raises:
            SetAside: it could not be posted so either.
        """
        kept = find_kept(self._session, document.about)
        if kept is None:
            return waits_for_document(), None
        if kept.register != document.register_name:
            raise SetAside(other_register(kept.register, document.register_name))
        done = self.done.get(kept.uuid)
        state = kept.state if done is None else done.state
        if state is not State.PARKED:
            return (waits_for_document(), None) if state is State.WAITING else (None, posted_before())
        try:
            text = corrected_text(kept.posted_text, {each.number: each.mode for each in document.lines})
        except RuleBroken as broken:
            raise SetAside(broken.message) from None
        kept.state = State.PARKED  # as this batch has found: what waits would stand in its own way
        self._session.flush()
        fault = make_ready(self._session, kept, text, "")
        if fault is not None:
            raise SetAside(fault)
        kept.repaired = text
        self._session.flush()
        self.done.pop(kept.uuid, None)
        self.post(read_document(kept.kind, text))
        return None, None

    def _pull_along(self, customer: str, name: str) -> Message | None:
        """Make the customer a document needs, if theirs is here (decision 22); else say what is missing."""
        if self._books.has_customer(customer):
            return None
        kept = find_kept(self._session, customer)
        if kept is None:
            return waits_for_customer(name, is_parked=False)
        if kept.state is State.WAITING:
            self.done |= _post_alone(self._session, customer, None, self._at)
        return None if self._books.has_customer(customer) else waits_for_customer(name, is_parked=True)


def _set(
    session: Session, uuids: Sequence[str], state: State, reason: Message | None, at: str | None
) -> None:
    words, said = kept_reason(reason)
    values = {"state": state, "reason": words, "said": said, "posted_at": at}
    session.execute(update(KeptDocument).where(KeptDocument.uuid.in_(uuids)).values(values))
