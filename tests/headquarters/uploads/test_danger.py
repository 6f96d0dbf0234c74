"""A document that ends headquarters' process is found by headquarters itself and set aside; everything else flows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.cases.service import open_cases
from headquarters.errors import DatabaseBusy
from headquarters.uploads.danger import apart, look_back, posted_under_mark
from headquarters.uploads.models import DeadlyDocument, KeptDocument, PostingMark, State
from headquarters.uploads.posting import retry
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.backoffice.browser import Browser, set_up_code
from tests.headquarters.conftest import Books
from tests.headquarters.deadly import MARK
from tests.headquarters.shop import RETAILER, PaperRegister, sent


@pytest.fixture
def deadly(tmp_path: Path) -> Iterator[RunningHeadquarters]:
    """A headquarters that dies of writing one order, until `mended` lies in its folder."""
    running = RunningHeadquarters(tmp_path / "headquarters", module="tests.headquarters.deadly").start()
    yield running
    running.stop()


def start_again_after(headquarters: RunningHeadquarters) -> None:
    """Have its job kill it, as a schedule would, and start it again, as whoever looks after it would."""
    with pytest.raises(OSError, match=r"."):
        headquarters.job("synchronize-orders")
    headquarters.kill()
    headquarters.start()


def test_a_document_that_ends_headquarters_twice_is_set_aside_and_posted_once_after_the_repair(
    deadly: RunningHeadquarters,
) -> None:
    deadly.manage("PUT", "/v1/manage/retailer", RETAILER)
    register = deadly.enrol("HOUSTON-1")
    paper = PaperRegister(register.register_name, register.store, register.epoch)
    first, killer, *more = paper.sale(), paper.order(), paper.sale(), paper.sale()
    assert killer.order is not None
    assert killer.order.confirmation_number == MARK
    register.upload(*[sent(each) for each in (first, killer, *more)])

    start_again_after(deadly)
    start_again_after(deadly)
    deadly.job("synchronize-orders")

    found = deadly.counts()
    assert (found["transactions"], found["orders"], found["parked"], found["cases"]) == (3, 0, 1, 1)
    [told] = register.upload(sent(killer))
    assert told["outcome"] == "parked"
    assert told["reason"].startswith("Posting it ended headquarters twice")

    (deadly.folder / "mended").touch()
    browser = Browser(deadly.url).set_up(set_up_code(deadly))
    browser.get("/office/documents")
    browser.press("/office/documents/2/retry")
    deadly.job("synchronize-orders")

    found = deadly.counts()
    assert (found["transactions"], found["orders"], found["parked"]) == (4, 1, 0)


def marks(books: Books) -> list[list[str]]:
    with books.parts.database.reading() as session:
        return list(session.scalars(select(PostingMark.uuids)))


def deaths(books: Books) -> dict[str, int]:
    with books.parts.database.reading() as session:
        return {row.uuid: row.deaths for row in session.scalars(select(DeadlyDocument))}


def left_behind(books: Books, *uuids: str) -> None:
    """The process ended while it posted these, and started again."""
    with books.parts.database.writing() as session:
        session.add(PostingMark(uuids=list(uuids), began_at=books.parts.now(), owner="one that ended"))
    with books.parts.database.writing() as session:
        look_back(session, books.parts.now(), lambda owner: False)


def test_nothing_stays_of_a_posting_that_goes_well_or_fails_alive(books: Books) -> None:
    paper = books.enrol()
    books.upload(sent(paper.sale()), at_once=True)
    books.upload(sent(paper.sale()))
    books.job("synchronize-orders")
    assert marks(books) == []

    def give_up(session: Session) -> None:
        raise DatabaseBusy

    with pytest.raises(DatabaseBusy):
        posted_under_mark(books.parts, ["a"], give_up)

    assert marks(books) == []
    assert deaths(books) == {}


def test_innocents_of_a_death_are_posted_and_forgotten(books: Books) -> None:
    paper = books.enrol()
    sales = [sent(paper.sale()) for _ in range(3)]
    books.upload(*sales)
    left_behind(books, *[each["id"] for each in sales])
    assert set(deaths(books).values()) == {1}

    assert books.job("synchronize-orders").rows == 3

    assert deaths(books) == {}
    assert books.counts()["parked"] == 0


def test_suspects_stand_alone_and_the_order_stays() -> None:
    assert apart(["a", "b", "c", "d", "e"], {"b": 1, "c": 1}) == [["a"], ["b"], ["c"], ["d", "e"]]


def test_a_document_that_ended_headquarters_while_a_cashier_waited_is_left_to_its_job_next_time(
    books: Books,
) -> None:
    paper = books.enrol()
    sale = sent(paper.sale())
    left_behind(books, sale["id"])

    [result] = books.upload(sale, at_once=True)

    assert result.outcome == "stored"
    assert books.counts()["transactions"] == 0
    assert books.job("synchronize-orders").rows == 1


def test_one_that_ended_it_twice_before_it_was_kept_is_kept_and_set_aside(books: Books) -> None:
    paper = books.enrol()
    sale = sent(paper.sale())
    left_behind(books, sale["id"])
    left_behind(books, sale["id"])

    [result] = books.upload(sale, at_once=True)

    assert result.outcome == "parked"
    with books.parts.database.reading() as session:
        [case] = open_cases(session)
        row = session.scalars(select(KeptDocument)).one()
        assert (case.kind, row.state) == ("deadly document", State.PARKED)
        assert case.words.startswith("A transaction of HOUSTON-1: Posting it ended headquarters twice")
    with books.parts.database.writing() as session:
        assert retry(session, row.id, books.parts.now()) is State.POSTED
    assert deaths(books) == {}
