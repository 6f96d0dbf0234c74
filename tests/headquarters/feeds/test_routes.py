"""Reading feeds over the wire."""

import gzip
from typing import Any
from urllib.parse import quote

import pytest

from retail.wire.base import digest
from retail.wire.protocol import FEED_NAMES
from tests.fixtures.fix_headquarters import EnrolledRegister, RunningHeadquarters


@pytest.fixture(scope="module")
def register(shop: RunningHeadquarters) -> EnrolledRegister:
    return shop.enrol("HOUSTON-1")


@pytest.mark.parametrize("feed", FEED_NAMES)
def test_every_feed_can_be_read(register: EnrolledRegister, feed: str) -> None:
    page = register.call("GET", f"/v1/feeds/{feed}").json

    assert page["feed"] == feed
    assert len(page["rows"]) == (0 if feed in ("orders", "stock", "list_prices", "erasures") else 1)


def test_pages_follow_one_another(shop: RunningHeadquarters, register: EnrolledRegister) -> None:
    shop.manage("PUT", "/v1/manage/retailer", {"products": [
        {"number": f"P{number}", "name": "Pear", "price_minor": number} for number in range(7)]})  # fmt: skip
    keys, cursor, more = [], "", True
    while more:
        page = register.call("GET", f"/v1/feeds/prices?limit=3&cursor={cursor}").json
        assert len(page["rows"]) <= 3
        keys += [row["key"] for row in page["rows"]]
        cursor, more = page["cursor"], page["more"]

    assert keys == ["A", *[f"P{number}" for number in range(7)]]


@pytest.mark.parametrize(("question", "status"), [
    ("secrets", 404), ("prices?cursor=elsewhere.1", 410), ("prices?limit=0", 422), ("prices?limit=5001", 422),
    ("prices?limit=x", 422), ("prices?cursor=" + "x" * 101, 422)])  # fmt: skip
def test_question_that_cannot_be_answered_is_refused_in_words(
    register: EnrolledRegister, question: str, status: int
) -> None:
    answer = register.call("GET", f"/v1/feeds/{question}")

    assert (answer.status, list(answer.json)) == (status, ["detail"])


@pytest.fixture
def marked(shop: RunningHeadquarters, register: EnrolledRegister) -> Any:
    """An answer about prices that tells of whole pages; the address of the first of them stands beside it."""
    shop.manage("PUT", "/v1/manage/retailer", {"products": [
        {"number": f"P{number}", "name": "Pear", "price_minor": number} for number in range(7)]})  # fmt: skip
    told = register.call("GET", "/v1/feeds/prices?limit=3&marks=true").json
    return told, f"/v1/feeds/prices/pages/{told['pages'][0]['digest']}?limit=3"


def test_whole_pages_are_told_of_and_the_rest_comes_with_the_answer(
    register: EnrolledRegister, marked: Any
) -> None:
    told = register.call("GET", "/v1/feeds/prices?limit=2&marks=true").json
    assert (len(told["pages"]), told["rows"], told["more"]) == (2, [], True)

    rest = register.call("GET", f"/v1/feeds/prices?limit=2&marks=true&cursor={told['cursor']}").json

    assert (len(rest["pages"]), len(rest["rows"]), rest["more"]) == (1, 2, False)


def test_a_shared_page_is_the_same_for_every_register_and_call_and_any_cache_may_keep_it(
    shop: RunningHeadquarters, register: EnrolledRegister, marked: Any
) -> None:
    told, address = marked
    other = shop.enrol("HOUSTON-2")

    one = register.call("GET", address, headers={"Accept-Encoding": "gzip", "X-Kassa-Nonce": "one"})
    two = other.call("GET", address, headers={"Accept-Encoding": "gzip", "X-Kassa-Nonce": "two"})

    assert one.body == two.body
    assert digest(gzip.decompress(one.body)) == told["pages"][0]["digest"]
    assert one.json["cursor"] == told["pages"][0]["cursor"]
    assert len(one.json["rows"]) == 3
    assert one.headers["Cache-Control"] == "public, max-age=2592000, immutable"
    assert one.headers["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("digest", ["0" * 64, "no digest"])
def test_a_page_with_another_digest_is_not_there_and_no_cache_may_keep_that(
    register: EnrolledRegister, marked: Any, digest: str
) -> None:
    _, address = marked
    told = address.split("/")[5].partition("?")[0]

    answer = register.call("GET", address.replace(told, quote(digest)))

    assert (answer.status, answer.headers["Cache-Control"]) == (404, "no-store")


def test_a_shared_page_is_for_registers_alone(shop: RunningHeadquarters, marked: Any) -> None:
    _, address = marked

    assert shop.call("GET", address, token="of nobody").status == 401


def test_pages_that_name_people_are_not_shared(shop: RunningHeadquarters, register: EnrolledRegister) -> None:
    shop.manage("PUT", "/v1/manage/retailer", {"staff": [
        {"user": f"u{number}", "name": "U", "role": "cashier", "pin": "123456", "rights": []} for number in range(2)
    ]})  # fmt: skip

    answer = register.call("GET", "/v1/feeds/staff?limit=1&marks=true")

    assert (len(answer.json["rows"]), answer.json["more"]) == (1, True)
    assert "pages" not in answer.json
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_last_page_counts_the_keys_where_it_is_asked_to(register: EnrolledRegister) -> None:
    start = register.call("GET", "/v1/feeds/settings").json
    assert start["total"] == 1

    again = f"/v1/feeds/settings?cursor={start['cursor']}"
    assert register.call("GET", again).json["total"] is None
    assert register.call("GET", f"{again}&counted=true").json["total"] == 1


def test_a_store_that_filters_shared_customer_data_is_told_of_no_customer(
    shop: RunningHeadquarters, register: EnrolledRegister
) -> None:
    def filters(on: bool) -> None:
        store = {"store": "HOUSTON", "name": "Houston", "settings": {"filter_shared_customer_data": on}}
        shop.manage("PUT", "/v1/manage/retailer", {"stores": [store]})

    filters(True)
    kept = register.call("GET", "/v1/feeds/customers").json
    filters(False)

    assert (kept["rows"], kept["more"], kept["total"]) == ([], False, 0)
    again = register.call("GET", f"/v1/feeds/customers?cursor={kept['cursor']}").json
    assert [row["value"]["name"] for row in again["rows"]] == ["Anna Berg"]
