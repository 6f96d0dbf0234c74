"""What lies in a data folder, for whoever looks from outside: how many rows of what, and which names stand in them."""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from channel_db import engine
from channel_db.errors import StorageError
from channel_db.kinds import CATALOG, JOURNAL, Kind

_OF_CUSTOMERS = (
    "SELECT coalesce(json_extract(text, '$.type'), '') <> 'organisation', json_extract(text, '$.name') FROM customers "
    "UNION SELECT 1, json_extract(each.value, '$.name') FROM customers, json_each(text, '$.addresses') AS each "
    "UNION SELECT 2, json_extract(each.value, '$.line1') FROM customers, json_each(text, '$.addresses') AS each"
)
_OF_ORDERS = (
    "SELECT CASE each.key WHEN 'line1' THEN 2 ELSE 1 END, each.value FROM orders, json_tree(text) AS each "
    "WHERE each.key IN ('line1', 'collector') OR each.key = 'name' AND each.path LIKE '%.address'"
)
_NAMES = {
    CATALOG: (_OF_CUSTOMERS, _OF_ORDERS, "SELECT 1, json_extract(text, '$.name') FROM staff"),
    JOURNAL: (
        _OF_CUSTOMERS, _OF_ORDERS, "SELECT 1, name FROM suspended_carts",
        "SELECT 2, json_extract(each.value, '$.line1') FROM customer_changes, json_each(text, '$.addresses') each",
    ),
}  # fmt: skip
"""Who and which places are named in each file: what kind of name it is, and the name."""


@dataclass(frozen=True, slots=True)
class Named:
    """Every name that a data folder knows, and every street with its number."""

    organisations: frozenset[str]
    people: frozenset[str]
    places: frozenset[str]


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


def names_in(folder: Path) -> Named:
    """Who is named in this folder, and which places; of a file that cannot be read, nobody."""
    found: list[set[str]] = [set(), set(), set()]
    for kind, connection in _readable(folder):
        for statement in _NAMES[kind]:
            for what, name in connection.exec_driver_sql(statement):
                if name:
                    found[what].add(str(name))
    return Named(*map(frozenset, found))


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
