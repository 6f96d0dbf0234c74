"""What the signed-in person does about the register itself: lock, sign off, send, its scanner, and how it looks."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from pos_app.appearance import Appearance, Layers
from pos_app.ui.scanner_input import ScannerLimits
from pos_app.ui.sheets.display import DisplaySheet
from pos_app.ui.sheets.questions import ChoiceSheet
from pos_app.ui.sheets.scanner_test import ScannerTestSheet
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.sheets.sync_centre import SyncCentreSheet
from pos_app.ui.sheets.welcome import WelcomeSheet
from pos_app.ui.texts import tr
from pos_app.views import ChoiceView, Severity, SyncCentreView, UnknownCodeView, WelcomeView
from retail.looks import NO_LOOK

if TYPE_CHECKING:
    from pos_app.binder import Binder

DISPLAY, KEYS = "display", "keys"

STAYS_WELCOME = frozenset({"sync.now"})
"""What is done from the welcome screen without leaving it."""


def open_session(binder: "Binder", show: Callable[[Sheet], None]) -> None:
    """Lay the choices over the sale, below what this window shows; the open sale is kept whatever is chosen."""
    binder.do(binder.desk.health.layout, lambda layout: _show_session(binder, show, layout))


def _show_session(binder: "Binder", show: Callable[[Sheet], None], layout: str) -> None:
    choices = (
        ChoiceView("register.lock", tr("Lock")),
        ChoiceView("user.sign_off", tr("Sign off")),
        ChoiceView("sync.centre", tr("Sync centre")),
        ChoiceView("health.open", tr("Health")),
        ChoiceView("scanner.test", tr("Scanner test")),
        ChoiceView("language.set", tr("Language")),
        ChoiceView(DISPLAY, tr("Display")),
        ChoiceView(KEYS, tr("Keys"), "F1"),
    )
    user = binder.view.header.user if binder.view else ""
    theme = binder.window.theme
    shown = tr(
        "Layout {layout}, made for {size}, on a window of {width} \u00d7 {height}.",
        layout=layout, size=theme.size.layout.replace("x", " \u00d7 "), width=theme.canvas[0], height=theme.canvas[1],
    )  # fmt: skip
    words = " ".join([tr("The open sale is kept."), shown, *_worn(binder.window.layers)])
    sheet = ChoiceSheet(theme, user, "operation", choices, words)

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


def _worn(layers: Layers) -> list[str]:
    """Which visual profile the register wears, where it has one, and whether something here goes before it."""
    if layers.profile == NO_LOOK:
        return []
    words = (
        tr("Visual profile {profile}; what was chosen here goes before it.", profile=layers.profile.name)
        if layers.is_over
        else tr("Visual profile {profile}.", profile=layers.profile.name)
    )
    return [words]


def open_display(binder: "Binder", show: Callable[[Sheet], None], asked: str = "theme") -> None:
    """Lay the display sheet over the sale; each choice holds at once, and the sheet itself follows it."""
    window = binder.window
    sheet = DisplaySheet(window.theme, asked, mute=window.is_mute, over=window.layers.is_over)

    def worn(look: Appearance) -> None:
        window.sale.close_sheet(sheet)
        window.wear(look)
        open_display(binder, show, sheet.asked)

    def followed() -> None:
        window.sale.close_sheet(sheet)
        window.follow_profile()
        open_display(binder, show)

    sheet.look_chosen.connect(worn)
    sheet.profile_chosen.connect(followed)
    sheet.mute_chosen.connect(window.be_silent)
    sheet.submitted.connect(lambda _: window.sale.close_sheet(sheet))
    show(sheet)


def open_sync_centre(
    binder: "Binder", lay: Callable[[Sheet], None], find_order: Callable[[str], None]
) -> None:
    """S60: what waits for headquarters; it stays open while things are done there."""
    if isinstance(binder.window.sale.sheet, SyncCentreSheet):
        return

    def opened(view: SyncCentreView) -> None:
        sheet = SyncCentreSheet(binder.window.theme, view)
        sheet.submitted.connect(lambda params: binder.dispatch("sync.now", {}))
        sheet.operation_requested.connect(binder.dispatch)
        sheet.order_wanted.connect(find_order)
        lay(sheet)

    binder.do(binder.desk.sync_centre, opened)


def open_scanner_test(binder: "Binder", lay: Callable[[Sheet], None]) -> None:
    """The first part of S70: nothing that is scanned goes anywhere while it is in sight."""
    window = binder.window
    if isinstance(window.sale.sheet, ScannerTestSheet):
        return

    def opened(unknown: tuple[UnknownCodeView, ...]) -> None:
        sheet = ScannerTestSheet(window.theme, window.limits, unknown)

        def know_by(limits: ScannerLimits) -> None:
            window.sale.close_sheet(sheet)
            window.know_scanner_by(limits)
            window.say(Severity.OK, tr("The scanner is known by what was measured."))

        sheet.recording.connect(
            lambda on: window.record_scans(sheet.recorder if on else None, sheet.recorded)
        )
        sheet.limits_chosen.connect(know_by)
        lay(sheet)

    binder.do(binder.desk.unknown_codes, opened)


def open_welcome(binder: "Binder", lay: Callable[[Sheet], None]) -> None:
    """S10: it lies over the sale, which is kept; what is asked for there takes its place."""
    sale = binder.window.sale
    if isinstance(sale.sheet, WelcomeSheet):
        return

    def opened(view: WelcomeView) -> None:
        sheet = WelcomeSheet(binder.window.theme, view)

        def ask(operation: str, params: Mapping[str, object]) -> None:
            if operation not in STAYS_WELCOME:
                sale.close_sheet(sheet)
            binder.request(operation, params)

        def type_on(text: str) -> None:
            sale.close_sheet(sheet)
            sale.type_text(text)

        sheet.submitted.connect(lambda params: sale.close_sheet(sheet))
        sheet.operation_requested.connect(ask)
        sheet.typed.connect(type_on)
        lay(sheet)

    binder.do(binder.desk.welcome_view, opened)
