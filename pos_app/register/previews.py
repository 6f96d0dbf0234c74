"""What a step would do, before it is done: the operation's own handler on a draft that nobody keeps."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from pos_app.operations.context import RegisterContext
from pos_app.register.dispatcher import Dispatcher
from pos_app.register.order_sheets import cancellation_result
from pos_app.register.sheet_defaults import consequence_of
from pos_app.register.shift_views import over_short_shown
from pos_app.views import PreviewView
from retail.cart import Cart, line_of
from retail.errors import RuleBroken
from retail.money import Money
from retail.orders.deposit import required_deposit
from retail.orders.invoices import has_number
from retail.orders.order import OrderState
from retail.rounding import divide
from retail.totals import totals_of


@dataclass(frozen=True, slots=True)
class _AssumedThere:
    """Stands in for headquarters: a preview is made at every key press and must never wait for anybody.

    `answered` are the orders that it answered with before.
    """

    answered: Mapping[str, OrderState]

    def answers(self) -> bool:
        return True

    def order(self, id: str) -> OrderState | None:
        return self.answered.get(id)

    def named(self, number: str) -> list[OrderState]:
        return [order for order in self.answered.values() if has_number(order, number)]

    def ask(self, document: str, by: str, words: str) -> None:
        """Nothing is asked by a preview."""


def preview(
    dispatcher: Dispatcher,
    context: RegisterContext,
    operation: str,
    params: Mapping[str, object],
    answered: Mapping[str, OrderState],
) -> PreviewView:
    """What the operation would do with these params; a deposit may be given as `percent`."""
    context.headquarters = _AssumedThere(answered)
    language = context.language
    values: dict[str, object] = {}
    before = context.cart
    try:
        asked = _with_amount(context, params) if operation == "deposit.override" else params
        problem = dispatcher.try_out(operation, asked, context)
    except RuleBroken as broken:
        return PreviewView(problem=language.tell(broken.message))
    if problem is not None:
        return PreviewView(problem=language.tell(problem))
    if operation == "deposit.override":
        values = _deposit_values(context)
    if operation == "order.cancel":
        values = _cancellation_values(context)
    if operation == "shift.close" and "counted" in params:
        return PreviewView(over_short_shown(context, params["counted"]))
    if "line" in params and context.cart is not None:
        values = _change_of(before, context, params["line"])
    consequence = "" if context.cart is None else consequence_of(context.cart, context.settings, language)
    return PreviewView(consequence, values=values)


def _with_amount(context: RegisterContext, params: Mapping[str, object]) -> Mapping[str, object]:
    """The params with the amount that a typed share comes to."""
    percent = params.get("percent")
    others = {name: value for name, value in params.items() if name != "percent"}
    if percent is None:
        return others
    try:
        share = Decimal(str(percent).replace(",", "."))
    except InvalidOperation:
        share = Decimal(-1)
    if not 0 <= share <= 100:
        raise RuleBroken("'{percent}' is not a share. Type 0 to 100.", percent=percent)
    cart = context.open_cart
    totals = totals_of(cart, context.settings)
    amount = required_deposit(totals.total_minor, totals.carry_out_minor, share)
    return {**others, "amount": str(Money(amount, cart.currency))}


def _cancellation_values(context: RegisterContext) -> dict[str, object]:
    totals = totals_of(context.open_cart, context.settings)
    result = cancellation_result(totals, context.open_cart.currency, context.language)
    return {"result": result.label, "amount": result.value}


def _change_of(before: Cart | None, context: RegisterContext, number: object) -> dict[str, object]:
    """What a line comes to before and after, as `899.00 → 799.00`."""
    cart, language = context.open_cart, context.language
    if before is None or not isinstance(number, int):
        return {}
    amounts = [language.amount(line_of(each, number).amount_minor, cart.currency) for each in (before, cart)]
    return {"change": " → ".join(amounts)}


def _deposit_values(context: RegisterContext) -> dict[str, object]:
    cart = context.open_cart
    totals = totals_of(cart, context.settings)
    rest = totals.total_minor - totals.carry_out_minor
    tenths = divide((totals.deposit_minor - totals.carry_out_minor) * 1000, rest) if rest else 0
    return {
        "amount": context.language.amount(totals.deposit_minor, cart.currency),
        "percent": context.language.write(Decimal(tenths) / 10),
    }
