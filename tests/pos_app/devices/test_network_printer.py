"""A printer on the network: what is printed is what was meant, and what failed says why and was not printed."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_app.devices.network_printer import NetworkPrinter
from pos_app.devices.printer_address import PrinterAddress
from pos_app.devices.receipt_lines import receipt_lines
from pos_app.language.language import language_of
from pos_app.register.receipts import PrinterFailed
from retail.messages import say
from retail.receipt import Item, Row, Text, Title
from tests.fixtures.fix_register import ANNA, Register, Shop, at_work
from tests.pos_app.devices.golden_receipts import DOCUMENTS, LANGUAGES, WIDTHS, made
from tests.pos_app.devices.roll import PrinterOnLoopback, printed

ENGLISH = language_of("en")
HELLO: tuple[Row, ...] = (Title(say("COPY"), large=True), Text(say("Blåbær – 10 €")))


@pytest.fixture
def device() -> Iterator[PrinterOnLoopback]:
    device = PrinterOnLoopback()
    yield device
    device.close()


def printer_of(
    device: PrinterOnLoopback, folder: Path, columns: int = 42, *, asks: bool = True
) -> NetworkPrinter:
    address = PrinterAddress("127.0.0.1", device.port, columns, asks=asks)
    return NetworkPrinter(address, folder, connect_seconds=0.3, print_seconds=0.3)


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_document_comes_out_line_by_line_with_codes_a_scanner_reads(
    device: PrinterOnLoopback, tmp_path: Path, language: str, columns: int
) -> None:
    printer = printer_of(device, tmp_path, columns)

    for name in DOCUMENTS:
        printer.print(made(name), name, language_of(language))

    for name, job in zip(DOCUMENTS, device.wait_for_jobs(len(DOCUMENTS)), strict=True):
        paper, lines = printed(job), receipt_lines(made(name), language_of(language), columns)
        assert paper.lines == [line.text for line in lines if not line.is_code]
        assert paper.codes() == [line.text for line in lines if line.is_code]
        assert paper.counts["FeedAndCutCmd"] == 1
        assert printer.has_printed(name)
        assert (tmp_path / f"{name}.escpos").read_bytes() == job


def test_a_printer_that_is_not_there_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    printer = NetworkPrinter(PrinterAddress("127.0.0.1", port), tmp_path, connect_seconds=0.3)

    with pytest.raises(PrinterFailed, match=f"there is no printer at 127.0.0.1:{port}"):
        printer.print(HELLO, "x", ENGLISH)

    assert not printer.has_printed("x")


@pytest.mark.parametrize(
    ("state", "why"),
    [
        ({"paper": False}, "paper out"),
        ({"cover_open": True}, "the printer's cover is open"),
        ({"answers": False}, "does not answer"),
    ],
)
def test_a_printer_that_cannot_print_is_sent_nothing(
    tmp_path: Path, state: dict[str, bool], why: str
) -> None:
    device = PrinterOnLoopback(**state)
    printer = printer_of(device, tmp_path)

    with pytest.raises(PrinterFailed, match=why):
        printer.print(HELLO, "x", ENGLISH)

    device.close()
    assert device.jobs == []
    assert not printer.has_printed("x")


def test_paper_that_ends_in_the_middle_is_no_receipt(device: PrinterOnLoopback, tmp_path: Path) -> None:
    device.paper_for_bytes = 40
    printer = printer_of(device, tmp_path)

    with pytest.raises(PrinterFailed, match="paper out"):
        printer.print(HELLO, "x", ENGLISH)

    assert not printer.has_printed("x")


def test_a_printer_that_says_at_the_end_that_its_paper_ran_out_is_believed(
    device: PrinterOnLoopback, tmp_path: Path
) -> None:
    device.runs_out_at_the_end = True
    printer = printer_of(device, tmp_path)

    with pytest.raises(PrinterFailed, match="paper out"):
        printer.print(HELLO, "x", ENGLISH)

    assert not printer.has_printed("x")


def test_a_printer_that_goes_silent_while_printing_may_have_printed_nothing(
    device: PrinterOnLoopback, tmp_path: Path
) -> None:
    device.finishes = False
    printer = printer_of(device, tmp_path)

    with pytest.raises(PrinterFailed, match="does not answer"):
        printer.print(HELLO, "x", ENGLISH)

    assert not printer.has_printed("x")


def test_a_printer_that_hangs_up_printed_nothing(device: PrinterOnLoopback, tmp_path: Path) -> None:
    device.hangs_up = True

    with pytest.raises(PrinterFailed, match="there is no printer"):
        printer_of(device, tmp_path).print(HELLO, "x", ENGLISH)


def test_a_printer_that_never_answers_is_not_asked_where_the_settings_say_so(tmp_path: Path) -> None:
    device = PrinterOnLoopback(answers=False)
    printer = printer_of(device, tmp_path, asks=False)

    printer.print(HELLO, "x", ENGLISH)

    assert printed(device.wait_for_jobs(1)[0]).lines == ["         COPY", "Blåbær – 10 €"]
    assert printer.has_printed("x")
    device.close()


def test_what_cannot_be_kept_is_not_printed(device: PrinterOnLoopback, tmp_path: Path) -> None:
    """A second print could not be told from the first."""
    (tmp_path / "receipts").write_text("a file where the folder should be")

    with pytest.raises(PrinterFailed, match="cannot be written"):
        printer_of(device, tmp_path / "receipts").print(HELLO, "x", ENGLISH)

    assert device.jobs == []


def test_a_name_full_of_commands_is_only_printed(device: PrinterOnLoopback, tmp_path: Path) -> None:
    opens_drawer = "Sock\x1bp\x00\x19\xfa\x1dV\x00"

    printer_of(device, tmp_path).print((Item(opens_drawer, None, None, None),), "x", ENGLISH)

    paper = printed(device.wait_for_jobs(1)[0])
    assert paper.counts["PulseCmd"] == 0
    assert paper.counts["FeedAndCutCmd"] == 1


def test_a_sale_without_paper_keeps_its_number_and_is_printed_later_as_itself(
    device: PrinterOnLoopback, shop: Shop, tmp_path: Path
) -> None:
    shop.device = printer_of(device, tmp_path / "receipts")
    register = at_work(shop)
    sold(register)
    device.paper = False

    assert register.refused("receipt.print") == "Receipt not printed: paper out. Sale is saved. Print again."
    assert [entry.kind for entry in register.session.journal.entries()].count("receipt.copy") == 0
    device.paper = True
    register.do("receipt.print")
    sold(register)
    register.do("receipt.print")
    register.do("receipt.print")

    first, second, copy = [printed(job).lines for job in device.wait_for_jobs(3)]
    assert (numbers(first), numbers(second)) == (["HOUSTON-1-000001"], ["HOUSTON-1-000002"])
    assert "COPY" not in first[0]
    assert copy == [copy[0], *second]
    assert copy[0].strip() == "COPY"


def sold(register: Register) -> None:
    register.do("product.add", number="B")
    register.do("tender.cash")
    register.do("transaction.conclude")


def numbers(lines: list[str]) -> list[str]:
    return [line.split()[-1] for line in lines if line.startswith("Receipt ")]


def test_a_deposit_override_leaves_a_copy_for_the_store_once(
    device: PrinterOnLoopback, shop: Shop, tmp_path: Path
) -> None:
    shop.device = printer_of(device, tmp_path / "receipts")
    register = at_work(shop)
    register.do("customer.set", id=ANNA)
    register.do("product.add", number="A")
    register.do("order.pick_up_all")
    register.do("deposit.override", amount="50.00", reason="Staff", approved_by="manager")
    register.do("tender.cash")
    register.do("order.balance", arrangement="pay_at_pickup")
    register.do("transaction.conclude")

    register.do("receipt.print")
    register.do("receipt.print")

    store, first, copy = [printed(job).lines for job in device.wait_for_jobs(3)]
    assert store[0].strip() == "Store copy"
    assert "Approved by manager" in store
    assert not any("manager" in line for line in (*first, *copy))
    assert copy[0].strip() == "COPY"
