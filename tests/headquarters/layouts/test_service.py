"""Layouts go to the stores that use them, each with those it is for, and leave where they are not used any more."""

from typing import Any

import pytest
from sqlalchemy import select

from headquarters.errors import Refusal
from headquarters.feeds.service import page as read_page
from headquarters.layouts.models import LayoutVersion
from headquarters.layouts.service import layout_remarks
from headquarters.manage.retailer import Retailer, keep_retailer
from tests.headquarters.conftest import Books
from tests.headquarters.layouts.files import button, page
from tests.headquarters.layouts.files import layout as file_of
from tests.headquarters.shop import as_json


def put(books: Books, **document: Any) -> None:
    with books.parts.database.writing() as session:
        keep_retailer(session, Retailer.model_validate_json(as_json(document)), books.parts.now())


def seen(books: Books, store: str) -> dict[str, Any]:
    """Who the layouts that a store sees are for, by layout."""
    rows = books.feed("layouts", store)
    return {name: [*row["stores"], *row["registers"], *row["users"]] for name, row in rows.items()}


def store(name: str, layout: str | None) -> dict[str, Any]:
    return {"store": name, "layout": layout}


def test_a_layout_of_nobody_is_everybodys(books: Books) -> None:
    assert seen(books, "HOUSTON") == seen(books, "SEATTLE") == {"sale": []}


def test_a_layout_goes_to_the_store_and_to_the_store_of_the_register_it_is_for(books: Books) -> None:
    put(
        books, layouts=[{"name": "kiosk", "content": {}}], stores=[store("HOUSTON", "kiosk")],
        registers=[{"register": "SEATTLE-1", "store": "SEATTLE", "layout": "kiosk"}],
    )  # fmt: skip

    assert seen(books, "HOUSTON")["kiosk"] == seen(books, "SEATTLE")["kiosk"] == ["HOUSTON", "SEATTLE-1"]
    assert "kiosk" not in seen(books, "BOSTON")


def test_a_layout_of_a_person_goes_wherever_they_may_sign_in(books: Books) -> None:
    person = {"user": "cashier", "name": "Cashier", "role": "cashier", "pin": "123456", "layout": "sale"}

    put(books, staff=[person])

    assert seen(books, "BOSTON") == {"sale": ["cashier"]}


def test_a_layout_leaves_where_it_is_not_used_any_more(books: Books) -> None:
    put(books, stores=[store("HOUSTON", "sale")])
    assert seen(books, "SEATTLE") == {}

    put(books, stores=[store("HOUSTON", ""), store("SEATTLE", "sale")])
    assert seen(books, "HOUSTON") == {}
    assert seen(books, "SEATTLE") == {"sale": ["SEATTLE"]}

    put(books, stores=[store("SEATTLE", "")])
    assert seen(books, "HOUSTON") == {"sale": []}


def test_a_reader_ends_with_the_row_that_holds_wherever_it_moves(books: Books) -> None:
    with books.parts.database.reading() as session:
        cursor = read_page(session, "layouts", "HOUSTON", "", 1000).cursor

    for layout in ("sale", "", "sale"):
        put(books, stores=[store("HOUSTON", layout)])

    with books.parts.database.reading() as session:
        rows = read_page(session, "layouts", "HOUSTON", cursor, 1000).rows
    assert [(row.key, row.gone) for row in rows] == [("sale", True), ("sale", False)]


def test_a_register_that_moves_takes_its_layout_along(books: Books) -> None:
    put(books, registers=[{"register": "SEATTLE-1", "store": "SEATTLE", "layout": "sale"}])
    assert seen(books, "BOSTON") == {}

    put(books, registers=[{"register": "SEATTLE-1", "store": "BOSTON"}])

    assert seen(books, "BOSTON") == {"sale": ["SEATTLE-1"]}
    assert seen(books, "SEATTLE") == {}


def test_a_layout_that_is_not_there_cannot_be_used(books: Books) -> None:
    with pytest.raises(Refusal, match="The store HOUSTON: there is no layout kiosk"):
        put(books, stores=[store("HOUSTON", "kiosk")])


def test_another_layout_takes_the_place_of_the_one_before(books: Books) -> None:
    put(books, layouts=[{"name": "kiosk", "content": {}}], stores=[store("HOUSTON", "kiosk")])
    put(books, stores=[store("HOUSTON", "sale")])

    assert seen(books, "HOUSTON") == {"kiosk": [], "sale": ["HOUSTON"]}


def test_what_registers_will_find_wrong_is_said_with_every_fault(books: Books) -> None:
    void = {"row": 0, "column": 0, "operation": "line.void", "text": {"nb": "Annuller"}}
    grid = {"page": "Sale", "rows": 1, "columns": 1, "buttons": [void]}
    sound = {"layout": "x", "grids": [grid]}
    broken = {"layout": "y", "grids": [{**grid, "rows": 0}, {**grid, "columns": 99}]}

    remarks = list(layout_remarks({"x": sound, "y": broken}))

    assert remarks[0] == "Layout x: page 1, button 1: the text is missing in en, nl."
    assert len(remarks) == 2
    for fault in (
        "page 1: a grid of 0 x 1 cells",
        "page 2: the name 'Sale' is",
        "page 2: a grid of 1 x 99 cells",
    ):
        assert fault in remarks[1]
    assert remarks[1].endswith("Registers show the built-in one.")


def test_another_content_is_a_new_version_and_registers_are_told_which(books: Books) -> None:
    first, second = file_of(page("Sale", button())), file_of(page("Sale", button("order.find")))
    for content in (first, first, second, first):
        put(books, layouts=[{"name": "kiosk", "content": content}])

    assert books.feed("layouts")["kiosk"]["version"] == 3
    with books.parts.database.reading() as session:
        kept = session.scalars(select(LayoutVersion).where(LayoutVersion.layout == "kiosk"))
        assert [(each.version, each.content == first, each.made_by) for each in kept] == [
            (1, True, "retailer's document"), (2, False, "retailer's document"), (3, True, "retailer's document"),
        ]  # fmt: skip
