"""Products as the register knows them."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Product:
    """One article: `number` is its code (case-sensitive), `barcodes` the codes that find it.

    `asks_serial`: every piece that is sold, handed out or shipped leaves with its serial number. `category` is a
    path such as `Shoes/Running`. With `revenue_recognition` its revenue is booked over time, which no order does.
    `price_list` names the list that its price is from; empty where it is the product's own.

    Units: `price_minor` in minor units of the store's currency.
    """

    number: str
    name: str
    price_minor: int
    tax_percent: Decimal | None = None
    barcodes: tuple[str, ...] = ()
    sellable: bool = True
    key_in_price: bool = False
    line_charge_minor: int = 0
    asks_serial: bool = False
    category: str = ""
    revenue_recognition: bool = False
    price_list: str = ""


def categories_of(category: str) -> tuple[str, ...]:
    """A category and all it lies in, the widest first; none for goods without one.

    >>> categories_of("Shoes/Running")
    ('Shoes', 'Shoes/Running')
    """
    parts = category.split("/") if category else []
    return tuple(["/".join(parts[:count]) for count in range(1, len(parts) + 1)])
