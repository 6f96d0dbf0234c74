"""What the buttons of the window start, and why one cannot be pressed now: the same needs the dispatcher checks."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from pos_app.language.language import Language
from pos_app.operations.context import RegisterContext
from pos_app.operations.registry import Needs, Registry
from pos_app.register.act_words import DISCARD, why_fixed
from pos_app.register.needs import missing_need
from pos_app.views import WINDOW_IDS, ButtonView, GridPageView, StepView
from retail.carried_serials import lacks_serials
from retail.cart import Balance, Cart, CartKind
from retail.errors import RuleBroken
from retail.layout import Button, Page
from retail.messages import phrase
from retail.money import Money
from retail.orders.rest import reservation_of
from retail.orders.terms import check_concludable
from retail.refunds import REFUNDS, original_card, ways
from retail.settings import StoreSettings
from retail.tender import TenderType
from retail.totals import Totals, totals_of

NOTHING_DUE = phrase("Nothing is due. Scan or type an item.")
NOT_BUILT = phrase("This register cannot do that yet. Tell headquarters that the button is here.")
ASK_FOR_CUSTOMER = frozenset(
    {
        "order.ship_all",
        "order.ship_selected",
        "order.pick_up_all",
        "order.pick_up_selected",
        "order.create",
        "quote.create",
    }
)
"""What begins with choosing the customer where there is none yet."""
WINDOW_TITLES: Mapping[str, str] = {
    "customer.search": phrase("Customer search"),
    "product.search": phrase("Product search"),
    "payment.open": phrase("Payment"),
    "order.find": phrase("Find order"),
    "return.open": phrase("Return transaction"),
    "fulfilment.open": phrase("Order fulfilment"),
    "welcome.open": phrase("Welcome"),
    "sync.centre": phrase("Sync centre"),
    "scanner.test": phrase("Scanner test"),
    "health.open": phrase("Health"),
    "shift.manage": phrase("Manage shifts"),
}
"""What the window's own ids are called where a layout does not say."""
NOTES: Mapping[str, tuple[str, ...]] = {
    "NOK": ("50", "100", "200", "500"),
    "JPY": ("1000", "2000", "5000", "10000"),
}
CARD_KEY = "F11"
"""What is due by card; once nothing is due, a card for the rest."""
NOTES_ELSEWHERE = ("10", "20", "50", "100")
"""The notes people pay with, for the buttons that mean *cash tendered N*."""


def grid_pages(
    pages: tuple[Page, ...], registry: Registry, context: RegisterContext, counts: Callable[[str], int]
) -> tuple[GridPageView, ...]:
    """Pages of the layout with what can be pressed now."""
    language = context.language
    return tuple(
        GridPageView(
            page.title.get(language.code) or language.name(page.name),
            tuple(
                ButtonView(
                    text=_label(button, registry, context),
                    operation=button.operation,
                    params=button.params,
                    role=button.role,
                    key=button.key,
                    why_not=why_not(button.operation, registry, context),
                    needs_approval=needs_approval(button.operation, registry, context),
                    count=counts(button.count),
                    icon=button.icon,
                    row=button.row,
                    column=button.column,
                    width=button.width,
                    height=button.height,
                )
                for button in page.buttons
            ),
            page.rows,
            page.columns,
            page.size,
        )
        for page in pages
    )


def _label(button: Button, registry: Registry, context: RegisterContext) -> str:
    """The layout's own text; what would void a sale discards what is being done to an order."""
    if button.operation == "transaction.void" and context.cart is not None and context.cart.act is not None:
        return context.language.say(DISCARD)
    return label_of(button, registry, context.language)


def label_of(button: Button, registry: Registry, language: Language) -> str:
    """What stands on a button: its own text, else what the operation is called, in a language or in English."""
    operation = registry.get(button.operation)
    title = WINDOW_TITLES.get(button.operation, "") if operation is None else operation.title
    return button.text.get(language.code) or language.label(button.operation, button.text.get("en") or title)


def why_not(operation_id: str, registry: Registry, context: RegisterContext) -> str:
    """Why an operation cannot start now; empty where it can."""
    fixed = why_fixed(operation_id, context.cart)
    if fixed is not None:
        return context.language.tell(fixed)
    operation = registry.get(operation_id)
    if operation is None:
        return "" if operation_id in WINDOW_IDS else context.language.word(NOT_BUILT)
    needs = operation.needs - {Needs.CUSTOMER} if operation_id in ASK_FOR_CUSTOMER else operation.needs
    missing = missing_need(needs, context)
    return "" if missing is None else context.language.tell(missing)


def needs_approval(operation_id: str, registry: Registry, context: RegisterContext) -> bool:
    """Whether the present user lacks the right for it."""
    operation = registry.get(operation_id)
    if operation is None or operation.permission is None or context.user is None:
        return False
    return operation.permission not in context.user.rights


