"""Taking in the documents of a file that a register has signed: of a machine that cannot send them itself any more."""

import argparse
import os
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError
from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.bootstrap import books_from
from headquarters.config import DATABASE_VARIABLE, DEFAULT_DATA
from headquarters.context import Headquarters
from headquarters.devices.models import Device
from headquarters.devices.proving import has_signed
from headquarters.devices.service import KnownDevice, known_device
from headquarters.errors import DatabaseUnusable, Refusal
from headquarters.installation import installation
from headquarters.office.refusals import refuse
from headquarters.uploads.taking import take
from retail.wire.handed_over import HandedOver, SignedFile, signed_over
from retail.wire.protocol import BATCH_MAX

DONE, REFUSED = 0, 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be said to it."""
    parser.add_argument("file", type=Path, help="as `sync hand-over` of the register has written it")
    parser.add_argument(
        "--data", type=Path, default=DEFAULT_DATA, help="folder of the database (%(default)s)"
    )
    parser.add_argument(
        "--database", default=os.environ.get(DATABASE_VARIABLE, ""), help="instead of a file in --data"
    )
    parser.add_argument("--clock", type=Path, help="a file that says what time it is")
    parser.add_argument("--seed", type=int, help="where ids come from, for a run that can be repeated")


def run(said: argparse.Namespace) -> int:
    """Take the documents of a file in and say what became of them; a repeat changes nothing."""
    try:
        with books_from(said.data, said.clock, said.seed, said.database) as headquarters:
            sys.stdout.write(f"{keep_file(headquarters, said.file.read_bytes()).words}\n")
    except (Refusal, DatabaseUnusable, OSError) as refused:
        sys.stderr.write(f"{refused}\n")
        return REFUSED
    return DONE


class HandedIn(NamedTuple):
    """What became of the documents of a file: how many had each outcome."""

    register: str
    outcomes: dict[str, int]

    @property
    def words(self) -> str:
        """For whoever took it in at a console."""
        became = ", ".join(f"{count} {outcome}" for outcome, count in self.outcomes.items())
        return f"{sum(self.outcomes.values())} documents of {self.register}: {became or 'nothing to take'}."


def keep_file(headquarters: Headquarters, content: bytes) -> HandedIn:
    """Keep the documents of a file, as if their register had sent them; jobs post them.

    Raises:
        Refusal: it is no such file, was changed, or is not of a register of this headquarters. Nothing was kept.
    """
    try:
        file = SignedFile.model_validate_json(content)
        handed_over = HandedOver.read(file.text)
    except ValidationError:
        raise refuse(422, "This is no file of unsent documents. Nothing was taken.") from None
    headquarters.check_version(handed_over.protocol)
    with headquarters.database.reading() as session:
        device = _signer(session, file, handed_over)
    outcomes: Counter[str] = Counter()
    for start in range(0, len(handed_over.documents), BATCH_MAX):
        batch = handed_over.documents[start : start + BATCH_MAX]
        outcomes.update(each.outcome for each in take(headquarters, device, batch, at_once=False))
    return HandedIn(device.register, dict(sorted(outcomes.items())))


def _signer(session: Session, file: SignedFile, handed_over: HandedOver) -> KnownDevice:
    """The device whose key has signed the file, be it revoked since: what it sold it has sold."""
    if handed_over.tenant == installation(session).tenant:
        for device in session.scalars(select(Device).where(Device.register == handed_over.register_name)):
            if device.public_key and has_signed(device.public_key, file.signature, signed_over(file.text)):
                return known_device(session, device)
    raise refuse(
        403, "This file is not signed by the key of {register}, or it was changed. Nothing was taken.",
        register=handed_over.register_name,
    )  # fmt: skip
