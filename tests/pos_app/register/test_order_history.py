"""The history of an order says everything in the language of the reader, also what is no tender of a till."""

from dataclasses import replace
from decimal import Decimal

from pos_app.language.language import language_of
from pos_app.register.known_order import KnownOrder
from pos_app.register.order_history import history_of
from retail.orders.ledger import CARD_DECLINED, Payment
from retail.orders.making import new_order
from tests.retail.shop import SETTINGS, TODAY, document_of, hybrid


def test_what_was_settled_by_goods_in_exchange_is_said_in_the_readers_language() -> None:
    order = new_order(document_of(hybrid()), manual_accept=False)
    exchanged = Payment("d1", "exchange", -4000, False, order.made_at, "HOUSTON-1")
    known = KnownOrder(replace(order, payments=(exchanged,)), None, from_headquarters=True)

    history = [row.value for row in history_of(known, TODAY, language_of("nb"))]

    assert any(words.startswith("40,00") and words.endswith("bytte") for words in history)


def test_a_declined_charge_is_no_refund_in_the_history() -> None:
    order = new_order(document_of(hybrid()), manual_accept=False)
    declined = Payment("d1", CARD_DECLINED, -4000, False, order.made_at, "HQ", "tok-1")
    known = KnownOrder(replace(order, payments=(declined,)), None, from_headquarters=True)

    history = [row.value for row in history_of(known, TODAY, language_of("en"))]

    assert "40.00 not paid, the card on file was declined" in history


def test_an_invoice_says_how_much_of_it_is_tax() -> None:
    taxed = replace(SETTINGS, tax_percent=Decimal(25))
    order = new_order(document_of(hybrid(taxed), taxed), manual_accept=False)
    known = KnownOrder(order, None, from_headquarters=True)

    history = [row.value for row in history_of(known, TODAY, language_of("nb"))]

    assert any("50,00" in words and "herav mva 10,00" in words for words in history), history
