"""The catalogue holds what the feeds brought, and finds it."""

from channel_db.catalog.repository import Catalog
from tests.channel_db.making import NOW, product_row, rows


def test_scan_finds_the_product_with_its_price(catalog: Catalog) -> None:
    catalog.apply_page(
        "products", rows({"85123A": product_row("85123A", "White heart", barcodes=["501"])}), "1", NOW
    )
    catalog.apply_page("prices", rows({"85123A": {"number": "85123A", "price_minor": 255}}), "2", NOW)

    (product,) = catalog.product_by_barcode("501")

    assert (product.number, product.price_minor, product.sellable, product.barcodes) == (
        "85123A",
        255,
        True,
        ("501",),
    )
    assert catalog.product_by_number("85123a") is None
    assert catalog.find_products("heart wh", 5) == [product]
    assert catalog.cursor("prices") == "2"
