"""Stores and their settings: kept as registers will read them, published to their own store only."""

from collections.abc import Collection, Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.drafts.taking_over import take_over
from headquarters.feeds.service import publish
from headquarters.settings.models import Store
from headquarters.signing.keys import signed
from retail.settings import StoreSettings
from retail.wire.base import Json
from retail.wire.settings import settings_of, settings_values

FEED = "settings"


def settings_of_store(session: Session, store: str) -> StoreSettings:
    """The settings of a store; the defaults where nobody has set any."""
    row = session.scalars(select(Store).where(Store.store == store)).first()
    return settings_of({"store": store} | (row.settings if row else {}))


def currencies_of(session: Session, stores: Collection[str]) -> dict[str, str]:
    """The currency of each of these stores."""
    rows = session.execute(select(Store.store, Store.settings).where(Store.store.in_(stores)))
    kept = {row.store: row.settings for row in rows}
    return {store: settings_of({"store": store} | kept.get(store, {})).currency for store in stores}


def keeps_customers_here(session: Session, store: str) -> bool:
    """*Filter shared customer data* is on: no customer goes to this store's registers, which ask here instead."""
    values = session.scalars(select(Store.settings).where(Store.store == store)).first()
    return bool(values and values.get("filter_shared_customer_data"))


def pausing(session: Session, stores: Collection[str]) -> set[str]:
    """Those of these stores that pause the synchronisation of registers that were never used."""
    rows = session.execute(select(Store.store, Store.settings).where(Store.store.in_(stores)))
    return {row.store for row in rows if row.settings.get("pause_unused")}


def keep_stores(session: Session, stores: Iterable[tuple[str, str, StoreSettings]]) -> None:
    """Make or change stores (id, name, settings) and publish their settings; their drafts follow."""
    kept = []
    known = {row.store: row for row in session.scalars(select(Store))}
    for store, name, settings in stores:
        values = settings_values(settings)
        row = known.get(store)
        if row is None:
            row = Store(store=store)
            session.add(row)
        row.name, row.settings = name, values
        kept.append(row)
        _tell(session, store, values)
    session.flush()
    take_over(session, kept)


def publish_settings(session: Session) -> int:
    """Say the settings of every store that was published to its registers; gives back how many had not been said so."""
    return sum(
        _tell(session, row.store, row.settings)
        for row in session.scalars(select(Store).order_by(Store.store))
        if row.settings
    )


def _tell(session: Session, store: str, values: Json) -> int:
    return publish(session, FEED, signed(session, FEED, {store: {"values": values}}), scope=store)


def known_stores(session: Session) -> set[str]:
    """The ids of all stores."""
    return set(session.scalars(select(Store.store)))
