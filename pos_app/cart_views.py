"""The open sale as frozen data: whose it is, its lines in two rows, how they leave us, and what is due."""

from dataclasses import dataclass

from pos_app.view_parts import FactView


@dataclass(frozen=True, slots=True)
class CustomerCardView:
    """Who the goods are for. `account` is the number, or empty while `pending`; `why_not` says why they stay."""

    name: str
    account: str = ""
    pending: bool = False
    detail: str = ""
    organisation: bool = False
    warning: str = ""
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class LineView:
    """A cart line in two rows. `glyph` is ship, pickup, carry-out or empty; `detail` the second row in words.

    `mode` is the short word for how it leaves us (`Pick up 22 Nov`); `spoken` is what a screen reader says;
    `locked` that its price was agreed before and stays; `lacks_serials` that pieces need their serial numbers first.
    """

    number: int
    name: str
    quantity: str
    price: str
    amount: str
    glyph: str = ""
    detail: str = ""
    mode: str = ""
    selected: bool = False
    spoken: str = ""
    locked: bool = False
    lacks_serials: bool = False


@dataclass(frozen=True, slots=True)
class DeliveryRowView:
    """A row of the Delivery tab; rows come grouped by mode."""

    line: int
    item: str
    quantity: str
    glyph: str
    mode: str
    place: str
    date: str
    charge: str = ""


@dataclass(frozen=True, slots=True)
class TotalsView:
    """Small facts at the left; one amount at the right, with its caption and the sentence that explains it.

    `total` is what all of it comes to, where that is not the amount: an order asks for a part of it now.
    After a sale it shows the change until the next one begins (`caption` Change, `celebrate` True).
    """

    caption: str
    amount: str
    currency: str
    of_total: str = ""
    sentence: str = ""
    facts: tuple[FactView, ...] = ()
    celebrate: bool = False
    total: str = ""
