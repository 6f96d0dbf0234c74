"""Pages of a feed kept ready: the rows of one are written, packed and fingerprinted once, for all registers that ask.

A page is given again while its feed reaches no further than when it was made; a whole one as long as its rows stand: a
row is never changed, only replaced by a later one, so that they are the same rows while there are as many of them.
Where nothing follows that is said to one store alone, all stores are given the same page. What differs from call to
call follows the rows in the body; where nothing differs, the page is shared: whoever asks for it by its digest gets
the same bytes, also out of a cache.
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

from headquarters.feeds.heads import Reach
from headquarters.feeds.models import EVERYBODY
from headquarters.feeds.service import changes, count_between
from headquarters.feeds.telling import START, Position
from retail.wire.base import Json

KEPT_MAX_BYTES = 64 * 1024 * 1024
BESIDE_BYTES = 1024
"""About what a page takes besides its rows."""
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

    `last` is the position of its last row, `count` of a page that others follow how many changes of its feed there were
    up to it, of every store.
    """

    packed: bytes
    digest: "hashlib._Hash"
    checksum: int
    size: int
    last: Position
    count: int

    def cursor(self, incarnation: str) -> str:
        """Where whoever has read it goes on."""
        return f"{incarnation}.{self.last.written()}"

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


class _Kept(NamedTuple):
    """A page, whether another followed it, and how far its feed reached then."""

    page: ReadyPage
    more: bool
    reach: Reach


class ReadyPages:
    """The pages asked for last, up to a size; any thread may ask."""

    def __init__(self, max_bytes: int = KEPT_MAX_BYTES) -> None:
        self._max_bytes = max_bytes
        self._pages: OrderedDict[Range, _Kept] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def known(self, which: Range, reach: Reach) -> tuple[ReadyPage, bool] | None:
        """What `get` gives, where that is kept and stands for sure."""
        which, reach = as_seen(which, reach)
        kept = self._find(which)
        return (kept.page, kept.more) if kept is not None and kept.reach == reach else None

    def get(self, session: Session, which: Range, reach: Reach) -> tuple[ReadyPage, bool]:
        """The page, made if it is not kept or does not stand any more, and whether another follows it.

        The session must have begun after `reach` was found. What lies further than that is told the next time.
        """
        known = self.known(which, reach)
        if known is not None:
            return known
        which, reach = as_seen(which, reach)
        kept = self._find(which)
        if kept is not None and kept.more and _stands(session, which, kept.page):
            self._keep(which, kept._replace(reach=reach))
            return kept.page, True
        rows, last, more = changes(session, *which, until=reach.newest)
        count = count_between(session, which.feed, which.after, last) if more else 0
        page = ready_page([row.written() for row in rows], last, count)
        self._keep(which, _Kept(page, more, reach))
        return page, more

    def following(
        self, session: Session, which: Range, reach: Reach
    ) -> tuple[list[ReadyPage], ReadyPage | None]:
        """The whole pages that follow, those that are ready and a few more; and the last one, where they end there."""
        whole: list[ReadyPage] = []
        made = 0
        while len(whole) < TOLD_MAX and made < MADE_MAX:
            was_ready = self._find(as_seen(which, reach)[0])
            page, more = self.get(session, which, reach)
            if not more:
                return whole, page
            made += was_ready is None or page is not was_ready.page
            whole.append(page)
            which = which._replace(after=page.last)
        return whole, None

    def _find(self, which: Range) -> _Kept | None:
        with self._lock:
            kept = self._pages.get(which)
            if kept is not None:
                self._pages.move_to_end(which)
            return kept

    def _keep(self, which: Range, kept: _Kept) -> None:
        """Keep a page; those not asked for the longest make room for it."""
        with self._lock:
            self._drop(which)
            self._pages[which] = kept
            self._bytes += _size(kept)
            while self._bytes > self._max_bytes:
                self._drop(next(iter(self._pages)))

    def _drop(self, which: Range) -> None:
        kept = self._pages.pop(which, None)
        self._bytes -= 0 if kept is None else _size(kept)


def as_seen(which: Range, reach: Reach) -> tuple[Range, Reach]:
    """The same page, that of everybody where nothing follows that this store alone may see."""
    if reach.store > which.after:
        return which, reach
    return which._replace(store=EVERYBODY), reach._replace(store=START)


def _stands(session: Session, which: Range, page: ReadyPage) -> bool:
    return count_between(session, which.feed, which.after, page.last) == page.count


def _size(kept: _Kept) -> int:
    return len(kept.page.packed) + BESIDE_BYTES
