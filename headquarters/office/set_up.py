"""The first administrator: while there is nobody, a process that starts makes a one-time code and says it."""

import base64
import secrets
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.context import stored, token_hash
from headquarters.office.models import OfficePerson, SetUpCode
from headquarters.office.people import Wish, add_person, anybody
from headquarters.office.refusals import refuse
from headquarters.office.roles import Role

CODE_VALID = timedelta(hours=24)
CODE_BYTES = 10  # 80 bits: guessing is hopeless even before the rate limit


def make_code(session: Session, now: datetime) -> str | None:
    """A new code, told only now; None where somebody can sign in already."""
    if anybody(session):
        return None
    plain = base64.b32encode(secrets.token_bytes(CODE_BYTES)).decode()
    session.add(SetUpCode(code_hash=token_hash(plain), expires_at=stored(now + CODE_VALID)))
    return "-".join(plain[start : start + 4] for start in range(0, len(plain), 4))


def first_administrator(session: Session, code: str, name: str, password: str, now: datetime) -> OfficePerson:
    """Exchange a code for an administrator; no code is good for anything after that.

    Raises:
        OfficeRefusal: the code is unknown, used or expired (403), or name or password cannot be (422).
    """
    plain = code.strip().upper().replace("-", "").replace(" ", "")
    found = session.scalars(
        select(SetUpCode).where(SetUpCode.code_hash == token_hash(plain)).with_for_update()
    ).first()
    if found is None or found.expires_at <= stored(now) or anybody(session):
        raise refuse(403, "This code is not valid (any more). Start headquarters again to get a new one.")
    return add_person(session, name, password, Wish(Role.ADMINISTRATOR), "set-up code", stored(now))
