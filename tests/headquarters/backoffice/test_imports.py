"""The import page: a file is brought, checked without a change, taken in; what is left out is listed with reasons."""

import csv
import io
import re
import socket
from html import unescape
from urllib.parse import urlsplit

import pytest

from headquarters.backoffice.languages import translated
from headquarters.backoffice.work_pages.imports import one_import
from headquarters.context import Headquarters
from headquarters.errors import DatabaseBusy
from headquarters.importing.models import FileImport, ImportState
from headquarters.importing.waiting import (
    FILE_MAX_BYTES,
    Brought,
    ask_again,
    found,
    import_waiting,
    receive,
    rejects_of,
)
from headquarters.jobs.models import JobSession
from headquarters.jobs.progress import Cancelled, Progress
from headquarters.jobs.service import run_job
from headquarters.jobs.work import IMPORT_JOB, waiting_count
from headquarters.office.refusals import OfficeRefusal
from headquarters.office.sessions import Visitor
from retail.wire.coded import message_of
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.backoffice.browser import PASSWORD, Browser, set_up_code
from tests.headquarters.conftest import Books, both_engines

GOODS = b"""number,name,barcode,price,tax
P,Pear,4006381333931|P-2,12.50,25 %
Q,Quince,1,many,25
R,"Rose hip,1,1,25
S,Sloe,5,2,25
P,Pear again,,3,25
T,=cmd(),6,1,25
,No number,,3,25
U,Plum,7,1.005,25
"""
"""Rows that can be kept between others that cannot: an amount, a quote too many, a key twice, no key, too exact."""


@pytest.fixture(scope="module")
def office(shop: RunningHeadquarters) -> Browser:
    ada = Browser(shop.url).set_up(set_up_code(shop))
    ada.get("/office/people")
    ada.press("/office/people", name="Eve", role="auditor", password=PASSWORD)
    return ada


@pytest.fixture
def ada(shop: RunningHeadquarters, office: Browser) -> Browser:
    return Browser(shop.url).sign_in()


def bring(browser: Browser, content: bytes, name: str = "goods.csv", **fields: str) -> str:
    browser.get("/office/imports")
    browser.send_file("/office/imports", name, content, **({"kind": "products"} | fields))
    return when_done(browser)


def when_done(browser: Browser) -> str:
    """The page of an import, read anew by itself until it has ended."""
    while 'http-equiv="refresh"' in browser.text:
        browser.get(browser.address.removeprefix(browser.url))
    return browser.text


def taken_in(browser: Browser) -> str:
    row = browser.address.rpartition("/")[2]
    browser.press(f"/office/imports/{row}/take")
    return when_done(browser)


def figures(text: str) -> list[int]:
    """New, changed, as they were, rejected, as the page of an import shows them."""
    row = text.partition('<tr><td class="amount">')[2].partition("</tr>")[0]
    return [int(each.partition("<")[0]) for each in row.replace("</td>", "").split('<td class="amount">')]


def test_a_file_is_checked_first_and_changes_the_books_only_when_it_is_taken_in(
    shop: RunningHeadquarters, ada: Browser
) -> None:
    text = bring(ada, GOODS)

    assert figures(text) == [3, 0, 0, 5]
    assert "nothing has changed yet" in text
    assert figures(bring(ada, GOODS)) == [3, 0, 0, 5]

    text = taken_in(ada)

    assert figures(text) == [3, 0, 0, 5]
    assert "Taken in by Ada" in text
    assert "bring" in text
    assert "take in" in text
    assert figures(bring(ada, GOODS)) == [0, 0, 3, 5]


def test_what_is_left_out_is_shown_with_its_reason_and_comes_as_a_file_without_formulas(ada: Browser) -> None:
    text = bring(ada, GOODS + b'V,"=1+1",8,x,25\n"=W",Name,9,y,25\n')

    for words in (
        "many",
        "its quotes are not balanced",
        "line 2 has the same number",
        "it is needed and empty",
    ):
        assert words in text, words
    rows = list(csv.DictReader(io.StringIO(ada.get(f"{ada.address.removeprefix(ada.url)}/rejected.csv"))))
    assert [row["line"] for row in rows] == ["3", "4", "6", "8", "9", "10", "11"]
    assert all(row["rule"] for row in rows)


