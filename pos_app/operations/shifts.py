"""Operations on the shift every transaction stands on."""

from collections.abc import Iterable, Mapping, Sequence

from pos_app.operations.context import RegisterContext, Work
from pos_app.operations.registry import (
    Ask,
    Asks,
    Done,
    Kept,
    Kind,
    Needs,
    Outcome,
    Params,
    Refused,
    operation,
)
from pos_app.operations.shift_reports import print_z
from pos_app.register.journaling import journal_text
from pos_app.register.names import TENDERS
from retail.clock import stamp
from retail.errors import RuleBroken
from retail.messages import Message, say
from retail.money import Money
from retail.permissions import Right
from retail.shift import Count, Shift, check_declared, check_start, count, expected
from retail.suspended import SuspendedCart
from retail.tender import TenderType
from retail.wire.shifts import ShiftPlace, shift_document

COUNTED = Ask("counted", prompt=say("How much cash is in the till?"), kind=Kind.AMOUNTS)
START = Ask("start", prompt=say("How much cash is in the till at the start?"), kind=Kind.AMOUNT)


@operation("shift.open", title="Open shift", needs={Needs.SIGNED_IN}, takes={"start": Kind.AMOUNT})
def open_shift(context: RegisterContext, params: Params) -> Outcome | Kept:
    """Open a shift with the start amount counted into the till (0 unless said, where the store lets it be unsaid)."""
    if context.shift is not None:
        return Refused(say("A shift is open already. Sell on, or close it first."))
    if context.settings.require_declaration and "start" not in params:
        return Asks((START,))
    currency = context.settings.currency
    start = check_start(params.get("start", 0), currency)
    context.note("shift.open", start_minor=start)

    def write(work: Work) -> Done:
        shift = Shift(
            id=context.ids.new(),
            number=work.next_number("shift"),
            opened_at=stamp(context.now),
            opened_by=context.approved_by,
            start_minor=start,
            business_date=context.today,
        )
        work.open_shift(shift)
        context.shift = shift
        return Done(say("Shift opened with {amount}.", amount=Money(start, currency)), {"shift": shift.id})

    return Kept(write)


@operation(
    "shift.close",
    title="Close shift",
    needs={Needs.SIGNED_IN, Needs.OPEN_SHIFT, Needs.CARD_CLEAR},
    permission=Right.CLOSE_SHIFT,
    takes={"counted": Kind.AMOUNTS, "sure": Kind.FLAG},
)
def close_shift(context: RegisterContext, params: Params) -> Outcome | Kept:
    """Close the shift with what was counted per tender type, now or in a tender declaration before, and say what is
    over or short. Where the store has it so, what was set aside and not taken up again is voided with it, once somebody
    is sure.
    """
    shift = shift_to_end(context)
    declared = given_or_declared(context, shift, params)
    if declared is None:
        return Asks((COUNTED,))
    counts = counts_of(context, shift, declared)
    left = left_over(context)
    if left and params.get("sure") is not True:
        return ask_sure(left)

    def write(work: Work) -> Done:
        for each in left:
            void_with_shift(context, work, each)
        done = write_closing(context, work, shift, counts)
        context.shift = None
        return done

    return Kept(write, lambda done: print_z(context, done, shift, counts))


def shift_to_end(context: RegisterContext) -> Shift:
    """The open shift, where nothing keeps it open.

    Raises:
        RuleBroken: a sale is open, or the card terminal has not confirmed everything.
    """
    if context.cart is not None and not context.cart.is_empty:
        raise RuleBroken("A sale is open. Conclude, void or suspend it first.")
    if context.card_payments:
        raise RuleBroken("The card terminal has not confirmed everything. Check the card payment first.")
    if context.shift is None:
        raise ValueError("an open shift is among the needs")
    return context.shift


def left_over(context: RegisterContext) -> list[SuspendedCart]:
    """The sales that were set aside and are voided with the shift, where the store has it so; it takes the right to."""
    left = context.memory.suspended_carts() if context.settings.void_suspended else []
    if left:
        context.require(Right.VOID_TRANSACTION)
    return left


