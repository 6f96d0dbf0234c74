"""The carrier itself: it looks at the situation, does what the plan says, and tries again what failed."""

import logging
import random
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from channel_db.catalog.repository import Catalog
from channel_db.journal.repository import Journal
from channel_db.printed import numbers_above
from retail.clock import Clock, stamp
from retail.wire.protocol import BATCH_MAX
from retail.wire.tally import REFUSED_MAX, Difference, RefusedRow, refused_row
from sync_agent.backoff import CONTACT_CAP_SECONDS, DOCUMENT_CAP_SECONDS, next_try
from sync_agent.bringing_back import BringingBack
from sync_agent.download import Downloader, Progress, Received
from sync_agent.errors import (
    HqBusy,
    HqFailed,
    HqFault,
    HqRefused,
    HqUnreachable,
    NewIncarnation,
    TokenRefused,
)
from sync_agent.hq_client import HqClient
from sync_agent.patrol import Patrol
from sync_agent.planning import CALM, Action, Pace, Probe, Pull, Push, Situation, Tidy, Trouble, plan
from sync_agent.signed_rows import SignedRows
from sync_agent.tallying import Tallying
from sync_agent.upload import OWNER, Sent, Uploader
from sync_agent.watched_hq import WatchedHq

KEPT_DAYS = 30
"""Acknowledged documents are kept so long: headquarters' backups are not older."""

log = logging.getLogger(__name__)


