"""Pages of goods: products and discounts are found, made, changed by the rules of registers, and told of at once."""

import csv
import io
from typing import Any

import pytest

from tests.fixtures.fix_headquarters import EnrolledRegister, RunningHeadquarters
from tests.headquarters.backoffice.browser import Browser, set_up_code

PEAR = {
    "number": "P-1", "name": "Pære", "barcodes": "4006381333931\nP-2", "category": "Fruit", "tax_percent": "15 %",
    "price": "12,50", "line_charge": "", "sellable": "yes",
}  # fmt: skip
SALE = {
    "id": "SUMMER", "name": "Summer", "kind": "percent", "percent": "20", "amount": "", "starts": "2026-06-01",
    "ends": "2026-08-31", "products": "A", "categories": "Fruit", "affiliations": "",
}  # fmt: skip


@pytest.fixture(scope="module")
def register(shop: RunningHeadquarters) -> EnrolledRegister:
    Browser(shop.url).set_up(set_up_code(shop))
    return shop.enrol("HOUSTON-1")


@pytest.fixture
def ada(shop: RunningHeadquarters, register: EnrolledRegister) -> Browser:
    return Browser(shop.url).sign_in()


def make(browser: Browser, what: str, **fields: str) -> str:
    browser.get(f"/office/{what}/new")
    return browser.press(f"/office/{what}/new", **fields)


def feed(register: EnrolledRegister, name: str) -> dict[str, Any]:
    """The present rows of a feed as this register reads them."""
    return {row["key"]: row["value"] for row in register.rows(name) if not row["gone"]}


def here(browser: Browser) -> str:
    return browser.address.removeprefix(browser.url)


def test_a_product_that_is_made_here_is_told_to_the_registers_and_found_by_number_code_and_name(
    ada: Browser, register: EnrolledRegister
) -> None:
    text = make(ada, "products", **PEAR)

    assert ada.status == 200, text
    assert feed(register, "products")["P-1"] == {
        "number": "P-1", "name": "Pære", "tax_percent": "15", "barcodes": ["4006381333931", "P-2"], "sellable": True,
        "key_in_price": False, "line_charge_minor": 0, "asks_serial": False, "category": "Fruit",
        "revenue_recognition": False,
    }  # fmt: skip
    assert feed(register, "prices")["P-1"] == {"number": "P-1", "price_minor": 1250}
    for text in ("P-1", "p-", "P-2", "4006381333931", "pær", "P%C3%A6re"):
        assert ">P-1<" in ada.get(f"/office/products?text={text.replace('æ', '%C3%A6')}"), text
    assert ">P-1<" not in ada.get("/office/products?text=quince")
    for query in ("category=Fruit", "category=Fruit&sort=name", "sort=newest", "sort=name", ""):
        assert ">P-1<" in ada.get(f"/office/products?{query}"), query
    assert ">P-1<" not in ada.get("/office/products?only=not+for+sale")


def test_a_product_is_changed_taken_out_and_what_was_done_stands_below_it(
    ada: Browser, register: EnrolledRegister
) -> None:
    make(ada, "products", **PEAR | {"number": "Q"})
    ada.press(here(ada), **PEAR | {"name": "Quince", "barcodes": "", "price": "", "sellable": ""})

    assert ">Name:</span> Quince" in ada.text
    assert feed(register, "products")["Q"]["name"] == "Quince"
    assert "Q" not in feed(register, "prices")
    assert ">Q<" in ada.get("/office/products?only=not+for+sale")
    ada.get("/office/products?text=Q")
    row = ada.text.partition('href="/office/products/')[2].partition('">Q<')[0].rpartition("/")[2]
    ada.get(f"/office/products/{row}")
    ada.press(f"/office/products/{row}/remove")
    assert "Q" not in feed(register, "products")
    assert "There is no such product" in ada.get(f"/office/products/{row}")


