"""Accepting, rejecting, picking, packing, undoing, shipping: steps on the lines of orders this store handles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pos_app.operations.context import RegisterContext, Work
from pos_app.operations.registry import Ask, Done, Handler, Kept, Kind, Needs, Outcome, Params, operation
from pos_app.register.fetching import facts_here, fetched
from pos_app.register.known_order import KnownOrder
from pos_app.register.names import state_name
from retail.clock import stamp
from retail.errors import RuleBroken
from retail.messages import say
from retail.orders.actions import line_verdict
from retail.orders.facts import Action, line_facts
from retail.orders.fulfilment import Check, fulfilled
from retail.orders.order import OrderLine, OrderState
from retail.orders.steps import left_for
from retail.permissions import Right
from retail.serials import checked_serials
from retail.units import check_parts
from retail.verdicts import Answer
from retail.wire.uploads import FulfilmentDocument, StepPart

WHICH = Ask("id", prompt=say("Which order?"))
WHOLE = {"lines": Kind.NUMBERS, "jobs": Kind.JOBS}
IN_PARTS = {"quantities": Kind.QUANTITIES, "jobs": Kind.JOBS}
_NEEDS = {Needs.SIGNED_IN, Needs.OPEN_SHIFT}


@dataclass(frozen=True, slots=True)
class Taken:
    """The steps taken on one order, and how it stands after them."""

    order: OrderState
    document: FulfilmentDocument


def steps_taken(
    context: RegisterContext, known: KnownOrder, action: Action, parts: Sequence[Mapping[str, Any]]
) -> Taken:
    """Take one kind of step on lines of an order; `parts` are the steps without their action.

    Raises:
        RuleBroken: one of them is not possible; none of them counts.
    """
    document = FulfilmentDocument(
        id=context.ids.new(),
        register_name=context.place.register,
        store=context.place.store,
        made_at=stamp(context.now),
        made_by="" if context.user is None else context.user.user,
        order=known.id,
        confirmation_number=known.confirmation_number,
        based_on=len(known.state.acts),
        steps=tuple([StepPart.model_validate({"action": action.value, **part}) for part in parts]),
    )
    return Taken(fulfilled(known.state, document, _check(context, known)), document)


def kept_steps(context: RegisterContext, taken: Sequence[Taken], done: Done) -> Kept:
    """Keep steps, each order's as a document of its own, and send them at once where headquarters may answer."""
    sends_now = context.courier.is_ready()
    for each in taken:
        steps = each.document.steps
        context.note(
            f"fulfilment.{steps[0].action}",
            order=each.order.id,
            lines=[step.line for step in steps],
            document=each.document.id,
        )

    def write(work: Work) -> Done:
        for each in taken:
            work.keep_order(each.order)
            waiting = context.shop.waiting_act(each.order)
            lease = context.lease(sends_now)
            work.add_outbox(each.document.id, "fulfilment", each.document.written(), waiting, **lease)
        return done

    def deliver(done: Done) -> Done:
        for each in taken:
            context.courier.deliver(each.document.id)
        return done

    return Kept(write, deliver if sends_now else None)


def _take(action: Action) -> Handler:
    """The handler that takes one kind of step: on lines of one order, or on those of several (`jobs`)."""

    def handle(context: RegisterContext, params: Params) -> Outcome | Kept:
        named = params.get("quantities") or dict.fromkeys(params.get("lines", ()))
        jobs: Mapping[str, Mapping[int, int | None]] = params.get("jobs") or {params["id"]: named}
        if not all(jobs.values()):
            raise RuleBroken("Nothing was chosen. Choose the lines of the order.")
        if any(each is not None and each <= 0 for lines in jobs.values() for each in lines.values()):
            raise RuleBroken("Choose 1 or more of each line.")
        taken = [
            _on_lines(context, fetched(context, id), action, quantities, params)
            for id, quantities in jobs.items()
        ]
        return kept_steps(context, taken, _done(taken))

    return handle


