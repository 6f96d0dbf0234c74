"""A cart comes back from its text exactly, whatever is in it."""

from dataclasses import fields
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from channel_db.journal.cart_text import header_text, line_text, read_cart
from retail.cards import CardOnFile, CardSlip
from retail.cart import Balance, Cart, CartKind, CartLine, DepositOverride, OrderTerms, PriceSource
from retail.charges import Charge, ChargeSource
from retail.customers import Address, Customer, CustomerType
from retail.orders.delivery import Delivery, DeliveryKind
from retail.tender import Tender, TenderType

texts = st.text(max_size=12)  # every sign there is, lone surrogates too
amounts = st.integers(-(10**12), 10**12)
charges = st.integers(0, 10**9)
percents_of_charges = st.sampled_from([Decimal(0), Decimal("6.25")])
several_charges = st.lists(
    st.builds(
        Charge,
        code=st.text(max_size=9),
        amount_minor=charges,
        tax_percent=st.sampled_from([Decimal(0), Decimal("6.25")]),
        source=st.sampled_from(ChargeSource),
        refundable=st.booleans(),
    ),
    max_size=2,
).map(tuple)
percents = st.decimals(0, 100, places=3)
dates = st.dates(date(2020, 1, 1), date(2040, 1, 1))
addresses = st.builds(
    Address, id=texts, purpose=texts, name=texts, phone=texts, line1=texts, postcode=texts, city=texts,
    country=texts, tax_percent=st.none() | percents,
)  # fmt: skip
customers = st.builds(
    Customer, id=texts, name=texts, type=st.sampled_from(CustomerType), account=st.none() | texts, email=texts,
    phone=texts, language=texts, business=st.booleans(), addresses=st.lists(addresses, max_size=2).map(tuple),
)  # fmt: skip
deliveries = st.one_of(
    st.builds(Delivery, kind=st.just(DeliveryKind.PICKUP), mode=texts, date=dates, store=texts),
    st.builds(
        Delivery, kind=st.just(DeliveryKind.SHIP), mode=texts, date=dates, store=st.none(), ship_from=texts,
        address=addresses,
    ),
)  # fmt: skip
lines = st.builds(
    CartLine, number=st.integers(1, 10**4), product=texts, name=texts, quantity_thousandths=st.integers(1, 10**7),
    list_price_minor=charges, price_minor=charges, tax_percent=percents, own_tax_percent=st.none() | percents,
    barcode=texts, price_source=st.sampled_from(PriceSource), charges=several_charges,
    delivery=st.none() | deliveries, voided=st.booleans(),
)  # fmt: skip
terms = st.builds(
    OrderTerms, kind=st.sampled_from(CartKind),
    override=st.none() | st.builds(DepositOverride, amount_minor=charges, reason=texts, approved_by=texts),
    pay_in_full=st.booleans(), balance=st.none() | st.sampled_from(Balance), collector=texts,
    expires=st.none() | dates,
    card=st.none() | st.builds(
        CardOnFile, token=texts, brand=texts, last_four=texts, authorised_minor=charges, reference=texts
    ),
)  # fmt: skip
tenders = st.builds(
    lambda number, type_, settled, rounding, change, card: Tender(
        number, type_, settled + rounding + change, change, rounding, settled, card
    ),
    st.integers(1, 99), st.sampled_from(TenderType), amounts, st.integers(-4, 4), amounts,
    st.none() | st.builds(CardSlip, texts, texts, texts, texts, texts, texts),
)  # fmt: skip
carts = st.builds(
    Cart, id=texts, order_id=texts, currency=texts, lines=st.lists(lines, max_size=3).map(tuple),
    customer=st.none() | customers, charges=several_charges, terms=st.none() | terms,
    tenders=st.lists(tenders, max_size=2).map(tuple), selected=st.frozensets(st.integers(1, 50), max_size=3),
)  # fmt: skip


@given(carts)
def test_every_field_of_a_cart_comes_back(cart: Cart) -> None:
    texts_of_lines = [line_text(line) for line in cart.lines]

    assert read_cart(cart.id, header_text(cart), texts_of_lines) == cart


@given(carts)
def test_text_can_be_kept_whatever_a_product_is_called(cart: Cart) -> None:
    assert (header_text(cart) + "".join(line_text(line) for line in cart.lines)).isascii()


def test_rates_keep_their_digits() -> None:
    line = CartLine(1, "1", "One", 1000, 5, 5, Decimal("8.2500"))

    back = read_cart("c", header_text(Cart("c", "o", "USD")), [line_text(line)])

    assert str(back.lines[0].tax_percent) == "8.2500"


def test_every_field_there_is_was_generated() -> None:
    """A field added to the cart must be added to its text: this fails until the strategies above name it."""
    said = {
        CartLine: 13,
        Cart: 9,
        Customer: 9,
        Address: 9,
        Delivery: 6,
        Charge: 5,
        OrderTerms: 7,
        Tender: 7,
        DepositOverride: 3,
        CardSlip: 6,
        CardOnFile: 5,
    }

    assert {each: len(fields(each)) for each in said} == said


def test_a_payment_kept_by_an_older_version_is_read() -> None:
    header = header_text(Cart("c", "o", "USD", tenders=(Tender(1, TenderType.CASH, 500, 0, 0, 500),)))
    older = header.replace(",500,null]", ",500]")
    assert older != header

    assert read_cart("c", older, []).tenders == (Tender(1, TenderType.CASH, 500, 0, 0, 500),)
