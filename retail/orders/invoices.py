"""The invoices of an order as what goods come back of: which is meant, and how much of each line is left on one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from retail.errors import RuleBroken
from retail.orders.order import OF_GOODS, Invoice, InvoicedLine, OrderLine, OrderState


def invoices_of_goods(order: OrderState) -> tuple[Invoice, ...]:
    """The invoices by which goods were handed out or shipped, the oldest first."""
    return tuple([each for each in order.invoices if each.kind in OF_GOODS])


def invoice_named(order: OrderState, name: str) -> Invoice:
    """The invoice somebody means: by headquarters' number, by the number of its receipt, or by its document.

    Raises:
        RuleBroken: none of them, or one that handed nothing out.
    """
    for each in invoices_of_goods(order):
        if is_named(each, name):
            return each
    raise RuleBroken(
        "{order} has no invoice {name} that goods can come back of. Choose one of the list.",
        order=order.reference, name=name,
    )  # fmt: skip


def is_named(invoice: Invoice, name: str) -> bool:
    """This is what the invoice, its receipt or its document is called."""
    folded = name.strip().casefold()
    return bool(folded) and folded in (
        invoice.number.casefold(), invoice.receipt.casefold(), invoice.document.casefold(),
    )  # fmt: skip


def has_number(order: OrderState, name: str) -> bool:
    """This is exactly the number of the order or sale, of its confirmation or receipt, or of one of its invoices."""
    folded = name.strip().casefold()
    own = (order.number.casefold(), order.confirmation_number.casefold())
    return bool(folded) and (folded in own or any(is_named(each, name) for each in order.invoices))


def returnable(line: OrderLine, invoice: Invoice | None = None) -> int:
    """How much of a line can still come back, in thousandths: of this invoice, or of all of them.

    An invoice that names no lines was made by an older version: then what the line says holds.
    """
    left = line.invoiced_thousandths - line.returned_thousandths
    if invoice is None or not invoice.lines:
        return left
    own = [each for each in invoice.lines if each.line == line.number]
    return min(left, sum(each.quantity_thousandths - each.returned_thousandths for each in own))


def with_returned(
    invoices: Sequence[Invoice], back: Mapping[int, int], document: str = ""
) -> tuple[Invoice, ...]:
    """The invoices after so many thousandths of these lines came back.

    What comes back is taken off the invoice it came by, and else, or beyond what that has left, off the oldest.
    """
    left = dict(back)
    order = sorted(range(len(invoices)), key=lambda place: invoices[place].document != document)
    after = list(invoices)
    for place in order:
        if invoices[place].kind in OF_GOODS:
            after[place] = replace(
                invoices[place], lines=tuple([_after(each, left) for each in invoices[place].lines])
            )
    return tuple(after)


def _after(line: InvoicedLine, left: dict[int, int]) -> InvoicedLine:
    taken = min(left.get(line.line, 0), line.quantity_thousandths - line.returned_thousandths)
    if not taken:
        return line
    left[line.line] -= taken
    return replace(line, returned_thousandths=line.returned_thousandths + taken)
