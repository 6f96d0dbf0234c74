"""The values that travel downward, one model per feed; those of the orders feed are in `wire.orders`."""

from decimal import Decimal

from retail.wire.base import Reading


class ProductRow(Reading):
    """Feed `products`, key = number. Prices travel apart."""

    number: str
    name: str
    tax_percent: Decimal | None = None
    barcodes: tuple[str, ...] = ()
    sellable: bool = True
    key_in_price: bool = False
    line_charge_minor: int = 0


class PriceRow(Reading):
    """Feed `prices`, key = product number."""

    number: str
    price_minor: int


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
    tax_percent: Decimal | None = None


class CustomerRow(Reading):
    """Feed `customers`, key = id (the UUID for ever)."""

    id: str
    account: str
    type: str = "person"
    name: str
    email: str = ""
    phone: str = ""
    language: str = ""
    business: bool = False
    addresses: tuple[AddressRow, ...] = ()


class StaffRow(Reading):
    """Feed `staff`, key = user. `pin_hash` is Argon2id; rights: the role's with the person's exceptions."""

    user: str
    name: str
    role: str
    pin_hash: str
    rights: tuple[str, ...] = ()
    language: str = ""
    active: bool = True


class SettingsRow(Reading):
    """Feed `settings`, key = store: the fields of StoreSettings as JSON; read by `settings_of`."""

    values: dict[str, object]


class LayoutRow(Reading):
    """Feed `layouts`, key = name; scope: what this store's registers use. `content` is the file itself."""

    name: str
    content: dict[str, object]
