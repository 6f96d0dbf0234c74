"""The register in exact figures: every view as plain values in minor units, for the console and for comparisons."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pos_app.register.possible import actions_of, customer_actions_of
from pos_app.register.realtime import HeadquartersSilent
from pos_app.register.session import RegisterSession
from retail.cart import Cart, CartLine
from retail.customers import Customer
from retail.settings import StoreSettings
from retail.shift import expected
from retail.totals import totals_of
from retail.verdicts import Verdict
from retail.wire.orders import order_figures as order_state_figures

Figures = dict[str, Any]


def cart_figures(session: RegisterSession, settings: StoreSettings) -> Figures:
    """The open cart; after a sale its change stays until the next one begins."""
    cart = session.cart
    if cart is None:
        cart = Cart(id="", order_id="", currency=settings.currency)
    totals = totals_of(cart, settings)
    change = totals.change_minor
    if session.cart is None and session.last_sale is not None:
        change = session.last_sale.change_minor
    return {
        "kind": cart.kind.value,
        "empty": cart.is_empty,
        "customer": cart.customer.id if cart.customer else None,
        "currency": cart.currency,
        "total_minor": totals.total_minor,
        "tax_minor": totals.tax_minor,
        "charges_minor": totals.charges_minor,
        "deposit_minor": totals.deposit_minor,
        "applied_minor": totals.applied_minor,
        "balance_minor": totals.balance_minor,
        "paid_minor": totals.paid_minor,
        "due_minor": totals.due_minor,
        "change_minor": change,
        "selected": sorted(cart.selected),
        "lines": [_line(line) for line in cart.lines],
        "tenders": [
            {"number": each.number, "type": each.type.value, "tendered_minor": each.tendered_minor}
            for each in cart.tenders
        ],
    }


def order_figures(session: RegisterSession, settings: StoreSettings, id: str) -> Figures | None:
    """One order with what may be done with it at this moment; None where it is not known here."""
    order = session.finding.order(id)
    if order is None:
        return None
    today = session.clock.now().date()
    verdicts = actions_of(session, settings, order, online=session.real_time.answers())
    state = replace(order.state, status=order.status)
    return {
        **order_state_figures(state, today),
        "shown": order.shown_number,
        "from_headquarters": order.from_headquarters,
        **_can_and_cannot(verdicts),
    }


def customer_figures(session: RegisterSession, settings: StoreSettings, id: str) -> Figures | None:
    """One customer with what may be done with them at this moment; None where they are not known here."""
    customer = session.finding.customer(id)
    if customer is None:
        return None
    verdicts = customer_actions_of(settings, customer, online=session.real_time.answers())
    return {
        "id": customer.id,
        "name": customer.name,
        "account": customer.account,
        "shown": customer.shown_account,
        "email": customer.email,
        "phone": customer.phone,
        "type": customer.type.value,
        "language": customer.language,
        "addresses": _addresses(customer),
        "affiliations": list(customer.affiliations),
        "loyalty_cards": list(customer.loyalty_cards),
        **_can_and_cannot(verdicts),
    }


def outbox_figures(session: RegisterSession) -> Figures:
    """What has not reached headquarters."""
    waiting = session.journal.waiting()
    return {"waiting": waiting.count, "attention": waiting.attention, "oldest_at": waiting.oldest_at}


def shift_figures(session: RegisterSession) -> Figures:
    """The open shift and what its till should hold; after it, what was counted when the last one was closed."""
    shift = session.shift
    if shift is None:
        closed = session.journal.last_closed_shift()
        counts = [] if closed is None else closed[1]
        return {
            "open": False,
            "expected": {each.type.value: each.expected_minor for each in counts},
            "over_short": {each.type.value: each.over_short_minor for each in counts},
        }
    journal = session.journal
    held = expected(shift.start_minor, journal.shift_tenders(shift.id), journal.shift_movements(shift.id))
    return {
        "open": True,
        "number": shift.number,
        "start_minor": shift.start_minor,
        "opened_by": shift.opened_by,
        "expected": {each.value: amount for each, amount in held.items()},
    }


def _line(line: CartLine) -> Figures:
    return {
        "number": line.number,
        "product": line.product,
        "name": line.name,
        "quantity_thousandths": line.quantity_thousandths,
        "price_minor": line.price_minor,
        "amount_minor": line.amount_minor,
        "charge_minor": line.charge_minor,
        "discount_minor": line.shown_discount_minor,
        "delivery": line.delivery_shown,
        "voided": line.voided,
    }


def looked_up_figures(session: RegisterSession, settings: StoreSettings, id: str) -> Figures | None:
    """A customer as headquarters answers for them, known here from now on; None where it does not, or knows none."""
    try:
        session.finding.learn_customers(session.real_time.find_customers(id))
    except HeadquartersSilent:
        return None
    return customer_figures(session, settings, id)


def _can_and_cannot(verdicts: Mapping[Any, Verdict]) -> Figures:
    return {
        "can": [str(action) for action, verdict in verdicts.items() if verdict.is_possible],
        "cannot": {
            str(each): str(verdict.words) for each, verdict in verdicts.items() if not verdict.is_possible
        },
    }


def _addresses(customer: Customer) -> list[Figures]:
    return [
        {
            "id": each.id,
            "purpose": each.purpose,
            "line1": each.line1,
            "postcode": each.postcode,
            "city": each.city,
        }
        for each in customer.addresses
    ]
