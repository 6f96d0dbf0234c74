"""Check digits tell right from wrong, and codes that mean the same article are looked up as each other."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.barcodes import candidates, check_digit, expand_upc_e, is_right, price_check_digit

LENGTHS = {"EAN-13": 13, "EAN-8": 8, "GTIN-14": 14}


@pytest.mark.parametrize(
    ("code", "right"),
    [
        ("4006381333931", True),
        ("4006381333932", False),
        ("96385074", True),
        ("96385075", False),
        ("036000291452", True),
        ("036000291453", False),
        ("10012345678902", True),
        ("10012345678903", False),
        ("01234565", True),
        ("", False),
        ("123456789", False),
        ("400638133393X", False),
        ("\u0664006381333931", False),
    ],
)
def test_a_check_digit_tells_right_from_wrong(code: str, right: bool) -> None:
    assert is_right(code) is right


@given(st.integers(0, 10**12 - 1), st.integers(0, 12), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(number: int, place: int, shift: int) -> None:
    body = f"{number:012d}"
    code = body + check_digit(body)
    wrong = code[:place] + str((int(code[place]) + shift) % 10) + code[place + 1 :]

    assert is_right(code)
    assert not is_right(wrong)


@pytest.mark.shared
def test_the_shared_vectors_agree(shared: Path) -> None:
    with (shared / "data/barcode-vectors/ean-validity.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    assert len(rows) > 30
    wrong = [
        row["code"]
        for row in rows
        if (is_right(row["code"]) and len(row["code"]) == LENGTHS[row["symbology"]]) != (row["valid"] == "1")
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("01234566", None),
        ("01234565", "012345000065"),
        ("04252614", "042100005264"),
        ("01234133", "012300000413"),
        ("01234543", "012340000053"),
        ("01234558", "012345000058"),
        ("21234565", None),
        ("1234565", None),
        ("0123456x", None),
    ],
)
def test_a_upc_e_stands_for_its_upc_a(short: str, long: str | None) -> None:
    expanded = expand_upc_e(short)

    assert expanded == long
    assert expanded is None or is_right(expanded)


@pytest.mark.parametrize(
    ("code", "looked_up"),
    [
        ("4006381333931", ("4006381333931",)),
        ("0036000291452", ("0036000291452", "036000291452")),
        ("036000291452", ("036000291452", "0036000291452")),
        ("01234565", ("01234565", "012345000065", "0012345000065")),
        ("96385074", ("96385074",)),
        ("10012345678902", ("10012345678902",)),
        ("04006381333931", ("04006381333931", "4006381333931")),
        ("00036000291452", ("00036000291452", "0036000291452", "036000291452")),
        ("00000096385074", ("00000096385074", "0000096385074", "000096385074", "96385074")),
        ("85123a", ("85123a",)),
        ("85123A", ("85123A",)),
        (" 85123A", (" 85123A",)),
    ],
)
def test_codes_are_looked_up_as_they_are_and_as_their_equals(code: str, looked_up: tuple[str, ...]) -> None:
    assert candidates(code) == looked_up


@pytest.mark.parametrize(
    ("price", "digit"), [("2875", "9"), ("0000", "0"), ("00502", "5"), ("14685", "6"), ("00000", "0")]
)
def test_a_price_inside_a_code_has_a_check_digit_of_its_own(price: str, digit: str) -> None:
    assert price_check_digit(price) == digit


@given(st.integers(0, 99_999), st.integers(0, 4), st.integers(1, 9))
def test_one_wrong_digit_of_a_price_is_always_noticed(price: int, place: int, shift: int) -> None:
    digits = f"{price:05d}"
    wrong = digits[:place] + str((int(digits[place]) + shift) % 10) + digits[place + 1 :]

    assert price_check_digit(wrong) != price_check_digit(digits)
