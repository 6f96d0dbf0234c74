"""The indicator: the whole truth table of ux 14.1, first state that holds wins."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from channel_db.catalog.contact import Contact
from channel_db.engine import open_catalog
from pos_app.language.language import language_of
from pos_app.register.sync_figures import sync_facts, sync_figures
from pos_app.register.sync_state import SyncFacts, sync_view
from tests.fixtures.fix_register import Register

ENGLISH = language_of("en")
NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
WELL = SyncFacts(
    now=NOW,
    free_bytes=50 * 1024**3,
    disk_bytes=100 * 1024**3,
    waiting=0,
    attention=0,
    connection="online",
    sending=0,
    last_success_at=NOW,
    prices_at=NOW,
)


@pytest.mark.parametrize(
    ("changes", "state", "text", "count"),
    [
        ({"free_bytes": 1024**3 - 1, "disk_bytes": 2 * 1024**3}, "storage-low", "Storage low", 0),
        ({"free_bytes": 4 * 1024**3}, "storage-low", "Storage low", 0),
        ({"is_unwell": True, "attention": 2}, "unwell", "Check register", 0),
        ({"attention": 2, "connection": "offline"}, "attention", "2 need attention", 2),
        ({"attention": 2, "connection": "refused", "waiting": 5}, "refused", "Not enrolled", 0),
        ({"connection": "offline", "waiting": 5}, "offline-queue", "Offline · 5 waiting", 5),
        ({"connection": "offline"}, "offline", "Offline", 0),
        ({"forced_by": "Kari", "waiting": 3}, "forced-offline", "Offline (by Kari) · 3", 3),
        (
            {"forced_by": "Wilhelmina-Beatrix", "connection": "offline"},
            "forced-offline",
            "Offline (by Wilhelmin…)",
            0,
        ),
        ({"forced_by": "Kari", "attention": 1}, "attention", "1 needs attention", 1),
        ({"connection": "slow", "waiting": 1}, "slow", "Slow – working locally", 0),
        ({"prices_at": NOW - timedelta(hours=26)}, "old", "Prices 26 h old", 0),
        ({"sending": 3, "waiting": 4}, "sending", "Sending 3", 3),
        ({"waiting": 2}, "waiting", "2 waiting", 2),
        ({}, "online", "Online", 0),
        ({"connection": "unknown"}, "checking", "Checking …", 0),
        ({"last_success_at": None}, "checking", "Checking …", 0),
        ({"last_success_at": NOW - timedelta(seconds=61)}, "checking", "Checking …", 0),
        ({"last_success_at": NOW + timedelta(hours=1)}, "checking", "Checking …", 0),
    ],
)
def test_each_state_shows_where_its_facts_hold(
    changes: dict[str, object], state: str, text: str, count: int
) -> None:
    shown = sync_view(replace(WELL, **changes), ENGLISH)  # type: ignore[arg-type]

    assert (shown.state, shown.text, shown.count) == (state, text, count)


def test_online_is_never_shown_while_anything_is_unacknowledged() -> None:
    for connection, waiting, attention, sending in product(
        ("online", "slow", "offline", "unknown"), (0, 1, 7), (0, 1), (0, 2)
    ):
        facts = replace(WELL, connection=connection, waiting=waiting, attention=attention, sending=sending)
        if waiting or attention:
            assert sync_view(facts, ENGLISH).state != "online"


def test_a_state_before_another_wins_where_both_hold() -> None:
    everything = replace(
        WELL, free_bytes=0, attention=1, connection="offline", waiting=1, sending=1,
        prices_at=NOW - timedelta(days=9),
    )  # fmt: skip

    assert sync_view(everything, ENGLISH).state == "storage-low"
    refused = replace(everything, free_bytes=WELL.free_bytes, connection="refused")
    assert sync_view(refused, ENGLISH).state == "refused"
    assert sync_view(replace(refused, connection="offline"), ENGLISH).state == "attention"
    calm = replace(everything, free_bytes=WELL.free_bytes, attention=0)
    assert sync_view(calm, ENGLISH).state == "offline-queue"
    assert sync_view(replace(calm, connection="slow"), ENGLISH).state == "slow"
    assert sync_view(replace(calm, connection="online"), ENGLISH).state == "old"


def test_the_count_is_that_of_the_database_at_this_instant(register: Register) -> None:
    catalog = open_catalog(register.folder, register.clock, writer=True)
    catalog.keep_contact(Contact(state="offline", last_failure_at=register.clock.now().isoformat()))
    catalog.close()
    for _ in range(2):
        register.do("product.add", number="B")
        register.do("tender.cash")
        register.do("transaction.conclude")

    facts = sync_facts(register.session)

    assert facts.waiting == register.session.journal.waiting().count == 2
    assert facts.connection == "offline"
    assert sync_figures(register.session)["waiting"] == 2