class Agent:
    """Carries between one channel database and headquarters; one thread uses it, `stop` may come from another."""

    def __init__(
        self,
        *,
        client: HqClient,
        journal: Journal,
        catalog: Catalog,
        clock: Clock,
        randomness: random.Random,
        pace: Pace,
        progress: Progress,
    ) -> None:
        self._client = client
        self._journal = journal
        self._catalog = catalog
        self._clock = clock
        self._random = randomness
        self._pace = pace
        self._hq = WatchedHq(client, catalog, clock, failed=self._lost, worked=self._heard)
        self._tallying = Tallying(journal)
        self._bringing_back = BringingBack(journal, self._hq, clock)
        self._uploader = Uploader(journal, self._hq, clock, randomness)
        signed = SignedRows(self._hq)
        self._patrol = Patrol(catalog, signed)
        self._downloader = Downloader(catalog, self._hq, clock, progress, signed)
        self._stopping = False
        self._is_asked = False
        self._journal_seen: int | None = None
        self._last: dict[str, datetime] = {}
        self._trouble: dict[str, Trouble] = {}
        self._awaited: set[str] = set()
        self._awaiting_since: datetime | None = None
        self._hq_time: datetime | None = None
        # There is one agent a folder: what is leased to it now, a killed one left behind.
        journal.release_leases(OWNER)

    def turn(self) -> None:
        """Look, decide, act. What the machine or a bug gets in the way of is tried again later."""
        is_asked, self._is_asked = self._is_asked, False
        trouble = self._trouble.get(Probe.activity)
        for action in plan(self._situation(is_asked=is_asked), self._pace):
            try:
                self._do(action)
            except Exception:
                log.exception("%s failed", action)
                self._ended(action.activity, HqBusy("This register is in trouble; its log says why"))
            if self._trouble.get(Probe.activity) not in (None, trouble):
                return  # the contact was lost just now: what else was planned would only wait for it

    def push_now(self) -> Sent:
        """Send all that waits, also what was set aside or would wait for its next try."""
        self._uploader.offer_attention_again()
        return self._push(BATCH_MAX, force=True)

    def pull_now(self) -> Received:
        """Read every feed to its end."""
        return self._pull()

    def probe(self) -> HqFault | None:
        """Ask headquarters whether it is there; why not, if it is not."""
        try:
            self._say_hello()
        except NewIncarnation as fault:
            self._start_again(fault.incarnation)
        except HqFault as fault:
            return fault
        return None

    @property
    def offline_by(self) -> str:
        """Who had the register work offline; empty where nobody has."""
        return self._journal.offline_by()

    def hurry(self) -> None:
        """Do everything at the next turn, whatever the back-off says; may come from another thread."""
        self._is_asked = True

    def stop(self) -> None:
        """Give the call in progress up and do no more; may come from another thread."""
        self._stopping = True
        self._client.interrupt()

    def _situation(self, *, is_asked: bool = False) -> Situation:
        return Situation(
            now=self._clock.now(),
            waiting=self._journal.waiting().count,
            outbox_changed=self._journal.changes() != self._journal_seen,
            is_asked=is_asked,
            is_offline_by_choice=bool(self.offline_by),
            last_push_at=self._last.get(Push.activity),
            last_pull_at=self._last.get(Pull.activity),
            last_tidy_at=self._last.get(Tidy.activity),
            awaiting_since=self._awaiting_since if self._awaited else None,
            contact=self._trouble.get(Probe.activity, CALM),
            push=self._trouble.get(Push.activity, CALM),
            pull=self._trouble.get(Pull.activity, CALM),
        )

    def _do(self, action: Action) -> None:
        match action:
            case Probe():
                self.probe()
            case Tidy():
                self._tidy()
            case Push(limit, force):
                self._push(limit, force=force)
            case Pull():
                self._poll()

    def _push(self, limit: int, *, force: bool = False, rounds_max: int | None = None) -> Sent:
        self._journal_seen = self._journal.changes()
        sent = self._uploader.push(
            limit, self._sending, force=force, may_go_on=self._may_go_on, rounds_max=rounds_max
        )
        self._ended(Push.activity, sent.fault)
        if sent.unnumbered:
            self._awaited |= sent.unnumbered
            self._awaiting_since = self._clock.now()
        return sent

    def _poll(self) -> None:
        try:
            news = self._say_hello()
        except HqFault as fault:
            self._ended(Pull.activity, fault)
        else:
            self._pull(news)

    def _say_hello(self) -> Sequence[str] | None:
        """Hear whether headquarters is there, and let it compare what it holds with what this register knows.

        What the P-job asks for goes at once, also what would wait. Gives back the feeds that have news; None where
        headquarters does not say.
        """
        tally = self._tallying.now(self._client.epoch, self._refused())
        oldest = min(self._catalog.contact().received.values(), default="")
        heard = self._hq.hello(tally, oldest, self._journal.layout_shown(), self._catalog.cursors())
        with suppress(ValueError):
            self._hq_time = datetime.fromisoformat(heard.now)
        self._heed(heard.differences)
        if heard.tally_wanted:
            try:
                self._heed(self._hq.tell(tally).differences)
            except (HqRefused, HqFailed) as fault:
                log.warning("headquarters does not take this register's tally: %s", fault.message)
        if heard.upload_asked:
            self.push_now()
        self._bringing_back.run(self._client.epoch)
        return heard.news

    def _refused(self) -> tuple[RefusedRow, ...]:
        """What headquarters sent and this register cannot use."""
        unfit = self._catalog.set_aside()[:REFUSED_MAX]
        return tuple([refused_row(each.feed, each.key, each.why) for each in unfit])

    def _heed(self, differences: Sequence[Difference] | None) -> None:
        """Where headquarters has numbers that the journal does not know, the register is to go on above them."""
        for each in differences or ():
            if each.kind == "last":
                self._journal.printed.raise_to(numbers_above(each.theirs))

    def _pull(self, news: Sequence[str] | None = None) -> Received:
        received = self._downloader.pull(news, between=self._push_what_waits, may_go_on=self._may_go_on)
        self._ended(Pull.activity, received.fault)
        if received.fault is None:
            self._look_through()
        self._awaited = {each for each in self._awaited if not self._is_numbered(each)}
        return received

    def _look_through(self) -> None:
        """Look whether the catalogue is as it was kept, a part of it each time."""
        feed, damaged = self._patrol.go_on()
        if damaged:
            log.error("feed %s: %d rows are not as they were kept; it is fetched anew", feed, len(damaged))
            self._downloader.mend(feed)

    def _is_numbered(self, id: str) -> bool:
        """Whether headquarters has published this customer or order: it does so when it has a number."""
        return self._catalog.customer(id) is not None or self._catalog.order(id) is not None

    def _push_what_waits(self) -> None:
        """Between two pages: a long first load must not hold up the sales made meanwhile, nor they the load. Where
        there is always something to send, one round of it goes with each page.
        """
        for action in plan(self._situation(), self._pace):
            if isinstance(action, Push):
                self._push(action.limit, rounds_max=1)

    def _tidy(self) -> None:
        now = self._clock.now()
        self._last[Tidy.activity] = now
        self._uploader.offer_attention_again()
        if self._hq_time is not None:
            # A clock set ahead here must not forget what the backups of headquarters may lack.
            self._journal.purge(min(now, self._hq_time) - timedelta(days=KEPT_DAYS), self._hq_time)
        self._journal.keep_copy(now.date())
        self._tallying.prove()

    def _start_again(self, incarnation: str) -> None:
        """Headquarters may have lost what it had: offer it again, read it all again, and only then know it."""
        offered = self._journal.offer_again()
        log.warning(
            "headquarters is another one now: %s; %d documents are offered again", incarnation, offered
        )
        self._downloader.start_again()
        self._catalog.keep_contact(replace(self._catalog.contact(), incarnation=incarnation))

    def _sending(self, count: int, accepted: int) -> None:
        contact = replace(self._catalog.contact(), sending=count)
        if accepted:
            contact = replace(contact, last_sent_at=stamp(self._clock.now()))
        self._catalog.keep_contact(contact)

    def _may_go_on(self) -> bool:
        return not self._stopping

    def _heard(self) -> None:
        self._trouble.pop(Probe.activity, None)

    def _lost(self, fault: HqFault) -> None:
        log.warning("a call failed: %s", fault.message)
        self._trouble[Probe.activity] = self._next(Probe.activity, CONTACT_CAP_SECONDS, fault)

    def _ended(self, activity: str, fault: HqFault | None) -> None:
        self._last[activity] = self._clock.now()
        if fault is None:
            self._trouble.pop(activity, None)
        elif isinstance(fault, NewIncarnation):
            self._start_again(fault.incarnation)
        elif isinstance(fault, HqUnreachable) and not isinstance(fault, HqBusy):
            # The contact waits already; once it is back there is nothing more to wait for.
            self._trouble[activity] = Trouble(self._trouble.get(activity, CALM).failures + 1)
        else:
            is_refused = isinstance(fault, HqRefused | TokenRefused)
            cap_seconds = DOCUMENT_CAP_SECONDS if is_refused else CONTACT_CAP_SECONDS
            self._trouble[activity] = self._next(activity, cap_seconds, fault)

    def _next(self, activity: str, cap_seconds: float, fault: HqFault) -> Trouble:
        failures = self._trouble.get(activity, CALM).failures + 1
        at = next_try(self._clock.now(), failures, self._random, cap_seconds, fault.retry_after_seconds)
        return Trouble(failures, at)
