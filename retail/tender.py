"""What is handed over in one transaction: how a tender settles what is due, its change and its rounding."""

from dataclasses import dataclass
from enum import StrEnum

from retail.errors import RuleBroken
from retail.money import Money
from retail.rounding import to_coin

TENDERS_MAX = 1000


class TenderType(StrEnum):
    """How a tender behaves. Cash alone is rounded to coins and gives change."""

    CASH = "cash"
    CARD = "card"
    CUSTOMER_ACCOUNT = "customer_account"


@dataclass(frozen=True, slots=True)
class Tender:
    """One tender: what was handed over, what came back, and how much of the amount due it settled.

    tendered - change = settled + rounding, always.
    """

    number: int
    type: TenderType
    tendered_minor: int
    change_minor: int
    rounding_minor: int
    settled_minor: int

    def __post_init__(self) -> None:
        if self.tendered_minor - self.change_minor != self.settled_minor + self.rounding_minor:
            raise ValueError(
                f"tender {self.number}: {self.tendered_minor} less change {self.change_minor} is not "
                f"{self.settled_minor} plus rounding {self.rounding_minor}"
            )


def cash_due(due_minor: int, coin_minor: int) -> int:
    """What is due when it is paid in cash: rounded to the smallest coin."""
    return to_coin(due_minor, coin_minor)


def settle_cash(
    number: int, tendered_minor: int | None, due_minor: int, coin_minor: int, currency: str
) -> Tender:
    """Take cash for what is due; `None` means exactly what is due. What is over comes back as change.

    Raises:
        RuleBroken: nothing is due, the amount is not one that cash can be, or there are too many tenders.
    """
    if number > TENDERS_MAX:
        raise RuleBroken("A sale holds at most {limit} payments. Take the rest in one.", limit=TENDERS_MAX)
    if due_minor <= 0:
        raise RuleBroken("Nothing is due. Conclude the sale.")
    rounded = cash_due(due_minor, coin_minor)
    tendered = rounded if tendered_minor is None else tendered_minor
    if tendered < 0 or (tendered == 0 and rounded != 0):
        raise RuleBroken("{amount} is not an amount to pay with. Type what the customer hands over.",
                         amount=Money(tendered, currency))  # fmt: skip
    if tendered % coin_minor:
        raise RuleBroken("{amount} cannot be paid in cash: the smallest coin is {coin}.",
                         amount=Money(tendered, currency), coin=Money(coin_minor, currency))  # fmt: skip
    if tendered < rounded:
        return Tender(number, TenderType.CASH, tendered, 0, 0, tendered)
    return Tender(number, TenderType.CASH, tendered, tendered - rounded, rounded - due_minor, due_minor)
