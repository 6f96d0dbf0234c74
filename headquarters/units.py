"""Units of work on headquarters' database, whichever engine keeps it."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm import Session

from headquarters.errors import DatabaseBusy

TRIES = 4
RESERVED = 5
"""So many connections stay free for calls that a person waits for, whatever registers send and fetch."""

Result = TypeVar("Result")


class Database(ABC):
    """Headquarters' tables. A writing unit of work is one commit; whoever books is the only one who does."""

    def __init__(
        self,
        readers: Engine,
        writers: Engine,
        connections: int,
        askers: Engine | None = None,
        *,
        is_shared: bool = False,
    ) -> None:
        self._readers = readers
        self._writers = writers
        self._askers = askers or readers
        self.waits_for_nobody = askers is not None
        """Whether `asking` reads a file here, beside all others: an event loop may do it without a thread."""
        self.is_shared = is_shared
        """Whether other processes of this headquarters work on it."""
        self.bulk_max = max(1, connections - RESERVED)
        """How many calls that nobody waits for may be under way at once."""
        self.when_booked: Callable[[], None] = lambda: None
        """Called after each unit of work on the books by this process, by the thread that did it."""

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One consistent view of the books; nothing is changed.

        Raises:
            DatabaseBusy: it could not be read just now.
        """
        with plain_words(), Session(self._readers) as session:
            yield session

    @contextmanager
    def asking(self) -> Iterator[Connection]:
        """The same view for statements that are written out (`headquarters.written_out`).

        Raises:
            DatabaseBusy: it could not be read just now.
        """
        with plain_words(), self._askers.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One unit of work: committed when the block ends, undone when it raises. Nobody else books meanwhile.

        Raises:
            DatabaseBusy: another writer took too long, or the disk did not take it; nothing was changed.
        """
        with plain_words(), self._unit(books=True, register="") as session:
            yield session
        self.when_booked()

    def committed(
        self, work: Callable[[Session], Result], *, books: bool = True, register: str = ""
    ) -> Result:
        """What this work gave, once it is committed. Where the database gave the unit of work up because of others
        (a deadlock, a statement that took too long), it is done again from the start.

        Nobody else books meanwhile, unless it does not touch the `books`; and nobody else keeps documents of this
        `register`.

        Raises:
            DatabaseBusy: see `writing`; nothing was changed.
        """
        with plain_words():
            for _ in range(TRIES - 1):
                try:
                    return self._once(work, books, register)
                except DBAPIError as trouble:
                    if not self._is_given_up(trouble):
                        raise
            return self._once(work, books, register)

    @abstractmethod
    def claim(self, work: str, *, wait: bool = False) -> AbstractContextManager[bool]:
        """Whether this work is ours while the block runs: of all who ask, in every process of this headquarters, one
        gets it. It is free again when the block ends, or its process is killed. With `wait` it is ours in the end.
        """

    @abstractmethod
    def staging(self) -> AbstractContextManager[Connection]:
        """A connection of its own for temporary tables, which lie on disk and are gone when the block ends. Its units
        of work lock nobody out; only those begun in `deciding` may write to the books.

        Raises:
            DatabaseBusy: another writer took too long, or the disk did not take it; nothing was changed.
        """

    @abstractmethod
    def version(self, connection: Connection) -> int | None:
        """A number that is another one when others have written to the books since this staging connection asked
        last; None where the database tells none.
        """

    @abstractmethod
    def deciding(self, connection: Connection) -> AbstractContextManager[None]:
        """One unit of work of a staging connection that writes to the books: all of it or nothing."""

    def forget_pages(self) -> None:  # noqa: B027 - a server looks after its own files
        """After an erasure: what stood in a log beside the books is gone from the disk too."""

    def close(self) -> None:
        """Let go of the database."""
        self._readers.dispose()
        self._askers.dispose()
        self._writers.dispose()

    @abstractmethod
    def _unit(self, *, books: bool, register: str) -> AbstractContextManager[Session]:
        """A unit of work that waits for those it must not meet, in the words of the driver."""

    @abstractmethod
    def _is_given_up(self, trouble: DBAPIError) -> bool:
        """Whether the database undid a unit of work only because of what others did at the same time."""

    def _once(self, work: Callable[[Session], Result], books: bool, register: str) -> Result:
        with self._unit(books=books, register=register) as session:
            done = work(session)
        if books:
            self.when_booked()
        return done


@contextmanager
def plain_words() -> Iterator[None]:
    """Tell 'the machine is in trouble' apart from 'we are wrong': only the first is worth another try."""
    try:
        yield
    except (OperationalError, PoolTimeout) as trouble:
        raise DatabaseBusy from trouble
