"""Money goes back as the store's policy says: by which tender, how much, what of it with approval, the card first."""

from dataclasses import replace

import pytest

from retail.blind_returns import Brought, take_back_blind
from retail.cart import Cart
from retail.errors import RuleBroken
from retail.orders.order import OrderState, Payment
from retail.permissions import RoleLimit
from retail.pricing import Pricing
from retail.promotions import PriceBook
from retail.refund_rules import UNKNOWN, RefundRule
from retail.refunds import check_refund, original_card, paid_for, refund_room, room, ways
from retail.return_limits import is_above_limit
from retail.settings import StoreSettings
from retail.tender import Tender, TenderType
from tests.retail.orders.test_selling import sale, taken_back
from tests.retail.shop import EMPTY, SETTINGS, TODAY, cart_with, product

CASH, CARD, ACCOUNT = TenderType.CASH, TenderType.CARD, TenderType.CUSTOMER_ACCOUNT
POLICY = replace(
    SETTINGS,
    refund_policy=(
        RefundRule("card", "card"),
        RefundRule("card", "cash", most_minor=2000, approval_above_minor=500),
        RefundRule("cash", "cash"),
        RefundRule(UNKNOWN, "cash"),
    ),
)


def payment(type: str, minor: int, card: str = "") -> Payment:
    return Payment("d", type, minor, False, "t", "HOUSTON-1", card, card[-4:])


def returned(*payments: Payment, quantity: int = 3000) -> Cart:
    """Three pieces for 30.00 each, paid so, of which some come back."""
    state: OrderState = replace(sale(3000), payments=payments)
    return taken_back(state, quantity)


def back(cart: Cart, type: TenderType, minor: int) -> Cart:
    return replace(cart, tenders=(*cart.tenders, Tender(len(cart.tenders) + 1, type, -minor, 0, 0, -minor)))


def test_without_a_policy_money_goes_back_any_way_the_original_card_first() -> None:
    cart = returned(payment("cash", 1000), payment("card_on_file", 8743))

    assert paid_for(cart, SETTINGS) == {"cash": 1000, "card": 8743}
    assert ways(cart, SETTINGS) == (CARD, CASH, ACCOUNT)
    assert not check_refund(cart, SETTINGS, ACCOUNT, 9743)


def test_a_policy_limits_each_tender_to_what_was_paid_so() -> None:
    cart = returned(payment("cash", 1000), payment("card", 8743))

    assert [room(cart, POLICY, CASH, with_approval=yes) for yes in (False, True)] == [1500, 3000]
    assert refund_room(cart, POLICY, CARD) == 8743
    assert [check_refund(cart, POLICY, CASH, minor) for minor in (1500, 1501, 3000)] == [False, True, True]
    with pytest.raises(RuleBroken, match=r"gives 30\.00 back that way\. Give the rest back so: card"):
        check_refund(cart, POLICY, CASH, 3001)
    with pytest.raises(RuleBroken, match=r"gives 0\.00 back that way"):
        check_refund(cart, POLICY, ACCOUNT, 1)
    assert ways(cart, POLICY) == (CARD, CASH)


def test_what_was_given_back_already_counts() -> None:
    cart = back(returned(payment("card", 9743)), CASH, 2000)

    assert [room(cart, POLICY, CASH, with_approval=yes) for yes in (False, True)] == [0, 0]
    assert room(cart, POLICY, CARD, with_approval=False) == 9743
    assert paid_for(returned(payment("card", 9743), payment("card", -9743)), POLICY) == {UNKNOWN: 9743}


def test_a_policy_that_gives_back_nothing_more_says_whom_to_ask() -> None:
    only = replace(SETTINGS, refund_policy=(RefundRule("card", "card", most_minor=100),))
    with pytest.raises(RuleBroken, match=r"gives 1\.00 back that way\. Ask headquarters"):
        check_refund(returned(payment("card", 9743)), only, CARD, 101)


def test_what_nobody_knows_of_goes_back_by_its_own_rule() -> None:
    pricing = Pricing(PriceBook([]), lambda number: None, TODAY)
    blind = take_back_blind(EMPTY, product("A", 4000), Brought(1000, "Damaged"), pricing, SETTINGS)
    exchanged = returned(payment("exchange", 9743))

    assert paid_for(blind, POLICY) == {UNKNOWN: 4000}
    assert ways(blind, POLICY) == (CASH,)
    assert paid_for(exchanged, POLICY) == {UNKNOWN: 9743}


def test_what_is_no_return_is_not_limited() -> None:
    assert not check_refund(cart_with(100), POLICY, ACCOUNT, 10**6)
    assert (
        refund_room(replace(cart_with(100), tenders=(Tender(1, CASH, 300, 0, 0, 300),)), POLICY, CARD) == 200
    )


def test_the_card_that_paid_last_is_given_back_to_as_long_as_it_paid_that_much() -> None:
    first, last = payment("card", 5000, "tok-1111"), payment("card", 3000, "tok-2222")
    state = replace(sale(3000), payments=(first, last, payment("cash", 1743)))

    assert original_card(state, 3000) == last
    assert original_card(state, 3001) == first
    assert original_card(state, 5001) is None
    assert original_card(None, 1) is None
    given = replace(state, payments=(*state.payments, payment("card", -3000, "tok-2222")))
    assert original_card(given, 1) == first


def test_a_rule_with_a_limit_below_nothing_is_none() -> None:
    with pytest.raises(ValueError, match="must be 0 or more"):
        RefundRule("card", "cash", most_minor=-1)


@pytest.mark.parametrize(
    ("limit", "is_above"),
    [
        (RoleLimit("cashier"), False),
        (RoleLimit("cashier", return_line_minor=6495), False),
        (RoleLimit("cashier", return_line_minor=6494), True),
        (RoleLimit("cashier", return_total_minor=6494), True),
        (RoleLimit("cashier", blind_return_minor=0), False),
    ],
)
def test_the_limits_of_a_role_count_tax(limit: RoleLimit, is_above: bool) -> None:
    taxed: StoreSettings = replace(SETTINGS, tax_percent=sale(3000).lines[0].tax_percent)

    assert is_above_limit(taken_back(sale(3000), 2000), taxed, limit) is is_above


def test_what_comes_back_without_a_receipt_has_a_limit_of_its_own() -> None:
    pricing = Pricing(PriceBook([]), lambda number: None, TODAY)
    cart = take_back_blind(cart_with(9000), product("A", 4000), Brought(1000, "Damaged"), pricing, SETTINGS)

    assert is_above_limit(cart, SETTINGS, RoleLimit("cashier", blind_return_minor=3999))
    assert not is_above_limit(
        cart, SETTINGS, RoleLimit("cashier", blind_return_minor=4000, return_total_minor=4000)
    )
    assert not is_above_limit(cart_with(9000), SETTINGS, RoleLimit("cashier", return_line_minor=0))
