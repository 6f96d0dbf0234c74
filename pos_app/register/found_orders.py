"""The list of orders found: presets with their counts, what it can be narrowed by, and its rows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from channel_db.order_heads import OrderFilter
from pos_app.language.language import Language
from pos_app.register.finding import Finding
from pos_app.register.known_order import KnownOrder
from pos_app.register.names import state_name
from pos_app.register.order_finding import FoundOrder, found_order
from pos_app.views import ChoiceView, FilterView, FoundOrdersView, OrderRowView
from retail.customers import PENDING_SYNC, Customer
from retail.messages import Name, phrase
from retail.orders.delivery import DeliveryKind
from retail.orders.kinds import Origin
from retail.orders.order import LineStatus, OrderStatus, status_on
from retail.settings import StoreSettings

NO_ORDERS = phrase("No orders found.")
NONE_OF: Mapping[str, str] = {
    "fulfil": phrase("Nothing to pick or pack here."),
    "pick_up": phrase("Nothing to pick up here."),
    "ship": phrase("Nothing to ship from here."),
    "unsent": phrase("Everything was sent."),
    "customer": phrase("This customer has no orders."),
}
"""What an empty list says, by its preset."""
PENDING = Name(PENDING_SYNC)
STATUSES = (
    OrderStatus.OPEN,
    OrderStatus.PARTIALLY_INVOICED,
    OrderStatus.INVOICED,
    OrderStatus.CANCELLED,
    OrderStatus.QUOTE,
)
DAYS = (("0", phrase("Today")), ("6", phrase("7 days")), ("29", phrase("30 days")))
"""How many days before today a list goes back to."""
ORIGINS = {
    Origin.STORE: phrase("Store"),
    Origin.ONLINE: phrase("Online"),
    Origin.CALL_CENTRE: phrase("Call centre"),
    Origin.HQ: phrase("HQ"),
    Origin.CRM: phrase("CRM"),
}
_OPEN = (OrderStatus.OPEN, OrderStatus.PARTIALLY_INVOICED)


def _has_open(order: KnownOrder, kind: DeliveryKind, store: str) -> bool:
    return order.status in _OPEN and any(
        line.delivery is kind and line.store == store and line.open_thousandths for line in order.lines
    )


def to_fulfil(order: KnownOrder, store: str) -> bool:
    """Something of it is to be picked, packed or shipped here."""
    return order.status in _OPEN and any(
        line.open_thousandths
        and line.store == store
        and line.delivery is not DeliveryKind.CARRY_OUT
        and line.status not in (LineStatus.PICKED, LineStatus.PACKED)
        for line in order.lines
    )


def to_pick_up(order: KnownOrder, store: str) -> bool:
    """Something of it is still to be fetched in this store."""
    return _has_open(order, DeliveryKind.PICKUP, store)


def to_ship(order: KnownOrder, store: str) -> bool:
    """Something of it is still to be sent from this store."""
    return _has_open(order, DeliveryKind.SHIP, store)


WORK: Mapping[str, Callable[[KnownOrder, str], bool]] = {
    "fulfil": to_fulfil,
    "pick_up": to_pick_up,
    "ship": to_ship,
}
"""The presets that are about work, with what belongs to them."""
_TITLES = {"fulfil": phrase("To fulfil"), "pick_up": phrase("To pick up"), "ship": phrase("To ship")}


def narrowed_by(filters: Mapping[str, str], today: date) -> OrderFilter:
    """What the chosen filters mean today."""
    days = filters.get("date", "")
    return OrderFilter(
        statuses=(filters["status"],) if filters.get("status") else (),
        store=filters.get("store", ""),
        origin=filters.get("origin", ""),
        since=today - timedelta(days=int(days)) if days else None,
    )


def within_history(
    narrowed: OrderFilter, days: int, today: date, note: str, language: Language
) -> tuple[OrderFilter, str]:
    """The orders of a customer as far back as the store lists them, and that it is so; 0 days is all of them."""
    if not days or narrowed.since is not None:
        return narrowed, note
    words = language.say("Orders of the last {days} days. Type a number to find an older one.", days=days)
    return replace(narrowed, since=today - timedelta(days=days)), f"{note} {words}".strip()


def of_preset(
    preset: str,
    text: str,
    narrowed: OrderFilter,
    work: Sequence[KnownOrder],
    finding: Finding,
    store: str,
    customer: Customer | None,
) -> list[FoundOrder]:
    """The orders of a preset that fit what was typed, the newest first."""
    if preset in WORK:
        orders = [found_order(order) for order in work if WORK[preset](order, store)]
    elif preset == "unsent":
        orders = finding.orders.unsent()
    else:
        orders = finding.orders.of_customer(customer.id) if customer is not None else []
    found = {each.id for each in finding.list_orders(text, most=len(orders) or 1)} if text else set()
    fitting = [
        each for each in orders if narrowed.fits(each) and (not text or each.id in found or each.has(text))
    ]
    return sorted(fitting, key=lambda order: order.made_at, reverse=True)


def presets_of(
    work: Sequence[KnownOrder],
    finding: Finding,
    settings: StoreSettings,
    customer: Customer | None,
    language: Language,
) -> tuple[ChoiceView, ...]:
    """Every preset with how many orders it holds, whatever is typed."""
    counts = {name: sum(belongs(order, settings.store) for order in work) for name, belongs in WORK.items()}
    chips = [ChoiceView(name, f"{language.say(words)} {counts[name]}") for name, words in _TITLES.items()]
    chips.append(ChoiceView("unsent", f"{language.say('Not sent yet')} {len(finding.orders.unsent())}"))
    if customer is not None:
        count = finding.orders.count_of_customer(customer.id)
        chips.insert(0, ChoiceView("customer", f"{language.say('This customer')} {count}"))
    return tuple(chips)


def filters_of(
    filters: Mapping[str, str], settings: StoreSettings, language: Language
) -> tuple[FilterView, ...]:
    """What a list can be narrowed by, and what is chosen of each."""
    say = language.say
    stores = dict.fromkeys(
        [settings.store, *[each.place for each in settings.fulfilment_group if each.is_store]]
    )
    options: Mapping[str, tuple[str, list[tuple[str, str]]]] = {
        "status": (say("Status"), [(each.value, language.write(state_name(each))) for each in STATUSES]),
        "store": (say("Store"), [(each, settings.place_name(each)) for each in stores]),
        "date": (say("Made"), [(days, say(words)) for days, words in DAYS]),
        "origin": (say("Channel"), [(each.value, say(words)) for each, words in ORIGINS.items()]),
    }
    return tuple(
        FilterView(
            name, label, (ChoiceView("", say("All")), *[ChoiceView(*each) for each in values]), filters.get(name, "")
        )
        for name, (label, values) in options.items()
    )  # fmt: skip


def found_view(
    orders: Sequence[FoundOrder],
    most: int,
    preset: str,
    note: str,
    presets: tuple[ChoiceView, ...],
    filters: tuple[FilterView, ...],
    today: date,
    language: Language,
) -> FoundOrdersView:
    """The first `most` of the orders, and that there are more where there are."""
    if not orders:
        note = f"{language.say(NONE_OF.get(preset, NO_ORDERS))} {note}".strip()
    return FoundOrdersView(
        tuple(_row(order, today, language) for order in orders[:most]),
        note,
        presets,
        filters,
        language.say("Show more") if len(orders) > most else "",
    )


def _row(order: FoundOrder, today: date, language: Language) -> OrderRowView:
    status = status_on(order.status, order.expires, today)
    return OrderRowView(
        id=order.id,
        number=order.reference,
        customer=order.customer_name,
        date=language.moment(order.made_at, today),
        total=language.amount(order.total_minor, order.currency),
        status=language.write(PENDING if order.number is None else state_name(status)),
        pending=order.number is None,
        mark="HQ" if order.transaction is None else "",
    )
