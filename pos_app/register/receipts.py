"""Receipts: printed from the concluded transaction after its commit, so that a printer can never undo a sale."""

from collections.abc import Sequence
from typing import Any, Protocol

from channel_db.journal.repository import Journal
from pos_app.language.language import Language, language_of
from pos_app.register.finding import Finding
from retail.errors import RuleBroken
from retail.messages import Message
from retail.receipt import Row, StoreFacts, receipt_of
from retail.settings import StoreSettings
from retail.wire.uploads import TransactionDocument


class PrinterFailed(Exception):
    """The paper did not come out. Its message says why, as the end of a sentence."""

    def __init__(self, template: str, **values: Any) -> None:
        self.message = Message(template, values)
        super().__init__(str(self.message))


class Printer(Protocol):
    """What puts rows on paper, in the words of a language."""

    def has_printed(self, name: str) -> bool: ...

    def print(self, rows: Sequence[Row], name: str, language: Language) -> None: ...


class Receipts:
    """Prints the receipts of one register, in the language of its store."""

    def __init__(self, journal: Journal, finding: Finding, printer: Printer) -> None:
        self._journal = journal
        self._finding = finding
        self._printer = printer

    def print(self, transaction: str | None, settings: StoreSettings) -> tuple[str, bool]:
        """Print a transaction's receipt, the last one's unless said: its number, and whether it is a copy.

        Raises:
            RuleBroken: there is no such transaction, or the paper did not come out; the sale stands as it was.
        """
        document = self._document(transaction)
        number = None
        if document.order is not None:
            order = self._finding.order(document.order.id)
            number = None if order is None else order.number
        name = document.receipt_number
        is_copy = self._printer.has_printed(name)
        rows = receipt_of(document, store_facts(settings), number, copy=is_copy)
        try:
            self._printer.print(rows, f"{name}-copy" if is_copy else name, language_of(settings.language))
        except PrinterFailed as failed:
            raise RuleBroken(
                "Receipt not printed: {why}. Sale is saved. Print again.", why=failed.message
            ) from failed
        return name, is_copy

    def _document(self, transaction: str | None) -> TransactionDocument:
        if transaction is None:
            last = self._journal.last_transaction()
            if last is None:
                raise RuleBroken("There is no receipt yet. Conclude a sale first.")
            return last
        text = self._journal.transaction_text(transaction)
        if text is None:
            raise RuleBroken("This register has not made that sale. Print it where it was made.")
        return TransactionDocument.read(text)


def store_facts(settings: StoreSettings) -> StoreFacts:
    """What a receipt says of this store."""
    names = {place.store: place.name for place in settings.pickup_stores}
    return StoreFacts(
        name=settings.store_name or settings.store,
        cancellation_charge_percent=settings.cancellation_charge_percent,
        lines=settings.receipt_lines,
        signature=settings.receipt_signature,
        store_names={settings.store: settings.store_name or settings.store, **names},
    )
