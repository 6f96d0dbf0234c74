"""The page of registers that are or were offline: who is silent, and what each told of its times offline."""

from datetime import timedelta
from typing import Any

from headquarters.backoffice.work_pages.offline import offline
from headquarters.office.sessions import Visitor
from tests.headquarters.conftest import Books
from tests.headquarters.journals.test_keeping import Account

ADA = Visitor("en", name="Ada", stores=None)
MAX = Visitor("en", name="Max", stores=frozenset({"SEATTLE"}))
NORA = Visitor("nb", name="Nora", stores=None)


def shown(books: Books, person: Visitor = ADA, **asked: Any) -> str:
    return bytes(offline(books.parts, person, **asked).body).decode()


def test_a_register_that_is_not_heard_of_is_named_with_since_when_and_how_long(books: Books) -> None:
    books.enrol("HOUSTON-1")
    assert shown(books).count("None.") == 2

    books.clock.time += timedelta(hours=2, minutes=3)
    text = shown(books)
    assert "HOUSTON-1" in text
    assert "2 h 3 min" in text
    assert "HOUSTON-1" not in shown(books, MAX)
    assert "HOUSTON-1" not in shown(books, store="SEATTLE")
    assert "HOUSTON-1" not in shown(books, register="SEA")


def test_what_a_register_told_of_its_line_is_shown_to_those_who_see_its_store(books: Books) -> None:
    account = Account(books, books.enrol("HOUSTON-1"))
    account.write("line.gone", '{"because":"degraded calls"}')
    account.write("line.back", '{"because":"degraded calls"}')
    account.write("sync.work_offline", user="kari")
    account.tell(account.entries)

    text = shown(books)
    assert "answers got slower" in text
    assert "chosen at the register: kari" in text
    assert "not over, as far as it told" in text
    assert "svarene ble tregere" in shown(books, NORA)
    assert "kari" in shown(books, register="HOUSTON", store="HOUSTON")
    for unseen in (shown(books, MAX), shown(books, store="SEATTLE"), shown(books, register="SEATTLE-1")):
        assert "kari" not in unseen
