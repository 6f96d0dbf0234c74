"""One catalogue, one headquarters that answers as it is told, and the downloader between them."""

from pathlib import Path

from channel_db.engine import open_catalog
from sync_agent.download import Downloader
from tests.channel_db.making import SetClock
from tests.sync_agent.carrying import ToldHq


class Fetching:
    """One catalogue, one headquarters, and the downloader between them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = SetClock()
        self.catalog = open_catalog(folder, self.clock, writer=True)
        self.progress: list[tuple[str, int]] = []
        self.hq = ToldHq()
        self.downloader = Downloader(
            self.catalog, self.hq, self.clock, lambda feed, rows: self.progress.append((feed, rows))
        )
