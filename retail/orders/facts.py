"""What must be known of an order, its lines, the store and the person to say which actions are possible."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from retail.orders.delivery import DeliveryKind
from retail.orders.kinds import CartKind, Origin
from retail.orders.order import LineStatus, OrderLine, OrderState, OrderStatus, status_on
from retail.settings import StoreSettings


class Action(StrEnum):
    """What can be asked of an order; those from *accept* on of one of its lines."""

    SHOW = "show"
    PRINT = "print"
    RECALL = "recall"
    EDIT = "edit"
    CANCEL = "cancel"
    PICK_UP = "pick_up"
    RETURN = "return"
    PAY = "pay"
    CONVERT = "convert"
    ACCEPT = "accept"
    REJECT = "reject"
    START = "start"
    PICK = "pick"
    UNPICK = "unpick"
    READY = "ready"
    PACK = "pack"
    UNPACK = "unpack"
    SHIP = "ship"


LINE_ACTIONS = (
    Action.ACCEPT,
    Action.REJECT,
    Action.START,
    Action.PICK,
    Action.UNPICK,
    Action.READY,
    Action.PACK,
    Action.UNPACK,
    Action.SHIP,
)
ORDER_ACTIONS = tuple(action for action in Action if action not in LINE_ACTIONS)


class Whereabouts(StrEnum):
    """How far an order has travelled: waiting at its register, sent without a number yet, known by it."""

    UNSENT = "unsent"
    SENT = "sent"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class LineFacts:
    """One line. `store` hands it out or ships it; picked, packed and ready count all that ever was."""

    delivery: DeliveryKind
    store: str
    ordered_thousandths: int
    status: LineStatus = LineStatus.ACCEPTED
    invoiced_thousandths: int = 0
    returned_thousandths: int = 0
    picked_thousandths: int = 0
    packed_thousandths: int = 0
    ready_thousandths: int = 0

    @property
    def is_open(self) -> bool:
        """Something of it is still to be handed out or shipped."""
        gone = self.status in (LineStatus.CANCELLED, LineStatus.REJECTED)
        return not gone and self.invoiced_thousandths < self.ordered_thousandths


@dataclass(frozen=True, slots=True)
class OrderFacts:
    """An order as one register sees it now.

    `store` made it; `settings` are this register's; `online` says whether headquarters answers right now;
    `made_here` whether this very register made it; `rights` are the present user's; `order_completion` is the
    call centre's setting of that name. `to_pay_minor` is what is still to be paid of it (negative: owed back),
    `unpaid_minor` what of that is for goods that have gone. `is_put_aside`: headquarters has its document and cannot
    use it until a person has looked.
    """

    kind: CartKind
    status: OrderStatus
    whereabouts: Whereabouts
    made_here: bool
    store: str
    online: bool
    settings: StoreSettings
    rights: frozenset[str]
    lines: tuple[LineFacts, ...]
    today: date
    expires: date | None = None
    origin: Origin = Origin.STORE
    order_completion: bool = False
    to_pay_minor: int = 0
    unpaid_minor: int = 0
    is_put_aside: bool = False

    @property
    def has_invoiced(self) -> bool:
        """Something was handed out or shipped."""
        return any(line.invoiced_thousandths for line in self.lines)

    @property
    def pickups(self) -> tuple[LineFacts, ...]:
        """The lines that are fetched."""
        return tuple(line for line in self.lines if line.delivery is DeliveryKind.PICKUP)


@dataclass(frozen=True, slots=True)
class LineCase:
    """One line with its order."""

    order: OrderFacts
    line: LineFacts


def line_facts(line: OrderLine) -> LineFacts:
    """What the rules must know of a line."""
    return LineFacts(
        delivery=line.delivery,
        store=line.store,
        ordered_thousandths=line.ordered_thousandths,
        status=line.status,
        invoiced_thousandths=line.invoiced_thousandths,
        returned_thousandths=line.returned_thousandths,
        picked_thousandths=line.picked_thousandths,
        packed_thousandths=line.packed_thousandths,
        ready_thousandths=line.ready_thousandths,
    )


def order_facts(
    order: OrderState,
    settings: StoreSettings,
    today: date,
    *,
    rights: frozenset[str],
    online: bool = True,
    whereabouts: Whereabouts = Whereabouts.KNOWN,
    made_here: bool = False,
    is_put_aside: bool = False,
) -> OrderFacts:
    """What the rules must know of an order, as it is seen at one place."""
    return OrderFacts(
        kind=order.kind,
        status=status_on(order.status, order.terms.expires, today),
        whereabouts=whereabouts,
        made_here=made_here,
        store=order.store,
        online=online,
        settings=settings,
        rights=rights,
        lines=tuple([line_facts(line) for line in order.lines]),
        today=today,
        expires=order.terms.expires,
        origin=order.origin,
        to_pay_minor=order.to_pay_minor,
        unpaid_minor=order.unpaid_minor,
        order_completion=order.order_completion,
        is_put_aside=is_put_aside,
    )
