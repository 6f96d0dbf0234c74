"""Shifts that end without a count: closed blind, counted later, here, while the next one is open, and then closed."""

from dataclasses import replace

from pos_app.operations.context import RegisterContext, Work
from pos_app.operations.registry import Ask, Asks, Choice, Done, Kept, Kind, Needs, Outcome, Params, operation
from pos_app.operations.shift_reports import print_z
from pos_app.operations.shifts import (
    COUNTED,
    START,
    ask_sure,
    counts_of,
    given_or_declared,
    left_over,
    read_counted,
    shift_to_end,
    void_with_shift,
    write_closing,
)
from pos_app.register.journaling import journal_text
from retail.clock import stamp
from retail.errors import RuleBroken
from retail.messages import say
from retail.money import Money
from retail.permissions import Right
from retail.shift import Shift, check_start

NONE_WAITS = say("No shift waits to be counted. Only one that was closed blind does.")


@operation(
    "shift.close_blind",
    title="Blind close",
    needs={Needs.SIGNED_IN, Needs.OPEN_SHIFT, Needs.CARD_CLEAR},
    permission=Right.BLIND_CLOSE,
    takes={"sure": Kind.FLAG},
)
def close_blind(context: RegisterContext, params: Params) -> Outcome | Kept:
    """End the shift without a count, so that the next one can be opened; it is counted later, never opened again."""
    shift = shift_to_end(context)
    left = left_over(context)
    if left and params.get("sure") is not True:
        return ask_sure(left)

    def write(work: Work) -> Done:
        for each in left:
            void_with_shift(context, work, each)
        at, by = stamp(context.now), "" if context.user is None else context.user.user
        work.close_blind(shift.id, at, context.memory.shift_facts(shift.id).voided)
        work.add_journal_entry(at, "shift.close_blind", by, journal_text(cart=None, shift=shift.id))
        context.shift = None
        return Done(
            say(
                "Shift {number} is closed blind. Manage shifts has it counted and closed.",
                number=shift.number,
            ),
            {"shift": shift.id},
        )

    return Kept(write)


@operation(
    "shift.declare_start",
    title="Declare start amount",
    needs={Needs.SIGNED_IN},
    permission=Right.FLOATING_DECLARATION,
    asks=(START,),
    takes={"shift": Kind.TEXT},
)
def declare_start(context: RegisterContext, params: Params) -> Kept:
    """Say anew what was in the till at the start: of the open shift, or of one that was closed blind."""
    shift, currency = uncounted(context, params.get("shift", "")), context.settings.currency
    start = check_start(params["start"], currency)
    context.note("shift.declare_start", shift=shift.id, before_minor=shift.start_minor, start_minor=start)

    def write(work: Work) -> Done:
        work.declare_start(shift.id, start)
        if shift.is_open:
            context.shift = replace(shift, start_minor=start)
        amount = Money(start, currency)
        return Done(say("Shift {number} began with {amount}.", number=shift.number, amount=amount))

    return Kept(write)


@operation(
    "shift.declare",
    title="Tender declaration",
    needs={Needs.SIGNED_IN},
    permission=Right.TENDER_DECLARATION,
    asks=(COUNTED,),
    takes={"shift": Kind.TEXT},
)
def declare(context: RegisterContext, params: Params) -> Kept:
    """Keep what was counted per tender type: of the open shift or of one closed blind. The last one counts."""
    shift, currency = uncounted(context, params.get("shift", "")), context.settings.currency
    declared = read_counted(params["counted"], currency)
    counted = {each.value: amount for each, amount in declared.items()}
    context.note("shift.declare", shift=shift.id, counted=counted)

    def write(work: Work) -> Done:
        work.declare(shift.id, declared)
        return Done(say("Shift {number} is counted. It is not closed yet.", number=shift.number))

    return Kept(write)


@operation(
    "shift.finish",
    title="Close counted shift",
    needs={Needs.SIGNED_IN},
    permission=Right.CLOSE_SHIFT,
    takes={"shift": Kind.TEXT, "counted": Kind.AMOUNTS},
)
def finish(context: RegisterContext, params: Params) -> Outcome | Kept:
    """Close a shift that was closed blind, with what was counted of it, and say what is over or short."""
    blind = context.memory.blind_shifts()
    if not blind:
        raise RuleBroken(NONE_WAITS.template)
    if "shift" not in params and len(blind) > 1:
        return Asks((_which(blind),))
    shift = _named(blind, params.get("shift", blind[0].id))
    declared = given_or_declared(context, shift, params)
    if declared is None:
        raise RuleBroken("Shift {number} is not counted yet. Declare its tenders first.", number=shift.number)
    counts = counts_of(context, shift, declared)
    return Kept(
        lambda work: write_closing(context, work, shift, counts),
        lambda done: print_z(context, done, shift, counts),
    )


def uncounted(context: RegisterContext, id: str) -> Shift:
    """The shift with this id that was closed blind, or the open one where none is named.

    Raises:
        RuleBroken: no shift is open, or the one that is named was not closed blind.
    """
    if context.shift is not None and id in ("", context.shift.id):
        return context.shift
    if not id:
        raise RuleBroken("No shift is open. Open one with the start amount.")
    return _named(context.memory.blind_shifts(), id)


def _named(blind: list[Shift], id: str) -> Shift:
    found = next((each for each in blind if each.id == id), None)
    if found is None:
        raise RuleBroken("This shift does not wait to be counted. Choose one of the list.")
    return found


def _which(blind: list[Shift]) -> Ask:
    choices = tuple(Choice(each.id, say("Shift {number}", number=str(each.number))) for each in blind)
    return Ask("shift", prompt=say("Which shift is closed?"), kind=Kind.CHOICE, choices=choices)
