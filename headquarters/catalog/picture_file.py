"""Reading what a picture says of itself: PNG or JPEG by its own marks, whole, and as large as registers can show."""

import hashlib
import zlib
from collections.abc import Iterator

from headquarters.catalog.models import Picture
from retail.messages import Message, say

PICTURE_MAX_BYTES = 1024 * 1024
SIDE_MAX = 2000
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_PNG_END = b"\0\0\0\0IEND\xaeB`\x82"
_OTHERS = (
    (b"GIF8", "GIF"), (b"RIFF", "WebP"), (b"BM", "BMP"), (b"%PDF", "PDF"), (b"<svg", "SVG"), (b"<?xml", "XML"),
    (b"PK", "ZIP"), (b"II*\0", "TIFF"), (b"MM\0*", "TIFF"),
)  # fmt: skip
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
"""The markers of JPEG after which the size stands: baseline, extended and progressive."""
_SCAN, _NO_LENGTH = 0xDA, frozenset({0x01, *range(0xD0, 0xDA)})
_SHORTEST_FRAME = 8


class PictureRefused(Exception):
    """A file that is not taken as a picture, in words that name it, what it is, and the rule."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


class _Broken(Exception):
    """It begins as a picture, and is none."""


def read_picture(name: str, data: bytes) -> Picture:
    """The picture in a file of this name; what the browser called it is not asked.

    Raises:
        PictureRefused: it is no PNG or JPEG, is damaged, or too large.
    """
    if len(data) > PICTURE_MAX_BYTES:
        raise PictureRefused(
            say(
                "{file} has {size} KiB. A picture has at most 1024 KiB: save it smaller and bring it again.",
                file=name,
                size=-(-len(data) // 1024),
            )
        )
    kind = "png" if data.startswith(_PNG) else "jpeg" if data.startswith(_JPEG) else ""
    if not kind:
        raise PictureRefused(_no_picture(name, data))
    try:
        width, height = _png_size(data) if kind == "png" else _jpeg_size(data)
    except _Broken:
        raise PictureRefused(
            say(
                "{file} begins as a {kind} picture and is damaged or cut short. Save it anew and bring it again.",
                file=name,
                kind=kind.upper(),
            )
        ) from None
    if not (0 < width <= SIDE_MAX and 0 < height <= SIDE_MAX):
        raise PictureRefused(
            say(
                "{file} is {width} x {height} pixels. A picture has at most 2000 x 2000: make it smaller and bring it "
                "again.",
                file=name,
                width=width,
                height=height,
            )
        )
    return Picture(digest=hashlib.sha256(data).hexdigest(), kind=kind, bytes=data, width=width, height=height)


def told(picture: Picture | None) -> str:
    """What a history says of a picture; empty for none."""
    if picture is None:
        return ""
    return f"{picture.kind.upper()}, {picture.width} x {picture.height}, {picture.digest[:12]}"


def _no_picture(name: str, data: bytes) -> Message:
    start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    for mark, kind in _OTHERS:
        if start.startswith(mark):
            return say(
                "{file} is a {kind} file. A picture is a PNG or a JPEG: save it as one and bring it again.",
                file=name, kind=kind,
            )  # fmt: skip
    return say(
        "{file} is no picture by what is in it. A picture is a PNG or a JPEG: save it as one and bring it again.",
        file=name,
    )  # fmt: skip


def _png_size(data: bytes) -> tuple[int, int]:
    """Every chunk in its place: the header first, then pixels, and the end at the end of the file."""
    chunks = list(_png_chunks(data))
    kinds = [kind for kind, _content in chunks]
    kind, header = chunks[0]
    if kind != b"IHDR" or len(header) != 13 or b"IDAT" not in kinds or not data.endswith(_PNG_END):
        raise _Broken
    return int.from_bytes(header[:4]), int.from_bytes(header[4:8])


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(_PNG)
    while place < len(data):
        end = place + 8 + int.from_bytes(data[place : place + 4])
        if end + 4 > len(data) or zlib.crc32(data[place + 4 : end]) != int.from_bytes(data[end : end + 4]):
            raise _Broken
        yield data[place + 4 : place + 8], data[place + 8 : end]
        place = end + 4
    if place == len(_PNG):
        raise _Broken


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """Segment by segment to the frame that tells the size, and on to the scan; the end mark stands at the end."""
    size = None
    place = 2
    while place + 4 <= len(data):
        if data[place] != 0xFF:
            raise _Broken
        marker = data[place + 1]
        if marker == 0xFF:  # a byte of filling
            place += 1
            continue
        length = int.from_bytes(data[place + 2 : place + 4])
        if marker in _NO_LENGTH or length < 2 or place + 2 + length > len(data):
            raise _Broken
        if marker in _FRAMES and size is None:
            if length < _SHORTEST_FRAME:
                raise _Broken
            size = int.from_bytes(data[place + 7 : place + 9]), int.from_bytes(data[place + 5 : place + 7])
        if marker == _SCAN:
            if size is None or not data.endswith(b"\xff\xd9"):
                raise _Broken
            return size
        place += 2 + length
    raise _Broken
