"""Ship, pick up, carry out: what can be promised for a line."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from retail.errors import RuleBroken
from retail.orders.delivery import (
    ClosedDays,
    Delivery,
    DeliveryKind,
    check_date,
    first_open_day,
    pickup_places,
    plan_pickup,
    plan_shipment,
    ship_places,
)
from retail.settings import FulfilmentPlace, StoreSettings
from tests.retail.shop import HOME, SETTINGS, TODAY

SATURDAY, SUNDAY = 5, 6


def test_a_pickup_is_here_on_the_first_open_day_unless_said() -> None:
    weekend = replace(SETTINGS, closed_weekdays=(SATURDAY, SUNDAY))

    plan = plan_pickup(weekend, TODAY)

    assert (plan.kind, plan.mode, plan.store, plan.date) == (
        "pickup",
        "pickup",
        "HOUSTON",
        date(2026, 11, 23),
    )


def test_a_pickup_elsewhere_follows_that_stores_days() -> None:
    shop = replace(
        SETTINGS, fulfilment_group=(FulfilmentPlace("SEATTLE", "Seattle", closed_weekdays=(SATURDAY,)),)
    )

    assert plan_pickup(shop, TODAY, "SEATTLE").date == TODAY + timedelta(days=1)


def test_a_pickup_outside_the_group_is_refused() -> None:
    with pytest.raises(RuleBroken, match="cannot be picked up at OSLO"):
        plan_pickup(SETTINGS, TODAY, "OSLO")


def test_a_shipment_has_the_stores_defaults() -> None:
    plan = plan_shipment(SETTINGS, TODAY, HOME)

    assert (plan.mode, plan.date, plan.ship_from, plan.address) == (
        "ground",
        TODAY + timedelta(days=1),
        "HOUSTON",
        HOME,
    )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"address": None}, "This customer has no address. Add one to ship the goods."),
        ({"ship_from": "MARS"}, "Goods cannot be shipped from MARS. Choose one of the list."),
        ({"day": date(2026, 11, 20)}, "2026-11-20 has passed. Choose today or a later day."),
        ({"day": date(2028, 1, 1)}, "2028-01-01 is more than a year ahead. Choose an earlier day."),
    ],
)
def test_a_shipment_that_cannot_be_kept_is_refused(change: dict[str, object], words: str) -> None:
    wanted = {"address": HOME, **change}

    with pytest.raises(RuleBroken) as refused:
        plan_shipment(SETTINGS, TODAY, **wanted)  # type: ignore[arg-type]

    assert str(refused.value) == words


def test_a_closed_day_names_the_next_open_one() -> None:
    with pytest.raises(RuleBroken, match=r"Closed on 2026-11-22\. The next open day is 2026-11-23\."):
        check_date(date(2026, 11, 22), TODAY, ClosedDays((SUNDAY,)))
    assert check_date(date(2026, 11, 23), TODAY, ClosedDays((SUNDAY,))) == date(2026, 11, 23)


def test_a_single_day_can_be_closed_too() -> None:
    feast = ClosedDays((SUNDAY,), (date(2026, 12, 24), date(2026, 12, 25)))

    with pytest.raises(RuleBroken, match=r"Closed on 2026-12-24\. The next open day is 2026-12-26\."):
        check_date(date(2026, 12, 24), TODAY, feast)


def test_shipments_leave_on_open_days_of_the_place_they_leave() -> None:
    shop = replace(SETTINGS, closed_weekdays=(SUNDAY,), closed_dates=(date(2026, 11, 23),))

    assert plan_shipment(shop, TODAY, HOME).date == date(2026, 11, 24)
    with pytest.raises(RuleBroken, match=r"Closed on 2026-11-22\. The next open day is 2026-11-24\."):
        plan_shipment(shop, TODAY, HOME, day=date(2026, 11, 22))


STORES = (
    FulfilmentPlace("SEATTLE", "Seattle", ships=False),
    FulfilmentPlace("HOUSTON", "Houston", ships=False),
    FulfilmentPlace("WEST", "West warehouse", hands_out=False, is_store=False),
    FulfilmentPlace("DALLAS", "Dallas", hands_out=False),
)


def places(settings: StoreSettings) -> tuple[list[str], list[str]]:
    return [each.place for each in pickup_places(settings)], [each.place for each in ship_places(settings)]


def test_lists_of_places_are_the_group_with_its_flags() -> None:
    shop = replace(SETTINGS, fulfilment_group=STORES, fulfilment_locations=True, shipping_warehouse="WEST")

    assert places(shop) == (["HOUSTON", "SEATTLE"], ["WEST", "DALLAS"])
    assert plan_pickup(shop, TODAY).store == "HOUSTON"
    plan = plan_shipment(shop, TODAY, HOME)
    assert (plan.ship_from, plan.store) == ("WEST", "HOUSTON")
    assert plan_shipment(shop, TODAY, HOME, ship_from="DALLAS").store is None
    with pytest.raises(
        RuleBroken, match=r"Goods cannot be picked up at DALLAS\. Choose a store of the list\."
    ):
        plan_pickup(shop, TODAY, "DALLAS")
    with pytest.raises(RuleBroken, match=r"Goods cannot be shipped from HOUSTON\. Choose one of the list\."):
        plan_shipment(shop, TODAY, HOME, ship_from="HOUSTON")


def test_without_flags_every_store_hands_out_and_only_the_own_warehouse_ships() -> None:
    shop = replace(SETTINGS, fulfilment_group=STORES, shipping_warehouse="WEST")

    assert places(shop) == (["HOUSTON", "SEATTLE", "DALLAS"], ["WEST"])
    assert ship_places(shop)[0].name == "West warehouse"
    assert places(replace(shop, shipping_warehouse="", fulfilment_group=STORES[:1])) == (
        ["HOUSTON", "SEATTLE"],
        ["HOUSTON"],
    )
    assert places(replace(shop, fulfilment_group=(), fulfilment_locations=True)) == (["HOUSTON"], ["WEST"])


def test_a_group_that_hands_nothing_out_or_ships_nothing_says_so() -> None:
    idle = (FulfilmentPlace("DALLAS", "Dallas", ships=False, hands_out=False),)
    shop = replace(SETTINGS, fulfilment_group=idle, fulfilment_locations=True)

    with pytest.raises(RuleBroken, match="No store hands goods out here"):
        plan_pickup(shop, TODAY)
    with pytest.raises(RuleBroken, match="No place ships goods here"):
        plan_shipment(shop, TODAY, HOME)


def test_a_warehouse_hands_nothing_out() -> None:
    with pytest.raises(ValueError, match="place WEST is a warehouse"):
        FulfilmentPlace("WEST", "West", is_store=False)


def test_a_store_that_never_opens_gets_the_day_itself() -> None:
    assert first_open_day(TODAY, 1, ClosedDays((0, 1, 2, 3, 4, 5, 6))) == TODAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("kind", "fields", "words"),
    [
        (DeliveryKind.CARRY_OUT, {}, "carried out has no delivery"),
        (DeliveryKind.PICKUP, {}, "a pickup has a store"),
        (DeliveryKind.SHIP, {"ship_from": "HOUSTON"}, "a shipment has an address"),
        (DeliveryKind.SHIP, {"address": HOME}, "a place it is sent from"),
    ],
)
def test_a_delivery_that_makes_no_sense_cannot_exist(
    kind: DeliveryKind, fields: dict[str, object], words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        Delivery(kind, "x", TODAY, **fields)  # type: ignore[arg-type]
