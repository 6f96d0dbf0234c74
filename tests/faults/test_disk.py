"""Power cuts, failing syncs, kills and readers that stay, on the register's own connections and statements."""

import os
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from channel_db.engine import open_journal
from channel_db.errors import DataElsewhere, DiskTrouble
from channel_db.journal.repository import Journal
from pos_app.doctor_folder import examine_logs, examine_place
from pos_app.findings import State
from pos_app.operations.context import RegisterContext
from pos_app.operations.known import REGISTRY
from pos_app.operations.registry import Done, Handled, Kept, Params, Refused
from pos_app.register.dispatcher import Dispatcher
from retail.receipt import Title
from sync_agent.bootstrap import opened_agent
from sync_agent.enrolment import enrol
from tests.channel_db.making import conclude, order_cart, sale_cart
from tests.channel_db.making import opened as opened_for_sales
from tests.faults.watched_disk import WatchedDisk, watched
from tests.faults.whole import check_whole, left_by_a_kill, sold_in
from tests.fixtures.fix_register import ANNA, Register, SetClock, Shop, at_work, desk_of

SEED = 30
STATES = 30
SALES = 12


def agent_of(shop: Shop) -> None:
    with opened_agent(shop.folder, shop.clock, random.Random(1), lambda feed, rows: None):
        pass


def sell(register: Register, number: str = "B") -> str:
    register.do("product.add", number=number)
    register.do("tender.cash", amount="500")
    return str(register.do("transaction.conclude").values["transaction"])


def order(register: Register) -> str:
    register.do("customer.set", id=ANNA)
    register.do("product.add", number="A")
    register.do("order.pick_up_all")
    register.do("tender.cash")
    register.do("order.balance", arrangement="pay_at_pickup")
    return str(register.do("transaction.conclude").values["transaction"])


class PowerCuts:
    """A register that sold while its disk was watched, and what a power cut would have left at any moment."""

    def __init__(self, shop: Shop, synchronous: str) -> None:
        self.files = {"journal.db": (shop.folder / "journal.db").read_bytes()}
        self.said: list[tuple[int, str]] = []
        with watched(shop.folder) as disk:
            register = at_work(shop)
            run = register.session.journal._connection.exec_driver_sql
            run("PRAGMA wal_autocheckpoint = 60").close()
            run(f"PRAGMA synchronous = {synchronous}").close()
            self.first = len(disk.ops)
            for number in range(SALES):
                made = order(register) if number % 3 == 2 else sell(register)
                self.said.append((len(disk.ops), made))
            self.disk: WatchedDisk = disk
            self.ops = len(disk.ops)
            register.session.journal.close()

    def lost(self, to: Path, seed: int, states: int) -> Iterator[str]:
        """The acknowledged sales that are missing after so many power cuts; what is left must be whole each time."""
        for state in range(states):
            chance = random.Random(f"{seed} {state}")
            cut = chance.randint(self.first, self.ops)
            sold = sold_in(to, self.disk.after_power_cut(cut, self.files, chance))
            told = [made for at, made in self.said if at <= cut]
            yield from (f"seed {seed}, state {state}: {made}" for made in told if made not in sold)


