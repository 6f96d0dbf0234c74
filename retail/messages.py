"""Sentences for people, kept as a template and its values so that they can be shown in any language."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from typing import Any

from retail.shortening import shorten


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence: the English template is also the key of its translations.

    A value is a text somebody typed or a code, which stay as they are; or money, a date, a number, a name or
    another message, which each language writes in its own way. A whole number called `count` decides between
    the singular and the plural of the translation.
    """

    template: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return fill(self.template, self.values, str)


NOTHING = Message("")
"""No words at all."""


@dataclass(frozen=True, slots=True)
class Name:
    """What a thing is called: a word of ours, which is translated, or one that headquarters chose, which is not."""

    text: str

    def __str__(self) -> str:
        return self.text


def say(template: str, **values: Any) -> Message:
    """Make a message; the shortest way to write one."""
    return Message(template, values)


COMMAS, SEMICOLONS, SPACES = "{before}, {each}", "{before}; {each}", "{before} {each}"


def listed(messages: Iterable[Message], between: str = COMMAS) -> Message:
    """Several messages as one, with this between them."""
    return reduce(lambda before, each: Message(between, {"before": before, "each": each}), messages)


def phrase(template: str) -> str:
    """Give back a template that is filled elsewhere; this marks it as one that needs translations."""
    return template


def fill(template: str, values: Mapping[str, Any], write: Callable[[Any], str]) -> str:
    """Fill a template with values as `write` writes them; whole numbers and seconds keep the template's format.

    Of a text without end, the beginning is shown.

    >>> fill("{name}: {count}, {seconds:g} s", {"name": "Sock", "count": 2, "seconds": 3.0}, str)
    'Sock: 2, 3 s'
    """
    return template.format(**{name: _written(value, write) for name, value in values.items()})


def _written(value: Any, write: Callable[[Any], str]) -> Any:
    return value if isinstance(value, int | float) else shorten(write(value))
