"""The best price is charged by itself; another one is stated by who may, within limits, and always explained."""

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from pos_app.operations.registry import Asks
from retail.permissions import Direction, RoleLimit
from tests.fixtures.fix_register import PINS, SETTINGS, Register, Shop, at_work, staff_row

WEEK: dict[str, Any] = {"id": "P1", "name": "Week", "kind": "percent", "products": ["A"], "percent": "10"}
DEAL = {
    "id": "P2",
    "name": "Deal",
    "kind": "deal",
    "products": ["B"],
    "amount_minor": 3000,
    "ends": "2026-11-30",
}
ENDED = {
    "id": "P3",
    "name": "Summer",
    "kind": "deal",
    "products": ["A"],
    "amount_minor": 1,
    "ends": "2026-08-31",
}
OTHER = {"reason": "Other"}


@pytest.fixture
def sale(shop: Shop) -> Register:
    """Two trail shoes and a sock, with promotions on both."""
    shop.publish(SETTINGS, promotions={str(each["id"]): each for each in (WEEK, DEAL, ENDED)})
    register = at_work(shop)
    register.do("product.add", number="A", quantity="2")
    register.do("product.add", number="B")
    return register


def facts(register: Register, name: str) -> list[Any]:
    return [line[f"{name}_minor"] for line in register.cart["lines"]]


def test_goods_are_charged_at_the_best_price_of_the_day(sale: Register) -> None:
    assert (facts(sale, "price"), facts(sale, "amount")) == ([10_000, 3000], [18_000, 3000])
    assert facts(sale, "discount") == [2000, 1000]


def test_the_words_of_a_scan_say_the_price_that_is_charged(sale: Register) -> None:
    assert str(sale.do("product.add", number="B").message).endswith("30.00")


def test_another_quantity_is_priced_with_its_promotion(sale: Register) -> None:
    sale.do("line.quantity", line=1, quantity="3")

    assert facts(sale, "amount") == [27_000, 3000]


def test_a_promotion_that_arrives_holds_for_what_is_scanned_next(shop: Shop, sale: Register) -> None:
    shop.publish(SETTINGS, promotions={"P4": {**DEAL, "id": "P4", "amount_minor": 2000}})

    sale.do("product.add", number="B")

    assert facts(sale, "amount") == [18_000, 3000, 2000]


def test_a_stated_price_needs_a_right_and_is_explained_in_the_journal(sale: Register) -> None:
    assert (
        sale.needs_approval("line.price_override", line=1, price="90", **OTHER).permission == "price_override"
    )

    sale.do("line.price_override", approved_by="manager", line=1, price="90", **OTHER)

    assert (facts(sale, "amount"), facts(sale, "discount")) == ([18_000, 3000], [0, 1000])
    entry = next(each for each in sale.session.journal.entries() if each.kind == "line.price_override")
    assert '"before_minor":10000' in entry.text
    assert '"after_minor":9000' in entry.text
    assert '"reason":"Other"' in entry.text


def test_the_list_price_takes_a_stated_price_away(sale: Register) -> None:
    sale.do("line.price_override", approved_by="manager", line=1, price="90", **OTHER)
    sale.do("line.price_override", line=1, price="100", **OTHER)

    assert facts(sale, "amount") == [18_000, 3000]


def test_price_and_reason_are_asked_before_anybody_is_called(sale: Register) -> None:
    assert sale.asks("line.price_override") == ["price", "reason"]
    assert sale.asks("line.discount_percent") == ["percent", "reason"]
    assert sale.asks("sale.discount_amount") == ["amount", "reason"]


@pytest.mark.parametrize(
    ("operation", "params", "words"),
    [
        ("line.price_override", {"price": "-1"}, "cannot cost"),
        ("line.price_override", {"price": "1", "line": 9}, "There is no line 9"),
        ("line.discount_percent", {"percent": "101"}, "Type 0 to 100"),
        ("line.discount_percent", {"percent": "ten"}, "'ten' is not a share"),
        ("line.discount_amount", {"amount": "30.01"}, "goes from 0 to 30.00"),
        ("sale.discount_amount", {"amount": "210.01"}, "goes from 0 to 210.00"),
    ],
)
def test_a_price_that_cannot_be_is_refused_and_changes_nothing(
    sale: Register, operation: str, params: dict[str, Any], words: str
) -> None:
    assert words in sale.refused(operation, **params, **OTHER)


