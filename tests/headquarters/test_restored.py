"""A database put back from a backup begins a new life, and says so in every reply."""

from datetime import timedelta
from pathlib import Path

import pytest

from headquarters.__main__ import main
from headquarters.database import FILE_NAME
from headquarters.devices.restored import AGAIN_AFTER
from headquarters.feeds.news import news_for
from headquarters.feeds.service import page
from headquarters.installation import installation
from retail.wire.protocol import cursors_text
from tests.headquarters.conftest import Books, both_engines
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


@both_engines
def test_a_cursor_that_is_ahead_begins_another_life_once_and_no_register_can_do_so_again_and_again(
    books: Books,
) -> None:
    books.enrol()
    device, found = books.devices["HOUSTON-1"], [lives(books)]

    def said_ahead() -> None:
        with books.parts.database.reading() as session:
            cursor = page(session, "layouts", "HOUSTON", "", 1000).cursor
        news_for(books.parts, device, cursors_text({"layouts": f"{cursor.rpartition('.')[0]}.999999999-1"}))
        found.append(lives(books))

    said_ahead()
    said_ahead()
    books.clock.forward(seconds=(AGAIN_AFTER + timedelta(seconds=1)).total_seconds())
    said_ahead()

    assert found[0] != found[1] == found[2] != found[3]
    assert books.cases() == 2
