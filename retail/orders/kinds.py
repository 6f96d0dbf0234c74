"""What a cart and an order say in the same words: kinds, price sources, and what was agreed about an order."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from retail.cards import CardOnFile


class CartKind(StrEnum):
    """What concluding this cart will make."""

    SALE = "sale"
    ORDER = "order"
    QUOTE = "quote"
    PICKUP = "pickup"
    PAYMENT = "payment"
    CANCELLATION = "cancellation"
    RETURN = "return"


class Balance(StrEnum):
    """How the rest of an order will be paid."""

    PAY_AT_PICKUP = "pay_at_pickup"
    CARD_ON_FILE = "card_on_file"


class PriceSource(StrEnum):
    """Where the price charged came from: the catalogue, typed as the product asks, a promotion, or a person."""

    LIST = "list"
    KEYED = "keyed"
    DEAL = "deal"
    OVERRIDE = "override"


class Origin(StrEnum):
    """Where an order was keyed (decision 43)."""

    STORE = "store"
    ONLINE = "online"
    CALL_CENTRE = "call_centre"
    HQ = "hq"
    CRM = "crm"


@dataclass(frozen=True, slots=True)
class PriceOverride:
    """Why a price was stated by a person, and who allowed it."""

    reason: str
    approved_by: str


@dataclass(frozen=True, slots=True)
class DepositOverride:
    """A deposit an allowed person stated instead of the calculated one."""

    amount_minor: int
    reason: str
    approved_by: str


@dataclass(frozen=True, slots=True)
class OrderTerms:
    """What was agreed about an order as a whole. `pay_in_full` raises the deposit to the total.

    `topped_up`: more than was asked for has been paid ahead since, and stays paid when the order is edited.

    `card` is the one that pays the rest, where `balance` says so; `further_cards` pay what it does not cover.
    """

    kind: CartKind = CartKind.ORDER
    override: DepositOverride | None = None
    pay_in_full: bool = False
    balance: Balance | None = None
    collector: str = ""
    expires: date | None = None
    card: CardOnFile | None = None
    topped_up: bool = False
    further_cards: tuple[CardOnFile, ...] = ()

    @property
    def cards(self) -> tuple[CardOnFile, ...]:
        """The cards that pay the rest, in the order they were given."""
        return self.further_cards if self.card is None else (self.card, *self.further_cards)

    def with_cards(self, *cards: CardOnFile) -> "OrderTerms":
        """The same terms with these cards and no others."""
        return replace(self, card=cards[0] if cards else None, further_cards=cards[1:])
