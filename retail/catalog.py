"""Products as the register knows them."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Product:
    """One article: `number` is its code (case-sensitive), `barcodes` the codes that find it.

    `asks_serial`: every piece that is handed out or shipped of an order leaves with its serial number.

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
