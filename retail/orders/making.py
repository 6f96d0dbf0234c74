"""Making an order out of its transaction, and changing it by a later one that is the whole new order."""

from dataclasses import replace

from retail.messages import Message, phrase, say
from retail.orders.billing import invoice_of, payments_of
from retail.orders.delivery import DeliveryKind
from retail.orders.ledger import InvoiceKind
from retail.orders.order import (
    NOTHING_YET,
    LineStatus,
    OrderCustomer,
    OrderLine,
    OrderState,
    OrderStatus,
    status_by_lines,
)
from retail.orders.rest import reservation_of
from retail.orders.shares import Share
from retail.totals import totals_of
from retail.wire.arrival import (
    PRICE_SOURCES,
    attributes_from,
    cart_of,
    charges_from,
    delivery_of,
    discount_of,
    override_of,
    terms_of,
)
from retail.wire.tax_codes import codes_of
from retail.wire.uploads import LinePart, OrderPart, TransactionDocument

NO_LINE = phrase("There is no line {number} of {name} any more.")


def new_order(document: TransactionDocument, *, manual_accept: bool) -> OrderState:
    """The order a transaction makes: what is carried out is invoiced at once and uses the deposit first.

    What is fetched is accepted, and what is shipped too, or pending where the store accepts shipments by hand.

    Raises:
        ValueError: the transaction makes no order.
    """
    part, customer = document.order, document.customer
    if part is None or customer is None:
        raise ValueError(f"transaction {document.id} makes no order")
    order = OrderState(
        id=part.id,
        confirmation_number=part.confirmation_number,
        status=OrderStatus.OPEN,
        store=document.store,
        made_at=document.made_at,
        currency=document.currency,
        price_includes_tax=document.rules.price_includes_tax,
        customer=OrderCustomer(customer.id, customer.name, customer.account, customer.business),
        terms=terms_of(part),
        deposit_percent=part.deposit_percent,
        deposit_minor=part.deposit_minor,
        total_minor=document.total_minor,
        carry_out_minor=document.carry_out_minor,
        lines=(),
        acts=(document.id,),
        attributes=attributes_from(document.attributes),
    )
    return _filled(order, document, part, {}, manual_accept=manual_accept)


def changed_order(
    document: TransactionDocument, before: OrderState, *, manual_accept: bool
) -> tuple[OrderState, tuple[Message, ...]]:
    """The order as this transaction changes it, or as it was with the words for what no longer fits.

    The money of the transaction is in the ledger either way.
    """
    part = document.order
    if part is None:
        raise ValueError(f"transaction {document.id} changes no order")
    misfits = _misfits(document, part.revision, before)
    if misfits:
        payments = (*before.payments, *payments_of(document, is_deposit=True))
        return replace(before, payments=payments), misfits
    changed = replace(
        before,
        revision=before.revision + 1,
        terms=terms_of(part),
        deposit_percent=part.deposit_percent,
        deposit_minor=part.deposit_minor,
        total_minor=document.total_minor,
        carry_out_minor=document.carry_out_minor,
        attributes=attributes_from(document.attributes),
    )
    known = {line.number: line for line in before.lines}
    return _filled(changed, document, part, known, manual_accept=manual_accept), ()


def _misfits(document: TransactionDocument, revision: int, before: OrderState) -> tuple[Message, ...]:
    if before.status in (OrderStatus.CANCELLED, OrderStatus.INVOICED):
        return (say("It was changed, but it had ended already."),)
    if revision != before.revision + 1:
        return (say("It was changed here and elsewhere at the same time."),)
    misfits = []
    named = {part.order_line: part for part in document.lines if part.order_line is not None}
    for number, part in named.items():
        line = before.line(number)
        if line is None or line.status is LineStatus.CANCELLED:
            misfits.append(say(NO_LINE, number=number, name=part.name))
        elif line.invoiced_thousandths != part.gone_thousandths:
            misfits.append(
                say("{name} was changed, but goods of it had been handed out meanwhile.", name=line.name)
            )
        elif _breaks_packing(line, part):
            misfits.append(say("{name} was changed, but goods of it are packed.", name=line.name))
    removed = [
        say("{name} was removed, but goods of it had been handed out.", name=line.name)
        for line in before.lines
        if line.number not in named and line.invoiced_thousandths
    ]
    unpacked = [
        say("{name} was removed, but goods of it are packed.", name=line.name)
        for line in before.lines
        if line.number not in named and line.packed_thousandths and not line.invoiced_thousandths
    ]
    return (*misfits, *removed, *unpacked)


def _breaks_packing(line: OrderLine, part: LinePart) -> bool:
    """Whether a changed line is less than what is packed of it, or leaves in another way than it was packed for."""
    if line.packed_thousandths <= line.invoiced_thousandths:
        return False
    plan = None if part.delivery is None else delivery_of(part.delivery)
    return part.quantity_thousandths < line.packed_thousandths or plan != line.plan


