"""Taking a batch in: every document checked first, then all of it kept (and posted, if asked for) in one commit."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from headquarters.context import Headquarters
from headquarters.customers.service import find_customer, publish_customers
from headquarters.devices.service import KnownDevice, note_contact
from headquarters.uploads.checks import check, read_document
from headquarters.uploads.models import KeptDocument, State
from headquarters.uploads.posting import post
from headquarters.uploads.service import keep, sender_of, with_numbers
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
        kept = [keep(session, each, sender, at) for each in checked]
        if at_once:
            for row, _ in kept:
                if row is not None and post(session, row.uuid, at) is State.POSTED:
                    _tell(session, row)
        note_contact(session, device, at)
        return tuple([result if row is None else with_numbers(session, row, result) for row, result in kept])


def _tell(session: Session, kept: KeptDocument) -> None:
    """Registers hear at once of a customer who was changed while somebody waited."""
    document = read_document(kept.kind, kept.text)
    if isinstance(document, CustomerChangeDocument):
        customer = find_customer(session, document.customer)
        if customer is not None and not customer.distributed:
            publish_customers(session, [customer])
