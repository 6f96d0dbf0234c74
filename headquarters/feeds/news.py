"""What a register need not ask for: it says with its hello how far it has read, and hears which feeds have more."""

from headquarters.context import Headquarters
from headquarters.devices.service import KnownDevice
from headquarters.feeds.positions import SETTINGS, note_position
from headquarters.feeds.telling import position_of
from headquarters.installation import installation
from retail.wire.protocol import cursors_in


def news_for(headquarters: Headquarters, device: KnownDevice, read: str) -> tuple[str, ...] | None:
    """The feeds that a register which has read so far has to ask for; None where it does not say how far."""
    if not read:
        return None
    with headquarters.database.reading() as session:
        incarnation = installation(session).incarnation
        positions = {feed: position_of(cursor, incarnation) for feed, cursor in cursors_in(read).items()}
        news = headquarters.heads.news(session, incarnation, device.store, positions)
    settings = positions.get(SETTINGS)
    if settings is not None and SETTINGS not in news.ahead:
        note_position(headquarters, device.register, settings)
    return news.feeds
