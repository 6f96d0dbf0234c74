"""Further payments on an order at the register: when, how much, how they travel, and what is refused."""

from dataclasses import replace

import pytest

from tests.fixtures.fix_register import Register, Shop, at_work
from tests.pos_app.operations.orders import conclude, ordered, pay, shown, state


def test_a_payment_is_opened_tendered_and_concluded_with_a_receipt_of_its_own(register: Register) -> None:
    order = ordered(register)

    done = register.do("order.pay", id=order, amount="50")
    assert str(done.message) == "Payment on order 1001: 50.00 is due."
    assert (register.cart["kind"], register.cart["total_minor"]) == ("payment", 0)
    assert "An order is being paid" in register.refused("product.add", number="A")
    assert "not being changed here" in register.refused("deposit.pay_in_full")
    assert "on the customer's account" in register.refused("tender.customer_account", approved_by="manager")
    register.do("tender.cash", amount="60")
    concluded = register.do("transaction.conclude")

    assert (
        str(concluded.message) == "Change 10.00 – L-HOUSTON-1-00001: payment taken, receipt HOUSTON-1-000002."
    )
    assert (shown(register, order)["paid_minor"], shown(register, order)["balance_minor"]) == (6400, 7600)
    assert [(each.type, each.settled_minor, each.is_deposit) for each in state(register, order).payments] == [
        ("cash", 1400, True), ("cash", 5000, True),
    ]  # fmt: skip
    document = register.session.journal.last_transaction()
    assert document is not None
    assert (document.type, document.paid_minor) == ("payment", 5000)


def test_without_an_amount_all_that_is_left_is_asked_for_and_the_pickup_is_free(register: Register) -> None:
    order = ordered(register)
    register.do("order.pay", id=order)
    assert register.cart["due_minor"] == 12_600
    conclude(register)

    assert "All of this order is paid" in register.refused("order.pay", id=order)
    register.do("order.pick_up", id=order)
    assert register.cart["due_minor"] == 0


@pytest.mark.parametrize("amount", ["0", "-1", "126.01"])
def test_an_amount_that_cannot_be_is_refused(register: Register, amount: str) -> None:
    order = ordered(register)

    assert "126.00 or less" in register.refused("order.pay", id=order, amount=amount)


def test_nothing_is_concluded_before_the_payment_is_there(register: Register) -> None:
    order = ordered(register)
    register.do("order.pay", id=order, amount="50")

    assert "50.00 is still due" in register.refused("transaction.conclude")
    register.do("transaction.void")
    assert shown(register, order)["paid_minor"] == 1400


def test_offline_a_known_order_is_paid_only_where_the_store_says_so(shop: Shop) -> None:
    register = at_work(shop)
    order = ordered(register)
    shop.line.state = "offline"
    assert "Headquarters does not answer" in register.refused("order.pay", id=order)

    register = at_work(shop, offline_order_actions=True)
    register.do("order.pay", id=order, amount="50")
    pay(register)
    register.do("transaction.conclude")

    assert shown(register, order)["paid_minor"] == 6400


def test_an_order_that_waits_is_paid_behind_its_document(shop: Shop) -> None:
    shop.line.state = "offline"
    register = at_work(shop, async_orders=True)
    order = ordered(register)

    register.do("order.pay", id=order, amount="50")
    pay(register)
    register.do("transaction.conclude")

    assert shown(register, order)["paid_minor"] == 6400
    assert register.session.journal.waiting().count == 2


def test_a_quote_takes_no_payment(register: Register) -> None:
    from_quote = "A quote takes no money. Make it an order first."
    register.do("customer.set", id="00000001-0000-7000-8000-000000000001")
    register.do("product.add", number="A")
    register.do("order.pick_up_all")
    register.do("quote.create")
    quote = str(register.do("transaction.conclude").values["order"])

    assert from_quote in register.refused("order.pay", id=quote)


def test_what_headquarters_made_cheaper_gives_back_what_was_paid_too_much(register: Register) -> None:
    order = ordered(register)
    register.do("order.pay", id=order)
    conclude(register)
    register.line.books.change(
        order, lambda known: replace(known, total_minor=10_000, acts=(*known.acts, "edited"))
    )

    done = register.do("order.pay", id=order)
    assert str(done.message) == "More was paid on order 1001 than it comes to: 40.00 goes back."
    assert "is owed to the customer" in register.refused("transaction.conclude")
    register.do("tender.refund_cash")
    concluded = register.do("transaction.conclude")

    assert str(concluded.message) == "L-HOUSTON-1-00001: 40.00 given back, receipt HOUSTON-1-000003."
    assert shown(register, order)["paid_minor"] == 10_000
