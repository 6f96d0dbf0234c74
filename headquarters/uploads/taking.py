"""Taking a batch in: every document checked first, then all of it kept (and posted, if asked for) in one commit."""

from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from headquarters.context import Headquarters
from headquarters.customers.service import publish_customers, standing_customer
from headquarters.devices.service import KnownDevice, epochs_of, note_contact
from headquarters.uploads.checks import Sender, check
from headquarters.uploads.danger import DEATHS_MAX, posted_under_mark, set_aside, suspects
from headquarters.uploads.keeping import keep_all
from headquarters.uploads.posting import handed_in_before, post_all
from headquarters.uploads.results import Result, with_numbers
from retail.wire.protocol import Upload
from retail.wire.uploads import Document


def take(
    headquarters: Headquarters, device: KnownDevice, uploads: Sequence[Upload], *, at_once: bool
) -> tuple[Result, ...]:
    """Keep these documents, and with `at_once` post them; the results are true once this returns.

    Raises:
        DatabaseBusy: nothing was kept.
    """
    with headquarters.database.reading() as session:
        sender = Sender(device.register, device.store, epochs_of(session, device.register))
        suspected = suspects(session, [each.id for each in uploads])
    checked = [check(upload, sender) for upload in uploads]
    at = headquarters.now()
    # What ended this process before is posted by its job, alone: nobody waits for that.
    at_once = at_once and not suspected

    def keep(session: Session) -> tuple[Result, ...]:
        results = keep_all(session, checked, sender, at)
        # Of two documents under one id, the one that is put aside must not be taken for the one that is kept.
        documents = {each.upload.id: each.document for each, result in zip(checked, results, strict=True)
                     if each.document is not None and result.outcome != "quarantined"}  # fmt: skip
        if at_once:
            uuids = [each.id for each in results if each.outcome != "quarantined"]
            earlier = handed_in_before(session, sender.register, documents.values())
            done = post_all(session, [*earlier, *uuids], at, documents, at_once=True)
            _tell(session, [documents[uuid] for uuid in done if uuid in documents])
        set_aside(session, [uuid for uuid, deaths in suspected.items() if deaths >= DEATHS_MAX], at)
        note_contact(session, device, at)
        may_have_numbers = at_once or bool(suspected) or any(each.outcome == "known" for each in results)
        return with_numbers(session, results, documents) if may_have_numbers else tuple(results)

    if at_once:
        return posted_under_mark(headquarters, [each.id for each in uploads], keep, sender.register)
    return headquarters.database.committed(keep, books=False, register=sender.register)


def _tell(session: Session, documents: Iterable[Document]) -> None:
    """Registers hear at once of a customer who was made or changed while somebody waited."""
    for document in documents:
        if document.kind == "customer_change":
            customer = standing_customer(session, document.customer)
        else:
            customer = standing_customer(session, document.id) if document.kind == "customer" else None
        if customer is not None and not customer.distributed:
            publish_customers(session, [customer])
