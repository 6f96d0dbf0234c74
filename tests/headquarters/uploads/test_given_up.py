"""What PostgreSQL gives up because of others is done again inside headquarters; only what was committed is told."""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import psycopg
import pytest
from sqlalchemy import select

from headquarters.errors import DatabaseBusy
from headquarters.units import TRIES
from headquarters.uploads.models import KeptDocument, State
from tests.fixtures.fix_postgresql import PostgresServer
from tests.headquarters.conftest import POSTGRESQL, Books
from tests.headquarters.shop import sent

pytestmark = pytest.mark.parametrize("engine", [POSTGRESQL], indirect=True)

SERIALISATION_FAILURE, DEADLOCK, TIMED_OUT = "40001", "40P01", "57014"
ALL = [SERIALISATION_FAILURE, DEADLOCK, TIMED_OUT]
Troubled = Callable[[str, str, int], AbstractContextManager[None]]


@pytest.fixture
def troubled(books: Books, postgresql: PostgresServer) -> Troubled:
    """The server itself gives up so many statements that change a table, with this state, and then no more."""

    @contextmanager
    def in_trouble(table: str, state: str, times: int) -> Iterator[None]:
        postgresql.run(
            "CREATE SEQUENCE public.troubles; CREATE FUNCTION give_up() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF nextval('public.troubles') <= {times} THEN RAISE EXCEPTION USING ERRCODE = '{state}'; END IF; "
            "RETURN NEW; END $$; "
            f"CREATE TRIGGER troubled BEFORE INSERT OR UPDATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION give_up()",
            books.address,
        )
        try:
            yield
        finally:
            postgresql.run("DROP FUNCTION give_up CASCADE; DROP SEQUENCE public.troubles", books.address)

    return in_trouble


def kept(books: Books) -> list[tuple[str, State]]:
    with books.parts.database.reading() as session:
        return [
            (row.kind, row.state) for row in session.scalars(select(KeptDocument).order_by(KeptDocument.id))
        ]


@pytest.mark.parametrize("state", ALL)
@pytest.mark.parametrize(("at_once", "table"), [(False, "uploads"), (True, "orders")])
def test_a_batch_that_was_given_up_is_kept_whole_by_the_next_try(
    books: Books, troubled: Troubled, state: str, at_once: bool, table: str
) -> None:
    paper = books.enrol()
    ole = paper.customer()
    documents = [sent(ole), sent(paper.order(ole.id, ole.name)), sent(paper.sale())]

    with troubled(table, state, TRIES - 1):
        results = books.upload(*documents, at_once=at_once)

    assert [each.outcome for each in results] == ["stored"] * 3
    expected = State.POSTED if at_once else State.WAITING
    assert kept(books) == [("customer", expected), ("transaction", expected), ("transaction", expected)]
    assert [each.outcome for each in books.upload(*documents)] == ["known"] * 3


@pytest.mark.parametrize("state", ALL)
def test_a_job_whose_batch_was_given_up_posts_it_and_parks_nothing(
    books: Books, troubled: Troubled, state: str
) -> None:
    paper = books.enrol()
    books.upload(sent(paper.sale()), sent(paper.sale()))

    with troubled("transactions", state, TRIES - 1):
        session = books.job("synchronize-orders")

    assert (session.rows, session.errors) == (2, 0)
    assert kept(books) == [("transaction", State.POSTED)] * 2


@pytest.mark.parametrize("at_once", [True, False])
def test_where_no_try_helps_nothing_is_acknowledged_kept_or_parked(
    books: Books, troubled: Troubled, at_once: bool
) -> None:
    paper = books.enrol()
    document = sent(paper.sale())

    with troubled("uploads", DEADLOCK, 1000), pytest.raises(DatabaseBusy) as busy:
        books.upload(document, at_once=at_once)

    assert (busy.value.status, busy.value.retry_after_seconds) == (503, 1)
    assert kept(books) == []
    assert [each.outcome for each in books.upload(document)] == ["stored"]


def test_a_real_deadlock_with_somebody_else_is_survived(books: Books, postgresql: PostgresServer) -> None:
    """They hold the row of the device and want the id; the batch has the id and wants the row."""
    paper = books.enrol()
    document = sent(paper.sale())
    postgresql.run("ALTER SYSTEM SET deadlock_timeout = '200ms'")
    postgresql.run("SELECT pg_reload_conf()")
    results: list[str] = []
    batch = threading.Thread(target=lambda: results.extend(each.outcome for each in books.upload(document)))
    with psycopg.connect(books.address) as other:
        other.execute("SET deadlock_timeout = '1h'")  # it is the batch that will be given up
        other.execute("UPDATE devices SET name = name")
        batch.start()
        while not postgresql.run("SELECT 1 FROM pg_locks WHERE NOT granted"):
            pass
        other.execute(
            "INSERT INTO uploads (uuid, kind, fingerprint, text, register, epoch, received_at, state, reason, "
            "money_minor, tendered) VALUES (%s, 'transaction', '', '', '', '', '', 'waiting', '', 0, '{}')",
            (document["id"],),
        )
        assert results == []
        other.rollback()
    batch.join()

    assert results == ["stored"]
    assert kept(books) == [("transaction", State.WAITING)]


def test_the_same_document_of_two_registers_at_once_is_kept_once_and_put_aside_once(books: Books) -> None:
    paper = books.enrol()
    books.enrol("HOUSTON-2")
    document = sent(paper.sale())
    outcomes: list[str] = []
    begun = threading.Barrier(2)

    def send(register: str) -> None:
        begun.wait()
        outcomes.extend(each.outcome for each in books.upload(document, by=register))

    threads = [threading.Thread(target=send, args=(name,)) for name in ("HOUSTON-1", "HOUSTON-2")]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert len(outcomes) == 2
    assert outcomes.count("quarantined") == 1
    assert len(kept(books)) == 1
