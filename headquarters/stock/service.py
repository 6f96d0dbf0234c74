"""Stock figures: kept as registers will read them, and published to all stores."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.feeds.service import publish
from headquarters.stock.models import Stock
from retail.wire.feeds import StockRow


def keep_stock(session: Session, figures: Sequence[StockRow]) -> None:
    """Keep what places have now and publish it."""
    values = {each.key: each.model_dump(mode="json") for each in figures}
    known = {row.key: row for row in session.scalars(select(Stock).where(Stock.key.in_(values)))}
    for key, value in values.items():
        if key in known:
            known[key].value = value
        else:
            session.add(Stock(key=key, value=value))
    publish(session, "stock", values)
