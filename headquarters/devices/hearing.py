"""Whether a call is made for the first time, as far as any process of this headquarters has heard."""

from sqlalchemy import delete, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from headquarters.base import table_of
from headquarters.context import Headquarters
from headquarters.devices.models import HeardCall

_CALLS = table_of(HeardCall)


def is_first_heard(headquarters: Headquarters, device: int, counter: str, nonce: str) -> bool:
    """Note this call of a device under this counter, and say whether it is the first of its kind."""
    if not headquarters.heard.is_first(device, counter, nonce):
        return False
    if not headquarters.database.is_shared:
        return True

    def note(session: Session) -> bool:
        # A server that is killed forgets the last of them, and by the time it is up their counters are gone.
        session.execute(text("SET LOCAL synchronous_commit = off"))
        said = insert(_CALLS).values(device_id=device, counter=counter, nonce=nonce)
        return session.execute(said.on_conflict_do_nothing().returning(_CALLS.c.nonce)).first() is not None

    return headquarters.database.committed(note, books=False)


def forget_left_behind(session: Session, device: int, counting: tuple[str, str]) -> None:
    """The counter of this device has moved on: what came under others than these two is refused by that."""
    session.execute(delete(_CALLS).where(_CALLS.c.device_id == device, _CALLS.c.counter.not_in(counting)))
