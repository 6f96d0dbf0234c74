"""What stands on the slip of cash that went into a till or out of it without a sale; it is signed and kept."""

from dataclasses import dataclass
from datetime import datetime

from retail.messages import Name, say
from retail.money import Money
from retail.receipt_orders import SIGNATURE_LENGTH
from retail.receipt_parts import words
from retail.receipt_rows import Pair, Row, Rule, StoreFacts, Text, Title
from retail.till import MOVEMENT_NAMES, Movement


@dataclass(frozen=True, slots=True)
class Moved:
    """A movement, with the register and the shift whose till it is about."""

    movement: Movement
    register: str
    shift: int
    currency: str


def movement_slip_of(moved: Moved, store: StoreFacts, *, copy: bool = False) -> tuple[Row, ...]:
    """The rows of the slip."""
    each = moved.movement
    at = datetime.fromisoformat(each.made_at)
    by_other = each.approved_by not in ("", each.made_by)
    return (
        *([Title(say("COPY"), large=True)] if copy else []),
        Title(say("NOT A RECEIPT"), large=True),
        Title(words(store.name)),
        *[Text(words(line)) for line in store.lines],
        Title(MOVEMENT_NAMES[each.kind]),
        Pair(say("Date"), say("{day} {time}", day=at.date(), time=f"{at:%H:%M}")),
        Pair(say("Register"), words(moved.register)),
        Pair(say("Shift"), words(str(moved.shift))),
        Pair(say("Moved by"), words(each.made_by)),
        *([Text(say("Approved by {user}", user=each.approved_by))] if by_other else []),
        Rule(),
        Pair(say("Amount"), Money(each.amount_minor, moved.currency), strong=True),
        *([Pair(say("Bag"), words(each.bag))] if each.bag else []),
        *([Text(say("Reason: {reason}", reason=Name(each.reason)))] if each.reason else []),
        Rule(),
        Pair(say("Signature"), words("_" * SIGNATURE_LENGTH)),
    )
