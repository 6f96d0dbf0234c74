"""What a place has covers the first lines that ask for it, and is as old as its oldest figure."""

from dataclasses import replace

from retail.stock import Coverage, StockFigure, coverage
from tests.retail.shop import cart_with

FIGURES = {
    "A": StockFigure(3000, "2026-11-21T13:05:00.000+01:00"),
    "B": StockFigure(0, "2026-11-20T09:00:00.000+01:00"),
}


def test_lines_of_one_product_share_what_is_there() -> None:
    lines = cart_with(100, 100, 100).lines
    more = replace(lines[0], number=4, quantity_thousandths=2000)
    last = replace(lines[0], number=5)

    found = coverage([*lines, more, last], FIGURES.get)

    assert found == Coverage(covered=2, known=4, lines=5, as_of="2026-11-20T09:00:00.000+01:00")


def test_of_a_place_without_figures_nothing_is_known() -> None:
    assert coverage(cart_with(100).lines, lambda product: None) == Coverage(0, 0, 1)
