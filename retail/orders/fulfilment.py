"""Accepting, picking, packing and shipping lines of an order, one step after another, by the table of actions."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from retail.errors import RuleBroken
from retail.money import Money
from retail.orders.billing import invoiced_lines
from retail.orders.changes import step_event
from retail.orders.charging import charge_cards
from retail.orders.facts import Action
from retail.orders.ledger import Invoice, InvoiceKind
from retail.orders.order import OrderLine, OrderState, status_by_lines
from retail.orders.pickup import bills_charges, deposit_share
from retail.orders.steps import stepped
from retail.wire.uploads import FulfilmentDocument


class Check(Protocol):
    """Refuses an action on a line that is not possible, in words."""

    def __call__(self, order: OrderState, line: OrderLine, action: Action) -> None: ...


def fulfilled(order: OrderState, document: FulfilmentDocument, check: Check) -> OrderState:
    """The order after these steps; steps that were taken already change nothing. Shipping bills what leaves.

    Raises:
        RuleBroken: a step is not possible; none of them counts.
    """
    if document.id in order.acts:
        return order
    after, shipped_minor, tax_minor = order, 0, 0
    went: dict[int, int] = {}
    for step in document.steps:
        line, action = after.line(step.line), Action(step.action)
        if line is None:
            raise RuleBroken(
                "There is no line {number} on this order. Choose one of the list.", number=step.line
            )
        check(after, line, action)
        changed = stepped(line, step)
        if action is Action.SHIP:
            quantity = changed.invoiced_thousandths - line.invoiced_thousandths
            share = line.take(quantity)
            shipped_minor += after.gross(share)
            tax_minor += after.tax(share)
            went[line.number] = went.get(line.number, 0) + quantity
        after = _with_line(after, changed)
    if any(step.action == "ship" for step in document.steps):
        after = _billed(after, document, shipped_minor, tax_minor, went)
    begun = any(line.invoiced_thousandths for line in after.lines)
    status = status_by_lines(after.lines) if begun else after.status
    event = step_event(document, order, after)
    return replace(after, status=status, acts=(*after.acts, document.id), events=(*after.events, event))


def _with_line(order: OrderState, changed: OrderLine) -> OrderState:
    lines = tuple([changed if line.number == changed.number else line for line in order.lines])
    return replace(order, lines=lines)


def _billed(
    order: OrderState, document: FulfilmentDocument, goods_minor: int, tax_minor: int, went: Mapping[int, int]
) -> OrderState:
    """Bill what left: the deposit goes in proportion, the rest is charged to the card on file (D18)."""
    with_charges = bills_charges(order, ships=True)
    total = goods_minor + (order.charges_gross() if with_charges else 0)
    available = order.deposit_available_minor
    is_last = not any(line.outstanding_thousandths for line in order.lines)
    if is_last and available > total:
        raise RuleBroken("{left} of the deposit would be left over. Edit the order and state its deposit again first.",
                         left=Money(available - total, order.currency))  # fmt: skip
    share = available if is_last else deposit_share(order, total)
    # What the card does not pay, because shares are rounded or a pickup used less, the deposit does.
    applied = min(available, total, max(share, total - order.card_left_minor))
    rest = total - applied
    if rest > order.card_left_minor:
        raise RuleBroken("{rest} is not paid for these goods, and the card given pays {most}. Take a payment first.",
                         rest=Money(rest, order.currency),
                         most=Money(order.card_left_minor, order.currency))  # fmt: skip
    invoice = Invoice(
        document.id, InvoiceKind.SHIPMENT, total, applied, document.made_at, lines=invoiced_lines(went),
        tax_minor=tax_minor + (order.charges_tax() if with_charges else 0),
    )  # fmt: skip
    charged = charge_cards(order, rest, document.id, document.made_at, document.register_name)
    return replace(
        charged,
        charges_invoiced=order.charges_invoiced or with_charges,
        invoices=(*order.invoices, invoice),
    )
