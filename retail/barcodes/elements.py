"""GS1 element strings: a code as its application identifiers and their values, each checked against its form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from retail.barcodes.equals import check_digit
from retail.barcodes.identifiers import FIXED, IDENTIFIERS, identifier_at
from retail.barcodes.kinds import SEPARATOR
from retail.errors import RuleBroken
from retail.messages import phrase

_GS1_SYMBOLS = ("]C1", "]e0", "]d2", "]Q3", "]J1")
_SYMBOL = re.compile(r"\][A-Za-z][0-9A-Za-z]")
_BRACKETED = re.compile(r"\(([0-9]{2,4})\)((?:\\\(|[^(\x1d^])*)")
_SIGNS = {
    "N": re.compile(r"[0-9]*"),
    "X": re.compile(r"[!\"%&'()*+,\-./0-9:;<=>?A-Z_a-z]*"),
    "Y": re.compile(r"[#\-/0-9A-Z]*"),
    "Z": re.compile(r"[A-Za-z0-9\-_=]*"),
}
_WRONG_SIGNS = {
    "N": phrase("({identifier}) {value}: only digits can stand there. Scan again or type the item."),
    "X": phrase(
        "({identifier}) {value}: a character GS1 does not have stands there. Scan again or type the item."
    ),
    "Y": phrase(
        "({identifier}) {value}: only A-Z, digits, #, - and / can stand there. Scan again or type the item."
    ),
    "Z": phrase(
        "({identifier}) {value}: only letters, digits, -, _ and = can stand there. Scan or type the item."
    ),
}
_TOO_SHORT = phrase("({identifier}) {value} is too short by {less}. Scan again or type the item.")
_TOO_LONG = phrase("({identifier}) {value} is too long by {more}. Scan again or type the item.")
_WRONG_CHECK = phrase("({identifier}) {value}: the check digit must be {digit}. Scan again or type the item.")
_NO_DATE = phrase("({identifier}) {value}: {part} is no date (YYMMDD). Scan again or type the item.")
_NO_TIME = phrase("({identifier}) {value}: {part} is no time of the day. Scan again or type the item.")
_NO_PIECE = phrase(
    "({identifier}) {value}: there is no piece {piece} of {total}. Scan again or type the item."
)
_COMPOSITE = "|]e0"
"""What stands between an EAN or UPC and the elements printed above it."""


@dataclass(frozen=True, slots=True)
class Element:
    """One application identifier and its value."""

    identifier: str
    value: str


class ElementBroken(RuleBroken):
    """A GS1 code that breaks GS1's rules; its message names the identifier, the value and the rule."""


def without_symbol(code: str) -> str:
    """The code without the three signs some scanners put before it to say which symbol they read.

    >>> without_symbol("]E04006381333931")
    '4006381333931'
    """
    return code[3:] if _SYMBOL.match(code) else code


def looks_like_elements(code: str) -> bool:
    """Whether a code is an element string: its scanner or its separators say so, or it is in brackets.

    One without any of these counts if it begins with a whole GTIN, whose check digit proves it.
    """
    if code.startswith(_GS1_SYMBOLS) or SEPARATOR in code or _BRACKETED.match(code):
        return True
    gtin = code[2:16]
    plain = len(gtin) == 14 and gtin.isascii() and gtin.isdigit() and code[:2] in ("01", "02")
    return plain and check_digit(gtin[:-1]) == gtin[-1]


def read_elements(code: str) -> tuple[Element, ...]:
    """The elements of a code, as scanned (`]d2`, `]Q3`, `]C1` may stand before it) or as printed, in brackets.

    Raises:
        ElementBroken: an identifier that GS1 does not have, or a value that is not of its form.

    >>> [each.value for each in read_elements("(01)09501101530003(10)AB-123")]
    ['09501101530003', 'AB-123']
    """
    article, composite, beside = code.partition(_COMPOSITE)
    data = without_symbol(code).removeprefix(SEPARATOR)
    if composite:
        data = f"01{without_symbol(article):0>14}{beside}"
    pairs = list(_bracketed(data) if data.startswith("(") else _plain(data))
    if not pairs:
        raise ElementBroken("This code is empty. Scan again or type the item.")
    for identifier, value in pairs:
        _check(identifier, value)
    return tuple(Element(identifier, value) for identifier, value in pairs)


