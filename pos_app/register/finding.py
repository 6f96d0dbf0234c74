"""Looking things up on this register: its own records and headquarters' merged under one id, whose state wins."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from channel_db.catalog.asking import Stale
from channel_db.catalog.hits import CustomerHit, ProductHit, hit_of
from channel_db.catalog.repository import Catalog
from channel_db.journal.orders import LocalOrder
from channel_db.journal.repository import Journal
from pos_app.register.known_order import KnownLine, KnownOrder
from retail.catalog import Product
from retail.customers import Customer
from retail.orders.delivery import DeliveryKind
from retail.orders.facts import Origin, Whereabouts
from retail.orders.order import LineStatus, OrderStatus
from retail.promotions import PriceBook
from retail.wire.feeds import OrderLineRow, OrderRow

FOUND_MAX = 50
TEXT_MAX = 254
"""No name, number or address is longer: what is typed beyond it finds nothing more."""


class Finding:
    """Everything that can be looked up without headquarters, from both files of this register."""

    def __init__(self, journal: Journal, catalog: Catalog, store: str) -> None:
        self._journal = journal
        self._catalog = catalog
        self._store = store
        self._price_book: PriceBook | None = None
        self._price_book_as_of: int | None = None

    def products_by_barcode(self, code: str) -> list[Product]:
        """Every product that bears this code."""
        return self._catalog.product_by_barcode(code)

    def product(self, number: str) -> Product | None:
        """The product with exactly this number."""
        return self._catalog.product_by_number(number)

    def price_book(self) -> PriceBook:
        """The promotions as headquarters sent them last."""
        changes = self._catalog.changes()
        if self._price_book is None or changes != self._price_book_as_of:
            self._price_book = PriceBook(self._catalog.promotions())
            self._price_book_as_of = changes
        return self._price_book

    def find_products(self, text: str, is_stale: Stale = lambda: False) -> list[ProductHit]:
        """Products for what was typed.

        Raises:
            SearchGivenUp: nobody waits for them any more.
        """
        return self._catalog.find_products(searchable(text), FOUND_MAX, is_stale)

    def customer(self, id: str) -> Customer | None:
        """The customer, as headquarters knows them or as they were made here."""
        return self._catalog.customer(id) or self._journal.customer(id)

    def find_customers(self, text: str, is_stale: Stale = lambda: False) -> list[CustomerHit]:
        """Customers for what was typed, the pending ones first; with no text the recent ones made here.

        Raises:
            SearchGivenUp: nobody waits for them any more.
        """
        text = searchable(text)
        here = self._journal.find_customers(text, FOUND_MAX)
        known = self._catalog.find_customers(text, FOUND_MAX, is_stale) if text.strip() else []
        merged = {each.id: hit_of(self._catalog.customer(each.id) or each, text) for each in here}
        merged |= {hit.id: hit for hit in known}
        return sorted(merged.values(), key=lambda hit: hit.account is not None)[:FOUND_MAX]

    def order(self, id: str) -> KnownOrder | None:
        """The order, as headquarters knows it or as it was made here."""
        return _merge(self._journal.order(id), self._catalog.order(id), self._store)

    def find_orders(self, text: str, answer: Iterable[Mapping[str, Any]] = ()) -> list[KnownOrder]:
        """Orders for what was typed, the newest first, with those headquarters answered with."""
        text = searchable(text)
        known: dict[str, OrderRow] = {row.id: row for row in self._catalog.find_orders(text, FOUND_MAX)}
        known |= {row.id: row for row in map(read_order, answer) if row is not None}
        here = {local.state.id: local for local in self._journal.find_orders(text, FOUND_MAX)}
        found = [
            _merge(
                here.get(uuid) or self._journal.order(uuid),
                known.get(uuid) or self._catalog.order(uuid),
                self._store,
            )
            for uuid in {**here, **known}
        ]
        orders = sorted((order for order in found if order), key=lambda order: order.made_at, reverse=True)
        return orders[:FOUND_MAX]

    def whereabouts(self, order: KnownOrder) -> Whereabouts:
        """How far an order has travelled: its document still in the outbox, sent, or known by its number."""
        if order.number is not None:
            return Whereabouts.KNOWN
        waits = order.transaction and self._journal.open_entry(order.transaction)
        return Whereabouts.UNSENT if waits else Whereabouts.SENT

    def check_room(self) -> None:
        """Prove that another sale can be kept.

        Raises:
            DiskFull: there is no room for it.
        """
        self._journal.check_room()


def searchable(text: str) -> str:
    """What can be searched for of a text: its beginning, without half characters."""
    return text[:TEXT_MAX].encode("utf-8", "ignore").decode("utf-8")


def read_order(values: Mapping[str, Any]) -> OrderRow | None:
    """An order as headquarters answered with it; None where it is none that this version can read."""
    try:
        return OrderRow.model_validate_json(json.dumps(values))
    except (ValidationError, TypeError, ValueError):
        return None


def _merge(local: LocalOrder | None, row: OrderRow | None, store: str) -> KnownOrder | None:
    if row is not None:
        return _of_headquarters(row, local)
    return None if local is None else _of_here(local, store)


def _of_here(local: LocalOrder, store: str) -> KnownOrder:
    state = local.state
    return KnownOrder(
        id=state.id,
        number=local.number,
        confirmation_number=state.confirmation_number,
        status=state.status,
        transaction=local.transaction,
        from_headquarters=False,
        store=store,
        origin=Origin.STORE,
        made_at=local.made_at,
        currency=state.currency,
        customer_id=state.customer,
        customer_name=local.customer_name,
        total_minor=state.total_minor,
        paid_minor=state.paid_minor,
        deposit_available_minor=state.deposit_available_minor,
        card_authorisation_minor=state.card_authorisation_minor,
        collector=state.collector,
        expires=state.expires,
        lines=tuple(
            KnownLine(
                line.number,
                line.product,
                line.name,
                line.status,
                line.ordered_thousandths,
                line.invoiced_thousandths,
                line.returned_thousandths,
                line.price_minor,
                line.amount_minor,
                line.delivery,
                line.mode,
                line.store,
                line.day,
                line.place,
            )
            for line in state.lines
        ),
    )


def _of_headquarters(row: OrderRow, local: LocalOrder | None) -> KnownOrder:
    return KnownOrder(
        id=row.id,
        number=row.number,
        confirmation_number=row.confirmation_number,
        status=OrderStatus(row.status),
        transaction=None if local is None else local.transaction,
        from_headquarters=True,
        store=row.store,
        origin=Origin(row.origin),
        made_at=row.made_at,
        currency=row.currency,
        customer_id=row.customer_id,
        customer_name=row.customer_name,
        total_minor=row.total_minor,
        paid_minor=row.paid_minor,
        deposit_available_minor=row.deposit_available_minor,
        card_authorisation_minor=row.card_authorisation_minor,
        collector=row.collector,
        expires=row.expires,
        lines=tuple(_line_of(line, row.store) for line in row.lines),
    )


def _line_of(line: OrderLineRow, store: str) -> KnownLine:
    return KnownLine(
        number=line.number,
        product=line.product,
        name=line.name,
        status=LineStatus(line.status),
        ordered_thousandths=line.ordered_thousandths,
        invoiced_thousandths=line.invoiced_thousandths,
        returned_thousandths=line.returned_thousandths,
        price_minor=line.price_minor,
        amount_minor=line.amount_minor,
        delivery=DeliveryKind(line.delivery),
        mode=line.mode,
        store=line.store or store,
        day=line.day,
        place=line.place,
    )
