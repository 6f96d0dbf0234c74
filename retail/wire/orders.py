"""Orders on their way down: the state itself as JSON, written by headquarters and read by the register."""

import json
from collections.abc import Callable
from datetime import date
from functools import cache

from pydantic import TypeAdapter

from retail.orders.order import OrderState, status_on
from retail.wire.base import Json

_ADAPTER = TypeAdapter(OrderState)


@cache
def _written() -> Callable[[OrderState], bytes]:
    import msgspec  # noqa: PLC0415 - a register starts without it

    return msgspec.json.Encoder().encode


def order_values(order: OrderState) -> Json:
    """The order as JSON values; rates as text, so that they stay exact."""
    values: Json = _ADAPTER.dump_python(order, mode="json")
    return values


def order_text(order: OrderState) -> str:
    """The order as JSON text, byte for byte what its model writes, in half the time."""
    return _written()(order).decode()


def order_of(values: Json) -> OrderState:
    """An order from JSON values; what is unknown here is ignored, as headquarters may be newer.

    Raises:
        pydantic.ValidationError: something is missing, or not what an order can be.
    """
    return read_order(json.dumps(values))


def order_figures(order: OrderState, today: date) -> Json:
    """What follows from the state of an order, as exact figures for comparisons."""
    return {
        "id": order.id,
        "number": order.number or None,
        "confirmation_number": order.confirmation_number,
        "status": status_on(order.status, order.terms.expires, today).value,
        "kind": order.kind.value,
        "customer": order.customer.id,
        "account": order.customer.account,
        "total_minor": order.total_minor,
        "paid_minor": order.paid_minor,
        "balance_minor": order.balance_minor,
        "deposit_available_minor": order.deposit_available_minor,
        "card_authorisation_minor": order.card_authorisation_minor,
        "lines": [
            {
                "number": line.number,
                "product": line.product,
                "name": line.name,
                "status": line.status.value,
                "ordered_thousandths": line.ordered_thousandths,
                "invoiced_thousandths": line.invoiced_thousandths,
                "returned_thousandths": line.returned_thousandths,
                "price_minor": line.price_minor,
                "amount_minor": line.amount_minor,
                "delivery": line.delivery.value,
                "mode": line.mode,
                "day": None if line.day is None else line.day.isoformat(),
            }
            for line in order.lines
        ],
    }


def read_order(text: str) -> OrderState:
    """An order from its JSON text.

    Raises:
        pydantic.ValidationError: as above.
    """
    return _ADAPTER.validate_json(text, strict=True)
