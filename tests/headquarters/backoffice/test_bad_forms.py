"""Every form of the back office, found by its links, against what nobody should type: words, and nothing half kept."""

import itertools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from http.client import HTTPConnection  # noqa: TID251 -- a browser of the tests that follows nobody
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest

from headquarters.backoffice.visiting import FIELDS_MAX
from headquarters.database import FILE_NAME
from rehearsal.browsing import Browser
from rehearsal.forms import Form, forms_of
from retail.wire.protocol import BODY_MAX_BYTES
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.backoffice.books_before import Books
from tests.headquarters.backoffice.browser import PASSWORD
from tests.headquarters.backoffice.crawling import Page, crawled
from tests.headquarters.backoffice.played import Played, copied, going_on

OWN_TWIN = (
    "\u202e\ufeff", "A" * 20_000, "<script>alert(1)</script>", "'; DROP TABLE stores; --", "﷽", "../../etc/passwd",
    "=1+1", "{{7*7}}", "%s%n", "NULL", "\r\n\r\nX: y", "\ud83d", "\0", "Ω≈ç√∫˜µ", "田中さん", "1/0", "\t", "🏳️‍🌈", "-",
)  # fmt: skip
NO_NUMBERS = (
    "-1",
    "1e999",
    "NaN",
    "٣",
    "9" * 400,
    "1,5,5",
    "0x10",
    "",
    " ",
    "-0",
    "1e-9",
    "12345678901234567890",
)
NO_CHOICE = "nothing like this"
NO_ROWS = ("0", "-1", "999999", str(2**31), str(2**63), "x", "%00", "9" * 30)
REFUSING = {400, 403, 404, 409, 413, 422}
SECRETS = ("form_secret", "csrftoken", "version")
LEFT_ALONE = re.compile(r"sign-out|/me/password|/people/\d+/(password|sign-out)$|^/office/people/\d+$")
"""What would end the session that the tests go on with."""
_TITLE = re.compile(r"<h1>(.*?)</h1>", re.DOTALL)


@cache
def forms_once(page: str) -> list[Form]:
    """The forms of a page that was found: every test asks for them, and to read a page costs as much as to get it."""
    return list(forms_of(page))


@dataclass
class Office:
    """The office with a person signed in to it, every page and form that was found, and its books."""

    running: RunningHeadquarters
    browser: Browser
    pages: list[Page]
    books: "Books"
    line: HTTPConnection

    def forms(self) -> Iterator[tuple[str, Form]]:
        """Each form that changes something, once, with the page it is on."""
        seen = set()
        for page in self.pages:
            for each in forms_once(page.text):
                address = each.address.removeprefix(self.running.url)
                kind = re.sub(r"\d+|[0-9a-f-]{36}", "N", address) + str(sorted(each.kinds))
                if each.method == "post" and kind not in seen and not LEFT_ALONE.search(address):
                    seen.add(kind)
                    yield page.path, each


@pytest.fixture(scope="module")
def office(two_days: Played, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("bad-forms") / "data"
    with going_on(copied(two_days, folder)) as (running, browser):
        pages = list(crawled(browser))
        books = Books(folder / "headquarters" / FILE_NAME)
        line = HTTPConnection(urlsplit(running.url).netloc, timeout=300)
        yield Office(running, browser, pages, books, line)
        line.close()
        books.close()


def posted(office: Office, form: Form, fields: dict[str, str], who: Browser) -> tuple[int, str, str]:
    """Send a form as this person; the status, where it leads to, and the page."""
    path = form.address.removeprefix(office.running.url)
    cookies = "; ".join(f"{name}={value}" for name, value in who.cookies().items())
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookies}
    office.line.request("POST", path, urlencode(fields, errors="surrogatepass"), headers)
    reply = office.line.getresponse()
    text = reply.read().decode(errors="replace")
    office.line.close()  # the next call opens it again
    return reply.status, reply.headers.get("Location", ""), text


