"""Makes what the tests keep: carts, transactions of an order, customers, feed rows."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from channel_db.engine import open_journal
from channel_db.journal.repository import Journal, Work
from retail.cart import Balance, Cart, CartLine, OrderTerms
from retail.clock import Clock, stamp
from retail.customers import Address, Customer
from retail.orders.applying import order_after
from retail.orders.delivery import Delivery, DeliveryKind
from retail.orders.order import OrderState
from retail.settings import StoreSettings
from retail.shift import Shift
from retail.tender import Tender, TenderType
from retail.totals import totals_of
from retail.wire.conversion import Standing, customer_document, transaction_document
from retail.wire.protocol import FeedRow
from retail.wire.tally import money_of
from retail.wire.uploads import TransactionDocument

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
SETTINGS = StoreSettings(store="HOUSTON", tax_percent=Decimal("8.25"))
EPOCH = "epoch-1"


class SetClock(Clock):
    """A clock that shows what it was set to."""

    def __init__(self, moment: datetime = NOW) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def go_on(self, **duration: float) -> datetime:
        self.moment += timedelta(**duration)
        return self.moment


def uuid(kind: int, number: int) -> str:
    return f"{kind:08x}-0000-7000-8000-{number:012x}"


def customer(number: int = 1, name: str = "Åse Bjørnson", **others: Any) -> Customer:
    address = Address(id=uuid(9, number), line1="Main Street 1", postcode="77001", city="Houston")
    return Customer(
        id=uuid(1, number),
        name=name,
        email=f"c{number}@example.com",
        phone=f"+47 22 33 {number:04d}",
        addresses=(address,),
        **others,
    )


def line(number: int, product: str = "0001", price_minor: int = 1999, **others: Any) -> CartLine:
    return CartLine(
        number=number,
        product=product,
        name=f"Product {product}",
        quantity_thousandths=1000,
        list_price_minor=price_minor,
        price_minor=price_minor,
        tax_percent=Decimal("8.25"),
        **others,
    )


def sale_cart(number: int = 1, lines: int = 5) -> Cart:
    """A plain sale of some lines, paid in cash."""
    cart = Cart(
        id=uuid(2, number),
        order_id=uuid(3, number),
        currency="USD",
        lines=tuple([line(at, f"{at:04d}") for at in range(1, lines + 1)]),
    )
    return paid(cart)


def order_cart(number: int = 1, lines: int = 5) -> Cart:
    """A hybrid order: the first line is carried out, the others are fetched; the deposit is paid in cash."""
    cart = sale_cart(number, lines)
    pickup = Delivery(DeliveryKind.PICKUP, "pickup", date(2026, 11, 23), store="HOUSTON")
    fetched = tuple([each if each.number == 1 else replace(each, delivery=pickup) for each in cart.lines])
    terms = OrderTerms(balance=Balance.PAY_AT_PICKUP)
    return paid(replace(cart, lines=fetched, customer=customer(number), terms=terms, tenders=()))


def paid(cart: Cart) -> Cart:
    due = totals_of(cart, SETTINGS).due_minor
    return replace(cart, tenders=(Tender(1, TenderType.CASH, due + 100, 100, 0, due),))


def document(cart: Cart, number: int = 1) -> TransactionDocument:
    standing = Standing(
        register="HOUSTON-1",
        store="HOUSTON",
        epoch=EPOCH,
        number=number,
        receipt_number=f"HOUSTON-1-{number:06d}",
        confirmation_number=f"L-HOUSTON-1-{number:05d}",
        shift=uuid(4, 1),
        user="ann",
        at=NOW,
    )
    return transaction_document(cart, totals_of(cart, SETTINGS), SETTINGS, standing)


def ordered(at: int = 1, **changes: Any) -> OrderState:
    """The order that the transaction of an order's cart makes; the first line of two is carried out."""
    order = order_after(document(order_cart(at, lines=2), at)).order
    return replace(order, **changes)


def shift(number: int = 1) -> Shift:
    return Shift(
        id=uuid(4, number),
        number=number,
        opened_at=stamp(NOW),
        opened_by="ann",
        start_minor=10000,
        business_date=NOW.date(),
    )


def opened(folder: Path, clock: Clock | None = None) -> Journal:
    """A journal with an open shift."""
    journal = open_journal(folder, clock or SetClock())
    if journal.open_shift() is None:
        with journal.unit_of_work() as work:
            work.open_shift(shift())
    return journal


def conclude(work: Work, cart: Cart, **outbox: Any) -> TransactionDocument:
    """Everything that is kept of a concluded cart."""
    made = document(cart, work.next_number("transaction"))
    text = made.written()
    work.add_transaction(made, text)
    if made.order is not None:
        work.keep_order(order_after(made).order, made.id)
    work.add_journal_entry(made.made_at, "transaction.concluded", made.user, made.id)
    work.add_outbox(made.id, "transaction", text, money_minor=money_of(made), **outbox)
    return made


def add_customer(work: Work, who: Customer, **outbox: Any) -> None:
    text = customer_document(who, "HOUSTON-1", "HOUSTON", "ann", NOW).written()
    work.add_customer(who, text)
    work.add_outbox(who.id, "customer", text, **outbox)


def rows(values: dict[str, dict[str, Any]], gone: tuple[str, ...] = ()) -> list[FeedRow]:
    """Rows of a feed page."""
    kept = [FeedRow(key=key, gone=False, value=value) for key, value in values.items()]
    return kept + [FeedRow(key=key, gone=True, value=None) for key in gone]


def product_row(number: str, name: str, **others: Any) -> dict[str, Any]:
    return {"number": number, "name": name, **others}
