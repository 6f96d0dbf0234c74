"""Working statements out: once a register says that a shift is closed, and when documents of it are posted."""

from collections.abc import Collection

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from headquarters.cases.service import settle_cases
from headquarters.journals.keeping import stands_beside
from headquarters.settings.service import settings_of_store
from headquarters.statements.figures import Figures, summed
from headquarters.statements.models import ShiftClosing, State, Statement
from headquarters.statements.words import of_case, of_difference, of_missing, of_other_entry
from headquarters.uploads.models import KeptDocument
from headquarters.uploads.models import State as Kept
from retail.messages import Message
from retail.settings import StatementMethod
from retail.wire.reading import read_transaction
from retail.wire.shifts import ShiftDocument
from retail.wire.statements import WorkedOut, worked_out
from retail.wire.uploads import TransactionDocument

CASE = "statement"
_TEXT = func.coalesce(KeptDocument.repaired, KeptDocument.text)


def keep_closing(session: Session, shift: ShiftDocument, at: str) -> None:
    """Take a closed shift into its statement; which one that is, the store's statement method says."""
    method = settings_of_store(session, shift.store).statement_method
    statement = _of_day(session, shift) if method is StatementMethod.DAY else None
    if statement is None:
        is_day = method is StatementMethod.DAY
        statement = Statement(
            method=method.value, store=shift.store, register="" if is_day else shift.register_name,
            number=0 if is_day else shift.number, business_date=shift.business_date, currency=shift.currency,
            state=State.OPEN, is_stale=True, over_short_minor=0, figures={}, made_at=at, posted_at=None, posted_by="",
        )  # fmt: skip
        session.add(statement)
        session.flush()
    statement.is_stale = True
    session.add(
        ShiftClosing(
            uuid=shift.id, statement=statement.id, register=shift.register_name, number=shift.number,
            closed_at=shift.made_at,
        )
    )  # fmt: skip
    session.flush()


def mark_stale(session: Session, registers: Collection[str]) -> None:
    """Documents of these registers were posted: what is not settled yet may have become so."""
    of_them = select(ShiftClosing.id).where(
        ShiftClosing.statement == Statement.id, ShiftClosing.register.in_(registers)
    )
    session.execute(
        update(Statement)
        .where(Statement.state.in_((State.OPEN, State.DIFFERS)), of_them.exists())
        .values(is_stale=True)
        .execution_options(synchronize_session=False)
    )


def has_stale(session: Session) -> bool:
    """Whether a statement is to be worked out."""
    return session.scalar(select(Statement.id).where(Statement.is_stale).limit(1)) is not None


def work_out_next(session: Session, at: str) -> bool:
    """Work the oldest stale statement out; False where there is none."""
    statement = session.scalars(
        select(Statement).where(Statement.is_stale).order_by(Statement.id).limit(1)
    ).first()
    if statement is not None:
        work_out(session, statement, at)
    return statement is not None


def work_out(session: Session, statement: Statement, at: str) -> Figures:
    """What the shifts of this statement should be by the documents that are here, and each difference; the first time
    that it differs in this way, a case is opened.
    """
    done: list[WorkedOut] = []
    missing: list[Message] = []
    differs: list[Message] = []
    voided = 0
    for shift in shifts_of(session, statement):
        transactions, here = _documents(session, shift)
        found = worked_out(shift, transactions)
        done.append(found)
        missing += of_missing(shift, found.missing, here)
        differs += [of_difference(shift, each) for each in found.differences if not found.missing]
        if stands_beside(session, shift.register_name, shift.journal_number, shift.journal_hash):
            differs.append(of_other_entry(shift))
        voided += shift.voided
    figures = Figures(*summed(done), tuple(missing), tuple(differs), voided)
    was = statement.figures.get("differs", [])
    statement.figures = figures.kept()
    statement.over_short_minor = sum(figures.over_short.values())
    statement.state = State.OPEN if missing else State.DIFFERS if differs else State.AGREES
    statement.is_stale = False
    about = case_about(statement)
    words = {about: of_case(statement, differs)} if differs else {}
    settle_cases(session, CASE, about, words, {about} if statement.figures["differs"] != was else set(), at)
    session.flush()
    return figures


def case_about(statement: Statement) -> str:
    """What the case of a statement is about."""
    return f"statement/{statement.id}/"


def shifts_of(session: Session, statement: Statement) -> list[ShiftDocument]:
    """The closed shifts of a statement, as their registers told of them."""
    texts = session.scalars(
        select(_TEXT)
        .join(ShiftClosing, ShiftClosing.uuid == KeptDocument.uuid)
        .where(ShiftClosing.statement == statement.id)
        .order_by(ShiftClosing.id)
    )
    return [ShiftDocument.read(text) for text in texts]


def _of_day(session: Session, shift: ShiftDocument) -> Statement | None:
    """The statement of that store and day that is not posted yet."""
    return session.scalars(
        select(Statement).where(
            Statement.business_date == shift.business_date, Statement.store == shift.store,
            Statement.method == StatementMethod.DAY.value, Statement.currency == shift.currency,
            Statement.state != State.POSTED,
        )
    ).first()  # fmt: skip


def _documents(session: Session, shift: ShiftDocument) -> tuple[list[TransactionDocument], dict[int, Kept]]:
    """Those of the transactions of a shift that are posted, and the numbers of those that are only kept."""
    if not shift.numbers:
        return [], {}
    rows = session.execute(
        select(KeptDocument.number, KeptDocument.state, _TEXT).where(
            KeptDocument.register == shift.register_name, KeptDocument.kind == "transaction",
            KeptDocument.number.between(shift.numbers[0][0], shift.numbers[-1][1]),
        )
    )  # fmt: skip
    posted: list[TransactionDocument] = []
    here: dict[int, Kept] = {}
    for number, state, text in rows:
        if shift.id not in text:
            continue  # another shift's: numbers begin anew where a register was enrolled again
        if state is Kept.POSTED:
            posted.append(read_transaction(text))
        elif number is not None:
            here[number] = state
    return posted, here
