"""The values that travel downward, one model per feed; those of the orders feed are in `wire.orders`."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import StringConstraints, model_validator

from retail.permissions import Direction, RoleLimit
from retail.price_lists import ListPrice
from retail.promotions import Promotion, PromotionKind
from retail.stock import StockFigure
from retail.wire.base import LATER, Reading


class PackRow(Reading):
    """A unit in which a product is sold besides its own, and the codes that mean it; no price: so many of its own."""

    unit: str
    contains_thousandths: int
    price_minor: int | None = None
    barcodes: tuple[str, ...] = ()


class ProductRow(Reading):
    """Feed `products`, key = number. Prices travel apart; of its picture only the SHA-256, where it has one.

    With an `item_tax_group` it is not `sellable`, so that a register that knows no such groups refuses it instead of
    taxing it wrongly; whether it is for sale says `sellable_by_group`.
    """

    number: str
    name: str
    tax_percent: Decimal | None = None
    barcodes: tuple[str, ...] = ()
    sellable: bool = True
    key_in_price: bool = False
    line_charge_minor: int = 0
    asks_serial: bool = False
    category: str = ""
    revenue_recognition: bool = False
    picture: str = ""
    item_tax_group: str = ""
    sellable_by_group: bool = False
    unit: str = ""
    packs: tuple[PackRow, ...] = ()


class PriceRow(Reading):
    """Feed `prices`, key = product number."""

    number: str
    price_minor: int


Moment = Annotated[str, StringConstraints(pattern=r"^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)?$")]
"""A moment of UTC, in the one writing that sorts by time; empty for none."""


class ListPriceRow(Reading):
    """Feed `list_prices`, key = number/list/unit/starts: a price of a price list, of this store or of all."""

    list: str
    number: str
    price_minor: int
    unit: str = ""
    starts: Moment = ""
    ends: Moment = ""
    of_store: bool = False

    @property
    def key(self) -> str:
        """What it stands under: no list and no unit has a slash in its name."""
        return f"{self.number}/{self.list}/{self.unit}/{self.starts}"

    def price(self) -> ListPrice:
        """The price itself."""
        return ListPrice(self.list, self.price_minor, self.unit, self.starts, self.ends, self.of_store)


class PromotionRow(Reading):
    """Feed `promotions`, key = id: a periodic discount on products or categories, with its first and last day."""

    id: str
    name: str
    kind: Literal["percent", "amount", "deal"]
    products: tuple[str, ...] = ()
    percent: Decimal = Decimal(0)
    amount_minor: int = 0
    starts: date | None = None
    ends: date | None = None
    categories: tuple[str, ...] = ()
    affiliations: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _can_be(self) -> Self:
        self.promotion()
        return self

    def promotion(self) -> Promotion:
        """The promotion itself.

        Raises:
            ValueError: it says something that no promotion can be.
        """
        return Promotion(
            self.id,
            self.name,
            PromotionKind(self.kind),
            self.products,
            self.percent,
            self.amount_minor,
            self.starts,
            self.ends,
            self.categories,
            self.affiliations,
        )


class StockRow(Reading):
    """Feed `stock`, key = place/product: how much of a product a store or warehouse has, as of `as_of`."""

    product: str
    place: str
    quantity_thousandths: int
    as_of: str

    @property
    def key(self) -> str:
        """What it stands under."""
        return stock_key(self.place, self.product)

    def figure(self) -> StockFigure:
        """The figure itself."""
        return StockFigure(self.quantity_thousandths, self.as_of)


def stock_key(place: str, product: str) -> str:
    """The key of a stock figure; no place has a slash in its name."""
    return f"{place}/{product}"


class AddressRow(Reading):
    """One address of a customer."""

    id: str
    purpose: str = "Home"
    name: str = ""
    phone: str = ""
    line1: str = ""
    postcode: str = ""
    city: str = ""
    country: str = ""
    region: str = ""
    tax_percent: Decimal | None = None
    tax_group: str = ""


class ConsentRow(Reading):
    """What a customer said of a contact (`email:ann@example.com`), to whom and when; no consent: it was taken away."""

    contact: str
    consent: str = ""
    register_name: str = ""
    said_to: str = ""
    at: str


class ErasureRow(Reading):
    """Feed `erasures`, key = customer: whoever holds something of this customer forgets who they were."""

    customer: str


class CustomerRow(Reading):
    """Feed `customers`, key = id (the UUID for ever). `changes`: the newest documents that this row contains.

    `merged_into` is the id of the customer that this one was found to be; empty for most.
    """

    id: str
    account: str
    type: str = "person"
    name: str
    email: str = ""
    phone: str = ""
    language: str = ""
    business: bool = False
    tax_exempt: bool = False
    addresses: tuple[AddressRow, ...] = ()
    affiliations: tuple[str, ...] = ()
    loyalty_cards: tuple[str, ...] = ()
    version: int = 0
    changes: tuple[str, ...] = ()
    merged_into: str = ""
    title: str = ""
    group: str = ""
    currency: str = ""
    receipt_option: str = ""
    receipt_email: str = ""
    extras: tuple[tuple[str, str], ...] = ()
    consents: tuple[ConsentRow, ...] = ()


class OwnLimits(Reading):
    """In what somebody may go further, or less far, than the limits of their role say; None: as far as the role."""

    price_override_percent: Decimal | None = None
    price_override_direction: Direction | None = None
    line_discount_percent: Decimal | None = None
    line_discount_minor: int | None = None
    total_discount_percent: Decimal | None = None
    total_discount_minor: int | None = None
    return_line_minor: int | None = None
    return_total_minor: int | None = None
    blind_return_minor: int | None = None

    def of_role(self, limit: RoleLimit) -> RoleLimit:
        """The limit of a role as it is for whom these are."""
        said: dict[str, Any] = {name: value for name, value in self if value is not None}
        return replace(limit, **said)


class StaffRow(Reading):
    """Feed `staff`, key = user. `pin_hash` is Argon2id; rights: the role's with the person's exceptions. `card` is the
    mark of their staff card (`retail.staff_cards`), empty where they have none.

    It is said to one `store`, or, empty, to all of them. `signature` is over all of it, by the key of headquarters
    `signed_by` (`retail.wire.signed_rows`); both are empty where headquarters is too old to sign.
    """

    user: str
    name: str
    role: str
    pin_hash: str
    rights: tuple[str, ...] = ()
    language: str = ""
    active: bool = True
    store: str = ""
    limits: OwnLimits = OwnLimits()
    card: Annotated[str, LATER] = ""
    signed_by: str = ""
    signature: str = ""


class SettingsRow(Reading):
    """Feed `settings`, key = store: the fields of StoreSettings as JSON; read by `settings_of`. Signed as staff is."""

    values: dict[str, object]
    signed_by: str = ""
    signature: str = ""


class LayoutRow(Reading):
    """Feed `layouts`, key = name; scope: what this store's registers use. `content` is the file itself.

    `stores`, `registers` and `users` are those it is assigned to; none of them: it is everybody's. `version` counts
    what headquarters has published under this name; 0 where it does not say.
    """

    name: str
    version: int = 0
    content: dict[str, object]
    stores: tuple[str, ...] = ()
    registers: tuple[str, ...] = ()
    users: tuple[str, ...] = ()

    @property
    def is_everybodys(self) -> bool:
        """It is assigned to nobody, so whoever has no layout of their own uses it."""
        return not (self.stores or self.registers or self.users)
