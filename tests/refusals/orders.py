"""The orders and sales that rows look at: each is made once, since what is refused leaves it as it was."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from headquarters.database import open_database
from headquarters.orders.service import Standing, buyers, find_order, keep_orders, state_of
from pos_app.register.figures import cart_figures
from rehearsal.network import LineMode
from retail.cart import CartKind
from retail.orders.kinds import Origin
from retail.wire.base import fingerprint
from tests.refusals.counter import Counter, Till
from tests.refusals.retailer import ANNA, HERE, HOME, THERE, product

Maker = Callable[[Counter], str]
BACK = [{"line": 1, "quantity": "1", "reason": "Damaged"}]


def ends(till: Till) -> Mapping[str, Any]:
    """What is due is settled in cash, the rest is paid at pickup where nobody said otherwise, and it is concluded."""
    settings, cart = till.session.settings, till.session.cart
    assert settings is not None
    assert cart is not None
    figures = cart_figures(till.session, settings)
    due, open_rest = figures["due_minor"], figures["balance_minor"]
    if due:
        till.do("tender.cash" if due > 0 else "tender.refund_cash")
    if cart.kind is CartKind.ORDER and open_rest and cart.terms and cart.terms.balance is None:
        till.do("order.balance", arrangement="pay_at_pickup")
    return till.do("transaction.conclude")


def wanted(till: Till, *numbers: str, **quantities: str) -> None:
    """Anna wants these; those with a quantity come first."""
    till.do("customer.set", id=ANNA)
    for number, quantity in quantities.items():
        till.do("product.add", number=number, quantity=quantity)
    for number in numbers:
        till.do("product.add", number=number)


def ordered(till: Till, *numbers: str, **quantities: str) -> str:
    """An order of these, which are fetched in Houston."""
    wanted(till, *numbers, **quantities)
    till.do("order.pick_up_all", store=HERE)
    return str(ends(till)["order"])


def shipped(till: Till, *numbers: str, **quantities: str) -> str:
    """An order of these, paid in full and to be shipped."""
    wanted(till, *numbers, **quantities)
    till.do("order.ship_all", address=HOME)
    till.do("deposit.pay_in_full")
    return str(ends(till)["order"])


def fetched(till: Till, order: str, *lines: int) -> str:
    """One of each of these lines of it is handed out; all of it where none is said."""
    till.do(
        "order.pick_up", id=order, **({"quantities": dict.fromkeys(map(str, lines), "1")} if lines else {})
    )
    ends(till)
    return order


def stepped(till: Till, order: str, step: str, *lines: int, quantity: str = "1") -> str:
    """A step of fulfilment on these lines of it, on so many of each where they count."""
    which: dict[str, Any] = {"lines": list(lines)}
    if step not in ("accept", "reject", "start"):
        which = {"jobs": {order: dict.fromkeys(map(str, lines), quantity)}}
    if step == "ship":
        which = {"quantities": dict.fromkeys(map(str, lines), quantity)}
    till.do(f"fulfilment.{step}", id=order, **which)
    return order


def edited(till: Till, order: str, *voided: int) -> str:
    """These lines of it are voided."""
    till.do("order.edit", id=order)
    for line in voided:
        till.do("line.void", line=line)
    ends(till)
    return order


def returned(till: Till, order: str) -> str:
    """One of its first line comes back."""
    till.do("order.return", id=order, items=BACK)
    ends(till)
    return order


def cancelled(till: Till, order: str) -> str:
    """It is cancelled."""
    till.do("order.cancel", id=order)
    ends(till)
    return order


def quoted(till: Till) -> str:
    """A quote of a pair of shoes."""
    wanted(till, "A")
    till.do("quote.create")
    till.do("order.pick_up_all", store=HERE)
    return str(ends(till)["order"])


def sold(till: Till) -> str:
    """A plain sale of a pair of shoes and of socks, to nobody known."""
    for number in ("A", "B"):
        till.do("product.add", number=number)
    return str(ends(till)["transaction"])


def sold_and_back(till: Till) -> str:
    """A plain sale of which all came back."""
    till.do("product.add", number="A")
    sale = str(ends(till)["transaction"])
    till.do("sale.return", id=sale, items=BACK)
    ends(till)
    return sale


def mixed(till: Till) -> str:
    """Shoes are carried out, socks fetched, and more shoes shipped; all is paid."""
    wanted(till, "A", "B", "A")
    till.do("order.pick_up_selected", lines=[2])
    till.do("order.ship_selected", lines=[3], address=HOME)
    till.do("deposit.pay_in_full")
    return str(ends(till)["order"])


def steered(till: Till, deposit: str = "120") -> str:
    """An order of shoes and socks to be fetched, with a deposit that somebody chose."""
    wanted(till, "A", "B")
    till.do("order.pick_up_all")
    till.do("deposit.override", amount=deposit, reason="Other")
    return str(ends(till)["order"])


def half_shipped(till: Till, deposit: str) -> str:
    """Two pairs of shoes, one fetched and one shipped, with a deposit that somebody chose and a card for the rest."""
    wanted(till, "A", "A")
    till.do("order.pick_up_selected", lines=[1])
    till.do("order.ship_selected", lines=[2], address=HOME)
    till.do("deposit.override", amount=deposit, reason="Other")
    till.do("tender.cash")
    till.do("order.balance", arrangement="card_on_file")
    return str(ends(till)["order"])


def half_steered(till: Till) -> str:
    """A deposit of 60.00 that somebody chose, of which shoes that were fetched used 20.00."""
    order = steered(till, "60")
    till.do("order.pick_up", id=order, quantities={"1": "1"})
    till.do("deposit.use", amount="20")
    ends(till)
    return order


def card_for_the_rest(till: Till) -> str:
    """An order to be fetched, whose rest a card pays."""
    wanted(till, "A")
    till.do("order.pick_up_all")
    till.do("tender.cash")
    till.do("order.balance", arrangement="card_on_file")
    return str(ends(till)["order"])


def deposit_spent(till: Till) -> str:
    """All of its deposit was used for what was fetched; the card pays only half of what is still to be shipped."""
    order = half_shipped(till, "100")
    till.do("order.pick_up", id=order)
    till.do("deposit.use", amount="100")
    ends(till)
    return order


def deposit_unspent(till: Till) -> str:
    """None of its deposit was used for what was fetched, and more is left than the rest comes to."""
    return fetched(till, half_shipped(till, "150"))


def freight_billed(till: Till) -> str:
    """The charge on the whole of it went with the first of its two shipments."""
    wanted(till, "A", "B")
    till.do("order.ship_all", address=HOME, charge="10")
    till.do("deposit.pay_in_full")
    return stepped(till, str(ends(till)["order"]), "ship", 1)


def here_and_there(till: Till) -> str:
    """Shoes are fetched here, socks in Seattle."""
    wanted(till, "A", "B")
    till.do("order.pick_up_all")
    till.do("order.pick_up_selected", lines=[2], store=THERE)
    return str(ends(till)["order"])


def phone_sold(till: Till) -> str:
    """A plain sale of a phone with its serial number."""
    till.do("product.add", number="PHONE")
    till.do("line.serials", serials="S1")
    return str(ends(till)["transaction"])


def pending(counter: Counter) -> str:
    """A shipment that this store has not accepted yet."""
    before = dict(counter.settings)
    counter.settle({"manual_accept": True})
    order = shipped(counter.here, "A")
    counter.settle(before)
    return order


def unsent(counter: Counter) -> str:
    """An order that was made while headquarters did not answer."""
    counter.cut()
    return ordered(counter.here, "A", "B")


def put_aside(counter: Counter) -> str:
    """An order of which something else stands at headquarters already, so that it cannot be taken."""
    order = unsent(counter)
    counter.here.line.mode = LineMode.ONLINE
    known = counter.session.finding.order(order)
    entry = counter.session.journal.open_entry(str(known.transaction))
    counter.upload(replace(entry, text="{}", fingerprint=fingerprint("{}")))
    counter.here.push()
    return order


def sent(counter: Counter) -> str:
    """An order that headquarters has, and has given no number yet."""
    order = unsent(counter)
    counter.here.line.mode = LineMode.ONLINE
    counter.here.push()
    return order


def offline(counter: Counter, act: Callable[[Till, str], str]) -> str:
    """An order to which something was done while headquarters did not answer."""
    order = ordered(counter.here, "A", "B")
    counter.here.pull()
    before = dict(counter.settings)
    counter.settle({"offline_order_actions": True})
    counter.cut()
    act(counter.here, order)
    counter.here.line.mode = LineMode.ONLINE
    counter.settle(before)
    return order


def of_seattle(counter: Counter) -> str:
    """An order that Seattle made, which Houston hands out."""
    order = ordered(counter.there, "A", "B")
    counter.deliver()
    return order


def at_seattle(till: Till) -> str:
    """An order of this register, which Seattle hands out."""
    wanted(till, "A", "B")
    till.do("order.pick_up_all", store=THERE)
    return str(ends(till)["order"])


def keyed(counter: Counter, *numbers: str, **facts: Any) -> str:
    """An order as another program than a register has keyed it into headquarters' books."""
    order = ordered(counter.here, *numbers)
    database = open_database(counter.office.folder)
    with database.writing() as session:
        kept = find_order(session, order)
        assert kept is not None
        standing = Standing(kept.id, state_of(kept))
        standing.change(replace(state_of(kept), **facts))
        keep_orders(session, [standing], buyers(session, [ANNA]))
    database.close()
    return order


