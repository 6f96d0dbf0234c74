"""The welcome screen (S10): groups of buttons with what can be pressed now, the shift, and the open sale."""

from collections.abc import Callable
from datetime import datetime

from pos_app.operations.context import RegisterContext
from pos_app.operations.registry import Registry
from pos_app.register.buttons import grid_pages
from pos_app.views import WelcomeView
from retail.layout import Layout
from retail.layout_built_in import WELCOME
from retail.money import Money
from retail.totals import totals_of


def welcome_view(
    context: RegisterContext, layout: Layout, registry: Registry, counts: Callable[[str], int]
) -> WelcomeView:
    """What whoever is signed in begins with."""
    say, user, cart = context.language.say, context.user, context.cart
    sale = say("To the sale")
    if cart is not None and not cart.is_empty:
        total = Money(totals_of(cart, context.settings).total_minor, cart.currency)
        sale = say("Back to the sale: {lines} \u00d7, {total}", lines=len(cart.active_lines), total=total)
    shift = ""
    if context.shift is not None:
        opened = datetime.fromisoformat(context.shift.opened_at)
        shift = say("Shift {number}, open since {time}.", number=context.shift.number, time=f"{opened:%H:%M}")
    return WelcomeView(
        title=say("Welcome, {name}", name="" if user is None else user.name),
        sentence=shift,
        groups=grid_pages(layout.welcome or WELCOME, registry, context, counts),
        sale=sale,
    )
