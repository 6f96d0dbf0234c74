"""An order as this register knows it, whoever made it: its own copy and headquarters' state as one value."""

from dataclasses import dataclass
from datetime import date

from retail.customers import PENDING_SYNC
from retail.orders.delivery import DeliveryKind
from retail.orders.facts import Origin
from retail.orders.order import LineStatus, OrderStatus


@dataclass(frozen=True, slots=True)
class KnownLine:
    """One line. `store` hands it out or ships it; `place` is where it goes, for people."""

    number: int
    product: str
    name: str
    status: LineStatus
    ordered_thousandths: int
    invoiced_thousandths: int
    returned_thousandths: int
    price_minor: int
    amount_minor: int
    delivery: DeliveryKind
    mode: str
    store: str
    day: date | None
    place: str


@dataclass(frozen=True, slots=True)
class KnownOrder:
    """The order: `id` is ours for ever, `number` headquarters' once it has arrived.

    `transaction` made it, where that was this very register; `from_headquarters` says whose state is shown.
    """

    id: str
    number: str | None
    confirmation_number: str
    status: OrderStatus
    transaction: str | None
    from_headquarters: bool
    store: str
    origin: Origin
    made_at: str
    currency: str
    customer_id: str
    customer_name: str
    total_minor: int
    paid_minor: int
    deposit_available_minor: int
    card_authorisation_minor: int
    collector: str
    expires: date | None
    lines: tuple[KnownLine, ...]

    @property
    def balance_minor(self) -> int:
        """What is still to be paid of it."""
        return self.total_minor - self.paid_minor

    @property
    def shown_number(self) -> str:
        """What stands where headquarters' number will be."""
        return self.number or PENDING_SYNC

    @property
    def reference(self) -> str:
        """What people call it by: headquarters' number, before that the confirmation number."""
        return self.number or self.confirmation_number
