"""No operation with a right of its own is done for a role that lacks it, whatever stands around it."""

from dataclasses import replace

import pytest

from pos_app.operations.known import REGISTRY
from pos_app.operations.registry import Done, NeedsApproval, Operation
from pos_app.register.dispatcher import Dispatcher
from retail.messages import say
from retail.permissions import ROLE_RIGHTS, Right, Role
from retail.wire.feeds import StaffRow
from tests.fixtures.fix_register import Register

ANSWERED = {"sale.sales_rep": {"info:sales_rep": "Kari (kari)"}}
"""What is asked before a right is, wherever an operation stands."""
GUARDED = {id: each for id, each in REGISTRY.items() if each.permission is not None}


def bare(operation: Operation) -> Operation:
    """The operation with its right alone: nothing is needed, nothing asked, and it would be done."""
    done = Done(say("Done."))
    return replace(operation, needs=frozenset(), asks=(), takes={}, handler=lambda context, params: done)


def with_rights(user: StaffRow, rights: frozenset[Right]) -> StaffRow:
    """The same person with these rights."""
    return user.model_copy(update={"rights": tuple(rights)})


@pytest.mark.parametrize("line", ["online", "offline"])
def test_s28_each_role_does_by_itself_what_its_rights_say_and_nothing_else(
    register: Register, line: str
) -> None:
    assert len(GUARDED) > 10
    register.line.state = line
    session = register.session
    dispatcher = Dispatcher(session, {id: bare(each) for id, each in GUARDED.items()})
    user = session.user
    assert user is not None
    for role in Role:
        session.user = with_rights(user, ROLE_RIGHTS[role])
        for id, each in GUARDED.items():
            outcome = dispatcher.dispatch(id, ANSWERED.get(id, {}))
            may = each.permission in ROLE_RIGHTS[role]
            assert isinstance(outcome, Done if may else NeedsApproval), (role, id)


def test_s28_all_other_rights_together_are_not_the_one_that_is_needed(register: Register) -> None:
    session = register.session
    dispatcher = Dispatcher(session, {id: bare(each) for id, each in GUARDED.items()})
    user = session.user
    assert user is not None
    for id, each in GUARDED.items():
        session.user = with_rights(user, frozenset(set(Right) - {each.permission}))
        outcome = dispatcher.dispatch(id, ANSWERED.get(id, {}))
        assert isinstance(outcome, NeedsApproval), id
        assert outcome.rights == (each.permission,)
