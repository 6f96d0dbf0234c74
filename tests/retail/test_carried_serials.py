"""Serial numbers over the counter: each piece leaves and comes back with its own, and never twice."""

from dataclasses import replace

import pytest

from retail.blind_returns import Brought, take_back_blind
from retail.carried_serials import check_serials, give_serials, lacks_serials
from retail.cart import Cart, add_line, deliver, set_quantity, void_line
from retail.errors import RuleBroken
from retail.orders.applying import order_after
from retail.orders.order import OrderState
from retail.orders.returns import Returned, start_return
from retail.orders.selling import sold
from retail.orders.terms import check_concludable
from retail.pricing import Pricing
from retail.promotions import PriceBook
from retail.wire.orders import order_text, read_order
from retail.wire.uploads import TransactionDocument
from tests.retail.orders.lives import Life, settled
from tests.retail.shop import ANNA, EMPTY, SETTINGS, TODAY, document_of, pickup, product

CAMERA = replace(product("A", 10_000), asks_serial=True)
PLAIN = product("B", 4000)


def cart_of(quantity: int = 1000, *serials: str) -> Cart:
    cart = add_line(replace(EMPTY, customer=ANNA), CAMERA, SETTINGS, quantity)
    return give_serials(cart, 1, serials) if serials else cart


def sale(*serials: str) -> OrderState:
    return sold(document_of(settled(cart_of(1000 * len(serials), *serials), SETTINGS)))


def back(order: OrderState, quantity: int, *serials: str) -> Cart:
    return start_return(order, [Returned(1, quantity, "Broken", serials)], ANNA, SETTINGS, EMPTY.id)


def returned(order: OrderState, number: int, *serials: str) -> TransactionDocument:
    """The document of these pieces coming back at some register."""
    cart = settled(back(order, 1000 * len(serials), *serials), SETTINGS)
    return document_of(replace(cart, id=f"01900000-0000-7000-8000-{number:012x}"))


def test_only_what_is_carried_out_now_needs_numbers() -> None:
    cart = cart_of()
    assert lacks_serials(cart.lines[0])
    with pytest.raises(RuleBroken, match="0 given for 1"):
        check_serials(cart)
    with pytest.raises(RuleBroken, match="0 given for 1"):
        check_concludable(cart, SETTINGS, TODAY)

    check_serials(void_line(cart, 1))
    check_serials(deliver(cart, [1], pickup(), SETTINGS))
    check_serials(add_line(replace(EMPTY, customer=ANNA), PLAIN, SETTINGS))
    check_serials(cart_of(1000, "SN-1"))


def test_numbers_are_forgotten_where_goods_are_fetched_later() -> None:
    fetched = deliver(cart_of(1000, "SN-1"), [1], pickup(), SETTINGS)

    assert fetched.lines[0].serials == ()
    with pytest.raises(RuleBroken, match="when it is handed out or shipped"):
        give_serials(fetched, 1, ["SN-1"])


def test_numbers_are_added_until_all_are_there_and_then_replaced() -> None:
    cart = give_serials(cart_of(2000, "SN-1"), 1, ["SN-2"])
    assert cart.lines[0].serials == ("SN-1", "SN-2")

    assert give_serials(cart, 1, ["SN-3"]).lines[0].serials == ("SN-3",)
    with pytest.raises(RuleBroken, match="only 2 leave"):
        give_serials(cart, 1, ["a", "b", "c"])
    with pytest.raises(RuleBroken, match="2 given for 1"):
        check_serials(set_quantity(cart, 1, 1000))


def test_no_piece_is_in_a_sale_twice_and_products_may_share_a_number() -> None:
    cart = add_line(cart_of(1000, "SN-1"), CAMERA, SETTINGS)
    with pytest.raises(RuleBroken, match="SN-1 of Product A is there already"):
        give_serials(cart, 2, ["SN-1"])

    other = add_line(cart_of(1000, "SN-1"), replace(CAMERA, number="C"), SETTINGS)
    assert give_serials(other, 2, ["SN-1"]).lines[1].serials == ("SN-1",)


