"""What a register need not ask for: it says with its hello how far it has read, and hears which feeds have more."""

from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import Connection

from headquarters.context import Headquarters
from headquarters.devices.restored import begin_anew_behind
from headquarters.devices.service import KnownDevice
from headquarters.feeds.positions import SETTINGS, note_position
from headquarters.feeds.telling import Position, position_of
from headquarters.installation import installation
from retail.wire.protocol import cursors_in

REMEMBERED_MAX = 2000


class News(NamedTuple):
    """The feeds that a register has to ask for, and whether it is `ahead`: it has read what there is not.

    `settings` is how far it has read these, None where that says nothing new.
    """

    feeds: tuple[str, ...]
    ahead: bool
    settings: Position | None


def news_in(
    connection: Connection, headquarters: Headquarters, device: KnownDevice, incarnation: str, read: str
) -> News | None:
    """What a register has to ask for that has read so far; None where it does not say how far."""
    if not read:
        return None
    said = positions(read, incarnation)
    found = headquarters.heads.news(connection, incarnation, device.store, said)
    settings = said.get(SETTINGS)
    if SETTINGS in found.ahead or settings == headquarters.positions.get(device.register):
        settings = None
    return News(found.feeds, bool(found.ahead), settings)


def news_for(headquarters: Headquarters, device: KnownDevice, read: str) -> tuple[str, ...] | None:
    """The same; how far its settings are read is noted, and what it has read ahead of these books is acted upon."""
    with headquarters.database.reading() as session:
        incarnation = installation(session).incarnation
        news = news_in(session.connection(), headquarters, device, incarnation, read)
    if news is None:
        return None
    if news.ahead:
        begin_anew_behind(headquarters, device.register, "has read changes")
    if news.settings is not None:
        note_position(headquarters, device.register, news.settings)
    return news.feeds


@lru_cache(maxsize=REMEMBERED_MAX)
def positions(read: str, incarnation: str) -> dict[str, Position | None]:
    """What cursors stand for; a register says the same again and again."""
    return {feed: position_of(cursor, incarnation) for feed, cursor in cursors_in(read).items()}