@pytest.mark.parametrize(
    ("content", "fields", "words"),
    [
        (b"\xff\xfe\x00\xd8", {}, "is not in utf-16"),
        (b"name\nPear\n", {}, "no column for number"),
        (b",".join(b"c%d" % at for at in range(1_000_000)), {}, "The first line has more than 262,144"),
        (b"", {}, "is empty"),
        (b"PK\x03\x04 a spreadsheet", {}, "Save it as CSV first"),
        (b"\x1f\x8b cut", {}, "cut or damaged"),
        (b"number,name\n1,2\n", {"encoding": "klingon"}, "There is no encoding"),
        (b"number,name\n1,2\n", {"columns": "name=Navn"}, "There is no column"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_words(
    ada: Browser, content: bytes, fields: dict[str, str], words: str
) -> None:
    text = bring(ada, content, **fields)

    assert ada.status == 200
    assert words in text
    assert "nothing was changed" in text
    assert "imports/" not in text.partition("refused, and")[2].partition("</p>")[0]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"kind": "elephants"}, "Choose what the file holds"),
        ({"currency": "kroner"}, "is not a currency"),
        ({"columns": "name"}, "does not name a column"),
        ({"form_secret": "another"}, "This form is out of date"),
    ],
)
def test_a_form_that_cannot_be_meant_is_refused(ada: Browser, fields: dict[str, str], words: str) -> None:
    assert words in bring(ada, b"number,name\n1,2\n", **fields)
    assert ada.status in (403, 422)


def test_a_gigabyte_is_refused_before_it_is_read(shop: RunningHeadquarters, ada: Browser) -> None:
    cookies = "; ".join(f"{name}={value}" for name, value in ada.cookies().items())
    place = urlsplit(shop.url)
    with socket.create_connection((str(place.hostname), int(place.port or 0)), timeout=60) as line:
        line.sendall(
            f"POST /office/imports HTTP/1.1\r\nHost: {place.netloc}\r\nCookie: {cookies}\r\n"
            f"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: {2**30}\r\n"
            "Connection: close\r\n\r\n--x\r\n".encode()
        )
        said = line.makefile("rb").read().decode()

    assert said.startswith("HTTP/1.1 413")
    assert f"at most {FILE_MAX_BYTES // 2**20} MB" in said


def test_an_auditor_reads_and_brings_nothing(shop: RunningHeadquarters, office: Browser) -> None:
    eve = Browser(shop.url).sign_in("Eve")

    assert "Check the file" not in eve.get("/office/imports")
    eve.send_file("/office/imports", "x.csv", b"number,name\n1,2\n", kind="products", form_secret="any")
    assert eve.status == 403


def test_an_import_is_thrown_away_with_its_file_and_taken_in_once_only(
    shop: RunningHeadquarters, ada: Browser
) -> None:
    bring(ada, b"number,name\nZ,Zucchini\n,nothing\n")
    row = ada.address.rpartition("/")[2]
    shown = ada.text
    taken_in(ada)
    ada.text = shown
    assert "taken in by now" in ada.press(f"/office/imports/{row}/take")

    ada.get(f"/office/imports/{row}")
    ada.press(f"/office/imports/{row}/throw-away")

    assert ada.get(f"/office/imports/{row}").count("There is no such import") == 1
    assert not list((shop.folder / "imports").glob(f"{row}*"))


def brought(books: Books, content: bytes, name: str = "goods.csv") -> int:
    said = Brought("products", name, "", "", "NOK", {})
    return receive(books.parts, said, io.BytesIO(content), len(content), "Ada")


def state(books: Books, row: int) -> FileImport:
    with books.parts.database.reading() as session:
        there = found(session, row)
        session.expunge(there)
        return there


@both_engines
def test_both_databases_report_the_same_of_a_file(books: Books) -> None:
    row = brought(books, GOODS)

    run_job(books.parts, IMPORT_JOB, "test")
    assert "P" not in books.feed("products")
    with books.parts.database.writing() as session:
        ask_again(session, found(session, row), "Ada", books.parts.now(), is_to_be_taken=True)
    run_job(books.parts, IMPORT_JOB, "test")

    there = state(books, row)
    assert (there.state, there.new, there.changed, there.same, there.rejected) == (
        ImportState.TAKEN, 3, 0, 0, 5,
    )  # fmt: skip
    assert sorted(set(books.feed("products")) - {"A"}) == ["P", "S", "T"]
    left_out = csv.reader(io.StringIO(rejects_of(books.parts, row).read_text(encoding="utf-8")))
    assert next(left_out) == ["line", "column", "value", "rule"]
    assert [(*cells, str(message_of(rule))) for *cells, rule in left_out] == [
        ("3", "price", "many", "'many' is not an amount"),
        (
            "4",
            "",
            'R,"Rose hip,1,1,25',
            "its quotes are not balanced, or it has a field of more than 128 KiB",
        ),
        ("6", "number", "P", "line 2 has the same number"),
        ("8", "number", "", "it is needed and empty"),
        ("9", "price", "1.005", "'1.005' has too many decimals: NOK has 2"),
    ]


