"""Faults between registers and headquarters: both run here, on their own files, with a line that kills."""

import json
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from headquarters.cases.service import close_case, open_cases
from headquarters.catalog.service import remove_product
from headquarters.exporting.checking import check_export
from headquarters.exporting.reading import Span
from headquarters.exporting.writing import TRANSACTIONS, write_export
from pos_app.operations.registry import Refused
from tests.faults.shop_of_two import ANNA, PIN, RETAILER
from tests.faults.whole import check_whole
from tests.fixtures.heard import heard
from tests.fixtures.one_process import DEADLY, OFFLINE, ONLINE, OneProcess, Till

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OneProcess]:
    """Both registers at work; every test leaves everything delivered."""
    with ExitStack() as undo:
        world = OneProcess(tmp_path_factory.mktemp("faults") / "world", RETAILER, NOW, undo)
        for till in world.tills.values():
            till.do("user.sign_in", user="cashier", pin=PIN)
            till.do("shift.open")
        yield world


def sell(till: Till, product: str = "SHOE", quantity: str = "1") -> str:
    till.do("product.add", number=product, quantity=quantity)
    till.do("tender.cash")
    return str(till.do("transaction.conclude").values["transaction"])


def receipt_of(till: Till, sale: str) -> str:
    return str(json.loads(str(till.session.journal.transaction_text(sale)))["receipt_number"])


def take_back(till: Till, sale: str) -> str:
    till.do("sale.return", id=sale, items=[{"line": 1, "quantity": "1", "reason": "Other"}])
    till.do("tender.refund_cash")
    return str(till.do("transaction.conclude").values["transaction"])


def order(till: Till) -> str:
    till.do("customer.set", id=ANNA)
    till.do("product.add", number="SHOE")
    till.do("order.pick_up_all")
    till.do("tender.cash")
    till.do("order.balance", arrangement="pay_at_pickup")
    return str(till.do("transaction.conclude").values["transaction"])


def kept(world: OneProcess, transaction: str) -> list[str]:
    """What headquarters keeps of this transaction."""
    return [
        text
        for kind, text in world.texts()
        if kind == "transaction" and json.loads(text)["id"] == transaction
    ]


def check_delivered(world: OneProcess, till: Till, *sales: str) -> None:
    """Bring everything there, and prove that these are at headquarters once, as they were written."""
    world.settle()
    for sale in sales:
        assert kept(world, sale) == [till.session.journal.transaction_text(sale)]
    assert not any(world.troubles().values())
    assert till.waiting() == 0


def test_43_an_agent_killed_again_and_again_carries_everything_both_ways_once(world: OneProcess) -> None:
    till, _ = world.tills.values()
    till.line.mode = OFFLINE
    sales = [sell(till), sell(till), order(till)]

    for step in ("push", "push", "pull", "pull"):
        till.line.mode = DEADLY
        world.job("synchronize-orders")
        assert till.carry(step) is None, "nobody died: this is no test"

    assert all(kept(world, sale) for sale in sales), "headquarters had them before the first death"
    check_delivered(world, till, *sales)
    assert set(sales) <= set(check_whole(till.session.journal))


def test_69_a_product_that_headquarters_took_out_and_a_customer_not_uploaded_are_sold_and_booked(
    world: OneProcess,
) -> None:
    till, _ = world.tills.values()
    till.line.mode = OFFLINE
    customer = str(till.do("customer.add", name="Ole Moe").values["customer"])
    sale = sell(till, "HAT")
    with world.parts.database.writing() as session:
        remove_product(session, "HAT")

    check_delivered(world, till, sale)

    document = json.loads(kept(world, sale)[0])
    assert (document["customer"]["id"], document["lines"][0]["name"]) == (customer, "Hat")


@contextmanager
def statements() -> Iterator[list[tuple[int, str]]]:
    """Every statement of every connection in this process, with the number of its connection."""
    said: list[tuple[int, str]] = []

    with heard(lambda driver, statement: said.append((id(driver), statement.strip()))):
        yield said


def begun_too_late(said: list[tuple[int, str]]) -> list[str]:
    """The statements that write in a transaction that did not take the lock when it began."""
    held: dict[int, str] = {}
    late = []
    for connection, statement in said:
        words = statement.upper()
        if words.startswith(("BEGIN", "COMMIT", "ROLLBACK")):
            held[connection] = words
        elif words.startswith(WRITES) and held.get(connection) != "BEGIN IMMEDIATE":
            late.append(statement)
    return late


