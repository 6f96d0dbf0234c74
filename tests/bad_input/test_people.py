"""PINs that are wrong, and approvals that do not count."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from tests.bad_input.counter import ANNA, PINS, SHOE, Counter, check_words

WRONG = "User or PIN is not right. Try again."


@pytest.fixture
def later(counter: Counter) -> Iterator[Counter]:
    """A counter whose clock is past every lock of the tests before, with the cashier back afterwards."""
    counter.stage.clock.move(timedelta(days=2))
    yield counter
    counter.stage.clock.move(timedelta(days=2))
    counter.do("user.sign_in", user="cashier", pin=PINS["cashier"])


@pytest.mark.parametrize(
    ("user", "pin", "words"),
    [
        ("cashier", "", "PIN"),
        ("cashier", "123", "A PIN has 4 to 8 digits. Type it again."),
        ("cashier", "123456789", "A PIN has 4 to 8 digits. Type it again."),
        ("cashier", "27043l", "A PIN has 4 to 8 digits. Type it again."),
        ("cashier", "٢٧٠٤٣١", "A PIN has 4 to 8 digits. Type it again."),
        ("nobody", "270431", WRONG),
        ("x" * 9_000, "270431", WRONG),
        ("cash\x00ier", "270431", WRONG),
    ],
)
def test_sign_in_that_cannot_be_leaves_who_is_there(later: Counter, user: str, pin: str, words: str) -> None:
    later.do("product.add", code=SHOE)

    answer = later.ask("user.sign_in", {"user": user, "pin": pin})

    assert answer["outcome"] in ("refused", "asks")
    assert answer["words"] == words
    assert later.finish()["receipt_number"]


def test_three_wrong_pins_lock_for_a_minute_also_over_a_restart(later: Counter) -> None:
    later.do("product.add", code=SHOE)
    assert [_try(later, "kari", "000000") for _ in range(3)] == [WRONG] * 3

    assert _try(later, "kari", PINS["kari"]) == "Too many wrong PINs. Try again in 60 s."
    later.stage.clock.move(timedelta(seconds=20))
    later.register.kill_core()
    assert _try(later, "kari", PINS["kari"]) == "Too many wrong PINs. Try again in 40 s."
    later.stage.clock.move(timedelta(seconds=39.5))
    assert _try(later, "kari", PINS["kari"]) == "Too many wrong PINs. Try again in 1 s."

    assert later.do("user.sign_in", user="manager", pin=PINS["manager"])["user"] == "manager"
    later.stage.clock.move(timedelta(seconds=0.5))
    assert later.do("user.sign_in", user="kari", pin=PINS["kari"])["user"] == "kari"
    assert later.finish()["receipt_number"]


def test_fourth_wrong_pin_locks_for_two_minutes_and_the_right_one_forgets_them(later: Counter) -> None:
    for _ in range(3):
        _try(later, "kari", "000000")
    later.stage.clock.move(timedelta(seconds=60))
    assert _try(later, "kari", "000000") == WRONG

    assert _try(later, "kari", PINS["kari"]) == "Too many wrong PINs. Try again in 120 s."

    later.stage.clock.move(timedelta(seconds=120))
    later.do("user.sign_in", user="kari", pin=PINS["kari"])
    assert [_try(later, "kari", "000000") for _ in range(2)] == [WRONG] * 2
    assert later.do("user.sign_in", user="kari", pin=PINS["kari"])["user"] == "kari"


@pytest.mark.parametrize(
    ("user", "pin", "words"),
    [
        ("cashier", PINS["cashier"], "cashier cannot approve an own request. Ask someone else."),
        ("kari", PINS["kari"], "kari may not approve this. Ask a manager."),
    ],
)
def test_approval_that_does_not_count_changes_nothing(
    counter: Counter, user: str, pin: str, words: str
) -> None:
    _begin_order(counter)

    assert counter.refused("deposit.override", (user, pin), amount="5.00", reason="Other") == words

    counter.do("deposit.override", ("manager", PINS["manager"]), amount="5.00", reason="Other")
    assert counter.view("cart")["deposit_minor"] == 500


def test_approval_with_a_wrong_pin_changes_nothing_and_is_counted(later: Counter) -> None:
    _begin_order(later)
    cart = later.view("cart")
    override = {"amount": "5.00", "reason": "Other"}

    tried = [later.ask("deposit.override", override, ("manager", "000000")) for _ in range(3)]
    locked = later.ask("deposit.override", override, ("manager", PINS["manager"]))

    assert [answer["words"] for answer in tried] == [WRONG] * 3
    assert (locked["outcome"], locked["words"]) == ("refused", "Too many wrong PINs. Try again in 60 s.")
    assert later.view("cart") == cart
    later.stage.clock.move(timedelta(seconds=60))
    later.do("deposit.override", ("manager", PINS["manager"]), **override)
    assert later.view("cart")["deposit_minor"] == 500


def _begin_order(counter: Counter) -> None:
    counter.do("customer.set", id=ANNA)
    counter.do("product.add", code=SHOE)
    counter.do("order.pick_up_all")


def _try(counter: Counter, user: str, pin: str) -> str:
    answer = counter.ask("user.sign_in", {"user": user, "pin": pin})
    assert answer["outcome"] == "refused", answer
    return check_words(answer["words"])
