"""Why a line costs what it costs, and where its charges come from: every step in words, also those not taken."""

from collections.abc import Iterator
from datetime import date

from retail.auto_charges import fired_rules
from retail.cart_values import Cart, CartLine, PriceSource
from retail.charge_rules import ChargeLevel
from retail.charges import Charge, ChargeSource
from retail.discounts import Discount, DiscountSource
from retail.messages import Message, Name, say
from retail.money import Money
from retail.pricing import affiliations_of
from retail.promotions import PriceBook, Promotion
from retail.settings import StoreSettings


def why_price(cart: Cart, line: CartLine, book: PriceBook, today: date) -> tuple[Message, ...]:
    """The steps from the list price to the amount, each promotion that was tried, and what keeps the price."""
    return tuple(_price_steps(cart, line, book, today))


def why_charges(cart: Cart, settings: StoreSettings, line: CartLine | None) -> tuple[Message, ...]:
    """Where the charges of a line (None: of the whole) come from."""
    charges = cart.charges if line is None else line.charges
    fired = {
        each.rule.code: each
        for each in fired_rules(cart, settings)
        if line is None
        or (line.number in each.lines and (each.rule.prorate or each.rule.level is ChargeLevel.LINE))
    }
    words = []
    for charge in charges:
        words.append(_charge_words(charge, cart.currency))
        rule = fired.get(charge.code)
        if charge.source is not ChargeSource.AUTOMATIC or rule is None:
            continue
        value = Money(rule.value_minor, cart.currency)
        if rule.rule.up_to_minor is None:
            words.append(say("Rule: {code} for goods of {value}.", code=charge.code, value=value))
        else:
            most = Money(rule.rule.up_to_minor, cart.currency)
            words.append(
                say(
                    "Rule: {code} for goods up to {most}; these are {value}.",
                    code=charge.code,
                    most=most,
                    value=value,
                )
            )
    return tuple(words)


def _price_steps(cart: Cart, line: CartLine, book: PriceBook, today: date) -> Iterator[Message]:
    def money(minor: int) -> Money:
        return Money(minor, cart.currency)

    if line.price_source is PriceSource.KEYED:
        yield say("The price {price} was typed or read from the label.", price=money(line.price_minor))
    elif line.price_list:
        yield say(
            "The price list {list} says {price}.",
            list=Name(line.price_list),
            price=money(line.list_price_minor),
        )
    else:
        yield say("The list price is {price}.", price=money(line.list_price_minor))
    if line.override is not None:
        yield say(
            "Price override to {price}: {reason}, allowed by {user}.",
            price=money(line.price_minor),
            reason=Name(line.override.reason),
            user=line.override.approved_by,
        )
    if line.price_source is PriceSource.DEAL:
        yield say("{promotion} makes it {price}.", promotion=line.promotion, price=money(line.price_minor))
    for step in line.discounts:
        if step.amount_minor:
            yield _discount_words(step, money(step.amount_minor))
    if line.price_locked:
        yield say("The price is locked: it stays as it was agreed until it is recalculated.")
    used = {step.code for step in line.discounts if step.source is DiscountSource.PROMOTION}
    belongs_to = affiliations_of(cart)
    for promotion in book.of_product(line.product, line.category):
        if promotion.id not in used:
            yield _why_not(promotion, line, today, belongs_to)


def _discount_words(step: Discount, amount: Money) -> Message:
    if step.source is DiscountSource.PROMOTION:
        return say("{promotion} takes {amount} off.", promotion=step.name, amount=amount)
    if step.source is DiscountSource.TOTAL:
        return say("Share of the discount on the whole: {amount} off ({reason}, allowed by {user}).",
                   amount=amount, reason=Name(step.name), user=step.approved_by)  # fmt: skip
    return say("Discount: {amount} off ({reason}, allowed by {user}).",
               amount=amount, reason=Name(step.name), user=step.approved_by)  # fmt: skip


def _why_not(promotion: Promotion, line: CartLine, today: date, belongs_to: tuple[str, ...]) -> Message:
    name = promotion.name
    if promotion.starts is not None and today < promotion.starts:
        return say("{promotion} is not used: it starts on {day}.", promotion=name, day=promotion.starts)
    if promotion.ends is not None and promotion.ends < today:
        return say("{promotion} is not used: it ended on {day}.", promotion=name, day=promotion.ends)
    if not promotion.is_for(belongs_to):
        return say("{promotion} is not used: it is for {groups}.",
                   promotion=name, groups=", ".join(promotion.affiliations))  # fmt: skip
    if line.price_locked:
        return say("{promotion} is not used: the price is locked.", promotion=name)
    if line.price_source in (PriceSource.KEYED, PriceSource.OVERRIDE):
        return say("{promotion} is not used: the price was stated.", promotion=name)
    return say("{promotion} is not used: the customer pays less without it.", promotion=name)


def _charge_words(charge: Charge, currency: str) -> Message:
    amount = Money(charge.amount_minor, currency)
    if charge.original_minor is not None:
        return say("Charge {code}: {before} was changed to {amount}.",
                   code=charge.code, before=Money(charge.original_minor, currency), amount=amount)  # fmt: skip
    if charge.source is ChargeSource.AUTOMATIC:
        return say("Charge {code}: {amount}, by rule.", code=charge.code, amount=amount)
    if charge.source is ChargeSource.PRODUCT:
        return say("Charge {code}: {amount}, comes with the product.", code=charge.code, amount=amount)
    return say("Charge {code}: {amount}, typed.", code=charge.code, amount=amount)
