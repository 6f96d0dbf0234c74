"""Operations on the shift every transaction stands on."""

from pos_app.operations.context import RegisterContext, Work
from pos_app.operations.registry import Done, Kept, Kind, Needs, Outcome, Params, Refused, operation
from retail.clock import stamp
from retail.messages import say
from retail.money import Money
from retail.shift import Shift, check_start


@operation("shift.open", title="Open shift", needs={Needs.SIGNED_IN}, takes={"start": Kind.AMOUNT})
def open_shift(context: RegisterContext, params: Params) -> Outcome | Kept:
    """Open a shift with the start amount counted into the till (0 unless said)."""
    if context.shift is not None:
        return Refused(say("A shift is open already."))
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