def test_goods_without_numbers_and_goods_that_have_gone_take_none() -> None:
    with pytest.raises(RuleBroken, match="sold without serial numbers"):
        give_serials(add_line(EMPTY, PLAIN, SETTINGS), 1, ["SN-1"])

    gone = replace(cart_of().lines[0], gone_thousandths=1000)
    with pytest.raises(RuleBroken, match="stays as it is"):
        give_serials(replace(EMPTY, lines=(gone,)), 1, ["SN-1"])


def test_carried_out_goods_of_an_order_keep_their_numbers_also_those_of_an_edit() -> None:
    cart = add_line(cart_of(1000, "SN-1"), CAMERA, SETTINGS)
    life = Life()
    life.conclude(deliver(cart, [2], pickup(), SETTINGS))
    assert [line.serials for line in life.order.lines] == [("SN-1",), ()]

    edited = life.edit()
    edited = replace(edited, lines=tuple(replace(line, asks_serial=True) for line in edited.lines))
    life.conclude(give_serials(deliver(edited, [2], None, SETTINGS), 2, ["SN-2"]))

    assert [line.serials for line in life.order.lines] == [("SN-1",), ("SN-2",)]
    assert life.here == life.at_hq


def test_what_comes_back_is_one_of_the_pieces_that_left() -> None:
    order = sale("SN-1", "SN-2")

    for quantity, serials, words in (
        (1000, (), "0 given for 1"),
        (1000, ("SN-1", "SN-2"), "2 given for 1"),
        (2000, ("SN-1", "SN-1"), "1 given for 2"),
        (1000, ("SN-9",), "number SN-9 did not leave with this"),
    ):
        with pytest.raises(RuleBroken, match=words):
            back(order, quantity, *serials)
    after = order_after(returned(order, 1, "SN-2"), order).order

    assert (after.lines[0].returned_serials, after.lines[0].serials_out) == (("SN-2",), ("SN-1",))
    assert read_order(order_text(after)) == after
    with pytest.raises(RuleBroken, match="SN-2 did not leave with this, or is back already"):
        back(after, 1000, "SN-2")


def test_the_same_piece_brought_back_to_two_registers_while_apart_opens_a_case() -> None:
    order = sale("SN-1", "SN-2")
    first = order_after(returned(order, 1, "SN-1"), order).order

    second = order_after(returned(order, 2, "SN-1"), first)

    assert tuple(map(str, second.misfits)) == (
        "Serial number SN-1 of Product A came back, but it was not out.",
    )
    assert second.order.lines == first.lines
    assert tuple(map(str, order_after(returned(order, 3, "SN-2"), first).misfits)) == ()


def test_pieces_of_before_a_product_had_numbers_come_back_without() -> None:
    order = sale("SN-1", "SN-2")
    mixed = replace(order, lines=(replace(order.lines[0], serials=("SN-1",)),))

    assert back(mixed, 1000).lines[0].serials == ()
    assert back(mixed, 2000, "SN-1").lines[0].serials == ("SN-1",)
    with pytest.raises(RuleBroken, match="0 given for 2"):
        back(mixed, 2000)


def test_without_a_receipt_each_piece_is_named_once() -> None:
    pricing = Pricing(PriceBook([]), product, TODAY)
    first = Brought(1000, "Broken", serials=("SN-1",))
    cart = take_back_blind(EMPTY, CAMERA, first, pricing, SETTINGS)

    assert cart.lines[0].serials == ("SN-1",)
    check_serials(cart)
    with pytest.raises(RuleBroken, match="SN-1 of Product A is there already"):
        take_back_blind(cart, CAMERA, first, pricing, SETTINGS)
    with pytest.raises(RuleBroken, match="0 given for 1"):
        take_back_blind(cart, CAMERA, replace(first, serials=()), pricing, SETTINGS)
    exchanged = give_serials(add_line(cart, CAMERA, SETTINGS), 2, ["SN-1"])
    assert exchanged.lines[1].serials == ("SN-1",)
