"""Stock figures: what was told and what moved since, counted together and published to all stores."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import func, select, tuple_, update
from sqlalchemy.orm import Session

from headquarters.base import table_of
from headquarters.feeds.service import publish
from headquarters.settings.models import Store
from headquarters.stock.models import Stock, StockMovement
from headquarters.stock.movements import Warehouses
from retail.wire.base import Json
from retail.wire.feeds import StockRow, stock_key

Place = tuple[str, str]
"""A warehouse and a product."""
COUNTED_AT_ONCE = 500
_MOVEMENTS = table_of(StockMovement)


def keep_stock(session: Session, figures: Sequence[StockRow]) -> None:
    """Keep what places have now, as somebody counted or knows it, and publish it.

    What was moved earlier is in that figure, whenever it arrives; what is moved later comes on top.
    """
    warehouses = Warehouses(session)
    told = {(warehouses.of(each.place), each.product): each for each in figures}
    rows = _rows(session, told)
    for key, figure in told.items():
        row = rows[key]
        row.opening_thousandths, row.opened_at, row.is_told = figure.quantity_thousandths, figure.as_of, True
        row.on_hand_thousandths = figure.quantity_thousandths + _counted_since(session, key, figure.as_of)
        row.as_of = figure.as_of
    _publish(session, rows.values())


def count_movements(session: Session, at: str) -> int:
    """Take the next movements into the figures of their products and publish these; gives back how many they were."""
    waiting = select(StockMovement).where(StockMovement.counted_at.is_(None)).limit(COUNTED_AT_ONCE)
    moved = session.scalars(waiting).all()
    if not moved:
        return 0
    rows = _rows(session, {(each.place, each.product) for each in moved})
    for each in moved:
        row = rows[each.place, each.product]
        if each.made_at >= row.opened_at:
            row.on_hand_thousandths += each.quantity_thousandths
            row.as_of = at
    marked = update(_MOVEMENTS).where(_MOVEMENTS.c.id.in_([each.id for each in moved])).values(counted_at=at)
    session.execute(marked)
    _publish(session, rows.values())
    return len(moved)


def has_uncounted(session: Session) -> bool:
    """Whether a movement waits to be counted."""
    query = select(StockMovement.id).where(StockMovement.counted_at.is_(None))
    return session.scalar(query.limit(1)) is not None


def uncounted(session: Session, keys: Sequence[Place]) -> dict[Place, int]:
    """What moved of these since they were opened and is in their figures only after the next count."""
    is_same = (Stock.place == StockMovement.place) & (Stock.product == StockMovement.product)
    rows = session.execute(
        select(StockMovement.place, StockMovement.product, func.sum(StockMovement.quantity_thousandths))
        .join(Stock, is_same)
        .where(
            StockMovement.counted_at.is_(None), StockMovement.made_at >= Stock.opened_at,
            tuple_(StockMovement.place, StockMovement.product).in_(keys),
        )
        .group_by(StockMovement.place, StockMovement.product)
    )  # fmt: skip
    return {(place, product): int(moved) for place, product, moved in rows}


def adjust(
    session: Session, row: Stock, quantity_thousandths: int, reason: str, by: str, id: str, at: str
) -> None:
    """Add to a figure what a person found, or take off what they missed, and publish it at once."""
    session.add(
        StockMovement(
            place=row.place, product=row.product, quantity_thousandths=quantity_thousandths, kind="adjustment",
            document=id, line=0, made_at=at, made_by=by, reason=reason, counted_at=at,
        )
    )  # fmt: skip
    row.on_hand_thousandths += quantity_thousandths
    row.as_of, row.is_told = at, True
    _publish(session, [row])


def is_adjusted(session: Session, row: Stock, id: str) -> bool:
    """Whether this adjustment of a figure is kept already: its form was sent twice."""
    query = select(StockMovement.id).where(
        StockMovement.place == row.place, StockMovement.product == row.product, StockMovement.document == id
    )
    return session.scalar(query.limit(1)) is not None


def shared_warehouses(session: Session) -> dict[str, list[str]]:
    """The warehouses that more than one store draws on, each with these stores."""
    stores: dict[str, list[str]] = defaultdict(list)
    for store, warehouse in session.execute(select(Store.store, Store.warehouse).order_by(Store.store)):
        stores[warehouse or store].append(store)
    return {place: names for place, names in stores.items() if len(names) > 1}


def idle_places(session: Session) -> frozenset[str]:
    """The stores that draw on another warehouse while nobody draws on their own: its figures are told nobody."""
    drawing = {store: warehouse or store
               for store, warehouse in session.execute(select(Store.store, Store.warehouse))}  # fmt: skip
    return frozenset(drawing) - frozenset(drawing.values())


def draw_on(session: Session, store: Store, warehouse: str) -> None:
    """From now on the goods of this store lie there; registers hear the figures of that place under its name."""
    before = store.warehouse or store.store
    store.warehouse = "" if warehouse == store.store else warehouse
    session.flush()
    keys = select(Stock.product).where(Stock.place == before, Stock.is_told)
    gone: dict[str, Json | None] = {
        stock_key(store.store, product): None for product in session.scalars(keys)
    }
    there = session.scalars(select(Stock).where(Stock.place == (warehouse or store.store), Stock.is_told))
    told = {stock_key(store.store, each.product): _value(each, store.store) for each in there}
    publish(session, "stock", {**gone, **told})


def _rows(session: Session, keys: Iterable[Place]) -> dict[Place, Stock]:
    """The figures of these, with a new one of nothing for what was never told of and never moved."""
    wanted = list(keys)
    found: dict[Place, Stock] = {}
    for start in range(0, len(wanted), COUNTED_AT_ONCE):
        chunk = wanted[start : start + COUNTED_AT_ONCE]
        rows = session.scalars(select(Stock).where(tuple_(Stock.place, Stock.product).in_(chunk)))
        found |= {(row.place, row.product): row for row in rows}
    for place, product in wanted:
        if (place, product) not in found:
            row = Stock(place=place, product=product, opening_thousandths=0, opened_at="", on_hand_thousandths=0,
                        as_of="", is_told=False)  # fmt: skip
            session.add(row)
            found[place, product] = row
    return found


def _counted_since(session: Session, key: Place, moment: str) -> int:
    """What moved of this at or after a moment and was counted already: a register's clock may be ahead of ours."""
    moved = select(func.sum(StockMovement.quantity_thousandths)).where(
        StockMovement.place == key[0], StockMovement.product == key[1], StockMovement.counted_at.is_not(None),
        StockMovement.made_at >= moment,
    )  # fmt: skip
    return int(session.scalar(moved) or 0)


def _publish(session: Session, rows: Iterable[Stock]) -> None:
    """Tell the figures under the names of their warehouses and of the stores that draw on them."""
    session.flush()
    drawing = {store: warehouse or store
               for store, warehouse in session.execute(select(Store.store, Store.warehouse))}  # fmt: skip
    names: dict[str, list[str]] = defaultdict(list)
    for store, warehouse in drawing.items():
        names[warehouse].append(store)
    values: dict[str, Json] = {}
    for row in rows:
        own = [] if row.place in drawing else [row.place]
        for name in (*own, *names[row.place]) if row.is_told else ():
            values[stock_key(name, row.product)] = _value(row, name)
    publish(session, "stock", values)


def _value(row: Stock, place: str) -> Json:
    figure = StockRow(
        product=row.product, place=place, quantity_thousandths=row.on_hand_thousandths, as_of=row.as_of
    )
    return figure.model_dump(mode="json")
