"""A cart and its document are the same sale: there and back, every amount stands."""

from dataclasses import replace

from hypothesis import given

from retail.cards import CardOnFile, CardSlip
from retail.cart import Balance, Cart, void_line
from retail.orders.applying import order_after
from retail.orders.rest import give_card
from retail.orders.terms import override_deposit
from retail.settings import StoreSettings
from retail.tender import Tender, TenderType
from retail.totals import totals_of
from retail.wire.conversion import address_of, address_part, cart_of, faults_of
from retail.wire.uploads import TransactionDocument
from tests.retail.shop import (
    ANNA,
    HOME,
    SETTINGS,
    any_cart,
    arranged,
    cart_with,
    document_of,
    hybrid,
    paid_in_cash,
)


@given(any_cart())
def test_any_cart_survives_the_way_to_headquarters(built: tuple[Cart, StoreSettings]) -> None:
    cart, settings = built
    totals = totals_of(cart, settings)

    arrived = TransactionDocument.read(document_of(cart, settings).written())

    assert faults_of(arrived) == []
    again, rules = cart_of(arrived)
    assert totals_of(again, rules) == totals


def test_void_lines_stay_behind_and_the_others_keep_their_numbers() -> None:
    document = document_of(paid_in_cash(void_line(cart_with(100, 200, 300), 2)))

    assert ([line.number for line in document.lines], document.voided_lines) == ([1, 3], 1)
    assert faults_of(document) == []
    assert [line.number for line in cart_of(document)[0].lines] == [1, 2]


def test_what_was_agreed_comes_back() -> None:
    cart = override_deposit(hybrid(), SETTINGS, 10_000, "Staff", "manager")
    cart = arranged(cart, Balance.CARD_ON_FILE)

    again, _ = cart_of(document_of(paid_in_cash(cart)))

    assert again.terms == cart.terms
    assert [line.delivery for line in again.lines] == [line.delivery for line in cart.lines]
    assert again.customer == replace(ANNA, addresses=())


def test_cards_come_back_as_they_were() -> None:
    slip = CardSlip("r1", "tok-1", "Visa", "4242", "A00001", "T-000001")
    cart = give_card(hybrid(), CardOnFile("tok-2", "Visa", "4243", 5000, "r2"))
    due = totals_of(cart, SETTINGS).due_minor
    cart = replace(cart, tenders=(Tender(1, TenderType.CARD, due, 0, 0, due, slip),))

    document = document_of(cart)
    again, _ = cart_of(TransactionDocument.read(document.written()))

    assert faults_of(document) == []
    assert (again.terms, again.tenders) == (cart.terms, cart.tenders)
    assert order_after(document).order.card_authorisation_minor == 5000


def test_an_address_there_and_back_is_the_same() -> None:
    assert address_of(address_part(HOME)) == HOME
