"""Writing what has not been sent into a file, before a machine is set up anew or thrown away."""

from contextlib import closing
from pathlib import Path

from channel_db.credentials import read_credentials
from channel_db.device import read_device
from channel_db.engine import open_journal
from channel_db.errors import StorageError
from channel_db.private_file import write_private
from retail.clock import Clock, stamp
from retail.wire.handed_over import HandedOver, SignedFile, signed_over
from retail.wire.protocol import VERSION, Upload
from sync_agent.proving import sign


class NotHandedOver(StorageError):
    """No file was written; the message says why and what to do."""


def hand_over(folder: Path, file: Path, clock: Clock) -> int:
    """Write every document that headquarters has not accepted; says how many. They stay in the register too.

    Raises:
        NotHandedOver: there is no key to sign with, or the file is there already or cannot be written.
        StorageError: the register is not enrolled, or its journal cannot be read.
    """
    device = read_device(folder)
    key = read_credentials(folder, device).key
    if not key:
        raise NotHandedOver(
            "{register} has no key to sign with yet. Let its agent reach headquarters once.",
            register=device.register_name,
        )
    if file.exists():
        raise NotHandedOver("{file} is there already. Name another file.", file=file)
    with closing(open_journal(folder, clock)) as journal:
        entries = journal.outbox()
    handed_over = HandedOver(
        protocol=VERSION,
        tenant=device.tenant,
        register_name=device.register_name,
        made_at=stamp(clock.now()),
        documents=tuple(
            Upload.model_validate(
                {"id": each.uuid, "kind": each.kind, "fingerprint": each.fingerprint, "text": each.text}
            )
            for each in entries
        ),
    )
    text = handed_over.written()
    signed = SignedFile(kind="kassa unsent documents", signature=sign(key, signed_over(text)), text=text)
    try:
        write_private(file, signed.model_dump(mode="json"))
    except OSError as fault:
        raise NotHandedOver("{file} cannot be written: {why}.", file=file, why=fault.strerror) from None
    return len(entries)
