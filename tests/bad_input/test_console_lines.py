"""Lines that are no question, operations nobody knows, and parameters that are unknown or of another type."""

from typing import Any

import pytest

from pos_app.operations.known import REGISTRY
from pos_app.operations.registry import Kind
from tests.bad_input.counter import ANNA, SHOE, WORDS_MAX, Counter, as_line

LINES = {
    "no JSON": "conclude, please",
    "half an object": '{"do": "product.add", "params": {',
    "a list": "[]",
    "nothing asked": "{}",
    "an operation that is a number": '{"do": 3}',
    "params that are a list": '{"do": "line.void", "params": []}',
    "an approval without PIN": '{"do": "line.void", "approval": {"user": "manager"}}',
    "a view nobody has": '{"view": "safe"}',
    "a view that is a list": '{"view": ["cart"]}',
    "nested without end": "[" * 100_000,
    "a number without end": '{"do": "line.void", "params": {"line": ' + "9" * 10_000 + "}}",
    "bytes that are no text": '{"do": "product.add", "params": {"code": "\udcff"}}',
    "a lone surrogate": '{"do": "product.add", "params": {"code": "\\ud800"}}',
    "a NUL": '{"do": "order.show", "params": {"id": "\\u0000"}}',
}


@pytest.mark.parametrize("name", LINES)
def test_bad_line_is_answered_in_words_and_the_next_one_works(counter: Counter, name: str) -> None:
    counter.do("product.add", code=SHOE)
    before = counter.holdings()

    answer = counter.line(LINES[name])

    assert answer["outcome"] in ("error", "refused")
    assert "Traceback" not in answer["words"]
    assert 0 < len(answer["words"]) < WORDS_MAX
    assert counter.holdings() == before
    assert counter.finish()["receipt_number"]


@pytest.mark.parametrize("operation", ["", "drawer.explode", "product.add ", "__class__", "{id}", "x" * 5000])
def test_unknown_operation_is_refused_and_the_sale_goes_on(counter: Counter, operation: str) -> None:
    counter.do("product.add", code=SHOE)

    words = counter.refused(operation)

    assert operation[:40] in words
    assert counter.finish()["receipt_number"]


WRONG: dict[Kind, list[Any]] = {
    Kind.TEXT: [7, 1.5, True, ["a"], {"a": 1}, "x" * 10_001],
    Kind.CHOICE: [7, ["Other"], {"a": 1}, "no such choice", "x" * 9_999],
    Kind.PIN: [270431, ["2"], "x" * 10_001],
    Kind.AMOUNT: [5, 5.0, True, ["5"], {"minor": 5}, "x" * 9_999],
    Kind.QUANTITY: [1, 1.0, False, [1], {"pieces": 1}, "x" * 9_999],
    Kind.DATE: [20261103, ["2026-11-03"], "2026-02-30", "tomorrow", "x" * 9_999],
    Kind.NUMBER: ["1", 1.0, True, [1], 10**30],
    Kind.NUMBERS: ["1", 1, [1.0], ["1"], [True], {"1": 1}, [10**30]],
    Kind.FLAG: ["yes", 1, 0, []],
    Kind.ADDRESS: [7, ["Storgt 1"], {"line1": 7}, {"planet": "Mars"}, {"line1": "x" * 10_001}],
    Kind.ADDRESSES: ["Storgt 1", [7], [{"line1": 7}], [{"planet": "Mars"}], {"line1": "Storgt 1"}],
    Kind.PERCENT: [10, 10.0, True, ["10"], "ten", "101x", "x" * 9_999],
    Kind.AMOUNTS: [5, "5.00", ["5.00"], {"cash": 5}, {"cash": "five"}, {"cash": ["5.00"]}],
    Kind.QUANTITIES: [1, "1", ["1"], {"one": "1"}, {"1": 1}, {"1": "some"}, {"9" * 400: "1"}],
    Kind.ITEMS: [1, "1", {"line": 1}, ["1"], [{"quantity": "1"}], [{"line": 1, "quantity": 1}]],
    Kind.FIELDS: [1, "shoe", ["shoe"], {"shoe": 42}, {"shoe": ["42"]}],
    Kind.JOBS: [1, "1", ["1"], {"o1": "1"}, {"o1": {"one": "1"}}, {"o1": {"1": 1}}],
    Kind.SERIALS: [1, "1", ["SN-1"], {"one": ["SN-1"]}, {"1": "SN-1"}, {"1": [1]}],
}
SOUND: dict[Kind, Any] = {
    Kind.TEXT: "text",
    Kind.CHOICE: "Other",
    Kind.PIN: "123456",
    Kind.AMOUNT: "1.00",
    Kind.QUANTITY: "1",
    Kind.DATE: "2026-11-03",
    Kind.NUMBER: 1,
    Kind.NUMBERS: [1],
    Kind.FLAG: False,
    Kind.ADDRESS: "home",
    Kind.ADDRESSES: [],
    Kind.PERCENT: "10",
    Kind.AMOUNTS: {"cash": "100.00"},
    Kind.QUANTITIES: {"1": "1"},
    Kind.ITEMS: [{"line": 1, "quantity": "1", "reason": "Other"}],
    Kind.FIELDS: {},
    Kind.JOBS: {},
    Kind.SERIALS: {},
}


@pytest.mark.parametrize("operation", sorted(REGISTRY))
def test_parameter_of_another_type_is_refused_by_name_or_in_its_own_words(
    counter: Counter, operation: str
) -> None:
    kinds = REGISTRY[operation].kinds
    _begin(counter, operation)
    asked = {ask.name: SOUND[ask.kind] for ask in REGISTRY[operation].asks}

    for name, kind in kinds.items():
        for wrong in WRONG[kind]:
            counter.refused(operation, **{**asked, name: wrong})
    assert "no parameter nonsense here" in counter.refused(operation, **asked, nonsense=1)
    assert "no parameter {0} here" in counter.refused(operation, None, **asked, **{"{0}": 1})

    assert counter.finish()["receipt_number"]


def test_line_with_an_approval_of_the_wrong_shape_changes_nothing(counter: Counter) -> None:
    _begin(counter)
    override = {"do": "deposit.override", "params": {"amount": "5.00", "reason": "Other"}}
    before = counter.holdings()

    for approval in list[Any](
        ("manager", [], {"user": "manager"}, {"user": 1, "pin": "1"}, {"pin": "271548"}, 7)
    ):
        answer = counter.line(as_line({**override, "approval": approval}))
        assert answer == {"outcome": "error", "words": "'approval' has a user and a pin"}

    assert counter.holdings() == before


def _begin(counter: Counter, operation: str = "") -> None:
    """A sale on which every operation could act: an order with a payment, or a sale with a step to undo or redo."""
    counter.do("customer.set", id=ANNA)
    counter.do("product.add", code=SHOE)
    if operation in ("cart.undo", "cart.redo"):
        counter.do("product.add", code=SHOE)
        if operation == "cart.redo":
            counter.do("cart.undo")
        return
    counter.do("order.pick_up_all")
    counter.do("deposit.pay_in_full")
    counter.do("tender.cash", amount="1.00")
