"""docs/channel-db.md says what the code does: every table, trigger and pragma stands in it."""

from pathlib import Path

import pytest

from channel_db.base import CatalogBase, JournalBase
from channel_db.catalog.repository import Catalog
from channel_db.engine import PRAGMAS
from channel_db.journal.repository import Journal

PAGE = (Path(__file__).parents[2] / "docs" / "channel-db.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("pragma", PRAGMAS, ids=lambda pragma: str(pragma[0]))
def test_every_pragma_has_its_row(pragma: tuple[str, str, str]) -> None:
    name, value, reason = pragma

    assert f"| `{name}` | `{value}` | {reason} |" in PAGE


def test_every_table_and_trigger_is_named(journal: Journal, catalog: Catalog) -> None:
    names = [*JournalBase.metadata.tables, *CatalogBase.metadata.tables]
    for file in (journal, catalog):
        found = file._connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' OR sql LIKE 'CREATE VIRTUAL%'"
        )
        names += found.scalars()

    assert [name for name in names if f"`{name}`" not in PAGE] == []
    assert len(names) > 30
