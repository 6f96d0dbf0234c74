"""Promotions: kept as registers will read them, and published to all stores."""

from collections.abc import Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from headquarters.feeds.service import publish
from headquarters.promotions.models import Promotion
from retail.wire.feeds import PromotionRow


def keep_promotions(session: Session, promotions: Sequence[PromotionRow]) -> None:
    """Make or change promotions and publish them."""
    known = {row.code: row for row in session.scalars(select(Promotion))}
    values = {each.id: each.model_dump(mode="json") for each in promotions}
    for code, value in values.items():
        if code in known:
            known[code].value = value
        else:
            session.add(Promotion(code=code, value=value))
    publish(session, "promotions", values)


def remove_promotion(session: Session, code: str) -> None:
    """Take a promotion away; registers hear that it is gone."""
    session.execute(delete(Promotion).where(Promotion.code == code))
    publish(session, "promotions", {code: None})


def publish_promotions(session: Session) -> int:
    """Say all promotions; gives back how many of them had not been said so."""
    return publish(session, "promotions", {row.code: row.value for row in session.scalars(select(Promotion))})
