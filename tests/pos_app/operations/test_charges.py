"""Charges are added and typed over by who may, with a reason; rules work them out again."""

from dataclasses import replace
from typing import Any

import pytest

from retail.charge_rules import AutoCharge, ChargeCode, ChargeLevel
from tests.fixtures.fix_register import ANNA, SETTINGS, Register, Shop, at_work, desk_of

OTHER = {"reason": "Other"}
RULES = (
    AutoCharge(ChargeLevel.HEADER, "FREIGHT", 1000, mode="ground", up_to_minor=15_000),
    AutoCharge(ChargeLevel.LINE, "WRAP", 50, item="B"),
)


@pytest.fixture
def order(register: Register) -> Register:
    """An order for Anna, shipped, in a store where charges are typed."""
    return ordered(register)


@pytest.fixture
def ruled(shop: Shop) -> Register:
    """The same where charges are worked out by rules."""
    codes = (ChargeCode("FREIGHT"), ChargeCode("WRAP"))
    return ordered(at_work(shop, advanced_auto_charges=True, auto_charges=RULES, charge_codes=codes))


def ordered(register: Register) -> Register:
    register.do("customer.set", id=ANNA)
    register.do("product.add", number="A")
    register.do("product.add", number="B")
    register.do("order.ship_all")
    return register


def charges(register: Register) -> tuple[int, list[int]]:
    """Those of the whole, and of each line."""
    cart = register.cart
    lines = [line["charge_minor"] for line in cart["lines"]]
    return cart["charges_minor"] - sum(lines), lines


def test_a_charge_needs_its_right(order: Register) -> None:
    for operation in ("charge.add_header", "charge.add_line"):
        assert order.needs_approval(operation, amount="5").permission == "charge_override"

    order.do("charge.add_header", approved_by="manager", amount="5")

    assert charges(order) == (500, [0, 0])
    assert order.kinds()[-2:] == ["charge.add", "approval"]


def test_a_charge_is_added_to_the_lines_meant(order: Register) -> None:
    order.do("charge.add_line", approved_by="manager", amount="5", line=1)
    order.do("line.select", lines=[1, 2])
    order.do("charge.add_line", approved_by="manager", amount="1")

    assert charges(order) == (0, [600, 100])


def test_rules_charge_what_is_shipped_and_follow_the_goods(ruled: Register) -> None:
    assert charges(ruled) == (1000, [0, 50])

    ruled.do("line.quantity", line=1, quantity="2")

    assert charges(ruled) == (0, [0, 50])


def test_charges_wait_for_the_total_where_the_store_has_them_calculated(shop: Shop) -> None:
    codes = (ChargeCode("FREIGHT"), ChargeCode("WRAP"))
    store = {"advanced_auto_charges": True, "auto_charges": RULES, "charge_codes": codes}
    register = ordered(at_work(shop, **store, manual_charges=True))
    assert charges(register) == (0, [0, 0])
    assert "Press Calculate total first" in register.refused("tender.cash")

    register.do("cart.calculate")

    assert charges(register) == (1000, [0, 50])
    register.do("tender.cash")


def test_charges_follow_the_same_rules_while_headquarters_does_not_answer(
    ruled: Register, shop: Shop
) -> None:
    online = charges(ruled)
    ruled.do("transaction.void", reason="Other")
    shop.line.state = "offline"

    ordered(ruled)
    assert charges(ruled) == online
    ruled.do("charge.change", approved_by="manager", amount="4", **OTHER)
    ruled.do("charge.add_header", approved_by="manager", amount="2", code="WRAP")
    assert charges(ruled) == (600, [0, 50])
    ruled.do("charge.recalculate")
    assert charges(ruled)[1] == online[1]
    ruled.do("deposit.pay_in_full")
    ruled.do("tender.cash")
    order = str(ruled.do("transaction.conclude").values["order"])

    known = ruled.session.finding.order(order)
    assert known is not None
    assert {charge.code for charge in known.state.charges} == {"FREIGHT", "WRAP"}


