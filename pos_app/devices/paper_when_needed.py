"""The paper of a register as its settings name it; what draws is loaded with the first receipt, not before."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from pos_app.config import read_config
from pos_app.language.language import Language
from pos_app.register.receipts import Printer
from retail.receipt import Row

RECEIPTS = "receipts"
PRINTED = (".pdf", ".escpos")
"""How the files of what was printed end."""


class PaperWhenNeeded:
    """The paper of this register: the printer its settings name, else PDF files in a folder.

    What draws is loaded with the first receipt.
    """

    def __init__(self, folder: Path) -> None:
        config = read_config(folder)
        self._folder = config.printer_folder or folder / RECEIPTS
        self._address = config.printer

    def has_printed(self, name: str) -> bool:
        """A receipt of this name came out before, by the printer that is named now or by one before it."""
        return any((self._folder / f"{name}{kind}").exists() for kind in PRINTED)

    def print(self, rows: Sequence[Row], name: str, language: Language) -> None:
        """Print the rows."""
        self._paper.print(rows, name, language)

    @cached_property
    def _paper(self) -> Printer:
        if self._address is not None:
            from pos_app.devices.network_printer import NetworkPrinter  # noqa: PLC0415 -- loads what draws barcodes

            return NetworkPrinter(self._address, self._folder)
        from pos_app.devices.paper import PaperPrinter  # noqa: PLC0415 -- a console without receipts needs no Qt

        return PaperPrinter(self._folder)
