"""Price lists and their prices as people set them up: nothing of it is a price before it is published."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from headquarters.feeds.models import EVERYBODY
from headquarters.feeds.service import publish
from headquarters.price_lists.models import ListPrice, PriceList
from retail.price_lists import ListPrice as PriceOfList
from retail.price_lists import price_at
from retail.wire.feeds import ListPriceRow


def keep_price(session: Session, row: ListPrice, price_minor: int | None, ends: str) -> None:
    """Set what a price is from its moment on, None to take it out; what nobody was told of is gone at once."""
    if price_minor is None and row.told_minor is None:
        session.delete(row)
    else:
        row.price_minor, row.ends = price_minor, ends
        row.waits = (row.price_minor, row.ends) != (row.told_minor, row.told_ends)
    raise_version(session, [row.list])


def keep_list(session: Session, values: Mapping[str, Any]) -> PriceList:
    """Make a list, or have the one of this code say these values."""
    found = session.scalars(select(PriceList).where(PriceList.code == values["code"])).first()
    row = found or PriceList(code=values["code"], told=[], version=0)
    row.name, row.stores = values["name"], values["stores"]
    row.version += 1
    session.add(row)
    return row


def take_all_out(session: Session, code: str) -> None:
    """Take every price out of a list."""
    mine = ListPrice.list == code
    session.execute(delete(ListPrice).where(mine, ListPrice.told_minor.is_(None)))
    session.execute(update(ListPrice).where(mine).values(price_minor=None, waits=True))
    raise_version(session, [code])


def raise_version(session: Session, codes: Sequence[str]) -> None:
    """Say that these lists are others than they were when somebody looked at them."""
    session.execute(update(PriceList).where(PriceList.code.in_(codes)).values(version=PriceList.version + 1))


def forget_product(session: Session, number: str) -> None:
    """Drop the prices of a product that is gone; registers are told with it."""
    told = {each.code: each.told for each in session.scalars(select(PriceList))}
    rows = session.scalars(select(ListPrice).where(ListPrice.number == number)).all()
    for row in rows:
        for scope in told[row.list] if row.told_minor is not None else ():
            publish(session, "list_prices", {value_of(row, scope, 0).key: None}, scope)
    session.execute(delete(ListPrice).where(ListPrice.number == number))


def price_of_lists(
    session: Session, number: str, store: str, moment: str, unit: str = ""
) -> PriceOfList | None:
    """The price that registers of this store take for a unit of a product now; None where it is the product's own."""
    lists = {each.code: each.told for each in session.scalars(select(PriceList))}
    if not lists:
        return None
    rows = session.scalars(
        select(ListPrice).where(ListPrice.number == number, ListPrice.told_minor.is_not(None))
    )
    return price_at(
        [
            value_of(row, scope, row.told_minor or 0).price()
            for row in rows
            for scope in (EVERYBODY, store)
            if scope in lists[row.list]
        ],
        moment,
        unit,
    )


def value_of(row: ListPrice, scope: str, price_minor: int) -> ListPriceRow:
    """A price as the feed says it to a scope."""
    return ListPriceRow(
        list=row.list, number=row.number, price_minor=price_minor, unit=row.unit, starts=row.starts,
        ends=row.told_ends, of_store=scope != EVERYBODY,
    )  # fmt: skip
