"""Loyalty cards: the retailer's prefix, digits, and a check digit that no single slip of a finger passes."""

from retail.errors import RuleBroken

DIGITS = 12
"""How many digits a card made on a register has, its check digit among them."""

DIGITS_MAX = 20
_DIGITS_MIN = 6


def make_card(prefix: str, randomness: int) -> str:
    """A new card's number, made of any whole number.

    >>> make_card("LC", 7)
    'LC000000000075'
    """
    body = f"{randomness % 10 ** (DIGITS - 1):0{DIGITS - 1}d}"
    return prefix + body + luhn_digit(body)


def read_card(typed: str) -> str:
    """A card's number as it is kept: capital letters, and none of the spaces and dashes that people read it with."""
    return "".join(sign for sign in typed.upper() if not sign.isspace() and sign != "-")


def is_card(number: str, prefix: str) -> bool:
    """The number can be one of this retailer's cards."""
    digits = number.removeprefix(prefix)
    return (
        number.startswith(prefix)
        and _DIGITS_MIN <= len(digits) <= DIGITS_MAX
        and digits.isascii()
        and digits.isdigit()
        and digits[-1] == luhn_digit(digits[:-1])
    )


def check_card(typed: str, prefix: str) -> str:
    """Give back the number of a card that was typed or scanned.

    Raises:
        RuleBroken: it is none of this retailer's cards, or was misread.
    """
    number = read_card(typed)
    if not is_card(number, prefix):
        raise RuleBroken(
            "{card} is no loyalty card of ours: they begin with {prefix} and end with a check digit. "
            "Scan it again, or leave it empty for a new one.",
            card=typed,
            prefix=prefix,
        )
    return number


def luhn_digit(body: str) -> str:
    """By Luhn's rule, which catches every single wrong digit and nearly every swap of two."""
    total = 0
    for place, sign in enumerate(reversed(body)):
        digit = int(sign) * (2 if place % 2 == 0 else 1)
        total += digit - 9 if digit > 9 else digit
    return str(-total % 10)
