"""Card payments: kept before the terminal is asked, never asked for twice, undone where they do not stand."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from card_terminal.port import TerminalSilent, find_out, status_of
from pos_app.operations.context import RegisterContext, Work
from pos_app.operations.registry import Answered, Asking, Done, Refused
from retail.cards import CardAnswer, CardAsk, CardOnFile, CardPayment, CardSlip, CardState, CardStep
from retail.cart import Cart
from retail.clock import stamp
from retail.messages import Message, say
from retail.money import Money
from retail.orders.rest import give_card
from retail.tender import Tender, TenderType

Write = Callable[[Work], None]


def next_number(cart: Cart) -> int:
    """The number of the cart's next tender."""
    return 1 + max((tender.number for tender in cart.tenders), default=0)


def references_of(cart: Cart | None) -> frozenset[str]:
    """What a cart holds of the terminal's: its card tenders, and the cards that pay its rest."""
    if cart is None:
        return frozenset()
    held = {tender.card.reference for tender in cart.tenders if tender.card is not None}
    if cart.terms is not None:
        held |= {card.reference for card in cart.terms.cards}
    return frozenset(held)


def unclear_payments(cart: Cart | None, payments: Iterable[CardPayment]) -> list[CardPayment]:
    """Those of which nobody knows whether the cart's customer paid: not answered, or half undone."""
    if cart is None:
        return []
    held = references_of(cart)
    return [
        each
        for each in payments
        if each.cart == cart.id and (each.step is CardStep.ASKED or each.reference in held)
    ]


def plan_card(
    context: RegisterContext, ask: CardAsk, amount_minor: int, words: Message, token: str = ""
) -> Asking:
    """Have the terminal asked: the intent is kept first, and what it says after. `words` are of an approval."""
    cart = context.open_cart
    at = stamp(context.now)
    payment = CardPayment(context.ids.new(), cart.id, ask, amount_minor, cart.currency, token=token, at=at)
    user = "" if context.user is None else context.user.user

    def settle(draft: RegisterContext) -> Answered:
        return _settled(draft, payment, find_out(draft.terminal, payment), words)

    return Asking(lambda work: work.add_card_payment(payment, at, user), settle)


def _settled(draft: RegisterContext, payment: CardPayment, answer: CardAnswer, words: Message) -> Answered:
    amount = Money(payment.amount_minor, payment.currency)
    if answer.state is CardState.UNCLEAR:
        refusal = say("The terminal does not say what became of {amount}. Check the card payment first.",
                      amount=amount)  # fmt: skip
        return Answered(Refused(refusal), _nothing)
    if answer.state is not CardState.APPROVED:
        draft.note("card.declined", card=payment.ask, amount_minor=payment.amount_minor)
        refusal = say(
            "The card was declined: {amount} was not taken. Try another card, or cash.", amount=amount
        )
        return Answered(Refused(refusal), _answering(answer.slip, CardStep.DECLINED))
    if payment.ask is CardAsk.AUTHORISE and not answer.slip.token:
        refusal = say("This card cannot be charged later. Take another card, or choose Pay in full.")
        return Answered(Refused(refusal), _answering(answer.slip, CardStep.REVERSING))
    taken = _take(draft, payment, answer.slip)
    if answer.renewed:
        draft.note("card.renewed", amount_minor=payment.amount_minor, last_four=answer.slip.last_four)
    values = {"tender": next_number(draft.open_cart) - 1, "last_four": answer.slip.last_four}
    return Answered(Done(words, values), taken)


def _take(draft: RegisterContext, payment: CardPayment, slip: CardSlip) -> Write:
    """What was approved stands in the cart from now on."""
    cart, amount = draft.open_cart, payment.amount_minor
    if payment.ask is CardAsk.AUTHORISE:
        card = CardOnFile(slip.token, slip.brand, slip.last_four, amount, payment.reference)
        draft.cart = give_card(cart, card, in_part=bool(payment.token))
    else:
        if payment.token:
            slip = replace(slip, token=payment.token)
        signed = -amount if payment.ask is CardAsk.REFUND else amount
        on_file = payment.ask is CardAsk.CHARGE_TOKEN
        type_ = TenderType.CARD_ON_FILE if on_file else TenderType.CARD
        tender = Tender(next_number(cart), type_, signed, 0, 0, signed, slip)
        draft.cart = replace(cart, tenders=(*cart.tenders, tender))
    draft.note("card.approved", card=payment.ask, amount_minor=amount, last_four=slip.last_four)
    return _answering(slip, CardStep.TAKEN)


def clear_up(draft: RegisterContext) -> Answered:
    """Ask the terminal about everything that is open, and finish or undo it: after a crash, or when asked to check."""
    writes: list[Write] = []
    open_before = draft.card_payments
    for payment in open_before:
        step = _undo if payment.step is CardStep.REVERSING else _check
        write = step(draft, payment)
        if write is not None:
            writes.append(write)

    def write_all(work: Work) -> None:
        for each in writes:
            each(work)

    if len(writes) < len(open_before):
        refusal = say("The terminal does not answer. Check that it is on, then check the card payment again.")
        return Answered(Refused(refusal), write_all)
    if not open_before:
        return Answered(Done(say("No card payment is open.")), write_all)
    return Answered(Done(_words_of(draft)), write_all)


def _words_of(draft: RegisterContext) -> Message:
    approved = [note for note in draft.notes if note.kind == "card.approved"]
    if not approved:
        return say("The card was not charged.")
    return say("The card payment of {amount} was approved.",
               amount=Money(approved[-1].facts["amount_minor"], draft.settings.currency))  # fmt: skip


def _check(draft: RegisterContext, payment: CardPayment) -> Write | None:
    answer = status_of(draft.terminal, payment.reference)
    if answer.state is CardState.UNCLEAR:
        return None
    if answer.state is not CardState.APPROVED:
        draft.note("card.declined", card=payment.ask, amount_minor=payment.amount_minor)
        return _answering(answer.slip, CardStep.DECLINED)
    if draft.cart is not None and draft.cart.id == payment.cart and _fits(draft.cart, payment, answer.slip):
        return _take(draft, payment, answer.slip)
    return _undo(draft, payment) or _answering(answer.slip, CardStep.REVERSING)


def _fits(cart: Cart, payment: CardPayment, slip: CardSlip) -> bool:
    """An approval for the rest of an order needs that order, and a token."""
    return payment.ask is not CardAsk.AUTHORISE or (cart.terms is not None and bool(slip.token))


def _undo(draft: RegisterContext, payment: CardPayment) -> Write | None:
    try:
        answer = draft.terminal.reverse(payment.reference)
    except TerminalSilent:
        return None
    if answer.state in (CardState.APPROVED, CardState.UNCLEAR):
        return None
    draft.note("card.reversed", card=payment.ask, amount_minor=payment.amount_minor)
    if draft.cart is not None:
        draft.cart = _without(draft.cart, payment.reference)
    return _answering(answer.slip, CardStep.REVERSED)


def _without(cart: Cart, reference: str) -> Cart:
    left = tuple(each for each in cart.tenders if each.card is None or each.card.reference != reference)
    return cart if len(left) == len(cart.tenders) else replace(cart, tenders=left)


def _answering(slip: CardSlip, step: CardStep) -> Write:
    return lambda work: work.answer_card_payment(slip, step)


def _nothing(work: Work) -> None:
    """Nothing is known, so nothing is kept."""
