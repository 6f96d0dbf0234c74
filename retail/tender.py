"""What is handed over in one transaction: how a tender settles what is due, its change and its rounding."""

from dataclasses import dataclass
from enum import StrEnum

from retail.cards import CardSlip
from retail.errors import RuleBroken
from retail.money import Money
from retail.rounding import to_coin

TENDERS_MAX = 1000


class TenderType(StrEnum):
    """How a tender behaves. Cash alone is rounded to coins and gives change."""

    CASH = "cash"
    CARD = "card"
    CARD_ON_FILE = "card_on_file"
    CUSTOMER_ACCOUNT = "customer_account"


@dataclass(frozen=True, slots=True)
class Tender:
    """One tender: what was handed over, what came back, and how much of the amount due it settled.

    tendered - change = settled + rounding, always. A refund has negative amounts. `card` is what the terminal said.
    """

    number: int
    type: TenderType
    tendered_minor: int
    change_minor: int
    rounding_minor: int
    settled_minor: int
    card: CardSlip | None = None

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
    _check_owing(number, due_minor, currency)
    rounded = cash_due(due_minor, coin_minor)
    tendered = rounded if tendered_minor is None else tendered_minor
    if tendered < 0 or (tendered == 0 and rounded != 0):
        raise RuleBroken("{amount} is not an amount to pay with. Type what the customer hands over.",
                         amount=Money(tendered, currency))  # fmt: skip
    _check_coins(tendered, coin_minor, currency)
    if tendered < rounded:
        return Tender(number, TenderType.CASH, tendered, 0, 0, tendered)
    return Tender(number, TenderType.CASH, tendered, tendered - rounded, rounded - due_minor, due_minor)


def settle_exactly(
    number: int, type: TenderType, amount_minor: int | None, due_minor: int, currency: str
) -> Tender:
    """Take a card or an account for what is due or a part of it: to the cent, never more, never with change.

    Raises:
        RuleBroken: nothing is due, the amount is none to pay with, more than is due, or too many tenders.
    """
    _check_owing(number, due_minor, currency)
    amount = due_minor if amount_minor is None else amount_minor
    if amount <= 0:
        raise RuleBroken("{amount} is not an amount to pay with. Type {due} or less.",
                         amount=Money(amount, currency), due=Money(due_minor, currency))  # fmt: skip
    if amount > due_minor:
        raise RuleBroken("Only {due} is due, and only cash gives change. Type {due} or less.",
                         due=Money(due_minor, currency))  # fmt: skip
    return Tender(number, type, amount, 0, 0, amount)


def refund_cash(
    number: int, amount_minor: int | None, due_minor: int, coin_minor: int, currency: str
) -> Tender:
    """Give cash back for what is owed (a negative amount due); `None` means all of it, rounded to the coin.

    Raises:
        RuleBroken: nothing is owed, the amount is not one that cash can be, more than is owed, or too many tenders.
    """
    _check_owed(number, due_minor)
    rounded = cash_due(-due_minor, coin_minor)
    amount = rounded if amount_minor is None else amount_minor
    _check_refund(amount, rounded, currency)
    _check_coins(amount, coin_minor, currency)
    if amount < rounded:
        return Tender(number, TenderType.CASH, -amount, 0, 0, -amount)
    return Tender(number, TenderType.CASH, -amount, 0, -amount - due_minor, due_minor)


def refund_exactly(
    number: int, type: TenderType, amount_minor: int | None, due_minor: int, currency: str
) -> Tender:
    """Give back to a card or an account what is owed or a part of it, to the cent.

    Raises:
        RuleBroken: nothing is owed, the amount is none to give back, more than is owed, or too many tenders.
    """
    _check_owed(number, due_minor)
    amount = -due_minor if amount_minor is None else amount_minor
    _check_refund(amount, -due_minor, currency)
    return Tender(number, type, -amount, 0, 0, -amount)


def _check_owing(number: int, due_minor: int, currency: str) -> None:
    _check_room(number)
    if due_minor < 0:
        raise RuleBroken("{owed} is to be paid back, so nothing can be paid. Refund it.",
                         owed=Money(-due_minor, currency))  # fmt: skip
    if due_minor == 0:
        raise RuleBroken("Nothing is due. Conclude the sale.")


def _check_owed(number: int, due_minor: int) -> None:
    _check_room(number)
    if due_minor >= 0:
        raise RuleBroken("Nothing is to be paid back. Take the payment, or conclude.")


def _check_room(number: int) -> None:
    if number > TENDERS_MAX:
        raise RuleBroken("A sale holds at most {limit} payments. Take the rest in one.", limit=TENDERS_MAX)


def _check_coins(amount_minor: int, coin_minor: int, currency: str) -> None:
    if amount_minor % coin_minor:
        raise RuleBroken("{amount} cannot be paid in cash: the smallest coin is {coin}. "
            "Type another amount, or take a card.",
                         amount=Money(amount_minor, currency), coin=Money(coin_minor, currency))  # fmt: skip


def _check_refund(amount_minor: int, owed_minor: int, currency: str) -> None:
    if amount_minor < 0 or (amount_minor == 0 and owed_minor != 0):
        raise RuleBroken("{amount} is not an amount to pay back. Type {owed} or less.",
                         amount=Money(amount_minor, currency), owed=Money(owed_minor, currency))  # fmt: skip
    if amount_minor > owed_minor:
        raise RuleBroken("Only {owed} is to be paid back. Type {owed} or less.",
                         owed=Money(owed_minor, currency))  # fmt: skip
