"""Orders as the window shows them: what was found, and one in full with its actions in fixed places."""

from collections.abc import Mapping

from pos_app.language.language import Language
from pos_app.operations.context import RegisterContext
from pos_app.operations.registry import Registry
from pos_app.register.attribute_views import name_of, said_facts
from pos_app.register.buttons import NOT_BUILT, needs_approval
from pos_app.register.known_order import KnownOrder
from pos_app.register.line_states import line_state
from pos_app.register.names import state_name
from pos_app.register.order_history import history_of
from pos_app.views import (
    WINDOW_IDS,
    ButtonView,
    FactView,
    OrderDetailView,
    OrderLineView,
)
from retail.cart import CartKind
from retail.customers import PENDING_SYNC, Customer
from retail.messages import Name, phrase
from retail.orders.actions import line_verdict
from retail.orders.delivery import DeliveryKind
from retail.orders.facts import Action, OrderFacts, line_facts
from retail.orders.order import OrderLine, status_on
from retail.quantity import pieces
from retail.settings import StoreSettings
from retail.verdicts import Verdict

_ACTIONS = (
    (Action.PICK_UP, phrase("Pick up"), "order.pick_up"),
    (Action.PICK, phrase("Pick & pack"), "fulfilment.open"),
    (Action.EDIT, phrase("Edit"), "order.edit"),
    (Action.CONVERT, phrase("Make it an order"), "order.convert"),
    (Action.PAY, phrase("Pay on order"), "order.pay"),
    (Action.RETURN, phrase("Return"), "order.return"),
    (Action.PRINT, phrase("Print"), "receipt.print"),
    (Action.CANCEL, phrase("Cancel order"), "order.cancel"),
)
"""In fixed places; what destroys stands last in the view and far from the others on the sheet. A quote is made an
order in the place where an order is paid."""
KEYS = {
    "order.pick_up": "F7", "fulfilment.open": "F6", "order.convert": "F5", "order.pay": "F10",
    "order.cancel": "Ctrl+Del",
}  # fmt: skip
"""The keys of actions: those that mean the same on the sale, and one that nobody presses by mistake."""
FIRST = ("order.pick_up", "order.convert", "order.return", "fulfilment.open", "order.edit", "receipt.print")
"""Which of the possible actions Enter starts."""
PENDING = Name(PENDING_SYNC)


def order_detail(
    order: KnownOrder,
    customer: Customer | None,
    verdicts: Mapping[Action, Verdict],
    registry: Registry,
    context: RegisterContext,
) -> OrderDetailView:
    """One order in full. `verdicts` hold one on picking as well: on the order's lines together."""
    settings, today, language = context.settings, context.today, context.language
    currency, pending, say = order.currency, order.number is None, language.say
    title = order.confirmation_number if pending else f"{order.number} · {order.confirmation_number}"
    status = language.write(state_name(status_on(order.status, order.expires, today)))
    facts = [
        FactView(say("Total"), language.amount(order.total_minor, currency)),
        FactView(say("Paid"), language.amount(order.paid_minor, currency)),
        FactView(say("Deposit left"), language.amount(order.deposit_available_minor, currency)),
        FactView(say("Balance"), language.amount(order.balance_minor, currency)),
    ]
    if order.collector:
        facts.append(FactView(say("Collected by"), order.collector))
    facts += [
        FactView(name, text)
        for name, text in said_facts(order.state.attributes, settings.order_attributes, language)
    ]
    names = {each.attribute: name_of(each, language) for each in settings.order_attributes}
    if order.expires is not None:
        facts.append(FactView(say("Valid until"), language.notation.day(order.expires)))
    if order.state.unpaid_minor > 0:
        unpaid = language.amount(order.state.unpaid_minor, currency)
        facts.append(FactView(say("Not paid: the card was declined. Use Pay on order"), unpaid))
    elsewhere = Action.PAY if order.state.kind is CartKind.QUOTE else Action.CONVERT
    actions = tuple(
        _action(order, verdicts[action], operation, registry, text, context)
        for action, text, operation in _ACTIONS
        if action is not elsewhere
    )
    possible = {each.operation for each in actions if each.available}
    return OrderDetailView(
        id=order.id,
        title=title,
        status=f"{status} · {language.write(PENDING)}" if pending else status,
        pending=pending,
        customer=order.customer_name,
        account=language.name(PENDING_SYNC if customer is None else customer.shown_account),
        lines=tuple(_line(line, currency, settings, language) for line in order.lines),
        facts=tuple(facts),
        history=history_of(order, today, language, names),
        actions=actions,
        first=next((each for each in FIRST if each in possible), ""),
    )


def picking_verdict(order: KnownOrder, facts: OrderFacts) -> Verdict:
    """Whether anything of an order can be accepted, picked, packed or shipped here; if not, why not."""
    steps = (Action.ACCEPT, Action.PICK, Action.PACK, Action.SHIP)
    lines = sorted(order.lines, key=lambda line: line.delivery is DeliveryKind.CARRY_OUT)
    verdicts = [line_verdict(facts, line_facts(line), step) for line in lines for step in steps]
    return next((each for each in verdicts if each.is_possible), verdicts[0])


def _line(line: OrderLine, currency: str, settings: StoreSettings, language: Language) -> OrderLineView:
    return OrderLineView(
        name=line.name,
        quantity=language.counted(pieces(line.ordered_thousandths), line.unit),
        amount=language.amount(line.amount_minor, currency),
        glyph=line.delivery.value,
        delivery=_delivery(line, settings, language),
        status=line_state(line, language),
    )


def _delivery(line: OrderLine, settings: StoreSettings, language: Language) -> str:
    """How a line leaves us, when and where."""
    say, day = language.say, "" if line.day is None else language.notation.day(line.day)
    if line.delivery is DeliveryKind.SHIP:
        return say("Ship {day} – {place}", day=day, place=line.place)
    if line.delivery is DeliveryKind.PICKUP:
        return say("Pick up at {place} {day}", place=settings.place_name(line.store), day=day).strip()
    return say("Carried out")


def _action(
    order: KnownOrder,
    verdict: Verdict,
    operation: str,
    registry: Registry,
    text: str,
    context: RegisterContext,
) -> ButtonView:
    language = context.language
    role = "void" if operation == "order.cancel" else "order"
    why_not = "" if verdict.words is None or verdict.is_possible else language.tell(verdict.words)
    if not why_not and operation not in registry and operation not in WINDOW_IDS:
        why_not = language.say(NOT_BUILT)
    params = {"transaction": order.transaction} if operation == "receipt.print" else {"id": order.id}
    if operation == "receipt.print" and order.transaction is None:
        why_not = language.say("This order was made at another register. Print it there.")
    locked = bool(verdict.right) or needs_approval(operation, registry, context)
    return ButtonView(
        language.say(text), operation, params, role, KEYS.get(operation, ""), why_not, needs_approval=locked
    )
