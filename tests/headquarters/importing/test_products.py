"""Products from a file: what goes into the books, what registers are told, and what is left out and why."""

import pytest
from sqlalchemy import select

from headquarters.catalog.models import Picture, Price, Product
from headquarters.catalog.service import keep_picture, publish_products, remove_product
from headquarters.drafts.models import ItemTaxGroupDraft, SalesUnitDraft
from headquarters.importing.packs import packs_text
from retail.wire.feeds import PriceRow, ProductRow
from tests.headquarters.conftest import both_engines
from tests.headquarters.importing.conftest import Imports, counts

pytestmark = both_engines

PEAR = {
    "number": "P", "name": "Pear", "tax_percent": "25", "barcodes": ["4006381333931", "P-2"], "sellable": True,
    "key_in_price": False, "line_charge_minor": 150, "asks_serial": False, "category": "",
    "revenue_recognition": False,
}  # fmt: skip


def test_new_product_stands_in_the_books_and_on_both_feeds(imports: Imports) -> None:
    report = imports(
        "products", "number,name,barcode,price,tax,line_charge\nP,Pear,4006381333931|P-2,12.50,25 %,1.5\n"
    )

    assert counts(report) == (1, 0, 0, 0)
    assert imports.books.feed("products")["P"] == PEAR
    assert imports.books.feed("prices")["P"] == {"number": "P", "price_minor": 1250}
    with imports.books.parts.database.reading() as session:
        product = session.scalars(select(Product).where(Product.number == "P")).one()
        assert (product.barcodes, str(product.tax_percent), product.sellable) == (
            PEAR["barcodes"],
            "25",
            True,
        )


def test_a_file_leaves_the_picture_of_a_product_as_it_is(imports: Imports) -> None:
    imports("products", "number,name,price\nP,Pear,1\nQ,Quince,1\n")
    with imports.books.parts.database.writing() as session:
        product = session.scalars(select(Product).where(Product.number == "P")).one()
        keep_picture(session, product, Picture(digest="d1", kind="png", bytes=b"p", width=1, height=1))

    imports("products", "number,name,price\nP,Birne,1\nQ,Quitte,1\n")

    told = imports.books.feed("products")
    assert (told["P"]["name"], told["P"]["picture"]) == ("Birne", "d1")
    assert (told["Q"]["name"], "picture" in told["Q"]) == ("Quitte", False)


def test_registers_can_read_what_was_published(imports: Imports) -> None:
    imports("products", "number,name,barcode,price\nP,Pære,1,2\nQ,,,\n")

    assert ProductRow.of(imports.books.feed("products")["P"]).name == "Pære"
    assert ProductRow.of(imports.books.feed("products")["Q"]).barcodes == ()
    assert PriceRow.of(imports.books.feed("prices")["P"]).price_minor == 200
    assert "Q" not in imports.books.feed("prices")


def test_same_file_again_publishes_nothing(imports: Imports) -> None:
    text = "number,name,barcode,price,tax,sellable\nP,Pære,123,12.50,25.0,yes\nQ,Quince,,7,,no\n"
    imports("products", text)
    before = imports.sequence()

    report = imports("products", text)

    assert counts(report) == (0, 0, 2, 0)
    assert imports.sequence() == before


def test_only_what_changed_is_published(imports: Imports) -> None:
    imports("products", "number,name,price\nP,Pear,1\nQ,Quince,2\nR,Rose hip,3\n")
    before = imports.sequence()

    report = imports("products", "number,name,price\nP,Pear,1\nQ,Quince,2.50\nR,Rosehip,3\nS,Sloe,4\n")

    assert counts(report) == (1, 2, 1, 0)
    assert sorted(imports.published_after(before)) == [
        ("prices", "Q"), ("prices", "S"), ("products", "R"), ("products", "S")
    ]  # fmt: skip


def test_what_the_file_does_not_say_stays(imports: Imports) -> None:
    imports("products", "number,name,barcode,price,tax,key_in_price\nP,Pear,123,1,25,yes\n")

    imports("products", "number,name,barcode,price,tax\nP,Birne,,,\n")
    imports("products", "number,name\nP,Birne\n")

    expected = {
        **PEAR, "name": "Birne", "barcodes": ["123"], "tax_percent": "25", "key_in_price": True, "line_charge_minor": 0,
        "asks_serial": False, "category": "", "revenue_recognition": False,
    }  # fmt: skip
    assert imports.books.feed("products")["P"] == expected
    assert imports.books.feed("prices")["P"]["price_minor"] == 100


def test_barcode_is_the_number_where_there_is_no_other(imports: Imports) -> None:
    imports("products", "barcode,name\n0000000000017,Crackers\n17|18,Cacao\n")

    products = imports.books.feed("products")
    assert products["0000000000017"]["barcodes"] == ["0000000000017"]
    assert products["17"]["barcodes"] == ["17", "18"]


def test_codes_with_a_wrong_check_digit_are_kept_as_they_are(imports: Imports) -> None:
    report = imports("products", "barcode,name\n4006381333930,Wrong\n4006381333931,Right\n036000291452,UPC\n")

    assert counts(report) == (3, 0, 0, 0)