def test_what_a_killed_process_was_at_is_done_by_the_next_run(books: Books) -> None:
    row = brought(books, b"number,name\nP,Pear\n")
    with books.parts.database.writing() as session:
        found(session, row).state = ImportState.RUNNING
    with books.parts.database.reading() as session:
        assert waiting_count(session, IMPORT_JOB) == 1

    run_job(books.parts, IMPORT_JOB, "schedule")

    assert state(books, row).state is ImportState.CHECKED
    with books.parts.database.reading() as session:
        assert waiting_count(session, IMPORT_JOB) == 0


def test_a_run_that_is_cancelled_changes_nothing_and_its_file_is_there_to_be_checked_again(
    books: Books,
) -> None:
    row = brought(books, b"number,name\nP,Pear\n")
    with books.parts.database.writing() as session:
        ask = found(session, row)
        ask.state = ImportState.CHECKED
        ask_again(session, ask, "Ada", books.parts.now(), is_to_be_taken=True)
    progress = CancelledAtOnce(books.parts)

    with pytest.raises(Cancelled):
        import_waiting(books.parts, progress)

    assert "P" not in books.feed("products")
    there = state(books, row)
    assert there.state is ImportState.REFUSED
    assert there.words["template"] == "It was stopped. Nothing was changed."
    with books.parts.database.writing() as session:
        ask_again(session, found(session, row), "Ada", books.parts.now(), is_to_be_taken=False)
    run_job(books.parts, IMPORT_JOB, "test")
    assert state(books, row).state is ImportState.CHECKED


class CancelledAtOnce(Progress):
    """A run that somebody has cancelled before its first row is counted."""

    def __init__(self, headquarters: Headquarters) -> None:
        with headquarters.database.writing() as session:
            row = JobSession(job=IMPORT_JOB, started_by="test", started_at=headquarters.now(), ended_at=None, rows=0,
                             errors=0, note="", cancelled_by="Ada")  # fmt: skip
            session.add(row)
            session.flush()
            super().__init__(headquarters, row.id)


class BusyBooks(CancelledAtOnce):
    """Books that are busy whenever somebody would tell how far a run is."""

    def add(self, rows: int, size_bytes: int, errors: int = 0) -> None:
        raise DatabaseBusy


def test_books_that_are_busy_for_a_moment_end_no_import(books: Books) -> None:
    row = brought(books, b"number,name\nP,Pear\n")

    import_waiting(books.parts, BusyBooks(books.parts))

    assert state(books, row).state is ImportState.CHECKED


def test_no_more_than_twenty_files_lie_here(books: Books) -> None:
    for at in range(20):
        brought(books, b"number,name\nP,Pear\n", f"{at}.csv")

    with pytest.raises(OfficeRefusal, match="20 files wait here already"):
        brought(books, b"number,name\nP,Pear\n")
    assert len(list((books.folder / "imports").iterdir())) == 20


@both_engines
def test_why_rows_are_left_out_is_said_in_the_language_of_each_who_reads(books: Books) -> None:
    content = GOODS + b"9,too,many,cells,in,it\n\xff\xfe,x,1,1,25\n"
    said = Brought("products", "varer.csv", "utf-8", "", "NOK", {})
    row = receive(books.parts, said, io.BytesIO(content), len(content), "Kari")
    run_job(books.parts, IMPORT_JOB, "test")

    def rules(language: str) -> list[str]:
        reader = Visitor(language, name="Kari", stores=None)
        page = bytes(one_import(books.parts, reader, row).body).decode()
        said = re.findall(r"<td>([^<]*)</td></tr>", page.split('/rejected.csv"')[1].split("</table>")[0])
        return [unescape(each) for each in said]

    assert rules("nb") == [
        "'many' er ikke et beløp",
        "anførselstegnene går ikke opp, eller et felt er større enn 128 KiB",
        "linje 2 har samme number",
        translated("nb", "it is needed and empty"),
        "'1.005' har for mange desimaler: NOK har 2",
        "den har 6 kolonner, overskriften har 5",
        translated("nb", "it has bytes that are not of the file's encoding"),
    ]
    assert rules("nl")[2] == "regel 2 heeft dezelfde number"
    assert rules("en")[2] == "line 2 has the same number"


def test_a_list_that_an_older_version_made_stays_as_it_was_written(books: Books) -> None:
    row = brought(books, GOODS)
    run_job(books.parts, IMPORT_JOB, "test")
    rejects_of(books.parts, row).write_text(
        "line,column,value,rule\n3,price,x,er ikke et beløp\n", encoding="utf-8"
    )

    page = bytes(one_import(books.parts, Visitor("nl", name="Bas", stores=None), row).body).decode()

    assert "<td>er ikke et beløp</td>" in page
