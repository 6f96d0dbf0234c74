"""When registers were offline is told of their own entries: since when, until when and why."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from headquarters.journals.models import OF_LINE, JournalLine
from headquarters.journals.spells import Spell, duration, spells_of
from tests.headquarters.conftest import Books, both_engines
from tests.headquarters.journals.test_keeping import Account


@pytest.fixture
def account(books: Books) -> Account:
    return Account(books, books.enrol())


def spells(account: Account) -> list[Spell]:
    account.tell(account.entries)
    with account.books.parts.database.reading() as session:
        entries = session.scalars(select(JournalLine).where(OF_LINE).order_by(JournalLine.id.desc())).all()
        return spells_of(session, entries)


def at(number: int) -> str:
    return f"2026-11-02T12:00:00.{number:03}+01:00"


@both_engines
def test_a_time_that_has_ended_is_told_once_with_its_cause(account: Account) -> None:
    account.write("line.gone", '{"because":"silent"}')
    account.write("line.void")
    account.write("line.back", '{"because":"silent","since":"' + at(0) + '"}')

    [spell] = spells(account)
    assert (spell.since, spell.until, spell.is_over) == (at(0), at(2), True)
    assert spell.why == "headquarters did not answer"


def test_a_choice_names_who_made_it(account: Account) -> None:
    account.write("sync.work_offline", user="kari")
    account.write("sync.work_online", user="ola")

    [spell] = spells(account)
    assert (spell.since, spell.until, spell.why, spell.chosen_by) == (
        at(0),
        at(1),
        "chosen at the register",
        "kari",
    )


def test_a_time_that_has_not_ended_is_shown_as_far_as_it_was_told(account: Account) -> None:
    account.write("sync.work_offline", user="kari")

    [spell] = spells(account)
    assert (spell.until, spell.is_over, spell.chosen_by) == (None, False, "kari")
    assert spell.seconds(datetime(2026, 11, 2, 11, 1, tzinfo=UTC)) == 60


def test_the_end_that_a_crash_swallowed_is_not_made_up(account: Account) -> None:
    account.write("line.gone", '{"because":"silent"}')
    account.write("line.gone", '{"because":"slow answer"}')
    account.write("line.back", '{"because":"slow answer"}')

    slow, silent = spells(account)
    assert (slow.why, slow.since) == ("a slow answer", at(1))
    assert (silent.why, silent.until, silent.is_over) == ("headquarters did not answer", None, True)
    assert silent.seconds(datetime(2027, 1, 1, tzinfo=UTC)) is None


def test_an_end_alone_says_since_when_itself(account: Account) -> None:
    account.write("line.back", '{"because":"silent","since":"' + at(7) + '"}')
    account.write("sync.work_online")

    chosen, silent = spells(account)
    assert (silent.since, silent.until) == (at(7), at(0))
    assert (chosen.since, chosen.seconds(datetime(2027, 1, 1, tzinfo=UTC))) == (None, None)


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"because":7,"since":"yesterday"}', '{"since":"2026-11-02T12:00:00"}']
)
def test_an_entry_that_says_nothing_of_use_is_shown_all_the_same(account: Account, text: str) -> None:
    account.write("line.back", text)

    [spell] = spells(account)
    assert (spell.since, spell.until, spell.why) == (None, at(0), "")


@pytest.mark.parametrize(("seconds", "words"), [
    (0.4, "less than a minute"), (59, "less than a minute"), (60, "0 h 1 min"), (3599, "0 h 59 min"),
    (3600, "1 h 0 min"), (93_840, "26 h 4 min"),
])  # fmt: skip
def test_how_long_is_said_as_people_say_it(seconds: float, words: str) -> None:
    assert str(duration(seconds)) == words


def test_nobody_knows_how_long_says_nothing() -> None:
    assert duration(None) is None
