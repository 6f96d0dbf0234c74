"""What the sheets of prices and charges show: steps of a price, charges with where they come from, reasons."""

from pos_app.language.language import Language
from pos_app.operations.context import RegisterContext
from pos_app.sheet_views import ChargeRowView, ChargesView, PriceView, WhyView
from pos_app.view_parts import ChoiceView
from retail.cart import Cart, CartLine, PriceSource
from retail.charge_rules import ChargeCode
from retail.charges import Charge, ChargeSource
from retail.explaining import why_charges, why_price
from retail.messages import Message, Name, phrase, say
from retail.money import Money

BY_HAND = phrase("Charges are typed by hand in this store.")
_SOURCES = {
    ChargeSource.TYPED: phrase("typed"),
    ChargeSource.AUTOMATIC: phrase("by rule"),
    ChargeSource.PRODUCT: phrase("with the product"),
    ChargeSource.CANCELLATION: phrase("cancellation"),
    ChargeSource.REFUND: phrase("given back"),
}


def price_note(line: CartLine, currency: str) -> Message | None:
    """What stands on a line's second row about its price; None where it is the list price."""
    off = Money(-line.shown_discount_minor, currency)
    if line.price_source is PriceSource.OVERRIDE:
        listed = Money(line.list_price_minor, currency)
        if line.shown_discount_minor:
            return say("{off}, price override, list {price}", off=off, price=listed)
        return say("price override, list {price}", price=listed)
    if not line.shown_discount_minor:
        return say("price locked") if line.price_locked and line.share is None else None
    if line.promotion:
        return say("{off} {promotion}", off=off, promotion=line.promotion)
    return say("{off} discount", off=off)


def price_view(context: RegisterContext, line: CartLine) -> PriceView:
    """The sheet that states another price for a line, or takes something off it."""
    language, currency = context.language, context.open_cart.currency
    return PriceView(
        line=line.number,
        name=line.name,
        listed=language.amount(line.list_price_minor, currency),
        price=language.amount(line.price_minor, currency),
        off=language.amount(line.discount_minor, currency) if line.discount_minor else "",
        currency=currency,
        reasons=_reasons(context.settings.override_reasons, language),
        note=language.say("Beyond your own limit a manager approves it in the next step."),
    )


def charges_view(context: RegisterContext) -> ChargesView:
    """Every charge of the sale: those of the order, then those of its lines."""
    cart, language, settings = context.open_cart, context.language, context.settings
    rows = [_row(cart, None, "", position, each, context) for position, each in enumerate(cart.charges)]
    for line in cart.active_lines:
        rows += [
            _row(cart, line.number, line.name, position, each, context)
            for position, each in enumerate(line.charges)
        ]
    return ChargesView(
        rows=tuple(rows),
        currency=cart.currency,
        reasons=_reasons(settings.charge_reasons, language),
        codes=tuple([ChoiceView(each.code, _charge_name(each, language)) for each in settings.codes_to_add]),
        add_why_not=language.say("A plain sale has no charge on the whole. Add it to a line.")
        if cart.terms is None
        else "",
        recalculate_why_not="" if settings.advanced_auto_charges else language.say(BY_HAND),
        note=language.say("Charges of the order and of its lines. Choose one to change it."),
    )


def why_view(context: RegisterContext, line: CartLine, picture: str = "") -> WhyView:
    """Every step of a line's price and charges in words."""
    cart, language = context.open_cart, context.language
    steps = (
        *why_price(cart, line, context.shop.price_book(), context.today),
        *why_charges(cart, context.settings, line),
        *why_charges(cart, context.settings, None),
    )
    return WhyView(
        name=line.name,
        amount=f"{language.amount(line.amount_minor, cart.currency)} {cart.currency}",
        steps=tuple(language.tell(each) for each in steps),
        picture=picture,
    )


def _row(
    cart: Cart, line: int | None, name: str, position: int, charge: Charge, context: RegisterContext
) -> ChargeRowView:
    language = context.language
    code = context.settings.charge_code(charge.code)
    source = language.say(_SOURCES[charge.source])
    if charge.original_minor is not None:
        before = Money(charge.original_minor, cart.currency)
        source = language.say("changed from {before}", before=before)
    return ChargeRowView(
        line=line,
        position=position,
        text=_charge_name(code, language),
        detail=f"{name or language.say('Whole order')} · {source}",
        amount=language.amount(charge.amount_minor, cart.currency),
    )


def _charge_name(code: ChargeCode, language: Language) -> str:
    return language.name(code.name) if code.name else code.code


def _reasons(reasons: tuple[str, ...], language: Language) -> tuple[ChoiceView, ...]:
    return tuple([ChoiceView(reason, language.tell(say("{name}", name=Name(reason)))) for reason in reasons])