def test_where_rules_charge_no_charge_is_typed_with_a_shipment(ruled: Register) -> None:
    assert "worked out by rules" in ruled.refused("order.ship_all", charge="5")
    assert desk_of(ruled).ship_view().charge_why_not == "Charges are worked out by rules."

    ruled.do("order.ship_all", charge="0")


def test_what_is_typed_over_stays_until_it_is_recalculated(ruled: Register) -> None:
    ruled.do("charge.change", approved_by="manager", amount="4", **OTHER)
    ruled.do("line.quantity", line=1, quantity="2")
    assert charges(ruled) == (400, [0, 50])

    ruled.do("line.quantity", line=1, quantity="1")
    words = str(ruled.do("charge.recalculate").message)

    assert charges(ruled) == (1000, [0, 50])
    assert words == "Charges now 10.50."
    entry = next(each for each in ruled.session.journal.entries() if each.kind == "charge.change")
    assert '"before_minor":1000' in entry.text
    assert '"after_minor":400' in entry.text


def test_a_charge_of_a_line_is_changed_and_of_several_one_is_chosen(ruled: Register) -> None:
    ruled.do("charge.add_line", approved_by="manager", amount="3", line=2, code="WRAP")

    assert ruled.asks("charge.change", amount="2", line=2, **OTHER) == ["charge"]
    ruled.do("charge.change", approved_by="manager", amount="2", line=2, charge="0", **OTHER)

    assert charges(ruled) == (1000, [0, 250])


@pytest.mark.parametrize(
    ("operation", "params", "words"),
    [
        ("charge.recalculate", {}, "typed by hand"),
        ("charge.change", {"amount": "2", **OTHER}, "There is no charge here to change"),
        ("charge.add_header", {"amount": "-1"}, "charges go from 0"),
        ("charge.add_line", {"amount": "1", "code": "X"}, "There is no charge code X"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    order: Register, operation: str, params: dict[str, Any], words: str
) -> None:
    assert words in order.refused(operation, approved_by="manager", **params)


@pytest.mark.parametrize("charge", ["2", "-1", "one", "²"])
def test_a_charge_that_is_not_there_cannot_be_changed(ruled: Register, charge: str) -> None:
    params = {"amount": "2", "charge": charge, **OTHER}

    assert "no such charge" in ruled.refused("charge.change", approved_by="manager", **params)


def test_a_plain_sale_has_no_charge_on_the_whole(register: Register) -> None:
    register.do("product.add", number="A")

    assert "Add it to a line" in register.refused("charge.add_header", approved_by="manager", amount="5")


def test_why_a_charge_is_changed_is_asked_only_where_the_store_has_reasons_for_it(shop: Shop) -> None:
    register = ordered(at_work(shop, charge_reasons=("Late parcel",)))
    register.do("charge.add_header", approved_by="manager", amount="5")
    assert register.asks("charge.change", amount="4") == ["reason"]
    assert "not one of the choices" in register.refused("charge.change", amount="4", reason="Other")
    assert [each.value for each in desk_of(register).charges_view().reasons] == ["Late parcel"]

    shop.publish(replace(SETTINGS, charge_reasons=()))
    register.do("charge.change", approved_by="manager", amount="4")
    assert (charges(register)[0], desk_of(register).charges_view().reasons) == (400, ())


def test_the_document_says_what_a_charge_was_why_it_was_changed_and_who_allowed_it_once(shop: Shop) -> None:
    register = ordered(at_work(shop))
    register.do("charge.add_header", approved_by="manager", amount="5")
    register.do("charge.change", approved_by="manager", amount="4", **OTHER)
    register = shop.open()
    register.do("user.sign_in", user="cashier", pin="270431")
    register.do("charge.change", approved_by="manager", amount="3", reason="Staff")
    register.do("deposit.pay_in_full")
    register.do("tender.cash")
    order = str(register.do("transaction.conclude").values["order"])
    made = register.session.journal.last_transaction()
    assert made is not None
    override = made.charges[0].override
    assert override is not None
    assert (override.before_minor, override.reason, override.approved_by) == (500, "Staff", "manager")

    known = register.session.finding.order(order)
    assert known is not None
    assert [(each.amount_minor, each.override) for each in known.state.charges] == [(300, None)]
