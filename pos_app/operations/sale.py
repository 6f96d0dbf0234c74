"""Adding products to the sale."""

from dataclasses import replace

from pos_app.operations.context import RegisterContext
from pos_app.operations.registry import (
    Ask,
    Asks,
    Choice,
    Done,
    Kind,
    Needs,
    Outcome,
    Params,
    Refused,
    operation,
)
from pos_app.register.scanning import find_item
from retail.aggregating import grown
from retail.barcodes import why_unknown
from retail.barcodes.items import ItemCode
from retail.barcodes.kinds import CODE_MAX
from retail.carried_serials import give_serials, lacks_serials
from retail.cart import add_line, line_of
from retail.catalog import Product
from retail.messages import say
from retail.money import Money
from retail.quantity import ONE, pieces
from retail.rounding import divide
from retail.sale_limits import asks_price, check_store_quantity, check_takes_sales, check_typed_price
from retail.settings import StoreSettings
from retail.shortening import shorten

QUANTITY_SURE_MAX = 99 * ONE
"""More than this of one product is asked about where the quantity was typed before a scan."""


@operation(
    "product.add",
    title="Add product",
    needs={Needs.SIGNED_IN, Needs.OPEN_SHIFT, Needs.READY_TO_SELL},
    takes={"code": Kind.TEXT, "number": Kind.TEXT, "unit": Kind.TEXT, "quantity": Kind.QUANTITY,
           "price": Kind.AMOUNT, "sure": Kind.FLAG},
)  # fmt: skip
def add_product(context: RegisterContext, params: Params) -> Outcome:
    """Put a product into the sale: by a scanned or typed `code`, or by the `number` that was picked, as a pack by its
    `unit`.

    With `sure` given and False, a quantity that is hardly ever meant is asked about first.
    """
    if "number" in params:
        product = context.shop.product(params["number"])
        if product is None:
            return Refused(say("There is no item {number}. Search for it by name.", number=params["number"]))
        if "unit" in params:
            return _add_by(context, product, params["unit"], params)
        found = _find(context, params["code"].strip()) if "code" in params else None
        if found is None:
            return _add(context, product, None, params)
        meant = next((each for each in found[1] if each.number == product.number), product)
        return _add(context, meant, found[0], params)
    if "code" not in params:
        return Asks((Ask("code", prompt=say("Scan or type an item")),))
    code = params["code"].strip()
    found = _find(context, code)
    if found is None:
        return Refused(why_unknown(code))
    item, products = found
    if len(products) > 1:
        return Asks((_which(products, code, context.settings.currency),))
    return _add(context, products[0], item, params)


def _add_by(context: RegisterContext, product: Product, unit: str, params: Params) -> Outcome:
    sold = product.by(unit)
    if sold is None:
        return Refused(
            say("{name} is not sold by {unit}. Search for it again.", name=product.name, unit=unit)
        )
    return _add(context, sold, None, params)


def one_product(
    context: RegisterContext, params: Params
) -> tuple[Product, int, int | None, str] | Refused | Asks:
    """The product that a code or a number means, with how much of it one code stands for, its price if it is not the
    list's, and the code; or what has to be asked or refused first.
    """
    if "number" in params:
        product = context.shop.product(params["number"])
        if product is None:
            return Refused(say("There is no item {number}. Search for it by name.", number=params["number"]))
        return _at_price(product, None, params, context.settings)
    if "code" not in params:
        return Asks((Ask("code", prompt=say("Scan or type an item")),))
    code = params["code"].strip()
    found = _find(context, code)
    if found is None:
        return Refused(why_unknown(code))
    item, products = found
    if len(products) > 1:
        return Asks((_which(products, code, context.settings.currency),))
    return _at_price(products[0], item, params, context.settings)


