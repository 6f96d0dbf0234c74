"""Receipts: printed from the concluded transaction after its commit, so that a printer can never undo a sale."""

from collections.abc import Sequence
from typing import Any, Protocol

from channel_db.journal.repository import Journal
from pos_app.language.language import Language, language_of
from pos_app.register.finding import Finding
from retail.errors import RuleBroken
from retail.messages import Message
from retail.receipt import Row, StoreFacts, gift_receipt_of, receipt_of, store_copy_of
from retail.receipt_suspended import SetAside, slip_of
from retail.settings import StoreSettings
from retail.suspended import suspended_code
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

    def is_copy(self, transaction: str | None, settings: StoreSettings) -> bool:
        """A transaction's receipt, the last one's unless said, was printed before, so that it would be a copy now.

        Raises:
            RuleBroken: there is no such transaction, or no more copies are allowed.
        """
        name = self._document(transaction).receipt_number
        is_copy = self._printer.has_printed(name)
        if is_copy:
            self._next_copy(name, settings.receipt_copies)
        return is_copy

    def print(self, transaction: str | None, settings: StoreSettings) -> str:
        """Print a transaction's receipt, the last one's unless said, or a copy of it: its number.

        What the store keeps of it comes first, so that a printer that fails in between leaves no receipt to be
        printed a second time.

        Raises:
            RuleBroken: there is no such transaction, no more copies are allowed, or the paper did not come out; the
                sale stands as it was.
        """
        document = self._document(transaction)
        number, invoice = self._numbers(document)
        facts, name = store_facts(settings), document.receipt_number
        kept, is_copy = store_copy_of(document, facts), self._printer.has_printed(name)
        if kept and not is_copy and not self._printer.has_printed(f"{name}-store"):
            self._print(kept, f"{name}-store", settings)
        rows = receipt_of(document, facts, number, invoice, copy=is_copy)
        self._print(rows, self._next_copy(name, settings.receipt_copies) if is_copy else name, settings)
        return name

    def missing(self) -> TransactionDocument | None:
        """The last sale, where no paper of it came out here."""
        last = self._journal.last_transaction()
        return None if last is None or self._printer.has_printed(last.receipt_number) else last

    def print_gift(self, transaction: str | None, settings: StoreSettings) -> str:
        """Print a receipt without prices for what was handed over, as often as it is asked for: its number.

        Raises:
            RuleBroken: there is no such transaction, nothing was handed over, or the paper did not come out.
        """
        document = self._document(transaction)
        rows = gift_receipt_of(document, store_facts(settings))
        if not rows:
            raise RuleBroken("No goods were handed over with this receipt. Print the receipt itself.")
        self._print(rows, f"{document.receipt_number}-gift", settings)
        return document.receipt_number

    def print_slip(self, sale: SetAside, settings: StoreSettings) -> None:
        """Print the slip of a sale that was set aside.

        Raises:
            RuleBroken: the paper did not come out.
        """
        self._print(slip_of(sale, store_facts(settings)), suspended_code(sale.listed.id), settings)

    def print_paper(self, rows: Sequence[Row], name: str, settings: StoreSettings) -> None:
        """Print what is no receipt: a paper that goes with goods.

        Raises:
            RuleBroken: the paper did not come out.
        """
        try:
            self._printer.print(rows, name, language_of(settings.language))
        except PrinterFailed as failed:
            raise RuleBroken("Not printed: {why}. Print it again.", why=failed.message) from failed

    def _print(self, rows: Sequence[Row], name: str, settings: StoreSettings) -> None:
        try:
            self._printer.print(rows, name, language_of(settings.language))
        except PrinterFailed as failed:
            raise RuleBroken(
                "Receipt not printed: {why}. Sale is saved. Print again.", why=failed.message
            ) from failed

    def _next_copy(self, name: str, limit: int | None) -> str:
        """The name of the next copy.

        Raises:
            RuleBroken: the store allows no more.
        """
        made = 0
        while self._printer.has_printed(_copy_name(name, made + 1)):
            made += 1
        if limit is not None and made >= limit:
            raise RuleBroken(
                "Receipt {number} was printed already, and no more copies are allowed here. "
                "Print a gift receipt instead.",
                number=name,
            )
        return _copy_name(name, made + 1)

    def _numbers(self, document: TransactionDocument) -> tuple[str | None, str | None]:
        """Headquarters' numbers of the order and of this transaction's invoice, as far as they are known here."""
        about = document.order or document.act
        order = None if about is None else self._finding.order(about.id)
        if order is None:
            return None, None
        invoices = [each.number for each in order.state.invoices if each.document == document.id]
        return order.number, next((number for number in invoices if number), None)

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


def _copy_name(name: str, number: int) -> str:
    return f"{name}-copy" if number == 1 else f"{name}-copy-{number}"


def store_facts(settings: StoreSettings) -> StoreFacts:
    """What a receipt says of this store."""
    names = {each.place: each.name for each in settings.fulfilment_group}
    return StoreFacts(
        name=settings.store_name or settings.store,
        cancellation_charge_percent=settings.cancellation_charge_percent,
        lines=settings.receipt_lines,
        footer=settings.receipt_footer,
        signature=settings.receipt_signature,
        shipping_codes=frozenset(each.code for each in settings.charge_codes if each.shipping)
        | {settings.shipping_charge_code or ""},
        expedite={each.mode: each.expedite for each in settings.delivery_rules if each.expedite},
        counts_up=settings.aggregate_on_receipt,
        store_names={settings.store: settings.store_name or settings.store, **names},
    )
