"""Every state of the window that the lints and pictures go through, by name."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from pos_app.ui.main_window import MainWindow
from pos_app.ui.scanner_input import DEFAULT_LIMITS
from pos_app.ui.sheets.approval import ApprovalSheet
from pos_app.ui.sheets.cards import CardSheet
from pos_app.ui.sheets.customer import (
    AddAddressSheet,
    AffiliationSheet,
    CustomerSheet,
    EditCustomerSheet,
    LoyaltyCardSheet,
)
from pos_app.ui.sheets.customers import CustomerSearchSheet
from pos_app.ui.sheets.delivery import LinePicker, PickUpSheet, ShipSheet
from pos_app.ui.sheets.details import DetailsSheet
from pos_app.ui.sheets.display import DisplaySheet
from pos_app.ui.sheets.health import BundleSheet, HealthSheet
from pos_app.ui.sheets.money import DepositSheet, PaymentSheet
from pos_app.ui.sheets.new_customer import NewCustomerSheet
from pos_app.ui.sheets.orders import FindOrderSheet
from pos_app.ui.sheets.places_and_days import AddressSheet, CalendarSheet
from pos_app.ui.sheets.prices import ChargesSheet, PriceSheet, WhySheet
from pos_app.ui.sheets.questions import ChoiceSheet, ProductSearchSheet, QuestionSheet, VoidSaleSheet
from pos_app.ui.sheets.scanner_test import ScannerTestSheet
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.sheets.sync_centre import SyncCentreSheet
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme
from pos_app.views import PreviewView, SaleView, Screen, Severity, StripView
from tests.pos_app.ui import customer_examples as plain_customers
from tests.pos_app.ui import examples as plain
from tests.pos_app.ui import health_examples as plain_health
from tests.pos_app.ui import order_examples as plain_orders
from tests.pos_app.ui.acting_states import ACTING
from tests.pos_app.ui.looked_states import LOOKED, undress
from tests.pos_app.ui.till_states import TILL
from tests.ux.worded import Worded, worded

examples = Worded(plain)
customer_examples = Worded(plain_customers)
order_examples = Worded(plain_orders)
health_examples = Worded(plain_health)
"""In the language the window speaks."""


def _sale(view: SaleView) -> Callable[[MainWindow], None]:
    return lambda window: window.show_sale(worded(view))


def _with_sheet(
    make: Callable[[Theme], Sheet], view: SaleView = plain.HYBRID
) -> Callable[[MainWindow], None]:
    def arrange(window: MainWindow) -> None:
        window.show_sale(worded(view))
        window.sale.open_sheet(make(window.theme))

    return arrange


def _sign_in(window: MainWindow) -> None:
    window.show_sale(replace(examples.EMPTY, screen=Screen.SIGN_IN))
    window.show_sign_in(examples.SIGN_IN)
    window.sign_in.choose("000160")
    window.sign_in.type_text("1234")


def _sign_in_refused(window: MainWindow) -> None:
    _sign_in(window)
    window.say(
        Severity.ERROR, "This PIN does not fit Kari Nilsen. Two more tries, then she is locked for a minute."
    )


def _sign_in_receiving(window: MainWindow) -> None:
    window.show_sign_in(examples.RECEIVING)


def _locked(window: MainWindow) -> None:
    window.show_sale(replace(examples.EMPTY, screen=Screen.LOCKED))
    window.show_sign_in(examples.LOCKED)


def _deliveries(window: MainWindow) -> None:
    window.show_sale(examples.HYBRID)
    window.sale.receipt.turn_to(1)


def _payments(window: MainWindow) -> None:
    window.show_sale(examples.PAID)
    window.sale.receipt.turn_to(2)


def _multiplier(window: MainWindow) -> None:
    window.show_sale(examples.PLAIN)
    window.sale.type_text("3*703801")


def _price_question(window: MainWindow) -> None:
    window.show_sale(examples.PLAIN)
    window.sale.input.ask("Price of Gift basket")
    window.sale.strip.show_message(StripView(Severity.INFO, "Type the price of Gift basket, then Enter."))


def _page(number: int) -> Callable[[MainWindow], None]:
    def arrange(window: MainWindow) -> None:
        window.show_sale(examples.PLAIN)
        window.sale.pages.turn_to(number)

    return arrange


def _refused_ship(theme: Theme) -> Sheet:
    sheet = ShipSheet(theme, examples.SHIP, ())
    sheet.show_preview(PreviewView("", "Closed on 2026-11-29. The next open day is 2026-11-30."))
    return sheet


def _ship(theme: Theme) -> Sheet:
    return ShipSheet(theme, examples.SHIP, ())


def _customers(theme: Theme) -> Sheet:
    sheet = CustomerSearchSheet(theme, "berg")
    sheet.show_found(examples.CUSTOMERS)
    return sheet


def _no_customers(theme: Theme) -> Sheet:
    sheet = CustomerSearchSheet(theme, "berg 55")
    sheet.show_found(examples.NO_CUSTOMERS)
    return sheet


def _new_customer(theme: Theme) -> Sheet:
    sheet = NewCustomerSheet(theme, examples.CUSTOMER_FORM, "Ole Moe")
    sheet.show_found(examples.CUSTOMERS)
    return sheet


def _new_customer_of_several(theme: Theme) -> Sheet:
    sheet = NewCustomerSheet(theme, examples.ASKED_FOR_SEVERAL, "Ole Moe")
    sheet.restore(examples.NEW_WITH_SEVERAL)
    return sheet


def _deposit(theme: Theme) -> Sheet:
    sheet = DepositSheet(theme, examples.DEPOSIT)
    sheet.amount.setText("50.00")
    sheet.show_preview(PreviewView("Deposit 124.90 → 50.00 · later 1,199.00"))
    return sheet


def _price(theme: Theme) -> Sheet:
    sheet = PriceSheet(theme, examples.PRICE)
    sheet.amount.setText("799.00")
    sheet.show_preview(PreviewView("To pay 1,206.00", values={"change": "809.10 → 799.00"}))
    return sheet


def _products(theme: Theme) -> Sheet:
    sheet = ProductSearchSheet(theme, "trail")
    sheet.show_found(examples.PRODUCTS)
    return sheet


def _orders(theme: Theme) -> Sheet:
    sheet = FindOrderSheet(theme, "berg")
    sheet.show_found(order_examples.ORDERS_FOUND)
    sheet.show_detail(order_examples.ORDER)
    return sheet


def _orders_narrowed(theme: Theme) -> Sheet:
    sheet = FindOrderSheet(theme, "")
    sheet.show_found(order_examples.ORDERS_FOUND)
    sheet.filters.button.click()
    sheet.filters.rows["status"].choose("open")
    return sheet


def _quote(theme: Theme) -> Sheet:
    sheet = _orders(theme)
    assert isinstance(sheet, FindOrderSheet)
    sheet.show_detail(order_examples.QUOTE)
    return sheet


def _letters(window: MainWindow) -> None:
    window.sale.writing.by_touch(by_touch=True)
    _with_sheet(_new_customer, plain.OFFLINE_SALE)(window)


def _technical(theme: Theme) -> Sheet:
    sheet = SyncCentreSheet(theme, examples.SYNC_CENTRE)
    sheet.parts.choose("waiting")
    sheet.technical.click()
    return sheet


def _received(theme: Theme) -> Sheet:
    sheet = SyncCentreSheet(theme, examples.SYNC_CENTRE)
    sheet.parts.choose("received")
    return sheet


def _health(theme: Theme) -> Sheet:
    sheet = HealthSheet(theme)
    sheet.show_health(health_examples.HEALTH)
    return sheet


def _scanned(sheet: ScannerTestSheet, count: int, gap_ms: int) -> Sheet:
    for number in range(count):
        for place, sign in enumerate("7038010009457"):
            sheet.recorder.key(sign, number * 5000 + place * gap_ms + place % 3)
        sheet.recorder.end("Enter", number * 5000 + 13 * gap_ms)
    sheet.recorded()
    return sheet


def _scanner_test(theme: Theme) -> Sheet:
    return _scanned(ScannerTestSheet(theme, DEFAULT_LIMITS, examples.UNKNOWN_CODES), 3, 9)


def _slow_scanner(theme: Theme) -> Sheet:
    return _scanned(ScannerTestSheet(theme, DEFAULT_LIMITS, examples.UNKNOWN_CODES), 5, 90)


def _card_unclear(theme: Theme) -> Sheet:
    sheet = CardSheet(theme, "2,875.48")
    sheet.show_unclear("The terminal does not say what became of 2,875.48. Check the card payment first.")
    return sheet


STATES: dict[str, Callable[[MainWindow], None]] = {
    "sign-in": _sign_in,
    "sign-in-refused": _sign_in_refused,
    "sign-in-receiving": _sign_in_receiving,
    "locked": _locked,
    "empty": _sale(plain.EMPTY),
    "plain": _sale(plain.PLAIN),
    "hybrid": _sale(plain.HYBRID),
    "deliveries": _deliveries,
    "payments": _payments,
    "offline": _sale(plain.OFFLINE_SALE),
    "concluded": _sale(plain.CONCLUDED),
    "unknown-code": _sale(plain.UNKNOWN_CODE),
    "multiplier": _multiplier,
    "price-question": _price_question,
    "page-sale": _page(1),
    "page-manager": _page(2),
    "page-next-part": _page(0),
    "ship": _with_sheet(_ship),
    "ship-refused": _with_sheet(_refused_ship),
    "line-picker": _with_sheet(
        lambda theme: LinePicker(theme, examples.PLAIN.lines, tr("Ship")), plain.PLAIN
    ),
    "pick-up": _with_sheet(lambda theme: PickUpSheet(theme, examples.PICK_UP, ())),
    "calendar": _with_sheet(
        lambda theme: CalendarSheet(theme, tr("Ship date"), examples.DAYS, date(2026, 11, 24))
    ),
    "address": _with_sheet(lambda theme: AddressSheet(theme, examples.SHIP.addresses, "a1")),
    "deposit": _with_sheet(_deposit),
    "price": _with_sheet(_price),
    "charges": _with_sheet(lambda theme: ChargesSheet(theme, examples.CHARGES)),
    "why-price": _with_sheet(lambda theme: WhySheet(theme, examples.WHY), examples.PLAIN),
    "details": _with_sheet(lambda theme: DetailsSheet(theme, examples.DETAILS), examples.PLAIN),
    "approval": _with_sheet(lambda theme: ApprovalSheet(theme, examples.APPROVAL)),
    "payment": _with_sheet(lambda theme: PaymentSheet(theme, examples.PAYMENT)),
    "payment-rest": _with_sheet(lambda theme: PaymentSheet(theme, examples.CARD_FOR_THE_REST)),
    "card-running": _with_sheet(lambda theme: CardSheet(theme, "2,875.48"), plain.PLAIN),
    "card-unclear": _with_sheet(_card_unclear, plain.PLAIN),
    "refund": _sale(plain.REFUND),
    "suspended": _with_sheet(
        lambda theme: ChoiceSheet(theme, tr("Suspended sales"), "id", examples.SUSPENDED), plain.EMPTY
    ),
    **TILL,
    "find-order": _with_sheet(_orders),
    "find-order-filters": _with_sheet(_orders_narrowed),
    "find-quote": _with_sheet(_quote),
    "customer-search": _with_sheet(_customers),
    "no-customer": _with_sheet(_no_customers, plain.EMPTY),
    "new-customer": _with_sheet(_new_customer, plain.OFFLINE_SALE),
    "new-customer-of-several": _with_sheet(_new_customer_of_several),
    "customer-detail": _with_sheet(
        lambda theme: CustomerSheet(theme, customer_examples.CUSTOMER, may_use=True)
    ),
    "pending-customer": _with_sheet(
        lambda theme: CustomerSheet(theme, customer_examples.PENDING_CUSTOMER), plain.OFFLINE_SALE
    ),
    "edit-customer": _with_sheet(lambda theme: EditCustomerSheet(theme, customer_examples.CUSTOMER)),
    "add-address": _with_sheet(
        lambda theme: AddAddressSheet(theme, customer_examples.PENDING_CUSTOMER), plain.OFFLINE_SALE
    ),
    "loyalty-card": _with_sheet(lambda theme: LoyaltyCardSheet(theme, customer_examples.CUSTOMER)),
    "affiliation": _with_sheet(lambda theme: AffiliationSheet(theme, customer_examples.CUSTOMER)),
    "letters": _letters,
    "void-sale": _with_sheet(lambda theme: VoidSaleSheet(theme, examples.REASONS, "2,705.00")),
    "reason": _with_sheet(lambda theme: ChoiceSheet(theme, "Why?", "reason", examples.REASONS)),
    "question": _with_sheet(
        lambda theme: QuestionSheet(theme, tr("Open the shift"), tr("Start amount"), "start")
    ),
    "display": _with_sheet(DisplaySheet),
    "display-of-profile": _with_sheet(lambda theme: DisplaySheet(theme, over=True)),
    "sync-centre": _with_sheet(lambda theme: SyncCentreSheet(theme, examples.SYNC_CENTRE)),
    "sync-centre-technical": _with_sheet(_technical),
    "sync-centre-received": _with_sheet(_received),
    "health": _with_sheet(_health),
    "health-looking": _with_sheet(HealthSheet),
    "bundle": _with_sheet(lambda theme: BundleSheet(theme, health_examples.BUNDLE)),
    "scanner-test": _with_sheet(_scanner_test),
    "scanner-test-slow": _with_sheet(_slow_scanner),
    "product-search": _with_sheet(_products, plain.PLAIN),
    **ACTING,
    **LOOKED,
}


def leave(window: MainWindow) -> None:
    """Take a state away, so that the next one starts as on a new window."""
    undress(window)
    window.sale.writing.by_touch(by_touch=False)
    window.sale.close_sheets()
    window.sale.input.leave_question()
    window.sale.input.take()
    window.sale.strip.clear()
    window.sale.receipt.turn_to(0)
    window.sale.pages.turn_to(1)
    window.sale.pages.turn_to(0)
    window.sign_in.show_message(None)
    window.sign_in.pad.take()
