"""Sending what waits: lease, send, acknowledge what a whole reply names, release the rest."""

import json
import logging
import random
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from typing import Protocol

from channel_db.journal.outbox import NOT_YET_TIMED, OutboxEntry
from channel_db.journal.repository import Journal
from retail.clock import Clock
from retail.wire.contents import HELD_BACK, version_of
from retail.wire.protocol import BATCH_MAX, UploadReply, UploadResult
from sync_agent.awaiting import AWAITED_MAX
from sync_agent.backoff import DOCUMENT_CAP_SECONDS, next_try
from sync_agent.errors import DocumentsRefused, HqFailed, HqFault, HqTooOld
from sync_agent.planning import batches, halves

OWNER = "agent"
LEASE_SECONDS = 600
REFUSALS_MAX = 12
"""Refused calls in a row after which it is not the documents: a batch of 200 is down to one after nine."""

log = logging.getLogger(__name__)


class Uploads(Protocol):
    """The one call of headquarters that sending needs, and the version of the protocol it is made in."""

    @property
    def version(self) -> int: ...

    def upload(self, entries: Sequence[OutboxEntry]) -> UploadReply: ...


@dataclass(slots=True)
class Sent:
    """What a push did; `fault` is what ended it early.

    `unnumbered` are the newest of the customers and orders that headquarters has now and gives a number by its jobs.
    """

    accepted: int = 0
    refused: int = 0
    unnumbered: deque[str] = field(default_factory=lambda: deque(maxlen=AWAITED_MAX))
    fault: HqFault | None = None


@dataclass(slots=True)
class _Round:
    """One lease on its way: the batches still to send, and the documents others must not overtake.

    `independent` counts the documents that need none of the others.
    """

    batches: deque[tuple[OutboxEntry, ...]]
    independent: int
    held: set[str] = field(default_factory=set)
    put_last: set[str] = field(default_factory=set)
    accepted: int = 0
    refusals_in_a_row: int = 0


