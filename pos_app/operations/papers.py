"""The papers of fulfilment: the picking list of as many orders as are chosen, and the packing slip of one."""

from collections.abc import Mapping, Sequence

from pos_app.operations.context import RegisterContext
from pos_app.operations.fulfilment import WHICH, Taken, kept_steps, steps_taken
from pos_app.operations.registry import Done, Kept, Kind, Needs, Outcome, Params, operation
from pos_app.register.fetching import facts_here, fetched
from pos_app.register.known_order import KnownOrder
from pos_app.register.receipts import store_facts
from retail.errors import RuleBroken
from retail.messages import say
from retail.orders.actions import line_verdict
from retail.orders.facts import Action, line_facts
from retail.orders.order import OrderLine
from retail.receipt_fulfilment import packing_slip_of, picking_lists_of
from retail.verdicts import Answer


@operation(
    "fulfilment.picking_list",
    title="Print picking list",
    needs={Needs.SIGNED_IN},
    asks=(WHICH,),
    takes={"lines": Kind.NUMBERS, "jobs": Kind.JOBS},
)
def print_picking_list(context: RegisterContext, params: Params) -> Outcome | Kept:
    """Print what is to be picked, of one order or of several, as one paper; the picking of it has begun then."""
    asked: Mapping[str, Sequence[int]] = params.get("jobs") or {params["id"]: params.get("lines", ())}
    found = [(known, _lines(context, known, asked[known.id])) for known in _orders(context, asked)]
    rows = picking_lists_of([(known.state, lines) for known, lines in found], store_facts(context.settings),
                            context.now)  # fmt: skip
    first = found[0][0]
    name = f"{first.confirmation_number}-picking" if len(found) == 1 else f"{len(found)}-orders-picking"
    context.receipts.print_paper(rows, name, context.settings)
    done = Done(say("Picking list printed."), {"order": first.id})
    begun = [taken for known, lines in found if (taken := _begun(context, known, lines)) is not None]
    return kept_steps(context, begun, done) if begun else done


@operation(
    "fulfilment.packing_slip",
    title="Print packing slip",
    needs={Needs.SIGNED_IN},
    asks=(WHICH,),
    takes={"lines": Kind.NUMBERS},
)
def print_packing_slip(context: RegisterContext, params: Params) -> Outcome:
    """Print what is in the parcel: of the lines named, or of all that are open here."""
    known = fetched(context, params["id"])
    lines = _lines(context, known, params.get("lines", ()))
    rows = packing_slip_of(known.state, lines, store_facts(context.settings), context.now)
    context.receipts.print_paper(rows, f"{known.confirmation_number}-packing", context.settings)
    return Done(say("Packing slip printed."), {"order": known.id})


def _orders(context: RegisterContext, asked: Mapping[str, object]) -> list[KnownOrder]:
    return [fetched(context, id) for id in asked]


def _lines(context: RegisterContext, known: KnownOrder, asked: Sequence[int]) -> list[OrderLine]:
    store = context.settings.store
    lines = [
        line
        for line in known.lines
        if (line.number in asked if asked else line.store == store and line.open_thousandths)
    ]
    if not lines:
        raise RuleBroken("Nothing of this order is left to be handled here. Choose another order.")
    return lines


def _begun(context: RegisterContext, known: KnownOrder, lines: Sequence[OrderLine]) -> Taken | None:
    """Picking begins where it can; the paper is printed all the same where it cannot."""
    facts = facts_here(context, known)
    parts = [
        {"line": line.number, "quantity_thousandths": None}
        for line in lines
        if line_verdict(facts, line_facts(line), Action.START).answer is Answer.ALLOWED
    ]
    return steps_taken(context, known, Action.START, parts) if parts else None
