"""What differs between two versions of a layout is said in words, by page and place."""

from typing import Any

from headquarters.layouts.comparing import differences
from tests.headquarters.layouts.files import button, layout, page


def said(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    return [str(each) for each in differences(before, after)]


def test_the_same_layout_does_not_differ() -> None:
    assert said(layout(page("Sale", button())), layout(page("Sale", button()))) == []


def test_pages_come_go_and_change_their_order() -> None:
    sale, more, other = (
        page("Sale", button()),
        page("More", button()),
        page("Other", button(), button(column=1)),
    )

    assert said(layout(sale, more), layout(more, sale, other)) == [
        "page Other is new, with 2 buttons", "the pages stand in another order: More, Sale, Other",
    ]  # fmt: skip
    assert said(layout(sale, more), layout(sale)) == ["page More is gone"]
    assert said(layout(sale), layout(sale, welcome=[more])) == ["page More is new, with 1 buttons"]


def test_where_one_begins_is_said() -> None:
    before = layout(page("Sale", button()))

    assert said(before, before | {"start": "welcome"}) == ["start screen – → welcome"]


def test_what_the_customer_card_shows_is_said() -> None:
    before = layout(page("Sale", button()))

    assert said(before, before | {"card": ["club"]}) == ['on the customer card – → ["club"]']


def test_buttons_are_named_by_their_place_and_what_changed_of_them() -> None:
    before = layout(
        page("Sale", button("order.recall"), button("line.void", 1), button("order.pay", 2, key="F2"))
    )
    after = layout(
        page("Sale", button("order.find"), button("order.pay", 2, key="F3"), button("cart.recalculate", 3))
    )

    assert said(before, after) == [
        "page Sale, row 1, column 1: order.recall → order.find",
        "page Sale, row 1, column 2: line.void is gone",
        "page Sale, row 1, column 3: order.pay: key F2 → F3",
        "page Sale, row 1, column 4: cart.recalculate is new",
    ]


def test_titles_sizes_names_and_renamed_operations_are_told() -> None:
    before = layout(page("Sale", button(text={"en": "Find"}), title={"en": "Sale"}))
    after = layout(page("Sale", button(text={"en": "Find"}), rows=3), renamed={"a": "b"}, name="kiosk")

    assert said(before, after) == [
        "page Sale: 1 × 4 cells → 3 × 4",
        'page Sale: title {"en": "Sale"} → –',
        "called sale → kiosk",
        'renamed operations – → {"a": "b"}',
    ]


def test_what_is_no_layout_at_all_is_compared_too() -> None:
    assert said({}, {"grids": [3, {"page": "Sale"}]}) == ["page Sale is new, with 0 buttons"]
