"""A price, weight or count inside a code is read by the shop's own layouts, and never guessed."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from retail.barcodes import check_digit
from retail.barcodes.embedded import DEFAULT_EMBEDDED, EmbeddedCode, EmbeddedKind, read_value
from retail.errors import RuleBroken

PRICE = EmbeddedCode(EmbeddedKind.PRICE, "28....c{NNNDD}.")
WEIGHT = EmbeddedCode(EmbeddedKind.WEIGHT, "21.....{NNDDD}.")
PIECES = EmbeddedCode(EmbeddedKind.COUNT, "25....c{NNNNN}.")


def whole(code: str) -> str:
    return code + check_digit(code)


def test_a_price_is_read_with_the_codes_of_its_article() -> None:
    read = PRICE.read("2810275005024")

    assert read is not None
    assert (read.kind, read.value) == (EmbeddedKind.PRICE, Decimal("5.02"))
    assert read.lookups == ("2810270000000", "281027")


def test_a_weight_is_read_in_thousandths() -> None:
    read = WEIGHT.read(whole("211234501250"))

    assert read is not None
    assert read.value == Decimal("1.250")
    assert read.lookups == (whole("211234500000"), "2112345")


def test_pieces_are_counted() -> None:
    read = PIECES.read("2523232000061")

    assert read is not None
    assert (read.kind, read.value) == (EmbeddedKind.COUNT, Decimal(6))


def test_a_price_with_a_wrong_check_digit_is_refused_in_words() -> None:
    with pytest.raises(RuleBroken) as refused:
        PRICE.read(whole("281027400502"))

    assert "check digit of the value 00502 is 4, not 5" in str(refused.value)


@pytest.mark.parametrize(
    "code", ["2910275005023", "2810275005025", "281027500502", "28102750050240", "", "281027500502x"]
)
def test_other_codes_are_not_of_this_layout(code: str) -> None:
    assert PRICE.read(code) is None


@pytest.mark.parametrize(
    ("kind", "pattern", "why"),
    [
        (EmbeddedKind.PRICE, "............{N}.", "must begin with a digit"),
        (EmbeddedKind.PRICE, "28....{NNNDD}", "8, 12 or 13 places"),
        (EmbeddedKind.PRICE, "28..........", "one value"),
        (EmbeddedKind.PRICE, "28..{NN}..{NN}..", "one value"),
        (EmbeddedKind.PRICE, "28......c{NDD}.", "4 or 5 digits has a check digit"),
        (EmbeddedKind.COUNT, "25.....{NNNND}.", "pieces have no decimals"),
        (EmbeddedKind.WEIGHT, "21.....{NDDDD}.", "at most three decimals"),
    ],
)
def test_a_layout_that_cannot_be_is_refused(kind: EmbeddedKind, pattern: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        EmbeddedCode(kind, pattern)


def test_no_code_is_of_two_delivered_layouts() -> None:
    for each in DEFAULT_EMBEDDED:
        digits = each.pattern.replace("{", "").replace("}", "").translate(str.maketrans("cND.", "0000"))
        code = whole(digits[:-1])

        assert [other.pattern for other in DEFAULT_EMBEDDED if other.read(code)] == [each.pattern]


@pytest.mark.shared
def test_the_shared_prices_agree(shared: Path) -> None:
    rows = read_rows(shared, "price-embedded-ean13.csv")

    assert len(rows) == 14
    for row in rows:
        read = EmbeddedCode(EmbeddedKind.PRICE, f"{row['prefix']}....c{{NNNDD}}.").read(row["ean13"])
        assert read is not None, row
        assert read.value == Decimal(row["value_digits"]) / 100
        assert read.lookups[1] == row["prefix"] + row["item_reference"]


@pytest.mark.shared
def test_the_shared_patterns_agree(shared: Path) -> None:
    rows = read_rows(shared, "embedded-value-patterns.csv")

    assert len(rows) == 6
    for row in rows:
        patterns = row["patterns"].replace(" (first)", "").split(" then ")
        found = (read_value(pattern, row["barcode"]) for pattern in patterns if "{" in pattern)
        first = next((each for each in found if each is not None), None)
        if row["result_type"] == "error":
            assert first is None, row
        else:
            assert first is not None, row
            assert (first[0], Decimal(f"{first[1]}.{first[2]}")) == (row["base_code"], Decimal(row["value"]))


def read_rows(shared: Path, name: str) -> list[dict[str, str]]:
    with (shared / "data/barcode-vectors" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
