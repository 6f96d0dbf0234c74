"""Operations on charges: adding one to the order or to lines, typing over one, and working them out again."""

from pos_app.operations.context import RegisterContext
from pos_app.operations.lines import lines_meant
from pos_app.operations.registry import Ask, Asks, Choice, Done, Kind, Needs, Outcome, Params, operation
from retail.auto_charges import recalculate_charges
from retail.charges import Charge
from retail.errors import RuleBroken
from retail.messages import say
from retail.money import Money
from retail.permissions import Right
from retail.pricing import Consent
from retail.totals import totals_of
from retail.typed_charges import add_header_charge, add_line_charge, change_charge, charges_at

IN_A_SALE = {Needs.SIGNED_IN, Needs.OPEN_SHIFT, Needs.LINES}
HOW_MUCH = Ask("amount", prompt=say("Which charge?"), kind=Kind.AMOUNT)
WHY = Ask(
    "reason",
    prompt=say("Why another charge?"),
    kind=Kind.CHOICE,
    choices_from="charge_reasons",
    is_left_out=True,
)


@operation(
    "charge.add_header",
    title="Add charge to the order",
    needs=IN_A_SALE,
    permission=Right.CHARGE_OVERRIDE,
    asks=(HOW_MUCH,),
    takes={"code": Kind.TEXT},
)
def add_to_order(context: RegisterContext, params: Params) -> Outcome:
    """Add a charge on the whole order."""
    before, amount = context.open_cart, params["amount"]
    context.cart = add_header_charge(before, context.settings, amount, params.get("code"))
    context.note("charge.add", code=context.cart.charges[-1].code, amount_minor=amount)
    return _done(context)


@operation(
    "charge.add_line",
    title="Add charge to lines",
    needs=IN_A_SALE,
    permission=Right.CHARGE_OVERRIDE,
    asks=(HOW_MUCH,),
    takes={"code": Kind.TEXT, "line": Kind.NUMBER},
)
def add_to_lines(context: RegisterContext, params: Params) -> Outcome:
    """Add a charge on each of the lines meant."""
    before, amount = context.open_cart, params["amount"]
    numbers = [line.number for line in lines_meant(before, params)]
    context.cart = add_line_charge(before, context.settings, numbers, amount, params.get("code"))
    code = context.cart.lines[numbers[0] - 1].charges[-1].code
    context.note("charge.add", code=code, amount_minor=amount, lines=numbers)
    return _done(context)


@operation(
    "charge.change",
    title="Change charge",
    needs=IN_A_SALE,
    permission=Right.CHARGE_OVERRIDE,
    asks=(HOW_MUCH, WHY),
    takes={"line": Kind.NUMBER, "charge": Kind.CHOICE},
)
def change(context: RegisterContext, params: Params) -> Outcome:
    """Type over one charge of the order, or of the `line` given; `charge` is its position where there are several."""
    before, number = context.open_cart, params.get("line")
    charges = charges_at(before, number)
    if not charges:
        raise RuleBroken("There is no charge here to change. Add one instead.")
    if len(charges) > 1 and "charge" not in params:
        return Asks((_which(charges, before.currency),))
    chosen = params.get("charge", "0")
    position = int(chosen) if chosen.isascii() and chosen.isdigit() else len(charges)
    consent = Consent(params.get("reason", ""), context.approved_by)
    context.cart = change_charge(before, number, position, params["amount"], consent)
    context.note(
        "charge.change",
        code=charges[position].code,
        line=number,
        before_minor=charges[position].amount_minor,
        after_minor=params["amount"],
        reason=consent.reason,
    )
    return _done(context)


@operation("charge.recalculate", title="Recalculate charges", needs=IN_A_SALE)
def work_out_again(context: RegisterContext, params: Params) -> Outcome:
    """Work every charge out by the rules again, those that were typed over too."""
    before = _charges(context)
    context.cart = context.settled(recalculate_charges(context.open_cart, context.settings))
    context.note("charge.recalculate", before_minor=before, after_minor=_charges(context))
    return _done(context)


def _which(charges: tuple[Charge, ...], currency: str) -> Ask:
    choices = tuple(
        Choice(
            str(position),
            say("{code}", code=each.code),
            say("{amount}", amount=Money(each.amount_minor, currency)),
        )
        for position, each in enumerate(charges)
    )
    return Ask("charge", prompt=say("Which charge is changed?"), kind=Kind.CHOICE, choices=choices)


def _charges(context: RegisterContext) -> int:
    return totals_of(context.open_cart, context.settings).charges_minor


def _done(context: RegisterContext) -> Done:
    charges = Money(_charges(context), context.open_cart.currency)
    return Done(say("Charges now {charges}.", charges=charges))
