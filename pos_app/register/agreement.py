"""Whether headquarters agrees with this register, as the sync centre says it: when it does, or what differs."""

import json
from datetime import date, datetime
from typing import Any

from pydantic import ValidationError

from channel_db.catalog.contact import Contact
from channel_db.journal.repository import Journal
from pos_app.language.language import Language
from retail.messages import phrase
from retail.wire.tally import Difference

PARKED = "parked"
SAID_MAX = 2
"""So many sentences say what differs; headquarters has all of it."""


def agreement(contact: Contact, currency: str, language: Language) -> tuple[str, ...]:
    """Two sentences at most; none before headquarters has compared anything."""
    if contact.compared_at is None:
        return ()
    differences = [each for each in _differences(contact.differences) if each.kind != PARKED]
    if not differences:
        moment = datetime.fromisoformat(contact.compared_at).astimezone()
        return (language.say(phrase("headquarters agrees {time}"), time=f"{moment:%H:%M:%S}"),)
    return tuple(dict.fromkeys(_said(each, currency, language) for each in differences))[:SAID_MAX]


def parked_there(contact: Contact) -> tuple[Difference, ...]:
    """The documents of this register that headquarters has set aside, as it told last."""
    if PARKED not in contact.differences:
        return ()
    return tuple(each for each in _differences(contact.differences) if each.kind == PARKED)


def parked_after_all(contact: Contact, journal: Journal) -> tuple[Difference, ...]:
    """Those that were set aside after they had been taken: the others still need somebody here, and are counted so."""
    return tuple(each for each in parked_there(contact) if journal.open_entry(each.document) is None)


def _differences(text: str) -> list[Difference]:
    found: list[Any] = json.loads(text)
    differences = []
    for each in found:
        try:
            differences.append(Difference.of(each))
        except ValidationError:  # a newer headquarters may say more than this register understands
            differences.append(Difference(kind=""))
    return differences


def _said(difference: Difference, currency: str, language: Language) -> str:
    match difference.kind:
        case "day" if difference.ours != difference.theirs:
            words = phrase("Of {day} this register has {ours} transactions, headquarters has {theirs}.")
            return language.say(words, day=_day(difference), ours=difference.ours, theirs=difference.theirs)
        case "day" if difference.ours_minor != difference.theirs_minor:
            words = phrase("Of {day} this register has taken {ours}, headquarters has {theirs}.")
            ours = language.amount(difference.ours_minor, currency)
            theirs = language.amount(difference.theirs_minor, currency)
            return language.say(words, day=_day(difference), ours=ours, theirs=theirs)
        case "day":
            words = phrase("Of {day} other means of payment were taken here than headquarters has.")
            return language.say(words, day=_day(difference))
        case "last":
            words = phrase(
                "The last number here is {ours}, but headquarters has {theirs}: an older copy was restored. "
                "Call headquarters."
            )
            return language.say(words, ours=difference.ours, theirs=difference.theirs)
        case "journal":
            return language.say(
                phrase("The journal of this register is not the one headquarters knows. Call headquarters.")
            )
        case _:
            return language.say(
                phrase("Headquarters has something else than this register. Call headquarters.")
            )


def _day(difference: Difference) -> date:
    return date.fromisoformat(difference.day)
