"""Screen layouts at the back office: published from a file, compared, assigned, rolled back."""

import html
import json
import re

import pytest

from headquarters.backoffice.work_pages.layouts import USES_SHOWN, layouts
from headquarters.layouts.service import Made, Use, keep_layouts
from headquarters.office.sessions import Visitor
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.backoffice.browser import PASSWORD, Browser, set_up_code
from tests.headquarters.conftest import Books
from tests.headquarters.layouts.files import button, layout, page

FIRST = layout(page("Sale", button("order.find")), name="kiosk")
SECOND = layout(page("Sale", button("order.find"), button("product.search", 1)), name="kiosk")


@pytest.fixture(scope="module")
def ada(shop: RunningHeadquarters) -> Browser:
    ada = Browser(shop.url).set_up(set_up_code(shop))
    ada.get("/office/people")
    ada.press("/office/people", name="Eve", role="auditor", password=PASSWORD)
    return ada


@pytest.fixture(scope="module")
def kiosk(ada: Browser) -> str:
    """The page of a layout in two versions."""
    for content, note in ((FIRST, "first"), (SECOND, "with search")):
        ada.get("/office/layouts")
        ada.press("/office/layouts", content=json.dumps(content), name="", note=note)
    return ada.address.removeprefix(ada.url)


def test_a_file_that_registers_would_refuse_is_refused_with_every_fault(ada: Browser) -> None:
    for content, words in (
        ("{", "not the text of a layout file"), ("[" * 100_000, "not the text of a layout file"),
        ("3", "is not a group"),
        (json.dumps(layout(page("Sale", button(), button(), rows=99))), "a grid of 99 x 4 cells"),
    ):  # fmt: skip
        ada.get("/office/layouts")
        ada.press("/office/layouts", content=content, name="", note="")
        assert (ada.status, words in ada.text) == (422, True), words


def test_versions_are_compared_in_words_and_an_older_one_is_published_as_a_new_one(
    ada: Browser, kiosk: str
) -> None:
    ada.get(f"{kiosk}?before=1&after=2")
    assert "page Sale, row 1, column 2: product.search is new" in ada.text
    ada.press(f"{kiosk}/roll-back")
    assert "= 1" in ada.text
    ada.get(f"{kiosk}?before=1&after=3")
    assert "Nothing differs." in ada.text
    ada.get(kiosk)
    ada.post(f"{kiosk}/roll-back", form_secret=ada.secret(), version="3")
    assert (ada.status, "This is what kiosk is already" in ada.text) == (409, True)
    ada.get(kiosk)
    ada.post(f"{kiosk}/roll-back", form_secret=ada.secret(), version="99")
    assert ada.status == 404


def test_a_version_is_taken_as_a_file_and_that_file_is_published_as_another_layout(
    shop: RunningHeadquarters, ada: Browser, kiosk: str
) -> None:
    cookies = {"Cookie": "; ".join(f"{each.name}={each.value}" for each in ada.jar)}
    taken = shop.call("GET", f"{kiosk}/file?version=2", headers=cookies)
    assert taken.headers["Content-Disposition"] == 'attachment; filename="kiosk-2.json"'
    assert json.loads(taken.body) == SECOND
    assert f'href="{kiosk}/file?version=1"' in ada.get(kiosk)

    ada.get("/office/layouts")
    ada.send_file("/office/layouts/file", "kiosk-2.json", taken.body, name="second kiosk", note="from a file")
    assert (ada.status, "from a file" in ada.text) == (200, True)
    assert '"operation": "product.search"' in html.unescape(ada.text)

    again = ada.address.removeprefix(ada.url)
    assert json.loads(shop.call("GET", f"{again}/file", headers=cookies).body) == SECOND
    ada.get(f"{kiosk}/file?version=99")
    assert ada.status == 404


def test_a_file_that_registers_would_refuse_is_refused_as_its_text_would_be(ada: Browser) -> None:
    overlapping = layout(page("Sale", button("order.find"), button("product.search")), name="both")
    for data, words in (
        (json.dumps(overlapping).encode(), "page 1, button 2: it overlaps page 1, button 1"),
        (b"\xff\xfe{", "not the text of a layout file"),
    ):
        ada.get("/office/layouts")
        ada.send_file("/office/layouts/file", "both.json", data, name="", note="")
        assert (ada.status, words in ada.text) == (422, True), words
    assert ">both<" not in ada.get("/office/layouts")


def test_a_layout_is_given_to_a_store_a_register_and_a_person_that_are_there(
    ada: Browser, kiosk: str
) -> None:
    for kind, name in (("store", "HOUSTON"), ("register", "SEATTLE-1"), ("user", "cashier")):
        ada.get(kiosk)
        ada.post(f"{kiosk}/uses", form_secret=ada.secret(), kind=kind, name=name)
        assert name in ada.get(kiosk)
    for kind, name in (("store", "NOWHERE"), ("world", "x")):
        ada.post(f"{kiosk}/uses", form_secret=ada.secret(), kind=kind, name=name)
        assert (ada.status, f"There is no {kind} {name}" in ada.text) == (422, True)
        ada.get(kiosk)
    ada.post(f"{kiosk}/uses", form_secret=ada.secret(), kind="user", name="cashier", do="take away")
    assert 'value="cashier"' not in ada.get(kiosk)


def test_the_fleet_shows_the_layout_that_a_register_says_it_shows(
    shop: RunningHeadquarters, ada: Browser
) -> None:
    register = shop.enrol("HOUSTON-1")
    shop.job("p-job")  # a register that is asked for what it holds is heard at once
    shop.call("GET", "/v1/hello?layout=kiosk+3", token=register.token)
    assert "kiosk 3" in ada.get("/office/registers")


def test_an_auditor_looks_and_changes_nothing(shop: RunningHeadquarters, ada: Browser, kiosk: str) -> None:
    eve = Browser(shop.url).sign_in("Eve")
    assert "Publish it again" not in eve.get(kiosk)
    eve.get("/office/me")
    eve.post(f"{kiosk}/roll-back", form_secret=eve.secret(), version="1")
    assert eve.status == 403


def test_very_many_layouts_are_shown_a_page_at_a_time_with_some_of_those_who_have_them(books: Books) -> None:
    content = layout(page("Sale", button("order.find")), name="x")
    uses = [Use("user", f"u{at:02}", "L07") for at in range(USES_SHOWN + 2)]
    with books.parts.database.writing() as session:
        keep_layouts(
            session, {f"L{at:02}": content for at in range(60)}, uses, Made("Ada", books.parts.now())
        )

    person = Visitor("en", name="Ada", stores=None)
    first = bytes(layouts(books.parts, person).body).decode()
    (more,) = re.findall(r'<a class="more" href="/office/layouts[?]after=(\w+)"', first)
    rest = bytes(layouts(books.parts, person, after=more).body).decode()
    names = [re.findall(r'<a href="/office/layouts/\d+">(L\d\d)</a>', text) for text in (first, rest)]

    assert [len(each) for each in names] == [50, 10]
    assert [name for each in names for name in each] == [f"L{at:02}" for at in range(60)]
    assert "u08, u09 …" in first
    assert 'class="more"' not in rest
    assert bytes(layouts(books.parts, person, text="L5").body).decode().count(">L5") == 10
