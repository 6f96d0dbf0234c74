"""From the session to what the window draws: the whole transaction screen as one frozen view."""

from collections.abc import Iterable

from pos_app.operations.context import RegisterContext
from pos_app.operations.registry import Registry
from pos_app.register.buttons import finishing, grid_pages, is_undecided, tender_buttons
from pos_app.register.sale_views import (
    arrangement_text,
    change_view,
    customer_card,
    delivery_rows,
    item_count,
    line_views,
    tender_rows,
    totals_view,
)
from pos_app.register.session import RegisterSession
from pos_app.register.sync_figures import sync_facts
from pos_app.register.sync_state import sync_view
from pos_app.register.wording import DECIMAL_MARK
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
from retail.settings import StoreSettings
from retail.totals import totals_of
from retail.wire.feeds import StaffRow


def sale_view(
    session: RegisterSession,
    settings: StoreSettings,
    layout: Layout,
    registry: Registry,
    strip: StripView | None,
) -> SaleView:
    """Everything the window draws outside its sheets, from the session as it is now."""
    context = session.draft(settings)
    cart = session.cart or Cart(id="", order_id="", currency=settings.currency)
    totals = totals_of(cart, settings)
    shown_totals = totals_view(cart, totals, settings)
    if session.cart is None and session.last_sale is not None:
        last = session.last_sale
        shown_totals = change_view(last.change_minor, last.currency, last.words)
    return SaleView(
        screen=screen_of(context),
        header=header_view(session, settings),
        totals=shown_totals,
        strip=strip,
        customer=customer_card(session.known_customer(cart)),
        lines=line_views(cart, settings),
        voided=len(cart.lines) - len(cart.active_lines),
        deliveries=delivery_rows(cart, settings),
        tenders=tender_rows(cart.tenders, cart.currency),
        arrangement=arrangement_text(cart, totals),
        tender_buttons=tender_buttons(context, cart, totals),
        pages=grid_pages(layout, registry, context),
        finishing=finishing(context, cart),
        undecided=is_undecided(context, cart),
        void_reasons=tuple(ChoiceView(reason, reason) for reason in settings.void_reasons),
        decimal_mark=DECIMAL_MARK,
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
        sync=sync_view(sync_facts(session)),
    )


def sign_in_view(session: RegisterSession, settings: StoreSettings) -> SignInView:
    """Who may sign in, or must unlock."""
    open_sale = ""
    if session.cart is not None and not session.cart.is_empty:
        whose = f"{session.user.name} · " if session.user is not None else ""
        open_sale = f"{whose}open sale of {item_count(session.cart)} is kept"
    return SignInView(
        store=settings.store_name or session.device.store,
        register=session.device.register_name,
        users=tiles(each for each in session.catalog.all_staff() if each.active),
        sync=sync_view(sync_facts(session)),
        time=f"{session.clock.now():%H:%M}",
        locked_by=session.user.user if session.is_locked and session.user is not None else "",
        open_sale=open_sale,
    )


def tiles(people: Iterable[StaffRow]) -> tuple[UserTileView, ...]:
    """People as tiles to tap."""
    return tuple(UserTileView(each.user, each.name, each.role.capitalize()) for each in people)
