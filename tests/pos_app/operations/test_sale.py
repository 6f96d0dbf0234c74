"""Adding products: what a code or a number brings into the sale, and every reason it does not."""

import json
from pathlib import Path

import pytest

from pos_app.operations.registry import Asks
from retail.barcodes import check_digit
from tests.fixtures.fix_register import Register

SHOE = "4006381333931"


def test_a_scan_adds_a_line_at_the_catalogue_price(register: Register) -> None:
    done = register.do("product.add", code=SHOE)

    assert str(done.message) == "Added 1 × Trail shoe   100.00"
    assert register.cart["total_minor"] == 10000
    assert register.cart["lines"][0]["product"] == "A"


def test_a_typed_number_finds_the_product_in_its_own_case(register: Register) -> None:
    register.do("product.add", code="A")
    register.do("product.add", code="a")

    assert [line["price_minor"] for line in register.cart["lines"]] == [10000, 100]


def test_a_quantity_goes_with_the_scan(register: Register) -> None:
    register.do("product.add", code=SHOE, quantity="3")
    register.do("product.add", number="B", quantity="0,5")

    assert [line["amount_minor"] for line in register.cart["lines"]] == [30000, 2000]


def test_a_code_of_several_products_asks_which(register: Register) -> None:
    asked = register.ask("product.add", code="5000159407236")

    assert isinstance(asked, Asks)
    [ask] = asked.questions
    assert (ask.name, [choice.value for choice in ask.choices]) == ("number", ["T1", "T2"])
    register.do("product.add", code="5000159407236", number="T2")
    assert register.cart["total_minor"] == 360


def test_a_product_without_a_price_asks_for_it(register: Register) -> None:
    assert register.asks("product.add", code="OPEN") == ["price"]

    register.do("product.add", code="OPEN", price="12.5")

    assert register.cart["total_minor"] == 1250


def test_without_a_code_it_asks_for_one(register: Register) -> None:
    assert register.asks("product.add") == ["code"]


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"code": "12345678"}, "misread"),
        ({"code": "nothing"}, "Unknown code nothing"),
        ({"code": ""}, "not a code"),
        ({"code": "\x00"}, "not a code"),
        ({"code": "x" * 5000}, "not a code"),
        ({"code": "x" * 10_001}, "too long"),
        ({"code": "L-HOUSTON-1-00045"}, "Find order"),
        ({"code": "HOUSTON-1-000042"}, "is a receipt"),
        ({"code": "STAFF-000160"}, "is a staff badge"),
        ({"code": "CUSTOMER-10021"}, "is a customer's card"),
        ({"code": "SUSPENDED-3"}, "is a suspended sale"),
        ({"code": "9901234567897"}, "is a coupon"),
        ({"code": "2810274005025"}, "check digit of the value 00502 is 4, not 5"),
        ({"code": f"(01)0{SHOE}(17)261120"}, "may only be used until 2026-11-20"),
        ({"code": f"(01)0{SHOE}(17)261332"}, "(17) 261332: 261332 is no date"),
        ({"code": f"(01)0{SHOE}", "price": "1.00"}, "price of its own"),
        ({"code": "96385074"}, "may not be sold"),
        ({"number": "nothing"}, "no item nothing"),
        ({"code": SHOE, "quantity": "0"}, "quantity of 0"),
        ({"code": SHOE, "quantity": "-1"}, "not a quantity"),
        ({"code": SHOE, "quantity": "1.2345"}, "three decimals"),
        ({"code": SHOE, "quantity": "100000000"}, "over the limit"),
        ({"code": SHOE, "price": "1.00"}, "price of its own"),
        ({"code": "OPEN", "price": "-1"}, "cost -1.00"),
        ({"code": "OPEN", "price": "1.234"}, "too many decimals"),
        ({"code": "OPEN", "price": "99999999.99"}, "cost 99999999.99"),
        ({"code": 7}, "code must be a text"),
        ({"colour": "red"}, "no parameter colour"),
    ],
)
def test_what_cannot_be_added_is_refused_in_words(
    register: Register, params: dict[str, object], words: str
) -> None:
    assert words in register.refused("product.add", **params)

    register.do("product.add", code=SHOE)
    assert register.cart["total_minor"] == 10000


