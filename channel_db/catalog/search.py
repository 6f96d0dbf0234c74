"""Pieces that searches share: what was typed in the forms it is compared in, ranges, and rows in a given order."""

from typing import Any

from sqlalchemy import ColumnElement, CursorResult, and_, bindparam
from sqlalchemy.orm import InstrumentedAttribute

from channel_db.catalog.text_index import PART_MIN, PREFIX_MAX
from channel_db.folding import digits_of, fold, fold_code

LAST_SIGN = chr(0x10FFFF)
_PHONE_DIGITS_MIN = 3


class Typed:
    """What was typed, in every form it is compared in."""

    __slots__ = ("code", "digits", "exact", "folded", "words")

    def __init__(self, text: str) -> None:
        text = text.replace("\0", "")  # it would end the question to an index in the middle
        self.exact = text.strip()
        self.code = fold_code(text)
        self.folded = fold(text)
        self.words = self.folded.split()
        self.digits = digits_of(text)

    @property
    def is_phone(self) -> bool:
        """It can be a piece of a phone number."""
        return len(self.digits) >= _PHONE_DIGITS_MIN and not any(sign.isalpha() for sign in self.code)

    def wants_parts(self, found: int, limit: int) -> bool:
        """Whether to look inside of texts too: nothing began so, or it may be a piece of a number."""
        return len(self.code) >= PART_MIN and (not found or (found < limit and self.digits != ""))

    @property
    def and_long_words(self) -> str:
        """Further conditions on `folded`: a word index only knows the beginnings of long words."""
        return " AND instr(' ' || folded, ?)" * len(self.long_words)

    @property
    def long_words(self) -> tuple[str, ...]:
        """The values for these."""
        return tuple([f" {word}" for word in self.words if len(word) > PREFIX_MAX])


def starts_with(column: InstrumentedAttribute[str], name: str = "start") -> ColumnElement[bool]:
    """True for codes that begin with the text given by `span`; a range, so that the index answers."""
    return and_(column >= bindparam(name), column < bindparam(f"{name}_end"))


def span(text: str, name: str = "start") -> dict[str, Any]:
    """The two values `starts_with` needs."""
    return {name: text, f"{name}_end": text + LAST_SIGN}


def texts(result: CursorResult[*tuple[Any, ...]]) -> dict[int, str]:
    """The rows' texts under their ids, in the order found."""
    return {row.id: row.text for row in result}
