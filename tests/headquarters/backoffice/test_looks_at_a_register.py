"""A visual profile from its form to the window: worn without a restart, below what was chosen there, and off again."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pos_app.appearance import PLAIN, Appearance
from pos_app.binder import Binder
from pos_app.ui.main_window import MainWindow
from pos_app.ui.sheets.display import DisplaySheet
from pos_app.ui.sheets.questions import ChoiceSheet
from pos_app.ui.theme import Theme
from tests.fixtures.fix_window import dressed, qtbot, theme
from tests.headquarters.backoffice.counter import Counter, counter_of
from tests.headquarters.backoffice.forms import made
from tests.pos_app.inline_lane import InlineLane

__all__ = ["dressed", "qtbot", "theme"]

EVENING = {"code": "evening", "name": "Evening", "theme": "dark", "scheme": "large", "left_handed": "True",
           "accent_dark": "#E30613"}  # fmt: skip


@pytest.fixture(scope="module")
def counter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counter]:
    with counter_of(tmp_path_factory.mktemp("looks")) as shop:
        made(shop.office, "visual-profiles", **EVENING)
        yield shop


@pytest.fixture
def binder(counter: Counter, theme: Theme, qtbot: QtBot) -> Iterator[Binder]:
    """The register's own window over its own files."""
    window = MainWindow(theme, lambda event: event.timestamp())
    qtbot.add_widget(window)
    window.show()
    made = Binder(window, counter.desk, InlineLane(), InlineLane())
    made.start()
    made._timer.stop()
    yield made
    window.close()
    counter.clear()
    counter.set("stores", visual="")


def about(binder: Binder) -> str:
    """What the session sheet says of layout and look."""
    binder.window.sale.session_wanted.emit()
    sheet = binder.window.sale.sheet
    assert isinstance(sheet, ChoiceSheet)
    words = sheet.sentence.text()
    binder.window.sale.close_sheet(sheet)
    return words


def display(binder: Binder) -> DisplaySheet:
    """The display sheet, opened from the session sheet."""
    binder.window.sale.session_wanted.emit()
    session = binder.window.sale.sheet
    assert isinstance(session, ChoiceSheet)
    session.submitted.emit({"operation": "display"})
    sheet = binder.window.sale.sheet
    assert isinstance(sheet, DisplaySheet)
    return sheet


def test_a_published_profile_is_worn_with_the_sale_kept_and_taken_off_again(
    counter: Counter, binder: Binder
) -> None:
    window = binder.window
    counter.begin("SHOE")
    binder._tick()
    assert window.theme.look == PLAIN
    assert "Visual profile" not in about(binder)

    counter.set("stores", visual="evening")
    binder._tick()

    assert window.theme.look == Appearance("dark", "large", left_handed=True, accent_dark="#E30613")
    assert window.theme.colour("accent").name().upper() == "#E30613"
    assert window.theme.zone("lines").x() > window.theme.zone("grid").x()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    assert app.palette().highlight().color().name().upper() == "#E30613"
    assert binder.view is not None
    assert [line.name for line in binder.view.lines] == ["Trail shoe"]
    assert about(binder).endswith("Visual profile Evening.")

    counter.set("stores", visual="")
    binder._tick()
    assert window.theme.look == PLAIN
    assert counter.session.cart is not None


def test_what_was_chosen_at_the_register_goes_before_the_profile_until_it_is_given_up(
    counter: Counter, binder: Binder
) -> None:
    window = binder.window
    counter.set("stores", visual="evening")
    binder._tick()
    assert [*display(binder).rows] == ["theme", "scheme", "scale", "side"]

    sheet = window.sale.sheet
    assert isinstance(sheet, DisplaySheet)
    assert sheet.origin is None
    sheet.rows["theme"].buttons["light"].click()
    assert (window.theme.look.theme, window.theme.look.scheme) == ("light", "large")

    counter.set("visual-profiles", theme="dark", scheme="standard")
    binder._tick()
    assert (window.theme.look.theme, window.theme.look.scheme) == ("light", "standard")
    assert about(binder).endswith("Visual profile Evening; what was chosen here goes before it.")

    sheet = display(binder)
    assert sheet.origin is not None
    sheet.origin.buttons["profile"].click()
    assert window.theme.look.theme == "dark"
    assert about(binder).endswith("Visual profile Evening.")


def test_a_register_of_its_own_profile_wears_that(counter: Counter, binder: Binder) -> None:
    made(counter.office, "visual-profiles", code="counter", scale="130")
    counter.set("registers", visual="counter")
    binder._tick()
    assert binder.window.theme.look == Appearance(scale=130)
    assert about(binder).endswith("Visual profile counter.")

    counter.set("registers", visual="")
    binder._tick()
    assert binder.window.theme.look == PLAIN


def test_header_day_box_and_keys_of_a_profile_are_worn(counter: Counter, binder: Binder) -> None:
    window = binder.window
    made(counter.office, "visual-profiles", code="house", header_light="#4A3FA8", sign_in_box="right",
         show_date="True", keys="system")  # fmt: skip
    header = window.sale.header
    plain, middle = header.user.geometry(), window.sign_in._card()

    counter.set("stores", visual="house")
    binder._tick()

    assert header.grab().toImage().pixelColor(QPoint(4, 4)).name().upper() == "#4A3FA8"
    assert window.theme.colour("on_header").name().upper() == "#FFFFFF"
    assert window.sign_in._card().left() > middle.left()
    assert window.sign_in._card().right() < window.width()
    assert header.user.geometry().top() == plain.top()
    assert window.theme.look.show_date
    assert header._view is not None
    assert header._view.date == str(counter.session.language.write(counter.session.clock.now().date()))
    window.sale.writing.by_touch(by_touch=True)
    binder.request("customer.search", {})
    assert window.sale.writing.letters.isHidden()

    counter.set("visual-profiles", 3, keys="own")
    binder._tick()
    window.sale.writing.offer()
    assert not window.sale.writing.letters.isHidden()
    window.sale.close_sheets()
