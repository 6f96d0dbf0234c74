"""The shapes a value in a scenario file may have: each checks one node and gives back what it means."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias

from rehearsal.nodes import Entry, FileWrong, Items, Node, Table, Text
from retail.money import AmountUnreadable, parse_amount


@dataclass
class Names:
    """What a file has named so far, by kind, and the currency its amounts are in."""

    currency: str = "USD"
    known: dict[str, set[str]] = field(default_factory=dict)

    def add(self, kind: str, name: str) -> None:
        self.known.setdefault(kind, set()).add(name)

    def has(self, kind: str, name: str) -> bool:
        return name in self.known.get(kind, ())


Shape: TypeAlias = Callable[[Node, Names], Any]

_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
_BARCODE = re.compile(r"\d{8,18}")
_TRUE, _FALSE = ("true", "True", "TRUE"), ("false", "False", "FALSE")  # as YAML writes them
_CLOCK = re.compile(r"\+(\d{1,6})([mhd])")


class Keyed(NamedTuple):
    """Values by name, and the fixed keys that stood among them."""

    names: dict[str, Any]
    fixed: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Day:
    """A date, given as such or in days from today."""

    fixed: date | None = None
    offset: int = 0

    def on(self, today: date) -> date:
        return self.fixed or today + timedelta(days=self.offset)


def text(node: Node, names: Names) -> str:
    if not isinstance(node, Text) or not node.value:
        raise FileWrong(node.line, "a text is needed here")
    return node.value


def maybe_empty_text(node: Node, names: Names) -> str:
    if not isinstance(node, Text):
        raise FileWrong(node.line, "a text is needed here")
    return node.value


def flag(node: Node, names: Names) -> bool:
    word = text(node, names)
    if word not in (*_TRUE, *_FALSE):
        raise FileWrong(node.line, f"'{word}' is neither true nor false")
    return word in _TRUE


def number(node: Node, names: Names) -> str:
    """A number as typed, which the register reads and may refuse."""
    typed = text(node, names)
    if not _NUMBER.fullmatch(typed):
        raise FileWrong(node.line, f"'{typed}' is not a number")
    return typed


def amount(node: Node, names: Names) -> int:
    """An exact amount in minor units of the file's currency."""
    try:
        return parse_amount(number(node, names), names.currency)
    except AmountUnreadable as wrong:
        raise FileWrong(node.line, str(wrong)) from None


def percent(node: Node, names: Names) -> Decimal:
    rate = Decimal(number(node, names))
    if not 0 <= rate <= 100:
        raise FileWrong(node.line, f"{rate} % is not between 0 and 100")
    return rate


def thousandths(node: Node, names: Names) -> int:
    quantity = Decimal(number(node, names)) * 1000
    if quantity != quantity.to_integral_value():
        raise FileWrong(node.line, f"'{quantity / 1000}' has more than three decimals")
    return int(quantity)


def count(node: Node, names: Names) -> int:
    typed = text(node, names)
    if not typed.isdecimal() or len(typed) > 6:
        raise FileWrong(node.line, f"'{typed}' is not a count")
    return int(typed)


def day(node: Node, names: Names) -> Day:
    typed = text(node, names)
    if re.fullmatch(r"[+-]?\d{1,4}", typed):  # YAML knows no difference between 3 and +3
        return Day(offset=int(typed))
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", typed):
            return Day(fixed=date.fromisoformat(typed))
    except ValueError:
        pass
    raise FileWrong(node.line, f"'{typed}' is not a date: write 2026-12-01 or +3")


def duration(node: Node, names: Names) -> timedelta:
    match = _CLOCK.fullmatch(text(node, names))
    if match is None:
        raise FileWrong(node.line, f"'{text(node, names)}' does not move a clock: write +90m or +1d")
    units = {"m": "minutes", "h": "hours", "d": "days"}
    return timedelta(**{units[match[2]]: int(match[1])})


