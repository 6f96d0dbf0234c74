"""Cards for the rest of an order: several of them, what an edit still asks of them, and what a declined one leaves."""

from dataclasses import replace

import pytest

from retail.cards import CardOnFile
from retail.cart import Cart, deliver, set_quantity
from retail.charges import Charge, ChargeSource
from retail.errors import RuleBroken
from retail.orders.rest import card_amount, cards_left, give_card, reservation_of
from retail.orders.terms import pay_in_full
from retail.totals import totals_of
from tests.retail.orders.lives import Life, check_whole
from tests.retail.shop import SETTINGS, cart_with, shipment

SHIPPED = deliver(cart_with(10_000, 10_000), [1, 2], shipment(SETTINGS), SETTINGS)
FEE = Charge("FREIGHT", 2000, SETTINGS.tax_percent, ChargeSource.TYPED)


def card(number: int, authorised: int) -> CardOnFile:
    return CardOnFile(f"tok-{number}", "Visa", "4242", authorised, f"r{number}")


def needed(cart: Cart) -> int:
    return reservation_of(cart, SETTINGS, totals_of(cart, SETTINGS))


def alive(cart: Cart, **life: bool) -> Life:
    made = Life(**life)  # type: ignore[arg-type]
    made.conclude(cart)
    return made


def test_several_cards_pay_the_rest_together() -> None:
    first = give_card(SHIPPED, card(1, 6000), in_part=True)

    assert card_amount(first, SETTINGS, None, in_part=True) == 12_000
    assert card_amount(first, SETTINGS, 5000, in_part=True) == 5000
    both = give_card(first, card(2, 12_000), in_part=True)
    assert cards_left(both) == 18_000
    with pytest.raises(RuleBroken, match="The cards given pay all of the rest"):
        card_amount(both, SETTINGS, None, in_part=True)


def test_a_card_that_takes_the_place_of_others_is_the_only_one() -> None:
    several = give_card(give_card(SHIPPED, card(1, 6000)), card(2, 12_000), in_part=True)

    again = give_card(several, card(3, 18_000))

    assert again.terms is not None
    assert again.terms.cards == (card(3, 18_000),)


def test_a_shipment_is_charged_to_the_cards_in_their_order() -> None:
    life = alive(SHIPPED, gives_cards=True, in_parts=True)
    assert [each.authorised_minor for each in life.order.terms.cards] == [9000, 9000]

    life.fulfil("ship", (1, None))
    life.fulfil("ship", (2, None))

    charged = [(each.card, each.settled_minor) for each in life.order.payments if each.card]
    assert charged == [("tok-1", 9000), ("tok-2", 9000)]


def test_an_edit_asks_cards_only_for_what_is_still_to_be_shipped() -> None:
    life = alive(replace(SHIPPED, charges=(FEE,)), gives_cards=True)
    assert life.order.card_authorisation_minor == 19_800
    life.fulfil("ship", (1, None))
    assert life.order.card_used_minor == 10_800, "the charge of the order goes with the first shipment"

    cart = life.edit()
    assert (needed(cart), cards_left(cart)) == (9000, 9000)
    life.conclude(cart)
    renewed = life.renewed(life.edit())
    assert renewed.terms is not None
    assert [(each.token, each.authorised_minor) for each in renewed.terms.cards] == [
        ("tok-1", 10_800),
        ("tok-2", 9000),
    ]
    life.conclude(renewed)
    assert (life.order.card_authorisation_minor, life.order.card_left_minor) == (19_800, 9000)

    more = set_quantity(life.edit(), 2, 2000)
    assert (needed(more), cards_left(more)) == (18_000, 9000)
    life.fulfil("ship", (2, None))
    assert (life.order.status, life.order.card_left_minor) == ("invoiced", 0)
    check_whole(life.order)


def test_paying_in_full_keeps_of_the_cards_what_they_were_charged() -> None:
    life = alive(SHIPPED, gives_cards=True)
    life.fulfil("ship", (1, None))

    life.conclude(pay_in_full(life.edit()))

    assert (life.order.card_authorisation_minor, life.order.card_left_minor, life.order.balance_minor) == (
        9000,
        0,
        0,
    )
    check_whole(life.order)


def test_a_declined_charge_leaves_the_goods_unpaid_until_they_are_paid() -> None:
    life = alive(SHIPPED, gives_cards=True)
    life.fulfil("ship", (1, None))

    life.decline(life.order.payments[-1])

    order = life.order
    assert (order.unpaid_minor, order.card_left_minor, order.balance_minor) == (9000, 0, 18_000)
    check_whole(order)
    life.conclude(life.pay(10_000))
    assert (life.order.unpaid_minor, life.order.deposit_available_minor, life.order.balance_minor) == (
        0,
        2000,
        8000,
    )
    assert [(each.settled_minor, each.is_deposit) for each in life.order.payments[-2:]] == [
        (9000, False),
        (1000, True),
    ]
    check_whole(life.order)