def send(office: Office, form: Form, fields: dict[str, str]) -> int:
    """Send a form, and hold the answer against what every answer must be."""
    office.books.remember()
    status, leads_to, text = posted(office, form, fields, office.browser)
    told = (form.address, status, {name: value[:60] for name, value in fields.items()})
    assert status in REFUSING | {200, 302, 303}, (told, text[-2000:])
    assert leads_to != "/office/sign-in", told
    if status in REFUSING:
        assert words_of(text), (told, text[-2000:])
        assert not office.books.have_changed(), (told, text[-2000:])
    return status


def words_of(text: str) -> str:
    """Why a page refuses: its own words, or those at a field."""
    assert "Traceback" not in text
    shown = " ".join(re.findall(r'(?:role="alert"|class="notice"|-error")[^>]*>(.*?)</', text, re.DOTALL))
    refused = re.findall(r"<main.*?</main>", text, re.DOTALL)
    own = re.sub(r"<[^>]+>", " ", refused[0]) if refused else ""
    return (shown or own).strip()


def bad_values(form: Form, naughty: Iterator[str], numbers: Iterator[str]) -> Iterator[tuple[str, str]]:
    """For each field of a form what nobody should say in it."""
    for name, kind in form.kinds.items():
        if name in SECRETS:
            continue
        if kind in ("select", "radio"):
            yield name, NO_CHOICE
        elif kind in ("number", "checkbox", "hidden", "date", "time"):
            yield from ((name, each) for each in itertools.islice(numbers, 2))
        else:
            yield name, next(numbers)
            yield from ((name, each) for each in itertools.islice(naughty, 2))


def ask(browser: Browser, path: str, fields: dict[str, str]) -> int:
    """Ask for a page by a form that changes nothing: it shows what there is of it, or refuses in words."""
    query = urlencode(fields, errors="surrogatepass")
    browser.get(f"{urlsplit(path).path}?{query}")
    told = (path, browser.status, query[:200])
    assert browser.status in REFUSING | {200}, (told, browser.text[-2000:])
    assert browser.status == 200 or words_of(browser.text), told
    assert "<script>alert" not in browser.text, told
    return browser.status


def form_anew(office: Office, path: str, form: Form) -> Form:
    """The same form as the page shows it now; one whose row is gone stays as it was."""
    office.browser.get(path)
    return next((each for each in forms_of(office.browser.text) if each.address == form.address), form)


def forge(office: Office) -> int:
    """Send every form with one bad value after the other; gives back how many there were."""
    naughty, numbers, count = itertools.cycle(OWN_TWIN), itertools.cycle(NO_NUMBERS), 0
    for path, form in office.forms():
        fresh = form_anew(office, path, form)
        for name, value in bad_values(form, naughty, numbers):
            if send(office, form, fresh.fields | {name: value}) < 400 and "/create?" not in form.address:
                fresh = form_anew(office, path, form)  # one of a new row is as it was
            count += 1
        secrets = {name: value for name, value in fresh.fields.items() if name in SECRETS}
        send(office, form, secrets)
        send(office, form, secrets | {f"no-such-{each}": "x" for each in range(299)})
    return count


def test_what_nobody_should_type_is_refused_in_words_and_changes_nothing(office: Office) -> None:
    assert forge(office) > 400


@pytest.mark.shared
def test_naughty_strings_are_kept_whole_or_refused_in_words(office: Office, shared: Path) -> None:
    strings = json.loads((shared / "data" / "naughty-strings" / "strings.json").read_text(encoding="utf-8"))
    texts = [(page, form, name) for page, form in office.forms() for name, kind in form.kinds.items()
             if kind in ("text", "textarea", "search") and name not in SECRETS]  # fmt: skip
    assert len(texts) > 50
    places = itertools.cycle(texts)
    for string, (page, form, name) in zip(strings, places, strict=False):
        send(office, form, form_anew(office, page, form).fields | {name: string})
    for shown in crawled(office.browser):
        assert "<script>alert" not in shown.text, shown.path


