"""A cart comes back from its text exactly, whatever is in it."""

import json
from dataclasses import fields
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from channel_db.journal.cart_text import header_text, line_text, read_cart
from retail.cards import CardOnFile, CardSlip
from retail.cart import (
    Balance,
    Cart,
    CartKind,
    CartLine,
    DepositOverride,
    OrderTerms,
    PriceOverride,
    PriceSource,
)
from retail.charges import Charge, ChargeOverride, ChargeSource
from retail.customers import Address, Customer, CustomerType
from retail.discounts import Discount, DiscountSource
from retail.orders.acts import Act, ActKind, OtherCharge
from retail.orders.delivery import Delivery, DeliveryKind
from retail.orders.shares import Share
from retail.tax_codes import TaxCode
from retail.tender import Tender, TenderType
from tests.channel_db.making import ordered

texts = st.text(max_size=12)  # every sign there is, lone surrogates too
amounts = st.integers(-(10**12), 10**12)
charges = st.integers(0, 10**9)
percents_of_charges = st.sampled_from([Decimal(0), Decimal("6.25")])
tax_codes = st.builds(TaxCode, st.text(min_size=1, max_size=9), percents_of_charges, st.booleans())
several_charges = st.lists(
    st.builds(
        Charge,
        code=st.text(max_size=9),
        amount_minor=charges,
        tax_percent=st.sampled_from([Decimal(0), Decimal("6.25")]),
        source=st.sampled_from(ChargeSource),
        refundable=st.booleans(),
        original_minor=st.none() | charges,
        part_tax_minor=st.none() | charges,
        tax_codes=st.lists(tax_codes, max_size=2).map(tuple),
        override=st.none() | st.builds(ChargeOverride, before_minor=charges, reason=texts, approved_by=texts),
    ),
    max_size=2,
).map(tuple)
percents = st.decimals(0, 100, places=3)
discounts = st.builds(
    Discount, source=st.sampled_from(DiscountSource), name=texts, percent=st.none() | percents, stated_minor=charges,
    amount_minor=charges, code=texts, approved_by=texts,
)  # fmt: skip
dates = st.dates(date(2020, 1, 1), date(2040, 1, 1))
addresses = st.builds(
    Address, id=texts, purpose=texts, name=texts, phone=texts, line1=texts, postcode=texts, city=texts,
    country=texts, region=texts, tax_percent=st.none() | percents, tax_group=texts,
)  # fmt: skip
customers = st.builds(
    Customer, id=texts, name=texts, type=st.sampled_from(CustomerType), account=st.none() | texts, email=texts,
    phone=texts, language=texts, business=st.booleans(), tax_exempt=st.booleans(),
    addresses=st.lists(addresses, max_size=2).map(tuple),
    affiliations=st.lists(texts, max_size=2).map(tuple), loyalty_cards=st.lists(texts, max_size=2).map(tuple),
    version=st.integers(0, 200), changes=st.lists(texts, max_size=2).map(tuple),
    title=texts, group=texts, currency=texts, receipt_option=texts, receipt_email=texts,
    extras=st.lists(st.tuples(texts, texts), max_size=2).map(tuple),
)  # fmt: skip
deliveries = st.one_of(
    st.builds(Delivery, kind=st.just(DeliveryKind.PICKUP), mode=texts, date=dates, store=texts),
    st.builds(
        Delivery, kind=st.just(DeliveryKind.SHIP), mode=texts, date=dates, store=st.none(), ship_from=texts,
        address=addresses,
    ),
)  # fmt: skip
shares = st.builds(
    Share, quantity_thousandths=amounts, amount_minor=amounts, tax_minor=amounts,
    charges_minor=st.lists(amounts, max_size=2).map(tuple),
    charge_taxes_minor=st.lists(amounts, max_size=2).map(tuple),
)  # fmt: skip
acts = st.builds(
    Act, kind=st.sampled_from(ActKind), order=st.sampled_from([None, ordered()]), deposit_paid_minor=amounts,
    deposit_used_minor=amounts, applied_minor=charges, may_steer=st.booleans(), reason=texts, approved_by=texts,
    collector=texts,
    settled_minor=amounts, asked_minor=amounts, invoice=texts,
    other_charge=st.none() | st.builds(OtherCharge, code=texts, before_minor=charges),
)  # fmt: skip
lines = st.builds(
    CartLine, number=st.integers(1, 10**4), product=texts, name=texts, quantity_thousandths=st.integers(1, 10**7),
    list_price_minor=charges, price_minor=charges, tax_percent=percents, own_tax_percent=st.none() | percents,
    category=texts, tax_codes=st.lists(tax_codes, max_size=2).map(tuple), item_tax_group=texts, unit=texts,
    contains_thousandths=st.integers(1, 10**7),
    barcode=texts, price_source=st.sampled_from(PriceSource), charges=several_charges,
    discounts=st.lists(discounts, max_size=2).map(tuple),
    override=st.none() | st.builds(PriceOverride, reason=texts, approved_by=texts),
    delivery=st.none() | deliveries, voided=st.booleans(), price_locked=st.booleans(),
    order_line=st.none() | st.integers(1, 10**4), gone_thousandths=st.integers(0, 10**7), share=st.none() | shares,
    reason=texts, serials=st.lists(texts, max_size=2).map(tuple), asks_serial=st.booleans(), price_list=texts,
)  # fmt: skip
cards = st.builds(
    CardOnFile, token=texts, brand=texts, last_four=texts, authorised_minor=charges, reference=texts
)
terms = st.builds(
    OrderTerms, kind=st.sampled_from(CartKind),
    override=st.none() | st.builds(DepositOverride, amount_minor=charges, reason=texts, approved_by=texts),
    pay_in_full=st.booleans(), balance=st.none() | st.sampled_from(Balance), collector=texts,
    expires=st.none() | dates,
    card=st.none() | cards, further_cards=st.lists(cards, max_size=2).map(tuple), topped_up=st.booleans(),
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
    customer=st.none() | customers, charges=several_charges, discount=st.none() | discounts, terms=st.none() | terms,
    tenders=st.lists(tenders, max_size=2).map(tuple), selected=st.frozensets(st.integers(1, 50), max_size=3),
    act=st.none() | acts, attributes=st.lists(st.tuples(texts, texts), max_size=2).map(tuple),
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


def test_a_cart_kept_before_there_were_discounts_is_read() -> None:
    line = json.loads(line_text(CartLine(1, "1", "One", 1000, 5, 5, Decimal(0))))
    header = json.loads(header_text(Cart("c", "o", "USD", charges=(Charge("FREIGHT", 5, Decimal(0)),))))
    for name in ("discounts", "override", "price_locked"):
        del line[name]
    del header["discount"], header["charges"][0][-1]

    back = read_cart("c", json.dumps(header), [json.dumps(line)])

    assert (back.lines[0].discounts, back.lines[0].override, back.lines[0].price_locked) == ((), None, False)
    assert (back.discount, back.charges[0].original_minor) == (None, None)


def test_a_cart_kept_before_it_could_act_on_an_order_is_read() -> None:
    line = json.loads(line_text(CartLine(1, "1", "One", 1000, 5, 5, Decimal(0))))
    header = json.loads(header_text(Cart("c", "o", "USD")))
    for name in ("price_locked", "order_line", "gone_thousandths", "share", "reason"):
        del line[name]
    del header["act"]

    back = read_cart("c", json.dumps(header), [json.dumps(line)])

    assert (back.act, back.lines[0].share, back.lines[0].order_line) == (None, None, None)


def test_every_field_there_is_was_generated() -> None:
    """A field added to the cart must be added to its text: this fails until the strategies above name it."""
    said = {
        CartLine: 28,
        Cart: 12,
        Act: 13,
        Share: 5,
        Customer: 20,
        Address: 11,
        Delivery: 6,
        Charge: 9,
        ChargeOverride: 3,
        OtherCharge: 2,
        Discount: 7,
        PriceOverride: 2,
        OrderTerms: 9,
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
