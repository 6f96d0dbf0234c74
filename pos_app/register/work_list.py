"""The work of this store on orders (S41): which lines are to be accepted, picked, packed, shipped or collected."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from pos_app.acting_views import WORK_SHOWN, WorkListView, WorkRowView
from pos_app.language.language import Language
from pos_app.register.known_order import KnownOrder
from pos_app.register.line_states import line_state
from pos_app.register.names import capital
from pos_app.register.work_steps import steps_for
from pos_app.views import ChoiceView
from retail.messages import phrase
from retail.orders.delivery import DeliveryKind
from retail.orders.facts import OrderFacts
from retail.orders.order import LineStatus, OrderLine, OrderStatus
from retail.quantity import pieces

__all__ = ["WORK_SHOWN", "Job", "counts_of", "jobs_of", "reserved_of", "work_list"]

_OPEN = (OrderStatus.OPEN, OrderStatus.PARTIALLY_INVOICED)
_TO_PICK = (LineStatus.ACCEPTED, LineStatus.PICKING, LineStatus.PARTIALLY_PICKED)

Job = tuple[KnownOrder, OrderLine]
Belongs = Callable[[OrderLine, date], bool]

PRESETS: Mapping[str, tuple[str, Belongs]] = {
    "accept": (phrase("To accept"), lambda line, today: line.status is LineStatus.PENDING),
    "pick": (phrase("To pick"), lambda line, today: line.status in _TO_PICK),
    "pack": (
        phrase("To pack"),
        lambda line, today: (
            line.delivery is DeliveryKind.SHIP
            and line.picked_thousandths > max(line.packed_thousandths, line.invoiced_thousandths)
        ),
    ),
    "ship": (
        phrase("To ship"),
        lambda line, today: line.packed_thousandths > line.invoiced_thousandths,
    ),
    "ready": (
        phrase("Ready"),
        lambda line, today: line.ready_thousandths > line.invoiced_thousandths,
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
    """The lines that this store still has to do something with, the soonest first."""
    jobs = [
        (order, line)
        for order in orders
        if order.status in _OPEN
        for line in order.lines
        if line.store == store and line.delivery is not DeliveryKind.CARRY_OUT and line.open_thousandths
    ]
    return sorted(jobs, key=lambda job: (job[1].day or date.max, job[0].made_at, job[1].number))


def counts_of(jobs: Sequence[Job], today: date) -> dict[str, int]:
    """How many lines each list holds."""
    return {name: sum(belongs(line, today) for _, line in jobs) for name, (_, belongs) in PRESETS.items()}


def reserved_of(jobs: Sequence[Job]) -> Mapping[str, int]:
    """How much of each product these orders still wait for here, in thousandths."""
    reserved: Counter[str] = Counter()
    for _, line in jobs:
        reserved[line.product] += line.open_thousandths
    return reserved


def work_list(
    jobs: Sequence[Job],
    preset: str,
    text: str,
    chosen: Sequence[str],
    facts: Callable[[KnownOrder], OrderFacts],
    today: date,
    language: Language,
    most: int = WORK_SHOWN,
) -> WorkListView:
    """The first lines of one list that fit what was typed, and what can be done with the chosen ones."""
    fitting = [
        job
        for job in jobs
        if _fits(job, text) and (preset not in PRESETS or PRESETS[preset][1](job[1], today))
    ]
    by_key = {_key(job): job for job in fitting}
    picked = [by_key[key] for key in chosen if key in by_key]
    counts, shown = counts_of(jobs, today), fitting[:most]
    note = "" if shown else language.say("Nothing to do here now.")
    if len(fitting) > most:
        note = language.say("{shown} of {count} lines.", shown=len(shown), count=len(fitting))
    return WorkListView(
        rows=tuple(_row(job, language) for job in shown),
        presets=tuple(
            ChoiceView(name, f"{language.say(words)} {counts[name]}") for name, (words, _) in PRESETS.items()
        ),
        chosen=tuple(_key(job) for job in picked),
        actions=steps_for(picked, facts, language),
        note=note,
        more=language.say("Show more") if len(fitting) > most else "",
    )


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
        quantity=language.counted(pieces(line.ordered_thousandths), line.unit),
        done=language.write(pieces(done)),
        way=f"{way} {day}".strip(),
        glyph=line.delivery.value,
        status=line_state(line, language),
        detail="" if line.delivery is DeliveryKind.PICKUP else line.place,
    )  # fmt: skip
