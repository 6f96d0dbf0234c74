"""Stores and their settings: kept as registers will read them, published to their own store only."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.feeds.service import publish
from headquarters.settings.models import Store
from retail.settings import StoreSettings
from retail.wire.settings import settings_of, settings_values


def settings_of_store(session: Session, store: str) -> StoreSettings:
    """The settings of a store; the defaults where nobody has set any."""
    row = session.scalars(select(Store).where(Store.store == store)).first()
    return settings_of(row.settings) if row else StoreSettings(store=store)


def keep_stores(session: Session, stores: Iterable[tuple[str, str, StoreSettings]]) -> None:
    """Make or change stores (id, name, settings) and publish their settings."""
    known = {row.store: row for row in session.scalars(select(Store))}
    for store, name, settings in stores:
        values = settings_values(settings)
        row = known.get(store)
        if row is None:
            session.add(Store(store=store, name=name, settings=values))
        else:
            row.name, row.settings = name, values
        publish(session, "settings", {store: {"values": values}}, scope=store)
    session.flush()


def known_stores(session: Session) -> set[str]:
    """The ids of all stores."""
    return set(session.scalars(select(Store.store)))
