"""Writing what has not been sent into a file, before a machine is set up anew or thrown away."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from channel_db.credentials import read_credentials
from channel_db.device import Device, read_device
from channel_db.engine import open_journal
from channel_db.errors import StorageError
from channel_db.journal.outbox import OutboxEntry
from channel_db.private_file import write_private
from retail.clock import Clock, stamp
from retail.wire.handed_over import HandedOver, SignedFile, signed_over
from retail.wire.protocol import VERSION, Upload
from sync_agent.proving import sign

PART_DOCUMENTS = 2000


class NotHandedOver(StorageError):
    """No file was written; the message says why and what to do."""


def hand_over(folder: Path, file: Path, clock: Clock) -> tuple[int, list[Path]]:
    """Write every document that headquarters has not accepted; says how many, and where. They stay in the register too.

    More than PART_DOCUMENTS go into several files, so that neither side holds more at once.

    Raises:
        NotHandedOver: there is no key to sign with, or a file is there already or cannot be written.
        StorageError: the register is not enrolled, or its journal cannot be read.
    """
    device = read_device(folder)
    key = read_credentials(folder, device).key
    if not key:
        raise NotHandedOver(
            "{register} has no key to sign with yet. Let its agent reach headquarters once.",
            register=device.register_name,
        )
    count, written = 0, list[Path]()
    with closing(open_journal(folder, clock)) as journal:
        some = journal.outbox_after(0, PART_DOCUMENTS)
        while some or not written:
            part = file if not written else file.with_stem(f"{file.stem}-{len(written) + 1}")
            _write(part, _signed(device, key, stamp(clock.now()), some))
            written.append(part)
            count += len(some)
            some = journal.outbox_after(some[-1].id, PART_DOCUMENTS) if some else []
    return count, written


def _signed(device: Device, key: str, at: str, entries: Sequence[OutboxEntry]) -> SignedFile:
    documents = [
        Upload.model_validate(
            {"id": each.uuid, "kind": each.kind, "fingerprint": each.fingerprint, "text": each.text}
        )
        for each in entries
    ]
    text = HandedOver(
        protocol=VERSION, tenant=device.tenant, register_name=device.register_name, made_at=at,
        documents=tuple(documents),
    ).written()  # fmt: skip
    return SignedFile(kind="kassa unsent documents", signature=sign(key, signed_over(text)), text=text)


def _write(file: Path, signed: SignedFile) -> None:
    if file.exists():
        raise NotHandedOver("{file} is there already. Name another file.", file=file)
    try:
        write_private(file, signed.model_dump(mode="json"))
    except OSError as fault:
        raise NotHandedOver("{file} cannot be written: {why}.", file=file, why=fault.strerror) from None
