"""Ship, pick up, carry out: what can be promised for a line."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from retail.errors import RuleBroken
from retail.orders.delivery import (
    Delivery,
    DeliveryKind,
    check_date,
    first_open_day,
    plan_pickup,
    plan_shipment,
)
from retail.settings import PickupStore
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
    shop = replace(SETTINGS, pickup_stores=(PickupStore("SEATTLE", "Seattle", closed_weekdays=(SATURDAY,)),))

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
        ({"mode": "rocket"}, "There is no delivery mode rocket. Choose one of: ground."),
        ({"day": date(2026, 11, 20)}, "2026-11-20 has passed. Choose today or a later day."),
        ({"day": date(2028, 1, 1)}, "2028-01-01 is more than a year ahead. Choose an earlier day."),
    ],
)
def test_a_shipment_that_cannot_be_kept_is_refused(change: dict[str, object], words: str) -> None:
    wanted = {"address": HOME, **change}

    with pytest.raises(RuleBroken) as refused:
        plan_shipment(SETTINGS, TODAY, **wanted)  # type: ignore[arg-type]

    assert str(refused.value) == words


def test_a_store_without_delivery_modes_ships_nothing() -> None:
    with pytest.raises(RuleBroken, match="has no delivery mode"):
        plan_shipment(replace(SETTINGS, delivery_modes=()), TODAY, HOME)


def test_a_closed_day_names_the_next_open_one() -> None:
    with pytest.raises(RuleBroken, match=r"Closed on 2026-11-22\. The next open day is 2026-11-23\."):
        check_date(date(2026, 11, 22), TODAY, (SUNDAY,))
    assert check_date(date(2026, 11, 23), TODAY, (SUNDAY,)) == date(2026, 11, 23)


def test_a_store_that_never_opens_gets_the_day_itself() -> None:
    assert first_open_day(TODAY, 1, (0, 1, 2, 3, 4, 5, 6)) == TODAY + timedelta(days=1)


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
