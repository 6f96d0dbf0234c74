"""A customer number that arrives shows in place in every sheet that is open, and nothing that is done there is lost."""

import pytest

from pos_app.binder import Binder
from pos_app.ui.main_window import MainWindow
from pos_app.ui.sheets.customer import CustomerSheet
from pos_app.ui.sheets.customers import CustomerSearchSheet
from tests.fixtures.fix_register import Shop
from tests.pos_app.inline_lane import InlineLane
from tests.pos_app.test_binder_at_the_desk import desk_of, sign_in
from tests.pos_app.ui.hands import Hands


@pytest.fixture
def at_work(window: MainWindow, hands: Hands, shop: Shop) -> Binder:
    """A cashier at work who has just added a customer while there is no line."""
    register = shop.open()
    binder = Binder(window, desk_of(register), InlineLane(), InlineLane())
    binder.start()
    sign_in(window, hands, "cashier")
    hands.key("Enter")
    shop.line.state = "offline"
    hands.key("Shift+F2")
    hands.type("Ole Moe")
    hands.key("Enter")
    return binder


def test_number_shows_where_the_customer_is_read_and_where_they_were_found(
    at_work: Binder, window: MainWindow, hands: Hands, shop: Shop
) -> None:
    hands.key("F2")
    search = window.sale.sheet
    assert isinstance(search, CustomerSearchSheet)
    row = [each.name for each in search.found].index("Ole Moe")
    search.list.step(row)
    search.details.click()
    sheet = window.sale.sheet
    assert isinstance(sheet, CustomerSheet)
    sheet.buttons[1].setFocus()
    before = (sheet.account.text, search.list.rows[row].chip, window.sale.customer.accessibleName())

    shop.acknowledge(sheet.view.id, account="10044")
    at_work._tick()

    assert window.sale.sheet is sheet
    assert before[:2] == ("Pending sync", "Pending sync")
    assert "Pending sync" in before[2]
    assert (sheet.account.text, search.list.rows[row].chip, search.list.row) == ("10044", "", row)
    assert "10044" in window.sale.customer.accessibleName()
    assert sheet.buttons[1].hasFocus()


def test_what_did_not_change_is_left_alone(
    at_work: Binder, window: MainWindow, hands: Hands, shop: Shop
) -> None:
    at_work.request("customer.open", {})
    sheet = window.sale.sheet
    assert isinstance(sheet, CustomerSheet)
    buttons = list(sheet.buttons)

    shop.clock.go_on(minutes=1)
    at_work._tick()

    assert sheet.buttons == buttons
