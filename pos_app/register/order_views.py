"""Orders as the window shows them: what was found, and one in full with its actions in fixed places."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from pos_app.operations.registry import Registry
from pos_app.register.known_order import KnownLine, KnownOrder
from pos_app.register.sale_views import store_name
from pos_app.register.wording import amount_text, day_text, moment_text, state_text
from pos_app.views import (
    ButtonView,
    ChoiceView,
    FactView,
    FoundOrdersView,
    OrderDetailView,
    OrderLineView,
    OrderRowView,
)
from retail.customers import PENDING_SYNC, Customer
from retail.orders.delivery import DeliveryKind
from retail.orders.facts import Action
from retail.orders.order import OrderStatus, status_on
from retail.quantity import show_quantity
from retail.settings import StoreSettings
from retail.verdicts import Verdict

_ACTIONS = (
    (Action.PICK_UP, "Pick up", "order.pick_up", "order"),
    (Action.EDIT, "Edit", "order.edit", "order"),
    (Action.CONVERT, "Make it an order", "order.convert", "order"),
    (Action.RETURN, "Return", "order.return", "order"),
    (Action.PRINT, "Print", "receipt.print", "order"),
    (Action.CANCEL, "Cancel order", "order.cancel", "void"),
)
_NOT_BUILT = "This register cannot do that yet."
_OPEN = (OrderStatus.OPEN, OrderStatus.PARTIALLY_INVOICED)


def _has_open(order: KnownOrder, kind: DeliveryKind, store: str) -> bool:
    return order.status in _OPEN and any(
        line.delivery is kind and line.store == store and line.invoiced_thousandths < line.ordered_thousandths
        for line in order.lines
    )


def found_orders(
    orders: Sequence[KnownOrder],
    preset: str,
    settings: StoreSettings,
    customer: Customer | None,
    today: date,
    note: str,
) -> FoundOrdersView:
    """The orders found, those of the preset where one is chosen, and every preset with its count."""
    presets: Mapping[str, tuple[str, Callable[[KnownOrder], bool]]] = {
        "pick_up": ("To pick up", lambda order: _has_open(order, DeliveryKind.PICKUP, settings.store)),
        "ship": ("To ship", lambda order: _has_open(order, DeliveryKind.SHIP, settings.store)),
        "unsent": ("Not sent yet", lambda order: order.number is None),
    }
    if customer is not None:
        presets = {"customer": ("This customer", lambda order: order.customer_id == customer.id), **presets}
    shown = [order for order in orders if preset not in presets or presets[preset][1](order)]
    chips = tuple(
        ChoiceView(value, f"{text} {sum(map(belongs, orders))}") for value, (text, belongs) in presets.items()
    )
    if not shown:
        note = f"No orders found. {note}".strip()
    return FoundOrdersView(tuple(_row(order, today) for order in shown), note, chips)


def _row(order: KnownOrder, today: date) -> OrderRowView:
    status = status_on(order.status, order.expires, today)
    return OrderRowView(
        id=order.id,
        number=order.reference,
        customer=order.customer_name,
        date=moment_text(order.made_at, today),
        total=amount_text(order.total_minor, order.currency),
        status=PENDING_SYNC if order.number is None else state_text(status),
        pending=order.number is None,
        mark="HQ" if order.transaction is None else "",
    )


def order_detail(
    order: KnownOrder,
    customer: Customer | None,
    verdicts: Mapping[Action, Verdict],
    registry: Registry,
    settings: StoreSettings,
    today: date,
) -> OrderDetailView:
    """One order in full."""
    currency, pending = order.currency, order.number is None
    title = order.confirmation_number if pending else f"{order.number} · {order.confirmation_number}"
    status = state_text(status_on(order.status, order.expires, today))
    facts = [
        FactView("Total", amount_text(order.total_minor, currency)),
        FactView("Paid", amount_text(order.paid_minor, currency)),
        FactView("Deposit left", amount_text(order.deposit_available_minor, currency)),
        FactView("Balance", amount_text(order.balance_minor, currency)),
    ]
    if order.collector:
        facts.append(FactView("Collected by", order.collector))
    if order.expires is not None:
        facts.append(FactView("Valid until", day_text(order.expires)))
    made = f"made {moment_text(order.made_at, today)}"
    return OrderDetailView(
        id=order.id,
        title=title,
        status=f"{status} · {PENDING_SYNC}" if pending else status,
        pending=pending,
        customer=order.customer_name,
        account=PENDING_SYNC if customer is None else customer.shown_account,
        lines=tuple(_line(line, currency, settings) for line in order.lines),
        facts=tuple(facts),
        history=(made, "waits for headquarters" if pending else f"has its number {order.number}"),
        actions=tuple(
            _action(order, verdicts[action], text, operation, role, registry)
            for action, text, operation, role in _ACTIONS
        ),
    )


def _line(line: KnownLine, currency: str, settings: StoreSettings) -> OrderLineView:
    day = "" if line.day is None else f" {day_text(line.day)}"
    words = {
        DeliveryKind.SHIP: f"Ship{day} – {line.place}",
        DeliveryKind.PICKUP: f"Pick up at {store_name(line.store, settings)}{day}",
        DeliveryKind.CARRY_OUT: "Carried out",
    }
    return OrderLineView(
        name=line.name,
        quantity=show_quantity(line.ordered_thousandths),
        amount=amount_text(line.amount_minor, currency),
        glyph=line.delivery.value,
        delivery=words[line.delivery],
        status=state_text(line.status),
    )


def _action(
    order: KnownOrder, verdict: Verdict, text: str, operation: str, role: str, registry: Registry
) -> ButtonView:
    why_not = "" if verdict.is_possible else str(verdict.words)
    if not why_not and operation not in registry:
        why_not = _NOT_BUILT
    params = {"transaction": order.transaction} if operation == "receipt.print" else {"id": order.id}
    if operation == "receipt.print" and order.transaction is None:
        why_not = "This order was made at another register. Print it there."
    return ButtonView(text, operation, params, role, why_not=why_not, needs_approval=bool(verdict.right))
