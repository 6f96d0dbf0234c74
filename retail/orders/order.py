"""The order as it stands: its lines, its money as a ledger, and what was done with it, at the register and at HQ."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from retail.cards import CardOnFile
from retail.charges import Charge, charges_gross, charges_tax, part_of_charge
from retail.customers import PENDING_SYNC
from retail.discounts import Discount
from retail.orders.delivery import Delivery, DeliveryKind
from retail.orders.events import Event
from retail.orders.kinds import CartKind, OrderTerms, Origin, PriceOverride, PriceSource
from retail.orders.ledger import BY_CARD_ON_FILE, OF_GOODS, Invoice, InvoiceKind, Payment
from retail.orders.shares import Share, part_of
from retail.quantity import ONE
from retail.tax_codes import TaxCode

SHELF_MAX = 40
"""No shelf has a longer name."""
NOTHING_YET = Share()
"""Nothing of a line has gone."""


class OrderStatus(StrEnum):
    """How far an order is (decision 14)."""

    DRAFT = "draft"
    OPEN = "open"
    PARTIALLY_INVOICED = "partially_invoiced"
    INVOICED = "invoiced"
    CANCELLED = "cancelled"
    CANCEL_PENDING = "cancel_pending"
    QUOTE = "quote"
    QUOTE_EXPIRED = "quote_expired"


class LineStatus(StrEnum):
    """How far a line of an order is (decision 14)."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    PICKING = "picking"
    PARTIALLY_PICKED = "partially_picked"
    PICKED = "picked"
    PARTIALLY_PACKED = "partially_packed"
    PACKED = "packed"
    PARTIALLY_INVOICED = "partially_invoiced"
    INVOICED = "invoiced"
    REJECTED = "rejected"
    CANCELLED = "cancelled"


OVER = (LineStatus.CANCELLED, LineStatus.REJECTED)
"""Lines of which nothing more leaves this store."""


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One line of an order. `store` hands it out or ships it; without a `delivery` it was carried out.

    Units: `amount_minor`, `tax_minor`, `charges` and `charge_taxes_minor` (in their order) are those of all that was
    ordered; `invoiced` and `returned` say what of them has gone and come back. Picked, packed and ready for
    collection (on `shelf`) count all that ever was. `serials` are those of the pieces that have gone,
    `returned_serials` those of them that have come back, `rejected_by` the stores that would not handle it.
    """

    number: int
    product: str
    name: str
    status: LineStatus
    ordered_thousandths: int
    list_price_minor: int
    price_minor: int
    amount_minor: int
    tax_percent: Decimal
    tax_minor: int
    store: str
    own_tax_percent: Decimal | None = None
    category: str = ""
    item_tax_group: str = ""
    unit: str = ""
    contains_thousandths: int = ONE
    tax_codes: tuple[TaxCode, ...] = ()
    barcode: str = ""
    price_source: PriceSource = PriceSource.LIST
    discounts: tuple[Discount, ...] = ()
    override: PriceOverride | None = None
    charges: tuple[Charge, ...] = ()
    charge_taxes_minor: tuple[int, ...] = ()
    plan: Delivery | None = None
    invoiced: Share = NOTHING_YET
    returned: Share = NOTHING_YET
    picked_thousandths: int = 0
    packed_thousandths: int = 0
    ready_thousandths: int = 0
    shelf: str = ""
    serials: tuple[str, ...] = ()
    rejected_by: tuple[str, ...] = ()
    returned_serials: tuple[str, ...] = ()

    @property
    def invoiced_thousandths(self) -> int:
        """How much of it was handed out or shipped."""
        return self.invoiced.quantity_thousandths

    @property
    def returned_thousandths(self) -> int:
        """How much of that has come back."""
        return self.returned.quantity_thousandths

    @property
    def serials_out(self) -> tuple[str, ...]:
        """The serial numbers of the pieces that are with the customer."""
        return tuple([each for each in self.serials if each not in self.returned_serials])

    @property
    def open_thousandths(self) -> int:
        """How much is still to be handed out or shipped."""
        return 0 if self.status in OVER else self.ordered_thousandths - self.invoiced_thousandths

    @property
    def outstanding_thousandths(self) -> int:
        """How much still has to leave, whether or not this store has rejected it."""
        if self.status is LineStatus.CANCELLED:
            return 0
        return self.ordered_thousandths - self.invoiced_thousandths

    @property
    def whole(self) -> Share:
        """All of the line as a share of itself."""
        charges = tuple([charge.amount_minor for charge in self.charges])
        return Share(
            self.ordered_thousandths, self.amount_minor, self.tax_minor, charges, self.charge_taxes_minor
        )

    def take(self, quantity_thousandths: int) -> Share:
        """The share of what is handed out next."""
        return part_of(self.whole, self.invoiced, quantity_thousandths)

    def give_back(self, quantity_thousandths: int) -> Share:
        """The share of what comes back next, of what was handed out."""
        return part_of(self.invoiced, self.returned, quantity_thousandths)

    def charges_of(self, share: Share) -> tuple[Charge, ...]:
        """The line's charges with what a share of it carries of each."""
        amounts, taxes = share.charges_minor, share.charge_taxes_minor
        return tuple(
            [
                part_of_charge(charge, _at(amounts, place), _at(taxes, place))
                for place, charge in enumerate(self.charges)
            ]
        )

    @property
    def delivery(self) -> DeliveryKind:
        """How it leaves us."""
        return DeliveryKind.CARRY_OUT if self.plan is None else self.plan.kind

    @property
    def mode(self) -> str:
        """The delivery mode; empty for what was carried out."""
        return "" if self.plan is None else self.plan.mode

    @property
    def day(self) -> date | None:
        """The day it is promised for."""
        return None if self.plan is None else self.plan.date

    @property
    def place(self) -> str:
        """Where it goes, for people."""
        if self.plan is None:
            return ""
        return self.store if self.plan.address is None else str(self.plan.address)


