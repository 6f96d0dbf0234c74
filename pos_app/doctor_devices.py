"""What the doctor asks of the devices that have a cable."""

from pathlib import Path

from pos_app.config import ConfigBroken, read_config
from pos_app.findings import Finding, State
from pos_app.register.receipts import PrinterFailed
from retail.messages import say


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
