"""What is set up in the back office is what a register does: each parameter and each feature, on and off."""

import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest

from pos_app.register.sheet_defaults import order_kind
from tests.headquarters.backoffice.counter import FIRM, Counter, counter_of
from tests.headquarters.backoffice.forms import made, published, said_of, save

FEATURES = ("locations", "partial_edit", "locked_prices", "further_contacts")
WHY = {"reason": "Other"}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counter]:
    with counter_of(tmp_path_factory.mktemp("parameters")) as counter:
        yield counter


@pytest.fixture
def counter(shop: Counter) -> Iterator[Counter]:
    yield shop
    shop.clear()


def feature(counter: Counter, name: str, *, is_on: bool) -> None:
    counter.switch("features", "is_on", is_on=is_on, row=1 + FEATURES.index(name))


def keys(counter: Counter, kind: str, filter: str = "") -> list[str]:
    """The keys of the rows of a kind."""
    listed = counter.office.get(f"/office/set/{kind}/list?filter={quote(filter)}")
    return re.findall(r'row-checkbox"[^>]*value="(\d+)"', listed)


def removed(counter: Counter, kind: str, key: str) -> str:
    """Take a row away; what the page says."""
    token = counter.office.cookies()["starlette_admin_csrftoken"].strip('"')
    return counter.office.post(f"/office/set/_api/{kind}/row-action?name=delete&pk={key}", csrftoken=token)


def settled(counter: Counter, order: str) -> str:
    """The order once headquarters has it in its books."""
    counter.work()
    return order


# ------------------------------------------------------------------------------------------------ features


def test_places_ship_and_hand_out_as_flagged_while_the_feature_is_on(counter: Counter) -> None:
    made(counter.office, "fulfilment", code="NORTH")
    for place, flags in (("HOUSTON", {"hands_out": "on"}), ("SEATTLE", {"ships": "on"})):
        made(counter.office, "fulfilment-places", fulfilment="NORTH", place=place, position="1", is_store="on",
             **flags)  # fmt: skip
    counter.set("stores", fulfilment="NORTH", fulfilment_locations="on")
    counter.begin()
    assert "cannot be picked up at SEATTLE" in counter.refused("order.pick_up_all", store="SEATTLE")
    assert "cannot be shipped from HOUSTON" in counter.refused("order.ship_all", **{"from": "HOUSTON"})
    counter.do("order.ship_all", **{"from": "SEATTLE"})

    feature(counter, "locations", is_on=False)
    counter.begin()
    counter.do("order.pick_up_all", store="SEATTLE")
    counter.do("order.ship_all", **{"from": "HOUSTON"})

    feature(counter, "locations", is_on=True)
    counter.switch("stores", "fulfilment_locations", is_on=False)
    counter.begin()
    counter.do("order.pick_up_all", store="SEATTLE")


def test_orders_of_which_goods_have_gone_are_edited_while_the_feature_is_on(counter: Counter) -> None:
    order = settled(counter, counter.ordered("SHOE", "SOCK", carried=1))
    counter.do("order.edit", id=order)
    counter.clear()

    feature(counter, "partial_edit", is_on=False)
    assert "changes no such order" in counter.refused("order.edit", id=order)
    feature(counter, "partial_edit", is_on=True)
    counter.switch("functionality", "edit_partially_fulfilled", is_on=False)
    assert "changes no such order" in counter.refused("order.edit", id=order)
    counter.switch("functionality", "edit_partially_fulfilled", is_on=True)
    counter.do("order.edit", id=order)


