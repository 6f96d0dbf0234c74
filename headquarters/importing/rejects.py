"""The file of rows that were left out: line, column, value and the rule each breaks."""

import csv
import os
import re
from collections.abc import Iterable
from pathlib import Path

from headquarters.importing.errors import FileRefused
from headquarters.importing.staging import Row

HEADER = ("line", "column", "value", "rule")

_FORMULA = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?[\d., ]+")


def check_place(path: Path) -> None:
    """See that a file can be made here, before the work begins.

    Raises:
        FileRefused: it cannot.
    """
    if path.is_dir() or not os.access(path.parent, os.W_OK):
        raise FileRefused(
            "The file of rejected rows cannot be written: {file}. Name another with --rejects.",
            file=str(path),
        )


def write_rejects(path: Path, rows: Iterable[Row]) -> None:
    """Write the file whole, in place of one that is there."""
    unfinished = path.with_name(f"{path.name}.part")
    unfinished.touch(mode=0o600)  # names and e-mails may stand in it
    with unfinished.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(HEADER)
        table.writerows((line, harmless(title), harmless(value), rule) for line, title, value, rule in rows)
    unfinished.replace(path)


def harmless(value: object) -> str:
    """The value as no spreadsheet takes it for a formula; numbers stay as they are."""
    text = str(value)
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text
