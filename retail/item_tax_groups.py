"""Item sales tax groups: which of a place's several taxes goods of a kind, or a fee, are charged."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from retail.errors import CannotBe, RuleBroken
from retail.tax_codes import CODES_MAX, TaxRate, rate_by

NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class ItemTaxGroup:
    """The taxes that what belongs to it can be charged, by the names of their codes; places say how much each is."""

    name: str
    taxes: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.name or not self.taxes or not all(self.taxes):
            raise CannotBe(
                "item sales tax group '{name}' needs a name and the names of its taxes; "
                "for what is taxed by nothing name a tax of 0 %",
                name=self.name,
            )
        if len(self.taxes) > CODES_MAX:
            raise CannotBe(
                "item sales tax group {name} names more than {most} taxes", name=self.name, most=CODES_MAX
            )

    def meets(self, rate: TaxRate) -> TaxRate:
        """The taxes of a place that stand in both groups, in the place's order; a nameless rate holds as it is.

        >>> from decimal import Decimal
        >>> from retail.tax_codes import TaxCode
        >>> place = rate_by(Decimal(0), (TaxCode("State", Decimal(6)), TaxCode("Alcohol", Decimal(10))))
        >>> str(ItemTaxGroup("FOOD", ("State", "Sugar")).meets(place).percent)
        '6'
        """
        if not rate.codes:
            return rate
        return rate_by(NOTHING, tuple([code for code in rate.codes if code.name in self.taxes]))


def met(rate: TaxRate, group: str, groups: Iterable[ItemTaxGroup], name: str) -> TaxRate:
    """What is charged of the taxes of a place on what belongs to this group; all of them where it belongs to none.

    Raises:
        RuleBroken: the store does not have the group; nobody knows then what `name` is taxed by.
    """
    if not group:
        return rate
    for each in groups:
        if each.name == group:
            return each.meets(rate)
    raise RuleBroken(
        "{name} is taxed by the item sales tax group {group}, which this store does not have. "
        "Put it aside and ask headquarters to publish the group.",
        name=name,
        group=group,
    )
