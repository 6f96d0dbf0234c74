"""The states of the window in which something is done to an order that exists."""

from collections.abc import Callable

from pos_app.acting_views import ReturnSourcesView
from pos_app.ui.main_window import MainWindow
from pos_app.ui.sheets.creating import CreateSheet, ExpirySheet
from pos_app.ui.sheets.ending import CancelSheet
from pos_app.ui.sheets.fulfilment import WorkListSheet
from pos_app.ui.sheets.money import PaymentSheet
from pos_app.ui.sheets.parts import PartsSheet
from pos_app.ui.sheets.paying import PaySheet
from pos_app.ui.sheets.questions import VoidSaleSheet
from pos_app.ui.sheets.return_source import ReturnSourceSheet
from pos_app.ui.sheets.returning import ReturnSheet
from pos_app.ui.sheets.serials import SerialSheet
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.sheets.welcome import WelcomeSheet
from pos_app.ui.theme import Theme
from pos_app.views import PreviewView, SaleView
from tests.pos_app.ui import acting_examples, examples
from tests.ux.worded import Worded, worded

acting = Worded(acting_examples)
"""In the language the window speaks."""


def _sale(view: SaleView) -> Callable[[MainWindow], None]:
    return lambda window: window.show_sale(worded(view))


def _with_sheet(
    make: Callable[[Theme], Sheet], view: SaleView = examples.EMPTY
) -> Callable[[MainWindow], None]:
    def arrange(window: MainWindow) -> None:
        window.show_sale(worded(view))
        window.sale.open_sheet(make(window.theme))

    return arrange


def _cancelled_with_reason(theme: Theme) -> Sheet:
    sheet = CancelSheet(theme, acting.CANCEL)
    sheet.type_text("2")
    sheet.show_preview(PreviewView(problem="A cancellation charge of -1.00 cannot be. Type 0 or more."))
    return sheet


def _paying(theme: Theme) -> Sheet:
    sheet = PaySheet(theme, acting.PAY)
    sheet.show_preview(
        PreviewView(
            "To pay 99.00 · 99.00 of it is for goods that have gone; 1,025.10 is left to pay after it."
        )
    )
    return sheet


def _returned(theme: Theme) -> Sheet:
    sheet = ReturnSheet(theme, acting.RETURN)
    sheet.take_scan([1])
    sheet.type_text("1")
    sheet.show_preview(
        PreviewView("Refund 899.00 · Goods 899.00 come back, with charges and tax as they were.")
    )
    return sheet


def _returned_by_serial(theme: Theme) -> Sheet:
    sheet = ReturnSheet(theme, acting.SERIAL_RETURN)
    sheet.take_code("SN-77-01")
    sheet.type_text("2")
    return sheet


def _asked_for(theme: Theme) -> Sheet:
    sheet = ReturnSourceSheet(theme)
    sheet.show_sources(
        ReturnSourcesView(why_not="There is no receipt, order or invoice HOUSTON-9-000001. Check the number.")
    )
    return sheet


def _work(theme: Theme) -> Sheet:
    sheet = WorkListSheet(theme)
    sheet.show_work(acting.WORK)
    return sheet


def _no_work(theme: Theme) -> Sheet:
    sheet = WorkListSheet(theme)
    sheet.show_work(acting.NO_WORK)
    return sheet


ACTING: dict[str, Callable[[MainWindow], None]] = {
    "editing": _sale(acting_examples.EDITING),
    "handing-out": _sale(acting_examples.HANDING_OUT),
    "taking-back": _sale(acting_examples.TAKING_BACK),
    "cancelling": _sale(acting_examples.CANCELLING),
    "hand-out": _with_sheet(lambda theme: PartsSheet(theme, acting.HAND_OUT)),
    "on-a-shelf": _with_sheet(lambda theme: PartsSheet(theme, acting.ON_A_SHELF)),
    "with-serials": _with_sheet(lambda theme: PartsSheet(theme, acting.WITH_SERIALS)),
    "cancel-order": _with_sheet(lambda theme: CancelSheet(theme, acting.CANCEL)),
    "cancel-refused": _with_sheet(_cancelled_with_reason),
    "pay-order": _with_sheet(_paying),
    "return": _with_sheet(_returned),
    "return-serials": _with_sheet(_returned_by_serial),
    "serials": _with_sheet(lambda theme: SerialSheet(theme, 1, "Camera"), examples.PLAIN),
    "return-source": _with_sheet(lambda theme: ReturnSourceSheet(theme, acting.SOURCES)),
    "return-number": _with_sheet(_asked_for),
    "return-of-sale": _with_sheet(lambda theme: ReturnSheet(theme, acting.SALE_RETURN)),
    "return-no-shipping": _with_sheet(lambda theme: ReturnSheet(theme, acting.NO_SHIPPING)),
    "create-quote": _with_sheet(lambda theme: CreateSheet(theme, acting.CREATE), examples.PLAIN),
    "quote-expiry": _with_sheet(lambda theme: ExpirySheet(theme, acting.CREATE), examples.PLAIN),
    "work-list": _with_sheet(_work),
    "no-work": _with_sheet(_no_work),
    "steered-deposit": _with_sheet(lambda theme: PaymentSheet(theme, acting.STEERED), acting.HANDING_OUT),
    "welcome": _with_sheet(lambda theme: WelcomeSheet(theme, acting.WELCOME), examples.HYBRID),
    "discard": _with_sheet(
        lambda theme: VoidSaleSheet(theme, (), "", acting.EDITING.act.discard if acting.EDITING.act else ""),
        acting.EDITING,
    ),
}
