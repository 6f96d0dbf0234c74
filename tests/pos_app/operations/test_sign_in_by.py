"""Signing in by a badge or a staff card, with the PIN or alone, as the store says; and how long a PIN has to be."""

from dataclasses import replace
from typing import Any

import pytest

from pos_app.operations.registry import Done
from retail.settings import BadgeSignIn
from retail.staff_cards import card_mark
from tests.fixtures.fix_register import (
    DEVICE,
    PINS,
    SETTINGS,
    Register,
    Shop,
    at_work,
    desk_of,
    staff_row,
)

SHOE = "4006381333931"


def badge(register: Register, code: str = "STAFF-kari") -> Any:
    return register.ask("user.badge", code=code)


def test_a_badge_alone_signs_in_and_unlocks_where_the_store_takes_it_for_a_pin(shop: Shop) -> None:
    register = at_work(shop, badge_sign_in=BadgeSignIn.ALONE)
    assert isinstance(badge(register), Done)
    assert register.session.user is not None
    assert register.session.user.user == "kari"
    register.do("register.lock")
    assert "kari locked" in register.refused("user.badge", code="STAFF-cashier").lower()
    assert isinstance(badge(register), Done)
    assert not register.session.is_locked
    assert "nobody's" in register.refused("user.badge", code="STAFF-gone")
    assert "nobody's" in register.refused("user.badge", code="STAFF-unknown")
    assert "signs nobody in" in register.refused("user.badge", code=SHOE)


@pytest.mark.parametrize("said", [BadgeSignIn.WITH_PIN, BadgeSignIn.OFF])
def test_a_badge_alone_signs_nobody_in_elsewhere(shop: Shop, said: BadgeSignIn) -> None:
    register = at_work(shop, badge_sign_in=said)

    assert "signs nobody in here" in register.refused("user.badge", code="STAFF-kari")


CARD = "20001234"


def with_cards(shop: Shop, said: BadgeSignIn, badge: BadgeSignIn = BadgeSignIn.WITH_PIN) -> Register:
    """A register at which Kari has a staff card, as headquarters keeps it, and somebody who left has another."""
    mark = {
        "kari": card_mark(DEVICE.device_secret, CARD),
        "gone": card_mark(DEVICE.device_secret, "20005678"),
    }
    people = {each: staff_row(each) | {"card": mark.get(each, "")} for each in PINS}
    shop.publish(replace(SETTINGS, card_sign_in=said, badge_sign_in=badge), staff=people)
    return at_work(shop)


@pytest.mark.parametrize("read", [CARD, f";{CARD}=99121010000?", f"%B{CARD}^MOE/KARI^9912?"])
def test_a_staff_card_alone_signs_in_where_the_store_takes_it_for_a_pin(shop: Shop, read: str) -> None:
    register = with_cards(shop, BadgeSignIn.ALONE)
    assert isinstance(badge(register, read), Done)
    assert register.session.user is not None
    assert register.session.user.user == "kari"
    register.do("register.lock")
    assert isinstance(badge(register, read), Done)
    assert not register.session.is_locked

    kept = [entry.text for entry in register.session.journal.entries()]
    assert any('"card":true' in each.replace(" ", "") for each in kept)
    assert not any(CARD in each for each in kept)
    assert "signs nobody in here" in register.refused("user.badge", code="STAFF-kari")


def test_a_card_of_nobody_or_of_somebody_who_left_signs_nobody_in(shop: Shop) -> None:
    register = with_cards(shop, BadgeSignIn.ALONE)

    for code, words in (("20009999", "This card is nobody's"), ("20005678", "nobody's"), ("1", "No staff card has"),
                        (";4111111111111111=99?", "number of a payment card")):  # fmt: skip
        refused = register.refused("user.badge", code=code)
        assert words in refused
        assert "4111" not in refused


def test_a_card_that_two_people_share_signs_neither_of_them_in(shop: Shop) -> None:
    mark = {"card": card_mark(DEVICE.device_secret, CARD)}
    people = {each: staff_row(each) | mark for each in PINS}
    shop.publish(replace(SETTINGS, card_sign_in=BadgeSignIn.ALONE), staff=people)

    assert "nobody's who may sign in" in at_work(shop).refused("user.badge", code=CARD)


@pytest.mark.parametrize("said", [BadgeSignIn.WITH_PIN, BadgeSignIn.OFF])
def test_a_staff_card_alone_signs_nobody_in_elsewhere(shop: Shop, said: BadgeSignIn) -> None:
    register = with_cards(shop, said, badge=BadgeSignIn.ALONE)

    assert "signs nobody in here" in register.refused("user.badge", code=CARD)
    register.do("user.badge", code="STAFF-kari")


@pytest.mark.parametrize(("said", "user"), [
    (BadgeSignIn.WITH_PIN, "kari"), (BadgeSignIn.ALONE, "kari"), (BadgeSignIn.OFF, ""),
])  # fmt: skip
def test_a_staff_card_says_who_approves_unless_the_store_has_no_cards(
    shop: Shop, said: BadgeSignIn, user: str
) -> None:
    desk = desk_of(with_cards(shop, said))

    assert desk.badge_user(f";{CARD}=99?") == user
    assert desk.badge_user("20005678") == ""
    assert desk.badge_user("20009999") == ""


def test_a_pin_that_is_too_short_for_the_store_lets_nobody_in(shop: Shop) -> None:
    register = at_work(shop)
    shop.publish(replace(SETTINGS, pin_length_min=7))

    words = register.refused("user.sign_in", user="kari", pin=PINS["kari"])

    assert "at least 7 digits" in words
