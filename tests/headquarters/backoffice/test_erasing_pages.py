"""An administrator erases a customer by a page that says what stands in the way, and says how long customers stay."""

import re

import pytest

from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.backoffice.browser import PASSWORD, Browser, set_up_code
from tests.headquarters.shop import PaperRegister, sent


@pytest.fixture(scope="module")
def ada(shop: RunningHeadquarters) -> Browser:
    ada = Browser(shop.url).set_up(set_up_code(shop))
    ada.get("/office/people")
    ada.press("/office/people", name="Bo", role="back office", password=PASSWORD)
    register = shop.enrol("HOUSTON-1")
    paper = PaperRegister(epoch=register.epoch)
    free, busy = paper.customer("Tiril Quist", email="tiril@example.com"), paper.customer("Ola Quist")
    register.upload(sent(free), sent(busy), sent(paper.order(busy.id, busy.name)), at_once=True)
    shop.job("1010")
    return ada


def page_of(browser: Browser, name: str) -> str:
    found = re.search(rf'href="(/office/customers/\d+)">{name}<', browser.get("/office/customers"))
    assert found is not None
    return found[1]


def test_a_customer_is_erased_for_a_reason_and_the_history_names_nobody(ada: Browser) -> None:
    address = page_of(ada, "Tiril Quist")
    ada.get(f"{address}/erase")
    ada.press(f"{address}/erase", reason="asked for it by letter")

    assert ada.address.endswith(address)
    assert "Erased" in ada.text
    assert "asked for it by letter" in ada.text
    for path in ("/office/customers", address, "/office/audit", "/office/documents"):
        assert "Tiril" not in ada.get(path)
        assert "tiril@" not in ada.text
    assert "This customer was erased already." in ada.get(f"{address}/erase")


def test_what_stands_in_the_way_is_said_and_nothing_is_erased(ada: Browser) -> None:
    address = page_of(ada, "Ola Quist")
    text = ada.get(f"{address}/erase")
    assert "Orders are open: SO-000001. Finish or cancel them first." in text
    assert f'action="{address}/erase"' not in text

    ada.get("/office/customers/retention")
    ada.post(f"{address}/erase", form_secret=ada.secret(), reason="asked")

    assert ada.status == 409
    assert "Orders are open" in ada.text
    assert "Ola Quist" in ada.get(address)


def test_only_administrators_erase_and_are_shown_the_way(shop: RunningHeadquarters, ada: Browser) -> None:
    address = page_of(ada, "Ola Quist")
    assert f"{address}/erase" in ada.get(address)
    bo = Browser(shop.url).sign_in("Bo")

    assert f"{address}/erase" not in bo.get(address)
    for path in (f"{address}/erase", "/office/customers/retention"):
        bo.get(path)
        assert bo.status == 403


@pytest.mark.parametrize(
    ("typed", "status"), [("29", 422), ("-5", 422), ("x", 422), ("²", 422), ("9" * 400, 422)]
)
def test_days_that_are_none_are_refused_in_words(ada: Browser, typed: str, status: int) -> None:
    ada.get("/office/customers/retention")
    ada.post("/office/customers/retention", form_secret=ada.secret(), days=typed)

    assert ada.status == status
    assert "Days are a whole number from 30 to 36500, or nothing" in ada.text
    assert "no number of days is set" in ada.get("/office/customers/retention")


def test_days_are_set_with_what_the_job_would_do_today_and_taken_back(ada: Browser) -> None:
    ada.get("/office/customers/retention")
    ada.press("/office/customers/retention", days="365")
    assert "The job would erase so many customers today: 0" in ada.text

    ada.press("/office/customers/retention", days="")
    assert "no number of days is set" in ada.text
