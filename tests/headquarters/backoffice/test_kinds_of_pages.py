"""Every list of set-up can do what lists of set-up can; one that lacks something of it is named, with what it lacks."""

import csv
import html
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest
from starlette_admin import EnumField

from headquarters.backoffice.set_pages.columns import CHOICES_MAX, NamedField
from headquarters.backoffice.set_pages.kinds import VIEWS
from headquarters.base import table_of
from headquarters.settings.models import Store
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.backoffice.browser import NAME, Browser, set_up_code
from tests.headquarters.backoffice.forms import form_of, form_of_text, made, said_of
from tests.headquarters.backoffice.test_set_imports import ADDRESS, MADE, exported, told, tried
from tests.headquarters.backoffice.test_set_lists import KINDS, view_of
from tests.headquarters.goods_callers import CALLERS_OF_GOODS
from tests.headquarters.shop import RETAILER

FORMULA = "=1+1"
TOO_LONG = "A" * 20_000
NO_CHOICE = "nothing like this"
FREE_TEXTS = {"name", "text", "store_name", "help"}
"""Fields that may begin with a sign of formulas."""


@dataclass(frozen=True)
class Shown:
    """What the pages of one kind show: the list, the list behind its first row, that row, a form, the same refused, the
    import, a report of one, and the export.
    """

    kind: str
    first: str
    listed: str
    behind: str
    row: str
    form: str
    refused: list[str]
    bring: str
    report: str
    export: list[list[str]]


def rows_in(text: str) -> list[str]:
    return re.findall(r'<tr data-sa-pk="(\d+)"', text)


