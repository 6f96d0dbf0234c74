"""Agreeing on an order: what may be stated, how the rest is paid, and what still stops it at the end."""

from dataclasses import replace
from datetime import timedelta

import pytest

from retail.cards import CardOnFile
from retail.cart import Balance, Cart, CartKind, OrderTerms, add_line, deliver, void_line
from retail.errors import RuleBroken
from retail.messages import say
from retail.orders.rest import CardFacts, arrange_balance, card_amount, give_card, reservation_of
from retail.orders.terms import check_concludable, override_deposit, pay_in_full
from retail.settings import StoreSettings
from retail.totals import totals_of
from tests.retail.shop import (
    EMPTY,
    SETTINGS,
    TODAY,
    arranged,
    cart_with,
    hybrid,
    paid_in_cash,
    pickup,
    product,
    shipment,
)

CARD = CardFacts(possible=True)
NO_CARD = CardFacts(possible=False, why_not=say("No card can be taken while headquarters does not answer."))
FETCHED = deliver(cart_with(20_000), [1], pickup(), SETTINGS)
SHIPPED = deliver(cart_with(20_000), [1], shipment(), SETTINGS, 1500, header_charge=True)
QUOTE = replace(FETCHED, terms=OrderTerms(CartKind.QUOTE))


def conclude(cart: Cart, settings: StoreSettings = SETTINGS, days: int = 0) -> int:
    return check_concludable(cart, settings, TODAY + timedelta(days=days)).total_minor


def test_an_override_replaces_the_calculated_deposit_and_ends_payment_in_full() -> None:
    cart = override_deposit(pay_in_full(FETCHED), SETTINGS, 5000, " Staff ", "manager")

    assert cart.terms is not None
    assert cart.terms.override is not None
    assert (cart.terms.override.reason, cart.terms.pay_in_full) == ("Staff", False)
    assert totals_of(cart, SETTINGS).due_minor == 5000


def test_stating_the_calculated_amount_takes_the_override_away() -> None:
    cart = override_deposit(FETCHED, SETTINGS, 5000, "Staff", "manager")

    assert override_deposit(cart, SETTINGS, 2000, "Staff", "manager").terms == FETCHED.terms


def test_payment_in_full_takes_override_and_balance_away() -> None:
    cart = arranged(override_deposit(FETCHED, SETTINGS, 5000, "Staff", "manager"), Balance.PAY_AT_PICKUP)

    assert pay_in_full(cart).terms == OrderTerms(pay_in_full=True)


