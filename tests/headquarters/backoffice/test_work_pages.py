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


def test_nothing_further_is_done_about_a_parked_document_for_a_reason_until_somebody_tries_again(
    ada: Browser,
) -> None:
    ada.get("/office/documents?state=parked")
    address = first(ada, r'href="(/office/documents/\d+)"')
    assert re.search(r"<b>1</b> <span>parked documents", ada.get("/office"))
    ada.get(address)
    ada.press(f"{address}/leave", because=" ")
    assert (ada.status, "why nothing further is done" in ada.text) == (422, True)

    ada.get(address)
    ada.press(f"{address}/leave", because="given back by hand")
    assert "No further troubleshooting, said Ada" in ada.text
    assert "given back by hand" in ada.text
    ada.post(f"{address}/leave", form_secret=ada.secret(), because="again")
    assert (ada.status, "Ada has said so already: given back by hand" in ada.text) == (409, True)
    assert re.search(r"<b>0</b> <span>parked documents", ada.get("/office"))
    assert address not in ada.get("/office/documents?state=parked")
    assert address in ada.get("/office/documents?state=no+further+troubleshooting")
    assert "<td>leave</td>" in ada.get(address)

    ada.press(f"{address}/retry")
    assert "works out as 8000" in ada.text
    assert address in ada.get("/office/documents?state=parked")


def test_a_parked_document_is_put_right_value_by_value_and_posted_once(
    shop: RunningHeadquarters, ada: Browser
) -> None:
    ada.get("/office/documents?state=parked")
    address = first(ada, r'href="(/office/documents/\d+)"')
    ada.get(address)
    assert 'name="total_minor" value="1"' in ada.text
    ada.press(f"{address}/repair", total_minor="8000", reason=" ")
    assert (ada.status, "A repair has a reason" in ada.text) == (422, True)
    ada.get(address)
    ada.press(f"{address}/repair", total_minor="2", reason="total mistyped")
    assert (ada.status, "works out as 8000" in ada.text) == (422, True)

    ada.get(address)
    ada.press(f"{address}/repair", total_minor="8000", reason="total mistyped")

    assert "As it was repaired" in ada.text
    assert "&#34;total_minor&#34;: 1," in ada.text.partition("As it came")[2]
    assert "total mistyped" in ada.text
    assert "Repair and post" not in ada.text


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


def test_inventory_shows_what_lies_where_and_an_adjustment_asks_for_its_reason(
    shop: RunningHeadquarters, ada: Browser
) -> None:
    five = [
        {"product": "A", "place": place, "quantity_thousandths": 5000} for place in ("HOUSTON", "SEATTLE")
    ]
    shop.manage("PUT", "/v1/manage/retailer", {"stock": five})
    ada.get("/office/inventory?place=HOUSTON&text=A")
    figure = first(ada, r'href="(/office/inventory/\d+)"')
    ada.get(figure)
    assert "NUL" in ada.press(f"{figure}/adjust", quantity="1", reason="a\0b")

    wrong = [
        ("2", "", "has a reason"),
        *[(each, "x", "is no quantity") for each in ("0", "1e9", "nan", "0.0001")],
    ]
    for quantity, reason, words in wrong:
        ada.get(figure)
        assert words in ada.press(f"{figure}/adjust", quantity=quantity, reason=reason)
        assert ada.status == 422
    ada.get(figure)
    text = ada.press(f"{figure}/adjust", quantity="\u22120,5", reason="dropped")

    assert "<dd>4.5</dd>" in text
    assert "dropped" in text
    assert ">On hand:</span> 5" in text
    max_ = Browser(shop.url).sign_in("Max")
    assert "HOUSTON" not in max_.get("/office/inventory")
    max_.get(figure)
    assert max_.status == 404


def test_two_stores_on_one_warehouse_are_warned_of(ada: Browser) -> None:
    ada.get("/office/inventory/warehouses")
    ada.press("/office/inventory/warehouses/2", warehouse="HOUSTON")

    assert "HOUSTON, SEATTLE draw on the same warehouse HOUSTON" in ada.get("/office/inventory")
    ada.get("/office/inventory/warehouses")
    ada.press("/office/inventory/warehouses/2", warehouse="a/b")
    assert ada.status == 422
    ada.get("/office/inventory/warehouses")
    ada.press("/office/inventory/warehouses/2", warehouse="")
    assert "draw on the same" not in ada.get("/office/inventory")


