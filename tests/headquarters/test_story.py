"""The way of an order through a running headquarters."""

import pytest

from retail.wire.orders import order_of
from tests.fixtures.fix_headquarters import EnrolledRegister, RunningHeadquarters
from tests.headquarters.shop import RETAILER, PaperRegister, sent


@pytest.fixture
def register(headquarters: RunningHeadquarters) -> EnrolledRegister:
    headquarters.manage("PUT", "/v1/manage/retailer", RETAILER)
    return headquarters.enrol("HOUSTON-1")


def test_uploads_become_a_customer_and_an_order_only_by_jobs(
    headquarters: RunningHeadquarters, register: EnrolledRegister
) -> None:
    paper = PaperRegister(epoch=register.epoch)
    ole = paper.customer()
    order = paper.order(ole.id, ole.name)
    before = headquarters.counts()

    assert [each["outcome"] for each in register.upload(sent(ole), sent(order))] == ["stored", "stored"]
    assert headquarters.counts() == before | {"arrived": 1}

    assert headquarters.job("synchronize-orders")["rows"] == 1
    after = before | {"customers": 2, "orders": 1, "transactions": 1}
    assert headquarters.counts() == after
    assert headquarters.job("synchronize-customers")["rows"] == 0
    assert headquarters.counts() == after
    assert ole.id not in [row["key"] for row in register.rows("customers")]
    assert headquarters.job("1010")["rows"] == 1

    [row] = register.rows("orders")
    assert order.order is not None
    assert row["key"] == order.order.id
    assert row["value"]["number"] == "SO-000001"
    made = order_of(row["value"])
    assert (made.customer.account, made.status) == ("10002", "open")
    assert (made.paid_minor, made.deposit_available_minor) == (800, 800)
    assert ole.id in [row["key"] for row in register.rows("customers")]
    shown = headquarters.manage("GET", f"/v1/manage/orders/{row['key']}")
    assert (shown["account"], shown["status"], shown["balance_minor"]) == ("10002", "open", 7200)
    assert shown["payments"] == row["value"]["payments"]
    [booked] = headquarters.manage("GET", "/v1/manage/transactions?after=")["transactions"]
    assert (booked["register"], booked["customer"], booked["total_minor"]) == ("HOUSTON-1", "Ole Moe", 8000)


def test_real_time_gives_the_numbers_at_once_and_a_repeat_is_known(
    headquarters: RunningHeadquarters, register: EnrolledRegister
) -> None:
    paper = PaperRegister(epoch=register.epoch)
    ole = paper.customer()
    order = paper.order(ole.id, ole.name)

    first = register.upload(sent(ole), sent(order), at_once=True)
    again = register.upload(sent(ole), sent(order))

    assert [(each["outcome"], each["account"], each["number"]) for each in first] == [
        ("stored", "10002", None), ("stored", None, "SO-000001")]  # fmt: skip
    assert [(each["outcome"], each["account"], each["number"]) for each in again] == [
        ("known", "10002", None), ("known", None, "SO-000001")]  # fmt: skip
    assert headquarters.counts() == {"customers": 2, "orders": 1, "transactions": 1, "cases": 0, "parked": 0}
    assert (
        register.call("GET", "/v1/real-time/orders?text=so-0000").json["orders"][0]["number"] == "SO-000001"
    )
