"""What a cart comes to: goods, charges, tax, deposit, paid, due. Each is rounded once, by a named rule."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from retail.cart import Cart, CartKind, CartLine, line_tax
from retail.charges import charges_sum, charges_tax
from retail.orders.deposit import required_deposit
from retail.rounding import spread
from retail.settings import StoreSettings, TaxRounding
from retail.tax import tax_of


@dataclass(frozen=True, slots=True)
class Totals:
    """The amounts of a cart, all in minor units.

    `total` holds tax and charges. `carry_out` is what leaves the store at once, with its tax and charges.
    `calculated_deposit` is what the percentage asks for, `deposit` what is asked for after override or
    payment in full. `balance` is the order total less the deposit. `due` is still to be tendered.
    """

    goods_minor: int
    charges_minor: int
    tax_minor: int
    total_minor: int
    carry_out_minor: int
    calculated_deposit_minor: int
    deposit_minor: int
    balance_minor: int
    paid_minor: int
    due_minor: int
    change_minor: int
    rounding_minor: int
    line_taxes_minor: tuple[int, ...]


def line_taxes(lines: tuple[CartLine, ...], settings: StoreSettings) -> tuple[int, ...]:
    """The tax of each line; where tax is rounded per document, each rate's tax is rounded once and spread."""
    if settings.tax_rounding is TaxRounding.LINE:
        return tuple([line_tax(line, settings) for line in lines])
    by_rate: dict[Decimal, list[int]] = defaultdict(list)
    for position, line in enumerate(lines):
        by_rate[line.tax_percent].append(position)
    taxes = [0] * len(lines)
    for rate, positions in by_rate.items():
        amounts = [lines[position].amount_minor for position in positions]
        whole = tax_of(sum(amounts), rate, included=settings.price_includes_tax)
        for position, tax in zip(positions, spread(whole, amounts), strict=True):
            taxes[position] = tax
    return tuple(taxes)


def totals_of(cart: Cart, settings: StoreSettings) -> Totals:
    """Work out every amount of the cart.

    Deposit, due: decisions 1 and 37; D1-D6. A quote asks for nothing.
    """
    lines = cart.active_lines
    taxes = line_taxes(lines, settings)
    included = settings.price_includes_tax
    goods = charges = tax = carry_out = 0
    for line, tax_minor in zip(lines, taxes, strict=True):
        amount, charge = line.amount_minor, line.charge_minor
        charge_tax_minor = charges_tax(line.charges, included=included) if line.charges else 0
        goods += amount
        charges += charge
        tax += tax_minor + charge_tax_minor
        if line.delivery is None:
            carry_out += amount + charge + (0 if included else tax_minor + charge_tax_minor)
    if cart.charges:
        charges += charges_sum(cart.charges)
        tax += charges_tax(cart.charges, included=included)
    total = goods + charges + (0 if included else tax)
    paid = sum(tender.settled_minor for tender in cart.tenders)
    calculated = required = total
    if cart.kind is CartKind.QUOTE:
        calculated = required = 0
    elif cart.kind is CartKind.ORDER and cart.terms is not None:
        business = cart.customer is not None and cart.customer.business
        percent = Decimal(0) if business else settings.deposit_percent
        calculated = required_deposit(total, carry_out, percent)
        required = calculated
        if cart.terms.pay_in_full:
            required = total
        elif cart.terms.override is not None:
            required = cart.terms.override.amount_minor
    return Totals(
        goods_minor=goods, charges_minor=charges, tax_minor=tax, total_minor=total, carry_out_minor=carry_out,
        calculated_deposit_minor=calculated, deposit_minor=required, balance_minor=total - required,
        paid_minor=paid, due_minor=required - paid,
        change_minor=sum(tender.change_minor for tender in cart.tenders),
        rounding_minor=sum(tender.rounding_minor for tender in cart.tenders),
        line_taxes_minor=taxes,
    )  # fmt: skip
