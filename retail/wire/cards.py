"""Cards in documents: what stays of a payment, and the card on file of an order; never a card number."""

from typing import Annotated

from pydantic import Field

from retail.cards import CardOnFile, CardSlip
from retail.wire.base import Part

CARDS_MAX = 10
_Short = Annotated[str, Field(max_length=64)]


class CardPart(Part):
    """What the terminal said of one card payment."""

    reference: _Short
    token: _Short
    brand: _Short
    last_four: _Short
    approval_code: _Short
    terminal_reference: _Short


class CardOnFilePart(Part):
    """The card that pays the rest of an order, and up to how much."""

    token: _Short
    brand: _Short
    last_four: _Short
    authorised_minor: Annotated[int, Field(ge=0, le=10**15)]
    reference: _Short


def slip_part(slip: CardSlip | None) -> CardPart | None:
    """A slip as it travels."""
    if slip is None:
        return None
    return CardPart(
        reference=slip.reference, token=slip.token, brand=slip.brand, last_four=slip.last_four,
        approval_code=slip.approval_code, terminal_reference=slip.terminal_reference,
    )  # fmt: skip


def slip_of(part: CardPart | None) -> CardSlip | None:
    """A slip that has arrived."""
    if part is None:
        return None
    return CardSlip(
        part.reference, part.token, part.brand, part.last_four, part.approval_code, part.terminal_reference
    )


def card_on_file_part(card: CardOnFile) -> CardOnFilePart:
    """A card on file as it travels."""
    return CardOnFilePart(
        token=card.token, brand=card.brand, last_four=card.last_four,
        authorised_minor=card.authorised_minor, reference=card.reference,
    )  # fmt: skip


def card_on_file_of(part: CardOnFilePart) -> CardOnFile:
    """A card on file that has arrived."""
    return CardOnFile(part.token, part.brand, part.last_four, part.authorised_minor, part.reference)
