"""Serial numbers of single pieces: as many as pieces leave, each once, kept with the line they left on."""

from collections.abc import Sequence

from retail.errors import RuleBroken
from retail.quantity import ONE, pieces
from retail.texts import clean_text

SERIAL_MAX = 60
"""No serial number is longer."""


def checked_serials(
    name: str, quantity_thousandths: int, serials: Sequence[str], gone: Sequence[str], *, asked: bool
) -> tuple[str, ...]:
    """The serial numbers of these pieces, cleaned; `gone` are those that left on the line before.

    Raises:
        RuleBroken: the product asks for them and they are not as many as pieces, or one of them came twice.
    """
    clean = [clean_text("Serial number", each, SERIAL_MAX) for each in serials]
    kept = tuple([each for each in clean if each])
    if (asked or kept) and len(kept) * ONE != quantity_thousandths:
        raise RuleBroken(
            "{name} leaves with a serial number each: {given} given for {quantity}. Scan or type one for each piece.",
            name=name, given=len(kept), quantity=pieces(quantity_thousandths),
        )  # fmt: skip
    for place, serial in enumerate(kept):
        if serial in gone or serial in kept[:place]:
            raise RuleBroken("Serial number {serial} of {name} is there already. Scan another piece.",
                             serial=serial, name=name)  # fmt: skip
    return kept