def tender_buttons(context: RegisterContext, cart: Cart, totals: Totals) -> tuple[ButtonView, ...]:
    """The fixed eight; with nothing due the first one concludes, or opens the sheet that settles what is open.

    Where money is to be paid back, cash and card give it back.
    """
    say = context.language.say
    lacking = next((line for line in cart.active_lines if lacks_serials(line)), None)
    if lacking is not None:
        return _serials_first(context, cart, lacking.number)
    if totals.due_minor < 0:
        return _refund_buttons(context, cart, totals)
    nothing_due = "" if totals.due_minor > 0 else say(NOTHING_DUE)
    first = ButtonView(say("Cash exact"), "tender.cash", {"amount": None}, "payment", "F12", nothing_due)
    if totals.due_minor <= 0 and (cart.active_lines or cart.act is not None):
        is_ready = conclude_problem(context, cart) == ""
        first = ButtonView(
            say("Conclude"), "transaction.conclude" if is_ready else "payment.open", {}, "payment", "F12"
        )
    nothing_sold = "" if cart.active_lines or cart.act is not None else say(NOTHING_DUE)
    notes = NOTES.get(cart.currency, NOTES_ELSEWHERE)
    return (
        first,
        ButtonView(say("Cash"), "tender.cash", {}, "payment", "", nothing_due),
        ButtonView(say("Card"), "tender.card", {}, "payment", CARD_KEY, nothing_due),
        ButtonView(say("More"), "payment.open", {}, "payment", "F10", nothing_sold),
        *[ButtonView(note, "tender.cash", {"amount": note}, "payment", "", nothing_due) for note in notes],
    )


def _serials_first(context: RegisterContext, cart: Cart, line: int) -> tuple[ButtonView, ...]:
    """No money before a serial number that is missing: the first button asks for it."""
    say, problem = context.language.say, conclude_problem(context, cart)
    return (
        ButtonView(say("Serial number"), "line.serials", {"line": line}, "payment", "F12"),
        ButtonView(say("Cash"), "tender.cash", {}, "payment", "", problem),
        ButtonView(say("Card"), "tender.card", {}, "payment", CARD_KEY, problem),
        ButtonView(say("More"), "payment.open", {}, "payment", "F10", problem),
        *[
            ButtonView(note, "tender.cash", {"amount": note}, "payment", "", problem)
            for note in NOTES.get(cart.currency, NOTES_ELSEWHERE)
        ],
    )


def _refund_buttons(context: RegisterContext, cart: Cart, totals: Totals) -> tuple[ButtonView, ...]:
    """Cash and card at their places; what the refund policy does not give by says so, a known card shows its digits."""
    say, settings = context.language.say, context.settings
    open_ways = ways(cart, settings) if cart.act is not None and cart.kind is CartKind.RETURN else REFUNDS
    policy = say("The refund policy of this store gives nothing back that way.")
    no_cash = "" if TenderType.CASH in open_ways else policy
    no_card = "" if TenderType.CARD in open_ways else policy
    original = original_card(None if cart.act is None else cart.act.order, 1)
    card = (
        say("Refund card")
        if original is None
        else say("Refund card {last_four}", last_four=original.last_four)
    )
    owed = Money(-totals.due_minor, cart.currency)
    back = say("{owed} is to be paid back, so nothing can be paid. Refund it.", owed=owed)
    notes = NOTES.get(cart.currency, NOTES_ELSEWHERE)
    return (
        ButtonView(say("Refund cash"), "tender.refund_cash", {"amount": None}, "payment", "F12", no_cash),
        ButtonView(say("Refund part"), "tender.refund_cash", {}, "payment", "", no_cash),
        ButtonView(card, "tender.refund_card", {}, "payment", CARD_KEY, no_card),
        ButtonView(say("More"), "payment.open", {}, "payment", "F10"),
        *[ButtonView(note, "tender.cash", {"amount": note}, "payment", "", back) for note in notes],
    )


def finishing(context: RegisterContext, cart: Cart) -> tuple[StepView, ...]:
    """The steps that end the sale without another tap; none while something is due or undecided."""
    if conclude_problem(context, cart) == "":
        return (StepView("transaction.conclude"),)
    if not may_pay_at_pickup(cart, context.settings):
        return ()
    arranged = with_balance(cart)
    if conclude_problem(context, arranged):
        return ()
    return (
        StepView("order.balance", {"arrangement": Balance.PAY_AT_PICKUP.value}),
        StepView("transaction.conclude"),
    )


def is_undecided(context: RegisterContext, cart: Cart) -> bool:
    """Nothing is due, but how the rest of the order is paid needs a choice."""
    totals = totals_of(cart, context.settings)
    if cart.kind is not CartKind.ORDER or totals.due_minor != 0 or totals.balance_minor <= 0:
        return False
    return cart.terms is not None and cart.terms.balance is None and not finishing(context, cart)


def conclude_problem(context: RegisterContext, cart: Cart) -> str:
    """Why the cart cannot be concluded as it is; empty where it can. Headquarters is not asked for this."""
    try:
        check_concludable(cart, context.settings, context.today)
    except RuleBroken as broken:
        return context.language.tell(broken.message)
    return ""


def may_pay_at_pickup(cart: Cart, settings: StoreSettings) -> bool:
    """The rest can be paid when the goods are fetched: an order with something left, none of it for shipped goods."""
    if cart.kind is not CartKind.ORDER:
        return False
    totals = totals_of(cart, settings)
    return totals.balance_minor > 0 and reservation_of(cart, settings, totals) == 0


def with_balance(cart: Cart) -> Cart:
    """The cart as it would be with the rest paid at pickup."""
    terms = cart.terms
    return cart if terms is None else replace(cart, terms=replace(terms, balance=Balance.PAY_AT_PICKUP))
