"""GS1 codes are read into identifiers and values; what breaks GS1's rules is refused by identifier, value and rule."""

import json
from pathlib import Path
from typing import Any

import pytest

from retail.barcodes.elements import (
    ElementBroken,
    in_brackets,
    looks_like_elements,
    read_elements,
    without_symbol,
)

GTIN = "09501101530003"
GS = "\x1d"


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        (f"]d201{GTIN}10AB-123{GS}17261231", f"(01){GTIN}(10)AB-123(17)261231"),
        (f"]Q301{GTIN}17261231{GS}10AB-123", f"(01){GTIN}(17)261231(10)AB-123"),
        (f"]C101{GTIN}21S/1", f"(01){GTIN}(21)S/1"),
        (f"]e001{GTIN}3103001250", f"(01){GTIN}(3103)001250"),
        (f"{GS}01{GTIN}3922129{GS}", f"(01){GTIN}(3922)129"),
        (f"01{GTIN}310300125010X", f"(01){GTIN}(3103)001250(10)X"),
        (f"(01){GTIN}(10)A\\(B", f"(01){GTIN}(10)A\\(B"),
        (f"]E09501101530003|]e010AB{GS}21C", f"(01){GTIN}(10)AB(21)C"),
        ("]E496385074|]e010AB", "(01)00000096385074(10)AB"),
        ("(4309)02790858483015297971", "(4309)02790858483015297971"),
        ("(8010)AB-1(8030)aZ_=", "(8010)AB-1(8030)aZ_="),
        ("(7003)2611301259", "(7003)2611301259"),
        ("(7011)261130", "(7011)261130"),
        ("(8006)095011015300030102", "(8006)095011015300030102"),
        ("(8008)2611302359", "(8008)2611302359"),
        ("(7250)20000229", "(7250)20000229"),
        ("(11)280229(13)260430(15)261200", "(11)280229(13)260430(15)261200"),
    ],
)
def test_a_code_is_read_in_every_form_it_may_have(code: str, printed: str) -> None:
    assert in_brackets(read_elements(code)) == printed


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("", "empty"),
        ("]d2", "empty"),
        (f"10{GS}21A", "(10) '' is too short by 1"),
        ("0A1", "'0A1' in this code begins with no application identifier"),
        (f"(01){GTIN}(3109)001250", "(3109)001250' in this code begins with no application identifier"),
        (f"(01){GTIN}10AB", "too long by 4"),
        ("01095011015300", "(01) 095011015300 is too short by 2"),
        ("0109501101530004", "(01) 09501101530004: the check digit must be 3"),
        ("010950110153000X", "only digits can stand there"),
        (f"01{GTIN}10A~", "(10) A~: a character GS1 does not have"),
        ("(8010)ab", "only A-Z, digits, #, - and /"),
        ("(8030)a+b", "only letters, digits, -, _ and ="),
        (f"01{GTIN}17261301", "(17) 261301: 261301 is no date"),
        (f"01{GTIN}17260230", "no date"),
        (f"01{GTIN}11270229", "no date"),
        ("(7006)261100", "no date"),
        ("(7003)2611302460", "(7003) 2611302460: 2460 is no time of the day"),
        ("(7003)2611301260", "1260 is no time"),
        ("(8008)26113024", "24 is no time"),
        ("(8006)095011015300030302", "there is no piece 03 of 02"),
        ("(8006)095011015300030002", "there is no piece 00 of 02"),
    ],
)
def test_what_breaks_a_rule_is_named_by_identifier_value_and_rule(code: str, words: str) -> None:
    with pytest.raises(ElementBroken) as broken:
        read_elements(code)

    assert words in str(broken.value)
    assert str(broken.value).endswith("type the item.")


@pytest.mark.parametrize(
    ("code", "are_elements"),
    [
        (f"]d201{GTIN}", True),
        (f"01{GTIN}", True),
        (f"02{GTIN}3712", True),
        ("0109501101530004", False),
        (f"10AB{GS}21C", True),
        ("(01)1", True),
        ("(A)", False),
        ("4006381333931", False),
        ("]E04006381333931", False),
        ("TRAIL", False),
        ("", False),
    ],
)
def test_elements_are_told_from_other_codes(code: str, are_elements: bool) -> None:
    assert looks_like_elements(code) is are_elements


@pytest.mark.parametrize(
    ("code", "plain"), [("]E04006381333931", "4006381333931"), ("]Q1", ""), ("]", "]"), ("A]E0", "A]E0")]
)
def test_the_name_of_the_symbol_is_no_part_of_the_code(code: str, plain: str) -> None:
    assert without_symbol(code) == plain


def vectors(shared: Path, *kinds: str) -> list[dict[str, Any]]:
    text = (shared / "data/barcode-vectors/gs1-syntax-engine.json").read_text(encoding="utf-8")
    return [each for each in json.loads(text)["vectors"] if each["kind"] in kinds]


def read(code: str) -> str | None:
    try:
        return in_brackets(read_elements(code))
    except ElementBroken:
        return None


@pytest.mark.shared
def test_the_shared_element_strings_agree(shared: Path) -> None:
    found = vectors(shared, "elements-valid", "bracketed-elements-to-elements")

    assert len(found) == 48
    for each in found:
        bracketed = each["kind"].startswith("bracketed")
        code = read(each["input"] if bracketed else each["input"].replace("^", GS))
        assert (code is not None) is each["must_succeed"], each
        if each["must_succeed"] and bracketed:
            assert code == read(each["expected"].replace("^", GS)), each


@pytest.mark.shared
def test_the_shared_scans_agree(shared: Path) -> None:
    scans = [
        (each["input"], each["expected"][1])
        for each in vectors(shared, "scan-data-in")
        if each["must_succeed"]
    ]
    scans += [(each["expected"], each["input"][1]) for each in vectors(shared, "scan-data-out")]
    elements = [(scan, text) for scan, text in scans if text.startswith("^")]

    assert len(elements) == 16
    for scan, text in elements:
        assert looks_like_elements(scan)
        assert read(scan) == read(text.replace("|", "").replace("^", GS)), scan
    read_only = vectors(shared, "scan-data-in")
    plain = [each for each in read_only if each["must_succeed"] and "^" not in each["expected"][1]]
    assert len(plain) == 7
    assert all(without_symbol(each["input"]) == each["expected"][1] for each in plain)
