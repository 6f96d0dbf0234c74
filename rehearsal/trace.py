"""What must not change when a step is refused: cart, channel database, outbox, and HQ's records."""

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from rehearsal.play import Play


def trace(play: Play) -> dict[str, Any]:
    """Everything that a refused step must leave as it was, by name."""
    register, office = play.register, play.stage.office
    return {
        "the cart": register.view("cart"),
        "the outbox": register.view("outbox"),
        "the shift": register.view("shift"),
        "journal.db": rows_of(register.folder / "journal.db"),
        "catalog.db": rows_of(register.folder / "catalog.db"),
        "what HQ counts": office.counts(),
        "HQ's transactions": office.transactions(),
        "an order at HQ": [office.order(each) for each in play.orders],
    }


def changed(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """The names of what differs; of a database, with the tables."""
    names = []
    for name, value in before.items():
        if value == after[name]:
            continue
        if isinstance(value, dict) and name.endswith(".db"):
            tables = sorted(
                table for table in {*value, *after[name]} if value.get(table) != after[name].get(table)
            )
            names.append(f"{name} ({', '.join(tables)})")
        else:
            names.append(name)
    return names


def rows_of(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, read without writing."""
    connection = dbapi2.connect(f"file:{path}?mode=ro", uri=True)
    try:
        tables = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        ).fetchall()
        return {table: connection.execute(f'SELECT * FROM "{table}"').fetchall() for (table,) in tables}
    finally:
        connection.close()
