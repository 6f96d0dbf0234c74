"""Beginning an order or a quote, and moving the last day of a quote."""

import pytest

from tests.fixtures.fix_register import ANNA, Register, Shop, at_work


@pytest.fixture
def selling(register: Register) -> Register:
    """A sale to Anna with something in it."""
    register.do("customer.set", id=ANNA)
    register.do("product.add", number="A")
    return register


def expires(register: Register) -> str:
    cart = register.session.cart
    assert cart is not None
    assert cart.terms is not None
    return str(cart.terms.expires)


def test_a_sale_becomes_an_order_before_its_delivery_is_said(selling: Register) -> None:
    selling.do("order.create")

    assert selling.cart["kind"] == "order"
    selling.do("order.pick_up_all")
    assert selling.cart["due_minor"] == 1000


def test_a_sale_becomes_a_quote_that_holds_for_thirty_days_or_as_said(selling: Register) -> None:
    selling.do("quote.create")
    assert (selling.cart["kind"], selling.cart["due_minor"], expires(selling)) == ("quote", 0, "2026-12-21")

    selling.do("quote.create", expires="2026-11-30")
    assert expires(selling) == "2026-11-30"


def test_the_last_day_of_a_quote_is_moved_and_said(selling: Register) -> None:
    selling.do("quote.create", expires="2026-11-30")

    assert "2026-11-30" in str(selling.do("quote.expiry").message)
    selling.do("quote.expiry", expires="2026-12-24")

    assert expires(selling) == "2026-12-24"


def test_seeing_and_moving_the_last_day_is_a_right_of_its_own(selling: Register) -> None:
    selling.do("quote.create", expires="2026-11-30")
    user = selling.session.user
    assert user is not None
    selling.session.user = user.model_copy(update={"rights": ("edit_order",)})

    for params in ({}, {"expires": "2026-12-24"}):
        assert selling.needs_approval("quote.expiry", **params).permission == "quote_expiry"
    selling.do("quote.expiry", expires="2026-12-24", approved_by="manager")
    assert expires(selling) == "2026-12-24"


@pytest.mark.parametrize("operation", ["quote.create", "quote.expiry"])
def test_a_last_day_that_cannot_be_changes_nothing(selling: Register, operation: str) -> None:
    selling.do("quote.create")

    assert "has passed" in selling.refused(operation, expires="2026-11-20")
    assert "more than a year ahead" in selling.refused(operation, expires="2028-01-01")
    assert "is not a date" in selling.refused(operation, expires="soon")


def test_a_quote_takes_no_money(selling: Register) -> None:
    selling.do("tender.cash", amount="5")
    assert "Remove the payment first" in selling.refused("quote.create")
    selling.do("tender.void", number=1)

    selling.do("quote.create")

    assert "Nothing is due" in selling.refused("tender.cash")
    assert "Make it an order first" in selling.refused(
        "deposit.override", amount="5", reason="Staff", approved_by="manager"
    )


@pytest.mark.parametrize("operation", ["order.create", "quote.create"])
def test_nobodys_order_and_an_order_of_nothing_are_refused(register: Register, operation: str) -> None:
    register.do("product.add", number="A")
    assert "customer" in register.refused(operation)
    register.do("line.void", line=1)
    register.do("customer.set", id=ANNA)

    register.refused(operation)


@pytest.mark.parametrize("operation", ["order.create", "quote.create"])
def test_a_store_that_orders_only_through_headquarters_waits_for_it(shop: Shop, operation: str) -> None:
    register = at_work(shop, async_orders=False, async_order_backup=False)
    register.do("customer.set", id=ANNA)
    register.do("product.add", number="A")
    register.line.state = "offline"

    assert "Headquarters does not answer" in register.refused(operation)


def test_an_edited_order_stays_an_order_and_a_quote_a_quote(selling: Register) -> None:
    selling.do("quote.create", expires="2026-11-30")
    selling.do("order.pick_up_all")
    quote = str(selling.do("transaction.conclude").values["order"])

    selling.do("order.edit", id=quote)

    assert "This is a quote already" in selling.refused("order.create")
    selling.do("quote.expiry", expires="2026-12-01")
    selling.do("transaction.conclude")
    assert selling.line.books.orders[quote].terms.expires is not None
    assert str(selling.line.books.orders[quote].terms.expires) == "2026-12-01"


def test_an_order_needs_to_know_how_its_goods_leave(selling: Register) -> None:
    selling.do("order.create")
    selling.do("tender.cash")

    assert "Say how its goods leave us" in selling.refused("transaction.conclude")
