"""Serial numbers at the till, by scan and by key: of what is sold, and of what comes back."""

import pytest

from pos_app.ui.sheets.returning import ReturnSheet
from pos_app.ui.sheets.serials import SerialSheet
from tests.fixtures.fix_register import PRODUCTS, SETTINGS, Shop, product_row
from tests.pos_app.acting_till import Opened, Till

SHOE, SOCK = "4006381333931", "7038010009457"


@pytest.fixture
def till(opened: Opened, shop: Shop) -> Till:
    """A till whose shoe has serial numbers."""
    products = {number: product_row(number) for number in PRODUCTS}
    shop.publish(SETTINGS, products={**products, "A": {**product_row("A"), "asks_serial": True}})
    return opened()


def details(till: Till) -> list[str]:
    assert till.binder.view is not None
    return [line.detail for line in till.binder.view.lines]


def test_a_scan_of_the_article_and_one_of_its_piece_sell_it(till: Till) -> None:
    till.hands.scan(SHOE)
    asked, missing = till.words, details(till)
    till.hands.scan(SOCK)
    till.hands.scan("SN-77-01")

    assert asked == "Trail shoe: now scan or type its serial number."
    assert missing == ["Serial number missing"]
    assert details(till) == ["SN-77-01", ""]
    till.hands.scan("SN-77-02")
    assert till.words == "Unknown code SN-77-02. Search for the item by name."
    till.hands.key("F12")
    assert till.binder.view is not None
    assert till.binder.view.lines == ()


def test_a_number_given_by_mistake_is_taken_back(till: Till) -> None:
    till.hands.scan(SHOE)
    till.hands.scan("wrong")

    till.hands.key("Ctrl+Z")

    assert details(till) == ["Serial number missing"]


def test_misread_code_of_an_article_is_no_serial_number(till: Till) -> None:
    till.hands.scan(SHOE)
    till.hands.scan("7038010009458")

    assert "misread" in till.words
    assert details(till) == ["Serial number missing"]


def test_what_is_missing_is_asked_for_instead_of_the_payment_one_piece_after_the_other(till: Till) -> None:
    till.hands.type("2*")
    till.hands.scan(SHOE)
    assert till.binder.view is not None
    cash, card = till.binder.view.tender_buttons[1:3]
    assert cash.why_not == card.why_not
    assert cash.why_not.startswith("Trail shoe leaves with a serial number each")

    till.hands.key("F12")
    asked = till.window.sale.sheet
    assert isinstance(asked, SerialSheet)
    assert asked.title.text() == "Serial number of Trail shoe"
    till.hands.scan(SOCK)
    article = asked.problem.text()
    till.hands.scan("SN-1")
    again = till.window.sale.sheet
    assert isinstance(again, SerialSheet)
    till.hands.type("SN-2")
    till.hands.key("Enter")

    assert "is the code of Merino sock, not a serial number" in article
    assert (till.window.sale.sheet, details(till)) == (None, ["SN-1, SN-2"])
    till.hands.key("F12")
    assert till.binder.view.lines == ()


def test_the_number_on_a_piece_says_what_comes_back(till: Till) -> None:
    till.hands.type("2*")
    till.hands.scan(SHOE)
    till.hands.scan("SN-1")
    till.hands.scan("SN-2")
    till.hands.key("F12")
    till.hands.scan("HOUSTON-1-000001")
    sheet = till.window.sale.sheet
    assert isinstance(sheet, ReturnSheet)

    till.hands.scan(SHOE)
    till.hands.type("1")
    missing = sheet.primary.why_not
    till.hands.scan("SN-2")
    till.hands.scan("SN-2")
    twice = till.words
    till.hands.key("Enter")

    assert missing == "Scan or type the serial number of each Trail shoe first."
    assert twice == "Serial number SN-2 is there already. Scan another piece."
    assert till.caption == "Return of HOUSTON-1-000001"
    assert details(till) == ["Does not fit · SN-2"]


def test_two_numbers_alone_bring_two_pieces_back(till: Till) -> None:
    till.hands.type("2*")
    till.hands.scan(SHOE)
    till.hands.scan("SN-1")
    till.hands.scan("SN-2")
    till.hands.key("F12")
    till.hands.scan("HOUSTON-1-000001")

    till.hands.scan("SN-1")
    till.hands.scan("SN-2")
    till.hands.type("1")
    till.hands.key("Enter")

    assert details(till) == ["Does not fit · SN-1, SN-2"]
    assert till.due == ("Refund", "200.00")
