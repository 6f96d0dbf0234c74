"""What a line costs: the best price of the day for the customer, a price or discount a person states, and the lock."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from retail.cart import PRICE_MAX_MINOR, check_amount, line_of
from retail.cart_values import Cart, CartLine, PriceOverride, PriceSource
from retail.catalog import Product
from retail.discounts import Discount, DiscountSource, without, worked_out
from retail.errors import RuleBroken
from retail.money import Money
from retail.orders.fixed import check_price_changes, check_whole
from retail.promotions import PriceBook, Promotion, PromotionKind
from retail.quantity import ONE
from retail.rounding import divide, percent_off, spread
from retail.texts import clean_text
from retail.units import in_stock_unit


@dataclass(frozen=True, slots=True)
class Pricing:
    """What prices are worked out from: promotions, the catalogue and the day."""

    book: PriceBook
    product: Callable[[str], Product | None]
    today: date


@dataclass(frozen=True, slots=True)
class Consent:
    """Why a person changes a price, and who allowed it."""

    reason: str
    approved_by: str


def affiliations_of(cart: Cart) -> tuple[str, ...]:
    """What the buyer belongs to."""
    return () if cart.customer is None else cart.customer.affiliations


def priced(line: CartLine, book: PriceBook, today: date, affiliations: tuple[str, ...] = ()) -> CartLine:
    """The line at its best price today for who has these affiliations; a locked one keeps its price and its steps.

    These are worked out for its quantity.

    A promotion lowers the list price only: a price that was typed, by request or by permission, is the price.
    What a person took off comes after it.
    """
    if line.share is not None:
        return line
    if line.price_locked or line.price_source in (PriceSource.KEYED, PriceSource.OVERRIDE):
        return _reworked(line)
    base = line
    if line.price_source is PriceSource.DEAL or line.discounts:
        base = replace(
            line,
            price_minor=line.list_price_minor,
            price_source=PriceSource.LIST,
            discounts=without(line.discounts, DiscountSource.PROMOTION),
        )
    promotions = book.strongest(line.product, today, line.category, affiliations)
    if not promotions and base is line:
        return line
    best = _reworked(base)
    for promotion in promotions:
        offered = with_promotion(base, promotion)
        if offered.amount_minor < best.amount_minor:
            best = offered
    return line if best == line else best


def with_promotion(line: CartLine, promotion: Promotion) -> CartLine:
    """A line at its list price as this promotion would make it; what it says of a piece holds for each in a pack."""
    kind, amount = promotion.kind, in_stock_unit(promotion.amount_minor, line.contains_thousandths)
    step = Discount(
        DiscountSource.PROMOTION,
        promotion.name,
        promotion.percent if kind is PromotionKind.PERCENT else None,
        amount if kind is PromotionKind.AMOUNT else 0,
        code=promotion.id,
    )
    price, source = (
        (amount, PriceSource.DEAL) if kind is PromotionKind.DEAL else (line.price_minor, line.price_source)
    )
    gross = divide(price * line.quantity_thousandths, ONE)
    steps = worked_out((step, *line.discounts), gross, line.quantity_thousandths)
    return replace(line, price_minor=price, price_source=source, discounts=steps)


def override_price(cart: Cart, number: int, price_minor: int, consent: Consent) -> Cart:
    """State another price than the list's; the list price itself takes the override away again.

    Raises:
        RuleBroken: no such line, a price out of bounds, or no fit reason.
    """
    line = line_of(cart, number)
    check_price_changes(cart, line)
    if not 0 <= price_minor <= PRICE_MAX_MINOR:
        raise RuleBroken("{name} cannot cost {price}: prices go from 0 to {limit}. Type the price again.",
                         name=line.name, price=Money(price_minor, cart.currency),
                         limit=Money(PRICE_MAX_MINOR, cart.currency))  # fmt: skip
    why = PriceOverride(clean_text("Reason", consent.reason), consent.approved_by)
    is_list = price_minor == line.list_price_minor and line.price_source is not PriceSource.KEYED
    changed = replace(
        line,
        price_minor=price_minor,
        price_source=PriceSource.LIST if is_list else PriceSource.OVERRIDE,
        override=None if is_list else why,
        discounts=without(line.discounts, DiscountSource.PROMOTION),
        price_locked=False,
    )
    return _with_lines(cart, {number: check_amount(_reworked(changed), cart.currency)})


def discount_lines(
    cart: Cart, numbers: Collection[int], consent: Consent, *, percent: Decimal | None, amount_minor: int = 0
) -> Cart:
    """Take a share or an amount off each of these lines; nothing (0) takes the discount away again.

    Raises:
        RuleBroken: no such line, a share or an amount out of bounds, or no fit reason.
    """
    changed = {}
    for number in numbers:
        line = line_of(cart, number)
        check_price_changes(cart, line)
        others = without(line.discounts, DiscountSource.LINE)
        plain = _reworked(replace(line, discounts=others))
        step = _stated(DiscountSource.LINE, consent, percent, amount_minor, plain.amount_minor, cart.currency)
        shares = tuple([each for each in others if each.source is DiscountSource.TOTAL])
        before = tuple([each for each in others if each.source is DiscountSource.PROMOTION])
        steps = (*before, *(() if step is None else (step,)), *shares)
        changed[number] = _reworked(replace(line, discounts=steps))
    return _with_lines(cart, changed)


def discount_total(cart: Cart, consent: Consent, *, percent: Decimal | None, amount_minor: int = 0) -> Cart:
    """Take a share or an amount off the whole; it follows the lines from then on. 0 takes it away again.

    Raises:
        RuleBroken: a share or an amount out of bounds, or no fit reason.
    """
    check_whole(cart)
    whole = sum([line.amount_minor for line in _without_shares(cart).active_lines if not line.price_locked])
    step = _stated(DiscountSource.TOTAL, consent, percent, amount_minor, whole, cart.currency)
    return share_total(replace(cart, discount=step))


def share_total(cart: Cart) -> Cart:
    """The cart with the discount on the whole spread over its lines by value; the last one takes the rest.

    Lines whose price is locked take no part in it: they were sold at their amount.
    """
    bare, discount = _without_shares(cart), cart.discount
    lines = [line for line in bare.active_lines if not line.price_locked]
    if discount is None or not lines:
        return cart if bare.lines == cart.lines else bare
    amounts = [line.amount_minor for line in lines]
    whole = sum(amounts)
    taken = (
        percent_off(whole, discount.percent)
        if discount.percent is not None
        else min(discount.stated_minor, whole)
    )
    changed = {}
    for line, share in zip(lines, spread(taken, amounts), strict=True):
        step = replace(discount, percent=None, stated_minor=share, amount_minor=share)
        shared = replace(line, discounts=(*line.discounts, step)) if share else line
        before = cart.lines[line.number - 1]
        changed[line.number] = before if shared == before else shared
    return replace(_with_lines(bare, changed), discount=replace(discount, amount_minor=taken))


def recalculate(cart: Cart, pricing: Pricing, numbers: Collection[int] | None = None) -> Cart:
    """Unlock the prices of all lines (or of these) and price them anew: today's list price and promotions.

    A price or discount that a person stated stays, also a share of one on the whole of an order that is opened again.
    What was handed out keeps its price; so does a product that is gone.
    """
    check_whole(cart)
    changed = {}
    for line in cart.active_lines:
        if line.gone_thousandths or (numbers is not None and line.number not in numbers):
            continue
        known = pricing.product(line.product)
        product = None if known is None else known.by(line.unit)
        list_price = line.list_price_minor if product is None else product.price_minor
        price_list = line.price_list if product is None else product.price_list
        if line.price_source in (PriceSource.LIST, PriceSource.DEAL):
            fresh = replace(line, price_minor=list_price, price_source=PriceSource.LIST)
        else:
            fresh = line
        category = line.category if product is None else product.category
        fresh = replace(
            fresh,
            list_price_minor=list_price,
            price_list=price_list,
            category=category,
            price_locked=False,
        )
        if cart.discount is None:
            fresh = replace(fresh, discounts=tuple([_as_own(step) for step in line.discounts]))
        best = priced(fresh, pricing.book, pricing.today, affiliations_of(cart))
        changed[line.number] = check_amount(best, cart.currency)
    return share_total(_with_lines(cart, changed))


def _as_own(step: Discount) -> Discount:
    """A share of a discount on the whole that was agreed before, as the line's own."""
    return replace(step, source=DiscountSource.LINE) if step.source is DiscountSource.TOTAL else step


