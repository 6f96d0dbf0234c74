"""The sheet that finds orders, with the real desk: what changes meanwhile shows where it is being read."""

from dataclasses import replace

import pytest

from channel_db.engine import open_journal
from pos_app.binder import Binder
from pos_app.ui.main_window import MainWindow
from pos_app.ui.sheets.orders import FindOrderSheet
from retail.wire.orders import order_values
from retail.wire.protocol import UploadResult
from tests.fixtures.fix_register import ANNA, Shop
from tests.pos_app.inline_lane import InlineLane
from tests.pos_app.test_binder_at_the_desk import SHOE, SOCK, desk_of, sign_in
from tests.pos_app.ui.hands import Hands


@pytest.fixture
def at_work(window: MainWindow, hands: Hands, shop: Shop) -> Binder:
    """A cashier at work, with two pickup orders made while there is no line."""
    binder = Binder(window, desk_of(shop.open()), InlineLane(), InlineLane())
    binder.start()
    sign_in(window, hands, "cashier")
    hands.key("Enter")
    shop.line.state = "offline"
    for code in (SHOE, SOCK):
        binder.dispatch("customer.set", {"id": ANNA})
        hands.scan(code)
        for key in ("F7", "Enter", "F12"):
            hands.key(key)
    return binder


def test_number_that_arrives_shows_in_the_open_sheet_where_it_is_being_read(
    at_work: Binder, window: MainWindow, hands: Hands, shop: Shop
) -> None:
    hands.key("F4")
    sheet = window.sale.sheet
    assert isinstance(sheet, FindOrderSheet)
    hands.key("Down")
    assert sheet.detail is not None
    read = sheet.detail.id
    assert len(sheet.found) == 2
    assert sheet.found[sheet.list.row].id == read
    assert sheet.detail.pending

    journal = open_journal(shop.folder, shop.clock)
    order = journal.order(read)
    assert order is not None
    numbered = order_values(replace(order.state, number="SO-000077"))
    told = UploadResult(id=order.made_by, outcome="known", number="SO-000077", order=numbered)
    journal.acknowledge([told], shop.clock.now())
    journal.close()
    at_work._tick()

    assert window.sale.sheet is sheet
    assert [each.pending for each in sheet.found if each.id == read] == [False]
    assert sheet.detail.title.startswith("SO-000077")
    assert sheet.found[sheet.list.row].id == read
    assert sheet.detail.id == read
    assert not sheet.detail.pending
