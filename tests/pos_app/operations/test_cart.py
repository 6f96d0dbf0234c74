"""Undo and redo: through the dispatcher's commit, in the journal, and refused in words."""

import json

import pytest

from tests.fixtures.fix_register import ANNA, Register, Shop, at_work


def active(register: Register) -> list[tuple[str, int]]:
    return [
        (line["product"], line["quantity_thousandths"])
        for line in register.cart["lines"]
        if not line["voided"]
    ]


def kept(register: Register) -> object:
    """The open cart as the file has it."""
    return register.session.journal.open_cart()


def test_a_struck_line_comes_back_and_the_file_has_it(register: Register) -> None:
    for number in ("A", "B"):
        register.do("product.add", number=number)
    register.do("line.void", line=1)

    assert str(register.do("cart.undo").message) == "Undone: Void line."

    assert active(register) == [("A", 1000), ("B", 1000)]
    assert kept(register) == register.session.cart


def test_several_steps_go_back_to_the_beginning_and_forward_again(register: Register) -> None:
    register.do("product.add", number="A")
    register.do("line.quantity", quantity="3")
    register.do("customer.set", id=ANNA)

    for _ in range(3):
        register.do("cart.undo")
    assert register.session.cart is None
    assert kept(register) is None

    for _ in range(3):
        register.do("cart.redo")
    assert active(register) == [("A", 3000)]
    assert register.cart["customer"] is not None
    assert kept(register) == register.session.cart


def test_the_journal_says_what_was_undone_and_what_was_in_the_cart(register: Register) -> None:
    register.do("product.add", number="A")
    register.do("product.add", number="B")
    register.do("cart.undo")

    entry = list(register.session.journal.entries())[-1]

    assert (entry.kind, entry.user) == ("cart.undo", "cashier")
    facts = json.loads(entry.text)
    assert facts["operation"] == "product.add"
    assert facts["lines_before"] == [["A", 1000, 10000]]
    assert facts["lines_after"] == [["A", 1000, 10000], ["B", 1000, 4000]]


def test_with_nothing_done_there_is_nothing_to_undo_or_redo(register: Register) -> None:
    assert (
        register.refused("cart.undo")
        == "There is nothing to undo. Only changes of the open sale can be undone."
    )
    register.do("product.add", number="A")
    assert register.refused("cart.redo") == "There is nothing to redo. Undo something first."


def test_a_new_change_leaves_nothing_to_redo(register: Register) -> None:
    register.do("product.add", number="A")
    register.do("product.add", number="B")
    register.do("cart.undo")
    register.do("line.quantity", quantity="2")

    assert "nothing to redo" in register.refused("cart.redo")


def test_after_a_payment_nothing_can_be_undone(register: Register) -> None:
    register.do("product.add", number="A")
    register.do("tender.cash", amount="10")

    assert register.refused("cart.undo").startswith("A payment was taken")
    assert register.refused("cart.redo").startswith("A payment was taken")


def test_a_concluded_sale_stays_concluded(register: Register) -> None:
    register.do("product.add", number="A")
    register.do("tender.cash")
    register.do("transaction.conclude")

    assert "nothing to undo" in register.refused("cart.undo")


def test_a_sale_taken_up_after_a_restart_is_not_undone_away(shop: Shop) -> None:
    at_work(shop).do("product.add", number="A")

    again = shop.open()
    again.do("user.sign_in", user="cashier", pin="270431")

    assert "nothing to undo" in again.refused("cart.undo")
    assert active(again) == [("A", 1000)]


def test_a_selection_between_does_not_stand_in_the_way(register: Register) -> None:
    register.do("product.add", number="A")
    register.do("product.add", number="B")
    register.do("line.void", line=2)
    register.do("line.select", lines=[1])

    register.do("cart.undo")

    assert active(register) == [("A", 1000), ("B", 1000)]


def test_what_was_approved_is_undone_but_not_made_again_without_approval(register: Register) -> None:
    register.do("product.add", number="A")
    register.do("customer.set", id=ANNA)
    register.do("order.pick_up_all")
    register.do("deposit.override", amount="5", reason="Other", approved_by="manager")
    register.do("cart.undo")

    assert register.cart["due_minor"] == 1000
    assert "nothing to redo" in register.refused("cart.redo")


@pytest.mark.parametrize("operation", ["cart.undo", "cart.redo"])
def test_a_locked_register_undoes_nothing(register: Register, operation: str) -> None:
    register.do("product.add", number="A")
    register.do("register.lock")

    assert "locked" in register.refused(operation)
