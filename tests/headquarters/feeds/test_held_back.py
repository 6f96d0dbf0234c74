"""A feed that somebody's open unit of work holds back is told to people on the first page of the office."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from headquarters.app import make_app
from headquarters.backoffice.visiting import COOKIE
from headquarters.feeds.held_back import held_back
from headquarters.office.people import Wish, add_person
from headquarters.office.roles import Role
from headquarters.office.sessions import begin
from tests.headquarters.calling import call
from tests.headquarters.conftest import POSTGRESQL, SQLITE, Books
from tests.headquarters.feeds.test_late_commits import FEED, Writer, writers

__all__ = ["writers"]

WORDS = "Registers do not hear of what is newest in these feeds"


def page_of(books: Books) -> Callable[..., str]:
    """The pages of the office, the first one where none is named, as an administrator sees them."""
    with books.parts.database.writing() as session:
        wish = Wish(Role.ADMINISTRATOR, ())
        person = add_person(session, "Somebody", "a password of 1 test", wish, "test", books.parts.now())
        session.flush()
        cookie = begin(session, person.id, "", books.clock.now())
    app = make_app(books.parts)

    def show(path: str = "/office") -> str:
        return call(app, "GET", path, cookie=f"{COOKIE}={cookie}").body.decode()

    return show


@pytest.mark.parametrize("engine", [POSTGRESQL], indirect=True)
def test_a_unit_of_work_that_stays_open_and_the_feeds_it_holds_back_stand_on_the_first_page(
    books: Books, writers: list[Writer], monkeypatch: pytest.MonkeyPatch
) -> None:
    show = page_of(books)
    writers[0].say("late")
    writers[1].say("early")
    writers[1].commit()
    assert WORDS not in show(), "of every moment something is under way"

    monkeypatch.setattr("headquarters.feeds.held_back.TOLD_AFTER", timedelta(0))
    with books.parts.database.reading() as session:
        [found] = held_back(session)
    page = show()

    assert found.feed == FEED
    assert WORDS in page
    assert f'<li>{FEED} <span class="soft">since <time datetime="{found.since}">' in page

    writers[0].commit()
    assert WORDS not in show()


@pytest.mark.parametrize("engine", [SQLITE], indirect=True)
def test_on_sqlite_whose_one_writer_holds_nothing_back_nothing_is_told(books: Books) -> None:
    with books.parts.database.reading() as session:
        assert held_back(session) == []
