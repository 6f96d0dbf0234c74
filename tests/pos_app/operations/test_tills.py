"""Cash goes into the till and out of it without a sale: kept, printed, in the journal, and in what is expected."""

import json

import pytest

from pos_app.register.figures import shift_figures
from retail.receipt_rows import Pair, Text, Title
from retail.wire.shifts import ShiftDocument
from tests.fixtures.breakable import PaperTray, TillDrawer
from tests.fixtures.fix_register import SETTINGS, Register, Shop, at_work, staff_row

MOVES = [
    ("till.float", {"amount": "50"}, 5000, "Put into the till: 50.00."),
    ("till.remove", {"amount": "10", "reason": "Stamps"}, -1000, "Taken out of the till: 10.00."),
    ("till.safe_drop", {"amount": "30", "reason": "noon"}, -3000, "Dropped into the safe: 30.00."),
    ("till.bank_drop", {"amount": "40", "bag": "4711"}, -4000, "Put up for the bank: 40.00."),
]


@pytest.fixture
def till(shop: Shop) -> Register:
    """A manager whose shift began with 100."""
    rights = {"rights": staff_row("manager")["rights"]}
    shop.publish(SETTINGS, staff={"cashier": staff_row("cashier") | rights})
    register = at_work(shop)
    register.do("shift.declare_start", start="100")
    return register


def expected(register: Register) -> object:
    return shift_figures(register.session)["expected"]


def tray(register: Register) -> PaperTray:
    printer = register.session.printer
    assert isinstance(printer, PaperTray)
    return printer


@pytest.mark.parametrize(("operation", "asked", "change", "words"), MOVES, ids=[each[0] for each in MOVES])
def test_a_movement_is_kept_printed_and_in_the_journal_opens_the_drawer_and_changes_what_is_expected(
    till: Register, operation: str, asked: dict[str, str], change: int, words: str
) -> None:
    drawer = TillDrawer()
    till.session.drawer = drawer

    done = till.do(operation, **asked)

    assert str(done.message) == words
    assert expected(till) == {"cash": 10000 + change}
    [kept] = till.session.journal.shift_movements(till.session.shift.id)  # type: ignore[union-attr]
    assert (kept.id, kept.change_minor, kept.made_by) == (done.values["movement"], change, "cashier")
    assert (kept.reason, kept.bag) == (asked.get("reason", ""), asked.get("bag", ""))
    entry = list(till.session.journal.entries())[-1]
    assert (entry.kind, json.loads(entry.text)["amount_minor"]) == ("till.movement", abs(change))
    name, rows = list(tray(till).printed.items())[-1]
    assert name == "T-HOUSTON-1-1-1"
    assert str(next(row.text for row in rows if isinstance(row, Title))) == "NOT A RECEIPT"
    pairs = {str(row.left): str(row.right) for row in rows if isinstance(row, Pair)}
    assert (pairs["Shift"], pairs["Moved by"], pairs.get("Bag", "")) == ("1", "cashier", kept.bag)
    assert drawer.pulses == 1


def test_what_a_movement_needs_is_asked_for(till: Register) -> None:
    assert till.asks("till.float") == ["amount"]
    assert till.asks("till.remove") == ["amount", "reason"]
    assert till.asks("till.bank_drop", amount="1") == ["bag"]


@pytest.mark.parametrize(
    ("operation", "asked", "words"),
    [
        ("till.float", {"amount": "0"}, "0.00 cannot be moved."),
        ("till.float", {"amount": "-5"}, "-5.00 cannot be moved."),
        ("till.float", {"amount": "ten"}, "not an amount"),
        ("till.safe_drop", {"amount": "100.01"}, "100.01 is more than the till should hold."),
        ("till.remove", {"amount": "1", "reason": "  "}, "A removal needs a reason."),
        ("till.bank_drop", {"amount": "1", "bag": " "}, "A bank drop needs the number of its bag."),
        ("till.float", {"amount": "1", "bag": "7"}, "There is no parameter bag here."),
        ("till.slip", {}, "There is no slip to print."),
    ],
)
def test_a_movement_that_cannot_be_is_refused_and_moves_nothing(
    till: Register, operation: str, asked: dict[str, str], words: str
) -> None:
    assert words in till.refused(operation, **asked)
    assert expected(till) == {"cash": 10000}


def test_no_cash_is_moved_without_a_shift(till: Register) -> None:
    till.do("shift.close", counted={"cash": "100"})

    for operation, asked, _, _ in MOVES:
        assert "No shift is open" in till.refused(operation, **asked)


def test_who_approved_stands_with_the_movement_and_on_its_slip(register: Register) -> None:
    register.do("till.float", amount="20")

    register.do("till.safe_drop", amount="15", approved_by="manager")

    _, kept = register.session.journal.shift_movements(register.session.shift.id)  # type: ignore[union-attr]
    assert (kept.made_by, kept.approved_by) == ("cashier", "manager")
    _, rows = list(tray(register).printed.items())[-1]
    assert "Approved by manager" in [str(row.text) for row in rows if isinstance(row, Text)]


def test_paper_that_did_not_come_out_is_said_and_printed_again(till: Register) -> None:
    tray(till).is_empty = True

    done = till.do("till.float", amount="20")

    assert str(done.message) == (
        "Put into the till: 20.00. The slip did not come out: paper out. Print slip again."
    )
    tray(till).is_empty = False
    till.do("till.slip")
    [(name, rows)] = tray(till).printed.items()
    assert (name, next(str(row.text) for row in rows if isinstance(row, Title))) == (
        "T-HOUSTON-1-1-1",
        "COPY",
    )
    assert expected(till) == {"cash": 12000}


def test_a_drawer_that_does_not_open_is_said_and_the_cash_is_moved(till: Register) -> None:
    till.session.drawer = TillDrawer(is_unplugged=True)

    done = till.do("till.float", amount="20")

    assert "The drawer does not open." in str(done.message)
    assert expected(till) == {"cash": 12000}


def test_the_closed_shift_tells_headquarters_what_was_moved_and_is_over_or_short_by_it(
    till: Register,
) -> None:
    for operation, asked, _, _ in MOVES:
        till.do(operation, **asked)

    done = till.do("shift.close", counted={"cash": "69"})

    assert done.values["over_short"] == {"cash": -100}
    [told] = [ShiftDocument.read(each.text) for each in till.session.journal.outbox() if each.kind == "shift"]
    assert [(each.kind.value, each.amount_minor) for each in told.movements] == [
        ("float", 5000), ("removal", 1000), ("safe_drop", 3000), ("bank_drop", 4000)]  # fmt: skip
    _, rows = list(tray(till).printed.items())[-1]
    pairs = {str(row.left): str(row.right) for row in rows if isinstance(row, Pair)}
    assert (pairs["1 × Safe drop"], pairs["Bag 4711"]) == ("30.00", "40.00")
    assert (pairs["Cash, expected"], pairs["Cash, over or short"]) == ("70.00", "-1.00")