def in_brackets(elements: tuple[Element, ...]) -> str:
    """The elements as they are printed for people; a bracket inside a value gets a backslash before it.

    >>> in_brackets((Element("01", "09501101530003"), Element("10", "AB-123")))
    '(01)09501101530003(10)AB-123'
    """
    values = ((each.identifier, each.value.replace("(", "\\(")) for each in elements)
    return "".join(f"({identifier}){value}" for identifier, value in values)


def _bracketed(data: str) -> Iterator[tuple[str, str]]:
    at = 0
    while at < len(data):
        found = _BRACKETED.match(data, at)
        if found is None or found[1] not in IDENTIFIERS:
            raise _unknown(data[at:])
        yield found[1], found[2].replace("\\(", "(")
        at = found.end()


def _plain(data: str) -> Iterator[tuple[str, str]]:
    rest = data
    while rest:
        identifier = identifier_at(rest)
        if identifier is None:
            raise _unknown(rest)
        rest = rest[len(identifier) :]
        if identifier[:2] in FIXED:
            length = sum(each.longest for each in IDENTIFIERS[identifier])
            value, rest = rest[:length].split(SEPARATOR)[0], rest[length:]
            if rest.startswith(SEPARATOR):
                rest = rest[1:]
        else:
            value, _, rest = rest.partition(SEPARATOR)
        yield identifier, value


def _check(identifier: str, value: str) -> None:
    rest = value
    for component in IDENTIFIERS[identifier]:
        if not rest and component.may_be_missing:
            continue
        part, rest = rest[: component.longest], rest[component.longest :]
        if len(part) < component.shortest:
            raise _wrong(_TOO_SHORT, identifier, value, less=component.shortest - len(part))
        if not _SIGNS[component.signs].fullmatch(part):
            raise _wrong(_WRONG_SIGNS[component.signs], identifier, value)
        _check_part(identifier, value, component.check, part)
    if rest:
        raise _wrong(_TOO_LONG, identifier, value, more=len(rest))


def _check_part(identifier: str, value: str, check: str, part: str) -> None:
    if check == "c" and check_digit(part[:-1]) != part[-1]:
        raise _wrong(_WRONG_CHECK, identifier, value, digit=check_digit(part[:-1]))
    if check in ("d", "D") and not _is_date(part[-6:], day_may_be_zero=check == "d"):
        raise _wrong(_NO_DATE, identifier, value, part=part)
    if check in ("t", "h") and not (int(part[:2]) < 24 and int(part[2:] or 0) < 60):
        raise _wrong(_NO_TIME, identifier, value, part=part)
    if check == "p" and not 1 <= int(part[:2]) <= int(part[2:]):
        raise _wrong(_NO_PIECE, identifier, value, piece=part[:2], total=part[2:])


def _is_date(text: str, *, day_may_be_zero: bool) -> bool:
    """Whether YYMMDD names a day; 29 February is let pass for years that may be leap years."""
    year, month, day = int(text[:2]), int(text[2:4]), int(text[4:])
    if not 1 <= month <= 12 or (day == 0 and not day_may_be_zero):
        return False
    return day <= days_in(year, month)


def days_in(year: int, month: int) -> int:
    """The days of a month; years of two digits belong to 1951 to 2050 or so, where every fourth is a leap year."""
    if month == 2:
        return 29 if year % 4 == 0 else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _unknown(rest: str) -> ElementBroken:
    return ElementBroken(
        "'{rest}' in this code begins with no application identifier of GS1. Scan again or type the item.",
        rest=rest.replace(SEPARATOR, " "),
    )


def _wrong(template: str, identifier: str, value: str, **values: object) -> ElementBroken:
    shown = value.replace(SEPARATOR, " ") or "''"
    return ElementBroken(template, identifier=identifier, value=shown, **values)
