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
from retail.barcodes import CodeKind, candidates, kind_of, why_unknown
from retail.cart import add_line
from retail.catalog import Product
from retail.messages import say
from retail.money import Money
from retail.quantity import ONE, pieces


@operation(
    "product.add",
    title="Add product",
    needs={Needs.SIGNED_IN, Needs.OPEN_SHIFT},
    takes={"code": Kind.TEXT, "number": Kind.TEXT, "quantity": Kind.QUANTITY, "price": Kind.AMOUNT},
)
def add_product(context: RegisterContext, params: Params) -> Outcome:
    """Put a product into the sale: by a scanned or typed `code`, or by the `number` that was picked."""
    if "number" in params:
        product = context.shop.product(params["number"])
        if product is None:
            return Refused(say("There is no item {number}. Search for it by name.", number=params["number"]))
        return _add(context, product, params)
    if "code" not in params:
        return Asks((Ask("code", prompt=say("Scan or type an item")),))
    code = params["code"].strip()
    if kind_of(code) is CodeKind.ORDER:
        return Refused(say("{code} is the number of an order. Open it with Find order.", code=code))
    found = _products(context, code)
    if not found:
        return Refused(why_unknown(code))
    if len(found) > 1:
        return Asks((_which(found, code, context.settings.currency),))
    return _add(context, found[0], params)


def _products(context: RegisterContext, code: str) -> list[Product]:
    """The products a code stands for: by barcode first, then by their own number."""
    if kind_of(code) is CodeKind.UNREADABLE:
        return []
    for candidate in candidates(code):
        found = context.shop.products_by_barcode(candidate)
        if found:
            return found
    product = context.shop.product(code)
    return [] if product is None else [product]


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


def _add(context: RegisterContext, product: Product, params: Params) -> Outcome:
    quantity, price = params.get("quantity", ONE), params.get("price")
    if product.key_in_price and product.sellable and price is None:
        prompt = say("What does {name} cost?", name=product.name)
        return Asks((Ask("price", prompt=prompt, kind=Kind.AMOUNT),))
    if price is not None and not product.key_in_price:
        return Refused(say("{name} has a price of its own. Add it without a price.", name=product.name))
    cart = add_line(
        context.open_cart, product, context.settings, quantity, price, params.get("code", "").strip()
    )
    context.cart = replace(cart, selected=frozenset())
    line = cart.lines[-1]
    return Done(
        say(
            "Added {quantity} × {name}   {amount}",
            quantity=pieces(line.quantity_thousandths),
            name=line.name,
            amount=Money(line.amount_minor, cart.currency),
        ),
        {"line": line.number},
    )
