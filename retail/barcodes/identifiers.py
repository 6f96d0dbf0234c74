"""GS1's application identifiers: what each two to four digits in front of a value say about its form.

Source: GS1 General Specifications, 3.2. A test compares the table with GS1's own syntax dictionary.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_FORMS = {
    "N18c": "00 8017 8018",
    "N14c": "01 02 03",
    "X..20": "10 21 22 243 254 420 4318 7020-7022 710-717 7240 8002 8012",
    "N6d": "11-13 15-17",
    "N2": "20 7241",
    "X..28": "235",
    "X..30": "240 241 250 251 400 401 403 4308 4319 7002 7023 8004 90",
    "N..6": "242",
    "N13c [X..17]": "253",
    "N13c [N..12]": "255",
    "N..8": "30 37",
    "N6": "8005 3950-3955",
    "N..15": "3900-3909 3920-3929",
    "N3 N..15": "3910-3919 3930-3939",
    "N4": "3940-3943 8111",
    "N17c": "402",
    "N13c": "410-417",
    "N3 X..9": "421",
    "N3": "422 424 426",
    "N3 [N3] [N3] [N3] [N3]": "423 425",
    "X..3": "427 7008",
    "X..35": "4300 4301 4310 4311 4320",
    "X..70": "4302-4306 4312-4316 7257 8110 8112 8200",
    "X2": "4307 4317",
    "N10 N10": "4309",
    "N1": "4321-4323 7252",
    "N6d N4t": "4324 4325",
    "N6D": "4326 7006",
    "N6 [X1]": "4330-4333",
    "N13": "7001",
    "N6D N4t": "7003",
    "N..4": "7004",
    "X..12": "7005",
    "N6D [N6D]": "7007",
    "X..10": "7009 7255",
    "X..2": "7010",
    "N6D [N4t]": "7011",
    "N3 X..27": "7030-7039",
    "N1 X1 X1 X1": "7040",
    "X..4": "7041",
    "X2 X..28": "7230-7239",
    "X..25": "7242 8013 8014 8020",
    "N8D": "7250",
    "N8D N4t": "7251",
    "X..40": "7253 7254 7259",
    "X..90": "7256 91-99",
    "X3": "7258",
    "N4 N5 N3 N1 N1": "8001",
    "N1 N13c [X..16]": "8003",
    "N14c N4p": "8006 8026",
    "X..34": "8007",
    "N6D N2h [N2] [N2]": "8008",
    "X..50": "8009",
    "Y..30": "8010",
    "N..12": "8011",
    "N..10": "8019",
    "Z..90": "8030",
    "N15": "8040 8041",
    "N32": "8042",
    "N18 [N..2]": "8043",
}
_MEASURES = "310-316 320-337 340-357 360-369"
"""Weights, lengths, areas and volumes: six digits, of which the identifier's fourth digit says the decimals."""

FIXED = frozenset(
    {"00", "01", "02", "03", "04", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20"}
    | {"31", "32", "33", "34", "35", "36", "41"}
)
"""The first two digits of identifiers whose values end by their length, without a separator."""

_COMPONENT = re.compile(r"\[?([NXYZ])(\.\.)?([0-9]+)([cdDthp]?)\]?")


@dataclass(frozen=True, slots=True)
class Component:
    """A part of a value. `signs` is N for digits, X and Y for GS1's larger and smaller alphabet, Z for base 64.

    `check` is c for a check digit, d for a date, D for one with a day, t for a time, h for an hour, p for a piece
    of a total.
    """

    signs: str
    shortest: int
    longest: int
    check: str = ""
    may_be_missing: bool = False


def _component(text: str) -> Component:
    found = _COMPONENT.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no component of a value")
    signs, varies, length, check = found.groups()
    return Component(signs, 1 if varies else int(length), int(length), check, text.startswith("["))


def _spread(ranges: str) -> Iterator[str]:
    for each in ranges.split():
        first, _, last = each.partition("-")
        for number in range(int(first), int(last or first) + 1):
            yield f"{number:0{len(first)}d}"


def _table() -> Mapping[str, tuple[Component, ...]]:
    table = {
        identifier: tuple(map(_component, form.split()))
        for form, identifiers in _FORMS.items()
        for identifier in _spread(identifiers)
    }
    measure = (_component("N6"),)
    return table | {f"{stem}{digit}": measure for stem in _spread(_MEASURES) for digit in range(6)}


IDENTIFIERS = _table()


def identifier_at(text: str) -> str | None:
    """The identifier this text begins with; no identifier is the beginning of another."""
    return next((text[:length] for length in (2, 3, 4) if text[:length] in IDENTIFIERS), None)
