"""Every step of a price and every charge is told, and what was not used with the reason."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from retail.auto_charges import charged
from retail.cart import Cart, add_line
from retail.charge_rules import AutoCharge, ChargeLevel
from retail.charges import Charge, ChargeSource
from retail.explaining import why_charges, why_price
from retail.pricing import Consent, discount_lines, discount_total, override_price, priced
from retail.promotions import PriceBook, Promotion, PromotionKind
from retail.typed_charges import change_charge
from tests.retail.shop import EMPTY, SETTINGS, TODAY, cart_with, product

STAFF = Consent("Staff", "manager")
DAY = timedelta(days=1)
TEN = Promotion("P1", "Ten off", PromotionKind.PERCENT, ("A",), percent=Decimal(10))
DEAL = Promotion("P2", "Deal", PromotionKind.DEAL, ("A",), amount_minor=9500)
OVER = Promotion("P3", "Summer", PromotionKind.DEAL, ("A",), amount_minor=1, ends=TODAY - DAY)
AHEAD = Promotion("P4", "Winter", PromotionKind.DEAL, ("A",), amount_minor=1, starts=TODAY + DAY)


def words(cart: Cart, *promotions: Promotion) -> list[str]:
    return [str(each) for each in why_price(cart, cart.lines[0], PriceBook(promotions), TODAY)]


def offered(*promotions: Promotion) -> Cart:
    cart = cart_with(10_000)
    return replace(cart, lines=(priced(cart.lines[0], PriceBook(promotions), TODAY),))


def test_a_plain_price_is_the_list_price() -> None:
    assert words(cart_with(10_000)) == ["The list price is 100.00."]


def test_the_promotion_used_and_those_not_used_are_told() -> None:
    assert words(offered(TEN, DEAL, OVER, AHEAD), TEN, DEAL, OVER, AHEAD) == [
        "The list price is 100.00.",
        "Ten off takes 10.00 off.",
        "Deal is not used: the customer pays less without it.",
        "Summer is not used: it ended on 2026-11-20.",
        "Winter is not used: it starts on 2026-11-22.",
    ]


def test_a_promotion_for_others_says_for_whom_it_is() -> None:
    club = replace(TEN, affiliations=("VIP", "Staff"))

    assert words(offered(club), club)[1] == "Ten off is not used: it is for VIP, Staff."


def test_a_deal_names_its_price() -> None:
    assert words(offered(DEAL), DEAL) == ["The list price is 100.00.", "Deal makes it 95.00."]


def test_what_a_person_stated_is_told_with_reason_and_name() -> None:
    cart = override_price(cart_with(10_000), 1, 8000, STAFF)
    cart = discount_lines(cart, [1], STAFF, percent=Decimal(10))
    cart = discount_total(cart, STAFF, percent=None, amount_minor=200)

    assert words(cart, TEN) == [
        "The list price is 100.00.",
        "Price override to 80.00: Staff, allowed by manager.",
        "Discount: 8.00 off (Staff, allowed by manager).",
        "Share of the discount on the whole: 2.00 off (Staff, allowed by manager).",
        "Ten off is not used: the price was stated.",
    ]


def test_a_locked_price_says_so() -> None:
    cart = cart_with(10_000)
    cart = replace(cart, lines=(replace(cart.lines[0], price_locked=True),))

    assert words(cart, TEN)[1:] == [
        "The price is locked: it stays as it was agreed until it is recalculated.",
        "Ten off is not used: the price is locked.",
    ]


def test_a_typed_price_says_so() -> None:
    keyed = add_line(EMPTY, replace(product("A", 0), key_in_price=True), SETTINGS, keyed_price_minor=4000)

    assert words(keyed, TEN) == [
        "The price 40.00 was typed or read from the label.",
        "Ten off is not used: the price was stated.",
    ]


def test_every_charge_says_where_it_comes_from() -> None:
    rules = (
        AutoCharge(ChargeLevel.HEADER, "FREIGHT", 1000, up_to_minor=20_000),
        AutoCharge(ChargeLevel.LINE, "WRAP", 50),
        AutoCharge(ChargeLevel.HEADER, "CARE", 30, prorate=True),
    )
    settings = replace(SETTINGS, advanced_auto_charges=True, auto_charges=rules)
    own = Charge("PC", 99, Decimal(0), ChargeSource.PRODUCT)
    typed, gone = (
        Charge("OTHER", 5, Decimal(0)),
        Charge("GONE", 7, Decimal(0), ChargeSource.AUTOMATIC, False, 9),
    )
    cart = cart_with(10_000)
    cart = replace(cart, lines=(replace(cart.lines[0], charges=(own, typed)),), charges=(gone,))
    cart = change_charge(charged(cart, settings), 1, 1, 6, STAFF)

    on_line = [str(each) for each in why_charges(cart, settings, cart.lines[0])]
    on_order = [str(each) for each in why_charges(cart, settings, None)]

    assert on_line == [
        "Charge PC: 0.99, comes with the product.",
        "Charge OTHER: 0.06, typed.",
        "Charge CARE: 0.30, by rule.",
        "Rule: CARE for goods of 100.00.",
        "Charge WRAP: 0.50, by rule.",
        "Rule: WRAP for goods of 100.00.",
    ]
    assert on_order == [
        "Charge GONE: 0.09 was changed to 0.07.",
        "Charge FREIGHT: 10.00, by rule.",
        "Rule: FREIGHT for goods up to 200.00; these are 100.00.",
    ]
