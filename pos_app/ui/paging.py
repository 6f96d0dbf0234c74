"""The pages of a layout in the cells that a screen has: as they are where they fit, else in parts, in reading order."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pos_app.ui.sizes import LAYOUTS, UPRIGHT
from pos_app.views import ButtonView, GridPageView


def pages_for(pages: Sequence[GridPageView], size: str) -> tuple[GridPageView, ...]:
    """One page for each name: the one made for this size, else the one for any, else the one for the nearest, of those
    that stand as this screen does first.
    """
    far = {each: _apart(each, size) for each in (*LAYOUTS, *UPRIGHT)}
    chosen: dict[str, GridPageView] = {}
    for page in pages:
        before = chosen.get(page.name)
        if before is None or _distance(page, size, far) < _distance(before, size, far):
            chosen[page.name] = page
    return tuple(chosen.values())


def _apart(one: str, other: str) -> int:
    """How far two sizes are apart, those that stand otherwise further than all that stand alike."""
    stand_alike = (one in UPRIGHT) == (other in UPRIGHT)
    of_one, of_other = (UPRIGHT if each in UPRIGHT else LAYOUTS for each in (one, other))
    apart = abs(of_one.index(one) - of_other.index(other))
    return apart if stand_alike else len(LAYOUTS) + apart


def _distance(page: GridPageView, size: str, far: Mapping[str, int]) -> int:
    if page.size == size:
        return 0
    return 1 + far[page.size] if page.size else 1


def parts_of(page: GridPageView, rows: int, columns: int) -> tuple[GridPageView, ...]:
    """The page for a grid of `rows` by `columns`; more than one where it has more buttons than there are cells."""
    if page.rows <= rows and page.columns == columns:
        return (replace(page, rows=rows),)
    if page.columns == columns and all(each.row + each.height <= rows for each in page.buttons):
        return (replace(page, rows=rows),)
    parts: list[list[ButtonView]] = [[]]
    taken: set[tuple[int, int]] = set()
    for button in sorted(page.buttons, key=lambda each: (each.row, each.column)):
        wide, high = min(button.width, columns), min(button.height, rows)
        place = _free(taken, wide, high, rows, columns)
        if place is None:
            parts.append([])
            taken = set()
            place = (0, 0)
        taken |= _cells(place, wide, high)
        parts[-1].append(replace(button, row=place[0], column=place[1], width=wide, height=high))
    return tuple(replace(page, buttons=tuple(part), rows=rows, columns=columns) for part in parts)


def _free(
    taken: set[tuple[int, int]], wide: int, high: int, rows: int, columns: int
) -> tuple[int, int] | None:
    for row in range(rows - high + 1):
        for column in range(columns - wide + 1):
            if not taken & _cells((row, column), wide, high):
                return row, column
    return None


def _cells(place: tuple[int, int], wide: int, high: int) -> set[tuple[int, int]]:
    return {(place[0] + down, place[1] + across) for down in range(high) for across in range(wide)}
