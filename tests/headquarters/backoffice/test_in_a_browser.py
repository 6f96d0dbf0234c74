"""The back office in a real browser: what is set up reaches a register that asks, and nothing comes from elsewhere."""

import random
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from channel_db.engine import open_catalog
from retail.cart import Cart, add_line
from retail.catalog import Product
from retail.settings import StoreSettings
from sync_agent.bootstrap import make_clock, opened_agent
from sync_agent.steps import take_step
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.backoffice.browser import NAME
from tests.headquarters.backoffice.seen import Seen
from tests.sync_agent.enrolling import enrol_by_program

pytestmark = pytest.mark.browser


class Register:
    """An enrolled register's folder, and its agent's work on it."""

    def __init__(self, folder: Path, running: RunningHeadquarters, name: str = "HOUSTON-1") -> None:
        self.folder = folder
        code = running.manage("POST", "/v1/manage/enrolment-codes", {"register": name})["code"]
        assert enrol_by_program(running.url, code, folder) == 0

    def pull(self) -> None:
        with opened_agent(self.folder, make_clock(None), random.Random(1), lambda feed, rows: None) as agent:
            assert take_step(agent, "pull").complete

    def scanned(self, code: str) -> list[Product]:
        catalog = open_catalog(self.folder, make_clock(None), writer=False)
        try:
            return catalog.product_by_barcode(code)
        finally:
            catalog.close()

    def settings(self) -> StoreSettings | None:
        catalog = open_catalog(self.folder, make_clock(None), writer=False)
        try:
            return catalog.settings()
        finally:
            catalog.close()


def test_pages_are_read_and_used_by_keys_alone(administrator: Seen) -> None:
    page = administrator.page
    for path in ("", "/set/stores/detail?pk=1"):
        administrator.open(f"/office{path}")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Go to the content"
        page.keyboard.press("Enter")
        assert page.evaluate("location.hash") == "#main"
    page.evaluate("document.querySelector('.kinds a').focus()")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_languages_and_looks_are_those_that_were_chosen(administrator: Seen) -> None:
    page = administrator.page
    for language, heading, look, ground in (("nb", "Handelsparametere", "dark", "rgb(15, 19, 25)"),
                                            ("en", "Commerce parameters", "light", "rgb(238, 241, 245)")):  # fmt: skip
        administrator.open("/office/me")
        page.locator("select[name=language]").select_option(language)
        page.locator("select[name=look]").select_option(look)
        page.locator("form[action$='/view'] button").click()
        administrator.open("/office/set/parameters/list")
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == ground


def test_change_is_checked_kept_published_and_taken_by_a_register(
    administrator: Seen, shop: RunningHeadquarters, tmp_path: Path
) -> None:
    register, page = Register(tmp_path / "register", shop), administrator.page
    register.pull()

    administrator.open("/office/set/parameters/list")
    page.get_by_label("Edit").first.click()
    deposit = page.get_by_label("Default deposit percentage")
    deposit.fill("130")
    page.evaluate("document.querySelector('main form').noValidate = true")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("main")).to_contain_text("between 0 and 100")
    deposit.fill("25")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("heading", name="Commerce parameters")).to_be_visible()

    administrator.open("/office/publish")
    expect(page.locator("main")).to_contain_text("Default deposit percentage")
    page.get_by_role("button", name="Publish").click()
    row = page.get_by_role("row").filter(has_text="HOUSTON-1")
    expect(row).to_contain_text("waits")
    register.pull()
    register.pull()
    page.reload()
    expect(row).to_contain_text("taken")
    settings = register.settings()
    assert settings is not None
    assert settings.deposit_percent == 25
    administrator.complaints = [each for each in administrator.complaints if "422" not in each]
    assert administrator.complaints == []


