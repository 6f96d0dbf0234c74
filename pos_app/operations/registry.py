"""What an operation is, what may come of asking for one, and the table of all that are known."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from retail.messages import NOTHING, Message

if TYPE_CHECKING:
    from pos_app.operations.context import RegisterContext, Work

Params = Mapping[str, Any]
"""The parameters of one call, read by their kinds: amounts in minor units, quantities in thousandths, dates."""


class Needs(StrEnum):
    """What must be so before an operation is even asked about."""

    SIGNED_IN = "signed_in"
    OPEN_SHIFT = "open_shift"
    READY_TO_SELL = "ready_to_sell"
    OPEN_CART = "open_cart"
    LINES = "lines"
    CUSTOMER = "customer"
    ORDER = "order"
    TENDER = "tender"
    NO_TENDER = "no_tender"
    DONE_CHANGE = "done_change"
    UNDONE_CHANGE = "undone_change"
    CARD_CLEAR = "card_clear"


class Kind(StrEnum):
    """How a parameter is written, and therefore read."""

    TEXT = "text"
    AMOUNT = "amount"
    QUANTITY = "quantity"
    DATE = "date"
    CHOICE = "choice"
    PIN = "pin"
    PERCENT = "percent"
    NUMBER = "number"
    NUMBERS = "numbers"
    FLAG = "flag"
    ADDRESS = "address"
    ADDRESSES = "addresses"
    FIELDS = "fields"
    AMOUNTS = "amounts"
    QUANTITIES = "quantities"
    ITEMS = "items"
    JOBS = "jobs"
    SERIALS = "serials"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several answers; `detail` is a second, smaller line."""

    value: str
    text: Message
    detail: Message = NOTHING


@dataclass(frozen=True, slots=True)
class Ask:
    """A question that must be answered before the operation starts; the answer becomes the parameter `name`.

    `choices_from` names the list of the settings that the choices are taken from; where `is_left_out`, the question is
    not asked of a store whose list is empty.
    """

    name: str
    prompt: Message
    kind: Kind = Kind.TEXT
    choices: tuple[Choice, ...] = ()
    choices_from: str = ""
    is_left_out: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """It has happened and is kept. `values` say what came of it, for whoever asked."""

    message: Message
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Refused:
    """It has not happened, and nothing has changed."""

    message: Message


@dataclass(frozen=True, slots=True)
class Asks:
    """It can happen once these questions are answered; nothing has changed."""

    questions: tuple[Ask, ...]


@dataclass(frozen=True, slots=True)
class NeedsApproval:
    """It can happen once someone else who has the right consents; nothing has changed. `also` are further rights,
    `within` the users whose own limits stand in for what they lack of them.
    """

    permission: str
    summary: Message
    also: tuple[str, ...] = ()
    within: tuple[str, ...] = ()

    @property
    def rights(self) -> tuple[str, ...]:
        """Every right that whoever consents must have."""
        return (self.permission, *self.also)


@dataclass(frozen=True, slots=True)
class Kept:
    """What a handler gives back when more than the cart has to be kept, in the same unit of work.

    `write` runs inside the commit and says what is done; `then` runs after it and may say more.
    """

    write: "Callable[[Work], Done]"
    then: Callable[[Done], Done] | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """What somebody outside said: what came of the operation, and what is kept of the answer, refused or not."""

    outcome: Done | Refused
    write: "Callable[[Work], None]"


@dataclass(frozen=True, slots=True)
class Asking:
    """What a handler gives back when somebody outside decides, such as the card terminal: two commits.

    `write` keeps the question before it is asked. `ask` then asks it, with a new draft in hand and no file locked,
    and its answer is the second commit. A crash between the two leaves the question, which the next start asks again.
    """

    write: "Callable[[Work], None]"
    ask: "Callable[[RegisterContext], Answered]"


@dataclass(frozen=True, slots=True)
class Approval:
    """Somebody's consent to one call, proved by their PIN. It is used up by the call it comes with."""

    user: str
    pin: str = field(repr=False)


Outcome = Done | Refused | Asks | NeedsApproval
Handled = Outcome | Kept | Asking
Handler = Callable[["RegisterContext", Params], Handled]


@dataclass(frozen=True, slots=True)
class Operation:
    """What a register can be asked to do. `takes` are the parameters beside those that are asked for."""

    id: str
    title: str
    needs: frozenset[Needs]
    permission: str | None
    asks: tuple[Ask, ...]
    takes: Mapping[str, Kind]
    handler: Handler

    @property
    def kinds(self) -> Mapping[str, Kind]:
        """Every parameter and how it is read."""
        return {**self.takes, **{ask.name: ask.kind for ask in self.asks}}


Registry = dict[str, Operation]
REGISTRY: Registry = {}


def operation(
    id: str,
    title: str,
    *,
    needs: set[Needs] | None = None,
    permission: str | None = None,
    asks: tuple[Ask, ...] = (),
    takes: Mapping[str, Kind] | None = None,
    registry: Registry = REGISTRY,
) -> Callable[[Handler], Handler]:
    """Register the decorated handler; the handler itself is returned unchanged.

    Raises:
        ValueError: the id is already taken. Raised at import, so a duplicate can never reach a register.
    """

    def register(handler: Handler) -> Handler:
        if id in registry:
            raise ValueError(f"operation {id!r} is registered twice")
        registry[id] = Operation(
            id=id,
            title=title,
            needs=frozenset(needs or ()),
            permission=permission,
            asks=asks,
            takes=dict(takes or {}),
            handler=handler,
        )
        return handler

    return register
