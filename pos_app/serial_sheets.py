"""How the sheet of a serial number is opened, for the line that is meant."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from pos_app.ui.sheets.serials import SerialSheet
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.texts import tr

if TYPE_CHECKING:
    from pos_app.binder import Binder


def open_serials(
    binder: "Binder", answering: Callable[[Sheet, str], None], params: Mapping[str, object]
) -> None:
    """For the line named, else the first that lacks a number, else the one that is meant."""
    lines = binder.view.lines if binder.view is not None else ()
    named = [line for line in lines if line.number == params.get("line")]
    lacking = [line for line in lines if line.lacks_serials]
    line = next(iter([*named, *lacking]), binder.window.sale.receipt.table.line_meant())
    if line is None:
        binder.window.sale.refuse(tr("There is nothing in the sale. Scan or type an item first."))
    else:
        answering(SerialSheet(binder.window.theme, line.number, line.name), "line.serials")
