"""A register asks about a document that was set aside: the question stands with its case, once."""

import pytest

from headquarters.cases.asking import QUESTION, ask
from headquarters.cases.service import close_case, history, open_case, open_cases
from headquarters.errors import Refusal
from retail.messages import say
from tests.headquarters.conftest import Books
from tests.headquarters.shop import sent

AT = "2026-11-02T12:00"
DOCUMENT = "00000001-0000-7000-8000-000000000001"


def test_a_question_opens_a_case_where_there_is_none_and_said_twice_it_stands_once(books: Books) -> None:
    with books.parts.database.writing() as session:
        for _ in range(2):
            ask(session, "HOUSTON-1", DOCUMENT, "Kari", "Is the price wrong?", AT)

        [case] = open_cases(session)
        assert (case.kind, case.about) == (QUESTION, DOCUMENT)
        assert case.words == "HOUSTON-1 asks about a document that was set aside."
        assert [(note.by, note.words) for note in history(session, [case])[case.id]] == [
            ("Kari, HOUSTON-1", "Is the price wrong?")
        ]


def test_a_question_stands_with_the_newest_open_case_of_the_document(books: Books) -> None:
    with books.parts.database.writing() as session:
        for words in ("closed", "older", "newer"):
            open_case(session, "order", DOCUMENT, say("{words}", words=words), AT)
        session.flush()
        closed, older, newer = open_cases(session)
        close_case(session, closed.id, "Ola", AT)

        ask(session, "HOUSTON-1", DOCUMENT, "Kari", "Why?", AT)

        notes = history(session, [older, newer])
        assert [len(notes[each.id]) for each in (older, newer)] == [0, 1]


def test_about_the_document_of_another_register_nothing_can_be_asked(books: Books) -> None:
    sale = sent(books.enrol().sale())
    books.upload(sale)

    with books.parts.database.writing() as session, pytest.raises(Refusal, match="no such document"):
        ask(session, "SEATTLE-1", sale["id"], "Kari", "Why?", AT)
    with books.parts.database.writing() as session, pytest.raises(Refusal, match="A note needs words"):
        ask(session, "HOUSTON-1", sale["id"], "Kari", "  ", AT)
