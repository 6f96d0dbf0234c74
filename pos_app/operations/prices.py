"""Operations on prices: override, discounts on a line or on the whole, recalculating, unlocking, and why."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from pos_app.operations.context import Bound, RegisterContext
from pos_app.operations.lines import lines_meant, one_line
from pos_app.operations.registry import (
    Ask,
    Asks,
    Done,
    Kind,
    Needs,
    Outcome,
    Params,
    operation,
)
from retail.cart import Cart, line_of
from retail.explaining import why_charges, why_price
from retail.limit_words import line_discount_limit, price_limit, total_discount_limit
from retail.messages import say
from retail.money import Money
from retail.permissions import Right, RoleLimit
from retail.pricing import Consent, discount_lines, discount_total, override_price, recalculate
from retail.sale_limits import check_typed_price
from retail.settling import calculated
from retail.totals import totals_of

IN_A_SALE = {Needs.SIGNED_IN, Needs.OPEN_SHIFT, Needs.LINES}
ONE_LINE = {"line": Kind.NUMBER}
WHY = Ask("reason", prompt=say("Why another price?"), kind=Kind.CHOICE, choices_from="override_reasons")
SHARE = Ask("percent", prompt=say("Which discount, in percent?"), kind=Kind.PERCENT)
AMOUNT = Ask("amount", prompt=say("Which discount?"), kind=Kind.AMOUNT)


@operation(
    "line.price_override",
    title="Price override",
    needs=IN_A_SALE,
    permission=Right.PRICE_OVERRIDE,
    asks=(Ask("price", prompt=say("Which price?"), kind=Kind.AMOUNT), WHY),
    takes=ONE_LINE,
)
def override(context: RegisterContext, params: Params) -> Outcome:
    """State another price for a line; the list price takes it away again."""
    cart, price = context.open_cart, params["price"]
    line = one_line(cart, params)
    bound = Bound(lambda limit: limit.allows_price(line.list_price_minor, price), price_limit)
    if context.keeps_within(bound):
        context.act_within_limit()
    check_typed_price(line.name, price, context.settings, cart.currency)
    consent = Consent(params["reason"], context.approved_by)
    context.cart = context.settled(override_price(cart, line.number, price, consent))
    now = line_of(context.cart, line.number).price_minor
    context.note(
        "line.price_override",
        line=line.number,
        product=line.product,
        before_minor=line.price_minor,
        after_minor=now,
        reason=params["reason"],
    )
    before, after = Money(line.price_minor, cart.currency), Money(now, cart.currency)
    return Done(say("{name}: {before} → {after}.", name=line.name, before=before, after=after))


def discount_line(context: RegisterContext, params: Params) -> Outcome:
    """Take a share or an amount off the lines meant."""
    cart = context.open_cart
    numbers = [line.number for line in lines_meant(cart, params)]
    percent, amount = params.get("percent"), params.get("amount", 0)

    def discounted(approved_by: str) -> Cart:
        consent = Consent(params["reason"], approved_by)
        return context.settled(discount_lines(cart, numbers, consent, percent=percent, amount_minor=amount))

    after = discounted(context.approved_by)
    lines = [line_of(after, number) for number in numbers]

    def allows(limit: RoleLimit) -> bool:
        return all(
            limit.allows_line_discount(line.gross_minor - line.amount_minor, line.gross_minor)
            for line in lines
        )

    if context.keeps_within(Bound(allows, partial(line_discount_limit, currency=cart.currency))):
        context.act_within_limit()
        after = discounted(context.approved_by)
    return _discounted(context, after, "line.discount", percent, amount, params["reason"], lines=numbers)


def discount_whole(context: RegisterContext, params: Params) -> Outcome:
    """Take a share or an amount off the whole sale; it follows the lines from then on."""
    cart, percent, amount = context.open_cart, params.get("percent"), params.get("amount", 0)

    def discounted(approved_by: str) -> Cart:
        consent = Consent(params["reason"], approved_by)
        return context.settled(discount_total(cart, consent, percent=percent, amount_minor=amount))

    after = discounted(context.approved_by)
    taken = 0 if after.discount is None else after.discount.amount_minor
    whole = taken + sum(line.amount_minor for line in after.active_lines)
    bound = Bound(
        lambda limit: limit.allows_total_discount(taken, whole),
        partial(total_discount_limit, currency=cart.currency),
    )
    if context.keeps_within(bound):
        context.act_within_limit()
        after = discounted(context.approved_by)
    return _discounted(context, after, "sale.discount", percent, amount, params["reason"])


def _discounted(
    context: RegisterContext,
    after: Cart,
    kind: str,
    percent: Decimal | None,
    amount: int,
    reason: str,
    **facts: object,
) -> Done:
    before = totals_of(context.open_cart, context.settings).goods_minor
    context.cart = after
    now = totals_of(after, context.settings).goods_minor
    share = None if percent is None else str(percent)
    context.note(
        kind, percent=share, amount_minor=amount, before_minor=before, after_minor=now, reason=reason, **facts
    )
    return Done(
        say(
            "Goods {before} → {after}.",
            before=Money(before, after.currency),
            after=Money(now, after.currency),
        )
    )


operation(
    "line.discount_percent",
    title="Line discount in percent",
    needs=IN_A_SALE,
    permission=Right.DISCOUNT,
    asks=(SHARE, WHY),
    takes=ONE_LINE,
)(discount_line)
operation(
    "line.discount_amount",
    title="Line discount",
    needs=IN_A_SALE,
    permission=Right.DISCOUNT,
    asks=(AMOUNT, WHY),
    takes=ONE_LINE,
)(discount_line)
operation(
    "sale.discount_percent",
    title="Total discount in percent",
    needs=IN_A_SALE,
    permission=Right.DISCOUNT,
    asks=(SHARE, WHY),
)(discount_whole)
operation(
    "sale.discount_amount",
    title="Total discount",
    needs=IN_A_SALE,
    permission=Right.DISCOUNT,
    asks=(AMOUNT, WHY),
)(discount_whole)


@operation("cart.calculate", title="Calculate total", needs=IN_A_SALE)
def calculate(context: RegisterContext, params: Params) -> Outcome:
    """Work out promotions and automatic charges now, where the store has them wait for this."""
    cart = context.open_cart
    context.cart = calculated(cart, context.pricing, context.settings)
    context.is_calculated = True
    before, after = [
        Money(totals_of(each, context.settings).total_minor, cart.currency) for each in (cart, context.cart)
    ]
    if before == after:
        return Done(say("The total stays {after}.", after=after))
    return Done(say("Total {before} → {after}.", before=before, after=after))


@operation("cart.recalculate", title="Recalculate", needs=IN_A_SALE, takes={"sure": Kind.FLAG})
def recalculate_all(context: RegisterContext, params: Params) -> Outcome:
    """Price every line anew at today's prices; the difference is shown before it is taken."""
    return _recalculate(context, params, lambda cart: recalculate(cart, context.pricing))


