"""A disk without room: refused before money is taken; with room again the same sale is concluded, once."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from channel_db.room import RESERVE
from tests.bad_input.counter import ANNA as ANNA_AT_HQ
from tests.bad_input.counter import SHOE, Counter
from tests.fixtures.fix_register import ANNA, Register, register, shop, shop_template

__all__ = ["register", "shop", "shop_template"]
WORDS = "The disk is full. Make room on it before the next sale; nothing is lost."


@contextmanager
def no_room_for_the_reserve(folder: Path) -> Iterator[None]:
    """The reserve is where every write is answered with *no space left on device*, by the kernel itself."""
    reserve = folder / RESERVE
    reserve.unlink(missing_ok=True)
    reserve.symlink_to("/dev/full")
    yield
    reserve.unlink(missing_ok=True)


def test_full_disk_is_said_before_money_is_taken_and_with_room_the_same_sale_is_concluded(
    counter: Counter,
) -> None:
    counter.do("product.add", code=SHOE)

    with no_room_for_the_reserve(counter.folder):
        assert counter.refused("tender.cash", amount="200.00") == WORDS

    assert counter.view("cart")["tenders"] == []
    assert counter.do("tender.cash", amount="200.00")["change_minor"] == 10000
    sale = counter.do("transaction.conclude")["transaction"]
    counter.deliver()
    assert counter.times_at_headquarters(sale) == 1


def test_full_disk_refuses_an_order_without_a_deposit_at_its_end(counter: Counter) -> None:
    """Nobody pays here, so concluding is the first moment that has to be sure of room."""
    counter.do("customer.set", id=ANNA_AT_HQ)
    counter.do("product.add", code=SHOE)
    counter.do("order.pick_up_all")
    counter.do("deposit.override", ("manager", "271548"), amount="0", reason="Other")
    counter.do("order.balance", arrangement="pay_at_pickup")

    with no_room_for_the_reserve(counter.folder):
        assert counter.refused("transaction.conclude") == WORDS

    order = counter.do("transaction.conclude")
    counter.deliver()
    assert counter.times_at_headquarters(order["transaction"]) == 1


def test_disk_that_fills_up_after_the_payment_keeps_the_sale_by_its_reserve(register: Register) -> None:
    _pay_for_an_order(register)
    with full_until_the_reserve_is_given_up(register):
        done = register.do("transaction.conclude")

    assert done.values["receipt_number"] == "HOUSTON-1-000001"
    assert not (register.folder / RESERVE).exists()
    register.session.journal.verify_chain()
    register.do("product.add", code="B")
    register.do("tender.cash")
    assert register.do("transaction.conclude").values["receipt_number"] == "HOUSTON-1-000002"


def test_disk_that_is_full_to_the_last_page_keeps_the_paid_sale_open(register: Register) -> None:
    _pay_for_an_order(register)
    before = register.trace()
    with full(register):
        assert register.refused("transaction.conclude") == WORDS

    assert register.trace() == before
    assert register.do("transaction.conclude").values["receipt_number"] == "HOUSTON-1-000001"
    register.session.journal.verify_chain()
    assert len(register.line.done) == 1


@contextmanager
def full(register: Register) -> Iterator[None]:
    """SQLite finds no page more for the journal, as on a disk without room."""
    connection = register.session.journal._connection
    pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}").close()
    yield
    connection.exec_driver_sql("PRAGMA max_page_count = 1000000").close()


@contextmanager
def full_until_the_reserve_is_given_up(register: Register) -> Iterator[None]:
    """The same, until the bytes of the reserve are free."""
    journal = register.session.journal
    give_up = journal.release_room

    def released() -> bool:
        journal._connection.exec_driver_sql("PRAGMA max_page_count = 1000000").close()
        return give_up()

    with full(register), pytest.MonkeyPatch.context() as patch:
        patch.setattr(journal, "release_room", released)
        yield


def _pay_for_an_order(register: Register) -> None:
    register.do("customer.set", id=ANNA)
    for _ in range(60):
        register.do("product.add", code="A")
    register.do("order.pick_up_all")
    register.do("tender.cash")
    register.do("order.balance", arrangement="pay_at_pickup")
