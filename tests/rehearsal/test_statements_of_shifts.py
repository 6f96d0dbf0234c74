"""A shift with several tenders that closes with a difference: headquarters' statement equals its Z report."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from headquarters.statements.figures import Figures, figures_of
from headquarters.statements.models import State, Statement, StatementPosting
from headquarters.statements.working_out import shifts_of
from retail.permissions import rights_of
from retail.settings import StoreSettings
from retail.wire.settings import settings_values
from tests.fixtures.one_process import LOSE_REPLY, ONLINE, OneProcess

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def retailer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OneProcess]:
    settings = settings_values(StoreSettings(store="HOUSTON", over_short_account="6990"))
    described: dict[str, Any] = {
        "tenant": "statements",
        "stores": [{"store": "HOUSTON", "name": "Houston", "settings": settings}],
        "registers": [{"register": "HOUSTON-1", "store": "HOUSTON"}],
        "products": [{"number": "SHOE", "name": "Trail shoe", "price_minor": 10_000}],
        "staff": [
            {"user": "manager", "name": "Mette", "role": "manager", "pin": "271548",
             "rights": sorted(rights_of("manager", {}))}
        ],
    }  # fmt: skip
    with ExitStack() as undo:
        world = OneProcess(tmp_path_factory.mktemp("statements") / "retailer", described, NOW, undo)
        [till] = world.tills.values()
        till.do("user.sign_in", user="manager", pin="271548")
        till.do("shift.open", start="100")
        yield world


def statement(retailer: OneProcess) -> tuple[State, Figures]:
    with retailer.parts.database.reading() as session:
        found = session.scalars(select(Statement)).one()
        return found.state, figures_of(found.figures)


def test_the_statement_of_a_shift_equals_its_z_report_once_its_last_document_has_come(
    retailer: OneProcess,
) -> None:
    [till] = retailer.tills.values()
    till.do("product.add", number="SHOE")
    till.do("tender.cash", amount="40")
    till.do("tender.card")
    till.do("transaction.conclude")
    till.do("product.add", number="SHOE")
    till.do("tender.cash", amount="100")
    till.do("transaction.conclude")
    till.do("product.add", number="SHOE")
    till.do("transaction.void")
    now = retailer.clock.now()
    till.session.journal.lease(now, 1, "somebody", now + timedelta(hours=1))

    till.do("shift.close", counted={"cash": "238"})
    closed = till.session.journal.last_closed_shift()
    assert closed is not None
    shift, counts = closed
    sums, head = till.session.journal.shift_sums(shift.id), till.session.journal.head()
    till.line.mode = LOSE_REPLY
    till.carry("push")
    till.line.mode = ONLINE
    till.carry("push")
    retailer.job("synchronize-orders")

    state, figures = statement(retailer)
    assert state is State.OPEN
    assert [str(each) for each in figures.missing] == ["HOUSTON-1-000001 has not arrived"]

    till.session.journal.release_leases("somebody")
    till.carry("push")
    retailer.job("synchronize-orders")

    state, figures = statement(retailer)
    assert (state, figures.missing, figures.differs, figures.voided) == (State.AGREES, (), (), 1)
    assert {each.type: (each.worked_minor, each.declared_minor) for each in figures.tenders} == {
        each.type.value: (each.expected_minor, each.declared_minor) for each in counts
    }
    assert figures.over_short == {each.type.value: each.over_short_minor for each in counts}
    assert figures.over_short["cash"] == -200
    assert [each.worked for each in figures.kinds] == sums
    with retailer.parts.database.reading() as session:
        [told] = shifts_of(session, session.scalars(select(Statement)).one())
    assert (told.journal_number, told.journal_hash) == (head.number, head.hash)
    assert (told.first_receipt, told.last_receipt) == ("HOUSTON-1-000001", "HOUSTON-1-000002")
    retailer.job("post-statements")
    with retailer.parts.database.reading() as session:
        posted = session.scalars(select(StatementPosting)).one()
    assert (posted.account, posted.tender, posted.amount_minor) == ("6990", "cash", -200)
    assert statement(retailer)[0] is State.POSTED


def test_cash_that_was_moved_in_a_shift_closed_blind_is_worked_out_at_headquarters_as_on_its_z_report(
    retailer: OneProcess,
) -> None:
    [till] = retailer.tills.values()
    till.do("product.add", number="SHOE")
    till.do("tender.cash")
    till.do("transaction.conclude")
    till.do("till.float", amount="20")
    till.do("till.remove", amount="5", reason="Stamps")
    till.do("till.bank_drop", amount="100", bag="4711")
    till.do("shift.close_blind")
    till.do("shift.open", start="30")
    till.do("till.safe_drop", amount="30")
    till.do("product.add", number="SHOE")
    till.do("tender.cash")
    till.do("transaction.conclude")
    [blind] = till.session.journal.blind_shifts()
    till.do("shift.declare", shift=blind.id, counted={"cash": "114"})
    till.do("shift.finish")
    till.carry("push")
    retailer.job("synchronize-orders")

    state, figures = statement(retailer)

    assert (state, figures.differs) == (State.AGREES, ())
    [cash] = figures.tenders
    assert (cash.said_minor, cash.worked_minor, cash.declared_minor) == (11500, 11500, 11400)
    with retailer.parts.database.reading() as session:
        [told] = shifts_of(session, session.scalars(select(Statement)).one())
    assert [(each.kind.value, each.amount_minor, each.bag) for each in told.movements] == [
        ("float", 2000, ""), ("removal", 500, ""), ("bank_drop", 10000, "4711")]  # fmt: skip
    assert told.blind_closed_at is not None
