"""Sentences for people, kept as a template and its values so that they can be shown in any language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from retail.money import Money


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence: the English template is also the key of its translations."""

    template: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.render(self.template, str)

    def render(self, template: str, money: Callable[[Money], str]) -> str:
        """Fill `template` (this message's own or a translation) with the values; `money` formats amounts."""
        shown = {k: money(v) if isinstance(v, Money) else v for k, v in self.values.items()}
        return template.format(**shown)


def say(template: str, **values: Any) -> Message:
    """Make a message; the shortest way to write one."""
    return Message(template, values)