def test_prices_of_an_order_stay_while_unintentional_price_calculation_is_prevented(counter: Counter) -> None:
    order = settled(counter, counter.ordered("SHOE"))
    dearer = {"number": "SHOE", "name": "Trail shoe", "price_minor": 12_000}
    counter.running.manage("PUT", "/v1/manage/retailer", {"tenant": "test", "products": [dearer]})
    counter.carry("pull")
    counter.do("order.edit", id=order)
    assert counter.figures["total_minor"] == 10_000
    counter.clear()

    feature(counter, "locked_prices", is_on=False)
    assert counter.asked("order.edit", id=order) == ["sure"]
    counter.do("order.edit", id=order, sure=True)
    assert counter.figures["total_minor"] == 12_000
    counter.clear()

    feature(counter, "locked_prices", is_on=True)
    counter.do("order.edit", id=order)
    assert counter.figures["total_minor"] == 10_000
    counter.do("cart.recalculate", sure=True)
    assert counter.figures["total_minor"] == 12_000


def test_several_contacts_with_their_consent_are_taken_while_the_feature_is_on(counter: Counter) -> None:
    said = {"name": "Ole Moe", "email": "ole@example.com", "email_consent": "yes"}
    counter.switch("functionality", "further_contacts", is_on=True)
    counter.do("customer.add", **said)

    feature(counter, "further_contacts", is_on=False)
    assert "no consent" in counter.refused("customer.add", **said)
    feature(counter, "further_contacts", is_on=True)
    counter.switch("functionality", "further_contacts", is_on=False)
    assert "no consent" in counter.refused("customer.add", **said)


# ---------------------------------------------------------------------------------- parameters of orders (2.1)


@pytest.mark.parametrize("kind", ["quote", "order"])
def test_the_default_order_type_is_chosen_at_first(counter: Counter, kind: str) -> None:
    counter.set("parameters", default_order_type=kind)
    counter.begin()
    cart, settings = counter.session.cart, counter.session.settings
    assert cart is not None
    assert settings is not None
    assert order_kind(cart, settings) == kind


def test_the_default_deposit_is_asked_of_people_and_none_of_businesses(counter: Counter) -> None:
    counter.set("parameters", deposit_percent="25", default_order_type="order")
    counter.begin("SOCK")
    counter.do("order.pick_up_all")
    assert counter.figures["due_minor"] == 1_000

    counter.begin("SOCK", customer=FIRM)
    counter.do("order.pick_up_all")
    assert counter.figures["due_minor"] == 0
    counter.do("deposit.override", amount="5", **WHY)
    assert counter.figures["due_minor"] == 500

    counter.set("parameters", deposit_percent="0")
    counter.begin("SOCK")
    counter.do("order.pick_up_all")
    assert counter.figures["due_minor"] == 0
    counter.set("parameters", deposit_percent="10")


def test_lines_are_stamped_with_the_modes_of_pickup(counter: Counter) -> None:
    counter.set("parameters", pickup_mode="fetch")
    counter.begin()
    counter.do("order.pick_up_all")
    cart = counter.session.cart
    assert cart is not None
    assert cart.lines[0].delivery is not None
    assert cart.lines[0].delivery.mode == "fetch"
    counter.set("parameters", pickup_mode="pickup")


def test_cancelling_costs_the_percentage_by_its_code_and_is_refused_without_one(counter: Counter) -> None:
    order = settled(counter, counter.ordered("SOCK"))
    counter.set("parameters", cancellation_charge_percent="5", cancellation_charge_code="LATE")
    counter.do("order.cancel", id=order)
    cart = counter.session.cart
    assert cart is not None
    assert [(each.code, each.amount_minor) for each in cart.charges] == [("LATE", 200)]
    counter.clear()

    waited = counter.set("parameters", cancellation_charge_code="")
    assert "no charge code for cancellations" in waited
    assert "No cancellation charge is set up" in counter.refused("order.cancel", id=order)
    counter.set("parameters", cancellation_charge_code="CANCEL", cancellation_charge_percent="0")


