"""Text in the one-byte alphabets that receipt printers know, changing from one to another where a sign needs it."""

import unicodedata
from collections.abc import Iterator

PAGES = (("cp858", 19), ("cp1252", 16), ("cp852", 18), ("cp866", 17), ("cp437", 0))
"""Python's name and the number after `ESC t` that most printers give it: Western with €, Windows, Central European,
Cyrillic, and the first of all. The first holds æ ø å é €; the second dashes and quotation marks too."""

SELECT = b"\x1bt"
UNKNOWN = b"?"


class CodePages:
    """Writes text for one printer and remembers the page that is selected there."""

    def __init__(self) -> None:
        self._selected = -1

    def select_first(self) -> bytes:
        """The command that selects the first page, whatever was selected before."""
        self._selected = 0
        return _select(0)

    def write(self, text: str) -> bytes:
        """The bytes of a text, with the commands that change the page within it."""
        return b"".join(self._bytes(text))

    def _bytes(self, text: str) -> Iterator[bytes]:
        for sign in text:
            found = self._found(sign)
            if found is None:
                yield UNKNOWN
                continue
            page, byte = found
            if page != self._selected and not sign.isascii():
                self._selected = page
                yield _select(page)
            yield byte

    def _found(self, sign: str) -> tuple[int, bytes] | None:
        """The page and byte of a sign, the selected page first; of a letter no page has, the letter without marks."""
        order = sorted(range(len(PAGES)), key=lambda page: page != self._selected)
        for shape in (sign, unicodedata.normalize("NFKD", sign)[:1]):
            for page in order:
                try:
                    return page, shape.encode(PAGES[page][0])
                except UnicodeEncodeError:
                    continue
        return None


def _select(page: int) -> bytes:
    return SELECT + bytes([PAGES[page][1]])
