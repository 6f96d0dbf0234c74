"""The session: what a crash leaves is taken up again, exactly."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from pos_app.bootstrap import Devices, opened_session
from pos_app.register.realtime import HeadquartersSilent
from pos_app.register.session import RegisterSession
from tests.fixtures.breakable import BreakableLine
from tests.fixtures.fix_register import ANNA, PINS, SETTINGS, Register, Shop, at_work


def test_the_open_cart_and_its_payments_survive(shop: Shop) -> None:
    register = at_work(shop)
    register.do("customer.set", id=ANNA)
    register.do("product.add", number="A")
    register.do("product.add", number="B")
    register.do("order.pick_up_all", date="2026-11-23")
    register.do("line.select", lines=[2])
    register.do("order.carry_out_selected")
    register.do("tender.cash", amount="5")
    before = register.session.cart

    again = shop.open()

    assert again.session.cart == before
    assert again.session.shift == register.session.shift
    assert again.session.user is None
    assert "Sign in" in again.refused("product.add", number="A")


def test_the_user_goes_on_where_that_is_asked_for(shop: Shop) -> None:
    register = at_work(shop)
    register.do("user.sign_in", user="kari", pin=PINS["kari"])

    again = shop.open()
    again.session.resume_user()

    assert again.session.user is not None
    assert again.session.user.user == "kari"
    again.do("user.sign_off")
    later = shop.open()
    later.session.resume_user()
    assert later.session.user is None


class AskedLine(BreakableLine):
    """A line that notes how long it may take, and answers for an order with something that is none."""

    def __init__(self) -> None:
        super().__init__()
        self.seconds: list[float] = []

    def find_customers(self, text: str, seconds: float) -> list[dict[str, Any]]:
        self.seconds.append(seconds)
        return super().find_customers(text, seconds)

    def order(self, id: str, seconds: float) -> dict[str, Any] | None:
        return {"shape": "unheard of"}


@contextmanager
def on_line(shop: Shop, **settings: Any) -> Iterator[tuple[AskedLine, RegisterSession]]:
    """A register that waits as its store says, and the line it waits on."""
    line = AskedLine()
    shop.publish(replace(SETTINGS, **settings))
    devices = Devices(shop.printer, shop.terminal, shop.drawer)
    with opened_session(
        shop.folder, clock=shop.clock, randomness=random.Random(1), service=line, devices=devices
    ) as session:
        assert session.settings is not None
        yield line, session


@pytest.mark.parametrize("seconds", ["2", "7.5"])
def test_a_call_takes_no_longer_than_the_store_says(shop: Shop, seconds: str) -> None:
    with on_line(shop, real_time_seconds=Decimal(seconds)) as (line, session):
        session.real_time.find_customers("berg")

    assert line.seconds == [float(seconds)]


@pytest.mark.parametrize(("seconds", "asks"), [("10", False), ("0", True)])
def test_a_line_that_was_silent_is_left_alone_for_as_long_as_the_store_says(
    shop: Shop, seconds: str, asks: bool
) -> None:
    with on_line(shop, reconnect_seconds=Decimal(seconds)) as (line, session):
        line.state = "offline"
        with pytest.raises(HeadquartersSilent):
            session.real_time.find_customers("berg")

        assert session.real_time.may_ask() is asks


@pytest.mark.parametrize("advanced", [True, False])
def test_the_register_switches_as_its_store_says_now(shop: Shop, advanced: bool) -> None:
    with on_line(shop, advanced_offline=advanced, reconnect_seconds=Decimal(10)) as (_, session):
        with pytest.raises(HeadquartersSilent, match="cannot be read"):
            session.real_time.order("1")
        assert session.real_time.may_ask() is not advanced

        shop.publish(replace(SETTINGS, advanced_offline=not advanced, reconnect_seconds=Decimal(10)))
        assert session.settings is not None
        session.real_time.is_back()
        with pytest.raises(HeadquartersSilent, match="cannot be read"):
            session.real_time.order("1")
        assert session.real_time.may_ask() is advanced


def test_new_settings_hold_from_the_next_call(register: Register, shop: Shop) -> None:
    register.do("customer.set", id=ANNA)
    register.do("product.add", number="A")
    register.do("order.pick_up_all")
    assert register.cart["due_minor"] == 1000

    shop.publish(replace(SETTINGS, deposit_percent=Decimal(20)))

    assert register.cart["due_minor"] == 2000
