"""Pictures of products are read beside the window, made small, and stand in for nothing: a sign where there is none."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QImageReader
from pytestqt.qtbot import QtBot

from pos_app.ui.pictures import KEPT_MAX, Pictures, ProductPicture
from pos_app.ui.sheets.pictured import ProductList
from pos_app.ui.sheets.prices import PICTURE, WhySheet
from pos_app.ui.sheets.questions import ProductSearchSheet
from pos_app.ui.theme import Theme
from pos_app.views import FoundProductsView, ProductRowView, WhyView
from tests.headquarters.picture_files import picture


@pytest.fixture
def readers(monkeypatch: pytest.MonkeyPatch) -> list[threading.Thread]:
    """The threads that files are read on."""
    found: list[threading.Thread] = []
    read = QImageReader.read

    def noting(self: QImageReader) -> object:
        found.append(threading.current_thread())
        return read(self)

    monkeypatch.setattr(QImageReader, "read", noting)
    return found


def written(folder: Path, name: str, content: bytes) -> str:
    file = folder / name
    file.write_bytes(content)
    return str(file)


def why(theme: Theme, qtbot: QtBot, file: str) -> WhySheet:
    sheet = WhySheet(theme, WhyView("Apple", "80.00 USD", ("The list price is 80.00.",), file))
    qtbot.add_widget(sheet)
    sheet.show()
    return sheet


def test_a_large_picture_is_read_off_the_window_s_thread_and_shown_small(
    theme: Theme, qtbot: QtBot, tmp_path: Path, readers: list[threading.Thread]
) -> None:
    sheet = why(theme, qtbot, written(tmp_path, "large", picture(2000, 1000)))
    assert sheet.picture.accessibleName() == "No picture"

    qtbot.wait_until(lambda: sheet.picture.accessibleName() == "Picture of the product", timeout=60_000)

    shown = sheet.picture.pixmap()
    assert (shown.width(), shown.height()) == (PICTURE, PICTURE // 2)
    assert shown.toImage().pixelColor(10, 10).name() == "#ff0000"
    assert readers
    assert threading.main_thread() not in readers


@pytest.mark.parametrize("content", [b"", b"GIF89a and no more", picture()[:40]])
def test_what_cannot_be_read_leaves_the_sign(
    theme: Theme, qtbot: QtBot, tmp_path: Path, content: bytes, readers: list[threading.Thread]
) -> None:
    sheet = why(theme, qtbot, written(tmp_path, "broken", content))

    qtbot.wait_until(lambda: len(readers) == 1, timeout=60_000)
    qtbot.wait_until(lambda: not sheet.picture.is_waiting, timeout=60_000)

    assert sheet.picture.accessibleName() == "No picture"
    assert not sheet.picture.pixmap().isNull()


def test_a_product_without_one_has_the_sign_and_nothing_is_read(
    theme: Theme, qtbot: QtBot, readers: list[threading.Thread]
) -> None:
    sheet = why(theme, qtbot, "")

    assert (sheet.picture.accessibleName(), readers) == ("No picture", [])


def test_a_sheet_that_is_closed_meanwhile_is_not_missed(theme: Theme, tmp_path: Path) -> None:
    made = ProductPicture(theme, written(tmp_path, "slow", picture(1000, 1000)), 120)
    made.deleteLater()
    del made

    assert QThreadPool.globalInstance().waitForDone(60_000)


def test_rows_show_their_pictures_as_they_are_read_and_keep_no_room_where_none_has_one(
    theme: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    sheet = ProductSearchSheet(theme, "app")
    qtbot.add_widget(sheet)
    sheet.resize(796, 664)
    sheet.show()
    assert isinstance(sheet.list, ProductList)
    plain = ProductRowView("B", "Banana", "2.00")
    sheet.show_found(FoundProductsView((plain,)))
    assert sheet.list.itemDelegate() is not sheet.list.pictured

    file = written(tmp_path, "blue", picture(60, 60, "blue"))
    sheet.show_found(FoundProductsView((ProductRowView("A", "Apple", "1.00", picture=file), plain)))
    assert sheet.list.itemDelegate() is sheet.list.pictured

    def colour() -> str:
        return sheet.list.viewport().grab().toImage().pixelColor(16 + 24, 30).name()

    qtbot.wait_until(lambda: colour() == "#0000ff", timeout=60_000)


def test_so_many_are_kept_and_no_more(qtbot: QtBot, tmp_path: Path) -> None:
    pictures = Pictures(48, QThreadPool.globalInstance())
    content = picture()
    files = [written(tmp_path, f"{at}", content) for at in range(KEPT_MAX + 10)]

    for file in files:
        pictures.of(file)
    qtbot.wait_until(lambda: not pictures.is_waiting, timeout=60_000)

    assert pictures.count == KEPT_MAX
    assert pictures.of(files[-1]) is not None


def test_a_pack_that_is_found_is_added_as_that_pack(theme: Theme, qtbot: QtBot) -> None:
    sheet, sent = ProductSearchSheet(theme, "70"), list[object]()
    qtbot.add_widget(sheet)
    sheet.submitted.connect(sent.append)
    sheet.show_found(
        FoundProductsView(
            (ProductRowView("A", "Apple", "1.00"), ProductRowView("A", "Apple · box", "5.00", unit="box"))
        )
    )

    sheet.take(0)
    sheet.take(1)

    assert sent == [{"number": "A"}, {"number": "A", "unit": "box"}]
