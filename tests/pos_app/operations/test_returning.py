"""Taking goods back: found by a number, within rights and limits, and for each refusal that nothing has changed."""

from dataclasses import replace

import pytest

from retail.orders.order import OrderState
from retail.permissions import RoleLimit
from retail.refund_rules import RefundRule
from retail.settings import OfflineReturns
from retail.wire.uploads import TransactionDocument
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
from tests.pos_app.operations.orders import conclude, ordered, state

WHY = "Damaged"
ONE = [{"line": 1, "quantity": "1", "reason": WHY}]
BLIND = {"number": "A", "reason": WHY, "approved_by": "manager"}


def sold(register: Register, *goods: str) -> str:
    """A plain sale of these goods in cash, A for 100.00 and B for 40.00; its transaction."""
    for number in goods or ("A", "B"):
        register.do("product.add", number=number)
    return conclude(register)


def text(register: Register, transaction: str) -> str:
    kept = register.session.journal.transaction_text(transaction)
    assert kept is not None
    return kept


def found_by(register: Register, number: str) -> list[dict[str, str]]:
    """What a number stands on."""
    found = register.do("return.find", number=number).values["found"]
    assert isinstance(found, list)
    return found


def known(register: Register, sale: str) -> OrderState:
    return state(register, sale)


def test_a_sale_comes_back_by_its_receipt_in_an_exchange(register: Register) -> None:
    sale = sold(register)
    [found] = found_by(register, "HOUSTON-1-000001")
    assert found == {"kind": "sale", "id": sale, "number": "HOUSTON-1-000001", "invoice": sale}
    assert register.asks("sale.return", id="1") == ["items"]

    register.do("sale.return", id="1", items=ONE)
    assert (register.cart["kind"], register.cart["due_minor"]) == ("return", -10_000)
    register.do("product.add", number="B")
    back = conclude(register)

    document = TransactionDocument.read(text(register, back))
    assert document.act is not None
    assert (document.act.about, document.act.id, document.act.originals) == (
        "sale",
        sale,
        ("HOUSTON-1-000001",),
    )
    assert (known(register, sale).lines[0].returned_thousandths, known(register, sale).paid_minor) == (
        1000,
        4000,
    )
    assert "Only 0 of" in register.refused("sale.return", id=sale, items=ONE)
    assert [each.id for each in register.session.finding.find_orders("")] == [], "a sale is no order"
    several = found_by(register, document.receipt_number)
    assert [(each["kind"], each["id"]) for each in several] == [("sale", sale), ("sale", back)]
    assert str(register.do("order.show", id=sale).message)


def test_what_headquarters_knows_more_of_a_sale_counts(register: Register) -> None:
    sale = sold(register)
    register.line.books.keep_sale(text(register, sale))
    register.do("sale.return", id=sale, items=ONE)
    other = replace(known(register, sale), number="HOUSTON-1-000001")
    register.line.books.sales[sale] = replace(other, acts=(*other.acts, "elsewhere"))

    register.do("tender.refund_cash")
    assert "was changed elsewhere" in register.refused("transaction.conclude")
    register.do("tender.void", number=1)
    register.do("transaction.void", reason="Wrong item")
    register.do("sale.return", id=sale, items=ONE)
    conclude(register)
    assert register.line.books.sales[sale].lines[0].returned_thousandths == 1000
    assert known(register, sale).number == "HOUSTON-1-000001"


def test_a_sale_of_another_register_needs_headquarters(register: Register) -> None:
    document = TransactionDocument.read(text(register, sold(register)))
    theirs = document.model_copy(update={
        "id": "00000003-0000-7000-8000-000000000001", "register_name": "HOUSTON-2",
        "receipt_number": "HOUSTON-2-000007", "customer": None,
    })  # fmt: skip
    register.line.books.keep_sale(theirs.written())
    register.line.state = "offline"
    assert "headquarters does not answer" in register.refused("return.find", number="HOUSTON-2-000007")
    register.line.state = "online"

    assert "There is no receipt" in register.refused("return.find", number="HOUSTON-2-000008")
    register.do("sale.return", id="HOUSTON-2-000007", items=ONE)
    assert register.cart["customer"] is None
    conclude(register)

    assert register.line.books.sales[theirs.id].lines[0].returned_thousandths == 1000


def test_the_store_says_what_is_done_while_headquarters_cannot_answer(shop: Shop) -> None:
    shop.publish(replace(SETTINGS, offline_sale_returns=OfflineReturns.APPROVE))
    register = at_work(shop)
    sale = sold(register)
    register.line.state = "offline"
    assert register.needs_approval("sale.return", id=sale, items=ONE).permission == "return_limit"
    register.do("sale.return", id=sale, items=ONE, approved_by="manager")
    conclude(register)

    shop.publish(replace(SETTINGS, offline_sale_returns=OfflineReturns.REFUSE))
    assert "takes goods back only with it" in register.refused(
        "sale.return", id=sale, items=[{"line": 2, "quantity": "1", "reason": WHY}]
    )


def test_an_order_comes_back_of_the_invoice_that_is_meant(register: Register) -> None:
    order = ordered(register)
    register.do("order.pick_up", id=order, quantities={"1": "1"})
    conclude(register)
    receipt = known(register, order).invoices[0].receipt
    [found] = found_by(register, receipt)

    assert found["kind"] == "order"
    assert "has no invoice 99" in register.refused("order.return", id=order, items=ONE, invoice="99")
    register.do("order.return", id=order, items=ONE, invoice=found["invoice"])
    conclude(register)

    assert known(register, order).invoices[0].lines[0].returned_thousandths == 1000
    assert "is no receipt of a plain sale" in register.refused("sale.return", id=receipt, items=ONE)


