"""Attributes of orders on pages: as inputs of a form, and to be read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from headquarters.backoffice.languages import translated
from headquarters.backoffice.work_pages.order_forms import field_of
from retail.attributes import AttributeKind, OrderAttribute

_YES_OR_NO = ("yes", "no")


@dataclass(frozen=True, slots=True)
class AttributeInput:
    """One input. `choices` are values with their words; where there are none, a text is typed: a `date` or any."""

    field: str
    label: str
    value: str
    help: str
    is_date: bool
    required: bool
    choices: tuple[tuple[str, str], ...]


def attribute_inputs(
    asked: Sequence[OrderAttribute], fields: Mapping[str, str], language: str
) -> list[AttributeInput]:
    """The inputs of these attributes, as somebody reads them."""
    return [
        AttributeInput(
            field_of(each.attribute), _label(each, language), fields.get(field_of(each.attribute), ""),
            each.said_in(language, each.help), each.kind is AttributeKind.DATE, each.required,
            _choices(each, language),
        )
        for each in asked
    ]  # fmt: skip


def details_shown(
    said: Iterable[tuple[str, str]], known: Sequence[OrderAttribute], language: str
) -> list[tuple[str, str]]:
    """What was said of an order, to be read; what is not asked any more, by its own name."""
    asked = {each.attribute: each for each in known}
    labels = {name: _label(each, language) for name, each in asked.items()}
    words = {name: dict(_choices(each, language)) for name, each in asked.items()}
    return [(labels.get(name, name), words.get(name, {}).get(text, text)) for name, text in said]


def _label(attribute: OrderAttribute, language: str) -> str:
    name, unit = [attribute.said_in(language, each) for each in (attribute.name, attribute.unit)]
    return f"{name} ({unit})" if unit else name


def _choices(attribute: OrderAttribute, language: str) -> tuple[tuple[str, str], ...]:
    if attribute.kind is AttributeKind.FLAG:
        return tuple([(each, translated(language, each)) for each in _YES_OR_NO])
    return tuple([(each, attribute.said_in(language, each)) for each in attribute.choices])
