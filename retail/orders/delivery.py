"""How a line leaves us: shipped to an address, fetched in a store, or carried out at once."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from retail.customers import Address
from retail.errors import RuleBroken
from retail.settings import StoreSettings

DAYS_AHEAD_MAX = 366


class DeliveryKind(StrEnum):
    """The three ways; a line without a delivery is carried out."""

    SHIP = "ship"
    PICKUP = "pickup"
    CARRY_OUT = "carry-out"


@dataclass(frozen=True, slots=True)
class Delivery:
    """The promise for one line. `store` hands out a pickup; `ship_from` and `address` belong to a shipment."""

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


def first_open_day(today: date, days: int, closed_weekdays: tuple[int, ...]) -> date:
    """The first day from `today` + `days` on which the store is open (Monday is weekday 0)."""
    day = today + timedelta(days=days)
    for _ in range(7):
        if day.weekday() not in closed_weekdays:
            return day
        day += timedelta(days=1)
    return today + timedelta(days=days)


def check_date(day: date, today: date, closed_weekdays: tuple[int, ...] = ()) -> date:
    """Give back a delivery date that can be kept.

    Raises:
        RuleBroken: in the past, on a closed day (names the next open one), or more than a year ahead.
    """
    if day < today:
        raise RuleBroken("{day} has passed. Choose today or a later day.", day=day)
    if day > today + timedelta(days=DAYS_AHEAD_MAX):
        raise RuleBroken("{day} is more than a year ahead. Choose an earlier day.", day=day)
    if day.weekday() in closed_weekdays:
        next_day = first_open_day(day, 0, closed_weekdays)
        raise RuleBroken("Closed on {day}. The next open day is {next_day}.",
                         day=day, next_day=next_day)  # fmt: skip
    return day


def plan_pickup(
    settings: StoreSettings, today: date, store: str | None = None, day: date | None = None
) -> Delivery:
    """A pickup at `store` (this one unless said) on `day` (the first open one unless said).

    Raises:
        RuleBroken: a store outside the fulfilment group, or a day that cannot be kept.
    """
    place = store or settings.store
    group = {each.store: each for each in settings.pickup_stores}
    if place != settings.store and place not in group:
        raise RuleBroken("Goods cannot be picked up at {store}. Choose a store of the list.", store=place)
    closed = group[place].closed_weekdays if place in group else settings.closed_weekdays
    chosen = first_open_day(today, 0, closed) if day is None else check_date(day, today, closed)
    return Delivery(DeliveryKind.PICKUP, settings.pickup_mode, chosen, store=place)


def check_mode(mode: str, settings: StoreSettings) -> str:
    """Give back a mode this store ships by.

    Raises:
        RuleBroken: it is none.
    """
    if mode not in settings.delivery_modes:
        raise RuleBroken("There is no delivery mode {mode}. Choose one of: {modes}.",
                         mode=mode, modes=", ".join(settings.delivery_modes))  # fmt: skip
    return mode


def plan_shipment(
    settings: StoreSettings,
    today: date,
    address: Address | None,
    mode: str | None = None,
    day: date | None = None,
    ship_from: str | None = None,
) -> Delivery:
    """A shipment to `address`, with the store's own defaults for what is not said.

    Raises:
        RuleBroken: no address, an unknown delivery mode, a day that cannot be kept.
    """
    if address is None:
        raise RuleBroken("This customer has no address. Add one to ship the goods.")
    if not settings.delivery_modes:
        raise RuleBroken("This store has no delivery mode. Have the goods picked up instead.")
    chosen_mode = check_mode(mode or settings.delivery_modes[0], settings)
    chosen = first_open_day(today, 1, settings.closed_weekdays) if day is None else check_date(day, today)
    source = ship_from or settings.store
    return Delivery(DeliveryKind.SHIP, chosen_mode, chosen, ship_from=source, address=address)
