"""Paper: a PDF of 80 mm whose barcode a scanner reads, whole or not there."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from pos_app.devices.paper import PaperPrinter, lay_out
from pos_app.language.language import language_of
from pos_app.register.receipts import PrinterFailed
from pos_app.ui.texts import speak
from retail.messages import say
from retail.money import Money
from retail.receipt import Barcode, Item, Pair, Row, Rule, Text, Title

CODE = "L-HOUSTON-3-00045"
ROWS: tuple[Row, ...] = (
    Title(say("Kassa <Outdoor> & Co")),
    Pair(say("Order"), say("number follows")),
    Barcode(CODE),
    Rule(),
    Item("Trail shoe", Decimal(2), Money(10000, "USD"), Money(20000, "USD")),
    Item("Sock", None, Money(4000, "USD"), Money(4000, "USD")),
    Text(say("Picked up at Houston on 2026-11-22")),
    Pair(say("Total"), Money(24000, "USD"), strong=True),
)


def picture_of(rows: tuple[Row, ...], scale: int = 3) -> QImage:
    document = lay_out(rows, language_of("en"))
    size = document.size()
    picture = QImage(int(size.width()) * scale, int(size.height()) * scale, QImage.Format.Format_Grayscale8)
    picture.fill(255)
    painter = QPainter(picture)
    painter.scale(scale, scale)
    document.drawContents(painter)
    painter.end()
    return picture


def codes_in(picture: QImage) -> list[str]:
    pixels = memoryview(picture.constBits()).cast("B", (picture.height(), picture.bytesPerLine()))
    return [found.text for found in zxingcpp.read_barcodes(pixels)]


@pytest.mark.parametrize("code", [CODE, "HOUSTON-1-000001", "L-A-99999", "L-OSLO-CITY-WEST-12-00045"])
def test_the_barcode_is_read_back_from_the_drawn_receipt(qtbot: QtBot, code: str) -> None:
    assert codes_in(picture_of((Title(say("Receipt")), Barcode(code), Rule()))) == [code]


def test_everything_on_the_receipt_is_on_the_paper(qtbot: QtBot) -> None:
    words = lay_out(ROWS, language_of("en")).toPlainText()

    for expected in ("Kassa <Outdoor> & Co", "2 × 100.00  Trail shoe", "200.00", "Sock", CODE, "240.00"):
        assert expected in words.replace("\xa0", " ").replace("100.00 Trail", "100.00  Trail")


@pytest.fixture
def spoken(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[str]:
    """A language that the window speaks while the paper is printed, and English again afterwards."""
    speak(request.param)
    yield request.param
    speak("en")


@pytest.mark.parametrize("spoken", ["nb", "nl", "en"], indirect=True)
def test_a_receipt_is_a_pdf_as_wide_as_the_paper_whatever_the_window_speaks(
    spoken: str, tmp_path: Path
) -> None:
    printer = PaperPrinter(tmp_path / "receipts")
    assert not printer.has_printed("HOUSTON-1-000001")

    printer.print(ROWS, "HOUSTON-1-000001", language_of(spoken))

    assert printer.has_printed("HOUSTON-1-000001")
    content = (tmp_path / "receipts" / "HOUSTON-1-000001.pdf").read_bytes()
    assert content.startswith(b"%PDF")
    box = content.split(b"/MediaBox [")[1].split(b"]")[0].split()
    assert round(float(box[2]) * 25.4 / 72) == 80
    assert [path.name for path in (tmp_path / "receipts").iterdir()] == ["HOUSTON-1-000001.pdf"]


def test_a_folder_that_cannot_be_written_is_a_printer_that_failed(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "receipts").write_text("a file where the folder should be")

    with pytest.raises(PrinterFailed, match="cannot be written"):
        PaperPrinter(tmp_path / "receipts").print(ROWS, "x", language_of("en"))


def test_prints_beside_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    """The lane that owns the desk is not the window's thread."""
    with ThreadPoolExecutor(1) as lane:
        lane.submit(PaperPrinter(tmp_path).print, ROWS, "HOUSTON-1-000001", language_of("en")).result(30)

    assert (tmp_path / "HOUSTON-1-000001.pdf").stat().st_size > 1000
