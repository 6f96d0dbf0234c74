"""The refund policy of a store: for what was paid by one tender, by which others it may be given back, and how much."""

from dataclasses import dataclass

from retail.errors import CannotBe
from retail.messages import Name

UNKNOWN = "unknown"
"""What was paid nobody knows how: goods without a receipt, and what is given back beyond what was paid."""


@dataclass(frozen=True, slots=True)
class RefundRule:
    """What was paid by one tender may be given back by another; the first rule of a tender is offered first.

    A tender without any rule may be given back by every tender.

    Units: `most_minor` is the most of one return, `approval_above_minor` how much of it needs no approval; None for
    no such limit.
    """

    paid_by: str
    back_by: str
    most_minor: int | None = None
    approval_above_minor: int | None = None

    def __post_init__(self) -> None:
        for limit in (self.most_minor, self.approval_above_minor):
            if limit is not None and limit < 0:
                raise CannotBe(
                    "refunds of {paid_by} by {back_by} are limited to {limit}; it must be 0 or more",
                    paid_by=_named(self.paid_by), back_by=_named(self.back_by), limit=limit,
                )  # fmt: skip

    def of(self, paid_minor: int, *, with_approval: bool) -> int:
        """How much of what was paid this rule lets go back."""
        limits = [self.most_minor] if with_approval else [self.most_minor, self.approval_above_minor]
        return min([paid_minor, *[limit for limit in limits if limit is not None]])


def _named(tender: str) -> Name:
    return Name(tender.replace("_", " "))
