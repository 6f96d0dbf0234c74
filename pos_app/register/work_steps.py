"""What can be done with the lines that are chosen on the work list, and why not; each step in its fixed place."""

from collections.abc import Callable, Sequence

from pos_app.language.language import Language
from pos_app.register.known_order import KnownOrder
from pos_app.views import ButtonView
from retail.messages import phrase
from retail.orders.actions import line_verdict
from retail.orders.delivery import DeliveryKind
from retail.orders.facts import Action, OrderFacts, line_facts
from retail.orders.order import OrderLine
from retail.orders.steps import left_for
from retail.quantity import show_quantity

Job = tuple[KnownOrder, OrderLine]

_STEPS = (
    ("fulfilment.accept", phrase("Accept"), Action.ACCEPT),
    ("fulfilment.reject", phrase("Reject"), Action.REJECT),
    ("fulfilment.start", phrase("Start picking"), Action.START),
    ("fulfilment.pick", phrase("Mark as picked"), Action.PICK),
    ("fulfilment.unpick", phrase("Undo picking"), Action.UNPICK),
    ("fulfilment.ready", phrase("Ready for collection"), Action.READY),
    ("fulfilment.pack", phrase("Mark as packed"), Action.PACK),
    ("fulfilment.unpack", phrase("Undo packing"), Action.UNPACK),
    ("fulfilment.ship", phrase("Ship"), Action.SHIP),
)
_OF_PICKUPS = frozenset({"fulfilment.ready"})
_OF_SHIPMENTS = frozenset({"fulfilment.pack", "fulfilment.ship"})
WHOLE = frozenset({Action.ACCEPT, Action.REJECT, Action.START})
"""Steps on whole lines, not on a quantity of them."""


def steps_for(
    picked: Sequence[Job], facts: Callable[[KnownOrder], OrderFacts], language: Language
) -> tuple[ButtonView, ...]:
    """Every step, handing out, and the papers. Steps that no line can take both of share a place."""
    fetched = bool(picked) and all(line.delivery is DeliveryKind.PICKUP for _, line in picked)
    packed = any(line.packed_thousandths > line.invoiced_thousandths for _, line in picked)
    left_out = (_OF_SHIPMENTS if fetched else _OF_PICKUPS) | {
        "fulfilment.unpick" if packed else "fulfilment.unpack"
    }
    steps = [*_steps(picked, facts, language), *([_collect(picked, language)] if fetched else [])]
    papers = (_picking_list(picked, language), _packing_slip(picked, language))
    return (*[each for each in steps if each.operation not in left_out], *papers)


def _steps(
    picked: Sequence[Job], facts: Callable[[KnownOrder], OrderFacts], language: Language
) -> list[ButtonView]:
    buttons = []
    for operation, words, action in _STEPS:
        why_not, locked = _why_not_together(picked, action, language), False
        if not why_not:
            verdicts = [line_verdict(facts(order), line_facts(line), action) for order, line in picked]
            refused = next((each for each in verdicts if not each.is_possible), None)
            why_not = "" if refused is None or refused.words is None else language.tell(refused.words)
            locked = any(each.right for each in verdicts)
        role = "void" if action is Action.REJECT else "order"
        params = {} if why_not else _params(picked, action)
        buttons.append(
            ButtonView(language.say(words), operation, params, role, why_not=why_not, needs_approval=locked)
        )
    return buttons


def _why_not_together(picked: Sequence[Job], action: Action, language: Language) -> str:
    """A parcel is of one order and goes one way, a shipment is of one order; the other steps are of any lines."""
    if not picked:
        return language.say("Nothing is chosen. Tap the lines first, or scan them.")
    if action in (Action.PACK, Action.UNPACK, Action.SHIP) and len({order.id for order, _ in picked}) > 1:
        return language.say("These lines are of several orders. Choose lines of one order.")
    if action in (Action.PACK, Action.UNPACK) and len({line.mode for _, line in picked}) > 1:
        return language.say("These lines leave in several ways. Choose lines of one delivery mode.")
    return ""


def _params(picked: Sequence[Job], action: Action) -> dict[str, object]:
    order, jobs = picked[0][0], _by_order(picked)
    if len(jobs) > 1:
        return {"id": order.id, "jobs": jobs}
    if action in WHOLE:
        return {"id": order.id, "lines": [line.number for _, line in picked]}
    return {
        "id": order.id,
        "quantities": {str(line.number): show_quantity(left_for(line, action)) for _, line in picked},
    }


def _by_order(picked: Sequence[Job]) -> dict[str, dict[str, str]]:
    """The chosen lines by their orders, each meant as a whole."""
    jobs: dict[str, dict[str, str]] = {}
    for order, line in picked:
        jobs.setdefault(order.id, {})[str(line.number)] = ""
    return jobs


def _collect(picked: Sequence[Job], language: Language) -> ButtonView:
    """The customer is here: what the chosen lines' order has for this store is handed out."""
    orders = {order.id for order, _ in picked}
    several = language.say("These lines are of several orders. Choose lines of one order.")
    why_not = several if len(orders) > 1 else ""
    params = {} if why_not else {"id": picked[0][0].id}
    return ButtonView(language.say("Pick up"), "order.pick_up", params, "order", why_not=why_not)


def _picking_list(picked: Sequence[Job], language: Language) -> ButtonView:
    """One paper for the way through the store, of as many orders as are chosen."""
    why_not = "" if picked else language.say("Nothing is chosen. Tap the lines first, or scan them.")
    params: dict[str, object] = {} if why_not else {"id": picked[0][0].id, "jobs": _by_order(picked)}
    return ButtonView(
        language.say("Picking list"), "fulfilment.picking_list", params, "manager", why_not=why_not
    )


def _packing_slip(picked: Sequence[Job], language: Language) -> ButtonView:
    """The paper in the parcel, which is of one order."""
    why_not = _why_not_together(picked, Action.PACK, language)
    lines = [line.number for _, line in picked]
    params: dict[str, object] = {} if why_not else {"id": picked[0][0].id, "lines": lines}
    return ButtonView(
        language.say("Packing slip"), "fulfilment.packing_slip", params, "manager", why_not=why_not
    )
