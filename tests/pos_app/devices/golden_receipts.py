"""Receipts whose every line is known: each document in each language and width. Renew them with this as a program."""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from functools import cache
from pathlib import Path

from pos_app.devices.receipt_lines import Look, receipt_lines
from pos_app.language.language import language_of
from retail.cart import Balance, Cart, add_line, change_terms, deliver
from retail.cart_values import CartKind, OrderTerms
from retail.catalog import Product
from retail.customers import Address, Customer
from retail.orders.applying import order_after
from retail.orders.cancellation import start_cancellation
from retail.orders.delivery import plan_pickup, plan_shipment
from retail.orders.order import OrderState
from retail.orders.paying import start_payment
from retail.orders.pickup import start_pickup
from retail.orders.returns import Returned, start_return
from retail.orders.terms import override_deposit
from retail.receipt import Row, StoreFacts, gift_receipt_of, receipt_of, store_copy_of
from retail.receipt_suspended import SetAside, slip_of
from retail.receipt_till import Moved, movement_slip_of
from retail.settings import FulfilmentPlace, StoreSettings
from retail.suspended import SuspendedCart
from retail.tender import Tender, TenderType, settle_cash
from retail.till import Movement, MovementKind
from retail.totals import totals_of
from retail.wire.conversion import Standing, transaction_document
from retail.wire.uploads import TransactionDocument

FOLDER = Path(__file__).parent / "golden"
LANGUAGES = ("en", "nb", "nl")
WIDTHS = (42, 32)
TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 14, 32, 10, tzinfo=timezone(timedelta(hours=1)))
SETTINGS = StoreSettings(
    "BERGEN",
    store_name="Butikk 42 AS",
    currency="NOK",
    country="NO",
    tax_percent=Decimal(25),
    price_includes_tax=True,
    cash_rounding_minor=100,
    cancellation_charge_percent=Decimal(5),
    cancellation_charge_tax_percent=Decimal(25),
    shipping_charge_tax_percent=Decimal(25),
    refund_shipping_charges=True,
    receipt_signature=True,
    receipt_lines=("Org.nr 999 999 999 MVA", "Strandgaten 42, 5004 Bergen", "Tlf. 55 00 00 00"),
    fulfilment_group=(FulfilmentPlace("OSLO", "Oslo sentrum", Decimal(25)),),
)
STORE = StoreFacts(
    SETTINGS.store_name,
    SETTINGS.receipt_lines,
    SETTINGS.cancellation_charge_percent,
    signature=True,
    store_names={"BERGEN": "Butikk 42 AS", "OSLO": "Oslo sentrum"},
)
HOME = Address(id="a1", line1="Storgt. 1", postcode="5003", city="Bergen", country="NO")
OLE = Customer(
    id="01900000-0000-7000-8000-0000000000c1", name="Ole Åge Kråkenes", account="10021", addresses=(HOME,)
)
SHOE = Product("1", "Terrengsko 42 «Fjellræv»", 89_900)
SOCK = Product("2", "Merinosokk", 12_900)
CUP = Product("3", "Café-kopp blå, Ø 9 cm", 4950, Decimal(15))


def made(name: str) -> tuple[Row, ...]:
    """The rows of one of the documents."""
    return DOCUMENTS[name]()


def text_of(name: str, language: str, columns: int) -> str:
    """The paper as text: a large line is marked, and so is a code."""
    marks = {Look.PLAIN: "", Look.STRONG: "", Look.LARGE: "[large] "}
    lines = receipt_lines(made(name), language_of(language), columns)
    shown = [f"[code] {line.text}" if line.is_code else f"{marks[line.look]}{line.text}" for line in lines]
    return "\n".join([*shown, ""])


def file_of(name: str, language: str, columns: int) -> Path:
    """Where the known text of a receipt is kept."""
    return FOLDER / f"{name}.{language}.{columns}.txt"


def every() -> Iterator[tuple[str, str, int]]:
    """Every document in every language and width."""
    return ((name, language, columns) for name in DOCUMENTS for language in LANGUAGES for columns in WIDTHS)