def one_of(*words: str) -> Shape:
    def shape(node: Node, names: Names) -> str:
        word = text(node, names)
        if word not in words:
            raise FileWrong(node.line, f"'{word}' is none of {', '.join(words)}")
        return word

    return shape


def known(kind: str, *besides: str) -> Shape:
    """A name the file has given to something of this kind, or one of the words `besides`."""

    def shape(node: Node, names: Names) -> str:
        name = text(node, names)
        if name not in besides and not names.has(kind, name):
            raise FileWrong(node.line, f"there is no {kind} '{name}' in this file")
        return name

    return shape


def scanned(node: Node, names: Names) -> str:
    """A product's name, or a barcode: of a product, or one that the register may not know."""
    name = text(node, names)
    if not names.has("product", name) and not _BARCODE.fullmatch(name):
        raise FileWrong(node.line, f"there is no product '{name}' in this file")
    return name


def none_or(shape: Shape) -> Shape:
    def either(node: Node, names: Names) -> Any:
        return None if isinstance(node, Text) and node.value == "none" else shape(node, names)

    return either


def rest_or(shape: Shape) -> Shape:
    """`rest` means everything that is due, and is read as None."""

    def either(node: Node, names: Names) -> Any:
        return None if isinstance(node, Text) and node.value == "rest" else shape(node, names)

    return either


def listing(shape: Shape) -> Shape:
    def items(node: Node, names: Names) -> list[Any]:
        if not isinstance(node, Items):
            raise FileWrong(node.line, "a list is needed here: [.., ..]")
        return [shape(each, names) for each in node.values]

    return items


def table(fields: Mapping[str, Shape], required: tuple[str, ...] = ()) -> Shape:
    """A mapping with these keys and no others."""

    def mapping(node: Node, names: Names) -> dict[str, Any]:
        values = {}
        for entry in entries_of(node):
            if entry.key not in fields:
                raise FileWrong(entry.line, f"unknown key '{entry.key}'; known are {', '.join(fields)}")
            values[entry.key] = fields[entry.key](entry.value, names)
        for key in required:
            if key not in values:
                raise FileWrong(node.line, f"the key '{key}' is missing")
        return values

    return mapping


def single(fields: Mapping[str, Shape], besides: Mapping[str, Shape] | None = None) -> Shape:
    """A mapping with exactly one of `fields`, and any of `besides`."""
    shape = table({**fields, **(besides or {})})

    def mapping(node: Node, names: Names) -> dict[str, Any]:
        values: dict[str, Any] = shape(node, names)
        if len(fields.keys() & values) != 1:
            raise FileWrong(node.line, f"exactly one of {', '.join(fields)} is needed here")
        return values

    return mapping


def keyed(name: Shape, value: Shape, fixed: Mapping[str, Shape] | None = None, least: int = 1) -> Shape:
    """A mapping whose keys are names, at least so many, and any of the `fixed` keys among them."""

    def mapping(node: Node, names: Names) -> Keyed:
        read = Keyed({}, {})
        for entry in entries_of(node):
            if fixed and entry.key in fixed:
                read.fixed[entry.key] = fixed[entry.key](entry.value, names)
            else:
                key = name(Text(entry.key, entry.line), names)
                read.names[key] = value(entry.value, names)
        if len(read.names) < least:
            raise FileWrong(node.line, "at least one name is needed here")
        return read

    return mapping


def by_form(on_text: Shape, on_table: Shape) -> Shape:
    """One shape where a single value stands, another where a mapping stands."""

    def either(node: Node, names: Names) -> Any:
        return (on_table if isinstance(node, Table) else on_text)(node, names)

    return either


def entries_of(node: Node) -> tuple[Entry, ...]:
    """What stands in a mapping; a key with nothing behind it, as `SEATTLE:`, has an empty one."""
    if isinstance(node, Text) and not node.value:
        return ()
    if not isinstance(node, Table):
        raise FileWrong(node.line, "a mapping is needed here: {key: value}")
    return node.entries
