"""What an administrator's tools ask for, over the wire."""

import pytest

from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.shop import PaperRegister, sent


def test_transactions_are_listed_a_page_at_a_time(shop: RunningHeadquarters) -> None:
    register = shop.enrol("HOUSTON-1")
    paper = PaperRegister(epoch=register.epoch)
    sales = [paper.sale() for _ in range(5)]
    register.upload(*[sent(sale) for sale in sales], at_once=True)

    found, after, more = [], "", True
    while more:
        page = shop.manage("GET", f"/v1/manage/transactions?limit=2&after={after}")
        found += [row["uuid"] for row in page["transactions"]]
        after, more = page["after"], page["more"]

    assert found == [sale.id for sale in sales]
    assert shop.manage("GET", f"/v1/manage/transactions?after={after}")["transactions"] == []


@pytest.mark.parametrize(("method", "path", "body", "status"), [
    ("GET", "/v1/manage/orders/nothing", None, 404), ("GET", "/v1/manage/transactions?after=x", None, 422),
    ("DELETE", "/v1/manage/products/nothing", None, 404), ("PUT", "/v1/manage/retailer", {"shops": []}, 422),
    ("POST", "/v1/manage/enrolment-codes", {"register": "nothing"}, 404),
    ("POST", "/v1/manage/enrolment-codes", {"register": "HOUSTON-1", "for": "ever"}, 422),
    ("POST", "/v1/jobs/nothing/run", None, 404)])  # fmt: skip
def test_question_that_cannot_be_answered_is_refused_in_words(
    shop: RunningHeadquarters, method: str, path: str, body: object, status: int
) -> None:
    answer = shop.call(method, path, body, token=shop.administrator)

    assert (answer.status, list(answer.json)) == (status, ["detail"])


def test_product_can_be_taken_out(shop: RunningHeadquarters) -> None:
    shop.manage(
        "PUT", "/v1/manage/retailer", {"products": [{"number": "B/1", "name": "Pear", "price_minor": 1}]}
    )

    shop.manage("DELETE", "/v1/manage/products/B%2F1")

    assert "B/1" not in [row["key"] for row in shop.enrol("SEATTLE-1").rows("products") if not row["gone"]]
