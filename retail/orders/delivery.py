"""How a line leaves us: shipped to an address, fetched in a store, or carried out at once."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from retail.customers import Address
from retail.errors import RuleBroken
from retail.places import FulfilmentPlace
from retail.settings import StoreSettings

DAYS_AHEAD_MAX = 366


class DeliveryKind(StrEnum):
    """The three ways; a line without a delivery is carried out."""

    SHIP = "ship"
    PICKUP = "pickup"
    CARRY_OUT = "carry-out"


@dataclass(frozen=True, slots=True)
class Delivery:
    """The promise for one line. `store` hands out a pickup; `ship_from` and `address` belong to a shipment.

    A shipment from a store's own warehouse names that `store` too: it handles the line.
    """

    kind: DeliveryKind
    mode: str
    date: date
    store: str | None = None
    ship_from: str | None = None
    address: Address | None = None

    def __post_init__(self) -> None:
        if self.kind is DeliveryKind.CARRY_OUT:
            raise ValueError("a line that is carried out has no delivery")
        if self.kind is DeliveryKind.PICKUP and self.store is None:
            raise ValueError("a pickup has a store")
        if self.kind is DeliveryKind.SHIP and (self.address is None or self.ship_from is None):
            raise ValueError("a shipment has an address and a place it is sent from")


@dataclass(frozen=True, slots=True)
class ClosedDays:
    """When a place is closed: on weekdays (Monday is 0) and on single dates."""

    weekdays: tuple[int, ...] = ()
    dates: tuple[date, ...] = ()

    def __contains__(self, day: date) -> bool:
        return day.weekday() in self.weekdays or day in self.dates


ALWAYS_OPEN = ClosedDays()


def first_open_day(today: date, days: int, closed: ClosedDays = ALWAYS_OPEN) -> date:
    """The first day from `today` + `days` on which a place is open; that very day where it never is."""
    first = today + timedelta(days=days)
    ahead = (first + timedelta(days=each) for each in range(DAYS_AHEAD_MAX))
    return next((day for day in ahead if day not in closed), first)


def check_date(day: date, today: date, closed: ClosedDays = ALWAYS_OPEN) -> date:
    """Give back a delivery date that can be kept.

    Raises:
        RuleBroken: in the past, on a closed day (names the next open one), or more than a year ahead.
    """
    if day < today:
        raise RuleBroken("{day} has passed. Choose today or a later day.", day=day)
    if day > today + timedelta(days=DAYS_AHEAD_MAX):
        raise RuleBroken("{day} is more than a year ahead. Choose an earlier day.", day=day)
    if day in closed:
        next_day = first_open_day(day, 0, closed)
        raise RuleBroken("Closed on {day}. The next open day is {next_day}.",
                         day=day, next_day=next_day)  # fmt: skip
    return day


def pickup_places(settings: StoreSettings) -> tuple[FulfilmentPlace, ...]:
    """Where goods may be fetched, this store first: the stores of its group, or those of them that hand out.

    A group without this store in it hands out there only where flags do not count.
    """
    if settings.fulfilment_locations and settings.fulfilment_group:
        return _this_first([each for each in settings.fulfilment_group if each.hands_out], settings)
    group = [each for each in settings.fulfilment_group if each.is_store]
    if all(each.place != settings.store for each in group):
        group = [_this_store(settings), *group]
    return _this_first(group, settings)


def ship_places(settings: StoreSettings) -> tuple[FulfilmentPlace, ...]:
    """Where goods may be shipped from, this store first: the places of its group that ship.

    Where the flags of places do not count: this store's shipping warehouse alone, or itself where it has none.
    """
    if settings.fulfilment_locations and settings.fulfilment_group:
        return _this_first([each for each in settings.fulfilment_group if each.ships], settings)
    own = _this_store(settings)
    if not settings.shipping_warehouse:
        return (own,)
    named = {each.place: each.name for each in settings.fulfilment_group}
    warehouse = settings.shipping_warehouse
    return (replace(own, place=warehouse, name=named.get(warehouse, warehouse)),)


def closed_at(place: FulfilmentPlace) -> ClosedDays:
    """When a place is closed."""
    return ClosedDays(place.closed_weekdays, place.closed_dates)


def _this_store(settings: StoreSettings) -> FulfilmentPlace:
    return FulfilmentPlace(
        settings.store,
        settings.store_name or settings.store,
        closed_weekdays=settings.closed_weekdays,
        closed_dates=settings.closed_dates,
    )


def _this_first(places: list[FulfilmentPlace], settings: StoreSettings) -> tuple[FulfilmentPlace, ...]:
    return tuple(sorted(places, key=lambda each: each.place != settings.store))


def plan_pickup(
    settings: StoreSettings, today: date, store: str | None = None, day: date | None = None
) -> Delivery:
    """A pickup at `store` (this one unless said) on `day` (the first open one unless said).

    Raises:
        RuleBroken: no store hands goods out, a store outside the fulfilment group, or a day that cannot be kept.
    """
    places = {each.place: each for each in pickup_places(settings)}
    if not places:
        raise RuleBroken(
            "No store hands goods out here. Ship them, or ask headquarters for a fulfilment group."
        )
    place = store or next(iter(places))
    if place not in places:
        raise RuleBroken("Goods cannot be picked up at {store}. Choose a store of the list.", store=place)
    closed = closed_at(places[place])
    chosen = first_open_day(today, 0, closed) if day is None else check_date(day, today, closed)
    return Delivery(DeliveryKind.PICKUP, settings.pickup_mode, chosen, store=place)


def plan_shipment(
    settings: StoreSettings,
    today: date,
    address: Address | None,
    mode: str | None = None,
    day: date | None = None,
    ship_from: str | None = None,
) -> Delivery:
    """A shipment to `address`, with the store's own defaults for what is not said; whether `mode` fits is not asked.

    From this store's own shipping warehouse it is this store that handles it.

    Raises:
        RuleBroken: no address, nowhere to ship from, a place that does not ship, or a day that cannot be kept.
    """
    if address is None:
        raise RuleBroken("This customer has no address. Add one to ship the goods.")
    places = {each.place: each for each in ship_places(settings)}
    if not places:
        raise RuleBroken(
            "No place ships goods here. Have them picked up, or ask headquarters for one that ships."
        )
    source = ship_from or next(iter(places))
    if source not in places:
        raise RuleBroken("Goods cannot be shipped from {store}. Choose one of the list.", store=source)
    closed = closed_at(places[source])
    chosen = first_open_day(today, 1, closed) if day is None else check_date(day, today, closed)
    handled_by = settings.store if source == settings.shipping_warehouse else None
    by = mode or next(iter(settings.delivery_modes), "")
    return Delivery(DeliveryKind.SHIP, by, chosen, store=handled_by, ship_from=source, address=address)
