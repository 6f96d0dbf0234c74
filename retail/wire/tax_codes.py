"""The tax codes of a line as they travel, and back."""

from decimal import Decimal
from typing import Annotated, Protocol

from pydantic import Field

from retail.tax_codes import CODES_MAX, TaxCode, TaxRate
from retail.wire.base import Part

Percent = Annotated[Decimal, Field(ge=0, le=1000)]


class TaxCodePart(Part):
    """One tax of several on the same goods; those after one that `compounds` are worked out on top of it."""

    name: Annotated[str, Field(min_length=1, max_length=100)]
    percent: Percent
    compounds: bool


TaxCodeParts = Annotated[tuple[TaxCodePart, ...], Field(max_length=CODES_MAX)]


class Taxed(Protocol):
    """What says how it is taxed."""

    @property
    def tax_percent(self) -> Decimal: ...

    @property
    def tax_codes(self) -> tuple[TaxCodePart, ...]: ...


def code_parts(codes: tuple[TaxCode, ...]) -> tuple[TaxCodePart, ...]:
    """Tax codes as they travel."""
    return tuple(
        [TaxCodePart(name=each.name, percent=each.percent, compounds=each.compounds) for each in codes]
    )


def codes_of(parts: tuple[TaxCodePart, ...]) -> tuple[TaxCode, ...]:
    """Tax codes that have arrived."""
    return tuple([TaxCode(each.name, each.percent, each.compounds) for each in parts])


def rate_of(part: Taxed) -> TaxRate:
    """What a line that has arrived is taxed by."""
    return TaxRate(part.tax_percent, codes_of(part.tax_codes))
