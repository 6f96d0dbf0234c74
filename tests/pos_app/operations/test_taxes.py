"""Tax at the register: by where goods go, by whose they are, and none for who is exempt."""

from decimal import Decimal
from typing import Any

import pytest

from retail.settings import TaxGroup
from retail.tax_codes import TaxCode
from tests.fixtures.fix_register import ANNA, Register, Shop, at_work

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
