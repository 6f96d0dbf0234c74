"""The reports of a shift on paper: X while it is open, Z when it closes and again."""

from dataclasses import replace

from pos_app.operations.context import RegisterContext
from pos_app.operations.registry import Done, Needs, Outcome, Params, operation
from pos_app.register.receipts import store_facts
from retail.clock import stamp
from retail.errors import RuleBroken
from retail.messages import say
from retail.permissions import Right
from retail.receipt_shift import ShiftReport, shift_report_of
from retail.shift import Count, Shift, count, expected


@operation(
    "shift.x_report",
    title="Print X report",
    needs={Needs.SIGNED_IN, Needs.OPEN_SHIFT},
    permission=Right.CLOSE_SHIFT,
)
def print_x(context: RegisterContext, params: Params) -> Outcome:
    """Print what the open shift has come to so far; nothing changes by it."""
    shift = context.shift
    if shift is None:
        raise ValueError("an open shift is among the needs")
    _check_prints(context)
    memory = context.memory
    held = expected(shift.start_minor, memory.shift_tenders(shift.id), memory.shift_movements(shift.id))
    _print(context, shift, count(held, held), is_copy=False)
    context.note("shift.x_report", shift=shift.id)
    return Done(say("X report of shift {number} printed.", number=shift.number))


@operation("shift.z_report", title="Print Z report", needs={Needs.SIGNED_IN}, permission=Right.CLOSE_SHIFT)
def print_z_again(context: RegisterContext, params: Params) -> Outcome:
    """Print the Z report of the shift that was closed last again."""
    _check_prints(context)
    closed = context.memory.last_closed_shift()
    if closed is None:
        raise RuleBroken("No shift was closed on this register yet. Close one first.")
    shift, counts = closed
    _print(context, shift, tuple(counts), is_copy=True)
    context.note("shift.z_report", shift=shift.id)
    return Done(say("Z report of shift {number} printed.", number=shift.number))


def print_z(context: RegisterContext, done: Done, shift: Shift, counts: tuple[Count, ...]) -> Done:
    """Print the Z report of this shift, which was just closed, where the store prints it; it is closed either way."""
    if not context.settings.print_shift_reports:
        return done
    try:
        _print(context, replace(shift, closed_at=stamp(context.now)), counts, is_copy=False)
    except RuleBroken as failed:
        words = say(
            "{closed} The Z report did not come out: {why}. Print it again. Journal entry {number} ends the shift.",
            closed=done.message, why=failed.message.values["why"], number=context.memory.head().number,
        )  # fmt: skip
        return Done(words, done.values)
    return done


def _check_prints(context: RegisterContext) -> None:
    if not context.settings.print_shift_reports:
        raise RuleBroken(
            "This store prints no X and Z reports at its registers. Headquarters switches it on."
        )


def _print(context: RegisterContext, shift: Shift, counts: tuple[Count, ...], *, is_copy: bool) -> None:
    settings, register, memory = context.settings, context.place.register, context.memory
    report = ShiftReport(
        register, shift, context.now, tuple(memory.shift_sums(shift.id)), counts, memory.head(),
        memory.unsent(shift.id), settings.currency, shows_tenders=settings.tenders_on_x_report,
        movements=tuple(memory.shift_movements(shift.id)),
    )  # fmt: skip
    kind = "Z" if shift.is_closed else "X"
    rows = shift_report_of(report, store_facts(settings), copy=is_copy)
    context.receipts.print_paper(rows, f"{kind}-{register}-{shift.number}", settings)