def test_without_a_receipt_the_right_and_the_limit_are_asked_for_together(shop: Shop) -> None:
    limits = (RoleLimit("cashier", blind_return_minor=5000),)
    shop.publish(replace(SETTINGS, role_limits=limits))
    register = at_work(shop)

    assert register.asks("product.return", number="A") == ["reason"]
    assert register.asks("product.return", reason=WHY) == ["code"]
    needed = register.needs_approval("product.return", number="B", reason=WHY)
    assert needed.rights == ("blind_return",)
    needed = register.needs_approval("product.return", number="A", reason=WHY)
    assert needed.rights == ("blind_return", "return_limit")
    needed = register.needs_approval("product.return", number="B", reason=WHY, price="40.01")
    assert needed.rights == ("blind_return", "price_override")
    assert "There is no item NONE" in register.refused("product.return", number="NONE", reason=WHY)

    register.do("product.return", **BLIND, quantity="2")
    assert (register.cart["kind"], register.cart["due_minor"]) == ("return", -20_000)
    conclude(register)

    entries = [entry.text for entry in register.session.journal.entries() if entry.kind == "approval"]
    assert ["blind_return" in entries[0], "return_limit" in entries[1], len(entries)] == [True, True, 2]


def test_a_limit_approves_what_it_reaches_of_a_return_and_no_right_besides(shop: Shop) -> None:
    lead = {"limits": {"blind_return_minor": 10_000}, "rights": [*CASHIER_RIGHTS, "blind_return"]}
    people = {each: staff_row(each) | (lead if each == "kari" else {}) for each in PINS}
    limit = RoleLimit("cashier", return_line_minor=15_000, blind_return_minor=5000)
    shop.publish(replace(SETTINGS, role_limits=(limit,)), staff=people)
    register = at_work(shop)
    back = {"number": "A", "reason": WHY}
    assert register.needs_approval("product.return", **back).within == ("kari",)

    words = register.refused("product.return", **back, quantity="2", approved_by="kari")
    assert "own limit, which is 150.00 of one line, 100.00 without a receipt" in words
    assert register.needs_approval("product.return", **back, price="100.01").within == ()
    register.do("product.return", **back, approved_by="kari")


def test_a_limit_is_no_right_to_what_the_store_wants_approved_without_headquarters(shop: Shop) -> None:
    lead = {"limits": {"return_line_minor": 90_000}}
    people = {each: staff_row(each) | (lead if each == "kari" else {}) for each in PINS}
    limit = RoleLimit("cashier", return_line_minor=1)
    store = replace(SETTINGS, role_limits=(limit,), offline_sale_returns=OfflineReturns.APPROVE)
    shop.publish(store, staff=people)
    register = at_work(shop)
    sale = sold(register)
    assert register.needs_approval("sale.return", id=sale, items=ONE).within == ("kari",)

    register.line.state = "offline"
    assert register.needs_approval("sale.return", id=sale, items=ONE).within == ()
    assert "may not approve this. Ask a manager." in register.refused(
        "sale.return", id=sale, items=ONE, approved_by="kari"
    )


def test_the_customer_of_a_return_without_a_receipt_may_be_chosen(register: Register) -> None:
    register.do("product.return", **BLIND)
    register.do("customer.set", id=ANNA)
    register.do("tender.refund_cash")
    register.do("tender.void", number=1)
    register.do("line.void", line=1)
    assert register.cart["kind"] == "sale"


def test_money_goes_back_as_the_policy_says(shop: Shop) -> None:
    policy = (RefundRule("card", "card"), RefundRule("card", "cash", approval_above_minor=1000))
    shop.publish(replace(SETTINGS, refund_policy=policy))
    register = at_work(shop)
    register.do("product.add", number="A")
    register.do("tender.card")
    sale = str(register.do("transaction.conclude").values["transaction"])
    register.do("sale.return", id=sale, items=ONE)

    assert register.needs_approval("tender.refund_cash", amount="10.01").permission == "refund_tender"
    register.do("tender.refund_cash")
    assert register.cart["due_minor"] == -9000, "what needs nobody, where no amount is said"
    done = register.do("tender.refund_card")
    conclude(register)

    last_four = known(register, sale).payments[0].last_four
    assert str(done.message) == f"90.00 goes back to card {last_four}."
    assert known(register, sale).paid_minor == 0


def test_an_account_is_given_back_to_while_headquarters_answers(register: Register) -> None:
    register.do("customer.set", id=ANNA)
    register.do("product.add", number="A")
    sale = conclude(register)
    register.do("sale.return", id=sale, items=ONE)

    register.line.state = "offline"
    words = register.refused("tender.refund_customer_account", approved_by="manager")
    assert words.startswith("Headquarters does not answer")
    register.line.state = "online"


@pytest.mark.parametrize(
    ("items", "words"),
    [([], "Nothing was chosen"), ([{"line": 9, "quantity": "1", "reason": WHY}], "There is no line 9"),
     ([{"line": 1, "quantity": "1", "reason": " "}], "Say why")],
)  # fmt: skip
def test_a_return_that_cannot_be_is_refused(register: Register, items: list[object], words: str) -> None:
    assert words in register.refused("sale.return", id=sold(register), items=items)
