"""Price lists: set up by form and by file, told to the registers of their stores by publishing, and not before."""

import csv
import io
from typing import Any

import pytest

from tests.fixtures.fix_headquarters import EnrolledRegister, RunningHeadquarters
from tests.headquarters.backoffice.browser import Browser, set_up_code
from tests.headquarters.backoffice.test_goods_pages import here, make
from tests.headquarters.backoffice.test_imports import bring, taken_in

LIST = {"code": "WINTER", "name": "Winter", "stores": ""}
PRICE = {"number": "A", "price": "80.00", "from": "2026-12-01T06:00", "until": ""}


@pytest.fixture(scope="module")
def registers(shop: RunningHeadquarters) -> tuple[EnrolledRegister, EnrolledRegister]:
    Browser(shop.url).set_up(set_up_code(shop))
    return shop.enrol("HOUSTON-1"), shop.enrol("SEATTLE-1")


@pytest.fixture
def ada(shop: RunningHeadquarters, registers: object) -> Browser:
    return Browser(shop.url).sign_in()


def told(register: EnrolledRegister) -> dict[str, Any]:
    """The prices of lists as this register has them."""
    found: dict[str, Any] = {}
    for row in register.rows("list_prices"):
        found.pop(row["key"], None)
        if not row["gone"]:
            found[row["key"]] = row["value"]
    return found


def add_price(browser: Browser, address: str, **fields: str) -> str:
    browser.get(f"{address}/prices/new")
    return browser.press(f"{address}/prices/new", **PRICE | fields)


def publish(browser: Browser) -> str:
    browser.get("/office/publish")
    return browser.press("/office/publish")


def test_a_price_waits_is_published_to_its_stores_changed_and_taken_out(
    ada: Browser, registers: tuple[EnrolledRegister, EnrolledRegister]
) -> None:
    houston, seattle = registers
    make(ada, "price-lists", **LIST | {"stores": "HOUSTON"})
    address = here(ada)
    add_price(ada, address)
    assert told(houston) == {}
    waiting = ada.get("/office/publish")
    assert "1 new, 0 changed, 0 taken out" in waiting
    assert "80.00" in waiting
    ada.press("/office/publish")

    key = "A/WINTER//2026-12-01T06:00:00Z"
    value = {
        "list": "WINTER", "number": "A", "price_minor": 8000, "unit": "", "starts": "2026-12-01T06:00:00Z", "ends": "",
        "of_store": True,
    }  # fmt: skip
    assert told(houston) == {key: value}
    assert told(seattle) == {}
    assert "Nothing waits" in ada.get("/office/publish")

    ada.get("/office/products?text=A")
    ada.get("/office/products/" + ada.text.partition('">A<')[0].rpartition("/")[2])
    ada.get(ada.text.partition('">Prices of lists</a>')[0].rpartition('href="')[2])
    assert ">WINTER</a>" in ada.text
    assert "80.00" in ada.text

    ada.get(address)
    ada.press(address, **LIST | {"stores": ""})
    publish(ada)
    assert told(houston) == told(seattle) == {key: value | {"of_store": False}}

    ada.get(f"{address}/prices")
    row = ada.text.partition("/office/list-prices/")[2].partition('"')[0]
    ada.get(f"/office/list-prices/{row}")
    ada.press(f"/office/list-prices/{row}", **PRICE | {"price": "75.00"})
    assert "Price:</span> 75.00" in ada.text
    assert told(houston)[key]["price_minor"] == 8000
    publish(ada)
    assert told(seattle)[key]["price_minor"] == 7500

    ada.get(f"/office/list-prices/{row}")
    ada.press(f"/office/list-prices/{row}/remove")
    assert "registers have" in ada.text
    publish(ada)
    assert told(houston) == told(seattle) == {}
    ada.get(address)
    ada.press(f"{address}/remove")
    assert ">WINTER<" not in ada.get("/office/price-lists")


def test_what_cannot_be_kept_is_said_at_its_field_and_nothing_is_saved(ada: Browser) -> None:
    make(ada, "price-lists", **LIST | {"code": "FAULTY"})
    address = here(ada)
    for fields, words in (
        ({"number": "QUINCE"}, "there is no product QUINCE"),
        ({"price": "many"}, "is not an amount"),
        ({"from": "soon"}, "soon is not a time"),
        ({"until": "2026-12-01T05:00"}, "it ends before it begins"),
    ):
        assert words in add_price(ada, address, **fields)
        assert ada.status == 422
    assert "None." in ada.get(f"{address}/prices")
    assert "there is no store NOWHERE" in make(
        ada, "price-lists", **LIST | {"code": "N", "stores": "NOWHERE"}
    )
    assert "a code has no slash" in make(ada, "price-lists", **LIST | {"code": "A/B"})
    assert "There is one like this already" in make(ada, "price-lists", **LIST | {"code": "FAULTY"})


def test_a_file_of_prices_waits_like_typed_ones_and_comes_out_as_it_went_in(
    ada: Browser, registers: tuple[EnrolledRegister, EnrolledRegister]
) -> None:
    make(ada, "price-lists", **LIST | {"code": "FILE"})
    address = here(ada)
    header = "number,list,price,from,until\r\n"
    good = (
        header
        + "A,FILE,70.00,2026-12-01T00:00:00Z,2026-12-24T00:00:00Z\r\nA,FILE,60.00,2026-12-24T00:00:00Z,\r\n"
    )
    bad = "A,NONE,1.00,,\r\nQUINCE,FILE,1.00,,\r\nA,FILE,1.00,2027-01-01,2026-01-01\r\nA,FILE,1.00,soon,\r\n"

    text = bring(ada, (good + bad).encode(), kind="list_prices")

    for words in (
        "there is no such price list",
        "there is no such product",
        "it ends before it begins",
        "soon",
    ):
        assert words in text, words
    taken_in(ada)
    assert told(registers[0]) == {}
    assert ada.get(f"{address}/prices.csv").splitlines() == good.splitlines()
    assert "2 new, 0 changed, 0 taken out" in ada.get("/office/publish")
    ada.press("/office/publish")
    assert {key: each["price_minor"] for key, each in told(registers[0]).items()} == {
        "A/FILE//2026-12-01T00:00:00Z": 7000, "A/FILE//2026-12-24T00:00:00Z": 6000,
    }  # fmt: skip
    rows = list(csv.reader(io.StringIO(ada.get(f"{address}/prices.csv"))))
    assert len(rows) == 3


def test_the_prices_of_a_list_are_read_a_page_at_a_time_in_every_order(ada: Browser) -> None:
    make(ada, "price-lists", **LIST | {"code": "LONG"})
    address = here(ada)
    days = [f"{2000 + at // 12:04d}-{at % 12 + 1:02d}-01T00:00" for at in range(60)]
    lines = "".join(f"A,LONG,{at}.00,{day},\r\n" for at, day in enumerate(days, 1))
    bring(ada, f"number,list,price,from,until\r\n{lines}".encode(), kind="list_prices")
    taken_in(ada)

    for query in ("sort=number", "sort=newest", "sort=from", "only=waits", "text=A", "text=7"):
        shown, link = 0, f"{address}/prices?{query}"
        while link:
            text = ada.get(link)
            shown += text.count('<a href="/office/list-prices/')
            more = text.partition(f'<a class="more" href="{address}/prices?')[2].partition('"')[0]
            link = f"{address}/prices?{more.replace('&amp;', '&')}" if "after=" in more else ""
        assert shown == (60 if query != "text=7" else 0), query
    assert "None." in ada.get(f"{address}/prices?only=to+come")
