"""What happened to an order, when: made, sent, paid, handed out, billed, changed, in the order of events."""

from datetime import date

from pos_app.language.language import Language
from pos_app.register.known_order import KnownOrder
from pos_app.views import FactView
from retail.messages import phrase
from retail.money import Money
from retail.orders.order import CARD_DECLINED, Invoice, InvoiceKind, Payment

_INVOICES = {
    InvoiceKind.CARRY_OUT: phrase("carried out {total}"),
    InvoiceKind.PICKUP: phrase("picked up {total}"),
    InvoiceKind.SHIPMENT: phrase("shipped {total}"),
    InvoiceKind.CANCELLATION: phrase("cancelled, charge {total}"),
    InvoiceKind.RETURN: phrase("came back {total}"),
}
_TENDERS = {
    "cash": phrase("cash"),
    "card": phrase("card"),
    "customer_account": phrase("on account"),
    "card_on_file": phrase("card on file"),
    "card_declined": phrase("card on file"),
    "exchange": phrase("exchange"),
}


def history_of(order: KnownOrder, today: date, language: Language) -> tuple[FactView, ...]:
    """When and what, the oldest first; what has no moment of its own stands at the end."""
    say, state = language.say, order.state
    events = [(state.made_at, 0, say("made at {store}", store=state.store))]
    events += [(each.made_at, 1, _payment(each, order.currency, language)) for each in state.payments]
    events += [(each.made_at, 2, _invoice(each, order.currency, language)) for each in state.invoices]
    rows = [FactView(language.moment(at, today), what) for at, _, what in sorted(events)]
    if order.number is None:
        rows.append(FactView("", say("waits for headquarters")))
    else:
        rows.append(FactView("", say("has its number {number}", number=order.number)))
    if state.revision > 1:
        rows.append(FactView("", say("revision {number}", number=state.revision)))
    return tuple(rows)


def _payment(payment: Payment, currency: str, language: Language) -> str:
    tender = language.say(_TENDERS[payment.type]) if payment.type in _TENDERS else payment.type
    amount = Money(abs(payment.settled_minor), currency)
    if payment.type == CARD_DECLINED:
        return language.say("{amount} not paid, the {tender} was declined", amount=amount, tender=tender)
    if payment.settled_minor < 0:
        return language.say("{amount} given back, {tender}", amount=amount, tender=tender)
    if payment.is_deposit:
        return language.say("deposit {amount}, {tender}", amount=amount, tender=tender)
    return language.say("paid {amount}, {tender}", amount=amount, tender=tender)


def _invoice(invoice: Invoice, currency: str, language: Language) -> str:
    say = language.say
    parts = [say(_INVOICES[invoice.kind], total=Money(abs(invoice.total_minor), currency))]
    if invoice.applied_minor:
        parts.append(say("{amount} of the deposit used", amount=Money(invoice.applied_minor, currency)))
    if invoice.number:
        parts.append(say("invoice {number}", number=invoice.number))
    return ", ".join(parts)
