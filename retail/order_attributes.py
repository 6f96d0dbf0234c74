"""What a store wants to know of orders and sales: which attributes a cart has, what was said, and what is missing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from retail.attributes import ATTRIBUTE_ID, AskedOf, OrderAttribute, read_attribute
from retail.cart_values import Cart
from retail.errors import RuleBroken
from retail.messages import Message, listed, say
from retail.orders.kinds import CartKind
from retail.texts import clean_text

if TYPE_CHECKING:
    from retail.settings import StoreSettings

SAID_MAX = 60
"""So much can be said of one order."""
Said = tuple[tuple[str, str], ...]
"""Values by their attributes, in the order of these."""


_ASKED = {
    CartKind.ORDER: (AskedOf.ORDERS, AskedOf.BOTH),
    CartKind.QUOTE: (AskedOf.ORDERS, AskedOf.BOTH),
    CartKind.SALE: (AskedOf.SALES, AskedOf.BOTH),
}


def attributes_of(kind: CartKind, settings: "StoreSettings") -> tuple[OrderAttribute, ...]:
    """What the store asks of such a cart; of one that only does something to an order, nothing."""
    asked = _ASKED.get(kind, ())
    return tuple([each for each in settings.order_attributes if each.asked_of in asked])


def said_of(cart: Cart, settings: "StoreSettings") -> Said:
    """What concluding this cart says: what was typed, of something new the defaults too, and what its order has.

    What the store does not ask of such a cart stays on an order that has it, and goes nowhere else.
    """
    known = attributes_of(cart.kind, settings)
    before = () if cart.act is None or cart.act.order is None else cart.act.order.attributes
    names = {each.attribute for each in known} | {attribute for attribute, _ in before}
    defaults = {} if before or cart.act is not None else {each.attribute: each.default for each in known}
    values = defaults | dict(cart.attributes)
    return tuple(sorted((name, text) for name, text in values.items() if text and name in names))


def say_attributes(cart: Cart, typed: Mapping[str, str], settings: "StoreSettings") -> Cart:
    """The cart with what was typed of it; what is emptied has no value, not even its default.

    Raises:
        RuleBroken: the store asks no such thing of it, or this is no value of it.
    """
    known = {each.attribute: each for each in attributes_of(cart.kind, settings)}
    values = dict(cart.attributes)
    for attribute, text in typed.items():
        if attribute not in known:
            raise RuleBroken(
                "This store does not ask {attribute} of this. Leave it out.", attribute=attribute
            )
        values[attribute] = read_attribute(known[attribute], text)
    return replace(cart, attributes=tuple(sorted(values.items())))


def missing_attributes(cart: Cart, settings: "StoreSettings") -> tuple[OrderAttribute, ...]:
    """What is required of the cart and was not said."""
    said = dict(said_of(cart, settings))
    asked = attributes_of(cart.kind, settings)
    return tuple([each for each in asked if each.required and each.attribute not in said])


def what_is_missing(cart: Cart, settings: "StoreSettings", language: str = "") -> Message | None:
    """Which of the required attributes were not said, by their names in a language; None where all were."""
    missing = missing_attributes(cart, settings)
    if not missing:
        return None
    names = listed([say("{name}", name=each.said_in(language, each.name)) for each in missing])
    return say("This needs: {what}. Type it.", what=names)


def check_said(cart: Cart, settings: "StoreSettings") -> None:
    """Let a cart pass of which all is said that is required.

    Raises:
        RuleBroken: names what is missing.
    """
    words = what_is_missing(cart, settings)
    if words is not None:
        raise RuleBroken("{words}", words=words)


def shape_faults(said: Said) -> Iterator[Message]:
    """Why nobody can have said these values, whatever a store asks; none where somebody can."""
    seen = set()
    for attribute, text in said:
        if not ATTRIBUTE_ID.fullmatch(attribute):
            yield say("an order has no attribute {attribute}", attribute=attribute)
        if attribute in seen:
            yield say("the attribute {attribute} is there twice", attribute=attribute)
        if not _can_stand(text):
            yield say("the attribute {attribute} cannot be '{text}'", attribute=attribute, text=text)
        seen.add(attribute)


def _can_stand(text: str) -> bool:
    try:
        return bool(text) and clean_text("Attribute", text) == text
    except RuleBroken:
        return False


def unfit(said: Said, before: Said, known: Iterable[OrderAttribute]) -> tuple[Message, ...]:
    """Why values that were not there before do not fit what the store asks now, in words for a person."""
    defined = {each.attribute: each for each in known}
    faults = []
    for attribute, text in said:
        if (attribute, text) in before:
            continue
        if attribute not in defined:
            faults.append(say("{attribute} is '{text}', which this store does not ask.",
                              attribute=attribute, text=text))  # fmt: skip
            continue
        try:
            read_attribute(defined[attribute], text)
        except RuleBroken as broken:
            faults.append(broken.message)
    return tuple(faults)


def changes_of(before: Said, after: Said) -> tuple[tuple[str, str, str], ...]:
    """What is said otherwise than before: the attribute, its old value and its new one; empty for none."""
    old, new = dict(before), dict(after)
    names = sorted({*old, *new})
    return tuple(
        [(each, old.get(each, ""), new.get(each, "")) for each in names if old.get(each) != new.get(each)]
    )
