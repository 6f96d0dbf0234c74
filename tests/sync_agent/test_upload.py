"""Only what a whole reply names is acknowledged; whatever happens, nothing is lost and nothing stays leased."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from channel_db.journal.outbox import OutboxEntry
from channel_db.journal.repository import Journal
from channel_db.unit_of_work import driver_of
from retail.wire.orders import order_values
from retail.wire.protocol import BATCH_MAX, UploadResult
from sync_agent.errors import (
    DocumentsRefused,
    HqBusy,
    HqFailed,
    HqFault,
    HqRefused,
    HqUnreachable,
    NetworkAsksForLogin,
    NewIncarnation,
    ReplyBroken,
    TokenRefused,
)
from sync_agent.planning import BATCH_BYTES
from sync_agent.upload import OWNER, Sent, Uploader
from tests.channel_db.making import SetClock, customer, uuid
from tests.sync_agent.carrying import Answering, ToldHq, journal_with, stored


class Carrying:
    """One journal, one headquarters, and the uploader between them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = SetClock()
        self.hq = ToldHq()
        self.journals: list[Journal] = []
        self.sending: list[tuple[int, int]] = []

    def keep(self, **documents: int) -> Journal:
        self.journal = journal_with(self.folder, self.clock, **documents)
        self.journals.append(self.journal)
        self.uploader = Uploader(self.journal, self.hq, self.clock, random.Random(1))
        return self.journal

    def push(self, limit: int = BATCH_MAX, *, force: bool = False) -> Sent:
        return self.uploader.push(limit, lambda *counts: self.sending.append(counts), force=force)

    def states(self) -> dict[str, str]:
        return {entry.uuid: str(entry.state) for entry in self.journal.outbox()}

    def errors(self) -> set[str]:
        return {entry.last_error for entry in self.journal.outbox()}


@pytest.fixture
def carrying(tmp_path: Path) -> Iterator[Carrying]:
    carrying = Carrying(tmp_path)
    yield carrying
    for journal in carrying.journals:
        assert all(entry.leased_until is None for entry in journal.outbox()), "a lease was left behind"
        journal.close()


CUSTOMER, OTHER = customer(1).id, customer(2).id
SALE, SECOND, THIRD = uuid(2, 1), uuid(2, 2), uuid(2, 3)


def refusing(fault: HqFault, *uuids: str) -> Answering:
    """Answers as it should, but refuses a call that carries one of these documents."""

    def answering(entries: Sequence[OutboxEntry]) -> list[UploadResult]:
        if not uuids or {entry.uuid for entry in entries} & set(uuids):
            raise fault
        return stored(entries)

    return answering


def test_everything_is_sent_in_the_order_it_was_made(carrying: Carrying) -> None:
    carrying.keep(customers=2, sales=2, orders=1)

    sent = carrying.push()

    assert (sent.accepted, sent.refused, sent.fault) == (5, 0, None)
    assert carrying.hq.batches == [[CUSTOMER, OTHER, SALE, SECOND, THIRD]]
    assert carrying.states() == {}
    assert carrying.sending == [(5, 0), (0, 5)]


def test_an_empty_outbox_asks_nobody(carrying: Carrying) -> None:
    carrying.keep()

    assert carrying.push() == Sent()
    assert carrying.hq.batches == []
    assert carrying.sending == []


def test_a_limit_makes_more_calls(carrying: Carrying) -> None:
    carrying.keep(sales=5)

    assert carrying.push(limit=2).accepted == 5
    assert [len(batch) for batch in carrying.hq.batches] == [2, 2, 1]


def test_a_large_document_goes_alone(carrying: Carrying) -> None:
    journal = carrying.keep(sales=2)
    with journal.unit_of_work() as work:
        work.add_outbox(uuid(5, 1), "transaction", "x" * (BATCH_BYTES + 1))
        work.add_outbox(uuid(5, 2), "transaction", "y")

    assert carrying.push().accepted == 4
    assert carrying.hq.batches == [[SALE, SECOND], [uuid(5, 1)], [uuid(5, 2)]]


@pytest.mark.parametrize("outcome", ["stored", "known", "parked"])
def test_what_headquarters_keeps_is_done(outcome: str, carrying: Carrying) -> None:
    carrying.keep(sales=1)
    carrying.hq.answering = lambda entries: [
        UploadResult.model_validate({"id": entry.uuid, "outcome": outcome}) for entry in entries
    ]

    assert carrying.push().accepted == 1
    assert carrying.states() == {}


def test_a_quarantined_document_needs_attention_and_the_others_go_on(carrying: Carrying) -> None:
    carrying.keep(sales=2)
    carrying.hq.answering = lambda entries: [
        UploadResult(id=SALE, outcome="quarantined", reason="other content"),
        UploadResult(id=SECOND, outcome="stored"),
    ]

    sent = carrying.push()

    assert (sent.accepted, sent.refused) == (1, 1)
    assert carrying.states() == {SALE: "attention"}
    assert carrying.errors() == {"other content"}