def test_discounts_on_lines_and_on_the_whole_come_after_promotions(sale: Register) -> None:
    sale.do("line.discount_percent", approved_by="manager", line=1, percent="50", **OTHER)
    sale.do("sale.discount_amount", approved_by="manager", amount="12", **OTHER)

    assert facts(sale, "amount") == [8100, 2700]
    assert sale.cart["total_minor"] == 10_800

    sale.do("product.add", number="B")
    assert sale.cart["total_minor"] == 13_800


@pytest.fixture
def lenient(shop: Shop) -> Register:
    """Where cashiers may take 10 % off a line, 5 % off a sale, and state a price 20 % lower."""
    limit = RoleLimit("cashier", Decimal(20), Decimal(10), Decimal(5))
    register = at_work(shop, role_limits=(limit,))
    register.do("product.add", number="A")
    return register


@pytest.mark.parametrize(
    ("operation", "within", "beyond"),
    [
        ("line.price_override", {"price": "80"}, {"price": "79.99"}),
        ("line.discount_percent", {"percent": "10"}, {"percent": "10.5"}),
        ("line.discount_amount", {"amount": "10"}, {"amount": "10.01"}),
        ("sale.discount_percent", {"percent": "5"}, {"percent": "6"}),
        ("sale.discount_amount", {"amount": "5"}, {"amount": "5.01"}),
    ],
)
def test_within_the_limit_of_the_role_nobody_is_asked(
    lenient: Register, operation: str, within: dict[str, Any], beyond: dict[str, Any]
) -> None:
    lenient.needs_approval(operation, **beyond, **OTHER)

    lenient.do(operation, **within, **OTHER)

    assert "approval" not in lenient.kinds()


@pytest.mark.parametrize(
    ("operation", "within", "beyond"),
    [
        ("line.discount_percent", {"percent": "7"}, {"percent": "8"}),
        ("line.discount_amount", {"amount": "7.50"}, {"amount": "7.51"}),
        ("sale.discount_percent", {"percent": "3"}, {"percent": "4"}),
        ("sale.discount_amount", {"amount": "3.99"}, {"amount": "4"}),
    ],
)
def test_a_discount_keeps_within_its_percentage_and_its_amount(
    shop: Shop, operation: str, within: dict[str, Any], beyond: dict[str, Any]
) -> None:
    limit = RoleLimit("cashier", Decimal(20), Decimal(10), Decimal(5), line_discount_minor=750,
                      total_discount_minor=399)  # fmt: skip
    register = at_work(shop, role_limits=(limit,))
    register.do("product.add", number="A")

    register.needs_approval(operation, **beyond, **OTHER)

    register.do(operation, **within, **OTHER)
    assert "approval" not in register.kinds()


@pytest.mark.parametrize(("direction", "within", "beyond"), [("higher", "110", "99"), ("lower", "90", "101")])
def test_another_price_is_one_of_the_direction_that_the_limit_says(
    shop: Shop, direction: str, within: str, beyond: str
) -> None:
    limit = RoleLimit("cashier", Decimal(10), price_override_direction=Direction(direction))
    register = at_work(shop, role_limits=(limit,))
    register.do("product.add", number="A")

    register.needs_approval("line.price_override", price=beyond, **OTHER)

    register.do("line.price_override", price=within, **OTHER)


def test_a_person_has_limits_of_their_own_above_those_of_the_role(shop: Shop) -> None:
    limit = RoleLimit("cashier", Decimal(20), Decimal(10), Decimal(5))
    own = {"line_discount_percent": "50", "total_discount_percent": "0", "line_discount_minor": 4000}
    people = {"cashier": staff_row("cashier") | {"limits": own}}
    shop.publish(replace(SETTINGS, role_limits=(limit,)), staff=people)
    register = at_work(shop)
    register.do("product.add", number="A")

    register.needs_approval("line.discount_percent", percent="41", **OTHER)
    register.needs_approval("sale.discount_amount", amount="0.01", **OTHER)
    register.do("line.discount_percent", percent="40", **OTHER)
    register.do("line.price_override", price="80", **OTHER)


LEAD = {"limits": {"price_override_percent": "20", "line_discount_percent": "30", "line_discount_minor": 2500,
                   "total_discount_percent": "15"}}  # fmt: skip


@pytest.fixture
def led(shop: Shop) -> Register:
    """A shop in which Kari has limits and no right, and the cashier neither; two articles are in the sale."""
    shop.publish(SETTINGS, staff={each: staff_row(each) | (LEAD if each == "kari" else {}) for each in PINS})
    register = at_work(shop)
    register.do("product.add", number="A")
    return register


