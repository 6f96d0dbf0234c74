"""Which register a call comes from: by its token, proved by its key, and no copy of it."""

import base64
import hashlib
import hmac
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.context import Headquarters, stored, token_hash
from headquarters.devices.alarms import (
    NotProved,
    Revoked,
    copied_disk,
    copied_token,
    repeated_call,
    spent_token,
)
from headquarters.devices.hearing import forget_left_behind, is_first_heard
from headquarters.devices.models import Device, Register, SpentToken
from headquarters.devices.proving import Proof, is_proved
from headquarters.devices.restored import begin_anew_behind, was_seen_in_this_life
from headquarters.devices.service import KnownDevice, revoke
from headquarters.errors import Refusal
from headquarters.installation import installation
from retail.wire.proof import step_of

EXCHANGE_AFTER = timedelta(days=7)
"""A token older than this is exchanged for the next one."""
GRACE = timedelta(seconds=60)
"""So long after its exchange a token may still be used: a call with it may have been under way."""
EXCHANGES_MAX = 4
"""So many exchanges a headquarters that was restored from a backup may be behind its registers."""


@dataclass(frozen=True, slots=True)
class _Found:
    """The device of a call, and how its token stands: in use, spent at a time, or the one that follows."""

    device: Device
    store: str
    is_paused: bool = False
    spent_at: str | None = None
    follows: bool = False
    is_of_this_life: bool = True


def recognise(headquarters: Headquarters, proof: Proof, address: str) -> KnownDevice:
    """The device a call comes from, its counter and its token moved on as the call asks for.

    Raises:
        Refusal: it is none, was revoked, is not proved by its key, or is a copy of one (401).
    """
    with headquarters.database.reading() as session:
        found = _find(session, proof)
        if found is not None and step_of(proof.counter) > step_of(found.device.counter):
            is_of_this_life = was_seen_in_this_life(session, found.device.seen_at)
            found = replace(found, is_of_this_life=is_of_this_life)
    if found is None:
        raise Refusal(401, "This device is not enrolled (any more). Enrol it with a new code.")
    device = found.device
    if device.revoked_at is not None:
        raise Revoked(device.register)
    known = KnownDevice(
        device.id, device.register, found.store, device.epoch, device.seen_at, is_paused=found.is_paused
    )
    if device.public_key is None and not proof.key:
        return known  # enrolled by a program that knows no keys
    if device.public_key is None and not is_proved(proof, proof.key):
        raise NotProved(device.register)
    if device.public_key is not None and not is_proved(proof, device.public_key):
        raise copied_token(headquarters, device.register, address)
    now = headquarters.clock.now()
    if found.spent_at is not None and now - datetime.fromisoformat(found.spent_at) > GRACE:
        with headquarters.database.writing() as session:
            revoke(session, device.register, now)
        raise spent_token(headquarters, device.register, address)
    if not proof.is_heard:
        _check_counter(headquarters, found, proof, address, now)
    is_old = not found.follows and now - datetime.fromisoformat(device.token_since) >= EXCHANGE_AFTER
    if not is_old and found.spent_at is None:
        return known
    with headquarters.database.reading() as session:
        return replace(known, next_token=_token_after(_secret(session), token_hash(proof.token)))


def _check_counter(
    headquarters: Headquarters, found: _Found, proof: Proof, address: str, now: datetime
) -> None:
    """Move the counter on as the call asks for, and note that it was heard.

    Raises:
        Refusal: it comes from a copy of the device, or was heard before (401).
    """
    device = found.device
    is_behind = step_of(proof.counter) > step_of(device.counter)
    if not _is_the_one(device, proof) or not _moved_on(headquarters, found, proof, now):
        raise copied_disk(headquarters, device.register, address)
    if is_behind and found.is_of_this_life:
        begin_anew_behind(headquarters, device.register, "has proved itself by a counter")
    if proof.key and not is_first_heard(headquarters, device.id, proof.counter, proof.nonce):
        raise repeated_call(headquarters, device.register, address)


def _find(session: Session, proof: Proof) -> _Found | None:
    if not proof.token:
        return None
    hashed = token_hash(proof.token)
    devices = select(Device, Register.store, Register.paused_at != "").join(
        Register, Register.register == Device.register
    )
    known = session.execute(devices.where(Device.token_hash == hashed)).first()
    if known is not None:
        return _Found(known[0], known[1], is_paused=known[2])
    spent = session.execute(
        devices.add_columns(SpentToken.spent_at)
        .join(SpentToken, SpentToken.device_id == Device.id)
        .where(SpentToken.token_hash == hashed)
    ).first()
    if spent is not None:
        return _Found(spent[0], spent[1], is_paused=spent[2], spent_at=spent[3])
    if proof.key:
        for device, store, is_paused in session.execute(devices.where(Device.public_key == proof.key)):
            if _follows(_secret(session), device.token_hash, proof.token):
                return _Found(device, store, is_paused=is_paused, follows=True)
    return None


def _moved_on(headquarters: Headquarters, found: _Found, proof: Proof, now: datetime) -> bool:
    """Keep the key that was shown first, the token that follows, the next counter, and one that is ahead of ours; False
    for a copy.
    """
    is_new = found.follows or found.device.public_key is None
    counters = (found.device.counter, found.device.previous_counter)
    has_moved = (
        proof.next_counter,
        proof.counter,
    ) == counters  # beside a hello that waits, whose reply is to come
    if not is_new and (has_moved or (not proof.next_counter and proof.counter in counters)):
        return True

    def keep(session: Session) -> bool:
        device = session.get_one(Device, found.device.id)  # as it is now: another call may have come before
        if not _is_the_one(device, proof):
            return False
        if device.public_key is None:
            device.public_key = proof.key
        if found.follows and device.token_hash != token_hash(proof.token):
            session.add(SpentToken(device_id=device.id, token_hash=device.token_hash, spent_at=stored(now)))
            device.token_hash, device.token_since = token_hash(proof.token), stored(now)
        if proof.next_counter and proof.next_counter != device.counter:
            device.previous_counter, device.counter = proof.counter, proof.next_counter
        elif step_of(proof.counter) > step_of(device.counter):
            device.previous_counter, device.counter = "", proof.counter
        if headquarters.database.is_shared:
            forget_left_behind(session, device.id, (device.counter, device.previous_counter))
        return True

    return headquarters.database.committed(keep, books=False, register=found.device.register)


def _is_the_one(device: Device, proof: Proof) -> bool:
    """Whether this is the machine that moved the counter on last.

    One that is ahead of headquarters is: headquarters was restored from a backup. The reply to the last move may have
    been lost, and it is asked for again; a copy would ask for another one.
    """
    if proof.counter == device.counter or step_of(proof.counter) > step_of(device.counter):
        return True
    return proof.counter == device.previous_counter and proof.next_counter in ("", device.counter)


def _secret(session: Session) -> str:
    return installation(session).token_secret


def _token_after(secret: str, hashed: str) -> str:
    """The token that follows the one with this hash: always the same, so that a lost reply can be given again."""
    made = hmac.digest(secret.encode(), hashed.encode(), hashlib.sha256)
    return base64.urlsafe_b64encode(made).decode().rstrip("=")


def _follows(secret: str, hashed: str, token: str) -> bool:
    for _ in range(EXCHANGES_MAX):
        following = _token_after(secret, hashed)
        if hmac.compare_digest(following, token):
            return True
        hashed = token_hash(following)
    return False
