"""Reading a list a page at a time: by an index, from one place on, never all rows and without counting them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeVar

from fastapi import Path, Query
from pydantic import AfterValidator
from sqlalchemy import ColumnElement, Select
from sqlalchemy.orm import Session

ROWS = 50
T = TypeVar("T")
ROW_MAX = 2**31 - 1
Below = Annotated[int | None, Query(ge=1, le=ROW_MAX)]
"""The row that the page before ended with."""
_NO_NUL = AfterValidator(lambda text: text.replace("\0", "\ufffd"))
"""No name, number or id has one, and databases do not agree on what it means."""
Text = Annotated[str, Query(max_length=254), _NO_NUL]
Id = Annotated[str, Path(max_length=254), _NO_NUL]
Way = tuple[ColumnElement[bool], ...]
"""Conditions that one index finds rows by."""
EVERYTHING: tuple[Way, ...] = ((),)


@dataclass(frozen=True, slots=True)
class Rows(Generic[T]):
    """One page of a list, and where the next one begins; None where this is the last."""

    rows: Sequence[T]
    older: int | None


def newest(
    session: Session, query: Select[T], key: Any, below: int | None, ways: Iterable[Way] = EVERYTHING
) -> Rows[T]:
    """The newest rows of a query by their key, from `below` on.

    Each way is read by itself, so that each has its index; a row that several of them find is shown once.
    """
    found: dict[int, T] = {}
    for conditions in ways:
        narrowed = query.where(*conditions).order_by(key.desc()).limit(ROWS + 1)
        if below is not None:
            narrowed = narrowed.where(key < below)
        found |= {getattr(row, key.key): row for row in session.scalars(narrowed)}
    places = sorted(found, reverse=True)
    older = places[ROWS - 1] if len(places) > ROWS else None
    return Rows([found[place] for place in places[:ROWS]], older)
