"""Cash: exact, part, and more than is due; taken back; and never for nothing."""

import pytest

from channel_db.errors import DiskFull
from channel_db.journal.repository import Journal
from tests.fixtures.fix_register import Register, Shop, at_work


@pytest.fixture(autouse=True)
def one_sock(register: Register) -> None:
    register.do("product.add", number="B")


def test_cash_without_an_amount_is_exactly_what_is_due(register: Register) -> None:
    done = register.do("tender.cash")

    assert (register.cart["paid_minor"], register.cart["due_minor"], register.cart["change_minor"]) == (
        4000,
        0,
        0,
    )
    assert done.values["due_minor"] == 0


def test_part_leaves_the_rest_due_and_more_gives_change(register: Register) -> None:
    assert str(register.do("tender.cash", amount="15").message) == "Cash 15.00. 25.00 is still due."
    done = register.do("tender.cash", amount="50.00")

    assert str(done.message) == "Cash 50.00. Change 25.00."
    assert (register.cart["due_minor"], register.cart["change_minor"]) == (0, 2500)


def test_cash_is_rounded_to_the_smallest_coin(shop: Shop) -> None:
    register = at_work(shop, cash_rounding_minor=5)
    register.do("transaction.void")
    register.do("product.add", number="CENT", quantity="2")

    register.do("tender.cash")

    assert register.cart["tenders"][0]["tendered_minor"] == 10
    assert register.cart["due_minor"] == 0


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "not an amount to pay with"),
        ("-5", "not an amount to pay with"),
        ("1.234", "too many decimals"),
        ("ten", "not an amount"),
        ("9999999999999", "not an amount"),
        (5, "amount must be a text"),
        (5.0, "amount must be a text"),
    ],
)
def test_what_cannot_be_paid_with_is_refused(register: Register, amount: object, words: str) -> None:
    assert words in register.refused("tender.cash", amount=amount)


def test_nothing_is_taken_when_nothing_is_due(register: Register) -> None:
    register.do("tender.cash")

    assert "Nothing is due" in register.refused("tender.cash", amount="1.00")


def test_without_goods_there_is_nothing_to_pay(register: Register) -> None:
    register.do("transaction.void")

    assert "nothing in the sale" in register.refused("tender.cash", amount="1.00")


def test_a_payment_is_taken_back(register: Register) -> None:
    register.do("tender.cash", amount="15")
    register.do("tender.cash", amount="50")

    done = register.do("tender.void", number=2)

    assert str(done.message) == "Payment removed. Hand back 25.00."
    assert register.cart["due_minor"] == 2500
    assert [tender["number"] for tender in register.cart["tenders"]] == [1]
    assert register.kinds()[-1] == "tender.void"
    register.do("tender.cash")
    assert [tender["number"] for tender in register.cart["tenders"]] == [1, 2]


def test_only_a_payment_that_was_taken_is_taken_back(register: Register) -> None:
    assert "No payment was taken" in register.refused("tender.void", number=1)
    register.do("tender.cash", amount="1")
    assert "no payment 7" in register.refused("tender.void", number=7)
    assert register.asks("tender.void") == ["number"]


def test_a_full_disk_refuses_the_first_payment(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Journal, "check_room", full)

    assert "disk is full" in register.refused("tender.cash")


def full(journal: Journal) -> None:
    raise DiskFull
