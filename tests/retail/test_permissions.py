"""Who may do what, who may approve it, and how PINs are guarded."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from retail.errors import RuleBroken
from retail.limit_words import line_discount_limit, price_limit, return_limit, total_discount_limit
from retail.messages import Message, say
from retail.permissions import (
    Direction,
    OwnLimit,
    Right,
    RoleLimit,
    check_approver,
    check_pin,
    locked_until,
    rights_of,
)
from retail.wire.feeds import OwnLimits
from tests.retail.shop import NOW

MANAGERS_ONLY = {
    "discount",
    "deposit_override",
    "price_override",
    "charge_override",
    "cancellation_charge",
    "shipping_refund",
    "card_unpaid",
    "open_drawer",
    "blind_return",
    "return_limit",
    "refund_tender",
    "log_bundle",
    "blind_close",
    "cash_removal",
}


def test_managers_have_what_cashiers_have_and_the_overrides() -> None:
    assert rights_of("manager", {}) - rights_of("cashier", {}) == MANAGERS_ONLY
    assert rights_of("manager", {}) == set(Right) - {Right.UNLOCK_PRICE}


def test_a_persons_exceptions_come_on_top_of_the_role() -> None:
    lead = rights_of("cashier", {"deposit_override": True, "edit_order": False})

    assert Right.DEPOSIT_OVERRIDE in lead
    assert Right.EDIT_ORDER not in lead


@pytest.mark.parametrize(("role", "right"), [("owner", "edit_order"), ("cashier", "fly")])
def test_unknown_roles_and_rights_are_errors(role: str, right: str) -> None:
    with pytest.raises(ValueError, match="is not a valid"):
        rights_of(role, {right: True})


def test_someone_else_with_the_right_may_approve() -> None:
    check_approver("cashier", "manager", rights_of("manager", {}), Right.DEPOSIT_OVERRIDE)


@pytest.mark.parametrize(
    ("approver", "role", "words"),
    [
        ("cashier", "manager", "cashier cannot approve an own request. Ask someone else."),
        ("lina", "cashier", "lina may not approve this. Ask a manager."),
    ],
)
def test_an_approval_that_does_not_count_is_refused(approver: str, role: str, words: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        check_approver("cashier", approver, rights_of(role, {}), Right.DEPOSIT_OVERRIDE)

    assert str(refused.value) == words


def test_a_limit_of_ones_own_that_reaches_stands_in_for_the_right() -> None:
    check_approver("cashier", "lina", (), Right.DISCOUNT, OwnLimit())

    with pytest.raises(RuleBroken, match="cannot approve an own request"):
        check_approver("lina", "lina", (), Right.DISCOUNT, OwnLimit())


def test_a_limit_that_does_not_reach_is_named_and_so_is_the_right_that_is_missing() -> None:
    short = OwnLimit(say("{percent} % off", percent=10))
    check_approver("cashier", "manager", (Right.DISCOUNT,), Right.DISCOUNT, short)

    with pytest.raises(RuleBroken) as refused:
        check_approver("cashier", "lina", (), Right.DISCOUNT, short)

    assert str(refused.value) == (
        "lina may not approve this: they lack the right to go above their own limit, which is 10 % off. "
        "Ask a manager, or somebody whose limit is higher."
    )


LIMIT = RoleLimit(
    "lead", Decimal(15), Decimal(10), Decimal(5), return_line_minor=1000, return_total_minor=2000,
    blind_return_minor=300, line_discount_minor=400,
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (price_limit(LIMIT), "15 % of the list price"),
        (price_limit(replace(LIMIT, price_override_direction=Direction.LOWER)), "15 % below the list price"),
        (price_limit(replace(LIMIT, price_override_direction=Direction.HIGHER)), "15 % above the list price"),
        (line_discount_limit(LIMIT, "USD"), "10 % off and 4.00"),
        (total_discount_limit(LIMIT, "USD"), "5 % off"),
        (return_limit(LIMIT, "USD"), "10.00 of one line, 20.00 of a return, 3.00 without a receipt"),
        (return_limit(RoleLimit("lead", return_line_minor=50), "USD"), "0.50 of one line"),
        (return_limit(RoleLimit("lead", return_total_minor=50), "USD"), "0.50 of a return"),
    ],
)
def test_limits_are_said_in_words(words: Message, said: str) -> None:
    assert str(words) == said


@pytest.mark.parametrize("pin", ["1234", "123456", "12345678"])
def test_a_pin_has_four_to_eight_digits(pin: str) -> None:
    assert check_pin(pin) == pin


@pytest.mark.parametrize("pin", ["", "123", "123456789", "12a4", "12 4", "\u0661\u0662\u0663\u0664", "-123"])
def test_any_other_pin_is_refused(pin: str) -> None:
    with pytest.raises(RuleBroken, match="A PIN has 4 to 8 digits"):
        check_pin(pin)


@pytest.mark.parametrize(
    ("failures", "seconds"), [(3, 60), (4, 120), (5, 240), (13, 61_440), (14, 86_400), (10_000, 86_400)]
)
def test_the_third_failure_locks_and_each_further_one_doubles(failures: int, seconds: int) -> None:
    assert locked_until(failures, NOW) == NOW + timedelta(seconds=seconds)


@pytest.mark.parametrize("failures", [0, 1, 2])
def test_two_failures_lock_nobody(failures: int) -> None:
    assert locked_until(failures, NOW) is None


def test_a_limit_keeps_a_discount_within_its_percentage_and_its_amount() -> None:
    limit = RoleLimit("cashier", line_discount_percent=Decimal(10), total_discount_percent=Decimal(5))
    small = replace(limit, line_discount_minor=500, total_discount_minor=300)

    assert limit.allows_line_discount(1000, 10_000)
    assert not limit.allows_line_discount(1001, 10_000)
    assert not small.allows_line_discount(501, 10_000)
    assert limit.allows_total_discount(500, 10_000)
    assert not limit.allows_total_discount(501, 10_000)
    assert not small.allows_total_discount(301, 10_000)


@pytest.mark.parametrize(
    ("direction", "higher", "lower"),
    [(Direction.BOTH, True, True), (Direction.HIGHER, True, False), (Direction.LOWER, False, True)],
)
def test_another_price_goes_the_way_that_is_allowed(direction: Direction, higher: bool, lower: bool) -> None:
    limit = RoleLimit("cashier", price_override_percent=Decimal(10), price_override_direction=direction)

    assert (limit.allows_price(100, 110), limit.allows_price(100, 90)) == (higher, lower)
    assert not limit.allows_price(100, 111)


def test_a_person_may_have_limits_of_their_own() -> None:
    limit = RoleLimit("cashier", line_discount_percent=Decimal(10))

    own = OwnLimits.of({"line_discount_percent": "20", "total_discount_minor": 300}).of_role(limit)

    assert own == replace(limit, line_discount_percent=Decimal(20), total_discount_minor=300)
    assert OwnLimits.of({}).of_role(limit) == limit


def test_a_store_may_want_longer_pins() -> None:
    assert check_pin("123456", least=6) == "123456"
    with pytest.raises(RuleBroken, match="PINs have at least 6 digits in this store"):
        check_pin("12345", least=6)
