"""A receipt printer on the network: ESC/POS over TCP, asked before and after whether the paper came out."""

import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from pos_app.devices import escpos
from pos_app.devices.printer_address import PrinterAddress
from pos_app.devices.receipt_lines import receipt_lines
from pos_app.language.language import Language
from pos_app.register.receipts import PrinterFailed
from retail.receipt import Row

CONNECT_SECONDS = 3.0
PRINT_SECONDS = 15.0
"""How long a printer may take for a receipt before it is asked what is wrong."""


class NetworkPrinter:
    """Prints on paper. What came out is kept in a folder too, as the commands that were sent."""

    def __init__(
        self,
        address: PrinterAddress,
        folder: Path,
        *,
        connect_seconds: float = CONNECT_SECONDS,
        print_seconds: float = PRINT_SECONDS,
    ) -> None:
        self._address = address
        self._folder = folder
        self._connect_seconds = connect_seconds
        self._print_seconds = print_seconds

    def has_printed(self, name: str) -> bool:
        """A receipt of this name came out before."""
        return self._file(name).exists()

    def print(self, rows: Sequence[Row], name: str, language: Language) -> None:
        """Print the rows in the words of a language.

        Raises:
            PrinterFailed: the paper did not come out, or nobody can say that it did; the message says why.
        """
        columns = self._address.columns
        job = escpos.job(receipt_lines(rows, language, columns), columns)
        half = self._written(name, job)
        with _connected(self._address, self._connect_seconds) as line:
            self._print(line, job)
        half.replace(self._file(name))

    def _print(self, line: socket.socket, job: bytes) -> None:
        if not self._address.asks:
            line.sendall(job)
            return
        _check_ready(line)
        line.settimeout(self._print_seconds)
        line.sendall(job + escpos.ASK_WHEN_DONE)
        try:
            done = _answer(line)
        except TimeoutError:
            line.settimeout(self._connect_seconds)
            _check_ready(line)
            raise
        if escpos.was_paper_out(done):
            raise PrinterFailed("paper out")

    def _written(self, name: str, job: bytes) -> Path:
        """The commands in a file that gets its name once they are printed: a copy must be known as one."""
        half = self._file(name).with_suffix(".new")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            half.write_bytes(job)
        except OSError as fault:
            raise PrinterFailed("the folder {folder} cannot be written", folder=self._folder) from fault
        return half

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}.escpos"


def check_printer(address: PrinterAddress, connect_seconds: float = CONNECT_SECONDS) -> None:
    """Ask a printer whether it could print now; one that never answers has only to be there.

    Raises:
        PrinterFailed: it says what is wrong, or does not answer.
    """
    with _connected(address, connect_seconds) as line:
        if address.asks:
            _check_ready(line)


@contextmanager
def _connected(address: PrinterAddress, seconds: float) -> Iterator[socket.socket]:
    try:
        with socket.create_connection((address.host, address.port), seconds) as line:
            yield line
    except TimeoutError as fault:
        raise PrinterFailed("the printer at {address} does not answer", address=str(address)) from fault
    except OSError as fault:
        raise PrinterFailed("there is no printer at {address}", address=str(address)) from fault


def _check_ready(line: socket.socket) -> None:
    """Ask at once, whatever the printer is doing.

    Raises:
        PrinterFailed: it says what is wrong.
    """
    line.sendall(escpos.ASK_PAPER)
    if escpos.is_paper_out(_answer(line)):
        raise PrinterFailed("paper out")
    line.sendall(escpos.ASK_COVER)
    if escpos.is_cover_open(_answer(line)):
        raise PrinterFailed("the printer's cover is open")


def _answer(line: socket.socket) -> int:
    answer = line.recv(1)
    if not answer:
        raise ConnectionAbortedError("the printer hung up")
    return answer[0]
