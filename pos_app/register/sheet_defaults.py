"""What the sheets of the sale open with: defaults filled in, so that Enter is enough."""

from dataclasses import replace
from decimal import Decimal

from pos_app.language.glossary import LANGUAGES
from pos_app.language.language import FALLBACK, Language, known_code
from pos_app.operations.context import RegisterContext
from pos_app.operations.deposits import card_facts
from pos_app.register.act_words import act_consequence
from pos_app.register.buttons import CARD_KEY, conclude_problem, may_pay_at_pickup, tender_buttons
from pos_app.register.customer_views import consent_choices, preferences_view
from pos_app.register.sale_views import (
    arrangement_text,
    due_caption,
    tender_rows,
)
from pos_app.views import (
    ArrangementView,
    ButtonView,
    ChoiceView,
    CustomerFormView,
    DepositView,
    PaymentView,
)
from retail.cart import Balance, Cart, CartKind
from retail.customer_actions import may_have_affiliation, may_have_contacts
from retail.customer_required import needed
from retail.money import Money
from retail.orders.pickup import deposit_share
from retail.receipt_parts import plain
from retail.settings import StoreSettings
from retail.totals import totals_of


def order_kinds(cart: Cart, language: Language) -> tuple[ChoiceView, ...]:
    """Order and quote, where it can still be chosen: an order that exists stays what it is."""
    if cart.act is not None:
        return ()
    return (
        ChoiceView(CartKind.ORDER.value, language.say("Customer order")),
        ChoiceView(CartKind.QUOTE.value, language.say("Quote")),
    )


def order_kind(cart: Cart, settings: StoreSettings) -> CartKind:
    """What the cart is, or becomes unless somebody says otherwise: the store's setting preselects it (decision 11)."""
    if cart.terms is not None:
        return cart.terms.kind
    return CartKind.QUOTE if settings.default_order_type == CartKind.QUOTE else CartKind.ORDER


def deposit_view(context: RegisterContext) -> DepositView:
    """The deposit sheet: what is calculated, what is asked for now, what it may be at least."""
    cart, settings, language = context.open_cart, context.settings, context.language
    totals = totals_of(cart, settings)
    business = cart.customer is not None and cart.customer.business
    percent = Decimal(0) if business else plain(settings.deposit_percent)
    return DepositView(
        total=language.amount(totals.total_minor, cart.currency),
        default_label=language.say("Default deposit {percent} %", percent=percent),
        default=language.amount(totals.calculated_deposit_minor, cart.currency),
        current=language.amount(totals.deposit_minor, cart.currency),
        least=language.amount(totals.carry_out_minor, cart.currency),
        currency=cart.currency,
        reasons=tuple(ChoiceView(reason, language.name(reason)) for reason in settings.override_reasons),
        note=language.say("Any other amount than the default is approved by a manager in the next step."),
    )


def payment_view(context: RegisterContext, *, is_online: bool) -> PaymentView:
    """The payment sheet; `is_online` says whether a card can be taken for later."""
    cart, settings, language = context.open_cart, context.settings, context.language
    totals = totals_of(cart, settings)
    problem = conclude_problem(context, cart)
    open_rest = language.say(
        "The other {rest} will be paid", rest=language.amount(totals.balance_minor, cart.currency)
    )
    has_rest = cart.kind is CartKind.ORDER and totals.balance_minor > 0
    steering = deposit_choices(cart, settings, language)
    balance = f"{arrangement_text(cart, totals, language) or open_rest}:" if has_rest else ""
    return PaymentView(
        caption=due_caption(cart, totals, language),
        due=language.amount(abs(totals.due_minor), cart.currency),
        paid=language.amount(totals.paid_minor, cart.currency),
        currency=cart.currency,
        tenders=tender_rows(cart.tenders, cart.currency, language),
        buttons=tender_buttons(context, cart, totals),
        balance=language.say("How much of the deposit is used?") if steering else balance,
        arrangements=steering
        or (_arrangements(cart, settings, language, is_online=is_online) if has_rest else ()),
        primary=ButtonView(language.say("Conclude"), "transaction.conclude", {}, "payment", why_not=problem),
    )