def named_links(shown: Shown) -> bool:
    """What a row names of another list is a link to it there."""
    pages = {table_of(each[1]).name: each[2] for each in VIEWS}
    pages[table_of(Store).name] = "stores"
    facts = dict(re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", shown.row, re.DOTALL))
    named = [
        each for each in view_of(shown.kind).fields if isinstance(each, NamedField) and not each.multiple
    ]
    return all(
        f'href="/office/set/{pages[each.of]}/list?filter=' in shown.row
        for each in named
        if re.sub(r"<[^>]*>", "", facts.get(html.escape(str(each.label)), "")).strip() not in {"", "–"}
    )


def is_short(shown: Shown) -> bool:
    """No form holds all rows of another table: what is loaded from one is loaded by a field that stops in time."""
    loading = [
        each for each in view_of(shown.kind).fields if isinstance(each, EnumField) and each.choices_loader
    ]
    lists = re.findall(r"<select.*?</select>", shown.form, re.DOTALL)
    return all(isinstance(each, NamedField) for each in loading) and all(
        each.count("<option") <= CHOICES_MAX + 1 for each in lists
    )


ABLE: dict[str, Callable[[Shown], bool]] = {
    "search": lambda shown: bool(re.search(r'type="search"\s+name="q"', shown.listed)),
    "filters": lambda shown: 'id="filter-form"' in shown.listed,
    "sort": lambda shown: 'data-sa-hook="sort-link"' in shown.listed,
    "a count": lambda shown: bool(re.search(r"\d+ in all", shown.listed)),
    "paging by keys": lambda shown: shown.first in rows_in(shown.listed) and shown.first not in rows_in(shown.behind),
    "what it names as links": named_links,
    "no relation as a whole": is_short,
    "history": lambda shown: "<h2>History</h2>" in shown.row,
    "validation in words": lambda shown: bool(shown.refused) and all(len(each) > 5 for each in shown.refused),
    "import": lambda shown: f'href="{ADDRESS}/{shown.kind}"' in shown.listed and 'type="file"' in shown.bring,
    "dry run": lambda shown: {row[2] for row in told(shown.report)} == {"as it was"},
    "export": lambda shown: 'data-sa-name="export"' in shown.listed and len(shown.export) > 1,
    "no formula in a file": lambda shown: not {cell[:1] for row in shown.export for cell in row} & {*"=+-@"},
}  # fmt: skip


def lacks(shown: Shown) -> list[str]:
    """What the pages of a kind cannot do."""
    return [name for name, is_able in ABLE.items() if not is_able(shown)]


def plant(browser: Browser, kind: str, row: str) -> None:
    """Let a text of a row begin like a formula, where it has one that is free."""
    if (kind, row) == ("roles", "") or not view_of(kind).fields:
        return
    browser.get(f"/office/set/{kind}/edit?pk={row}")
    if browser.status != 200:
        return
    fields = form_of_text(browser.text)
    name = next((each for each in fields if each in FREE_TEXTS), None)
    if name is not None:
        browser.post(f"/office/set/{kind}/edit?pk={row}", **fields | {name: FORMULA})


def wrong(browser: Browser, path: str) -> list[str]:
    """What is said of a form in which every field says what it cannot; of yes and no nothing can be wrong."""
    fields = form_of(browser, path)
    chosen = set(re.findall(r'<select[^>]*?name="(\w+)"', browser.text, re.DOTALL))
    kept = {"csrftoken", "form_secret", "version"}
    sent = {
        name: value if name in kept else NO_CHOICE if name in chosen else TOO_LONG for name, value in fields.items()
    }  # fmt: skip
    boxes = set(re.findall(r'<input[^>]*?type="checkbox"[^>]*?name="(\w+)"', browser.text, re.DOTALL))
    boxes |= set(re.findall(r'<input[^>]*?name="(\w+)"[^>]*?type="checkbox"', browser.text, re.DOTALL))
    if sent.keys() <= kept | boxes:
        return ["It has boxes alone."]
    browser.post(path, **sent)
    assert browser.status == 422, (path, browser.status, sent.keys())
    return [html.unescape(each).strip() for each in said_of(browser)]


def shown_of(browser: Browser, kind: str) -> Shown:
    """The pages of a kind."""
    list_page = browser.get(f"/office/set/{kind}/list?sort=id__asc")
    first = rows_in(list_page)[0]
    plant(browser, kind, first)
    forms = [f"/office/set/{kind}/create", f"/office/set/{kind}/edit?pk={first}"]
    form = next(path for path in forms if browser.get(path) and browser.status == 200)
    rows = exported(browser, kind)
    return Shown(
        kind, first, browser.get(f"/office/set/{kind}/list?sort=id__asc"),
        browser.get(f"/office/set/{kind}/list?sort=id__asc&page={first}~"),
        browser.get(f"/office/set/{kind}/detail?pk={first}"), browser.get(form), wrong(browser, form),
        browser.get(f"{ADDRESS}/{kind}"), tried(browser, kind, rows), rows,
    )  # fmt: skip


@pytest.fixture(scope="module")
def ada(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """An administrator of a headquarters with a row of each kind."""
    running = RunningHeadquarters(tmp_path_factory.mktemp("kinds")).start()
    try:
        running.manage("PUT", "/v1/manage/retailer", RETAILER)
        ada = Browser(running.url).set_up(set_up_code(running), NAME)
        for kind, fields in MADE:
            made(ada, kind, **fields)
        yield ada
    finally:
        running.stop()


def test_every_list_of_set_up_can_do_all_of_it(ada: Browser) -> None:
    pages = {kind: shown_of(ada, kind) for kind in KINDS}

    assert {kind: missing for kind, shown in pages.items() if (missing := lacks(shown))} == {}
    written = io.StringIO()
    csv.writer(written).writerows([row for shown in pages.values() for row in shown.export])
    assert written.getvalue().count(f"'{FORMULA}") > 8


def test_a_list_that_lacks_something_is_told_apart(ada: Browser) -> None:
    whole = shown_of(ada, "reasons")
    assert lacks(whole) == []
    row = "<dt>Commerce parameters</dt><dd>standard</dd>"
    empty = Shown("reasons", whole.first, "", whole.listed, row, "", [], "", "", [["=1+1"]])
    assert lacks(empty) == [name for name in ABLE if name != "no relation as a whole"]
    long = f"<select>{'<option>' * (CHOICES_MAX + 2)}</select>"
    assert lacks(replace(whole, form=long)) == ["no relation as a whole"]
    assert lacks(replace(whole, behind=whole.listed)) == ["paging by keys"]
    assert lacks(replace(whole, row=whole.row.replace("/set/parameters/", "/set/nothing/"))) == [
        "what it names as links"
    ]


GOODS = {
    "/office/products": ("/office/products.csv", "/office/imports"),
    "/office/discounts": ("/office/discounts.csv", "/office/goods-import/discounts"),
    "/office/price-lists": ("/office/price-lists.csv", "/office/goods-import/price-lists"),
    "/office/price-lists/{row}/prices": ("/office/price-lists/{row}/prices.csv", "/office/imports"),
}
"""The lists of set-up that are no drafts: where each goes out as a file, and where one comes in."""
WITHOUT_FILES = {
    "/office/layouts": "a layout is one document of JSON, which its own form takes and shows",
    "/office/people": "who may sign in here comes in by no file: it would hold passwords",
    "/office/warehouses": "one field a store, which the list of stores exports and takes in too",
}


def without_files(links: dict[str, str]) -> set[str]:
    """Of these lists, by the text of their pages, those that lack export or import."""
    return {
        page
        for page, (goes_out, comes_in) in GOODS.items()
        if not (f'href="{goes_out}' in links[page] and f'href="{comes_in}"' in links[page])
    }


def test_every_other_list_that_is_set_up_goes_out_as_a_file_and_comes_in_or_says_why_not(
    ada: Browser,
) -> None:
    ada.get("/office/price-lists/new")
    ada.press("/office/price-lists/new", code="FILES", name="Files")
    row = re.findall(r'href="/office/price-lists/(\d+)"', ada.get("/office/price-lists"))[0]
    pages = {page: ada.get(page.replace("{row}", row)).replace(f"/{row}/", "/{row}/") for page in GOODS}

    assert without_files(pages) == set()
    assert without_files(dict.fromkeys(GOODS, "")) == set(GOODS)
    assert all(len(reason) > 20 for reason in WITHOUT_FILES.values())
    setting = {path for method, path in CALLERS_OF_GOODS if method == "POST" and path.endswith("/new")}
    made = {path.removesuffix("/new") for path in setting}
    assert made <= set(GOODS), "what is made on a page of its own goes out as a file too"
