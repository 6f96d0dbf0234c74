"""What receipts say: everything that must be printed, worked out from the concluded transaction alone."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from retail.cart import Balance, Cart, CartKind, OrderTerms, add_line, change_terms, deliver, set_quantity
from retail.charges import Charge
from retail.messages import say
from retail.money import Money
from retail.orders.applying import order_after
from retail.orders.pickup import start_pickup
from retail.orders.terms import override_deposit, pay_in_full
from retail.pricing import Consent, discount_lines, priced
from retail.promotions import PriceBook, Promotion, PromotionKind
from retail.receipt import (
    Barcode,
    Item,
    Pair,
    Row,
    StoreFacts,
    Text,
    Title,
    gift_receipt_of,
    receipt_of,
    store_copy_of,
)
from retail.settings import StoreSettings
from retail.tax_codes import TaxCode
from retail.totals import totals_of
from tests.retail.shop import (
    ANNA,
    SETTINGS,
    TODAY,
    any_cart,
    arranged,
    cart_with,
    document_of,
    hybrid,
    paid_in_cash,
    pickup,
    product,
    shipment,
)

STORE = StoreFacts("Houston", ("Main Street 1", "Org. 999 999 999"), store_names={"SEATTLE": "Seattle"})


def printed(rows: Sequence[Row]) -> list[str]:
    """The rows as plain lines."""
    lines = []
    for row in rows:
        match row:
            case Title(text):
                lines.append(f"# {text}")
            case Text(text):
                lines.append(str(text))
            case Pair(left, right):
                lines.append(f"{left}: {right}")
            case Item(name, quantity, price, amount):
                lines.append(f"{quantity or 1} x {name} {price} = {amount}")
            case Barcode(code):
                lines.append(f"||{code}||")
            case _:
                lines.append("---")
    return lines


def receipt(
    cart: Cart, settings: StoreSettings = SETTINGS, store: StoreFacts = STORE, number: str | None = None
) -> list[str]:
    return printed(receipt_of(document_of(cart, settings), store, number))


def test_a_sales_receipt_has_all_that_must_be_printed() -> None:
    settings = replace(SETTINGS, tax_percent=Decimal("6.25"), cash_rounding_minor=5)
    cart = set_quantity(cart_with(999, 500, settings=settings), 2, 1500)
    cart = add_line(cart, product("C", 100, "0"), settings)

    assert receipt(paid_in_cash(cart, settings, 3000), settings) == [
        "# Houston",
        "Main Street 1",
        "Org. 999 999 999",
        "# Sales receipt",
        "Receipt: HOUSTON-1-000007",
        "Date: 2026-11-21 14:32",
        "Register: HOUSTON-1",
        "Transaction: 7",
        "Served by: cashier",
        "Customer Anna Berg: 10021",
        "---",
        "1 x Product A 9.99 = 9.99",
        "1.5 x Product B 5.00 = 7.50",
        "1 x Product C 1.00 = 1.00",
        "---",
        "Total: 19.58",
        "Tax 0 % of 1.00: 0.00",
        "Tax 6.25 % of 17.49: 1.09",
        "---",
        "Cash: 30.00",
        "Cash rounding: 0.02",
        "Change: 10.40",
        "||HOUSTON-1-000007||",
    ]


def test_what_a_customer_takes_along_ends_with_the_lines_of_the_store() -> None:
    store = replace(STORE, footer=("Exchange within 30 days", "Welcome back"))
    cart = paid_in_cash(cart_with(999))
    document = document_of(cart)

    assert receipt(cart, store=store)[-2:] == ["Exchange within 30 days", "Welcome back"]
    assert printed(gift_receipt_of(document, store))[-2:] == ["Exchange within 30 days", "Welcome back"]


def test_several_taxes_stand_under_their_codes() -> None:
    codes = (TaxCode("GST", Decimal(5)), TaxCode("QST", Decimal("9.975")))
    settings = replace(SETTINGS, tax_codes=codes)
    cart = add_line(cart_with(1010, 1010, settings=settings), product("C", 100, "12"), settings)

    assert [line for line in receipt(paid_in_cash(cart, settings), settings) if " % of " in line] == [
        "Tax 12 % of 1.00: 0.12",
        "GST 5 % of 20.20: 1.02",
        "QST 9.975 % of 20.20: 2.02",
    ]


def test_an_order_confirmation_has_all_that_must_be_printed() -> None:
    cart = change_terms(hybrid(), lambda terms: replace(terms, collector="Per Moe"))
    store = replace(STORE, cancellation_charge_percent=Decimal("5.0"))

    assert receipt(arranged(paid_in_cash(cart), Balance.CARD_ON_FILE), store=store)[3:] == [
        "# Order confirmation – deposit",
        "Order: L-HOUSTON-1-00003",
        "Our number: number follows",
        "||L-HOUSTON-1-00003||",
        "Date: 2026-11-21 14:32",
        "Register: HOUSTON-1",
        "Transaction: 7",
        "Served by: cashier",
        "Customer Anna Berg: 10021",
        "Collected by: Per Moe",
        "---",
        "1 x Product A 40.00 = 40.00",
        "Carried out: sales receipt HOUSTON-1-000007",
        "1 x Product B 100.00 = 100.00",
        "Picked up at HOUSTON on 2026-11-22",
        "1 x Product C 60.00 = 60.00",
        "Shipped (ground) on 2026-11-24 to Storgt 1, 5003 Bergen",
        "Charges: 10.00",
        "---",
        "Order total: 210.00",
        "Tax 0 % of 210.00: 0.00",
        "Carried out, paid: 40.00",
        "Deposit 10 % of 170.00: 17.00",
        "Balance, by the card given: 153.00",
        "---",
        "Cash: 57.00",
        "Cancelling costs 5 % of the order total.",
        "---",
        "# Sales receipt",
        "Receipt: HOUSTON-1-000007",
        "1 x Product A 40.00 = 40.00",
        "Carried out: 40.00",
        "Tax 0 % of 40.00: 0.00",
        "||HOUSTON-1-000007||",
    ]


FETCHED = deliver(cart_with(20_000), [1], pickup("SEATTLE"), replace(SETTINGS, fulfilment_group=()))
PENDING = replace(FETCHED, customer=replace(ANNA, account=None))
BUSINESS = replace(FETCHED, customer=replace(ANNA, business=True))


@pytest.mark.parametrize(
    ("cart", "line"),
    [
        (FETCHED, "Deposit 10 % of 200.00: 20.00"),
        (FETCHED, "Balance, paid at pickup: 180.00"),
        (FETCHED, "Picked up at Seattle on 2026-11-22"),
        (FETCHED, "Cancelling is free of charge."),
        (PENDING, "Customer Anna Berg: Pending sync"),
        (BUSINESS, "Deposit (business customer) of 200.00: 0.00"),
        (override_deposit(FETCHED, SETTINGS, 5000, "Staff", "manager"), "Deposit as agreed of 200.00: 50.00"),
        (pay_in_full(FETCHED), "Paid in full: 200.00"),
        (pay_in_full(FETCHED), "Nothing left to pay: 0.00"),
    ],
)
def test_an_order_confirmation_says_what_was_agreed(cart: Cart, line: str) -> None:
    assert line in receipt(paid_in_cash(cart))


def test_a_store_that_wants_a_signature_leaves_a_line_for_it() -> None:
    assert any(
        line.startswith("Signature: ___")
        for line in receipt(paid_in_cash(FETCHED), store=replace(STORE, signature=True))
    )


def test_an_order_with_nothing_carried_out_is_no_sales_receipt() -> None:
    lines = receipt(paid_in_cash(FETCHED))

    assert "# Sales receipt" not in lines
    assert not any("HOUSTON-1-000007" in line for line in lines)


def test_an_override_does_not_name_its_approver_to_the_customer() -> None:
    stated = override_deposit(FETCHED, SETTINGS, 5000, "Staff", "boss")

    assert not any("boss" in line or "Staff" in line for line in receipt(paid_in_cash(stated)))


def test_the_number_of_headquarters_is_printed_where_it_is_known() -> None:
    assert "Our number: SO-4711" in receipt(paid_in_cash(FETCHED), number="SO-4711")


@pytest.mark.parametrize(("expires", "said"), [(TODAY, True), (None, False)])
def test_a_quote_says_that_it_is_none_and_until_when(expires: object, said: bool) -> None:
    cart = replace(
        cart_with(50_000, 100), terms=OrderTerms(CartKind.QUOTE, expires=TODAY if expires else None)
    )
    lines = receipt(deliver(cart, [1], shipment(), SETTINGS))

    assert lines[3:5] == ["# Quote", "Quote: L-HOUSTON-1-00003"]
    assert "This is not an order. Nothing was paid." in lines
    assert ("Valid until: 2026-11-21" in lines) is said
    assert "Order total: 501.00" in lines
    assert "# Sales receipt" not in lines
    assert lines[lines.index("1 x Product B 1.00 = 1.00") + 1] == "Carried out"


def test_a_copy_says_so_first() -> None:
    assert printed(receipt_of(document_of(paid_in_cash(cart_with(100))), STORE, copy=True))[0] == "# COPY"


def test_a_gift_receipt_names_the_goods_handed_over_without_their_prices() -> None:
    document = document_of(paid_in_cash(set_quantity(cart_with(999, 500), 2, 3000)))

    assert printed(gift_receipt_of(document, STORE)) == [
        "# Houston",
        "Main Street 1",
        "Org. 999 999 999",
        "# Gift receipt",
        "Receipt: HOUSTON-1-000007",
        "Date: 2026-11-21 14:32",
        "---",
        "1 x Product A None = None",
        "3 x Product B None = None",
        "---",
        "With this receipt the goods can be exchanged.",
        "||HOUSTON-1-000007||",
    ]


def test_of_an_order_only_what_was_carried_out_can_be_given_and_of_a_quote_nothing() -> None:
    quote = replace(cart_with(500, 100), terms=OrderTerms(CartKind.QUOTE))
    quote = deliver(quote, [1], shipment(), SETTINGS)

    given = gift_receipt_of(document_of(paid_in_cash(hybrid())), STORE)

    assert [row.name for row in given if isinstance(row, Item)] == ["Product A"]
    assert gift_receipt_of(document_of(paid_in_cash(FETCHED)), STORE) == ()
    assert gift_receipt_of(document_of(quote), STORE) == ()


def test_the_store_keeps_why_a_deposit_was_changed_and_who_allowed_it() -> None:
    stated = override_deposit(FETCHED, SETTINGS, 5000, "Staff", "boss")

    lines = printed(store_copy_of(document_of(paid_in_cash(stated)), STORE))

    assert lines[0] == "# Store copy"
    assert lines[-7:] == [
        "---",
        "Order total: 200.00",
        "Deposit calculated: 20.00",
        "Deposit agreed: 50.00",
        "Reason: Staff",
        "Approved by boss",
        "||L-HOUSTON-1-00003||",
    ]
    assert store_copy_of(document_of(paid_in_cash(FETCHED)), STORE) == ()
    assert store_copy_of(document_of(paid_in_cash(cart_with(100))), STORE) == ()


def test_charges_stand_on_their_own_with_their_own_tax() -> None:
    settings = replace(SETTINGS, advanced_auto_charges=True, shipping_charge_tax_percent=Decimal(25))
    dear = replace(product("PC", 50_000), line_charge_minor=1999)
    cart = add_line(cart_with(100, customer=None), dear, settings)

    lines = receipt(paid_in_cash(cart, settings), settings)

    assert "Charges: 19.99" in lines
    assert "Tax 25 % of 19.99: 5.00" in lines
    assert not any(line.startswith("Customer") for line in lines)


def test_charges_of_goods_carried_out_stand_in_their_part() -> None:
    settings = replace(SETTINGS, advanced_auto_charges=True)
    cart = add_line(cart_with(100), replace(product("PC", 50_000), line_charge_minor=1999), settings)
    cart = deliver(cart, [1], pickup(), settings)

    lines = receipt(paid_in_cash(cart, settings), settings)

    assert lines[lines.index("# Sales receipt") :] == [
        "# Sales receipt",
        "Receipt: HOUSTON-1-000007",
        "1 x Product PC 500.00 = 500.00",
        "Charges: 19.99",
        "Carried out: 519.99",
        "Tax 0 % of 519.99: 0.00",
        "||HOUSTON-1-000007||",
    ]


@given(any_cart())
def test_the_taxes_printed_sum_to_the_tax_of_any_cart(built: tuple[Cart, StoreSettings]) -> None:
    cart, settings = built
    whole = receipt_of(document_of(cart, settings), STORE)
    if cart.terms is not None:
        parts = [place for place, row in enumerate(whole) if row == Title(say("Sales receipt"))]
        whole = whole[: parts[0]] if parts else whole

    taxes = [
        row.right.minor
        for row in whole
        if isinstance(row, Pair)
        and isinstance(row.right, Money)
        and str(row.left).startswith(("Tax ", "GST ", "QST "))
    ]

    assert sum(taxes) == totals_of(cart, settings).tax_minor


def test_what_was_taken_off_stands_below_its_line_with_the_reason() -> None:
    staff = Consent("Staff", "manager")
    week = Promotion("P1", "Week", PromotionKind.PERCENT, ("A",), percent=Decimal(10))
    deal = Promotion("P2", "Deal", PromotionKind.DEAL, ("B",), amount_minor=4000)
    cart = cart_with(10_000, 5000)
    cart = replace(cart, lines=tuple(priced(line, PriceBook([week, deal]), TODAY) for line in cart.lines))
    cart = discount_lines(cart, [1], staff, percent=None, amount_minor=500)

    lines = receipt(paid_in_cash(cart))

    at = lines.index("1 x Product A 100.00 = 100.00")
    assert lines[at + 1 : at + 5] == [
        "Week: -10.00",
        "Discount, Staff: -5.00",
        "1 x Product B 40.00 = 40.00",
        "Deal: instead of 50.00",
    ]
    assert "Total: 125.00" in lines


def test_a_part_of_an_order_shows_its_discount_in_one_sum() -> None:
    staff = Consent("Staff", "manager")
    cart = discount_lines(set_quantity(cart_with(10_000), 1, 3000), [1], staff, percent=Decimal(10))
    order = order_after(
        document_of(arranged(paid_in_cash(deliver(cart, [1], pickup(), SETTINGS)), Balance.PAY_AT_PICKUP))
    ).order

    lines = receipt(paid_in_cash(start_pickup(order, {1: 1000}, ANNA, SETTINGS, cart.id)))

    assert lines[lines.index("1 x Product A 100.00 = 100.00") + 1] == "Discount: -10.00"


def test_a_part_of_an_order_at_its_full_price_shows_no_discount() -> None:
    cart = deliver(cart_with(10_000), [1], pickup(), SETTINGS)
    order = order_after(document_of(arranged(paid_in_cash(cart), Balance.PAY_AT_PICKUP))).order

    lines = receipt(paid_in_cash(start_pickup(order, {1: 1000}, ANNA, SETTINGS, cart.id)))

    assert "1 x Product A 100.00 = 100.00" in lines
    assert not [line for line in lines if line.startswith("Discount")]


def test_charges_for_shipping_stand_apart_from_others_where_there_are_both() -> None:
    freight, wrap = Charge("FREIGHT", 900, Decimal(0)), Charge("WRAP", 150, Decimal(0))
    store = replace(STORE, shipping_codes=frozenset({"FREIGHT"}))
    cart = cart_with(5000)

    for charges, rows in (
        ((freight, wrap), ["Shipping: 9.00", "Other charges: 1.50"]),
        ((freight,), ["Shipping: 9.00"]),
        ((wrap,), ["Charges: 1.50"]),
    ):
        charged = replace(cart, lines=(replace(cart.lines[0], charges=charges),))
        total = 5000 + sum(each.amount_minor for each in charges)
        said = receipt(paid_in_cash(charged, SETTINGS, total), store=store)
        assert [row for row in said if row.startswith(("Shipping", "Other", "Charges"))] == rows
