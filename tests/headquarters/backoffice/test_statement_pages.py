"""Statements at the office: found, read, and posted by who may, in a browser too."""

import pytest
from playwright.sync_api import ViewportSize, expect

from retail.tender import TenderType
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.backoffice.seen import Seen
from tests.headquarters.backoffice.test_played_pages import AXE
from tests.headquarters.shop import RETAILER, PaperRegister, changed, sent
from tests.headquarters.statements.closing import closed

PHONE: ViewportSize = {"width": 390, "height": 844}
WIDE: ViewportSize = {"width": 1280, "height": 900}


@pytest.fixture
def told(shop: RunningHeadquarters, administrator: Seen) -> Seen:
    """Two closed shifts: one agrees and is short, of one a sale is missing and one is parked."""
    first, second = shop.enrol("HOUSTON-1"), shop.enrol("HOUSTON-2")
    one, two = PaperRegister(epoch=first.epoch), PaperRegister("HOUSTON-2", epoch=second.epoch, seed=8)
    sold, other = [one.sale()], [two.sale(), two.sale(), two.sale()]
    shift = "01900000-0000-7000-8000-0000000000f1"
    other = [each.model_copy(update={"shift": shift}) for each in other]
    first.upload(*map(sent, sold), sent(closed(one, sold, {TenderType.CASH: 17900})))
    parked = changed(sent(other[1]), '"total_minor":8000', '"total_minor":1')
    second.upload(sent(other[0]), parked, sent(closed(two, other, id=shift, number=4)))
    shop.job("synchronize-orders")
    return administrator


def test_a_statement_is_found_read_and_posted_in_a_browser_on_a_wide_screen_and_a_phone(
    shop: RunningHeadquarters, told: Seen
) -> None:
    page = told.page
    told.open("/office/statements?state=agrees&store=HOUSTON&text=houston-1")
    expect(page.get_by_role("row")).to_have_count(2)
    told.open("/office/statements?text=HOUSTON-2")
    page.get_by_role("main").get_by_role("link", name="2", exact=True).click()
    expect(page.get_by_text("HOUSTON-2-000003 has not arrived")).to_be_visible()
    expect(page.get_by_text("HOUSTON-2-000002 is parked for a person")).to_be_visible()
    expect(page.get_by_text("Documents of this statement are missing")).to_be_visible()
    expect(page.get_by_role("button", name="Post")).to_have_count(0)

    told.open("/office/statements/1")
    expect(page.get_by_text("Store HOUSTON has no account for over and short")).to_be_visible()
    for size in (WIDE, PHONE):
        page.set_viewport_size(size)
        for path in ("/office/statements", "/office/statements/1", "/office/statements/2"):
            told.open(path)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (path, size)
            page.evaluate(AXE)
            found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
            serious = [
                each["id"] for each in found["violations"] if each["impact"] in ("serious", "critical")
            ]
            assert serious == [], (path, size)
    page.set_viewport_size(WIDE)

    store = {**RETAILER["stores"][0], "settings": {"over_short_account": "6990"}}
    shop.manage("PUT", "/v1/manage/retailer", {"stores": [store]})
    told.open("/office/statements/1")
    page.get_by_role("button", name="Post").click()
    expect(page.get_by_text("posted by")).to_be_visible()
    expect(page.get_by_role("cell", name="6990")).to_be_visible()
    expect(page.get_by_role("cell", name="-1.00 USD").first).to_be_visible()
    told.open("/office/audit?kind=statement&about=1")
    expect(page.get_by_role("cell", name="post", exact=True)).to_be_visible()
    assert told.complaints == []
