"""Orders of other channels, from the API or a CSV file: each once by the channel's own number, bad ones named."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

from pydantic import Field
from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from headquarters.context import Headquarters
from headquarters.customers.models import Customer
from headquarters.orders.desk import Desk, customer_known, desk_of
from headquarters.orders.edits import NewLine, Way
from headquarters.orders.keying import Keyed, Refused, make_order, propose_order, told
from headquarters.orders.models import ChannelOrder, Order
from headquarters.settings.service import known_stores
from retail.customers import Address, check_address
from retail.customers import Customer as Buyer
from retail.errors import RuleBroken
from retail.messages import Message
from retail.money import AmountUnreadable, parse_amount
from retail.orders.kinds import CartKind, Origin
from retail.quantity import QuantityUnreadable, parse_quantity
from retail.texts import TEXT_MAX
from retail.wire.base import Part, fingerprint

TOGETHER = 100
"""So many orders are taken in one unit of work."""
ORDERS_MAX = 5000
"""So many orders are taken in one call."""
LINES_MAX = 1000
ORIGINS = tuple([each.value for each in Origin if each is not Origin.STORE])
Text = Annotated[str, Field(max_length=254)]


class ChannelLine(Part):
    """Goods of an order; without a `price` they cost what they cost today, without a `quantity` it is one."""

    product: Text
    quantity: Text = ""
    price: Text = ""


class ChannelOrderPart(Part):
    """An order as a channel tells of it: `id` is the channel's own number, amounts and quantities are as people write.

    `customer` is an account, an id or an e-mail; `mode` a delivery mode or `pickup`; `line1` to `phone` are an
    address for this order alone; `paid` was taken by the channel.
    """

    channel: Text
    id: Text
    origin: Text = Origin.ONLINE.value
    store: Text
    customer: Text
    kind: Text = CartKind.ORDER.value
    expires: Text = ""
    mode: Text = ""
    place: Text = ""
    day: Text = ""
    name: Text = ""
    line1: Text = ""
    postcode: Text = ""
    city: Text = ""
    region: Text = ""
    country: Text = ""
    phone: Text = ""
    collector: Text = ""
    paid: Text = ""
    note: Text = ""
    completion: bool = False
    lines: Annotated[tuple[ChannelLine, ...], Field(max_length=LINES_MAX)]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an order. `row` is where it stands, from 1, or its line in a file."""

    row: int
    channel: str
    id: str
    outcome: str
    order: str = ""
    number: str = ""
    field: str = ""
    value: str = ""
    rule: Message | str = ""


OUTCOMES = MADE, KNOWN, REFUSED, SOUND = "made", "known", "refused", "sound"
"""Outcomes; a trial says *sound* where it would make an order."""
Numbered = tuple[int, ChannelOrderPart]
Stores = frozenset[str] | None


def take_orders(
    headquarters: Headquarters, orders: Sequence[Numbered], by: str, *, trial: bool, stores: Stores = None
) -> list[Outcome]:
    """Make those of these orders that can be and are not known; what was made once is never made again.

    `stores` are those that may be ordered at; None: all.
    """
    done: list[Outcome] = []
    for start in range(0, len(orders), TOGETHER):
        chunk = orders[start : start + TOGETHER]
        if trial:
            with headquarters.database.reading() as session:
                done += _Taking(session, headquarters, by, stores).all(chunk, trial=True)
        else:
            with headquarters.database.writing() as session:
                done += _Taking(session, headquarters, by, stores).all(chunk, trial=False)
    return done


def counted(done: Iterable[Outcome]) -> dict[str, int]:
    """How many came to what."""
    return dict(Counter(each.outcome for each in done))