@pytest.mark.parametrize(
    ("operation", "within", "beyond", "limit"),
    [
        ("line.price_override", {"price": "80"}, {"price": "79.99"}, "20 % of the list price"),
        ("line.discount_percent", {"percent": "25"}, {"percent": "26"}, "30 % off and 25.00"),
        ("line.discount_amount", {"amount": "25"}, {"amount": "25.01"}, "30 % off and 25.00"),
        ("sale.discount_percent", {"percent": "15"}, {"percent": "16"}, "15 % off"),
        ("sale.discount_amount", {"amount": "15"}, {"amount": "15.01"}, "15 % off"),
    ],
)
def test_who_may_do_it_alone_by_a_limit_may_approve_it_and_above_it_hears_which_limit_is_missing(
    led: Register, operation: str, within: dict[str, str], beyond: dict[str, str], limit: str
) -> None:
    words = led.refused(operation, approved_by="kari", **beyond, **OTHER)
    assert words == (
        f"kari may not approve this: they lack the right to go above their own limit, which is {limit}. "
        "Ask a manager, or somebody whose limit is higher."
    )
    assert led.needs_approval(operation, **beyond, **OTHER).within == ()
    assert led.needs_approval(operation, **within, **OTHER).within == ("kari",)

    led.do(operation, approved_by="kari", **within, **OTHER)
    led.do(operation, approved_by="manager", **beyond, **OTHER)

    said = [json.loads(each) for each in led.session.journal.texts_of("approval")]
    assert [(each["operation"], each["approved_by"]) for each in said] == [
        (operation, "kari"), (operation, "manager"),
    ]  # fmt: skip


def test_nobody_approves_an_own_request_by_a_limit_nor_without_any(led: Register) -> None:
    price = {"price": "80", **OTHER}
    assert "cannot approve an own request" in led.refused(
        "line.price_override", approved_by="cashier", **price
    )

    led.do("user.sign_in", user="kari", pin=PINS["kari"])
    words = led.refused("line.price_override", approved_by="cashier", price="79", **OTHER)
    assert "which is 0 % of the list price" in words
    led.do("line.price_override", **price)


def test_an_offered_approval_that_is_not_needed_is_not_written_down(lenient: Register) -> None:
    lenient.do("line.discount_percent", approved_by="manager", percent="10", **OTHER)

    cart = lenient.session.cart
    assert cart is not None
    assert cart.lines[0].discounts[0].approved_by == "cashier"
    assert "approval" not in lenient.kinds()


def test_recalculating_says_the_difference_before_it_is_taken(shop: Shop, sale: Register) -> None:
    shop.publish(SETTINGS, prices={"A": {"number": "A", "price_minor": 11_000}})
    asked = sale.ask("cart.recalculate")
    assert isinstance(asked, Asks)
    assert "Total 210.00 → 228.00." in str(asked.questions[0].prompt)
    assert sale.asks("cart.recalculate") == ["sure"]

    sale.do("cart.recalculate", sure=True)

    assert facts(sale, "amount") == [19_800, 3000]
    assert "no difference" in str(sale.do("cart.recalculate").message)


def test_unlocking_one_price_is_nobodys_right_by_default(sale: Register) -> None:
    assert sale.needs_approval("line.unlock_price", line=1).permission == "unlock_price"
    assert "may not approve" in sale.refused("line.unlock_price", approved_by="manager", line=1)


def test_who_was_given_the_right_unlocks_one_price_alone(shop: Shop, sale: Register) -> None:
    shop.publish(SETTINGS, prices={each: {"number": each, "price_minor": 20_000} for each in "AB"})
    sale.session.look_after_catalog()
    sale.session.look_after_user()
    user = sale.session.user
    assert user is not None
    sale.session.user = user.model_copy(update={"rights": (*user.rights, "unlock_price")})

    sale.do("line.unlock_price", line=1, sure=True)

    assert facts(sale, "amount") == [36_000, 3000]


def test_why_says_every_step(sale: Register) -> None:
    sale.do("line.discount_percent", approved_by="manager", line=1, percent="50", **OTHER)

    steps = sale.do("line.why_price", line=1).values["steps"]

    assert isinstance(steps, tuple)
    assert [str(each) for each in steps] == [
        "The list price is 100.00.",
        "Week takes 20.00 off.",
        "Discount: 90.00 off (Other, allowed by manager).",
        "Summer is not used: it ended on 2026-08-31.",
    ]