def test_who_saves_second_is_shown_what_the_other_made_and_may_save_again(
    shop: RunningHeadquarters, ada: Browser, register: EnrolledRegister
) -> None:
    make(ada, "products", **PEAR | {"number": "R"})
    max_ = Browser(shop.url).sign_in()
    max_.get(here(ada))
    max_.press(here(ada), **PEAR | {"name": "Theirs"})

    text = ada.press(here(ada), **PEAR | {"name": "Ours"})

    assert ada.status == 409
    assert "Somebody else saved here: Theirs" in text
    assert 'value="Ours"' in text
    assert feed(register, "products")["R"]["name"] == "Theirs"
    ada.press(here(ada), **PEAR | {"name": "Ours"})
    assert feed(register, "products")["R"]["name"] == "Ours"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("number", "", "it is needed and empty"), ("number", "A", "There is one like this already"),
        ("number", "x" * 81, "at most 80 characters"), ("name", " \t", "control character"),
        ("name", "", "it is needed and empty"), ("price", "many", "is not an amount"),
        ("price", "1.005", "too many decimals"), ("price", "-1", "it is negative"),
        ("tax_percent", "NaN", "a rate lies between"), ("tax_percent", "9e99", "a rate lies between"),
        ("barcodes", "a\u202eb", "no invisible characters"),
        ("barcodes", "\n".join(map(str, range(101))), "at most 100"),
    ],
)  # fmt: skip
def test_what_a_register_could_not_work_by_is_refused_at_its_field_and_nothing_typed_is_lost(
    ada: Browser, register: EnrolledRegister, field: str, value: str, words: str
) -> None:
    text = make(ada, "products", **PEAR | {"number": "BAD", field: value})

    assert ada.status == 422
    assert words in text
    assert "Fruit" in text
    assert "BAD" not in feed(register, "products")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"percent": "0"}, "more than 0"), ({"percent": "101"}, "at most 100"), ({"kind": "gift"}, "Choose one"),
        ({"kind": "amount"}, "needed and empty"), ({"ends": "2026-05-01"}, "ends before it starts"),
        ({"starts": "2026-02-30"}, "is not a day"), ({"products": "NONE"}, "there is no product NONE"),
        ({"products": "", "categories": ""}, "name a product or a category"), ({"id": ""}, "needed and empty"),
    ],
)  # fmt: skip
def test_a_discount_that_cannot_be_is_refused_at_its_field(
    ada: Browser, fields: dict[str, str], words: str
) -> None:
    text = make(ada, "discounts", **SALE | fields)

    assert ada.status == 422
    assert words in text


def test_a_discount_is_made_changed_and_taken_away_and_registers_hear_of_it(
    ada: Browser, register: EnrolledRegister
) -> None:
    make(ada, "discounts", **SALE)
    assert feed(register, "promotions")["SUMMER"] == {
        "id": "SUMMER", "name": "Summer", "kind": "percent", "products": ["A"], "percent": "20", "amount_minor": 0,
        "starts": "2026-06-01", "ends": "2026-08-31", "categories": ["Fruit"], "affiliations": [],
    }  # fmt: skip
    page = here(ada)

    ada.press(page, **SALE | {"kind": "deal", "amount": "9.95", "percent": ""})
    assert feed(register, "promotions")["SUMMER"]["amount_minor"] == 995
    assert "Summer" in ada.get("/office/discounts?text=SUM")
    assert "Summer" not in ada.get("/office/discounts?text=WINTER")
    assert "SUMMER,Summer,deal,,9.95" in ada.get("/office/discounts.csv")
    ada.get(page)
    ada.press(f"{page}/remove")

    assert "SUMMER" not in feed(register, "promotions")


def test_what_is_exported_is_no_formula_and_goes_in_again_as_it_was(ada: Browser) -> None:
    make(ada, "products", **PEAR | {"number": "Z", "name": "=cmd()|' /C calc'!A0", "barcodes": "7\n8"})

    rows = {row["number"]: row for row in csv.DictReader(io.StringIO(ada.get("/office/products.csv")))}
    assert rows["Z"]["name"] == "'=cmd()|' /C calc'!A0"
    assert (rows["Z"]["barcode"], rows["Z"]["price"], rows["Z"]["tax"]) == ("7|8", "12.50", "15")
    ada.get("/office/imports")
    without_formula = "\n".join(
        each for each in ada.get("/office/products.csv").splitlines() if "=cmd" not in each
    )
    ada.get("/office/imports")
    text = ada.send_file("/office/imports", "again.csv", without_formula.encode(), kind="products")
    while 'http-equiv="refresh"' in text:
        text = ada.get(here(ada))
    row = text.partition('<tr><td class="amount">')[2].partition("</tr>")[0]
    assert row.startswith('0</td><td class="amount">0<')
