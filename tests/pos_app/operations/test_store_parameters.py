"""What a store's profile switches on and off, through the register's real operations: each parameter both ways."""

import json
from dataclasses import replace

from pos_app.operations.registry import Asks
from retail.receipt import Item, Pair
from tests.fixtures.fix_register import (
    ANNA,
    CASHIER_RIGHTS,
    PINS,
    SETTINGS,
    Register,
    Shop,
    at_work,
    staff_row,
)
from tests.pos_app.operations.orders import state
from tests.pos_app.operations.test_fulfilment import shipped, stages

SHOE = "4006381333931"


def lines(register: Register) -> list[tuple[str, int]]:
    return [(line["product"], line["amount_minor"]) for line in register.cart["lines"]]


def test_a_store_that_may_not_reject_says_who_can_and_one_that_may_does(shop: Shop) -> None:
    register = at_work(shop, reject_fulfilment=False)
    order = shipped(register)

    assert "may not reject lines" in register.refused("fulfilment.reject", id=order, lines=[1])

    shop.publish(SETTINGS)
    register.do("fulfilment.reject", id=order, lines=[1])
    assert stages(state(register, order)) == ["rejected", "accepted"]


def test_a_shift_that_has_to_be_declared_asks_for_its_start_and_for_all_it_took(shop: Shop) -> None:
    shop.publish(replace(SETTINGS, require_declaration=True))
    register = shop.open()
    register.do("user.sign_in", user="cashier", pin=PINS["cashier"])
    assert register.asks("shift.open") == ["start"]
    register.do("shift.open", start="50")
    register.do("product.add", code=SHOE)
    register.do("tender.card")
    register.do("transaction.conclude")

    assert "Count this too: Card" in register.refused("shift.close", counted={"cash": "50"})
    register.do("shift.close", counted={"cash": "50", "card": "100"})


def test_a_shift_that_need_not_be_declared_opens_with_nothing_and_closes_by_its_cash(
    register: Register,
) -> None:
    register.do("product.add", code=SHOE)
    register.do("tender.card")
    register.do("transaction.conclude")

    register.do("shift.close", counted={"cash": "0"})


def test_goods_that_are_the_same_are_counted_on_one_line_where_the_store_wants_it(shop: Shop) -> None:
    register = at_work(shop, aggregate_products=True)

    for _ in range(2):
        register.do("product.add", code=SHOE)
    done = register.do("product.add", code=SHOE)
    register.do("product.add", number="B")
    register.do("product.add", number="B", quantity="2")

    assert lines(register) == [("A", 30000), ("B", 12000)]
    assert done.values["line"] == 1
    assert "Added 3 × Trail shoe" in str(done.message)


def test_goods_that_differ_in_anything_keep_lines_of_their_own(shop: Shop) -> None:
    register = at_work(shop, aggregate_products=True)
    register.do("product.add", number="A")
    register.do("line.price_override", price="90", reason="Other", approved_by="manager")
    register.do("product.add", number="A")
    register.do("product.add", number="OPEN", price="2")
    register.do("product.add", number="OPEN", price="3")
    register.do("product.add", number="OPEN", price="3")

    assert lines(register) == [("A", 9000), ("A", 10000), ("OPEN", 200), ("OPEN", 600)]


def test_every_scan_is_a_line_where_the_store_does_not_count_up(register: Register) -> None:
    register.do("product.add", code=SHOE)
    register.do("product.add", code=SHOE)

    assert lines(register) == [("A", 10000), ("A", 10000)]


def test_sales_and_returns_are_kept_apart_where_the_store_says_so(shop: Shop) -> None:
    register = at_work(shop, prohibit_mixed_returns=True)
    register.do("product.add", number="A")
    words = register.refused("product.return", number="B", reason="Damaged", approved_by="manager")
    assert "takes goods back in a sale of their own" in words
    register.do("line.void", line=1)

    register.do("product.return", number="B", reason="Damaged", approved_by="manager")
    assert "Conclude the return first" in register.refused("product.add", number="A")


