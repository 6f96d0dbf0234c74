"""What there is to know of a run of a job is said in the language of who reads; an older one as it was."""

import pytest

from headquarters.backoffice.work_pages.jobs import jobs
from headquarters.jobs import work
from headquarters.jobs.models import JobSession
from headquarters.office.sessions import Visitor
from tests.headquarters.conftest import Books
from tests.headquarters.shop import sent

MISSING = {
    "en": "HOUSTON-1: 1 of 2 transactions not arrived.",
    "nb": "HOUSTON-1: 1 av 2 transaksjoner har ikke kommet.",
    "nl": "HOUSTON-1: 1 van 2 transacties niet aangekomen.",
}
REACHED = {
    "en": "Reached: none. Waiting: HOUSTON-1. Unreachable: none.",
    "nb": "Nådd: ingen. Venter på: HOUSTON-1. Ikke å nå: ingen.",
    "nl": "Bereikt: geen. Wacht op: HOUSTON-1. Onbereikbaar: geen.",
}


def page_of(books: Books, language: str) -> str:
    return bytes(jobs(books.parts, Visitor(language, name="Ada", stores=None)).body).decode()


@pytest.mark.parametrize("language", list(MISSING))
def test_a_note_is_read_in_every_language(books: Books, language: str) -> None:
    paper = books.enrol()
    paper.sale()
    books.upload(sent(paper.sale()))

    ran = books.job("synchronize-orders")
    books.job("p-job")

    assert ran.note == MISSING["en"]
    page = page_of(books, language)
    assert MISSING[language] in page
    assert REACHED[language] in page


def test_a_note_that_an_older_version_kept_stands_as_it_was(books: Books) -> None:
    with books.parts.database.writing() as session:
        session.add(JobSession(job="1010", started_by="Ada", started_at=books.parts.now(), ended_at=books.parts.now(),
                               rows=1, errors=0, note="3 parked for a person."))  # fmt: skip

    assert "3 parked for a person." in page_of(books, "nl")


def test_of_very_many_registers_whose_numbers_have_holes_the_first_are_named(
    books: Books, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "HOLES_SHOWN", 0)
    paper = books.enrol()
    paper.sale()
    books.upload(sent(paper.sale()))

    note = books.job("synchronize-orders").note

    assert note == "Registers with other numbers that have not arrived: 1."
