"""Amounts of set-up as people write them, 15.00, of the minor units that tables and registers keep."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from headquarters.drafts.models import StoreDraft
from retail.money import Money
from retail.settings import StoreSettings

ENDING = "_minor"
"""What the name of a column or a setting ends in that is an amount."""


def currency_of_all(session: Session) -> str:
    """The currency of all stores; "" where they have several."""
    least, most = session.execute(select(func.min(StoreDraft.currency), func.max(StoreDraft.currency))).one()
    if not least:  # there is no store
        return StoreSettings(store="").currency
    return str(least) if least == most else ""


def currency_by(session: Session, own: str, store: str) -> str:
    """The currency of a row: its own, that of the store it names, or that of all stores; "" where they have several."""
    found = own
    if store and store.isprintable() and not found:
        found = session.scalar(select(StoreDraft.currency).where(StoreDraft.store == store)) or ""
    return found or currency_of_all(session)


def written(values: Any, currency: str) -> Any:
    """These values with the amounts among them as people write them; in minor units where there is no currency.

    A row among them that names a currency goes by its own.

    >>> written({"most_minor": 1500, "tiers": [{"amount_minor": 1500, "currency": "JPY"}]}, "USD")
    {'most_minor': '15.00', 'tiers': [{'amount_minor': '1500', 'currency': 'JPY'}]}
    """
    if isinstance(values, list):
        return [written(each, currency) for each in values]
    if not isinstance(values, Mapping):
        return values
    own = str(values.get("currency") or "") or currency
    return {
        name: str(Money(value, own))
        if own and type(value) is int and name.endswith(ENDING)
        else written(value, own)
        for name, value in values.items()
    }
