"""What a register cannot use is told to headquarters with its reason, and read there in the language of who reads."""

from typing import Any

import pytest

from headquarters.backoffice.publishing import waiting
from headquarters.office.sessions import Visitor
from headquarters.tallies.models import RegisterTally
from retail.wire.coded import coded
from retail.wire.protocol import VERSION, FeedRow
from retail.wire.tally import RefusedRow, Tally, refused_row
from sync_agent.feeds.setup import SETTINGS
from tests.headquarters.conftest import Books

DEPOSIT = {
    "en": "Settings HOUSTON: deposit is 130 %; it must be between 0 and 100",
    "nb": "Innstillinger HOUSTON: innbetalingen er 130 %; det må være mellom 0 og 100",
    "nl": "Instellingen HOUSTON: de aanbetaling is 130 %; dat moet tussen 0 en 100 liggen",
}
KIND = {
    "en": "deposit_percent: it is of another kind than it must be",
    "nb": "deposit_percent: den er av et annet slag enn den må være",
    "nl": "deposit_percent: het is van een andere soort dan het moet zijn",
}


def told_by_a_register(percent: Any) -> RefusedRow:
    """What a register of this program says of settings with this deposit."""
    values = {"store": "HOUSTON", "deposit_percent": percent}
    row = FeedRow(key="HOUSTON", gone=False, value={"values": values})
    [refused] = SETTINGS.sort([row]).poisoned
    return refused_row("settings", refused.key, coded(refused.why), VERSION)


def page_of(books: Books, refused: RefusedRow, language: str) -> str:
    """The page *Publish* after HOUSTON-1 has told of this row."""
    books.enrol()
    tally = Tally(held=0, attention=0, held_minor=0, first=1, last=0, open=(), days=(), chain_number=0, chain_hash="",
                  refused=(refused,))  # fmt: skip
    with books.parts.database.writing() as session:
        session.add(
            RegisterTally(register="HOUSTON-1", epoch="e", told_at=books.parts.now(), digest="", text=tally.written(),
                          differences="[]")
        )  # fmt: skip
    return bytes(waiting(books.parts, Visitor(language, name="Ada", stores=None)).body).decode()


@pytest.mark.parametrize("language", list(DEPOSIT))
def test_why_a_register_refuses_what_was_published_is_read_in_every_language(
    books: Books, language: str
) -> None:
    assert DEPOSIT[language] in page_of(books, told_by_a_register("130"), language)


@pytest.mark.parametrize("language", list(KIND))
def test_a_value_of_another_kind_is_said_in_every_language(books: Books, language: str) -> None:
    assert KIND[language] in page_of(books, told_by_a_register({}), language)


def test_what_an_older_register_tells_is_read_as_it_was_told(books: Books) -> None:
    older = RefusedRow(feed="settings", key="HOUSTON", why="deposit is 130 %; it must be between 0 and 100")

    page = page_of(books, older, "nl")

    assert "Instellingen HOUSTON: deposit is 130 %; it must be between 0 and 100" in page