def test_goods_are_given_in_exchange_where_the_store_mixes(register: Register) -> None:
    register.do("product.add", number="A")
    register.do("product.return", number="B", reason="Damaged", approved_by="manager")

    assert lines(register) == [("A", 10000), ("B", -4000)]


FREE = {"FREE": {"number": "FREE", "name": "Sample", "barcodes": []}}
FREE_PRICE = {"FREE": {"number": "FREE", "price_minor": 0}}


def test_a_price_of_nothing_is_typed_where_the_store_says_so_and_else_is_nothing(shop: Shop) -> None:
    shop.publish(replace(SETTINGS, key_in_zero_price=True), products=FREE, prices=FREE_PRICE)
    register = at_work(shop)
    assert register.asks("product.add", number="FREE") == ["price"]
    register.do("product.add", number="FREE", price="7")
    assert lines(register) == [("FREE", 700)]

    shop.publish(SETTINGS, products=FREE, prices=FREE_PRICE)
    register.do("product.add", number="FREE")
    assert lines(register) == [("FREE", 700), ("FREE", 0)]


def test_more_than_the_store_takes_cannot_be_typed(shop: Shop) -> None:
    register = at_work(shop, price_max_minor=12000, quantity_max=5)

    assert "at most 5 on a line" in register.refused("product.add", number="A", quantity="6")
    assert "most that is typed here is 120.00" in register.refused(
        "product.add", number="OPEN", price="120.01"
    )
    assert "at most 5" in register.refused("product.return", number="B", quantity="6", reason="Damaged")
    register.do("product.add", number="A", quantity="5")
    assert "at most 5" in register.refused("line.quantity", quantity="5.001")
    refused = register.refused("line.price_override", price="120.01", reason="Other", approved_by="manager")
    assert "most that is typed here is 120.00" in refused
    register.do("line.price_override", price="120", reason="Other", approved_by="manager")


def test_more_of_a_line_is_added_only_up_to_the_most(shop: Shop) -> None:
    register = at_work(shop, quantity_max=5, aggregate_products=True)
    register.do("product.add", number="A", quantity="4")

    assert "at most 5" in register.refused("product.add", number="A", quantity="2")
    register.do("product.add", number="A")


def test_no_bound_is_no_bound(register: Register) -> None:
    register.do("product.add", number="OPEN", price="99999", quantity="500")

    assert lines(register) == [("OPEN", 99999 * 100 * 500)]


SHOES = {
    "PROMO": {"id": "PROMO", "name": "Half price", "kind": "percent", "products": ["A"], "percent": "50"}
}


def test_discounts_wait_for_the_total_and_no_money_is_taken_before(shop: Shop) -> None:
    shop.publish(replace(SETTINGS, manual_discounts=True), promotions=SHOES)
    register = at_work(shop)
    register.do("product.add", number="A")
    assert lines(register) == [("A", 10000)]
    assert "Press Calculate total first" in register.refused("tender.cash")

    assert str(register.do("cart.calculate").message) == "Total 100.00 → 50.00."
    register.do("product.add", number="B")

    assert lines(register) == [("A", 5000), ("B", 4000)]
    register.do("tender.cash")
    register.do("transaction.conclude")


def test_discounts_that_do_not_wait_are_there_at_once(shop: Shop) -> None:
    shop.publish(SETTINGS, promotions=SHOES)
    register = at_work(shop)
    register.do("product.add", number="A")

    assert lines(register) == [("A", 5000)]
    assert str(register.do("cart.calculate").message) == "The total stays 50.00."


def test_a_new_sale_is_an_order_where_the_store_begins_with_one(shop: Shop) -> None:
    register = at_work(shop, default_to_order=True)
    register.do("product.add", number="A")
    register.do("customer.set", id=ANNA)
    assert register.cart["kind"] == "order"

    assert "normal sale" in str(register.do("order.carry_out_all").message)
    assert register.cart["kind"] == "sale"
    register.do("transaction.void", approved_by="manager")
    register.do("product.return", number="B", reason="Damaged", approved_by="manager")


def test_a_new_sale_is_a_sale_elsewhere(register: Register) -> None:
    register.do("product.add", number="A")

    assert register.cart["kind"] == "sale"


