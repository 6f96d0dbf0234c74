"""Who is at the register: sign-in by PIN, lock, and the sale that stays whatever happens."""

import pytest

from tests.fixtures.fix_register import PINS, Register, Shop


def test_a_person_signs_in_by_pin(shop: Shop) -> None:
    register = shop.open()

    done = register.do("user.sign_in", user="cashier", pin=PINS["cashier"])

    assert str(done.message) == "Welcome, Cashier."
    assert register.kinds() == ["user.sign_in"]


def test_user_and_pin_are_asked_for(shop: Shop) -> None:
    assert shop.open().asks("user.sign_in") == ["user", "pin"]


def test_somebody_else_signs_in_over_the_open_sale(register: Register) -> None:
    register.do("product.add", number="A")

    register.do("user.sign_in", user="kari", pin=PINS["kari"])

    assert register.kinds()[-2:] == ["user.sign_off", "user.sign_in"]
    assert register.cart["total_minor"] == 10000


def test_signing_off_is_always_allowed_and_keeps_the_sale(register: Register) -> None:
    register.do("product.add", number="A")

    register.do("user.sign_off")

    assert "Nobody" in register.refused("user.sign_off")
    assert "Sign in first" in register.refused("product.add", number="A")
    assert register.cart["total_minor"] == 10000


def test_a_locked_register_waits_for_the_one_who_locked_it(register: Register) -> None:
    assert "not locked" in register.refused("register.unlock", user="cashier", pin=PINS["cashier"])
    register.do("register.lock")
    assert "locked" in register.refused("product.add", number="A")
    assert "Cashier locked" in register.refused("register.unlock", user="kari", pin=PINS["kari"])

    register.do("register.unlock", user="cashier", pin=PINS["cashier"])

    register.do("product.add", number="A")
    assert register.kinds().count("register.unlock") == 1


def test_somebody_else_takes_a_locked_register_over(register: Register) -> None:
    register.do("register.lock")

    register.do("user.sign_in", user="kari", pin=PINS["kari"])

    register.do("product.add", number="A")


@pytest.mark.parametrize("pin", ["", "12", "123456789", "12a4", "١٢٣٤"])
def test_a_malformed_pin_is_refused(shop: Shop, pin: str) -> None:
    register = shop.open()

    if pin:
        assert "4 to 8 digits" in register.refused("user.sign_in", user="cashier", pin=pin)
    else:
        assert register.asks("user.sign_in", user="cashier", pin=pin) == ["pin"]


def test_a_shift_is_opened_once(register: Register) -> None:
    assert "open already" in register.refused("shift.open", start="10")


def test_a_shift_starts_with_what_was_counted(shop: Shop) -> None:
    register = shop.open()
    assert "Sign in" in register.refused("shift.open")
    register.do("user.sign_in", user="cashier", pin=PINS["cashier"])
    assert "cannot be a start amount" in register.refused("shift.open", start="-1")

    register.do("shift.open", start="100")

    assert register.session.shift is not None
    assert (register.session.shift.start_minor, register.session.shift.opened_by) == (10000, "cashier")
    assert register.kinds()[-1] == "shift.open"


def test_syncing_asks_the_agent_where_the_register_runs_it(register: Register) -> None:
    assert "not run by this register" in register.refused("sync.now")
    asked: list[int] = []
    register.session.ask_agent = lambda: asked.append(1)

    register.do("sync.now")

    assert asked == [1]
