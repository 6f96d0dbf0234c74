"""The dispatcher: one order of checks for every operation, one commit, and nothing kept without Done."""

import pytest

from channel_db.errors import DatabaseBusy
from channel_db.journal.repository import Work
from pos_app.operations.context import RegisterContext
from pos_app.operations.registry import (
    REGISTRY,
    Approval,
    Ask,
    Asks,
    Done,
    Kept,
    Kind,
    Needs,
    NeedsApproval,
    Outcome,
    Params,
    Refused,
    Registry,
    operation,
)
from pos_app.register.dispatcher import Dispatcher
from pos_app.register.needs import _CHECKS
from retail.errors import RuleBroken
from retail.messages import say
from tests.fixtures.fix_register import PINS, Register


@pytest.fixture
def calls() -> list[Params]:
    return []


@pytest.fixture
def registry(calls: list[Params]) -> Registry:
    """One operation with everything: a need, a right, a question and a parameter."""
    own: Registry = {}

    @operation(
        "test.act",
        title="Act",
        needs={Needs.OPEN_CART},
        permission="deposit_override",
        asks=(Ask("why", prompt=say("Why?")),),
        takes={"amount": Kind.AMOUNT},
        registry=own,
    )
    def act(context: RegisterContext, params: Params) -> Outcome | Kept:
        calls.append({**params, "by": context.approved_by})
        context.cart = None
        if params["why"] == "broken":
            raise RuleBroken("It is broken.")
        if params["why"] == "refused":
            return Refused(say("No."))
        context.note("test.act", why=params["why"])
        return Done(say("Done."))

    return own


@pytest.fixture
def dispatcher(register: Register, registry: Registry) -> Dispatcher:
    return Dispatcher(register.session, registry)


def words(outcome: Outcome) -> str:
    assert isinstance(outcome, Refused)
    return str(outcome.message)


def test_refuses_an_unknown_operation_first(dispatcher: Dispatcher) -> None:
    assert "no operation test.unknown" in words(dispatcher.dispatch("test.unknown", {"x": 1}))


def test_checks_needs_before_questions_and_questions_before_parameters(
    register: Register, dispatcher: Dispatcher, calls: list[Params]
) -> None:
    assert "no open sale" in words(dispatcher.dispatch("test.act", {"unknown": 1}))
    register.do("product.add", number="A")

    assert dispatcher.dispatch("test.act", {"unknown": 1}) == Asks((Ask("why", prompt=say("Why?")),))
    assert "no parameter unknown" in words(dispatcher.dispatch("test.act", {"why": "x", "unknown": 1}))
    assert "amount must be a text" in words(dispatcher.dispatch("test.act", {"why": "x", "amount": 1}))
    assert calls == []


def test_asks_for_approval_only_for_what_would_be_done(register: Register, dispatcher: Dispatcher) -> None:
    register.do("product.add", number="A")

    assert words(dispatcher.dispatch("test.act", {"why": "broken"})) == "It is broken."
    assert words(dispatcher.dispatch("test.act", {"why": "refused"})) == "No."
    assert dispatcher.dispatch("test.act", {"why": "x"}) == NeedsApproval("deposit_override", say("Act"))
    assert register.session.cart is not None
    assert "test.act" not in register.kinds()


def test_a_right_that_somebody_lacks_stands_in_the_journal_and_so_does_an_approver_who_lacks_it(
    register: Register, dispatcher: Dispatcher
) -> None:
    register.do("product.add", number="A")

    dispatcher.dispatch("test.act", {"why": "x"})
    outcome = dispatcher.dispatch("test.act", {"why": "x"}, Approval("kari", "111213"))

    assert "may not approve this" in words(outcome)
    assert (
        "right.refused" not in register.kinds()
    )  # a refusal keeps nothing; the next thing that is kept has it along
    register.do("product.add", number="A")
    register.do("product.add", number="A")
    asked, refused = [each for each in register.session.journal.entries() if each.kind == "right.refused"]
    assert (asked.user, asked.text) == ("cashier", '{"operation":"test.act","rights":["deposit_override"]}')
    assert '"approver":"kari"' in refused.text


def test_gives_the_handler_who_approved_and_notes_both(
    register: Register, registry: Registry, calls: list[Params]
) -> None:
    register.do("product.add", number="A")
    at_desk = Register(
        register.session,
        Dispatcher(register.session, registry),
        register.line,
        register.clock,
        register.folder,
    )

    at_desk.do("test.act", approved_by="manager", why="x", amount="1.50")

    assert calls == [{"why": "x", "amount": 150, "by": "manager"}]
    act, approval = list(register.session.journal.entries())[-2:]
    assert (act.kind, act.user) == ("test.act", "cashier")
    assert (approval.kind, approval.user) == ("approval", "cashier")
    assert '"approved_by":"manager"' in approval.text
    assert register.session.cart is None


def test_a_wrong_pin_of_the_approver_keeps_everything_but_the_count(
    register: Register, dispatcher: Dispatcher
) -> None:
    register.do("product.add", number="A")
    before = register.session.cart

    outcome = dispatcher.dispatch("test.act", {"why": "x"}, Approval("manager", "000000"))

    assert "not right" in words(outcome)
    assert register.session.cart is before
    assert register.kinds()[-1] == "pin.failed"
    assert PINS["manager"] not in "".join(entry.text for entry in register.session.journal.entries())
    assert "000000" not in "".join(entry.text for entry in register.session.journal.entries())


def test_a_commit_that_fails_leaves_the_session_as_it_was(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    register.do("product.add", number="A")

    def busy(work: Work, before: object, after: object) -> None:
        raise DatabaseBusy

    with monkeypatch.context() as patch:
        patch.setattr(Work, "keep_cart", busy)
        assert "in use by another program" in register.refused("product.add", number="B")

    register.do("product.add", number="B")
    assert register.cart["total_minor"] == 14000


def test_before_the_first_pull_nothing_is_done(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(register.session.catalog), "settings", lambda catalog: None)
    monkeypatch.setattr(register.session, "_settings", None)

    assert "still being fetched" in register.refused("product.add", number="A")


def test_an_id_taken_twice_is_refused_at_import() -> None:
    own: Registry = {}
    operation("a.b", title="First", registry=own)(lambda context, params: Done(say("Done.")))

    with pytest.raises(ValueError, match=r"'a\.b' is registered twice"):
        operation("a.b", title="Second", registry=own)(lambda context, params: Done(say("Done.")))


def test_every_need_has_its_words() -> None:
    assert {need for need, _, _ in _CHECKS} == set(Needs)
    used = {need for each in REGISTRY.values() for need in each.needs}
    assert used == set(Needs)


@pytest.mark.parametrize("id", sorted(REGISTRY))
def test_every_operation_refuses_a_parameter_it_does_not_know(register: Register, id: str) -> None:
    """With everything it needs at hand, and every question answered, the unknown name is what it stumbles over."""
    register.do("customer.set", id="00000001-0000-7000-8000-000000000001")
    register.do("product.add", number="A")
    register.do("order.pick_up_all")
    if Needs.NO_TENDER in REGISTRY[id].needs:
        register.do("cart.undo")
    else:
        register.do("tender.cash", amount="1")
    answers = {ask.name: "1" for ask in REGISTRY[id].asks}

    assert "no parameter surprise" in register.refused(id, **answers, surprise=1)
