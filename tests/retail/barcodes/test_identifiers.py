"""The table of application identifiers is whole, and says what GS1's own dictionary says."""

import re
from pathlib import Path

import pytest

from retail.barcodes.identifiers import FIXED, IDENTIFIERS, Component, _component, identifier_at

CHECKS = {
    "csum": "c",
    "yymmd0": "d",
    "yymmdd": "D",
    "yyyymmdd": "D",
    "hhmi": "t",
    "hh": "h",
    "pieceoftotal": "p",
}


def test_no_identifier_is_the_beginning_of_another() -> None:
    clashes = [(one, two) for one in IDENTIFIERS for two in IDENTIFIERS if one != two and two.startswith(one)]

    assert clashes == []


@pytest.mark.parametrize(
    ("text", "identifier"), [("0112", "01"), ("310312", "3103"), ("23512", "235"), ("3109", None), ("", None)]
)
def test_a_text_begins_with_at_most_one_identifier(text: str, identifier: str | None) -> None:
    assert identifier_at(text) == identifier


def test_values_without_a_separator_have_one_length() -> None:
    lengths = {identifier: IDENTIFIERS[identifier] for identifier in IDENTIFIERS if identifier[:2] in FIXED}

    assert len(lengths) > 300
    assert all(each.shortest == each.longest for components in lengths.values() for each in components)


def test_a_form_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="'Q7' is no component"):
        _component("Q7")


@pytest.mark.shared
def test_the_table_agrees_with_the_dictionary(shared: Path) -> None:
    text = (shared / "data/barcode-vectors/gs1-syntax-dictionary.txt").read_text(encoding="utf-8")
    lines = [line.split("#")[0].split() for line in text.splitlines() if line and not line.startswith("#")]
    expected = {identifier: form_of(line) for line in lines for identifier in spread(line[0])}

    assert len(expected) > 500
    assert expected == IDENTIFIERS
    fixed = {identifier for line in lines if "*" in line[1] for identifier in spread(line[0])}
    assert fixed == {identifier for identifier in IDENTIFIERS if identifier[:2] in FIXED}


def spread(identifiers: str) -> list[str]:
    first, _, last = identifiers.partition("-")
    return [str(number).zfill(len(first)) for number in range(int(first), int(last or first) + 1)]


def form_of(line: list[str]) -> tuple[Component, ...]:
    start = 2 if re.fullmatch(r"[*?]+", line[1]) else 1
    words = [word for word in line[start:] if "=" not in word and word != "dlpkey"]
    return tuple(component_of(word) for word in words)


def component_of(word: str) -> Component:
    kind, *linters = word.split(",")
    signs, varies, length = re.fullmatch(r"([NXYZ])(\.\.)?(\d+)", kind.strip("[]")).groups()  # type: ignore[union-attr]
    check = "".join(CHECKS.get(linter, "") for linter in linters)
    return Component(signs, 1 if varies else int(length), int(length), check, kind.startswith("["))
