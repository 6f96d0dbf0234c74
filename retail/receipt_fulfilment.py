"""What stands on the papers of fulfilment: the picking list for the store, and the packing slip in the parcel."""

from collections.abc import Sequence
from datetime import datetime

from retail.messages import Message, Name, say
from retail.orders.delivery import DeliveryKind
from retail.orders.order import OrderLine, OrderState
from retail.quantity import ONE, pieces
from retail.receipt_parts import words
from retail.receipt_rows import Barcode, Item, Pair, Row, Rule, StoreFacts, Text, Title


def picking_lists_of(
    orders: Sequence[tuple[OrderState, Sequence[OrderLine]]], store: StoreFacts, at: datetime
) -> tuple[Row, ...]:
    """One paper for the way through the store: what is to be picked of each of these orders."""
    return tuple([row for order, lines in orders for row in picking_list_of(order, lines, store, at)])


def picking_list_of(
    order: OrderState, lines: Sequence[OrderLine], store: StoreFacts, at: datetime
) -> tuple[Row, ...]:
    """What is still to be picked of these lines; the number of each product says where it lies."""
    rows: list[Row] = [Title(words(store.name)), Title(say("Picking list")), *_head(order, at)]
    for line in lines:
        left = line.ordered_thousandths - max(
            line.picked_thousandths, line.packed_thousandths, line.invoiced_thousandths
        )
        rows += [_item(line, left), Text(words(line.product)), Text(_leaving(line, store))]
        rows += _urgency([line], store)
    return (*rows, Rule(), Barcode(order.confirmation_number))


def packing_slip_of(
    order: OrderState, lines: Sequence[OrderLine], store: StoreFacts, at: datetime
) -> tuple[Row, ...]:
    """What is in the parcel, where it goes and how; no prices."""
    rows: list[Row] = [Title(words(store.name)), *[Text(words(line)) for line in store.lines]]
    rows += [Title(say("Packing slip")), *_head(order, at)]
    for line in lines:
        packed = line.packed_thousandths - line.invoiced_thousandths
        rows.append(_item(line, packed if packed > 0 else line.open_thousandths))
    ways = {str(_leaving(line, store)): _leaving(line, store) for line in lines}
    rows += [Rule(), *[Text(way) for way in ways.values()], *_urgency(lines, store)]
    return (*rows, Barcode(order.confirmation_number))


def _head(order: OrderState, at: datetime) -> list[Row]:
    return [
        Pair(say("Order"), words(order.reference)),
        Pair(say("Date"), say("{day} {time}", day=at.date(), time=f"{at:%H:%M}")),
        Pair(say("Customer"), words(order.customer.name)),
        Rule(),
    ]


def _item(line: OrderLine, thousandths: int) -> Item:
    is_one = thousandths == ONE and not line.unit
    return Item(line.name, None if is_one else pieces(thousandths), None, None, line.unit)


def _urgency(lines: Sequence[OrderLine], store: StoreFacts) -> list[Row]:
    """How urgent these lines are, by the modes they leave by."""
    said = dict.fromkeys([store.expedite[line.mode] for line in lines if line.mode in store.expedite])
    return [Title(say("Expedite: {urgency}", urgency=Name(each))) for each in said]


def _leaving(line: OrderLine, store: StoreFacts) -> Message:
    if line.delivery is DeliveryKind.SHIP:
        return say(
            "Shipped ({mode}) on {day} to {place}", mode=Name(line.mode), day=line.day, place=line.place
        )
    place = store.store_names.get(line.store, line.store)
    return say("Picked up at {place} on {day}", place=place, day=line.day)
