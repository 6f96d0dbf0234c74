"""The work of this store on orders (S41): which lines are to be accepted, picked, packed, shipped or collected."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from pos_app.acting_views import WorkListView, WorkRowView
from pos_app.language.language import Language
from pos_app.register.known_order import KnownOrder
from pos_app.register.names import capital, state_name
from pos_app.register.order_sheets import left_to_do
from pos_app.views import ButtonView, ChoiceView
from retail.messages import phrase
from retail.orders.actions import line_verdict
from retail.orders.delivery import DeliveryKind
from retail.orders.facts import Action, OrderFacts, line_facts
from retail.orders.order import LineStatus, OrderLine, OrderStatus
from retail.quantity import pieces, show_quantity

WORK_MAX = 500
"""So many of the newest orders are looked through for work."""
_OPEN = (OrderStatus.OPEN, OrderStatus.PARTIALLY_INVOICED)
_TO_PICK = (LineStatus.ACCEPTED, LineStatus.PICKING, LineStatus.PARTIALLY_PICKED)
_STEPS = (
    ("fulfilment.accept", phrase("Accept"), Action.ACCEPT),
    ("fulfilment.reject", phrase("Reject"), Action.REJECT),
    ("fulfilment.pick", phrase("Mark as picked"), Action.PICK),
    ("fulfilment.pack", phrase("Mark as packed"), Action.PACK),
    ("fulfilment.ship", phrase("Ship"), Action.SHIP),
)

_PAPERS = (
    ("fulfilment.picking_list", phrase("Picking list")),
    ("fulfilment.packing_slip", phrase("Packing slip")),
)

Job = tuple[KnownOrder, OrderLine]
Belongs = Callable[[OrderLine, date], bool]

PRESETS: Mapping[str, tuple[str, Belongs]] = {
    "accept": (phrase("To accept"), lambda line, today: line.status is LineStatus.PENDING),
    "pick": (phrase("To pick"), lambda line, today: line.status in _TO_PICK),
    "pack": (
        phrase("To pack"),
        lambda line, today: (
            line.delivery is DeliveryKind.SHIP and line.picked_thousandths > line.packed_thousandths
        ),
    ),
    "ship": (
        phrase("To ship"),
        lambda line, today: line.packed_thousandths > line.invoiced_thousandths,
    ),
    "collect": (
        phrase("Pickup today"),
        lambda line, today: (
            line.delivery is DeliveryKind.PICKUP and line.day is not None and line.day <= today
        ),
    ),
}
"""What each list holds, of the lines that are open here."""


def jobs_of(orders: Sequence[KnownOrder], store: str) -> list[Job]:
    """The lines that this store still has to do something with."""
    return [
        (order, line)
        for order in orders
        if order.status in _OPEN
        for line in order.lines
        if line.store == store and line.delivery is not DeliveryKind.CARRY_OUT and line.open_thousandths
    ]


def counts_of(jobs: Sequence[Job], today: date) -> dict[str, int]:
    """How many lines each list holds."""
    return {name: sum(belongs(line, today) for _, line in jobs) for name, (_, belongs) in PRESETS.items()}


def work_list(
    jobs: Sequence[Job],
    preset: str,
    text: str,
    chosen: Sequence[str],
    facts: Callable[[KnownOrder], OrderFacts],
    today: date,
    language: Language,
) -> WorkListView:
    """The lines of one list that fit what was typed, and what can be done with the chosen ones."""
    shown = [
        job
        for job in jobs
        if _fits(job, text) and (preset not in PRESETS or PRESETS[preset][1](job[1], today))
    ]
    by_key = {_key(job): job for job in shown}
    picked = [by_key[key] for key in chosen if key in by_key]
    counts = counts_of(jobs, today)
    return WorkListView(
        rows=tuple(_row(job, language) for job in shown),
        presets=tuple(
            ChoiceView(name, f"{language.say(words)} {counts[name]}") for name, (words, _) in PRESETS.items()
        ),
        chosen=tuple(_key(job) for job in picked),
        actions=(
            *_steps(picked, facts, language),
            _collect(picked, language),
            *_papers(picked, language),
        ),
        note="" if shown else language.say("Nothing to do here now."),
    )  # fmt: skip


def _key(job: Job) -> str:
    order, line = job
    return f"{order.id}:{line.number}"


def _fits(job: Job, text: str) -> bool:
    order, line = job
    words = text.casefold().split()
    said = f"{order.reference} {order.confirmation_number} {order.customer_name} {line.name}".casefold()
    return all(word in said for word in words)


def _row(job: Job, language: Language) -> WorkRowView:
    order, line = job
    done = max(line.picked_thousandths, line.packed_thousandths, line.invoiced_thousandths)
    day = "" if line.day is None else language.notation.day(line.day)
    way = (
        language.say("Pick up") if line.delivery is DeliveryKind.PICKUP else language.name(capital(line.mode))
    )
    return WorkRowView(
        key=_key(job),
        order=order.id,
        line=line.number,
        product=line.product,
        number=order.reference,
        customer=order.customer_name,
        name=line.name,
        quantity=language.write(pieces(line.ordered_thousandths)),
        done=language.write(pieces(done)),
        way=f"{way} {day}".strip(),
        glyph=line.delivery.value,
        status=language.write(state_name(line.status)),
        detail="" if line.delivery is DeliveryKind.PICKUP else line.place,
    )  # fmt: skip


def _steps(
    picked: Sequence[Job], facts: Callable[[KnownOrder], OrderFacts], language: Language
) -> list[ButtonView]:
    common = _why_not_together(picked, language)
    buttons = []
    for operation, words, action in _STEPS:
        why_not, locked = common, False
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


def _why_not_together(picked: Sequence[Job], language: Language) -> str:
    if not picked:
        return language.say("Nothing is chosen. Tap the lines first, or scan them.")
    if len({order.id for order, _ in picked}) > 1:
        return language.say("These lines are of several orders. Choose lines of one order.")
    if len({line.mode for _, line in picked}) > 1:
        return language.say("These lines leave in several ways. Choose lines of one delivery mode.")
    return ""


def _params(picked: Sequence[Job], action: Action) -> dict[str, object]:
    order = picked[0][0]
    if action in (Action.ACCEPT, Action.REJECT):
        return {"id": order.id, "lines": [line.number for _, line in picked]}
    left = left_to_do(order, action, picked[0][1].store)
    return {
        "id": order.id,
        "quantities": {str(line.number): show_quantity(left.get(line.number, 0)) for _, line in picked},
    }


def _collect(picked: Sequence[Job], language: Language) -> ButtonView:
    """The customer is here: what the chosen lines' order has for this store is handed out."""
    why_not = ""
    if not picked:
        why_not = language.say("Nothing is chosen. Tap the lines first, or scan them.")
    elif len({order.id for order, _ in picked}) > 1:
        why_not = language.say("These lines are of several orders. Choose lines of one order.")
    elif any(line.delivery is not DeliveryKind.PICKUP for _, line in picked):
        why_not = language.say("These goods are shipped, not picked up. Press Ship instead.")
    params = {} if why_not else {"id": picked[0][0].id}
    return ButtonView(language.say("Pick up"), "order.pick_up", params, "order", why_not=why_not)


def _papers(picked: Sequence[Job], language: Language) -> list[ButtonView]:
    """What is printed of the chosen lines."""
    why_not = _why_not_together(picked, language)
    lines = [line.number for _, line in picked]
    params: dict[str, object] = {} if why_not else {"id": picked[0][0].id, "lines": lines}
    return [
        ButtonView(language.say(words), operation, params, "manager", why_not=why_not)
        for operation, words in _PAPERS
    ]
