"""The session: what a crash leaves is taken up again, exactly."""

from dataclasses import replace
from decimal import Decimal

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


def test_new_settings_hold_from_the_next_call(register: Register, shop: Shop) -> None:
    register.do("customer.set", id=ANNA)
    register.do("product.add", number="A")
    register.do("order.pick_up_all")
    assert register.cart["due_minor"] == 1000

    shop.publish(replace(SETTINGS, deposit_percent=Decimal(20)))

    assert register.cart["due_minor"] == 2000
