"""Tax at the register: by where goods go, by whose they are, and none for who is exempt."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from pos_app.language.language import language_of
from pos_app.register.sale_views import line_views
from retail.item_tax_groups import ItemTaxGroup
from retail.settings import TaxGroup
from retail.tax_codes import TaxCode
from retail.units import SalesUnit
from tests.fixtures.fix_register import ANNA, SETTINGS, Register, Shop, at_work, desk_of, product_row

TAXED: dict[str, Any] = {
    "tax_percent": Decimal(10),
    "tax_groups": (
        TaxGroup("Norway", Decimal(25), country="NO"),
        TaxGroup("Bergen", Decimal(12), country="NO", postcodes=("50",)),
    ),
    "destination_based_tax": True,
    "country": "NO",
}


@pytest.mark.parametrize(
    ("postcode", "tax_minor"), [("5003", 1200), ("0150", 2500)]
)  # fmt: skip
def test_goods_are_taxed_by_the_group_their_postcode_falls_into(
    shop: Shop, postcode: str, tax_minor: int
) -> None:
    register = at_work(shop, **TAXED)
    register.do("customer.set", id=ANNA)
    register.do("product.add", number="A")
    assert register.cart["tax_minor"] == 1000

    place = {"line1": "Storgt 1", "postcode": postcode, "city": "Byen", "country": "NO"}
    register.do("order.ship_all", address=place)

    assert register.cart["tax_minor"] == tax_minor
    register.do("order.carry_out_all")
    assert register.cart["tax_minor"] == 1000


def test_an_address_is_taxed_by_every_tax_of_the_group_it_names(
    shop: Shop,
) -> None:
    codes = (TaxCode("GST", Decimal(5)), TaxCode("QST", Decimal(9)))
    register = at_work(shop, **TAXED | {"tax_groups": (TaxGroup("Quebec", country="CA", codes=codes),)})
    register.do("customer.set", id=ANNA)
    register.do("product.add", number="A")

    register.do("order.ship_all", address={"line1": "Storgt 1", "city": "Byen", "tax_group": "Quebec"})

    assert register.cart["tax_minor"] == 1400
    cart = register.session.cart
    assert cart is not None
    assert [line.tax_codes for line in cart.lines] == [codes]


def test_a_customer_who_is_exempt_takes_the_tax_off_and_gives_it_back(shop: Shop) -> None:
    register = exempt_at_work(shop)
    register.do("product.add", number="A")
    assert register.cart["tax_minor"] == 1000

    register.do("customer.set", id=ANNA)
    assert (register.cart["tax_minor"], register.cart["total_minor"]) == (0, 10_000)
    register.do("product.add", number="B")
    assert register.cart["tax_minor"] == 0

    register.do("customer.clear")
    assert register.cart["tax_minor"] == 1400


def exempt_at_work(shop: Shop) -> Register:
    """A register whose store lets Anna's exemption count."""
    register = at_work(shop, tax_percent=Decimal(10), calculate_customer_exempt=True)
    anna = {"id": ANNA, "account": "10021", "name": "Anna Berg", "tax_exempt": True}
    settings = register.session.settings
    assert settings is not None
    shop.publish(settings, customers={ANNA: anna})
    return register


def grouped(shop: Shop, **row: Any) -> Register:
    """A register whose product A says this besides, in a store with two taxes, a group and units."""
    settings = replace(
        SETTINGS,
        tax_codes=(TaxCode("State", Decimal(6)), TaxCode("City", Decimal(2))),
        item_tax_groups=(ItemTaxGroup("FOOD", ("State",)),),
        sales_units=(SalesUnit("can"), SalesUnit("box"), SalesUnit("kg", decimals=True)),
    )
    shoe = product_row("A") | row
    shop.publish(settings, products={"A": shoe, "B": product_row("B")})
    return at_work(shop)


FOOD = {"item_tax_group": "FOOD", "sellable": False, "sellable_by_group": True}


def test_a_product_is_charged_the_taxes_of_its_group_and_others_all_taxes(shop: Shop) -> None:
    register = grouped(shop, **FOOD)
    register.do("product.add", number="A")
    assert register.cart["tax_minor"] == 600

    register.do("product.add", number="B")
    assert register.cart["tax_minor"] == 600 + 320


def test_a_product_whose_group_has_not_come_is_refused_and_so_is_one_that_is_not_for_sale(shop: Shop) -> None:
    register = grouped(shop, **FOOD | {"item_tax_group": "TOYS"})
    assert "item sales tax group TOYS, which this store does not have" in register.refused(
        "product.add", number="A"
    )

    register = grouped(shop, **FOOD | {"sellable_by_group": False})
    assert "may not be sold" in register.refused("product.add", number="A")


def test_a_line_shows_its_unit_and_takes_no_parts_of_what_is_whole(shop: Shop) -> None:
    register = grouped(shop, unit="can")
    assert "sold by the whole can" in register.refused("product.add", number="A", quantity="1,5")
    register.do("product.add", number="A", quantity="2")
    assert "sold by the whole can" in register.refused("line.quantity", quantity="2.5")
    register.do("line.quantity", quantity="3")

    cart, settings = register.session.cart, register.session.settings
    assert cart is not None
    assert settings is not None
    (view,) = line_views(cart, settings, language_of("en"))
    assert (view.quantity, view.spoken) == ("3 can", "3 can Trail shoe, 300.00")


def test_a_scanned_pack_is_sold_at_its_price_and_asked_for_where_its_code_is_not_its_alone(
    shop: Shop,
) -> None:
    box = {
        "unit": "box",
        "contains_thousandths": 6000,
        "price_minor": 50_000,
        "barcodes": ["4006381333948", "7038010009457"],
    }
    register = grouped(shop, unit="can", packs=[box])
    register.do("product.add", code="4006381333948", quantity="2")
    assert register.cart["total_minor"] == 108_000
    cart = register.session.cart
    assert cart is not None
    assert [(line.unit, line.contains_thousandths) for line in cart.lines] == [("box", 6000)]

    (found,) = desk_of(register).search_products("4006381333948").rows
    assert (found.name, found.price, found.detail) == (
        "Trail shoe · box", "500.00", "Barcode 4006381333948 · A · 7038010009457"
    )  # fmt: skip
    register.do("product.add", number=found.number, unit=found.unit)
    assert register.cart["total_minor"] == 162_000
    assert "not sold by crate" in register.refused("product.add", number="A", unit="crate")

    assert register.asks("product.add", code="7038010009457") == ["number"]
    register.do("product.add", code="7038010009457", number="A")
    register.do("product.add", code="7038010009457", number="B")
    assert [line["price_minor"] for line in register.cart["lines"]] == [50_000, 50_000, 50_000, 4000]