def test_a_product_is_taxed_by_a_group_and_sold_by_a_pack_that_people_set_up_here(
    administrator: Seen, shop: RunningHeadquarters, tmp_path: Path
) -> None:
    register, page = Register(tmp_path / "register", shop, "HOUSTON-2"), administrator.page
    administrator.open("/office/set/item-tax-groups/create")
    page.get_by_label("Name", exact=True).fill("FOOD")
    page.get_by_label("Names of its taxes, one a line").fill("State\nSugar")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("heading", name="Item sales tax groups")).to_be_visible()
    administrator.open("/office/set/sales-units/create")
    page.get_by_label("Sales unit, such as kg").fill("box")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("heading", name="Sales units")).to_be_visible()
    administrator.open("/office/set/stores/edit?pk=1")
    page.get_by_label("Tax in percent").fill("0")
    page.get_by_label("Several taxes, one a line").fill("State 6\nCity 2")
    page.get_by_role("button", name="Save", exact=True).click()
    administrator.open("/office/publish")
    expect(page.locator("main")).to_contain_text("Item sales tax groups")
    page.get_by_role("button", name="Publish").click()

    administrator.open("/office/products/new")
    form = {
        "number": "PEAR",
        "name": "Pear",
        "item_tax_group": "FOOD",
        "price": "1.00",
        "packs": "box; 6; 5.00; 701",
    }
    for name, value in form.items():
        page.locator(f"main [name={name}]").fill(value)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("heading", name="PEAR: Pear")).to_be_visible()

    register.pull()
    (box,), settings = register.scanned("701"), register.settings()
    assert settings is not None
    (line,) = add_line(Cart("c", "o", "USD"), box, settings, 2000).lines
    assert (line.unit, line.amount_minor, line.contains_thousandths) == ("box", 1000, 6000)
    assert [code.name for code in line.tax_codes] == ["State"]
    assert administrator.complaints == []


def test_whoever_saves_second_sees_both_and_loses_nothing(administrator: Seen, chromium: Browser) -> None:
    page = administrator.page
    administrator.open("/office/set/offline/edit?pk=1")
    page.get_by_label("Request time-out, in seconds").fill("7")
    other = page.context.new_page()
    other.goto(f"{administrator.url}/office/set/offline/edit?pk=1")
    other.get_by_label("Request time-out, in seconds").fill("5")
    other.get_by_role("button", name="Save", exact=True).click()
    expect(other.get_by_role("heading", name="Offline profiles")).to_be_visible()
    other.close()

    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("main")).to_contain_text("Somebody else saved first: 5")
    expect(page.get_by_label("Request time-out, in seconds")).to_have_value("7")
    page.get_by_role("button", name="Save", exact=True).click()
    administrator.open("/office/set/offline/edit?pk=1")
    expect(page.get_by_label("Request time-out, in seconds")).to_have_value("7")


def test_job_is_started_paused_and_goes_on_and_its_session_is_shown(administrator: Seen) -> None:
    page = administrator.page
    administrator.open("/office/jobs")
    row = page.get_by_role("row").filter(has_text="1040 Products and charges").first
    row.get_by_role("button", name="Run now").click()
    expect(page.get_by_role("row").filter(has_text=NAME).first).to_contain_text("1040 Products and charges")
    row.get_by_role("button", name="Pause").click()
    expect(row).to_contain_text(f"paused by {NAME}")
    row.get_by_role("button", name="Resume").click()
    expect(row).to_contain_text("by hand")


def test_stock_is_adjusted_with_its_reason(administrator: Seen) -> None:
    page = administrator.page
    administrator.open("/office/inventory")
    page.get_by_role("link", name="A", exact=True).click()
    page.get_by_label("More, or less with a minus").fill("-2")
    page.get_by_role("button", name="Adjust").click()
    expect(page.get_by_label("Reason")).to_be_focused()
    page.get_by_label("Reason").fill("broken")
    page.get_by_role("button", name="Adjust").click()
    expect(page.get_by_role("row").filter(has_text="adjustment")).to_contain_text("broken")
    expect(page.locator("dl")).to_contain_text("3")


def test_the_log_bundle_comes_down_as_a_file_and_the_history_says_who_took_it(administrator: Seen) -> None:
    page = administrator.page
    administrator.open("/office")
    page.get_by_role("link", name="Log bundle").click()
    expect(page.get_by_role("heading", name="Log bundle")).to_be_visible()

    with page.expect_download() as waiting:
        page.get_by_role("button", name="Make the bundle and download it").click()

    with zipfile.ZipFile(waiting.value.path()) as packed:
        assert {"README.txt", "rows.json", "stores.json", "versions.json"} <= set(packed.namelist())
    page.get_by_role("link", name="History").click()
    row = page.get_by_role("row").filter(has_text=waiting.value.suggested_filename)
    expect(row).to_contain_text(NAME)
    expect(row).to_contain_text("take away")


def test_codes_for_all_registers_come_down_as_one_file(administrator: Seen) -> None:
    page = administrator.page
    administrator.open("/office/registers?store=SEATTLE")

    with page.expect_download() as waiting:
        page.get_by_role("button", name="Make codes as CSV").click()

    lines = waiting.value.path().read_text(encoding="utf-8").splitlines()
    assert lines[0] == "register,store,code,valid_until"
    assert [line.split(",")[:2] for line in lines[1:]] == [["SEATTLE-1", "SEATTLE"]]
