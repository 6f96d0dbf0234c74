"""Receipts as lines of a fixed number of signs, in the words of a language: what a receipt printer prints."""

import textwrap
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from pos_app.language.language import Language
from retail.receipt import Barcode, Item, Pair, Row, Rule, Text, Title

_PLAIN_SIGNS = str.maketrans({"\u202f": "\u00a0", "\u2212": "-", "\u00ad": None, "\u200b": None})
"""Signs that notations use and printers do not have: narrow spaces that do not break, the minus, hints for hyphens."""


class Look(StrEnum):
    """How a line is printed. Of a large line half as many signs fit."""

    PLAIN = "plain"
    STRONG = "strong"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a receipt as it is printed, or a code to be scanned."""

    text: str
    look: Look = Look.PLAIN
    is_code: bool = False


def receipt_lines(rows: Sequence[Row], language: Language, columns: int) -> tuple[Line, ...]:
    """The rows as lines, none longer than the paper is wide."""
    lines: list[Line] = []
    for row in rows:
        match row:
            case Title(text, large):
                lines += _title(_said(language.tell(text)), columns, large=large)
            case Text(text):
                lines += [Line(line) for line in _wrapped(_said(language.tell(text)), columns)]
            case Pair(left, right, strong):
                look = Look.STRONG if strong else Look.PLAIN
                lines += _pair(_said(language.tell(left)), _said(language.write(right)), columns, look)
            case Item():
                lines += _item(row, language, columns)
            case Barcode(code):
                lines += [Line(code, is_code=True), Line(_said(code).center(columns).rstrip())]
            case Rule():
                lines.append(Line("-" * columns))
    return tuple(lines)


def _item(row: Item, language: Language, columns: int) -> list[Line]:
    """The name with its amount, and under it how many at which price; without prices, how many."""
    many = "" if row.quantity is None else _said(language.counted(row.quantity, row.unit))
    if row.amount is None or row.price is None:
        return _pair(_said(row.name), many or "1", columns, Look.PLAIN)
    lines = _pair(_said(row.name), _said(language.write(row.amount)), columns, Look.PLAIN)
    if many:
        lines += [
            Line(f"  {line}")
            for line in _wrapped(f"{many} × {_said(language.write(row.price))}", columns - 2)
        ]
    return lines


def _title(text: str, columns: int, *, large: bool) -> list[Line]:
    look, room = (Look.LARGE, columns // 2) if large else (Look.STRONG, columns)
    return [Line(line.center(room).rstrip(), look) for line in _wrapped(text, room)]


def _pair(left: str, right: str, columns: int, look: Look) -> list[Line]:
    """The right part at the end of the last line; on a line of its own where the left one leaves no room."""
    if not right:
        return [Line(line, look) for line in _wrapped(left, columns)]
    if len(right) + 2 > columns // 2 and len(left) + 1 + len(right) > columns:
        ends = [line.rjust(columns) for line in _wrapped(right, columns)]
        return [Line(line, look) for line in (*_wrapped(left, columns), *ends)]
    *before, last = _wrapped(left, columns - len(right) - 1)
    end = right.replace("\u00a0", " ").rjust(columns - len(last))
    return [Line(line, look) for line in (*before, f"{last}{end}")]


def _wrapped(text: str, columns: int) -> list[str]:
    """The text in lines; words that are longer than a line are cut."""
    lines = textwrap.wrap(text, columns, break_on_hyphens=False) or [""]
    return [line.replace("\u00a0", " ") for line in lines]


def _said(text: str) -> str:
    """Text that can do nothing but be printed: control signs would be commands to a printer."""
    plain = unicodedata.normalize("NFC", text).translate(_PLAIN_SIGNS)
    return "".join(" " if unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") else sign for sign in plain)