def test_searches_and_filters_for_what_nobody_should_type_find_nothing_or_are_refused_in_words(
    office: Office,
) -> None:
    naughty, numbers, seen, asked = itertools.cycle(OWN_TWIN), itertools.cycle(NO_NUMBERS), set(), 0
    office.books.remember()
    for page in office.pages:
        for form in forms_once(page.text):
            path = form.address.removeprefix(office.running.url) or urlsplit(page.path).path
            if form.method != "get" or (path, *form.kinds) in seen:
                continue
            seen.add((path, *form.kinds))
            for name, value in bad_values(form, naughty, numbers):
                ask(office.browser, path, form.fields | {name: value})
                asked += 1
    assert len(seen) > 40
    assert asked > 150
    assert not office.books.have_changed()


@pytest.mark.parametrize("path", ["/office/orders", "/office/customers", "/office/documents", "/office/audit",
                                  "/office/products", "/office/set/stores/list"])  # fmt: skip
def test_a_page_of_a_list_that_nobody_could_have_come_to_is_refused_in_words(
    office: Office, path: str
) -> None:
    for name in ("below", "after", "page", "page_size", "sort", "filter"):
        for value in (*NO_ROWS, NO_CHOICE, "1_000", "a|b|c", "A" * 20_000):
            ask(office.browser, path, {name: value})


def test_a_form_without_its_secret_changes_nothing(office: Office) -> None:
    for _, form in office.forms():
        for forged in ("", "forged", "é" * 43):
            assert (
                send(office, form, form.fields | dict.fromkeys(("form_secret", "csrftoken"), forged)) == 403
            )


def test_a_form_sent_twice_counts_once_or_is_refused_in_words(office: Office) -> None:
    office.browser.get("/office/inventory/1")
    adjust = next(each for each in forms_of(office.browser.text) if each.address.endswith("/adjust"))
    for _ in range(2):
        send(office, adjust, adjust.fields | {"quantity": "3", "reason": "found behind the shelf"})
    assert (
        office.browser.get("/office/inventory/1").count('<br><span class="soft">found behind the shelf') == 1
    )
    for path, form in office.forms():
        fresh = form_anew(office, path, form)
        second = [send(office, form, fresh.fields) for _ in range(2)][-1]
        assert "/create" not in form.address or second == 422, form.address


def test_rows_that_are_not_there_are_refused_in_words(office: Office) -> None:
    for page in office.pages:
        parts = urlsplit(page.path)
        for row in NO_ROWS:
            path = re.sub(r"/(\d+|[0-9a-f-]{36})(?=/|$)", f"/{row}", parts.path)
            query = "&".join(
                f"{name}={row if name == 'pk' else value}" for name, value in parse_qsl(parts.query)
            )
            if (path, query) == (parts.path, parts.query) or (
                path == parts.path and "pk=" not in parts.query
            ):
                continue
            office.browser.get(f"{path}?{query}")
            assert office.browser.status in (404, 422), (path, query, office.browser.status)
            assert words_of(office.browser.text)
    for _, form in office.forms():
        if re.search(r"/\d+(/|$)", form.address):
            for row in NO_ROWS:
                address = re.sub(r"/(\d+)(?=/|$)", f"/{row}", form.address)
                assert send(office, Form(address, "post"), form.fields) in (404, 409, 422), address


def test_rows_of_other_stores_are_not_there_for_a_store_manager(office: Office) -> None:
    office.browser.get("/office/people")
    name, password = "Fenna", PASSWORD
    office.browser.press(
        "/office/people", name=name, role="store manager", stores="HAARLEM", password=password
    )
    manager = Browser(office.running.url)
    manager.get("/office/sign-in")
    manager.press("/office/sign-in", name=name, password=password)
    own = {page.path for page in crawled(manager)}
    office.browser.get("/office/orders?store=UTRECHT")
    orders = [path for path in re.findall(r'href="(/office/orders/[0-9a-f-]{36})"', office.browser.text)
              if "HAARLEM" not in office.browser.get(path)]  # fmt: skip
    office.browser.get("/office/documents?register=UTRECHT-1")
    documents = re.findall(r'href="(/office/documents/\d+)"', office.browser.text)
    office.browser.get("/office/inventory?place=UTRECHT")
    figures = re.findall(r'href="(/office/inventory/\d+)"', office.browser.text)
    assert len(own) > 8
    assert all((orders, documents, figures))
    for path in (*orders, *documents, *figures, "/office/registers/1", "/office/registers/2"):
        manager.get(path)
        assert manager.status == 404, path
    secret = {"form_secret": manager.get("/office/registers") and manager.secret()}
    for path in (
        f"{documents[0]}/retry",
        f"{figures[0]}/adjust",
        "/office/registers/1/revoke",
        "/office/registers/1/code",
    ):
        manager.post(path, **secret, quantity="1", reason="x")
        assert manager.status == 404, path
    for path in (
        "/office/customers",
        "/office/publish",
        "/office/set/stores/list",
        "/office/people",
        "/office/audit",
    ):
        manager.get(path)
        assert (manager.status, bool(_TITLE.search(manager.text))) == (403, True), path


