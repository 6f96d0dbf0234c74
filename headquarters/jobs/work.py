"""What each job does: small units of work, so that registers are served in between and a crash loses only one."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from headquarters.cards.service import count_asked, settle_charges
from headquarters.context import Headquarters
from headquarters.customers.looking import is_looked_through, look_for_duplicates
from headquarters.customers.retention import erase_due
from headquarters.customers.service import count_undistributed, distribute_next
from headquarters.devices.service import active_devices
from headquarters.importing.waiting import count_waiting, import_waiting
from headquarters.jobs.models import JobSession, UploadAsked
from headquarters.jobs.progress import Progress
from headquarters.office.refusals import OfficeRefusal
from headquarters.orders.assigning import assign_all, assignable
from headquarters.statements.models import Statement
from headquarters.statements.posting import count_postable, post_statement, postable
from headquarters.statements.working_out import has_stale, work_out_next
from headquarters.stock.service import count_movements, has_uncounted
from headquarters.uploads.danger import apart, posted_under_mark, suspects
from headquarters.uploads.models import KeptDocument, State
from headquarters.uploads.posting import Posted, post_all
from headquarters.uploads.service import holes, waiting
from retail.messages import SPACES, Message, listed, phrase, say
from retail.wire.protocol import BATCH_MAX

_OF_CUSTOMERS = ("customer", "customer_change")
_OF_ORDERS = ("transaction", "fulfilment", "info", "correction", "shift")
IMPORT_JOB = "import-files"
ERASE_JOB = "erase-customers"
STATEMENTS_JOB = "post-statements"
STATEMENTS_AT_ONCE = 50
_FOUND_MAX = 10_000
"""So many waiting documents are looked up at once: one look costs as much as all that wait."""
HOLES_SHOWN = 20
"""A note names so many registers whose numbers have holes; their own pages name them all."""
CONTACT_LOST = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Done:
    """What a run came to."""

    rows: int
    errors: int
    note: Message | None = None
    size_bytes: int = 0


def ask_for_uploads(headquarters: Headquarters, session_id: int) -> Done:
    """Ask every enrolled register to upload at its next poll: headquarters cannot call a register (decision 21)."""
    with headquarters.database.writing() as session:
        enrolled = sorted(active_devices(session))
        for register in enrolled:
            session.add(
                UploadAsked(
                    session_id=session_id, register=register, asked_at=headquarters.now(), reached_at=None
                )
            )  # fmt: skip
        session.flush()
        return Done(len(enrolled), 0, reached_note(session, session_id, headquarters.clock.now()))


def reached_note(session: Session, session_id: int, now: datetime) -> Message:
    """Which registers a P-job has reached by now, which it waits for, and which have not been heard of for long."""
    devices = active_devices(session)
    reached, waited_for, unreachable = [], [], []
    asked = select(UploadAsked).where(UploadAsked.session_id == session_id).order_by(UploadAsked.register)
    for row in session.scalars(asked):
        device = devices.get(row.register)
        if row.reached_at is not None:
            reached.append(row.register)
        elif device is None or now - datetime.fromisoformat(device.seen_at) > CONTACT_LOST:
            unreachable.append(row.register)
        else:
            waited_for.append(row.register)
    return say(
        "Reached: {reached}. Waiting: {waiting}. Unreachable: {unreachable}.",
        reached=_named(reached), waiting=_named(waited_for), unreachable=_named(unreachable),
    )  # fmt: skip


def _named(registers: list[str]) -> Message | str:
    return ", ".join(registers) or say("none")


def synchronize_customers(headquarters: Headquarters, session_id: int) -> Done:
    """Make customers of the documents that wait, and change those that registers changed; they hear of it by 1010."""
    return _post_all(headquarters, Progress(headquarters, session_id), *_OF_CUSTOMERS)


def synchronize_orders(headquarters: Headquarters, session_id: int) -> Done:
    """Book what waits, make sales orders with their customers, charge cards on file for what was shipped, and give
    rejected shipments to another store; then the figures of stock take in what moved, and statements are worked out.
    """
    progress = Progress(headquarters, session_id)
    done = _post_all(headquarters, progress, *_OF_ORDERS)
    settle_charges(headquarters)
    moved = assign_all(headquarters)
    count_stock(headquarters, progress)
    work_out_statements(headquarters, progress)
    with headquarters.database.reading() as session:
        missing, unanswered = holes(session), count_asked(session)
    notes = [
        done.note,
        _told(phrase("{number} rejected lines were given to another store."), moved),
        *[Message("{said}.", {"said": each}) for each in missing[:HOLES_SHOWN]],
        _told(
            phrase("Registers with other numbers that have not arrived: {number}."),
            len(missing[HOLES_SHOWN:]),
        ),
        _told(phrase("{number} charges of cards on file have no answer yet."), unanswered),
    ]
    return Done(done.rows, done.errors, _together(notes), done.size_bytes)


def count_stock(headquarters: Headquarters, progress: Progress) -> int:
    """Take every movement into the figures and publish these; how many there were."""
    total = 0
    while True:
        with headquarters.database.writing() as session:
            counted = count_movements(session, headquarters.now())
        if not counted:
            return total
        total += counted
        progress.go_on()


def work_out_statements(headquarters: Headquarters, progress: Progress) -> None:
    """Work out every statement of which documents have come."""
    is_more = True
    while is_more:
        with headquarters.database.writing() as session:
            is_more = work_out_next(session, headquarters.now())
        progress.go_on()


def post_statements(headquarters: Headquarters, session_id: int) -> Done:
    """Post every statement that agrees and may be posted."""
    progress = Progress(headquarters, session_id)
    with headquarters.database.reading() as session:
        by = session.get_one(JobSession, session_id).started_by
    posted = left = last = 0
    while True:
        with headquarters.database.writing() as session:
            found = postable(session, last, STATEMENTS_AT_ONCE)
            done = sum(_post_one(session, each, by, headquarters.clock.now()) for each in found)
            last = found[-1].id if found else last
        if not found:
            break
        posted, left = posted + done, left + len(found) - done
        progress.add(done, 0)
    return Done(
        posted, 0, _told(phrase("{number} agree and cannot be posted yet; their pages say why."), left)
    )


def _post_one(session: Session, statement: Statement, by: str, now: datetime) -> bool:
    try:
        with session.begin_nested():
            post_statement(session, statement, by, now)
    except OfficeRefusal:
        return False
    return True


def find_duplicate_customers(headquarters: Headquarters, session_id: int) -> Done:
    """Look for customers who may be one; a person merges them or tells them apart."""
    return Done(look_for_duplicates(headquarters), 0)


def erase_customers(headquarters: Headquarters, session_id: int) -> Done:
    """Erase whoever has bought nothing for longer than customers are kept, and whom a backup brought back."""
    erased, blocked = erase_due(headquarters, Progress(headquarters, session_id))
    return Done(erased, 0, _told(phrase("{number} stay: open orders, deposits or documents."), blocked))


def import_files(headquarters: Headquarters, session_id: int) -> Done:
    """Check the files that people brought, and take in those that they said so of."""
    kept, left_out = import_waiting(headquarters, Progress(headquarters, session_id))
    return Done(kept, 0, _told(phrase("Rows left out: {number}; the import says why."), left_out))


def distribute(headquarters: Headquarters, session_id: int) -> Done:
    """Publish new and changed customers to all registers."""
    progress = Progress(headquarters, session_id)
    while True:
        with headquarters.database.writing() as session:
            count, size = distribute_next(session)
        if not count:
            return Done(progress.rows, 0, None, progress.size_bytes)
        progress.add(count, size)


def is_idle(session: Session, job: str) -> bool:
    """Whether a scheduled run of this job would find nothing to do."""
    if job == "synchronize-customers":
        return not waiting(session, *_OF_CUSTOMERS, limit=1)
    if job == "synchronize-orders":
        has_work = waiting(session, *_OF_ORDERS, limit=1) or count_asked(session) or has_uncounted(session)
        return not has_work and not has_stale(session) and not assignable(session)
    if job == STATEMENTS_JOB:
        return not postable(session, 0, 1)
    if job == "find-duplicates":
        return is_looked_through(session)
    if job == IMPORT_JOB:
        return not count_waiting(session)
    if job == ERASE_JOB:
        return False  # the list lies beside the books
    return job == "1010" and count_undistributed(session) == 0


def waiting_count(session: Session, job: str) -> int:
    """How many records wait for a job."""
    kinds = {"synchronize-customers": _OF_CUSTOMERS, "synchronize-orders": _OF_ORDERS}.get(job, ())
    if kinds:
        waits = (KeptDocument.state == State.WAITING, KeptDocument.kind.in_(kinds))
        return session.scalar(select(func.count()).select_from(KeptDocument).where(*waits)) or 0
    if job == IMPORT_JOB:
        return count_waiting(session)
    if job == STATEMENTS_JOB:
        return count_postable(session)
    return count_undistributed(session) if job == "1010" else 0


def _post_all(headquarters: Headquarters, progress: Progress, *kinds: str) -> Done:
    """Post what waits, a batch a commit."""
    counts: Counter[State] = Counter()
    met = last = 0
    while True:
        with headquarters.database.reading() as session:
            found = waiting(session, *kinds, after=last, limit=_FOUND_MAX)
        if not found:
            break
        last, _ = found[-1]
        for start in range(0, len(found), BATCH_MAX):
            uuids = [uuid for _, uuid in found[start : start + BATCH_MAX]]
            done: dict[str, Posted] = {}
            with headquarters.database.reading() as session:
                suspected = suspects(session, uuids)
            for group in apart(uuids, suspected):
                done |= posted_under_mark(
                    headquarters, group, partial(post_all, uuids=group, at=headquarters.now())
                )
            with headquarters.database.reading() as session:
                size = _size_of(session, uuids)
            posted = [done[uuid] for uuid in uuids if uuid in done]
            counts.update(each.state for each in posted)
            met += sum(each.state is State.POSTED and each.note is not None for each in posted)
            states = Counter([each.state for each in posted])
            progress.add(states[State.POSTED], size, states[State.PARKED])
    parked, left = counts[State.PARKED], counts[State.WAITING]
    notes = [
        _told(phrase("{number} parked for a person."), parked),
        _told(phrase("{number} wait for their customer or their order."), left),
        _told(phrase("{number} met a change of another register; the customer's history has both."), met),
    ]
    return Done(counts[State.POSTED], parked, _together(notes), progress.size_bytes)


def _told(template: str, number: int) -> Message | None:
    """What is to know of so many; nothing of none."""
    return say(template, number=number) if number else None


def _together(notes: Iterable[Message | None]) -> Message | None:
    """Those that say something, as one."""
    said = [each for each in notes if each is not None]
    return listed(said, SPACES) if said else None


def _size_of(session: Session, uuids: list[str]) -> int:
    query = select(func.sum(func.length(KeptDocument.text))).where(KeptDocument.uuid.in_(uuids))
    return int(session.scalar(query) or 0)
