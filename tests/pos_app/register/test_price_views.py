"""What is shown of prices and charges: a note on the line, what was taken off, every charge, and why."""

import hashlib
from contextlib import closing
from typing import Any

import pytest

from channel_db.engine import open_catalog
from pos_app.operations.registry import Done, NeedsApproval
from pos_app.register.desk import RegisterDesk
from retail.charge_rules import AutoCharge, ChargeCode, ChargeLevel
from retail.messages import say
from retail.wire.protocol import FeedRow
from tests.fixtures.fix_register import ANNA, PINS, SETTINGS, Shop, at_work, desk_of
from tests.headquarters.picture_files import picture

WEEK = {"id": "P1", "name": "Week", "kind": "percent", "products": ["A"], "percent": "10"}
OTHER = {"reason": "Other"}


@pytest.fixture
def shown(shop: Shop) -> RegisterDesk:
    """A trail shoe at ten percent off and two socks, the manager at the register."""
    shop.publish(SETTINGS, promotions={"P1": WEEK})
    desk = desk_of(at_work(shop))
    do(desk, "user.sign_in", user="manager", pin=PINS["manager"])
    do(desk, "product.add", number="A")
    do(desk, "product.add", number="B", quantity="2")
    return desk


def do(desk: RegisterDesk, operation: str, **params: Any) -> None:
    outcome, _ = desk.dispatch(operation, params)
    assert isinstance(outcome, Done), outcome


def notes(desk: RegisterDesk) -> list[str]:
    return [line.detail for line in desk.view().lines]


def test_what_was_taken_off_stands_on_the_line_and_in_the_totals(shown: RegisterDesk) -> None:
    assert notes(shown) == ["-10.00 Week", ""]
    assert [(fact.label, fact.value) for fact in shown.view().totals.facts][1] == ("Discount", "-10.00")


def test_a_stated_price_and_discount_stand_on_the_line(shown: RegisterDesk) -> None:
    do(shown, "line.price_override", line=1, price="80", **OTHER)
    do(shown, "line.discount_percent", line=2, percent="50", **OTHER)
    assert notes(shown) == ["price override, list 100.00", "-40.00 discount"]

    do(shown, "line.discount_percent", line=1, percent="50", **OTHER)
    assert notes(shown)[0] == "-40.00, price override, list 100.00"


def test_how_a_line_leaves_us_stands_before_its_discount(shown: RegisterDesk) -> None:
    do(shown, "customer.set", id=ANNA)
    do(shown, "order.ship_all")

    assert notes(shown)[0] == "Ship Sun 22 Nov · -10.00 Week · Storgt 1, 5003 Bergen"
    assert notes(shown)[1] == "Ship Sun 22 Nov – Storgt 1, 5003 Bergen"


def test_the_price_sheet_shows_the_steps_and_what_would_change(shown: RegisterDesk) -> None:
    view = shown.price_view(1)
    assert (view.name, view.listed, view.price, view.off) == ("Trail shoe", "100.00", "100.00", "10.00")

    preview = shown.preview("line.discount_percent", {"line": 1, "percent": "50", **OTHER})

    assert preview.values["change"] == "90.00 → 45.00"
    assert preview.consequence == "To pay 125.00"
    assert shown.preview("line.price_override", {"line": 1, "price": "-1", **OTHER}).problem


def test_the_approver_reads_what_is_asked(shown: RegisterDesk) -> None:
    price = shown.approval_view("line.price_override", {"line": 1, "price": "80", **OTHER}, None)
    needed = NeedsApproval("price_override", say("Price override"), (), ("kari",))
    by_limit = shown.approval_view("line.price_override", {"price": "80"}, needed)
    assert {each.user for each in by_limit.approvers} - {each.user for each in price.approvers} == {"kari"}
    share = shown.approval_view("line.discount_percent", {"percent": "50", **OTHER}, None)
    fee = shown.approval_view("charge.add_line", {"amount": "5"}, None)
    odd = shown.approval_view("charge.add_line", {"amount": "much"}, None)

    assert [(fact.label, fact.value) for fact in price.facts] == [
        ("Price", "100.00 → 80.00 USD"),
        ("Reason", "Other"),
    ]
    assert share.facts[0].value == "50 %"
    assert [(fact.label, fact.value) for fact in fee.facts] == [("Amount", "5.00 USD")]
    assert odd.facts[0].value == "much USD"


def test_every_charge_is_listed_with_where_it_comes_from(shop: Shop) -> None:
    rules = (
        AutoCharge(ChargeLevel.HEADER, "FREIGHT", 700),
        AutoCharge(ChargeLevel.LINE, "WRAP", 50, item="A"),
    )
    codes = (ChargeCode("FREIGHT"), ChargeCode("WRAP", "Gift wrap"))
    desk = desk_of(at_work(shop, advanced_auto_charges=True, auto_charges=rules, charge_codes=codes))
    do(desk, "user.sign_in", user="manager", pin=PINS["manager"])
    do(desk, "product.add", number="A")
    do(desk, "charge.change", amount="4", **OTHER)

    view = desk.charges_view()

    assert [(row.line, row.text, row.detail, row.amount) for row in view.rows] == [
        (None, "FREIGHT", "Whole order · changed from 7.00", "4.00"),
        (1, "Gift wrap", "Trail shoe · by rule", "0.50"),
    ]
    assert [(each.value, each.text) for each in view.codes] == [("FREIGHT", "FREIGHT"), ("WRAP", "Gift wrap")]
    assert view.add_why_not.startswith("A plain sale")
    assert view.recalculate_why_not == ""


def test_why_tells_price_and_charges_in_the_language_at_the_register(shown: RegisterDesk) -> None:
    do(shown, "language.set", language="nl")

    view = shown.why_view(1)

    assert view.amount == "90,00 USD"
    assert view.steps == ("De catalogusprijs is 100,00.", "Week haalt er 10,00 af.")


def test_a_product_that_has_its_picture_here_shows_it_in_the_search_and_where_its_price_is_told(
    shop: Shop, shown: RegisterDesk
) -> None:
    with closing(open_catalog(shop.folder, shop.clock, writer=True)) as agent:
        data = picture()
        digest = hashlib.sha256(data).hexdigest()
        assert agent.pictures.keep(digest, data, ())
        for number, name in (("A", "Trail shoe"), ("B", "Sock")):
            value = {"number": number, "name": name, "barcodes": [], "price_minor": 1, "picture": digest}
            if number == "B":
                value["picture"] = "0" * 64  # told of, and not fetched yet
            row = FeedRow(key=number, gone=False, value=value)
            agent.apply_page("products", [row], f"9{number}", shop.clock.now())
        file = str(agent.picture_of("A"))

    assert shown.why_view(1).picture == file
    assert shown.why_view(2).picture == ""
    [found] = shown.search_products("trail").rows
    assert (found.number, found.picture) == ("A", file)
    assert shown.search_products("sock").rows[0].picture == ""
