"""What documents do to stock: the goods that left a warehouse or came to it, as facts that nothing takes back.

What no longer fits its order is a movement all the same where a register handed it over: the goods are gone.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.context import stored
from headquarters.rows import Row, add_rows
from headquarters.settings.models import Store
from headquarters.stock.models import StockMovement
from retail.orders.delivery import DeliveryKind
from retail.orders.order import OrderState
from retail.orders.selling import SELLING
from retail.units import in_stock_unit
from retail.wire.uploads import FulfilmentDocument, LinePart, TransactionDocument

COLUMNS = (
    "place",
    "product",
    "quantity_thousandths",
    "kind",
    "document",
    "line",
    "made_at",
    "made_by",
    "reason",
)
KINDS = ("sale", "pickup", "shipment", "return", "adjustment")


class Warehouses:
    """Where the goods of each store lie, looked up once a unit of work; a place that is no store is its own."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[str, str] | None = None

    def of(self, place: str) -> str:
        """The warehouse of a store or place."""
        if self._known is None:
            rows = self._session.execute(select(Store.store, Store.warehouse))
            self._known = {store: warehouse or store for store, warehouse in rows}
        return self._known.get(place, place)


def movements_of(document: TransactionDocument, warehouses: Warehouses) -> Iterator[Row]:
    """What a transaction moved over the counter of its store."""
    for part in document.lines:
        kind, quantity = _moved(document, part)
        if quantity:
            yield _row(
                document,
                warehouses.of(document.store),
                part.product,
                in_stock_unit(quantity, part.contains_thousandths),
                kind,
                part.number,
                document.user,
            )


def shipments_of(
    document: FulfilmentDocument, before: OrderState, after: OrderState, warehouses: Warehouses
) -> Iterator[Row]:
    """What steps of fulfilment shipped: by how much more of each line has gone after them."""
    gone = {line.number: line.invoiced_thousandths for line in before.lines}
    for line in after.lines:
        quantity = line.invoiced_thousandths - gone.get(line.number, 0)
        if quantity:
            source = (
                line.plan.ship_from if line.plan is not None and line.delivery is DeliveryKind.SHIP else None
            )
            place = warehouses.of(source or line.store)
            moved = in_stock_unit(-quantity, line.contains_thousandths)
            yield _row(document, place, line.product, moved, "shipment", line.number, document.made_by)


def keep_movements(session: Session, rows: Iterable[Row]) -> None:
    """Keep them; the figures take them in when they are counted."""
    add_rows(session, StockMovement, COLUMNS, list(rows))


def _moved(document: TransactionDocument, part: LinePart) -> tuple[str, int]:
    """What kind of movement a line is, and of how much; nothing of what only was ordered."""
    if part.quantity_thousandths < 0:
        return "return", -part.quantity_thousandths
    if document.type == "pickup":
        return "pickup", -part.quantity_thousandths
    if document.type in SELLING:
        return "sale", -part.quantity_thousandths
    is_carried_out = document.type == "order" and part.delivery is None
    return ("sale", part.gone_thousandths - part.quantity_thousandths) if is_carried_out else ("", 0)


def _row(
    document: TransactionDocument | FulfilmentDocument, place: str, product: str, quantity: int, kind: str, line: int,
    by: str,
) -> Row:  # fmt: skip
    at = stored(datetime.fromisoformat(document.made_at))
    return (place, product, quantity, kind, document.id, line, at, f"{document.register_name} {by}", "")