def test_42_register_agent_and_headquarters_take_the_lock_when_a_unit_of_work_begins(
    world: OneProcess,
) -> None:
    till, _ = world.tills.values()
    with statements() as said:
        sell(till)
        order(till)
        till.line.mode = OFFLINE
        order(till)
        world.settle()

    writes = [statement for _, statement in said if statement.upper().startswith(WRITES)]
    assert any("INSERT INTO uploads" in each for each in writes), "headquarters was not heard"
    assert any("outbox" in each for each in writes), "the register was not heard"
    assert begun_too_late(said) == []


def test_42_a_deferred_begin_is_noticed() -> None:
    said = [
        (1, "BEGIN"),
        (1, "SELECT 1"),
        (1, "INSERT INTO a VALUES (1)"),
        (2, "BEGIN IMMEDIATE"),
        (2, "DELETE FROM a"),
    ]

    assert begun_too_late(said) == ["INSERT INTO a VALUES (1)"]


def test_77_the_smallest_weight_and_the_largest_amount_arrive_to_the_unit_and_more_is_refused(
    world: OneProcess,
) -> None:
    till, _ = world.tills.values()
    till.line.mode = ONLINE
    before = till.session.cart

    refused = till.ask("product.add", {"number": "GOLD", "quantity": "1001"})

    assert isinstance(refused, Refused)
    assert till.session.cart is before
    largest, smallest = sell(till, "GOLD", "1000"), sell(till, "SHOE", "0.001")
    check_delivered(world, till, largest, smallest)
    [gold], [shoe] = [json.loads(kept(world, each)[0])["lines"] for each in (largest, smallest)]
    assert (gold["amount_minor"], shoe["quantity_thousandths"], shoe["amount_minor"]) == (10**12, 1, 10)


def test_77_the_largest_amount_stands_in_an_export_to_the_unit(world: OneProcess, tmp_path: Path) -> None:
    till, _ = world.tills.values()
    till.line.mode = ONLINE
    largest = sell(till, "GOLD", "1000")
    world.settle()

    made = write_export(world.parts, Span("HOUSTON", NOW.date(), NOW.date()), tmp_path)

    assert check_export(made.file).faults == []
    with zipfile.ZipFile(made.file) as packed:
        [said] = [
            json.loads(row["document"])
            for row in map(json.loads, packed.read(TRANSACTIONS).splitlines())
            if largest in row["document"]
        ]
    assert (said["lines"][0]["amount_minor"], type(said["total_minor"])) == (10**12, int)


def test_74_a_receipt_refunded_at_two_registers_that_are_apart_is_two_refunds_and_a_case(
    world: OneProcess,
) -> None:
    here, there = world.tills.values()
    here.line.mode = there.line.mode = ONLINE
    sale = sell(here)
    world.settle()
    state = here.do("return.find", number=receipt_of(here, sale)).values["found"]
    assert there.do("return.find", number=receipt_of(here, sale)).values["found"] == state
    here.line.mode = OFFLINE
    refunds = [take_back(till, sale) for till in (here, there)]

    world.settle()

    assert [kept(world, each) for each in refunds] == [
        [till.session.journal.transaction_text(each)]
        for till, each in zip((here, there), refunds, strict=True)
    ]
    after = world.sale(sale)
    assert after is not None
    assert (after.lines[0].returned_thousandths, after.paid_minor, world.troubles()["cases"]) == (
        1000,
        -12499,
        1,
    )
    with world.parts.database.writing() as session:
        close_case(session, open_cases(session)[0].id, "Ada", world.parts.now())


def test_23_a_note_of_5_mb_is_refused_in_words_where_it_is_typed(world: OneProcess) -> None:
    till, _ = world.tills.values()
    till.do("product.add", number="SHOE")
    before = till.session.cart

    refused = till.ask("customer.add", {"name": "x" * 5_000_000})

    assert isinstance(refused, Refused)
    assert "is too long: at most 10000 characters. Make it shorter." in str(refused.message)
    assert till.session.cart is before
    till.do("transaction.void")
