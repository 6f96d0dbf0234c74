"""What a register need not ask for: it says with its hello how far it has read, and hears which feeds have more."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import Connection

from headquarters.context import Headquarters
from headquarters.devices.restored import begin_anew_behind
from headquarters.devices.service import KnownDevice
from headquarters.feeds.positions import news_of, note_positions
from headquarters.feeds.telling import Position, position_of
from headquarters.installation import installation
from retail.messages import say
from retail.wire.protocol import cursors_in

REMEMBERED_MAX = 2000


class News(NamedTuple):
    """The feeds that a register has to ask for, and whether it is `ahead`: it has read what there is not.

    `read` is how far it has read what is published, as far as that is new.
    """

    feeds: tuple[str, ...]
    ahead: bool
    read: Mapping[str, Position]


def news_in(
    connection: Connection, headquarters: Headquarters, device: KnownDevice, incarnation: str, read: str
) -> News | None:
    """What a register has to ask for that has read so far; None where it does not say how far."""
    if not read:
        return None
    said = positions(read, incarnation)
    found = headquarters.heads.news(connection, incarnation, device.store, said)
    read_so_far = news_of(headquarters, device.register, said)
    for feed in found.ahead:
        read_so_far.pop(feed, None)
    return News(found.feeds, bool(found.ahead), read_so_far)


def news_for(headquarters: Headquarters, device: KnownDevice, read: str) -> tuple[str, ...] | None:
    """The same; how far it has read is noted, and what it has read ahead of these books is acted upon."""
    with headquarters.database.reading() as session:
        incarnation = installation(session).incarnation
        news = news_in(session.connection(), headquarters, device, incarnation, read)
    if news is None:
        return None
    if news.ahead:
        begin_anew_behind(headquarters, device.register, say("has read changes"))
    note_positions(headquarters, device.register, news.read)
    return news.feeds


@lru_cache(maxsize=REMEMBERED_MAX)
def positions(read: str, incarnation: str) -> dict[str, Position | None]:
    """What cursors stand for; a register says the same again and again."""
    return {feed: position_of(cursor, incarnation) for feed, cursor in cursors_in(read).items()}