def _cart(*goods: tuple[Product, int], number: int = 1) -> Cart:
    cart = Cart(
        id=f"01900000-0000-7000-8000-00000000a00{number}",
        order_id="01900000-0000-7000-8000-0000000000b1",
        currency="NOK",
        customer=OLE,
    )
    for product, thousandths in goods:
        cart = add_line(cart, product, SETTINGS, thousandths)
    return cart


def _document(cart: Cart, number: int) -> TransactionDocument:
    standing = Standing(
        register="BERGEN-3",
        store="BERGEN",
        epoch="e1",
        number=number,
        receipt_number=f"BERGEN-3-{number:06d}",
        confirmation_number="L-BERGEN-3-00045",
        shift="01900000-0000-7000-8000-0000000000d1",
        user="kari",
        at=NOW + timedelta(days=number - 1),
    )
    return transaction_document(cart, totals_of(cart, SETTINGS), SETTINGS, standing)


def _paid(cart: Cart, tendered_minor: int | None = None) -> Cart:
    """Paid in cash, or given back in cash."""
    due = totals_of(cart, SETTINGS).due_minor
    if due > 0:
        return replace(cart, tenders=(settle_cash(1, tendered_minor, due, 100, "NOK"),))
    if due < 0:
        return replace(cart, tenders=(Tender(1, TenderType.CARD, due, 0, 0, due),))
    return cart


def _sale() -> TransactionDocument:
    cart = replace(_cart((SHOE, 1000), (SOCK, 2000), (CUP, 3000)), customer=None)
    return _document(_paid(cart, 150_000), 1)


def _ordered() -> Cart:
    """Two pairs of socks are fetched in Oslo, a shoe here, a cup is shipped with a charge."""
    cart = _cart((SHOE, 2000), (SOCK, 2000), (CUP, 1000))
    cart = deliver(
        cart, [1], plan_pickup(SETTINGS, TODAY, "BERGEN", TODAY + timedelta(days=2)), SETTINGS
    )  # fmt: skip
    cart = deliver(cart, [2], plan_pickup(SETTINGS, TODAY, "OSLO", TODAY + timedelta(days=2)), SETTINGS)
    cart = deliver(
        cart, [3], plan_shipment(SETTINGS, TODAY, HOME, day=TODAY + timedelta(days=3)), SETTINGS, 9900
    )
    return change_terms(cart, lambda terms: replace(terms, balance=Balance.PAY_AT_PICKUP))


def _order() -> TransactionDocument:
    cart = change_terms(_ordered(), lambda terms: replace(terms, collector="Per Moe"))
    return _document(_paid(cart), 1)


def _hybrid() -> TransactionDocument:
    """The example of the specification: one line is shipped, one is carried out."""
    cart = _cart((SHOE, 1000), (SOCK, 2000))
    plan = plan_shipment(SETTINGS, TODAY, HOME, day=TODAY + timedelta(days=3))
    cart = deliver(cart, [1, 2], plan, SETTINGS, 9900, header_charge=True)
    cart = change_terms(
        deliver(cart, [2], None, SETTINGS), lambda terms: replace(terms, balance=Balance.CARD_ON_FILE)
    )
    return _document(_paid(replace(cart, customer=replace(OLE, account=None))), 1)


def _override() -> TransactionDocument:
    cart = override_deposit(_ordered(), SETTINGS, 50_000, "Regular customer", "sjef")
    return _document(_paid(cart), 1)


def _quote() -> TransactionDocument:
    cart = replace(_cart((SHOE, 1000)), terms=OrderTerms(CartKind.QUOTE, expires=TODAY + timedelta(days=14)))
    plan = plan_shipment(SETTINGS, TODAY, HOME, day=TODAY + timedelta(days=3))
    return _document(deliver(cart, [1], plan, SETTINGS), 1)


def _state(*documents: TransactionDocument) -> OrderState:
    order: OrderState | None = None
    for document in documents:
        order = order_after(document, order).order
    assert order is not None
    return order


