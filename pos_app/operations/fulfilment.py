"""Accepting, rejecting, picking, packing and shipping the lines of an order this store handles."""

from collections.abc import Callable, Sequence
from datetime import datetime

from pos_app.operations.context import RegisterContext, Work
from pos_app.operations.registry import Ask, Done, Handler, Kept, Kind, Needs, Outcome, Params, operation
from pos_app.register.fetching import facts_here, fetched
from pos_app.register.known_order import KnownOrder
from pos_app.register.names import state_name
from pos_app.register.receipts import store_facts
from retail.clock import stamp
from retail.errors import RuleBroken
from retail.messages import Message, say
from retail.orders.actions import line_verdict
from retail.orders.facts import Action, line_facts
from retail.orders.fulfilment import Check, fulfilled
from retail.orders.order import OrderLine, OrderState
from retail.permissions import Right
from retail.receipt_fulfilment import packing_slip_of, picking_list_of
from retail.receipt_rows import Row, StoreFacts
from retail.verdicts import Answer
from retail.wire.uploads import FulfilmentDocument, StepPart

WHICH = Ask("id", prompt=say("Which order?"))
WHOLE = {"lines": Kind.NUMBERS}
IN_PARTS = {"quantities": Kind.QUANTITIES}


def _take(action: Action) -> Handler:
    """The handler that takes one kind of step on the lines named, in one document."""

    def handle(context: RegisterContext, params: Params) -> Outcome | Kept:
        known = fetched(context, params["id"])
        quantities = params.get("quantities") or dict.fromkeys(params.get("lines", ()))
        if not quantities:
            raise RuleBroken("Nothing was chosen. Choose the lines of the order.")
        if any(quantity is not None and quantity <= 0 for quantity in quantities.values()):
            raise RuleBroken("Choose 1 or more of each line.")
        document = FulfilmentDocument(
            id=context.ids.new(),
            register_name=context.place.register,
            store=context.place.store,
            made_at=stamp(context.now),
            made_by="" if context.user is None else context.user.user,
            order=known.id,
            confirmation_number=known.confirmation_number,
            based_on=len(known.state.acts),
            steps=tuple(
                StepPart.model_validate(
                    {"action": action.value, "line": line, "quantity_thousandths": quantity}
                )
                for line, quantity in sorted(quantities.items())
            ),
        )
        order = fulfilled(known.state, document, _check(context, known))
        return _kept(context, order, document)

    return handle


def _check(context: RegisterContext, known: KnownOrder) -> Check:
    facts = facts_here(context, known)

    def check(order: OrderState, line: OrderLine, action: Action) -> None:
        verdict = line_verdict(facts, line_facts(line), action)
        verdict.check()
        if verdict.answer is Answer.NEEDS_APPROVAL:
            context.require(Right(verdict.right))

    return check


def _kept(context: RegisterContext, order: OrderState, document: FulfilmentDocument) -> Kept:
    sends_now = context.courier.is_ready()
    action = document.steps[0].action
    context.note(f"fulfilment.{action}", order=order.id, lines=[step.line for step in document.steps])

    def write(work: Work) -> Done:
        work.keep_order(order)
        waiting = context.shop.waiting_act(order)
        work.add_outbox(document.id, "fulfilment", document.written(), waiting, **context.lease(sends_now))
        return Done(
            say("Order {order}: {status}.", order=order.reference, status=state_name(order.status)),
            {"order": order.id},
        )

    def deliver(done: Done) -> Done:
        context.courier.deliver(document.id)
        return done

    return Kept(write, deliver if sends_now else None)


_NEEDS = {Needs.SIGNED_IN, Needs.OPEN_SHIFT}
operation("fulfilment.accept", title="Accept", needs=_NEEDS, asks=(WHICH,), takes=WHOLE)(_take(Action.ACCEPT))
operation("fulfilment.reject", title="Reject", needs=_NEEDS, asks=(WHICH,), takes=WHOLE)(_take(Action.REJECT))
operation("fulfilment.pick", title="Mark as picked", needs=_NEEDS, asks=(WHICH,), takes=IN_PARTS)(
    _take(Action.PICK)
)
operation("fulfilment.pack", title="Mark as packed", needs=_NEEDS, asks=(WHICH,), takes=IN_PARTS)(
    _take(Action.PACK)
)
operation("fulfilment.ship", title="Ship", needs=_NEEDS, asks=(WHICH,), takes=IN_PARTS)(_take(Action.SHIP))


Paper = Callable[[OrderState, Sequence[OrderLine], StoreFacts, datetime], tuple[Row, ...]]


def _print(paper: Paper, name: str, words: Message) -> Handler:
    """The handler that prints one of the papers of an order, for the lines named or all that are open here."""

    def handle(context: RegisterContext, params: Params) -> Outcome:
        known, store = fetched(context, params["id"]), context.settings.store
        asked = params.get("lines", ())
        lines = [
            line
            for line in known.lines
            if (line.number in asked if asked else line.store == store and line.open_thousandths)
        ]
        if not lines:
            raise RuleBroken("Nothing of this order is left to be handled here. Choose another order.")
        rows = paper(known.state, lines, store_facts(context.settings), context.now)
        context.receipts.print_paper(rows, f"{known.confirmation_number}-{name}", context.settings)
        return Done(words, {"order": known.id})

    return handle


operation(
    "fulfilment.picking_list", title="Print picking list", needs={Needs.SIGNED_IN}, asks=(WHICH,), takes=WHOLE
)(_print(picking_list_of, "picking", say("Picking list printed.")))
operation(
    "fulfilment.packing_slip", title="Print packing slip", needs={Needs.SIGNED_IN}, asks=(WHICH,), takes=WHOLE
)(_print(packing_slip_of, "packing", say("Packing slip printed.")))
