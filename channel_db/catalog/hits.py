"""What a search of the catalogue finds: enough to choose from, and the field that what was typed stands in."""

from enum import StrEnum
from typing import NamedTuple


class Field(StrEnum):
    """Where what was typed was found."""

    NUMBER = "number"
    BARCODE = "barcode"
    NAME = "name"
    ACCOUNT = "account"
    EMAIL = "email"
    PHONE = "phone"


class ProductHit(NamedTuple):
    """A product in a list.

    Units: `price_minor` in minor units of the store's currency.
    """

    field: Field
    number: str
    name: str
    price_minor: int
    sellable: bool
    key_in_price: bool
    barcodes: tuple[str, ...]


class CustomerHit(NamedTuple):
    """A customer in a list; `city` is that of their first address."""

    field: Field
    id: str
    account: str | None
    name: str
    email: str
    phone: str
    city: str