def keyed_at_headquarters(counter: Counter) -> str:
    """An order that headquarters keyed, of goods that cost more since."""
    order = keyed(counter, "RISEN", origin=Origin.HQ)
    counter.publish({"products": [product("RISEN", "Umbrella", 3_500)]})
    counter.here.pull()
    return order


def declined(counter: Counter) -> str:
    """Shoes were shipped, and the card on file was declined afterwards."""
    till = counter.here
    wanted(till, "A", "B")
    till.do("order.ship_all", address=HOME)
    till.do("tender.cash")
    till.do("order.balance", arrangement="card_on_file")
    order = str(ends(till)["order"])
    counter.decline_next()
    stepped(till, order, "ship", 1)
    counter.deliver()
    return order


def _here(make: Callable[[Till], str]) -> Maker:
    return lambda counter: make(counter.here)


MAKERS: Mapping[str, Maker] = {
    "fetch": _here(lambda till: ordered(till, "A", "B")),
    "fetch one": _here(lambda till: ordered(till, "A")),
    "here and there": _here(here_and_there),
    "moving": _here(lambda till: ordered(till, "A", "B")),
    "fetch phone": _here(lambda till: ordered(till, "PHONE")),
    "begun": _here(lambda till: fetched(till, ordered(till, "B", A="2"), 1)),
    "first gone": _here(lambda till: fetched(till, ordered(till, "A", "B"), 1)),
    "gone": _here(lambda till: fetched(till, ordered(till, "A", "B"))),
    "back": _here(lambda till: returned(till, fetched(till, ordered(till, "A")))),
    "ready": _here(lambda till: stepped(till, stepped(till, ordered(till, "A", "B"), "pick", 1), "ready", 1)),
    "ship": _here(lambda till: shipped(till, "A", "B")),
    "ship phone": _here(lambda till: shipped(till, "PHONE")),
    "begun to pick": _here(lambda till: stepped(till, shipped(till, "A", "B"), "start", 1)),
    "picked": _here(lambda till: stepped(till, shipped(till, "A", "B"), "pick", 1)),
    "picked and packed": _here(
        lambda till: stepped(till, stepped(till, shipped(till, "A"), "pick", 1), "pack", 1)
    ),
    "packed": _here(lambda till: stepped(till, shipped(till, "A", "B"), "pack", 1)),
    "half shipped": _here(lambda till: stepped(till, shipped(till, "B", A="2"), "ship", 1, quantity="1")),
    "all shipped": _here(lambda till: stepped(till, shipped(till, "A", "B"), "ship", 1)),
    "pending": pending,
    "rejected": _here(lambda till: stepped(till, shipped(till, "A", "B"), "reject", 1)),
    "removed": _here(lambda till: edited(till, ordered(till, "A", "B"), 1)),
    "mixed": _here(mixed),
    "mixed, fetched": _here(lambda till: fetched(till, mixed(till))),
    "cancelled": _here(lambda till: cancelled(till, ordered(till, "A"))),
    "quote": _here(quoted),
    "sale": _here(sold),
    "phone sold": _here(phone_sold),
    "sale back": _here(sold_and_back),
    "steered": _here(steered),
    "half steered": _here(half_steered),
    "card on file": _here(card_for_the_rest),
    "deposit spent": _here(deposit_spent),
    "deposit unspent": _here(deposit_unspent),
    "freight billed": _here(freight_billed),
    "at Seattle": _here(at_seattle),
    "of Seattle": of_seattle,
    "of the call centre": lambda counter: keyed(
        counter, "A", origin=Origin.CALL_CENTRE, order_completion=True
    ),
    "of headquarters": keyed_at_headquarters,
    "costs less": lambda counter: keyed(counter, "A", total_minor=500),
    "card declined": declined,
    "cancel pending": lambda counter: offline(counter, cancelled),
    "edited offline": lambda counter: offline(counter, lambda till, order: edited(till, order, 2)),
    "unsent": unsent,
    "put aside": put_aside,
    "sent": sent,
}
"""How each of them comes about."""

PASSING = ("edited offline", "unsent", "put aside", "sent", "cancel pending")
"""What the next delivery ends: made anew for each row."""
