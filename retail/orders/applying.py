"""What a concluded transaction makes of its order: the same function at the register and at headquarters."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from retail.charges import charges_gross, charges_tax
from retail.messages import Message, say
from retail.money import Money
from retail.orders.billing import Misfit, bill, payments_of, split
from retail.orders.changes import event_of
from retail.orders.invoices import with_returned
from retail.orders.ledger import InvoiceKind
from retail.orders.making import NO_LINE, changed_order, new_order
from retail.orders.order import LineStatus, OrderLine, OrderState, OrderStatus, status_by_lines
from retail.orders.shares import Share
from retail.quantity import pieces
from retail.wire.arrival import charges_from
from retail.wire.uploads import ActPart, LinePart, TransactionDocument


@dataclass(frozen=True, slots=True)
class Applied:
    """The order after a transaction, and what of the transaction no longer fitted, in words for a person."""

    order: OrderState
    misfits: tuple[Message, ...] = ()


def order_after(
    document: TransactionDocument, before: OrderState | None = None, *, manual_accept: bool = False
) -> Applied:
    """The order after this transaction; `before` is None for a new one.

    A transaction that was applied already changes nothing. What no longer fits is left out and named; its money
    is kept in the ledger all the same, because it was taken or given (decision 20).

    Raises:
        ValueError: the transaction is about no order.
    """
    if before is not None and document.id in before.acts:
        return Applied(before)
    if document.order is not None:
        if before is None:
            made = new_order(document, manual_accept=manual_accept)
            return Applied(replace(made, events=(event_of(document, None, made, fits=True),)))
        after = changed_order(document, before, manual_accept=manual_accept)
    elif document.act is not None and before is not None:
        after = _ACTS[document.type](document, document.act, before)
    else:
        raise ValueError(f"transaction {document.id} is about no order that is known")
    order, misfits = after
    event = event_of(document, before, order, fits=not misfits)
    return Applied(replace(order, acts=(*order.acts, document.id), events=(*order.events, event)), misfits)


Outcome = tuple[OrderState, tuple[Message, ...]]


def _pick_up(document: TransactionDocument, act: ActPart, before: OrderState) -> Outcome:
    taken, misfits = _shares(document, before, _handed_out)
    bills = bool(document.charges) and not before.charges_invoiced
    if document.charges and not bills:
        misfits = (*misfits, say("Its charges were billed, but they had been billed already."))
    lines = tuple([_with(line, taken.get(line.number), "invoiced", document) for line in before.lines])
    fits = not misfits
    after = replace(
        before,
        lines=lines,
        status=status_by_lines(lines) if before.status is not OrderStatus.CANCELLED else before.status,
        charges_invoiced=before.charges_invoiced or bills,
        payments=(*before.payments, *payments_of(document, is_deposit=False)),
    )
    gross = sum(before.gross(share) for share in taken.values()) + (before.charges_gross() if bills else 0)
    tax = sum(before.tax(share) for share in taken.values()) + (before.charges_tax() if bills else 0)
    total, tax = (document.total_minor, document.tax_minor) if fits else (gross, tax)
    if not taken and not total and not act.applied_minor:
        return after, misfits
    went = {number: share.quantity_thousandths for number, share in taken.items()}
    return bill(after, document, InvoiceKind.PICKUP, total, act.applied_minor, went, tax_minor=tax), misfits


def _pay(document: TransactionDocument, act: ActPart, before: OrderState) -> Outcome:
    """A further payment: first for goods that have gone unpaid, then ahead. What goes back, in the same order."""
    payments = split(payments_of(document, is_deposit=True), before.unpaid_minor)
    ahead = sum(each.settled_minor for each in payments if each.is_deposit)
    after = replace(
        before,
        payments=(*before.payments, *payments),
        terms=replace(before.terms, topped_up=before.terms.topped_up or ahead > 0),
    )
    if -before.owed_minor <= document.paid_minor <= max(0, before.balance_minor):
        return after, ()
    if document.paid_minor < 0:
        more = Money(-before.owed_minor - document.paid_minor, document.currency)
        return after, (
            say("It was given back, and {more} of that is more than was owed. Ask for that.", more=more),
        )
    owed = Money(document.paid_minor - max(0, before.balance_minor), document.currency)
    return after, (
        say("It was paid for, and {owed} of that is more than was left to pay. Give that back.", owed=owed),
    )


def _cancel(document: TransactionDocument, act: ActPart, before: OrderState) -> Outcome:
    paid = replace(before, payments=(*before.payments, *payments_of(document, is_deposit=True)))
    if any(line.invoiced_thousandths for line in before.lines):
        return paid, (say("It was cancelled, but goods of it had been handed out."),)
    if before.status in (OrderStatus.CANCELLED, OrderStatus.INVOICED):
        return paid, (say("It was cancelled, but it had ended already."),)
    lines = tuple([replace(line, status=LineStatus.CANCELLED) for line in before.lines])
    after = replace(
        paid, lines=lines, status=OrderStatus.CANCELLED, total_minor=document.total_minor, deposit_minor=0
    )
    if not document.total_minor:
        return after, ()
    total, tax = document.total_minor, document.tax_minor
    return bill(after, document, InvoiceKind.CANCELLATION, total, total, tax_minor=tax), ()


def _take_back(document: TransactionDocument, act: ActPart, before: OrderState) -> Outcome:
    taken, misfits = _shares(document, before, _came_back)
    gives_back = any(charge.refundable for charge in document.charges)
    if gives_back and before.charges_returned:
        misfits = (*misfits, say("Its charges went back, but they had gone back already."))
    lines = tuple([_with(line, taken.get(line.number), "returned", document) for line in before.lines])
    back = {number: share.quantity_thousandths for number, share in taken.items()}
    total, tax = _returned_total(document)
    refunds = [
        charge.amount_minor
        for charge in (*document.charges, *[each for line in document.lines for each in line.charges])
        if charge.source == "refund"
    ]
    after = replace(
        before,
        lines=lines,
        invoices=with_returned(before.invoices, back, act.invoice),
        charges_returned=before.charges_returned or gives_back,
        shipping_refunded_minor=before.shipping_refunded_minor - sum(refunds),
        payments=(*before.payments, *payments_of(document, is_deposit=False, settled_minor=total)),
    )
    if not taken and not total:
        return after, misfits
    return bill(after, document, InvoiceKind.RETURN, total, 0, back, tax_minor=tax), misfits


_ACTS: Mapping[str, Callable[[TransactionDocument, ActPart, OrderState], Outcome]] = {
    "payment": _pay,
    "pickup": _pick_up,
    "cancellation": _cancel,
    "return": _take_back,
}


def _shares(
    document: TransactionDocument, order: OrderState, share_of: Callable[[LinePart, OrderLine], Share]
) -> tuple[dict[int, Share], tuple[Message, ...]]:
    """The share of every line of the order that the document names, and what of it does not fit."""
    shares: dict[int, Share] = {}
    misfits = []
    for part in document.lines:
        if part.order_line is None:
            continue
        line = order.line(part.order_line)
        if line is None:
            misfits.append(say(NO_LINE, number=part.order_line, name=part.name))
            continue
        try:
            shares[line.number] = shares.get(line.number, Share()).plus(share_of(part, line))
        except Misfit as misfit:
            misfits.append(misfit.message)
    return shares, tuple(misfits)


def _handed_out(part: LinePart, line: OrderLine) -> Share:
    if part.quantity_thousandths > line.open_thousandths:
        raise Misfit("{went} of {name} went, but only {left} were left.", went=pieces(part.quantity_thousandths),
                     name=line.name, left=pieces(line.open_thousandths))  # fmt: skip
    return line.take(part.quantity_thousandths)


def _came_back(part: LinePart, line: OrderLine) -> Share:
    left = line.invoiced_thousandths - line.returned_thousandths
    if -part.quantity_thousandths > left:
        raise Misfit("{back} of {name} came back, but only {left} were out.", back=pieces(-part.quantity_thousandths),
                     name=line.name, left=pieces(left))  # fmt: skip
    for serial in part.serials:
        if serial not in line.serials_out:
            raise Misfit(
                "Serial number {serial} of {name} came back, but it was not out.",
                serial=serial,
                name=line.name,
            )
    return line.give_back(-part.quantity_thousandths)


def _with(line: OrderLine, share: Share | None, what: str, document: TransactionDocument) -> OrderLine:
    """The line with what went or came back of it, and with the serial numbers of these pieces."""
    if share is None:
        return line
    serials = [each for part in document.lines if part.order_line == line.number for each in part.serials]
    if what == "returned":
        return replace(
            line,
            returned=line.returned.plus(share),
            returned_serials=(*line.returned_serials, *serials),
        )
    invoiced = line.invoiced.plus(share)
    whole = invoiced.quantity_thousandths >= line.ordered_thousandths
    status = LineStatus.INVOICED if whole else LineStatus.PARTIALLY_INVOICED
    return replace(line, invoiced=invoiced, status=status, serials=(*line.serials, *serials))


def _returned_total(document: TransactionDocument) -> tuple[int, int]:
    """What a return comes to without the goods given in exchange, and what of it is tax."""
    included = document.rules.price_includes_tax
    own = [line for line in document.lines if line.order_line is not None]
    charges = charges_from((*document.charges, *[charge for line in own for charge in line.charges]))
    total = sum(line.amount_minor + (0 if included else line.tax_minor) for line in own)
    tax = sum(line.tax_minor for line in own) + charges_tax(charges, included=included)
    return total + charges_gross(charges, included=included), tax
