"""What nobody said about a CSV file: its encoding, by all of its bytes, and its delimiter, by its header."""

import codecs
import csv
import re
from collections.abc import Callable
from pathlib import Path

from headquarters.importing.errors import FileRefused
from headquarters.importing.source import COLUMNS_MAX, LINE_MAX, open_text

DELIMITERS = (",", ";", "\t", "|")
FALLBACK = "cp1252"
"""What Western spreadsheets write where they do not write UTF-8."""

_CHUNK = 1 << 18
_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_BROKEN = re.compile("[\udc80-\udcff]")
_NOT_IN_FALLBACK = re.compile("[\udc81\udc8d\udc8f\udc90\udc9d]")
_PLAIN = re.compile("[\0-\x7f]+")


def find_encoding(path: Path) -> str:
    """UTF-8 unless a byte order mark says otherwise, or most of what is not ASCII is not UTF-8.

    Raises:
        FileRefused: the file cannot be read.
    """
    with open_text(path, "latin-1") as (text, _):
        start = text.read(4).encode("latin-1")
    for mark, encoding in _MARKS.items():
        if start.startswith(mark):
            return encoding
    sound = broken = 0
    with open_text(path, "utf-8") as (text, _):
        while chunk := text.read(_CHUNK):
            if chunk.isascii():
                continue
            if _NOT_IN_FALLBACK.search(chunk):
                return "utf-8"
            signs = _PLAIN.sub("", chunk)
            broken_here = len(_BROKEN.findall(signs))
            broken += broken_here
            sound += len(signs) - broken_here
    return FALLBACK if broken > sound else "utf-8"


def check_encoding(name: str) -> str:
    """The encoding of this name, as Python calls it.

    Raises:
        FileRefused: there is none, or it is none for text.
    """
    try:
        found = codecs.lookup(name)
        "a".encode(found.name)
    except (LookupError, UnicodeError, ValueError):
        raise FileRefused(
            "There is no encoding {name}. Try utf-8, cp1252 or utf-16.", name=repr(name)
        ) from None
    return found.name


def check_delimiter(text: str) -> str:
    """The delimiter somebody typed; a tab may be written as a word.

    Raises:
        FileRefused: it is not one character, or one that means something else.
    """
    sign = {"tab": "\t", "\\t": "\t"}.get(text.lower(), text)
    if len(sign) != 1 or sign in '"\r\n ':
        raise FileRefused("{text} is no delimiter. It is one character, or the word tab.", text=repr(text))
    return sign


def find_delimiter(line: str, is_known: Callable[[str], bool]) -> str:
    """The delimiter that makes most known columns of the header, and else most columns."""

    def worth(sign: str) -> tuple[int, int]:
        names = fields_of(line, sign)
        return sum(map(is_known, names)), len(names)

    return max(DELIMITERS, key=worth)


def read_header(path: Path, encoding: str) -> str:
    """The first line with words in it.

    Raises:
        FileRefused: there is none, or it is too long.
    """
    with open_text(path, encoding) as (text, _):
        while line := text.readline(LINE_MAX):
            if len(line) == LINE_MAX:
                raise FileRefused(
                    "The first line has more than {most:,} characters. That is no table, or not one of at most "
                    "{columns:,} columns.",
                    most=LINE_MAX,
                    columns=COLUMNS_MAX,
                )
            if line.strip():
                return line
    raise FileRefused("{file} is empty.", file=path.name)


def fields_of(line: str, delimiter: str) -> list[str]:
    """The fields of one line; a line with broken quotes has none."""
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return []
