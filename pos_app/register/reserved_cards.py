"""Cards that were reserved here for the rest of an order and are not needed any more."""

from datetime import timedelta

from pos_app.register.session import RegisterSession
from retail.cards import CardStep
from retail.clock import stamp
from retail.orders.order import OrderState, OrderStatus
from retail.wire.uploads import TransactionDocument

STANDS = timedelta(days=60)
"""No authorisation stands for longer: older ones are not looked at."""


def let_go_of_what_is_over(session: RegisterSession) -> None:
    """Have the terminal undo what it reserved for orders that ended without it, or that took another card."""
    since = stamp(session.clock.now() - STANDS)
    over = [
        reference
        for reference, transaction in session.journal.reserved_cards(since)
        if _is_over(session, transaction, reference)
    ]
    if over:
        with session.journal.unit_of_work() as work:
            for reference in over:
                work.move_card_payment(reference, CardStep.KEPT, CardStep.REVERSING)
        session.read_card_payments()


def is_unused(order: OrderState, reference: str) -> bool:
    """The order does not name this card any more, or it has ended and never charged it."""
    card = next((each for each in order.terms.cards if each.reference == reference), None)
    if card is None:
        return True
    ended = order.status in (OrderStatus.INVOICED, OrderStatus.CANCELLED)
    return ended and not order.used_of(card)


def _is_over(session: RegisterSession, transaction: str, reference: str) -> bool:
    text = session.journal.transaction_text(transaction)
    order = None if text is None else TransactionDocument.read(text).order
    known = None if order is None else session.finding.order(order.id)
    return known is not None and is_unused(known.state, reference)
