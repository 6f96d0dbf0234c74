"""Documents that travel upward: customers and transactions made on a register, and its shifts once they are closed."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from retail.cart import LINES_MAX
from retail.customer_extras import EXTRAS_MAX
from retail.customers import ADDRESSES_MAX
from retail.orders.order import SHELF_MAX
from retail.quantity import ONE, QUANTITY_MAX_THOUSANDTHS
from retail.tender import TENDERS_MAX
from retail.wire.attributes import Attributes
from retail.wire.base import LATER, Part
from retail.wire.cards import CARDS_MAX, CardOnFilePart, CardPart
from retail.wire.notices import CorrectionDocument, InfoDocument
from retail.wire.parts import Count, Minor, Moment, Quantity, Serials, Text, Uuid
from retail.wire.shifts import ShiftDocument
from retail.wire.tax_codes import Percent, TaxCodeParts

CHARGES_MAX = 100
FIELDS_MAX = 80
ADDED_MAX = 20
DISCOUNTS_MAX = 10


class AddressPart(Part):
    """One address of a customer or a shipment."""

    id: Text
    purpose: Text
    name: Text
    phone: Text
    line1: Text
    postcode: Text
    city: Text
    country: Text
    region: Text
    tax_percent: Percent | None
    tax_group: Annotated[Text, LATER] = ""


class CustomerDocument(Part):
    """A customer made on a register; `id` is theirs for ever."""

    kind: Literal["customer"] = "customer"
    id: Uuid
    register_name: Text
    store: Text
    made_at: Moment
    made_by: Text
    type: Literal["person", "organisation"]
    name: Text
    email: Text
    phone: Text
    language: Text
    business: bool
    addresses: Annotated[tuple[AddressPart, ...], Field(max_length=ADDRESSES_MAX)]
    title: Text = ""
    group: Text = ""
    currency: Text = ""
    receipt_option: Text = ""
    receipt_email: Text = ""
    affiliations: Annotated[tuple[Text, ...], Field(max_length=ADDED_MAX)] = ()
    extras: Annotated[tuple[tuple[Text, Text], ...], Field(max_length=EXTRAS_MAX)] = ()


class FieldChangePart(Part):
    """One field of a customer: the value it rested on, and the one it gets."""

    field: Text
    before: Text
    after: Text


class CustomerChangeDocument(Part):
    """What was changed of a customer on a register; `based_on` is the version that was seen there."""

    kind: Literal["customer_change"] = "customer_change"
    id: Uuid
    register_name: Text
    store: Text
    made_at: Moment
    made_by: Text
    customer: Uuid
    customer_name: Text
    based_on: Count
    fields: Annotated[tuple[FieldChangePart, ...], Field(max_length=FIELDS_MAX)]
    addresses: Annotated[tuple[AddressPart, ...], Field(max_length=ADDRESSES_MAX)]
    affiliations: Annotated[tuple[Text, ...], Field(max_length=ADDED_MAX)]
    loyalty_cards: Annotated[tuple[Text, ...], Field(max_length=ADDED_MAX)]


class ChargeOverridePart(Part):
    """What a charge was before this document, why it was typed over, and who allowed it."""

    before_minor: Minor
    reason: Text
    approved_by: Text


class ChargePart(Part):
    """A fee by its code, with its rate of tax, of all its `tax_codes` together where it has several; a part of one says
    what tax it carries.
    """

    code: Text
    amount_minor: Minor
    tax_percent: Percent
    source: Literal["typed", "automatic", "product", "cancellation", "refund"]
    refundable: bool
    original_minor: Minor | None
    part_tax_minor: Minor | None = None
    tax_codes: Annotated[TaxCodeParts, LATER] = ()
    override: Annotated[ChargeOverridePart | None, LATER] = None


Charges = Annotated[tuple[ChargePart, ...], Field(max_length=CHARGES_MAX)]


class DiscountPart(Part):
    """One step from a line's price to its amount; `name` is the promotion's or the reason somebody gave."""

    source: Literal["promotion", "line", "total"]
    name: Text
    code: Text
    percent: Percent | None
    stated_minor: Minor
    amount_minor: Minor
    approved_by: Text


class PriceOverridePart(Part):
    """Why a person stated the price, and who allowed it."""

    reason: Text
    approved_by: Text


class DeliveryPart(Part):
    """How one line leaves the store later; a line without it was carried out."""

    kind: Literal["ship", "pickup"]
    mode: Text
    date: date
    store: Text | None
    ship_from: Text | None
    address: AddressPart | None


class LinePart(Part):
    """One line with the steps of its price. `tax_minor` is the tax of `amount_minor` alone, `own_tax_percent` the
    product's own rate, where it has one, `item_tax_group` and `unit` the product's too.

    `order_line` is the line of the order it stands for, of which `gone_thousandths` had been handed out; with
    `is_share` its amounts are that part of the order's line. What comes back has a negative quantity and a reason;
    without an `order_line` it came back without a receipt. `serials` are those of the pieces, where the product asks
    for them.
    """

    number: Count
    product: Text
    name: Text
    barcode: Text
    quantity_thousandths: Quantity
    list_price_minor: Minor
    price_minor: Minor
    price_source: Literal["list", "keyed", "deal", "override"]
    price_override: PriceOverridePart | None
    price_locked: bool
    discounts: Annotated[tuple[DiscountPart, ...], Field(max_length=DISCOUNTS_MAX)]
    amount_minor: Minor
    tax_percent: Percent
    own_tax_percent: Percent | None
    category: Text = ""
    item_tax_group: Annotated[Text, LATER] = ""
    unit: Annotated[Text, LATER] = ""
    contains_thousandths: Annotated[Count, Field(exclude_if=lambda count: count == ONE)] = ONE
    tax_codes: TaxCodeParts = ()
    tax_minor: Minor
    charges: Charges
    delivery: DeliveryPart | None
    order_line: Count | None
    gone_thousandths: Count
    is_share: bool
    reason: Text
    serials: Serials = ()


class TenderPart(Part):
    """One tender: tendered - change = settled + rounding. A refund has negative amounts."""

    number: Count
    type: Text
    tendered_minor: Minor
    change_minor: Minor
    rounding_minor: Minor
    settled_minor: Minor
    card: CardPart | None = None


class OverridePart(Part):
    """A deposit stated instead of the calculated one, and who allowed it."""

    amount_minor: Minor
    reason: Text
    approved_by: Text


class OrderPart(Part):
    """The whole order a transaction made or changed: `id` for ever, `confirmation_number` for people.

    `revision` counts from 1. `based_on` is how many documents had made the order what it was before this one,
    and `deposit_before`, `used_before` and `settled_before` are what was paid ahead before it, what of that invoices
    had used, and what was paid besides for goods that have gone; all 0 for a new order. `agreed_by` is who allowed
    whoever has not the right to change it.
    """

    id: Uuid
    confirmation_number: Text
    revision: Count
    based_on: Count
    deposit_before_minor: Minor
    used_before_minor: Minor
    settled_before_minor: Minor
    kind: Literal["order", "quote"]
    deposit_percent: Percent
    calculated_deposit_minor: Minor
    deposit_minor: Minor
    override: OverridePart | None
    pay_in_full: bool
    balance: Literal["pay_at_pickup", "card_on_file"] | None
    collector: Text
    expires: date | None
    card: CardOnFilePart | None = None
    topped_up: bool = False
    further_cards: Annotated[tuple[CardOnFilePart, ...], Field(max_length=CARDS_MAX)] = ()
    agreed_by: Annotated[Text, LATER] = ""


class RemainingPart(Part):
    """What of a line of the order is still to be handed out after a pickup."""

    line: Count
    name: Text
    quantity_thousandths: Count


class OtherChargePart(Part):
    """What cancelling would have cost, by its charge code, before somebody asked another charge."""

    code: Text
    before_minor: Minor


class ActPart(Part):
    """What a payment, a pickup, a cancellation or a return does to an order; a return, to a sale or to nothing known.

    `about` says which: with `sale`, `id` is the transaction that sold the goods and `confirmation_number` its receipt;
    with `nothing`, they came back without a receipt and `id` is this very transaction. `invoice` is the document of
    the invoice that goods came back of, empty where none was chosen.

    `applied_minor` is how much of the deposit a pickup uses; `available_minor` how much of it there was.
    `asked_minor` is what a further payment comes to. The rest is
    for the receipt: what is open and to be paid of the order afterwards, who collected, and of which receipts the
    goods came back.
    """

    id: Uuid
    confirmation_number: Text
    based_on: Count
    applied_minor: Minor
    available_minor: Minor
    reason: Text
    approved_by: Text
    collector: Text
    balance_minor: Minor
    remaining: Annotated[tuple[RemainingPart, ...], Field(max_length=LINES_MAX)]
    originals: Annotated[tuple[Text, ...], Field(max_length=LINES_MAX)]
    about: Literal["order", "sale", "nothing"] = "order"
    invoice: Text = ""
    asked_minor: Minor = 0
    other_charge: Annotated[OtherChargePart | None, LATER] = None


class CustomerPart(Part):
    """The customer as the register saw them: `account` is None while it is pending."""

    id: Uuid
    account: Text | None
    name: Text
    business: bool


class RulesPart(Part):
    """The settings the amounts were worked out with, so that headquarters can do it again."""

    price_includes_tax: bool
    tax_rounding: Literal["line", "document"]
    cash_rounding_minor: Count


class TransactionDocument(Part):
    """One concluded transaction; it never changes. `number` has no gaps within register and epoch."""

    kind: Literal["transaction"] = "transaction"
    id: Uuid
    register_name: Text
    store: Text
    epoch: Text
    number: Count
    receipt_number: Text
    shift: Uuid
    business_date: date
    made_at: Moment
    user: Text
    type: Literal["sale", "order", "quote", "payment", "pickup", "cancellation", "return"]
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    rules: RulesPart
    customer: CustomerPart | None
    lines: Annotated[tuple[LinePart, ...], Field(max_length=LINES_MAX)]
    voided_lines: Count
    charges: Charges
    discount: DiscountPart | None
    goods_minor: Minor
    charges_minor: Minor
    tax_minor: Minor
    total_minor: Minor
    carry_out_minor: Minor
    paid_minor: Minor
    change_minor: Minor
    rounding_minor: Minor
    tenders: Annotated[tuple[TenderPart, ...], Field(max_length=TENDERS_MAX)]
    order: OrderPart | None
    act: ActPart | None
    attributes: Annotated[Attributes, LATER] = ()


class StepPart(Part):
    """One step of fulfilment on one line; `quantity_thousandths` is None where the whole line is meant.

    `shelf` is where goods wait that are ready for collection, `serials` are those of what is shipped.
    """

    action: Literal["accept", "reject", "start", "pick", "unpick", "ready", "pack", "unpack", "ship"]
    line: Count
    quantity_thousandths: Annotated[int, Field(gt=0, le=QUANTITY_MAX_THOUSANDTHS)] | None
    shelf: Annotated[str, Field(max_length=SHELF_MAX)] = ""
    serials: Serials = ()


class FulfilmentDocument(Part):
    """Steps taken on the lines of one order in a store; shipping bills what leaves."""

    kind: Literal["fulfilment"] = "fulfilment"
    id: Uuid
    register_name: Text
    store: Text
    made_at: Moment
    made_by: Text
    order: Uuid
    confirmation_number: Text
    based_on: Count
    steps: Annotated[tuple[StepPart, ...], Field(min_length=1, max_length=LINES_MAX)]


Document = (
    CustomerDocument
    | CustomerChangeDocument
    | TransactionDocument
    | FulfilmentDocument
    | InfoDocument
    | CorrectionDocument
    | ShiftDocument
)
