"""Taking goods back at the window: a scanned or typed receipt, the choice of an invoice, minus before an item."""

from pos_app.ui.sheets.approval import ApprovalSheet
from pos_app.ui.sheets.questions import ChoiceSheet
from pos_app.ui.sheets.return_source import ReturnSourceSheet
from pos_app.ui.sheets.returning import ReturnSheet
from tests.pos_app.acting_till import Till

SHOE, SOCK = "4006381333931", "7038010009457"
RECEIPT = "HOUSTON-1-000001"


def sell(till: Till, *codes: str) -> None:
    for code in codes:
        till.hands.scan(code)
    till.hands.key("F12")


def test_a_scanned_receipt_opens_its_lines_and_the_money_goes_back(till: Till) -> None:
    sell(till, SHOE, SOCK)

    till.hands.scan(RECEIPT)
    sheet = till.window.sale.sheet
    assert isinstance(sheet, ReturnSheet)
    assert not sheet.shipping.isVisibleTo(sheet)
    till.hands.scan(SOCK)
    till.hands.type("1")
    till.hands.key("Enter")
    due, caption = till.due, till.caption
    till.hands.key("F12")

    assert (due, caption) == (("Refund", "40.00"), f"Return of {RECEIPT}")
    assert f"Goods of {RECEIPT} came back" in till.words
    till.hands.scan(RECEIPT)
    again = till.window.sale.sheet
    assert isinstance(again, ReturnSheet)
    assert [line.name for line in again.view.lines] == ["Trail shoe"]


def test_the_end_of_a_number_is_enough_and_a_wrong_one_is_said(till: Till) -> None:
    sell(till, SHOE)

    till.hands.key("Shift+F4")
    sheet = till.window.sale.sheet
    assert isinstance(sheet, ReturnSourceSheet)
    till.hands.key("Enter")
    nothing_typed = till.words
    till.hands.type("99")
    till.hands.key("Enter")
    wrong = sheet.problem.text()
    sheet.box.clear()
    till.hands.type("1")
    till.hands.key("Enter")

    assert nothing_typed == "Nothing is typed. Scan a receipt, or type a number."
    assert wrong == "There is no receipt, order or invoice 99. Check the number."
    assert isinstance(till.window.sale.sheet, ReturnSheet)


def test_of_two_invoices_one_is_chosen_and_a_scanned_receipt_chooses_itself(till: Till) -> None:
    till.make(SHOE, SOCK)
    order = till.orders()[0].id
    for line in ("1", "2"):
        till.binder.dispatch("order.pick_up", {"id": order, "quantities": {line: "1"}})
        till.hands.key("F12")

    till.binder.request("order.return", {"id": order})
    sheet = till.window.sale.sheet
    assert isinstance(sheet, ReturnSourceSheet)
    offered = [row.text for row in sheet.list.rows]
    till.hands.key("Down")
    till.hands.key("Enter")
    chosen = till.window.sale.sheet
    assert isinstance(chosen, ReturnSheet)
    assert [line.name for line in chosen.view.lines] == ["Merino sock"]
    till.hands.key("Esc")
    till.binder.opening.orders.returns.find("HOUSTON-1-000002")
    scanned = till.window.sale.sheet
    assert isinstance(scanned, ReturnSheet)

    assert offered == ["HOUSTON-1-000002", "HOUSTON-1-000003"]
    assert [line.name for line in scanned.view.lines] == ["Trail shoe"]
    till.hands.type("1")
    till.hands.key("Enter")
    assert till.due == ("Refund", "100.00")


def test_minus_makes_the_next_item_a_return_that_a_manager_approves(till: Till) -> None:
    till.hands.type("-")
    waiting = till.window.sale.input.comes_back
    till.hands.key("Esc")
    given_up = till.window.sale.input.comes_back
    till.hands.tap(till.window.sale.numpad.key("return"))
    till.hands.scan(SHOE)
    asked = till.window.sale.sheet
    assert isinstance(asked, ChoiceSheet)
    till.hands.tap(asked.buttons["Damaged"])
    approval = till.window.sale.sheet

    assert (waiting, given_up) == (True, False)
    assert isinstance(approval, ApprovalSheet)
    assert [tile.user for tile in approval.view.approvers] == ["manager"]
    till.binder.dispatch("product.return", {"code": SOCK, "reason": "Damaged"})
    assert not till.window.sale.input.comes_back


def test_a_receipt_is_not_opened_over_a_sale(till: Till) -> None:
    sell(till, SHOE)
    till.hands.scan(SOCK)

    till.hands.scan(RECEIPT)

    assert till.words == "There is an open sale. Conclude, suspend or void it first."
    assert till.window.sale.sheet is None
