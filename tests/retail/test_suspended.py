"""What may be set aside, and when it may be taken up again."""

from dataclasses import replace

import pytest

from retail.cards import CardOnFile
from retail.cart import deliver
from retail.errors import RuleBroken
from retail.messages import say
from retail.orders.acts import Act, ActKind
from retail.orders.rest import give_card
from retail.receipt import Barcode, Pair, StoreFacts, Title
from retail.receipt_suspended import SetAside, slip_of
from retail.suspended import (
    NAME_MAX,
    SuspendedCart,
    check_name,
    check_room_for,
    check_suspendable,
    suspended_by,
    suspended_code,
)
from tests.retail.shop import EMPTY, SETTINGS, cart_with, paid_in_cash, shipment

CARD = CardOnFile("tok-1", "Visa", "4242", 100, "r1")
SHIPPED = deliver(cart_with(20_000), [1], shipment(), SETTINGS)


def test_goods_and_orders_may_be_set_aside() -> None:
    assert check_suspendable(SHIPPED) == SHIPPED


def test_money_or_a_card_in_it_keeps_a_sale_open() -> None:
    with pytest.raises(RuleBroken, match=r"A payment was taken\. Remove it first"):
        check_suspendable(paid_in_cash(cart_with(100)))
    with pytest.raises(RuleBroken, match="A card was given for the rest"):
        check_suspendable(give_card(SHIPPED, CARD))


def test_an_act_on_an_order_is_not_set_aside() -> None:
    with pytest.raises(RuleBroken, match="An order is open here"):
        check_suspendable(replace(SHIPPED, act=Act(ActKind.EDIT, None)))


def test_nothing_is_not_set_aside() -> None:
    with pytest.raises(RuleBroken, match="There is nothing to suspend"):
        check_suspendable(replace(EMPTY, customer=None))


def test_a_name_is_trimmed_and_has_an_end() -> None:
    assert (check_name("  Anna "), check_name("   ")) == ("Anna", "")
    with pytest.raises(RuleBroken, match="at most 60 fit"):
        check_name("a" * (NAME_MAX + 1))


def test_a_sale_is_taken_up_only_where_no_other_is_open() -> None:
    check_room_for(None)
    check_room_for(replace(EMPTY, customer=None))
    with pytest.raises(RuleBroken, match="A sale is open"):
        check_room_for(cart_with(100))


def test_a_code_means_the_sale_whose_id_ends_so() -> None:
    ids = ["01900000-0000-7000-8000-0000000000a1", "01900000-0000-7000-8000-0000000000b2"]

    assert suspended_by("SUSPENDED-0000000000B2", ids) == ids[1]
    assert suspended_by("suspended-0000000000b2", ids) == ids[1]
    assert suspended_by(ids[0], ids) == ids[0]
    assert suspended_by("SUSPENDED-B2", ids) is None
    assert suspended_by("", ids) is None


def test_a_slip_says_that_it_is_no_receipt_and_how_the_sale_comes_back() -> None:
    cart = cart_with(100, 200)
    listed = SuspendedCart(cart.id, "", "", 2, 300, "USD", "2026-11-21T14:32:10.000+01:00", "kari")

    rows = slip_of(SetAside(listed, cart, "HOUSTON-1"), StoreFacts("Houston"))
    named = slip_of(
        SetAside(replace(listed, name="Blue", customer="Anna"), cart, "HOUSTON-1"), StoreFacts("Houston")
    )

    assert rows[0] == Title(say("NOT A RECEIPT"), large=True)
    assert rows[-1] == Barcode(suspended_code(cart.id))
    assert [row for row in named if row not in rows] == [
        Pair(say("Name"), say("{text}", text="Blue")),
        Pair(say("Customer"), say("{text}", text="Anna")),
    ]
