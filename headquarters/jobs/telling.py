"""The jobs that tell registers what the books say: what is set up is told at once, these say anew what a feed lacks."""

from collections.abc import Callable

from sqlalchemy import Text, cast, func, select
from sqlalchemy.orm import Session

from headquarters.catalog.service import publish_products
from headquarters.context import Headquarters
from headquarters.feeds.models import Change
from headquarters.jobs.progress import Progress
from headquarters.jobs.work import Done, count_stock
from headquarters.layouts.service import publish_layouts
from headquarters.people.service import publish_staff
from headquarters.promotions.service import publish_promotions
from headquarters.settings.service import publish_settings
from retail.messages import say

PRODUCTS_AT_ONCE = 500
Work = Callable[[Headquarters, int], Done]


def tell_goods(headquarters: Headquarters, session_id: int) -> Done:
    """1040: products with their prices and charges, promotions, and what moved of their stock."""
    progress = Progress(headquarters, session_id)
    last, is_begun = 0, False
    while last or not is_begun:
        is_begun = True
        with headquarters.database.writing() as session:
            before = _last_change(session)
            last, said = publish_products(session, last, PRODUCTS_AT_ONCE)
            size = _size_since(session, before)
        progress.add(said, size)
    _tell(headquarters, progress, publish_promotions)
    counted = count_stock(headquarters, progress)
    note = say("{number} movements of stock were counted.", number=counted) if counted else None
    return Done(progress.rows, 0, note, progress.size_bytes)


def telling(*publishers: Callable[[Session], int]) -> Work:
    """A job that says what these publish, each in a unit of work of its own."""

    def work(headquarters: Headquarters, session_id: int) -> Done:
        progress = Progress(headquarters, session_id)
        for publisher in publishers:
            _tell(headquarters, progress, publisher)
        return Done(progress.rows, 0, None, progress.size_bytes)

    return work


tell_staff = telling(publish_staff, publish_layouts)
tell_channels = telling(publish_settings)
tell_registers = telling(publish_layouts, publish_settings)
tell_everybody = telling(publish_settings, publish_promotions)


def _tell(headquarters: Headquarters, progress: Progress, publisher: Callable[[Session], int]) -> None:
    with headquarters.database.writing() as session:
        before = _last_change(session)
        said = publisher(session)
        size = _size_since(session, before)
    progress.add(said, size)


def _last_change(session: Session) -> int:
    return session.scalar(select(func.max(Change.sequence))) or 0


def _size_since(session: Session, sequence: int) -> int:
    size = select(func.sum(func.length(cast(Change.value, Text)))).where(Change.sequence > sequence)
    return int(session.scalar(size) or 0)
