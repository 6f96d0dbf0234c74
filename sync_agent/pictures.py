"""Fetches pictures of products and of looks, one at a turn and after everything else: nothing waits for one."""

import base64
import binascii
import logging
from datetime import datetime, timedelta

from channel_db.catalog.repository import Catalog
from channel_db.pictures import PictureFolder, PictureWrong
from retail.clock import Clock
from sync_agent.errors import HqFault
from sync_agent.hq_client import HqClient

AGAIN_AFTER = timedelta(minutes=1)
"""After a failure none is asked for before this."""

log = logging.getLogger(__name__)


class Pictures:
    """The pictures of one register; one thread uses it."""

    def __init__(self, catalog: Catalog, client: HqClient, clock: Clock) -> None:
        self._catalog = catalog
        self._client = client
        self._clock = clock
        self._folder: PictureFolder = catalog.pictures
        self._looked_at: tuple[str, str] | None = None
        self._missing: list[str] = []
        self._failed_at: datetime | None = None

    def go_on(self) -> None:
        """Fetch the next picture that is not here. What does not come, or the disk does not take, is tried later."""
        if self._is_to_wait():
            return
        try:
            self._look()
            if self._missing:
                self._fetch(self._missing.pop())
        except (HqFault, PictureWrong, OSError) as fault:
            log.warning("a picture is fetched later: %s", getattr(fault, "message", fault))
            self._failed_at, self._looked_at = self._clock.now(), None

    def _is_to_wait(self) -> bool:
        """After a failure; a clock that was set back behind it does not lengthen the wait."""
        if self._failed_at is None:
            return False
        return timedelta(0) <= self._clock.now() - self._failed_at < AGAIN_AFTER

    def _look(self) -> None:
        """Look what is missing, when products or settings have come since."""
        cursors = self._catalog.cursors()
        read = cursors.get("products", ""), cursors.get("settings", "")
        if read != self._looked_at:
            self._missing = self._folder.missing(self._catalog.all_pictures())
            self._looked_at = read

    def _fetch(self, digest: str) -> None:
        reply = self._client.picture(digest)
        try:
            data = base64.b64decode(reply.data, validate=True)
        except binascii.Error:
            raise PictureWrong(f"what came as picture {digest} cannot be read") from None
        if self._folder.keep(digest, data, self._catalog.all_pictures()):
            self._failed_at = None
            return
        log.warning("there is no room for more pictures of products: those that are used fill it")
        self._missing.clear()
