"""Pieces that searches share: the range of codes with a common beginning, and rows in a given order."""

from typing import Any

from sqlalchemy import ColumnElement, CursorResult, and_, bindparam
from sqlalchemy.orm import InstrumentedAttribute

_LAST_SIGN = chr(0x10FFFF)


def starts_with(column: InstrumentedAttribute[str], name: str = "start") -> ColumnElement[bool]:
    """True for codes that begin with the text given by `span`; a range, so that the index answers."""
    return and_(column >= bindparam(name), column < bindparam(f"{name}_end"))


def span(text: str, name: str = "start") -> dict[str, Any]:
    """The two values `starts_with` needs."""
    return {name: text, f"{name}_end": text + _LAST_SIGN}


def texts(result: CursorResult[*tuple[Any, ...]]) -> dict[int, str]:
    """The rows' texts under their ids, in the order found."""
    return {row.id: row.text for row in result}