def test_codes_that_only_padding_makes_equal_are_two_products(imports: Imports) -> None:
    report = imports("products", "barcode,name\n01,One\n001,Two\n0001,Three\n")

    assert counts(report) == (3, 0, 0, 0)
    assert imports.books.feed("products")["001"]["name"] == "Two"


def test_codes_differ_by_case_and_not_by_spaces_around_them(imports: Imports) -> None:
    report = imports("products", "number,name\n15056BL,Black\n15056bl,black\n 15056BL ,again\n")

    assert counts(report) == (2, 0, 0, 1)
    assert imports.books.feed("products")["15056BL"]["name"] == "Black"
    assert imports.rejects == [
        {"line": "4", "column": "number", "value": "15056BL", "rule": "line 2 has the same number"}
    ]


@pytest.mark.parametrize(
    "name",
    [
        '12" PLATE "DELUXE"',
        " spaces outside ",
        "£5 & 5 €",
        "a,b;c|d",
        "=1+1",
        "é 𝄞 שלום",
        "\u0080n\u00a0",
        "&amp;",
        " ",
    ],
)
def test_names_are_kept_to_the_letter(imports: Imports, name: str) -> None:
    quoted = name.replace('"', '""')

    imports("products", f'number,name\nP,"{quoted}"\n')

    assert imports.books.feed("products")["P"]["name"] == name


def test_product_that_was_taken_out_comes_back(imports: Imports) -> None:
    with imports.books.parts.database.writing() as session:
        remove_product(session, "A")
    assert "A" not in imports.books.feed("products")

    report = imports("products", "number,name,price\nA,Apple,80\n")

    assert counts(report) == (1, 0, 0, 0)
    assert imports.books.feed("products")["A"]["name"] == "Apple"


def test_price_of_a_known_product_changes_alone(imports: Imports) -> None:
    before = imports.sequence()

    report = imports("products", "number,name,price\nA,Apple,81\n")

    assert counts(report) == (0, 1, 0, 0)
    assert imports.published_after(before) == [("prices", "A")]


def test_file_without_prices_prices_nothing(imports: Imports) -> None:
    imports("products", "number,name\nP,Pear\n")

    with imports.books.parts.database.reading() as session:
        assert session.scalar(select(Price.id).where(Price.number == "P")) is None


@pytest.mark.parametrize(
    ("cells", "column", "rule"),
    [
        ("P,Pear,-1.00,25,123,yes", "price", "it is negative"),
        ("P,Pear,1.0123456789,25,123,yes", "price", "too many decimals: USD has 2"),
        ("P,Pear,about 3,25,123,yes", "price", "is not an amount"),
        ("P,Pear,nan,25,123,yes", "price", "is not an amount"),
        ("P,Pear,10000000000000,25,123,yes", "price", "is not an amount"),
        ("P,Pear,999999999999,25,123,yes", "price", "over the limit"),
        ("P,Pear,1,-1,123,yes", "tax", "between 0 and 1000"),
        ("P,Pear,1,Infinity,123,yes", "tax", "between 0 and 1000"),
        ("P,Pear,1,1e-9,123,yes", "tax", "at most 4 decimals"),
        ("P,Pear,1,high,123,yes", "tax", "not a rate"),
        ("P,Pear,1,25,123,perhaps", "sellable", "neither yes nor no"),
        (f"P,Pear,1,25,{'1' * 81},yes", "barcode", "at most 80"),
        (f"P,Pear,1,25,{'|'.join(map(str, range(101)))},yes", "barcode", "at most 100"),
        ("P,Pear,1,25,12\u200b3,yes", "barcode", "no invisible"),
        (",Pear,1,25,123,yes", "number", "needed and empty"),
        (f"{'P' * 81},Pear,1,25,123,yes", "number", "at most 80"),
        (f"P,{'r' * 255},1,25,123,yes", "name", "at most 254"),
        ("P,Pe\x1bar,1,25,123,yes", "name", "control character"),
        ("P,Pe\x00ar,1,25,123,yes", "name", "control character"),
    ],
)
def test_bad_cell_leaves_out_its_row_alone(imports: Imports, cells: str, column: str, rule: str) -> None:
    report = imports(
        "products", f"number,name,price,tax,barcode,sellable\nB,Banana,1,,,\n{cells}\nC,Cherry,2,,,\n"
    )

    assert counts(report) == (2, 0, 0, 1)
    assert [(each["line"], each["column"]) for each in imports.rejects] == [("3", column)]
    assert rule in imports.rejects[0]["rule"]
    assert set(imports.books.feed("products")) == {"A", "B", "C"}


def test_every_bad_cell_of_a_row_is_named(imports: Imports) -> None:
    report = imports("products", "number,name,price,tax\nP,Pear,-1,-1\n")

    assert counts(report) == (0, 0, 0, 1)
    assert [each["column"] for each in imports.rejects] == ["price", "tax"]


