"""Cash that goes into a till or out of it without a sale: float entries, tender removals, safe and bank drops."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from retail.errors import RuleBroken
from retail.messages import Message, say
from retail.money import MINOR_MAX, Money
from retail.texts import clean_text

REASON_MAX = 100
BAG_MAX = 30


class MovementKind(StrEnum):
    """Where the cash goes. A float comes into the till; a removal, a safe drop and a bank drop leave it."""

    FLOAT = "float"
    REMOVAL = "removal"
    SAFE_DROP = "safe_drop"
    BANK_DROP = "bank_drop"


MOVEMENT_NAMES: Mapping[MovementKind, Message] = {
    MovementKind.FLOAT: say("Float entry"),
    MovementKind.REMOVAL: say("Tender removal"),
    MovementKind.SAFE_DROP: say("Safe drop"),
    MovementKind.BANK_DROP: say("Bank drop"),
}
"""What each is called on paper and on the screen."""


@dataclass(frozen=True, slots=True)
class Movement:
    """Cash that was moved; it never changes. `bag` is the number of the bag that goes to the bank, else empty.

    `approved_by` is whoever had the right: whoever moved it, or who approved that they did.
    """

    id: str
    kind: MovementKind
    amount_minor: int
    reason: str
    bag: str
    made_at: str
    made_by: str
    approved_by: str

    @property
    def change_minor(self) -> int:
        """By how much the till holds more (above zero) or less."""
        return change(self.kind, self.amount_minor)


def change(kind: MovementKind, amount_minor: int) -> int:
    """By how much a till holds more or less after a movement.

    >>> change(MovementKind.FLOAT, 500), change(MovementKind.SAFE_DROP, 500)
    (500, -500)
    """
    return amount_minor if kind is MovementKind.FLOAT else -amount_minor


def moved(movements: Iterable[Movement]) -> int:
    """By how much the till holds more or less because of all of these."""
    return sum(each.change_minor for each in movements)


def by_kind(movements: Iterable[Movement]) -> dict[MovementKind, tuple[int, int]]:
    """How many there are of each kind and what they come to, above zero; in the order of the kinds."""
    found: dict[MovementKind, tuple[int, int]] = {}
    for each in movements:
        number, amount = found.get(each.kind, (0, 0))
        found[each.kind] = number + 1, amount + each.amount_minor
    return {kind: found[kind] for kind in MovementKind if kind in found}


def check_amount(kind: MovementKind, amount_minor: int, held_minor: int, currency: str) -> int:
    """Give back an amount that can be moved; `held_minor` is what the till should hold before.

    Raises:
        RuleBroken: nothing, less than nothing, over the limit, or more than the till should hold.
    """
    if not 0 < amount_minor <= MINOR_MAX:
        raise RuleBroken(
            "{amount} cannot be moved. Type how much is counted.", amount=Money(amount_minor, currency)
        )
    if kind is not MovementKind.FLOAT and amount_minor > held_minor:
        raise RuleBroken(
            "{amount} is more than the till should hold. Count it again; what was put in by hand is a float entry.",
            amount=Money(amount_minor, currency),
        )
    return amount_minor


def check_reason(kind: MovementKind, reason: str) -> str:
    """Give back what was said of a movement: a removal needs a reason, the others may have a comment.

    Raises:
        RuleBroken: a removal has none, or it is too long or not of one line.
    """
    said = clean_text("Reason", reason, REASON_MAX)
    if kind is MovementKind.REMOVAL and not said:
        raise RuleBroken("A removal needs a reason. Type what the cash is for.")
    return said


def check_bag(kind: MovementKind, bag: str) -> str:
    """Give back the number of a bag: what goes to the bank needs one, the others have none.

    Raises:
        RuleBroken: a bank drop has none, another movement has one, or it is too long or not of one line.
    """
    said = clean_text("Bag number", bag, BAG_MAX)
    if kind is MovementKind.BANK_DROP and not said:
        raise RuleBroken("A bank drop needs the number of its bag. Type or scan it.")
    if kind is not MovementKind.BANK_DROP and said:
        raise RuleBroken("Only a bank drop has a bag. Leave {bag} out.", bag=said)
    return said
