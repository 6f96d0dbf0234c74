"""Cards as far as they ever reach us: tokens, the last four digits, and the terminal's own answers (decision 26)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

_LONG_NUMBER = re.compile(r"(?:\d[ -]?){12,18}\d")
_FIELDS: Mapping[str, re.Pattern[str]] = {
    "token": re.compile(r"[A-Za-z0-9_-]{1,64}"),
    "brand": re.compile(r"[A-Za-z][A-Za-z ]{0,19}"),
    "last_four": re.compile(r"\d{4}"),
    "approval_code": re.compile(r"[A-Za-z0-9]{1,8}"),
    "terminal_reference": re.compile(r"[A-Za-z0-9-]{1,40}"),
}


class CardState(StrEnum):
    """What a terminal says of one reference. `missing`: it was never asked; `unclear`: it does not know yet."""

    APPROVED = "approved"
    DECLINED = "declined"
    REVERSED = "reversed"
    MISSING = "missing"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class CardSlip:
    """What stays of one card payment. `reference` is ours, `terminal_reference` the terminal's."""

    reference: str
    token: str = ""
    brand: str = ""
    last_four: str = ""
    approval_code: str = ""
    terminal_reference: str = ""


class CardAsk(StrEnum):
    """What a terminal can be asked to do with money. `authorise` reserves, and gives a token to charge later."""

    CHARGE = "charge"
    REFUND = "refund"
    AUTHORISE = "authorise"
    CHARGE_TOKEN = "charge_token"  # noqa: S105 - what is asked, no secret


class CardStep(StrEnum):
    """Where a card payment stands at the register.

    `asked`: the answer is not known. `taken`: approved, and in the open cart. `kept`: its transaction is concluded.
    `reversing`: it is to be undone, and that is not confirmed.
    """

    ASKED = "asked"
    TAKEN = "taken"
    KEPT = "kept"
    DECLINED = "declined"
    REVERSING = "reversing"
    REVERSED = "reversed"


@dataclass(frozen=True, slots=True)
class CardPayment:
    """One thing the terminal was asked, by our reference, and when; the cart it is for, and where it stands.

    `token` is of the card on file that is charged, or beside which another one is authorised.
    """

    reference: str
    cart: str
    ask: CardAsk
    amount_minor: int
    currency: str
    step: CardStep = CardStep.ASKED
    token: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class CardOnFile:
    """The card given for the rest of an order, and how much of it the customer allowed."""

    token: str
    brand: str
    last_four: str
    authorised_minor: int
    reference: str


@dataclass(frozen=True, slots=True)
class CardAnswer:
    """A terminal's answer about one reference. `renewed`: the card on file had to be authorised anew for it."""

    state: CardState
    slip: CardSlip
    renewed: bool = False


def looks_like_card_number(text: str) -> bool:
    """Whether digits stand in it that pass the check of a card number.

    >>> looks_like_card_number("paid with 4111 1111 1111 1111"), looks_like_card_number("4111 1111 1111 1112")
    (True, False)
    """
    return any(_passes(re.sub(r"\D", "", found.group())) for found in _LONG_NUMBER.finditer(text))


def read_answer(reference: str, values: Mapping[str, object]) -> CardAnswer:
    """The answer in what a terminal said: known fields of the right form only, whatever else it let out.

    A state nobody knows is `unclear`: it must be asked again, and money is never counted by guessing.
    """
    said = values.get("state")
    state = CardState(said) if isinstance(said, str) and said in set(CardState) else CardState.UNCLEAR
    slip = CardSlip(reference, **{name: _kept(name, values.get(name)) for name in _FIELDS})
    return CardAnswer(state, slip, renewed=values.get("renewed") is True)


def _kept(name: str, value: object) -> str:
    if not isinstance(value, str) or not _FIELDS[name].fullmatch(value) or looks_like_card_number(value):
        return ""
    return value


def _passes(digits: str) -> bool:
    doubled = [int(digit) * (1 + position % 2) for position, digit in enumerate(reversed(digits))]
    return sum(each - 9 if each > 9 else each for each in doubled) % 10 == 0
