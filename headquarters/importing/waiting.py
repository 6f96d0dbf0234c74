"""Files that people brought to the import page: kept beside the books, checked, taken in, thrown away."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from headquarters.context import Headquarters, stored
from headquarters.errors import DatabaseBusy
from headquarters.importing.errors import FileRefused
from headquarters.importing.models import FileImport, ImportState
from headquarters.importing.service import Report, Wish, import_file
from headquarters.jobs.progress import Progress
from headquarters.lives import lives
from headquarters.office.audit import note
from headquarters.office.refusals import refuse
from retail.messages import phrase
from retail.wire.coded import coded

FILE_MAX_BYTES = 256 * 1024 * 1024
KEPT_MAX = 20
"""So many files lie beside the books at most."""
IMPORT = "file import"
TOLD_SECONDS = 1.0
COME_BACK = timedelta(minutes=10)
"""So long a process that has ended may come back to the files it had, before another one says that they are lost."""
LOST = phrase(
    "The process of headquarters that had this file has ended. Nothing was changed. Start it again and check the file "
    "there, or throw it away and bring it again."
)
STOPPED = phrase("It was stopped. Nothing was changed.")
_UNDER_WAY = (ImportState.WAITING, ImportState.RUNNING)
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Brought:
    """What somebody says of a file they bring."""

    kind: str
    file_name: str
    encoding: str
    delimiter: str
    currency: str
    columns: Mapping[str, str]


def file_of(headquarters: Headquarters, row: int) -> Path:
    """Where the file of an import lies."""
    return headquarters.folder / "imports" / f"{row}.csv"


def rejects_of(headquarters: Headquarters, row: int) -> Path:
    """Where the list of what it leaves out lies."""
    return headquarters.folder / "imports" / f"{row}-rejected.csv"


def receive(headquarters: Headquarters, brought: Brought, file: BinaryIO, size: int, by: str) -> int:
    """Keep a file until it is checked; the number of its import.

    Raises:
        OfficeRefusal: too many files lie here (409).
    """
    folder = headquarters.folder / "imports"
    folder.mkdir(mode=0o700, exist_ok=True)
    arrived = folder / f"{headquarters.ids.new()}.part"
    try:
        _write(arrived, file)
        return _keep(headquarters, brought, arrived, size, by)
    finally:
        arrived.unlink(missing_ok=True)


def _write(path: Path, file: BinaryIO) -> None:
    path.touch(mode=0o600)
    with path.open("wb") as kept:
        while piece := file.read(_PIECE):
            kept.write(piece)


def _keep(headquarters: Headquarters, brought: Brought, arrived: Path, size: int, by: str) -> int:
    at = headquarters.now()
    with headquarters.database.writing() as session:
        lying = select(func.count()).where(FileImport.state.in_((*_UNDER_WAY, ImportState.CHECKED)))
        if (session.scalar(lying) or 0) >= KEPT_MAX:
            raise refuse(
                409, "{most} files wait here already. Take them in or throw them away first.", most=KEPT_MAX
            )
        row = FileImport(
            kind=brought.kind, file_name=brought.file_name, size_bytes=size, encoding=brought.encoding,
            delimiter=brought.delimiter, currency=brought.currency, columns=dict(brought.columns), made_by=by,
            made_at=at, state=ImportState.WAITING, is_to_be_taken=False, taken_by="",
            phase="", percent=None, read_as="", new=0, changed=0, same=0, rejected=0, words={}, ended_at=None,
            owner=headquarters.process, until="",
        )  # fmt: skip
        session.add(row)
        session.flush()
        arrived.replace(file_of(headquarters, row.id))
        note(session, by, at, "bring", IMPORT, str(row.id), {}, {"file": row.file_name, "kind": row.kind})
        return row.id


def found(session: Session, row: int) -> FileImport:
    """The import of this number.

    Raises:
        OfficeRefusal: there is none (404).
    """
    there = session.get(FileImport, row) if 0 < row < 2**31 else None
    if there is None:
        raise refuse(404, "There is no such import. Go back to the list.")
    return there


def ask_again(session: Session, row: FileImport, by: str, at: str, *, is_to_be_taken: bool) -> None:
    """Have a file checked once more, or taken in.

    Raises:
        OfficeRefusal: it is not where this can be done (409).
    """
    if row.state is not ImportState.CHECKED and (is_to_be_taken or row.state is not ImportState.REFUSED):
        raise refuse(
            409, "This file is {state} by now. Look at the import again.", state=str(row.state.value)
        )
    row.state, row.is_to_be_taken, row.taken_by = ImportState.WAITING, is_to_be_taken, by
    row.words, row.phase, row.percent, row.ended_at, row.until = {}, "", None, None, ""
    note(session, by, at, "take in" if is_to_be_taken else "check", IMPORT, str(row.id))


def throw_away(headquarters: Headquarters, session: Session, row: FileImport, by: str) -> None:
    """Forget an import with its file and the list of what it left out. What was taken in stays.

    Raises:
        OfficeRefusal: it is being read (409).
    """
    if row.state is ImportState.RUNNING:
        raise refuse(409, "This file is being read. Cancel the run first.")
    about = {"file": row.file_name, "kind": row.kind, "state": row.state.value}
    note(session, by, headquarters.now(), "throw away", IMPORT, str(row.id), about, {})
    session.delete(row)
    for path in (file_of(headquarters, row.id), rejects_of(headquarters, row.id)):
        path.unlink(missing_ok=True)


def count_waiting(session: Session) -> int:
    """How many files wait to be checked or taken in, those that a killed process was at among them."""
    return session.scalar(select(func.count()).where(FileImport.state.in_(_UNDER_WAY))) or 0


def import_waiting(headquarters: Headquarters, progress: Progress) -> tuple[int, int]:
    """Check and take in whatever waits, the oldest first; how many rows were kept, and how many left out. Files that
    lie with another process are left to it for as long as it lives, and some minutes longer.
    """
    kept = left_out = 0
    _give_up_what_is_lost(headquarters)
    while (row := _next(headquarters)) is not None:
        report = _work_off(headquarters, row, progress)
        if report is not None and row.is_to_be_taken:
            kept += report.new + report.changed
        left_out += report.rejected if report is not None else 0
    return kept, left_out


def _next(headquarters: Headquarters) -> FileImport | None:
    with headquarters.database.writing() as session:
        waiting = session.scalars(
            select(FileImport).where(FileImport.state.in_(_UNDER_WAY)).order_by(FileImport.id)
        )
        row = next((each for each in waiting if file_of(headquarters, each.id).exists()), None)
        if row is not None:
            row.state, row.phase, row.percent = ImportState.RUNNING, "", None
            row.owner, row.until = headquarters.process, ""
        return row


def _give_up_what_is_lost(headquarters: Headquarters) -> None:
    """Refuse the files of processes that have ended and did not come back in time.

    The run of the job is claimed, so nobody is at any of these files.
    """
    with headquarters.database.reading() as session:
        waiting = session.scalars(select(FileImport).where(FileImport.state.in_(_UNDER_WAY))).all()
    elsewhere = [row for row in waiting if not file_of(headquarters, row.id).exists()]
    alive = {owner for owner in {row.owner for row in elsewhere} if lives(headquarters.database, owner)}
    lost = [row.id for row in elsewhere if row.owner not in alive]
    if not lost:
        return
    now = headquarters.clock.now()
    with headquarters.database.writing() as session:
        for row in session.scalars(select(FileImport).where(FileImport.id.in_(lost))):
            if not row.until:
                row.until = stored(now + COME_BACK)
            elif row.until <= stored(now):
                row.state, row.phase, row.percent = ImportState.REFUSED, "", None
                row.words, row.ended_at = {"template": LOST, "values": {}}, stored(now)


def _work_off(headquarters: Headquarters, row: FileImport, progress: Progress) -> Report | None:
    """Read one file; None where it is refused."""
    path = file_of(headquarters, row.id)
    wish = Wish(
        kind=row.kind, file=path, columns=row.columns, rejects=rejects_of(headquarters, row.id),
        encoding=row.encoding or None, delimiter=row.delimiter or None, currency=row.currency or None,
        dry_run=not row.is_to_be_taken, words=coded,
    )  # fmt: skip
    try:
        report = import_file(headquarters, wish, _Telling(headquarters, row.id, progress))
    except FileRefused as refused:
        said = dict(refused.message.values) | (
            {"file": row.file_name} if "file" in refused.message.values else {}
        )
        words = {"template": refused.message.template, "values": said}
        _end(headquarters, row.id, state=ImportState.REFUSED, words=words)
        return None
    except BaseException:
        # Cancelled, or the machine is in trouble: nothing was changed, and a person asks again.
        _end(headquarters, row.id, state=ImportState.REFUSED, words={"template": STOPPED, "values": {}})
        raise
    state = ImportState.TAKEN if row.is_to_be_taken else ImportState.CHECKED
    _end(
        headquarters, row.id, state=state, new=report.new, changed=report.changed, same=report.same,
        rejected=report.rejected, read_as=report.read_as.in_words(),
    )  # fmt: skip
    if row.is_to_be_taken:
        path.unlink(missing_ok=True)
    return report


def _end(headquarters: Headquarters, row: int, **said: object) -> None:
    with headquarters.database.writing() as session:
        there = session.get_one(FileImport, row)
        for name, value in said.items():
            setattr(there, name, value)
        there.phase, there.percent, there.ended_at = "", None, headquarters.now()


class _Telling:
    """Keeps how far a file is for whoever watches, once a second; a run that is cancelled ends here. Where the books
    are busy it is not told this time.
    """

    def __init__(self, headquarters: Headquarters, row: int, progress: Progress) -> None:
        self._headquarters, self._row, self._progress = headquarters, row, progress
        self._phase, self._told_at, self._rows = "", headquarters.clock.now(), 0

    def __call__(self, phase: str, part: float | None, rows: int) -> None:
        now = self._headquarters.clock.now()
        if phase == self._phase and (now - self._told_at).total_seconds() < TOLD_SECONDS:
            return
        with suppress(DatabaseBusy):
            with self._headquarters.database.writing() as session:
                there = session.get_one(FileImport, self._row)
                there.phase, there.percent = phase, None if part is None else int(part * 100)
            self._progress.add(max(0, rows - self._rows), 0)
        self._phase, self._told_at, self._rows = phase, now, max(rows, self._rows)
