"""Jobs run by name, one run at a time, and every run that did something leaves a session."""

import pytest
from sqlalchemy import select

from headquarters.devices.service import note_contact
from headquarters.errors import Refusal
from headquarters.jobs import work
from headquarters.jobs.models import JobSession
from headquarters.jobs.schedule import P_JOB_SECONDS, run_if_needed
from headquarters.jobs.service import BY_SCHEDULE, end_unfinished, run_job
from headquarters.jobs.work import reached_note
from tests.headquarters.conftest import Books, both_engines
from tests.headquarters.shop import sent

pytestmark = both_engines


def sessions(books: Books) -> list[tuple[str, str, int]]:
    with books.parts.database.reading() as session:
        return [
            (row.job, row.started_by, row.rows)
            for row in session.scalars(select(JobSession).order_by(JobSession.id))
        ]


def test_customers_reach_the_feed_only_by_1010(books: Books) -> None:
    ole = books.enrol().customer()
    books.upload(sent(ole))
    assert books.counts()["customers"] == 1

    assert books.job("synchronize-customers").rows == 1
    assert books.counts()["customers"] == 2
    assert ole.id not in books.feed("customers")

    assert books.job("1010").rows == 1
    assert books.feed("customers")[ole.id]["account"] == "10002"
    assert books.job("1010").rows == 0


def test_customer_made_in_real_time_reaches_other_registers_at_once(books: Books) -> None:
    ole = books.enrol().customer()

    [result] = books.upload(sent(ole), at_once=True)

    assert result.account == "10002"
    assert ole.id in books.feed("customers")


def test_orders_reach_the_feed_with_synchronize_orders_alone(books: Books) -> None:
    books.upload(sent(books.enrol().order()))
    assert books.orders() == []

    assert books.job("synchronize-orders").rows == 1

    assert [order.number for order in books.orders()] == ["SO-000001"]


def test_session_says_when_and_by_whom(books: Books) -> None:
    session = books.job("1010")

    assert (session.job, session.started_by, session.rows, session.errors) == ("1010", "test", 0, 0)
    assert session.started_at == session.ended_at == "2026-11-02T12:00:00.000+00:00"


def test_unknown_job_is_refused_with_the_names_there_are(books: Books) -> None:
    with pytest.raises(Refusal, match="The jobs are: p-job, synchronize-customers, synchronize-orders, 1010"):
        books.job("2020")


def test_job_that_runs_is_not_started_again(books: Books) -> None:
    with books.parts.database.claim("job 1010") as is_ours:
        assert is_ours
        with pytest.raises(Refusal, match="is running already") as refused:
            books.job("1010")

    assert refused.value.status == 409
    assert sessions(books) == []
    assert books.job("1010").rows == 0


