"""What happened to an order, when and by whom: every revision, step and payment of it, in the order of events."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from pos_app.language.language import Language
from pos_app.register.known_order import KnownOrder
from pos_app.views import FactView
from retail.messages import phrase
from retail.money import Money
from retail.orders.events import Change, Event, EventKind, What
from retail.orders.ledger import CARD_DECLINED, Invoice, InvoiceKind, Payment
from retail.quantity import pieces

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
_EVENTS = {
    EventKind.EDIT: phrase("revision {revision}, changed by {by}"),
    EventKind.CONVERT: phrase("made an order by {by}, revision {revision}"),
    EventKind.PAY: phrase("payment taken by {by}"),
    EventKind.PICKUP: phrase("handed out by {by}"),
    EventKind.CANCEL: phrase("cancelled by {by}"),
    EventKind.RETURN: phrase("taken back by {by}"),
    EventKind.FULFILMENT: phrase("by {by}"),
    EventKind.ASSIGNED: phrase("given to another store by {by}"),
}
_QUANTITIES = {
    What.ADDED: phrase("added {quantity} \u00d7 {name}"),
    What.REMOVED: phrase("removed {quantity} \u00d7 {name}"),
    What.HANDED_OUT: phrase("{quantity} \u00d7 {name}"),
    What.CAME_BACK: phrase("{quantity} \u00d7 {name}"),
    What.ACCEPT: phrase("accepted {quantity} \u00d7 {name}"),
    What.REJECT: phrase("rejected {quantity} \u00d7 {name}"),
    What.START: phrase("picking {quantity} \u00d7 {name}"),
    What.PICK: phrase("picked {quantity} \u00d7 {name}"),
    What.UNPICK: phrase("put back {quantity} \u00d7 {name}"),
    What.READY: phrase("ready for collection {quantity} \u00d7 {name}"),
    What.PACK: phrase("packed {quantity} \u00d7 {name}"),
    What.UNPACK: phrase("unpacked {quantity} \u00d7 {name}"),
    What.SHIP: phrase("shipped {quantity} \u00d7 {name}"),
}
_WORDS = {
    What.QUANTITY: phrase("{name}: {before} \u2192 {after}"),
    What.PRICE: phrase("price of {name} {before} \u2192 {after}"),
    What.AMOUNT: phrase("amount of {name} {before} \u2192 {after}"),
    What.DELIVERY: phrase("delivery of {name}: {before} \u2192 {after}"),
    What.DAY: phrase("day of {name}: {before} \u2192 {after}"),
    What.STORE: phrase("{name}: {before} \u2192 {after}"),
    What.COLLECTOR: phrase("collected by {after}"),
    What.EXPIRES: phrase("valid until {after}"),
    What.DEPOSIT: phrase("deposit {before} \u2192 {after}"),
    What.CHARGES: phrase("charges {before} \u2192 {after}"),
    What.TOTAL: phrase("total {before} \u2192 {after}"),
    What.SHELF: phrase("shelf {after}"),
    What.SERIAL: phrase("serial number {after}"),
}
_AMOUNTS = frozenset({What.PRICE, What.AMOUNT, What.DEPOSIT, What.CHARGES, What.TOTAL})
_DAYS = frozenset({What.DAY, What.EXPIRES})
NOTHING = "\u2013"
NO_NAMES: Mapping[str, str] = {}


def history_of(
    order: KnownOrder, today: date, language: Language, names: Mapping[str, str] = NO_NAMES
) -> tuple[FactView, ...]:
    """When and what, the oldest first; what has no moment of its own stands at the end.

    `names` are what attributes are called.
    """
    say, state = language.say, order.state
    events = [(state.made_at, 0, say("made at {store}", store=state.store))]
    events += [
        (each.at, 1, _event(each, order.currency, language, names))
        for each in state.events
        if each.kind in _EVENTS
    ]
    events += [(each.made_at, 2, _payment(each, order.currency, language)) for each in state.payments]
    events += [(each.made_at, 3, _invoice(each, order.currency, language)) for each in state.invoices]
    rows = [
        FactView(language.moment(at, today), what)
        for at, _, what in sorted(events, key=lambda each: each[:2])
    ]
    if order.number is None:
        rows.append(FactView("", say("waits for headquarters")))
    else:
        rows.append(FactView("", say("has its number {number}", number=order.number)))
    return tuple(rows)


def _event(event: Event, currency: str, language: Language, names: Mapping[str, str]) -> str:
    """`revision 2, changed by kari: Sock: 1 → 2, total 8.00 → 16.00`."""
    say = language.say
    begun = say(_EVENTS[event.kind], by=event.by, revision=event.revision)
    if event.approved_by:
        begun = say("{what}, approved by {approver}", what=begun, approver=event.approved_by)
    if event.reason:
        begun = say("{what} ({reason})", what=begun, reason=language.name(event.reason))
    if not event.fits:
        begun = say("{what}, did not fit any more", what=begun)
    said = [
        say(
            _WORDS[What.STORE],
            name=names.get(attribute, attribute),
            before=old or NOTHING,
            after=new or NOTHING,
        )
        for attribute, old, new in event.attributes
    ]
    changes = ", ".join([*[_change(each, currency, language) for each in event.changes], *said])
    if event.kind is EventKind.FULFILMENT and changes:
        return f"{changes}, {begun}"
    return f"{begun}: {changes}" if changes else begun


def _change(change: Change, currency: str, language: Language) -> str:
    if change.what in _QUANTITIES:
        return language.say(
            _QUANTITIES[change.what], quantity=_pieces(change.after or change.before), name=change.name
        )
    before, after = [_value(change.what, each, currency) for each in (change.before, change.after)]
    return language.say(_WORDS[change.what], name=change.name, before=before, after=after)


def _value(what: What, text: str, currency: str) -> object:
    if not text:
        return NOTHING
    if what in _AMOUNTS:
        return Money(int(text), currency)
    if what in _DAYS:
        return date.fromisoformat(text)
    return _pieces(text) if what is What.QUANTITY else text


def _pieces(thousandths: str) -> Decimal:
    return pieces(int(thousandths))


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
    if invoice.tax_minor:
        parts.append(say("tax {amount} in it", amount=Money(abs(invoice.tax_minor), currency)))
    if invoice.applied_minor:
        parts.append(say("{amount} of the deposit used", amount=Money(invoice.applied_minor, currency)))
    if invoice.number:
        parts.append(say("invoice {number}", number=invoice.number))
    return ", ".join(parts)
