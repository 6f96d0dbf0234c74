"""Files written by the tests, imported into the books of the test retailer."""

import csv
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from headquarters.feeds.models import Change
from headquarters.importing.service import Report, Told, Wish, import_file
from tests.headquarters.conftest import Books


def unheard(phase: str, part: float | None, rows: int) -> None:
    """Nobody watches."""


@dataclass
class Imports:
    """Imports texts into the books, and remembers the last report."""

    books: Books
    folder: Path
    rejects: list[dict[str, str]] = field(default_factory=list)

    def __call__(self, kind: str, text: str | bytes, told: Told = unheard, **wish: Any) -> Report:
        file = self.folder / f"{kind}.csv"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        listed = self.folder / "rejects.csv"
        report = import_file(
            self.books.parts, Wish(kind, file, wish.pop("columns", {}), listed, **wish), told
        )
        with listed.open(encoding="utf-8", newline="") as table:
            self.rejects = list(csv.DictReader(table))
        return report

    def sequence(self) -> int:
        """The highest sequence of all feeds: it rises with every row that registers have to pull."""
        with self.books.parts.database.reading() as session:
            return session.scalar(select(func.max(Change.sequence))) or 0

    def published_after(self, sequence: int) -> list[tuple[str, str]]:
        """Feed and key of what was published since."""
        with self.books.parts.database.reading() as session:
            later = (
                select(Change.feed, Change.key).where(Change.sequence > sequence).order_by(Change.sequence)
            )
            return [(feed, key) for feed, key in session.execute(later)]


@pytest.fixture
def imports(books: Books, tmp_path: Path) -> Imports:
    return Imports(books, tmp_path)


def counts(report: Report) -> tuple[int, int, int, int]:
    """New, changed, the same, rejected."""
    return report.new, report.changed, report.same, report.rejected