def test_row_that_was_left_out_is_no_first_one(imports: Imports) -> None:
    report = imports("products", "number,name,price\nP,Pear,-1\nP,Pear,1\n")

    assert counts(report) == (1, 0, 0, 1)


def test_amounts_follow_the_currency(imports: Imports) -> None:
    imports("products", "number,name,price\nP,Pear,1250\n", currency="JPY")
    imports("products", "number,name,price\nQ,Quince,1.255\n", currency="KWD")

    prices = imports.books.feed("prices")
    assert (prices["P"]["price_minor"], prices["Q"]["price_minor"]) == (1250, 1255)


def set_up(imports: Imports, groups: tuple[str, ...] = (), units: tuple[str, ...] = ()) -> None:
    """Set up item sales tax groups and sales units."""
    common = {"parameters": "standard", "version": 1}
    with imports.books.parts.database.writing() as session:
        session.add_all([ItemTaxGroupDraft(name=each, taxes=[], position=0, **common) for each in groups])
        session.add_all([SalesUnitDraft(unit=each, decimals=False, position=0, **common) for each in units])


def test_a_product_that_names_what_is_not_set_up_or_says_two_things_at_once_is_left_out_as_by_its_form(
    imports: Imports,
) -> None:
    set_up(imports, ("FOOD",), ("kg", "rør"))
    imports("products", "number,name,item tax group,unit\nOLD,Old,FOOD,rør\n")

    report = imports(
        "products",
        "number,name,item tax group,unit,packs,tax\n"
        "A,Apple,FODO,,,\nB,Bread,,kgs,,\nC,Cheese,,,box;6,\nD,Dates,FOOD,kg,,25\nE,Eggs,,kg,kg;6,\n"
        "OLD,Old,,,,25\nF,Figs,FOOD,kg,rør;6,\n",
    )

    assert counts(report) == (1, 0, 0, 6)
    no_such = "There is none of this name. Set it up first, or type another."
    assert [(each["line"], each["column"], each["value"], each["rule"]) for each in imports.rejects] == [
        ("2", "item tax group", "FODO", no_such),
        ("3", "unit", "kgs", no_such),
        ("4", "packs", "box;6", no_such),
        ("5", "item_tax_group", "FOOD", "State a rate of its own or an item sales tax group, not both."),
        ("6", "packs", imports.rejects[4]["value"], "A pack has another unit than the product itself."),
        ("7", "item_tax_group", "FOOD", "State a rate of its own or an item sales tax group, not both."),
    ]
    report = imports("products", "number,name,packs\nOLD,Old,rør;6\n")
    assert (counts(report), imports.rejects[0]["rule"]) == (
        (0, 0, 0, 1), "A pack has another unit than the product itself."
    )  # fmt: skip


def test_tax_group_and_unit_of_a_product_come_with_a_file_and_older_registers_refuse_it(
    imports: Imports,
) -> None:
    set_up(imports, ("FOOD",), ("kg",))
    imports(
        "products", "number,name,price,item tax group,unit,sellable\nP,Pear,1,FOOD,kg,\nQ,Quince,1,FOOD,,no\n"
    )
    first = dict(imports.books.feed("products"))
    imports("products", "number,name,price\nP,Birne,1\n")
    told = imports.books.feed("products")

    assert told["P"] == PEAR | {
        "name": "Birne", "tax_percent": None, "barcodes": [], "line_charge_minor": 0, "sellable": False,
        "item_tax_group": "FOOD", "sellable_by_group": True, "unit": "kg",
    }  # fmt: skip
    assert first["P"] == told["P"] | {"name": "Pear"}
    assert (told["Q"]["sellable"], told["Q"]["sellable_by_group"], "unit" in told["Q"]) == (
        False,
        False,
        False,
    )
    with imports.books.parts.database.writing() as session:
        publish_products(session, 0, 10)
    assert imports.books.feed("products") == told
    assert ProductRow.of(told["P"]).item_tax_group == "FOOD"


def test_packs_of_a_product_come_with_a_file_and_go_out_as_they_came(imports: Imports) -> None:
    set_up(imports, units=("box", "pallet"))
    imports("products", "number,name,price,packs\nP,Pear,1,box; 6; 5.40; 701 702|pallet;60\n")
    sequence = imports.sequence()
    imports("products", "number,name,price,packs\nP,Pear,1,box;6;5.40;701 702 | pallet; 60;;\n")

    assert imports.published_after(sequence) == []
    told = imports.books.feed("products")["P"]
    assert told["packs"] == [
        {"unit": "box", "contains_thousandths": 6000, "price_minor": 540, "barcodes": ["701", "702"]},
        {"unit": "pallet", "contains_thousandths": 60_000, "price_minor": None, "barcodes": []},
    ]  # fmt: skip
    assert packs_text(told["packs"], "USD") == "box; 6; 5.40; 701 702|pallet; 60"
    with imports.books.parts.database.writing() as session:
        publish_products(session, 0, 10)
    assert imports.books.feed("products")["P"] == told
