"""What is set up of stores, modes of delivery and charges is what a register does: each setting, on and off."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.headquarters.backoffice.counter import ANNA, FIRM, Counter, counter_of
from tests.headquarters.backoffice.forms import made, published

TRADER = "01900000-0000-7000-8000-00000000a00c"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counter]:
    with counter_of(tmp_path_factory.mktemp("stores")) as counter:
        there = {"id": "here", "line1": "Havnen 2", "city": "Bergen", "country": "NO", "tax_group": "TRADE"}
        trader: dict[str, Any] = {
            "id": TRADER,
            "name": "Tor Trader",
            "tax_exempt": True,
            "addresses": [there],
        }
        counter.running.manage("PUT", "/v1/manage/retailer", {"customers": [trader]})
        counter.set("stores", tax_percent="10")
        yield counter


@pytest.fixture
def counter(shop: Counter) -> Iterator[Counter]:
    yield shop
    shop.clear()


def removed(counter: Counter, kind: str) -> None:
    """Take every row of a kind away, and tell the registers."""
    office = counter.office
    keys = re.findall(r'row-checkbox"[^>]*value="(\d+)"', office.get(f"/office/set/{kind}/list"))
    token = office.cookies()["starlette_admin_csrftoken"].strip('"')
    for key in keys:
        office.post(f"/office/set/_api/{kind}/row-action?name=delete&pk={key}", csrftoken=token)
    told(counter)


def told(counter: Counter) -> None:
    published(counter.office)
    counter.carry("pull")


def tax(counter: Counter, customer: str = ANNA, *, ships: bool = True) -> int:
    """The tax of a shoe for 100.00 that this customer has sent, or takes along."""
    counter.begin(customer=customer)
    if ships:
        counter.do("order.ship_all")
    return int(counter.figures["tax_minor"])


# ----------------------------------------------------------------------------------------------- taxes of a store


def test_the_place_that_goods_are_sent_to_sets_their_tax_where_the_store_goes_by_it(counter: Counter) -> None:
    made(counter.office, "tax-groups", parameters="standard", name="NORWAY", tax_percent="25", country="NO",
         position="1")  # fmt: skip
    counter.switch("stores", "destination_based_tax", is_on=True)
    assert (tax(counter), tax(counter, ships=False)) == (2_500, 1_000)

    counter.switch("stores", "destination_based_tax", is_on=False)
    assert tax(counter) == 1_000


def test_the_tax_group_of_the_customers_address_counts_where_the_store_goes_by_it(counter: Counter) -> None:
    made(counter.office, "tax-groups", parameters="standard", name="TRADE", tax_percent="5", country="SE",
         position="2")  # fmt: skip
    counter.switch("stores", "customer_based_tax", is_on=True)
    assert (tax(counter, TRADER), tax(counter, TRADER, ships=False), tax(counter)) == (500, 1_000, 1_000)

    counter.switch("stores", "customer_based_tax", is_on=False)
    assert tax(counter, TRADER) == 1_000


def test_who_is_exempt_pays_no_tax_where_the_store_takes_that_off(counter: Counter) -> None:
    counter.switch("stores", "calculate_customer_exempt", is_on=True)
    assert (tax(counter, TRADER, ships=False), tax(counter, ships=False)) == (0, 1_000)

    counter.switch("stores", "calculate_customer_exempt", is_on=False)
    assert tax(counter, TRADER, ships=False) == 1_000


def test_tax_is_in_the_price_or_on_top_of_it(counter: Counter) -> None:
    counter.switch("stores", "price_includes_tax", is_on=True)
    counter.begin()
    assert (counter.figures["total_minor"], counter.figures["tax_minor"]) == (10_000, 909)

    counter.switch("stores", "price_includes_tax", is_on=False)
    counter.begin()
    assert (counter.figures["total_minor"], counter.figures["tax_minor"]) == (11_000, 1_000)


# ------------------------------------------------------------------------------------------ handling of orders


@pytest.mark.parametrize(("is_on", "status"), [(True, "pending"), (False, "accepted")])
def test_shipped_lines_wait_to_be_accepted_where_the_store_accepts_by_hand(
    counter: Counter, is_on: bool, status: str
) -> None:
    counter.switch("stores", "manual_accept", is_on=is_on)
    counter.begin("SHOE", "SOCK")
    counter.do("order.ship_selected", lines=[1])
    counter.do("order.pick_up_selected", lines=[2])
    counter.do("deposit.pay_in_full")
    counter.pay()
    order = str(counter.do("transaction.conclude").values["order"])
    counter.work()

    known = counter.session.finding.order(order)
    assert known is not None
    assert [line.status.value for line in known.state.lines] == [status, "accepted"]


def test_goods_are_shipped_from_the_shipping_warehouse_where_the_store_has_one(counter: Counter) -> None:
    for warehouse, other in (("WEST", "HOUSTON"), ("", "WEST")):
        counter.set("stores", shipping_warehouse=warehouse)
        counter.begin()
        assert "cannot be shipped from" in counter.refused("order.ship_all", **{"from": other})
        counter.do("order.ship_all", **{"from": warehouse or "HOUSTON"})


def test_a_new_customer_begins_as_the_default_customer(counter: Counter) -> None:
    made(counter.office, "customer-groups", customers="standard", group="CLUB", position="1")
    for group in ("CLUB", ""):
        counter.set("default-customers", group=group)
        added = counter.do("customer.add", name=f"Ole {group or 'Moe'}")
        known = counter.session.finding.customer(str(added.values["customer"]))
        assert known is not None
        assert known.group == group


# ------------------------------------------------------------------------------ modes of delivery, automatic charges


def test_a_mode_takes_what_its_rule_lets_it_and_everything_without_one(counter: Counter) -> None:
    for rule, words in (
        ({"not_products": "SHOE"}, "air does not take Trail shoe there"),
        ({"not_countries": "NO"}, "air does not take Trail shoe there"),
        ({"stores": "SEATTLE"}, "There is no delivery mode air"),
    ):
        made(counter.office, "delivery-rules", parameters="standard", mode="air", position="1", **rule)
        told(counter)
        counter.begin()
        assert words in counter.refused("order.ship_all", mode="air")

        removed(counter, "delivery-rules")
        counter.do("order.ship_all", mode="air")


@pytest.mark.parametrize(
    ("rule", "customer", "fires"),
    [
        ({"mode_group": "PARCEL"}, ANNA, True),
        ({"mode": "air"}, ANNA, False),
        ({"modes": "ground"}, ANNA, True),
        ({"store": "SEATTLE"}, ANNA, False),
        ({"stores": "HOUSTON"}, ANNA, True),
        ({"customer": "of Berg AS"}, FIRM, True),
        ({"customer": "of Berg AS"}, ANNA, False),
        ({"business": "True"}, FIRM, True),
        ({"business": "True"}, ANNA, False),
        ({"item": "SOCK", "level": "line"}, ANNA, False),
        ({"item": "SHOE", "level": "line"}, ANNA, True),
        ({"currency": "EUR"}, ANNA, False),
        ({"up_to_minor": "99.99"}, ANNA, False),
        ({"up_to_minor": "100.00"}, ANNA, True),
    ],
)
def test_an_automatic_charge_is_for_what_it_names(
    counter: Counter, rule: dict[str, str], customer: str, fires: bool
) -> None:
    office = counter.office
    if "customer" in rule:
        found = re.search(r"<td>([^<]+)</td><td><a[^>]*>Berg AS<", office.get("/office/customers?text=Berg"))
        assert found is not None
        rule = rule | {"customer": found[1]}
    if ">ground<" not in re.sub(r"\s", "", office.get("/office/set/delivery-rules/list")):
        made(
            office,
            "delivery-rules",
            parameters="standard",
            mode="ground",
            charges_group="PARCEL",
            position="1",
        )
    said = {"level": "header", "code": "FREIGHT", "amount_minor": "7.00", "position": "1"} | rule
    made(office, "auto-charges", parameters="standard", **said)
    counter.switch("parameters", "advanced_auto_charges", is_on=True)
    counter.begin(customer=customer)
    counter.do("order.ship_all", mode="ground")
    assert counter.figures["charges_minor"] == (700 if fires else 0)
    removed(counter, "auto-charges")


def test_a_charge_on_the_whole_is_spread_over_mixed_modes_only_where_it_is_pro_rated(
    counter: Counter,
) -> None:
    for prorate, lines in (({}, [0, 0]), ({"prorate": "on"}, [700, 700])):
        made(counter.office, "auto-charges", parameters="standard", level="header", code="FREIGHT",
             amount_minor="7.00", position="1", **prorate)  # fmt: skip
        counter.switch("parameters", "advanced_auto_charges", is_on=True)
        counter.begin("SHOE", "SOCK")
        counter.do("order.ship_selected", lines=[1], mode="ground")
        counter.do("order.ship_selected", lines=[2], mode="air")
        assert [each["charge_minor"] for each in counter.figures["lines"]] == lines
        assert counter.figures["charges_minor"] == sum(lines)
        removed(counter, "auto-charges")


def test_a_charge_code_for_shipping_stands_apart_on_the_receipt(counter: Counter) -> None:
    counter.switch("parameters", "advanced_auto_charges", is_on=False)
    for flag, words in (({}, "Other charges"), ({"shipping": "on"}, "")):
        made(counter.office, "charge-codes", parameters="standard", code="BOX", name="Box", tax_percent="0",
             account="3020", position="1", **flag)  # fmt: skip
        told(counter)
        counter.begin()
        counter.do("charge.add_line", amount="2", code="BOX")
        counter.do("charge.add_line", amount="3")
        counter.pay()
        counter.do("transaction.conclude")
        counter.do("receipt.print")
        said = str(list(counter.printer.printed.values())[-1])
        assert ("Shipping" in said, "Other charges" in said) == (True, bool(words))
        removed(counter, "charge-codes")
