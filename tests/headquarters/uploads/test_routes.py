"""What a register is told about its batch, and what survives when headquarters is killed."""

import contextlib
import threading
import zlib

import pytest

from retail.wire.protocol import VERSION
from tests.fixtures.fix_headquarters import Answer, EnrolledRegister, RunningHeadquarters
from tests.headquarters.shop import RETAILER, PaperRegister, sent


@pytest.fixture(scope="module")
def register(shop: RunningHeadquarters) -> EnrolledRegister:
    return shop.enrol("HOUSTON-1")


@pytest.fixture
def paper(register: EnrolledRegister, request: pytest.FixtureRequest) -> PaperRegister:
    """Documents and numbers that no other test of this file makes."""
    own = zlib.crc32(request.node.name.encode())
    return PaperRegister(epoch=register.epoch, seed=own, number=own)


def test_same_batch_on_two_connections_at_once_is_kept_once(
    shop: RunningHeadquarters, register: EnrolledRegister, paper: PaperRegister
) -> None:
    before = shop.counts()
    ole = paper.customer()
    batch = register.batch(sent(ole), sent(paper.order(ole.id, ole.name)))
    together, answers = threading.Barrier(8), list[Answer]()

    def send() -> None:
        together.wait()
        answers.append(register.call("POST", "/v1/real-time/documents", batch))

    threads = [threading.Thread(target=send) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert {answer.status for answer in answers} == {200}
    outcomes = [result["outcome"] for answer in answers for result in answer.json["results"]]
    assert sorted(outcomes) == ["known"] * 14 + ["stored"] * 2
    assert {answer.json["results"][1]["number"] for answer in answers} == {"SO-000001"}
    after = shop.counts()
    assert {name: after[name] - before[name] for name in before} == {
        "customers": 1, "orders": 1, "transactions": 1, "cases": 0, "parked": 0}  # fmt: skip


def test_batch_for_another_register_is_refused(register: EnrolledRegister, paper: PaperRegister) -> None:
    batch = register.batch(sent(paper.sale())) | {"register_name": "HOUSTON-2"}

    assert register.call("POST", "/v1/uploads", batch).status == 403


def test_batch_of_another_epoch_is_refused(register: EnrolledRegister, paper: PaperRegister) -> None:
    batch = register.batch(sent(paper.sale())) | {"epoch": "another"}

    assert register.call("POST", "/v1/uploads", batch).status == 403


def test_register_is_given_its_own_transactions_back_and_no_others(
    shop: RunningHeadquarters, register: EnrolledRegister, paper: PaperRegister
) -> None:
    sales = [sent(paper.sale()) for _ in range(3)]
    register.upload(*sales)
    first = paper.number - 2

    mine = register.call("GET", f"/v1/transactions?first={first}&last={first + 1}").json["texts"]

    assert mine == [each["text"] for each in sales[:2]]
    other = shop.enrol("SEATTLE-1")
    assert other.call("GET", f"/v1/transactions?first={first}&last={first + 2}").json["texts"] == []
    for numbers in ("first=0&last=1", "first=2&last=1", "first=1&last=101", f"first={2**63}&last={2**63}"):
        assert register.call("GET", f"/v1/transactions?{numbers}").status == 422


def test_batch_of_another_version_is_refused(register: EnrolledRegister) -> None:
    answer = register.call("POST", "/v1/uploads", register.batch() | {"protocol": VERSION + 1})

    assert (answer.status, answer.json["detail"]) == (
        409, f"This headquarters speaks versions 1 to {VERSION}, the register {VERSION + 1}. Update one of them.",
    )  # fmt: skip


def test_batch_with_too_many_documents_is_refused(register: EnrolledRegister) -> None:
    nothing = {"id": "x", "kind": "customer", "fingerprint": "", "text": ""}

    assert register.call("POST", "/v1/uploads", register.batch(*[nothing] * 201)).status == 422


def test_empty_batch_is_answered(register: EnrolledRegister) -> None:
    assert register.upload() == []


def test_large_legal_order_passes(
    shop: RunningHeadquarters, register: EnrolledRegister, paper: PaperRegister
) -> None:
    order = paper.order(carried_out=9_999)

    [result] = register.upload(sent(order), at_once=True)

    assert (result["outcome"], bool(result["number"])) == ("stored", True)


def test_what_was_acknowledged_survives_a_kill(headquarters: RunningHeadquarters) -> None:
    headquarters.manage("PUT", "/v1/manage/retailer", RETAILER)
    register = headquarters.enrol("HOUSTON-1")
    paper = PaperRegister(epoch=register.epoch)
    acknowledged: list[dict[str, str]] = []
    for _ in range(5):
        document = sent(paper.sale())
        assert [each["outcome"] for each in register.upload(document)] == ["stored"]
        acknowledged.append(document)

    headquarters.kill()
    headquarters.start()

    assert [each["outcome"] for each in register.upload(*acknowledged)] == ["known"] * 5
    assert headquarters.job("synchronize-orders")["rows"] == 5


def test_batch_killed_in_the_middle_is_whole_or_absent(headquarters: RunningHeadquarters) -> None:
    headquarters.manage("PUT", "/v1/manage/retailer", RETAILER)
    register = headquarters.enrol("HOUSTON-1")
    paper = PaperRegister(epoch=register.epoch)
    batch = [sent(paper.sale()) for _ in range(60)]
    begun = threading.Event()

    def send() -> None:
        begun.set()
        with contextlib.suppress(OSError):  # the kill cuts the connection
            register.call("POST", "/v1/real-time/documents", register.batch(*batch))

    thread = threading.Thread(target=send)
    thread.start()
    begun.wait()
    headquarters.kill()
    thread.join()
    headquarters.start()

    kept = headquarters.counts()["transactions"]
    outcomes = {each["outcome"] for each in register.upload(*batch, at_once=True)}
    assert (kept, outcomes) in ((0, {"stored"}), (60, {"known"}))
    assert headquarters.counts()["transactions"] == 60
