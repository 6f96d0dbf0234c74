"""What a cart comes to: goods, charges, tax, deposit, paid, due. Each is rounded once, by a named rule."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from retail.cart import Cart, CartKind, CartLine, line_tax
from retail.charges import charges_gross, charges_sum, charges_tax
from retail.orders.acts import WHOLE, ActKind
from retail.orders.deposit import required_deposit
from retail.rounding import spread
from retail.settings import StoreSettings, TaxRounding
from retail.tax import tax_of


@dataclass(frozen=True, slots=True)
class Totals:
    """The amounts of a cart, all in minor units.

    `total` holds tax and charges. `carry_out` is what leaves the store at once, with its tax and charges.
    `calculated_deposit` is what the percentage asks for, `deposit` what is asked for after override or
    payment in full, `applied` what of it a pickup uses. `balance` is the order total less the deposit. `due` is
    still to be tendered; negative, it is owed to the customer.
    """

    goods_minor: int
    charges_minor: int
    tax_minor: int
    total_minor: int
    carry_out_minor: int
    calculated_deposit_minor: int
    deposit_minor: int
    applied_minor: int
    balance_minor: int
    paid_minor: int
    due_minor: int
    change_minor: int
    rounding_minor: int
    line_taxes_minor: tuple[int, ...]


def line_taxes(lines: tuple[CartLine, ...], settings: StoreSettings) -> tuple[int, ...]:
    """The tax of each line; where tax is rounded per document, each rate's tax is rounded once and spread."""
    if settings.tax_rounding is TaxRounding.LINE or any(line.share for line in lines):
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
    if cart.act is not None and cart.act.kind not in WHOLE:
        calculated = required = applied = 0
        due = total - paid
        if cart.act.kind is ActKind.PICKUP:
            applied = cart.act.applied_minor
        elif cart.act.kind is ActKind.CANCEL:
            applied = cart.act.deposit_available_minor
        due, balance = due - applied, 0
    else:
        calculated, required = _deposits(cart, settings, total, carry_out)
        applied, balance = 0, total - required
        due = required - paid - (0 if cart.act is None else cart.act.deposit_paid_minor)
    return Totals(
        goods_minor=goods, charges_minor=charges, tax_minor=tax, total_minor=total, carry_out_minor=carry_out,
        calculated_deposit_minor=calculated, deposit_minor=required, applied_minor=applied,
        balance_minor=balance, paid_minor=paid, due_minor=due,
        change_minor=sum(tender.change_minor for tender in cart.tenders),
        rounding_minor=sum(tender.rounding_minor for tender in cart.tenders),
        line_taxes_minor=taxes,
    )  # fmt: skip


def is_ended(cart: Cart) -> bool:
    """Nothing of this order is left to be handed out or shipped later: concluding it ends the order."""
    return all(line.delivery is None or line.quantity_thousandths <= line.gone_thousandths
               for line in cart.active_lines)  # fmt: skip


def _deposits(cart: Cart, settings: StoreSettings, total: int, carry_out: int) -> tuple[int, int]:
    """The deposit that is calculated, and the one that is asked for."""
    if cart.kind is CartKind.QUOTE:
        return 0, 0
    if cart.terms is None:
        return total, total
    business = cart.customer is not None and cart.customer.business
    calculated = required_deposit(total, carry_out, Decimal(0) if business else settings.deposit_percent)
    if cart.act is not None and is_ended(cart):
        return calculated, _used_at_the_end(cart, settings)
    if cart.terms.pay_in_full:
        return calculated, total
    if cart.terms.override is not None:
        return calculated, cart.terms.override.amount_minor
    used = 0 if cart.act is None else cart.act.deposit_used_minor
    return calculated, max(calculated, used)


def _used_at_the_end(cart: Cart, settings: StoreSettings) -> int:
    """What an edit that ends the order keeps: what invoices used, and what is newly carried out (decision 34)."""
    new = tuple(line for line in cart.active_lines if line.delivery is None and not line.gone_thousandths)
    included = settings.price_includes_tax
    kept = 0 if cart.act is None else cart.act.deposit_used_minor
    for line in new:
        kept += line.amount_minor + charges_gross(line.charges, included=included)
        kept += 0 if included else line_tax(line, settings)
    return kept
