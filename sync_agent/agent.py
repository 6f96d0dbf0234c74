"""The carrier itself: it looks at the situation, does what the plan says, and tries again what failed."""

import logging
import random
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from channel_db.catalog.repository import Catalog
from channel_db.journal.outbox import KEPT_DAYS
from channel_db.journal.repository import Journal
from channel_db.printed import numbers_above
from retail.clock import Clock, stamp
from retail.wire.protocol import BATCH_MAX, HelloReply
from retail.wire.tally import REFUSED_MAX, Difference, RefusedRow, Tally, refused_row
from sync_agent.agreeing import Agreeing
from sync_agent.awaiting import Awaiting
from sync_agent.backoff import CONTACT_CAP_SECONDS, DOCUMENT_CAP_SECONDS, contact_cap_seconds, next_try
from sync_agent.bringing_back import BringingBack
from sync_agent.copying import Copying
from sync_agent.download import Downloader, Progress, Received
from sync_agent.erasing import Erasing
from sync_agent.errors import (
    HqBusy,
    HqFailed,
    HqFault,
    HqRefused,
    HqUnreachable,
    NewIncarnation,
    ReplyBroken,
    TokenRefused,
)
from sync_agent.hq_client import HqClient
from sync_agent.numbering import Numbering
from sync_agent.patrol import Patrol
from sync_agent.pictures import Pictures
from sync_agent.planning import CALM, Action, Pace, Probe, Pull, Push, Situation, Tidy, Trouble, plan
from sync_agent.signed_rows import SignedRows
from sync_agent.tallying import Tallying
from sync_agent.upload import OWNER, Sent, Uploader
from sync_agent.waiting import Saying, WaitingHello
from sync_agent.watched_hq import WatchedHq

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
        self._copying = Copying(journal, self._hq)
        self._bringing_back = BringingBack(journal, self._hq, clock)
        self._uploader = Uploader(journal, self._hq, clock, randomness)
        signed = SignedRows(self._hq)
        self._patrol = Patrol(catalog, signed)
        self._numbering = Numbering(journal, self._hq.customers)
        self._downloader = Downloader(catalog, self._hq, clock, progress, signed, journal.was_used)
        self._agreeing = Agreeing(catalog, self._hq, self._downloader, clock)
        self._erasing = Erasing(journal, catalog, clock)
        self._pictures = Pictures(catalog, client, clock)
        self._waiting = WaitingHello(randomness, pace.pull_seconds)
        self._told: Saying | None = None
        self._stopping = False
        self._is_asked = False
        self._journal_seen: int | None = None
        self._last: dict[str, datetime] = {}
        self._trouble: dict[str, Trouble] = {}
        self._lost_at: datetime | None = None
        self._awaiting = Awaiting(journal, catalog, clock)
        self._hq_time: datetime | None = None
        # There is one agent a folder: what is leased to it now, a killed one left behind.
        journal.release_leases(OWNER)

    def turn(self) -> None:
        """Look, decide, act. What the machine or a bug gets in the way of is tried again later."""
        is_asked, self._is_asked = self._is_asked, False
        self._look_at_wait()
        trouble = self._trouble.get(Probe.activity)
        for action in plan(self._situation(is_asked=is_asked), self._pace):
            try:
                self._do(action, is_asked=is_asked)
            except Exception:
                log.exception("%s failed", action)
                self._ended(action.activity, HqBusy("This register is in trouble; its log says why"))
            if self._trouble.get(Probe.activity) not in (None, trouble):
                return  # the contact was lost just now: what else was planned would only wait for it
        if not (self._stopping or self.offline_by or self._hq.is_slow or Probe.activity in self._trouble):
            self._pictures.go_on()

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
            awaiting_since=self._awaiting.since,
            contact=self._trouble.get(Probe.activity, CALM),
            push=self._trouble.get(Push.activity, CALM),
            pull=self._trouble.get(Pull.activity, CALM),
        )

    def _do(self, action: Action, *, is_asked: bool) -> None:
        match action:
            case Probe():
                self._look_again()
            case Tidy():
                self._tidy()
            case Push(limit, force):
                self._push(limit, force=force)
            case Pull():
                self._poll(may_wait=not is_asked)

    def _look_again(self) -> None:
        """Look whether headquarters is there again; a pull in whose middle the line went goes on by the same answer."""
        try:
            news = self._say_hello()
        except NewIncarnation as fault:
            self._start_again(fault.incarnation)
        except HqFault:
            return
        else:
            if self._trouble.get(Pull.activity, CALM).was_cut:
                self._push_what_waits()
                self._pull(news)

    def _push(self, limit: int, *, force: bool = False, rounds_max: int | None = None) -> Sent:
        self._journal_seen = self._journal.changes()
        sent = self._uploader.push(
            limit, self._sending, force=force, may_go_on=self._may_go_on, rounds_max=rounds_max
        )
        self._ended(Push.activity, sent.fault)
        self._awaiting.add(sent.unnumbered)
        return sent

    def _poll(self, *, may_wait: bool) -> None:
        """Hear what is new: at once, or, where this register has nothing to tell, once there is something."""
        if may_wait and self._is_left_to_wait():
            self._ended(Pull.activity, None)
            return
        try:
            news = self._say_hello()
        except HqFault as fault:
            self._ended(Pull.activity, fault)
        else:
            self._pull(news)

    def _is_left_to_wait(self) -> bool:
        """Whether a hello waits at headquarters that says how this register stands; where it may, one is begun."""
        saying = self._saying()
        if self._waiting.says(saying):
            return True
        if self._waiting.is_on or self._hq.is_slow or not saying.tells_the_same(self._told):
            return False
        seconds = self._waiting.seconds_to_ask()
        if not seconds:
            return False
        call = self._client.hello_that_waits(
            seconds, tally=saying.tally, data_from=self._oldest(), layout=saying.layout, read=saying.cursors
        )
        self._waiting.begin(call, saying, self._clock.now())
        return True

    def _look_at_wait(self) -> None:
        """Heed what a hello that waited was answered. One that was cut off is a call that got no answer."""
        if self._waiting.is_on and self.offline_by:
            self._waiting.drop()
            self._client.hang_up()
        if self._stopping or not self._waiting.is_over:
            return
        call, begun_at = self._waiting.end(), self._waiting.begun_at
        try:
            news = self._heard_at(self._hq.hello_that_waited(call))
        except HqFault as fault:
            if isinstance(fault, HqUnreachable | ReplyBroken):
                self._waiting.was_cut(self._clock.now())
            self._ended(Pull.activity, fault)
            return
        self._pull(news)
        if begun_at is not None:
            self._last[Pull.activity] = begun_at  # the pace goes from one hello to the next

    def _say_hello(self) -> Sequence[str] | None:
        """Hear whether headquarters is there, and let it compare what it holds with what this register knows.

        Gives back the feeds that have news; None where headquarters does not say.
        """
        self._waiting.drop()  # headquarters answers it as soon as it hears this one
        saying, self._told = self._saying(), None
        heard = self._hq.hello(saying.tally, self._oldest(), saying.layout, saying.cursors)
        news = self._heard_at(heard, saying.tally)
        self._told = saying
        return news

    def _heard_at(self, heard: HelloReply, tally: Tally | None = None) -> Sequence[str] | None:
        """Do what the answer to a hello asks for. What the P-job asks for goes at once, also what would wait."""
        self._waiting.offered(heard.wait_seconds)
        with suppress(ValueError):
            self._hq_time = datetime.fromisoformat(heard.now)
        self._heed(heard.differences)
        if heard.tally_wanted or self._copying.has_more:
            self._copying.go_on(self._may_go_on)
        if heard.tally_wanted:
            try:
                told = self._hq.tell(tally or self._saying().tally)
                self._heed(told.differences)
            except (HqRefused, HqFailed) as fault:
                log.warning("headquarters does not take this register's tally: %s", fault.message)
        if heard.upload_asked:
            self.push_now()
        self._bringing_back.run(self._client.epoch)
        return heard.news

    def _saying(self) -> Saying:
        tally = self._tallying.now(self._client.epoch, self._refused())
        return Saying(tally, self._journal.layout_shown(), self._catalog.cursors())

    def _oldest(self) -> str:
        return min(self._catalog.contact().received.values(), default="")

    def _refused(self) -> tuple[RefusedRow, ...]:
        """What headquarters sent and this register cannot use."""
        unfit = self._catalog.set_aside(REFUSED_MAX)
        return tuple([refused_row(each.feed, each.key, each.why, self._hq.version) for each in unfit])

    def _heed(self, differences: Sequence[Difference] | None) -> None:
        """Where headquarters has numbers that the journal does not know, the register is to go on above them."""
        for each in differences or ():
            if each.kind == "last":
                self._journal.printed.raise_to(numbers_above(each.theirs))

    def _pull(self, news: Sequence[str] | None = None) -> Received:
        received = self._read_feeds(news)
        if received.fault is None:
            self._look_through()
            again = self._compare_feeds()
            if again:
                received.add(self._read_feeds(again))
                self._compare_feeds()
            if self._downloader.keeps_no_customers():
                self._numbering.run()
            self._erasing.run()
        self._awaiting.look()
        return received

    def _read_feeds(self, news: Sequence[str] | None) -> Received:
        received = self._downloader.pull(news, between=self._push_what_waits, may_go_on=self._may_go_on)
        self._ended(Pull.activity, received.fault)
        return received

    def _compare_feeds(self) -> list[str]:
        """Which feeds are not what headquarters has; they are to be read now."""
        try:
            return self._agreeing.look()
        except HqFault as fault:
            self._ended(Pull.activity, fault)
            return []

    def _look_through(self) -> None:
        """Look whether the catalogue is as it was kept, a part of it each time."""
        feed, damaged = self._patrol.go_on()
        if damaged:
            log.error("feed %s: %d rows are not as they were kept; it is fetched anew", feed, len(damaged))
            self._downloader.mend(feed)

    def _push_what_waits(self) -> None:
        """Between two pages: a long first load must not hold up the sales made meanwhile, nor they the load. Where
        there is always something to send, one round of it goes with each page.
        """
        for action in plan(self._situation(), self._pace):
            if isinstance(action, Push):
                self._push(action.limit, rounds_max=1)

    def _tidy(self) -> None:
        now = self._clock.now()
        self._waiting.try_again()
        self._last[Tidy.activity] = now
        self._uploader.offer_attention_again()
        if self._hq_time is not None:
            # A clock set ahead here must not forget what the backups of headquarters may lack.
            self._journal.purge(min(now, self._hq_time) - timedelta(days=KEPT_DAYS), self._hq_time)
        self._journal.keep_copy(now.date())
        self._tallying.prove()

    def _start_again(self, incarnation: str) -> None:
        """Headquarters may have lost what it had: offer it again, and only then know it; read again what it has
        otherwise. A cursor of another life that an end of this program leaves here is refused and begins anew.
        """
        offered = self._journal.offer_again()
        log.warning(
            "headquarters is another one now: %s; %d documents are offered again", incarnation, offered
        )
        self._catalog.keep_contact(replace(self._catalog.contact(), incarnation=incarnation))
        self._agreeing.another_life()

    def _sending(self, count: int, accepted: int) -> None:
        contact = replace(self._catalog.contact(), sending=count)
        if accepted:
            contact = replace(contact, last_sent_at=stamp(self._clock.now()))
        self._catalog.keep_contact(contact)

    def _may_go_on(self) -> bool:
        return not self._stopping

    def _heard(self) -> None:
        trouble = self._trouble.pop(Probe.activity, CALM)
        self._lost_at = None
        self._waiting.is_proved(trouble.failures)

    def _lost(self, fault: HqFault) -> None:
        log.warning("a call failed: %s", fault.message)
        now = self._clock.now()
        self._lost_at = self._lost_at or now
        self._trouble[Probe.activity] = self._next(
            Probe.activity, contact_cap_seconds(now - self._lost_at), fault
        )

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
