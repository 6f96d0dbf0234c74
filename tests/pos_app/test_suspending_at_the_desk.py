"""A sale that is set aside at the window: what is said, and the slip that takes it up again."""

from pos_app.ui.buttons import FaceButton
from tests.fixtures.fix_register import Shop
from tests.pos_app.acting_till import Till

SHOE, SOCK = "4006381333931", "7038010009457"


def test_slip_comes_out_and_takes_the_sale_up_again(till: Till, shop: Shop) -> None:
    till.hands.scan(SHOE)
    till.hands.key("Ctrl+S")
    said, slips = till.words, list(shop.printer.printed)
    till.hands.scan(slips[-1])

    assert said == "Sale suspended."
    assert [line.name for line in till.window.sale.receipt.table.lines] == ["Trail shoe"]


def test_slip_that_did_not_come_out_is_printed_again(till: Till, shop: Shop) -> None:
    shop.printer.is_empty = True
    till.hands.scan(SOCK)
    till.hands.key("Ctrl+S")
    failed = till.words
    shop.printer.is_empty = False

    again = till.window.sale.strip.findChildren(FaceButton, "transaction.slip")
    till.hands.tap(next(each for each in again if each.isVisible()))

    assert "paper out" in failed
    assert [name.startswith("SUSPENDED-") for name in shop.printer.printed] == [True]
