"""Opens the health page and the log bundle: looking and packing happen beside the lane, so that selling goes on."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from pos_app.health_views import TERMINAL, BundleView, Examined
from pos_app.lanes import Lane
from pos_app.operations.registry import Outcome, Refused
from pos_app.order_sheets import show_if_open
from pos_app.ui.sheets.health import BundleSheet, HealthSheet
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.texts import spoken
from pos_app.views import Severity

if TYPE_CHECKING:
    from pos_app.binder import Binder

SAVE = "health.bundle"


def open_health(
    binder: "Binder", side_lane: Lane, lay: Callable[[Sheet], None], show: Callable[[Sheet], None]
) -> None:
    """S70: it stands at once, and is filled when everything was looked at."""
    sale, health = binder.window.sale, binder.desk.health
    if isinstance(sale.sheet, HealthSheet):
        return
    sheet = HealthSheet(binder.window.theme)
    seen = Examined()

    def look() -> None:
        sheet.begin()
        side_lane.submit(
            health.examine, found, lambda fault: show_if_open(sheet, lambda _: sheet.fail(), None)
        )

    def found(examined: Examined) -> None:
        nonlocal seen
        seen = examined
        binder.do(lambda: health.view(examined), lambda view: show_if_open(sheet, sheet.show_health, view))

    def test(device: str) -> None:
        sheet.begin()
        examined = seen
        # The terminal has one conversation, and that is held on the lane.
        lane = binder.lane if device == TERMINAL else side_lane
        lane.submit(
            lambda: health.test(examined, device),
            found,
            lambda fault: show_if_open(sheet, lambda _: sheet.fail(), None),
        )

    def gather() -> None:
        examined = seen
        side_lane.submit(
            lambda: health.gather(examined),
            lambda bundle: show_if_open(
                sheet, lambda each: open_bundle(binder, side_lane, show, each), bundle
            ),
            lambda fault: show_if_open(sheet, lambda _: sheet.fail(), None),
        )

    sheet.submitted.connect(lambda params: look())
    sheet.operation_requested.connect(binder.request)
    sheet.bundle_wanted.connect(gather)
    sheet.test_wanted.connect(test)
    lay(sheet)
    look()


def open_bundle(binder: "Binder", side_lane: Lane, show: Callable[[Sheet], None], bundle: BundleView) -> None:
    """Show what would be saved; whoever may take it out of the shop, or has it approved, saves it."""
    sheet = BundleSheet(binder.window.theme, bundle)

    def say(outcome: Outcome) -> None:
        if not hasattr(outcome, "message"):
            return
        severity = Severity.WARNING if isinstance(outcome, Refused) else Severity.OK
        binder.window.say(severity, spoken().tell(outcome.message))

    def save() -> None:
        side_lane.submit(lambda: binder.desk.health.save(bundle), say, lambda fault: None)

    sheet.submitted.connect(lambda params: binder.dispatch(SAVE, {}, sheet, save))
    show(sheet)
