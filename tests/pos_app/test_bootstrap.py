"""The composition root: real parts together, one register a folder, everything given back."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from channel_db.errors import AlreadyOpen, StorageError
from pos_app import bootstrap
from pos_app.bootstrap import HqRealTime, build_desk, make_service, open_console
from pos_app.devices.paper_when_needed import PaperWhenNeeded
from pos_app.given import make_clock, make_randomness
from pos_app.language.language import language_of
from pos_app.operations.known import REGISTRY
from pos_app.operations.registry import Done
from pos_app.register.desk import RegisterDesk
from pos_app.register.realtime import HeadquartersSilent
from pos_app.views import Screen
from retail.messages import say
from retail.receipt import Title
from tests.fixtures.fix_register import DEVICE, PINS, SETTINGS, Register, Shop
from tests.pos_app.devices.roll import PrinterOnLoopback


def test_the_desk_of_a_folder_sells_and_gives_everything_back(shop: Shop) -> None:
    desk = build_desk(shop.folder, with_agent=False)
    assert desk.view().screen is Screen.SIGN_IN
    desk.dispatch("user.sign_in", {"user": "cashier", "pin": PINS["cashier"]})
    desk.dispatch("shift.open", {})
    outcome, _ = desk.dispatch("product.add", {"number": "A"})
    assert isinstance(outcome, Done)
    with pytest.raises(AlreadyOpen):
        build_desk(shop.folder, with_agent=False)

    desk.close()

    again = build_desk(shop.folder, with_agent=False)
    assert again.view().lines[0].name == "Trail shoe"
    again.close()


def test_the_desk_runs_its_agent(shop: Shop) -> None:
    desk = build_desk(shop.folder)
    desk.tick()
    desk.dispatch("user.sign_in", {"user": "cashier", "pin": PINS["cashier"]})

    outcome, _ = desk.dispatch("sync.now", {})

    assert isinstance(outcome, Done)
    desk.close()


def test_a_folder_without_a_device_starts_nothing(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="not enrolled"):
        build_desk(tmp_path / "empty")


@pytest.mark.parametrize("text", ["[agent]\nspeed = 1\n", "[register]\ntheme = 7\n", "nonsense"])
def test_broken_settings_start_nothing_and_are_named(shop: Shop, text: str) -> None:
    (shop.folder / "register.toml").write_text(text, encoding="utf-8")

    with pytest.raises(StorageError, match=r"register\.toml"):
        build_desk(shop.folder, with_agent=False)


def test_a_damaged_catalogue_is_waited_for_while_the_agent_makes_it_anew(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "CATALOG_SECONDS", 300.0)  # an agent starts late on a busy machine
    (shop.folder / "catalog.db").write_bytes(b"SQLite format 3\0" + b"nonsense" * 1000)
    with pytest.raises(StorageError, match="fetched anew"):
        build_desk(shop.folder, with_agent=False)

    desk = build_desk(shop.folder)

    assert "still being fetched" in str(desk.dispatch("user.sign_in", {})[0])
    desk.close()


def test_a_catalogue_made_anew_is_read_from_the_next_call(register: Register, shop: Shop) -> None:
    register.do("product.add", number="A")
    for name in ("catalog.db", "catalog.db-wal", "catalog.db-shm"):
        (shop.folder / name).unlink(missing_ok=True)
    shop.publish(replace(SETTINGS, price_includes_tax=True))

    register.do("product.add", number="B")

    assert register.session.settings == replace(SETTINGS, price_includes_tax=True)
    assert "catalog.replaced" in register.kinds()
    assert register.cart["total_minor"] == 14000


def test_a_console_without_receipts_needs_no_qt(shop: Shop) -> None:
    clock = shop.folder / "clock.txt"
    clock.write_text("2026-11-21T10:00:00+00:00")

    with open_console(shop.folder, clock_file=clock, seed=1) as console:
        answer = console.answer(json.dumps({"view": "sync"}))

    assert answer["waiting"] == 0
    assert make_clock(clock).now().isoformat() == "2026-11-21T10:00:00+00:00"
    assert make_clock(None).now().tzinfo is not None
    assert make_randomness(7).random() == make_randomness(7).random()


@pytest.mark.parametrize("table", ["", '[printer]\naddress = "127.0.0.1:{port}"\n'])
def test_paper_comes_out_where_the_settings_file_says(qapp: object, tmp_path: Path, table: str) -> None:
    device = PrinterOnLoopback()
    (tmp_path / "register.toml").write_text(table.format(port=device.port), encoding="utf-8")
    paper = PaperWhenNeeded(tmp_path)
    assert not paper.has_printed("R-1")

    paper.print((Title(say("Quote")),), "R-1", language_of("nl"))

    assert paper.has_printed("R-1")
    kept = [file.name for file in (tmp_path / "receipts").iterdir()]
    jobs = device.wait_for_jobs(1 if table else 0)
    assert (kept, len(jobs)) == ((["R-1.escpos"], 1) if table else (["R-1.pdf"], 0))
    device.close()


def test_headquarters_that_is_not_there_is_silent(shop: Shop) -> None:
    service = make_service(shop.folder, DEVICE, shop.clock)

    assert isinstance(service, HqRealTime)
    assert not service.is_reachable(0.5)
    with pytest.raises(HeadquartersSilent):
        service.deliver([], 0.5)
    with pytest.raises(HeadquartersSilent):
        service.find_orders("x", 0.5)


def test_a_damaged_journal_is_salvaged_and_the_register_sells_on_under_a_new_epoch(shop: Shop) -> None:
    register = shop.open()
    register.do("user.sign_in", user="cashier", pin=PINS["cashier"])
    register.do("shift.open")
    sold = ""
    for _ in range(12):
        register.do("product.add", number="A")
        register.do("tender.cash")
        sold = str(register.do("transaction.conclude").values["transaction"])
    register.do("product.add", number="B")
    register.session.journal.close()
    damage(shop.folder / "journal.db", sold)

    register = shop.open()
    desk = RegisterDesk(register.session, REGISTRY, None, lambda: None, lambda: None)

    salvaged = register.session.salvaged
    assert salvaged is not None
    assert (salvaged.proved, salvaged.next_number) == (12, 13)
    strip = desk.view().strip
    assert strip is not None
    assert "All 12 receipts could be kept" in strip.text
    assert register.session.device.epoch == f"{DEVICE.epoch}.2"
    register.do("user.sign_in", user="cashier", pin=PINS["cashier"])
    register.do("product.add", number="A")
    register.do("tender.cash")
    assert register.do("transaction.conclude").values["receipt_number"] == "HOUSTON-1-000013"
    assert shop.open().session.salvaged is None


def damage(file: Path, text: str) -> None:
    """Overwrite the first page that holds this text."""
    content = file.read_bytes()
    start = content.index(text.encode()) // 4096 * 4096
    file.write_bytes(content[:start] + b"\x5a" * 4096 + content[start + 4096 :])
