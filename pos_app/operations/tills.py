"""Cash that goes into the till or out of it without a sale: each movement is kept, printed, and never changes."""

from typing import NamedTuple

from pos_app.devices.drawer import DrawerFailed
from pos_app.operations.context import RegisterContext, Work
from pos_app.operations.registry import Ask, Done, Kept, Kind, Needs, Outcome, Params, operation
from pos_app.register.receipts import store_facts
from retail.clock import stamp
from retail.errors import RuleBroken
from retail.messages import SPACES, Message, listed, say
from retail.money import Money
from retail.permissions import Right
from retail.receipt_till import Moved, movement_slip_of
from retail.shift import Shift, expected
from retail.tender import TenderType
from retail.till import Movement, MovementKind, check_amount, check_bag, check_reason

NEEDED = {Needs.SIGNED_IN, Needs.OPEN_SHIFT}
AMOUNT = Ask("amount", prompt=say("How much cash?"), kind=Kind.AMOUNT)
DONE = {
    MovementKind.FLOAT: say("Put into the till"),
    MovementKind.REMOVAL: say("Taken out of the till"),
    MovementKind.SAFE_DROP: say("Dropped into the safe"),
    MovementKind.BANK_DROP: say("Put up for the bank"),
}


class Till(NamedTuple):
    """The open shift, and the cash its till should hold."""

    shift: Shift
    held_minor: int
    movements: list[Movement]


@operation(
    "till.float", title="Float entry", needs=NEEDED, permission=Right.FLOATING_DECLARATION, asks=(AMOUNT,),
    takes={"reason": Kind.TEXT},
)  # fmt: skip
def enter_float(context: RegisterContext, params: Params) -> Kept:
    """Put cash into the till beside the start amount; with a comment if one is given."""
    return _move(context, MovementKind.FLOAT, params)


@operation(
    "till.remove", title="Tender removal", needs=NEEDED, permission=Right.CASH_REMOVAL,
    asks=(AMOUNT, Ask("reason", prompt=say("What is the cash taken out for?"))),
)  # fmt: skip
def remove_tender(context: RegisterContext, params: Params) -> Kept:
    """Take cash out of the till, for a reason."""
    return _move(context, MovementKind.REMOVAL, params)


@operation(
    "till.safe_drop", title="Safe drop", needs=NEEDED, permission=Right.CASH_REMOVAL, asks=(AMOUNT,),
    takes={"reason": Kind.TEXT},
)  # fmt: skip
def drop_into_safe(context: RegisterContext, params: Params) -> Kept:
    """Take cash out of the till for the safe; it is not counted with the till any more."""
    return _move(context, MovementKind.SAFE_DROP, params)


@operation(
    "till.bank_drop", title="Bank drop", needs=NEEDED, permission=Right.CASH_REMOVAL,
    asks=(AMOUNT, Ask("bag", prompt=say("Which number has the bag?"))), takes={"reason": Kind.TEXT},
)  # fmt: skip
def drop_at_bank(context: RegisterContext, params: Params) -> Kept:
    """Take cash out of the till for the bank, in a bag with a number."""
    return _move(context, MovementKind.BANK_DROP, params)


@operation("till.slip", title="Print slip again", needs=NEEDED, permission=Right.REPRINT_RECEIPT)
def print_slip_again(context: RegisterContext, params: Params) -> Outcome:
    """Print the slip of the last movement of this shift again."""
    till = till_of(context)
    if not till.movements:
        raise RuleBroken("No cash was put in or taken out in this shift. There is no slip to print.")
    _print(context, till.shift, till.movements, is_copy=True)
    context.note("till.slip", movement=till.movements[-1].id)
    return Done(say("Slip printed."))


def till_of(context: RegisterContext) -> Till:
    """The till of the open shift, which is among the needs."""
    shift, memory = context.shift, context.memory
    if shift is None:
        raise ValueError("an open shift is among the needs")
    movements = memory.shift_movements(shift.id)
    held = expected(shift.start_minor, memory.shift_tenders(shift.id), movements)
    return Till(shift, held[TenderType.CASH], movements)


def _move(context: RegisterContext, kind: MovementKind, params: Params) -> Kept:
    """Keep the movement; the drawer opens and the slip is printed once it is kept."""
    till, currency = till_of(context), context.settings.currency
    movement = Movement(
        id=context.ids.new(),
        kind=kind,
        amount_minor=check_amount(kind, params["amount"], till.held_minor, currency),
        reason=check_reason(kind, params.get("reason", "")),
        bag=check_bag(kind, params.get("bag", "")),
        made_at=stamp(context.now),
        made_by="" if context.user is None else context.user.user,
        approved_by=context.approved_by,
    )
    context.note(
        "till.movement", movement=movement.id, what=kind.value, shift=till.shift.id, reason=movement.reason,
        amount_minor=movement.amount_minor, bag=movement.bag, approved_by=movement.approved_by,
    )  # fmt: skip
    words = say("{what}: {amount}.", what=DONE[kind], amount=Money(movement.amount_minor, currency))

    def write(work: Work) -> Done:
        work.add_movement(till.shift.id, movement)
        return Done(words, {"movement": movement.id})

    def tell(done: Done) -> Done:
        troubles = [*_open_drawer(context), *_print_or_say(context, till.shift, [*till.movements, movement])]
        return Done(listed([done.message, *troubles], SPACES), done.values)

    return Kept(write, tell)


def _open_drawer(context: RegisterContext) -> list[Message]:
    try:
        context.drawer.open()
    except DrawerFailed:
        return [say("The drawer does not open. Check its cable, or use its key.")]
    return []


def _print_or_say(context: RegisterContext, shift: Shift, movements: list[Movement]) -> list[Message]:
    """It is kept either way: paper that did not come out is said."""
    try:
        _print(context, shift, movements, is_copy=False)
    except RuleBroken as failed:
        return [say("The slip did not come out: {why}. Print slip again.", why=failed.message.values["why"])]
    return []


def _print(context: RegisterContext, shift: Shift, movements: list[Movement], *, is_copy: bool) -> None:
    """The slip of the last of these."""
    settings, register = context.settings, context.place.register
    told = Moved(movements[-1], register, shift.number, settings.currency)
    name = f"T-{register}-{shift.number}-{len(movements)}"
    context.receipts.print_paper(movement_slip_of(told, store_facts(settings), copy=is_copy), name, settings)
