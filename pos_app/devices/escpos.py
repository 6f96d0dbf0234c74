"""Lines of a receipt as the commands of ESC/POS, the language of receipt printers."""

from collections.abc import Iterable

from pos_app.devices.code_pages import CodePages
from pos_app.devices.codes import Dots, code_dots
from pos_app.devices.receipt_lines import Line, Look

ESC, GS, DLE = b"\x1b", b"\x1d", b"\x10"
START = ESC + b"@"
LINE_FEED = b"\n"
SIZES = {
    Look.PLAIN: ESC + b"E\x00" + GS + b"!\x00",
    Look.STRONG: ESC + b"E\x01" + GS + b"!\x01",
    Look.LARGE: ESC + b"E\x01" + GS + b"!\x11",
}
"""Bold or not, then how many times as wide and high: strong lines are twice as high, large ones as wide too."""
CENTRE, LEFT = ESC + b"a\x01", ESC + b"a\x00"
FEED_AND_CUT = ESC + b"d\x04" + GS + b"VB\x00"
DOTS_A_SIGN = 12
"""How wide a sign of the printer's own font is."""

ASK_COVER = DLE + b"\x04\x02"
ASK_PAPER = DLE + b"\x04\x04"
"""Answered at once, whatever the printer is doing."""
ASK_WHEN_DONE = GS + b"r\x01"
"""Answered when everything before it was printed."""


def job(lines: Iterable[Line], columns: int) -> bytes:
    """The commands that print these lines and cut the paper."""
    pages = CodePages()
    parts = [START, pages.select_first()]
    look: Look | None = None
    for line in lines:
        if line.is_code:
            parts += [CENTRE, picture(code_dots(line.text, columns * DOTS_A_SIGN)), LEFT]
            continue
        if line.look is not look:
            look = line.look
            parts.append(SIZES[look])
        parts += [pages.write(line.text), LINE_FEED]
    return b"".join([*parts, FEED_AND_CUT])


def picture(dots: Dots) -> bytes:
    """The command that prints a picture of dots."""
    across = -(-dots.width // 8)
    return GS + b"v0\x00" + across.to_bytes(2, "little") + dots.height.to_bytes(2, "little") + dots.rows


def is_cover_open(answer: int) -> bool:
    """What the answer to `ASK_COVER` says."""
    return bool(answer & 0x04)


def is_paper_out(answer: int) -> bool:
    """What the answer to `ASK_PAPER` says."""
    return bool(answer & 0x60)


def was_paper_out(answer: int) -> bool:
    """What the answer to `ASK_WHEN_DONE` says."""
    return bool(answer & 0x0C)
