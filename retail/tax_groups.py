"""The tax of places goods are sent to, as headquarters sets it up."""

from dataclasses import dataclass
from decimal import Decimal

from retail.errors import CannotBe
from retail.messages import say
from retail.tax_codes import TaxCode, TaxRate, check_one_way, rate_by


@dataclass(frozen=True, slots=True)
class TaxGroup:
    """The tax of a place goods are sent to: of a country, a region, or postcodes that begin so; empty fits all.

    It has one rate, or several `codes`.
    Units: `tax_percent` in percent.
    """

    name: str
    tax_percent: Decimal = Decimal(0)
    country: str = ""
    region: str = ""
    postcodes: tuple[str, ...] = ()
    codes: tuple[TaxCode, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.tax_percent <= 100:
            raise CannotBe(
                "tax group {name} takes {percent} %; it must be between 0 and 100",
                name=self.name, percent=self.tax_percent,
            )  # fmt: skip
        if not (self.country or self.region or self.postcodes) or "" in self.postcodes:
            raise CannotBe(
                "tax group {name} needs a country, a region or postcodes, and none of them empty",
                name=self.name,
            )
        check_one_way(say("tax group {name}", name=self.name), self.tax_percent, self.codes)

    @property
    def rate(self) -> TaxRate:
        """What goods sent there are taxed by."""
        return rate_by(self.tax_percent, self.codes)
