"""A case has somebody who looks into it, and a history that says who did what and when."""

import pytest
from sqlalchemy.orm import Session

from headquarters.cases.service import (
    SETTLED,
    add_note,
    close_case,
    history,
    open_case,
    open_cases,
    settle_cases,
    take_case,
)
from headquarters.errors import Refusal
from retail.messages import say
from tests.headquarters.conftest import Books


def opened(session: Session) -> int:
    open_case(session, "agreement", "HOUSTON-1 e 2026-11-02", say("One is missing."), "2026-11-02T12:00")
    session.flush()
    [case] = open_cases(session)
    assert case.owner == ""
    return case.id


def test_who_takes_a_case_says_something_and_closes_it_stands_in_its_history(books: Books) -> None:
    with books.parts.database.writing() as session:
        case = opened(session)
        take_case(session, case, "Kari", "2026-11-02T13:00")
        take_case(session, case, "Kari", "2026-11-02T13:01")
        add_note(session, case, "Ola", " The till was off. ", "2026-11-02T14:00")
        take_case(session, case, "Ola", "2026-11-02T14:01")
        shown = open_cases(session)
        assert [each.owner for each in shown] == ["Ola"]
        close_case(session, case, "Ola", "2026-11-02T15:00")

        assert [(note.at[-5:], note.by, note.words) for note in history(session, shown)[case]] == [
            ("13:00", "Kari", "took it"),
            ("14:00", "Ola", "The till was off."),
            ("14:01", "Ola", "took it"),
            ("15:00", "Ola", "closed it"),
        ]


def test_a_case_that_has_become_none_says_that_it_closed_by_itself(books: Books) -> None:
    with books.parts.database.writing() as session:
        case = opened(session)
        shown = open_cases(session)
        settle_cases(session, "agreement", "HOUSTON-1 e ", {}, set(), "2026-11-02T13:00")

        [note] = history(session, shown)[case]
        assert (note.by, note.words) == (SETTLED, "both agree again")


def test_what_cannot_be_is_refused_in_words(books: Books) -> None:
    with books.parts.database.writing() as session:
        case = opened(session)
        with pytest.raises(Refusal, match="A note needs words"):
            add_note(session, case, "Ola", "  ", "t")
        close_case(session, case, "Ola", "t")
        for late in (take_case, close_case):
            with pytest.raises(Refusal, match="There is no such open case"):
                late(session, case, "Ola", "t")
