"""Feature management: what can be switched off for all stores at once, whatever they say themselves."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from headquarters.base import Base, listed_by
from retail.wire.base import Json

FEATURES: Mapping[str, str] = {
    "locations": "fulfilment_locations",
    "partial_edit": "edit_partially_fulfilled",
    "locked_prices": "prevent_price_calculation",
    "further_contacts": "further_contacts",
}
"""The features there are, and the setting of a store that counts only while the feature is on."""


class Feature(Base):
    """A feature, and whether it is on: then each store says for itself, else none has it."""

    __tablename__ = "features"
    __table_args__ = listed_by("is_on")

    id: Mapped[int] = mapped_column(primary_key=True)
    feature: Mapped[str] = mapped_column(unique=True)
    version: Mapped[int]
    is_on: Mapped[bool]


def switched_off(session: Session) -> Json:
    """What the settings of every store are, of the features that are off."""
    off = session.scalars(select(Feature.feature).where(Feature.is_on.is_(False)))
    return {FEATURES[feature]: False for feature in off if feature in FEATURES}


def ensure_features(session: Session) -> None:
    """Make the row of every feature there is; a new one is on."""
    known = set(session.scalars(select(Feature.feature)))
    session.add_all([Feature(feature=name, version=1, is_on=True) for name in FEATURES if name not in known])
