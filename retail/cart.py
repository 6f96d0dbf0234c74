"""The sale being built: a value that every operation here replaces by a new one."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from retail.cart_values import (
    LINES_MAX,
    PRICE_MAX_MINOR,
    Balance,
    Cart,
    CartKind,
    CartLine,
    DepositOverride,
    OrderTerms,
    PriceOverride,
    PriceSource,
)
from retail.catalog import Product
from retail.charge_taxes import charge_rate, leading_delivery, taxed_anew
from retail.charges import Charge, ChargeSource, charge_of, without
from retail.customers import Customer
from retail.errors import RuleBroken
from retail.money import MINOR_MAX, Money
from retail.orders.beginning import as_it_stands
from retail.orders.delivery import Delivery, DeliveryKind
from retail.orders.fixed import (
    check_delivery_changes,
    check_line_changes,
    check_quantity_stays,
    check_takes_goods,
    check_whole,
)
from retail.orders.modes import check_mode
from retail.quantity import ONE, QUANTITY_MAX_THOUSANDTHS, pieces
from retail.settings import StoreSettings
from retail.tax import line_rate
from retail.tax_codes import taxes_of
from retail.units import check_parts

__all__ = [
    "LINES_MAX",
    "PRICE_MAX_MINOR",
    "Balance",
    "Cart",
    "CartKind",
    "CartLine",
    "DepositOverride",
    "OrderTerms",
    "PriceOverride",
    "PriceSource",
    "add_line",
    "change_delivery_mode",
    "change_terms",
    "check_amount",
    "check_quantity",
    "deliver",
    "is_billed",
    "line_of",
    "line_tax",
    "select_lines",
    "set_quantity",
    "settle_terms",
    "split_by_mode",
    "void_line",
]


def line_of(cart: Cart, number: int) -> CartLine:
    """The line with this number.

    Raises:
        RuleBroken: there is none, or it is void.
    """
    if 1 <= number <= len(cart.lines) and not cart.lines[number - 1].voided:
        return cart.lines[number - 1]
    raise RuleBroken("There is no line {number} in this sale. Select a line first.", number=number)


def check_quantity(quantity_thousandths: int) -> int:
    """Give back a quantity that a line may have.

    Raises:
        RuleBroken: zero, negative, or over the limit.
    """
    if quantity_thousandths <= 0:
        raise RuleBroken("A quantity of {quantity} cannot be sold. Type 1 or more, or void the line.",
                         quantity=pieces(quantity_thousandths))  # fmt: skip
    if quantity_thousandths > QUANTITY_MAX_THOUSANDTHS:
        raise RuleBroken("A quantity of {quantity} is over the limit of {limit}. Type a smaller one.",
                         quantity=pieces(quantity_thousandths),
                         limit=pieces(QUANTITY_MAX_THOUSANDTHS))  # fmt: skip
    return quantity_thousandths


def check_amount(line: CartLine, currency: str) -> CartLine:
    """Give back a line whose amount a sale can hold.

    Raises:
        RuleBroken: price times quantity is over the limit.
    """
    if line.amount_minor > MINOR_MAX:
        raise RuleBroken("{name} comes to more than {limit}. Check price and quantity.",
                         name=line.name, limit=Money(MINOR_MAX, currency))  # fmt: skip
    return line


def add_line(
    cart: Cart,
    product: Product,
    settings: StoreSettings,
    quantity_thousandths: int = ONE,
    keyed_price_minor: int | None = None,
    barcode: str = "",
) -> Cart:
    """Put a product into the cart as a new line.

    Raises:
        RuleBroken: not sellable, no price where one must be keyed in, a quantity or price out of bounds, a part of
            what is sold whole, or taxes that this store does not know.
    """
    check_takes_goods(cart)
    if not product.sellable:
        raise RuleBroken("{name} may not be sold. Put it aside.", name=product.name)
    if product.key_in_price and keyed_price_minor is None:
        raise RuleBroken("Type the price of {name}.", name=product.name)
    price = product.price_minor if keyed_price_minor is None else keyed_price_minor
    if not 0 <= price <= PRICE_MAX_MINOR:
        raise RuleBroken("{name} cannot cost {price}: prices go from 0 to {limit}. Type the price again.",
                         name=product.name, price=Money(price, cart.currency),
                         limit=Money(PRICE_MAX_MINOR, cart.currency))  # fmt: skip
    if len(cart.lines) >= LINES_MAX:
        raise RuleBroken("A sale holds at most {limit} lines. Conclude it first.", limit=LINES_MAX)
    check_parts(quantity_thousandths, product.unit, settings.sales_units, product.name)
    rate = line_rate(
        product.tax_percent, None, settings, cart.customer,
        item_tax_group=product.item_tax_group, name=product.name,
    )  # fmt: skip
    line = CartLine(
        number=len(cart.lines) + 1, product=product.number, name=product.name,
        quantity_thousandths=check_quantity(quantity_thousandths),
        list_price_minor=product.price_minor, price_minor=price,
        tax_percent=rate.percent, tax_codes=rate.codes,
        own_tax_percent=product.tax_percent,
        category=product.category,
        item_tax_group=product.item_tax_group, unit=product.unit, contains_thousandths=product.contains_thousandths,
        barcode=barcode,
        asks_serial=product.asks_serial,
        price_list=product.price_list,
        price_source=PriceSource.LIST if keyed_price_minor is None else PriceSource.KEYED,
        charges=_product_charges(product, settings, cart.customer),
    )  # fmt: skip
    return replace(cart, lines=(*cart.lines, check_amount(line, cart.currency)))


def set_quantity(cart: Cart, number: int, quantity_thousandths: int) -> Cart:
    """Change how many of a line.

    Raises:
        RuleBroken: no such line, or a quantity out of bounds.
    """
    before = line_of(cart, number)
    check_line_changes(cart, before)
    check_quantity_stays(cart, before, quantity_thousandths)
    line = replace(before, quantity_thousandths=check_quantity(quantity_thousandths))
    return _with_line(cart, check_amount(_with_share(cart, line), cart.currency))


def void_line(cart: Cart, number: int) -> Cart:
    """Strike a line; it keeps its number and stays in the journal.

    Raises:
        RuleBroken: no such line, it is void already, or something of it was handed out or is packed.
    """
    line = line_of(cart, number)
    check_line_changes(cart, line)
    check_quantity_stays(cart, line, 0)
    struck = replace(line, voided=True)
    changed = replace(_with_line(cart, struck), selected=cart.selected - {number})
    return settle_terms(without_idle_return(changed))


def without_idle_return(cart: Cart) -> Cart:
    """A plain sale again, once nothing comes back any more of what came back without a receipt."""
    act = cart.act
    if act is None or not act.is_blind or any(line.quantity_thousandths < 0 for line in cart.active_lines):
        return cart
    return replace(cart, act=None)


def select_lines(cart: Cart, numbers: Collection[int]) -> Cart:
    """Select lines for the next operation on *selected* lines.

    Raises:
        RuleBroken: one of them is not there.
    """
    return replace(cart, selected=frozenset(line_of(cart, number).number for number in numbers))


def deliver(
    cart: Cart,
    numbers: Collection[int],
    delivery: Delivery | None,
    settings: StoreSettings,
    charge_minor: int = 0,
    *,
    header_charge: bool = False,
) -> Cart:
    """Say how these lines leave us (None: carried out) and use the selection up.

    `charge_minor` is a shipping charge that was typed: each line's, or with `header_charge` the order's. Goods
    that are all carried out make a plain sale again, and the charges typed for the order are gone (decision 3).

    Raises:
        RuleBroken: no line, no customer, or a charge beside one of the other kind.
    """
    chosen = [line_of(cart, number) for number in sorted(numbers)]
    if not chosen:
        raise RuleBroken("There is no line to deliver. Add products first.")
    for line in chosen:
        check_delivery_changes(cart, line)
    if delivery is not None and cart.customer is None:
        raise RuleBroken("An order needs a customer. Search for one or add a new one.")
    typed = _typed_charges(cart, numbers, settings, charge_minor, header_charge=header_charge)
    lines = list(cart.lines)
    for line in chosen:
        rate = line_rate(
            line.own_tax_percent, delivery, settings, cart.customer,
            item_tax_group=line.item_tax_group, name=line.name,
        )  # fmt: skip
        charges = (*without(line.charges, ChargeSource.TYPED), *(() if header_charge else typed))
        charges = taxed_anew(charges, delivery, cart.customer, settings)
        serials = line.serials if delivery is None else ()
        lines[line.number - 1] = replace(line, delivery=delivery, tax_percent=rate.percent,
                                         tax_codes=rate.codes, charges=charges, serials=serials)  # fmt: skip
    header = cart.charges
    if header_charge and not is_billed(cart):
        header = (*without(cart.charges, ChargeSource.TYPED), *typed)
    if not is_billed(cart):
        header = taxed_anew(header, leading_delivery(lines), cart.customer, settings)
    terms = cart.terms or (OrderTerms() if delivery else None)
    changed = replace(cart, lines=tuple(lines), charges=header, terms=terms, selected=frozenset())
    return settle_terms(changed)


def change_delivery_mode(cart: Cart, numbers: Collection[int], mode: str, settings: StoreSettings) -> Cart:
    """Ship these lines by another mode; where from, to whom and when stay as they were agreed.

    Raises:
        RuleBroken: a line is not shipped, or no such mode takes it.
    """
    lines = list(cart.lines)
    for line, delivery in shipped_lines(cart, numbers):
        check_mode(mode, [line], delivery.address, settings)
        lines[line.number - 1] = replace(line, delivery=replace(delivery, mode=mode))
    return replace(cart, lines=tuple(lines), selected=frozenset())


def split_by_mode(cart: Cart, mode_by_line: Mapping[int, str]) -> Cart:
    """The cart with each of these shipped lines by a mode of its own."""
    lines = list(cart.lines)
    for number, mode in mode_by_line.items():
        line = line_of(cart, number)
        if line.delivery is not None:
            lines[number - 1] = replace(line, delivery=replace(line.delivery, mode=mode))
    return replace(cart, lines=tuple(lines))


def shipped_lines(cart: Cart, numbers: Collection[int]) -> list[tuple[CartLine, Delivery]]:
    """These lines and how each is shipped, where its mode may still change.

    Raises:
        RuleBroken: there is no such line, it is not shipped, or its delivery is settled.
    """
    shipped = []
    for number in sorted(numbers):
        line = line_of(cart, number)
        check_delivery_changes(cart, line)
        if line.delivery is None or line.delivery.kind is not DeliveryKind.SHIP:
            raise RuleBroken("{name} is not shipped. Choose Ship to send it.", name=line.name)
        shipped.append((line, line.delivery))
    return shipped


def _typed_charges(
    cart: Cart, numbers: Collection[int], settings: StoreSettings, charge_minor: int, *, header_charge: bool
) -> tuple[Charge, ...]:
    """The shipping charge that was typed, as a charge; none for 0."""
    if not 0 <= charge_minor <= PRICE_MAX_MINOR:
        raise RuleBroken("A charge of {charge} cannot be: charges go from 0 to {limit}. Type it again.",
                         charge=Money(charge_minor, cart.currency),
                         limit=Money(PRICE_MAX_MINOR, cart.currency))  # fmt: skip
    if not charge_minor:
        return ()
    if settings.shipping_charge_code is None:
        raise RuleBroken("No charge code for shipping is set up. Ship without a charge, or ask headquarters.")
    if header_charge and is_billed(cart):
        raise RuleBroken("The charge of this order was billed already. Type a charge for lines instead.")
    untouched = [line for line in cart.active_lines if line.number not in numbers]
    if header_charge and any(_has_typed(line.charges) for line in untouched):
        raise RuleBroken("Lines have shipping charges. A charge is on the order or on lines, never both.")
    if not header_charge and _has_typed(cart.charges):
        raise RuleBroken("The order has a shipping charge. A charge is on the order or on lines, never both.")
    code = settings.charge_code_at(settings.shipping_charge_code, settings.shipping_charge_tax_percent)
    rate = charge_rate(code, None, cart.customer, settings)
    return (charge_of(code.code, charge_minor, rate),)


def is_billed(cart: Cart) -> bool:
    """The charges of the whole order stand on an invoice already."""
    return cart.act is not None and cart.act.order is not None and cart.act.order.charges_invoiced


def _has_typed(charges: tuple[Charge, ...]) -> bool:
    return any(charge.source is ChargeSource.TYPED for charge in charges)


def _product_charges(
    product: Product, settings: StoreSettings, customer: Customer | None
) -> tuple[Charge, ...]:
    if not (product.line_charge_minor and settings.advanced_auto_charges):
        return ()
    name = settings.shipping_charge_code or "PRODUCT"
    code = settings.charge_code_at(name, settings.shipping_charge_tax_percent)
    rate = charge_rate(code, None, customer, settings)
    return (charge_of(name, product.line_charge_minor, rate, ChargeSource.PRODUCT),)


def settle_terms(cart: Cart) -> Cart:
    """Make a cart whose goods are all carried out a plain sale: no terms, no charge typed for the order."""
    if cart.act is not None or any(line.delivery for line in cart.active_lines):
        return cart
    return replace(cart, terms=None, charges=without(cart.charges, ChargeSource.TYPED))


def change_terms(cart: Cart, change: Callable[[OrderTerms], OrderTerms]) -> Cart:
    """Change what was agreed about the order.

    Raises:
        RuleBroken: this is a plain sale, or the order is not what is being changed.
    """
    check_whole(cart)
    if cart.terms is None:
        raise RuleBroken("This is a plain sale. Ship or pick up goods to make it an order.")
    return replace(cart, terms=change(cart.terms))


def line_tax(line: CartLine, settings: StoreSettings) -> int:
    """The tax of one line's amount, rounded once; of a share, the part of the order's tax."""
    if line.share is not None:
        return line.share.tax_minor
    return sum(taxes_of(line.amount_minor, line.tax_rate, included=settings.price_includes_tax))


def _with_share(cart: Cart, line: CartLine) -> CartLine:
    """A line of an edited order of which something has gone, as that leaves it."""
    order = None if cart.act is None else cart.act.order
    known = None if order is None or line.order_line is None else order.line(line.order_line)
    return as_it_stands(line, known) if known is not None and line.gone_thousandths else line


def _with_line(cart: Cart, line: CartLine) -> Cart:
    position = line.number - 1
    return replace(cart, lines=(*cart.lines[:position], line, *cart.lines[position + 1 :]))
