"""Codes as dots: a scanner reads them at the size they are printed."""

import pytest

from pos_app.devices.codes import code_dots
from pos_app.devices.escpos import picture
from tests.pos_app.devices.roll import printed


@pytest.mark.parametrize("columns", [32, 42, 48])
@pytest.mark.parametrize(
    "code", ["L-HOUSTON-3-00045", "HOUSTON-1-000001", "L-A-1", "L-OSLO-CITY-WEST-12-00045", "SUSPENDED-12"]
)
def test_the_code_is_read_back_from_the_printed_dots(code: str, columns: int) -> None:
    dots = code_dots(code, columns * 12)

    assert dots.width <= columns * 12
    assert printed(picture(dots)).codes() == [code]


def test_bars_too_narrow_for_a_scanner_become_a_square() -> None:
    wide, narrow = code_dots("L-HOUSTON-3-00045", 42 * 12), code_dots("L-HOUSTON-3-00045", 32 * 12)

    assert (wide.height, narrow.height) == (80, narrow.width)
