"""What a cart comes to: goods, charges, tax, deposit, paid, due. Each is rounded once, by a named rule."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, pairwise

from retail.cart import Cart, CartKind, CartLine, line_tax
from retail.charges import Charge, charges_gross, charges_sum, charges_tax
from retail.orders.acts import WHOLE, ActKind
from retail.orders.deposit import required_deposit
from retail.settings import StoreSettings, TaxRounding
from retail.tax_codes import TaxRate, taxes_of


@dataclass(frozen=True, slots=True)
class Totals:
    """The amounts of a cart, all in minor units.

    `total` holds tax and charges. `carry_out` is what leaves the store at once, with its tax and charges.
    `calculated_deposit` is what the percentage asks for, `deposit` what is asked for after override or
    payment in full, between `least_deposit` and `most_deposit`; `applied` is what of it a pickup uses. `balance`
    is what of the order neither the deposit nor an earlier pickup pays. `due` is still to be tendered; negative,
    it is owed to the customer.
    """

    goods_minor: int
    charges_minor: int
    tax_minor: int
    total_minor: int
    carry_out_minor: int
    calculated_deposit_minor: int
    deposit_minor: int
    least_deposit_minor: int
    most_deposit_minor: int
    applied_minor: int
    balance_minor: int
    paid_minor: int
    due_minor: int
    change_minor: int
    rounding_minor: int
    line_taxes_minor: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Deposit:
    """The deposit of an order: calculated, asked for, and the bounds of what may be stated instead."""

    calculated_minor: int = 0
    required_minor: int = 0
    least_minor: int = 0
    most_minor: int = 0


def line_taxes(
    lines: tuple[CartLine, ...], charges: tuple[Charge, ...], settings: StoreSettings
) -> tuple[int, ...]:
    """The tax of each line; where tax is rounded per document, that of each rate is rounded once, with its charges.

    What has gone, is handed out or comes back keeps the tax it has.
    """
    taxes = [line_tax(line, settings) for line in lines]
    if settings.tax_rounding is TaxRounding.LINE:
        return tuple(taxes)
    by_rate: dict[TaxRate, list[int]] = defaultdict(list)
    for position, line in enumerate(lines):
        if line.share is None:
            by_rate[line.tax_rate].append(position)
    on_order = charges if all(line.share is None for line in lines) else ()
    for rate, positions in by_rate.items():
        own = [lines[position] for position in positions]
        fees = [charge for charge in (*on_order, *_charges_on(own)) if charge.tax_rate == rate]
        rounded = _rounded_once([line.amount_minor for line in own], fees, rate, settings)
        for position, tax in zip(positions, rounded, strict=True):
            taxes[position] = tax
    return tuple(taxes)


def _charges_on(lines: Iterable[CartLine]) -> Iterator[Charge]:
    """The charges that stand on these lines."""
    return (charge for line in lines for charge in line.charges)


def _rounded_once(
    amounts: list[int], charges: list[Charge], rate: TaxRate, settings: StoreSettings
) -> list[int]:
    """The tax of each amount, so that they sum to the rounded tax of all: each is what the running tax grows by.

    Charges keep their own tax; what it differs from the rounded whole is carried by the largest line.
    """
    included = settings.price_includes_tax
    running = [0, *accumulate(amounts)]
    grown = [sum(taxes_of(amount, rate, included=included)) for amount in running]
    taxes = [after - before for before, after in pairwise(grown)]
    if charges:
        whole = sum(taxes_of(running[-1] + charges_sum(charges), rate, included=included))
        rest = whole - grown[-1] - charges_tax(charges, included=included)
        largest = max(range(len(amounts)), key=lambda place: abs(amounts[place]))
        taxes[largest] += rest if amounts[largest] else 0
    return taxes


def totals_of(cart: Cart, settings: StoreSettings) -> Totals:
    """Work out every amount of the cart.

    Deposit, due: decisions 1 and 37; D1-D6. A quote asks for nothing.
    """
    lines = cart.active_lines
    whole = standing_charges(cart)
    taxes = line_taxes(lines, whole, settings)
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
    if whole:
        charges += charges_sum(whole)
        tax += charges_tax(whole, included=included)
    total = goods + charges + (0 if included else tax)
    paid = sum(tender.settled_minor for tender in cart.tenders)
    if cart.act is not None and cart.act.kind not in WHOLE:
        deposit, applied = Deposit(), 0
        due = total - paid
        if cart.act.kind is ActKind.PICKUP:
            applied = cart.act.applied_minor
        elif cart.act.kind is ActKind.CANCEL:
            applied = cart.act.deposit_available_minor
        elif cart.act.kind is ActKind.PAY:
            due += cart.act.asked_minor
        due, balance = due - applied, 0
    else:
        deposit, applied = _deposit(cart, settings, total, carry_out), 0
        before, settled = (
            (0, 0) if cart.act is None else (cart.act.deposit_paid_minor, cart.act.settled_minor)
        )
        balance = total - settled - deposit.required_minor
        due = deposit.required_minor - paid - before
    return Totals(
        goods_minor=goods, charges_minor=charges, tax_minor=tax, total_minor=total, carry_out_minor=carry_out,
        calculated_deposit_minor=deposit.calculated_minor, deposit_minor=deposit.required_minor,
        least_deposit_minor=deposit.least_minor, most_deposit_minor=deposit.most_minor, applied_minor=applied,
        balance_minor=balance, paid_minor=paid, due_minor=due,
        change_minor=sum(tender.change_minor for tender in cart.tenders),
        rounding_minor=sum(tender.rounding_minor for tender in cart.tenders),
        line_taxes_minor=taxes,
    )  # fmt: skip


def is_ended(cart: Cart) -> bool:
    """Nothing of this order is left to be handed out or shipped later: concluding it ends the order."""
    return all(line.delivery is None or line.quantity_thousandths <= line.gone_thousandths
               for line in cart.active_lines)  # fmt: skip


def standing_charges(cart: Cart) -> tuple[Charge, ...]:
    """The charges of the whole order that are taken: none that were not billed when an edit ends it (decision 7)."""
    act = cart.act
    if act is None or act.kind not in WHOLE or act.order is None or act.order.charges_invoiced:
        return cart.charges
    return () if cart.kind is not CartKind.QUOTE and is_ended(cart) else cart.charges


def _deposit(cart: Cart, settings: StoreSettings, total: int, carry_out: int) -> Deposit:
    if cart.kind is CartKind.QUOTE:
        return Deposit()
    if cart.terms is None:
        return Deposit(total, total, total, total)
    business = cart.customer is not None and cart.customer.business
    calculated = required_deposit(total, carry_out, Decimal(0) if business else settings.deposit_percent)
    least, most = carry_out, total
    if cart.act is not None:
        least = cart.act.deposit_used_minor + _newly_carried_out(cart, settings)
        most = max(least, total - cart.act.settled_minor)
    required = min(max(calculated, least), most)
    if cart.act is not None and is_ended(cart):
        required = least
    elif cart.terms.pay_in_full:
        required = most
    elif cart.terms.override is not None:
        required = cart.terms.override.amount_minor
    if cart.act is not None and cart.terms.topped_up and not is_ended(cart):
        required = max(required, min(cart.act.deposit_paid_minor, most))
    return Deposit(calculated, required, least, most)


def _newly_carried_out(cart: Cart, settings: StoreSettings) -> int:
    """What the edit of an order hands out at once, with its tax and charges."""
    included, carried = settings.price_includes_tax, 0
    taxes = line_taxes(cart.active_lines, standing_charges(cart), settings)
    for line, tax in zip(cart.active_lines, taxes, strict=True):
        if line.delivery is None and not line.gone_thousandths:
            carried += line.amount_minor + charges_gross(line.charges, included=included)
            carried += 0 if included else tax
    return carried
