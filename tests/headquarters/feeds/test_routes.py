"""Reading feeds over the wire."""

import pytest

from retail.wire.protocol import FEED_NAMES
from tests.fixtures.fix_headquarters import EnrolledRegister, RunningHeadquarters


@pytest.fixture(scope="module")
def register(shop: RunningHeadquarters) -> EnrolledRegister:
    return shop.enrol("HOUSTON-1")


@pytest.mark.parametrize("feed", FEED_NAMES)
def test_every_feed_can_be_read(register: EnrolledRegister, feed: str) -> None:
    page = register.call("GET", f"/v1/feeds/{feed}").json

    assert page["feed"] == feed
    assert len(page["rows"]) == (0 if feed in ("orders", "stock") else 1)


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
