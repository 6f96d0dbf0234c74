"""Taking a batch in: every document checked first, then all of it kept (and posted, if asked for) in one commit."""

from collections.abc import Sequence

from headquarters.context import Headquarters
from headquarters.devices.service import KnownDevice, note_contact
from headquarters.uploads.checks import check
from headquarters.uploads.keeping import keep_all, with_numbers
from headquarters.uploads.posting import post
from headquarters.uploads.service import sender_of
from retail.wire.protocol import Upload, UploadResult


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
                if each.outcome != "quarantined":
                    post(session, each.id, at)
        note_contact(session, device, at)
        return with_numbers(session, results)
