"""What a list shows of an order without reading all of it, and by what a list is narrowed; both files keep it alike."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, Protocol

from retail.folding import fold_code
from retail.orders.delivery import DeliveryKind
from retail.orders.order import OrderState, OrderStatus

_OPEN = (OrderStatus.OPEN, OrderStatus.PARTIALLY_INVOICED)


class OrderHead(NamedTuple):
    """The first page of an order. `acts` are the documents that made it so, `expires` a quote's last day or "".

    Units: `total_minor` in minor units of `currency`.
    """

    id: str
    number: str
    confirmation_number: str
    customer: str
    customer_name: str
    status: str
    store: str
    origin: str
    made_at: str
    total_minor: int
    currency: str
    expires: str
    acts: tuple[str, ...]


class Narrowed(Protocol):
    """What a list of orders is narrowed by."""

    @property
    def status(self) -> str: ...
    @property
    def store(self) -> str: ...
    @property
    def origin(self) -> str: ...
    @property
    def made_at(self) -> str: ...


@dataclass(frozen=True, slots=True)
class OrderFilter:
    """What a list of orders is narrowed to; what is empty narrows nothing. `since` and `until` are included."""

    statuses: tuple[str, ...] = ()
    store: str = ""
    origin: str = ""
    since: date | None = None
    until: date | None = None

    def __bool__(self) -> bool:
        return self != OrderFilter()

    def fits(self, head: Narrowed) -> bool:
        """Whether an order belongs to the list."""
        day = head.made_at[:10]
        return (
            (not self.statuses or head.status in self.statuses)
            and self.store in ("", head.store)
            and self.origin in ("", head.origin)
            and (self.since is None or day >= self.since.isoformat())
            and (self.until is None or day <= self.until.isoformat())
        )

    def conditions(self) -> tuple[str, tuple[str, ...]]:
        """The same as ` AND ...` on the columns of `orders`, with its values; a plain sale has no customer there."""
        values: list[str] = list(self.statuses)
        sql = " AND orders.customer <> ''"
        sql += f" AND orders.status IN ({', '.join('?' * len(values))})" if values else ""
        for column, wanted in (("store", self.store), ("origin", self.origin)):
            if wanted:
                sql += f" AND orders.{column} = ?"
                values.append(wanted)
        if self.since is not None:
            sql += " AND orders.made_at >= ?"
            values.append(self.since.isoformat())
        if self.until is not None:
            sql += " AND orders.made_at < ?"
            values.append(f"{self.until.isoformat()}U")  # behind every time of that day, which begin with T
        return sql, tuple(values)


EVERY_ORDER = OrderFilter()


def head_of(order: OrderState) -> OrderHead:
    """The head of an order."""
    expires = order.terms.expires
    return OrderHead(
        order.id,
        order.number,
        order.confirmation_number,
        order.customer.id,
        order.customer.name,
        order.status.value,
        order.store,
        order.origin.value,
        order.made_at,
        order.total_minor,
        order.currency,
        "" if expires is None else expires.isoformat(),
        order.acts,
    )


def read_heads(texts: Sequence[str]) -> list[OrderHead]:
    """Heads as they are kept, all read in one go."""
    return [OrderHead._make((*each[:-1], tuple(each[-1]))) for each in json.loads(f"[{','.join(texts)}]")]


def head_columns(order: OrderState) -> Mapping[str, Any]:
    """What both files keep of an order beside its text: its head, what it is narrowed by, and its codes."""
    return {
        "status": order.status.value,
        "store": order.store,
        "origin": order.origin.value,
        "made_at": order.made_at,
        "work": int(has_work(order)),
        "codes": json.dumps(codes_of(order)),
        "head": json.dumps(head_of(order)),
    }


def has_work(order: OrderState) -> bool:
    """Something of it is still to be handed out or shipped, here or anywhere."""
    return order.status in _OPEN and any(
        line.open_thousandths and line.delivery is not DeliveryKind.CARRY_OUT for line in order.lines
    )


def codes_of(order: OrderState) -> list[str]:
    """The numbers of its receipts and invoices, folded."""
    codes = [each.receipt for each in order.events]
    codes += [code for each in order.invoices for code in (each.receipt, each.number)]
    return list(dict.fromkeys(fold_code(code) for code in codes if code))
