"""The simulated terminal is a process of its own: it remembers over restarts, and does the same thing only once."""

import json
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from card_terminal.port import TerminalSilent
from card_terminal.process import ProcessTerminal, TerminalWaits, start_simulated
from card_terminal.simulated import CANARIES
from pos_app.devices.drawer import PULSES, DrawerFailed, SimulatedDrawer
from retail.cards import CardAsk, CardPayment, CardState, looks_like_card_number

WAITS = TerminalWaits(answer_seconds=60.0, status_seconds=60.0)
IMPATIENT = TerminalWaits(answer_seconds=0.3, status_seconds=60.0)


class Table:
    """Terminals of one folder, one after the other, with the faults of what they will be asked."""

    def __init__(self, folder: Path, undo: ExitStack) -> None:
        self.folder = folder
        self._undo = undo

    def terminal(self, waits: TerminalWaits = WAITS) -> ProcessTerminal:
        made = ProcessTerminal(lambda: start_simulated(self.folder), waits)
        self._undo.callback(made.close)
        return made

    def will(self, *faults: str) -> None:
        self.folder.mkdir(exist_ok=True)
        (self.folder / "next.txt").write_text("\n".join(faults), encoding="utf-8")

    def money(self) -> int:
        """What stands in its own books: the last word on every reference."""
        last = {}
        for line in (self.folder / "done.jsonl").read_text(encoding="utf-8").splitlines():
            payment = json.loads(line)
            last[payment["reference"]] = payment
        sign = {"charge": 1, "charge_token": 1, "refund": -1, "authorise": 0}
        approved = [each for each in last.values() if each["state"] == "approved"]
        return sum(sign[each["do"]] * each["amount_minor"] for each in approved)


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    with ExitStack() as undo:
        yield Table(tmp_path / "terminal", undo)


def charge(
    reference: str = "r1", amount: int = 1000, ask: CardAsk = CardAsk.CHARGE, token: str = "", day: str = ""
) -> CardPayment:
    return CardPayment(reference, "cart", ask, amount, "USD", token=token, at=day)


def test_a_card_is_charged_and_given_back(table: Table) -> None:
    terminal = table.terminal()

    answer = terminal.ask(charge())
    terminal.ask(charge("r2", 400, CardAsk.REFUND))

    assert answer.state is CardState.APPROVED
    assert answer.slip.reference == "r1"
    assert all((answer.slip.token, answer.slip.brand, answer.slip.last_four, answer.slip.approval_code))
    assert table.money() == 600


def test_the_same_reference_is_never_charged_twice(table: Table) -> None:
    terminal = table.terminal()

    assert terminal.ask(charge()) == terminal.ask(charge()) == terminal.status("r1")
    assert table.money() == 1000


def test_a_declined_card_is_not_charged(table: Table) -> None:
    table.will("declined")
    terminal = table.terminal()

    assert terminal.ask(charge()).state is CardState.DECLINED
    assert terminal.status("r1").state is CardState.DECLINED
    assert table.money() == 0


@pytest.mark.parametrize(
    ("fault", "waits", "state", "money"),
    [
        ("answer_lost", IMPATIENT, CardState.APPROVED, 1000),
        ("timeout", IMPATIENT, CardState.DECLINED, 0),
        ("gone", WAITS, CardState.APPROVED, 1000),
    ],
)
def test_without_an_answer_the_status_tells(
    table: Table, fault: str, waits: TerminalWaits, state: CardState, money: int
) -> None:
    table.will(fault)
    terminal = table.terminal(waits)

    with pytest.raises(TerminalSilent):
        terminal.ask(charge())

    assert terminal.status("r1").state is state
    assert table.money() == money


def test_what_was_never_heard_was_never_done(table: Table) -> None:
    table.will("silent")
    terminal = table.terminal(IMPATIENT)

    with pytest.raises(TerminalSilent):
        terminal.ask(charge())

    assert terminal.status("r1").state is CardState.MISSING


def test_what_is_unclear_is_known_when_asked(table: Table) -> None:
    table.will("unclear")
    terminal = table.terminal()

    assert terminal.ask(charge()).state is CardState.UNCLEAR
    assert terminal.status("r1").state is CardState.APPROVED


def test_an_answer_that_comes_too_late_is_not_taken_for_another(table: Table) -> None:
    table.will("slow")
    terminal = table.terminal(IMPATIENT)

    with pytest.raises(TerminalSilent):
        terminal.ask(charge())

    assert terminal.status("r2").state is CardState.MISSING
    assert terminal.status("r1").state is CardState.APPROVED


