"""An export is taken away by its page or at the machine; the audit log keeps who took which, and its digest."""

import asyncio
import hashlib
from datetime import date
from pathlib import Path

import pytest
from fastapi.responses import StreamingResponse
from sqlalchemy import select

from headquarters.__main__ import main
from headquarters.backoffice.deeds import ACTS, FIELDS, KINDS
from headquarters.backoffice.journal_exports import journal_export, make_export
from headquarters.exporting.checking import check_export
from headquarters.exporting.command import FOLDER, KIND
from headquarters.exporting.reading import Span
from headquarters.exporting.writing import write_export
from headquarters.office.models import AuditEntry
from headquarters.office.refusals import OfficeRefusal
from headquarters.office.roles import RIGHTS, Right, Role
from headquarters.office.sessions import Visitor
from tests.headquarters.conftest import Books, only_sqlite
from tests.headquarters.shop import sent

ADA = Visitor("en", name="Ada", rights=frozenset(Right))
FORM = {"store": "HOUSTON", "first": "2026-11-01", "last": "2026-11-30"}


def noted(books: Books) -> list[AuditEntry]:
    with books.parts.database.reading() as session:
        return list(session.scalars(select(AuditEntry).where(AuditEntry.kind == KIND)))


async def whole(reply: StreamingResponse) -> bytes:
    return b"".join([bytes(piece) async for piece in reply.body_iterator])  # type: ignore[arg-type]  # bytes alone


@only_sqlite
def test_the_page_gives_the_file_and_keeps_nothing_but_who_took_it(books: Books, tmp_path: Path) -> None:
    paper = books.enrol()
    books.upload(*[sent(paper.sale()) for _ in range(3)], at_once=True)

    reply = make_export(books.parts, ADA, FORM)

    assert isinstance(reply, StreamingResponse)
    content = asyncio.run(whole(reply))
    (tmp_path / "taken.zip").write_bytes(content)
    checked = check_export(tmp_path / "taken.zip")
    assert (checked.faults, checked.transactions) == ([], 3)
    [entry] = noted(books)
    assert f'filename="{entry.about}"' in reply.headers["content-disposition"]
    assert entry.after == {
        "sha256": hashlib.sha256(content).hexdigest(), "store": "HOUSTON", "first": "2026-11-01",
        "last": "2026-11-30", "transactions": 3, "missing": 0,
    }  # fmt: skip
    assert (entry.who, entry.act in ACTS, entry.kind in KINDS) == ("Ada", True, True)
    assert entry.after.keys() - {"store"} <= FIELDS.keys()
    assert list((books.folder / FOLDER).iterdir()) == []


@only_sqlite
@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"store": "NOWHERE"}, "There is no store NOWHERE"),
        ({"first": "yesterday"}, "A day is written like"),
        ({"last": "2026-10-31"}, "The last day lies before the first"),
    ],
)
def test_what_cannot_be_is_refused_in_words(books: Books, wrong: dict[str, str], words: str) -> None:
    with pytest.raises(OfficeRefusal, match=words):
        make_export(books.parts, ADA, FORM | wrong)

    assert noted(books) == []


@only_sqlite
def test_the_page_says_what_is_in_it_in_every_language(books: Books) -> None:
    for language, words in (("en", "no SAF-T file"), ("nb", "ingen SAF-T-fil"), ("nl", "geen SAF-T-bestand")):
        shown = journal_export(books.parts, Visitor(language, name="Ada", rights=frozenset(Right)))
        assert words in bytes(shown.body).decode()


def test_it_is_made_by_administrators_alone() -> None:
    may = [role for role in Role if {Right.AUDIT, Right.CHANGE} <= RIGHTS[role]]
    assert may == [Role.ADMINISTRATOR]


@only_sqlite
def test_at_the_machine_it_is_saved_and_checked_by_two_commands(
    books: Books, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = books.enrol()
    books.upload(*[sent(paper.sale()) for _ in range(2)], at_once=True)
    words = ["export-journal", *FORM.values(), "--data", str(books.folder), "--to", str(tmp_path / "out")]

    assert main(words) == 0

    [file] = (tmp_path / "out").iterdir()
    said = capsys.readouterr().out
    assert "2 receipts, 0 numbers that are not here" in said
    assert hashlib.sha256(file.read_bytes()).hexdigest() in said
    assert [entry.who for entry in noted(books)] == ["command line"]
    assert main(["check-export", str(file)]) == 0
    file.write_bytes(file.read_bytes()[:-40])
    assert main(["check-export", str(file)]) == 1
    assert "is no export that can be read" in capsys.readouterr().err


@only_sqlite
def test_where_it_cannot_be_written_that_is_said_and_nothing_half_is_left(
    books: Books, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out").write_text("a file")

    words = ["export-journal", *FORM.values(), "--data", str(books.folder), "--to", str(tmp_path / "out")]

    assert main(words) == 1
    assert "cannot be saved" in capsys.readouterr().err
    assert noted(books) == []


@only_sqlite
def test_another_store_and_another_day_are_not_in_it(books: Books, tmp_path: Path) -> None:
    paper = books.enrol()
    books.upload(sent(paper.sale()), at_once=True)

    for span in (
        Span("SEATTLE", date(2026, 11, 1), date(2026, 11, 30)),
        Span("HOUSTON", date(2026, 11, 3), date(2026, 11, 30)),
    ):
        assert write_export(books.parts, span, tmp_path).transactions == 0
