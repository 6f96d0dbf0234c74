"""Sales orders: finding them, keeping how they stand, and showing them to the stores that hand them out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Text, bindparam, cast, delete, func, or_, select, update
from sqlalchemy.orm import Session, lazyload

from headquarters.base import Written, table_of
from headquarters.customers.models import Customer
from headquarters.feeds.service import publish
from headquarters.orders.models import Order, OrderLine
from headquarters.rows import Row, add_rows
from retail.orders.order import OrderLine as LineState
from retail.orders.order import OrderState
from retail.wire.base import Json
from retail.wire.orders import order_of, order_text, read_order

_ORDERS, _LINES = table_of(Order), table_of(OrderLine)
_ORDER_COLUMNS = (
    "uuid", "number", "confirmation_number", "revision", "kind", "status", "store", "origin", "made_at", "currency",
    "customer_id", "total_minor", "paid_minor", "deposit_left_minor", "sought", "state",
)  # fmt: skip
_LINE_COLUMNS = (
    "order_id", "number", "product", "name", "status", "ordered_thousandths", "invoiced_thousandths",
    "returned_thousandths", "amount_minor", "delivery", "store", "day",
)  # fmt: skip
FOUND_MAX = 50
HEADS = select(Order).options(lazyload(Order.lines))
"""Orders for a list: without their lines."""
PHONE_DIGITS_MIN, PHONE_SIGNS = 4, (" ", "-", "(", ")", "/", ".")
_HANDED_OVER = 200
"""So many orders are handed over to another customer at once."""


def find_order(session: Session, uuid: str) -> Order | None:
    """The order with this id."""
    return session.scalars(select(Order).where(Order.uuid == uuid)).first()


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a search is narrowed to; what is empty narrows nothing. Days are included, as in ISO 8601."""

    statuses: tuple[str, ...] = ()
    store: str = ""
    origin: str = ""
    since: str = ""
    until: str = ""

    def conditions(self) -> list[ColumnElement[bool]]:
        """The same for a query."""
        found: list[ColumnElement[bool]] = [Order.status.in_(self.statuses)] if self.statuses else []
        found += [Order.store == self.store] if self.store else []
        found += [Order.origin == self.origin] if self.origin else []
        found += [Order.made_at >= self.since] if self.since else []
        return found + ([Order.made_at < f"{self.until}U"] if self.until else [])  # U: behind every time


EVERYTHING = Narrowed()


def search_orders(
    session: Session, text: str, store: str, narrowed: Narrowed = EVERYTHING
) -> Sequence[Order]:
    """The newest orders, by every number there is of them and by their customer.

    Where nothing is said and no store is named, only those this store made or hands out.
    """
    if "\0" in text:
        return []  # no name or number has it, and databases do not agree on what it means in a search
    found = or_(Order.sought.contains(text.strip().casefold(), autoescape=True), *_of_customer(text))
    query = select(Order).where(found, *narrowed.conditions())
    if not text.strip() and not narrowed.store:
        query = query.where(_concerns(store))
    return session.scalars(query.order_by(Order.id.desc()).limit(FOUND_MAX)).all()


def _of_customer(text: str) -> list[ColumnElement[bool]]:
    """By the customer's e-mail, and by their phone from some digits on."""
    digits = "".join(filter(str.isdecimal, text))
    wanted = []
    if "@" in text:
        wanted.append(func.lower(Customer.email) == text.strip().lower())
    elif len(digits) >= PHONE_DIGITS_MIN and not any(map(str.isalpha, text)):
        plain = func.replace(Customer.phone, PHONE_SIGNS[0], "")
        for sign in PHONE_SIGNS[1:]:
            plain = func.replace(plain, sign, "")
        wanted.append(plain.contains(digits, autoescape=True))
    return [Order.customer_id.in_(select(Customer.id).where(each)) for each in wanted]


def state_of(order: Order) -> OrderState:
    """How an order stands."""
    return order_of(order.state)


def order_value(order: Order) -> Json:
    """The order as registers see it."""
    return order.state


@dataclass(frozen=True, slots=True)
class Buyer:
    """What an order says of its customer, as headquarters knows them: of one who was merged, the other."""

    id: int
    uuid: str
    account: str
    name: str


@dataclass(slots=True)
class Standing:
    """An order of a batch: its row, if it has one yet, how it stands, and which stores were told of it before."""

    row: int | None
    state: OrderState
    is_changed: bool = False
    told: frozenset[str] = frozenset()

    def change(self, state: OrderState) -> None:
        """It stands like this now."""
        if not self.is_changed:
            self.is_changed, self.told = True, concerned_stores(self.state)
        self.state = state


