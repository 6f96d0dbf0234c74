"""Which lines of an order a scenario means by a product and a quantity, where several lines have that product."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from retail.quantity import show_quantity

Line = Mapping[str, Any]
Room = Callable[[Line], int]


def to_hand_out(line: Line) -> int:
    """What is left to be picked up."""
    return line["ordered_thousandths"] - line["invoiced_thousandths"] if line["delivery"] == "pickup" else 0


def to_send(line: Line) -> int:
    """What is left to be picked, packed or shipped."""
    is_here = line["delivery"] in ("pickup", "carry-out")
    return 0 if is_here else line["ordered_thousandths"] - line["invoiced_thousandths"]


def to_take_back(line: Line) -> int:
    """What can come back."""
    return int(line["invoiced_thousandths"] - line["returned_thousandths"])


def meant(lines: Iterable[Line], product: str, room: Room) -> list[Line]:
    """The lines of this product with room, else the first; what was taken off counts where nothing else is."""
    every = [line for line in lines if line["product"] == product]
    left = [line for line in every if line["status"] != "cancelled"] or every
    return [line for line in left if room(line) > 0] or left[:1]


def spread(lines: Iterable[Line], product: str, quantity: str, room: Room) -> dict[int, str]:
    """How much of each line, as typed: each line gives what it has, the last one is asked for all the rest."""
    found = meant(lines, product, room)
    if len(found) < 2:
        return {line["number"]: quantity for line in found}
    left = int(Decimal(quantity) * 1000)
    parts: dict[int, str] = {}
    for line in found:
        part = left if line is found[-1] else min(left, room(line))
        if part or not parts:
            parts[line["number"]] = show_quantity(part)
        left -= part
        if left <= 0:
            break
    return parts
