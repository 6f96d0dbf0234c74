"""What a cart does to an order that exists: each act, and for each refusal that nothing has changed."""

from decimal import Decimal
from typing import Any

import pytest

from pos_app.register.sale_views import totals_view
from pos_app.register.sheet_defaults import payment_view
from pos_app.views import FactView
from retail.orders.order import OrderStatus
from retail.totals import totals_of
from tests.fixtures.fix_register import ANNA, SETTINGS, Register, Shop, at_work
from tests.pos_app.operations.orders import conclude, ordered, pay, shown, state

NEVER = "00000002-0000-7000-8000-000000000099"


@pytest.fixture
def order(register: Register) -> str:
    """A for 100.00 and B for 40.00, 14.00 paid ahead, known to headquarters as 1001."""
    return ordered(register)


def test_recalling_looks_and_changes_nothing(register: Register, order: str) -> None:
    before = register.trace()

    done = register.do("order.recall", id=order)

    assert (str(done.message), done.values) == ("1001: Open", {"order": order, "number": "1001"})
    assert register.trace()[1:] == before[1:]


def test_what_earlier_pickups_paid_is_not_due_later_again(register: Register, shop: Shop, order: str) -> None:
    register.do("order.pick_up", id=order, quantities={"1": "1"})
    conclude(register)
    register.do("order.edit", id=order)

    cart = register.session.cart
    assert cart is not None
    totals = totals_of(cart, SETTINGS)
    shown = totals_view(cart, totals, SETTINGS, register.session.language)
    sheet = payment_view(register.session.draft(SETTINGS), is_online=True)
    assert totals.balance_minor == 3600
    assert FactView("Later", "36.00") in shown.facts
    assert sheet.balance == "The other 36.00 is paid at pickup:"


def test_an_edit_is_the_whole_order_and_counts_when_it_is_concluded(register: Register, order: str) -> None:
    register.do("order.edit", id=order)
    assert (register.cart["kind"], register.cart["total_minor"], register.cart["due_minor"]) == (
        "order",
        14_000,
        0,
    )
    register.do("line.void", line=2)
    assert register.cart["due_minor"] == -400
    assert state(register, order).total_minor == 14_000, "nothing has changed yet"

    conclude(register)

    after = state(register, order)
    assert (after.revision, after.total_minor, after.paid_minor, after.number) == (2, 10_000, 1000, "1001")
    assert register.line.books.orders[order] == after


def test_voiding_an_edit_leaves_the_order_alone(register: Register, order: str) -> None:
    before = state(register, order)
    register.do("order.edit", id=order)
    register.do("line.void", line=2)

    register.do("transaction.void", reason="Customer changed mind")

    assert state(register, order) == before
    assert register.session.cart is None


def test_goods_are_handed_out_all_of_this_store_or_those_named(register: Register, order: str) -> None:
    done = register.do("order.pick_up", id=order, quantities={"1": "1"})
    assert done.values["due_minor"] == 9000
    assert (register.cart["kind"], register.cart["applied_minor"]) == ("pickup", 1000)
    conclude(register)
    assert state(register, order).status is OrderStatus.PARTIALLY_INVOICED

    register.do("order.pick_up", id=order)
    conclude(register)

    after = state(register, order)
    assert (after.status, after.paid_minor, after.balance_minor) == (OrderStatus.INVOICED, 14_000, 0)
    assert register.line.books.orders[order] == after


def test_an_overridden_deposit_is_used_as_stated(shop: Shop) -> None:
    register = at_work(shop)
    register.do("customer.set", id=ANNA)
    for number in ("A", "B"):
        register.do("product.add", number=number)
    register.do("order.pick_up_all")
    register.do("deposit.override", amount="50", reason="Staff", approved_by="manager")
    register.do("tender.cash")
    register.do("order.balance", arrangement="pay_at_pickup")
    order = str(register.do("transaction.conclude").values["order"])
    register.do("order.pick_up", id=order, quantities={"1": "1"})
    assert (register.cart["applied_minor"], register.asks("deposit.use")) == (0, ["amount"])

    assert "Only 50.00 of the deposit is left" in register.refused("deposit.use", amount="50.01")
    register.do("deposit.use", amount="50")

    assert register.cart["due_minor"] == 5000