def buyers(session: Session, uuids: Iterable[str]) -> dict[str, Buyer]:
    """Those of these customers that are in the books."""
    columns = (Customer.uuid, Customer.id, Customer.account, Customer.name, Customer.merged_into)
    found = session.execute(select(*columns).where(Customer.uuid.in_(tuple(uuids)))).all()
    known = {uuid: Buyer(id, uuid, account, name) for uuid, id, account, name, _ in found}
    merged = {uuid: into for uuid, _, _, _, into in found if into is not None}
    if merged:
        standing = buyers(session, merged.values())
        known |= {uuid: standing[into] for uuid, into in merged.items()} | standing
    return known


def hand_over_orders(session: Session, gone: Customer, stays: Customer) -> None:
    """The orders of one customer are another's from now on, and the stores hear of it."""
    buyer = {stays.uuid: Buyer(stays.id, stays.uuid, stays.account, stays.name)}
    columns = (Order.id, cast(Order.state, Text))
    while rows := session.execute(
        select(*columns).where(Order.customer_id == gone.id).limit(_HANDED_OVER)
    ).all():
        handed = []
        for id, text in rows:
            state = read_order(text)
            whose = replace(state.customer, id=stays.uuid, account=stays.account, name=stays.name)
            handed.append(Standing(id, replace(state, customer=whose), is_changed=True))
        keep_orders(session, handed, buyer)


def keep_orders(session: Session, orders: Sequence[Standing], buyers: Mapping[str, Buyer]) -> None:
    """Keep how these orders stand now, and tell the stores."""
    texts = {each.state.id: Written(order_text(each.state)) for each in orders}
    rows = {
        each.state.id: _row(each.state, buyers[each.state.customer.id], texts[each.state.id])
        for each in orders
    }
    add_rows(session, Order, _ORDER_COLUMNS, [rows[each.state.id] for each in orders if each.row is None])
    changed = [
        {"row": each.row} | dict(zip(_ORDER_COLUMNS, rows[each.state.id], strict=True))
        for each in orders
        if each.row is not None
    ]
    if changed:
        settable: dict[str, Any] = {name: bindparam(name) for name in _ORDER_COLUMNS}
        session.execute(update(_ORDERS).where(_ORDERS.c.id == bindparam("row")).values(settable), changed)
        session.execute(delete(_LINES).where(_LINES.c.order_id.in_([row["row"] for row in changed])))
    found = session.execute(select(Order.uuid, Order.id).where(Order.uuid.in_(texts)))
    ids = {row.uuid: row.id for row in found}
    lines = [_line(ids[each.state.id], line) for each in orders for line in each.state.lines]
    add_rows(session, OrderLine, _LINE_COLUMNS, lines)
    _tell(session, orders, texts)


def concerned_stores(state: OrderState) -> frozenset[str]:
    """The stores that see an order: the one that made it, and those that hand some of it out."""
    return frozenset([state.store, *[line.store for line in state.lines]])


def _tell(session: Session, orders: Iterable[Standing], texts: Mapping[str, Written]) -> None:
    """Tell the stores concerned how their orders stand now; a store that no longer is, that one is gone."""
    said: dict[str, dict[str, Written | None]] = defaultdict(dict)
    for each in orders:
        concerned = concerned_stores(each.state)
        for store in concerned | each.told:
            said[store][each.state.id] = texts[each.state.id] if store in concerned else None
    for store in sorted(said):
        publish(session, "orders", said[store], scope=store)


def _concerns(store: str) -> ColumnElement[bool]:
    return or_(Order.store == store, Order.lines.any(OrderLine.store == store))


def _row(state: OrderState, buyer: Buyer, text: Written) -> Row:
    return (
        state.id, state.number, state.confirmation_number, state.revision, state.kind.value, state.status.value,
        state.store, state.origin.value, state.made_at, state.currency, buyer.id, state.total_minor, state.paid_minor,
        state.deposit_available_minor, _sought(state, buyer), text,
    )  # fmt: skip


def _sought(state: OrderState, buyer: Buyer) -> str:
    words = [state.number, state.confirmation_number, buyer.account, buyer.name]
    words += [code for invoice in state.invoices for code in (invoice.number, invoice.receipt)]
    words += [event.receipt for event in state.events]
    return " ".join(dict.fromkeys(words)).casefold()


def _line(order: int, line: LineState) -> Row:
    return (
        order, line.number, line.product, line.name, line.status.value, line.ordered_thousandths,
        line.invoiced_thousandths, line.returned_thousandths, line.amount_minor, line.delivery.value, line.store,
        line.day,
    )  # fmt: skip
