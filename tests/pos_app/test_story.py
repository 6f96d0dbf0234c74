"""The register from sign-in to a concluded order, through its real files."""

from tests.fixtures.fix_register import ANNA, Register


def test_an_order_is_made_and_gets_its_number(register: Register) -> None:
    register.do("customer.set", id=ANNA)
    register.do("product.add", code="4006381333931", quantity="2")
    register.do("order.pick_up_all", store="HOUSTON", date="2026-11-23")
    assert register.cart["kind"] == "order"
    assert register.cart["due_minor"] == 2000
    register.do("tender.cash")
    register.do("order.balance", arrangement="pay_at_pickup")

    done = register.do("transaction.conclude")

    assert done.values["number"] == "1001"
    assert done.values["confirmation_number"] == "L-HOUSTON-1-00001"
    assert register.cart["empty"] is True
    assert register.session.journal.waiting().count == 0
