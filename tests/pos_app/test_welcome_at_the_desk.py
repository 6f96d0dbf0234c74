"""The welcome screen through the real desk: who begins there, its counts, and the open sale that it keeps."""

from pos_app.ui.sheets.customers import CustomerSearchSheet
from pos_app.ui.sheets.orders import FindOrderSheet
from pos_app.ui.sheets.welcome import WelcomeSheet
from pos_app.views import Screen
from tests.fixtures.fix_register import PINS
from tests.pos_app.acting_till import Opened, Till

SHOE = "4006381333931"


def shown(till: Till) -> WelcomeSheet:
    sheet = till.window.sale.sheet
    assert isinstance(sheet, WelcomeSheet)
    return sheet


def tap(till: Till, operation: str, row: int = 0) -> None:
    """Tap a button of the welcome screen."""
    buttons = [each for group in shown(till).groups for each in group.stops]
    till.hands.tap(next(each for each in buttons if each.objectName() == f"{operation}@{row},0"))  # type: ignore[arg-type]  # stops of a grid are its buttons


def test_store_that_says_so_begins_at_the_welcome_screen(opened: Opened) -> None:
    till = opened(start_screen="welcome")

    assert shown(till).title.text() == "Welcome, Cashier"
    assert shown(till).sentence.text() == "Shift 1, open since 10:00."
    assert shown(till).primary.text() == "To the sale"
    assert not till.window.sale.receipt.isVisible()


def test_other_stores_begin_at_the_sale(till: Till) -> None:
    assert till.window.sale.sheet is None
    assert till.window.screen_shown is Screen.SALE


def test_scan_on_the_welcome_screen_sells(opened: Opened) -> None:
    till = opened(start_screen="welcome")

    till.hands.scan("5012345678900")
    unknown = till.window.sale.sheet
    till.hands.scan(SHOE)

    assert isinstance(unknown, WelcomeSheet)
    assert till.window.sale.sheet is None
    assert till.window.sale.receipt.isVisible()
    assert [line.name for line in till.window.sale.receipt.table.lines] == ["Trail shoe"]


def test_typing_on_the_welcome_screen_goes_on_at_the_sale(opened: Opened) -> None:
    till = opened(start_screen="welcome")

    till.hands.type("12")

    assert till.window.sale.sheet is None
    assert till.window.sale.input.text() == "12"


def test_key_shows_the_welcome_screen_over_the_kept_sale_and_esc_goes_back(till: Till) -> None:
    till.hands.scan(SHOE)

    till.hands.key("Ctrl+Home")
    primary = shown(till).primary.text()
    till.hands.key("Esc")

    assert primary == "Back to the sale: 1 \u00d7, 100.00"
    assert till.window.sale.sheet is None
    assert till.due == ("To pay", "100.00")


def test_counts_are_shown_and_lead_to_their_lists(till: Till) -> None:
    till.make(SHOE)
    till.hands.key("Ctrl+Home")
    view = till.binder.desk.welcome_view()
    counts = [button.count for button in view.groups[0].buttons]

    tap(till, "order.find", 1)
    sheet = till.window.sale.sheet

    assert counts == [0, 1, 0, 1]
    assert isinstance(sheet, FindOrderSheet)
    assert sheet.preset == "pick_up"
    assert [row.number for row in sheet.found] == ["1001"]


def test_what_is_asked_for_takes_the_place_of_the_welcome_screen(till: Till) -> None:
    till.hands.key("Ctrl+Home")

    tap(till, "customer.search")

    assert [type(each) for each in till.window.sale.sheets] == [CustomerSearchSheet]


def test_unlocking_an_open_sale_goes_back_to_the_sale(opened: Opened) -> None:
    till = opened(start_screen="welcome")
    till.hands.scan(SHOE)

    till.hands.key("Ctrl+L")
    till.window.sign_in.choose("cashier")
    till.hands.type(PINS["cashier"])
    till.hands.key("Enter")

    assert till.window.screen_shown is Screen.SALE
    assert till.window.sale.sheet is None


def test_counts_follow_what_happens_while_it_is_open(till: Till) -> None:
    till.hands.key("Ctrl+Home")
    sheet = shown(till)
    register = till.register
    register.do("product.add", code=SHOE)

    sheet.show_welcome(till.binder.desk.welcome_view())

    assert sheet.primary.text() == "Back to the sale: 1 \u00d7, 100.00"


def test_covered_sale_has_a_chip_in_the_header_that_leads_back(till: Till) -> None:
    chip, user = till.window.sale.header.cart, till.window.sale.header.user
    till.hands.key("Ctrl+Home")
    with_nothing = chip.isVisible()
    till.hands.key("Esc")
    till.hands.scan(SHOE)
    uncovered, place = chip.isVisible(), user.geometry()
    till.hands.key("Ctrl+Home")

    assert (with_nothing, uncovered, chip.isVisible()) == (False, False, True)
    assert (chip.text(), user.geometry()) == ("1 \u00b7 100.00", place)
    till.hands.tap(chip)
    assert till.window.sale.sheet is None
    assert till.due == ("To pay", "100.00")
    assert not chip.isVisible()
