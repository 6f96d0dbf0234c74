"""Taking an export away at the machine itself, and checking one wherever it lies."""

import sys
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from headquarters.bootstrap import books_from
from headquarters.errors import DatabaseBusy, DatabaseUnusable
from headquarters.exporting.checking import check_export
from headquarters.exporting.reading import Span
from headquarters.exporting.writing import Export, write_export
from headquarters.office.audit import note

KIND = "journal export"
FOLDER = "exports"


def exported(data: Path, database: str, span: Span, to: Path | None, who: str) -> int:
    """Save an export, and say where it lies and by which digest it is known. Headquarters may be running."""
    folder = to or data / FOLDER
    try:
        with books_from(data, None, None, database) as headquarters:
            made = write_export(headquarters, span, folder)
            with headquarters.database.writing() as session:
                note_export(session, who, headquarters.now(), span, made)
    except (DatabaseUnusable, DatabaseBusy, OSError) as trouble:
        sys.stderr.write(f"The export cannot be saved in {folder}: {trouble}\n")
        return 1
    sys.stdout.write(
        f"{made.transactions} receipts, {made.missing} numbers that are not here\n"
        f"saved as {made.file}\nSHA-256 {made.sha256}\n"
    )
    return 0


def checked(file: Path) -> int:
    """Say whether an export agrees with itself; 1 where it does not."""
    found = check_export(file)
    for fault in found.faults:
        sys.stderr.write(f"{fault}\n")
    sys.stdout.write(
        f"{found.transactions} receipts, {found.proved} of them proved by entries, {found.missing} numbers missing, "
        f"{found.entries} entries, {found.shifts} shifts, {found.beyond} of them beyond the period, "
        f"{len(found.faults)} faults\n"
    )
    return 1 if found.faults else 0


def note_export(session: Session, who: str, at: str, span: Span, made: Export) -> None:
    """Have the audit log keep who took what away, and its digest."""
    after = {"sha256": made.sha256, "store": span.store, "first": str(span.first), "last": str(span.last),
             "transactions": made.transactions, "missing": made.missing}  # fmt: skip
    note(session, who, at, "take away", KIND, made.file.name, None, after)


def day(text: str) -> date:
    """A date as it is typed: 2026-11-30."""
    return date.fromisoformat(text)