def test_a_price_inside_the_code_is_the_price_of_one_piece(register: Register) -> None:
    done = register.do("product.add", code="2810275005024")

    assert str(done.message) == "Added 1 × Apples   5.02"
    assert register.cart["total_minor"] == 502


def test_a_weight_inside_the_code_is_the_quantity(register: Register) -> None:
    register.do("product.add", code=whole("211234501250"))
    register.do("product.add", code=whole("211234501250"), quantity="2")

    assert [line["quantity_thousandths"] for line in register.cart["lines"]] == [1250, 2500]
    assert [line["amount_minor"] for line in register.cart["lines"]] == [3113, 6225]


def test_a_gs1_code_brings_quantity_price_batch_and_date(register: Register) -> None:
    first = register.do("product.add", code=f"]d2010{SHOE}10AB-1\x1d21S7\x1d17261121")
    register.do("product.add", code=f"(01)0{SHOE}(30)4")
    register.do("product.add", code=f"(01)0{SHOE}(3922)1295")

    assert (first.values["lot"], first.values["serial"]) == ("AB-1", "S7")
    lines = register.cart["lines"]
    assert [(line["quantity_thousandths"], line["price_minor"]) for line in lines] == [
        (1000, 10000), (4000, 10000), (1000, 1295),
    ]  # fmt: skip


def test_a_gs1_code_of_several_products_keeps_its_quantity_when_one_is_chosen(register: Register) -> None:
    code = "(01)05000159407236(30)4"
    assert register.asks("product.add", code=code) == ["number"]

    register.do("product.add", code=code, number="T2")

    assert register.cart["lines"][0]["quantity_thousandths"] == 4000


def test_a_number_that_looks_like_a_receipt_is_still_a_product(register: Register) -> None:
    register.do("product.add", code="AB-123456")

    assert register.cart["lines"][0]["product"] == "AB-123456"


def test_a_large_quantity_typed_before_a_scan_is_asked_about(register: Register) -> None:
    asked = register.ask("product.add", code=SHOE, quantity="150", sure=False)

    assert isinstance(asked, Asks)
    assert [(ask.name, str(ask.prompt)) for ask in asked.questions] == [("sure", "Add 150 × Trail shoe?")]
    register.do("product.add", code=SHOE, quantity="99", sure=False)
    register.do("product.add", code=SHOE, quantity="150", sure=True)
    register.do("product.add", code=SHOE, quantity="150")
    assert [line["quantity_thousandths"] for line in register.cart["lines"]] == [99_000, 150_000, 150_000]


def test_an_unknown_code_can_be_reported(register: Register) -> None:
    done = register.do("code.report", code="5012345678900")

    assert str(done.message) == "5012345678900 is reported. The item is not in the sale."
    [entry] = [each for each in register.session.journal.entries() if each.kind == "code.unknown"]
    assert json.loads(entry.text)["code"] == "5012345678900"


def whole(code: str) -> str:
    return code + check_digit(code)


def test_the_next_scan_takes_a_selection_away(register: Register) -> None:
    register.do("product.add", code=SHOE)
    register.do("line.select", lines=[1])

    register.do("product.add", code="B")

    assert register.cart["selected"] == []


@pytest.mark.shared
def test_naughty_strings_are_answered_like_any_unknown_code(register: Register, shared: Path) -> None:
    strings = naughty_strings(shared)

    for text in strings:
        register.ask("product.add", code=text)
        register.ask("product.add", number=text)

    assert register.cart["empty"] is True


def naughty_strings(shared: Path) -> list[str]:
    folder = shared / "data" / "naughty-strings"
    file = next(folder.glob("*.json"))
    strings = json.loads(file.read_text(encoding="utf-8"))
    assert len(strings) > 100
    return [text for text in strings if isinstance(text, str)]
