"""The deposit of an order: required, overridden, and what a card must be asked to reserve for the rest."""

from decimal import Decimal

from retail.errors import RuleBroken
from retail.money import Money
from retail.rounding import divide, percent_of


def required_deposit(total_minor: int, carry_out_minor: int, percent: Decimal) -> int:
    """What must be paid before the order is confirmed: carried-out goods in full, and a share of the rest.

    Source: decision 1. The share is rounded once, half away from zero.

    >>> required_deposit(21000, 4000, Decimal(10))
    5700
    """
    return carry_out_minor + percent_of(total_minor - carry_out_minor, percent)


def check_override(
    amount_minor: int, most_minor: int, least_minor: int, currency: str, *, has_begun: bool = False
) -> int:
    """Give back a deposit that may be stated for this order; `has_begun`: goods of it have gone before.

    Raises:
        RuleBroken: negative, below what is carried out (decision 2) or was used already, or above the order total
            less what was paid at earlier pickups.
    """
    if amount_minor < 0:
        raise RuleBroken("A deposit cannot be negative. Type 0 or more.")
    least, most = Money(least_minor, currency), Money(most_minor, currency)
    if amount_minor < least_minor:
        if has_begun:
            raise RuleBroken(
                "Goods that have gone used {least} of the deposit; it cannot be less. Type {least} or more.",
                least=least,
            )
        raise RuleBroken(
            "The goods carried out cost {least}; the deposit cannot be less. Type {least} or more.",
            least=least,
        )
    if amount_minor > most_minor:
        if has_begun:
            raise RuleBroken(
                "Without what was paid at pickup, the order comes to {most}. Type a deposit of {most} or less.",
                most=most,
            )
        raise RuleBroken(
            "The order comes to {most}; the deposit cannot be more. Type {most} or less.", most=most
        )
    return amount_minor


def card_reservation(shipped_minor: int, total_minor: int, carry_out_minor: int, deposit_minor: int) -> int:
    """What a card must reserve for the shipped part: its value less its share of the deposit, never below 0.

    Units: `shipped_minor` is the shipped lines and all charges, with tax.

    >>> card_reservation(11000, 21000, 0, 2100)
    9900
    """
    rest = total_minor - carry_out_minor
    if shipped_minor <= 0 or rest <= 0:
        return 0
    share = divide((deposit_minor - carry_out_minor) * shipped_minor, rest)
    return max(0, shipped_minor - share)