def test_a_deposit_that_was_worked_out_is_not_stated(register: Register, order: str) -> None:
    register.do("order.pick_up", id=order, quantities={"1": "1"})

    assert "used as it was worked out" in register.refused("deposit.use", amount="1")


def test_cancelling_keeps_its_charge_and_gives_the_rest_back(shop: Shop) -> None:
    register = at_work(shop, cancellation_charge_code="CANCEL", cancellation_charge_percent=Decimal(5))
    order = ordered(register)

    done = register.do("order.cancel", id=order, reason="Too late")
    assert (done.values["due_minor"], register.cart["kind"]) == (-700, "cancellation")
    conclude(register)

    after = state(register, order)
    assert (after.status, after.paid_minor, after.total_minor) == (OrderStatus.CANCELLED, 700, 700)
    assert shown(register, order)["status"] == "cancelled"


def test_another_charge_than_the_usual_needs_its_right(shop: Shop) -> None:
    register = at_work(shop, cancellation_charge_code="CANCEL", cancellation_charge_percent=Decimal(5))
    order = ordered(register)

    assert register.needs_approval("order.cancel", id=order, charge="20").permission == "cancellation_charge"
    register.do("order.cancel", id=order, charge="7")
    register.do("transaction.void", reason="Other")

    register.do("order.cancel", id=order, charge="20", approved_by="manager")

    assert register.cart["due_minor"] == 600
    assert register.session.cart is not None
    assert register.session.cart.act is not None
    assert register.session.cart.act.approved_by == "manager"
    assert "cancellation.charge" in register.kinds()


def test_what_came_back_is_paid_back_with_its_reason(register: Register, order: str) -> None:
    register.do("order.pick_up", id=order)
    conclude(register)
    assert register.asks("order.return", id=order) == ["items"]

    done = register.do("order.return", id=order, items=[{"line": 1, "quantity": "1", "reason": "Too small"}])
    assert (done.values["due_minor"], register.cart["kind"]) == (-10_000, "return")
    conclude(register)

    after = state(register, order)
    assert (after.lines[0].returned_thousandths, after.paid_minor, after.balance_minor) == (1000, 4000, 0)


def test_new_goods_may_be_taken_in_exchange(register: Register, order: str) -> None:
    register.do("order.pick_up", id=order)
    conclude(register)
    register.do("order.return", id=order, items=[{"line": 2, "reason": "Wrong"}])

    register.do("product.add", number="A")

    assert register.cart["due_minor"] == 6000
    conclude(register)
    assert register.line.books.orders[order] == state(register, order)


def test_a_refund_of_shipping_above_the_ceiling_needs_its_right(shop: Shop) -> None:
    register = at_work(shop, refund_shipping_charges=True, max_shipping_refund_without_approval_minor=500)
    order = ordered(register)
    register.do("order.pick_up", id=order)
    conclude(register)
    items = [{"line": 1, "reason": "Wrong"}]

    needed = register.needs_approval("order.return", id=order, items=items, shipping="5.01")
    assert needed.permission == "shipping_refund"
    register.do("order.return", id=order, items=items, shipping="5")
    assert register.cart["due_minor"] == -10_500


def test_a_quote_becomes_an_order(register: Register) -> None:
    register.do("customer.set", id=ANNA)
    register.do("product.add", number="A")
    register.do("quote.create", expires="2026-12-01")
    register.do("order.pick_up_all")
    quote = str(register.do("transaction.conclude").values["order"])
    assert shown(register, quote)["status"] == "quote"
    assert "This is a quote" in register.refused("order.pick_up", id=quote)

    register.do("order.convert", id=quote)
    pay(register)
    register.do("order.balance", arrangement="pay_at_pickup")
    register.do("transaction.conclude")

    assert (state(register, quote).status, state(register, quote).paid_minor) == (OrderStatus.OPEN, 1000)


