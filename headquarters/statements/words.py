"""What is missing of a statement and what differs, as a person at headquarters reads it."""

from collections.abc import Mapping, Sequence

from headquarters.statements.models import Statement
from headquarters.uploads.models import State as Kept
from retail.barcodes import receipt_number
from retail.messages import SEMICOLONS, Message, Name, listed, phrase, say
from retail.money import Money
from retail.wire.shifts import ShiftDocument
from retail.wire.statements import Difference

SHOWN_MAX = 50
_COUNTED = {
    "sale": phrase("sales"), "return": phrase("returns"), "order": phrase("orders"), "quote": phrase("quotes"),
    "payment": phrase("payments on orders"), "pickup": phrase("pickups"), "cancellation": phrase("cancellations"),
}  # fmt: skip


def of_missing(shift: ShiftDocument, numbers: Sequence[int], here: Mapping[int, Kept]) -> list[Message]:
    """Each transaction of a shift that cannot be counted yet, and why; of very many the first."""
    told = [
        _missing(receipt_number(shift.register_name, number), here.get(number))
        for number in numbers[:SHOWN_MAX]
    ]
    if len(numbers) > SHOWN_MAX:
        told.append(
            say("{number} more of {register}", number=len(numbers) - SHOWN_MAX, register=shift.register_name)
        )
    return told


def of_difference(shift: ShiftDocument, found: Difference) -> Message:
    """One figure that is not what the register said."""
    facts = {"register": shift.register_name, "shift": shift.number}
    if found.figure == "expected":
        return say(
            "{register}, shift {shift}: of {what} it expected {said}, its documents come to {worked}", **facts,
            what=Name(_tender(found.about)), said=Money(found.said, shift.currency),
            worked=Money(found.worked, shift.currency),
        )  # fmt: skip
    what = Name(_COUNTED[found.about])
    if found.figure == "count":
        return say(
            "{register}, shift {shift}: it counted {said} {what}, {worked} are here", **facts, what=what,
            said=found.said, worked=found.worked,
        )  # fmt: skip
    said, worked = Money(found.said, shift.currency), Money(found.worked, shift.currency)
    if found.figure == "tax":
        return say(
            "{register}, shift {shift}: its {what} have {said} of tax, its documents {worked}", **facts, what=what,
            said=said, worked=worked,
        )  # fmt: skip
    return say(
        "{register}, shift {shift}: its {what} come to {said}, its documents to {worked}", **facts, what=what,
        said=said, worked=worked,
    )  # fmt: skip


def of_other_entry(shift: ShiftDocument) -> Message:
    """The journal of the register does not have the entry that the shift names."""
    return say(
        "{register}, shift {shift}: entry {number} of its journal is not the one that closed it",
        register=shift.register_name, shift=shift.number, number=shift.journal_number,
    )  # fmt: skip


def of_case(statement: Statement, differs: Sequence[Message]) -> Message:
    """Why a person is asked."""
    return say("Statement {number} differs: {what}.", number=statement.id, what=listed(differs, SEMICOLONS))


def _missing(receipt: str, state: Kept | None) -> Message:
    if state is None:
        return say("{receipt} has not arrived", receipt=receipt)
    if state is Kept.PARKED:
        return say("{receipt} is parked for a person", receipt=receipt)
    return say("{receipt} waits to be posted", receipt=receipt)


def _tender(name: str) -> str:
    return name.replace("_", " ")
