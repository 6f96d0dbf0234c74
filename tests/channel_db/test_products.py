"""Products are found by scan, by number and by the beginnings of words; an unsellable one is found too."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest

from channel_db.catalog.hits import ProductHit
from channel_db.catalog.products import _BY_BARCODE, _CODE_BEGINS
from channel_db.catalog.repository import Catalog
from channel_db.catalog.search import together
from channel_db.unit_of_work import driver_of
from retail.catalog import Product
from tests.channel_db.making import NOW, product_row, rows

STOCK = {
    "85123A": product_row("85123A", "White hanging heart T-light holder", barcodes=["4012345000016", "501"]),
    "85123a": product_row("85123a", "White hanging heart, small"),
    "71053": product_row("71053", "White metal lantern", barcodes=["501"]),
    "22752": product_row("22752", "Crème brûlée set of 7", tax_percent="5.500", barcodes=["502"]),
    "GIFT": product_row("GIFT", "Gift card", key_in_price=True),
    "OLD": product_row("OLD", "Withdrawn bear", sellable=False, barcodes=["503"]),
    "50%_OFF!": product_row("50%_OFF!", "Voucher 50% off"),
    "NEW": product_row("NEW", "Unpriced robot", barcodes=["504"]),
}


def price(number: str, minor: int) -> dict[str, Any]:
    return {"number": number, "price_minor": minor}


@pytest.fixture
def shop(catalog: Catalog) -> Catalog:
    catalog.apply_page(
        "prices", rows({number: price(number, 255) for number in STOCK if number != "NEW"}), "1", NOW
    )
    catalog.apply_page("products", rows(STOCK), "1", NOW)
    return catalog


def numbers(found: Sequence[Product | ProductHit]) -> list[str]:
    return [each.number for each in found]


def test_every_field_of_a_product_arrives(shop: Catalog) -> None:
    assert shop.product_by_barcode("502") == [
        Product(
            number="22752", name="Crème brûlée set of 7", price_minor=255, tax_percent=Decimal("5.500"),
            barcodes=("502",),
        )
    ]  # fmt: skip
    assert str(shop.product_by_barcode("502")[0].tax_percent) == "5.500"


def test_an_unknown_code_finds_nothing(shop: Catalog) -> None:
    assert shop.product_by_barcode("999") == []
    assert shop.product_by_barcode("") == []


def test_a_code_of_several_products_finds_all_of_them(shop: Catalog) -> None:
    assert numbers(shop.product_by_barcode("501")) == ["71053", "85123A"]


def test_numbers_are_case_sensitive(shop: Catalog) -> None:
    upper, lower = shop.product_by_number("85123A"), shop.product_by_number("85123a")

    assert upper is not None
    assert lower is not None
    assert upper.name != lower.name
    assert shop.product_by_number("gift") is None


def test_a_product_that_may_not_be_sold_is_found_and_says_so(shop: Catalog) -> None:
    assert [each.sellable for each in shop.product_by_barcode("503")] == [False]


def test_a_product_without_a_price_cannot_be_sold_until_it_arrives(shop: Catalog) -> None:
    assert [(each.sellable, each.price_minor) for each in shop.product_by_barcode("504")] == [(False, 0)]

    shop.apply_page("prices", rows({"NEW": price("NEW", 0)}), "2", NOW)

    assert [(each.sellable, each.price_minor) for each in shop.product_by_barcode("504")] == [(True, 0)]


def test_a_product_whose_price_is_keyed_in_needs_none(catalog: Catalog) -> None:
    catalog.apply_page("products", rows({"GIFT": STOCK["GIFT"]}), "1", NOW)

    product = catalog.product_by_number("GIFT")
    assert product is not None
    assert product.sellable


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("heart", ["85123A", "85123a"]),
        ("hea whi", ["85123A", "85123a"]),
        ("WHITE ME", ["71053"]),
        ("creme bru", ["22752"]),
        ("brûlée", ["22752"]),
        ("set of 7", ["22752"]),
        ("t light", ["85123A"]),
        ("T-light", ["85123A"]),
        ("w", ["85123A", "85123a", "71053", "OLD"]),
        ("4012345000016", ["85123A"]),
        ("501", ["71053", "85123A"]),
        ("851", ["85123A", "85123a"]),
        ("85123a", ["85123a", "85123A"]),
        ("gift", ["GIFT"]),
        ("antern", ["71053"]),
        ("5123", ["85123A", "85123a"]),
        ("50%", ["50%_OFF!"]),
        ("%_off!", ["50%_OFF!"]),
        ("no such thing", []),
        ("hearty", []),
        ("", []),
        ("   ", []),
        ("%%%", []),
        ('"', []),
        ("heart*", ["85123A", "85123a"]),
        ('heart" OR "lantern', []),
        ("NEAR(white heart)", []),
        ("-heart", ["85123A", "85123a"]),
    ],
)
def test_what_is_typed_finds(shop: Catalog, typed: str, found: list[str]) -> None:
    assert sorted(numbers(shop.find_products(typed, 10))) == sorted(found)
    assert numbers(shop.find_products(typed, 1)) == numbers(shop.find_products(typed, 10))[:1]


def test_the_exact_number_comes_first(shop: Catalog) -> None:
    assert numbers(shop.find_products("85123a", 5))[0] == "85123a"
    assert numbers(shop.find_products("85123A", 5))[0] == "85123A"


def test_a_renamed_product_is_found_by_its_new_name_alone(shop: Catalog) -> None:
    shop.apply_page("products", rows({"71053": product_row("71053", "Black candle")}), "2", NOW)

    assert numbers(shop.find_products("black", 5)) == ["71053"]
    assert shop.find_products("lantern", 5) == []
    assert numbers(shop.product_by_barcode("501")) == ["85123A"]


def test_a_product_that_is_gone_is_found_nowhere(shop: Catalog) -> None:
    shop.apply_page("products", rows({}, gone=("85123A", "never was")), "2", NOW)

    assert shop.product_by_number("85123A") is None
    assert numbers(shop.product_by_barcode("501")) == ["71053"]
    assert numbers(shop.find_products("heart", 5)) == ["85123a"]
    assert shop.product_by_barcode("4012345000016") == []


def test_a_barcode_named_twice_is_one(catalog: Catalog) -> None:
    catalog.apply_page("products", rows({"1": product_row("1", "One", barcodes=["7", "7"])}), "1", NOW)

    assert numbers(catalog.product_by_barcode("7")) == ["1"]


def test_every_question_is_answered_by_an_index(shop: Catalog) -> None:
    said: list[str] = []
    driver = driver_of(shop._connection)
    driver.set_trace_callback(said.append)
    shop.product_by_barcode("501")
    shop.product_by_number("85123A")
    for typed in ("heart", "851", "hangingheartlights", "5123"):
        shop.find_products(typed, 10)
    shop.find_customers("+47 22 33", 10)
    shop.find_customers("bjornson", 10)
    driver.set_trace_callback(None)

    asked = [sql for sql in said if not sql.startswith("--")]  # FTS5's own look-ups are told as comments
    assert len(asked) > 10
    for sql in asked:
        plan = [row[3] for row in driver.execute(f"EXPLAIN QUERY PLAN {sql}")]
        read_through = [
            step
            for step in plan
            if step.startswith("SCAN") and "VIRTUAL TABLE INDEX" not in step and "subquery" not in step
        ]
        assert not read_through, sql


def grouped(number: str, **more: Any) -> dict[str, Any]:
    """A product with an item sales tax group, as headquarters tells of it."""
    said = {"item_tax_group": "FOOD", "sellable": False, "sellable_by_group": True}
    return product_row(number, "Bread", barcodes=["601"], **said | more)


def test_a_product_of_an_item_tax_group_is_for_sale_here_and_not_where_nobody_knows_groups(
    shop: Catalog,
) -> None:
    shop.apply_page("products", rows({"71053": grouped("71053", unit="kg")}), "2", NOW)

    (bread,) = shop.product_by_barcode("601")
    assert (bread.item_tax_group, bread.unit, bread.sellable) == ("FOOD", "kg", True)
    assert [hit.sellable for hit in shop.find_products("71053", 5)] == [True]
    alone = driver_of(shop._connection).execute("SELECT sellable FROM products WHERE number = '71053'")
    assert alone.fetchone() == (0,)  # which is all that an older version looks at


def test_what_a_product_says_of_its_sale_is_forgotten_with_it_and_changed_with_it(shop: Catalog) -> None:
    shop.apply_page("products", rows({"71053": grouped("71053", sellable_by_group=False)}), "2", NOW)
    assert shop.product_by_barcode("601")[0].sellable is False

    shop.apply_page("products", rows({"71053": product_row("71053", "Lantern", barcodes=["601"])}), "3", NOW)
    lantern = shop.product_by_number("71053")
    assert lantern is not None
    assert (lantern.item_tax_group, lantern.unit, lantern.sellable) == ("", "", True)


def test_a_scan_reads_what_is_said_of_its_sale_by_its_number_alone(shop: Catalog) -> None:
    plan = driver_of(shop._connection).execute(f"EXPLAIN QUERY PLAN {_BY_BARCODE.sql}", ("601",)).fetchall()

    assert not [step for *_, step in plan if step.startswith("SCAN")], plan


PACKS = [
    {"unit": "box", "contains_thousandths": 6000, "price_minor": 1400, "barcodes": ["701", "702"]},
    {"unit": "pallet", "contains_thousandths": 600_000, "price_minor": None, "barcodes": ["703", "501"]},
]


def test_the_code_of_a_pack_finds_the_product_as_that_pack(shop: Catalog) -> None:
    shop.apply_page(
        "products", rows({"71053": product_row("71053", "Lantern", barcodes=["601"], packs=PACKS)}), "2", NOW
    )

    def sold_by(code: str) -> list[tuple[str, str, int, int]]:
        found = shop.product_by_barcode(code)
        return [(each.number, each.unit, each.price_minor, each.contains_thousandths) for each in found]

    assert sold_by("601") == [("71053", "", 255, 1000)]
    assert sold_by("702") == [("71053", "box", 1400, 6000)]
    assert sold_by("703") == [("71053", "pallet", 153_000, 600_000)]
    assert sold_by("501") == [("71053", "pallet", 153_000, 600_000), ("85123A", "", 255, 1000)]
    shop.apply_page("products", rows({"71053": product_row("71053", "Lantern", barcodes=["601"])}), "3", NOW)
    assert sold_by("702") == []


def test_a_search_by_the_code_of_a_pack_finds_it_as_that_pack_and_one_by_name_as_itself(
    shop: Catalog,
) -> None:
    lantern = product_row("71053", "Lantern", barcodes=["601"], packs=PACKS)
    shop.apply_page("products", rows({"71053": lantern}), "2", NOW)

    def found(typed: str) -> list[tuple[str, str, int, tuple[str, ...]]]:
        hits = shop.find_products(typed, 9)
        return [(each.number, each.unit, each.price_minor, each.barcodes) for each in hits]

    box, pallet = ("71053", "box", 1400, ("701", "702")), ("71053", "pallet", 153_000, ("703", "501"))
    assert found("702") == [box]
    assert found("703") == [pallet]
    assert pallet in found("501")
    assert found("701")[0] == box
    assert found("Lantern") == [("71053", "", 255, ("601",))]
    shop.apply_page("products", rows({"71053": product_row("71053", "Lantern", barcodes=["601"])}), "3", NOW)
    assert "box" not in {each[1] for each in found("702")}


def test_a_search_by_a_number_a_code_or_the_code_of_a_pack_reads_no_table_as_a_whole(shop: Catalog) -> None:
    question = f"EXPLAIN QUERY PLAN {together(_CODE_BEGINS, 20)}"
    plan = driver_of(shop._connection).execute(question, ("70", "71", "70", "71")).fetchall()

    assert not [step for *_, step in plan if step.startswith("SCAN") and "subquery" not in step], plan


def test_what_begins_with_a_number_is_sought_among_numbers_codes_and_packs_by_one_statement(
    shop: Catalog,
) -> None:
    said: list[str] = []
    driver = driver_of(shop._connection)
    driver.set_trace_callback(said.append)

    found = shop.find_products("4012345000016", 10)

    driver.set_trace_callback(None)
    assert [hit.number for hit in found] == ["85123A"]
    assert len(said) == 1


def test_the_price_that_a_list_has_of_a_pack_is_its_price(shop: Catalog) -> None:
    shop.apply_page("products", rows({"71053": product_row("71053", "Lantern", packs=PACKS)}), "2", NOW)
    listed = {"list": "SUMMER", "number": "71053", "price_minor": 999, "unit": "box"}
    shop.apply_page("list_prices", rows({"71053/SUMMER/box/": listed}), "1", NOW)

    assert [each.price_minor for each in shop.product_by_barcode("701")] == [999]
    lantern = shop.product_by_number("71053")
    assert lantern is not None
    assert lantern.price_minor == 255


def test_a_row_whose_packs_are_none_is_set_aside(shop: Catalog) -> None:
    wrong = product_row("71053", "Lantern", packs=[{"unit": "box"}])

    with pytest.raises(ValueError, match="contains_thousandths"):
        shop.apply_page("products", rows({"71053": wrong}), "2", NOW)