def test_another_charge_for_cancelling_stands_in_the_history_with_its_reason_also_where_none_is_taken(
    counter: Counter,
) -> None:
    counter.set("parameters", cancellation_charge_percent="5")
    for charge, reason in (("1.50", "Half of it"), ("0", "Our own fault"), ("2.00", "The usual")):
        order = settled(counter, counter.ordered("SOCK"))
        counter.do("order.cancel", id=order, charge=charge, reason=reason)
        counter.do("tender.refund_cash")
        counter.do("transaction.conclude")
        counter.work()
    counter.set("parameters", cancellation_charge_percent="0")

    shown = counter.office.get("/office/charge-overrides?code=CANCEL")
    rows = [re.sub(r"<[^>]+>", " ", each) for each in re.findall(r"<tr>.*?</tr>", shown, re.DOTALL)]
    assert [(each in shown) for each in ("Half of it", "Our own fault", "The usual")] == [True, True, False]
    assert any(all(said in row for said in ("Half of it", "2.00 USD", "1.50 USD", "manager")) for row in rows)
    assert any(all(said in row for said in ("Our own fault", "2.00 USD", "0.00 USD")) for row in rows)


def test_shipping_is_charged_by_its_code_and_not_at_all_without_one(counter: Counter) -> None:
    counter.set("parameters", shipping_charge_code="POST")
    counter.begin()
    counter.do("order.ship_all", charge="9")
    cart = counter.session.cart
    assert cart is not None
    assert [(each.code, each.amount_minor) for each in cart.charges] == [("POST", 900)]

    waited = counter.set("parameters", shipping_charge_code="")
    assert "no charge code for shipping" in waited
    counter.begin()
    assert "No charge code for shipping is set up" in counter.refused("order.ship_all", charge="9")
    waited = counter.set("parameters", shipping_charge_code="CANCEL")
    assert "one charge code for shipping and for cancellations" in waited
    counter.set("parameters", shipping_charge_code="FREIGHT")


def test_charges_are_typed_or_worked_out_by_rules(counter: Counter) -> None:
    made(counter.office, "auto-charges", parameters="standard", level="header", code="FREIGHT", amount_minor="7.00",
         mode="ground", position="1")  # fmt: skip
    counter.switch("parameters", "advanced_auto_charges", is_on=True)
    counter.begin()
    assert "worked out by rules" in counter.refused("order.ship_all", charge="9")
    counter.do("order.ship_all", mode="ground")
    assert counter.figures["charges_minor"] == 700

    counter.switch("parameters", "advanced_auto_charges", is_on=False)
    counter.begin()
    counter.do("order.ship_all", mode="ground", charge="9")
    assert counter.figures["charges_minor"] == 900
    assert "typed by hand" in counter.refused("charge.recalculate")


def test_why_a_charge_is_changed_is_asked_where_there_are_reasons_and_stands_in_the_history(
    counter: Counter,
) -> None:
    made(
        counter.office,
        "reasons",
        parameters="standard",
        purpose="charge override",
        text="Late parcel",
        position="9",
    )
    counter.set("parameters", deposit_percent="10")
    counter.begin()
    counter.do("order.ship_all", mode="ground", charge="9")
    assert counter.asked("charge.change", amount="4") == ["reason"]
    assert "not one of the choices" in counter.refused("charge.change", amount="4", reason="Because")
    counter.do("charge.change", amount="4", reason="Late parcel")
    counter.do("deposit.pay_in_full")
    counter.pay()
    counter.do("transaction.conclude")
    counter.work()
    shown = counter.office.get("/office/charge-overrides?code=FREIGHT&by=manager")
    assert all(said in shown for said in ("Late parcel", "9.00 USD", "4.00 USD", "whole order"))
    assert "None." in counter.office.get("/office/charge-overrides?by=cashier")

    for key in keys(counter, "reasons", 'purpose__eq="charge override"'):
        removed(counter, "reasons", key)
    assert "Charge override reason codes" in published(counter.office)
    counter.carry("pull")
    counter.begin()
    counter.do("order.ship_all", mode="ground", charge="9")
    counter.do("charge.change", amount="4")
    assert counter.figures["charges_minor"] == 400


