"""Orders that headquarters edits or cancels: by the rules of the register, shown before it is taken, money left alone.

Headquarters takes no money and gives none: what was paid ahead stays with the order, and what is owed either way is
settled at a register (*Pay on order*).
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.office.refusals import OfficeRefusal, refuse
from headquarters.orders.desk import Desk, address_of, customer_of, document_of, product_of_an_order
from headquarters.orders.edits import PICKUP, Edit, NewLine, Off, Way
from headquarters.orders.models import Order
from headquarters.orders.posting import EVERY_RIGHT, Books
from headquarters.orders.service import state_of
from headquarters.uploads.models import KeptDocument, State
from retail.auto_charges import charged, recalculate_charges
from retail.cart import Cart, add_line, change_terms, deliver, set_quantity, void_line
from retail.customers import Customer
from retail.errors import RuleBroken
from retail.messages import Message
from retail.order_attributes import check_said, say_attributes
from retail.orders.actions import order_verdict
from retail.orders.applying import order_after
from retail.orders.cancellation import start_cancellation
from retail.orders.delivery import Delivery, plan_pickup, plan_shipment
from retail.orders.editing import start_edit
from retail.orders.facts import Action, order_facts
from retail.orders.kinds import Balance, CartKind
from retail.orders.modes import check_mode
from retail.orders.order import OrderState
from retail.orders.quotes import check_expiry
from retail.orders.rest import check_rest_arranged
from retail.orders.terms import check_agreed
from retail.pricing import Consent, discount_lines, override_price, recalculate
from retail.settling import settle
from retail.texts import clean_text
from retail.totals import totals_of
from retail.typed_charges import add_header_charge, change_charge
from retail.units import check_parts
from retail.wire.uploads import TransactionDocument


@dataclass(frozen=True, slots=True)
class Proposed:
    """How an order would stand after an edit or a cancellation, and the document that makes it so."""

    document: TransactionDocument
    before: OrderState
    after: OrderState
    note: str

    @property
    def owed_minor(self) -> int:
        """What the customer is owed afterwards: more was paid than it comes to."""
        return self.after.owed_minor

    @property
    def due_minor(self) -> int:
        """What of the deposit, or of a cancellation charge, is still to be paid."""
        if self.after.kind is CartKind.QUOTE:
            return 0
        asked = max(self.after.deposit_minor, self.after.deposit_used_minor)
        return max(0, asked - self.after.deposit_paid_minor)

    @property
    def digest(self) -> str:
        """A short text that is another one as soon as anything else would come of it."""
        said = repr(
            (
                len(self.before.acts),
                self.after.events[-1].changes,
                self.after.attributes,
                self.after.total_minor,
                self.note,
            )
        )
        return hashlib.sha256(said.encode()).hexdigest()[:32]


def propose_edit(session: Session, desk: Desk, order: OrderState, edit: Edit) -> Proposed:
    """What this edit would make of the order, at today's prices where its store does not prevent price calculation.

    Raises:
        RuleBroken: the order cannot be edited, or not so; in the words of the rules.
    """
    check_may(order, desk, Action.EDIT)
    customer = customer_of(session, order)
    opened = start_edit(order, customer, desk.headquarters.ids.new())
    if not desk.settings.prevent_price_calculation:
        opened = charged(recalculate(opened, desk.pricing), desk.settings)
    cart = edited(opened, edit, desk, customer)
    cart = _with_deposit(cart, desk)
    totals = check_agreed(cart, desk.settings, desk.today)
    check_said(cart, desk.settings)
    if order.terms.balance is Balance.CARD_ON_FILE and totals.balance_minor > 0:
        check_rest_arranged(cart, desk.settings, totals)
    return _proposed(cart, desk, order, clean_text("Note", edit.note))


def propose_cancellation(
    session: Session, desk: Desk, order: OrderState, charge_minor: int | None, note: str
) -> Proposed:
    """What cancelling would make of the order; a charge of None is what cancelling costs by default.

    Raises:
        RuleBroken: the order cannot be cancelled, or not for this charge.
    """
    check_may(order, desk, Action.CANCEL)
    reason, id = clean_text("Note", note), desk.headquarters.ids.new()
    customer = customer_of(session, order)
    cart = start_cancellation(order, customer, desk.settings, id, charge_minor, reason)
    return _proposed(cart, desk, order, reason)


def take(session: Session, desk: Desk, row: Order, proposed: Proposed, shown: str) -> None:
    """Make it so, once it was shown as it is.

    Raises:
        OfficeRefusal: something else would come of it than what was shown, or registers have said something of the
            order that is not booked yet (409).
    """
    if proposed.digest != shown:
        raise refuse(409, "Something else would come of it now. Look at the difference again, then take it.")
    check_nothing_waits(session, row.uuid)
    books = Books(session, [proposed.document], desk.at)
    try:
        books.change(proposed.document, proposed.note)
    except RuleBroken as broken:
        raise OfficeRefusal(409, broken.message) from None
    books.write()


def check_may(order: OrderState, desk: Desk, action: Action) -> None:
    """Let headquarters do this to the order; a call centre's own rule binds registers alone (decision 43).

    Raises:
        RuleBroken: it cannot be done to anything that stands so.
    """
    facts = order_facts(order, desk.settings, desk.today, rights=EVERY_RIGHT)
    order_verdict(replace(facts, order_completion=False), action).check()


def why_not(order: OrderState, desk: Desk, action: Action) -> Message | None:
    """Why this cannot be done to the order; None where it can."""
    try:
        check_may(order, desk, action)
    except RuleBroken as broken:
        return broken.message
    return None


def check_nothing_waits(session: Session, uuid: str) -> None:
    """What a register did to the order before is booked first.

    Raises:
        OfficeRefusal: some of it waits (409).
    """
    waiting = select(KeptDocument.id).where(
        KeptDocument.state == State.WAITING,
        KeptDocument.kind.in_(("transaction", "fulfilment")),
        KeptDocument.text.contains(uuid, autoescape=True),
    )
    if session.scalar(waiting.limit(1)) is not None:
        raise refuse(
            409,
            "A register did something to this order that is not posted yet. Start Synchronize orders, then try again.",
        )


def is_as_it_was(row: Order, based_on: int) -> bool:
    """Nobody has done anything to the order since it had so many acts."""
    return len(state_of(row).acts) == based_on


def edited(opened: Cart, edit: Edit, desk: Desk, customer: Customer) -> Cart:
    """The opened order as this edit makes it, at rest: goods, ways, charges, prices, terms, in this order.

    Raises:
        RuleBroken: something of it is refused, in the words of its rule.
    """
    at = {line.order_line: line.number for line in opened.lines}
    cart = opened
    for (number, position), amount in sorted(
        edit.charges.items(), key=lambda each: (each[0][0] or 0, each[0][1])
    ):
        place = None if number is None else _at(at, number)
        cart = change_charge(cart, place, position, amount, _consent_to_charge(edit.charge_reason, desk))
    for number, quantity in sorted(edit.quantities.items()):
        place = _at(at, number)
        if quantity == 0:
            cart = void_line(cart, place)
        elif quantity != cart.lines[place - 1].quantity_thousandths:
            counted = cart.lines[place - 1]
            check_parts(quantity, counted.unit, desk.settings.sales_units, counted.name)
            cart = set_quantity(cart, place, quantity)
    for number, price in sorted(edit.prices.items()):
        cart = override_price(cart, _at(at, number), price, consent_to(edit.agreed, desk))
    for number, off in sorted(edit.discounts.items()):
        cart = _discounted(cart, _at(at, number), off, edit.agreed, desk)
    fresh = []
    for line in edit.added:
        product = product_of_an_order(desk, line.product)
        cart = add_line(cart, product, desk.settings, line.quantity_thousandths)
        fresh.append(len(cart.lines))
        cart = as_agreed(cart, fresh[-1], line, edit.agreed, desk)
    cart = _delivered(
        cart, [_at(at, number) for number in sorted(edit.chosen)], fresh, edit.way, desk, customer
    )
    if edit.new_charge is not None:
        code, amount = edit.new_charge
        cart = add_header_charge(cart, desk.settings, amount, code or None)
    cart = _with_terms(settle(opened, cart, desk.pricing, desk.settings), edit, desk)
    if edit.recalculates or edit.unlocked:
        numbers = None if edit.recalculates else [_at(at, number) for number in sorted(edit.unlocked)]
        priced = recalculate(cart, desk.pricing, numbers)
        cart = settle(cart, priced, desk.pricing, desk.settings)
    return recalculate_charges(cart, desk.settings) if edit.recalculates_charges else cart


def consent_to(reason: str, desk: Desk) -> Consent:
    """Who gives another price or a discount, and why.

    Raises:
        RuleBroken: no reason was said.
    """
    if not reason.strip():
        raise RuleBroken("Say why this price or discount is given.")
    return Consent(reason, desk.by)


def _consent_to_charge(reason: str, desk: Desk) -> Consent:
    """Who changes a charge, and why.

    Raises:
        RuleBroken: the store has reasons for it, and none was said.
    """
    if desk.settings.charge_reasons and not reason.strip():
        raise RuleBroken("Say why this charge is changed.")
    return Consent(reason, desk.by)


def as_agreed(cart: Cart, number: int, line: NewLine, reason: str, desk: Desk) -> Cart:
    """The cart with the price and the discount of new goods.

    Raises:
        RuleBroken: a price or a discount out of bounds, or no reason for it.
    """
    if line.price_minor is not None:
        cart = override_price(cart, number, line.price_minor, consent_to(reason, desk))
    if line.off_percent is not None:
        cart = discount_lines(cart, [number], consent_to(reason, desk), percent=line.off_percent)
    return cart


def _discounted(cart: Cart, number: int, off: Off, reason: str, desk: Desk) -> Cart:
    """The cart with this discount on a line; who takes one away need not say why."""
    gives = off.percent or off.amount_minor
    consent = consent_to(reason, desk) if gives else Consent(reason, desk.by)
    return discount_lines(cart, [number], consent, percent=off.percent, amount_minor=off.amount_minor)


def delivery_of(way: Way, desk: Desk, customer: Customer) -> Delivery:
    """The promise that a way is.

    Raises:
        RuleBroken: a place, a day, a mode or an address that the store or the customer does not have.
    """
    if way.mode == PICKUP:
        return plan_pickup(desk.settings, desk.today, way.place or None, way.day)
    address = address_of(customer, way.address)
    return plan_shipment(desk.settings, desk.today, address, way.mode or None, way.day, way.place or None)


def delivered(cart: Cart, numbers: list[int], way: Way, desk: Desk, customer: Customer) -> Cart:
    """The cart with these lines leaving this way, if its mode takes them.

    Raises:
        RuleBroken: the way cannot be, or a line cannot go that way.
    """
    delivery = delivery_of(way, desk, customer)
    cart = deliver(cart, numbers, delivery, desk.settings)
    if way.mode != PICKUP:
        lines = [cart.lines[number - 1] for number in numbers]
        check_mode(delivery.mode, lines, delivery.address, desk.settings)
    return cart


def _delivered(
    cart: Cart, chosen: list[int], fresh: list[int], way: Way | None, desk: Desk, customer: Customer
) -> Cart:
    """The chosen lines by their way; new goods go along, or as the first line does where no way was said."""
    if way is not None:
        there = [number for number in (*chosen, *fresh) if not cart.lines[number - 1].voided]
        if not there:
            raise RuleBroken("No line is chosen for the other delivery. Choose the lines it is for.")
        return delivered(cart, there, way, desk, customer)
    if not fresh:
        return cart
    like = next((line.delivery for line in cart.active_lines if line.delivery is not None), None)
    if like is None:
        raise RuleBroken("Say how the new goods leave: choose a delivery for them.")
    return deliver(cart, fresh, replace(like, date=max(like.date, desk.today)), desk.settings)


def _with_terms(cart: Cart, edit: Edit, desk: Desk) -> Cart:
    terms = cart.terms
    if terms is None:
        return cart
    if edit.collector is not None and edit.collector != terms.collector:
        collector = clean_text("Collector", edit.collector)
        cart = change_terms(cart, lambda terms: replace(terms, collector=collector))
    if edit.attributes:
        cart = say_attributes(cart, edit.attributes, desk.settings)
    if edit.expires is not None and terms.kind is CartKind.QUOTE and edit.expires != terms.expires:
        expires = check_expiry(edit.expires, desk.today)
        cart = change_terms(cart, lambda terms: replace(terms, expires=expires))
    return cart


def _with_deposit(cart: Cart, desk: Desk) -> Cart:
    """What was paid ahead stays paid, as far as the order comes to it: no money goes back from here."""
    if cart.act is None or totals_of(cart, desk.settings).due_minor >= 0:
        return cart
    return change_terms(cart, lambda terms: replace(terms, topped_up=True))


def _proposed(cart: Cart, desk: Desk, order: OrderState, note: str) -> Proposed:
    document = document_of(cart, desk, order.confirmation_number)
    applied = order_after(document, order, manual_accept=desk.settings.manual_accept)
    if applied.misfits:
        raise RuleBroken("{misfit} Look at the order again.", misfit=applied.misfits[0])
    event = applied.order.events[-1]
    changed = event.changes or event.attributes
    if cart.act is not None and cart.terms is not None and not changed and not note:
        raise RuleBroken("Nothing is changed. Change something, or leave the order as it is.")
    return Proposed(document, order, applied.order, note)


def _at(places: Mapping[int | None, int], number: int) -> int:
    """The line of the cart that stands for a line of the order.

    Raises:
        RuleBroken: there is none any more.
    """
    if number not in places:
        raise RuleBroken("There is no line {number} in this sale. Select a line first.", number=number)
    return places[number]
