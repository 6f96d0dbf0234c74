"""Tables of registers, the devices that stand for them, and enrolment codes."""

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base, listed_by


class Register(Base):
    """A selling point of a store. While it is paused, headquarters tells it nothing new; what it sells is taken.

    `visual` is the visual profile of its own; empty for its store's.
    """

    __tablename__ = "registers"
    __table_args__ = (
        *listed_by("store"),
        Index(None, "store", "register"),
        Index("ix_registers_paused", "register", sqlite_where=text("paused_at <> ''"),
              postgresql_where=text("paused_at <> ''")),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    register: Mapped[str] = mapped_column(unique=True)
    store: Mapped[str] = mapped_column(ForeignKey("stores.store"))
    visual: Mapped[str] = mapped_column(server_default="", index=True)
    paused_by: Mapped[str] = mapped_column(server_default="")
    paused_at: Mapped[str] = mapped_column(server_default="")


class Device(Base):
    """A machine enrolled as a register; only the hash of its token is kept. Each enrolment is a new epoch.

    `public_key` is the one its calls are proved by, None until it has shown one. `previous_counter` is what its counter
    was moved on from, `token_since` when its token was first used. Its clock was off by `clock_off_seconds` when it
    last called: ahead of headquarters' clock where they are positive. `program` is the version it runs
    and `data_from` the age of the oldest data it works with, `layout_shown` the layout it shows, as it said last.
    """

    __tablename__ = "devices"

    id: Mapped[int] = mapped_column(primary_key=True)
    register: Mapped[str] = mapped_column(ForeignKey("registers.register"), index=True)
    epoch: Mapped[str] = mapped_column(unique=True)
    token_hash: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    enrolled_at: Mapped[str]
    seen_at: Mapped[str]
    revoked_at: Mapped[str | None]
    public_key: Mapped[str | None] = mapped_column(index=True)
    counter: Mapped[str]
    previous_counter: Mapped[str]
    token_since: Mapped[str]
    clock_off_seconds: Mapped[int | None]
    program: Mapped[str] = mapped_column(server_default="")
    data_from: Mapped[str] = mapped_column(server_default="")
    layout_shown: Mapped[str] = mapped_column(server_default="")


class SpentToken(Base):
    """A token that its device has exchanged for the next one."""

    __tablename__ = "spent_tokens"

    id: Mapped[int] = mapped_column(primary_key=True)
    device_id: Mapped[int] = mapped_column(ForeignKey("devices.id"), index=True)
    token_hash: Mapped[str] = mapped_column(unique=True)
    spent_at: Mapped[str]


class HeardCall(Base):
    """A call that was heard under a counter that still counts, where several processes have to know of it."""

    __tablename__ = "heard_calls"

    device_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    counter: Mapped[str] = mapped_column(primary_key=True)
    nonce: Mapped[str] = mapped_column(primary_key=True)


class EnrolmentCode(Base):
    """A one-time code; only its hash is kept."""

    __tablename__ = "enrolment_codes"

    id: Mapped[int] = mapped_column(primary_key=True)
    code_hash: Mapped[str] = mapped_column(unique=True)
    register: Mapped[str] = mapped_column(ForeignKey("registers.register"), index=True)
    made_at: Mapped[str]
    expires_at: Mapped[str]
    used_at: Mapped[str | None]
