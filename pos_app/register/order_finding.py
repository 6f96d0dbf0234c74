"""Finding orders on this register: lists of heads without reading whole orders, and the ones that are to be handled."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from pydantic import ValidationError

from channel_db.catalog.repository import Catalog
from channel_db.journal.orders import LocalHead, LocalOrder
from channel_db.journal.repository import Journal
from channel_db.order_heads import EVERY_ORDER, OrderFilter, OrderHead, head_of
from pos_app.register.known_order import KnownOrder
from retail.folding import fold
from retail.orders.copies import knows_all, merged
from retail.orders.order import OrderState, OrderStatus
from retail.wire.orders import order_of, read_order

ALL = 1_000_000
"""No customer has so many orders."""


class FoundOrder(NamedTuple):
    """An order in a list. `transaction` made it, where that was this very register.

    Units: `total_minor` in minor units of `currency`.
    """

    id: str
    number: str | None
    confirmation_number: str
    customer_id: str
    customer_name: str
    status: OrderStatus
    store: str
    origin: str
    made_at: str
    total_minor: int
    currency: str
    expires: date | None
    transaction: str | None

    @property
    def reference(self) -> str:
        """What people call it by."""
        return self.number or self.confirmation_number

    def has(self, text: str) -> bool:
        """Every word of the text is in its numbers or its customer's name."""
        said = f"{self.number or ''} {self.confirmation_number} {fold(self.customer_name)}".casefold()
        return all(word in said or fold(word) in said for word in text.casefold().split())


class OrderFinding:
    """Both files of this register: under one id the copy counts that knows of more (`retail.orders.copies`)."""

    def __init__(self, journal: Journal, catalog: Catalog) -> None:
        self._journal = journal
        self._catalog = catalog
        self._read: dict[str, tuple[str, OrderState]] = {}

    def order(self, id: str) -> KnownOrder | None:
        """The order, as headquarters knows it or as it was made here."""
        return self._settled(known_order(self._journal.order(id), self._catalog.order(id)))

    def listed(
        self,
        text: str,
        most: int,
        narrowed: OrderFilter = EVERY_ORDER,
        customers: Collection[str] = (),
        answer: Iterable[OrderState] = (),
    ) -> list[FoundOrder]:
        """Orders for what was typed or of these customers, the newest first, and below what HQ answered besides."""
        here = {each.head.id: each for each in self._journal.find_orders(text, most, narrowed)}
        known = {head.id: head for head in self._catalog.find_orders(text, most, narrowed)}
        if customers:
            here |= {each.head.id: each for each in self._journal.orders_of(customers, most, narrowed)}
            known |= {head.id: head for head in self._catalog.orders_of(customers, most, narrowed)}
        answered = {order.id: head_of(order) for order in answer}
        others = [id for id in answered if id not in here and id not in known]
        known |= {id: head for id, head in answered.items() if id in known or id in others}
        known |= {head.id: head for head in self._catalog.order_heads([id for id in here if id not in known])}
        here |= {
            each.head.id: each for each in self._journal.order_heads([id for id in known if id not in here])
        }
        found = [self._found(id, here, known) for id in {**here, **known}]
        fitting = [each for each in found if _fits(each, narrowed)]
        below = set(others)
        fitting.sort(key=lambda order: order.made_at, reverse=True)
        fitting.sort(key=lambda order: order.id in below)
        local = [order for order in fitting if order.id not in below]
        return [*local[:most], *[order for order in fitting if order.id in below][:most]]

    def unsent(self) -> list[FoundOrder]:
        """Orders made here that have no number yet, the newest first."""
        waiting = {each.head.id: each for each in self._journal.unnumbered()}
        known = {head.id: head for head in self._catalog.order_heads(waiting)}
        found = [self._found(id, waiting, known) for id in waiting]
        return [order for order in found if order.number is None]

    def of_customer(self, customer: str) -> list[FoundOrder]:
        """The orders of a customer, the newest first."""
        here = {each.head.id: each for each in self._journal.orders_of([customer], ALL)}
        known = {head.id: head for head in self._catalog.orders_of([customer], ALL)}
        found = [self._found(id, here, known) for id in {**here, **known}]
        return sorted(found, key=lambda order: order.made_at, reverse=True)

    def count_of_customer(self, customer: str) -> int:
        """How many orders a customer has, as far as is known here."""
        here = {each.head.id for each in self._journal.orders_of([customer], ALL)}
        both = {head.id for head in self._catalog.order_heads(here)}
        return self._catalog.count_orders_of(customer) + len(here - both)

    def work(self) -> list[KnownOrder]:
        """The orders of which something is still to leave; each is read again only when it has changed."""
        theirs, ours = self._catalog.work(), self._journal.work()
        ours |= self._journal.order_texts([id for id in theirs if id not in ours])
        theirs |= self._catalog.order_texts([id for id in ours if id not in theirs])
        kept, self._read = self._read, {}
        orders = []
        for id in {**theirs, **ours}:
            local, row = ours.get(id), theirs.get(id)
            order = known_order(
                None
                if local is None
                else LocalOrder(
                    self._state(f"{id} here", local.text, kept),
                    local.made_by,
                    is_confirmed=local.is_confirmed,
                ),
                None if row is None else self._state(id, row, kept),
            )
            settled = self._settled(order)
            if settled is not None:
                orders.append(settled)
        return orders

    def waits(self, order: KnownOrder | FoundOrder) -> bool:
        """The document that made it here is still in the outbox."""
        return bool(order.transaction and self._journal.open_entry(order.transaction))

    def _state(self, key: str, text: str, kept: Mapping[str, tuple[str, OrderState]]) -> OrderState:
        before = kept.get(key)
        self._read[key] = before if before is not None and before[0] == text else (text, read_order(text))
        return self._read[key][1]

    def _settled(self, order: KnownOrder | None) -> KnownOrder | None:
        """An order that never left this register is cancelled at once: there is nobody to confirm it."""
        if order is None or order.status is not OrderStatus.CANCEL_PENDING:
            return order
        is_unsent = order.number is None and self.waits(order)
        return replace(order, is_confirmed=True) if is_unsent else order

    def _found(self, id: str, here: Mapping[str, LocalHead], known: Mapping[str, OrderHead]) -> FoundOrder:
        """The head that counts of one order, which is in one of both or in both."""
        row = known.get(id)
        if row is not None and (id not in here or set(here[id].head.acts) <= set(row.acts)):
            return _found_order(row, here[id].made_by or None if id in here else None)
        local = here[id]
        number = local.head.number or ("" if row is None else row.number)
        found = _found_order(local.head._replace(number=number), local.made_by or None)
        if found.status is OrderStatus.CANCELLED and not local.is_confirmed:
            is_over = found.number is None and self.waits(found)
            return found if is_over else found._replace(status=OrderStatus.CANCEL_PENDING)
        return found


