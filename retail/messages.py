"""Sentences for people, kept as a template and its values so that they can be shown in any language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from retail.money import Money
from retail.shortening import shorten


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence: the English template is also the key of its translations."""

    template: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.render(self.template, str)

    def render(self, template: str, money: Callable[[Money], str]) -> str:
        """Fill `template` (this message's own or a translation) with the values; `money` formats amounts.

        Of a text that somebody typed without end, the beginning is shown.
        """
        return template.format(**{name: _shown(value, money) for name, value in self.values.items()})


def say(template: str, **values: Any) -> Message:
    """Make a message; the shortest way to write one."""
    return Message(template, values)


def _shown(value: Any, money: Callable[[Money], str]) -> Any:
    if isinstance(value, Money):
        return money(value)
    return shorten(value) if isinstance(value, str) else value