@operation(
    "line.unlock_price",
    title="Remove price lock",
    needs=IN_A_SALE,
    permission=Right.UNLOCK_PRICE,
    takes={**ONE_LINE, "sure": Kind.FLAG},
)
def unlock(context: RegisterContext, params: Params) -> Outcome:
    """Price the lines meant anew and leave the others as they were agreed (decision 42)."""
    numbers = [line.number for line in lines_meant(context.open_cart, params)]
    return _recalculate(context, params, lambda cart: recalculate(cart, context.pricing, numbers))


def _recalculate(context: RegisterContext, params: Params, price: Callable[[Cart], Cart]) -> Outcome:
    cart = context.open_cart
    fresh = context.settled(price(cart))
    before, after = [
        Money(totals_of(each, context.settings).total_minor, cart.currency) for each in (cart, fresh)
    ]
    if before != after and params.get("sure") is not True:
        prompt = say("Total {before} → {after}. Take today's prices?", before=before, after=after)
        return Asks((Ask("sure", prompt=prompt, kind=Kind.FLAG),))
    context.cart = fresh
    context.note("cart.recalculate", before_minor=before.minor, after_minor=after.minor)
    if before == after:
        return Done(say("Today's prices make no difference: {after}.", after=after))
    return Done(say("Total {before} → {after}.", before=before, after=after))


@operation("line.why_price", title="Why this price?", needs={Needs.SIGNED_IN, Needs.LINES}, takes=ONE_LINE)
def why(context: RegisterContext, params: Params) -> Outcome:
    """Say every step of a line's price and charges, also promotions that were not used and why."""
    cart = context.open_cart
    line = one_line(cart, params)
    steps = (
        *why_price(cart, line, context.shop.price_book(), context.today),
        *why_charges(cart, context.settings, line),
    )
    amount = Money(line.amount_minor, cart.currency)
    return Done(say("{name} comes to {amount}.", name=line.name, amount=amount), {"steps": steps})
