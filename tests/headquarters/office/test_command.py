"""`python -m headquarters person`: people made and given a password at the machine itself."""

import io

import pytest

from headquarters.__main__ import main
from headquarters.office.people import Doorkeeper, find_person
from headquarters.office.refusals import OfficeRefusal
from headquarters.office.roles import Role
from tests.headquarters.conftest import Books

PASSWORD, OTHER = "correct horse battery", "another long password"


def said(books: Books, monkeypatch: pytest.MonkeyPatch, password: str, *words: str) -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\n"))
    return main(["person", *words, "--data", str(books.folder)])


def test_person_is_made_and_given_another_password(books: Books, monkeypatch: pytest.MonkeyPatch) -> None:
    door = Doorkeeper()
    assert said(books, monkeypatch, PASSWORD, "add", "Ada") == 0
    ada = door.person(books.parts, "ada", PASSWORD)

    assert said(books, monkeypatch, OTHER, "password", "Ada") == 0
    assert door.person(books.parts, "Ada", OTHER) == ada
    with pytest.raises(OfficeRefusal):
        door.person(books.parts, "Ada", PASSWORD)


def test_role_and_stores_can_be_said(books: Books, monkeypatch: pytest.MonkeyPatch) -> None:
    words = ("add", "Max", "--role", "store manager", "--store", "HOUSTON", "--store", "BOSTON")
    assert said(books, monkeypatch, PASSWORD, *words) == 0

    with books.parts.database.reading() as session:
        made = find_person(session, "max")
    assert made is not None
    assert (made.role, made.stores) == (Role.STORE_MANAGER, ["HOUSTON", "BOSTON"])


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("password", "Nobody"), "There is nobody named Nobody. `person add` makes somebody."),
        (("add", "Max", "--role", "store manager"), "A store manager has at least one store"),
        (("add", "correct"), "A password does not contain the name"),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    books: Books,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    why: str,
) -> None:
    assert said(books, monkeypatch, PASSWORD, *words) == 1
    assert capsys.readouterr().err.startswith(why)
