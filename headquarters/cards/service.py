"""Charging cards on file for shipments: the intent is kept with the invoice, then asked, never asked for twice."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from card_terminal.port import find_out, status_of
from headquarters.cards.models import CardCharge
from headquarters.cases.service import open_case
from headquarters.context import Headquarters
from headquarters.orders.service import Standing, buyers, find_order, keep_orders, state_of
from retail.cards import CardAnswer, CardAsk, CardPayment, CardSlip, CardState
from retail.messages import say
from retail.money import Money
from retail.orders.charging import charge_declined
from retail.orders.kinds import Balance
from retail.orders.ledger import Payment
from retail.orders.order import OrderState

ASKED, CHARGED, DECLINED = "asked", "charged", "declined"
_NO_CARD = CardAnswer(CardState.DECLINED, CardSlip(""))


def plan_charges(session: Session, order: OrderState, document: str, at: str) -> None:
    """Keep what has to be charged for this shipment, in the unit of work that books it."""
    for number, payment in enumerate(charges_of(order, document), 1):
        session.add(
            CardCharge(
                reference=f"{document}-{number}", order_uuid=order.id, document=document,
                token=payment.card, amount_minor=payment.settled_minor, currency=order.currency, state=ASKED,
                asked_at=at, answered_at=None, renewed=False, approval_code="", terminal_reference="",
            )
        )  # fmt: skip


def charges_of(order: OrderState, document: str) -> list[Payment]:
    """What a shipment has charged to cards on file."""
    by_card = Balance.CARD_ON_FILE.value
    return [each for each in order.payments if each.document == document and each.type == by_card]


def count_asked(session: Session) -> int:
    """How many charges have no answer yet."""
    return session.scalar(select(func.count()).select_from(CardCharge).where(CardCharge.state == ASKED)) or 0


def settle_charges(headquarters: Headquarters) -> int:
    """Find out about every charge without an answer; the processor is asked for money only where it never heard of it.

    Gives back how many have an answer now; the others are asked about again the next time.
    """
    with headquarters.database.claim("charging", wait=True):
        with headquarters.database.reading() as session:
            asked = _asked(session)
        settled = 0
        for charge in asked:
            answer = _answer(headquarters, charge)
            if answer.state is CardState.UNCLEAR or answer.state is CardState.MISSING:
                continue
            with headquarters.database.writing() as session:
                _keep(session, charge.reference, answer, headquarters.now())
            settled += 1
        return settled


def _asked(session: Session) -> Sequence[CardPayment]:
    rows = session.scalars(select(CardCharge).where(CardCharge.state == ASKED).order_by(CardCharge.id))
    return [
        CardPayment(
            row.reference, row.document, CardAsk.CHARGE_TOKEN, row.amount_minor, row.currency,
            token=row.token, at=row.asked_at,
        )
        for row in rows
    ]  # fmt: skip


def _answer(headquarters: Headquarters, charge: CardPayment) -> CardAnswer:
    """What became of a charge; where the processor never heard of it, it is asked now."""
    if not charge.token:
        return _NO_CARD
    known = status_of(headquarters.processor, charge.reference)
    if known.state is not CardState.MISSING:
        return known
    return find_out(headquarters.processor, replace(charge, at=headquarters.now()))


def _keep(session: Session, reference: str, answer: CardAnswer, at: str) -> None:
    row = session.scalars(select(CardCharge).where(CardCharge.reference == reference)).one()
    is_charged = answer.state is CardState.APPROVED
    row.state, row.answered_at = CHARGED if is_charged else DECLINED, at
    row.renewed, slip = answer.renewed, answer.slip
    row.approval_code, row.terminal_reference = slip.approval_code, slip.terminal_reference
    if not is_charged:
        _decline(session, row, at)


def _decline(session: Session, charge: CardCharge, at: str) -> None:
    """The goods are unpaid: the order says so at every register, and a person is told."""
    order = find_order(session, charge.order_uuid)
    if order is None:
        raise ValueError(f"charge {charge.reference}: its order is not in the books")
    before = state_of(order)
    paid = next(each for each in charges_of(before, charge.document) if each.card == charge.token)
    standing = Standing(order.id, before)
    standing.change(charge_declined(before, paid, charge.reference, at))
    keep_orders(session, [standing], buyers(session, [before.customer.id]))
    card = next((each for each in before.terms.cards if each.token == charge.token), None)
    what = say("no card was kept")
    if card is not None:
        what = say("the card {brand} {digits} was declined", brand=card.brand, digits=card.last_four)
    amount = Money(charge.amount_minor, charge.currency)
    words = say(
        "{order}: {what}, and {amount} of shipped goods is not paid. "
        "Ask the customer to pay it: Pay on order, at any register of the store.",
        order=before.reference, what=what, amount=amount,
    )  # fmt: skip
    open_case(session, "order", charge.document, words, at)
