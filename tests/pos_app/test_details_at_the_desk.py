"""Details through the real desk on real files: their button, and asked for before what lacks some is concluded."""

import pytest
from PySide6.QtWidgets import QLineEdit

from pos_app.ui.sheets.details import DetailsSheet
from pos_app.ui.sheets.fields import Choices
from pos_app.ui.sheets.money import PaymentSheet
from retail.attributes import AskedOf, AttributeKind, OrderAttribute
from tests.pos_app.acting_till import Opened, Till

SHOE = "4006381333931"
PO = OrderAttribute("po", "Order of the customer", required=True, asked_of=AskedOf.BOTH)
WRAP = OrderAttribute("wrap", "Gift", AttributeKind.FLAG, asked_of=AskedOf.SALES)


@pytest.fixture
def till(opened: Opened) -> Till:
    """A till of a store that asks two things of a sale, one of which it needs."""
    return opened(order_attributes=(PO, WRAP))


def sheet_of(till: Till) -> DetailsSheet:
    sheet = till.window.sale.sheet
    assert isinstance(sheet, DetailsSheet)
    return sheet


def test_cash_that_ends_a_sale_asks_for_what_it_lacks_and_then_ends_it(till: Till) -> None:
    till.hands.scan(SHOE)
    till.hands.key("F12")
    asked = sheet_of(till).sentence.text()
    till.hands.key("Enter")
    again = sheet_of(till)
    till.hands.type("4711")
    till.hands.key("Enter")

    assert (asked, again.sentence.text()) == ("This needs: Order of the customer. Type it.",) * 2
    assert till.window.sale.sheet is None
    assert "saved" in till.words
    assert till.binder.view is not None
    assert till.binder.view.lines == ()


def test_the_payment_sheet_opens_once_the_details_are_there(till: Till) -> None:
    till.hands.scan(SHOE)
    till.hands.key("F10")
    gift = sheet_of(till).details.fields["wrap"]
    assert isinstance(gift, Choices)
    gift.choose("yes")
    till.hands.type("4711")
    till.hands.key("Enter")

    assert isinstance(till.window.sale.sheet, PaymentSheet)
    assert till.register.session.cart is not None
    assert till.register.session.cart.attributes == (("po", "4711"), ("wrap", "yes"))


def test_the_button_opens_them_with_what_was_said_or_says_why_there_are_none(
    till: Till, opened: Opened
) -> None:
    till.binder.request("cart.details", {})
    nothing = till.words
    till.hands.scan(SHOE)
    till.binder.dispatch("cart.details", {"attributes": {"po": "1"}})
    till.binder.request("cart.details", {})
    po = sheet_of(till).details.fields["po"]
    assert isinstance(po, QLineEdit)
    shown = po.text()

    assert nothing == "There is no open sale. Scan or type an item."
    assert shown == "1"


def test_a_store_that_asks_nothing_says_so(opened: Opened) -> None:
    till = opened()
    till.hands.scan(SHOE)
    till.binder.request("cart.details", {})

    assert till.words == "This store asks for no details here."
