"""A shift closed blind is over, is counted while the next one is open, and is closed with what was counted of it."""

from dataclasses import replace
from typing import Any

import pytest

from pos_app.register.figures import shift_figures
from retail.receipt_rows import Pair
from retail.wire.shifts import ShiftDocument
from tests.fixtures.breakable import PaperTray
from tests.fixtures.fix_register import SETTINGS, Register, Shop, at_work, staff_row


def everybody(shop: Shop, **settings: Any) -> Register:
    """A cashier who may do what managers may, with an open shift."""
    publish(shop)
    register = at_work(shop)
    publish(shop, **settings)
    return register


def publish(shop: Shop, **settings: Any) -> None:
    rights = {"rights": staff_row("manager")["rights"]}
    shop.publish(replace(SETTINGS, **settings), staff={"cashier": staff_row("cashier") | rights})


@pytest.fixture
def ended(shop: Shop) -> Register:
    """Shift 1 sold for 40 and was closed blind with a sale struck; shift 2 began with 20 and struck another."""
    register = everybody(shop)
    register.do("product.add", number="B")
    register.do("tender.cash", amount="50")
    register.do("transaction.conclude")
    strike(register)
    register.do("shift.close_blind")
    register.do("shift.open", start="20")
    strike(register)
    return register


def strike(register: Register) -> None:
    register.do("product.add", number="B")
    register.do("transaction.void")


def blind(register: Register) -> str:
    return register.session.journal.blind_shifts()[0].id


def told(register: Register) -> list[ShiftDocument]:
    entries = register.session.journal.outbox()
    return [ShiftDocument.read(each.text) for each in entries if each.kind == "shift"]


def test_a_blind_close_ends_the_shift_and_asks_for_no_count(shop: Shop) -> None:
    register = everybody(shop)

    done = register.do("shift.close_blind")

    assert str(done.message) == "Shift 1 is closed blind. Manage shifts has it counted and closed."
    assert register.session.shift is None
    assert "No shift is open" in register.refused("product.add", number="B")
    assert list(register.session.journal.entries())[-1].kind == "shift.close_blind"
    assert told(register) == []


def test_what_keeps_a_shift_open_keeps_it_open_blind_too(shop: Shop) -> None:
    register = everybody(shop)
    register.do("product.add", number="B")

    assert "A sale is open" in register.refused("shift.close_blind")


def test_suspended_sales_are_voided_with_it_where_a_store_has_it_so(shop: Shop) -> None:
    register = everybody(shop, void_suspended=True)
    register.do("product.add", number="B")
    register.do("transaction.suspend")

    assert register.asks("shift.close_blind") == ["sure"]
    register.do("shift.close_blind", sure=True)

    assert register.session.journal.suspended_carts() == []
    register.do("shift.open", start="0")
    register.do("shift.finish", counted={"cash": "0"})
    assert [each.voided for each in told(register)] == [1]


def test_it_is_counted_and_closed_while_the_next_shift_sells_and_each_counts_its_own(ended: Register) -> None:
    id = blind(ended)
    ended.do("shift.declare_start", shift=id, start="5")
    ended.do("shift.declare", shift=id, counted={"cash": "44"})

    done = ended.do("shift.finish")

    assert str(done.message) == "Shift closed. 1.00 of cash is missing."
    [document] = told(ended)
    assert (document.id, document.number, document.start_minor, document.voided) == (id, 1, 500, 1)
    assert document.blind_closed_at is not None
    assert shift_figures(ended.session)["expected"] == {"cash": 2000}
    printer = ended.session.printer
    assert isinstance(printer, PaperTray)
    assert list(printer.printed)[-1] == "Z-HOUSTON-1-1"
    ended.do("shift.close", counted={"cash": "20"})
    assert [(each.number, each.voided) for each in told(ended)] == [(1, 1), (2, 1)]
    ended.do("shift.z_report")
    rows = list(printer.printed.values())[-1]
    assert {str(row.left): str(row.right) for row in rows if isinstance(row, Pair)}["Shift"] == "2"


def test_nothing_opens_it_again_and_nothing_more_stands_on_it(ended: Register) -> None:
    id = blind(ended)

    assert "A shift is open already" in ended.refused("shift.open", start="1")
    ended.do("till.float", amount="3")

    assert ended.session.journal.shift_movements(id) == []


def test_it_is_not_closed_before_it_was_counted(ended: Register) -> None:
    assert ended.refused("shift.finish") == "Shift 1 is not counted yet. Declare its tenders first."
    ended.do("shift.finish", counted={"cash": "10"})
    assert (
        ended.refused("shift.finish") == "No shift waits to be counted. Only one that was closed blind does."
    )


def test_a_store_that_wants_everything_counted_has_it_counted(shop: Shop) -> None:
    register = everybody(shop, require_declaration=True)
    register.do("product.add", number="A")
    register.do("tender.card")
    register.do("transaction.conclude")
    register.do("shift.close_blind")
    register.do("shift.open", start="0")
    register.do("shift.declare", shift=blind(register), counted={"cash": "0"})

    assert "Count this too: Card" in register.refused("shift.finish")


def test_which_of_several_is_asked(ended: Register) -> None:
    ended.do("shift.close_blind")
    ended.do("shift.open", start="0")

    assert ended.asks("shift.finish") == ["shift"]
    first, second = ended.session.journal.blind_shifts()
    ended.do("shift.finish", shift=second.id, counted={"cash": "20"})

    assert [each.number for each in told(ended)] == [2]
    assert ended.session.journal.blind_shifts() == [first]


@pytest.mark.parametrize(
    ("operation", "asked"),
    [
        ("shift.declare", {"counted": {"cash": "1"}}),
        ("shift.declare_start", {"start": "1"}),
        ("shift.finish", {}),
    ],
)
def test_a_shift_that_does_not_wait_is_refused(
    ended: Register, operation: str, asked: dict[str, object]
) -> None:
    words = "This shift does not wait to be counted. Choose one of the list."
    assert ended.refused(operation, shift="nothing", **asked) == words


def test_the_open_shift_takes_both_declarations_and_closes_with_the_last_one(shop: Shop) -> None:
    register = everybody(shop)
    register.do("shift.declare_start", start="70")
    register.do("shift.declare", counted={"cash": "60"})
    register.do("shift.declare", counted={"cash": "69"})
    assert register.session.shift is not None
    assert register.session.shift.start_minor == 7000

    done = register.do("shift.close")

    assert done.values["over_short"] == {"cash": -100}
    assert [(each.start_minor, each.blind_closed_at) for each in told(register)] == [(7000, None)]


def test_without_any_shift_there_is_nothing_to_declare(shop: Shop) -> None:
    register = everybody(shop)
    register.do("shift.close", counted={"cash": "0"})

    for operation, asked in (
        ("shift.declare", {"counted": {"cash": "1"}}),
        ("shift.declare_start", {"start": "1"}),
    ):
        assert "No shift is open" in register.refused(operation, **asked)


@pytest.mark.parametrize("state", ["online", "offline"])
def test_all_of_it_works_without_headquarters(shop: Shop, state: str) -> None:
    register = everybody(shop)
    shop.line.state = state
    register.do("till.float", amount="10")
    register.do("shift.declare", counted={"cash": "10"})
    register.do("shift.close_blind")
    register.do("shift.open", start="0")
    register.do("shift.finish")

    assert len(told(register)) == 1
