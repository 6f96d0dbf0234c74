"""A sale set aside comes back exactly as it was; one with money in it is not set aside."""

import pytest

from pos_app.register.scanning import destination
from pos_app.views import StepView
from retail.cart import Cart
from retail.receipt import Barcode
from tests.fixtures.fix_register import ANNA, Register, Shop, at_work


@pytest.fixture
def sale(register: Register) -> Cart:
    """An order with a void line, a selection and a note of who fetches it: everything a cart can hold."""
    register.do("customer.set", id=ANNA)
    for number in ("A", "B", "T1"):
        register.do("product.add", number=number)
    register.do("line.void", line=2)
    register.do("order.pick_up_all", collector="Ole")
    register.do("line.select", lines=[3])
    assert register.session.cart is not None
    return register.session.cart


def test_a_suspended_sale_comes_back_exactly_as_it_was(register: Register, sale: Cart) -> None:
    done = register.do("transaction.suspend", name=" Anna ")
    assert str(done.message) == "Sale suspended: Anna."
    assert register.cart["empty"]

    register.do("transaction.resume", id=sale.id)

    assert register.session.cart == sale
    assert register.session.journal.suspended_carts() == []
    assert register.kinds()[-2:] == ["transaction.suspend", "transaction.resume"]


def test_it_survives_a_crash_and_needs_no_line(register: Register, shop: Shop, sale: Cart) -> None:
    shop.line.state = "offline"
    register.do("transaction.suspend")

    again = at_work(shop)
    again.do("transaction.resume", id=sale.id)

    assert again.session.cart == sale
    assert at_work(shop).session.cart == sale


def test_the_list_says_what_is_set_aside(register: Register, sale: Cart) -> None:
    register.do("transaction.suspend", name="Anna")
    register.do("product.add", number="B")
    register.do("transaction.suspend")

    done = register.do("transaction.suspended")
    newest, oldest = register.session.journal.suspended_carts()
    assert str(done.message) == "2 found."
    assert (newest.name, newest.line_count, newest.total_minor) == ("", 1, 4000)
    assert (oldest.id, oldest.name, oldest.customer) == (sale.id, "Anna", "Anna Berg")


def test_another_sale_goes_on_meanwhile(register: Register, sale: Cart) -> None:
    register.do("transaction.suspend")
    register.do("product.add", number="B")

    assert "A sale is open" in register.refused("transaction.resume", id=sale.id)

    register.do("tender.cash")
    register.do("transaction.conclude")
    register.do("transaction.resume", id=sale.id)
    assert register.session.cart == sale


def test_what_was_taken_up_is_not_there_a_second_time(register: Register, sale: Cart) -> None:
    register.do("transaction.suspend")
    register.do("transaction.resume", id=sale.id)
    register.do("transaction.void")

    assert "not suspended here" in register.refused("transaction.resume", id=sale.id)
    assert register.asks("transaction.resume") == ["id"]


def test_money_keeps_a_sale_on_the_screen(register: Register) -> None:
    register.do("product.add", number="A")
    register.do("tender.cash", amount="10")

    assert "A payment was taken" in register.refused("transaction.suspend")


def test_a_card_for_the_rest_keeps_it_too(register: Register, sale: Cart) -> None:
    register.do("order.balance", arrangement="card_on_file")

    assert "A card was given" in register.refused("transaction.suspend")


def test_nothing_is_not_set_aside(register: Register) -> None:
    assert "no open sale" in register.refused("transaction.suspend")


@pytest.mark.parametrize("name", ["a" * 61, "two\nlines"])
def test_a_name_that_no_list_can_show_is_refused(register: Register, sale: Cart, name: str) -> None:
    assert register.refused("transaction.suspend", name=name)


def test_a_slip_is_printed_whose_code_takes_the_sale_up_again(
    register: Register, shop: Shop, sale: Cart
) -> None:
    register.do("transaction.suspend", name="Anna")
    printed = register.do("transaction.slip", id=sale.id)
    code = str(printed.values["code"])

    assert Barcode(code) in shop.printer.printed[code]
    settings = register.session.settings
    assert settings is not None
    step = destination(code, "", settings, lambda _code: None)
    assert isinstance(step, StepView)
    register.do(step.operation, **step.params)

    assert register.session.cart == sale
    assert "not suspended here" in register.refused("transaction.slip", id=code)


def test_a_slip_scanned_into_an_open_sale_is_no_product(register: Register, sale: Cart) -> None:
    register.do("transaction.suspend")
    register.do("product.add", number="A")

    words = register.refused("product.add", code=f"SUSPENDED-{sale.id[-12:].upper()}")

    assert words.endswith("is a suspended sale. Conclude this one, then scan it again.")