def test_30_no_power_cut_takes_back_or_tears_a_sale_that_was_said(
    shop: Shop, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    """`--power-cuts 100000 --timeout 0` looks at so many states."""
    cuts = PowerCuts(shop, "FULL")
    assert {op.file for op in cuts.disk.ops if op.kind == "sync"} >= {"journal.db", "journal.db-wal"}

    states = pytestconfig.getoption("--power-cuts") or STATES

    assert list(cuts.lost(tmp_path / "after", SEED, states)) == []


def test_30_without_a_sync_a_sale_power_cuts_are_seen_to_take_sales_back(shop: Shop, tmp_path: Path) -> None:
    """The other side of the test above: it can fail."""
    assert next(PowerCuts(shop, "NORMAL").lost(tmp_path / "after", SEED, STATES))


def test_26_a_receipt_that_did_not_come_out_before_a_kill_is_printed_once_as_the_original(
    shop: Shop, tmp_path: Path
) -> None:
    register = at_work(shop)
    made = sell(register)
    killed = Shop(tmp_path / "killed", shop._undo, left_by_a_kill(shop.folder, tmp_path / "left"))

    again = killed.open()
    again.do("user.sign_in", user="cashier", pin="270431")
    again.do("receipt.print")
    again.do("receipt.print")

    original, copy = killed.printer.printed.items()
    assert [original[0], copy[0]] == ["HOUSTON-1-000001", "HOUSTON-1-000001-copy"]
    assert "COPY" not in [str(row.text) for row in original[1] if isinstance(row, Title)]
    assert "COPY" in [str(row.text) for row in copy[1] if isinstance(row, Title)]
    assert "receipt.copy" in again.kinds()
    assert check_whole(again.session.journal) == [made]


def test_26_the_next_start_says_that_a_receipt_did_not_come_out_and_prints_it_when_asked(
    shop: Shop, tmp_path: Path
) -> None:
    sell(at_work(shop))
    killed = Shop(tmp_path / "killed", shop._undo, left_by_a_kill(shop.folder, tmp_path / "left"))

    again = killed.open()
    strip = desk_of(again).view().strip

    assert strip is not None
    assert strip.text == "Receipt HOUSTON-1-000001 did not come out. Print it now."
    [offered] = strip.actions
    again.do("user.sign_in", user="cashier", pin="270431")
    again.do(offered.operation, **offered.params)
    assert list(killed.printer.printed) == ["HOUSTON-1-000001"]
    assert desk_of(killed.open()).view().strip is None


def test_31_after_a_sync_that_fails_once_the_register_opens_the_file_anew_and_says_what_was_kept(
    shop: Shop, tmp_path: Path
) -> None:
    with watched(shop.folder) as disk:
        register = at_work(shop)
        register.do("product.add", number="B")
        register.do("tender.cash", amount="50")
        cart = register.session.cart
        assert cart is not None
        disk.failing.append("journal.db-wal")

        outcome = register.ask("transaction.conclude")

        assert not disk.failing
        assert isinstance(outcome, Refused)
        assert (
            str(outcome.message) == "The disk failed for a moment, and nothing of this was kept. Try again."
        )
        assert register.session.cart == register.session.journal.open_cart() == cart
        # A machine that dies now may have it or not, but whole.
        died = left_by_a_kill(shop.folder, tmp_path / "died")
        files = {name: (died / name).read_bytes() for name in ("journal.db", "journal.db-wal")}
        assert sold_in(tmp_path / "after", files) == []

        register.do("transaction.conclude")

    assert check_whole(register.session.journal) == [cart.id]
    assert "disk.failed" in register.kinds()
    document = register.session.journal.last_transaction()
    assert document is not None
    assert document.receipt_number == "HOUSTON-1-000001"


def test_31_a_sale_that_was_kept_before_the_disk_failed_is_found_by_its_id_and_not_made_again(
    shop: Shop,
) -> None:
    register = at_work(shop)
    conclude_it = REGISTRY["transaction.conclude"]

    def fails_after_the_commit(context: RegisterContext, params: Params) -> Handled:
        kept = conclude_it.handler(context, params)
        assert isinstance(kept, Kept)

        def fail(done: Done) -> Done:
            raise DiskTrouble

        return replace(kept, then=fail)

    failing = {**REGISTRY, "transaction.conclude": replace(conclude_it, handler=fails_after_the_commit)}
    register.dispatcher = Dispatcher(register.session, failing)
    register.do("product.add", number="B")
    register.do("tender.cash", amount="50")

    done = register.do("transaction.conclude")

    assert str(done.message) == "The disk failed for a moment. The sale is kept: receipt HOUSTON-1-000001."
    assert check_whole(register.session.journal) == [done.values["transaction"]]
    assert register.session.cart is None


def test_31_a_disk_that_goes_on_failing_is_left_to_the_next_start(shop: Shop) -> None:
    with watched(shop.folder) as disk:
        register = at_work(shop)
        register.do("product.add", number="B")
        register.do("tender.cash", amount="50")
        disk.failing += ["journal.db-wal"] * 20

        outcome = register.ask("transaction.conclude")

        assert str(getattr(outcome, "message", "")) == str(DiskTrouble())
        assert str(getattr(register.ask("product.add", number="A"), "message", "")) == str(DiskTrouble())
        disk.failing.clear()
        register.do("transaction.conclude")
    assert len(check_whole(register.session.journal)) == 1


def test_31_a_sync_that_fails_where_the_log_is_copied_into_the_file_costs_no_sale(shop: Shop) -> None:
    with watched(shop.folder) as disk:
        register = at_work(shop)
        register.session.journal._connection.exec_driver_sql("PRAGMA wal_autocheckpoint = 20").close()
        disk.failing += ["journal.db"] * 4
        said = [sell(register) for _ in range(12)]
        assert not disk.failing
        again = shop.open()

    assert check_whole(again.session.journal) == said


def test_34_a_reader_that_stays_lets_the_log_grow_only_until_it_goes(tmp_path: Path) -> None:
    journal = opened_for_sales(tmp_path)
    journal._connection.exec_driver_sql("PRAGMA wal_autocheckpoint = 50").close()
    log = tmp_path / "journal.db-wal"
    reader = open_journal(tmp_path, SetClock())
    reader._connection.exec_driver_sql("BEGIN").close()
    assert reader.last_transaction() is None

    grown = [_log_after(journal, log, number) for number in range(1, 31)]

    assert grown[-1] > 2 * 50 * 4096, "the reader holds nothing up: this is no test"
    assert reader.last_transaction() is None
    reader._connection.exec_driver_sql("ROLLBACK").close()
    reader.close()
    again = [_log_after(journal, log, number) for number in range(31, 61)]
    assert max(again[1:]) == max(again[:2]), "the log grows on without a reader"
    last = journal.last_transaction()
    assert last is not None
    assert last.number == 60
    journal.close()


def _log_after(journal: Journal, log: Path, number: int) -> int:
    with journal.unit_of_work() as work:
        conclude(work, sale_cart(number) if number % 2 else order_cart(number))
    return log.stat().st_size


def test_34_a_log_of_64_mib_is_told_on_the_screen_of_the_register(shop: Shop) -> None:
    register = at_work(shop)
    desk = desk_of(register)
    assert desk.view().header.sync.state != "unwell"
    reader = open_journal(shop.folder, shop.clock)

    os.truncate(shop.folder / "catalog.db-wal", 64 * 1024 * 1024)

    drawn = desk.tick()
    assert drawn is not None
    assert (drawn.header.sync.state, drawn.header.sync.text) == ("unwell", "Check register")
    found = desk.health.view(desk.health.examine()).rows
    assert "Log of the received data" in [row.name for row in found]
    reader.close()


def test_34_a_log_of_64_mib_is_told_by_the_doctor(tmp_path: Path) -> None:
    log = tmp_path / "journal.db-wal"
    log.touch()
    assert list(examine_logs(tmp_path)) == []

    os.truncate(log, 64 * 1024 * 1024)

    [found] = examine_logs(tmp_path)
    assert (found.what, found.state) == ("journal.db-wal", State.WARNING)
    assert found.words.startswith("64 MiB long; a program reads journal.db without end: close it")


@pytest.mark.parametrize(
    ("mounted", "where"),
    [
        ("nfs4", "data/kassa"),
        ("cifs", "data"),
        ("ext4", "Dropbox/kassa"),
        ("ext4", "OneDrive - Berg Bygg/kassa"),
    ],
)
def test_38_data_on_another_machine_or_in_a_folder_that_is_copied_away_is_told_by_the_doctor(
    tmp_path: Path, mounted: str, where: str
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\nserver:/x {tmp_path.resolve()}/data {mounted} rw 0 0\n")

    found = examine_place(tmp_path / where, mounts)

    assert found.state is State.BROKEN
    assert "move" in found.words


@pytest.mark.parametrize("where", ["kassa", "database", "Dropboxes", "data2/kassa"])
def test_38_data_on_a_disk_of_this_machine_is_well(tmp_path: Path, where: str) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\nserver:/x {tmp_path.resolve()}/data nfs rw 0 0\n")

    assert examine_place(tmp_path / where, mounts).state is State.WELL
    assert examine_place(tmp_path / where, tmp_path / "no such file").state is State.WELL


@pytest.mark.parametrize("program", [at_work, agent_of])
def test_38_a_start_with_data_in_a_folder_that_is_copied_away_is_refused_until_it_is_accepted(
    shop: Shop, tmp_path: Path, program: Callable[[Shop], object]
) -> None:
    folder = tmp_path / "Dropbox" / "kassa"
    moved = Shop(folder, shop._undo, shop.folder)

    with pytest.raises(DataElsewhere) as refused:
        program(moved)

    assert f"{folder} is copied elsewhere by Dropbox, which damages databases." in str(refused.value)
    (folder / "register.toml").write_text("[data]\nelsewhere = true\n", encoding="utf-8")
    program(moved)
    found = examine_place(folder)
    assert (found.state, found.words.split("; ")[1]) == (
        State.WARNING,
        "that was accepted in register.toml",
    )


def test_38_a_register_is_not_enrolled_in_such_a_folder(tmp_path: Path) -> None:
    with pytest.raises(DataElsewhere):
        enrol("http://127.0.0.1:1", "code", tmp_path / "OneDrive", SetClock())
