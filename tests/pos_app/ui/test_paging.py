"""A page of a layout fits every screen: another grid where one is made for its size, else the nearest, in parts."""

import pytest

from pos_app.ui.paging import pages_for, parts_of
from pos_app.views import ButtonView, GridPageView


def page(name: str, size: str = "", cells: int = 1) -> GridPageView:
    buttons = tuple(
        ButtonView(f"{number}", "line.void", row=number // 3, column=number % 3) for number in range(cells)
    )
    return GridPageView(name, buttons, -(-cells // 3), 3, size)


SALE, SMALL, LARGE, ONLY_LARGE, TALL = (
    page("Sale"),
    page("Sale", "1024x768"),
    page("Sale", "1920x1080"),
    page("X", "1920x1080"),
    page("Sale", "1080x1920"),
)


@pytest.mark.parametrize(
    ("pages", "size", "chosen"),
    [
        ([SALE, SMALL, LARGE], "1024x768", SMALL),
        ([SALE, SMALL, LARGE], "1366x768", SALE),
        ([SMALL, SALE, LARGE], "1920x1080", LARGE),
        ([SMALL, LARGE], "1366x768", SMALL),
        ([LARGE], "1024x768", LARGE),
        ([SMALL, LARGE, TALL], "768x1366", TALL),
        ([TALL, LARGE], "1024x768", LARGE),
        ([LARGE, SMALL], "768x1366", SMALL),
        ([TALL, SALE], "768x1366", SALE),
    ],
)
def test_a_page_is_the_one_made_for_the_screen_else_for_any_else_for_the_nearest(
    pages: list[GridPageView], size: str, chosen: GridPageView
) -> None:
    assert pages_for(pages, size) == (chosen,)


def test_pages_keep_their_order_whatever_their_sizes() -> None:
    pages = [SMALL, ONLY_LARGE, SALE]

    assert [each.name for each in pages_for(pages, "1366x768")] == ["Sale", "X"]


def test_a_page_with_more_buttons_than_cells_comes_in_parts_in_reading_order() -> None:
    parts = parts_of(page("Sale", cells=15), 4, 3)

    assert [[button.text for button in part.buttons] for part in parts] == [
        [str(number) for number in range(12)], ["12", "13", "14"],
    ]  # fmt: skip
