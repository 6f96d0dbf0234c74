"""Attributes as the window shows them: what is asked with what was said, and what was said, to be read."""

from collections.abc import Mapping, Sequence

from pos_app.language.language import Language
from pos_app.preference_views import AttributeView, DetailsView
from pos_app.views import ChoiceView
from retail.attributes import Attribute, AttributeKind
from retail.cart import Cart
from retail.messages import phrase
from retail.order_attributes import Said, attributes_of, said_of, what_is_missing
from retail.settings import StoreSettings

_HINTS = {
    AttributeKind.INTEGER: phrase("A whole number"),
    AttributeKind.DECIMAL: phrase("A number"),
    AttributeKind.DATE: phrase("A day, e.g. 2026-12-24"),
}


def attribute_views(
    known: Sequence[Attribute], values: Mapping[str, str], language: Language
) -> tuple[AttributeView, ...]:
    """What is asked, each with its value; "" where nothing was said."""
    return tuple(
        AttributeView(
            each.attribute, name_of(each, language),
            each.said_in(language.code, each.help)
            or (language.say(_HINTS[each.kind]) if each.kind in _HINTS else ""),
            _choices(each, language), values.get(each.attribute, ""),
        )
        for each in known
    )  # fmt: skip


def attribute_facts(views: Sequence[AttributeView]) -> list[tuple[str, str]]:
    """What was said, by what is asked; a choice as it is called."""
    shown = [(each, {choice.value: choice.text for choice in each.choices}) for each in views]
    return [(each.name, words.get(each.value, each.value)) for each, words in shown]


def details_view(cart: Cart | None, settings: StoreSettings, language: Language) -> DetailsView:
    """What is asked of the open sale or order, with what was said and what is missing; or why nothing is."""
    if cart is None:
        return DetailsView(why_not=language.say("There is no open sale. Scan or type an item."))
    known = attributes_of(cart.kind, settings)
    if not known:
        return DetailsView(why_not=language.say("This store asks for no details here."))
    missing = what_is_missing(cart, settings, language.code)
    views = attribute_views(known, dict(said_of(cart, settings)), language)
    return DetailsView(views, "" if missing is None else language.tell(missing))


def said_facts(said: Said, known: Sequence[Attribute], language: Language) -> list[tuple[str, str]]:
    """What was said of an order, by what is asked; what is not asked any more, by its own name."""
    defined = {each.attribute for each in known}
    views = attribute_views([each for each in known if each.attribute in dict(said)], dict(said), language)
    return [*attribute_facts(views), *[(name, text) for name, text in said if name not in defined]]


def name_of(attribute: Attribute, language: Language) -> str:
    """What an attribute is called, with its unit."""
    name, unit = [attribute.said_in(language.code, each) for each in (attribute.name, attribute.unit)]
    return f"{name} ({unit})" if unit else name


def _choices(attribute: Attribute, language: Language) -> tuple[ChoiceView, ...]:
    if attribute.kind is AttributeKind.FLAG:
        return (ChoiceView("yes", language.say("Yes")), ChoiceView("no", language.say("No")))
    return tuple(ChoiceView(each, attribute.said_in(language.code, each)) for each in attribute.choices)
