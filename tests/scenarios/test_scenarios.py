"""Every scenario file is played through the real processes: the project's own, and the shared ones where they lie."""

from pathlib import Path

import pytest

from rehearsal.children import Start
from rehearsal.runner import FileResult, as_data, play_file, play_files

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
    "orders/only-cash-gives-change",
    "orders/a-suspended-sale-comes-back-as-it-was",
    "orders/a-shipped-order-needs-a-card-for-the-rest",
    "deposits/carry-out-lines-are-paid-in-full",
    "deposits/no-deposit-on-the-customers-account",
    "deposits/the-card-covers-the-shipped-part",
    "permissions/the-shift-knows-its-cash",
    "pickup/a-stored-card-pays-what-it-may",
    "tax-rounding/cash-rounds-to-five-cents",
    "customers/a-lost-reply-makes-no-second-customer",
    "customers/a-pending-customer-is-not-edited",
    "customers/an-offline-customer-can-order-at-once",
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


def play(path: Path, start: Start) -> FileResult:
    return play_file(path, print, start=start)  # pytest shows the lines of what failed


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_own_scenario_passes(path: Path, start: Start) -> None:
    result = play(path, start)

    assert result.passed, result.words


@pytest.mark.shared
@pytest.mark.parametrize("name", SHARED)
def test_shared_scenario_passes(shared: Path, name: str, start: Start) -> None:
    result = play(shared / "scenarios" / f"{name}.yaml", start)

    assert result.passed, result.words


@pytest.mark.shared
@pytest.mark.parametrize("name", NOT_BUILT)
def test_what_is_not_built_fails_and_says_so(shared: Path, name: str, start: Start) -> None:
    result = play(shared / "scenarios" / f"{name}.yaml", start)

    assert not result.passed
    assert "not built yet" in result.words


@pytest.mark.parametrize(
    ("steps", "line", "words"),
    [
        (("scan: A", "expect: {total: 5.00, due: 5.01}"), 5, "due is 5.00, expected 5.01"),
        (("refused: {scan: A}",), 4, "was not refused"),
        (("scan: A", "conclude"), 5, "refused: "),
        (("refused: recalculate_charges",), 4, "not built yet: recalculate_charges"),
        (("expect_hq: {transactions: 1}",), 4, "transactions is 0, expected 1"),
        (("order: o1",), 4, "made no order"),
    ],
)
def test_a_step_that_does_not_hold_fails_its_file(
    tmp_path: Path, start: Start, steps: tuple[str, ...], line: int, words: str
) -> None:
    path = tmp_path / "wrong.yaml"
    listed = "".join(f"  - {step}\n" for step in (*steps, "scan: A"))
    path.write_text(f"scenario: Wrong\nproducts: {{A: {{price: 5.00}}}}\nsteps:\n{listed}")

    result = play(path, start)

    assert not result.passed
    assert (result.steps[-1].line, result.steps[-1].passed) == (line, False)
    assert words in result.words


def test_a_shop_that_needs_more_than_is_built_says_so(tmp_path: Path, start: Start) -> None:
    path = tmp_path / "promotion.yaml"
    path.write_text(
        "scenario: An offer\nproducts: {A: {price: 5.00}}\n"
        "promotions: {P1: {product: A, price: 4.00, ends: +1}}\nsteps: [{scan: A}]\n"
    )

    result = play(path, start)

    assert (result.passed, result.words) == (False, "not built yet: promotions")


def test_a_wrong_file_is_named_with_its_line_and_the_next_one_is_played(tmp_path: Path, start: Start) -> None:
    (tmp_path / "a.yaml").write_text("scenario: A\nsteps:\n  - scan: A\n")
    (tmp_path / "b.yaml").write_text("scenario: B\nsteps:\n  - expect: {empty: true}\n")
    told: list[str] = []

    results = play_files(sorted(tmp_path.glob("*.yaml")), told.append, start=start)

    assert [each.passed for each in results] == [False, True]
    assert results[0].words == "line 3: there is no product 'A' in this file"
    assert told[-1] == "1 passed, 1 failed"
    assert as_data(results)["files"][1]["steps"][0]["passed"] is True
