"""What the doctor asks of the devices that have a cable."""

from collections.abc import Iterator
from pathlib import Path

from card_terminal.port import CardTerminal, TerminalSilent
from pos_app.config import ConfigBroken, read_config
from pos_app.devices.drawer import PULSES
from pos_app.findings import Finding, State
from pos_app.register.receipts import PrinterFailed
from retail.messages import say

NO_PAYMENT = "test"
"""The reference of no payment: theirs are longer."""


def examine_printer(folder: Path) -> Finding:
    """Whether the printer that the settings name answers, has paper and is closed; nothing is printed."""
    try:
        config = read_config(folder)
    except ConfigBroken as broken:
        return Finding("printer", State.BROKEN, broken.message)
    if config.printer is None:
        words = say("none is named in register.toml; receipts are kept as files")
        return Finding("printer", State.WELL, words)
    from pos_app.devices.network_printer import check_printer  # noqa: PLC0415 - loads what draws barcodes

    try:
        check_printer(config.printer)
    except PrinterFailed as failed:
        words = say(
            "{why}; check paper, cover, power and cable: sales are kept meanwhile", why=failed.message
        )
        return Finding("printer", State.BROKEN, words)
    return Finding("printer", State.WELL, say("{address} answers", address=str(config.printer)))


def ask_terminal(terminal: CardTerminal) -> Finding:
    """Whether the card terminal answers; it is asked of a payment that never was, and no money is moved."""
    try:
        terminal.status(NO_PAYMENT)
    except (TerminalSilent, OSError):
        words = say("it does not answer; check its power and cable, then test it again")
        return Finding("card terminal", State.BROKEN, words)
    words = say("it answers; simulated by this machine, no card is charged")
    return Finding("card terminal", State.WELL, words)


def examine_others(folder: Path) -> Iterator[Finding]:
    """What is known of the scanner, the drawer, the card terminal and what a customer sees, without touching them."""
    try:
        limits = read_config(folder).scanner
    except ConfigBroken:
        pass  # the printer's finding says it
    else:
        words = say(
            "a scan is {length} signs or more, each within {gap} ms; try yours with Scanner test",
            length=limits.length_min,
            gap=limits.gap_max_ms,
        )
        yield Finding("scanner", State.WELL, words)
    words = say("none is connected; its pulses are kept in {file}", file=PULSES)
    yield Finding("cash drawer", State.WELL, words)
    words = say("simulated by this machine; no card is charged")
    yield Finding("card terminal", State.WELL, words)
    yield Finding("customer display", State.WELL, say("none is set up; the customer sees the receipt alone"))
