"""How things stand with headquarters is read from the file, never from memory."""

from dataclasses import replace
from pathlib import Path

from channel_db.catalog.contact import Contact
from channel_db.catalog.repository import Catalog
from channel_db.engine import open_catalog
from tests.channel_db.making import NOW, SetClock, rows

ONLINE = Contact(
    state="online", last_success_at="2026-11-21T10:00:00.000+00:00", last_failure_at="2026-11-21T09:00:00.000+00:00",
    last_sent_at="2026-11-21T09:30:00.000+00:00", sending=3, incarnation="hq-1",
)  # fmt: skip


def test_nothing_is_known_at_first(catalog: Catalog) -> None:
    assert catalog.contact() == Contact(state="unknown")


def test_another_process_sees_what_the_agent_keeps(catalog: Catalog, tmp_path: Path) -> None:
    register = open_catalog(tmp_path, SetClock(), writer=False)

    catalog.keep_contact(ONLINE)
    catalog.keep_contact(replace(ONLINE, state="offline", failures_in_a_row=2, sending=0))

    assert register.contact() == replace(ONLINE, state="offline", failures_in_a_row=2, sending=0)
    register.close()


def test_keeping_it_leaves_the_ages_of_the_feeds_alone(catalog: Catalog) -> None:
    catalog.apply_page("prices", rows({}), "1", NOW)

    catalog.keep_contact(replace(ONLINE, received={"prices": "never"}))

    assert catalog.contact().received == {"prices": "2026-11-21T10:00:00.000+00:00"}