def test_pausing_a_job_warns_with_the_count_of_what_waits(shop: RunningHeadquarters, ada: Browser) -> None:
    waiting = PaperRegister("HOUSTON-2", epoch=(register := shop.enrol("HOUSTON-2")).epoch, seed=9)
    register.upload(sent(waiting.order("01900000-0000-7000-8000-00000000dead", "Nobody")))
    ada.get("/office/jobs")
    text = ada.press("/office/jobs/synchronize-orders/pause")
    assert "1 records wait for this job." in text

    text = ada.press("/office/jobs/synchronize-orders/pause")
    assert "paused by Ada" in text
    ada.press("/office/jobs/synchronize-orders/resume")
    ada.press("/office/jobs/1040/pace", seconds="3600")
    assert "every 3600 s" in ada.text
    for said in ("-1", "9999999999", "soon"):
        ada.get("/office/jobs")
        assert "is no pace" in ada.press("/office/jobs/1040/pace", seconds=said)
    ada.get("/office/jobs")
    ada.press("/office/jobs/1070/run")
    assert "1070 Channel configuration" in ada.get("/office/jobs?job=1070")
    assert "Run again" in ada.text
    ada.post("/office/jobs/runs/1/cancel", form_secret=ada.secret())
    assert ada.status == 404


def test_a_register_tells_its_version_and_the_age_of_its_data(
    shop: RunningHeadquarters, ada: Browser
) -> None:
    seattle = shop.enrol("SEATTLE-1")
    shop.job("p-job")
    query = "?program=9.8.7&data_from=2026-11-02T12:00:00.000%2B01:00"
    assert shop.call("GET", f"/v1/hello{query}", token=seattle.token).status == 200

    ada.get("/office/registers?text=SEATTLE")
    assert "9.8.7" in ada.text
    assert "2026-11-02 11:00:00 UTC" in ada.text
    assert "HOUSTON-1" not in ada.text
    for state, seen in (
        ("enrolled", True),
        ("not enrolled", False),
        ("silent", False),
        ("holding documents", False),
    ):
        assert ("SEATTLE-1" in ada.get(f"/office/registers?state={state.replace(' ', '+')}")) is seen


def test_codes_come_in_bulk_for_those_who_are_not_enrolled_and_enrol(
    shop: RunningHeadquarters, ada: Browser
) -> None:
    shop.manage("PUT", "/v1/manage/retailer", {"registers": [{"register": "=1+1", "store": "BOSTON"}]})
    ada.get("/office/registers?store=BOSTON")
    rows = ada.press("/office/registers/codes").splitlines()

    assert rows[0] == "register,store,code,valid_until"
    assert [row.split(",")[:2] for row in rows[1:]] == [["'=1+1", "BOSTON"], ["BOSTON-1", "BOSTON"]]
    answer = shop.call("POST", "/v1/enrol", {"protocol": 1, "code": rows[2].split(",")[2], "device": "x"})
    assert answer.json["register_name"] == "BOSTON-1"
    ada.get("/office/registers?text=BOSTON")
    ada.press("/office/registers/codes")
    assert "every register of this choice is enrolled" in ada.text


def test_invoices_are_found_and_open_deposits_are_owed(shop: RunningHeadquarters, ada: Browser) -> None:
    for text in ("inv-000001", "HOUSTON-1-000001", "SO-000001", ""):
        assert "INV-000001" in ada.get(f"/office/invoices?text={text}&kind=carry_out")
    assert "INV-000001" not in ada.get("/office/invoices?store=SEATTLE")

    text = ada.get("/office/prepayments")
    assert "16.00 USD" in text
    assert len(re.findall(r">SO-\d+<", text)) == 2
    assert "SO-" not in Browser(shop.url).sign_in("Max").get("/office/prepayments")
