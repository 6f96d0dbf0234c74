"""What the registers of a store were told that decides about money, and since when: a register may not have heard the
last of it yet.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from headquarters.base import Base
from headquarters.people.told_then import told_at
from headquarters.settings.service import settings_of_store
from retail.settings import StoreSettings
from retail.wire.settings import settings_of, settings_values

TERMS = (
    "deposit_percent", "cancellation_charge_percent", "max_shipping_refund_without_approval_minor",
    "advanced_auto_charges", "role_limits", "order_attributes",
)  # fmt: skip
"""The settings that say how far somebody goes alone, what an order costs its customer, and what is
asked of it.
"""


class TermsSaid(Base):
    """What the registers of a store were told of these settings, from `said_at` until the next row of this store."""

    __tablename__ = "terms_said"

    id: Mapped[int] = mapped_column(primary_key=True)
    store: Mapped[str] = mapped_column(index=True)
    said_at: Mapped[str]
    terms: Mapped[dict[str, Any]]


def note_terms(session: Session, stores: Iterable[tuple[str, StoreSettings]], at: str) -> None:
    """Remember what registers are told from now on; called before the settings of these stores are changed."""
    for store, settings in stores:
        rows = _rows(session, store)
        said = [each.terms for each in rows] or [_terms(settings_of_store(session, store))]
        if not rows:
            session.add(TermsSaid(store=store, said_at=at, terms=said[0]))
        if said[-1] != _terms(settings):
            session.add(TermsSaid(store=store, said_at=at, terms=_terms(settings)))


class Terms:
    """What registers may have gone by; each store is looked up once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[str, tuple[StoreSettings, list[TermsSaid]]] = {}

    def at(self, store: str, moment: datetime) -> list[StoreSettings]:
        """What a register of this store may have gone by at this moment, the present settings first."""
        if store not in self._known:
            self._known[store] = settings_of_store(self._session, store), _rows(self._session, store)
        now, rows = self._known[store]
        return [now, *[settings_of({"store": store} | each.terms) for each in told_at(rows, moment)]]


def _rows(session: Session, store: str) -> list[TermsSaid]:
    return list(session.scalars(select(TermsSaid).where(TermsSaid.store == store).order_by(TermsSaid.id)))


def _terms(settings: StoreSettings) -> dict[str, Any]:
    values = settings_values(settings)
    return {name: values[name] for name in TERMS if name in values}
