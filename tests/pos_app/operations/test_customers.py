"""Customers: put on the sale, taken off, and made here, with or without headquarters."""

from pathlib import Path

import pytest

from tests.fixtures.fix_register import ANNA, FIRM, Register, Shop, at_work
from tests.pos_app.operations.test_sale import naughty_strings


def test_a_new_customer_is_on_the_sale_with_the_number_from_headquarters(register: Register) -> None:
    done = register.do("customer.add", name="Ole Moe", email="ole@example.com")

    assert done.values["account"] == "1001"
    assert str(done.message) == "Ole Moe added, 1001."
    assert register.cart["customer"] == done.values["customer"]
    assert register.session.journal.waiting().count == 0
    assert "customer.add" in register.kinds()


@pytest.mark.parametrize("state", ["offline", "lose_reply"])
def test_without_an_answer_the_customer_is_pending_and_sent_later(register: Register, state: str) -> None:
    register.line.state = state

    done = register.do("customer.add", name="Ole Moe")

    assert done.values["account"] is None
    assert str(done.message) == "Ole Moe added, Pending sync."
    [entry] = register.session.journal.outbox()
    assert (entry.uuid, entry.leased_until) == (done.values["customer"], None)


def test_in_asynchronous_mode_headquarters_is_not_asked(shop: Shop) -> None:
    register = at_work(shop, async_customers=True)

    done = register.do("customer.add", name="Ole Moe")

    assert done.values["account"] is None
    assert shop.line.asked == 0


def test_where_customer_data_is_shared_none_is_made_offline(shop: Shop) -> None:
    register = at_work(shop, filter_shared_customer_data=True)
    shop.line.state = "offline"
    assert "only with it" in register.refused("customer.add", name="Ole Moe")
    shop.line.state = "online"

    assert register.do("customer.add", name="Ole Moe").values["account"] == "1001"


def test_type_and_addresses_are_kept(register: Register) -> None:
    done = register.do(
        "customer.add",
        name="Moe AS",
        type="organisation",
        phone="55 12",
        language="nb",
        business=True,
        addresses=[{"line1": "Torget 2", "city": "Bergen", "tax_percent": "9"}],
    )

    customer = register.session.finding.customer(str(done.values["customer"]))
    assert customer is not None
    assert (customer.type, customer.business, customer.language) == ("organisation", True, "nb")
    assert (customer.addresses[0].purpose, str(customer.addresses[0].tax_percent)) == ("Business", "9")


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"name": "   "}, "needs a name"),
        ({"name": "…"}, "needs a name"),
        ({"name": "x" * 101}, "101 characters"),
        ({"name": "x" * 10_000}, "10000 characters"),
        ({"name": "x" * 10_001}, "too long"),
        ({"name": "a\x00b"}, "cannot be kept"),
        ({"name": "a\ud800b"}, "cannot be read"),
        ({"name": "Ole", "email": "ole@"}, "not an e-mail address"),
        ({"name": "Ole", "type": "robot"}, "no customer type robot"),
        ({"name": "Ole", "addresses": [{"name": "x"}]}, "street or a city"),
        ({"name": "Ole", "addresses": {"line1": "x"}}, "list of addresses"),
        ({"name": "Ole", "addresses": ["x"]}, "fields of an address"),
        ({"name": "Ole", "business": "yes"}, "true or false"),
        ({"name": "Ole", "age": "7"}, "no parameter age"),
    ],
)
def test_what_cannot_be_kept_is_refused(register: Register, params: dict[str, object], words: str) -> None:
    assert words in register.refused("customer.add", **params)


def test_only_a_name_is_asked_for(register: Register) -> None:
    assert register.asks("customer.add") == ["name"]
    assert register.asks("customer.set") == ["id"]


@pytest.mark.shared
def test_naughty_strings_are_kept_as_they_are_or_refused(shop: Shop, shared: Path) -> None:
    register = at_work(shop, async_customers=True)
    made = 0

    for text in naughty_strings(shared):
        outcome = register.ask("customer.add", name=text)
        values = getattr(outcome, "values", {})
        if values:
            made += 1
            assert register.session.finding.customer(values["customer"]) is not None

    assert made > 50
    assert register.session.journal.waiting().count == made


def test_an_unknown_customer_is_refused(register: Register) -> None:
    assert "not known here" in register.refused("customer.set", id="nobody")


def test_a_customer_is_taken_off_and_an_empty_sale_is_gone(register: Register) -> None:
    register.do("customer.set", id=ANNA)
    register.do("customer.clear")

    assert register.session.cart is None
    assert "no customer" in register.refused("customer.clear")


def test_an_order_keeps_its_customer(register: Register) -> None:
    register.do("customer.set", id=ANNA)
    register.do("product.add", number="A")
    register.do("order.pick_up_all")

    assert "An order needs a customer" in register.refused("customer.clear")


def test_goods_do_not_ship_to_the_address_of_somebody_else(register: Register) -> None:
    register.do("customer.set", id=ANNA)
    register.do("product.add", number="A")
    register.do("order.ship_all")

    assert "shipped to Anna Berg" in register.refused("customer.set", id=FIRM)
    assert "shipped to Anna Berg" in register.refused("customer.add", name="Ole Moe")
    register.do("customer.set", id=ANNA)
