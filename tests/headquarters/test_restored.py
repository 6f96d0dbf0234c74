"""A database put back from a backup begins a new life, and says so in every reply."""

from pathlib import Path

import pytest

from headquarters.__main__ import main
from headquarters.database import FILE_NAME
from headquarters.installation import installation
from tests.headquarters.conftest import Books
from tests.headquarters.shop import sent


def test_a_restored_database_begins_a_new_life_with_everything_that_was_in_it(
    books: Books, capsys: pytest.CaptureFixture[str]
) -> None:
    register = books.enrol()
    books.upload(sent(register.sale()))
    before = lives(books)

    assert main(["restored", "--data", str(books.folder)]) == 0

    assert lives(books) != before
    assert "offer again" in capsys.readouterr().out
    assert books.upload(sent(register.sale()))[0].outcome == "stored"


def test_a_file_that_is_not_headquarters_own_is_told_and_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    foreign = tmp_path / FILE_NAME
    foreign.write_bytes(b"somebody's notes" * 100)

    assert main(["restored", "--data", str(tmp_path)]) == 1

    assert str(foreign) in capsys.readouterr().err
    assert foreign.read_bytes() == b"somebody's notes" * 100


def lives(books: Books) -> str:
    with books.parts.database.reading() as session:
        return installation(session).incarnation
