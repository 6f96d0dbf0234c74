"""What headquarters says of whoever is at work holds from their next step on, without signing in again."""

from collections.abc import Mapping
from typing import Any

from pos_app.operations.registry import Refused
from retail.permissions import Right
from tests.fixtures.fix_register import PINS, SETTINGS, Register, Shop, at_work, desk_of, staff_row


def say(shop: Shop, **of_cashier: Any) -> None:
    """Have headquarters say this of the cashier."""
    people: dict[str, Mapping[str, Any]] = {user: staff_row(user) for user in PINS}
    shop.publish(SETTINGS, staff=people | {"cashier": staff_row("cashier") | of_cashier})


def test_a_right_that_is_given_or_taken_holds_at_once(shop: Shop, register: Register) -> None:
    register.do("product.add", number="A")
    register.needs_approval("line.price_override", price="90", reason="Other")

    say(shop, rights=[Right.PRICE_OVERRIDE])

    register.do("line.price_override", price="90", reason="Other")
    register.needs_approval("transaction.void")
    say(shop, limits={"price_override_percent": "10"}, rights=[])
    register.do("line.price_override", price="91", reason="Other")


def test_who_works_here_no_longer_is_signed_off_and_the_sale_stays(shop: Shop, register: Register) -> None:
    register.do("product.add", number="A")
    for gone in ({"active": False}, {"store": "SEATTLE"}):
        say(shop, **gone)

        outcome = register.ask("product.add", number="A")
        assert isinstance(outcome, Refused)
        assert "Cashier does not work here any more" in str(outcome.message)
        assert register.session.user is None
        assert "Sign in first" in register.refused("product.add", number="A")
        assert register.kinds()[-1] == "user.sign_off"
        register.do("user.sign_in", user="manager", pin=PINS["manager"])
        assert len(register.cart["lines"]) == 1
        say(shop)
        register.do("user.sign_in", user="cashier", pin=PINS["cashier"])


def test_somebody_else_signs_in_in_the_same_moment(shop: Shop, register: Register) -> None:
    say(shop, active=False)

    register.do("user.sign_in", user="manager", pin=PINS["manager"])

    assert register.session.user is not None
    assert register.session.user.user == "manager"


def test_the_window_shows_it_without_a_step(shop: Shop) -> None:
    desk = desk_of(at_work(shop))
    say(shop, rights=[])
    assert desk.tick() is not None
    assert desk._session.user is not None
    assert desk._session.user.rights == ()

    say(shop, active=False)
    view = desk.tick()

    assert view is not None
    assert view.strip is not None
    assert "does not work here any more" in view.strip.text
    assert desk._session.user is None