@pytest.mark.parametrize(
    ("operation", "params", "words"),
    [
        ("order.convert", {}, "This is an order already"),
        ("order.pick_up", {"quantities": {"9": "1"}}, "Line 9 of this order is not picked up"),
        ("order.pick_up", {"quantities": {"1": "2"}}, "Only 1 of Trail shoe is left to hand out"),
        ("order.pick_up", {"quantities": {"1": "0"}}, "Choose 1 or more of Trail shoe"),
        ("order.pick_up", {"quantities": {}}, "Nothing was chosen"),
        ("order.pick_up", {"quantities": {"x": "1"}}, "lines by their numbers"),
        ("order.pick_up", {"quantities": [1]}, "quantities by line"),
        ("order.return", {"items": []}, "Nothing of this order was handed out yet"),
        ("order.return", {"items": [7]}, "a list of lines with quantity and reason"),
    ],
)
def test_what_cannot_be_done_changes_nothing(
    register: Register, order: str, operation: str, params: dict[str, Any], words: str
) -> None:
    assert words in register.refused(operation, id=order, **params)


ACTS = ("order.edit", "order.pick_up", "order.cancel")


@pytest.mark.parametrize("operation", ACTS)
def test_nothing_is_opened_while_another_sale_is_open(register: Register, order: str, operation: str) -> None:
    register.do("product.add", number="A")

    assert "There is an open sale" in register.refused(operation, id=order)


@pytest.mark.parametrize("operation", [*ACTS, "order.recall", "order.convert", "order.return"])
def test_an_order_nobody_knows_is_refused(register: Register, operation: str) -> None:
    assert "not known here" in register.refused(operation, id=NEVER)


def test_a_deposit_is_used_in_a_pickup_alone(register: Register) -> None:
    register.do("product.add", number="A")

    assert "Open a pickup first" in register.refused("deposit.use", amount="1")


@pytest.mark.parametrize("operation", ACTS)
def test_who_lacks_the_right_needs_an_approval(register: Register, order: str, operation: str) -> None:
    assert register.session.user is not None
    register.session.user = register.session.user.model_copy(update={"rights": ()})

    assert register.needs_approval(operation, id=order).permission == "edit_order"
    register.do(operation, id=order, approved_by="manager")
    assert register.cart["kind"] in ("order", "pickup", "cancellation")


@pytest.mark.parametrize("operation", ["order.edit", "order.pick_up"])
def test_who_agreed_to_an_edit_or_a_pickup_stands_in_its_document_and_in_the_life_of_the_order(
    register: Register, order: str, operation: str
) -> None:
    assert register.session.user is not None
    register.session.user = register.session.user.model_copy(update={"rights": ()})
    register.do(operation, id=order, approved_by="manager")
    if operation == "order.edit":
        register.session.user = register.session.user.model_copy(update={"rights": ("void_line",)})

    conclude(register)

    assert state(register, order).events[-1].approved_by == "manager"


@pytest.mark.parametrize("operation", ["order.edit", "order.pick_up"])
def test_where_nobody_had_to_agree_nobody_is_named(register: Register, order: str, operation: str) -> None:
    register.do(operation, id=order)
    conclude(register)

    assert state(register, order).events[-1].approved_by == ""


def test_the_act_in_an_open_cart_survives_a_crash(shop: Shop) -> None:
    register = at_work(shop)
    order = ordered(register)
    register.do("order.pick_up", id=order, quantities={"1": "1"})
    before = register.session.cart

    again = shop.open()
    again.do("user.sign_in", user="cashier", pin="270431")

    assert again.session.cart == before
    conclude(again)
    assert state(again, order).status is OrderStatus.PARTIALLY_INVOICED
