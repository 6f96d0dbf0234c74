"""Saying how goods leave us: shipped, fetched in a store, or carried out; all of them or the selected ones."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from pos_app.operations.addresses import typed_address
from pos_app.operations.context import RegisterContext
from pos_app.operations.quotes import as_order_or_quote
from pos_app.operations.registry import (
    Ask,
    Asks,
    Choice,
    Done,
    Handler,
    Kind,
    Needs,
    Outcome,
    Params,
    operation,
)
from retail.cart import (
    Cart,
    CartLine,
    change_delivery_mode,
    change_terms,
    deliver,
    line_of,
    shipped_lines,
    split_by_mode,
)
from retail.customers import Address, check_address
from retail.errors import RuleBroken
from retail.messages import Message, Name, listed, say
from retail.orders.delivery import Delivery, plan_pickup, plan_shipment
from retail.orders.fixed import is_held
from retail.orders.modes import check_mode, common_modes, mode_by_line, modes_for, modes_of
from retail.permissions import Right
from retail.settings import StoreSettings
from retail.texts import clean_text

AT_A_SHIFT = {Needs.SIGNED_IN, Needs.OPEN_SHIFT, Needs.LINES}
FOR_AN_ORDER = AT_A_SHIFT | {Needs.CUSTOMER}
SHIPMENT = {
    "mode": Kind.TEXT,
    "date": Kind.DATE,
    "address": Kind.ADDRESS,
    "from": Kind.TEXT,
    "charge": Kind.AMOUNT,
    "type": Kind.TEXT,
    "split": Kind.FLAG,
}
PICKUP = {"store": Kind.TEXT, "date": Kind.DATE, "collector": Kind.TEXT, "type": Kind.TEXT}
CHOSEN = {"lines": Kind.NUMBERS}

Act = Callable[[RegisterContext, Params, Collection[int]], Outcome]


def on_selected(act: Act) -> Handler:
    """The handler that acts on the lines named or selected, and asks for them where there are none."""

    def handle(context: RegisterContext, params: Params) -> Outcome:
        cart = context.open_cart
        numbers = params.get("lines") or sorted(cart.selected)
        if numbers:
            return act(context, params, numbers)
        choices = tuple(
            Choice(
                str(line.number),
                say("{name}", name=line.name),
                say("{mode}", mode=Name(line.delivery_shown)),
            )
            for line in cart.active_lines
        )
        return Asks((Ask("lines", prompt=say("Which lines?"), kind=Kind.NUMBERS, choices=choices),))

    return handle


@operation(
    "order.ship_all", title="Ship all", needs=FOR_AN_ORDER, permission=Right.SHIP_GOODS, takes=SHIPMENT
)
def ship_all(context: RegisterContext, params: Params) -> Outcome:
    """Ship every line; a charge typed for it is the order's."""
    return _ship(context, params, _all_lines(context), header_charge=True)


def ship_selected(context: RegisterContext, params: Params, numbers: Collection[int]) -> Outcome:
    """Ship these lines; a charge typed for it is theirs."""
    return _ship(context, params, numbers, header_charge=False)


@operation(
    "order.pick_up_all", title="Pick up all", needs=FOR_AN_ORDER, permission=Right.PICK_UP_GOODS, takes=PICKUP
)
def pick_up_all(context: RegisterContext, params: Params) -> Outcome:
    """Have every line fetched in a store."""
    return pick_up(context, params, _all_lines(context))


def pick_up(context: RegisterContext, params: Params, numbers: Collection[int]) -> Outcome:
    """Have these lines fetched in a store, by somebody else where that was said."""
    context.check_goods_of_an_order(context.open_cart)
    delivery = plan_pickup(context.settings, context.today, params.get("store"), params.get("date"))
    cart = deliver(context.open_cart, numbers, delivery, context.settings)
    if params.get("collector"):
        collector = clean_text("Collector", params["collector"])
        cart = change_terms(cart, lambda terms: replace(terms, collector=collector))
    cart = as_order_or_quote(cart, params, context.today)
    _check_may_begin(context)
    context.cart = cart
    return Done(
        say(
            "{count} × pick up at {store} on {day}.",
            count=len(numbers),
            store=context.settings.place_name(delivery.store or ""),
            day=delivery.date,
        )
    )


@operation("order.carry_out_all", title="Carry out all", needs=AT_A_SHIFT)
def carry_out_all(context: RegisterContext, params: Params) -> Outcome:
    """Have every line carried out, which makes a plain sale again."""
    return carry_out(context, params, _all_lines(context))


def carry_out(context: RegisterContext, params: Params, numbers: Collection[int]) -> Outcome:
    """Have these lines carried out at once."""
    before = context.open_cart
    context.cart = deliver(before, numbers, None, context.settings)
    if before.terms is not None and context.cart.terms is None:
        return Done(say("Now a normal sale – deposit removed."))
    return Done(say("{count} × carried out.", count=len(numbers)))


operation(
    "order.ship_selected",
    title="Ship selected",
    needs=FOR_AN_ORDER,
    permission=Right.SHIP_GOODS,
    takes={**SHIPMENT, **CHOSEN},
)(on_selected(ship_selected))
operation(
    "order.pick_up_selected",
    title="Pick up selected",
    needs=FOR_AN_ORDER,
    permission=Right.PICK_UP_GOODS,
    takes={**PICKUP, **CHOSEN},
)(on_selected(pick_up))
operation("order.carry_out_selected", title="Carry out selected", needs=AT_A_SHIFT, takes=CHOSEN)(
    on_selected(carry_out)
)