def test_shipping_is_given_back_where_the_store_refunds_it_up_to_the_ceiling(counter: Counter) -> None:
    counter.switch("parameters", "refund_shipping_charges", is_on=True)
    counter.set("parameters", max_shipping_refund_without_approval_minor="5.00")
    order = settled(counter, counter.ordered("SOCK"))
    counter.do("order.pick_up", id=order)
    counter.pay()
    counter.do("transaction.conclude")
    counter.work()
    items = [{"line": 1, "reason": "Other"}]
    counter.do("user.sign_off")
    counter.do("user.sign_in", user="cashier", pin="270431")
    try:
        assert counter.needs("order.return", id=order, items=items, shipping="5.01") == "shipping_refund"
    finally:
        counter.do("user.sign_off")
        counter.do("user.sign_in", user="manager", pin="271548")

    counter.switch("parameters", "refund_shipping_charges", is_on=False)
    assert "does not refund shipping" in counter.refused("order.return", id=order, items=items, shipping="5")


# ------------------------------------------------------------------------------- what names what is not there


@pytest.mark.parametrize(
    ("kind", "values", "words"),
    [
        ("auto-charges", {"code": "NOWHERE"}, "Choose one of the list"),
        ("auto-charges", {"mode": "rocket"}, "Choose one of the list"),
        ("auto-charges", {"item": "NOTHING"}, "no product of this number"),
        ("auto-charges", {"customer": "C-404"}, "no customer with this account"),
        ("auto-charges", {"currency": "Kroner"}, "three capital letters"),
        ("auto-charges", {"store": "ATLANTIS"}, "Choose one of the list"),
        ("auto-charges", {"mode": "ground", "modes": "air"}, "one mode and a group"),
        ("auto-charges", {"category": "Hats"}, "no products in this category"),
        ("delivery-rules", {"mode": "rocket"}, "Choose one of the list"),
        ("delivery-rules", {"mode": "air", "products": "SHOE\r\nNOTHING"}, "no product of this number"),
        ("delivery-rules", {"mode": "air", "not_categories": "Hats"}, "no products in this category"),
        ("parameters", {"pickup_mode": "ground"}, "is a mode of delivery that ships"),
        ("parameters", {"carry_out_mode": "pickup"}, "is the mode of pickup already"),
    ],
)
def test_what_names_something_that_is_not_there_is_refused_at_its_field(
    counter: Counter, kind: str, values: dict[str, str], words: str
) -> None:
    base = {
        "parameters": "standard",
        "level": "line",
        "code": "FREIGHT",
        "amount_minor": "1",
        "position": "1",
    }
    if kind == "parameters":
        save(counter.office, "/office/set/parameters/edit?pk=1", **values)
    elif kind == "auto-charges":
        save(counter.office, f"/office/set/{kind}/create", **(base | values))
    else:
        save(counter.office, f"/office/set/{kind}/create", parameters="standard", position="1", **values)

    assert counter.office.status == 422
    assert any(words in each for each in said_of(counter.office)), said_of(counter.office)


def test_a_charge_code_that_is_still_named_stays(counter: Counter) -> None:
    office = counter.office
    made(office, "charge-codes", parameters="standard", code="WRAP", tax_percent="0", position="1")
    made(
        office,
        "auto-charges",
        parameters="standard",
        level="line",
        code="WRAP",
        amount_minor="1",
        position="5",
    )
    [code] = keys(counter, "charge-codes")
    [charge] = keys(counter, "auto-charges", 'code__eq="WRAP"')

    assert "there is no charge code WRAP" in removed(counter, "charge-codes", code)
    assert office.status == 400
    assert keys(counter, "charge-codes") == [code]
    removed(counter, "auto-charges", charge)
    removed(counter, "charge-codes", code)
    assert keys(counter, "charge-codes") == []
