"""The demo retailer is a shop one can believe: complete, unambiguous, and every barcode reads."""

from rehearsal.demo_shop import demo_document, demo_registers, demo_staff
from retail.barcodes import is_right
from retail.permissions import check_pin
from retail.wire.settings import settings_of


def test_it_has_the_size_that_was_promised() -> None:
    document = demo_document()

    assert len(document["stores"]) == 2
    assert len(document["registers"]) == len(demo_registers()) == 3
    assert 190 <= len(document["products"]) <= 220
    assert len(document["customers"]) == 50
    assert {each.role for each in demo_staff()} == {"cashier", "manager"}


def test_every_product_has_a_barcode_of_its_own_that_reads() -> None:
    products = demo_document()["products"]
    barcodes = [each["barcodes"][0] for each in products]

    assert all(is_right(barcode) and len(barcode) == 13 for barcode in barcodes)
    assert len(set(barcodes)) == len(barcodes)
    assert len({each["number"] for each in products}) == len(products)
    assert len({each["name"] for each in products}) == len(products)


def test_prices_are_real_or_keyed_in() -> None:
    products = demo_document()["products"]

    assert all((each["price_minor"] > 0) is not each["key_in_price"] for each in products)
    assert any(each["key_in_price"] for each in products)
    assert any(not each["sellable"] for each in products)


def test_organisations_are_business_customers_and_addresses_are_whole() -> None:
    customers = demo_document()["customers"]

    assert all(each["business"] is (each["type"] == "organisation") for each in customers)
    assert sum(each["business"] for each in customers) == 10
    addresses = [address for each in customers for address in each["addresses"]]
    assert len(addresses) > 45
    assert all(address["line1"] and address["city"] and address["country"] for address in addresses)
    assert len({each["id"] for each in [*customers, *addresses]}) == len(customers) + len(addresses)


def test_settings_and_pins_are_ones_that_registers_take() -> None:
    for store in demo_document()["stores"]:
        assert settings_of({"store": store["store"], **store["settings"]}).currency == "EUR"
    assert len({check_pin(each.pin) for each in demo_staff()}) == len(demo_staff())