def _pickup() -> TransactionDocument:
    cart = start_pickup(_state(_order()), {1: 1000}, OLE, SETTINGS, "01900000-0000-7000-8000-00000000a002")
    return _document(_paid(cart), 2)


def _last_pickup() -> TransactionDocument:
    """Of an order of one line, so that nothing is left."""
    cart = _cart((SHOE, 1000))
    plan = plan_pickup(SETTINGS, TODAY, "BERGEN", TODAY + timedelta(days=2))
    order = _state(_document(_paid(deliver(cart, [1], plan, SETTINGS)), 1))
    cart = start_pickup(
        order, {1: 1000}, OLE, SETTINGS, "01900000-0000-7000-8000-00000000a002", collector="Åse Moe"
    )
    return _document(_paid(cart), 2)


def _payment() -> TransactionDocument:
    cart = start_payment(_state(_order()), 50_000, OLE, "01900000-0000-7000-8000-00000000a002")
    return _document(_paid(cart, 60_000), 2)


def _cancellation() -> TransactionDocument:
    cart = start_cancellation(
        _state(_order()), OLE, SETTINGS, "01900000-0000-7000-8000-00000000a002", reason="Ombestemte seg"
    )
    assert cart.act is not None
    return _document(_paid(replace(cart, act=replace(cart.act, approved_by="sjef"))), 2)


def _return(*, exchange: bool = False) -> TransactionDocument:
    order = _state(_order(), _pickup())
    cart = start_return(
        order,
        [Returned(1, 1000, "Sålen løsnet")],
        OLE,
        SETTINGS,
        "01900000-0000-7000-8000-00000000a003",
        4900,
    )
    assert cart.act is not None
    cart = replace(cart, act=replace(cart.act, approved_by="sjef"))
    return _document(_paid(add_line(cart, SOCK, SETTINGS) if exchange else cart), 3)


DROP = Movement(
    "01900000-0000-7000-8000-0000000000e1", MovementKind.BANK_DROP, 200_000, "kveld", "4711-0042", NOW.isoformat(),
    "kari", "mette",
)  # fmt: skip


def _suspended() -> SetAside:
    cart = _cart((SHOE, 1000), (SOCK, 2000))
    listed = SuspendedCart(cart.id, "Blå jakke", OLE.name, 2, 115_700, "NOK", NOW.isoformat(), "kari")
    return SetAside(listed, cart, "BERGEN-3")


def _receipt(
    document: Callable[[], TransactionDocument], number: str | None = None, invoice: str | None = None
) -> Callable[[], tuple[Row, ...]]:
    return cache(lambda: receipt_of(document(), STORE, number, invoice))


DOCUMENTS: Mapping[str, Callable[[], tuple[Row, ...]]] = {
    "sale": _receipt(_sale),
    "copy": lambda: receipt_of(_sale(), STORE, copy=True),
    "gift": lambda: gift_receipt_of(_sale(), STORE),
    "order": _receipt(_order, number="SO-4711"),
    "hybrid": _receipt(_hybrid),
    "override": _receipt(_override),
    "store-copy": lambda: store_copy_of(_override(), STORE),
    "quote": _receipt(_quote),
    "payment": _receipt(_payment, number="SO-4711"),
    "pickup": _receipt(_pickup, number="SO-4711"),
    "last-pickup": _receipt(_last_pickup, number="SO-4711", invoice="F-20077"),
    "cancellation": _receipt(_cancellation, number="SO-4711"),
    "return": _receipt(_return, number="SO-4711"),
    "suspended": lambda: slip_of(_suspended(), STORE),
    "bank-drop": lambda: movement_slip_of(Moved(DROP, "BERGEN-3", 12, "NOK"), STORE),
    "exchange": _receipt(lambda: _return(exchange=True), number="SO-4711"),
}


def renew() -> int:
    """Write every receipt anew: whoever does so reads the differences."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.txt"):
        old.unlink()
    for name, language, columns in every():
        file_of(name, language, columns).write_text(text_of(name, language, columns), encoding="utf-8")
    return len(list(every()))


if __name__ == "__main__":
    sys.stdout.write(f"{renew()} receipts\n")
