"""The table of visual profiles, and which of them the registers of a store have."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from headquarters.base import Base, listed_by
from headquarters.devices.models import Register
from headquarters.drafts.models import StoreDraft
from retail.looks import Look
from retail.wire.base import Json


class VisualProfile(Base):
    """How registers look; what is empty or None is as it would be without the profile."""

    __tablename__ = "visual_profiles"
    __table_args__ = listed_by("name", "theme", "scheme")

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    version: Mapped[int]
    name: Mapped[str]
    theme: Mapped[str]
    scheme: Mapped[str]
    scale: Mapped[int | None]
    left_handed: Mapped[bool | None]
    accent_light: Mapped[str]
    accent_dark: Mapped[str]
    header_light: Mapped[str] = mapped_column(default="", server_default="")
    header_dark: Mapped[str] = mapped_column(default="", server_default="")
    sign_in_box: Mapped[str] = mapped_column(default="", server_default="")
    show_date: Mapped[bool | None]
    keys: Mapped[str] = mapped_column(default="", server_default="")
    logo: Mapped[str] = mapped_column(default="", server_default="")
    background: Mapped[str] = mapped_column(default="", server_default="")


def put_looks(session: Session, drafts: Sequence[StoreDraft], values: Mapping[Any, Json]) -> None:
    """Put the profile of each store, and those of its registers that have their own, into its settings."""
    looks = {row.code: _look_of(row) for row in session.scalars(select(VisualProfile))}
    own: dict[str, list[Json]] = {}
    has_own = select(Register).where(Register.visual.in_(looks)).order_by(Register.register)
    for register in session.scalars(has_own) if looks else ():
        said = {"register": register.register, "look": looks[register.visual]}
        own.setdefault(register.store, []).append(said)
    for draft in drafts:
        values[draft.store]["look"] = looks.get(draft.visual) or _look_of(Look())
        values[draft.store]["register_looks"] = own.get(draft.store, [])


def _look_of(said: VisualProfile | Look) -> Json:
    look = {each.name: getattr(said, each.name) for each in fields(Look)}
    return look if isinstance(said, Look) else look | {"name": said.name or said.code}
