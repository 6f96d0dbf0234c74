"""What it takes to keep a batch does not grow with what was kept before: counted in steps of SQLite's own machine."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event, text

from headquarters.uploads.models import KeptDocument, State
from tests.headquarters.conftest import Books, only_sqlite
from tests.headquarters.shop import PaperRegister, sent

KEPT_BEFORE = 20_000
SENT_BEFORE = text("""
    WITH RECURSIVE numbers(n) AS (SELECT 1000 UNION ALL SELECT n + 1 FROM numbers WHERE n < 1000 + :count)
    INSERT INTO uploads (uuid, kind, fingerprint, text, register, epoch, number, received_at, state, reason,
                         business_date, money_minor, tendered)
    SELECT 'copy-' || n, kind, fingerprint, '{}', register, epoch, n, received_at, state, reason, business_date,
           money_minor, tendered
    FROM uploads, numbers WHERE number = 1
""")
"""Copies of the first document, which wait as it does."""


@contextmanager
def counted(books: Books) -> Iterator[list[int]]:
    """How many steps the databases take in the body, in tens."""
    steps = [0]

    def step() -> int:
        steps[0] += 1
        return 0

    def begin(connection: Any, *_: object) -> None:
        connection.set_progress_handler(step, 10)

    def end(connection: Any, *_: object) -> None:
        connection.set_progress_handler(None, 10)

    engines = [books.parts.database._readers, books.parts.database._writers]
    for engine in engines:
        event.listen(engine, "checkout", begin)
        event.listen(engine, "checkin", end)
    yield steps
    for engine in engines:
        event.remove(engine, "checkout", begin)
        event.remove(engine, "checkin", end)


def steps_of(books: Books, register: PaperRegister) -> int:
    """What it takes to keep three sales of one call."""
    sales = [sent(register.sale()) for _ in range(3)]
    with counted(books) as steps:
        assert [each.outcome for each in books.upload(*sales)] == ["stored"] * 3
    return steps[0]


@only_sqlite
def test_a_batch_is_kept_in_as_many_steps_however_much_the_register_has_sent_and_waits(books: Books) -> None:
    register = books.enrol()
    steps_of(books, register)
    few = steps_of(books, register)
    with books.parts.database.writing() as session:
        session.execute(SENT_BEFORE, {"count": KEPT_BEFORE})
        assert session.query(KeptDocument).filter_by(state=State.WAITING).count() > KEPT_BEFORE

    assert 0 < steps_of(books, register) <= few * 1.05