def _found_order(head: OrderHead, transaction: str | None) -> FoundOrder:
    return FoundOrder(
        id=head.id,
        number=head.number or None,
        confirmation_number=head.confirmation_number,
        customer_id=head.customer,
        customer_name=head.customer_name,
        status=OrderStatus(head.status),
        store=head.store,
        origin=head.origin,
        made_at=head.made_at,
        total_minor=head.total_minor,
        currency=head.currency,
        expires=date.fromisoformat(head.expires) if head.expires else None,
        transaction=transaction,
    )


def found_order(order: KnownOrder) -> FoundOrder:
    """The same order in a list."""
    found = _found_order(head_of(order.state), order.transaction)
    return found._replace(status=order.status)


def _fits(order: FoundOrder, narrowed: OrderFilter) -> bool:
    """The copy that counts may say something else than the one that was found."""
    return not narrowed.statuses or order.status.value in narrowed.statuses


def read_answer(values: Mapping[str, Any]) -> OrderState | None:
    """An order as headquarters answered with it; None where it is none that this version can read."""
    try:
        return order_of(dict(values))
    except (ValidationError, TypeError, ValueError):
        return None


def known_order(local: LocalOrder | None, row: OrderState | None) -> KnownOrder | None:
    """What is shown of an order: headquarters' state once it knows of everything that was done to it here."""
    if local is None:
        return None if row is None else KnownOrder(row, None, from_headquarters=True)
    made_by = local.made_by or None
    if row is not None and knows_all(row, local.state):
        return KnownOrder(row, made_by, from_headquarters=True)
    state = local.state if row is None else merged(local.state, row)
    return KnownOrder(state, made_by, from_headquarters=False, is_confirmed=local.is_confirmed)