def _on_lines(
    context: RegisterContext,
    known: KnownOrder,
    action: Action,
    quantities: Mapping[int, int | None],
    params: Params,
) -> Taken:
    serials: Mapping[int, Sequence[str]] = params.get("serials", {})
    parts = []
    for number, quantity in sorted(quantities.items()):
        part: dict[str, Any] = {"line": number, "quantity_thousandths": quantity}
        line = known.state.line(number)
        if line is not None and quantity is not None:
            check_parts(quantity, line.unit, context.settings.sales_units, line.name)
        if action is Action.SHIP and line is not None:
            part["serials"] = _serials(context, line, quantity, serials.get(number, ()))
        if action is Action.READY:
            part["shelf"] = params.get("shelf", "").strip()
        parts.append(part)
    return steps_taken(context, known, action, parts)


def _serials(
    context: RegisterContext, line: OrderLine, quantity: int | None, given: Sequence[str]
) -> tuple[str, ...]:
    """The serial numbers of what is shipped, which the catalogue of today says are asked."""
    leaving = left_for(line, Action.SHIP) if quantity is None else quantity
    return checked_serials(line.name, leaving, given, line.serials, asked=asks_serial(context, line.product))


def asks_serial(context: RegisterContext, product: str) -> bool:
    """Every piece of this product leaves with its serial number."""
    known = context.shop.product(product)
    return known is not None and known.asks_serial


def _check(context: RegisterContext, known: KnownOrder) -> Check:
    facts = facts_here(context, known)

    def check(order: OrderState, line: OrderLine, action: Action) -> None:
        verdict = line_verdict(facts, line_facts(line), action)
        verdict.check()
        if verdict.answer is Answer.NEEDS_APPROVAL:
            context.require(Right(verdict.right))

    return check


def _done(taken: Sequence[Taken]) -> Done:
    first = taken[0]
    if len(taken) > 1:
        return Done(say("{count} orders are one step further.", count=len(taken)), {"order": first.order.id})
    step = first.document.steps[0]
    line = first.order.line(step.line)
    status = first.order.status if line is None or step.action == "ship" else line.status
    return Done(
        say("Order {order}: {status}.", order=first.order.reference, status=state_name(status)),
        {"order": first.order.id},
    )


operation("fulfilment.accept", title="Accept", needs=_NEEDS, asks=(WHICH,), takes=WHOLE)(_take(Action.ACCEPT))
operation("fulfilment.reject", title="Reject", needs=_NEEDS, asks=(WHICH,), takes=WHOLE)(_take(Action.REJECT))
operation("fulfilment.start", title="Start picking", needs=_NEEDS, asks=(WHICH,), takes=WHOLE)(
    _take(Action.START)
)
operation("fulfilment.pick", title="Mark as picked", needs=_NEEDS, asks=(WHICH,), takes=IN_PARTS)(
    _take(Action.PICK)
)
operation("fulfilment.unpick", title="Undo picking", needs=_NEEDS, asks=(WHICH,), takes=IN_PARTS)(
    _take(Action.UNPICK)
)
operation(
    "fulfilment.ready",
    title="Ready for collection",
    needs=_NEEDS,
    asks=(WHICH,),
    takes={**IN_PARTS, "shelf": Kind.TEXT},
)(_take(Action.READY))
operation("fulfilment.pack", title="Mark as packed", needs=_NEEDS, asks=(WHICH,), takes=IN_PARTS)(
    _take(Action.PACK)
)
operation("fulfilment.unpack", title="Undo packing", needs=_NEEDS, asks=(WHICH,), takes=IN_PARTS)(
    _take(Action.UNPACK)
)
operation(
    "fulfilment.ship",
    title="Ship",
    needs=_NEEDS,
    asks=(WHICH,),
    takes={"quantities": Kind.QUANTITIES, "serials": Kind.SERIALS},
)(_take(Action.SHIP))
