"""What the sheets that begin something with an order open with, so that Enter is mostly enough."""

from collections.abc import Mapping
from datetime import timedelta

from pos_app.acting_views import CancelView, CreateView, PartLineView, PartsView, PayView
from pos_app.language.language import Language
from pos_app.operations.acting import customer_of, left_here
from pos_app.operations.context import RegisterContext
from pos_app.operations.quotes import DAYS_VALID
from pos_app.register.known_order import KnownOrder
from pos_app.register.line_states import line_state
from pos_app.register.sheet_defaults import order_kind, order_kinds
from pos_app.views import ChoiceView, DaysView, FactView
from retail.catalog import Product
from retail.messages import phrase
from retail.money import Money
from retail.orders.cancellation import default_charge, start_cancellation
from retail.orders.delivery import DAYS_AHEAD_MAX
from retail.orders.facts import Action
from retail.orders.order import OrderLine
from retail.orders.steps import left_for
from retail.permissions import Right
from retail.quantity import pieces
from retail.totals import Totals, totals_of

PARTS = {
    "order.pick_up": (
        Action.PICK_UP,
        phrase("Pick up {order} \u2013 {customer}"),
        phrase("Hand out, then pay"),
    ),
    "fulfilment.pick": (Action.PICK, phrase("Picked of {order} \u2013 {customer}"), phrase("Mark as picked")),
    "fulfilment.unpick": (
        Action.UNPICK,
        phrase("Put back of {order} \u2013 {customer}"),
        phrase("Undo picking"),
    ),
    "fulfilment.ready": (
        Action.READY,
        phrase("Ready for collection: {order} \u2013 {customer}"),
        phrase("Ready for collection"),
    ),
    "fulfilment.pack": (Action.PACK, phrase("Packed of {order} \u2013 {customer}"), phrase("Mark as packed")),
    "fulfilment.unpack": (
        Action.UNPACK,
        phrase("Unpacked of {order} \u2013 {customer}"),
        phrase("Undo packing"),
    ),
    "fulfilment.ship": (Action.SHIP, phrase("Ship {order} \u2013 {customer}"), phrase("Ship")),
}
"""Operations on parts of lines: the action they are, and the title and the button of their sheet."""


def parts_view(
    context: RegisterContext, order: KnownOrder, operation: str, lines: tuple[int, ...], consequence: str
) -> PartsView:
    """How much of each line; no `lines` means all that can be handed out here."""
    action, title, primary = PARTS[operation]
    say = context.language.say
    left = left_to_do(order, action, context.settings.store)
    chosen = [line for line in order.lines if left.get(line.number) and (not lines or line.number in lines)]
    return PartsView(
        id=order.id,
        operation=operation,
        title=say(title, order=order.reference, customer=order.customer_name),
        primary=say(primary),
        lines=tuple(
            _part(line, left[line.number], context.shop.product(line.product), action, context.language)
            for line in chosen
        ),
        consequence=consequence,
        collector=(order.collector or order.customer_name) if action is Action.PICK_UP else "",
        shelf=next((line.shelf for line in chosen if line.shelf), "") if action is Action.READY else None,
    )  # fmt: skip


def left_to_do(order: KnownOrder, action: Action, store: str) -> Mapping[int, int]:
    """How much of each line an action is still to be taken on here, in thousandths by its number."""
    if action is Action.PICK_UP:
        return left_here(order, store)
    return {
        line.number: left_for(line, action)
        for line in order.lines
        if line.store == store and line.open_thousandths
    }


def _part(
    line: OrderLine, most: int, product: Product | None, action: Action, language: Language
) -> PartLineView:
    left = language.say(
        "{left} of {ordered} left", left=pieces(most), ordered=pieces(line.ordered_thousandths)
    )
    asks = product is not None and product.asks_serial and action in (Action.PICK_UP, Action.SHIP)
    return PartLineView(
        line.number,
        line.product,
        line.name,
        f"{left} \u00b7 {line_state(line, language)}",
        most,
        asks_serial=asks,
        codes=() if product is None else (product.number, *product.barcodes),
    )


def cancel_view(context: RegisterContext, order: KnownOrder) -> CancelView:
    """The cancellation with what it costs by default."""
    settings, language = context.settings, context.language
    charge = default_charge(order.state, settings)
    cart = start_cancellation(order.state, customer_of(context, order), settings, context.ids.new(), charge)
    return CancelView(
        id=order.id,
        title=language.say(
            "Cancel order {order} \u2013 {customer}",
            order=order.reference, customer=order.customer_name,
        ),
        reasons=reasons_of(settings.cancel_reasons, language),
        deposit=language.amount(order.deposit_available_minor, order.currency),
        charge=str(Money(charge, order.currency)).replace(".", language.notation.decimal_mark),
        currency=order.currency,
        locked=context.user is None or Right.CANCELLATION_CHARGE not in context.user.rights,
        result=cancellation_result(totals_of(cart, settings), order.currency, language),
    )  # fmt: skip


def cancellation_result(totals: Totals, currency: str, language: Language) -> FactView:
    """What a cancellation ends with: the refund, or what the charge is more than the deposit."""
    if totals.due_minor > 0:
        return FactView(language.say("To be paid"), language.amount(totals.due_minor, currency))
    return FactView(language.say("Refund to customer"), language.amount(-totals.due_minor, currency))


def pay_view(context: RegisterContext, order: KnownOrder) -> PayView:
    """What was paid of the order and what is left; asked for is what has gone unpaid, else all of it."""
    language, say, state = context.language, context.language.say, order.state
    sums = [
        (say("Order total"), state.total_minor - state.returned_minor),
        (say("Paid so far"), state.paid_minor),
        (say("Left to pay"), state.balance_minor),
    ]
    note, asked = "", state.to_pay_minor
    if state.owed_minor:
        note = say("More was paid than the order comes to; all of that goes back.")
    if state.unpaid_minor > 0:
        asked = state.unpaid_minor
        unpaid = Money(state.unpaid_minor, order.currency)
        note = say(
            "The card on file was declined: {unpaid} of goods that have gone is not paid.", unpaid=unpaid
        )
    return PayView(
        id=order.id,
        title=say(
            "Payment on {order} \u2013 {customer}", order=order.reference, customer=order.customer_name
        ),
        facts=tuple(FactView(name, language.amount(minor, order.currency)) for name, minor in sums),
        asked=str(Money(asked, order.currency)).replace(".", language.notation.decimal_mark),
        currency=order.currency,
        note=note,
    )


def create_view(context: RegisterContext) -> CreateView:
    """Order or quote, as the store's setting preselects it (decision 11)."""
    cart, today = context.open_cart, context.today
    chosen, expires = order_kind(cart, context.settings), today + timedelta(days=DAYS_VALID)
    if cart.terms is not None:
        expires = cart.terms.expires or expires
    return CreateView(
        kinds=order_kinds(cart, context.language),
        kind=chosen.value,
        days=DaysView(expires, today, today, today + timedelta(days=DAYS_AHEAD_MAX)),
    )


def reasons_of(reasons: tuple[str, ...], language: Language) -> tuple[ChoiceView, ...]:
    """The reasons of the store, to choose from."""
    return tuple(ChoiceView(reason, language.name(reason)) for reason in reasons)