def test_job_that_breaks_is_shown_as_broken_and_can_be_run_again(
    books: Books, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(session: object) -> int:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr(work, "distribute_next", fail)
        with pytest.raises(ZeroDivisionError):
            books.job("1010")
    with books.parts.database.reading() as session:
        [row] = session.scalars(select(JobSession))
        assert (row.errors, row.note) == (1, "It stopped with an error; the log says why.")

    assert books.job("1010").errors == 0


def test_session_cut_by_a_kill_is_closed_at_the_next_start(books: Books) -> None:
    with books.parts.database.writing() as session:
        session.add(
            JobSession(job="1010", started_by="x", started_at="x", ended_at=None, rows=0, errors=0, note="")
        )

    end_unfinished(books.parts)

    with books.parts.database.reading() as session:
        [row] = session.scalars(select(JobSession))
        assert (row.ended_at, row.errors) == (books.parts.now(), 1)


def test_scheduled_run_with_nothing_to_do_leaves_no_session(books: Books) -> None:
    for job in ("p-job", "synchronize-customers", "synchronize-orders", "1010"):
        run_if_needed(books.parts, job)

    assert sessions(books) == []


def test_scheduled_run_that_finds_only_what_must_wait_leaves_no_session(books: Books) -> None:
    paper = books.enrol()
    ole = paper.customer()
    books.upload(sent(paper.order(ole.id, ole.name)))

    run_if_needed(books.parts, "synchronize-orders")

    assert sessions(books) == []


def test_a_beat_leaves_a_job_to_whoever_runs_it(books: Books, caplog: pytest.LogCaptureFixture) -> None:
    books.upload(sent(books.enrol().sale()))
    with books.parts.database.claim("job synchronize-orders"):
        run_if_needed(books.parts, "synchronize-orders")
        assert (sessions(books), caplog.messages) == ([], [])

    run_if_needed(books.parts, "synchronize-orders")

    assert sessions(books) == [("synchronize-orders", BY_SCHEDULE, 1)]


def test_registers_are_asked_once_a_pace_however_many_processes_beat(books: Books) -> None:
    books.enrol()
    asked = ("p-job", BY_SCHEDULE, 1)
    for _ in range(2):
        run_if_needed(books.parts, "p-job")
    assert sessions(books) == [asked]

    books.clock.forward(seconds=P_JOB_SECONDS)
    run_if_needed(books.parts, "p-job")

    assert sessions(books) == [asked, asked]


def test_a_session_that_a_killed_process_left_is_closed_by_the_next_run(books: Books) -> None:
    with books.parts.database.writing() as session:
        session.add(
            JobSession(job="1010", started_by="x", started_at="x", ended_at=None, rows=0, errors=0, note="")
        )

    books.job("1010")

    with books.parts.database.reading() as session:
        left = session.scalars(select(JobSession.note).order_by(JobSession.id)).all()
    assert left == ["Headquarters was stopped while it ran.", ""]


def test_scheduled_run_does_what_there_is_to_do(books: Books) -> None:
    paper = books.enrol()
    ole = paper.customer()
    books.upload(sent(ole), sent(paper.order(ole.id, ole.name)))

    for job in ("synchronize-customers", "synchronize-orders", "1010"):
        run_if_needed(books.parts, job)

    assert sessions(books) == [
        ("synchronize-customers", BY_SCHEDULE, 1), ("synchronize-orders", BY_SCHEDULE, 1), ("1010", BY_SCHEDULE, 1)
    ]  # fmt: skip


def test_schedule_outlives_a_job_that_breaks(
    books: Books, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    books.upload(sent(books.enrol().customer()))
    books.job("synchronize-customers")

    def fail(session: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(work, "distribute_next", fail)
    run_if_needed(books.parts, "1010")

    assert "job 1010 stopped" in caplog.text


def test_p_job_tells_reached_waiting_and_unreachable_registers_apart(books: Books) -> None:
    books.enrol("SEATTLE-1")
    books.clock.forward(minutes=6)
    books.enrol("HOUSTON-1")
    books.enrol("BOSTON-1")

    session = run_job(books.parts, "p-job", "test")
    with books.parts.database.writing() as writing:
        note_contact(writing, books.devices["HOUSTON-1"], books.parts.now())

    assert (session.rows, session.note) == (
        3,
        "Reached: none. Waiting: BOSTON-1, HOUSTON-1. Unreachable: SEATTLE-1.",
    )
    with books.parts.database.reading() as reading:
        assert str(reached_note(reading, session.id, books.clock.now())) == (
            "Reached: HOUSTON-1. Waiting: BOSTON-1. Unreachable: SEATTLE-1.")  # fmt: skip
    books.clock.forward(minutes=6)
    with books.parts.database.reading() as reading:
        assert "Unreachable: BOSTON-1, SEATTLE-1." in str(
            reached_note(reading, session.id, books.clock.now())
        )


def test_upload_counts_as_having_reached_the_register(books: Books) -> None:
    paper = books.enrol()
    session = run_job(books.parts, "p-job", "test")

    books.upload(sent(paper.sale()))

    with books.parts.database.reading() as reading:
        assert str(reached_note(reading, session.id, books.clock.now())).startswith("Reached: HOUSTON-1.")
