"""The work pages: what came from registers is found, shown whole and led on; each sees what is theirs."""

import re

import pytest

from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.backoffice.browser import PASSWORD, Browser, set_up_code
from tests.headquarters.shop import ANNA, PaperRegister, changed, sent


@pytest.fixture(scope="module")
def paper(shop: RunningHeadquarters) -> PaperRegister:
    """A register that has sold, taken an order, and sent what cannot be posted."""
    ada = Browser(shop.url).set_up(set_up_code(shop))
    for name, role in (("Max", "store manager"), ("Eve", "auditor")):
        ada.get("/office/people")
        stores = {"stores": "SEATTLE"} if role == "store manager" else {}
        ada.press("/office/people", name=name, role=role, password=PASSWORD, **stores)
    register = shop.enrol("HOUSTON-1")
    paper = PaperRegister(epoch=register.epoch)
    order = paper.order(carried_out=1)
    bad = changed(sent(paper.sale()), '"total_minor":8000', '"total_minor":1')
    ole = paper.customer()
    register.upload(sent(order), bad, sent(ole), sent(paper.order(ole.id, ole.name)), at_once=True)
    shop.job("1010")
    return paper


@pytest.fixture
def ada(shop: RunningHeadquarters, paper: PaperRegister) -> Browser:
    return Browser(shop.url).sign_in()


def first(browser: Browser, pattern: str) -> str:
    found = re.findall(pattern, browser.text)
    assert found, (pattern, browser.text)
    return str(found[0])


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("SO-000001", 1), ("l-houston-1-00001", 1), ("HOUSTON-1-000001", 1), ("INV-000001", 1), ("Anna Berg", 1),
        ("anna", 1), ("10001", 1), ("Berg", 0), ("nobody", 0), ("", 2), ("%00", 0),
    ],
)  # fmt: skip
def test_orders_are_found_by_every_number_and_by_their_customer(
    ada: Browser, text: str, numbers: int
) -> None:
    ada.get(f"/office/orders?text={text.replace(' ', '+')}")

    assert len(re.findall(r">SO-\d+<", ada.text)) == numbers


def test_orders_are_narrowed_by_store_status_and_kind(ada: Browser) -> None:
    for query, number in (("store=HOUSTON", 2), ("store=SEATTLE", 0), ("status=open", 1),
                          ("status=partially_invoiced", 1), ("status=open&kind=quote", 0)):  # fmt: skip
        assert len(re.findall(r">SO-\d+<", ada.get(f"/office/orders?{query}"))) == number, query


def test_an_order_shows_all_that_happened_to_it_in_its_order(ada: Browser) -> None:
    ada.get("/office/orders?text=SO-000001")
    text = ada.get(first(ada, r'href="(/office/orders/[0-9a-f-]{36})"'))

    happened = [text.index(words) for words in ("Order made", "Uploaded", "Posted at once")]
    assert happened == sorted(happened)
    assert "Deposit 88.00 USD" in text
    assert "Invoice INV-000001" in text
    assert "80.00 USD of the deposit used" in text
    document = ada.get(first(ada, r'href="(/office/documents/\d+)"'))
    assert "&#34;receipt_number&#34;: &#34;HOUSTON-1-000001&#34;" in document
    assert 'href="/office/orders/' in document
    customer = ada.get(first(ada, r'href="(/office/customers/\d+)"'))
    assert ANNA in customer
    assert "SO-000001" in customer
    assert "HOUSTON-1-000001" in customer


def test_customers_are_found_by_the_beginning_of_their_name_and_on_request_by_any_word(ada: Browser) -> None:
    assert "Anna Berg" in ada.get("/office/customers?text=anna")
    assert "Anna Berg" not in ada.get("/office/customers?text=Berg")
    assert "Anna Berg" in ada.get(
        first(ada, r'href="(/office/customers\?[^"]*wide[^"]*)"').replace("&amp;", "&")
    )


def test_a_parked_document_says_why_and_can_be_tried_again_by_who_may(
    shop: RunningHeadquarters, ada: Browser
) -> None:
    ada.get("/office/documents?state=parked")
    address = first(ada, r'href="(/office/documents/\d+)"')
    assert "works out as 8000" in ada.get(address)
    assert "Try again" in ada.text

    eve = Browser(shop.url).sign_in("Eve")
    assert "works out as 8000" in eve.get(address)
    assert "Try again" not in eve.text
    eve.post(f"{address}/retry", form_secret=eve.secret())
    assert eve.status == 403


def test_a_store_manager_sees_nothing_of_other_stores(shop: RunningHeadquarters, ada: Browser) -> None:
    ada.get("/office/orders")
    order = first(ada, r'href="(/office/orders/[0-9a-f-]{36})"')
    max_ = Browser(shop.url).sign_in("Max")

    assert "SO-" not in max_.get("/office/orders")
    assert "HOUSTON-1" not in max_.get("/office/documents")
    for address, status in ((order, 404), ("/office/documents/1", 404), ("/office/customers/1", 403)):
        max_.get(address)
        assert max_.status == status, address


def test_lists_go_on_where_they_ended(shop: RunningHeadquarters, ada: Browser) -> None:
    named = [
        {"id": f"01900000-0000-7000-8000-0000000b{each:04x}", "name": f"Row {each:03}"} for each in range(120)
    ]
    shop.manage("PUT", "/v1/manage/retailer", {"customers": named})
    ada.get("/office/customers")
    seen = re.findall(r">Row (\d+)<", ada.text)
    while more := re.findall(r'class="more" href="([^"]*below=\d+)"', ada.text):
        ada.get(more[0].replace("&amp;", "&"))
        seen += re.findall(r">Row (\d+)<", ada.text)

    assert seen == [f"{each:03}" for each in reversed(range(120))]