def test_working_offline_before_the_sign_in_is_the_stores_to_allow(shop: Shop) -> None:
    register = at_work(shop)
    register.do("user.sign_off")
    assert "Sign in first" in register.refused("sync.work_offline")

    shop.publish(replace(SETTINGS, manual_offline=True))
    register.do("sync.work_offline")
    assert register.session.offline_by == "Somebody at the sign-in"
    register.do("user.sign_in", user="cashier", pin=PINS["cashier"])
    register.do("product.add", number="A")
    register.do("sync.work_online")
    assert register.session.offline_by == ""


def test_a_locked_register_is_switched_by_nobody(shop: Shop) -> None:
    register = at_work(shop, manual_offline=True)
    register.do("register.lock")

    assert "locked" in register.refused("sync.work_offline")


def test_equal_goods_stand_together_on_paper_where_the_store_wants_it(shop: Shop) -> None:
    for counts_up, printed in (
        (True, ["Trail shoe", "Merino sock"]),
        (False, ["Trail shoe", "Merino sock", "Trail shoe"]),
    ):
        register = at_work(shop, aggregate_on_receipt=counts_up)
        for number in ("A", "B", "A"):
            register.do("product.add", number=number)
        register.do("tender.cash")
        register.do("transaction.conclude")
        register.do("receipt.print")

        rows = list(shop.printer.printed.values())[-1]
        assert [row.name for row in rows if isinstance(row, Item)] == printed


def set_aside(register: Register, *names: str) -> None:
    for name in names:
        register.do("product.add", number="A")
        register.do("transaction.suspend", name=name)


def suspended(register: Register) -> list[str]:
    return [each.name for each in register.session.journal.suspended_carts()]


def test_what_was_set_aside_is_voided_with_the_shift_where_the_store_has_it_so(shop: Shop) -> None:
    register = at_work(shop, void_suspended=True)
    set_aside(register, "Anna", "Ben")
    count = {"counted": {"cash": "0"}}
    asked = register.ask("shift.close", **count)
    assert isinstance(asked, Asks)
    assert "2 suspended sales are voided with the shift" in str(asked.questions[0].prompt)
    assert register.asks("shift.close", **count, sure=False) == ["sure"]
    assert suspended(register) == ["Ben", "Anna"]

    register.do("shift.close", **count, sure=True)

    assert suspended(register) == []
    voided = [json.loads(each) for each in register.session.journal.texts_of("transaction.void")]
    assert [(each["total_minor"], each["lines"], each["reason"]) for each in voided] == [
        (10_000, 1, "shift.close"), (10_000, 1, "shift.close"),
    ]  # fmt: skip


def test_what_is_voided_with_the_shift_is_counted_by_its_document_and_not_by_the_next_one(shop: Shop) -> None:
    register = at_work(shop, void_suspended=True)
    set_aside(register, "Anna", "Ben")
    register.do("shift.close", counted={"cash": "0"}, sure=True)
    register.do("shift.open", start="0")
    register.do("shift.close", counted={"cash": "0"})

    told = [json.loads(each.text) for each in register.session.journal.outbox() if each.kind == "shift"]
    assert [each["voided"] for each in told] == [2, 0]


def test_voiding_with_the_shift_takes_the_right_to_void(shop: Shop) -> None:
    few = [each for each in CASHIER_RIGHTS if each != "void_transaction"]
    shop.publish(replace(SETTINGS, void_suspended=True), staff={each: staff_row(each, few) for each in PINS})
    register = at_work(shop)
    set_aside(register, "Anna")
    close = {"counted": {"cash": "0"}, "sure": True}
    assert register.needs_approval("shift.close", **close).rights == ("void_transaction",)

    register.do("shift.close", **close, approved_by="manager")
    assert suspended(register) == []


def test_what_was_set_aside_stays_over_the_end_of_a_shift_elsewhere(shop: Shop) -> None:
    register = at_work(shop)
    set_aside(register, "Anna")

    register.do("shift.close", counted={"cash": "0"})

    assert suspended(register) == ["Anna"]
    assert "transaction.void" not in register.kinds()


