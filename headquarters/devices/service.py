"""Enrolling registers by one-time codes, and recognising them by their tokens afterwards."""

import base64
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from headquarters.base import table_of
from headquarters.context import stored, token_hash
from headquarters.devices.models import Device, EnrolmentCode, Register
from headquarters.errors import Refusal
from headquarters.jobs.models import UploadAsked
from retail.wire.proof import FIRST_COUNTER

CODE_VALID = timedelta(minutes=15)
CODE_BYTES = 10  # 80 bits: guessing is hopeless even before the rate limit
SEEN_AGAIN_SECONDS = 60


class CodeNotValid(Refusal):
    """An unknown, used or expired code; the words do not say which, so that nobody learns from guessing."""

    def __init__(self) -> None:
        super().__init__(403, "This code is not valid (any more). Ask headquarters for a new one.")


@dataclass(frozen=True, slots=True)
class KnownDevice:
    """The device a call comes from, as its token proves."""

    id: int
    register: str
    store: str
    epoch: str
    seen_at: str
    next_token: str = ""
    """What it is to call itself by from now on; empty where its token stays."""
    is_paused: bool = False
    """It is told nothing new for now."""


def keep_registers(session: Session, registers: Iterable[tuple[str, str]]) -> None:
    """Make or move registers (id, store)."""
    known = {row.register: row for row in session.scalars(select(Register))}
    for register, store in registers:
        if register in known:
            known[register].store = store
        else:
            session.add(Register(register=register, store=store))
    session.flush()


def all_registers(session: Session) -> Sequence[Register]:
    """Every register, by name."""
    return session.scalars(select(Register).order_by(Register.register)).all()


def active_devices(session: Session) -> dict[str, Device]:
    """The device each enrolled register is, by register."""
    return {
        device.register: device
        for device in session.scalars(select(Device).where(Device.revoked_at.is_(None)))
    }


def make_code(session: Session, register: str, now: datetime) -> str:
    """A new one-time code for a register; the only time it is told.

    Raises:
        Refusal: there is no such register.
    """
    if session.scalar(select(Register.id).where(Register.register == register)) is None:
        raise Refusal(404, f"There is no register {register}.")
    return make_codes(session, [register], now)[register]


def make_codes(session: Session, registers: Sequence[str], now: datetime) -> dict[str, str]:
    """A new one-time code for each of these registers, which there are; the only time they are told."""
    plain = {each: base64.b32encode(secrets.token_bytes(CODE_BYTES)).decode() for each in registers}
    moments = {"made_at": stored(now), "expires_at": stored(now + CODE_VALID), "used_at": None}
    rows = [{"code_hash": token_hash(code), "register": each, **moments} for each, code in plain.items()]
    session.execute(insert(table_of(EnrolmentCode)), rows)
    return {each: _written(code) for each, code in plain.items()}


def _written(plain: str) -> str:
    """A code as people read it, in groups of four."""
    return "-".join(plain[start : start + 4] for start in range(0, len(plain), 4))


def enrol(
    session: Session, code: str, device_name: str, epoch: str, now: datetime, public_key: str | None = None
) -> tuple[KnownDevice, str]:
    """Exchange a code for a device and its token. A register enrolled anew stops being what it was before.

    Its calls are proved by `public_key`; without one by the token alone, until it shows a key.

    Raises:
        CodeNotValid: it is unknown, used or expired.
    """
    plain = code.strip().upper().replace("-", "").replace(" ", "")
    found = session.scalars(select(EnrolmentCode).where(EnrolmentCode.code_hash == token_hash(plain))).first()
    if found is None or found.used_at is not None or found.expires_at <= stored(now):
        raise CodeNotValid
    found.used_at = stored(now)
    revoke(session, found.register, now)
    token = secrets.token_urlsafe(32)
    device = Device(
        register=found.register, epoch=epoch, token_hash=token_hash(token), name=device_name,
        enrolled_at=stored(now), seen_at=stored(now), revoked_at=None, public_key=public_key,
        counter=FIRST_COUNTER, previous_counter="", token_since=stored(now),
    )  # fmt: skip
    session.add(device)
    session.flush()
    return known_device(session, device), token


def revoke(session: Session, register: str, now: datetime) -> int:
    """Take away the token of a register; its next call of any kind is refused. Gives back how many devices it was."""
    devices = session.scalars(
        select(Device).where(Device.register == register, Device.revoked_at.is_(None))
    ).all()
    for device in devices:
        device.revoked_at = stored(now)
    return len(devices)


def pause(register: Register, by: str, now: datetime) -> None:
    """Tell a register nothing new until somebody resumes it; it sells on, and what it sends is taken."""
    if not register.paused_at:
        register.paused_by, register.paused_at = by, stored(now)


def resume(register: Register) -> None:
    """Tell a register again what is new."""
    register.paused_by = register.paused_at = ""


def store_of(session: Session, register: str) -> str:
    """The store a register stands in."""
    return session.scalars(select(Register.store).where(Register.register == register)).one()


def epochs_of(session: Session, register: str) -> frozenset[str]:
    """Every epoch this register was ever enrolled under."""
    return frozenset(session.scalars(select(Device.epoch).where(Device.register == register)))


def is_asked_to_upload(session: Session, register: str) -> bool:
    """Whether a P-job has asked this register and not heard from it since."""
    query = select(UploadAsked.id).where(UploadAsked.register == register, UploadAsked.reached_at.is_(None))
    return session.scalar(query.limit(1)) is not None


def note_contact(session: Session, device: KnownDevice, at: str) -> None:
    """The register has polled: note when, and that the P-job has reached it."""
    session.execute(update(table_of(Device)).where(Device.id == device.id).values(seen_at=at))
    session.execute(
        update(table_of(UploadAsked))
        .where(UploadAsked.register == device.register, UploadAsked.reached_at.is_(None))
        .values(reached_at=at)
    )


def is_long_ago(seen_at: str, now: datetime) -> bool:
    """Whether a device was seen so long ago that it is to be noted that it is there."""
    return (now - datetime.fromisoformat(seen_at)).total_seconds() > SEEN_AGAIN_SECONDS


def moment_told(text: str) -> str:
    """A moment that a register tells, as it is stored; nothing of one that is none."""
    try:
        return stored(datetime.fromisoformat(text)) if text else ""
    except (ValueError, OverflowError):
        return ""


def note_told(session: Session, device: KnownDevice, program: str, data_from: str, layout: str) -> None:
    """What a register says of itself; an older one says nothing, and a moment that is none is not kept."""
    values = {"program": program, "data_from": moment_told(data_from), "layout_shown": layout}
    session.execute(update(table_of(Device)).where(Device.id == device.id).values(values))


def clock_off_seconds(shown: str, now: datetime) -> int | None:
    """How far a clock that shows this is ahead of ours, in whole seconds; None where it shows no moment."""
    try:
        moment = datetime.fromisoformat(shown)
        return round((moment - now).total_seconds())
    except (ValueError, TypeError):
        return None


def note_clock(session: Session, device: KnownDevice, off_seconds: int | None) -> None:
    """How far the clock of the register is off; one that was not told leaves what is known."""
    if off_seconds is not None:
        session.execute(
            update(table_of(Device)).where(Device.id == device.id).values(clock_off_seconds=off_seconds)
        )


def known_device(session: Session, device: Device) -> KnownDevice:
    """What is known of this device."""
    return KnownDevice(
        device.id, device.register, store_of(session, device.register), device.epoch, device.seen_at
    )
