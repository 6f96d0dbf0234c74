"""Real catalogues go in with the counts and the figures that others worked out from them."""

import csv
import gzip
import io
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from headquarters.catalog.models import Price, Product
from headquarters.importing.service import Wish, import_file
from tests.headquarters.importing.conftest import Imports, counts, unheard

pytestmark = pytest.mark.shared


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    content = path.read_bytes()
    text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8")
    yield from csv.DictReader(io.StringIO(text, newline=""))


def summary(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "truth_summary.json").read_text(encoding="utf-8"))
    return found


def bring_in(imports: Imports, kind: str, file: Path, **wish: Any) -> tuple[int, int, int, int]:
    columns = wish.pop("columns", {})
    return counts(
        import_file(imports.books.parts, Wish(kind, file, columns, imports.folder / "r.csv", **wish), unheard)
    )


def names_of(imports: Imports) -> dict[str, str]:
    with imports.books.parts.database.reading() as session:
        return dict(session.execute(select(Product.number, Product.name)).all())


def write(path: Path, rows: list[dict[str, str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(rows[0]))
        table.writeheader()
        table.writerows(rows)
    return path


def test_fifty_thousand_barcodes_go_in(imports: Imports, shared: Path) -> None:
    file = shared / "data" / "barcodes-openfoodfacts" / "items-50k.csv.gz"

    assert bring_in(imports, "products", file) == (50_000, 0, 0, 0)

    names = names_of(imports)
    assert all(names[row["barcode"]] == row["name"] for row in rows_of(file))
    assert bring_in(imports, "products", file) == (0, 0, 50_000, 0)


def test_the_dirt_among_the_barcodes_goes_in_as_it_is(imports: Imports, shared: Path) -> None:
    """The rows of the whole file that are special: repeated, equal when padded, without a name, looked up."""
    folder = shared / "data" / "barcodes-openfoodfacts"
    truth = summary(folder)
    lookups = {row["barcode"]: row for row in rows_of(folder / "truth_lookups.csv.gz")}
    collisions = [row["barcodes"].split() for row in rows_of(folder / "truth_padding_collisions.csv")]
    wanted = set(lookups) | {code for codes in collisions for code in codes}
    seen: set[str] = set()
    special: list[dict[str, str]] = []
    for row in rows_of(folder / "items.csv.gz"):
        if row["barcode"] in wanted or row["barcode"] in seen or not row["name"].strip():
            special.append(row)
        seen.add(row["barcode"])
    assert len(seen) == truth["distinct_barcodes"]
    repeated = len(special) - len({row["barcode"] for row in special})

    new, changed, same, rejected = bring_in(
        imports, "products", write(imports.folder / "special.csv", special)
    )

    assert (new + rejected, changed, same, rejected) == (len(special), 0, 0, repeated)
    names = names_of(imports)
    assert all((code in names) == (row["present"] == "1") for code, row in lookups.items())
    assert all(names[code] == row["name"] for code, row in lookups.items() if row["present"] == "1")
    assert len(collisions) == truth["padded_keys_with_more_than_one_barcode"]
    assert all(code in names for codes in collisions for code in codes)


def test_norwegian_items_go_in_with_their_prices(imports: Imports, shared: Path) -> None:
    folder = shared / "data" / "vinmonopolet-items"
    truth = summary(folder)

    assert bring_in(imports, "products", folder / "items.csv.gz", currency="NOK") == (truth["items"], 0, 0, 0)

    with imports.books.parts.database.reading() as session:
        prices = select(func.sum(Price.price_minor), func.min(Price.price_minor), func.max(Price.price_minor))
        total, cheapest, dearest = session.execute(prices.where(Price.number != "A")).one()
    assert [Decimal(each) / 100 for each in (total, cheapest, dearest)] == [
        Decimal(truth[name]) for name in ("sum_of_prices_nok", "cheapest_nok", "dearest_nok")
    ]
    names = [name for number, name in names_of(imports).items() if number != "A"]
    assert sum(not name.isascii() for name in names) == truth["names_with_non_ascii"]


def test_catalogue_of_the_gift_shop_goes_in(imports: Imports, shared: Path) -> None:
    folder = shared / "data" / "online-retail"
    stock = {row["StockCode"]: row["commonest_description"] for row in rows_of(folder / "truth_stock.csv.gz")}
    assert len(stock) == summary(folder)["stock_codes"]

    new, changed, _, rejected = bring_in(
        imports, "products", folder / "truth_stock.csv.gz", columns={"name": "commonest_description"}
    )

    assert (new, changed, rejected) == (len(stock), 0, 0)
    names = names_of(imports)
    assert {code: names[code] for code in stock} == stock
    assert {"15056BL", "15056bl", "M", "m"} <= set(names)
    assert "£" in names["gift_0001_10"]


def test_prices_of_the_gift_shop_go_in_but_for_a_tenth_of_a_penny(imports: Imports, shared: Path) -> None:
    folder = shared / "data" / "online-retail"
    first: dict[str, dict[str, str]] = {}
    for row in rows_of(folder / "sales.csv.gz"):
        first.setdefault(
            row["StockCode"], {name: row[name] for name in ("StockCode", "Description", "UnitPrice")}
        )
    file = write(imports.folder / "catalogue.csv", list(first.values()))

    new, _, _, rejected = bring_in(imports, "products", file, currency="GBP")

    assert (new, rejected) == (len(first) - 1, 1)
    assert "PADS" not in names_of(imports)
    assert {number: name for number, name in names_of(imports).items() if number != "A"} == {
        code: row["Description"] for code, row in first.items() if code != "PADS"
    }


def test_customers_of_northwind_go_in(imports: Imports, shared: Path) -> None:
    file = shared / "data" / "northwind" / "customers.csv"
    rows = list(rows_of(file))

    assert bring_in(imports, "customers", file) == (len(rows), 0, 0, 0)

    told = {value["account"]: value for value in imports.books.feed("customers").values()}
    for row in rows:
        customer = told[row["CustomerID"]]
        address = customer["addresses"][0]
        assert (customer["name"], address["city"]) == (row["CompanyName"], row["City"])
        assert address["line1"] == row["Address"]
    assert bring_in(imports, "customers", file) == (0, 0, len(rows), 0)
