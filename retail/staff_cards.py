"""Staff cards: the number that a reader types of one, and what is kept in place of it. Payment cards are none."""

import hashlib
import hmac
import re

from retail.errors import RuleBroken
from retail.loyalty import luhn_digit

CARD_MIN, CARD_MAX = 4, 40
"""So many letters and digits the number of a staff card has."""
_SECOND_TRACK = re.compile(r";([0-9]+)[=?]")
_FIRST_TRACK = re.compile(r"%B?([^%^?]+)[\^?]")
_PAYMENT = range(13, 20)
"""So many digits the number of a payment card has."""


class PaymentCard(RuleBroken):
    """A payment card was read where a staff card is meant."""


def is_track(code: str) -> bool:
    """A reader of magnetic stripes typed this. It may be of a payment card: it is neither shown nor kept.

    >>> is_track(";20001234=9912?"), is_track("4006381333931")
    (True, False)
    """
    return code[:1] in {"%", ";", "+"} and "?" in code


def card_number(read: str) -> str:
    """The number of a staff card: of the second track of a stripe or else of its first, or as it stands, be it typed or
    told by a card that is only held there; capitals, without what people read it with.

    Raises:
        RuleBroken: no staff card has such a number.
    """
    found = _SECOND_TRACK.search(read) or _FIRST_TRACK.search(read) if is_track(read) else None
    number = "".join(sign for sign in (read if found is None else found[1]).upper() if sign not in " -:.\t")
    if not (CARD_MIN <= len(number) <= CARD_MAX and number.isascii() and number.isalnum()):
        raise RuleBroken(
            "No staff card has this number: it has {least} to {most} letters and digits. Read the card again.",
            least=CARD_MIN,
            most=CARD_MAX,
        )
    if len(number) in _PAYMENT and number.isdigit() and number[-1] == luhn_digit(number[:-1]):
        raise PaymentCard("This is the number of a payment card, which is kept nowhere. Take a staff card.")
    return number


def card_mark(secret: str, number: str) -> str:
    """What is kept of a number: HMAC-SHA256 of it under the secret of the retailer, as hex; nobody reads it back."""
    return hmac.new(secret.encode(), f"card {number}".encode(), hashlib.sha256).hexdigest()
