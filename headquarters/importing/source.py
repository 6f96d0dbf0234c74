"""A CSV file read a record at a time, packed or plain, with a bound on everything that is held in memory."""

import csv
import gzip
import io
import zlib
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from headquarters.importing.errors import FileRefused
from retail.messages import Message, say

LINE_MAX = 256 * 1024
"""Characters in one line; the csv module itself takes no field over 128 KiB."""
RECORD_LINES_MAX = 200
"""Lines of one record: a field in quotes may run over several, a quote that was never closed over all of them."""
COLUMNS_MAX = 1000

_PACKED = b"\x1f\x8b"
_ZIP = b"PK\x03\x04"
_NO_GUESSING = ("utf-16", "utf-32")

Reject = Callable[[int, str, str, Message], None]
"""Takes the line, the column, the value and the rule of what is left out."""


class Records:
    """The records of a CSV text. After a broken one, reading goes on with the line behind its first."""

    def __init__(self, text: TextIO, delimiter: str, reject: Reject) -> None:
        self._text = text
        self._delimiter = delimiter
        self._reject = reject
        self._again: deque[str] = deque()
        self._lines_of_record: list[str] = []
        self._lines_before = 0

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        """Records with the numbers of their first lines; empty lines are none.

        Raises:
            FileRefused: a line is too long, or the file cannot be read to its end.
        """
        lines = self._lines_of_record
        while True:
            try:
                for fields in csv.reader(self._lines(), delimiter=self._delimiter, strict=True):
                    if fields and (len(fields) > 1 or fields[0].strip()):
                        yield self._lines_before + 1, fields
                    self._lines_before += len(lines)
                    lines.clear()
            except csv.Error:
                self.leave_out(say("its quotes are not balanced, or it has a field of more than 128 KiB"))
                self._lines_before += len(lines)
                lines.clear()
                continue
            return

    def leave_out(self, rule: Message, title: str = "") -> None:
        """Reject the first line of the present record; what followed it is read again, as records of its own.

        A quote too many makes one record of many good lines: none of them may get lost.
        """
        first, *others = self._lines_of_record
        self._reject(self._lines_before + 1, title, first.rstrip("\r\n"), rule)
        self._again.extendleft(reversed(others))
        del self._lines_of_record[1:]

    def _lines(self) -> Iterator[str]:
        lines, again, read_line = self._lines_of_record, self._again, self._text.readline
        while line := again.popleft() if again else read_line(LINE_MAX):
            lines.append(line)
            if len(line) == LINE_MAX:
                number = self._lines_before + len(lines)
                raise FileRefused(
                    "Line {number} has more than {most:,} characters. That is no table.",
                    number=number,
                    most=LINE_MAX,
                )
            if len(lines) > RECORD_LINES_MAX:
                raise csv.Error
            yield line


@contextmanager
def open_text(path: Path, encoding: str) -> Iterator[tuple[TextIO, Callable[[], float]]]:
    """The text of a file, and a function that tells which part of it has been read. Bytes that are not of the
    encoding come through as lone surrogates, so that only their rows are lost.

    Raises:
        FileRefused: it cannot be read, is damaged, or is of another kind than text.
    """
    errors = "strict" if encoding.startswith(_NO_GUESSING) else "surrogateescape"
    try:
        with path.open("rb") as file, open_bytes(file) as plain:
            size = max(path.stat().st_size, 1)
            with io.TextIOWrapper(plain, encoding, errors, newline="") as text:
                yield text, lambda: min(file.tell() / size, 1.0)
    except (EOFError, gzip.BadGzipFile, zlib.error):
        raise FileRefused("{file} is packed with gzip, but cut or damaged.", file=path.name) from None
    except UnicodeError as error:
        raise FileRefused(
            "{file} is not in {encoding}: {why}.", file=path.name, encoding=encoding, why=str(error)
        ) from None
    except OSError as trouble:
        raise FileRefused(
            "{file} cannot be read: {why}.", file=str(path), why=trouble.strerror or str(trouble)
        ) from None


def open_bytes(file: BinaryIO) -> BinaryIO:
    """The bytes of an open file, unpacked where it is packed with gzip.

    Raises:
        FileRefused: it is a ZIP file, as spreadsheets are.
    """
    start = file.read(len(_ZIP))
    file.seek(0)
    if start == _ZIP:
        raise FileRefused("This is a ZIP file or a spreadsheet. Save it as CSV first.")
    return io.BufferedReader(gzip.GzipFile(fileobj=file)) if start.startswith(_PACKED) else file
