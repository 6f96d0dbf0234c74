"""Prices of lists from a file, on both databases: they wait, are published to their stores, and follow them."""

import pytest
from sqlalchemy import select

from headquarters.drafts.changes import change_set, digest_of, publish
from headquarters.drafts.staff import staff_changes
from headquarters.feeds.models import Change
from headquarters.price_lists.models import PriceList
from headquarters.price_lists.publishing import list_changes
from headquarters.price_lists.service import price_of_lists, take_all_out
from retail.wire.sums import row_digest
from tests.headquarters.conftest import Books, both_engines
from tests.headquarters.importing.conftest import Imports, counts

pytestmark = both_engines
FILE = "number,list,price,from,until\nA,WINTER,70,2026-12-01 06:00,2026-12-24\nA,WINTER,60,2026-12-24,\nB,WINTER,5,,\n"


@pytest.fixture
def winter(imports: Imports) -> Imports:
    imports("products", "number,name,price\nA,Apple,100\nB,Bun,10\n")
    with imports.books.parts.database.writing() as session:
        session.add(PriceList(code="WINTER", name="", stores=["HOUSTON"], told=[], version=1))
    return imports


def publish_all(books: Books) -> None:
    with books.parts.database.writing() as session:
        changes = [each for each in change_set(session) if each.waits]
        shown = digest_of(changes, staff_changes(session), list_changes(session))
        publish(session, shown, "ada", books.parts.now())


def told(books: Books, store: str) -> dict[str, int]:
    """The prices of lists that registers of a store have."""
    found = books.feed("list_prices", store)
    return {key: value["price_minor"] for key, value in found.items()}


def test_a_file_waits_and_is_published_to_the_stores_of_its_list(winter: Imports) -> None:
    books = winter.books

    assert counts(winter("list_prices", FILE)) == (3, 0, 0, 0)
    assert told(books, "HOUSTON") == {}
    publish_all(books)
    assert told(books, "HOUSTON") == {
        "A/WINTER//2026-12-01T06:00:00Z": 7000, "A/WINTER//2026-12-24T00:00:00Z": 6000, "B/WINTER//": 500,
    }  # fmt: skip
    assert told(books, "SEATTLE") == {}
    assert counts(winter("list_prices", FILE.replace(",60,", ",61,"))) == (0, 1, 2, 0)
    assert counts(winter("list_prices", FILE)) == (0, 1, 2, 0)
    with books.parts.database.reading() as session:
        assert list_changes(session) == [], "it is as registers were told"


def test_a_list_that_is_given_to_other_stores_leaves_those_it_had(winter: Imports) -> None:
    books = winter.books
    winter("list_prices", FILE)
    publish_all(books)

    for stores, with_it, without in (
        (["SEATTLE"], "SEATTLE", "HOUSTON"), ([], "HOUSTON", ""), (["HOUSTON"], "HOUSTON", "SEATTLE"),
    ):  # fmt: skip
        with books.parts.database.writing() as session:
            row = session.scalars(select(PriceList)).one()
            row.stores, row.version = stores, row.version + 1
        publish_all(books)
        assert len(told(books, with_it)) == 3, stores
        assert not without or told(books, without) == {}, stores
    with books.parts.database.writing() as session:
        take_all_out(session, "WINTER")
    publish_all(books)
    assert told(books, "HOUSTON") == told(books, "SEATTLE") == {}


def test_headquarters_takes_the_price_that_registers_of_the_store_take(winter: Imports) -> None:
    winter("list_prices", FILE)
    with winter.books.parts.database.reading() as session:
        assert price_of_lists(session, "B", "HOUSTON", "2026-12-01T06:00:00Z") is None
    publish_all(winter.books)

    with winter.books.parts.database.reading() as session:
        for number, store, moment, price in (
            ("A", "HOUSTON", "2026-12-01T05:59:59Z", None), ("A", "HOUSTON", "2026-12-01T06:00:00Z", 7000),
            ("A", "HOUSTON", "2026-12-24T00:00:00Z", 6000), ("A", "SEATTLE", "2026-12-24T00:00:00Z", None),
        ):  # fmt: skip
            found = price_of_lists(session, number, store, moment)
            assert (None if found is None else found.price_minor) == price, (number, store, moment)


def test_what_is_published_by_a_query_bears_the_digest_of_each_row(winter: Imports) -> None:
    winter("list_prices", FILE)
    winter("customers", "name,email\nAnna,anna@example.com\n")
    publish_all(winter.books)

    with winter.books.parts.database.reading() as session:
        rows = session.execute(
            select(Change.feed, Change.key, Change.value, Change.digest, Change.gone)
        ).all()
    assert {"products", "prices", "customers", "list_prices"} <= {feed for feed, *_ in rows}
    assert [
        key for _, key, value, digest, gone in rows if digest != (0 if gone else row_digest(key, value))
    ] == []
