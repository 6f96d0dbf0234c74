"""Concluded transactions: header, lines and tenders as rows, the document as text, numbers without gaps."""

from typing import Any, cast

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.dialects.sqlite import insert

from channel_db.journal.models import SeriesRow, TenderRow, TransactionLineRow, TransactionRow
from channel_db.journal.part import Part
from channel_db.journal.shift_models import ShiftRow
from channel_db.statements import Statement, insertion
from retail.clock import Clock
from retail.wire.uploads import LinePart, TenderPart, TransactionDocument

NUMBER_DIGITS_MAX = 19
"""A number with more digits is none that a database can hold."""
_NEXT = Statement(
    insert(SeriesRow)
    .values(name=bindparam("name"), last=1)
    .on_conflict_do_update(index_elements=[SeriesRow.name], set_={"last": SeriesRow.last + 1})
    .returning(SeriesRow.last)
)
_RAISE = Statement(
    insert(SeriesRow)
    .values(name=bindparam("name"), last=bindparam("number"))
    .on_conflict_do_update(index_elements=[SeriesRow.name], set_={"last": bindparam("number")})
)
_SERIES = Statement(select(SeriesRow.name, SeriesRow.last))
_HAS_EPOCH = Statement(select(TransactionRow.id).where(TransactionRow.epoch == bindparam("epoch")).limit(1))
_HAS_NUMBER = Statement(
    select(TransactionRow.id).where(
        TransactionRow.epoch == bindparam("epoch"), TransactionRow.number == bindparam("number")
    )
)
_SHIFT_ID = select(ShiftRow.id).where(ShiftRow.uuid == bindparam("shift")).scalar_subquery()
_ADD = insertion(
    TransactionRow.__table__,
    *[each.name for each in TransactionRow.__table__.columns if each.name not in ("id", "shift_id")],
    shift_id=_SHIFT_ID,
)
_ADD_LINE = insertion(
    TransactionLineRow.__table__, *[each.name for each in TransactionLineRow.__table__.columns]
)
_ADD_TENDER = insertion(TenderRow.__table__, *[each.name for each in TenderRow.__table__.columns])
_TEXT = Statement(select(TransactionRow.text).where(TransactionRow.uuid == bindparam("transaction")))
_BY_NUMBER = Statement(
    select(TransactionRow.text).where(
        TransactionRow.epoch == bindparam("epoch"),
        TransactionRow.number == bindparam("number"),
        TransactionRow.receipt_number == bindparam("receipt"),
    )
)
_LAST = Statement(select(TransactionRow.text).order_by(TransactionRow.id.desc()).limit(1))


class SaleReading(Part):
    """Finds concluded transactions."""

    def transaction_text(self, uuid: str) -> str | None:
        """The document of a transaction, as it was kept."""
        text: str | None = _TEXT.run(self._connection, transaction=uuid).scalar()
        return text

    def transaction_by_receipt(self, epoch: str, receipt_number: str) -> TransactionDocument | None:
        """The transaction with this number on its receipt, of this life of the register."""
        digits = receipt_number.rsplit("-", 1)[-1]
        if not (digits.isascii() and digits.isdigit() and len(digits) < NUMBER_DIGITS_MAX):
            return None
        text = _BY_NUMBER.run(
            self._connection, epoch=epoch, number=int(digits), receipt=receipt_number
        ).scalar()
        return None if text is None else TransactionDocument.read(text)

    def last_transaction(self) -> TransactionDocument | None:
        """The transaction concluded last."""
        text = _LAST.run(self._connection).scalar()
        return None if text is None else TransactionDocument.read(text)

    def series(self) -> dict[str, int]:
        """The last number of each series."""
        return {str(row.name): int(row.last) for row in _SERIES.run(self._connection)}

    def has_epoch(self, epoch: str) -> bool:
        """Whether anything was concluded in this life of the register."""
        return _HAS_EPOCH.run(self._connection, epoch=epoch).scalar() is not None

    def has_number(self, epoch: str, number: int) -> bool:
        """Whether a transaction stands under this number of this life of the register."""
        return _HAS_NUMBER.run(self._connection, epoch=epoch, number=number).scalar() is not None


class SaleWriting(Part):
    """Keeps a transaction that is being concluded; `given_out` are the numbers that were taken for it."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        super().__init__(connection, clock)
        self.given_out: dict[str, int] = {}

    def next_number(self, series: str) -> int:
        """The next number of this series, from 1; a unit of work that is taken back gives it back too."""
        (number,) = cast("tuple[int]", _NEXT.one(self._connection, name=series))
        self.given_out[series] = number
        return number

    def raise_series(self, series: str, number: int) -> None:
        """Let this series go on above `number`, which is higher than its last one."""
        _RAISE.write(self._connection, name=series, number=number)

    def add_transaction(self, document: TransactionDocument, text: str) -> None:
        """Keep a transaction; `text` is the document as it will travel.

        Raises:
            StorageBug: its id or number is taken, or its shift is unknown.
        """
        added = _ADD.write(
            self._connection,
            uuid=document.id,
            epoch=document.epoch,
            number=document.number,
            receipt_number=document.receipt_number,
            shift=document.shift,
            type=document.type,
            business_date=document.business_date.isoformat(),
            made_at=document.made_at,
            user=document.user,
            customer=document.customer.id if document.customer else None,
            currency=document.currency,
            goods_minor=document.goods_minor,
            charges_minor=document.charges_minor,
            tax_minor=document.tax_minor,
            total_minor=document.total_minor,
            paid_minor=document.paid_minor,
            change_minor=document.change_minor,
            rounding_minor=document.rounding_minor,
            line_count=len(document.lines),
            tender_count=len(document.tenders),
            text=text,
        )
        key = added.lastrowid
        _ADD_LINE.run_all(
            self._connection, [_line(key, at, line) for at, line in enumerate(document.lines, 1)]
        )
        _ADD_TENDER.run_all(
            self._connection, [_tender(key, at, each) for at, each in enumerate(document.tenders, 1)]
        )


def _line(key: int, position: int, line: LinePart) -> dict[str, Any]:
    delivery = line.delivery
    return {
        "transaction_id": key,
        "position": position,
        "number": line.number,
        "product": line.product,
        "name": line.name,
        "barcode": line.barcode,
        "quantity_thousandths": line.quantity_thousandths,
        "list_price_minor": line.list_price_minor,
        "price_minor": line.price_minor,
        "price_source": line.price_source,
        "amount_minor": line.amount_minor,
        "tax_percent": str(line.tax_percent),
        "tax_minor": line.tax_minor,
        "charge_minor": sum([charge.amount_minor for charge in line.charges]),
        "delivery": delivery.mode if delivery else "",
        "delivery_date": delivery and delivery.date.isoformat(),
    }


def _tender(key: int, position: int, tender: TenderPart) -> dict[str, Any]:
    return {
        "transaction_id": key,
        "position": position,
        "number": tender.number,
        "type": tender.type,
        "tendered_minor": tender.tendered_minor,
        "change_minor": tender.change_minor,
        "rounding_minor": tender.rounding_minor,
        "settled_minor": tender.settled_minor,
    }
