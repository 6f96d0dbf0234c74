"""What a document changed of an order: the order before and after it compared, as one event of its timeline."""

from collections.abc import Iterator, Mapping, Sequence

from retail.order_attributes import changes_of
from retail.orders.delivery import DeliveryKind
from retail.orders.events import Change, Event, EventKind, What
from retail.orders.kinds import CartKind
from retail.orders.order import LineStatus, OrderLine, OrderState
from retail.wire.uploads import FulfilmentDocument, TransactionDocument

_ACTS = {
    "payment": EventKind.PAY,
    "pickup": EventKind.PICKUP,
    "cancellation": EventKind.CANCEL,
    "return": EventKind.RETURN,
}


def event_of(
    document: TransactionDocument, before: OrderState | None, after: OrderState, *, fits: bool
) -> Event:
    """The event a transaction is in the timeline of its order; `before` is None for a new one."""
    act = document.act
    return Event(
        document=document.id,
        kind=_kind(document, before),
        at=document.made_at,
        by=document.user,
        register=document.register_name,
        revision=after.revision,
        receipt=document.receipt_number,
        approved_by=_approver(document),
        reason=act.reason if act is not None else "",
        fits=fits,
        changes=() if before is None else tuple(_changes(document, before, after)),
        attributes=() if before is None else changes_of(before.attributes, after.attributes),
    )


def step_event(document: FulfilmentDocument, before: OrderState, after: OrderState) -> Event:
    """The event that steps of fulfilment are, each with how many it was of."""
    return Event(
        document=document.id,
        kind=EventKind.FULFILMENT,
        at=document.made_at,
        by=document.made_by,
        register=document.register_name,
        revision=after.revision,
        changes=tuple(_steps(document, before, after)),
    )


def left_out(document: FulfilmentDocument, order: OrderState) -> Event:
    """The event of steps that no longer fitted at headquarters: none of them counts."""
    return Event(
        document.id, EventKind.FULFILMENT, document.made_at, document.made_by, document.register_name,
        order.revision, fits=False,
    )  # fmt: skip


def _kind(document: TransactionDocument, before: OrderState | None) -> EventKind:
    if before is None:
        return EventKind.MADE
    if document.order is None:
        return _ACTS[document.type]
    turned = before.kind is CartKind.QUOTE and document.order.kind == "order"
    return EventKind.CONVERT if turned else EventKind.EDIT


def _approver(document: TransactionDocument) -> str:
    if document.act is not None:
        return document.act.approved_by
    order = document.order
    override = None if order is None else order.override
    agreed = "" if order is None else order.agreed_by
    return agreed or ("" if override is None else override.approved_by)


def _changes(document: TransactionDocument, before: OrderState, after: OrderState) -> Iterator[Change]:
    if document.order is not None:
        yield from _of_lines(before, after)
        yield from _of_terms(before, after)
        return
    what = {"pickup": What.HANDED_OUT, "return": What.CAME_BACK}.get(document.type)
    for part in document.lines:
        if what is not None and part.order_line is not None:
            yield Change(what, part.name, after=str(abs(part.quantity_thousandths)))
            yield from [Change(What.SERIAL, part.name, after=serial) for serial in part.serials]
    if document.type == "pickup" and document.act is not None:
        yield Change(What.COLLECTOR, after=document.act.collector)


def _of_lines(before: OrderState, after: OrderState) -> Iterator[Change]:
    old = {line.number: line for line in before.lines if line.status is not LineStatus.CANCELLED}
    new = {line.number: line for line in after.lines if line.status is not LineStatus.CANCELLED}
    for number, line in new.items():
        if number not in old:
            yield Change(What.ADDED, line.name, after=str(line.ordered_thousandths))
        else:
            yield from _of_line(old[number], line)
    for number, line in old.items():
        if number not in new:
            yield Change(What.REMOVED, line.name, before=str(line.ordered_thousandths))


def _of_line(old: OrderLine, new: OrderLine) -> Iterator[Change]:
    seen: Sequence[tuple[What, object, object]] = (
        (What.QUANTITY, old.ordered_thousandths, new.ordered_thousandths),
        (What.PRICE, old.price_minor, new.price_minor),
        (What.DELIVERY, _way(old), _way(new)),
        (What.DAY, old.day or "", new.day or ""),
    )
    different = [each for each in seen if each[1] != each[2]]
    if not {What.QUANTITY, What.PRICE} & {each[0] for each in different}:
        different += [
            (What.AMOUNT, a, b) for a, b in ((old.amount_minor, new.amount_minor),) if a != b
        ]  # a discount alone
    yield from [Change(what, new.name, str(one), str(other)) for what, one, other in different]


def _way(line: OrderLine) -> str:
    if line.delivery is DeliveryKind.CARRY_OUT:
        return ""
    return f"{line.mode}, {line.place}" if line.place else line.mode


def _of_terms(before: OrderState, after: OrderState) -> Iterator[Change]:
    seen: Mapping[What, tuple[object, object]] = {
        What.COLLECTOR: (before.terms.collector, after.terms.collector),
        What.EXPIRES: (before.terms.expires or "", after.terms.expires or ""),
        What.CHARGES: (before.charges_gross(), after.charges_gross()),
        What.DEPOSIT: (before.deposit_minor, after.deposit_minor),
        What.TOTAL: (before.total_minor, after.total_minor),
    }
    yield from [Change(what, "", str(one), str(other)) for what, (one, other) in seen.items() if one != other]


def _steps(document: FulfilmentDocument, before: OrderState, after: OrderState) -> Iterator[Change]:
    was, now = [{line.number: line for line in order.lines} for order in (before, after)]
    for step in document.steps:
        old, new = was[step.line], now[step.line]
        moved = {
            "pick": new.picked_thousandths - old.picked_thousandths,
            "unpick": old.picked_thousandths - new.picked_thousandths,
            "ready": new.ready_thousandths - old.ready_thousandths,
            "pack": new.packed_thousandths - old.packed_thousandths,
            "unpack": old.packed_thousandths - new.packed_thousandths,
            "ship": new.invoiced_thousandths - old.invoiced_thousandths,
        }.get(step.action, new.ordered_thousandths)
        quantity = moved if step.quantity_thousandths is None else step.quantity_thousandths
        yield Change(What(step.action), new.name, after=str(quantity))
        if step.shelf:
            yield Change(What.SHELF, new.name, after=step.shelf)
        yield from [Change(What.SERIAL, new.name, after=serial) for serial in step.serials]
