"""Charges: fees on an order or on a line, each by its code and taxed as that code is."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from retail.tax_codes import TaxCode, TaxRate, taxes_of


class ChargeSource(StrEnum):
    """Where a charge came from; one that was typed stays until it is recalculated."""

    TYPED = "typed"
    AUTOMATIC = "automatic"
    PRODUCT = "product"
    CANCELLATION = "cancellation"
    REFUND = "refund"


@dataclass(frozen=True, slots=True)
class ChargeOverride:
    """What a charge was before somebody typed over it, why they did, and who allowed it."""

    before_minor: int
    reason: str
    approved_by: str


@dataclass(frozen=True, slots=True)
class Charge:
    """One fee. `refundable` ones come back with the goods they were taken for.

    Units: minor units, without tax where prices are without; negative where it is given back. `original_minor` is
    what it was before somebody typed over it; it stays as typed until charges are recalculated. `part_tax_minor`
    is the tax that a part of a charge carries, so that the parts sum to it; a whole charge works its tax out.
    `tax_percent` is of all its `tax_codes` together where it has several taxes.
    `override` goes with the document in which it was typed over, and is no part of the order that comes of it.
    """

    code: str
    amount_minor: int
    tax_percent: Decimal
    source: ChargeSource = ChargeSource.TYPED
    refundable: bool = False
    original_minor: int | None = None
    part_tax_minor: int | None = None
    tax_codes: tuple[TaxCode, ...] = ()

    @property
    def tax_rate(self) -> TaxRate:
        """What it is taxed by."""
        return TaxRate(self.tax_percent, self.tax_codes)

    override: ChargeOverride | None = None

    def tax_minor(self, *, included: bool) -> int:
        """The tax of this charge, each of its taxes rounded once."""
        if self.part_tax_minor is not None:
            return self.part_tax_minor
        return sum(taxes_of(self.amount_minor, self.tax_rate, included=included))


def charge_of(
    code: str,
    amount_minor: int,
    rate: TaxRate,
    source: ChargeSource = ChargeSource.TYPED,
    *,
    refundable: bool = False,
) -> Charge:
    """A whole charge that is taxed by this rate."""
    return Charge(code, amount_minor, rate.percent, source, refundable, tax_codes=rate.codes)


def charges_sum(charges: Iterable[Charge]) -> int:
    """What the charges come to, as they stand."""
    return sum(charge.amount_minor for charge in charges)


def charges_tax(charges: Iterable[Charge], *, included: bool) -> int:
    """The tax of the charges, each rounded once."""
    return sum(charge.tax_minor(included=included) for charge in charges)


def charges_gross(charges: Iterable[Charge], *, included: bool) -> int:
    """What the charges come to with their tax."""
    several = tuple(charges)
    return charges_sum(several) + (0 if included else charges_tax(several, included=included))


def without(charges: Iterable[Charge], source: ChargeSource) -> tuple[Charge, ...]:
    """The charges but those of one source."""
    return tuple(charge for charge in charges if charge.source is not source)


def part_of_charge(charge: Charge, amount_minor: int, tax_minor: int) -> Charge:
    """A part of the charge, with the tax that it carries."""
    return replace(charge, amount_minor=amount_minor, part_tax_minor=tax_minor, override=None)
