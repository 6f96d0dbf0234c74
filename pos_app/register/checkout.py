"""Concluding: the open cart becomes a transaction that never changes, in one commit, and only then travels."""

from dataclasses import replace

from pos_app.operations.context import RegisterContext, Work
from pos_app.operations.registry import Ask, Asks, Done, Kept, Kind
from pos_app.register.card_payments import references_of
from pos_app.register.fetching import check_unchanged
from pos_app.register.reserved_cards import is_unused
from retail.barcodes import confirmation_number, receipt_number
from retail.cards import CardStep
from retail.cart import Cart, CartKind
from retail.errors import RuleBroken
from retail.messages import Message, say
from retail.money import Money
from retail.order_attributes import what_is_missing
from retail.orders.acts import Act
from retail.orders.applying import order_after
from retail.orders.order import OrderState
from retail.orders.terms import check_concludable
from retail.settling import check_calculated
from retail.totals import Totals
from retail.wire.base import fingerprint
from retail.wire.conversion import Standing, transaction_document
from retail.wire.erasing import seal
from retail.wire.tally import money_of


def plan_conclusion(context: RegisterContext) -> Kept | Asks:
    """Check that the cart can be concluded now, and say what has to be kept for it; or ask for details that it lacks.

    Raises:
        RuleBroken: what only shows at the end, in words; nothing is changed.
        DiskFull: there is no room to keep it.
    """
    cart = _with_account(context, context.open_cart)
    totals = check_concludable(cart, context.settings, context.today)
    check_calculated(cart, context.pricing, context.settings)
    known = None if cart.act is None else cart.act.order
    if known is not None:
        check_unchanged(context, known)
    elif cart.terms is not None:
        context.check_headquarters_for_orders()
    lacking = what_is_missing(cart, context.settings, context.language.code)
    if lacking is not None:
        return Asks((Ask("attributes", lacking, Kind.FIELDS),))
    if not cart.tenders:
        context.shop.check_room()
    sends_now = _is_awaited(context, cart) and context.courier.is_ready()

    def write(work: Work) -> Done:
        return _write(context, cart, totals, work, sends_now=sends_now)

    def deliver(done: Done) -> Done:
        context.courier.deliver(cart.id)
        order = context.shop.order(cart.order_id)
        number = order.number if order is not None else None
        return Done(_words(cart, totals, done.values, number), {**done.values, "number": number})

    context.cart = None
    return Kept(write, deliver if sends_now else None)


def _write(context: RegisterContext, cart: Cart, totals: Totals, work: Work, *, sends_now: bool) -> Done:
    number = work.next_number("transaction")
    register = context.place.register
    before = None if cart.act is None else cart.act.order
    is_order = cart.terms is not None or before is not None
    standing = Standing(
        register=register,
        store=context.place.store,
        epoch=context.place.epoch,
        number=number,
        receipt_number=receipt_number(register, number),
        confirmation_number=_confirmation_number(register, work, is_order=is_order, before=before),
        shift=context.shift.id if context.shift is not None else "",
        user="" if context.user is None else context.user.user,
        at=context.now,
    )
    document = transaction_document(cart, totals, context.settings, standing)
    text = document.written()
    work.add_transaction(document, text)
    if references_of(cart):
        work.conclude_card_payments(cart.id)
    if is_order:
        after = order_after(document, before, manual_accept=context.settings.manual_accept)
        if after.misfits:
            raise RuleBroken("{misfit} Discard this and open the order again.", misfit=after.misfits[0])
        work.keep_order(after.order, document.id if before is None else "")
        for reference in _cards_let_go(cart, after.order):
            work.move_card_payment(reference, CardStep.KEPT, CardStep.REVERSING)
    work.add_outbox(
        document.id,
        "transaction",
        text,
        _needed(context, cart),
        money_minor=money_of(document),
        **context.lease(sends_now),
    )
    context.note(
        "transaction.conclude",
        transaction=document.id,
        receipt_number=document.receipt_number,
        **_proof_of(text),
        total_minor=document.total_minor,
        paid_minor=document.paid_minor,
        order=cart.order_id if is_order else None,
    )
    values = {
        "transaction": document.id,
        "order": cart.order_id if is_order else None,
        "receipt_number": standing.receipt_number,
        "confirmation_number": standing.confirmation_number if is_order else None,
        "change_minor": totals.change_minor,
        "number": None,
    }
    return Done(_words(cart, totals, values, None), values)


