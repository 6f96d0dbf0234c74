"""The receipts of a sale and of an order with a deposit, printed by a register in each language.

Renew the kept texts after a change that was meant: `python -m tests.ux.receipts`; then read the difference.
"""

import os
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from PySide6.QtGui import QTextDocument

from pos_app.devices.paper import lay_out
from pos_app.language.language import language_of
from pos_app.ui.application import make_application
from tests.fixtures.fix_register import ANNA, NOW, SETTINGS, Register, Shop, at_work

FOLDER = Path(__file__).parent / "receipts"
DOCUMENTS = ("sale", "order")
TAXED = replace(SETTINGS, tax_percent=Decimal(25), cancellation_charge_percent=Decimal(5))
STORES = {
    "en": replace(TAXED, language="en"),
    "nb": replace(TAXED, language="nb", currency="NOK", cash_rounding_minor=100),
    "nl": replace(TAXED, language="nl", currency="EUR", cash_rounding_minor=5),
}


def paper(document: str, language: str, folder: Path) -> QTextDocument:
    """What comes out of the printer of a store that speaks this language."""
    with ExitStack() as undo:
        shop = Shop(folder, undo)
        shop.line.state = "offline"
        shop.publish(STORES[language])
        register = at_work(shop)
        (_sell if document == "sale" else _order)(register)
        register.do("receipt.print")
        rows = next(iter(shop.printer.printed.values()))
        return lay_out(rows, language_of(language))


def _sell(register: Register) -> None:
    register.do("product.add", code="4006381333931")
    register.do("product.add", code="7038010009457", quantity="2")
    register.do("tender.cash", amount="500")
    register.do("transaction.conclude")


def _order(register: Register) -> None:
    """One article is carried out, one waits here for the customer; the deposit is paid now."""
    register.do("customer.set", id=ANNA)
    for code in ("4006381333931", "7038010009457"):
        register.do("product.add", code=code)
    day = NOW.date() + timedelta(days=2)
    register.do("order.pick_up_selected", lines=[1], store="HOUSTON", date=day.isoformat())
    register.do("tender.cash")
    register.do("order.balance", arrangement="pay_at_pickup")
    register.do("transaction.conclude")


def kept_file(document: str, language: str) -> Path:
    """Where the text of a receipt is kept."""
    return FOLDER / f"{document}-{language}.txt"


def text_of(paper: QTextDocument) -> str:
    """What stands on the paper, line by line."""
    lines = paper.toPlainText().replace("\u00a0", " ").replace("\ufffc", "|||||").splitlines()
    return "\n".join(line.rstrip() for line in lines).strip() + "\n"


def renew() -> None:
    """Keep the texts as they are printed now."""
    make_application(sys.argv[:1])
    FOLDER.mkdir(exist_ok=True)
    for document in DOCUMENTS:
        for language in STORES:
            with tempfile.TemporaryDirectory() as folder:
                text = text_of(paper(document, language, Path(folder) / "register"))
            kept_file(document, language).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    renew()
