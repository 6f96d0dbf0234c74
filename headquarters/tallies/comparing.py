"""Comparing a tally with what headquarters holds: the differences, each with its words."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy.orm import Session

from headquarters.cases.service import has_open_case
from headquarters.journals.keeping import CASE, journal_about
from headquarters.tallies.holding import Day, holding, last_number, open_numbers
from headquarters.tallies.words import of_day, of_last
from headquarters.uploads.service import parked_of
from retail.messages import Message
from retail.wire.tally import PARKED_MAX, DayTally, Difference, Tally


class Found(NamedTuple):
    """A difference, what its case is about, and its words; none where the case has been opened already."""

    difference: Difference
    about: str
    words: Message | None


def compare(
    session: Session, register: str, epoch: str, tally: Tally, currency: str, now: datetime
) -> list[Found]:
    """Everything in which this register and headquarters differ."""
    found = []
    if has_open_case(session, CASE, journal_about(register, epoch)):
        found.append(Found(Difference(kind="journal"), "", None))
    last = last_number(session, register, epoch, tally.last, now)
    if last > tally.last:
        about, words = f"{register} {epoch} last", of_last(register, tally.last, last)
        found.append(Found(Difference(kind="last", ours=tally.last, theirs=last), about, words))
    held = holding(session, register, epoch, tally)
    told = {each.business_date: each for each in tally.days}
    gone = set(range(tally.first, tally.last + 1)) - open_numbers(tally) - held.numbers
    for day in sorted({*told, *held.days}):
        ours = told.get(day) or DayTally(business_date=day, count=0, first=0, last=0, tendered={})
        theirs = held.days.get(day, Day())
        if ours.count == theirs.count and _sums(ours.tendered) == _sums(theirs.tendered):
            continue
        difference = Difference(
            kind="day", day=day.isoformat(), ours=ours.count, theirs=theirs.count,
            ours_minor=sum(ours.tendered.values()), theirs_minor=sum(theirs.tendered.values()),
        )  # fmt: skip
        missing = [number for number in gone if ours.first <= number <= ours.last]
        words = of_day(register, ours, theirs, missing, currency)
        found.append(Found(difference, f"{register} {epoch} {day.isoformat()}", words))
    for uuid, reason, said in parked_of(session, register, epoch, PARKED_MAX):
        found.append(Found(Difference(kind="parked", document=uuid, words=reason, said=said), "", None))
    return found


def _sums(tendered: dict[str, int]) -> dict[str, int]:
    return {name: minor for name, minor in tendered.items() if minor}