def _at_price(
    product: Product, item: ItemCode | None, params: Params, settings: StoreSettings
) -> tuple[Product, int, int | None, str] | Refused | Asks:
    price = params.get("price")
    if price is None and item is not None:
        price = item.price_minor
    if asks_price(product, settings) and price is None:
        prompt = say("What does {name} cost?", name=product.name)
        return Asks((Ask("price", prompt=prompt, kind=Kind.AMOUNT),))
    if item is None:
        return product, ONE, price, ""
    return product, item.quantity_thousandths or ONE, price, item.code


def _find(context: RegisterContext, code: str) -> tuple[ItemCode, list[Product]] | None:
    return find_item(context.shop, code, context.settings, context.today)


def _which(products: list[Product], code: str, currency: str) -> Ask:
    choices = tuple(
        Choice(
            each.number,
            say("{name}", name=each.name),
            say("{number} · {price}", number=each.number, price=Money(each.price_minor, currency)),
        )
        for each in products
    )
    prompt = say("{code} stands for several items. Which one is it?", code=code)
    return Ask("number", prompt=prompt, kind=Kind.CHOICE, choices=choices)


def _add(context: RegisterContext, product: Product, item: ItemCode | None, params: Params) -> Outcome:
    quantity, price = params.get("quantity", ONE), params.get("price")
    priced = price is not None or (item is not None and item.price_minor is not None)
    check_takes_sales(context.open_cart, context.settings)
    if asks_price(product, context.settings) and product.sellable and not priced:
        prompt = say("What does {name} cost?", name=product.name)
        return Asks((Ask("price", prompt=prompt, kind=Kind.AMOUNT),))
    if price is not None and not asks_price(product, context.settings):
        return Refused(say("{name} has a price of its own. Add it without a price.", name=product.name))
    if product.revenue_recognition and context.cart is not None and context.cart.terms is not None:
        words = say(
            "{name} is billed over time and cannot be on an order. Sell it by itself.", name=product.name
        )
        return Refused(words)
    if item is not None and item.expiry is not None and item.expiry < context.today:
        return Refused(
            say("{name} may only be used until {day}. Put it aside.", name=product.name, day=item.expiry)
        )
    if item is not None:
        price = item.price_minor if price is None else price
        quantity = divide(quantity * (item.quantity_thousandths or ONE), ONE)
    if "price" in params:
        check_typed_price(product.name, params["price"], context.settings, context.settings.currency)
    check_store_quantity(product.name, quantity, context.settings)
    if params.get("sure") is False and quantity > QUANTITY_SURE_MAX:
        prompt = say("Add {quantity} × {name}?", quantity=pieces(quantity), name=product.name)
        return Asks((Ask("sure", prompt=prompt, kind=Kind.FLAG),))
    barcode = "" if item is None else item.code
    cart = add_line(context.open_cart, product, context.settings, quantity, price, barcode)
    number = cart.lines[-1].number
    if item is not None and item.serial and product.asks_serial:
        cart = give_serials(cart, number, [item.serial])
    if context.settings.aggregate_products:
        cart, number = grown(cart, context.settings)
    context.cart = context.settled(replace(cart, selected=frozenset()))
    line = line_of(context.cart, number)
    batch = {"lot": item.lot, "serial": item.serial} if item is not None and (item.lot or item.serial) else {}
    words = say(
        "Added {quantity} × {name}   {amount}",
        quantity=pieces(line.quantity_thousandths),
        name=line.name,
        amount=Money(line.amount_minor, cart.currency),
    )
    if lacks_serials(line):
        words = say("{name}: now scan or type its serial number.", name=line.name)
    return Done(words, {"line": line.number, **batch})


@operation(
    "code.report",
    title="Report code",
    needs={Needs.SIGNED_IN},
    asks=(Ask("code", prompt=say("Which code is unknown?")),),
)
def report_code(context: RegisterContext, params: Params) -> Outcome:
    """Write a code that finds nothing into the journal, for the back office to look after."""
    context.note("code.unknown", code=shorten(params["code"], CODE_MAX))
    return Done(say("{code} is reported. The item is not in the sale.", code=params["code"]))
