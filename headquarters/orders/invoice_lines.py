"""The lines of an invoice: goods and charges with their tax, each charge with the account its code is posted to."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple, dataclass, replace

from sqlalchemy import BigInteger, ForeignKey, Index
from sqlalchemy.orm import Mapped, Session, mapped_column

from headquarters.base import Base
from headquarters.rows import Row, add_rows
from retail.charges import ChargeSource
from retail.orders.order import OrderState
from retail.orders.shares import Share
from retail.settings import StoreSettings
from retail.tax import tax_of
from retail.wire.uploads import ChargePart, FulfilmentDocument, TransactionDocument

CANCELLATION: str = ChargeSource.CANCELLATION.value
GOODS, CHARGE = "goods", "charge"
COLUMNS = (
    "invoice", "line", "kind", "code", "name", "account", "quantity_thousandths", "amount_minor", "tax_minor",
)  # fmt: skip


class InvoiceLine(Base):
    """One line of an invoice or credit invoice; `code` is a product or a charge code, `line` that of the order.

    Line 0 is a charge on the whole. `account` is where the charge code was posted to when this was booked.
    """

    __tablename__ = "invoice_lines"
    __table_args__ = (Index(None, "invoice", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    invoice: Mapped[str] = mapped_column(ForeignKey("invoices.number"))
    line: Mapped[int]
    kind: Mapped[str]
    code: Mapped[str]
    name: Mapped[str]
    account: Mapped[str]
    quantity_thousandths: Mapped[int] = mapped_column(BigInteger)
    amount_minor: Mapped[int] = mapped_column(BigInteger)
    tax_minor: Mapped[int] = mapped_column(BigInteger)


@dataclass(frozen=True, slots=True)
class Billed:
    """What a document billed or took back, before its invoice has a number. Units: amounts as prices are, tax apart."""

    line: int
    kind: str
    code: str
    name: str
    account: str
    quantity_thousandths: int
    amount_minor: int
    tax_minor: int


def handed_out(before: OrderState | None, after: OrderState) -> Iterator[Billed]:
    """What left between two states of an order, and the charges of the whole if they were billed with it."""
    for line in after.lines:
        known = None if before is None else before.line(line.number)
        went = line.invoiced.plus((Share() if known is None else known.invoiced).negative())
        if went.quantity_thousandths:
            yield _goods(line.number, line.product, line.name, went)
        for charge, amount, tax in zip(
            line.charges, went.charges_minor, went.charge_taxes_minor, strict=False
        ):
            if amount or tax:
                yield _charge(line.number, charge.code, amount, tax)
    if after.charges_invoiced and not (before is not None and before.charges_invoiced):
        for charge in after.charges:
            yield _charge(
                0, charge.code, charge.amount_minor, charge.tax_minor(included=after.price_includes_tax)
            )


def given_back(document: TransactionDocument) -> Iterator[Billed]:
    """What a return took back, without goods given in exchange, or what a cancellation charged."""
    included = document.rules.price_includes_tax
    for part in document.lines:
        if part.order_line is None:
            continue
        share = Share(part.quantity_thousandths, part.amount_minor, part.tax_minor)
        yield _goods(part.order_line, part.product, part.name, share)
        for charge in part.charges:
            yield _charge(part.order_line, charge.code, charge.amount_minor, _tax(charge, included=included))
    for charge in document.charges:
        if document.type == "return" or charge.source == CANCELLATION:
            yield _charge(0, charge.code, charge.amount_minor, _tax(charge, included=included))


def billed_by(
    document: TransactionDocument | FulfilmentDocument, before: OrderState | None, after: OrderState
) -> Iterator[Billed]:
    """What stands on the invoice of this document."""
    if document.kind == "transaction" and document.type in ("return", "cancellation"):
        return given_back(document)
    return handed_out(before, after)


def keep_invoice_lines(
    session: Session, numbers: dict[str, str], billed: Iterable[tuple[str, str, Billed]],
    settings_of: Callable[[str], StoreSettings],
) -> None:  # fmt: skip
    """Keep the lines of these invoices, which are known by the document that made each; `billed` is of a document and a
    store. What no invoice came of is left out.
    """
    rows: list[Row] = []
    for document, store, each in billed:
        if document in numbers:
            said = each
            if each.kind == CHARGE:
                code = settings_of(store).charge_code(each.code)
                said = replace(each, name=code.name, account=code.account)
            rows.append((numbers[document], *astuple(said)))
    add_rows(session, InvoiceLine, COLUMNS, rows)


def _goods(line: int, product: str, name: str, share: Share) -> Billed:
    return Billed(
        line, GOODS, product, name, "", share.quantity_thousandths, share.amount_minor, share.tax_minor
    )


def _charge(line: int, code: str, amount_minor: int, tax_minor: int) -> Billed:
    return Billed(line, CHARGE, code, "", "", 0, amount_minor, tax_minor)


def _tax(charge: ChargePart, *, included: bool) -> int:
    if charge.part_tax_minor is not None:
        return charge.part_tax_minor
    return tax_of(charge.amount_minor, charge.tax_percent, included=included)