def test_that_books_have_changed_is_noticed(office: Office) -> None:
    office.books.remember()
    assert not office.books.have_changed()
    office.browser.get("/office/inventory/1")
    adjust = next(each for each in forms_of(office.browser.text) if each.address.endswith("/adjust"))

    send(office, adjust, adjust.fields | {"quantity": "1", "reason": "counted again"})

    assert office.books.have_changed()


def test_an_auditor_is_shown_no_button_that_changes_anything(office: Office) -> None:
    office.browser.get("/office/people")
    office.browser.press("/office/people", name="Aukje", role="auditor", password=PASSWORD)
    auditor = Browser(office.running.url)
    auditor.get("/office/sign-in")
    auditor.press("/office/sign-in", name="Aukje", password=PASSWORD)

    assert buttons_on(office.browser.get("/office")) > 2
    for page in crawled(auditor):
        if page.path != "/office/me":
            assert buttons_on(page.text) == 1, page.path  # to sign off


def buttons_on(page: str) -> int:
    """How many forms of a page change something and can be sent."""
    forms = re.findall(r'<form[^>]*method="post".*?</form>', page, re.DOTALL | re.IGNORECASE)
    return sum("<button" in each for each in forms)


def test_more_than_a_form_can_be_is_refused_in_words(office: Office) -> None:
    office.browser.get("/office/people")
    people = next(each for each in forms_of(office.browser.text) if each.address == "/office/people")
    assert send(office, people, people.fields | {"name": "x" * (BODY_MAX_BYTES + 1)}) == 413
    assert send(office, people, people.fields | {f"f{each}": "x" for each in range(FIELDS_MAX)}) == 400


OF_PEOPLE = (
    ("/office/people", "/office/people"),
    ("/office/people", "/office/people/N/password"),
    ("/office/me", "/office/me/password"),
    ("/office/sign-in", "/office/sign-in"),
)
"""Pages with the forms that are left alone elsewhere; last those after which this machine has to wait for a while."""


def test_forms_of_people_and_passwords_refuse_in_words_what_nobody_should_type(office: Office) -> None:
    for name in ("Wout", "Xander"):
        office.browser.get("/office/people")
        office.browser.press("/office/people", name=name, role="administrator", password=PASSWORD)
    people = office.browser.text.count("<details")
    wout, nobody = Browser(office.running.url), Browser(office.running.url)
    wout.get("/office/sign-in")
    wout.press("/office/sign-in", name="Wout", password=PASSWORD)
    for path, address in OF_PEOPLE:
        who = nobody if path == "/office/sign-in" else wout
        forms = forms_of(who.get(path))
        form = next(each for each in reversed(forms) if re.sub(r"\d+", "N", each.address) == address)
        for name in form.kinds.keys() - set(SECRETS):
            for value in (*OWN_TWIN, *NO_NUMBERS, NO_CHOICE):
                status, _, text = posted(office, form, form.fields | {name: value}, who)
                is_kept = status == 303 and address.endswith("N/password")  # many of these are good ones
                assert is_kept or status in REFUSING | {401, 429}, (address, name, value[:40], status)
                assert is_kept or words_of(text), (address, name, value[:40])
    assert office.browser.get("/office/people").count("<details") == people
