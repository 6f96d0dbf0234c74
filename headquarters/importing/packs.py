"""Packs of a product as people write them: unit; how many it holds; its price, if it has one; its barcodes."""

import json
from collections.abc import Iterable, Sequence

from headquarters.catalog.naming import NO_SUCH, are_known
from headquarters.importing.cells import CODES_MAX, Reader, amounts_in, read_code
from headquarters.importing.errors import CellRefused
from retail.money import Money
from retail.quantity import QUANTITY_MAX_THOUSANDTHS, QuantityUnreadable, parse_quantity, show_quantity
from retail.shortening import TYPED_MAX, shorten
from retail.wire.base import Json

BETWEEN = "|"
UNIT_MAX = 10
PACKS_MAX = 20


def packs_in(currency: str, known: frozenset[str] | None = None) -> Reader:
    """The reader of packs whose prices are in this currency: `box; 6; 59.90; 4006381333931`, with | between several;
    their units are `known`, where any are named.
    """
    read_amount = amounts_in(currency)

    def read_packs(cell: str) -> str | None:
        if not cell.strip():
            return None
        packs = [_pack(each.split(";"), read_amount) for each in cell.split(BETWEEN) if each.strip()]
        units = [pack["unit"] for pack in packs]
        if len(set(units)) < len(units):
            raise CellRefused("two packs have the same unit")
        if known is not None and not are_known(units, known):
            raise CellRefused(NO_SUCH)
        if len(packs) > PACKS_MAX:
            raise CellRefused("a product has at most {most} packs, this one has {length}",
                              most=PACKS_MAX, length=len(packs))  # fmt: skip
        return json.dumps(packs)

    return read_packs


def packs_text(packs: Iterable[Json], currency: str, between: str = BETWEEN) -> str:
    """The packs as they are read."""
    return between.join([_text(pack, currency) for pack in packs])


def _pack(parts: Sequence[str], read_amount: Reader) -> Json:
    unit, contains, price, codes, *more = [*[part.strip() for part in parts], "", "", "", ""][:5]
    if not unit or len(unit) > UNIT_MAX or not unit.isprintable() or any(more):
        raise CellRefused(
            "a pack is its unit, how many it holds, its price and its barcodes, such as box; 6; 59.90; 123"
        )
    try:
        holds = parse_quantity(contains)
    except QuantityUnreadable:
        raise CellRefused("'{typed}' is not a quantity", typed=shorten(contains, TYPED_MAX)) from None
    if not 0 < holds <= QUANTITY_MAX_THOUSANDTHS:
        raise CellRefused("a pack holds more than nothing, and at most 99,999")
    found = list(dict.fromkeys([read_code(code) for code in codes.split()]))
    if len(found) > CODES_MAX:
        raise CellRefused("a product has at most {most} barcodes, this one has {length}",
                          most=CODES_MAX, length=len(found))  # fmt: skip
    return {
        "unit": unit, "contains_thousandths": holds, "price_minor": read_amount(price), "barcodes": found,
    }  # fmt: skip


def _text(pack: Json, currency: str) -> str:
    price = "" if pack["price_minor"] is None else str(Money(pack["price_minor"], currency))
    holds = show_quantity(pack["contains_thousandths"])
    return f"{pack['unit']}; {holds}; {price}; {' '.join(pack['barcodes'])}".rstrip("; ")
