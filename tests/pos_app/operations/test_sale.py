"""Adding products: what a code or a number brings into the sale, and every reason it does not."""

import json
from pathlib import Path

import pytest

from pos_app.operations.registry import Asks
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
