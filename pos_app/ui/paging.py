"""A page of a layout in the cells that a screen has: as it is where it fits, else in parts, in reading order."""

from dataclasses import replace

from pos_app.views import ButtonView, GridPageView


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
