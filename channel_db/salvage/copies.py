"""A copy of the journal once a day, by SQLite's own backup, read through before it counts."""

import logging
import shutil
from contextlib import closing
from datetime import date
from pathlib import Path

from sqlcipher3 import dbapi2

from channel_db.kinds import JOURNAL
from channel_db.room import FREE_BYTES_MIN

FOLDER = "copies"
KEPT = 7
"""A week: what happened on the weekend can be looked up on Friday."""
log = logging.getLogger(__name__)


def copy_of(folder: Path, day: date) -> Path:
    """Where the copy of this day lies."""
    return folder / FOLDER / f"{JOURNAL.name}-{day.isoformat()}.db"


def newest_copy(folder: Path) -> Path | None:
    """The copy made last; None where there is none."""
    return max((folder / FOLDER).glob(f"{JOURNAL.name}-*.db"), default=None)


def keep_copy(folder: Path, day: date) -> bool:
    """Copy the journal, unless that was done today; say whether it was done now. The oldest copies go.

    A copy is worth less than a sale: where the disk has no room beside what a sale needs, or does not do what it is
    asked, the log says so and the copies before it stay.
    """
    copy, file = copy_of(folder, day), folder / JOURNAL.file
    if copy.exists() or not file.exists():
        return False
    if shutil.disk_usage(folder).free < 2 * file.stat().st_size + 8 * FREE_BYTES_MIN:
        log.warning("the journal is not copied: the disk has too little room")
        return False
    copy.parent.mkdir(mode=0o700, exist_ok=True)
    half = copy.with_suffix(".half")
    try:
        is_whole = _copied(file, half)
    except (dbapi2.Error, OSError) as fault:
        log.warning("the journal is not copied: %s", fault)
        is_whole = False
    if not is_whole:
        log.error("there is no whole copy of the journal of %s; the copies before it are kept", day)
        half.unlink(missing_ok=True)
        return False
    half.replace(copy)
    for old in sorted(copy.parent.glob(f"{JOURNAL.name}-*.db"))[:-KEPT]:
        old.unlink()
    return True


def copy_anew(folder: Path, day: date) -> None:
    """Put a new copy in the place of all that were made: an erased customer stands in each of them.

    Where none can be made now, the ones before it stay, and the log says so.
    """
    older = list((folder / FOLDER).glob(f"{JOURNAL.name}-*.db"))
    if not older:
        return
    copy = copy_of(folder, day)
    aside = copy.with_suffix(".before")
    if copy.exists():
        copy.replace(aside)
    if keep_copy(folder, day):
        aside.unlink(missing_ok=True)
        for old in older:
            if old != copy:
                old.unlink(missing_ok=True)
    elif aside.exists():
        aside.replace(copy)


def _copied(file: Path, half: Path) -> bool:
    """Copy the file as it is in one moment, for its owner alone; say whether the copy is whole."""
    half.unlink(missing_ok=True)
    half.touch(0o600)
    with (
        closing(dbapi2.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as source,
        closing(dbapi2.connect(str(half))) as target,
    ):
        source.backup(target)
        # Alone in its file: a log beside it would be lost when the copy is carried somewhere else.
        target.execute("PRAGMA journal_mode = DELETE").fetchone()
        return bool(target.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
