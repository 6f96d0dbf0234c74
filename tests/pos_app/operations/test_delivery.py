"""Ship, pick up and carry out: the register's own defaults, selections, charges, and what cannot be promised."""

from datetime import date

import pytest

from tests.fixtures.fix_register import ANNA, FIRM, HOME, Register, Shop, at_work


@pytest.fixture(autouse=True)
def goods_for_anna(register: Register) -> None:
    register.do("customer.set", id=ANNA)
    register.do("product.add", number="A")
    register.do("product.add", number="B")


def deliveries(register: Register) -> list[str]:
    return [line["delivery"] for line in register.cart["lines"]]


def test_everything_has_a_default(register: Register) -> None:
    register.do("order.ship_all")

    cart = register.session.cart
    assert cart is not None
    delivery = cart.lines[0].delivery
    assert delivery is not None
    assert delivery.address is not None
    assert (delivery.mode, delivery.address.id, delivery.ship_from) == ("ground", HOME, "HOUSTON")
    assert delivery.date == date(2026, 11, 22)
    register.do("order.pick_up_all")
    assert deliveries(register) == ["pickup", "pickup"]


def test_a_charge_for_all_is_the_orders_and_for_selected_ones_the_lines(register: Register) -> None:
    register.do("order.ship_all", charge="15.00")
    assert register.cart["charges_minor"] == 1500
    assert [line["charge_minor"] for line in register.cart["lines"]] == [0, 0]
    register.do("order.carry_out_all")
    assert register.cart["charges_minor"] == 0

    register.do("order.ship_selected", lines=[1], charge="5")

    assert [line["charge_minor"] for line in register.cart["lines"]] == [500, 0]


def test_the_selection_is_used_up(register: Register) -> None:
    register.do("line.select", lines=[2])

    register.do("order.pick_up_selected", store="SEATTLE")

    assert deliveries(register) == ["carry-out", "pickup"]
    assert register.cart["selected"] == []


@pytest.mark.parametrize(
    "operation", ["order.ship_selected", "order.pick_up_selected", "order.carry_out_selected"]
)
def test_with_nothing_selected_the_lines_are_asked_for(register: Register, operation: str) -> None:
    assert register.asks(operation) == ["lines"]
    assert register.asks(operation, lines=[]) == ["lines"]


def test_an_address_is_named_by_id_or_purpose_or_typed_for_once(register: Register) -> None:
    for address in (HOME, "home", "Home", {"line1": "Torget 2", "city": "Bergen", "postcode": "5014"}):
        register.do("order.ship_all", address=address)

    cart = register.session.cart
    assert cart is not None
    delivery = cart.lines[0].delivery
    assert delivery is not None
    assert str(delivery.address) == "Torget 2, 5014 Bergen"


def test_someone_else_may_collect(register: Register) -> None:
    register.do("order.pick_up_all", collector="Ola Moe")

    cart = register.session.cart
    assert cart is not None
    assert cart.terms is not None
    assert cart.terms.collector == "Ola Moe"


def test_carry_out_all_makes_a_plain_sale_again(register: Register) -> None:
    register.do("order.ship_all", charge="10")

    done = register.do("order.carry_out_all")

    assert str(done.message) == "Now a normal sale – deposit removed."
    assert (register.cart["kind"], register.cart["total_minor"]) == ("sale", 14000)


@pytest.mark.parametrize(
    ("operation", "params", "words"),
    [
        ("order.ship_all", {"mode": "rocket"}, "no delivery mode rocket"),
        ("order.ship_all", {"from": "MARS"}, "cannot be shipped from MARS"),
        ("order.ship_all", {"date": "2026-11-20"}, "has passed"),
        ("order.ship_all", {"date": "2028-01-01"}, "more than a year"),
        ("order.ship_all", {"date": "tomorrow"}, "not a date"),
        ("order.ship_all", {"charge": "-1"}, "charge of -1.00"),
        ("order.ship_all", {"charge": "1.234"}, "too many decimals"),
        ("order.ship_all", {"address": "work"}, "no address work"),
        ("order.ship_all", {"address": {"planet": "Mars"}}, "no field planet"),
        ("order.ship_all", {"address": {"name": "Anna"}}, "street or a city"),
        ("order.ship_all", {"address": {"line1": "X", "tax_percent": "much"}}, "not a tax rate"),
        ("order.ship_all", {"address": {"line1": "X", "tax_percent": "101"}}, "not a tax rate"),
        ("order.ship_all", {"address": 7}, "fields of an address"),
        ("order.ship_all", {"address": {"line1": 7}}, "must be a text"),
        ("order.ship_selected", {"lines": [9]}, "no line 9"),
        ("order.pick_up_all", {"store": "PARIS"}, "cannot be picked up at PARIS"),
        ("order.pick_up_all", {"date": "2026-11-20"}, "has passed"),
        ("order.pick_up_all", {"collector": "x" * 500}, "500 characters"),
        ("order.pick_up_selected", {"lines": [1], "charge": "1"}, "no parameter charge"),
        ("order.carry_out_all", {"date": "2026-12-01"}, "no parameter date"),
    ],
)
def test_what_cannot_be_promised_is_refused(
    register: Register, operation: str, params: dict[str, object], words: str
) -> None:
    assert words in register.refused(operation, **params)


def test_a_charge_is_on_the_order_or_on_lines(register: Register) -> None:
    register.do("order.ship_all", charge="5")

    assert "never both" in register.refused("order.ship_selected", lines=[1], charge="5")


def test_an_order_needs_a_customer_and_a_shipment_an_address(register: Register) -> None:
    register.do("customer.set", id=FIRM)
    assert "no address" in register.refused("order.ship_all")
    register.do("customer.clear")
    assert "no customer" in register.refused("order.ship_all")
    assert "no customer" in register.refused("order.pick_up_all")


def test_without_a_charge_code_goods_ship_free_only(shop: Shop) -> None:
    register = at_work(shop, shipping_charge_code=None)

    assert "No charge code" in register.refused("order.ship_all", charge="5")
    register.do("order.ship_all")


@pytest.mark.parametrize("settings", [{"async_order_backup": False}, {"filter_shared_customer_data": True}])
def test_a_store_that_orders_only_through_headquarters_waits_for_it(
    shop: Shop, settings: dict[str, bool]
) -> None:
    register = at_work(shop, **settings)
    shop.line.state = "offline"

    assert "Headquarters does not answer" in register.refused("order.pick_up_all")
    assert "Headquarters does not answer" in register.refused("order.ship_all")
    assert register.cart["kind"] == "sale"
    shop.line.state = "online"
    register.do("order.pick_up_all")


def test_the_goods_are_delivered_as_the_type_that_was_asked_for(register: Register) -> None:
    register.do("order.pick_up_all", type="quote")
    cart = register.session.cart
    assert cart is not None
    assert cart.terms is not None
    assert (cart.kind, cart.terms.expires) == ("quote", date(2026, 12, 21))

    register.do("order.ship_all", type="order")

    assert register.cart["kind"] == "order"
    assert register.refused("order.ship_all", type="gift").startswith("There is no type gift.")


def test_a_quote_keeps_the_last_day_that_was_said(register: Register) -> None:
    register.do("quote.create", expires="2026-11-30")

    register.do("order.ship_all", type="quote")

    cart = register.session.cart
    assert cart is not None
    assert cart.terms is not None
    assert cart.terms.expires == date(2026, 11, 30)
