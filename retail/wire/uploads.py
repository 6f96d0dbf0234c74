"""Documents that travel upward: customers and transactions made on a register."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from retail.wire.base import Part

Minor = Annotated[int, Field(ge=-(10**15), le=10**15)]
Uuid = Annotated[str, Field(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")]
Moment = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}([+-]\d\d:\d\d|Z)$")]


class AddressPart(Part):
    """One address of a customer or a shipment."""

    id: str
    purpose: str
    name: str
    phone: str
    line1: str
    postcode: str
    city: str
    country: str
    tax_percent: Decimal | None


class CustomerDocument(Part):
    """A customer made on a register; `id` is theirs for ever."""

    kind: Literal["customer"] = "customer"
    id: Uuid
    register_name: str
    store: str
    made_at: Moment
    made_by: str
    type: Literal["person", "organisation"]
    name: str
    email: str
    phone: str
    language: str
    business: bool
    addresses: tuple[AddressPart, ...]


class DeliveryPart(Part):
    """How one line leaves the store later; a line without it was carried out."""

    kind: Literal["ship", "pickup"]
    mode: str
    date: date
    store: str | None
    ship_from: str | None
    address: AddressPart | None
    charge_minor: Minor


class LinePart(Part):
    """One line with the steps of its price. `tax_minor` is the tax of `amount_minor` alone."""

    number: int
    product: str
    name: str
    barcode: str
    quantity_thousandths: int
    list_price_minor: Minor
    price_minor: Minor
    price_source: Literal["list", "keyed"]
    amount_minor: Minor
    tax_percent: Decimal
    tax_minor: Minor
    product_charge_minor: Minor
    delivery: DeliveryPart | None


class TenderPart(Part):
    """One tender: tendered - change = settled + rounding."""

    number: int
    type: str
    tendered_minor: Minor
    change_minor: Minor
    rounding_minor: Minor
    settled_minor: Minor


class OverridePart(Part):
    """A deposit stated instead of the calculated one, and who allowed it."""

    amount_minor: Minor
    reason: str
    approved_by: str


class OrderPart(Part):
    """The order a transaction made: `id` for ever, `confirmation_number` for people, `revision` from 1."""

    id: Uuid
    confirmation_number: str
    revision: int
    kind: Literal["order", "quote"]
    deposit_percent: Decimal
    calculated_deposit_minor: Minor
    deposit_minor: Minor
    override: OverridePart | None
    pay_in_full: bool
    balance: Literal["pay_at_pickup", "card_on_file"] | None
    collector: str
    expires: date | None


class CustomerPart(Part):
    """The customer as the register saw them: `account` is None while it is pending."""

    id: Uuid
    account: str | None
    name: str
    business: bool


class RulesPart(Part):
    """The settings the amounts were worked out with, so that headquarters can do it again."""

    price_includes_tax: bool
    tax_rounding: Literal["line", "document"]
    shipping_charge_tax_percent: Decimal
    cash_rounding_minor: int


class TransactionDocument(Part):
    """One concluded transaction; it never changes. `number` has no gaps within register and epoch."""

    kind: Literal["transaction"] = "transaction"
    id: Uuid
    register_name: str
    store: str
    epoch: str
    number: int
    receipt_number: str
    shift: Uuid
    business_date: date
    made_at: Moment
    user: str
    type: Literal["sale", "order", "quote"]
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    rules: RulesPart
    customer: CustomerPart | None
    lines: tuple[LinePart, ...]
    voided_lines: int
    header_charge_minor: Minor
    goods_minor: Minor
    charges_minor: Minor
    tax_minor: Minor
    total_minor: Minor
    carry_out_minor: Minor
    paid_minor: Minor
    change_minor: Minor
    rounding_minor: Minor
    tenders: tuple[TenderPart, ...]
    order: OrderPart | None


Document = CustomerDocument | TransactionDocument
