"""The cart shows lines in two rows, and a new one repaints its rows, never the window."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pos_app.ui.cart_table import CartTable, LinesModel, column_edges, name_edge
from pos_app.ui.main_window import MainWindow
from pos_app.ui.theme import Theme
from pos_app.views import LineView
from tests.pos_app.ui import examples


class Painted(QObject):
    """Notes which widget repainted what."""

    def __init__(self) -> None:
        super().__init__()
        self.areas: dict[QWidget, QRect] = {}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's spelling
        if isinstance(event, QPaintEvent) and isinstance(watched, QWidget):
            self.areas[watched] = self.areas.get(watched, QRect()).united(event.rect())
        return False


def painted_from_now(window: MainWindow, qtbot: QtBot) -> Painted:
    """What is painted from here on: all that was shown before stands on the screen."""
    painted = Painted()
    for widget in window.findChildren(QWidget):
        widget.installEventFilter(painted)

    def is_quiet() -> bool:
        painted.areas.clear()
        qtbot.wait(20)
        return not painted.areas

    qtbot.wait_until(is_quiet)
    return painted


def line(number: int) -> LineView:
    return LineView(number, f"Article {number}", "1", "9.00", "9.00")


def test_new_line_repaints_neither_grid_nor_header(window: MainWindow, qtbot: QtBot) -> None:
    window.show_sale(examples.PLAIN)
    painted = painted_from_now(window, qtbot)
    more = replace(
        examples.PLAIN,
        lines=(*examples.PLAIN.lines, line(4)),
        totals=replace(examples.PLAIN.totals, amount="2,884.48"),
        strip=None,
    )

    window.show_sale(more)
    table = window.sale.receipt.table
    qtbot.wait_until(lambda: {window.sale.totals, table.viewport()} <= painted.areas.keys())
    qtbot.wait(50)

    allowed = {table.viewport(), table, window.sale.totals}
    assert painted.areas.keys() <= allowed, [type(each).__name__ for each in painted.areas.keys() - allowed]
    assert window.sale.totals in painted.areas
    assert table.viewport() in painted.areas


def test_same_view_repaints_nothing(window: MainWindow, qtbot: QtBot) -> None:
    window.show_sale(examples.HYBRID)
    painted = painted_from_now(window, qtbot)

    window.show_sale(replace(examples.HYBRID, decimal_mark="."))
    qtbot.wait(50)

    assert painted.areas == {}


def test_model_touches_only_the_rows_that_differ(theme: Theme, qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.add_widget(owner)
    model = LinesModel(owner)
    model.show_lines(tuple(line(number) for number in range(1, 6)))
    inserted: list[tuple[int, int]] = []
    removed: list[tuple[int, int]] = []
    changed: list[tuple[int, int]] = []
    model.rowsInserted.connect(lambda parent, first, last: inserted.append((first, last)))
    model.rowsRemoved.connect(lambda parent, first, last: removed.append((first, last)))
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))

    model.show_lines((*model.lines, line(6)))
    model.show_lines((*model.lines[:2], replace(line(3), quantity="4"), *model.lines[3:]))
    model.show_lines((*model.lines[:1], *model.lines[2:]))

    assert inserted == [(5, 5)]
    assert changed == [(2, 2)]
    assert removed == [(1, 1)]
    assert [each.number for each in model.lines] == [1, 3, 4, 5, 6]


def test_tap_selects_and_another_lets_go(theme: Theme, qtbot: QtBot) -> None:
    table = CartTable(theme)
    qtbot.add_widget(table)
    table.resize(546, 372)
    table.show_lines(examples.PLAIN.lines, "")
    table.show()

    with qtbot.wait_signal(table.selection_wanted) as first:
        table.clicked.emit(table.model().index(0, 0))
    with qtbot.wait_signal(table.selection_wanted) as second:
        table.clicked.emit(table.model().index(1, 0))

    assert first.args == [[1, 2]]
    assert second.args == [[]]


def test_row_is_read_aloud_in_full(theme: Theme, qtbot: QtBot) -> None:
    table = CartTable(theme)
    qtbot.add_widget(table)

    table.show_lines(examples.LINES, "")

    assert (
        table.model().index(0, 0).data() == "Trail shoe 42, 1, 899.00, Ship Tue 24 Nov – Storgata 1, Bergen"
    )


def test_line_meant_is_the_selected_then_the_last(theme: Theme, qtbot: QtBot) -> None:
    table = CartTable(theme)
    qtbot.add_widget(table)

    assert table.line_meant() is None
    table.show_lines(examples.LINES, "")
    last = table.line_meant()
    table.show_lines(examples.PLAIN.lines, "")
    selected = table.line_meant()

    assert last is not None
    assert last.number == 3
    assert selected is not None
    assert selected.number == 2


def test_a_name_ends_before_a_quantity_with_its_unit(theme: Theme) -> None:
    edges, figures = column_edges(theme, 546), QFontMetrics(theme.font("line", figures=True))

    assert name_edge(theme, edges, "1") == edges.name
    for quantity in ("12.5 kg", "1,234.567 pallet"):
        assert name_edge(theme, edges, quantity) < edges.quantity - figures.horizontalAdvance(quantity)
