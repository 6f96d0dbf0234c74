"""What headquarters can want of an order: quantities, goods, ways, prices, charges, details, as values of one edit."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

PICKUP = "pickup"
"""The way of goods that are fetched; every other way is a delivery mode that ships."""


@dataclass(frozen=True, slots=True)
class Way:
    """How goods are to leave: `mode` ships, or is `PICKUP`; what is left empty is as the store does it."""

    mode: str
    place: str = ""
    day: date | None = None
    address: str = ""


@dataclass(frozen=True, slots=True)
class NewLine:
    """Goods to be added; where another price than today's was agreed, or a discount, with these."""

    product: str
    quantity_thousandths: int
    price_minor: int | None = None
    off_percent: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Off:
    """What somebody takes off a line: a share, or else an amount; nothing (0) takes their discount away again."""

    percent: Decimal | None = None
    amount_minor: int = 0


@dataclass(frozen=True, slots=True)
class Edit:
    """What is to become of an order. Lines go by their number on the order; a quantity of 0 removes one.

    `charges` are typed over by line (None: of the whole) and position. `collector` and `expires` None leave them.
    `agreed` is why prices and discounts that were typed are given, `charge_reason` why charges are changed.
    """

    quantities: Mapping[int, int] = field(default_factory=dict)
    added: tuple[NewLine, ...] = ()
    chosen: frozenset[int] = frozenset()
    way: Way | None = None
    unlocked: frozenset[int] = frozenset()
    prices: Mapping[int, int] = field(default_factory=dict)
    discounts: Mapping[int, Off] = field(default_factory=dict)
    agreed: str = ""
    recalculates: bool = False
    charges: Mapping[tuple[int | None, int], int] = field(default_factory=dict)
    charge_reason: str = ""
    new_charge: tuple[str, int] | None = None
    recalculates_charges: bool = False
    collector: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)
    expires: date | None = None
    note: str = ""
