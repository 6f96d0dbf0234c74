"""What was done to an order, one event a document: when, by whom, and what it changed, as a timeline is read."""

from dataclasses import dataclass
from enum import StrEnum


class EventKind(StrEnum):
    """What kind of document it was."""

    MADE = "made"
    EDIT = "edit"
    CONVERT = "convert"
    PAY = "pay"
    PICKUP = "pickup"
    CANCEL = "cancel"
    RETURN = "return"
    FULFILMENT = "fulfilment"
    ASSIGNED = "assigned"


class What(StrEnum):
    """What a change is about; the steps of fulfilment bear the names of their actions."""

    ADDED = "added"
    REMOVED = "removed"
    QUANTITY = "quantity"
    PRICE = "price"
    AMOUNT = "amount"
    DELIVERY = "delivery"
    DAY = "day"
    COLLECTOR = "collector"
    EXPIRES = "expires"
    DEPOSIT = "deposit"
    CHARGES = "charges"
    TOTAL = "total"
    HANDED_OUT = "handed_out"
    CAME_BACK = "came_back"
    STORE = "store"
    SHELF = "shelf"
    SERIAL = "serial"
    ACCEPT = "accept"
    REJECT = "reject"
    START = "start"
    PICK = "pick"
    UNPICK = "unpick"
    READY = "ready"
    PACK = "pack"
    UNPACK = "unpack"
    SHIP = "ship"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed; `name` is the product's where it is about a line.

    Units: `before` and `after` are texts: quantities in thousandths, amounts in minor units, days as in ISO 8601.
    """

    what: What
    name: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """What one document did. `revision` is the order's after it; with `fits` false some of it was left out at HQ.

    `attributes` are those that were said otherwise: which one, what it was, and what it is.
    """

    document: str
    kind: EventKind
    at: str
    by: str
    register: str
    revision: int
    receipt: str = ""
    approved_by: str = ""
    reason: str = ""
    fits: bool = True
    changes: tuple[Change, ...] = ()
    attributes: tuple[tuple[str, str, str], ...] = ()