def _stated(
    source: DiscountSource,
    consent: Consent,
    percent: Decimal | None,
    amount_minor: int,
    most: int,
    currency: str,
) -> Discount | None:
    if percent is not None and not 0 <= percent <= 100:
        raise RuleBroken("A discount of {percent} % cannot be given. Type 0 to 100.", percent=percent)
    if not 0 <= amount_minor <= max(most, 0):
        raise RuleBroken("A discount goes from 0 to {limit}. Type another one.", limit=Money(most, currency))
    if not (percent or amount_minor):
        return None
    reason = clean_text("Reason", consent.reason)
    return Discount(source, reason, percent, 0 if percent else amount_minor, approved_by=consent.approved_by)


def _reworked(line: CartLine) -> CartLine:
    if not line.discounts:
        return line
    steps = worked_out(line.discounts, line.gross_minor, line.quantity_thousandths)
    return line if steps == line.discounts else replace(line, discounts=steps)


def _without_shares(cart: Cart) -> Cart:
    changed = {}
    for line in cart.active_lines:
        bare = without(line.discounts, DiscountSource.TOTAL) if not line.price_locked else line.discounts
        if bare is not line.discounts:
            changed[line.number] = _reworked(replace(line, discounts=bare))
    return _with_lines(cart, changed)


def _with_lines(cart: Cart, changed: dict[int, CartLine]) -> Cart:
    if not changed:
        return cart
    return replace(cart, lines=tuple([changed.get(line.number, line) for line in cart.lines]))
