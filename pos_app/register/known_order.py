"""An order as this register knows it, whoever made it: its own copy or headquarters' state, with whose it is."""

from dataclasses import dataclass
from datetime import date

from retail.orders.kinds import Origin
from retail.orders.order import OrderLine, OrderState, OrderStatus


@dataclass(frozen=True, slots=True)
class KnownOrder:
    """The order as it stands. `transaction` made it, where that was this very register.

    `from_headquarters` says whose state is shown; `is_confirmed` that headquarters knows of all that was done here.
    """

    state: OrderState
    transaction: str | None
    from_headquarters: bool
    is_confirmed: bool = True

    @property
    def id(self) -> str:
        """Its id for ever."""
        return self.state.id

    @property
    def number(self) -> str | None:
        """Headquarters' number once it has arrived."""
        return self.state.number or None

    @property
    def confirmation_number(self) -> str:
        """The register's number, printed from the first second."""
        return self.state.confirmation_number

    @property
    def status(self) -> OrderStatus:
        """How far it is; cancelled only once headquarters has cancelled it too."""
        if self.state.status is OrderStatus.CANCELLED and not self.is_confirmed:
            return OrderStatus.CANCEL_PENDING
        return self.state.status

    @property
    def store(self) -> str:
        """The store that made it."""
        return self.state.store

    @property
    def origin(self) -> Origin:
        """Where it was keyed."""
        return self.state.origin

    @property
    def made_at(self) -> str:
        """When it was made."""
        return self.state.made_at

    @property
    def currency(self) -> str:
        """The currency of its amounts."""
        return self.state.currency

    @property
    def customer_id(self) -> str:
        """Whose it is."""
        return self.state.customer.id

    @property
    def customer_name(self) -> str:
        """Their name, as it was written on the order."""
        return self.state.customer.name

    @property
    def total_minor(self) -> int:
        """What it comes to."""
        return self.state.total_minor

    @property
    def paid_minor(self) -> int:
        """What was paid for it."""
        return self.state.paid_minor

    @property
    def deposit_available_minor(self) -> int:
        """What of its deposit is left."""
        return self.state.deposit_available_minor

    @property
    def card_authorisation_minor(self) -> int:
        """What a card was asked to reserve."""
        return self.state.card_authorisation_minor

    @property
    def collector(self) -> str:
        """Who may collect it, if somebody else was named."""
        return self.state.terms.collector

    @property
    def expires(self) -> date | None:
        """The last day of a quote."""
        return self.state.terms.expires

    @property
    def lines(self) -> tuple[OrderLine, ...]:
        """Its lines."""
        return self.state.lines

    @property
    def balance_minor(self) -> int:
        """What is still to be paid of it."""
        return self.state.balance_minor

    @property
    def shown_number(self) -> str:
        """What stands where headquarters' number will be."""
        return self.state.shown_number

    @property
    def reference(self) -> str:
        """What people call it by."""
        return self.state.reference
