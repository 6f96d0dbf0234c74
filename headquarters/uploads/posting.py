"""Posting kept documents: customers and transactions, each exactly once, in whatever order they come up."""

from logging import getLogger

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.customers.changing import post_change
from headquarters.customers.service import find_customer, post_customer
from headquarters.errors import Refusal
from headquarters.orders.posting import order_named, post_fulfilment, post_transaction, sale_named
from headquarters.orders.sales import sale_as_it_stands
from headquarters.orders.service import find_order
from headquarters.uploads.checks import check, read_document
from headquarters.uploads.models import KeptDocument, State
from headquarters.uploads.service import fault_of, find_kept, park, sender_of, standing_of, taken_numbers
from retail.wire.protocol import Upload
from retail.wire.uploads import CustomerChangeDocument, CustomerDocument, FulfilmentDocument

_log = getLogger(__name__)


def post(session: Session, uuid: str, at: str) -> State:
    """Post one kept document, if it still waits. A document that cannot be posted is parked, and changes nothing else.

    Gives back its state: an order whose customer has not arrived goes on waiting.
    """
    kept = find_kept(session, uuid)
    if kept is None or kept.state is not State.WAITING:
        return State.POSTED if kept is None else kept.state
    try:
        with session.begin_nested():
            waits_for, note = _post_waiting(session, kept, at)
    except Exception:  # noqa: BLE001 -- decision 23: it never blocks the documents behind it
        _log.exception("document %s could not be posted", uuid)
        park(kept, "It could not be posted. The reason is in headquarters' log.")
        return State.PARKED
    kept.reason = waits_for or note
    if waits_for:
        return State.WAITING
    kept.state = State.POSTED
    kept.posted_at = at
    return State.POSTED


def retry(session: Session, row: int, at: str) -> State:
    """Check a parked document again, now that its cause may be gone, and post it if it is sound.

    Raises:
        Refusal: there is no such parked document.
    """
    kept = session.get(KeptDocument, row)
    if kept is None or kept.state is not State.PARKED:
        raise Refusal(404, "There is no such parked document.")
    facts = {"id": kept.uuid, "kind": kept.kind, "fingerprint": kept.fingerprint, "text": kept.text}
    sender = sender_of(session, kept.register)
    checked = check(Upload.model_validate(facts), sender)
    standing = standing_of(checked, sender)
    fault = fault_of(checked, sender, taken_numbers(session, sender, [standing]))
    if fault:
        kept.reason = fault
        return State.PARKED
    kept.epoch, kept.number = standing
    kept.state = State.WAITING
    return post(session, kept.uuid, at)


def _post_waiting(session: Session, kept: KeptDocument, at: str) -> tuple[str, str]:
    """Post it, or say what it waits for; and what a person should know of what was posted."""
    document = read_document(kept.kind, kept.text)
    if isinstance(document, CustomerDocument):
        post_customer(session, document, at)
        return "", ""
    if isinstance(document, CustomerChangeDocument):
        waits_for = _pull_along(session, document.customer, document.customer_name, at)
        return (waits_for, "") if waits_for else ("", post_change(session, document, at))
    about, has_to_exist = order_named(document)
    if has_to_exist and _post_earlier(session, kept, about, at):
        return "It waits for what was done to its order before.", ""
    if has_to_exist and find_order(session, about) is None:
        return "It waits for its order, which has not been made yet.", ""
    sale = sale_named(document)
    if sale and sale_as_it_stands(session, sale) is None:
        return "It waits for the sale its goods came back of, which has not arrived yet.", ""
    if isinstance(document, FulfilmentDocument):
        post_fulfilment(session, document, at)
        return "", ""
    if document.order is not None and document.customer is not None:
        waits_for = _pull_along(session, document.customer.id, document.customer.name, at)
        if waits_for:
            return waits_for, ""
    post_transaction(session, document, at)
    return "", ""


def _post_earlier(session: Session, kept: KeptDocument, order: str, at: str) -> bool:
    """Post what the same register did to this order before and is only kept yet; True where some of it goes on waiting.

    Nobody can be made to wait for a job in between: a register acts on the order as it left it (decision 22).
    """
    earlier = (
        select(KeptDocument.uuid)
        .where(
            KeptDocument.state == State.WAITING,
            KeptDocument.register == kept.register,
            KeptDocument.id < kept.id,
        )
        .where(KeptDocument.kind.in_(("transaction", "fulfilment")), KeptDocument.text.contains(order))
        .order_by(KeptDocument.id)
    )
    return State.WAITING in [post(session, uuid, at) for uuid in session.scalars(earlier).all()]


def _pull_along(session: Session, customer: str, name: str, at: str) -> str:
    """Make the customer a document needs, if theirs is here (decision 22); else say what is missing."""
    if find_customer(session, customer) is not None:
        return ""
    kept = find_kept(session, customer)
    if kept is None:
        return f"It waits for its customer {name}, who has not arrived yet."
    if post(session, kept.uuid, at) is State.PARKED:
        return f"It waits for its customer {name}, whose document is parked."
    return ""
