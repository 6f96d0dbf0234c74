"""Products as the register knows them."""

from dataclasses import dataclass, replace
from decimal import Decimal

from retail.quantity import ONE
from retail.units import Pack


@dataclass(frozen=True, slots=True)
class Product:
    """One article: `number` is its code (case-sensitive), `barcodes` the codes that find it.

    `asks_serial`: every piece that is sold, handed out or shipped leaves with its serial number. `category` is a
    path such as `Shoes/Running`. With `revenue_recognition` its revenue is booked over time, which no order does.
    `price_list` names the list that its price is from; empty where it is the product's own. `item_tax_group` says which
    of a place's several taxes it is charged; empty for all. `unit` is what is sold of it, such as `kg`: its own, or one
    of its `packs`, which holds `contains_thousandths` of its own.

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
    item_tax_group: str = ""
    unit: str = ""
    packs: tuple[Pack, ...] = ()
    contains_thousandths: int = ONE

    def by(self, unit: str) -> "Product | None":
        """The product as it is sold by this unit, its own or that of a pack; None where it is not."""
        if unit == self.unit:
            return self
        for pack in self.packs:
            if pack.unit == unit:
                return replace(
                    self, unit=unit, price_minor=pack.price_minor,
                    contains_thousandths=pack.contains_thousandths,
                )  # fmt: skip
        return None


def categories_of(category: str) -> tuple[str, ...]:
    """A category and all it lies in, the widest first; none for goods without one.

    >>> categories_of("Shoes/Running")
    ('Shoes', 'Shoes/Running')
    """
    parts = category.split("/") if category else []
    return tuple(["/".join(parts[:count]) for count in range(1, len(parts) + 1)])
