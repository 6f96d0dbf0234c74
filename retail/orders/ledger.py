"""What stands in the ledger of an order: what was tendered towards it, and what was invoiced."""

from dataclasses import dataclass
from enum import StrEnum

from retail.orders.kinds import Balance


class InvoiceKind(StrEnum):
    """What an invoice is for."""

    SALE = "sale"
    CARRY_OUT = "carry_out"
    PICKUP = "pickup"
    SHIPMENT = "shipment"
    CANCELLATION = "cancellation"
    RETURN = "return"


OF_GOODS = (InvoiceKind.SALE, InvoiceKind.CARRY_OUT, InvoiceKind.PICKUP, InvoiceKind.SHIPMENT)
"""Invoices for goods that were handed out or shipped."""
CARD_DECLINED = "card_declined"
"""A charge of a card on file that its processor declined: the opposite of what stood in the ledger for it."""
BY_CARD_ON_FILE = (Balance.CARD_ON_FILE.value, CARD_DECLINED)


@dataclass(frozen=True, slots=True)
class Payment:
    """One tender towards an order, or back from it (negative). `is_deposit`: taken ahead, not for goods handed out.

    `card` is the token of the card, by which it is given back to or was charged, `last_four` its last digits; empty
    where it was no card.
    """

    document: str
    type: str
    settled_minor: int
    is_deposit: bool
    made_at: str
    register: str
    card: str = ""
    last_four: str = ""


@dataclass(frozen=True, slots=True)
class InvoicedLine:
    """How much of a line of the order stands on an invoice, and how much of that has come back."""

    line: int
    quantity_thousandths: int
    returned_thousandths: int = 0


@dataclass(frozen=True, slots=True)
class Invoice:
    """The record that goods were handed out, shipped or came back, and how much of the deposit it used.

    `number` is headquarters'; it joins the invoice later (decision 46). `receipt` is the register's. `tax_minor` is
    the tax in the total, that of charges too. An invoice that an older version made names no `lines` and no tax.
    """

    document: str
    kind: InvoiceKind
    total_minor: int
    applied_minor: int
    made_at: str
    number: str = ""
    receipt: str = ""
    lines: tuple[InvoicedLine, ...] = ()
    tax_minor: int | None = None
