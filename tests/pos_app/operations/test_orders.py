"""Finding orders and looking at one, as an operation."""

from tests.fixtures.fix_register import ANNA, Register


def test_an_order_made_here_is_found_and_shown(register: Register) -> None:
    register.do("customer.set", id=ANNA)
    register.do("product.add", number="A")
    register.do("order.pick_up_all")
    register.do("tender.cash")
    register.do("order.balance", arrangement="pay_at_pickup")
    made = register.do("transaction.conclude").values["order"]

    found = register.do("order.find", text="anna")
    shown = register.do("order.show", id=made)

    assert isinstance(found.values["orders"], list)
    assert [row["order"] for row in found.values["orders"]] == [made]
    assert (shown.values["number"], shown.values["status"]) == ("1001", "open")


def test_finding_needs_the_right_and_looking_none(register: Register) -> None:
    assert register.session.user is not None
    register.session.user = register.session.user.model_copy(update={"rights": ()})

    register.needs_approval("order.find", text="anna")
    assert "not known here" in register.refused("order.show", id="unknown")


def test_the_questions_are_asked(register: Register) -> None:
    assert register.asks("order.find") == ["text"]
    assert register.asks("order.show") == ["id"]
