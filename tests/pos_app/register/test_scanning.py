"""What a code is decides where it goes, and what cannot be done with it is said in words with a way on."""

import pytest

from pos_app.operations.registry import Asks, Done, Refused
from pos_app.register.desk import RegisterDesk
from pos_app.views import ScannedView, Severity
from tests.fixtures.fix_register import ANNA, PINS

SHOE = "4006381333931"


@pytest.fixture
def ready(desk: RegisterDesk) -> RegisterDesk:
    desk.dispatch("user.sign_in", {"user": "cashier", "pin": PINS["cashier"]})
    desk.dispatch("shift.open", {"start": "0"})
    return desk


def refused(scanned: ScannedView) -> str:
    assert isinstance(scanned.outcome, Refused)
    assert scanned.refusal is not None
    assert scanned.refusal.severity is Severity.ERROR
    assert scanned.refusal.text == str(scanned.outcome.message)
    return scanned.refusal.text


def test_an_item_is_added(ready: RegisterDesk) -> None:
    scanned = ready.scan(SHOE, "3")

    assert isinstance(scanned.outcome, Done)
    assert scanned.refusal is None
    assert [(line.name, line.quantity) for line in scanned.sale.lines] == [("Trail shoe", "3")]


def test_a_large_quantity_is_asked_about(ready: RegisterDesk) -> None:
    scanned = ready.scan(SHOE, "150")

    assert isinstance(scanned.outcome, Asks)
    assert scanned.step.params == {"code": SHOE, "quantity": "150", "sure": False}


def test_an_order_is_for_the_window_to_open(ready: RegisterDesk) -> None:
    scanned = ready.scan("L-HOUSTON-1-00045")

    assert (scanned.step.operation, scanned.step.params) == ("order.find", {"text": "L-HOUSTON-1-00045"})
    assert scanned.outcome is None


def test_a_card_puts_its_customer_on_the_sale(ready: RegisterDesk) -> None:
    customer = ready._session.finding.customer(ANNA)
    assert customer is not None

    scanned = ready.scan(f"CUSTOMER-{customer.account}")

    assert isinstance(scanned.outcome, Done)
    assert scanned.sale.customer is not None
    assert scanned.sale.customer.name == customer.name


def test_a_loyalty_card_puts_its_customer_on_the_sale(ready: RegisterDesk) -> None:
    ready.dispatch("customer.issue_loyalty_card", {"id": ANNA, "card": "LC000000000075"})

    scanned = ready.scan("lc000000000075")

    assert isinstance(scanned.outcome, Done)
    assert scanned.sale.customer is not None
    assert scanned.sale.customer.name == "Anna Berg"


def test_a_loyalty_card_of_nobody_is_refused_and_is_no_item(ready: RegisterDesk) -> None:
    assert "Nobody known here has the loyalty card LC000000000075" in refused(ready.scan("LC000000000075"))
    outcome, _ = ready.dispatch("product.add", {"code": "LC000000000075"})
    assert isinstance(outcome, Refused)
    assert "customer's card" in str(outcome.message)


def test_a_card_of_nobody_is_refused(ready: RegisterDesk) -> None:
    assert "No customer with account 999" in refused(ready.scan("CUSTOMER-999"))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("SUSPENDED-3", "suspended"),
        ("COUPON-1", "coupon"),
        ("STAFF-cashier", "badge"),
        ("4006381333932", "misread"),
        ("\x00", "not a code"),
    ],
)
def test_what_this_register_cannot_do_is_refused_without_a_button(
    ready: RegisterDesk, code: str, words: str
) -> None:
    scanned = ready.scan(code)

    assert words in refused(scanned)
    assert scanned.sale.lines == ()


def test_a_receipt_is_what_goods_come_back_of(ready: RegisterDesk) -> None:
    scanned = ready.scan("HOUSTON-1-000042")

    assert (scanned.step.operation, scanned.step.params) == ("return.open", {"number": "HOUSTON-1-000042"})
    assert (scanned.outcome, scanned.sale.lines) == (None, ())


def test_an_unknown_code_can_be_searched_for_and_reported(ready: RegisterDesk) -> None:
    scanned = ready.scan("5012345678900")

    assert refused(scanned) == "Unknown code 5012345678900. Search for the item by name."
    assert scanned.refusal is not None
    assert [(each.text, each.operation, each.params) for each in scanned.refusal.actions] == [
        ("Search", "product.search", {}),
        ("Report", "code.report", {"code": "5012345678900"}),
    ]


def test_picking_means_the_lines_of_the_article(ready: RegisterDesk) -> None:
    for code in (SHOE, "7038010009457", SHOE):
        ready.scan(code)

    scanned = ready.scan(SHOE, picking=True)

    assert (scanned.step.operation, scanned.step.params) == ("lines.pick", {"lines": [1, 3]})
    assert scanned.outcome is None
    assert len(scanned.sale.lines) == 3


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("7038010009457", "Merino sock is not among these lines"),
        ("5012345678900", "Unknown code"),
        ("STAFF-cashier", "staff badge"),
    ],
)
def test_picking_refuses_what_is_not_in_the_sale(ready: RegisterDesk, code: str, words: str) -> None:
    ready.scan(SHOE)

    assert words in refused(ready.scan(code, picking=True))


def test_picking_in_no_sale_refuses_everything(ready: RegisterDesk) -> None:
    assert "not among these lines" in refused(ready.scan(SHOE, picking=True))


@pytest.mark.parametrize(
    ("code", "user"), [("STAFF-cashier", "cashier"), ("STAFF-gone", ""), ("STAFF-nobody", ""), (SHOE, "")]
)
def test_a_badge_names_a_person_who_works_here(desk: RegisterDesk, code: str, user: str) -> None:
    assert desk.badge_user(code) == user


def test_nothing_is_added_while_locked(ready: RegisterDesk) -> None:
    ready.dispatch("register.lock", {})

    scanned = ready.scan(SHOE)

    refused(scanned)
    assert scanned.sale.lines == ()
