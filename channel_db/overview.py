"""What lies in a data folder, for whoever looks from outside: how many rows of what, and which names stand in them."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection

from channel_db import engine
from channel_db.errors import StorageError
from channel_db.kinds import CATALOG, JOURNAL, Kind

_NAMES = {
    CATALOG: ("SELECT name FROM customers", "SELECT json_extract(text, '$.name') FROM staff"),
    JOURNAL: ("SELECT json_extract(text, '$.name') FROM customers", "SELECT name FROM suspended_carts"),
}
"""Who is named in each file."""


def rows_of(folder: Path) -> dict[str, dict[str, int]]:
    """How many rows each table has, by file; a file that cannot be read is left out."""
    found: dict[str, dict[str, int]] = {}
    for kind, connection in _readable(folder):
        tables = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' "
            "AND name NOT GLOB 'sqlite_*' ORDER BY name"
        ).scalars()
        found[kind.file] = {
            table: connection.exec_driver_sql(f'SELECT count(*) FROM "{table}"').scalar_one()
            for table in tables.all()
        }
    return found


def names_in(folder: Path) -> set[str]:
    """Every name of a person or an organisation that this folder knows; of a file that cannot be read, none."""
    return {
        str(name)
        for kind, connection in _readable(folder)
        for statement in _NAMES[kind]
        for name in connection.exec_driver_sql(statement).scalars()
        if name
    }


def store_settings_in(folder: Path) -> dict[str, object]:
    """The settings that headquarters sent for this store; none before they have come."""
    for kind, connection in _readable(folder):
        if kind == CATALOG:
            text = connection.exec_driver_sql("SELECT text FROM settings").scalar()
            return dict(json.loads(text)) if text else {}
    return {}


def _readable(folder: Path) -> Iterator[tuple[Kind, Connection]]:
    for kind in (JOURNAL, CATALOG):
        file = folder / kind.file
        if not file.exists():
            continue
        try:
            with closing(engine.connect(file)) as connection:
                if engine.version_of(connection, kind, file) == kind.version:
                    yield kind, connection
        except StorageError:
            continue
