"""What the ship sheet and the pick-up sheet open with: defaults filled in, so that Enter is enough."""

from datetime import datetime, timedelta

from pos_app.language.language import Language
from pos_app.operations.context import RegisterContext
from pos_app.operations.delivery import split_words
from pos_app.register.names import capital
from pos_app.register.sheet_defaults import order_kind, order_kinds
from pos_app.views import SPLIT, ChoiceView, DaysView, PickUpView, ShipView
from retail.cart import Cart, CartLine
from retail.customers import Address
from retail.errors import RuleBroken
from retail.orders.delivery import (
    ALWAYS_OPEN,
    DAYS_AHEAD_MAX,
    closed_at,
    first_open_day,
    pickup_places,
    ship_places,
)
from retail.orders.fixed import is_held
from retail.orders.modes import check_mode, common_modes, mode_by_line, modes_for, modes_of
from retail.places import FulfilmentPlace
from retail.quantity import pieces
from retail.settings import StoreSettings
from retail.stock import coverage


def ship_view(
    context: RegisterContext,
    lines: tuple[int, ...],
    consequence: str,
    address: str | None = None,
    place: str = "",
) -> ShipView:
    """The ship sheet with the store's own defaults; the modes are those that take the lines to this address.

    `address` is the one chosen on the sheet, empty for one that was typed there; the days are those of `place`.
    """
    settings, cart, language = context.settings, context.open_cart, context.language
    addresses = () if cart.customer is None else cart.customer.addresses
    no_charge = ""
    if settings.advanced_auto_charges:
        no_charge = language.say("Charges are worked out by rules.")
    elif settings.shipping_charge_code is None:
        no_charge = language.say("No charge code for shipping is set up. Headquarters has to set one up.")
    places = ship_places(settings)
    source = place if any(each.place == place for each in places) else (places[0].place if places else "")
    chosen = (addresses[0].id if addresses else None) if address is None else address
    to = next((each for each in addresses if each.id == chosen), None)
    if address == "":
        to = Address("", country=settings.country)
    modes = _mode_choices(_lines_meant(cart, lines), to, settings, language)
    return ShipView(
        title=_ship_title(cart, lines, language),
        places=tuple(ChoiceView(each.place, each.name or each.place) for each in places),
        place=source,
        addresses=tuple(
            ChoiceView(each.id, str(each), language.name(capital(each.purpose))) for each in addresses
        ),
        address=chosen or "",
        stock=stock_words(context, _lines_meant(cart, lines), source),
        modes=modes,
        mode=next((each.value for each in modes if not each.why_not), ""),
        days=_days(context, source, places, ahead=1),
        charge_why_not=no_charge,
        consequence=consequence,
        kinds=order_kinds(cart, language),
        kind=order_kind(cart, settings).value,
    )


def pick_up_view(
    context: RegisterContext, lines: tuple[int, ...], store: str, consequence: str
) -> PickUpView:
    """The pick-up sheet; the days are those of the chosen store."""
    settings, language = context.settings, context.language
    places = pickup_places(settings)
    chosen = store if any(each.place == store for each in places) else (places[0].place if places else "")
    here = language.say("{store} (this store)", store=settings.place_name(settings.store))
    return PickUpView(
        title=_pick_up_title(context.open_cart, lines, language),
        stores=tuple(
            ChoiceView(each.place, here if each.place == settings.store else each.name or each.place)
            for each in places
        ),
        store=chosen,
        days=_days(context, chosen, places, ahead=0),
        stock=stock_words(context, _lines_meant(context.open_cart, lines), chosen)
        or language.say("No stock figure from this place."),
        collector="" if context.open_cart.terms is None else context.open_cart.terms.collector,
        consequence=consequence,
        kinds=order_kinds(context.open_cart, language),
        kind=order_kind(context.open_cart, settings).value,
    )


def stock_words(context: RegisterContext, lines: tuple[CartLine, ...], place: str) -> str:
    """How many of the lines a place has, with the age of that figure; nothing where none is known."""
    language = context.language
    found = coverage(lines, lambda product: context.shop.stock(product, place))
    if not found.known:
        return ""
    moment = datetime.fromisoformat(found.as_of).astimezone(context.now.tzinfo)
    return language.say(
        "{covered} of {lines} lines in stock, as of {day} {time}.",
        covered=found.covered,
        lines=found.lines,
        day=moment.date(),
        time=f"{moment:%H:%M}",
    )


def on_hand(context: RegisterContext, product: str, reserved_thousandths: int) -> str:
    """How many of a product this store has, with the age of that figure, and how many its open orders wait for.

    Nothing where no figure is known.
    """
    figure, language = context.shop.stock(product, context.settings.store), context.language
    if figure is None:
        return ""
    moment, has = datetime.fromisoformat(figure.as_of), pieces(figure.quantity_thousandths)
    moment = moment.astimezone(context.now.tzinfo)
    if moment.date() == context.today:
        there = language.say("{quantity} in stock at {time}", quantity=has, time=f"{moment:%H:%M}")
    else:
        day = language.notation.day(moment.date())
        there = language.say("{quantity} in stock on {day}", quantity=has, day=day)
    return " \u00b7 ".join(
        (there, language.say("{quantity} reserved", quantity=pieces(reserved_thousandths)))
    )


def _lines_meant(cart: Cart, lines: tuple[int, ...]) -> tuple[CartLine, ...]:
    """The lines a sheet is about: those named, or all that can still be delivered."""
    every = tuple([line for line in cart.active_lines if not is_held(cart, line)])
    return tuple([line for line in every if line.number in lines]) if lines else every


def _mode_choices(
    lines: tuple[CartLine, ...], address: Address | None, settings: StoreSettings, language: Language
) -> tuple[ChoiceView, ...]:
    """The store's modes, those that do not fit with the reason; where none takes all lines, each by its own."""
    common = common_modes(lines, address, settings)
    choices = []
    for mode in modes_of(settings):
        problem = ""
        if mode not in common:
            try:
                check_mode(mode, lines, address, settings)
            except RuleBroken as broken:
                problem = language.tell(broken.message)
        choices.append(ChoiceView(mode, language.name(capital(mode)), why_not=problem))
    if not common and all(modes_for(line, address, settings) for line in lines):
        parts = split_words(lines, mode_by_line(lines, address, settings))
        choices.insert(0, ChoiceView(SPLIT, language.say("Split: {parts}", parts=parts)))
    return tuple(choices)


def _days(
    context: RegisterContext, chosen: str, places: tuple[FulfilmentPlace, ...], *, ahead: int
) -> DaysView:
    """The days of the chosen place; the first open one from `ahead` days on is chosen."""
    closed = next((closed_at(each) for each in places if each.place == chosen), ALWAYS_OPEN)
    return DaysView(
        chosen=first_open_day(context.today, ahead, closed),
        today=context.today,
        earliest=first_open_day(context.today, 0, closed),
        latest=context.today + timedelta(days=DAYS_AHEAD_MAX),
        closed=closed,
    )


def _ship_title(cart: Cart, lines: tuple[int, ...], language: Language) -> str:
    if lines:
        return language.say("Ship {count} lines", count=len(lines))
    return language.say("Ship all {count} lines", count=len(cart.active_lines))


def _pick_up_title(cart: Cart, lines: tuple[int, ...], language: Language) -> str:
    if lines:
        return language.say("Pick up {count} lines", count=len(lines))
    return language.say("Pick up all {count} lines", count=len(cart.active_lines))
