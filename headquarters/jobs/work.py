"""What each job does: small units of work, so that registers are served in between and a crash loses only one."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from headquarters.context import Headquarters
from headquarters.customers.service import count_undistributed, distribute_customers
from headquarters.devices.service import active_devices, all_registers
from headquarters.jobs.models import UploadAsked
from headquarters.uploads.models import State
from headquarters.uploads.posting import post
from headquarters.uploads.service import holes, waiting

CONTACT_LOST = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Done:
    """What a run came to."""

    rows: int
    errors: int
    note: str = ""


def ask_for_uploads(headquarters: Headquarters, session_id: int) -> Done:
    """Ask every enrolled register to upload at its next poll: headquarters cannot call a register (decision 21)."""
    now = headquarters.clock.now()
    asked, waiting_for, unreachable = 0, [], []
    with headquarters.database.writing() as session:
        devices = active_devices(session)
        for register in all_registers(session):
            device = devices.get(register.register)
            if device is None or now - datetime.fromisoformat(device.seen_at) > CONTACT_LOST:
                unreachable.append(register.register)
            else:
                waiting_for.append(register.register)
            if device is not None:
                session.add(UploadAsked(
                    session_id=session_id, register=register.register, asked_at=headquarters.now(), reached_at=None))  # fmt: skip
                asked += 1
    return Done(asked, 0, f"Waiting: {_listed(waiting_for)}. Unreachable: {_listed(unreachable)}.")


def synchronize_customers(headquarters: Headquarters, session_id: int) -> Done:
    """Make customers of the documents that wait; registers hear of them by 1010."""
    return _post_all(headquarters, "customer")


def synchronize_orders(headquarters: Headquarters, session_id: int) -> Done:
    """Book the transactions that wait, and make their sales orders with the customers they need."""
    done = _post_all(headquarters, "transaction")
    with headquarters.database.reading() as session:
        missing = holes(session)
    return Done(done.rows, done.errors, " ".join(part for part in (done.note, *[f"{each}." for each in missing]) if part))


def distribute(headquarters: Headquarters, session_id: int) -> Done:
    """Publish new and changed customers to all registers."""
    with headquarters.database.writing() as session:
        return Done(distribute_customers(session), 0)


def is_idle(session: Session, job: str) -> bool:
    """Whether a scheduled run of this job would find nothing to do."""
    if job == "synchronize-customers":
        return not waiting(session, "customer")
    if job == "synchronize-orders":
        return not waiting(session, "transaction")
    return job == "1010" and count_undistributed(session) == 0


def _post_all(headquarters: Headquarters, kind: str) -> Done:
    with headquarters.database.reading() as session:
        found = waiting(session, kind)
    states = []
    for uuid in found:
        with headquarters.database.writing() as session:
            states.append(post(session, uuid, headquarters.now()))
    posted, parked = states.count(State.POSTED), states.count(State.PARKED)
    left = len(states) - posted - parked
    notes = [f"{parked} parked for a person." if parked else "", f"{left} wait for their customer." if left else ""]
    return Done(posted, parked, " ".join(note for note in notes if note))


def _listed(names: list[str]) -> str:
    return ", ".join(names) or "none"
