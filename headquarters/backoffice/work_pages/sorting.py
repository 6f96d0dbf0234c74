"""Sorting a list by the head of a column: by an index always, and on from the row that the page before ended with."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Any, Generic, TypeVar

from fastapi import Depends, Query
from sqlalchemy import Date, Integer, Select, literal, tuple_
from sqlalchemy.orm import Session

from headquarters.backoffice.work_pages.paging import EVERYTHING, ROWS, Way
from headquarters.office.refusals import refuse
from headquarters.office.sessions import Visitor

T = TypeVar("T")
Asked = Annotated[str, Query(max_length=40)]
"""The head that was chosen; with a minus before it, falling."""
ARRIVED = "arrived"
NEWEST = f"-{ARRIVED}"
IN_A_STORE = frozenset({"store"})
_WHOLE_MAX = 2**63
_KEY_MAX = 2**62


@dataclass(frozen=True, slots=True)
class Begins:
    """How a list is to be sorted, and with which row the page before ended: what it has there, and its key."""

    sort: Asked = ""
    after: Annotated[str, Query(max_length=1000)] = ""
    below: Annotated[int | None, Query(ge=1, le=_KEY_MAX)] = None


AT_FIRST = Begins()
Place = Annotated[Begins, Depends()]


@dataclass(frozen=True, slots=True)
class Head:
    """A column with an index for lists that are narrowed by exactly these filters."""

    column: Any
    within: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Heads:
    """Which column a list is sorted by, and which it could be sorted by as it is narrowed.

    `usual` is how it is sorted where nobody asks, or where what was `asked` for has no index.
    """

    asked: str
    offered: frozenset[str]
    falling_first: frozenset[str] = frozenset({ARRIVED})
    usual: str = NEWEST

    @property
    def shown(self) -> str:
        """How it is sorted."""
        return self.usual if not self.asked or self.is_refused else self.asked

    @property
    def is_refused(self) -> bool:
        """It was asked for what cannot be had as the list is narrowed."""
        return bool(self.asked) and self.asked.removeprefix("-") not in self.offered

    @property
    def head(self) -> str:
        """The column it is sorted by."""
        return self.shown.removeprefix("-")

    @property
    def is_rising(self) -> bool:
        """Whether the smallest comes first."""
        return not self.shown.startswith("-")

    def turned(self, head: str) -> str:
        """What a click on a head asks for: the other end of its column, or that column."""
        falls = self.is_rising if head == self.head else head in self.falling_first
        chosen = f"-{head}" if falls else head
        return "" if chosen == self.usual else chosen


@dataclass(frozen=True, slots=True)
class Sorting:
    """How the rows of a table with the key `key` are sorted, and behind which of them a page begins."""

    heads: Heads
    key: Any
    column: Any = None
    behind: tuple[Any, ...] = ()

    @property
    def columns(self) -> tuple[Any, ...]:
        """The columns of the index; where no two rows share a value, it goes by that alone."""
        if self.column is None:
            return (self.key,)
        return (self.column,) if self.column.property.columns[0].unique else (self.column, self.key)


@dataclass(frozen=True, slots=True)
class Listed(Generic[T]):
    """One page of a sorted list, and what the address of the next one says; None where this is the last."""

    rows: Sequence[T]
    heads: Heads
    more: Mapping[str, object] | None = None


def narrowing(person: Visitor, filters: Mapping[str, str]) -> frozenset[str]:
    """By what a list is narrowed: what was typed or chosen, and the stores that a person looks after."""
    found = {name for name, value in filters.items() if value.strip()}
    if person.stores is not None and "store" not in found:
        found.add("store" if len(person.stores) == 1 else "stores")
    return frozenset(found)


def sorting(key: Any, heads: Mapping[str, Head], narrowed: frozenset[str], at: Begins) -> Sorting:
    """How a list is sorted that was asked for like this; what has no index is not offered.

    Raises:
        OfficeRefusal: nothing that is in the column can be `after` (422).
    """
    offered = frozenset({ARRIVED, *[name for name, head in heads.items() if head.within == narrowed]})
    counted = {name for name, head in heads.items() if isinstance(head.column.type, Integer | Date)}
    known = at.sort if at.sort.removeprefix("-") in {ARRIVED, *heads} else ""
    said = Heads(known, offered, frozenset({ARRIVED, *counted}))
    if said.head == ARRIVED:
        return Sorting(said, key, None, () if at.below is None else (at.below,))
    by = Sorting(said, key, heads[said.head].column)
    if at.below is None:
        return by
    return replace(by, behind=(_value(by.column, at.after), at.below)[: len(by.columns)])


def read_sorted(
    session: Session, query: Select[T], by: Sorting, ways: Iterable[Way] = EVERYTHING
) -> Listed[T]:
    """The next rows of a query; each way is read by itself, and a row that several of them find is shown once."""
    columns, heads, found = by.columns, by.heads, dict[Any, T]()
    order = [column.asc() if heads.is_rising else column.desc() for column in columns]
    for conditions in ways:
        narrowed = query.where(*conditions).order_by(*order).limit(ROWS + 1)
        if by.behind:
            place = tuple_(*columns)
            end = tuple_(*[literal(said, each.type) for said, each in zip(by.behind, columns, strict=True)])
            narrowed = narrowed.where(place > end if heads.is_rising else place < end)
        found |= {
            tuple([getattr(row, each.key) for each in columns]): row for row in session.scalars(narrowed)
        }
    # Texts stand in the order of the database, which is not ours; by them a list is read in one way alone.
    places = list(found) if by.column is not None else sorted(found, reverse=not heads.is_rising)
    more = None
    if len(places) > ROWS:
        last = found[places[ROWS - 1]]
        after = "" if by.column is None else getattr(last, by.column.key)
        more = {"after": after, "below": getattr(last, by.key.key)}
    return Listed([found[place] for place in places[:ROWS]], heads, more)


def _value(column: Any, after: str) -> object:
    try:
        if isinstance(column.type, Date):
            return date.fromisoformat(after)
        if isinstance(column.type, Integer):
            whole = int(after)
            if abs(whole) < _WHOLE_MAX:
                return whole
            raise ValueError(after)
    except ValueError:
        raise refuse(422, "The call was not understood: {names}.", names="after") from None
    return after
