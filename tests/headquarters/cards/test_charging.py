"""Cards on file are charged once for what was shipped, whatever becomes of an answer; a declined one is told."""

import pytest
from sqlalchemy import select

from headquarters.cards.models import CardCharge
from headquarters.cards.service import settle_charges
from headquarters.cases.models import Case
from headquarters.jobs.work import is_idle
from retail.cards import CardOnFile
from retail.customers import Customer
from retail.orders.order import OrderState
from retail.orders.paying import start_payment
from tests.headquarters.conftest import Books
from tests.headquarters.shop import ANNA, PaperRegister, sent

VISA = CardOnFile("tok-000001d20261102", "Visa", "4242", 7200, "r1")
FIRST = CardOnFile("tok-000002d20261102", "Visa", "1111", 5000, "r2")
SECOND = CardOnFile("tok-000003d20261102", "Visa", "2222", 2200, "r3")


class Shipped:
    """An apple for 80.00 that was shipped; 72.00 of it is to be charged. Nobody has asked the processor yet."""

    def __init__(self, books: Books, *cards: CardOnFile) -> None:
        self.books, self.paper = books, books.enrol()
        books.upload(sent(self.paper.shipment(*cards)), at_once=True)
        self.document = self.paper.steps(self.state, "ship", 1)
        books.upload(sent(self.document), at_once=True)

    @property
    def state(self) -> OrderState:
        [state] = self.books.orders()
        return state

    def charges(self) -> list[tuple[int, str]]:
        with self.books.parts.database.reading() as session:
            rows = session.scalars(select(CardCharge).order_by(CardCharge.id))
            return [(each.amount_minor, each.state) for each in rows]

    def cases(self) -> list[str]:
        with self.books.parts.database.reading() as session:
            return list(session.scalars(select(Case.words)))

    def settle(self, *faults: str) -> list[tuple[int, str]]:
        """Ask the processor, which answers with these faults, one a question; how the charges stand then."""
        self.books.processor.next = list(faults)
        settle_charges(self.books.parts)
        return self.charges()


def test_the_intent_is_kept_with_the_invoice_and_charged_by_the_job(books: Books) -> None:
    shipped = Shipped(books, VISA)
    assert (shipped.charges(), books.processor.asked) == ([(7200, "asked")], [])
    with books.parts.database.reading() as session:
        assert not is_idle(session, "synchronize-orders")

    books.job("synchronize-orders")

    assert (shipped.charges(), books.processor.money_minor) == ([(7200, "charged")], 7200)
    assert (shipped.state.paid_minor, shipped.state.unpaid_minor, shipped.cases()) == (8000, 0, [])
    with books.parts.database.reading() as session:
        assert is_idle(session, "synchronize-orders")


def test_what_was_paid_in_full_is_charged_to_nobody(books: Books) -> None:
    assert Shipped(books).charges() == []


def test_several_cards_are_charged_in_the_order_they_were_given(books: Books) -> None:
    shipped = Shipped(books, FIRST, SECOND)

    assert shipped.settle() == [(5000, "charged"), (2200, "charged")]
    assert [each.token for each in books.processor.done.values()] == [FIRST.token, SECOND.token]


def test_a_document_sent_twice_is_charged_once(books: Books) -> None:
    shipped = Shipped(books, VISA)
    books.upload(sent(shipped.document), at_once=True)
    shipped.settle()
    shipped.settle()

    assert books.processor.money_minor == 7200


@pytest.mark.parametrize(
    "faults",
    [
        ["", "lost"],  # asked, done, and the answer lost: the status tells
        ["", "unclear"],
        ["", "unclear", "silent"],  # done, and nothing says so until the next time
        ["", "lost", "silent"],
        ["silent"],
        ["", "silent"],  # never heard of
        ["", "silent", "silent"],
    ],
)
def test_whatever_becomes_of_the_answer_the_card_is_charged_once(books: Books, faults: list[str]) -> None:
    shipped = Shipped(books, VISA)
    shipped.settle(*faults)

    assert shipped.settle() == [(7200, "charged")]
    assert (books.processor.money_minor, len(books.processor.done)) == (7200, 1)


def test_killed_between_question_and_answer_it_asks_for_the_status_alone(books: Books) -> None:
    shipped = Shipped(books, VISA)
    shipped.settle("", "lost", "silent")
    asked = books.processor.asked.count("charge_token")

    assert shipped.settle() == [(7200, "charged")]
    assert books.processor.asked.count("charge_token") == asked == 1


def test_a_silent_processor_is_named_by_the_job(books: Books) -> None:
    shipped = Shipped(books, VISA)
    books.processor.next = ["silent"] * 5

    assert "1 charges of cards on file have no answer yet." in books.job("synchronize-orders").note
    assert shipped.charges() == [(7200, "asked")]


def test_a_declined_card_leaves_the_goods_unpaid_and_says_what_to_do(books: Books) -> None:
    shipped = Shipped(books, VISA)

    assert shipped.settle("", "declined") == [(7200, "declined")]

    order = shipped.state
    assert (order.status, order.paid_minor, order.balance_minor, order.unpaid_minor) == (
        "invoiced",
        800,
        7200,
        7200,
    )
    assert order.card_left_minor == 0
    [words] = shipped.cases()
    assert words == (
        "SO-000001: the card Visa 4242 was declined, and 72.00 of shipped goods is not paid. "
        "Ask the customer to pay it: Pay on order, at any register of the store."
    )
    assert shipped.settle() == [(7200, "declined")]
    assert books.processor.money_minor == 0


def test_the_payment_taken_instead_is_for_the_goods_that_have_gone(books: Books) -> None:
    shipped = Shipped(books, VISA)
    shipped.settle("", "declined")
    anna = Customer(id=ANNA, name="Anna Berg", account="10001")

    books.upload(sent(shipped.paper.act(start_payment(shipped.state, None, anna, "c"))), at_once=True)

    order = shipped.state
    assert (order.paid_minor, order.unpaid_minor, order.deposit_available_minor) == (8000, 0, 0)
    assert (order.payments[-1].is_deposit, order.terms.topped_up) == (False, False)


def test_one_of_two_cards_declined_leaves_its_own_part_unpaid(books: Books) -> None:
    shipped = Shipped(books, FIRST, SECOND)

    assert shipped.settle("", "", "", "declined") == [(5000, "charged"), (2200, "declined")]
    assert shipped.state.unpaid_minor == 2200
    assert [card.authorised_minor for card in shipped.state.terms.cards] == [5000, 0]


def test_without_a_card_nothing_is_asked_and_a_person_is_told(books: Books) -> None:
    shipped = Shipped.__new__(Shipped)
    shipped.books, shipped.paper = books, PaperRegister("HOUSTON-1", "HOUSTON", books.enrol().epoch)
    order = shipped.paper.shipment(VISA)
    assert order.order is not None
    bare = order.model_copy(update={"order": order.order.model_copy(update={"card": None})})
    books.upload(sent(bare), at_once=True)
    books.upload(sent(shipped.paper.steps(shipped.state, "ship", 1)), at_once=True)

    assert shipped.settle() == [(7200, "declined")]
    assert "no card was kept, and 72.00 of shipped goods is not paid" in shipped.cases()[0]
    assert books.processor.asked == []
