"""Lists hold for a million rows: every page, search and filter is read by an index, nothing is counted or sorted."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from inspect import signature
from typing import Any

import pytest
from fastapi import Response
from sqlalchemy import Engine, event, select

from headquarters.backoffice import counting
from headquarters.backoffice.goods_pages.discounts import discounts
from headquarters.backoffice.goods_pages.price_lists import price_lists, prices
from headquarters.backoffice.goods_pages.products import list_prices, products
from headquarters.backoffice.people import audit, people
from headquarters.backoffice.publishing import waiting
from headquarters.backoffice.routes import CASES_SHOWN, overview
from headquarters.backoffice.work_pages.charge_overrides import charge_overrides
from headquarters.backoffice.work_pages.customers import customers, unfinished
from headquarters.backoffice.work_pages.documents import documents
from headquarters.backoffice.work_pages.events import events
from headquarters.backoffice.work_pages.fleet import registers
from headquarters.backoffice.work_pages.imports import imports
from headquarters.backoffice.work_pages.inventory import inventory
from headquarters.backoffice.work_pages.invoices import invoices, prepayments
from headquarters.backoffice.work_pages.jobs import jobs
from headquarters.backoffice.work_pages.layouts import layouts
from headquarters.backoffice.work_pages.offline import offline
from headquarters.backoffice.work_pages.orders import orders
from headquarters.backoffice.work_pages.sorting import Begins
from headquarters.backoffice.work_pages.statements import statements
from headquarters.cases.models import Case
from headquarters.catalog.models import Product
from headquarters.catalog.naming import unmet_names
from headquarters.office.roles import Right
from headquarters.office.sessions import Visitor
from headquarters.orders.models import Order
from headquarters.price_lists.models import ListPrice, PriceList
from tests.headquarters.conftest import POSTGRESQL, SQLITE, Books
from tests.headquarters.shop import sent

IN_SQLITE = pytest.mark.parametrize("engine", [SQLITE], indirect=True)  # the plans are those of SQLite

BIG = ("orders", "order_lines", "transactions", "uploads", "customers", "invoices", "charge_overrides",
       "invoice_lines", "statements", "shift_closings", "statement_postings", "stock", "stock_movements",
       "job_sessions", "products", "prices", "product_codes", "promotions", "list_prices", "file_imports",
       "audit_entries", "journal_lines", "cases", "tallies", "layouts", "layout_versions", "layout_uses")  # fmt: skip
HEAD_OFFICE = Visitor("en", name="Ada", stores=None)
MANAGER = Visitor("en", name="Max", stores=frozenset({"HOUSTON", "SEATTLE"}))
Page = Callable[..., Response]


@pytest.fixture
def read(books: Books) -> Iterator[list[tuple[str, Any]]]:
    """The statements that pages read by, with their values."""
    paper = books.enrol()
    books.upload(sent(paper.order()), sent(paper.sale()), at_once=True)
    with books.parts.database.writing() as session:
        session.add(PriceList(code="WINTER", name="", stores=[], told=[], version=1))
        session.flush()
        price = {"unit": "", "starts": "", "ends": "", "told_ends": "", "waits": True}
        session.add(ListPrice(list="WINTER", number="A", price_minor=1, **price))
    found: list[tuple[str, Any]] = []

    def note(_: object, __: object, statement: str, values: Any, *more: object) -> None:
        if statement.startswith("SELECT"):
            found.append((statement, values))

    event.listen(Engine, "before_cursor_execute", note)
    yield found
    event.remove(Engine, "before_cursor_execute", note)


def slow(books: Books, read: list[tuple[str, Any]]) -> list[str]:
    """What of these is not read by an index, as SQLite plans it."""
    statements, found = list(read), []
    with books.parts.database.reading() as session:
        for statement, values in statements:
            plan = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
            for *_, step in plan:
                scanned = step.startswith("SCAN ") and step.split()[1] in BIG and "INDEX" not in step
                is_a_page = "LIMIT" in statement and "ORDER BY" in statement
                # What is found by whole numbers is only a few rows, which may be sorted.
                is_sorted = "TEMP B-TREE FOR ORDER" in step and " IN (" not in statement
                if (scanned and not is_a_page) or is_sorted:
                    found.append(f"{step} in {statement}")
            if "count(*)" in statement and "deposit_left_minor != 0" not in statement:
                found.append(statement)
    return found


SORTED: list[tuple[Page, dict[str, Any]]] = [
    (orders, {"sort": "arrived", "below": 9}), (orders, {"sort": "confirmation"}),
    (orders, {"sort": "-confirmation", "after": "L", "below": 9}),
    (orders, {"sort": "store", "after": "H", "below": 9}),
    (orders, {"sort": "-status", "after": "open", "below": 9}), (orders, {"store": "HOUSTON", "sort": "total"}),
    (orders, {"store": "HOUSTON", "sort": "-total", "after": "5", "below": 9}),
    (documents, {"sort": "arrived", "state": "parked", "below": 9}), (documents, {"sort": "register"}),
    (documents, {"sort": "-register", "after": "H", "below": 9}),
    (customers, {"sort": "account"}), (customers, {"sort": "-account", "after": "C", "below": 9}),
    (customers, {"sort": "name", "after": "A", "below": 9}), (customers, {"sort": "email", "after": "", "below": 9}),
    (customers, {"sort": "-phone"}), (customers, {"sort": "arrived"}),
    (invoices, {"sort": "number", "after": "I", "below": 9}), (invoices, {"sort": "-kind", "after": "p", "below": 9}),
    (invoices, {"sort": "store"}), (invoices, {"sort": "receipt", "after": "", "below": 9}),
    (invoices, {"store": "HOUSTON", "sort": "-total", "after": "5", "below": 9}),
    (invoices, {"store": "HOUSTON", "kind": "pickup", "sort": "arrived", "below": 9}),
    (prepayments, {"store": "HOUSTON", "sort": "-owed", "after": "5", "below": 9}),
    (prepayments, {"store": "HOUSTON", "sort": "arrived", "below": 9}),
    (statements, {"sort": "status", "after": "open", "below": 9}), (statements, {"sort": "-register"}),
    (statements, {"sort": "day", "after": "2026-11-02", "below": 9}), (statements, {"sort": "store"}),
    (statements, {"store": "HOUSTON", "sort": "-over", "after": "-5", "below": 9}),
    (charge_overrides, {"sort": "reference", "after": "L", "below": 9}), (charge_overrides, {"sort": "-store"}),
    (charge_overrides, {"sort": "code"}), (charge_overrides, {"sort": "allowed"}),
    (jobs, {"sort": "job", "after": "P", "below": 9}), (jobs, {"sort": "arrived"}),
    (imports, {"sort": "-state", "after": "done", "below": 9}),
    (registers, {"sort": "-register", "after": "HOUSTON-1"}), (registers, {"sort": "store", "after": "HOUSTON-1"}),
    (registers, {"store": "HOUSTON", "sort": "-register"}),
    (audit, {}), (audit, {"who": "Ada", "sort": "arrived", "below": 9}),
    (audit, {"sort": "-who", "after": "A", "below": 9}),
    (audit, {"kind": "order", "about": "x", "below": 9}),
    (events, {}), (events, {"sort": "register", "after": "H", "below": 9}), (events, {"sort": "-who"}),
    (events, {"sort": "kind", "after": "u", "below": 9}), (events, {"register": "HOUSTON-1", "sort": "arrived"}),
    (inventory, {"sort": "-place", "after": 1}), (inventory, {"sort": "product", "after": 1}),
    (inventory, {"place": "HOUSTON", "sort": "-product", "after": 1}),
]  # fmt: skip


def placed(page: Page, asked: dict[str, Any]) -> dict[str, Any]:
    """What is asked for as a page takes it."""
    if "at" not in signature(page).parameters:
        return asked
    at = {name: asked[name] for name in ("sort", "after", "below") if name in asked}
    return {name: said for name, said in asked.items() if name not in at} | {"at": Begins(**at)}


@IN_SQLITE
@pytest.mark.parametrize("person", [HEAD_OFFICE, MANAGER])
@pytest.mark.parametrize(("page", "asked"), [
    (orders, {}), (orders, {"below": 9}), (orders, {"text": "SO-000001", "below": 9}), (orders, {"text": "anna"}),
    (orders, {"store": "HOUSTON"}), (orders, {"status": "open"}), (orders, {"store": "HOUSTON", "status": "open"}),
    (documents, {}), (documents, {"below": 9}), (documents, {"state": "parked"}),
    (documents, {"register": "HOUSTON-1"}), (documents, {"text": "HOUSTON-1-000001"}),
    (documents, {"kind": "transaction", "state": "waiting"}),
    (customers, {}), (customers, {"text": "anna"}), (customers, {"below": 9}), (unfinished, {}),
    (invoices, {}), (invoices, {"text": "INV-000001"}), (invoices, {"store": "HOUSTON"}),
    (invoices, {"kind": "pickup"}), (prepayments, {}),
    (charge_overrides, {}), (charge_overrides, {"text": "L-HOUSTON-1-00001"}), (charge_overrides, {"by": "manager"}),
    (charge_overrides, {"store": "HOUSTON", "code": "FREIGHT", "below": 9}),
    (statements, {}), (statements, {"text": "HOUSTON-1"}), (statements, {"text": "2026-11-02"}),
    (statements, {"text": "1"}),
    (statements, {"store": "HOUSTON", "state": "differs", "below": 9}),
    (prepayments, {"store": "HOUSTON"}),
    (registers, {}), (registers, {"text": "HOUSTON"}), (registers, {"store": "HOUSTON", "after": "HOUSTON-1"}),
    (registers, {"narrowed": "holding documents"}), (registers, {"narrowed": "differing"}),
    (registers, {"narrowed": "paused"}),
    (registers, {"narrowed": "silent"}),
    (offline, {}), (offline, {"below": 9}), (offline, {"register": "HOUSTON"}),
    (offline, {"store": "HOUSTON", "below": 9}),
    (people, {}), (people, {"after": "m"}),
    (imports, {}), (imports, {"below": 9}), (discounts, {}), (discounts, {"text": "SUM", "after": "S"}),
    (products, {}), (products, {"after": "A"}), (products, {"sort": "name", "after": "A", "after_id": 1}),
    (products, {"sort": "newest", "after_id": 9}), (products, {"text": "A"}), (products, {"only": "not for sale"}),
    (products, {"category": "Fruit"}), (products, {"category": "Fruit", "sort": "name", "after": "A", "after_id": 1}),
    (price_lists, {}), (price_lists, {"text": "W", "after": "A"}), (prices, {"row": 1}),
    (prices, {"row": 1, "after": 1}), (prices, {"row": 1, "text": "A"}),
    (prices, {"row": 1, "sort": "newest", "after": 1}), (prices, {"row": 1, "sort": "from", "after": 1}),
    (prices, {"row": 1, "only": "waits", "after": 1}),
    (prices, {"row": 1, "only": "to come", "after": 1}), (prices, {"row": 1, "only": "over", "after": 1}),
    (list_prices, {"row": 1}), (list_prices, {"row": 1, "below": 9}),
    (layouts, {}), (layouts, {"text": "k", "after": "kiosk"}),
    *SORTED,
    (inventory, {}), (inventory, {"place": "HOUSTON", "text": "A"}), (inventory, {"text": "A"}),
])  # fmt: skip
def test_lists_are_read_by_indexes(
    books: Books, read: list[tuple[str, Any]], person: Visitor, page: Page, asked: dict[str, Any]
) -> None:
    assert page(books.parts, person, **placed(page, asked)).status_code == 200

    # How much waits for each job is counted, as many as there are; such documents are found by an index.
    assert [each for each in slow(books, read) if page is not jobs or "count(*)" not in each] == []


@IN_SQLITE
def test_the_overview_counts_up_to_a_bound_and_shows_the_oldest_cases(
    books: Books, monkeypatch: pytest.MonkeyPatch
) -> None:
    with books.parts.database.writing() as session:
        for at in range(CASES_SHOWN + 1):
            session.add(
                Case(kind="test", about=str(at), words="x", opened_at=books.parts.now(), closed_at=None)
            )
    monkeypatch.setattr(counting, "MANY", 50)

    text = bytes(overview(books.parts, replace(HEAD_OFFICE, rights=frozenset(Right))).body).decode()

    assert "<b>more than 50</b> <span>open cases" in text
    assert "<b>0</b> <span>parked documents" in text
    assert text.count("/close") == CASES_SHOWN
    assert "These are the oldest" in text


@IN_SQLITE
def test_a_page_that_reads_a_whole_table_is_noticed(books: Books, read: list[tuple[str, Any]]) -> None:
    with books.parts.database.reading() as session:
        session.scalars(select(Order).where(Order.currency == "USD").order_by(Order.made_at)).all()

    assert any("SCAN orders" in each for each in slow(books, read))


@pytest.mark.parametrize("engine", [POSTGRESQL], indirect=True)
def test_the_other_database_sorts_no_list_either(books: Books, read: list[tuple[str, Any]]) -> None:
    for page, asked in SORTED:
        assert page(books.parts, HEAD_OFFICE, **placed(page, asked)).status_code == 200
    asked_for = [
        each for each in read if "LIMIT" in each[0] and "ORDER BY" in each[0] and "job_plans" not in each[0]
    ]
    found = []

    with books.parts.database.reading() as session:
        plans = session.connection()
        for way in ("seqscan", "bitmapscan", "sort"):
            plans.exec_driver_sql(f"SET LOCAL enable_{way} = off")
        for statement, values in asked_for:
            plan = "\n".join(row[0] for row in plans.exec_driver_sql(f"EXPLAIN {statement}", values))
            if "Sort" in plan or "Index" not in plan:
                found.append(f"{plan}\nof {statement}")

    assert len(asked_for) > len(SORTED) / 2
    assert found == []


@IN_SQLITE
def test_what_products_name_of_set_up_and_is_not_there_is_found_by_indexes(
    books: Books, read: list[tuple[str, Any]]
) -> None:
    with books.parts.database.writing() as session:
        for at, (group, unit) in enumerate([("FOOD", "kg"), ("FOOD", ""), ("TOYS", "kg"), ("", "")]):
            session.add(
                Product(
                    number=f"N{at}", name="", barcodes=[], sellable=True, key_in_price=False, line_charge_minor=0,
                    asks_serial=False, category="", revenue_recognition=False, item_tax_group=group, unit=unit,
                )
            )  # fmt: skip
        session.flush()
        read.clear()
        found = [(str(each.what), each.number) for each in unmet_names(session)]

    assert found == [
        ("item sales tax group FOOD", "N0"), ("item sales tax group TOYS", "N2"), ("sales unit kg", "N0"),
    ]  # fmt: skip
    assert slow(books, read) == []
    said = bytes(waiting(books.parts, HEAD_OFFICE).body).decode()
    assert "sales unit kg: <a href" in said
    assert "product N0 and all others" in said
