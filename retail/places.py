"""The places of a store's fulfilment group: which of them hand goods out, and which ship."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from retail.errors import CannotBe
from retail.messages import say
from retail.tax_codes import TaxCode, TaxRate, check_one_way, rate_by


@dataclass(frozen=True, slots=True)
class FulfilmentPlace:
    """A store or a warehouse of the group, with the tax that holds there; a warehouse only ships.

    `ships` and `hands_out` count where the store's setting `fulfilment_locations` is on. Monday is weekday 0.
    """

    place: str
    name: str
    tax_percent: Decimal = Decimal(0)
    closed_weekdays: tuple[int, ...] = ()
    closed_dates: tuple[date, ...] = ()
    tax_codes: tuple[TaxCode, ...] = ()
    ships: bool = True
    hands_out: bool = True
    is_store: bool = True

    def __post_init__(self) -> None:
        check_one_way(say("place {place}", place=self.place), self.tax_percent, self.tax_codes)
        if self.hands_out and not self.is_store:
            raise CannotBe(
                "place {place} is a warehouse; a warehouse ships and hands nothing out", place=self.place
            )

    @property
    def rate(self) -> TaxRate:
        """What goods fetched there are taxed by."""
        return rate_by(self.tax_percent, self.tax_codes)
