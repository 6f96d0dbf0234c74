"""What registers are not told yet because somebody's unit of work in the database has been open for too long."""

from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import bindparam, text
from sqlalchemy.orm import Session

from headquarters.context import stored
from headquarters.feeds.telling import is_held_back
from retail.wire.protocol import FEED_NAMES

TOLD_AFTER = timedelta(seconds=30)
"""Any unit of work holds the feeds back while it lasts; one that lasts longer is told to people."""
_OPEN_SINCE = text(
    "SELECT xact_start FROM pg_stat_activity WHERE backend_xid IS NOT NULL AND xact_start <= now() - :pause "
    "ORDER BY age(backend_xid) DESC LIMIT 1"
).bindparams(bindparam("pause"))


class HeldBack(NamedTuple):
    """A feed of which not everything may be told, and since when the unit of work is open that is in the way."""

    feed: str
    since: str


def held_back(session: Session) -> list[HeldBack]:
    """The feeds that are held back by a unit of work that is open for so long; none on SQLite, where there is none."""
    if session.get_bind().dialect.name != "postgresql":
        return []
    since: datetime | None = session.scalar(_OPEN_SINCE, {"pause": TOLD_AFTER})
    if since is None:
        return []
    return [HeldBack(feed, stored(since)) for feed in FEED_NAMES if is_held_back(session, feed)]