class Uploader:
    """Sends the outbox of one journal; one thread uses it."""

    def __init__(self, journal: Journal, uploads: Uploads, clock: Clock, randomness: random.Random) -> None:
        self._journal = journal
        self._uploads = uploads
        self._clock = clock
        self._random = randomness

    def push(
        self,
        limit: int,
        sending: Callable[[int, int], None],
        *,
        force: bool = False,
        may_go_on: Callable[[], bool] = lambda: True,
        rounds_max: int | None = None,
    ) -> Sent:
        """Send everything that may be sent now, at most `limit` documents a call; or of it so many rounds of BATCH_MAX.

        `sending` is told how many are on their way and how many were accepted so far; `force` also sends what
        would wait for its next try. Whatever happens, a document is acknowledged only
        when a whole reply names it, and nothing stays leased.
        """
        sent = Sent()
        rounds = count() if rounds_max is None else range(rounds_max)
        for _ in rounds:
            if not may_go_on():
                break
            now = self._clock.now()
            until = now + timedelta(seconds=LEASE_SECONDS)
            entries = self._journal.lease(now, BATCH_MAX, OWNER, until, force=force)
            if not entries:
                break
            accepted_before = sent.accepted
            sending(len(entries), sent.accepted)
            try:
                self._send(entries, limit, sent)
            except Exception:
                self._journal.release_leases(OWNER)
                raise
            finally:
                sending(0, sent.accepted)
            # A round that left documents behind would lease the same ones again.
            if sent.fault is not None or sent.accepted - accepted_before < len(entries):
                break
        return sent

    def offer_attention_again(self) -> None:
        """Let documents that were set aside go once more: a person may have put things right at headquarters."""
        self._journal.unpark_all()

    def _send(self, entries: Sequence[OutboxEntry], limit: int, sent: Sent) -> None:
        uuids = {entry.uuid for entry in entries}
        independent = sum(entry.depends_on not in uuids for entry in entries)
        ahead = _Round(deque(batches(entries, limit)), independent)
        while ahead.batches:
            batch = self._without_those_that_wait(ahead.batches.popleft(), ahead)
            if not batch:
                continue
            try:
                reply = self._uploads.upload(batch)
            except HqTooOld:
                ahead.batches.appendleft(batch)  # which version it reads is known now
            except (DocumentsRefused, HqFailed) as fault:
                ahead.refusals_in_a_row += 1
                if ahead.refusals_in_a_row < REFUSALS_MAX:
                    self._narrow_down(batch, fault, ahead, sent)
                    continue
                self._give_up(batch, ahead, fault, sent)
            except HqFault as fault:
                self._give_up(batch, ahead, fault, sent)
            else:
                ahead.refusals_in_a_row = 0
                self._settle(batch, reply, ahead, sent)

    def _without_those_that_wait(
        self, batch: tuple[OutboxEntry, ...], ahead: _Round
    ) -> tuple[OutboxEntry, ...]:
        """The batch without what depends on a document that did not get through."""
        going: list[OutboxEntry] = []
        for entry in batch:
            if version_of(entry.text) > self._uploads.version:
                self._release([entry], HELD_BACK, is_at_fault=True)
                ahead.held.add(entry.uuid)
            elif entry.depends_on in ahead.held:
                self._release([entry], "It waits for the customer it needs")
                ahead.held.add(entry.uuid)
            else:
                going.append(entry)
        return tuple(going)

    def _narrow_down(self, batch: tuple[OutboxEntry, ...], fault: HqFault, ahead: _Round, sent: Sent) -> None:
        """Find the document at fault by sending halves; alone, it is put aside and the others go on."""
        if len(batch) > 1:
            ahead.batches.extendleft(reversed(halves(batch)))
            return
        entry = batch[0]
        ahead.held.add(entry.uuid)
        if isinstance(fault, HqFailed):
            sent.refused += 1
            self._release([entry], _noted(fault), is_at_fault=True)
            return
        if not ahead.accepted and ahead.independent > 1:
            # Nothing got through yet: whether it is this document shows when another one does, or none.
            if entry.uuid in ahead.put_last:
                self._give_up(batch, ahead, fault, sent)
            else:
                ahead.put_last.add(entry.uuid)
                ahead.batches.append(batch)
            return
        sent.refused += 1
        log.warning("document %s needs attention: %s", entry.uuid, fault.message)
        self._journal.park(entry.uuid, _noted(fault))

    def _give_up(self, batch: tuple[OutboxEntry, ...], ahead: _Round, fault: HqFault, sent: Sent) -> None:
        left = [*batch, *(entry for each in ahead.batches for entry in each)]
        ahead.batches.clear()
        self._release(left, _noted(fault))
        sent.fault = fault

    def _settle(self, batch: tuple[OutboxEntry, ...], reply: UploadReply, ahead: _Round, sent: Sent) -> None:
        named = {result.id: result for result in reply.results}
        results = [named[entry.uuid] for entry in batch if entry.uuid in named]
        sent.unnumbered.extend(unnumbered([(each, named[each.uuid]) for each in batch if each.uuid in named]))
        self._journal.acknowledge(results, NOT_YET_TIMED)
        for result in results:
            if result.reason:
                log.warning("document %s is %s: %s", result.id, result.outcome, result.reason)
            if result.outcome == "quarantined":
                sent.refused += 1
                ahead.held.add(result.id)
            else:
                sent.accepted += 1
                ahead.accepted += 1
        for entry in batch:
            if entry.uuid not in named:
                ahead.held.add(entry.uuid)
                self._release([entry], "Headquarters' reply does not name it", is_at_fault=True)

    def _release(self, entries: Sequence[OutboxEntry], error: str, *, is_at_fault: bool = False) -> None:
        """Give the leases back. Only a document that is itself at fault has to wait for its next try."""
        now = self._clock.now()
        attempts = max(entry.attempts for entry in entries) + 1
        not_before = next_try(now, attempts, self._random, cap_seconds=DOCUMENT_CAP_SECONDS)
        uuids = [entry.uuid for entry in entries]
        self._journal.release(uuids, now, error, not_before if is_at_fault else now)


def unnumbered(answered: Sequence[tuple[OutboxEntry, UploadResult]]) -> list[str]:
    """The ids of the customers and orders that were made by these documents and whose number is still to come."""
    ids = []
    for entry, result in answered:
        is_numbered = result.account is not None or result.number is not None
        if is_numbered or result.outcome not in ("stored", "known"):
            continue
        if entry.kind == "customer":
            ids.append(entry.uuid)
        elif entry.kind == "transaction" and (order := _order_in(entry.text)):
            ids.append(order)
    return ids


def _order_in(text: str) -> str:
    """The id of the order that this transaction is the whole of; "" where it is of none, or none can be read in it."""
    try:
        order = json.loads(text).get("order")
    except ValueError:
        return ""  # headquarters parks what it cannot read either: no number comes
    return "" if order is None else str(order["id"])


def _noted(fault: HqFault) -> str:
    """What is kept with a document that was not taken: the words, and the code for who looks into it."""
    return f"{fault.message} (HTTP {fault.status})" if fault.status else str(fault.message)
