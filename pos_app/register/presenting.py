"""From the session to what the window draws: the whole transaction screen as one frozen view."""

from collections.abc import Iterable

from pos_app.language.glossary import LANGUAGES
from pos_app.language.language import Language
from pos_app.operations.context import RegisterContext
from pos_app.operations.registry import Registry
from pos_app.register.act_words import act_view, why_fixed
from pos_app.register.arriving import arriving_view
from pos_app.register.buttons import finishing, grid_pages, is_undecided, tender_buttons
from pos_app.register.card_payments import unclear_payments
from pos_app.register.customer_views import attributes_on_card
from pos_app.register.live_counts import LiveCounts
from pos_app.register.names import capital, is_listed
from pos_app.register.sale_views import (
    arrangement_text,
    change_view,
    customer_card,
    delivery_rows,
    line_views,
    tender_rows,
    totals_view,
)
from pos_app.register.session import RegisterSession
from pos_app.register.sync_figures import shown_facts
from pos_app.register.sync_state import sync_view
from pos_app.views import (
    ChoiceView,
    HeaderView,
    SaleView,
    Screen,
    SignInView,
    StripView,
    UserTileView,
)
from retail.cart import Cart
from retail.layout import Layout
from retail.messages import phrase
from retail.money import Money
from retail.settings import StoreSettings
from retail.totals import totals_of
from retail.undo import Change
from retail.wire.feeds import StaffRow

SWITCHES = {"sync.work_offline": phrase("Work offline"), "sync.work_online": phrase("Work online")}
"""What the button at the sign-in says."""


def sale_view(
    session: RegisterSession,
    settings: StoreSettings,
    layout: Layout,
    registry: Registry,
    strip: StripView | None,
    counts: LiveCounts,
) -> SaleView:
    """Everything the window draws outside its sheets, from the session as it is now."""
    context, language = session.draft(settings), session.language
    cart = session.cart or Cart(id="", order_id="", currency=settings.currency)
    keeps_customer = why_fixed("customer.set", cart)
    customer = session.known_customer(cart)
    totals = totals_of(cart, settings)
    shown_totals = totals_view(cart, totals, settings, language)
    if session.cart is None and session.last_sale is not None:
        last = session.last_sale
        shown_totals = change_view(last.change_minor, last.currency, last.words, language)
    return SaleView(
        screen=screen_of(context),
        header=header_view(session, settings),
        totals=shown_totals,
        strip=strip,
        act=act_view(cart, language),
        starts_at_welcome=(layout.start or settings.start_screen) == "welcome",
        customer=customer_card(
            customer,
            "" if keeps_customer is None else language.tell(keeps_customer),
            () if customer is None else attributes_on_card(customer, layout.card, settings, language),
        ),
        lines=line_views(cart, settings, language),
        voided=len(cart.lines) - len(cart.active_lines),
        deliveries=delivery_rows(cart, settings, language),
        tenders=tender_rows(cart.tenders, cart.currency, language),
        arrangement=arrangement_text(cart, totals, language),
        tender_buttons=tender_buttons(context, cart, totals),
        pages=grid_pages(layout.pages, registry, context, counts.of),
        finishing=finishing(context, cart),
        undecided=is_undecided(context, cart),
        undoable=last_operation(context.history.done),
        redoable=last_operation(context.history.undone),
        void_reasons=tuple(ChoiceView(reason, language.name(reason)) for reason in settings.void_reasons),
        card_unclear=_card_unclear(context),
        empty_text=language.say("Scan or type an item"),
        empty_note=_to_do(counts, language) if not cart.active_lines else "",
        decimal_mark=language.notation.decimal_mark,
        language=language.code,
        suggests=settings.search_suggestions,
    )


def _to_do(counts: LiveCounts, language: Language) -> str:
    """What is to be handed over in this store, where there is anything."""
    count = counts.of("to_pick_up")
    return language.say("{count} orders to pick up here", count=count) if count else ""


def last_operation(changes: tuple[Change, ...]) -> str:
    """The operation of the last of these changes; empty where there is none."""
    return changes[-1].operation if changes else ""


def _card_unclear(context: RegisterContext) -> str:
    unclear = unclear_payments(context.cart, context.card_payments)
    if not unclear:
        return ""
    amount = Money(unclear[0].amount_minor, unclear[0].currency)
    return context.language.say(
        "The terminal does not say what became of {amount}. Check the card payment first.", amount=amount
    )


def screen_of(context: RegisterContext) -> Screen:
    """Which screen the register is at."""
    if context.user is None:
        return Screen.SIGN_IN
    if context.is_locked:
        return Screen.LOCKED
    return Screen.OPEN_SHIFT if context.shift is None else Screen.SALE


def header_view(session: RegisterSession, settings: StoreSettings) -> HeaderView:
    """The header: where, who, when, and how it stands with headquarters."""
    return HeaderView(
        register=session.device.register_name,
        store=settings.store_name or session.device.store,
        user="" if session.user is None else session.user.name,
        time=f"{session.clock.now():%H:%M}",
        sync=sync_view(shown_facts(session), session.language),
        date=session.language.write(session.clock.now().date()),
    )


def sign_in_view(session: RegisterSession, settings: StoreSettings) -> SignInView:
    """Who may sign in, or must unlock."""
    open_sale, language = "", session.language
    if session.cart is not None and not session.cart.is_empty:
        count = len(session.cart.active_lines)
        kept = language.say("open sale of {count} items is kept", count=count)
        open_sale = kept if session.user is None else f"{session.user.name} · {kept}"
    locked_by = session.user.user if session.is_locked and session.user is not None else ""
    people = [
        each
        for each in session.staff.everybody()
        if each.active
        and (
            each.user == locked_by or is_listed(settings.staff_list, settings.staff_of_store_only, each.store)
        )
    ]
    switch = "sync.work_online" if session.offline_by else "sync.work_offline"
    return SignInView(
        store=settings.store_name or session.device.store,
        register=session.device.register_name,
        users=tiles(people, language),
        sync=sync_view(shown_facts(session), session.language),
        time=f"{session.clock.now():%H:%M}",
        date=language.write(session.clock.now().date()),
        locked_by=locked_by,
        open_sale=open_sale,
        languages=tuple(ChoiceView(code, name) for code, name in LANGUAGES.items()),
        language=language.code,
        arriving=arriving_view(
            session.finding, language, waits_for_use=settings.pause_unused and not session.journal.was_used()
        ),
        switch=switch if settings.manual_offline and not locked_by else "",
        switch_text=language.say(SWITCHES[switch]) if settings.manual_offline else "",
        asks_user=not locked_by and (settings.staff_of_store_only or not settings.staff_list),
    )


def tiles(people: Iterable[StaffRow], language: Language) -> tuple[UserTileView, ...]:
    """People as tiles to tap."""
    return tuple(UserTileView(each.user, each.name, language.name(capital(each.role))) for each in people)
