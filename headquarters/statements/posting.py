"""Posting statements: what is over or short goes to the store's account, and the statement changes no more."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from headquarters.cases.service import has_open_case
from headquarters.context import stored
from headquarters.office.audit import note
from headquarters.office.refusals import OfficeRefusal, refuse
from headquarters.settings.service import settings_of_store
from headquarters.statements.figures import Figures, figures_of
from headquarters.statements.models import ShiftClosing, State, Statement, StatementPosting
from headquarters.statements.working_out import CASE, case_about, work_out
from retail.messages import Message, say
from retail.settings import ClosingMethod


def post_statement(session: Session, statement: Statement, by: str, now: datetime) -> None:
    """Work a statement out once more and post it.

    Raises:
        OfficeRefusal: it cannot be posted, and nothing has changed (409).
    """
    if statement.state is State.POSTED:
        raise refuse(409, "This statement is posted already.")
    at = stored(now)
    figures = work_out(session, statement, at)
    why = why_not(session, statement, now)
    if why is not None:
        raise OfficeRefusal(409, why)
    account = settings_of_store(session, statement.store).over_short_account
    session.add_all([
        StatementPosting(statement=statement.id, account=account, tender=tender, amount_minor=amount)
        for tender, amount in figures.over_short.items()
        if amount
    ])  # fmt: skip
    was, statement.state = statement.state, State.POSTED
    statement.posted_at, statement.posted_by = at, by
    note(
        session,
        by,
        at,
        "post",
        "statement",
        str(statement.id),
        {"state": was.value},
        {"state": State.POSTED.value},
    )


def why_not(session: Session, statement: Statement, now: datetime) -> Message | None:
    """Why a statement cannot be posted as it was worked out last; None where it can."""
    if statement.state is State.OPEN:
        return say("Documents of this statement are missing. It can be posted once they are here and posted.")
    if statement.state is State.DIFFERS and has_open_case(session, CASE, case_about(statement)):
        return say("This statement differs. Close its case with a note first.")
    settings = settings_of_store(session, statement.store)
    if settings.closing_method is ClosingMethod.DAY and not _is_over(session, statement, now):
        return say(
            "The business date {day} of {store} has not ended. Its closing method is Day.",
            day=statement.business_date, store=statement.store,
        )  # fmt: skip
    if _is_over_or_short(figures_of(statement.figures)) and not settings.over_short_account:
        return say(
            "Store {store} has no account for over and short. Set it on the page of the store and publish.",
            store=statement.store,
        )
    return None


def postable(session: Session, after: int, limit: int) -> list[Statement]:
    """The next statements that agree, in the order they were begun."""
    query = select(Statement).where(Statement.state == State.AGREES, Statement.id > after)
    return list(session.scalars(query.order_by(Statement.id).limit(limit)))


def count_postable(session: Session) -> int:
    """How many statements agree and are not posted."""
    return (
        session.scalar(select(func.count()).select_from(Statement).where(Statement.state == State.AGREES))
        or 0
    )


def _is_over_or_short(figures: Figures) -> bool:
    return any(figures.over_short.values())


def _is_over(session: Session, statement: Statement, now: datetime) -> bool:
    """Whether its business date has ended where its registers stand, by the clock of the last that closed."""
    last = session.scalars(
        select(ShiftClosing.closed_at)
        .where(ShiftClosing.statement == statement.id)
        .order_by(ShiftClosing.id.desc())
    ).first()
    there = now if last is None else now.astimezone(datetime.fromisoformat(last).tzinfo)
    return there.date() > statement.business_date
