"""How the few records made here are searched: every word somewhere in the name, or the text in a code."""

from typing import Any

from sqlalchemy import ColumnElement, and_, false, or_, true
from sqlalchemy.orm import InstrumentedAttribute

from retail.folding import as_pattern, digits_of, fold, fold_code

_PHONE_DIGITS_MIN = 3

Column = InstrumentedAttribute[Any]


def has_words(column: Column, text: str, *, any_word: bool = False) -> ColumnElement[bool]:
    """True where every word of the text is in the folded column, or one of several; for no text, everywhere."""
    typed = fold(text).split()
    telling = [word for word in typed if len(word) > 1]  # a single letter tells nobody apart
    any_word = any_word and len(telling) > 1
    words = [column.like(as_pattern(word), escape="!") for word in (telling if any_word else typed)]
    if not words:
        return false() if text.strip() else true()
    return or_(*words) if any_word else and_(*words)


def has_code(column: Column, text: str) -> ColumnElement[bool]:
    """True where the text, without its spaces, is in the code."""
    return column.like(as_pattern(fold_code(text)), escape="!") if text.strip() else false()


def has_phone(column: Column, text: str) -> ColumnElement[bool]:
    """True where the digits of the text are in the column, if they are enough to mean a phone."""
    digits = digits_of(text)
    return column.like(as_pattern(digits), escape="!") if len(digits) >= _PHONE_DIGITS_MIN else false()
