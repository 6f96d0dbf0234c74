"""What a cart does to an order that exists: edit, convert, pay, hand out, cancel, take back."""

from dataclasses import dataclass
from enum import StrEnum

from retail.orders.order import OrderState


class ActKind(StrEnum):
    """What is being done to the order."""

    EDIT = "edit"
    CONVERT = "convert"
    PAY = "pay"
    PICKUP = "pickup"
    CANCEL = "cancel"
    RETURN = "return"


WHOLE = frozenset({ActKind.EDIT, ActKind.CONVERT})
"""Acts whose cart is the whole new order."""


@dataclass(frozen=True, slots=True)
class OtherCharge:
    """Another cancellation charge was asked than it would have been: `before_minor`, by this charge code."""

    code: str
    before_minor: int


@dataclass(frozen=True, slots=True)
class Act:
    """The act of a cart, with the order as it was when it was opened for it.

    `order` is None where goods come back that nobody knows the sale of, and where a document that has arrived is
    worked out again. `applied_minor` is how much of the
    deposit a pickup uses; `may_steer` says that the cashier may state another amount (D15). `collector` is who
    took the goods. `invoice` is the document of the one that goods come back of, empty where none was chosen.
    `asked_minor` is how much a further payment comes to. `other_charge` says that somebody changed what cancelling
    costs.

    Units: minor units of the order's currency; `deposit_paid` and `deposit_used` are those before this act, and
    `settled` is what of the goods that have gone was paid besides the deposit.
    """

    kind: ActKind
    order: OrderState | None
    deposit_paid_minor: int = 0
    deposit_used_minor: int = 0
    applied_minor: int = 0
    may_steer: bool = False
    reason: str = ""
    approved_by: str = ""
    collector: str = ""
    settled_minor: int = 0
    invoice: str = ""
    asked_minor: int = 0
    other_charge: OtherCharge | None = None

    @property
    def is_blind(self) -> bool:
        """Goods come back that nobody knows the sale of."""
        return self.kind is ActKind.RETURN and self.order is None

    @property
    def deposit_available_minor(self) -> int:
        """What no invoice has used yet."""
        return self.deposit_paid_minor - self.deposit_used_minor


def act_on(kind: ActKind, order: OrderState, reason: str = "") -> Act:
    """The beginning of an act on this order."""
    return Act(
        kind,
        order,
        order.deposit_paid_minor,
        order.deposit_used_minor,
        reason=reason,
        settled_minor=order.settled_minor,
    )