@dataclass(frozen=True, slots=True)
class OrderCustomer:
    """Whose order it is; `account` is None while it is pending, and the sale of a stranger has an empty `id`."""

    id: str
    name: str
    account: str | None = None
    business: bool = False


@dataclass(frozen=True, slots=True)
class OrderState:
    """An order with its money. `number` is headquarters', empty until it has given one.

    `acts` are the ids of the documents that made it what it is, in their order: two copies with the same acts are
    the same; `events` tell what each of them did. `charges` are those of the whole order, invoiced once (decision 4).

    `attributes` are what was said of it, in their order (`order_attributes`).
    With `order_completion` a call centre that made it completes it too (decision 43).
    Units: all amounts in minor units of `currency`. `card_authorisation` is what a card was asked to reserve.
    """

    id: str
    confirmation_number: str
    status: OrderStatus
    store: str
    made_at: str
    currency: str
    price_includes_tax: bool
    customer: OrderCustomer
    terms: OrderTerms
    deposit_percent: Decimal
    deposit_minor: int
    total_minor: int
    carry_out_minor: int
    lines: tuple[OrderLine, ...]
    card_authorisation_minor: int = 0
    charges: tuple[Charge, ...] = ()
    charges_invoiced: bool = False
    charges_returned: bool = False
    revision: int = 1
    number: str = ""
    origin: Origin = Origin.STORE
    order_completion: bool = False
    payments: tuple[Payment, ...] = ()
    invoices: tuple[Invoice, ...] = ()
    acts: tuple[str, ...] = ()
    shipping_refunded_minor: int = 0
    events: tuple[Event, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()

    @property
    def kind(self) -> CartKind:
        """An order or a quote."""
        return self.terms.kind

    @property
    def paid_minor(self) -> int:
        """All that was tendered for it less all that was given back, with what a card on file was charged."""
        return sum(payment.settled_minor for payment in self.payments)

    @property
    def is_sale(self) -> bool:
        """A plain sale, kept as an order is for what comes back of it: everything was carried out."""
        return self.terms.kind is CartKind.SALE

    @property
    def deposit_paid_minor(self) -> int:
        """What was taken ahead, less what of it was given back."""
        return sum(payment.settled_minor for payment in self.payments if payment.is_deposit)

    @property
    def deposit_used_minor(self) -> int:
        """What invoices have used of the deposit."""
        return sum(invoice.applied_minor for invoice in self.invoices)

    @property
    def deposit_available_minor(self) -> int:
        """What was paid ahead and no invoice has used yet (D10)."""
        return self.deposit_paid_minor - self.deposit_used_minor

    @property
    def returned_minor(self) -> int:
        """What came back, as it was invoiced; 0 or more."""
        return -sum(each.total_minor for each in self.invoices if each.kind is InvoiceKind.RETURN)

    @property
    def invoiced_minor(self) -> int:
        """What was handed out and shipped, as it was invoiced; what came back later is not taken off."""
        return sum(each.total_minor for each in self.invoices if each.kind in OF_GOODS)

    @property
    def settled_minor(self) -> int:
        """What of that was to be paid when it was handed out or shipped, not by the deposit."""
        return sum(each.total_minor - each.applied_minor for each in self.invoices if each.kind in OF_GOODS)

    @property
    def unpaid_minor(self) -> int:
        """What of the goods that have gone nobody has paid: a card on file was declined for it."""
        asked = sum(each.total_minor - each.applied_minor for each in self.invoices)
        return asked - (self.paid_minor - self.deposit_paid_minor)

    @property
    def balance_minor(self) -> int:
        """What is still to be paid of the order."""
        return self.total_minor - self.returned_minor - self.paid_minor

    @property
    def owed_minor(self) -> int:
        """What more was paid than the order comes to, of what no invoice has used: the customer gets it back."""
        free = self.deposit_available_minor + max(0, -self.unpaid_minor)
        return max(0, min(-self.balance_minor, free))

    @property
    def to_pay_minor(self) -> int:
        """What is still to be paid of the order; negative, it is owed to the customer."""
        return self.balance_minor if self.balance_minor > 0 else -self.owed_minor

    @property
    def card_used_minor(self) -> int:
        """What the cards on file were charged already."""
        return sum(each.settled_minor for each in self.payments if each.type in BY_CARD_ON_FILE)

    @property
    def card_left_minor(self) -> int:
        """What the cards on file may still be charged."""
        return max(0, self.card_authorisation_minor - self.card_used_minor)

    def used_of(self, card: CardOnFile) -> int:
        """What this card was charged already; what an older version did not note belongs to the first one."""
        noted = [card.token, *([""] if card == self.terms.card else [])]
        return sum(
            each.settled_minor
            for each in self.payments
            if each.type in BY_CARD_ON_FILE and each.card in noted
        )

    @property
    def receipts(self) -> tuple[str, ...]:
        """What goods of it were handed out by: each invoice by headquarters' number, before that by its receipt."""
        gone = [each.number or each.receipt for each in self.invoices if each.kind in OF_GOODS]
        return tuple([each for each in gone if each])

    @property
    def shown_number(self) -> str:
        """What stands where headquarters' number will be."""
        return self.number or PENDING_SYNC

    @property
    def reference(self) -> str:
        """What people call it by: headquarters' number, before that the confirmation number."""
        return self.number or self.confirmation_number

    def line(self, number: int) -> OrderLine | None:
        """The line with this number."""
        return next((line for line in self.lines if line.number == number), None)

    def gross(self, share: Share) -> int:
        """What a share of a line comes to, with its tax and its charges."""
        tax = 0 if self.price_includes_tax else share.tax_minor + sum(share.charge_taxes_minor)
        return share.amount_minor + sum(share.charges_minor) + tax

    @staticmethod
    def tax(share: Share) -> int:
        """The tax of a share of a line, and of its charges."""
        return share.tax_minor + sum(share.charge_taxes_minor)

    def charges_tax(self) -> int:
        """The tax of the charges of the whole order."""
        return charges_tax(self.charges, included=self.price_includes_tax)

    def charges_gross(self) -> int:
        """What the charges of the whole order come to, with tax."""
        return charges_gross(self.charges, included=self.price_includes_tax)


def _at(figures: tuple[int, ...], place: int) -> int:
    return figures[place] if place < len(figures) else 0


def status_by_lines(lines: tuple[OrderLine, ...]) -> OrderStatus:
    """How far an order is by its lines: invoiced when all its goods are invoiced or removed (decision 8)."""
    if all(
        line.invoiced_thousandths >= line.ordered_thousandths or line.status is LineStatus.CANCELLED
        for line in lines
    ):
        return OrderStatus.INVOICED
    begun = any(line.invoiced_thousandths for line in lines)
    return OrderStatus.PARTIALLY_INVOICED if begun else OrderStatus.OPEN


def status_on(status: OrderStatus, expires: date | None, today: date) -> OrderStatus:
    """The status as it shows today: a quote whose last day has passed has expired."""
    if status is OrderStatus.QUOTE and expires is not None and expires < today:
        return OrderStatus.QUOTE_EXPIRED
    return status