class _Taking:
    """Orders taken in one unit of work."""

    def __init__(self, session: Session, headquarters: Headquarters, by: str, stores: Stores) -> None:
        self._session, self._headquarters, self._by = session, headquarters, by
        every = known_stores(session)
        self._stores = every if stores is None else every & stores
        self._desks: dict[str, Desk] = {}

    def all(self, orders: Iterable[Numbered], *, trial: bool) -> list[Outcome]:
        """Each of them, in their order."""
        return [self._one(row, order, trial=trial) for row, order in orders]

    def _one(self, row: int, order: ChannelOrderPart, *, trial: bool) -> Outcome:
        found = Outcome(row, order.channel, order.id, SOUND if trial else MADE)
        try:
            known = self._known(order)
            if known is not None:
                return replace(found, outcome=KNOWN, order=known.order_uuid, number=self._number(known))
            desk = self._desk(order.store)
            new = propose_order(desk, _keyed(self._session, desk, order))
        except Refused as no:
            return replace(
                found, outcome=REFUSED, field=no.field, value=no.value[:TEXT_MAX], rule=no.broken.message
            )
        if trial:
            return found
        made = make_order(self._session, desk, new)
        self._session.add(
            ChannelOrder(channel=order.channel.strip(), reference=order.id.strip(), order_uuid=made.id,
                         fingerprint=fingerprint(order.written()))
        )  # fmt: skip
        self._session.flush()
        return replace(found, order=made.id, number=made.number)

    def _known(self, order: ChannelOrderPart) -> ChannelOrder | None:
        """The order of this number that was made before.

        Raises:
            Refused: the channel has no name, the order no number, or another order has it.
        """
        for field, value in (("channel", order.channel), ("id", order.id)):
            if not value.strip():
                raise Refused(field, value, RuleBroken("It is needed and empty. Type it."))
        known = self._session.scalars(
            select(ChannelOrder).where(
                ChannelOrder.channel == order.channel.strip(), ChannelOrder.reference == order.id.strip()
            )
        ).first()
        if known is not None and known.fingerprint != fingerprint(order.written()):
            raise Refused(
                "id", order.id,
                RuleBroken("Another order of this channel has this number. Edit that one, or give this its own."),
            )  # fmt: skip
        return known

    def _number(self, known: ChannelOrder) -> str:
        return self._session.scalar(select(Order.number).where(Order.uuid == known.order_uuid)) or ""

    def _desk(self, store: str) -> Desk:
        if store not in self._stores:
            raise Refused(
                "store", store, RuleBroken("There is no store {store} here. Type one of yours.", store=store)
            )
        if store not in self._desks:
            self._desks[store] = desk_of(self._session, self._headquarters, store, self._by)
        return self._desks[store]


def _keyed(session: Session, desk: Desk, order: ChannelOrderPart) -> Keyed:
    """The order with everything read.

    Raises:
        Refused: something cannot be read.
    """
    currency = desk.settings.currency
    return Keyed(
        customer=_buyer(session, order.customer.strip()),
        lines=tuple([NewLine(each.product, _quantity(each.quantity)) for each in order.lines]),
        way=Way(order.mode.strip(), order.place.strip(), _day("day", order.day)),
        prices=tuple([_amount("price", each.price, currency) for each in order.lines]),
        kind=CartKind(_one_of("kind", order.kind, (CartKind.ORDER, CartKind.QUOTE))),
        expires=_day("expires", order.expires),
        address=_address(desk, order),
        collector=order.collector,
        note=order.note,
        paid_minor=_amount("paid", order.paid, currency) or 0,
        channel=order.channel.strip(),
        reference=order.id.strip(),
        origin=Origin(_one_of("origin", order.origin, ORIGINS)),
        order_completion=order.completion,
    )


def _buyer(session: Session, named: str) -> Buyer:
    """The customer of this account, id or e-mail, if there is just one."""
    by_email = Customer.email.in_({named, named.lower()}) & Customer.merged_into.is_(None)
    wanted = or_(Customer.account == named, Customer.uuid == named, by_email)
    found = session.scalars(select(Customer.uuid).where(wanted).limit(2)).all() if named else []
    buyer = customer_known(session, found[0]) if len(found) == 1 else None
    if buyer is None:
        several = RuleBroken("Several customers have this e-mail. Type the account of one.")
        nobody = RuleBroken("No customer has this account, id or e-mail. Make them first.")
        raise Refused("customer", named, several if found else nobody)
    return buyer


def _address(desk: Desk, order: ChannelOrderPart) -> Address | None:
    if not (order.line1 or order.postcode or order.city):
        return None
    with told("line1", order.line1):
        country = order.country or desk.settings.country
        return check_address(
            Address(
                desk.headquarters.ids.new(), "One-time", order.name, order.phone, order.line1, order.postcode,
                order.city, country, order.region,
            )
        )  # fmt: skip


def _one_of(field: str, value: str, values: Sequence[str]) -> str:
    if value not in values:
        raise Refused(field, value, RuleBroken("It is one of: {values}.", values=", ".join(values)))
    return value


def _quantity(typed: str) -> int:
    try:
        return parse_quantity(typed or "1")
    except QuantityUnreadable as unreadable:
        raise Refused(
            "quantity", typed, RuleBroken("{what}. Type it again.", what=unreadable.message)
        ) from None


def _amount(field: str, typed: str, currency: str) -> int | None:
    try:
        return parse_amount(typed, currency) if typed.strip() else None
    except AmountUnreadable as unreadable:
        raise Refused(field, typed, RuleBroken("{what}. Type it again.", what=unreadable.message)) from None


def _day(field: str, typed: str) -> date | None:
    try:
        return date.fromisoformat(typed.strip()) if typed.strip() else None
    except ValueError:
        raise Refused(
            field, typed, RuleBroken("'{typed}' is not a day. Type it as 2026-12-24.", typed=typed)
        ) from None
