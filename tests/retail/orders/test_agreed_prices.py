"""What was agreed about prices and charges of an order stays, however it is opened, until it is recalculated."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from retail.auto_charges import charged, recalculate_charges
from retail.cart import Balance, Cart, CartKind, PriceSource, add_line, change_terms, deliver, set_quantity
from retail.charge_rules import AutoCharge, ChargeLevel
from retail.discounts import DiscountSource
from retail.errors import RuleBroken
from retail.orders.applying import order_after
from retail.orders.editing import start_conversion, start_edit
from retail.orders.order import OrderState
from retail.orders.pickup import start_pickup
from retail.pricing import Consent, Pricing, discount_lines, discount_total, override_price, recalculate
from retail.promotions import PriceBook, Promotion, PromotionKind
from retail.settings import StoreSettings
from retail.settling import settle
from retail.totals import totals_of
from retail.typed_charges import add_header_charge, add_line_charge, change_charge
from retail.wire.faults import faults_of
from retail.wire.orders import order_of, order_values
from tests.retail.shop import (
    ANNA,
    SETTINGS,
    TODAY,
    arranged,
    cart_with,
    document_of,
    paid_in_cash,
    pickup,
    product,
    shipment,
)

EDIT = "01900000-0000-7000-8000-0000000000a2"
STAFF = Consent("Staff", "manager")
DEAL = Promotion("P1", "Deal", PromotionKind.DEAL, ("A",), amount_minor=8000)
TEN = Promotion("P2", "Ten off", PromotionKind.PERCENT, ("B",), percent=Decimal(10))
BOTH = Pricing(PriceBook([DEAL, TEN]), lambda number: None, TODAY)
ENDED = Pricing(PriceBook(), lambda number: None, TODAY)
RULED = replace(
    SETTINGS, advanced_auto_charges=True,
    auto_charges=(AutoCharge(ChargeLevel.HEADER, "FREIGHT", 700), AutoCharge(ChargeLevel.LINE, "WRAP", 50)),
)  # fmt: skip


def ordered(cart: Cart, settings: StoreSettings = SETTINGS) -> OrderState:
    """The order a cart makes, as it comes back from headquarters."""
    document = document_of(arranged(paid_in_cash(cart, settings), Balance.PAY_AT_PICKUP), settings)
    assert faults_of(document) == []
    return order_of(order_values(order_after(document).order))


def offered(settings: StoreSettings = SETTINGS) -> Cart:
    """A at a deal, three B with ten percent off, and a discount on the whole; all to be fetched."""
    cart = set_quantity(cart_with(10_000, 5000), 2, 3000)
    cart = settle(None, cart, BOTH, settings)
    cart = discount_total(cart, STAFF, percent=Decimal(10))
    return settle(cart, deliver(cart, [1, 2], pickup(), settings), BOTH, settings)


def amounts(cart: Cart) -> list[int]:
    return [line.amount_minor for line in cart.lines]


def edited(order: OrderState, settings: StoreSettings = SETTINGS) -> Cart:
    return settle(None, start_edit(order, ANNA, EDIT), ENDED, settings)


def test_an_edited_order_keeps_its_prices_although_the_promotions_ended() -> None:
    cart = edited(ordered(offered()))

    assert amounts(cart) == amounts(offered()) == [7200, 12_150]
    assert [line.price_source for line in cart.lines] == [PriceSource.DEAL, PriceSource.LIST]
    assert cart.lines[0].promotion == "Deal"


def test_a_new_line_of_an_edited_order_is_at_todays_price() -> None:
    cart = edited(ordered(offered()))
    more = settle(cart, add_line(cart, product("B", 5000), SETTINGS), BOTH, SETTINGS)

    assert amounts(more) == [7200, 12_150, 4500]


def test_a_changed_quantity_keeps_the_agreed_price() -> None:
    cart = edited(ordered(offered()))
    more = settle(cart, set_quantity(cart, 1, 2000), ENDED, SETTINGS)

    assert more.lines[0].price_minor == 8000
    assert amounts(more)[0] == 16_000 - 800


def test_recalculating_an_edited_order_keeps_what_persons_took_off() -> None:
    fresh = recalculate(edited(ordered(offered())), ENDED)

    assert [step.source for step in fresh.lines[0].discounts] == [DiscountSource.LINE]
    assert amounts(fresh) == [10_000 - 800, 15_000 - 1350]
    document = document_of(paid_in_cash(change_terms(fresh, lambda terms: replace(terms, pay_in_full=True))))
    assert faults_of(document) == []


def test_a_stated_price_and_who_allowed_it_come_back() -> None:
    cart = deliver(override_price(cart_with(10_000), 1, 9000, STAFF), [1], pickup(), SETTINGS)

    (line,) = edited(ordered(cart)).lines

    assert (line.price_source, line.price_minor, line.override) == (
        PriceSource.OVERRIDE,
        9000,
        cart.lines[0].override,
    )


def test_what_is_handed_out_carries_its_part_of_the_agreed_amount() -> None:
    order = ordered(offered())
    cart = settle(None, start_pickup(order, {2: 1000}, ANNA, SETTINGS, EDIT), BOTH, RULED)

    assert amounts(cart) == [4050]
    assert (cart.lines[0].discount_minor, cart.lines[0].shown_discount_minor) == (950, 950)
    assert cart.charges == ()
    assert charged(cart, RULED) is cart
    assert faults_of(document_of(paid_in_cash(cart))) == []


def test_what_is_handed_out_cannot_be_priced_anew() -> None:
    cart = start_pickup(ordered(offered()), {1: 1000}, ANNA, SETTINGS, EDIT)

    with pytest.raises(RuleBroken, match="being handed out"):
        override_price(cart, 1, 1, STAFF)
    with pytest.raises(RuleBroken, match="being handed out"):
        discount_lines(cart, [1], STAFF, percent=Decimal(10))
    acts: tuple[Callable[[], Cart], ...] = (
        lambda: discount_total(cart, STAFF, percent=Decimal(10)),
        lambda: recalculate(cart, ENDED),
        lambda: recalculate_charges(cart, RULED),
        lambda: add_header_charge(
            replace(cart, terms=start_edit(ordered(offered()), ANNA, EDIT).terms), RULED, 5
        ),
    )
    for act in acts:
        with pytest.raises(RuleBroken, match="not being changed here"):
            act()


def partly_gone() -> Cart:
    """An order of which one of three B was carried out at once and the charge of the whole was billed."""
    cart = deliver(offered(RULED), [1], None, RULED)
    order = ordered(settle(None, cart, BOTH, RULED), RULED)
    return edited(replace(order, charges_invoiced=True), RULED)


def test_what_was_handed_out_keeps_price_and_charges() -> None:
    cart = partly_gone()
    gone = cart.lines[0]

    fresh = recalculate_charges(recalculate(cart, ENDED), replace(RULED, auto_charges=RULED.auto_charges[1:]))

    assert fresh.lines[0] is gone
    assert fresh.charges == cart.charges
    with pytest.raises(RuleBroken, match="its price stays as it was"):
        override_price(cart, 1, 5, STAFF)
    with pytest.raises(RuleBroken, match="its price stays as it was"):
        add_line_charge(cart, RULED, [1], 5)
    with pytest.raises(RuleBroken, match="its price stays as it was"):
        change_charge(cart, 1, 0, 5, STAFF)
    with pytest.raises(RuleBroken, match="billed already"):
        change_charge(cart, None, 0, 5, STAFF)


def test_charges_of_an_order_stay_when_it_is_opened_and_follow_its_goods_from_the_first_change_on() -> None:
    cart = settle(None, deliver(cart_with(10_000), [1], shipment(), RULED), ENDED, RULED)
    dearer = replace(RULED, auto_charges=(AutoCharge(ChargeLevel.HEADER, "FREIGHT", 900),))
    order = ordered(change_terms(cart, lambda terms: replace(terms, pay_in_full=True)), RULED)

    opened = settle(None, start_edit(order, ANNA, EDIT), ENDED, dearer)
    changed = settle(opened, set_quantity(opened, 1, 2000), ENDED, dearer)

    assert [each.amount_minor for each in opened.charges] == [700]
    assert [each.amount_minor for each in changed.charges] == [900]


def test_a_quote_keeps_its_prices_while_it_holds_and_is_open_to_new_ones_after() -> None:
    cart = change_terms(offered(), lambda terms: replace(terms, kind=CartKind.QUOTE, expires=TODAY))
    quote = ordered(cart)

    valid = settle(None, start_conversion(quote, ANNA, EDIT, TODAY), ENDED, SETTINGS)
    expired = start_conversion(quote, ANNA, EDIT, TODAY.replace(day=TODAY.day + 1))
    fresh = charged(recalculate(expired, ENDED), SETTINGS)

    assert amounts(valid) == [7200, 12_150]
    assert amounts(fresh)[0] == 10_000 - 800
    assert totals_of(settle(None, fresh, ENDED, SETTINGS), SETTINGS).goods_minor == sum(amounts(fresh))
