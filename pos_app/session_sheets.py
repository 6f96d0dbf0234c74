"""What the signed-in person does about the register itself: lock, sign off, send, and how it looks."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from pos_app.appearance import Appearance
from pos_app.ui.sheets.display import DisplaySheet
from pos_app.ui.sheets.questions import ChoiceSheet
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.texts import tr
from pos_app.views import ChoiceView

if TYPE_CHECKING:
    from pos_app.binder import Binder

DISPLAY, KEYS = "display", "keys"


def open_session(binder: "Binder", show: Callable[[Sheet], None]) -> None:
    """Lay the choices over the sale; the open sale is kept whatever is chosen."""
    choices = (
        ChoiceView("register.lock", tr("Lock")),
        ChoiceView("user.sign_off", tr("Sign off")),
        ChoiceView("sync.centre", tr("Sync centre")),
        ChoiceView("scanner.test", tr("Scanner test")),
        ChoiceView("language.set", tr("Language")),
        ChoiceView(DISPLAY, tr("Display")),
        ChoiceView(KEYS, tr("Keys"), "F1"),
    )
    user = binder.view.header.user if binder.view else ""
    sheet = ChoiceSheet(binder.window.theme, user, "operation", choices, tr("The open sale is kept."))

    def chosen(params: Mapping[str, object]) -> None:
        binder.window.sale.close_sheet(sheet)
        if params["operation"] == DISPLAY:
            open_display(binder, show)
        elif params["operation"] == KEYS:
            binder.window.show_keys()
        else:
            binder.request(str(params["operation"]), {})

    sheet.submitted.connect(chosen)
    show(sheet)


def open_display(binder: "Binder", show: Callable[[Sheet], None], asked: str = "theme") -> None:
    """Lay the display sheet over the sale; each choice holds at once, and the sheet itself follows it."""
    window = binder.window
    sheet = DisplaySheet(window.theme, asked)

    def worn(look: Appearance) -> None:
        window.sale.close_sheet(sheet)
        window.wear(look)
        open_display(binder, show, sheet.asked)

    sheet.look_chosen.connect(worn)
    sheet.submitted.connect(lambda _: window.sale.close_sheet(sheet))
    show(sheet)
