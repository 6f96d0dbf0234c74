"""Pages of a feed kept ready: the rows of one are written, packed and fingerprinted once, for all registers that ask.

A page can be given again as long as its rows stand: a row is never changed, only replaced by a later one, so that they
are the same rows while there are as many of them. What differs from call to call follows the rows in the body; where
nothing differs, the page is shared: whoever asks for it by its digest gets the same bytes, also out of a cache.
"""

import gzip
import hashlib
import json
import struct
import threading
import zlib
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy.orm import Session

from headquarters.feeds.service import changes, count_between
from headquarters.feeds.telling import Position
from retail.wire.base import Json

KEPT_MAX_BYTES = 64 * 1024 * 1024
PACK_LEVEL = 5
TOLD_MAX = 16
MADE_MAX = 2
"""So many pages are told of in one answer, and so many of them made for it: the register applies one meanwhile."""
_GZIP_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
_RAW = -zlib.MAX_WBITS


class Range(NamedTuple):
    """Which page it is: a feed as a store sees it, after a cursor, with so many rows at most."""

    feed: str
    store: str
    after: Position
    limit: int


class Body(NamedTuple):
    """A reply's body as it travels, and the digest of what it says."""

    packed: bytes
    digest: str


@dataclass(frozen=True, slots=True)
class ReadyPage:
    """The rows of a page as the beginning of a body: packed, with digest and checksum so far.

    `last` is the position of its last row, `count` how many changes of its feed there were up to it, of every store.
    """

    packed: bytes
    digest: "hashlib._Hash"
    checksum: int
    size: int
    last: Position
    count: int

    def body(self, rest: Json) -> Body:
        """The whole body with what else this reply says; its end mark is the last thing in it."""
        said = dict(rest)
        end = said.pop("end")
        tail = f'],{json.dumps(said)[1:-1]},"end":{json.dumps(end)}}}'.encode()
        digest = self.digest.copy()
        digest.update(tail)
        packing = zlib.compressobj(PACK_LEVEL, wbits=_RAW)
        trailer = struct.pack("<II", zlib.crc32(tail, self.checksum), (self.size + len(tail)) & 0xFFFFFFFF)
        packed = b"".join((_GZIP_HEAD, self.packed, packing.compress(tail), packing.flush(), trailer))
        return Body(packed, digest.hexdigest())


def ready_page(rows: Iterable[str], last: Position, count: int) -> ReadyPage:
    """A page of these rows, which are written out already."""
    begin = f'{{"rows":[{",".join(rows)}'.encode()
    packing = zlib.compressobj(PACK_LEVEL, wbits=_RAW)
    packed = packing.compress(begin) + packing.flush(zlib.Z_SYNC_FLUSH)
    return ReadyPage(packed, hashlib.sha256(begin), zlib.crc32(begin), len(begin), last, count)


def unpacked(body: Body) -> bytes:
    """The body for who does not take gzip."""
    return gzip.decompress(body.packed)


class ReadyPages:
    """The pages asked for last, up to a size; any thread may ask."""

    def __init__(self, max_bytes: int = KEPT_MAX_BYTES) -> None:
        self._max_bytes = max_bytes
        self._pages: OrderedDict[Range, ReadyPage] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def get(self, session: Session, which: Range) -> tuple[ReadyPage, bool]:
        """The page, made if it is not kept or does not stand any more, and whether another follows it.

        The last page is made anew each time: what is published next belongs to it.
        """
        known = self._find(which)
        if known is not None and count_between(session, which.feed, which.after, known.last) == known.count:
            return known, True
        rows, last, more = changes(session, *which)
        count = count_between(session, which.feed, which.after, last)
        page = ready_page([row.written() for row in rows], last, count)
        if more:
            self._keep(which, page)
        return page, more

    def following(self, session: Session, which: Range) -> tuple[list[ReadyPage], ReadyPage | None]:
        """The whole pages that follow, those that are ready and a few more; and the last one, where they end there."""
        whole: list[ReadyPage] = []
        made = 0
        while len(whole) < TOLD_MAX and made < MADE_MAX:
            was_ready = self._find(which)
            page, more = self.get(session, which)
            if not more:
                return whole, page
            made += page is not was_ready
            whole.append(page)
            which = which._replace(after=page.last)
        return whole, None

    def _find(self, which: Range) -> ReadyPage | None:
        with self._lock:
            page = self._pages.get(which)
            if page is not None:
                self._pages.move_to_end(which)
            return page

    def _keep(self, which: Range, page: ReadyPage) -> None:
        """Keep a page; those not asked for the longest make room for it."""
        with self._lock:
            self._drop(which)
            self._pages[which] = page
            self._bytes += len(page.packed)
            while self._bytes > self._max_bytes:
                self._drop(next(iter(self._pages)))

    def _drop(self, which: Range) -> None:
        page = self._pages.pop(which, None)
        self._bytes -= 0 if page is None else len(page.packed)
