"""Taking a batch in: every document checked first, then all of it kept (and posted, if asked for) in one commit."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from headquarters.context import Headquarters
from headquarters.customers.service import find_customer, publish_customers
from headquarters.devices.service import KnownDevice, note_contact
from headquarters.uploads.checks import check, read_document
from headquarters.uploads.keeping import keep_all, with_numbers
from headquarters.uploads.models import State
from headquarters.uploads.posting import post
from headquarters.uploads.service import find_kept, sender_of
from retail.wire.protocol import Upload, UploadResult
from retail.wire.uploads import CustomerChangeDocument


def take(
    headquarters: Headquarters, device: KnownDevice, uploads: Sequence[Upload], *, at_once: bool
) -> tuple[UploadResult, ...]:
    """Keep these documents, and with `at_once` post them; the results are true once this returns.

    Raises:
        DatabaseBusy: nothing was kept.
    """
    with headquarters.database.reading() as session:
        sender = sender_of(session, device.register)
    checked = [check(upload, sender) for upload in uploads]
    at = headquarters.now()
    with headquarters.database.writing() as session:
        results = keep_all(session, checked, sender, at)
        if at_once:
            for each in results:
                if each.outcome != "quarantined" and post(session, each.id, at) is State.POSTED:
                    _tell(session, each.id)
        note_contact(session, device, at)
        return with_numbers(session, results)


def _tell(session: Session, uuid: str) -> None:
    """Registers hear at once of a customer who was changed while somebody waited."""
    kept = find_kept(session, uuid)
    document = None if kept is None else read_document(kept.kind, kept.text)
    if isinstance(document, CustomerChangeDocument):
        customer = find_customer(session, document.customer)
        if customer is not None and not customer.distributed:
            publish_customers(session, [customer])
