"""Who may do what, who may approve it, and how PINs are guarded."""

from datetime import timedelta

import pytest

from retail.errors import RuleBroken
from retail.permissions import Right, check_approver, check_pin, locked_until, rights_of
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
