"""The cart and its lines as values; what can be done to one is in `cart`."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from retail.cards import CardOnFile
from retail.charges import Charge, charges_sum
from retail.customers import Customer
from retail.orders.delivery import Delivery, DeliveryKind
from retail.quantity import ONE
from retail.rounding import divide
from retail.tender import Tender

PRICE_MAX_MINOR = 10**9
LINES_MAX = 10_000


class CartKind(StrEnum):
    """What concluding this cart will make."""

    SALE = "sale"
    ORDER = "order"
    QUOTE = "quote"


class Balance(StrEnum):
    """How the rest of an order will be paid."""

    PAY_AT_PICKUP = "pay_at_pickup"
    CARD_ON_FILE = "card_on_file"


class PriceSource(StrEnum):
    """Where the price charged came from: the catalogue, or typed because the product asks for it."""

    LIST = "list"
    KEYED = "keyed"


@dataclass(frozen=True, slots=True)
class CartLine:
    """One product in the cart with the steps of its price; `delivery` None means carried out.

    Units: prices per piece in minor units; `tax_percent` is the rate that holds for this line.
    """

    number: int
    product: str
    name: str
    quantity_thousandths: int
    list_price_minor: int
    price_minor: int
    tax_percent: Decimal
    own_tax_percent: Decimal | None = None
    barcode: str = ""
    price_source: PriceSource = PriceSource.LIST
    charges: tuple[Charge, ...] = ()
    delivery: Delivery | None = None
    voided: bool = False

    @property
    def amount_minor(self) -> int:
        """Price times quantity, rounded once."""
        return divide(self.price_minor * self.quantity_thousandths, ONE)

    @property
    def charge_minor(self) -> int:
        """The charges of this line: its product's own, one typed for its shipment, its share of a spread one."""
        return charges_sum(self.charges) if self.charges else 0

    @property
    def delivery_shown(self) -> str:
        """The word for how it leaves us: `carry-out`, `pickup`, or the shipping mode."""
        if self.delivery is None:
            return DeliveryKind.CARRY_OUT
        return DeliveryKind.PICKUP if self.delivery.kind is DeliveryKind.PICKUP else self.delivery.mode


@dataclass(frozen=True, slots=True)
class DepositOverride:
    """A deposit an allowed person stated instead of the calculated one."""

    amount_minor: int
    reason: str
    approved_by: str


@dataclass(frozen=True, slots=True)
class OrderTerms:
    """What was agreed about an order as a whole. `pay_in_full` raises the deposit to the total.

    `card` is the one that pays the rest, where `balance` says so.
    """

    kind: CartKind = CartKind.ORDER
    override: DepositOverride | None = None
    pay_in_full: bool = False
    balance: Balance | None = None
    collector: str = ""
    expires: date | None = None
    card: CardOnFile | None = None


@dataclass(frozen=True, slots=True)
class Cart:
    """The sale being built. `id` becomes the transaction's, `order_id` the order's, for ever.

    `charges` are those of the order as a whole; a line's own stand on the line.
    """

    id: str
    order_id: str
    currency: str
    lines: tuple[CartLine, ...] = ()
    customer: Customer | None = None
    charges: tuple[Charge, ...] = ()
    terms: OrderTerms | None = None
    tenders: tuple[Tender, ...] = ()
    selected: frozenset[int] = frozenset()

    @property
    def active_lines(self) -> tuple[CartLine, ...]:
        """The lines that are not void."""
        return tuple(line for line in self.lines if not line.voided)

    @property
    def kind(self) -> CartKind:
        """A sale until a line is to be shipped or fetched, or an order was begun."""
        return CartKind.SALE if self.terms is None else self.terms.kind

    @property
    def is_empty(self) -> bool:
        """Nothing in it that a customer would miss."""
        return not self.active_lines and self.customer is None and not self.tenders
