"""Taking goods back: of an order, of a plain sale by its receipt, or without one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from pos_app.operations.acting import ON_AN_ORDER, WHICH, customer_of, opened, with_approver
from pos_app.operations.context import Bound, RegisterContext
from pos_app.operations.lines import read_serials
from pos_app.operations.registry import Ask, Asks, Done, Kind, Needs, Outcome, Params, Refused, operation
from pos_app.operations.sale import one_product
from pos_app.register.known_order import KnownOrder
from pos_app.register.returnable import check_offline_return, sale_meant, things_named
from retail.blind_returns import Brought, take_back_blind
from retail.cart import Cart
from retail.customers import Customer
from retail.limit_words import return_limit
from retail.messages import say
from retail.money import Money
from retail.orders.facts import Action
from retail.orders.invoices import invoices_of_goods, is_named
from retail.orders.returns import Returned, needs_shipping_right, start_return
from retail.permissions import Right, RoleLimit
from retail.quantity import ONE, pieces
from retail.return_limits import is_above_limit
from retail.rounding import divide
from retail.sale_limits import check_store_quantity, check_takes_returns, check_typed_price
from retail.totals import totals_of

NUMBER = Ask("number", prompt=say("Receipt, order or invoice number"))
WHAT_AND_WHY = Ask("items", prompt=say("What comes back, and why?"), kind=Kind.ITEMS)
WHY = Ask("reason", prompt=say("Why does it come back?"), kind=Kind.CHOICE, choices_from="return_reasons")


@operation("return.find", title="Return transaction", needs={Needs.SIGNED_IN}, asks=(NUMBER,))
def find(context: RegisterContext, params: Params) -> Outcome:
    """Find what goods can come back of by any number on its paper: a receipt's, an order's, an invoice's."""
    found = things_named(context, params["number"])
    rows = [
        {
            "kind": "sale" if each.state.is_sale else "order", "id": each.id, "number": each.reference,
            "invoice": next(
                (one.document for one in invoices_of_goods(each.state) if is_named(one, params["number"])), ""
            ),
        }
        for each in found
    ]  # fmt: skip
    return Done(say("{count} found.", count=len(found)), {"found": rows})


@operation(
    "order.return",
    title="Return",
    needs=ON_AN_ORDER,
    asks=(WHICH,),
    takes={"items": Kind.ITEMS, "shipping": Kind.AMOUNT, "invoice": Kind.TEXT},
)
def take_back(context: RegisterContext, params: Params) -> Outcome:
    """Open what comes back of the order, or of one `invoice` of it, each line with its reason."""
    order = opened(context, params["id"], Action.RETURN)
    return _take_back(context, order, customer_of(context, order), params)


@operation(
    "sale.return",
    title="Return sale",
    needs=ON_AN_ORDER,
    asks=(Ask("id", prompt=say("Which receipt?")),),
    takes={"items": Kind.ITEMS},
)
def take_back_of_sale(context: RegisterContext, params: Params) -> Outcome:
    """Open what comes back of a plain sale, by its id or the number on its receipt; new goods may be added."""
    sale = opened(context, sale_meant(context, params["id"]), Action.RETURN)
    check_offline_return(context)
    return _take_back(context, sale, buyer_of(context, sale), params)


@operation(
    "product.return",
    title="Return product",
    needs={Needs.SIGNED_IN, Needs.OPEN_SHIFT, Needs.READY_TO_SELL},
    permission=Right.BLIND_RETURN,
    asks=(WHY,),
    takes={"code": Kind.TEXT, "number": Kind.TEXT, "quantity": Kind.QUANTITY, "price": Kind.AMOUNT,
           "serials": Kind.TEXT},
)  # fmt: skip
def take_back_product(context: RegisterContext, params: Params) -> Outcome:
    """Take a product back without a receipt, at today's price or a typed one; a higher one needs its right."""
    begun = context.open_cart
    begun = begun if begun.lines else replace(begun, terms=None)
    check_takes_returns(begun, context.settings)
    found = one_product(context, params)
    if isinstance(found, Refused | Asks):
        return found
    product, quantity, price, barcode = found
    if product.asks_serial and "serials" not in params:
        return Asks((Ask("serials", prompt=say("Scan or type the serial number")),))
    brought = Brought(
        divide(params.get("quantity", ONE) * quantity, ONE), params["reason"], price, barcode,
        tuple(read_serials(params.get("serials", ""))),
    )  # fmt: skip
    check_store_quantity(product.name, brought.quantity_thousandths, context.settings)
    cart = take_back_blind(begun, product, brought, context.pricing, context.settings)
    _require_limit(context, cart)
    if "price" in params:
        check_typed_price(product.name, params["price"], context.settings, context.settings.currency)
    if price is not None and not product.key_in_price:
        today = replace(brought, price_minor=None)
        usual = take_back_blind(begun, product, today, context.pricing, context.settings)
        if cart.lines[-1].price_minor > usual.lines[-1].price_minor:
            context.require(Right.PRICE_OVERRIDE)
    context.cart = context.settled(with_approver(context, cart))
    line = context.cart.lines[-1]
    words = say("{quantity} × {name} comes back   {amount}",
                quantity=pieces(-line.quantity_thousandths), name=line.name,
                amount=Money(line.amount_minor, cart.currency))  # fmt: skip
    return Done(words, {"line": line.number})


def buyer_of(context: RegisterContext, sale: KnownOrder) -> Customer | None:
    """Who bought it; None for a stranger."""
    return customer_of(context, sale) if sale.customer_id else None


def _take_back(
    context: RegisterContext, known: KnownOrder, customer: Customer | None, params: Params
) -> Outcome:
    if "items" not in params:
        return Asks((WHAT_AND_WHY,))
    items = _returned(params["items"])
    cart = start_return(
        known.state, items, customer, context.settings, context.ids.new(), params.get("shipping", 0),
        params.get("invoice", ""),
    )  # fmt: skip
    if needs_shipping_right(cart, context.settings):
        context.require(Right.SHIPPING_REFUND)
    _require_limit(context, cart)
    context.cart = with_approver(context, cart)
    due = totals_of(context.cart, context.settings).due_minor
    words = say("{count} lines come back: {back} goes back.",
                count=len(items), back=Money(-due, known.currency))  # fmt: skip
    return Done(words, {"order": known.id, "due_minor": due})


def _returned(items: Sequence[Mapping[str, Any]]) -> list[Returned]:
    return [Returned(each["line"], each["quantity"], each["reason"], each["serials"]) for each in items]


def _require_limit(context: RegisterContext, cart: Cart) -> None:
    """Above the limits of the role somebody else has to agree."""

    def allows(limit: RoleLimit) -> bool:
        return not is_above_limit(cart, context.settings, limit)

    if not allows(context.limit()):
        words = partial(return_limit, currency=cart.currency)
        context.require(Right.RETURN_LIMIT, Bound(allows, words))
