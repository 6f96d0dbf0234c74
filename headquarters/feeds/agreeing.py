"""Comparing what a register has of its feeds with what headquarters said, and bringing what differs before a person."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy.orm import Session

from headquarters.cases.service import has_open_case, settle_cases
from headquarters.context import Headquarters
from headquarters.devices.service import KnownDevice
from headquarters.feeds.models import EVERYBODY
from headquarters.feeds.sums import has_news
from headquarters.feeds.telling import is_held_back, position_of
from headquarters.installation import installation
from headquarters.settings.service import keeps_customers_here
from retail.wire.protocol import FEED_NAMES, ComparedFeed, HeldFeed
from retail.wire.sums import FeedSum

CASE = "agreement"
CUSTOMERS = "customers"


def compare_feeds(
    headquarters: Headquarters, device: KnownDevice, held: Iterable[HeldFeed]
) -> list[ComparedFeed]:
    """How each of these feeds stands; what differs although it was said in this life of headquarters opens a case, and
    what is the same again closes it.
    """
    found: list[ComparedFeed] = []
    cases: dict[str, str] = {}
    with headquarters.feed_sums.lock, headquarters.database.reading() as session:
        incarnation = installation(session).incarnation
        for each in held:
            if each.feed not in FEED_NAMES:
                continue
            compared = _compare(session, headquarters, device.store, incarnation, each)
            found.append(compared)
            about = case_about(device.register, each.feed)
            if compared.standing == "other" and position_of(each.cursor, incarnation) is not None:
                cases[about] = _words(device.register, each, compared.count)
            elif compared.standing == "same" and has_open_case(session, CASE, about):
                cases[about] = ""
    if cases:
        _bring(headquarters, device, cases)
    return found


def case_about(register: str, feed: str) -> str:
    """What the case of a feed that differs at this register is about."""
    return f"{register} feed {feed}"


def _compare(
    session: Session, headquarters: Headquarters, store: str, incarnation: str, held: HeldFeed
) -> ComparedFeed:
    theirs, last = headquarters.feed_sums.of(session, held.feed, store)
    if held.feed == CUSTOMERS and keeps_customers_here(session, store):
        theirs = FeedSum()
    read = position_of(held.cursor, incarnation)
    said: dict[str, Any] = {
        "feed": held.feed,
        "count": theirs.rows,
        "cursor": f"{incarnation}.{last.written()}",
    }
    if (held.count, held.total) == (theirs.rows, theirs.written()):
        return ComparedFeed(standing="same", **said)
    is_behind = read is not None and has_news(session, held.feed, (EVERYBODY, store), read)
    if is_behind or is_held_back(session, held.feed):
        return ComparedFeed(standing="behind", **said)
    return ComparedFeed(standing="other", **said)


def _bring(headquarters: Headquarters, device: KnownDevice, cases: dict[str, str]) -> None:
    """A case for each that has words; of those without, none is open any more."""

    def settle(session: Session) -> None:
        at = headquarters.now()
        for about, words in cases.items():
            settle_cases(session, CASE, about, {about: words} if words else {}, {about}, at)

    headquarters.database.committed(settle, books=False, register=device.register)


def _words(register: str, held: HeldFeed, theirs: int) -> str:
    told = (
        f"headquarters has {theirs}" if held.count != theirs else "headquarters has as many, but not the same"
    )
    return (
        f"{register} has {held.count} rows of the feed {held.feed}; {told}. It reads that feed again by itself, and "
        "this case closes as soon as both agree. If it stays open, look into the log of that register."
    )
