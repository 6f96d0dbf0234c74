"""Receipts on paper of 80 mm, as PDF files in a folder: the one device here that knows Qt."""

import contextlib
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

import zxingcpp
from PySide6.QtCore import QMarginsF, QSizeF, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument

from pos_app.language.language import Language
from pos_app.register.receipts import PrinterFailed
from retail.receipt import Barcode, Item, Pair, Row, Rule, Text, Title

PAPER_MM = 80.0
MARGIN_MM = 4.0
WIDTH_PX = 272
"""The printable 72 mm at the 96 dots an inch that the layout counts in."""

DOTS_PER_INCH = 96
PDF_DOTS_PER_INCH = 600
BARCODE_HEIGHT_PX = 44

_STYLE = """
body { font-family: Inter, sans-serif; font-size: 9pt; color: #000; }
p.title { font-size: 11pt; font-weight: 600; margin: 5px 0; text-align: center; }
p.large { font-size: 18pt; }
p { margin: 1px 0; } td.right { text-align: right; } .strong { font-size: 11pt; font-weight: 600; }
.code { font-size: 8pt; text-align: center; }
"""


class PaperPrinter:
    """Prints into a folder: one file a receipt, whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def has_printed(self, name: str) -> bool:
        """A receipt of this name came out before."""
        return self._file(name).exists()

    def print(self, rows: Sequence[Row], name: str, language: Language) -> None:
        """Print the rows in the words of a language.

        Raises:
            PrinterFailed: the paper did not come out; the message says why.
        """
        document = lay_out(rows, language)
        half = self._file(name).with_suffix(".new")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            _write_pdf(document, half)
            half.replace(self._file(name))
        except OSError as fault:
            with contextlib.suppress(OSError):
                half.unlink()
            raise PrinterFailed("the folder {folder} cannot be written", folder=self._folder) from fault

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}.pdf"


def lay_out(rows: Sequence[Row], language: Language) -> QTextDocument:
    """The rows as a document as wide as the paper, with its barcodes as pictures."""
    if QGuiApplication.instance() is None:
        raise PrinterFailed("nothing can be drawn without the window's program")
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultStyleSheet(_STYLE)
    parts = []
    for number, row in enumerate(rows):
        if isinstance(row, Barcode):
            picture = barcode_picture(row.code)
            name = f"barcode:{number}"
            document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), picture)
            width = min(picture.width(), WIDTH_PX)
            parts.append(
                f'<p align="center"><img src="{name}" width="{width}" height="{BARCODE_HEIGHT_PX}"/></p>'
                f'<p class="code">{escape(row.code)}</p>'
            )
        else:
            parts.append(_html(row, language))
    document.setHtml(f"<body>{''.join(parts)}</body>")
    document.setTextWidth(WIDTH_PX)
    return document


def barcode_picture(code: str) -> QImage:
    """A Code 128 barcode, one pixel a module, with its quiet zones."""
    drawn: Any = zxingcpp.create_barcode(code, zxingcpp.BarcodeFormat.Code128).to_image(scale=1)
    height, width = drawn.shape
    # The copy owns its bytes: what zxing-cpp drew goes away with `drawn`.
    return QImage(memoryview(drawn).tobytes(), width, height, width, QImage.Format.Format_Grayscale8).copy()


def _html(row: Title | Text | Pair | Item | Rule, language: Language) -> str:
    match row:
        case Title(text, large):
            look = "title large" if large else "title"
            return f'<p class="{look}">{escape(language.tell(text))}</p>'
        case Text(text):
            return f"<p>{escape(language.tell(text))}</p>"
        case Pair(left, right, strong):
            return _columns(language.tell(left), language.write(right), strong=strong)
        case Item(name, quantity, price, amount, unit):
            at = "" if price is None else f" {language.write(price)}"
            many = "" if quantity is None else f"{language.counted(quantity, unit)} ×{at}  "
            return _columns(f"{many}{name}", "" if amount is None else language.write(amount))
        case Rule():
            return "<hr/>"


def _columns(left: str, right: str, *, strong: bool = False) -> str:
    look = ' class="strong"' if strong else ""
    return (
        f'<table width="100%" cellspacing="0" cellpadding="1"><tr><td{look}>{escape(left)}</td>'
        f'<td align="right"{look}>{escape(right)}</td></tr></table>'
    )


def _write_pdf(document: QTextDocument, file: Path) -> None:
    height_mm = document.size().height() * 25.4 / DOTS_PER_INCH + 2 * MARGIN_MM
    writer = QPdfWriter(str(file))
    writer.setResolution(PDF_DOTS_PER_INCH)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QSizeF(PAPER_MM, height_mm), QPageSize.Unit.Millimeter),
            QPageLayout.Orientation.Portrait,
            QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM),
            QPageLayout.Unit.Millimeter,
        )
    )
    painter = QPainter()
    if not painter.begin(writer):
        raise OSError(f"{file} cannot be written")
    painter.scale(PDF_DOTS_PER_INCH / DOTS_PER_INCH, PDF_DOTS_PER_INCH / DOTS_PER_INCH)
    document.drawContents(painter)
    painter.end()