def test_only_what_the_reply_names_is_acknowledged(carrying: Carrying) -> None:
    carrying.keep(sales=3)
    stranger = UploadResult(id=uuid(7, 7), outcome="stored")
    carrying.hq.answering = lambda entries: [*stored(entries[:1]), stranger, *stored(entries[2:])]

    sent = carrying.push()

    assert sent.accepted == 2
    assert carrying.states() == {SECOND: "waiting"}
    assert carrying.errors() == {"Headquarters' reply does not name it"}
    assert len(carrying.hq.batches) == 1, "what was not named waits for its next try"


FAULTS = [
    HqUnreachable("no line"),
    HqBusy("not now"),
    NetworkAsksForLogin("login"),
    ReplyBroken("cut"),
    TokenRefused("who are you"),
    HqRefused("no such call"),
    NewIncarnation("two"),
]


def test_the_code_of_headquarters_answer_is_kept_beside_its_words(carrying: Carrying) -> None:
    carrying.keep(customers=1)
    fault = HqBusy("not now")
    fault.status = 503
    carrying.hq.answering = refusing(fault)

    carrying.push()

    assert carrying.errors() == {"not now (HTTP 503)"}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
def test_a_lost_call_leaves_everything_waiting_with_the_reason(fault: HqFault, carrying: Carrying) -> None:
    carrying.keep(customers=1, sales=2, orders=1)
    carrying.hq.answering = refusing(fault)

    sent = carrying.push(limit=2)

    assert (sent.accepted, sent.refused, sent.fault) == (0, 0, fault)
    assert set(carrying.states().values()) == {"waiting"}
    assert carrying.errors() == {str(fault)}
    assert len(carrying.hq.batches) == 1

    carrying.hq.answering = stored
    assert carrying.push().accepted == 4, "it is not the documents' fault: nothing waits for a next try"


def test_what_got_through_before_the_line_broke_stays_acknowledged(carrying: Carrying) -> None:
    carrying.keep(sales=3)
    carrying.hq.answering = refusing(HqUnreachable("no line"), SECOND)

    sent = carrying.push(limit=1)

    assert sent.accepted == 1
    assert set(carrying.states()) == {SECOND, THIRD}


@pytest.mark.parametrize("place", [1, 2, 100, 200])
def test_an_unreadable_document_is_found_set_aside_and_holds_up_nobody(
    place: int, carrying: Carrying
) -> None:
    carrying.keep(sales=200)
    culprit = uuid(2, place)
    carrying.hq.answering = refusing(DocumentsRefused("it cannot be read"), culprit)

    sent = carrying.push()

    assert (sent.accepted, sent.refused, sent.fault) == (199, 1, None)
    assert carrying.states() == {culprit: "attention"}
    assert carrying.errors() == {"it cannot be read"}
    assert len(carrying.hq.batches) < 20


def test_a_document_that_waits_alone_is_set_aside_too(carrying: Carrying) -> None:
    carrying.keep(sales=1)
    carrying.hq.answering = refusing(DocumentsRefused("it cannot be read"))

    assert carrying.push().refused == 1
    assert carrying.states() == {SALE: "attention"}


def test_when_everything_is_refused_it_is_not_the_documents(carrying: Carrying) -> None:
    carrying.keep(sales=50)
    carrying.hq.answering = refusing(DocumentsRefused("I read nothing today"))

    sent = carrying.push()

    assert isinstance(sent.fault, DocumentsRefused)
    assert sent.refused == 0
    assert set(carrying.states().values()) == {"waiting"}


def test_two_documents_that_are_both_refused_prove_nothing(carrying: Carrying) -> None:
    carrying.keep(sales=2)
    carrying.hq.answering = refusing(DocumentsRefused("I read nothing today"))

    sent = carrying.push()

    assert isinstance(sent.fault, DocumentsRefused)
    assert set(carrying.states().values()) == {"waiting"}


def test_a_refused_customer_with_their_order_is_set_aside_and_the_order_waits(carrying: Carrying) -> None:
    carrying.keep(customers=1, orders=1)
    carrying.hq.answering = refusing(DocumentsRefused("it cannot be read"), CUSTOMER)

    assert carrying.push().refused == 1
    assert carrying.states() == {CUSTOMER: "attention", SALE: "waiting"}
    assert carrying.push(force=True).accepted == 0


