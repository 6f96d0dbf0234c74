"""How far registers say they have read what is published, noted for all of them who say so in the same moment."""

from collections.abc import Mapping

from headquarters.context import Headquarters
from headquarters.devices.together import Together
from headquarters.feeds.positions import note_all_positions
from headquarters.feeds.telling import Position

TOGETHER_SECONDS = 0.1
"""A register that has just read its settings waits so long for its answer."""
_Note = tuple[str, Mapping[str, Position]]


class PositionsTold:
    """Notes what many registers tell in one commit. The event loop alone uses it."""

    def __init__(self, headquarters: Headquarters) -> None:
        self._headquarters = headquarters
        self._together = Together(self._keep, TOGETHER_SECONDS)

    async def noted(self, register: str, read: Mapping[str, Position]) -> bool:
        """Whether this was noted; what was not, the register says again with its next hello."""
        return await self._together.kept((register, read))

    def _keep(self, notes: list[_Note]) -> list[bool]:
        note_all_positions(self._headquarters, dict(notes))
        return [True] * len(notes)
