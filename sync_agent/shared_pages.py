"""The pages that headquarters told of and that may come out of a cache: which is next, and how each is proved."""

import time
from collections.abc import Sequence
from urllib.parse import quote

from retail.wire.protocol import FEEDS, PAGE_ROWS_MAX, FeedPage, FeedRow, PageMark

KEPT_SECONDS_MAX = 60.0
"""What headquarters told is asked for anew after this time: it may have been restored since."""


def feed_path(feed: str, cursor: str, *, marks: bool = True, counted: bool = False) -> str:
    """Where headquarters tells what follows a cursor: by marks where it can, or row by row."""
    more = ("&marks=true" if marks else "") + ("&counted=true" if counted else "")
    return f"{FEEDS}/{feed}?cursor={quote(cursor, safe='')}&limit={PAGE_ROWS_MAX}{more}"


class Told:
    """An answer of headquarters that names pages: each is given once, then the rows that came with the answer."""

    def __init__(self, answer: FeedPage, after: str) -> None:
        self.cursor = after
        self._answer = answer
        self._pages = list(answer.pages)
        self._told_at = time.monotonic()
        self._is_rest_given = False

    @property
    def mark(self) -> PageMark | None:
        """The next page to fetch; None where the rest came with the answer, or has to be asked for."""
        return self._pages[0] if self._pages else None

    @property
    def path(self) -> str:
        """The address of the next page: the same for every register of a store."""
        cursor, digest = quote(self.cursor, safe=""), quote(self._pages[0].digest, safe="")
        return f"{FEEDS}/{self._answer.feed}/pages/{digest}?cursor={cursor}&limit={PAGE_ROWS_MAX}"

    @property
    def is_used_up(self) -> bool:
        """Nothing is left of it: what follows has to be asked for."""
        return self._is_rest_given or (not self._pages and self._answer.more)

    def is_about(self, feed: str, cursor: str) -> bool:
        """Whether it tells what follows this cursor, and is not too old."""
        is_young = time.monotonic() - self._told_at < KEPT_SECONDS_MAX
        return is_young and (self._answer.feed, self.cursor) == (feed, cursor)

    def take(self, rows: Sequence[FeedRow]) -> FeedPage:
        """The next page, with the rows that were fetched for it."""
        mark = self._pages.pop(0)
        self.cursor = mark.cursor
        return self._page(rows, mark.cursor, more=True)

    def rest(self) -> FeedPage:
        """What came with the answer, after its pages."""
        self._is_rest_given = True
        return self._page(self._answer.rows, self._answer.cursor, more=self._answer.more)

    def _page(self, rows: Sequence[FeedRow], cursor: str, *, more: bool) -> FeedPage:
        said = self._answer
        return FeedPage.model_construct(
            protocol=said.protocol, nonce=said.nonce, tenant=said.tenant, incarnation=said.incarnation, end=said.end,
            feed=said.feed, cursor=cursor, more=more, total=said.total, rows=tuple(rows),
        )  # fmt: skip
