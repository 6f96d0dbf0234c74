"""Writing an export: one file that says by itself whether anything in it was changed, and what is not in it."""

import hashlib
import json
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from headquarters.context import Headquarters
from headquarters.exporting.reading import (
    Span,
    chains_of,
    entries_of,
    missing_of,
    registers_of,
    shifts_of,
    transactions_of,
    withheld_by,
)
from headquarters.installation import installation
from headquarters.signing.keys import present_key, signature_of
from retail.version import PROGRAM

FORMAT = "kassa-journal-export 1"
TRANSACTIONS, SHIFTS, ENTRIES = "transactions.jsonl", "shifts.jsonl", "entries.jsonl"
INDEX, SIGNATURE, README = "export.json", "signature.json", "README.txt"
SIGNED = b"kassa-journal-export\n"
"""What stands before all that is signed of an export: no signature of anything else is one of it."""
WORDS = """\
What the registers of one store did in one period, out of the books of headquarters as they stood at one moment.

export.json         whose, which period, made when; what each register did; which numbers are not here; the digest of
                    every other file
transactions.jsonl  every receipt, in the order of its number: the document as the register wrote it, with the
                    SHA-256 of its text
shifts.jsonl        every shift that was closed: what its Z report says
entries.jsonl       the journal of every register, each entry with its hash, which covers the one before it
signature.json      Ed25519 by the key of headquarters over `kassa-journal-export`, a line break and export.json

`python -m headquarters check-export FILE` works out all of it again, without the books: digests, signature, chains,
receipts against the entries that were written for them, and the sums of shifts.
Amounts are whole minor units of the currency. Of customers who were erased the account id stands where the name stood.
This is no SAF-T file, and no authority's key has signed it.
"""


@dataclass(slots=True)
class _Found:
    """What was met while the files were written."""

    registers: list[dict[str, Any]] = field(default_factory=list)
    missing: list[dict[str, Any]] = field(default_factory=list)
    withheld: list[dict[str, Any]] = field(default_factory=list)
    chains: list[dict[str, Any]] = field(default_factory=list)
    digests: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Export:
    """An export that lies in `file`, by the digest of the whole of it."""

    file: Path
    sha256: str
    transactions: int
    missing: int


def write_export(headquarters: Headquarters, span: Span, folder: Path) -> Export:
    """Write what belongs to the span into a file of this folder, for its owner alone: whole, or not at all.

    Registers may go on sending: all of it is read in one view of the books.

    Raises:
        OSError: it cannot be written there.
    """
    now = headquarters.clock.now()
    name = f"kassa-export-{span.store}-{span.first}-{span.last}-{now:%Y%m%dT%H%M%S}.zip"
    folder.mkdir(parents=True, exist_ok=True)
    half = folder / f"{name}.part"
    half.touch(0o600)
    try:
        with headquarters.database.reading() as session:
            index = _write(session, half, span, headquarters.now())
        half.replace(folder / name)
    finally:
        with suppress(FileNotFoundError):
            half.unlink()
    with (folder / name).open("rb") as whole:
        digest = hashlib.file_digest(whole, "sha256").hexdigest()
    return Export(
        folder / name,
        digest,
        sum(each["transactions"] for each in index["registers"]),
        sum(each["last"] - each["first"] + 1 for each in index["missing"]),
    )


def _write(session: Session, file: Path, span: Span, at: str) -> dict[str, Any]:
    found, registers = _Found(), registers_of(session, span.store)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, lines in (
            (TRANSACTIONS, lambda: _transactions(session, registers, span, found)),
            (SHIFTS, lambda: _shifts(session, registers, span)),
            (ENTRIES, lambda: _entries(session, registers, span, found)),
        ):
            found.digests[name] = _write_lines(packed, name, lines)
        packed.writestr(README, WORDS)
        found.digests[README] = hashlib.sha256(WORDS.encode()).hexdigest()
        kept = installation(session)
        index = {
            "format": FORMAT, "program": PROGRAM, "headquarters": kept.incarnation, "store": span.store,
            "first": str(span.first), "last": str(span.last), "made_at": at,
            **asdict(found),
        }  # fmt: skip
        written = json.dumps(index, ensure_ascii=False, indent=1).encode()
        packed.writestr(INDEX, written)
        signature = {"key": present_key(session), "signature": signature_of(session, SIGNED + written)}
        packed.writestr(SIGNATURE, json.dumps(signature))
    return index


def _write_lines(packed: zipfile.ZipFile, name: str, lines: Callable[[], Iterable[dict[str, Any]]]) -> str:
    """The digest of what was written."""
    digest = hashlib.sha256()
    with packed.open(name, "w", force_zip64=True) as file:
        for each in lines():
            line = json.dumps(each, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
            digest.update(line)
            file.write(line)
    return digest.hexdigest()


def _transactions(
    session: Session, registers: Iterable[str], span: Span, found: _Found
) -> Iterator[dict[str, Any]]:
    for register in registers:
        ends: dict[str, tuple[int, int]] = {}
        days: Counter[tuple[str, str]] = Counter()
        states: Counter[str] = Counter()
        for row in transactions_of(session, register, span):
            said = json.loads(row.text)
            first, _ = ends.get(row.epoch, (row.number, row.number))
            ends[row.epoch] = first, row.number
            days[said["business_date"], said["currency"]] += said["total_minor"]
            states[row.state.value] += 1
            yield {
                "register": register, "epoch": row.epoch, "number": row.number, "received_at": row.received_at,
                "state": row.state.value, "erased": bool(row.erased), "fingerprint": row.fingerprint,
                "document": row.text,
            }  # fmt: skip
        totals = [
            {"date": day, "currency": currency, "total_minor": total}
            for (day, currency), total in sorted(days.items())
        ]
        found.registers.append(
            {"register": register, "transactions": states.total(), "states": dict(states), "days": totals}
        )
        found.missing += missing_of(session, register, ends)
        found.withheld += withheld_by(session, register)


def _shifts(session: Session, registers: Iterable[str], span: Span) -> Iterator[dict[str, Any]]:
    for register in registers:
        for row in shifts_of(session, register, span):
            yield {
                "register": register, "received_at": row.received_at, "state": row.state.value,
                "fingerprint": row.fingerprint, "document": row.text,
            }  # fmt: skip


def _entries(
    session: Session, registers: Iterable[str], span: Span, found: _Found
) -> Iterator[dict[str, Any]]:
    for register in registers:
        for chain in chains_of(session, register, span):
            found.chains.append(asdict(chain))
            for row in entries_of(session, chain):
                yield {
                    "register": register,
                    "chain": chain.chain,
                    **row._asdict(),
                    "erased": bool(row.erased),
                }
