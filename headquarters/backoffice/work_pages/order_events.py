"""What happened to an order and what that changed, in words."""

from collections.abc import Sequence

from headquarters.backoffice.notation import Quantity, Sum
from headquarters.backoffice.work_pages.attribute_inputs import details_shown
from retail.attributes import OrderAttribute
from retail.messages import Message, phrase, say
from retail.orders.events import Change, Event, EventKind, What

EVENTS = {
    EventKind.MADE: phrase("Order made"),
    EventKind.EDIT: phrase("Edited"),
    EventKind.CONVERT: phrase("Quote made an order"),
    EventKind.PAY: phrase("Further payment"),
    EventKind.PICKUP: phrase("Picked up"),
    EventKind.CANCEL: phrase("Order cancelled"),
    EventKind.RETURN: phrase("Returned"),
    EventKind.FULFILMENT: phrase("Fulfilment"),
    EventKind.ASSIGNED: phrase("Given to another store"),
}
CHANGES = {
    What.ADDED: phrase("{name}: {after} added"),
    What.REMOVED: phrase("{name}: {before} removed"),
    What.QUANTITY: phrase("{name}: quantity {before} → {after}"),
    What.PRICE: phrase("{name}: price {before} → {after}"),
    What.AMOUNT: phrase("{name}: amount {before} → {after}"),
    What.DELIVERY: phrase("{name}: delivery {before} → {after}"),
    What.DAY: phrase("{name}: day {before} → {after}"),
    What.COLLECTOR: phrase("collected by {after}"),
    What.EXPIRES: phrase("last day {before} → {after}"),
    What.DEPOSIT: phrase("deposit {before} → {after}"),
    What.CHARGES: phrase("charges {before} → {after}"),
    What.TOTAL: phrase("total {before} → {after}"),
    What.HANDED_OUT: phrase("{name}: {after} handed out"),
    What.CAME_BACK: phrase("{name}: {after} came back"),
    What.STORE: phrase("{name}: store {before} → {after}"),
    What.SHELF: phrase("{name}: on shelf {after}"),
    What.SERIAL: phrase("{name}: serial number {after}"),
    What.ACCEPT: phrase("{name}: {after} accepted"),
    What.REJECT: phrase("{name}: {after} rejected"),
    What.START: phrase("{name}: picking begun"),
    What.PICK: phrase("{name}: {after} picked"),
    What.UNPICK: phrase("{name}: {after} put back"),
    What.READY: phrase("{name}: {after} ready for collection"),
    What.PACK: phrase("{name}: {after} packed"),
    What.UNPACK: phrase("{name}: {after} unpacked"),
    What.SHIP: phrase("{name}: {after} shipped"),
}
_AMOUNTS = {What.PRICE, What.AMOUNT, What.DEPOSIT, What.CHARGES, What.TOTAL}
_AS_THEY_ARE = {What.DELIVERY, What.DAY, What.COLLECTOR, What.EXPIRES, What.STORE, What.SHELF, What.SERIAL}


def changes_shown(
    event: Event, currency: str, known: Sequence[OrderAttribute] = (), language: str = "en"
) -> list[Message]:
    """What an event changed, in words; `known` attributes by the names that they have in this language."""
    said = []
    for attribute, *values in event.attributes:
        told = [details_shown([(attribute, value)], known, language)[0] for value in values]
        before, after = [words or "–" for _, words in told]
        said.append(say("detail {name}: {before} → {after}", name=told[0][0], before=before, after=after))
    return [*[_of_change(change, currency) for change in event.changes], *said]


def _of_change(change: Change, currency: str) -> Message:
    def shown(value: str) -> str | Sum | Quantity:
        if not value or change.what in _AS_THEY_ARE:
            return value or "–"
        return Sum(int(value), currency) if change.what in _AMOUNTS else Quantity(int(value))

    return say(CHANGES[change.what], name=change.name, before=shown(change.before), after=shown(change.after))
