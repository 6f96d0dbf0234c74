"""A fault nobody foresaw in whatever a register is asked to do: nothing is lost or half done, nobody is let in."""

from dataclasses import replace

import pytest

from pos_app.operations.context import RegisterContext
from pos_app.operations.known import REGISTRY
from pos_app.operations.registry import Operation, Outcome, Params
from pos_app.register.dispatcher import Dispatcher
from tests.fixtures.fix_register import PINS, Register, Shop, at_work


class Unforeseen(Exception):
    """What no part of the register knows."""


def breaking_late(operation: Operation) -> Operation:
    """The same, which breaks when it has changed all that it can of the draft it was given."""

    def handler(context: RegisterContext, params: Params) -> Outcome:
        context.cart = None
        context.user = context.pins.verify("manager", PINS["manager"])
        context.is_locked = not context.is_locked
        context.note(operation.id, half="done")
        raise Unforeseen

    return replace(operation, handler=handler, needs=frozenset(), asks=(), takes={}, permission=None)


@pytest.fixture(scope="module")
def broken() -> dict[str, Operation]:
    return {id: breaking_late(operation) for id, operation in REGISTRY.items()}


def check(register: Register, broken: dict[str, Operation]) -> None:
    before = register.trace()
    dispatcher = Dispatcher(register.session, broken)
    for id in broken:
        with pytest.raises(Unforeseen):
            dispatcher.dispatch(id, {})
        assert register.trace() == before, id


def test_s53_a_fault_in_any_operation_leaves_cart_user_and_journal_as_they_were_and_selling_goes_on(
    shop: Shop, broken: dict[str, Operation]
) -> None:
    register = at_work(shop)
    register.do("product.add", code="4006381333931")

    check(register, broken)

    assert register.session.user is not None
    assert register.session.user.user == "cashier"
    register.do("tender.cash", amount="200.00")
    register.do("transaction.conclude")
    assert register.kinds()[-1] == "transaction.conclude"


def test_s53_a_fault_in_any_operation_signs_nobody_in_and_unlocks_nothing(
    shop: Shop, broken: dict[str, Operation]
) -> None:
    register = at_work(shop)
    register.do("register.lock")
    check(register, broken)
    assert register.session.is_locked

    fresh = shop.open()
    check(fresh, broken)
    assert fresh.session.user is None


def test_s53_what_is_tried_is_everything_a_register_can_be_asked_to_do(broken: dict[str, Operation]) -> None:
    assert broken.keys() == REGISTRY.keys()
    assert len(broken) > 60
