"""Every scenario file is played through the real processes: the project's own, and the shared ones where they lie."""

from pathlib import Path

import pytest

from rehearsal.runner import FileResult, play_file

HERE = Path(__file__).parent
OWN = sorted(HERE.rglob("*.yaml"))

SHARED = (
    "deposits/a-deposit-can-round-to-nothing",
    "deposits/an-override-sets-what-is-due",
    "deposits/business-customers-pay-nothing-in-advance",
    "deposits/tax-counts-in-the-deposit",
    "deposits/a-cashier-may-take-the-whole-amount",
    "orders/a-pickup-order-asks-for-ten-percent",
    "orders/carry-out-all-makes-it-a-sale",
    "customers/a-lost-reply-makes-no-second-customer",
    "customers/an-hq-error-makes-the-customer-pending",
    "customers/an-order-brings-its-customer-along",
    "customers/async-customers-wait-for-three-jobs",
    "customers/the-shared-data-filter-forbids-offline-customers",
    "sync/a-lost-reply-makes-no-second-order",
    "sync/a-slow-hq-does-not-hold-the-cashier",
    "sync/an-offline-order-reaches-hq-once",
    "sync/async-orders-never-ask-first",
    "sync/the-agent-dies-while-sending",
    "sync/the-register-dies-with-an-open-cart",
    "sync/when-hq-fails-the-order-goes-on",
)
NOT_BUILT = ("pickup/the-deposit-follows-the-goods", "charges/typed-charges-are-not-recalculated-away")


def play(path: Path) -> FileResult:
    return play_file(path, print)  # pytest shows the lines of what failed


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_own_scenario_passes(path: Path) -> None:
    result = play(path)

    assert result.passed, result.words


@pytest.mark.shared
@pytest.mark.parametrize("name", SHARED)
def test_shared_scenario_passes(shared: Path, name: str) -> None:
    result = play(shared / "scenarios" / f"{name}.yaml")

    assert result.passed, result.words


@pytest.mark.shared
@pytest.mark.parametrize("name", NOT_BUILT)
def test_what_is_not_built_fails_and_says_so(shared: Path, name: str) -> None:
    result = play(shared / "scenarios" / f"{name}.yaml")

    assert not result.passed
    assert "not built yet" in result.words
