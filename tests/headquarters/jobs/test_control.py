"""Jobs that people watch, stop and pause: what was done stays done, and a paused job is left alone by the schedule."""

from dataclasses import replace
from threading import Event, Thread

import pytest
from sqlalchemy import delete, select

from headquarters.context import Headquarters
from headquarters.errors import Refusal
from headquarters.feeds.models import Change
from headquarters.jobs import progress, service, telling
from headquarters.jobs.models import JobPlan, JobSession
from headquarters.jobs.plans import keep_plan
from headquarters.jobs.schedule import run_if_needed
from headquarters.jobs.service import JOBS, cancel_run, run_job, start_job
from headquarters.jobs.work import Done, waiting_count
from tests.headquarters.conftest import Books
from tests.headquarters.shop import sent

LATER = ("1040", "1060", "1070", "1090", "1110")


def sessions(books: Books) -> list[JobSession]:
    with books.parts.database.reading() as session:
        return list(session.scalars(select(JobSession).order_by(JobSession.id)))


def test_every_job_of_the_documents_is_there_and_those_a_new_headquarters_needs_are_scheduled() -> None:
    assert list(JOBS) == [
        "p-job",
        "synchronize-customers",
        "synchronize-orders",
        "1010",
        *LATER,
        "import-files",
        "post-statements",
        "find-duplicates",
        "erase-customers",
    ]
    assert [job.name for job in JOBS.values() if not job.is_scheduled] == [*LATER, "post-statements"]


@pytest.mark.parametrize(("job", "feeds"), [
    ("1040", {"products": 1, "prices": 1, "promotions": 1}), ("1060", {"staff": 1, "layouts": 1}),
    ("1070", {"settings": 3}), ("1090", {"settings": 3, "layouts": 1}), ("1110", {"settings": 3, "promotions": 1}),
])  # fmt: skip
def test_a_job_that_tells_says_what_its_feeds_lack_and_nothing_twice(
    books: Books, job: str, feeds: dict[str, int]
) -> None:
    with books.parts.database.writing() as session:
        session.execute(delete(Change))

    first, again = books.job(job), books.job(job)

    with books.parts.database.reading() as session:
        told = [each.feed for each in session.scalars(select(Change))]
    assert {feed: told.count(feed) for feed in set(told)} == feeds
    assert (first.rows, first.errors, again.rows) == (sum(feeds.values()), 0, 0)
    assert first.size_bytes > 0


def test_a_session_says_how_many_rows_and_bytes_were_posted(books: Books) -> None:
    paper = books.enrol()
    documents = [sent(paper.sale()), sent(paper.sale())]
    books.upload(*documents)

    done = books.job("synchronize-orders")

    assert (done.rows, done.size_bytes, done.errors) == (2, sum(len(each["text"]) for each in documents), 0)
    assert done.note == ""


def test_a_cancelled_run_stops_after_its_unit_of_work_and_keeps_what_was_done(
    books: Books, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Cancelling(progress.Progress):
        def add(self, rows: int, size_bytes: int, errors: int = 0) -> None:
            with books.parts.database.writing() as session:
                cancel_run(session, sessions(books)[-1].id, "Ada")
            super().add(rows, size_bytes, errors)

    monkeypatch.setattr(telling, "Progress", Cancelling)
    with books.parts.database.writing() as session:
        session.execute(delete(Change))

    done = books.job("1040")

    assert done.note == "Cancelled by Ada. What was done is done."
    assert (done.rows, done.errors) == (2, 0)
    assert done.ended_at is not None
    assert books.feed("products") != {}
    assert books.feed("promotions") == {}
    with books.parts.database.writing() as session, pytest.raises(Refusal, match="has ended"):
        cancel_run(session, done.id, "Ada")


def test_a_paused_job_is_left_alone_by_the_schedule_and_runs_by_hand(books: Books) -> None:
    books.upload(sent(books.enrol().sale()))
    with books.parts.database.writing() as session:
        keep_plan(
            session, JobPlan(job="synchronize-orders", pace_seconds=None, paused_by="Ada", paused_at="now")
        )
        assert waiting_count(session, "synchronize-orders") == 1

    run_if_needed(books.parts, "synchronize-orders")
    assert sessions(books) == []

    assert run_job(books.parts, "synchronize-orders", "Ada").rows == 1


def test_whoever_starts_a_long_job_does_not_wait_for_its_end(
    books: Books, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "MOMENT_SECONDS", 0.01)
    threads: list[Thread] = []

    class Seen(Thread):
        def start(self) -> None:
            threads.append(self)
            super().start()

    monkeypatch.setattr(service, "Thread", Seen)
    may_end, job = Event(), JOBS["1070"]

    def work(headquarters: Headquarters, run: int) -> Done:
        may_end.wait()
        return job.work(headquarters, run)

    monkeypatch.setitem(JOBS, "1070", replace(job, work=work))
    start_job(books.parts, "1070", "Ada")
    assert threads[0].is_alive()
    may_end.set()
    threads[0].join()

    (done,) = sessions(books)
    assert (done.job, done.started_by, done.ended_at is not None) == ("1070", "Ada", True)
    monkeypatch.setattr(service, "MOMENT_SECONDS", 60)
    with books.parts.database.claim("job 1070"), pytest.raises(Refusal, match="is running already"):
        start_job(books.parts, "1070", "Ada")
