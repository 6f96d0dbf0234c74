"""A page of the prices of one list: in each order, and for each of what it narrows to, by an index."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute, Session

from headquarters.backoffice.work_pages.paging import ROWS, Way
from headquarters.catalog.models import Product, ProductCode
from headquarters.price_lists.models import ListPrice
from retail.messages import phrase

SORTS = (phrase("number"), phrase("newest"), phrase("from"))
ONLY = ("waits", "to come", "over")
Order = InstrumentedAttribute[Any]
_LAST = "\U0010ffff"
_BY_NUMBER = (ListPrice.number, ListPrice.unit, ListPrice.starts)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which prices of a list: those a text finds, or all; waiting, to come or over; the row to go on behind."""

    code: str
    text: str = ""
    only: str = ""
    sort: str = SORTS[0]
    after: int = 0


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of prices with the names of their products; the row that the next page begins behind, None at the end."""

    prices: Sequence[ListPrice]
    names: dict[str, str]
    more: int | None


def listed(session: Session, wanted: Wanted, now: str, most: int = ROWS) -> Listed:
    """One page of what is wanted, as it is at this moment."""
    query = select(ListPrice).where(ListPrice.list == wanted.code)
    if text := wanted.text.strip():
        coded = session.scalars(select(ProductCode.number).where(ProductCode.code == text)).all()
        begins = (ListPrice.number >= text) & (ListPrice.number < text + _LAST)
        query = query.where(begins | ListPrice.number.in_(coded) if coded else begins)
    order = _order(wanted)
    query = _narrowed(query, wanted.only, now)
    last = session.get(ListPrice, wanted.after) if wanted.after else None
    query = query.order_by(*[each.desc() if _is_downward(wanted) else each for each in order])
    rows: list[ListPrice] = []
    ways = _behind(order, last, is_downward=_is_downward(wanted))
    if last is not None and order is _BY_NUMBER and not text:
        # Nothing else narrows this order: one range of its index, and one statement in the place of three.
        ways = iter([(tuple_(*order) > tuple_(*[getattr(last, each.key) for each in order]),)])
    for way in ways:
        rows += session.scalars(query.where(*way).limit(most + 1 - len(rows)))
        if len(rows) > most:
            break
    shown = rows[:most]
    numbers = [row.number for row in shown]
    named = session.execute(select(Product.number, Product.name).where(Product.number.in_(numbers)))
    return Listed(shown, dict(named.all()), shown[-1].id if len(rows) > most else None)


def _behind(order: tuple[Order, ...], last: ListPrice | None, *, is_downward: bool) -> Iterator[Way]:
    """What lies behind a row in an order, nearest first, each found by the index: a hundred thousand prices may begin
    at one moment.
    """
    if last is None:
        yield ()
        return
    for count in range(len(order), 0, -1):
        *alike, column = order[:count]
        value = getattr(last, column.key)
        behind = column < value if is_downward else column > value
        yield (*[each == getattr(last, each.key) for each in alike], behind)


def _is_downward(wanted: Wanted) -> bool:
    return not wanted.only and not wanted.text.strip() and wanted.sort == "newest"


def _order(wanted: Wanted) -> tuple[Order, ...]:
    """What is narrowed is in the order of the index that finds it."""
    by = {
        "waits": (ListPrice.id,),
        "to come": (ListPrice.starts, ListPrice.id),
        "over": (ListPrice.ends, ListPrice.id),
    }
    if wanted.only in by:
        return by[wanted.only]
    if wanted.text.strip() or wanted.sort == "number":
        return _BY_NUMBER
    return (ListPrice.id,) if wanted.sort == "newest" else (ListPrice.starts, ListPrice.id)


def _narrowed(query: Select[ListPrice], only: str, now: str) -> Select[ListPrice]:
    if only == "waits":
        return query.where(ListPrice.waits)
    if only == "to come":
        return query.where(ListPrice.starts > now)
    if only == "over":
        return query.where(ListPrice.ends != "", ListPrice.ends <= now)
    return query
