"""What the sheets of the sale open with: defaults filled in, so that Enter is enough."""

from datetime import timedelta

from pos_app.operations.context import RegisterContext
from pos_app.operations.deposits import card_facts
from pos_app.register.buttons import conclude_problem, may_pay_at_pickup, tender_buttons
from pos_app.register.sale_views import (
    arrangement_text,
    due_caption,
    percent_text,
    store_name,
    tender_rows,
)
from pos_app.register.wording import amount_text, count_text
from pos_app.views import (
    ArrangementView,
    ButtonView,
    ChoiceView,
    CustomerFormView,
    DaysView,
    DepositView,
    PaymentView,
    PickUpView,
    ShipView,
)
from retail.cart import Balance, Cart, CartKind
from retail.money import Money
from retail.orders.delivery import DAYS_AHEAD_MAX, first_open_day, plan_pickup
from retail.settings import StoreSettings
from retail.totals import totals_of

LANGUAGES = (ChoiceView("en", "English"), ChoiceView("nb", "Norsk"), ChoiceView("nl", "Nederlands"))


def ship_view(context: RegisterContext, lines: tuple[int, ...], consequence: str) -> ShipView:
    """The ship sheet with the store's own defaults."""
    settings, cart = context.settings, context.open_cart
    addresses = () if cart.customer is None else cart.customer.addresses
    no_code = settings.shipping_charge_code is None
    days = DaysView(
        chosen=first_open_day(context.today, 1, settings.closed_weekdays),
        today=context.today,
        earliest=context.today,
        latest=context.today + timedelta(days=DAYS_AHEAD_MAX),
    )
    return ShipView(
        title=_title("Ship", cart, lines),
        places=(ChoiceView(settings.store, store_name(settings.store, settings)),),
        place=settings.store,
        addresses=tuple(ChoiceView(each.id, str(each), each.purpose.capitalize()) for each in addresses),
        address=addresses[0].id if addresses else "",
        modes=tuple(ChoiceView(mode, mode.capitalize()) for mode in settings.delivery_modes),
        mode=settings.delivery_modes[0],
        days=days,
        charge_why_not="No charge code for shipping is set up." if no_code else "",
        consequence=consequence,
    )


def pick_up_view(
    context: RegisterContext, lines: tuple[int, ...], store: str, consequence: str
) -> PickUpView:
    """The pick-up sheet; the days are those of the chosen store."""
    settings = context.settings
    group = {place.store: place for place in settings.pickup_stores}
    chosen = store if store in group else settings.store
    closed = group[chosen].closed_weekdays if chosen in group else settings.closed_weekdays
    stores = [settings.store, *[each for each in group if each != settings.store]]
    here = f"{store_name(settings.store, settings)} (this store)"
    return PickUpView(
        title=_title("Pick up", context.open_cart, lines),
        stores=tuple(
            ChoiceView(each, here if each == settings.store else store_name(each, settings))
            for each in stores
        ),
        store=chosen,
        days=DaysView(
            chosen=plan_pickup(settings, context.today, chosen).date,
            today=context.today,
            earliest=context.today,
            latest=context.today + timedelta(days=DAYS_AHEAD_MAX),
            closed_weekdays=closed,
        ),
        collector="" if context.open_cart.terms is None else context.open_cart.terms.collector,
        consequence=consequence,
    )


def deposit_view(context: RegisterContext) -> DepositView:
    """The deposit sheet: what is calculated, what is asked for now, what it may be at least."""
    cart, settings = context.open_cart, context.settings
    totals = totals_of(cart, settings)
    business = cart.customer is not None and cart.customer.business
    percent = "0" if business else percent_text(settings.deposit_percent)
    return DepositView(
        total=amount_text(totals.total_minor, cart.currency),
        default_label=f"Default deposit {percent} %",
        default=str(Money(totals.calculated_deposit_minor, cart.currency)),
        current=amount_text(totals.deposit_minor, cart.currency),
        least=amount_text(totals.carry_out_minor, cart.currency),
        currency=cart.currency,
        reasons=tuple(ChoiceView(reason, reason) for reason in settings.override_reasons),
        note="Any other amount than the default is approved by a manager in the next step.",
    )


def payment_view(context: RegisterContext) -> PaymentView:
    """The payment sheet."""
    cart, settings = context.open_cart, context.settings
    totals = totals_of(cart, settings)
    problem = conclude_problem(context, cart)
    rest = amount_text(totals.balance_minor, cart.currency)
    has_rest = cart.kind is CartKind.ORDER and totals.balance_minor > 0
    return PaymentView(
        caption=due_caption(cart, totals),
        due=amount_text(totals.due_minor, cart.currency),
        paid=amount_text(totals.paid_minor, cart.currency),
        currency=cart.currency,
        tenders=tender_rows(cart.tenders, cart.currency),
        buttons=tender_buttons(context, cart, totals),
        balance=f"{arrangement_text(cart, totals) or f'The other {rest} will be paid'}:" if has_rest else "",
        arrangements=_arrangements(cart, settings) if has_rest else (),
        primary=ButtonView("Conclude", "transaction.conclude", {}, "payment", why_not=problem),
    )


def _arrangements(cart: Cart, settings: StoreSettings) -> tuple[ArrangementView, ...]:
    chosen = cart.terms.balance if cart.terms is not None else None
    pickup = "" if may_pay_at_pickup(cart, settings) else "Shipped goods cannot be paid at pickup."
    card = card_facts()
    return (
        ArrangementView(
            "At pickup",
            "order.balance",
            {"arrangement": Balance.PAY_AT_PICKUP.value},
            chosen is Balance.PAY_AT_PICKUP,
            pickup,
        ),
        ArrangementView(
            "Card for the rest",
            "order.balance",
            {"arrangement": Balance.CARD_ON_FILE.value},
            chosen is Balance.CARD_ON_FILE,
            "" if card.possible else f"{card.why_not} Choose Pay in full.",
        ),
        ArrangementView("Pay in full now", "deposit.pay_in_full", {}),
    )


def customer_form(context: RegisterContext, *, is_online: bool) -> CustomerFormView:
    """What a new customer is asked, and how they will be kept."""
    settings, note, refusal = context.settings, "", ""
    if settings.filter_shared_customer_data and not is_online:
        refusal = "Headquarters does not answer, and this store makes customers only with it."
    elif settings.async_customers:
        note = "Saved here and sent later. The customer number follows."
    elif not is_online:
        note = "Offline: saved here, sent later. The number follows when headquarters has answered."
    language = settings.language if settings.language in {each.value for each in LANGUAGES} else "en"
    return CustomerFormView(LANGUAGES, language, country=settings.country, note=note, why_not=refusal)


def consequence_of(cart: Cart, settings: StoreSettings) -> str:
    """What an order would mean for the customer's purse: `Due now 134.80 (10 %) · at pickup 1,213.20`."""
    totals = totals_of(cart, settings)
    due = amount_text(totals.due_minor, cart.currency)
    if cart.kind is CartKind.SALE:
        return f"To pay {due}"
    total = amount_text(totals.total_minor, cart.currency)
    later = amount_text(totals.balance_minor, cart.currency)
    return f"Order {total} · due now {due} · later {later}"


def _title(verb: str, cart: Cart, lines: tuple[int, ...]) -> str:
    if lines:
        return f"{verb} {count_text(len(lines), 'line')}"
    return f"{verb} all {count_text(len(cart.active_lines), 'line')}"
