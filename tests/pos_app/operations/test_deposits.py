"""Deposits: stated by who may, raised to the whole by anybody, and the rest arranged."""

import pytest

from tests.fixtures.fix_register import ANNA, FIRM, PINS, Register


@pytest.fixture(autouse=True)
def an_order(register: Register) -> None:
    register.do("customer.set", id=ANNA)
    register.do("product.add", number="A", quantity="2")
    register.do("order.pick_up_all")


def override(amount: str = "50.00", reason: str = "Other") -> dict[str, object]:
    return {"amount": amount, "reason": reason}


def test_an_override_needs_the_approval_of_someone_else(register: Register) -> None:
    needs = register.needs_approval("deposit.override", **override())
    assert needs.permission == "deposit_override"

    register.do("deposit.override", approved_by="manager", **override())

    assert (register.cart["deposit_minor"], register.cart["due_minor"]) == (5000, 5000)
    kinds = register.kinds()
    assert kinds[-2:] == ["deposit.override", "approval"]
    approved = list(register.session.journal.entries())[-1]
    assert approved.user == "cashier"
    assert '"approved_by":"manager"' in approved.text
    assert PINS["manager"] not in approved.text


def test_an_approval_counts_for_one_call_only(register: Register) -> None:
    register.do("deposit.override", approved_by="manager", **override())

    register.needs_approval("deposit.override", **override("60"))


def test_who_asks_cannot_approve_and_who_lacks_the_right_neither(register: Register) -> None:
    assert "own request" in register.refused("deposit.override", approved_by="cashier", **override())
    assert "may not approve" in register.refused("deposit.override", approved_by="kari", **override())


def test_who_has_the_right_needs_nobody(register: Register) -> None:
    register.do("user.sign_in", user="manager", pin=PINS["manager"])

    register.do("deposit.override", **override())

    cart = register.session.cart
    assert cart is not None
    assert cart.terms is not None
    assert cart.terms.override is not None
    assert cart.terms.override.approved_by == "manager"
    assert "approval" not in register.kinds()


def test_amount_and_reason_are_asked_before_anybody_is_called(register: Register) -> None:
    assert register.asks("deposit.override") == ["amount", "reason"]
    assert register.asks("deposit.override", amount="50") == ["reason"]


@pytest.mark.parametrize(
    ("params", "words"),
    [
        (override("200.01"), "cannot be more"),
        (override("-1"), "cannot be negative"),
        (override("much"), "not an amount"),
        (override("50", "Because"), "not one of the choices"),
    ],
)
def test_a_wrong_override_is_refused_before_anybody_is_called(
    register: Register, params: dict[str, object], words: str
) -> None:
    assert words in register.refused("deposit.override", **params)


def test_an_override_below_the_carried_out_goods_is_refused(register: Register) -> None:
    register.do("product.add", number="B")
    register.do("order.carry_out_selected", lines=[2])

    assert "carried out cost 40.00" in register.refused(
        "deposit.override", approved_by="manager", **override("39")
    )


def test_a_plain_sale_has_no_deposit(register: Register) -> None:
    register.do("order.carry_out_all")

    assert "plain sale" in register.refused("deposit.override", **override())
    assert "plain sale" in register.refused("deposit.pay_in_full")
    assert "plain sale" in register.refused("order.balance", arrangement="pay_at_pickup")


def test_pay_in_full_needs_no_right(register: Register) -> None:
    register.do("deposit.pay_in_full")

    assert (register.cart["deposit_minor"], register.cart["balance_minor"]) == (20000, 0)


def test_the_rest_is_paid_at_pickup(register: Register) -> None:
    assert "not one of the choices" in register.refused("order.balance", arrangement="tomorrow")
    assert register.asks("order.balance") == ["arrangement"]

    register.do("order.balance", arrangement="pay_at_pickup")

    register.do("deposit.pay_in_full")
    assert "Nothing is left" in register.refused("order.balance", arrangement="pay_at_pickup")


def test_shipped_goods_are_not_paid_at_pickup(register: Register) -> None:
    register.do("order.ship_all")

    assert "not paid at pickup" in register.refused("order.balance", arrangement="pay_at_pickup")


def test_business_customers_pay_nothing_in_advance(register: Register) -> None:
    register.do("customer.set", id=FIRM)

    assert register.cart["deposit_minor"] == 0
