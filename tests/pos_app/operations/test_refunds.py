"""What is owed is given back, signs match, and a customer's account takes no deposit."""

import pytest

from tests.fixtures.fix_register import (
    ANNA,
    CASHIER_RIGHTS,
    PINS,
    SETTINGS,
    Register,
    Shop,
    at_work,
    staff_row,
)


@pytest.fixture(autouse=True)
def one_sock(register: Register) -> None:
    register.do("product.add", number="B")


def owed(register: Register) -> None:
    """A sale of a sock and a shoe, paid, and then without the shoe: 100.00 is to be paid back."""
    register.do("product.add", number="A")
    register.do("tender.cash")
    register.do("line.void", line=2)
    assert register.cart["due_minor"] == -10000


def test_what_is_owed_is_given_back_in_cash_or_to_a_card(register: Register, shop: Shop) -> None:
    owed(register)

    assert str(register.do("tender.refund_cash", amount="60").message) == "Hand back 60.00."
    assert str(register.do("tender.refund_card").message) == "40.00 goes back to the card."

    assert (register.cart["due_minor"], shop.terminal.money_minor) == (0, -4000)
    register.do("tender.void", number=3)
    assert shop.terminal.money_minor == 0
    assert str(register.do("tender.void", number=2).message) == "Refund removed. Take back 60.00."


def test_signs_must_match(register: Register) -> None:
    for operation in ("tender.refund_cash", "tender.refund_card"):
        assert "Nothing is to be paid back" in register.refused(operation, amount="1.00")
    owed(register)
    for operation in ("tender.cash", "tender.card"):
        assert "is to be paid back" in register.refused(operation, amount="1.00")
    for operation in ("tender.refund_cash", "tender.refund_card"):
        assert "Only 100.00 is to be paid back" in register.refused(operation, amount="100.01")


def test_a_deposit_is_not_paid_on_the_customers_account(register: Register) -> None:
    register.do("customer.set", id=ANNA)
    register.do("order.pick_up_all")

    words = register.refused("tender.customer_account", amount="10.00", approved_by="manager")

    assert words == "A deposit is not paid on the customer's account. Take cash or a card."


def test_an_account_pays_only_with_a_number_and_headquarters(register: Register, shop: Shop) -> None:
    assert "There is no customer" in register.refused("tender.customer_account")
    register.do("customer.set", id=ANNA)
    shop.line.state = "offline"
    assert "accounts are kept there" in register.refused("tender.customer_account")
    shop.line.state = "online"

    register.do("tender.customer_account")

    assert register.cart["due_minor"] == 0


def test_who_may_not_write_on_account_needs_an_approval(shop: Shop) -> None:
    few = tuple(right for right in CASHIER_RIGHTS if right != "customer_account")
    shop.publish(SETTINGS, staff={user: staff_row(user, few) for user in PINS})
    register = at_work(shop)
    register.do("product.add", number="B")
    register.do("customer.set", id=ANNA)

    register.needs_approval("tender.customer_account")

    register.do("tender.customer_account", approved_by="manager")
    assert register.cart["due_minor"] == 0


def test_a_customer_without_a_number_has_no_account(register: Register, shop: Shop) -> None:
    shop.line.state = "offline"
    register.do("customer.add", name="Ole Moe")

    assert "no account number yet" in register.refused("tender.customer_account")
