"""What the sheets of a return open with: which sale or invoice is meant, and what of it can still come back."""

from collections.abc import Sequence

from pos_app.acting_views import PartLineView, ReturnSourcesView, ReturnSourceView, ReturnView
from pos_app.language.language import Language
from pos_app.operations.context import RegisterContext
from pos_app.register.known_order import KnownOrder
from pos_app.register.order_sheets import reasons_of
from retail.errors import RuleBroken
from retail.money import Money
from retail.orders.invoices import invoice_named, invoices_of_goods, is_named, returnable
from retail.orders.ledger import Invoice
from retail.orders.order import OrderLine
from retail.quantity import ONE, pieces
from retail.settings import StoreSettings


def sources_view(
    context: RegisterContext, things: Sequence[KnownOrder], number: str, *, is_online: bool
) -> ReturnSourcesView:
    """The sales and invoices with something left to come back; the one whose number was given, alone.

    Raises:
        RuleBroken: everything of them is back.
    """
    language, say = context.language, context.language.say
    pairs = [
        (thing, invoice)
        for thing in things
        for invoice in invoices_of_goods(thing.state)
        if any(returnable(line, invoice) for line in thing.lines)
    ]
    meant = [(thing, invoice) for thing, invoice in pairs if is_named(invoice, number)] or pairs
    if not meant and number:
        raise RuleBroken(
            "Everything that {number} stands on is back already, or was never handed out. Scan or type another number.",
            number=number,
        )
    return ReturnSourcesView(
        sources=tuple([_source(context, thing, invoice) for thing, invoice in meant]),
        title=say("Which invoice do the goods come back of?"),
        note=_note(language, is_online=is_online),
    )


def _source(context: RegisterContext, thing: KnownOrder, invoice: Invoice) -> ReturnSourceView:
    language = context.language
    count = sum(1 for line in thing.lines if returnable(line, invoice))
    names = [each for each in (invoice.number, invoice.receipt) if each]
    who = thing.customer_name or language.say("No customer")
    return ReturnSourceView(
        id=thing.id,
        invoice="" if thing.state.is_sale else invoice.document,
        title=" · ".join(names) or thing.reference,
        detail=language.say("{day} · {count} lines can come back · {who}",
                            day=language.moment(invoice.made_at, context.today), count=count, who=who),
        value=language.amount(invoice.total_minor, thing.currency),
        numbers=tuple(names),
    )  # fmt: skip


def return_view(context: RegisterContext, order: KnownOrder, invoice: str, *, is_online: bool) -> ReturnView:
    """What was handed out and is not back yet, line by line, and how much of the shipping may go back."""
    settings, language, say = context.settings, context.language, context.language.say
    chosen = invoice_named(order.state, invoice) if invoice else None
    lines = [line for line in order.lines if returnable(line, chosen)]
    why_no_shipping = _why_no_shipping(settings, language)
    ceiling = Money(settings.max_shipping_refund_without_approval_minor, order.currency)
    used = Money(order.state.shipping_refunded_minor, order.currency)
    what = order.reference if chosen is None else chosen.number or chosen.receipt or order.reference
    title = (
        say("Return of {order} \u2013 {customer}", order=what, customer=order.customer_name)
        if order.customer_name
        else say("Return of {order}", order=what)
    )
    return ReturnView(
        id=order.id,
        title=title,
        lines=tuple(_returnable(line, chosen, language) for line in lines),
        reasons=reasons_of(settings.return_reasons, language),
        currency=order.currency,
        shipping=""
        if why_no_shipping
        else say("{used} of {ceiling} used without approval", used=used, ceiling=ceiling),
        shipping_why_not=why_no_shipping,
        note=_note(language, is_online=is_online),
        operation="sale.return" if order.state.is_sale else "order.return",
        invoice=invoice,
        ships=not order.state.is_sale,
    )  # fmt: skip


def _note(language: Language, *, is_online: bool) -> str:
    if is_online:
        return ""
    return language.say("Headquarters does not answer: what other stores took back is not known here.")


def _why_no_shipping(settings: StoreSettings, language: Language) -> str:
    if settings.advanced_auto_charges:
        return language.say("Refundable charges go back by themselves here. No amount is needed.")
    if not settings.refund_shipping_charges or settings.shipping_charge_code is None:
        return language.say("This store does not refund shipping.")
    return ""


def _returnable(line: OrderLine, invoice: Invoice | None, language: Language) -> PartLineView:
    most = returnable(line, invoice)
    numbers = {
        "ordered": pieces(line.ordered_thousandths),
        "returned": pieces(line.returned_thousandths),
        "left": pieces(most),
    }
    detail = language.say("{left} can come back \u00b7 {ordered} ordered", **numbers)
    if line.returned_thousandths:
        detail = language.say("{left} can come back \u00b7 {ordered} ordered, {returned} returned", **numbers)
    out = line.serials_out
    return PartLineView(
        line.number,
        line.product,
        line.name,
        detail,
        most,
        asks_serial=bool(out),
        serials=out,
        without_serial=max(0, line.invoiced_thousandths - line.returned_thousandths - len(out) * ONE),
    )