@pytest.mark.parametrize(
    ("cart", "amount", "words"),
    [
        (QUOTE, 5000, "A quote takes no money. Make it an order first."),
        (cart_with(20_000), 5000, "This is a plain sale. Ship or pick up goods to make it an order."),
        (FETCHED, 20_001, "The order comes to 200.00; the deposit cannot be more. Type 200.00 or less."),
        (FETCHED, -1, "A deposit cannot be negative. Type 0 or more."),
        (hybrid(), 3999, "The goods carried out cost 40.00; the deposit cannot be less. Type 40.00 or more."),
        (paid_in_cash(FETCHED), 1999, "20.00 has been paid already. Remove the payment first."),
    ],
)
def test_an_override_is_refused_in_words(cart: Cart, amount: int, words: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        override_deposit(cart, SETTINGS, amount, "Staff", "manager")

    assert str(refused.value) == words


def test_an_endless_reason_is_refused() -> None:
    with pytest.raises(RuleBroken, match="Reason is 300 characters long"):
        override_deposit(FETCHED, SETTINGS, 5000, "x" * 300, "manager")


def test_payment_in_full_is_for_orders_only() -> None:
    with pytest.raises(RuleBroken, match="A quote takes no money"):
        pay_in_full(QUOTE)
    with pytest.raises(RuleBroken, match="This is a plain sale"):
        pay_in_full(cart_with(100))


def test_a_card_reserves_nothing_where_nothing_is_shipped() -> None:
    assert reservation_of(FETCHED, SETTINGS, totals_of(FETCHED, SETTINGS)) == 0


@pytest.mark.parametrize("included", [False, True])
def test_a_card_reserves_the_shipped_goods_with_all_charges(included: bool) -> None:
    settings = replace(SETTINGS, price_includes_tax=included)
    cart = deliver(cart_with(10_000, 10_000), [1, 2], pickup(), settings)
    cart = deliver(cart, [2], shipment(), settings, 1000)

    assert reservation_of(cart, settings, totals_of(cart, settings)) == 9900


@pytest.mark.parametrize(
    ("cart", "balance", "card"),
    [
        (FETCHED, Balance.PAY_AT_PICKUP, NO_CARD),
        (FETCHED, Balance.CARD_ON_FILE, CARD),
        (SHIPPED, Balance.CARD_ON_FILE, CARD),
    ],
)
def test_the_rest_can_be_arranged(cart: Cart, balance: Balance, card: CardFacts) -> None:
    terms = arrange_balance(cart, SETTINGS, balance, card).terms

    assert terms is not None
    assert terms.balance is balance


@pytest.mark.parametrize(
    ("cart", "balance", "words"),
    [
        (cart_with(100), Balance.PAY_AT_PICKUP, "Only an order is paid later. Take the payment now."),
        (
            pay_in_full(FETCHED),
            Balance.PAY_AT_PICKUP,
            "Nothing is left to pay later. Take what is due and conclude.",
        ),
        (SHIPPED, Balance.PAY_AT_PICKUP, "Shipped goods are not paid at pickup."),
        (SHIPPED, Balance.CARD_ON_FILE, "No card can be taken while headquarters does not answer."),
    ],
)
def test_an_arrangement_that_cannot_work_is_refused(cart: Cart, balance: Balance, words: str) -> None:
    with pytest.raises(RuleBroken, match=words):
        arrange_balance(cart, SETTINGS, balance, NO_CARD)


def test_a_card_is_asked_for_what_shipped_goods_need_else_for_the_rest_else_as_stated() -> None:
    assert card_amount(SHIPPED, SETTINGS, None) == 19_350
    assert card_amount(FETCHED, SETTINGS, None) == 18_000
    assert card_amount(FETCHED, SETTINGS, 6000) == 6000


@pytest.mark.parametrize(
    ("cart", "amount", "words"),
    [
        (FETCHED, 18_001, "A card can be asked for 180.00 or less. Type the amount again."),
        (FETCHED, 0, "A card can be asked for 180.00 or less. Type the amount again."),
        (SHIPPED, 19_349, "The shipped goods need 193.50 on the card. Type 193.50 or more."),
        (cart_with(100), None, "Only an order is paid later. Take the payment now."),
        (pay_in_full(FETCHED), None, "Nothing is left to pay later. Take what is due and conclude."),
    ],
)
def test_what_a_card_cannot_be_asked_for_is_refused(cart: Cart, amount: int | None, words: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        card_amount(cart, SETTINGS, amount)

    assert str(refused.value) == words


def test_a_card_that_was_given_pays_the_rest_until_another_way_is_chosen() -> None:
    given = give_card(paid_in_cash(SHIPPED), CardOnFile("tok-1", "Visa", "4242", 19_350, "r1"))

    assert conclude(given) == 21_500
    for other in (pay_in_full(given), arrange_balance(given, SETTINGS, Balance.CARD_ON_FILE, CARD)):
        assert other.terms is not None
        assert other.terms.card is None


def test_a_card_that_does_not_cover_the_shipped_goods_any_more_is_given_again() -> None:
    given = give_card(paid_in_cash(SHIPPED), CardOnFile("tok-1", "Visa", "4242", 19_349, "r1"))

    with pytest.raises(
        RuleBroken,
        match=r"193.50 on a card; 193.49 is given\. Give the card again, or another\.",
    ):
        conclude(given)


def test_what_is_paid_and_arranged_can_be_concluded() -> None:
    assert conclude(paid_in_cash(cart_with(997))) == 997
    assert conclude(arranged(paid_in_cash(FETCHED), Balance.PAY_AT_PICKUP)) == 20_000
    assert conclude(arranged(paid_in_cash(SHIPPED), Balance.CARD_ON_FILE)) == 21_500
    assert conclude(paid_in_cash(pay_in_full(SHIPPED))) == 21_500
    assert conclude(QUOTE) == 20_000


def test_a_stated_deposit_that_still_fits_can_be_concluded() -> None:
    stated = override_deposit(FETCHED, SETTINGS, 5000, "Staff", "manager")

    assert conclude(arranged(paid_in_cash(stated), Balance.PAY_AT_PICKUP)) == 20_000


SHRUNK = void_line(
    override_deposit(
        deliver(cart_with(12_000, 8000), [1, 2], pickup(), SETTINGS), SETTINGS, 20_000, "Staff", "manager"
    ),
    2,
)
GROWN = add_line(override_deposit(FETCHED, SETTINGS, 0, "Staff", "manager"), product("B", 500), SETTINGS)
HUGE = add_line(cart_with(10**9), product("B", 10**9), SETTINGS, 1_000_000)


@pytest.mark.parametrize(
    ("cart", "words"),
    [
        (EMPTY, "There is nothing to conclude. Scan or type an item."),
        (
            replace(HUGE, lines=HUGE.lines * 2),
            "This comes to more than 10000000000.00. Void a line and sell it apart.",
        ),
        (cart_with(997), "9.97 is still due. Take the payment first."),
        (FETCHED, "20.00 is still due. Take the payment first."),
        (void_line(paid_in_cash(cart_with(997, 5)), 2), "0.05 too much was paid. Remove a payment first."),
        (
            paid_in_cash(FETCHED),
            "Say how the other 180.00 will be paid: at pickup, or Pay in full now.",
        ),
        (
            paid_in_cash(SHIPPED),
            "193.50 is not paid for shipped goods. Choose Pay in full, or give a card.",
        ),
        (
            arranged(paid_in_cash(SHIPPED), Balance.PAY_AT_PICKUP),
            "193.50 is not paid for shipped goods. Choose Pay in full, or give a card.",
        ),
        (replace(FETCHED, customer=None), "An order needs a customer. Search for one or add a new one."),
        (SHRUNK, "The order comes to 120.00 now, less than the deposit. State the deposit again."),
        (GROWN, "The goods carried out cost 5.00; the deposit cannot be less. Type 5.00 or more."),
    ],
)
def test_what_only_shows_at_the_end_is_refused_there(cart: Cart, words: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        conclude(cart)

    assert str(refused.value) == words


def test_a_date_that_has_passed_meanwhile_stops_the_order() -> None:
    with pytest.raises(RuleBroken, match=r"The date of Product A has passed\. Choose its delivery again\."):
        conclude(arranged(paid_in_cash(FETCHED), Balance.PAY_AT_PICKUP), days=2)
