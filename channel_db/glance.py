"""A glance at a catalogue before SQLAlchemy is loaded: who may sign in, and where; by the driver alone."""

import json
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from channel_db.errors import LibraryTooOld
from channel_db.kinds import CATALOG, NEEDED_TO_SELL, check_library

WAIT_SECONDS = 0.2
"""A file that is busy for longer is opened the ordinary way, which waits and explains."""


@dataclass(frozen=True, slots=True)
class Glance:
    """The values of the feeds `settings` and `staff` as they were sent, the staff by user name."""

    settings: dict[str, Any]
    staff: tuple[dict[str, Any], ...]


def glance(folder: Path) -> Glance | None:
    """What a sign-in shows of this register; None where its catalogue is not one to sell from as it is.

    Nothing is explained here, and nothing changed: whoever opens the catalogue for good does both.
    """
    file = folder / CATALOG.file
    try:
        check_library(dbapi2.sqlite_version_info)
        with closing(
            dbapi2.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=WAIT_SECONDS)
        ) as driver:
            return _read(driver)
    except (dbapi2.Error, LibraryTooOld, ValueError, KeyError, TypeError):
        return None


def _read(driver: Any) -> Glance | None:
    def values(sql: str) -> list[Any]:
        return [row[0] for row in driver.execute(sql)]

    marks = values("PRAGMA application_id") + values("PRAGMA user_version")
    if marks != [CATALOG.application_id, CATALOG.version]:
        return None
    received = values("SELECT name FROM feeds WHERE received_at IS NOT NULL")
    settings = values("SELECT text FROM settings ORDER BY store")
    if not settings or not set(NEEDED_TO_SELL) <= set(received):
        return None
    staff = values('SELECT text FROM staff ORDER BY "user"')
    return Glance(dict(json.loads(settings[0])["values"]), tuple([dict(json.loads(each)) for each in staff]))
