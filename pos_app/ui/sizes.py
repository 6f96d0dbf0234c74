"""The places and font sizes for a screen: the nearest smaller zone table, what is wider or higher shared out."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from pos_app.appearance import Appearance
from pos_app.resources import resource

LAYOUTS = ("1024x768", "1366x768", "1920x1080")
UPRIGHT = ("768x1366", "1080x1920")
"""Zone tables of screens that are higher than wide: the receipt above, entry and grid below it."""
SMALLEST, SMALLEST_UPRIGHT = (1024, 720), (768, 1280)
"""Below both the window says that the screen is too small."""
PRIMARY_MIN = 56
_RECEIPT = ("customer", "tabs", "columns", "lines", "totals")
_GRID = ("pages", "grid")
_WHOLE = ("header", "strip")

Place = tuple[int, int, int, int]


@dataclass(frozen=True)
class Size:
    """Zones of ux 10.1 by name as (x, y, width, height), fonts of ux 13.2 by role as (pixels, weight)."""

    layout: str
    zones: dict[str, Place]
    fonts: dict[str, tuple[int, str]]
    gap: int
    line_height: int
    sync_width: int
    tender_cells: tuple[int, int]
    grid_cells: tuple[int, int]


@cache
def table(name: str) -> Any:
    """A file of `resources/styles`."""
    return json.loads(resource("styles", f"{name}.json").read_text("utf-8"))


def layout_for(canvas: tuple[int, int]) -> str:
    """The largest zone table that fits. A screen of 720 lines takes those it lacks from lines and grid.

    >>> layout_for((1280, 800)), layout_for((1536, 864)), layout_for((1920, 1079))
    ('1024x768', '1366x768', '1366x768')
    >>> layout_for((800, 1280)), layout_for((1080, 1920)), layout_for((1024, 1200))
    ('768x1366', '1080x1920', '1024x768')
    """
    if is_upright(canvas):
        large = table(UPRIGHT[1])["window"]
        return UPRIGHT[canvas[0] >= large[0] and canvas[1] >= large[1]]
    fitting = [
        name for name in LAYOUTS if canvas[0] >= table(name)["window"][0] and canvas[1] >= table(name)["window"][1]
    ]  # fmt: skip
    if fitting:
        return fitting[-1]
    return "1366x768" if canvas[0] >= 1366 and canvas[1] >= SMALLEST[1] else LAYOUTS[0]


def is_upright(canvas: tuple[int, int]) -> bool:
    """Whether a screen stands: higher than wide, and with room for everything below each other."""
    return canvas[1] > canvas[0] >= SMALLEST_UPRIGHT[0] and canvas[1] >= SMALLEST_UPRIGHT[1]


def is_too_small(canvas: tuple[int, int]) -> bool:
    """Whether a screen has no room for what a cashier needs, however it stands."""
    return not is_upright(canvas) and (canvas[0] < SMALLEST[0] or canvas[1] < SMALLEST[1])


@cache
def size_for(canvas: tuple[int, int], look: Appearance) -> Size:
    """Everything about places and fonts on a screen of `canvas` pixels."""
    name = layout_for(canvas)
    base = table(name)
    large = look.scheme == "large"
    chosen = base | table("large") if large else base
    scale = 100 if large else look.scale
    fonts = {
        role: (round(pixels * scale / 100), weight) for role, (pixels, weight) in chosen["fonts"].items()
    }
    # A receipt column keeps its height: what grows with its texts is taken from the lines.
    growth = 130 if large else scale
    zones = _grown({zone: tuple(place) for zone, place in base["zones"].items()}, growth)
    wide, high = canvas[0] - base["window"][0], canvas[1] - base["window"][1]
    if name in UPRIGHT:
        zones = {zone: _stretched_upright(zone, place, wide, high) for zone, place in zones.items()}
    else:
        zones = {zone: _stretched(zone, place, max(0, wide), high, name) for zone, place in zones.items()}
    if look.left_handed:
        zones = {
            zone: place if zone in _WHOLE else (canvas[0] - place[0] - place[2], *place[1:])
            for zone, place in zones.items()
        }
    rows, columns = base["large_cells" if large else "grid_cells"]
    gap = base["gap"]
    rows = min(rows, (zones["grid"][3] + gap) // (PRIMARY_MIN + gap))
    return Size(
        name, zones, fonts, gap, round(chosen["line_height"] * scale / 100),
        round(base["sync_width"] * growth / 100), tuple(base["tender_cells"]), (rows, columns),
    )  # fmt: skip


def _grown(zones: dict[str, Place], percent: int) -> dict[str, Place]:
    """Higher card, heads and totals for larger texts, at the cost of the lines between them."""
    grown = dict(zones)
    top = 0
    for zone in _RECEIPT:
        x, y, wide, high = zones[zone]
        more = 0 if zone in ("tabs", "lines") else round(high * percent / 100) - high
        if zone == "totals":
            grown[zone] = (x, y - more, wide, high + more)
            lines = grown["lines"]
            grown["lines"] = (*lines[:3], lines[3] - more)
        elif zone == "lines":
            grown[zone] = (x, y + top, wide, high - top)
        else:
            grown[zone] = (x, y + top, wide, high + more)
            top += more
    return grown


def _stretched(zone: str, place: Place, wide: int, high: int, layout: str) -> Place:
    """Share out what the screen has more: 60 % of the width to the receipt, the rest to the grid column."""
    x, y, width, height = place
    receipt = wide * 6 // 10
    rest = wide - receipt
    if zone in _WHOLE:
        width += wide
    elif zone in _RECEIPT:
        width += receipt
    elif (
        (layout == "1024x768" and zone == "tender")
        or zone in (*_GRID, "sheet")
        or (layout == "1024x768" and zone == "input")
    ):
        x, width = x + receipt, width + rest
    else:
        x += receipt
    if zone in ("lines", "grid", "sheet") or (zone == "tender" and high < 0 and layout != LAYOUTS[0]):
        height += high
    elif zone == "totals":
        y += high
    return x, y, width, height


def _stretched_upright(zone: str, place: Place, wide: int, high: int) -> Place:
    """Of what a standing screen has more, the width is everybody's, and of the height the lines get 60 %; what it
    lacks in height the lines give.
    """
    x, y, width, height = place
    lines = high * 6 // 10 if high > 0 else high
    half = wide // 2
    if zone == "numpad":
        width += half
    elif zone == "tender":
        x, width = x + half, width + wide - half
    else:
        width += wide
    if zone == "lines":
        height += lines
    elif zone not in (*_WHOLE, *_RECEIPT) or zone == "totals":
        y += lines
    if zone in ("grid", "sheet"):
        height += high - lines
    return x, y, width, height
