"""Codes to be scanned, as dots: Code 128 where its bars are wide enough for the paper, else QR."""

from dataclasses import dataclass
from typing import Any

import zxingcpp

BAR_DOTS_MIN = 2
"""A bar of one dot is 0.125 mm at 203 dots an inch: many scanners cannot tell it from dirt."""
QR_DOTS_MAX = 8
HEIGHT_DOTS = 80


@dataclass(frozen=True, slots=True)
class Dots:
    """A picture of black and white dots, row by row, eight to a byte from the left; 1 is black."""

    width: int
    height: int
    rows: bytes


def code_dots(code: str, room_dots: int) -> Dots:
    """A code as wide as the paper allows."""
    bars = _drawn(code, zxingcpp.BarcodeFormat.Code128)
    scale = room_dots // len(bars[0])
    if scale >= BAR_DOTS_MIN:
        return _dots([bars[len(bars) // 2]], min(scale, 3), HEIGHT_DOTS)
    square = _drawn(code, zxingcpp.BarcodeFormat.QRCode)
    scale = max(1, min(QR_DOTS_MAX, room_dots // len(square[0])))
    return _dots(square, scale, scale)


def _drawn(code: str, format_: Any) -> list[list[bool]]:
    """The code with its quiet zones, one dot a module; True is black."""
    picture: Any = zxingcpp.create_barcode(code, format_).to_image(scale=1)
    height, width = picture.shape
    grey = memoryview(picture).tobytes()
    return [[grey[row * width + column] < 128 for column in range(width)] for row in range(height)]


def _dots(rows: list[list[bool]], wide: int, high: int) -> Dots:
    width = len(rows[0]) * wide
    drawn = []
    for row in rows:
        signs = "".join(("1" if black else "0") * wide for black in row).ljust(-(-width // 8) * 8, "0")
        drawn.append(int(signs, 2).to_bytes(len(signs) // 8, "big") * high)
    return Dots(width, len(rows) * high, b"".join(drawn))
