"""Lists of work are sorted by the heads of their columns, page by page, with what they are narrowed by."""

import re
from html import unescape

import pytest

from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.backoffice.browser import Browser, set_up_code
from tests.headquarters.shop import PaperRegister, sent

PEOPLE = 120


@pytest.fixture(scope="module")
def paper(shop: RunningHeadquarters) -> PaperRegister:
    """Orders of one store, and customers of whom many have one name."""
    Browser(shop.url).set_up(set_up_code(shop))
    register = shop.enrol("HOUSTON-1")
    paper = PaperRegister(epoch=register.epoch)
    register.upload(sent(paper.order(carried_out=1)), sent(paper.order()), sent(paper.sale()), at_once=True)
    named = [
        {
            "id": f"01900000-0000-7000-8000-0000000b{each:04x}",
            "name": f"Row {each // 70}",
            "phone": f"{each:04}",
        }
        for each in range(PEOPLE)
    ]
    shop.manage("PUT", "/v1/manage/retailer", {"customers": named})
    return paper


@pytest.fixture
def ada(shop: RunningHeadquarters, paper: PaperRegister) -> Browser:
    return Browser(shop.url).sign_in()


def head(browser: Browser, words: str) -> str:
    """The address that the head of a column leads to."""
    found = re.findall(rf'<th[^>]*><a href="([^"]+)">{words}\b', browser.text)
    assert found, (words, browser.text)
    return unescape(str(found[0]))


def to_its_end(browser: Browser, pattern: str) -> list[str]:
    """What all pages of a list show, from this one on."""
    seen = re.findall(pattern, browser.text)
    while more := re.findall(r'class="more" href="([^"]*below=\d+)"', browser.text):
        browser.get(unescape(more[0]))
        seen += re.findall(pattern, browser.text)
    return seen


@pytest.mark.parametrize("ends", [1, 2])
def test_a_list_is_sorted_from_both_ends_and_every_row_is_shown_once(ada: Browser, ends: int) -> None:
    ada.get("/office/customers")
    for _ in range(ends):
        ada.get(head(ada, "Name"))

    assert f'aria-sort="{"ascending" if ends == 1 else "descending"}"' in ada.text
    rows = to_its_end(ada, r">Row (\d)</a></td><td></td><td>(\d{4})<")
    assert len(set(rows)) == len(rows) == PEOPLE
    assert rows == sorted(rows, reverse=ends == 2)


def test_the_newest_come_first_until_somebody_asks_for_the_oldest(ada: Browser) -> None:
    assert 'aria-sort="descending"' in ada.get("/office/orders")
    newest = to_its_end(ada, r"SO-\d+")
    ada.get("/office/orders")
    ada.get(head(ada, "Number"))

    assert 'aria-sort="ascending"' in ada.text
    assert to_its_end(ada, r"SO-\d+") == newest[::-1]
    assert len(newest) > 1


def test_amounts_are_sorted_by_in_one_store_and_stay_with_what_the_list_is_narrowed_by(ada: Browser) -> None:
    ada.get("/office/orders")
    assert "sort=-total" not in ada.text

    ada.get("/office/orders?store=HOUSTON")
    ada.get(head(ada, "Total"))

    amounts = [
        float(each)
        for each in re.findall(
            r'class="amount">([\d.]+) USD</td><td class="amount">[\d.]+ USD</td><td', ada.text
        )
    ]
    assert amounts == sorted(amounts, reverse=True)
    assert len(amounts) > 1
    assert '<input type="hidden" name="sort" value="-total">' in ada.text
    assert "store=HOUSTON" in head(ada, "Number")


def test_a_list_says_that_it_cannot_be_sorted_as_it_is_narrowed(ada: Browser) -> None:
    ada.get("/office/orders?status=open&sort=confirmation")

    assert ada.status == 200
    assert "cannot be sorted by that column" in ada.text
    assert "cannot be sorted by that column" not in ada.get("/office/orders?sort=confirmation")


@pytest.mark.parametrize("asked", ["status=&sort=nothing", "sort=-total&store=HOUSTON&below=3&after=much"])
def test_an_order_that_no_list_has_is_no_failure(ada: Browser, asked: str) -> None:
    ada.get(f"/office/orders?{asked}")

    assert ada.status == (422 if "after" in asked else 200)