def _proof_of(text: str) -> dict[str, str]:
    """What the journal proves a document by: its fingerprint; of one that names a customer, that without the name."""
    proof = seal(text)
    return {"fingerprint" if proof == fingerprint(text) else "sealed": proof}


def _is_awaited(context: RegisterContext, cart: Cart) -> bool:
    """Headquarters is asked at once: about an order it knows always, about a new one where the store says so."""
    if cart.act is not None:
        return cart.act.order is not None and bool(cart.act.order.number)
    return cart.terms is not None and not context.settings.async_orders


def _needed(context: RegisterContext, cart: Cart) -> str | None:
    """The document that must go first: the one before it of the same order, or its pending customer's."""
    before = None if cart.act is None else cart.act.order
    waiting = None if before is None else context.shop.waiting_act(before)
    if waiting is not None:
        return waiting
    return cart.customer.id if cart.customer is not None and cart.customer.is_pending else None


def _confirmation_number(register: str, work: Work, *, is_order: bool, before: OrderState | None) -> str:
    if before is not None:
        return before.confirmation_number
    return confirmation_number(register, work.next_number("order")) if is_order else ""


def _words(cart: Cart, totals: Totals, values: object, number: str | None) -> Message:
    facts = values if isinstance(values, dict) else {}
    change = Money(totals.change_minor, cart.currency)
    if cart.act is not None and cart.terms is None:
        return _words_of_act(
            cart, cart.act, change, str(facts["receipt_number"]), str(facts["confirmation_number"])
        )
    if cart.terms is None:
        return say("Change {change} – sale {receipt} saved.", change=change, receipt=facts["receipt_number"])
    reference = facts["confirmation_number"]
    if number is None:
        return say("Change {change} – order {order} saved · will be sent.", change=change, order=reference)
    return say(
        "Change {change} – order {number} · {order} saved.", change=change, number=number, order=reference
    )


def _words_of_act(cart: Cart, act: Act, change: Money, receipt: str, order: str) -> Message:
    if cart.kind is CartKind.PICKUP:
        return say("Change {change} – {order}: goods handed out, receipt {receipt}.",
                   change=change, order=order, receipt=receipt)  # fmt: skip
    if cart.kind is CartKind.PAYMENT and act.asked_minor < 0:
        back = Money(-act.asked_minor, cart.currency)
        return say("{order}: {back} given back, receipt {receipt}.", order=order, back=back, receipt=receipt)
    if cart.kind is CartKind.PAYMENT:
        return say("Change {change} – {order}: payment taken, receipt {receipt}.",
                   change=change, order=order, receipt=receipt)  # fmt: skip
    if cart.kind is CartKind.CANCELLATION:
        return say("{order} is cancelled, receipt {receipt}.", order=order, receipt=receipt)
    if act.order is None:
        return say("Goods came back, receipt {receipt}.", receipt=receipt)
    return say("Goods of {order} came back, receipt {receipt}.", order=order, receipt=receipt)


def _with_account(context: RegisterContext, cart: Cart) -> Cart:
    """The cart with its customer's account id, if that has arrived since they were put on it."""
    if cart.customer is None or not cart.customer.is_pending:
        return cart
    known = context.shop.customer(cart.customer.id)
    return cart if known is None else replace(cart, customer=replace(cart.customer, account=known.account))


def _cards_let_go(cart: Cart, after: OrderState) -> frozenset[str]:
    """The cards given with an order that are not needed any more.

    Another way was chosen, it is cancelled, or it has ended and they were never charged.
    """
    order = None if cart.act is None else cart.act.order
    if order is None:
        return frozenset()
    unused = [card.reference for card in after.terms.cards if is_unused(after, card.reference)]
    if cart.kind not in (CartKind.ORDER, CartKind.CANCELLATION):
        return frozenset(unused)
    still = frozenset() if cart.kind is CartKind.CANCELLATION else references_of(cart)
    return frozenset(
        [*unused, *(card.reference for card in order.terms.cards if card.reference not in still)]
    )