def test_a_customer_can_be_let_off_at_the_terminal(table: Table) -> None:
    table.will("approved", "slow")
    terminal = table.terminal()
    terminal.ask(charge("r0", 1))
    over = threading.Event()

    def press_until_it_is_over() -> None:
        while not over.wait(0.1):
            terminal.cancel()

    press = threading.Thread(target=press_until_it_is_over)
    press.start()
    answer = terminal.ask(charge())
    over.set()
    press.join()

    assert (answer.state, table.money()) == (CardState.DECLINED, 1)


def test_cancelling_where_nothing_runs_does_nothing(table: Table) -> None:
    terminal = table.terminal()

    terminal.cancel()
    terminal.ask(charge())
    terminal.cancel()

    assert terminal.ask(charge("r2")).state is CardState.APPROVED


def test_it_remembers_over_a_restart(table: Table) -> None:
    first = table.terminal()
    first.ask(charge())
    first.close()

    second = table.terminal()
    assert second.reverse("r1").state is CardState.REVERSED
    second.close()

    assert table.terminal().status("r1").state is CardState.REVERSED
    assert table.money() == 0


def test_undoing_what_was_never_done_does_nothing(table: Table) -> None:
    assert table.terminal().reverse("r9").state is CardState.MISSING


def test_a_token_is_charged_later_and_only_one_of_its_own(table: Table) -> None:
    terminal = table.terminal()
    token = terminal.ask(charge("r1", 5000, CardAsk.AUTHORISE)).slip.token
    assert table.money() == 0

    assert terminal.ask(charge("r2", 3000, CardAsk.CHARGE_TOKEN, token)).state is CardState.APPROVED
    assert terminal.ask(charge("r3", 1, CardAsk.CHARGE_TOKEN, "tok-9")).state is CardState.DECLINED
    assert table.money() == 3000


def test_a_token_is_known_at_every_terminal_of_the_processor(table: Table, tmp_path: Path) -> None:
    token = table.terminal().ask(charge("r1", 5000, CardAsk.AUTHORISE, day="2026-11-22")).slip.token

    with ExitStack() as undo:
        elsewhere = Table(tmp_path / "elsewhere", undo)
        answer = elsewhere.terminal().ask(charge("r2", 3000, CardAsk.CHARGE_TOKEN, token, "2026-11-24"))
        assert (answer.state, answer.renewed, answer.slip.token) == (CardState.APPROVED, False, token)
        assert elsewhere.money() == 3000


def test_an_authorisation_that_has_run_out_is_taken_anew_by_its_token(table: Table) -> None:
    table.will("approved", "approved", "approved", "stale", "declined")
    terminal = table.terminal()
    token = terminal.ask(charge("r1", 5000, CardAsk.AUTHORISE, day="2026-11-22")).slip.token

    on_its_last_day = terminal.ask(charge("r2", 1, CardAsk.CHARGE_TOKEN, token, "2026-12-22"))
    after_it = terminal.ask(charge("r3", 1, CardAsk.CHARGE_TOKEN, token, "2026-12-23"))
    by_fault = terminal.ask(charge("r4", 1, CardAsk.CHARGE_TOKEN, token, "2026-11-23"))
    declined = terminal.ask(charge("r5", 1, CardAsk.CHARGE_TOKEN, token, "2026-12-23"))

    assert [each.renewed for each in (on_its_last_day, after_it, by_fault)] == [False, True, True]
    assert [each.state for each in (after_it, by_fault)] == [CardState.APPROVED] * 2
    assert (declined.state, table.money()) == (CardState.DECLINED, 3)


def test_a_card_may_give_no_token(table: Table) -> None:
    table.will("no_token")

    assert table.terminal().ask(charge("r1", 1, CardAsk.AUTHORISE)).slip.token == ""


def test_card_numbers_it_lets_out_stop_at_the_port(table: Table) -> None:
    table.will("spills")

    answer = table.terminal().ask(charge())

    assert answer.state is CardState.APPROVED
    assert not any(looks_like_card_number(each) for each in repr(answer).split("'"))
    assert all(canary not in repr(answer) for canary in CANARIES)


def test_it_starts_with_the_first_question_and_ends_with_the_register(table: Table) -> None:
    terminal = table.terminal()
    assert not table.folder.exists()
    terminal.ask(charge())
    process = terminal._process
    assert process is not None

    terminal.close()

    assert process.poll() == 0


def test_a_drawer_gets_its_pulses(tmp_path: Path) -> None:
    drawer = SimulatedDrawer(tmp_path)

    drawer.open()
    drawer.open()

    assert (tmp_path / PULSES).read_text().count("open") == 2
    with pytest.raises(DrawerFailed):
        SimulatedDrawer(tmp_path / "nowhere").open()
