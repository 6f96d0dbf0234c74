"""Products and discounts as CSV, a piece at a time, with cells that no spreadsheet takes for a formula."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from starlette.responses import Response, StreamingResponse

from headquarters.backoffice.goods_pages import list_listing as prices
from headquarters.backoffice.goods_pages.listing import Wanted, listed
from headquarters.backoffice.goods_pages.product_form import currency_of
from headquarters.backoffice.page import HEADERS
from headquarters.catalog.models import Product
from headquarters.context import Headquarters
from headquarters.importing.list_prices import NAMES as LIST_COLUMNS
from headquarters.importing.packs import packs_text
from headquarters.importing.rejects import harmless
from retail.money import Money

COLUMNS = (
    "number", "name", "barcode", "category", "tax", "price", "sellable", "key in price", "line charge",
    "asks serial", "revenue recognition", "item tax group", "unit", "packs",
)  # fmt: skip

PIECE_ROWS = 1000


def products_csv(headquarters: Headquarters, wanted: Wanted) -> Response:
    """The products of a choice, in the columns that the import reads."""
    return csv_file("products.csv", COLUMNS, _rows(headquarters, wanted))


def list_prices_csv(headquarters: Headquarters, code: str, currency: str) -> Response:
    """The prices of a list, in the columns that the import reads."""
    return csv_file("list-prices.csv", LIST_COLUMNS, _list_rows(headquarters, code, currency))


def csv_file(name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Response:
    """A file that is sent while its rows are read."""
    headers = {**HEADERS, "Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(_texts(columns, rows), 200, headers, "text/csv; charset=utf-8")


def _texts(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    file = io.StringIO()
    table = csv.writer(file)
    table.writerow(columns)
    for row in rows:
        table.writerow([harmless(value) for value in row])
        if file.tell() > 1 << 16:
            yield file.getvalue()
            file.seek(0)
            file.truncate()
    yield file.getvalue()


def _rows(headquarters: Headquarters, wanted: Wanted) -> Iterator[Sequence[object]]:
    """A unit of work a page: whoever reads slowly holds nothing up."""
    while True:
        with headquarters.database.reading() as session:
            currency = currency_of(session)
            found = listed(session, wanted)
            rows = [_cells(row, found.prices.get(row.number), currency) for row in found.products]
        yield from rows
        if found.last is None:
            return
        wanted = replace(wanted, after=found.last.number, after_id=found.last.id)


def _list_rows(headquarters: Headquarters, code: str, currency: str) -> Iterator[Sequence[object]]:
    """The same of the prices of a list."""
    wanted = prices.Wanted(code)
    while True:
        with headquarters.database.reading() as session:
            found = prices.listed(session, wanted, "", PIECE_ROWS)
            rows = [
                (row.number, row.list, Money(row.price_minor, currency), row.starts, row.ends)
                for row in found.prices
                if row.price_minor is not None
            ]
        yield from rows
        if found.more is None:
            return
        wanted = replace(wanted, after=found.more)


def _cells(row: Product, price_minor: int | None, currency: str) -> list[object]:
    return [
        row.number, row.name, "|".join(row.barcodes), row.category,
        "" if row.tax_percent is None else f"{row.tax_percent.normalize():f}",
        "" if price_minor is None else Money(price_minor, currency),
        *["yes" if flag else "no" for flag in (row.sellable, row.key_in_price)],
        Money(row.line_charge_minor, currency) if row.line_charge_minor else "",
        *["yes" if flag else "no" for flag in (row.asks_serial, row.revenue_recognition)],
        row.item_tax_group, row.unit, packs_text(row.packs, currency),
    ]  # fmt: skip