def test_a_document_headquarters_breaks_over_waits_alone_and_is_tried_again(carrying: Carrying) -> None:
    carrying.keep(sales=10)
    carrying.hq.answering = refusing(HqFailed("status 500"), THIRD)

    first = carrying.push()

    assert (first.accepted, first.refused) == (9, 1)
    assert carrying.states() == {THIRD: "waiting"}
    carrying.hq.answering = stored
    assert carrying.push().accepted == 0, "its next try is not due"
    carrying.clock.go_on(seconds=301)
    assert carrying.push().accepted == 1


def test_a_broken_headquarters_is_not_asked_once_a_document(carrying: Carrying) -> None:
    carrying.keep(sales=200)
    carrying.hq.answering = refusing(HqFailed("status 500"))

    sent = carrying.push()

    assert isinstance(sent.fault, HqFailed)
    assert len(carrying.hq.batches) <= 12


@pytest.mark.parametrize(
    "fault", [DocumentsRefused("it cannot be read"), HqFailed("status 500")], ids=["refused", "failed"]
)
def test_what_depends_on_a_document_at_fault_waits_for_it(fault: HqFault, carrying: Carrying) -> None:
    carrying.keep(customers=2, sales=1, orders=1)
    order = uuid(2, 2)
    carrying.hq.answering = refusing(fault, CUSTOMER)

    sent = carrying.push()

    assert sent.accepted == 2
    assert set(carrying.states()) == {CUSTOMER, order}
    assert carrying.states()[order] == "waiting"
    assert not any(order in batch and CUSTOMER not in batch for batch in carrying.hq.batches)


def test_force_does_not_wait_for_a_next_try(carrying: Carrying) -> None:
    carrying.keep(sales=1)
    carrying.hq.answering = refusing(HqFailed("status 500"))
    carrying.push()
    carrying.hq.answering = stored

    assert carrying.push().accepted == 0
    assert carrying.push(force=True).accepted == 1


def test_what_was_set_aside_can_be_offered_again(carrying: Carrying) -> None:
    carrying.keep(sales=1)
    carrying.hq.answering = refusing(DocumentsRefused("it cannot be read"))
    carrying.push()
    carrying.hq.answering = stored

    assert carrying.push(force=True).accepted == 0
    carrying.uploader.offer_attention_again()
    assert carrying.push().accepted == 1


def test_offering_again_reads_no_document_however_much_waits(carrying: Carrying) -> None:
    said: list[str] = []
    driver_of(carrying.keep(sales=3)._connection).set_trace_callback(said.append)

    carrying.uploader.offer_attention_again()

    assert [words.split()[0] for words in said] == ["BEGIN", "UPDATE", "COMMIT"]


def test_what_the_register_sends_itself_is_left_alone(carrying: Carrying) -> None:
    journal = carrying.keep(sales=1)
    until = carrying.clock.now() + timedelta(seconds=5)
    with journal.unit_of_work() as work:
        work.add_outbox(uuid(5, 1), "transaction", "x", leased_by="register", leased_until=until.isoformat())

    carrying.push()

    assert carrying.hq.batches == [[SALE]]
    carrying.clock.go_on(seconds=6)
    assert carrying.push().accepted == 1


def test_an_outbox_of_any_size_leaves_only_the_newest_numbers_to_be_awaited(
    carrying: Carrying, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sync_agent.upload.AWAITED_MAX", 3)
    carrying.keep(customers=5)

    assert list(carrying.push(limit=2).unnumbered) == [customer(each).id for each in (3, 4, 5)]


def test_it_stops_between_two_rounds(carrying: Carrying) -> None:
    carrying.keep(sales=250)
    answers = iter([True, False])

    sent = carrying.uploader.push(BATCH_MAX, lambda *_: None, may_go_on=lambda: next(answers))

    assert sent.accepted == BATCH_MAX
    assert carrying.journal.waiting().count == 50


def test_an_account_and_a_number_that_come_with_the_reply_are_kept(carrying: Carrying) -> None:
    journal = carrying.keep(customers=1, orders=1)
    made = journal.order(uuid(3, 1))
    assert made is not None
    numbered = order_values(replace(made.state, number="SO-7"))
    carrying.hq.answering = lambda entries: [
        UploadResult(id=CUSTOMER, outcome="stored", account="C-7"),
        UploadResult(id=made.made_by, outcome="stored", number="SO-7", order=numbered),
    ]

    carrying.push()

    kept_customer, kept_order = journal.customer(CUSTOMER), journal.order(uuid(3, 1))
    assert kept_customer is not None
    assert kept_order is not None
    assert (kept_customer.account, kept_order.state.number) == ("C-7", "SO-7")


def test_a_killed_agents_leases_are_let_go(carrying: Carrying) -> None:
    journal = carrying.keep(sales=1)
    now = carrying.clock.now()
    assert journal.lease(now, 10, OWNER, now + timedelta(hours=1))
    assert carrying.push().accepted == 0

    journal.release_leases(OWNER)

    assert carrying.push().accepted == 1
