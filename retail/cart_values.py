"""The cart and its lines as values; what can be done to one is in `cart`."""

from dataclasses import dataclass
from decimal import Decimal

from retail.charges import Charge, charges_sum
from retail.customers import Customer
from retail.discounts import Discount, DiscountSource, discounts_sum
from retail.orders.acts import WHOLE, Act, ActKind
from retail.orders.delivery import Delivery, DeliveryKind
from retail.orders.kinds import Balance, CartKind, DepositOverride, OrderTerms, PriceOverride, PriceSource
from retail.orders.shares import Share
from retail.quantity import ONE
from retail.rounding import divide
from retail.tax_codes import TaxCode, TaxRate
from retail.tender import Tender

__all__ = [
    "Act",
    "ActKind",
    "Balance",
    "Cart",
    "CartKind",
    "CartLine",
    "DepositOverride",
    "OrderTerms",
    "PriceOverride",
    "PriceSource",
]

WITHOUT_LINES = frozenset({CartKind.CANCELLATION, CartKind.PAYMENT})
"""Kinds of carts that hand out nothing and take nothing back."""
PRICE_MAX_MINOR = 10**9
LINES_MAX = 10_000


@dataclass(frozen=True, slots=True)
class CartLine:
    """One product in the cart with the steps of its price; `delivery` None means carried out.

    A line of an order that is acted on names that order's line: `gone_thousandths` of it have been handed out,
    and a `share` of it carries the amount and the tax that the order has for this part.

    The price charged is `price_minor`; `discounts` are the steps from there to the amount. A line with
    `price_locked` keeps both, whatever holds today. `price_list` names the list that its list price is from. With
    `asks_serial` each piece has one of the `serials` before it is carried out. `item_tax_group` and `unit` are its
    product's; one of the unit holds `contains_thousandths` of the unit that the product is kept in stock by.

    Units: prices per piece in minor units; `tax_percent` is the rate that holds for this line, of all its
    `tax_codes` together where it has several taxes.
    """

    number: int
    product: str
    name: str
    quantity_thousandths: int
    list_price_minor: int
    price_minor: int
    tax_percent: Decimal
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
    price_locked: bool = False
    charges: tuple[Charge, ...] = ()
    delivery: Delivery | None = None
    voided: bool = False
    order_line: int | None = None
    gone_thousandths: int = 0
    share: Share | None = None
    reason: str = ""
    serials: tuple[str, ...] = ()
    asks_serial: bool = False
    price_list: str = ""

    @property
    def tax_rate(self) -> TaxRate:
        """What it is taxed by."""
        return TaxRate(self.tax_percent, self.tax_codes)

    @property
    def gross_minor(self) -> int:
        """Price times quantity, rounded once."""
        return divide(self.price_minor * self.quantity_thousandths, ONE)

    @property
    def amount_minor(self) -> int:
        """Price times quantity, rounded once, less what was taken off; of a share, the part of the order's amount."""
        if self.share is not None:
            return self.share.amount_minor
        gross = self.gross_minor
        return gross - discounts_sum(self.discounts) if self.discounts else gross

    @property
    def discount_minor(self) -> int:
        """What promotions and people took off the price charged."""
        return self.gross_minor - self.amount_minor if self.discounts else 0

    @property
    def shown_discount_minor(self) -> int:
        """All that was taken off the list price; a price that a person stated is none."""
        if self.price_source is not PriceSource.DEAL:
            return self.discount_minor
        return divide(self.list_price_minor * self.quantity_thousandths, ONE) - self.amount_minor

    @property
    def promotion(self) -> str:
        """The name of the promotion that lowered the price; empty where none did."""
        return next((each.name for each in self.discounts if each.source is DiscountSource.PROMOTION), "")

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
class Cart:
    """The sale being built. `id` becomes the transaction's, `order_id` the order's, for ever.

    `charges` are those of the order as a whole; a line's own stand on the line. `discount` is on the whole too, and
    spread over the lines. `attributes` are what was said of it (`order_attributes`); an empty
    value takes a default away.
    """

    id: str
    order_id: str
    currency: str
    lines: tuple[CartLine, ...] = ()
    customer: Customer | None = None
    charges: tuple[Charge, ...] = ()
    discount: Discount | None = None
    terms: OrderTerms | None = None
    tenders: tuple[Tender, ...] = ()
    selected: frozenset[int] = frozenset()
    act: Act | None = None
    attributes: tuple[tuple[str, str], ...] = ()

    @property
    def active_lines(self) -> tuple[CartLine, ...]:
        """The lines that are not void."""
        return tuple(line for line in self.lines if not line.voided)

    @property
    def kind(self) -> CartKind:
        """What its act makes; else a sale until a line is to be shipped or fetched, or an order was begun."""
        if self.act is not None and self.act.kind not in WHOLE:
            return _KINDS[self.act.kind]
        return CartKind.SALE if self.terms is None else self.terms.kind

    @property
    def is_empty(self) -> bool:
        """Nothing in it that a customer would miss."""
        return not self.active_lines and self.customer is None and not self.tenders and self.act is None


_KINDS = {
    ActKind.PICKUP: CartKind.PICKUP,
    ActKind.PAY: CartKind.PAYMENT,
    ActKind.CANCEL: CartKind.CANCELLATION,
    ActKind.RETURN: CartKind.RETURN,
}