def _filled(
    order: OrderState,
    document: TransactionDocument,
    part: OrderPart,
    known: dict[int, OrderLine],
    *,
    manual_accept: bool,
) -> OrderState:
    """The order with the lines and the money of the transaction; what is newly carried out is invoiced."""
    is_quote = part.kind == "quote"
    lines: list[OrderLine] = []
    carried = carried_tax = 0
    billed: dict[int, int] = {}
    number = max(known, default=0)
    for each in document.lines:
        old = None if each.order_line is None else known.get(each.order_line)
        if old is None:
            number = number + 1 if known else each.number
        goes = each.delivery is None and not is_quote
        at = number if old is None else old.number
        line = line_of(each, at, document, manual_accept=manual_accept, goes=goes and old is None)
        if is_quote:
            line = replace(line, status=LineStatus.PENDING)
        elif old is not None:
            line = _changed_line(old, line)
            goes = goes and not line.invoiced_thousandths
            line = replace(line, invoiced=line.whole, status=LineStatus.INVOICED) if goes else line
        if goes:
            carried += order.gross(line.whole)
            carried_tax += order.tax(line.whole)
            billed[line.number] = line.ordered_thousandths
        lines.append(line)
    kept = {line.number for line in lines}
    gone = [replace(line, status=LineStatus.CANCELLED) for line in known.values() if line.number not in kept]
    every = tuple(sorted([*lines, *gone], key=lambda line: line.number))
    invoice = invoice_of(document, InvoiceKind.CARRY_OUT, carried, carried, billed, tax_minor=carried_tax)
    return replace(
        order,
        lines=every,
        charges=charges_from(document.charges),
        status=OrderStatus.QUOTE if is_quote else status_by_lines(every),
        card_authorisation_minor=_card_authorisation(document, part, order.card_used_minor),
        payments=(*order.payments, *payments_of(document, is_deposit=True)),
        invoices=(*order.invoices, invoice) if billed else order.invoices,
    )


def line_of(
    part: LinePart,
    number: int,
    document: TransactionDocument,
    *,
    manual_accept: bool = False,
    goes: bool = False,
) -> OrderLine:
    """The line of an order that a line of a transaction makes, with nothing of it handed out, or with `goes` all."""
    plan = None if part.delivery is None else delivery_of(part.delivery)
    store, included = document.store, document.rules.price_includes_tax
    status, charges = LineStatus.ACCEPTED, charges_from(part.charges)
    amounts = tuple([charge.amount_minor for charge in charges]) if charges else ()
    taxes = tuple([charge.tax_minor(included=included) for charge in charges]) if charges else ()
    quantity, amount, tax = part.quantity_thousandths, part.amount_minor, part.tax_minor
    if plan is not None and plan.kind is DeliveryKind.PICKUP:
        store = plan.store or store
    elif plan is not None:
        store = plan.store or plan.ship_from or store
        status = LineStatus.PENDING if manual_accept else LineStatus.ACCEPTED
    return OrderLine(
        number=number,
        product=part.product,
        name=part.name,
        status=LineStatus.INVOICED if goes else status,
        ordered_thousandths=quantity,
        list_price_minor=part.list_price_minor,
        price_minor=part.price_minor,
        amount_minor=amount,
        tax_percent=part.tax_percent,
        tax_minor=tax,
        store=store,
        own_tax_percent=part.own_tax_percent,
        category=part.category,
        item_tax_group=part.item_tax_group,
        unit=part.unit,
        contains_thousandths=part.contains_thousandths,
        tax_codes=codes_of(part.tax_codes),
        barcode=part.barcode,
        price_source=PRICE_SOURCES[part.price_source],
        discounts=tuple([discount_of(step) for step in part.discounts]) if part.discounts else (),
        override=override_of(part),
        charges=tuple([replace(charge, part_tax_minor=None) for charge in charges]) if charges else (),
        charge_taxes_minor=taxes,
        plan=plan,
        invoiced=Share(quantity, amount, tax, amounts, taxes) if goes else NOTHING_YET,
        serials=part.serials,
    )


def _changed_line(old: OrderLine, fresh: OrderLine) -> OrderLine:
    """The line as it is now; what was handed out, picked and packed of it stays, and so does how far it is."""
    begun = bool(old.invoiced_thousandths or old.picked_thousandths or old.packed_thousandths)
    same_way = old.plan == fresh.plan
    status = old.status if begun or (same_way and old.status is not LineStatus.PENDING) else fresh.status
    if old.invoiced_thousandths:
        whole = old.invoiced_thousandths >= fresh.ordered_thousandths
        status = LineStatus.INVOICED if whole else LineStatus.PARTIALLY_INVOICED
    return replace(
        fresh,
        status=status,
        store=old.store if same_way else fresh.store,
        invoiced=old.invoiced,
        returned=old.returned,
        picked_thousandths=old.picked_thousandths,
        packed_thousandths=old.packed_thousandths,
        ready_thousandths=old.ready_thousandths,
        shelf=old.shelf,
        serials=(*old.serials, *fresh.serials),
        rejected_by=old.rejected_by,
        returned_serials=old.returned_serials,
    )


def _card_authorisation(document: TransactionDocument, part: OrderPart, used_minor: int) -> int:
    """What cards may be charged in all for the order, with what they were charged already."""
    cards = part.further_cards if part.card is None else (part.card, *part.further_cards)
    if part.kind == "quote":
        return 0
    if cards or part.balance != "card_on_file":
        return sum(card.authorised_minor for card in cards)
    cart, settings = cart_of(document)
    return used_minor + reservation_of(cart, settings, totals_of(cart, settings))
