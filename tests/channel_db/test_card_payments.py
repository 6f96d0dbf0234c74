"""What a terminal was asked is kept step by step, and never becomes another question."""

import pytest

from channel_db.errors import StorageBug
from channel_db.journal.repository import Journal
from retail.cards import CardAsk, CardPayment, CardSlip, CardStep
from tests.channel_db.making import NOW

PAYMENT = CardPayment("r1", "cart-1", CardAsk.CHARGE, 1000, "USD")
SLIP = CardSlip("r1", "tok-1", "Visa", "4242", "A00001", "T-000001")


@pytest.fixture
def asked(journal: Journal) -> Journal:
    with journal.unit_of_work() as work:
        work.add_card_payment(PAYMENT, NOW.isoformat(), "cashier")
    return journal


def steps(journal: Journal) -> list[str]:
    return list(journal._connection.exec_driver_sql("SELECT state FROM card_payments ORDER BY id").scalars())


def test_what_was_asked_is_open_until_it_is_answered(asked: Journal) -> None:
    assert asked.open_card_payments() == [PAYMENT]

    with asked.unit_of_work() as work:
        work.answer_card_payment(SLIP, CardStep.TAKEN)

    assert asked.open_card_payments() == []


def test_what_leaves_the_cart_is_open_again_until_it_is_undone(asked: Journal) -> None:
    with asked.unit_of_work() as work:
        work.answer_card_payment(SLIP, CardStep.TAKEN)
        work.release_card_payments(["r1", "r2"])

    [left] = asked.open_card_payments()
    assert (left.step, left.token) == (CardStep.REVERSING, "tok-1")


def test_what_was_concluded_is_not_released(asked: Journal) -> None:
    with asked.unit_of_work() as work:
        work.answer_card_payment(SLIP, CardStep.TAKEN)
        work.conclude_card_payments("cart-1")
        work.release_card_payments(["r1"])

    assert steps(asked) == ["kept"]


def test_concluding_leaves_what_was_declined_as_it_is(asked: Journal) -> None:
    with asked.unit_of_work() as work:
        work.answer_card_payment(SLIP, CardStep.DECLINED)
        work.conclude_card_payments("cart-1")

    assert steps(asked) == ["declined"]


def test_a_step_is_taken_only_from_where_it_stands(asked: Journal) -> None:
    with asked.unit_of_work() as work:
        work.move_card_payment("r1", CardStep.KEPT, CardStep.REVERSING)

    assert steps(asked) == ["asked"]


def test_an_answer_to_what_was_never_asked_is_a_bug(journal: Journal) -> None:
    with pytest.raises(StorageBug, match="card payment r1 was never asked"), journal.unit_of_work() as work:
        work.answer_card_payment(SLIP, CardStep.TAKEN)


def test_one_reference_is_asked_for_once(asked: Journal) -> None:
    with pytest.raises(StorageBug, match="UNIQUE"), asked.unit_of_work() as work:
        work.add_card_payment(PAYMENT, NOW.isoformat(), "cashier")


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("UPDATE card_payments SET amount_minor = 1", "what a terminal was asked never changes"),
        ("UPDATE card_payments SET cart = 'other'", "what a terminal was asked never changes"),
        ("DELETE FROM card_payments", "what a terminal was asked stays"),
    ],
)
def test_the_question_stays_as_it_was_asked(asked: Journal, sql: str, words: str) -> None:
    with pytest.raises(StorageBug, match=words):
        asked._connection.exec_driver_sql(sql)