def change_mode(context: RegisterContext, params: Params, numbers: Collection[int]) -> Outcome:
    """Ship these lines by another mode; whether they can is said before anything is asked."""
    settings, shipped = context.settings, shipped_lines(context.open_cart, numbers)
    if "mode" not in params:
        each_can = [modes_for(line, delivery.address, settings) for line, delivery in shipped]
        fitting = [mode for mode in modes_of(settings) if all(mode in can for can in each_can)]
        if not fitting:
            raise RuleBroken("No delivery mode takes all of these lines. Choose the lines of one mode.")
        modes = tuple([Choice(mode, say("{mode}", mode=Name(mode))) for mode in fitting])
        return Asks((Ask("mode", prompt=say("Which delivery mode?"), kind=Kind.CHOICE, choices=modes),))
    context.cart = change_delivery_mode(context.open_cart, numbers, params["mode"], settings)
    return Done(say("{count} × {mode}.", count=len(numbers), mode=Name(params["mode"])))


operation(
    "order.change_delivery",
    title="Change delivery mode",
    needs=FOR_AN_ORDER,
    takes={"mode": Kind.TEXT, **CHOSEN},
)(on_selected(change_mode))


def _ship(
    context: RegisterContext, params: Params, numbers: Collection[int], *, header_charge: bool
) -> Outcome:
    cart, settings, charge = context.open_cart, context.settings, params.get("charge", 0)
    context.check_goods_of_an_order(cart)
    address = address_for(context, params.get("address"))
    plan = plan_shipment(settings, context.today, address, None, params.get("date"), params.get("from"))
    lines = [line_of(cart, number) for number in sorted(numbers)]
    by_line = _modes_wanted(lines, address, settings, params)
    if by_line is None:
        return Asks((_split_question(lines, address, settings),))
    if charge and settings.advanced_auto_charges:
        raise RuleBroken(
            "Charges are worked out by rules here. Ship without one, then change it under Charges."
        )
    delivery = replace(plan, mode=next(iter(by_line.values()), plan.mode))
    cart = deliver(cart, numbers, delivery, settings, charge, header_charge=header_charge)
    cart = as_order_or_quote(split_by_mode(cart, by_line), params, context.today)
    _check_may_begin(context)
    context.cart = cart
    return Done(_shipped(delivery, by_line))


def _modes_wanted(
    lines: Sequence[CartLine], address: Address | None, settings: StoreSettings, params: Params
) -> dict[int, str] | None:
    """The mode of each line: the one that was said, the first that takes them all, or each line's own where that was
    agreed to. None: no mode takes them all, and nobody has said yet whether to split them.

    Raises:
        RuleBroken: a mode that does not take one of the lines, a line that none takes, or no to the split.
    """
    if "mode" in params:
        return dict.fromkeys(
            [line.number for line in lines], check_mode(params["mode"], lines, address, settings)
        )
    own = mode_by_line(lines, address, settings)
    common = common_modes(lines, address, settings)
    if common:
        return dict.fromkeys(own, common[0])
    if params.get("split") is False:
        raise RuleBroken(
            "No delivery mode takes all of these lines. Choose the lines of one mode, then Ship."
        )
    return own if params.get("split") else None


def _split_question(lines: Sequence[CartLine], address: Address | None, settings: StoreSettings) -> Ask:
    own = mode_by_line(lines, address, settings)
    parts = split_words(lines, own)
    prompt = say("No delivery mode takes all of these lines. Ship {parts}?", parts=parts)
    return Ask("split", prompt=prompt, kind=Kind.FLAG)


def split_words(lines: Sequence[CartLine], by_line: Mapping[int, str]) -> Message:
    """Which lines go by which mode, in words: `1 × ground, 2 × air`."""
    counts = Counter(by_line[line.number] for line in lines)
    return listed([say("{count} × {mode}", count=count, mode=Name(mode)) for mode, count in counts.items()])


def _shipped(delivery: Delivery, by_line: Mapping[int, str]) -> Message:
    parts = [
        say("{count} × {mode}", count=count, mode=Name(mode))
        for mode, count in Counter(by_line.values()).items()
    ]
    return say("{parts} to {address} on {day}.",
               parts=listed(parts), address=delivery.address, day=delivery.date)  # fmt: skip


def address_for(context: RegisterContext, meant: str | dict[str, str] | None) -> Address | None:
    """The address meant: by its id or purpose, typed for this order only, or the customer's first one.

    Raises:
        RuleBroken: the customer has no such address, or a typed one cannot be used.
    """
    customer = context.open_cart.customer
    addresses = () if customer is None else customer.addresses
    if meant is None:
        return addresses[0] if addresses else None
    if isinstance(meant, dict):
        here = {"purpose": "One-time", "country": context.settings.country}
        return check_address(typed_address(context.ids.new(), {**here, **meant}))
    for address in addresses:
        if address.id == meant or address.purpose.casefold() == meant.casefold():
            return address
    raise RuleBroken("The customer has no address {address}. Choose one of the list.", address=meant)


def _check_may_begin(context: RegisterContext) -> None:
    """Let goods be promised: an order or a quote that begins with it needs the right to begin one.

    Raises:
        RuleBroken: headquarters is needed for orders here and does not answer.
    """
    if context.open_cart.terms is None:
        context.require(Right.CREATE_ORDER)
    context.check_headquarters_for_orders()


def _all_lines(context: RegisterContext) -> list[int]:
    cart: Cart = context.open_cart
    return [line.number for line in cart.active_lines if not is_held(cart, line)]
