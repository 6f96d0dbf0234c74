"""What a store may see of each feed, as a count and a sum of digests, known to this process while nothing is new.

Whoever asks for a store's feed has it counted at most once after each change of that feed for that store, however many
registers ask.
"""

import threading
from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import ColumnElement, func, literal_column, select
from sqlalchemy.orm import Session, aliased

from headquarters.feeds.heads import Reach
from headquarters.feeds.models import EVERYBODY, Change
from headquarters.feeds.telling import Position, beyond, last_position, may_be_told
from retail.wire.sums import HALF, LOW, FeedSum

_HALF: ColumnElement[int] = literal_column(str(HALF))
"""Written out: PostgreSQL shifts by no number that is as wide as what it shifts."""


class StoreSum(NamedTuple):
    """What a store may see of a feed, up to the last change that may be told."""

    sum: FeedSum
    last: Position


class FeedSums:
    """The sums of every feed. The session that asks must have begun with the lock held: so none is asked with an older
    view of the books than the one before.
    """

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self._known: dict[tuple[str, str], StoreSum] = {}

    def of(self, session: Session, feed: str, store: str) -> StoreSum:
        """What this store may see of the feed."""
        last = last_position(session, feed, may_be_told(session))
        found = self._part(session, feed, EVERYBODY, last)
        if store != EVERYBODY:
            found = found.added(self._part(session, feed, store, last))
        return StoreSum(found, last)

    def known(self, feed: str, store: str, reach: Reach) -> StoreSum | None:
        """The same without a look at the books: None where it was not counted since the feed reached so far."""
        everybodys, stores = self._known.get((feed, EVERYBODY)), self._known.get((feed, store))
        if everybodys is None or everybodys.last < reach.everybody:
            return None
        if stores is None or stores.last < reach.newest:
            return None
        return StoreSum(everybodys.sum.added(stores.sum), max(everybodys.last, stores.last))

    def _part(self, session: Session, feed: str, scope: str, last: Position) -> FeedSum:
        """What was said in this scope; what it says in place of what was said to everybody is counted once."""
        known = self._known.get((feed, scope))
        if known is None or has_news(session, feed, {EVERYBODY, scope}, known.last):
            sum = added_up(session, feed, scope)
            if scope != EVERYBODY:
                sum = sum.less(_said_before(session, feed, scope))
            known = StoreSum(sum, last)
        self._known[feed, scope] = known._replace(last=last)
        return known.sum


def has_news(session: Session, feed: str, scopes: Iterable[str], after: Position) -> bool:
    """Whether there is anything to be told of a feed in these scopes after this position."""
    news = select(Change.sequence).where(
        Change.feed == feed, beyond(session, after), Change.scope.in_(scopes), may_be_told(session)
    )
    return session.scalar(news.limit(1)) is not None


def added_up(session: Session, feed: str, scope: str) -> FeedSum:
    """What was said in this scope, counted from the changes themselves."""
    rows = select(
        func.count(),
        func.coalesce(func.sum(Change.digest.bitwise_and(LOW)), 0),
        func.coalesce(func.sum(Change.digest.bitwise_rshift(_HALF)), 0),
    ).where(Change.feed == feed, Change.scope == scope, Change.gone.is_(False), may_be_told(session))
    count, low, high = session.execute(rows).one()
    return FeedSum.of_halves(count, int(low), int(high))


def _said_before(session: Session, feed: str, store: str) -> list[int]:
    """Of keys that were said to everybody and to this store, the digests of what was said first."""
    everybodys = aliased(Change)
    pairs = select(Change.gone, Change.digest, Change.unit, Change.sequence,
                   everybodys.gone, everybodys.digest, everybodys.unit, everybodys.sequence).join(
        everybodys,
        (everybodys.feed == Change.feed) & (everybodys.scope == EVERYBODY) & (everybodys.key == Change.key),
    )  # fmt: skip
    mine = (Change.feed == feed, Change.scope == store, may_be_told(session))
    found = []
    for gone, digest, *place, other_gone, other, unit, sequence in session.execute(pairs.where(*mine)):
        is_later = (*place,) > (unit, sequence)
        before, was_gone = (other, other_gone) if is_later else (digest, gone)
        if not was_gone:
            found.append(before)
    return found
