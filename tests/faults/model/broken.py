"""Registers and headquarters with one mistake each, of the kinds this trade has made: the model must reject them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from channel_db.catalog.repository import Catalog
from channel_db.journal.repository import Journal, Work
from channel_db.unit_of_work import unit_of_work
from headquarters.on_sqlite import OnSqlite
from retail.wire.protocol import FeedRow, UploadResult
from sync_agent.agent import Agent
from tests.faults.model.disks import MortalDatabase
from tests.faults.model.register import ModelRegister, Said
from tests.fixtures.one_process import Killed


class AcknowledgesFirst(MortalDatabase):
    """Headquarters answers first and commits afterwards: what it promised is lost when it dies in between."""

    @contextmanager
    def _unit(self, *, books: bool, register: str) -> Iterator[Session]:
        with OnSqlite._unit(self, books=books, register=register) as session:
            yield session
            try:
                self.doom.before_commit()
            except Killed:
                session.rollback()


class CountingJournal(Journal):
    """What was sent is marked by how many were accepted, not by which."""

    def acknowledge(self, results: list[UploadResult], now: datetime) -> None:
        oldest = self.outbox()[: len(results)]
        same = [
            each.model_copy(update={"id": entry.uuid}) for each, entry in zip(results, oldest, strict=False)
        ]
        super().acknowledge(same, now)


class MarksByCount(ModelRegister):
    def make_journal(self, connection: Any) -> Journal:
        return CountingJournal(connection, self._folder, self.clock)


class HastyCatalog(Catalog):
    """The cursor moves in a commit of its own, before the rows are kept."""

    def apply_page(self, feed: str, rows: Sequence[FeedRow], cursor: str, now: datetime, **how: Any) -> None:
        if rows:
            super().apply_page(feed, (), cursor, now, **how)
        super().apply_page(feed, rows, cursor, now, **how)


class MovesCursorFirst(ModelRegister):
    """What it loses would be found and read again by comparing feeds: this register compares none."""

    def make_catalog(self, connection: Any) -> Catalog:
        return HastyCatalog(connection, self._folder / "catalog.db")

    def make_agent(self) -> Agent:
        agent = super().make_agent()
        agent._agreeing.look = list  # type: ignore[method-assign]
        return agent


class SendsInASecondCommit(ModelRegister):
    """A sale is one commit and its document for headquarters the next."""

    def add_to_outbox(
        self, work: Work, uuid: str, text: str, waits_for: str | None, money_minor: int
    ) -> None:
        self._left = (uuid, text, waits_for, money_minor)

    def sell(self, which: int = 0) -> Said:
        said = super().sell(which)
        self._send()
        return said

    def order(self, *given: Any) -> Said:
        said = super().order(*given)
        self._send()
        return said

    def _send(self) -> None:
        uuid, text, waits_for, money_minor = self._left
        with unit_of_work(self.journal._connection):
            work = Work(self.journal._connection, self.clock)
            work.add_outbox(uuid, "transaction", text, waits_for, money_minor=money_minor)
        self.doom.go_on()


class ForgetfulJournal(Journal):
    """What was acknowledged is done with, whatever becomes of headquarters."""

    def offer_again(self) -> int:
        return 0


class OffersNothingAgain(ModelRegister):
    def make_journal(self, connection: Any) -> Journal:
        return ForgetfulJournal(connection, self._folder, self.clock)