def test_nothing_is_asked_where_nothing_was_set_aside(shop: Shop) -> None:
    at_work(shop, void_suspended=True).do("shift.close", counted={"cash": "0"})


def papers(shop: Shop, prefix: str) -> list[list[str]]:
    """The pairs on each paper whose name begins so."""
    return [
        [f"{row.left}: {row.right}" for row in rows if isinstance(row, Pair)]
        for name, rows in shop.printer.printed.items()
        if name.startswith(prefix)
    ]


def test_a_shift_prints_its_reports_and_the_last_one_again(shop: Shop) -> None:
    register = at_work(shop)
    register.do("product.add", number="A")
    register.do("tender.card")
    register.do("transaction.conclude")
    register.do("shift.x_report", approved_by="manager")
    register.do("shift.close", counted={"cash": "1"}, approved_by="manager")
    assert "Z report of shift 1 printed" in str(register.do("shift.z_report", approved_by="manager").message)

    [x] = papers(shop, "X-HOUSTON-1-1")
    assert {"1 × Sales: 100.00", "Start amount: 0.00", "Card, expected: 100.00"} <= set(x)
    first = papers(shop, "Z-HOUSTON-1-1")[0]
    assert {"Card, counted: 100.00", "Cash, over or short: 1.00"} <= set(first)
    assert "shift.z_report" in register.kinds()


def test_tender_details_are_left_off_the_x_report_where_the_store_says_so(shop: Shop) -> None:
    register = at_work(shop, tenders_on_x_report=False)
    register.do("shift.x_report", approved_by="manager")

    [x] = papers(shop, "X-HOUSTON-1-1")
    assert not [each for each in x if "expected" in each]


def test_a_store_that_prints_no_reports_prints_none_and_says_so(shop: Shop) -> None:
    register = at_work(shop, print_shift_reports=False)
    assert "prints no X and Z reports" in register.refused("shift.x_report")
    register.do("shift.close", counted={"cash": "0"}, approved_by="manager")

    assert "prints no X and Z reports" in register.refused("shift.z_report")
    assert papers(shop, "Z-") == []


def test_a_shift_is_closed_also_where_its_report_does_not_come_out(register: Register, shop: Shop) -> None:
    shop.printer.is_empty = True
    done = register.do("shift.close", counted={"cash": "0"}, approved_by="manager")

    assert "The Z report did not come out: paper out. Print it again." in str(done.message)
    assert register.session.shift is None


def test_there_is_no_z_report_before_a_shift_was_closed(register: Register) -> None:
    assert "Close one first" in register.refused("shift.z_report")


def test_a_void_sale_leaves_a_paper_where_the_store_keeps_one(shop: Shop) -> None:
    for prints, count in ((False, 0), (True, 1)):
        register = at_work(shop, print_voided=prints)
        register.do("product.add", number="A")
        assert str(register.do("transaction.void", approved_by="manager").message) == "Sale voided."
        assert len(papers(shop, "VOID-")) == count
    assert "Total, not taken: 100.00" in papers(shop, "VOID-")[0]


def test_payments_of_the_same_kind_are_one_where_the_store_wants_it_and_card_payments_never(
    shop: Shop,
) -> None:
    register = at_work(shop, aggregate_payments=True)
    register.do("product.add", number="A")
    register.do("tender.cash", amount="10")
    register.do("tender.card", amount="20")
    register.do("tender.card", amount="5")
    done = register.do("tender.cash", amount="30")

    assert done.values["tender"] == 1
    cart = register.session.cart
    assert cart is not None
    assert [(each.type.value, each.tendered_minor) for each in cart.tenders] == [
        ("cash", 4000), ("card", 2000), ("card", 500)]  # fmt: skip
    assert "Hand back 40.00" in str(register.do("tender.void", number=1).message)


def test_every_payment_is_one_of_its_own_where_the_store_does_not_say_otherwise(register: Register) -> None:
    register.do("product.add", number="A")
    register.do("tender.cash", amount="10")
    register.do("tender.cash", amount="30")

    cart = register.session.cart
    assert cart is not None
    assert [each.tendered_minor for each in cart.tenders] == [1000, 3000]
