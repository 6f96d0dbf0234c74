"""A bill as somebody else wrote it, put into a cart of ours, so that the product's own rules work it out again."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from retail.cart_values import CartLine
from retail.charges import Charge, charges_sum, charges_tax
from retail.money import decimals
from retail.settings import StoreSettings, TaxRounding
from retail.tax import tax_of
from retail.tax_codes import TaxRate, tax_by_code
from retail.totals import Totals, totals_of
from tests.retail.shop import EMPTY, SETTINGS


class OutsideTheModel(Exception):
    """The case holds something that a register does not do; the words say what."""


@dataclass(frozen=True, slots=True)
class BillLine:
    """One line: what it comes to, its rate (or codes), and quantity and price where its amount follows from them."""

    amount: Decimal
    rate: TaxRate | Decimal
    quantity: Decimal | None = None
    price: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Bill:
    """Lines and fees (negative: allowances), all with or all without tax."""

    currency: str
    lines: tuple[BillLine, ...]
    fees: tuple[tuple[Decimal, Decimal], ...] = ()
    included: bool = False
    rounding: TaxRounding = TaxRounding.DOCUMENT


@dataclass(frozen=True, slots=True)
class Worked:
    """What our rules make of a bill: its totals, and base and tax of each rate, of several taxes each apart."""

    totals: Totals
    by_rate: dict[Decimal, tuple[int, int]]
    priced_lines: int


def minor(amount: Decimal | str, currency: str) -> int:
    """The amount in minor units.

    Raises:
        OutsideTheModel: it has more decimals than its currency.
    """
    units = Decimal(amount).scaleb(decimals(currency))
    if units != units.to_integral_value():
        raise OutsideTheModel("amounts finer than the currency")
    return int(units)


def work_out(bill: Bill) -> Worked:
    """Every amount of the bill by our rules.

    A line whose price a register can hold is priced by us; of any other its amount is the price of one piece, as if
    it had been keyed in.
    """
    settings = _settings(bill)
    lines = tuple([_line(number, line, bill.currency) for number, line in enumerate(bill.lines, 1)])
    fees = tuple([Charge("FEE", minor(amount, bill.currency), rate) for amount, rate in bill.fees])
    if bill.rounding is TaxRounding.DOCUMENT:
        _check_fees(lines, fees, included=bill.included)
    totals = totals_of(replace(EMPTY, currency=bill.currency, lines=lines, charges=fees), settings)
    taxed: dict[TaxRate, list[tuple[int, int]]] = defaultdict(list)
    for line, tax in zip(lines, totals.line_taxes_minor, strict=True):
        taxed[line.tax_rate].append((line.amount_minor, tax))
    for fee in fees:
        taxed[TaxRate(fee.tax_percent)].append((fee.amount_minor, fee.tax_minor(included=bill.included)))
    rates: dict[Decimal, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for rate, pairs in taxed.items():
        amounts, taxes = zip(*pairs, strict=True)
        net = sum(amounts) - (sum(taxes) if bill.included else 0)
        by_code = tax_by_code(amounts, sum(taxes), rate, included=bill.included)
        for percent, tax in zip(
            [code.percent for code in rate.codes] or [rate.percent], by_code, strict=True
        ):
            base, sum_ = rates[percent]
            rates[percent] = (base + net, sum_ + tax)
    priced = sum(line.price is not None for line in bill.lines)
    return Worked(totals, dict(rates), priced)


def priced_line(
    amount: Decimal, rate: TaxRate | Decimal, quantity: Decimal, price: Decimal, currency: str, *, plain: bool
) -> BillLine:
    """A line by its price where it is `plain` (nothing taken off) and a register can hold price and quantity."""
    fits = (
        price == price.quantize(Decimal(1).scaleb(-decimals(currency)))
        and quantity == quantity.quantize(Decimal("0.001"))
        and price >= 0
    )
    return BillLine(amount, rate, quantity, price) if plain and fits else BillLine(amount, rate)


def counted(reasons: Iterable[str]) -> str:
    """How many are outside the model, by reason."""
    sums: dict[str, int] = defaultdict(int)
    for reason in reasons:
        sums[reason] += 1
    return ", ".join(f"{count} {reason}" for reason, count in sorted(sums.items())) or "none"


def _settings(bill: Bill) -> StoreSettings:
    return replace(
        SETTINGS, currency=bill.currency, price_includes_tax=bill.included, tax_rounding=bill.rounding
    )


def _line(number: int, line: BillLine, currency: str) -> CartLine:
    quantity, price = (
        (1000, minor(line.amount, currency))
        if line.price is None or line.quantity is None
        else (int(line.quantity * 1000), minor(line.price, currency))
    )
    rate = line.rate if isinstance(line.rate, TaxRate) else TaxRate(line.rate)
    made = CartLine(
        number, f"P{number}", f"Product {number}", quantity, price, price, rate.percent, tax_codes=rate.codes
    )
    assert made.amount_minor == minor(line.amount, currency), f"line {number}"
    return made


def _check_fees(lines: tuple[CartLine, ...], fees: tuple[Charge, ...], *, included: bool) -> None:
    """Charges carry their own rounded tax; where no goods of their rate are there, nothing evens that out."""
    goods = {line.tax_percent for line in lines if line.amount_minor}
    for rate in {fee.tax_percent for fee in fees} - goods:
        alone = [fee for fee in fees if fee.tax_percent == rate]
        whole = tax_of(charges_sum(alone), rate, included=included)
        if charges_tax(alone, included=included) != whole:
            raise OutsideTheModel(
                "several charges at a rate that no goods have, which do not round to their sum"
            )
