"""A small shop for tests: settings, products, a customer, carts and documents, fixed and generated."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

from hypothesis import strategies as st

from retail.cart import Balance, Cart, add_line, change_terms, deliver, void_line
from retail.catalog import Product
from retail.charges import Charge
from retail.customers import Address, Customer
from retail.orders.delivery import Delivery, DeliveryKind, plan_pickup, plan_shipment
from retail.orders.terms import override_deposit, pay_in_full
from retail.pricing import Consent, discount_lines, discount_total, override_price, priced
from retail.promotions import PriceBook, Promotion, PromotionKind
from retail.settings import FulfilmentPlace, StoreSettings, TaxGroup, TaxRounding
from retail.tax_codes import TaxCode
from retail.tender import settle_cash
from retail.totals import Totals, totals_of
from retail.wire.conversion import Standing, transaction_document
from retail.wire.uploads import TransactionDocument

TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 14, 32, 10, tzinfo=timezone(timedelta(hours=1)))
HOME = Address(
    id="a1", line1="Storgt 1", postcode="5003", city="Bergen", country="NO", tax_percent=Decimal(9)
)
ANNA = Customer(
    id="01900000-0000-7000-8000-0000000000c1", name="Anna Berg", account="10021", addresses=(HOME,)
)
SETTINGS = StoreSettings(
    "HOUSTON", store_name="Houston", fulfilment_group=(FulfilmentPlace("SEATTLE", "Seattle", Decimal(5)),)
)
EMPTY = Cart(
    id="01900000-0000-7000-8000-0000000000a1", order_id="01900000-0000-7000-8000-0000000000b1", currency="USD"
)
STANDING = Standing(
    register="HOUSTON-1",
    store="HOUSTON",
    epoch="e1",
    number=7,
    receipt_number="HOUSTON-1-000007",
    confirmation_number="L-HOUSTON-1-00003",
    shift="01900000-0000-7000-8000-0000000000d1",
    user="cashier",
    at=NOW,
)


def product(number: str = "A", price_minor: int = 12_000, tax: str | None = None) -> Product:
    return Product(number, f"Product {number}", price_minor, None if tax is None else Decimal(tax))


def cart_with(
    *prices_minor: int, settings: StoreSettings = SETTINGS, customer: Customer | None = ANNA
) -> Cart:
    """A cart with one piece each of products A, B, C ... at these prices."""
    cart = replace(EMPTY, customer=customer, currency=settings.currency)
    for letter, price in zip("ABCDEFGH", prices_minor, strict=False):
        cart = add_line(cart, product(letter, price), settings)
    return cart


def pickup(store: str = "HOUSTON", settings: StoreSettings = SETTINGS) -> Delivery:
    return plan_pickup(settings, TODAY, store, TODAY + timedelta(days=1))


def shipment(settings: StoreSettings = SETTINGS) -> Delivery:
    return plan_shipment(settings, TODAY, HOME, day=TODAY + timedelta(days=3))


def hybrid(settings: StoreSettings = SETTINGS) -> Cart:
    """X 40.00 is carried out, P 100.00 fetched, Z 60.00 shipped, with a charge of 10.00 on the order."""
    cart = cart_with(4000, 10_000, 6000, settings=settings)
    cart = deliver(cart, [1, 2, 3], shipment(settings), settings, 1000, header_charge=True)
    cart = deliver(cart, [1], None, settings)
    return deliver(cart, [2], pickup(settings=settings), settings)


def arranged(cart: Cart, balance: Balance) -> Cart:
    return change_terms(cart, lambda terms: replace(terms, balance=balance))


def paid_in_cash(cart: Cart, settings: StoreSettings = SETTINGS, tendered_minor: int | None = None) -> Cart:
    """The cart with what is due paid, where anything is."""
    due = totals_of(cart, settings).due_minor
    if due <= 0:
        return cart
    number = len(cart.tenders) + 1
    tender = settle_cash(number, tendered_minor, due, settings.cash_rounding_minor, cart.currency)
    return replace(cart, tenders=(*cart.tenders, tender))


def document_of(
    cart: Cart, settings: StoreSettings = SETTINGS, totals: Totals | None = None
) -> TransactionDocument:
    return transaction_document(cart, totals or totals_of(cart, settings), settings, STANDING)


TWO_TAXES = (TaxCode("GST", Decimal(5), compounds=True), TaxCode("QST", Decimal("9.5")))
rates = st.sampled_from([Decimal(0), Decimal(5), Decimal("6.25"), Decimal("8.25"), Decimal(25)])


@st.composite
def any_settings(draw: st.DrawFn) -> StoreSettings:
    codes = draw(st.sampled_from([(), TWO_TAXES]))
    return replace(
        SETTINGS,
        tax_percent=Decimal(0) if codes else draw(rates),
        tax_codes=codes,
        price_includes_tax=draw(st.booleans()),
        tax_rounding=draw(st.sampled_from(TaxRounding)),
        deposit_percent=draw(st.sampled_from([Decimal(0), Decimal(10), Decimal("33.3"), Decimal(100)])),
        shipping_charge_tax_percent=draw(rates),
        cash_rounding_minor=draw(st.sampled_from([1, 5, 100])),
        advanced_auto_charges=draw(st.booleans()),
        destination_based_tax=draw(st.booleans()),
        tax_groups=draw(
            st.sampled_from([(), (TaxGroup("Bergen", Decimal(12), country="NO", postcodes=("50",)),)])
        ),
        calculate_customer_exempt=draw(st.booleans()),
    )


@st.composite
def any_cart(draw: st.DrawFn) -> tuple[Cart, StoreSettings]:
    """A cart as a cashier could build it: lines, voids, deliveries, charges, deposit, and everything paid."""
    settings = draw(any_settings())
    cart = replace(
        EMPTY, customer=replace(ANNA, business=draw(st.booleans()), tax_exempt=draw(st.booleans()))
    )
    for number in range(draw(st.integers(1, 6))):
        cart = draw(with_any_line(cart, str(number), settings))
    for line in cart.lines[1:]:
        if draw(st.integers(0, 3)) == 0:
            cart = void_line(cart, line.number)
    cart = draw(with_any_prices(cart))
    cart = draw(with_any_deliveries(cart, settings))
    if cart.terms is not None:
        cart = draw(with_any_deposit(cart, settings))
    return draw(paid_in_pieces(cart, settings)), settings


@st.composite
def with_any_line(draw: st.DrawFn, cart: Cart, number: str, settings: StoreSettings) -> Cart:
    charge = draw(st.sampled_from([0, 1999]))
    goods = replace(product(number, draw(st.integers(0, 100_000))), line_charge_minor=charge)
    goods = replace(goods, tax_percent=draw(st.none() | rates))
    keyed = draw(st.none() | st.integers(0, 100_000))
    return add_line(cart, goods, settings, draw(st.integers(1, 9000)), keyed)


@st.composite
def with_any_prices(draw: st.DrawFn, cart: Cart) -> Cart:
    """Promotions, a price override, discounts on lines and on the whole."""
    staff = Consent("Staff", "manager")
    percents = st.none() | st.sampled_from([Decimal(10), Decimal("33.3"), Decimal(100)])
    kinds = st.sampled_from(PromotionKind)
    book = PriceBook(
        Promotion(f"P{number}", "Week", draw(kinds), (number,), Decimal(10), draw(st.integers(0, 50_000)))
        for number in "0123"
    )
    cart = replace(cart, lines=tuple(priced(line, book, TODAY) for line in cart.lines))
    for line in cart.active_lines:
        if draw(st.integers(0, 3)) == 0:
            cart = override_price(cart, line.number, draw(st.integers(0, 100_000)), staff)
        if draw(st.integers(0, 3)) == 0:
            off = draw(st.integers(0, cart.lines[line.number - 1].amount_minor))
            cart = discount_lines(cart, [line.number], staff, percent=draw(percents), amount_minor=off)
    if draw(st.integers(0, 3)) == 0:
        cart = discount_total(cart, staff, percent=draw(percents))
    return cart


@st.composite
def with_any_deliveries(draw: st.DrawFn, cart: Cart, settings: StoreSettings) -> Cart:
    charge, on_order = draw(st.sampled_from([0, 0, 1000])), draw(st.booleans())
    for line in cart.active_lines:
        kind = draw(st.sampled_from(DeliveryKind))
        if kind is DeliveryKind.SHIP:
            cart = deliver(cart, [line.number], shipment(settings), settings, 0 if on_order else charge)
        elif kind is DeliveryKind.PICKUP:
            cart = deliver(cart, [line.number], pickup(settings=settings), settings)
    if not (on_order and charge and cart.terms is not None):
        return cart
    rate = settings.shipping_charge_tax_percent
    return replace(cart, charges=(Charge("FREIGHT", charge, rate),))


@st.composite
def with_any_deposit(draw: st.DrawFn, cart: Cart, settings: StoreSettings) -> Cart:
    choice = draw(st.sampled_from(["calculated", "override", "in full"]))
    if choice == "in full":
        return pay_in_full(cart)
    if choice == "override":
        totals = totals_of(cart, settings)
        amount = draw(st.integers(totals.carry_out_minor, totals.total_minor))
        return override_deposit(cart, settings, amount, "Regular customer", "manager")
    return cart


@st.composite
def paid_in_pieces(draw: st.DrawFn, cart: Cart, settings: StoreSettings) -> Cart:
    while (due := totals_of(cart, settings).due_minor) > 0:
        coin = settings.cash_rounding_minor
        some = None if len(cart.tenders) >= 3 else draw(st.none() | st.integers(1, due // coin + 2))
        cart = paid_in_cash(cart, settings, None if some is None else some * coin)
    return cart
