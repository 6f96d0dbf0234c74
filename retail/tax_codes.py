"""Several taxes on the same goods: each by its code, added up or one on top of the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import lcm

from retail.errors import CannotBe
from retail.messages import Message
from retail.rounding import percent_of, percent_within, share_within, spread

CODES_MAX = 20


@dataclass(frozen=True, slots=True)
class TaxCode:
    """One tax of several. With `compounds` the codes after it are worked out on the amount with this tax.

    Units: `percent` in percent.
    """

    name: str
    percent: Decimal
    compounds: bool = False

    def __post_init__(self) -> None:
        if not self.name or not 0 <= self.percent <= 100:
            raise CannotBe(
                "tax code '{name}' takes {percent} %; it needs a name and 0 to 100 percent",
                name=self.name, percent=self.percent,
            )  # fmt: skip


@dataclass(frozen=True, slots=True)
class TaxRate:
    """What goods are taxed by: one nameless rate, or several codes that come to `percent` of the amount."""

    percent: Decimal
    codes: tuple[TaxCode, ...] = ()


def rate_by(percent: Decimal, codes: tuple[TaxCode, ...]) -> TaxRate:
    """The rate of a store or a group: its codes where it has any, else its one percentage."""
    return TaxRate(sum(shares_of(codes), Decimal(0)), codes) if codes else TaxRate(percent)


def shares_of(codes: Sequence[TaxCode]) -> list[Decimal]:
    """What percentage of the untaxed amount each code comes to, with the codes before that it stands on.

    >>> [str(share) for share in shares_of([TaxCode("A", Decimal(6), True), TaxCode("B", Decimal(3))])]
    ['6', '3.18']
    """
    shares, base = [], Decimal(100)
    for code in codes:
        share = code.percent * base / 100
        shares.append(share)
        base += share if code.compounds else 0
    return shares


def taxes_of(amount_minor: int, rate: TaxRate, *, included: bool) -> tuple[int, ...]:
    """The tax of an amount by each code (by the one rate where there are none), each rounded once."""
    if not rate.codes:
        rule = percent_within if included else percent_of
        return (rule(amount_minor, rate.percent),)
    shares = shares_of(rate.codes)
    if included:
        return tuple([share_within(amount_minor, share, rate.percent) for share in shares])
    return tuple([percent_of(amount_minor, share) for share in shares])


def tax_by_code(
    amounts_minor: Sequence[int], tax_minor: int, rate: TaxRate, *, included: bool
) -> tuple[int, ...]:
    """How a tax that was taken divides over the codes: as each amount says, as their sum says, or by share.

    The second is how tax is rounded per document, the third what parts of lines carry; the last code takes the rest.
    """
    each = [taxes_of(amount, rate, included=included) for amount in amounts_minor]
    by_line = tuple([sum(taxes) for taxes in zip(*each, strict=True)])
    by_sum = taxes_of(sum(amounts_minor), rate, included=included)
    for taxes in (by_line, by_sum):
        if sum(taxes) == tax_minor:
            return taxes
    tops = [share.as_integer_ratio() for share in shares_of(rate.codes)] or [(1, 1)]
    whole = lcm(*[bottom for _, bottom in tops])
    return tuple(spread(tax_minor, [top * whole // bottom for top, bottom in tops]))


def check_one_way(what: Message, percent: Decimal, codes: tuple[TaxCode, ...]) -> None:
    """Let a place have one rate or several codes, not both.

    Raises:
        CannotBe: it has both.
    """
    if percent and codes:
        raise CannotBe(
            "{what} has a rate of {percent} % and tax codes; state one of the two", what=what, percent=percent
        )