def deposit_choices(cart: Cart, settings: StoreSettings, language: Language) -> tuple[ArrangementView, ...]:
    """How much of an overridden deposit a pickup uses (D15): none, its part, all that fits, or another amount."""
    act, say = cart.act, language.say
    if act is None or not act.may_steer or act.order is None or not act.deposit_available_minor:
        return ()
    goods = totals_of(cart, settings).total_minor
    in_part = deposit_share(act.order, goods)
    most = min(act.deposit_available_minor, goods)
    amounts = {0: say("None"), in_part: say("Its part"), most: say("All that fits")}
    choices = [
        ArrangementView(
            f"{words} {language.amount(minor, cart.currency)}" if minor else words,
            "deposit.use",
            {"amount": str(Money(minor, cart.currency))},
            minor == act.applied_minor,
        )
        for minor, words in amounts.items()
    ]
    is_another = act.applied_minor not in amounts
    return (*choices, ArrangementView(say("Another amount \u2026"), "deposit.use", {}, is_another))


def _arrangements(
    cart: Cart, settings: StoreSettings, language: Language, *, is_online: bool
) -> tuple[ArrangementView, ...]:
    chosen = cart.terms.balance if cart.terms is not None else None
    say = language.say
    pickup = (
        ""
        if may_pay_at_pickup(cart, settings)
        else say("Shipped goods cannot be paid at pickup. Choose a card for the rest, or Pay in full.")
    )
    card = card_facts(is_online=is_online)
    is_paid = totals_of(cart, settings).due_minor == 0
    return (
        ArrangementView(
            say("At pickup"),
            "order.balance",
            {"arrangement": Balance.PAY_AT_PICKUP.value},
            chosen is Balance.PAY_AT_PICKUP,
            pickup,
        ),
        ArrangementView(
            say("Card for the rest"),
            "order.balance",
            {"arrangement": Balance.CARD_ON_FILE.value},
            chosen is Balance.CARD_ON_FILE,
            "" if card.possible else say("{why} Choose Pay in full.", why=card.why_not),
            CARD_KEY if is_paid else "",
        ),
        ArrangementView(
            say("Card for a part \u2026"),
            "order.add_card",
            {},
            False,
            "" if card.possible else say("{why} Choose Pay in full.", why=card.why_not),
        ),
        ArrangementView(say("Pay in full now"), "deposit.pay_in_full", {}),
    )


def customer_form(context: RegisterContext, *, is_online: bool) -> CustomerFormView:
    """What a new customer is asked, and how they will be kept."""
    settings, say, note, refusal = context.settings, context.language.say, "", ""
    if settings.filter_shared_customer_data and not is_online:
        refusal = say(
            "Headquarters does not answer, and this store makes customers only with it. "
            "Sell without a customer, or try again later."
        )
    elif settings.async_customers:
        note = say("Saved here and sent later. The customer number follows.")
    elif not is_online:
        note = say("Offline: saved here, sent later. The number follows when headquarters has answered.")
    takes_affiliation = may_have_affiliation(settings, online=is_online)
    if not takes_affiliation:
        note = f"{note} {say('An affiliation is possible when the customer number has arrived.')}".strip()
    languages = tuple(ChoiceView(code, name) for code, name in LANGUAGES.items())
    asked = needed(settings)
    required = "" if asked is None else say("Needed here: name, {what}", what=asked)
    default = settings.default_customer
    language = known_code(default.language or settings.language) or FALLBACK
    return CustomerFormView(
        languages, language, country=settings.country, note=note, why_not=refusal, type=default.type.value,
        required=required, takes_affiliation=takes_affiliation,
        takes_contacts=may_have_contacts(settings, online=is_online),
        consents=consent_choices(context.language) if settings.further_contacts else (),
        preferences=replace(
            preferences_view(settings, context.language), receipt=default.receipt_option, group=default.group
        ),
    )  # fmt: skip


def consequence_of(cart: Cart, settings: StoreSettings, language: Language) -> str:
    """What an order would mean for the customer's purse: `Order 1,348.00 · due now 134.80 · later 1,213.20`."""
    totals = totals_of(cart, settings)
    if cart.act is not None:
        return act_consequence(cart, cart.act, totals, language)
    due = Money(totals.due_minor, cart.currency)
    if cart.kind is CartKind.SALE:
        return language.say("To pay {due}", due=due)
    return language.say(
        "Order {total} · due now {due} · later {later}",
        total=Money(totals.total_minor, cart.currency),
        due=due,
        later=Money(totals.balance_minor, cart.currency),
    )
