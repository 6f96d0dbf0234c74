"""The kinds of rows a receipt is made of, and what it says of the store."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from retail.messages import Message
from retail.money import Money


@dataclass(frozen=True, slots=True)
class Title:
    """The name of the document, or of one of its parts; `large` for what nobody may overlook."""

    text: Message
    large: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """One line of words."""

    text: Message


@dataclass(frozen=True, slots=True)
class Pair:
    """Words at the left, an amount or a word at the right; `strong` for the one that matters most."""

    left: Message
    right: Money | Message
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One product: how many (None where it is one piece) of which unit, at which price, and what that comes to.

    On a receipt without prices both amounts are None.
    """

    name: str
    quantity: Decimal | None
    price: Money | None
    amount: Money | None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Barcode:
    """A code to be scanned."""

    code: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across."""


Row = Title | Text | Pair | Item | Barcode | Rule


@dataclass(frozen=True, slots=True)
class StoreFacts:
    """What a receipt says of the store: its name, and lines such as address, organisation number, telephone.

    `store_names` are those of the stores where goods are picked up, by their codes; `signature` leaves a line for the
    customer's on what they order; `footer` ends what a customer takes along. `shipping_codes` are the charge codes that
    stand apart as shipping; `expedite` says how urgent a delivery mode is. With `counts_up` goods of a sale that are
    the same stand on one line.

    Units: `cancellation_charge_percent` in percent of the order's total.
    """

    name: str
    lines: tuple[str, ...] = ()
    cancellation_charge_percent: Decimal = Decimal(0)
    store_names: Mapping[str, str] = field(default_factory=dict)
    signature: bool = False
    footer: tuple[str, ...] = ()
    shipping_codes: frozenset[str] = frozenset()
    expedite: Mapping[str, str] = field(default_factory=dict)
    counts_up: bool = False
