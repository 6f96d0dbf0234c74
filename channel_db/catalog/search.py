"""Pieces that searches share: what was typed in the forms it is compared in, ranges, and rows in a given order."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, CursorResult, and_, bindparam
from sqlalchemy.orm import InstrumentedAttribute

from channel_db.catalog.text_index import PART_MIN, PREFIX_MAX
from retail.folding import digits_of, fold, fold_code

LAST_SIGN = chr(0x10FFFF)
_PIECE_DIGITS_MAX = 6
"""Of so few digits it is not clear whether a number begins or ends with them; more are only what begins so."""


class Typed:
    """What was typed, in every form it is compared in.

    `is_digits`: a piece of a number or of a phone number, digits and signs between them. `is_phone`: it can only be
    the beginning of a phone number. `is_email`: it looks more like the beginning of an e-mail address than of a name.
    """

    __slots__ = ("code", "digits", "exact", "folded", "is_digits", "is_email", "is_phone", "words")

    def __init__(self, text: str) -> None:
        text = text.replace("\0", "")  # it would end the question to an index in the middle
        self.exact = text.strip()
        self.code = fold_code(text)
        self.folded = fold(text)
        self.words = self.folded.split()
        self.digits = digits_of(text)
        self.is_digits = len(self.digits) >= PART_MIN and not any(map(str.isalpha, self.code))
        self.is_phone = self.is_digits and self.code.startswith("+")
        self.is_email = " " not in self.exact and any(sign in self.exact.rstrip(".") for sign in ".@_")

    def wants_words(self, found: int, limit: int) -> bool:
        """Whether to look for names: there is room left, and what was typed is not the beginning of a long number."""
        return bool(self.words) and found < limit and not (found and self._is_long_number)

    def wants_parts(self, found: int, limit: int) -> bool:
        """Whether to look inside of texts too: nothing begins so, or it is the end of a number as well as anything.

        Several words are no part of anything.
        """
        if len(self.code) < PART_MIN or (" " in self.exact and not self.is_digits):
            return False
        return not found or (found < limit and self.is_digits and not self._is_long_number)

    @property
    def _is_long_number(self) -> bool:
        return self.is_digits and len(self.digits) > _PIECE_DIGITS_MAX

    @property
    def and_long_words(self) -> str:
        """Further conditions on `folded`: a word index only knows the beginnings of long words."""
        return " AND instr(' ' || folded, ?)" * len(self.long_words)

    @property
    def and_long_words_of_places(self) -> str:
        """The same on `places_folded`, a line each."""
        return " AND instr(' ' || replace(places_folded, char(10), ' '), ?)" * len(self.long_words)

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


def together(arms: Iterable[str], limit: int) -> str:
    """One statement for what several ask, each for so many rows: a statement costs more than to look where nothing is.

    The rows of an arm follow those of the arm before, in its order. A row costs more than it does alone: this is not
    for what mostly finds as many as are wanted.
    """
    return " UNION ALL ".join([f"SELECT * FROM ({arm} LIMIT {limit:d})" for arm in arms])


def texts(result: CursorResult[*tuple[Any, ...]]) -> dict[int, str]:
    """The rows' texts under their ids, in the order found."""
    return {row.id: row.text for row in result}
