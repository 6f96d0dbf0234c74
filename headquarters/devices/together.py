"""Small notes of many callers, kept in one commit a few times a second: for the disk syncs of a few, not of all."""

import asyncio
from collections.abc import Callable, Sequence
from logging import getLogger
from typing import Generic, TypeVar

from starlette.concurrency import run_in_threadpool

Note = TypeVar("Note")
_log = getLogger(__name__)


class Together(Generic[Note]):
    """Gathers notes for so many seconds and has all of them kept at once by `keep`, which says of each whether it was.
    The event loop alone uses it.
    """

    def __init__(self, keep: Callable[[list[Note]], Sequence[bool]], seconds: float) -> None:
        self._keep = keep
        self._seconds = seconds
        self._gathered: list[tuple[Note, asyncio.Future[bool]]] = []
        self._keeping: set[asyncio.Task[None]] = set()

    async def kept(self, note: Note) -> bool:
        """Whether this one was kept, once that is known; False also where none could be kept now."""
        loop = asyncio.get_running_loop()
        kept: asyncio.Future[bool] = loop.create_future()
        self._gathered.append((note, kept))
        if len(self._gathered) == 1:
            task = loop.create_task(self._keep_soon())
            self._keeping.add(task)
            task.add_done_callback(self._keeping.discard)
        return await kept

    async def _keep_soon(self) -> None:
        await asyncio.sleep(self._seconds)
        gathered, self._gathered = self._gathered, []
        notes = [note for note, _ in gathered]
        try:
            outcomes = await run_in_threadpool(self._keep, notes)
        except Exception:  # noqa: BLE001 -- each caller goes on by itself, and is refused in words where it has to be
            _log.warning("the notes of %d calls could not be kept together", len(notes), exc_info=True)
            outcomes = [False] * len(notes)
        for (_, kept), is_kept in zip(gathered, outcomes, strict=True):
            if not kept.done():
                kept.set_result(is_kept)
