"""A catalogue that goes in through the page comes to a register whole: it finds by barcode what the file says."""

import csv
import gzip
import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from channel_db.catalog.repository import Catalog
from channel_db.engine import open_catalog
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.backoffice.browser import Browser, set_up_code
from tests.headquarters.backoffice.test_imports import bring, figures, taken_in
from tests.sync_agent.test_end_to_end import Register

TWIN = [
    ("7038010000010", "Yoghurt naturell"), ("7038010000011", "wrong check digit"), ("012345678905", "a UPC"),
    ("0012345678905", "the same once it is padded"), ("2012345000006", "weighed in the shop"), ("42", "short"),
    ("0" * 48, "48 digits"), ("7038010000010", "the first one again"), ("42", "short"), ("5000112637922", ""),
    ("4006381333948", " spaces around it "), ("9780201379624", 'quoted "name", with a comma'),
    ("6111242100992", "\u062d\u0644\u064a\u0628"), ("20012345", "cafe\u0301 au lait"), ("ABC-1", "letters"),
    *[(f"{700_000_000_000 + at}", f"vare nr. {at}") for at in range(300)],
]  # fmt: skip
"""A catalogue of our own with the dirt of real ones: repeated, padded, wrongly checked, nameless codes."""


@pytest.fixture(scope="module")
def office(shop: RunningHeadquarters) -> Browser:
    return Browser(shop.url).set_up(set_up_code(shop))


@contextmanager
def pulled(shop: RunningHeadquarters, folder: Path) -> Iterator[Catalog]:
    """The catalogue of a register that has pulled everything."""
    register = Register(folder, shop)
    step = register.step("pull")
    assert step.complete, step
    catalog = open_catalog(folder, register.clock, writer=False)
    try:
        yield catalog
    finally:
        catalog.close()


def wrong(catalog: Catalog, truth: Mapping[str, str | None]) -> dict[str, list[str]]:
    """What a register finds by codes, where that is not what it should."""
    found = {code: [each.name for each in catalog.product_by_barcode(code)] for code in truth}
    return {
        code: names
        for code, names in found.items()
        if names != ([] if truth[code] is None else [truth[code]])
    }


def test_a_catalogue_with_collisions_and_wrong_check_digits_comes_to_a_register_as_it_is(
    shop: RunningHeadquarters, office: Browser, tmp_path: Path
) -> None:
    text = io.StringIO()
    csv.writer(text).writerows([("barcode", "name"), *TWIN])
    first = dict(reversed(TWIN))

    bring(office, text.getvalue().encode(), "twin.csv")
    shown = taken_in(office)

    assert figures(shown) == [len(first), 0, 0, len(TWIN) - len(first)]
    assert "line 2 has the same number" in shown
    with pulled(shop, tmp_path) as catalog:
        assert wrong(catalog, first | dict.fromkeys(("7038010000012", "12345678905", "abc-1"))) == {}


@pytest.mark.shared
def test_fifty_thousand_real_codes_are_found_at_a_register(
    shop: RunningHeadquarters, office: Browser, tmp_path: Path, shared: Path
) -> None:
    folder = shared / "data" / "barcodes-openfoodfacts"
    packed = (folder / "items-50k.csv.gz").read_bytes()
    rows = list(csv.DictReader(io.StringIO(gzip.decompress(packed).decode(), newline="")))
    names = {row["barcode"]: row["name"] for row in rows}
    with gzip.open(folder / "truth_lookups.csv.gz", "rt", encoding="utf-8", newline="") as file:
        looked = [row["barcode"] for row in csv.DictReader(file)]
    truth = {code: names.get(code) for code in [*looked, *list(names)[::100]]}

    bring(office, packed, "items-50k.csv.gz")
    shown = taken_in(office)

    new, changed, same, rejected = figures(shown)
    assert (new + changed + same, rejected) == (len(names), 0)
    with pulled(shop, tmp_path) as catalog:
        assert wrong(catalog, truth) == {}
