"""The card for the rest of an order: reserved by its terminal, kept as a token, and let go where it is not needed."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from pos_app.register.sheet_defaults import payment_view
from retail.cards import CardAsk, CardState
from retail.orders.order import OrderState, OrderStatus
from retail.wire.orders import order_values
from tests.fixtures.fix_register import ANNA, SETTINGS, Register, Shop, at_work
from tests.pos_app.operations.test_cards import refusal, steps


@pytest.fixture
def order(register: Register) -> Register:
    """An order of two pairs of shoes to be fetched: 200.00 and a sock, deposit 24.00."""
    register.do("product.add", number="B")
    register.do("customer.set", id=ANNA)
    register.do("product.add", number="A", quantity="2")
    register.do("order.pick_up_all")
    return register


def journal_of(register: Register, kind: str) -> str:
    rows = register.session.journal._connection.exec_driver_sql(
        "SELECT text FROM journal_entries WHERE kind = ? ORDER BY number", (kind,)
    )
    return "\n".join(rows.scalars())


def card_of(register: Register) -> object:
    cart = register.session.cart
    assert cart is not None
    assert cart.terms is not None
    return cart.terms.card


def test_a_card_reserves_the_rest_and_its_token_travels_with_the_order(order: Register, shop: Shop) -> None:
    order.do("tender.cash")
    done = order.do("order.balance", arrangement="card_on_file", amount="60.00")
    assert str(done.message) == "A card pays up to 60.00 of the rest."
    assert shop.terminal.money_minor == 0

    order.do("transaction.conclude")

    document = order.session.journal.last_transaction()
    assert document is not None
    assert document.order is not None
    card = document.order.card
    assert card is not None
    assert (card.token[:4], card.last_four, card.authorised_minor) == ("tok-", "4242", 6000)
    assert steps(order) == ["kept"]


@pytest.mark.parametrize(
    ("amount", "words"),
    [("216.01", "A card can be asked for 216.00 or less."), ("0", "A card can be asked for 216.00 or less.")],
)
def test_a_card_is_not_asked_for_more_than_the_rest(order: Register, amount: str, words: str) -> None:
    assert words in order.refused("order.balance", arrangement="card_on_file", amount=amount)


def test_offline_there_is_no_card_for_later_and_the_words_name_the_way_out(
    order: Register, shop: Shop
) -> None:
    shop.line.state = "offline"

    words = order.refused("order.balance", arrangement="card_on_file")

    assert "while headquarters does not answer" in words
    assert "Choose Pay in full" in words


def test_a_card_without_a_token_is_let_go_at_once(order: Register, shop: Shop) -> None:
    shop.terminal.next = ["no_token"]

    assert "cannot be charged later" in refusal(order, "order.balance", arrangement="card_on_file")

    order.do("tender.card_check")
    assert steps(order) == ["reversed"]


@pytest.mark.parametrize(
    ("operation", "params"),
    [
        ("order.balance", {"arrangement": "pay_at_pickup"}),
        ("deposit.pay_in_full", {}),
        ("order.carry_out_all", {}),
        ("transaction.void", {}),
    ],
)
def test_another_way_to_pay_lets_the_card_go(
    order: Register, shop: Shop, operation: str, params: dict[str, object]
) -> None:
    order.do("order.balance", arrangement="card_on_file")
    assert card_of(order) is not None

    order.do(operation, **params)

    assert steps(order) == ["reversed"]
    assert list(shop.terminal.states.values()) == [CardState.REVERSED]


def test_several_cards_share_the_rest_and_are_charged_one_after_the_other(
    order: Register, shop: Shop
) -> None:
    order.do("tender.cash")
    order.do("order.add_card", amount="60")
    sheet = payment_view(order.session.draft(SETTINGS), is_online=True)
    assert sheet.balance == "Cards pay 60.00 of the other 216.00:"
    assert "156.00 or less" in order.refused("order.add_card", amount="156.01")
    order.do("order.add_card", amount="100")
    assert steps(order) == ["taken", "taken"]
    made = order.do("transaction.conclude").values["order"]

    order.do("order.pick_up", id=made)
    assert order.cart["due_minor"] == 21_600
    order.do("tender.card_on_file")
    assert "100.00 at most" in order.refused("tender.card_on_file", amount="100.01")
    order.do("tender.card_on_file")
    order.do("tender.cash")
    order.do("transaction.conclude")

    charged = [each for each in shop.terminal.done.values() if each.ask is CardAsk.CHARGE_TOKEN]
    tokens = [shop.terminal.status(each.reference).slip.token for each in shop.terminal.done.values()][:2]
    assert [(each.amount_minor, each.token) for each in charged] == [(6000, tokens[0]), (10_000, tokens[1])]


def test_offline_no_further_card_is_taken(order: Register, shop: Shop) -> None:
    shop.line.state = "offline"

    assert "Choose Pay in full" in order.refused("order.add_card", amount="10")


def test_after_a_crash_a_further_card_still_stands_beside_the_first(order: Register, shop: Shop) -> None:
    order.do("order.add_card", amount="60")
    shop.terminal.next = ["lost", "silent"]
    assert "does not say what became of" in refusal(order, "order.add_card", amount="100")

    register = at_work(shop)
    register.do("tender.card_check")

    cart = register.session.cart
    assert cart is not None
    assert cart.terms is not None
    assert [card.authorised_minor for card in cart.terms.cards] == [6000, 10_000]


def test_an_authorisation_taken_anew_stands_in_the_journal(order: Register, shop: Shop) -> None:
    order.do("order.balance", arrangement="card_on_file", amount="20.00")
    shop.terminal.next = ["renewed"]
    order.do("tender.card_on_file")

    assert '"last_four":"4242"' in journal_of(order, "card.renewed")


def test_a_second_card_replaces_the_first(order: Register) -> None:
    order.do("order.balance", arrangement="card_on_file")
    order.do("order.balance", arrangement="card_on_file")

    assert steps(order) == ["reversed", "taken"]


def test_the_card_on_file_pays_up_to_what_it_was_authorised_for(order: Register, shop: Shop) -> None:
    order.do("order.balance", arrangement="card_on_file", amount="20.00")

    assert "20.00 at most" in order.refused("tender.card_on_file", amount="20.01")
    order.do("tender.card_on_file")

    assert (order.cart["due_minor"], shop.terminal.money_minor) == (400, 2000)
    assert "0.00 at most" in order.refused("tender.card_on_file")


def test_a_card_that_was_never_charged_is_let_go_when_its_order_ends(order: Register, shop: Shop) -> None:
    order.do("order.balance", arrangement="card_on_file")
    order.do("tender.cash")
    made = str(order.do("transaction.conclude").values["order"])
    kept = steps(order)

    order.do("order.pick_up", id=made, quantities={"1": "1"})
    order.do("tender.cash")
    order.do("transaction.conclude")
    begun = steps(order)
    order.do("order.pick_up", id=made)
    order.do("tender.cash")
    order.do("transaction.conclude")
    order.do("tender.card_check")

    assert (kept, begun, steps(order)) == (["kept"], ["kept"], ["reversed"])
    assert list(shop.terminal.states.values()) == [CardState.REVERSED]


def test_a_card_that_paid_is_not_let_go_when_its_order_ends(order: Register) -> None:
    order.do("order.balance", arrangement="card_on_file")
    order.do("tender.cash")
    made = str(order.do("transaction.conclude").values["order"])

    order.do("order.pick_up", id=made)
    order.do("tender.card_on_file")
    order.do("transaction.conclude")

    assert steps(order) == ["kept", "kept"]


@pytest.mark.parametrize(("done", "left"), [
    (lambda order: replace(order, status=OrderStatus.CANCELLED), "reversed"),
    (lambda order: replace(order, terms=order.terms.with_cards()), "reversed"),
    (lambda order: replace(order, revision=order.revision + 1), "kept"),
])  # fmt: skip
def test_a_card_that_is_not_needed_any_more_elsewhere_is_let_go_at_the_next_start(
    order: Register, shop: Shop, done: Callable[[OrderState], OrderState], left: str
) -> None:
    order.do("order.balance", arrangement="card_on_file")
    order.do("tender.cash")
    made, books = str(order.do("transaction.conclude").values["order"]), shop.line.books
    books.change(made, done)
    shop.publish(SETTINGS, orders={made: order_values(books.orders[made])})

    started = shop.open()
    started.dispatcher.clear_up()

    assert steps(started) == [left]
    assert [state.value for state in shop.terminal.states.values()] == [
        "approved" if left == "kept" else left
    ]


def test_without_a_card_on_file_there_is_none_to_charge(register: Register) -> None:
    register.do("product.add", number="B")
    assert "No card was given" in register.refused("tender.card_on_file")
