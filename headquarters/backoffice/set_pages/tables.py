"""A CSV file of set-up as a table: cells as the export wrote them, with apostrophes before formulas taken off again."""

import csv
import io
from dataclasses import dataclass

from starlette_admin.export.helpers import escape_formula

from headquarters.office.refusals import refuse

ROWS_MAX = 10_000
COLUMNS_MAX = 100


@dataclass(frozen=True, slots=True)
class Table:
    """The names of the columns, and each row with the line it ends on."""

    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def text_of(data: bytes) -> str:
    """The text of a file.

    Raises:
        OfficeRefusal: it is in another encoding than UTF-8.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refuse(
            422, "The file is not written in UTF-8. Save it as CSV in UTF-8, then bring it again."
        ) from None


def table_in(text: str) -> Table:
    """The rows of a text; between its cells are commas, or semicolons where the first line has no comma.

    Raises:
        OfficeRefusal: it is no table, or a larger one than is taken.
    """
    first = text.partition("\n")[0]
    delimiter = ";" if ";" in first and "," not in first else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[tuple[int, tuple[str, ...]]] = []
    try:
        for cells in reader:
            if not any(each.strip() for each in cells):
                continue
            if len(cells) > COLUMNS_MAX or len(rows) > ROWS_MAX:
                raise refuse(
                    422,
                    "A file has at most {rows} rows of {columns} cells. Split it, and bring the parts.",
                    rows=ROWS_MAX, columns=COLUMNS_MAX,
                )  # fmt: skip
            rows.append((reader.line_num, tuple([plain(each) for each in cells])))
    except csv.Error:
        raise refuse(
            422, "Line {line} is no CSV: look at its quotes. Correct it, then bring the file again.",
            line=reader.line_num,
        ) from None  # fmt: skip
    if not rows:
        raise refuse(422, "The file is empty. Export the list, change the file, and bring it.")
    return Table(tuple([each.strip() for each in rows[0][1]]), tuple(rows[1:]))


def plain(cell: str) -> str:
    """The cell without the apostrophe that the export puts before a formula."""
    bare = cell.removeprefix("'")
    return bare if escape_formula(bare) == cell else cell