def ask_sure(left: Sequence[SuspendedCart]) -> Asks:
    """Whether these may go."""
    prompt = say("{count} suspended sales are voided with the shift. Close it?", count=len(left))
    return Asks((Ask("sure", prompt=prompt, kind=Kind.FLAG),))


def given_or_declared(
    context: RegisterContext, shift: Shift, params: Params
) -> Mapping[TenderType, int] | None:
    """What is said to be counted now, else what was declared before; None where nothing was.

    Raises:
        RuleBroken: what was counted cannot be.
    """
    if "counted" in params:
        return read_counted(params["counted"], context.settings.currency)
    return context.memory.declared(shift.id) or None


def write_closing(context: RegisterContext, work: Work, shift: Shift, counts: tuple[Count, ...]) -> Done:
    """Close a shift with what was counted, and have headquarters hear of it."""
    currency = context.settings.currency
    cash = next(each for each in counts if each.type is TenderType.CASH)
    _tell(context, work, shift, counts)  # while it is open: what was struck in it is counted as long as it is
    work.close_shift(shift.id, stamp(context.now), list(counts))
    values = {each.type.value: each.over_short_minor for each in counts}
    return Done(_closing_words(cash.over_short_minor, currency), {"shift": shift.id, "over_short": values})


def void_with_shift(context: RegisterContext, work: Work, left: SuspendedCart) -> None:
    """Strike a sale that was set aside, before the entry that closes the shift: it is counted among its voided ones."""
    work.take_up_cart(left.id)
    by = "" if context.user is None else context.user.user
    facts = {"transaction": left.id, "lines": left.line_count, "total_minor": left.total_minor}
    text = journal_text(cart=None, reason="shift.close", **facts)
    work.add_journal_entry(stamp(context.now), "transaction.void", by, text)


def _tell(context: RegisterContext, work: Work, shift: Shift, counts: Iterable[Count]) -> None:
    """Have headquarters hear of the shift: its document names the entry of the journal that closes it."""
    at, place = stamp(context.now), context.place
    by = "" if context.user is None else context.user.user
    said = {each.type: [each.expected_minor, each.declared_minor] for each in counts}
    work.add_journal_entry(at, "shift.close", by, journal_text(cart=None, shift=shift.id, counts=said))
    where = ShiftPlace(place.register, place.store, context.settings.currency)
    memory = context.memory
    told = shift_document(shift, where, (at, by), memory.shift_facts(shift.id), counts, memory.head())
    work.add_outbox(told.id, told.kind, told.written())


def counts_of(
    context: RegisterContext, shift: Shift, declared: Mapping[TenderType, int]
) -> tuple[Count, ...]:
    """What was counted, beside what should be there.

    Raises:
        RuleBroken: the store wants every kind of payment counted, and one was not.
    """
    memory = context.memory
    held = expected(shift.start_minor, memory.shift_tenders(shift.id), memory.shift_movements(shift.id))
    counts = count(declared, held)
    if context.settings.require_declaration:
        for each in counts:
            if each.type not in declared:
                raise RuleBroken(
                    "This store closes a shift once everything is counted. Count this too: {kind}.",
                    kind=say(TENDERS[each.type]),
                )
    return counts


def read_counted(given: Mapping[str, int], currency: str) -> Mapping[TenderType, int]:
    """What was counted, by tender type.

    Raises:
        RuleBroken: cash was not counted, there is no such tender type, or an amount cannot have been counted.
    """
    unknown = sorted(given.keys() - set(TenderType))
    if unknown:
        raise RuleBroken("There is no payment of the kind {kind}. Leave it out.", kind=unknown[0])
    if TenderType.CASH not in given:
        raise RuleBroken("Count the cash first.")
    return check_declared({TenderType(name): amount for name, amount in given.items()}, currency)


def _closing_words(cash_minor: int, currency: str) -> Message:
    if cash_minor > 0:
        return say("Shift closed. {amount} more cash than expected.", amount=Money(cash_minor, currency))
    if cash_minor < 0:
        return say("Shift closed. {amount} of cash is missing.", amount=Money(-cash_minor, currency))
    return say("Shift closed. The cash is as expected.")
