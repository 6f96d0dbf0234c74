"""Every page with real work in it, in a real browser, on both databases: whole, legible to everybody, and at work."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import filterfalse, islice
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from channel_db.device import read_device, write_device
from headquarters.database import open_database
from headquarters.jobs.models import JobSession
from rehearsal.children import Child
from rehearsal.demo_work import customer_called
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.fixtures.fix_postgresql import PostgresServer
from tests.fixtures.one_nursery import shared_start
from tests.headquarters.backoffice.anatomy import with_something_new
from tests.headquarters.backoffice.crawling import crawled
from tests.headquarters.backoffice.played import copied, going_on, play
from tests.headquarters.backoffice.seen import Seen

pytestmark = pytest.mark.browser

SQLITE, POSTGRESQL = "sqlite", "postgresql"
AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text(encoding="utf-8")
START = """([scope, rules]) => { window.found = axe.run(scope || document, {resultTypes: ["violations"],
    preload: false, iframes: false, ...(rules.length ? {runOnly: rules} : {})}); }"""
FOUND = "async () => (await window.found).violations"
TABS = 3
"""So many pages are looked at at once."""
FOCUSED = """() => { const it = document.activeElement, style = getComputedStyle(it);
    return [it === document.body ? "BODY" : it.outerHTML.slice(0, 200),
            style.outlineStyle + " " + style.outlineWidth]; }"""
WIDTHS_OF_TABLE = """() => { const it = document.querySelector(".scroll, .table-responsive");
    return [it.scrollWidth, it.clientWidth]; }"""
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
LOOKS: tuple[tuple[str, dict[str, int], list[str]], ...] = (
    ("light", WIDE, []),
    ("dark", WIDE, ["color-contrast"]),
    ("light", PHONE, ["scrollable-region-focusable", "target-size"]),
)
"""The look, the size, and which rules of axe depend on it; none: all of them."""


OF_PRICES = {"/office/products/1", "/office/products/1/list-prices", "/office/price-lists", "/office/price-lists/new",
             "/office/price-lists/1", "/office/price-lists/1/prices", "/office/list-prices/1"}  # fmt: skip
"""Pages of goods and of their prices."""


@dataclass
class Office:
    """A headquarters with two days of work in it, and a browser that is signed in."""

    running: RunningHeadquarters
    address: str
    folder: Path
    tabs: list[Seen]
    pages: list[str]
    new_ones: set[str]
    """The pages that are made of something which no page before them has."""

    @property
    def seen(self) -> Seen:
        """The page of who does something."""
        return self.tabs[0]


@pytest.fixture(scope="module", params=[SQLITE, POSTGRESQL])
def office(
    request: pytest.FixtureRequest, chromium: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Office]:
    folder, address = tmp_path_factory.mktemp("played") / "data", ""
    if request.param == POSTGRESQL:
        server: PostgresServer = request.getfixturevalue("postgresql")
        address = server.make()
        played = play(folder, "--database", address)
    else:
        played = copied(request.getfixturevalue("two_days"), folder)
    with going_on(played, *(("--database", address) if address else ())) as (running, walker):
        person = played.person
        pages = {page.path: page.text for page in crawled(walker)}
        context = chromium.new_context(reduced_motion="reduce")
        tabs = [Seen(context.new_page(), running.url) for _ in range(TABS)]
        seen = tabs[0]
        seen.open("/office/sign-in")
        seen.page.get_by_label("Name").fill(person.name)
        seen.page.get_by_label("Password").fill(person.password)
        seen.page.get_by_role("button", name="Sign in").click()
        expect(seen.page.get_by_role("heading", name="Overview")).to_be_visible()
        yield Office(running, address, folder, tabs, [*pages], {*with_something_new(pages)})
        context.close()


def looks_into(seen: Seen, rules: list[str], scope: str = "") -> None:
    """Let axe look at the page as it stands; `faults` are what it finds."""
    seen.page.evaluate(START, [scope, rules])


def faults(seen: Seen) -> list[str]:
    """What axe held against the page it was asked to look at, where it is serious or worse."""
    found: list[dict[str, Any]] = seen.page.evaluate(FOUND)
    return [
        f"{each['impact']} {each['id']}: {node['html'][:200]}"
        for each in found
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"]
    ]


def batched(paths: list[str], size: int) -> Iterator[list[str]]:
    """The paths, so many at a time."""
    rest = iter(paths)
    while some := list(islice(rest, size)):
        yield some


def is_alike(path: str) -> bool:
    """A set-up page that is made like that of stores: how the look of a page changes is tried on those."""
    return path.startswith("/office/set/") and "/set/stores/" not in path


def is_another_form(path: str) -> bool:
    """A page of one row of a list, which is made like its form."""
    return "/detail?" in path or "/create?" in path


def too_wide(seen: Seen, *widths: int) -> list[int]:
    """Screens on which the page has to be pushed sideways."""
    found = []
    for width in widths:
        seen.page.set_viewport_size({"width": width, "height": 900})
        if seen.page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            found.append(width)
    return found


@pytest.mark.parametrize("office", [SQLITE], indirect=True)
def test_no_page_has_a_serious_fault_by_axe_nor_is_too_wide_in_light_and_dark_and_on_a_phone(
    office: Office,
) -> None:
    """All are opened. Axe looks at those that are made of something which no page before them has; how wide pages are
    that are alike is tried on a phone.
    """
    assert set(office.pages) >= OF_PRICES
    assert len(office.new_ones) > 40
    found: dict[Any, Any] = {}
    sign_in = "/office/sign-in"
    for paths in batched([sign_in, *office.pages], TABS):
        shown = dict(zip(paths, office.tabs, strict=False))
        for path, tab in shown.items():
            tab.page.set_viewport_size(WIDE)  # type: ignore[arg-type]
            tab.page.emulate_media(color_scheme="light")
            tab.begin(path)
        new_ones = {path: tab for path, tab in shown.items() if path in {sign_in, *office.new_ones}}
        for path, tab in shown.items():
            tab.page.wait_for_load_state()
            if path in new_ones:
                tab.page.evaluate(AXE)
        for look, size, rules in LOOKS:
            looked = {path: tab for path, tab in new_ones.items() if not (rules and is_alike(path))}
            for path, tab in looked.items():
                tab.page.emulate_media(color_scheme=look)  # type: ignore[arg-type]
                tab.page.set_viewport_size(size)  # type: ignore[arg-type]
                looks_into(tab, rules, "main" if is_alike(path) else "")
            found |= {
                (path, look, size["width"]): said for path, tab in looked.items() if (said := faults(tab))
            }
        found |= {
            path: wide
            for path, tab in shown.items()
            if (wide := too_wide(tab, *((390,) if is_alike(path) else (390, 820, 1920))))
        }

    assert found == {}
    assert [tab.complaints for tab in office.tabs] == [[]] * TABS


def lines_of_menu(seen: Seen) -> float:
    """How many lines the menu takes."""
    high, one = seen.page.evaluate("""() => { const menu = document.querySelector("header nav div");
        return [menu, menu.querySelector("a")].map(it => it.getBoundingClientRect().height); }""")
    return round(float(high) / float(one), 2)


def speaking(seen: Seen, language: str) -> None:
    """Have the pages in this language."""
    seen.open("/office/me")
    seen.page.locator("select[name=language]").select_option(language)
    seen.page.locator("form[action$='/view'] button").click()
    expect(seen.page.locator("html")).to_have_attribute("lang", language)


@pytest.mark.parametrize("office", [SQLITE], indirect=True)
@pytest.mark.parametrize("language", ["nb", "nl", "en"])
def test_the_menu_is_one_line_and_an_order_is_edited_without_pushing_it_sideways_at_1280(
    office: Office, language: str
) -> None:
    seen = office.seen
    seen.page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    speaking(seen, language)
    edited = next(
        path for path in office.pages if path.startswith("/office/orders/") and path.endswith("/edit")
    )
    for path in (edited, "/office/set/registers/list"):
        seen.open(path)
        assert lines_of_menu(seen) == 1
        wide, shown = seen.page.evaluate(WIDTHS_OF_TABLE)
        assert wide <= shown

    seen.page.set_viewport_size({"width": 700, "height": 900})
    assert lines_of_menu(seen) > 1


@pytest.mark.parametrize("office", [SQLITE], indirect=True)
def test_axe_would_find_a_fault(office: Office) -> None:
    office.seen.open("/office/orders")
    office.seen.page.evaluate(AXE)
    office.seen.page.evaluate("document.querySelector('main select').closest('label').replaceWith('x')")
    looks_into(office.seen, [], "main")
    assert faults(office.seen) == []
    office.seen.page.evaluate("document.querySelector('main').append(document.createElement('select'))")
    looks_into(office.seen, [], "main")

    assert [each.split(":")[0] for each in faults(office.seen)] == ["critical select-name"]


@pytest.mark.parametrize("office", [SQLITE], indirect=True)
@pytest.mark.parametrize("path", ["/office/jobs", "/office/people", "/office/set/charge-codes/list",
                                  "/office/set/auto-charges/edit?pk=1"])  # fmt: skip
def test_where_the_keyboard_is_can_be_seen(office: Office, path: str) -> None:
    page, unseen, reached = office.seen.page, [], 0
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    office.seen.open(path)
    while True:
        page.keyboard.press("Tab")
        name, outline = page.evaluate(FOCUSED)
        if name == "BODY":
            break
        reached += 1
        if outline != "solid 2px":
            unseen.append((name, outline))

    assert unseen == []
    assert reached > 20


@pytest.mark.parametrize("office", [POSTGRESQL], indirect=True)
def test_every_page_shows_from_postgresql_and_asks_nobody_else(office: Office) -> None:
    for path in filterfalse(is_another_form, office.pages):
        office.seen.open(path)

    assert office.seen.complaints == []


def test_jobs_are_run_paused_resumed_and_run_again_by_their_buttons(office: Office) -> None:
    page = office.seen.page
    office.seen.open("/office/jobs")
    customers = page.get_by_role("row").filter(has_text="Synchronize customers").first
    expect(customers).to_contain_text("paused by Saskia")
    expect(customers.locator("#waiting-synchronize-customers")).to_have_text("1")
    customers.get_by_role("button", name="Resume").click()
    expect(customers.get_by_role("button", name="Pause")).to_be_visible()
    customers.get_by_role("button", name="Run now").click()
    expect(customers.locator("#waiting-synchronize-customers")).to_have_text("")
    page.locator("#sessions").get_by_role("button", name="Run again").first.click()
    expect(page.locator("#sessions tr").nth(1)).to_contain_text("Saskia")
    office.seen.open("/office/customers")
    expect(page.locator("main")).to_contain_text("Bram de Wit")


def test_a_run_under_way_is_followed_without_loading_the_page_and_cancelled(office: Office) -> None:
    """Another process of headquarters runs it; this one shows how far it is."""
    page = office.seen.page
    database = open_database(office.folder / "headquarters", office.address)
    with database.writing() as session:
        run = JobSession(
            job="1040", started_by="Noor", started_at="2026-11-02T12:00:00.000+00:00", ended_at=None, rows=3,
            errors=0, note="",
        )  # fmt: skip
        session.add(run)
        session.flush()
        key = run.id
    office.seen.open("/office/jobs")
    page.evaluate("window.isTheSame = true")
    page.locator("details summary").first.click()
    expect(page.locator("#now-1040")).to_have_text("runs: 3 rows, 0 errors")
    button = page.locator("#acts-1040").get_by_role("button", name="Cancel the run")
    button.evaluate("button => button.isTheSame = true")
    with database.writing() as session:
        session.get_one(JobSession, key).rows = 7
    expect(page.locator("#now-1040")).to_have_text("runs: 7 rows, 0 errors")
    assert button.evaluate("button => button.isTheSame") is True
    button.click()
    expect(page.locator("#now-1040")).to_contain_text("is stopping")
    page.evaluate("window.isTheSame = true")
    with database.writing() as session:
        session.get_one(JobSession, key).ended_at = "2026-11-02T12:01:00.000+00:00"
    expect(page.locator("#now-1040")).to_have_text("–")
    expect(page.locator("#acts-1040").get_by_role("button", name="Run now")).to_be_visible()
    expect(page.locator("#news[hx-get]")).to_have_count(0)
    database.close()

    assert page.evaluate("window.isTheSame") is True
    assert office.seen.complaints == []


def test_what_is_published_is_taken_by_the_agent_of_a_register_unless_that_is_paused(office: Office) -> None:
    page, register = office.seen.page, office.folder / "UTRECHT-1"
    write_device(register, replace(read_device(register), hq_url=office.running.url))
    pressed(office, "/office/registers/1", "Pause")
    office.seen.open("/office/publish")
    expect(page.locator("main")).to_contain_text("Default deposit percentage")
    page.get_by_role("button", name="Publish").click()
    row = page.get_by_role("row").filter(has_text="UTRECHT-1")
    agent = Child("sync_agent", ("--data", register, "--steps"), register / "agent.log", shared_start())
    core = Child(
        "pos_app.console", ("--data", register, "--resume-user"), register / "core.log", shared_start()
    )
    try:
        assert "UTRECHT-1 is paused" in agent.ask("pull")["words"]
        assert deposit_asked(core) == 2490
        assert agent.ask("push")["complete"]
        page.reload()
        expect(row).to_contain_text("waits")
        pressed(office, "/office/registers/1", "Resume")
        assert agent.ask("pull")["complete"]
        assert agent.ask("pull")["complete"]
        assert deposit_asked(core) == 3735
    finally:
        agent.end()
        core.end()
    office.seen.open("/office/publish")
    expect(row).to_contain_text("taken")


def pressed(office: Office, path: str, button: str) -> None:
    """Open a page and press one of its buttons."""
    office.seen.open(path)
    office.seen.page.get_by_role("button", name=button, exact=True).click()
    expect(office.seen.page.get_by_role("button", name=button, exact=True)).to_have_count(0)


def deposit_asked(core: Child) -> int:
    """What the register asks for a tent that is put aside for Anna Berg; the cart is void afterwards."""
    asked: tuple[tuple[str, dict[str, str]], ...] = (
        ("product.add", {"number": "10001"}),
        ("customer.set", {"id": customer_called("Anna Berg")}),
        ("order.pick_up_all", {}),
    )
    for operation, params in asked:
        done = core.ask({"do": operation, "params": params})
        assert done["outcome"] == "done", done
    deposit = core.ask({"view": "cart"})["deposit_minor"]
    done = core.ask({"do": "transaction.void", "params": {}})
    assert done["outcome"] == "done", done
    return int(deposit)
