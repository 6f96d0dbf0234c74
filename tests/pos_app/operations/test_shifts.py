"""Closing a shift: what should be there, what was counted, and nothing with money outside a shift."""

import pytest

from pos_app.register.figures import shift_figures
from retail.receipt_rows import Pair, Text
from tests.fixtures.breakable import PaperTray
from tests.fixtures.fix_register import Register, Shop


@pytest.fixture
def traded(register: Register) -> Register:
    """A sale in cash with change, one by card, and nothing open."""
    register.do("product.add", number="B")
    register.do("tender.cash", amount="50")
    register.do("transaction.conclude")
    register.do("product.add", number="A")
    register.do("tender.card")
    register.do("transaction.conclude")
    return register


def tray(register: Register) -> PaperTray:
    printer = register.session.printer
    assert isinstance(printer, PaperTray)
    return printer


def test_over_and_short_are_kept_with_the_shift(traded: Register) -> None:
    done = traded.do("shift.close", counted={"cash": "33.00", "card": "100.00"})

    assert str(done.message) == "Shift closed. 7.00 of cash is missing."
    assert done.values["over_short"] == {"cash": -700, "card": 0}
    assert shift_figures(traded.session) == {
        "open": False,
        "expected": {"cash": 4000, "card": 10000},
        "over_short": {"cash": -700, "card": 0},
    }
    entry = list(traded.session.journal.entries())[-1]
    assert entry.kind == "shift.close"
    assert '"counts":{"card":[10000,10000],"cash":[4000,3300]}' in entry.text


@pytest.mark.parametrize(
    ("cash", "words"),
    [("40", "The cash is as expected."), ("41.50", "1.50 more cash than expected.")],
)
def test_the_words_say_how_the_count_came_out(traded: Register, cash: str, words: str) -> None:
    assert words in str(traded.do("shift.close", counted={"cash": cash}).message)


@pytest.mark.parametrize(
    ("counted", "words"),
    [
        ({"card": "100"}, "Count the cash first."),
        ({"cash": "-1"}, "-1.00 cannot have been counted. Count again."),
        ({"cash": "ten"}, "not an amount"),
        ({"cash": "1", "shells": "2"}, "There is no payment of the kind shells."),
        ("40", "counted must be amounts by their kind."),
    ],
)
def test_a_count_that_cannot_be_is_refused(traded: Register, counted: object, words: str) -> None:
    assert words in traded.refused("shift.close", counted=counted)


def test_the_count_is_asked_for(traded: Register) -> None:
    assert traded.asks("shift.close") == ["counted"]


def test_an_open_sale_keeps_the_shift_open(traded: Register) -> None:
    traded.do("product.add", number="B")

    assert "A sale is open" in traded.refused("shift.close", counted={"cash": "40"})


def test_what_the_terminal_has_not_confirmed_keeps_the_shift_open(traded: Register, shop: Shop) -> None:
    traded.do("product.add", number="B")
    shop.terminal.next = ["lost", "silent"]
    traded.ask("tender.card")
    traded.do("tender.card_unpaid", approved_by="manager")
    traded.do("transaction.void")

    assert "has not confirmed everything" in traded.refused("shift.close", counted={"cash": "40"})

    traded.do("tender.card_check")
    traded.do("shift.close", counted={"cash": "40"})
    assert shop.terminal.money_minor == 10000


@pytest.mark.parametrize("state", ["online", "offline"])
def test_nothing_with_money_happens_between_shifts(traded: Register, shop: Shop, state: str) -> None:
    shop.line.state = state
    traded.do("shift.close", counted={"cash": "40"})

    for operation in (
        "product.add",
        "tender.cash",
        "tender.card",
        "transaction.conclude",
        "transaction.resume",
    ):
        assert "No shift is open" in traded.refused(operation)

    traded.do("shift.open", start="100")
    assert shift_figures(traded.session)["expected"] == {"cash": 10000}


def test_the_counts_of_a_closed_shift_never_change(traded: Register) -> None:
    traded.do("shift.close", counted={"cash": "40"})

    with pytest.raises(Exception, match="the counts of a closed shift never change"):
        traded.session.journal._connection.exec_driver_sql("UPDATE shift_counts SET declared_minor = 0")


def test_the_z_report_prints_the_head_of_the_journal_so_that_paper_proves_the_chain(
    traded: Register,
) -> None:
    traded.do("shift.close", counted={"cash": "40.00"})

    name, rows = list(tray(traded).printed.items())[-1]
    said = [str(row.text) for row in rows if isinstance(row, Text)]
    closing = list(traded.session.journal.entries())[-1]
    assert (name, closing.kind) == ("Z-HOUSTON-1-1", "shift.close")
    assert said[-2] + said[-1] == closing.hash
    pairs = {str(row.left): str(row.right) for row in rows if isinstance(row, Pair)}
    assert (pairs["Journal entry"], pairs["Shift"]) == (str(closing.number), "1")
    assert pairs["Cash, over or short"] == "0.00"
    assert pairs["Not at headquarters yet"] == "2"
    assert said[-3] == "Receipts HOUSTON-1-000001 to HOUSTON-1-000002"


def test_a_shift_whose_z_report_did_not_come_out_is_closed_and_says_what_ends_it(traded: Register) -> None:
    tray(traded).is_empty = True

    done = traded.do("shift.close", counted={"cash": "40.00"})

    number = traded.session.journal.head().number
    assert str(done.message) == (
        "Shift closed. The cash is as expected. The Z report did not come out: paper out. Print it again. "
        f"Journal entry {number} ends the shift."
    )
    assert traded.session.shift is None
