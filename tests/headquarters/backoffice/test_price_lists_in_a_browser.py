"""Price lists in a real browser: found by the menu, filled by form and file, exported, published, told to registers."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.backoffice.seen import Seen

pytestmark = pytest.mark.browser

HEADER = "number,list,price,from,until"
ROW = "A,WINTER,60.00,2026-12-24T00:00:00Z,"


def test_a_price_list_is_made_filled_exported_and_published(
    administrator: Seen, shop: RunningHeadquarters, tmp_path: Path
) -> None:
    page = administrator.page
    administrator.open("/office")
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Price lists").click()
    expect(page.get_by_role("heading", name="Price lists")).to_be_visible()

    page.get_by_role("link", name="Add a price list").click()
    page.get_by_label("Code").fill("WINTER")
    page.get_by_label("Name").fill("Winter")
    page.get_by_role("button", name="Save").click()
    page.locator("main").get_by_role("link", name="Prices", exact=True).click()
    page.get_by_role("link", name="Add a price").click()
    page.get_by_label("Number").fill("A")
    page.get_by_label(re.compile("^Price")).fill("eighty")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("main")).to_contain_text("is not an amount")
    page.get_by_label(re.compile("^Price")).fill("80.00")
    page.get_by_label(re.compile("^From")).fill("2026-12-01T06:00")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("row").filter(has_text="80.00")).to_contain_text("waits")

    file = tmp_path / "prices.csv"
    file.write_text(f"{HEADER}\n{ROW}\nQUINCE,WINTER,1.00,,\n", encoding="utf-8")
    administrator.open("/office/imports")
    page.get_by_label("What it holds").select_option("list_prices")
    page.get_by_label("File", exact=True).set_input_files(file)
    page.get_by_role("button", name="Check the file").click()
    expect(page.locator("main")).to_contain_text("there is no such product")
    page.get_by_role("button", name="Take in").click()
    expect(page.locator("main")).to_contain_text("Taken in by")

    administrator.open("/office/price-lists")
    page.get_by_role("row").filter(has_text="WINTER").get_by_role("link", name="Prices").click()
    with page.expect_download() as coming:
        page.get_by_role("link", name="As a CSV file").click()
    assert Path(coming.value.path()).read_text(encoding="utf-8").split() == [
        HEADER, "A,WINTER,80.00,2026-12-01T06:00:00Z,", ROW,
    ]  # fmt: skip

    register = shop.enrol("HOUSTON-1")
    assert register.rows("list_prices") == []
    administrator.open("/office/publish")
    expect(page.locator("main")).to_contain_text("2 new, 0 changed, 0 taken out")
    page.get_by_role("button", name="Publish").click()
    expect(page.locator("main")).to_contain_text("Nothing waits")
    administrator.open("/office/price-lists?text=WIN")
    expect(page.get_by_role("row").filter(has_text="WINTER")).to_contain_text("✓ yes")
    assert sorted(row["value"]["price_minor"] for row in register.rows("list_prices")) == [6000, 8000]
    administrator.complaints = [each for each in administrator.complaints if "422" not in each]
    assert administrator.complaints == []
