"""What each call says about the contact stands in the catalogue, with as few disk syncs as it takes."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from channel_db.catalog.contact import Contact
from channel_db.catalog.repository import Catalog
from channel_db.engine import open_catalog
from retail.clock import stamp
from sync_agent.errors import DocumentsRefused, HqFailed, HqFault, HqUnreachable, NewIncarnation
from sync_agent.hq_client import HqClient
from sync_agent.reply_times import ReplyTimes
from sync_agent.watched_hq import WatchedHq, after_failure, after_success, ahead_ms
from tests.channel_db.making import NOW, SetClock
from tests.sync_agent.conftest import always, counted_nonces, device_at
from tests.sync_agent.misbehaving_hq import MisbehavingHq, answer, proper_body


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    catalog = open_catalog(tmp_path, SetClock(), writer=True)
    yield catalog
    catalog.close()


def test_two_failures_are_offline_and_one_success_is_online() -> None:
    online = after_success(Contact(), NOW, "one", is_slow=False)
    once = after_failure(online, NOW)
    twice = after_failure(once, NOW)

    assert [each.state for each in (online, once, twice)] == ["online", "online", "offline"]
    assert twice.failures_in_a_row == 2
    again = after_success(twice, NOW, "one", is_slow=False)
    assert (again.state, again.failures_in_a_row) == ("online", 0)


def test_a_first_failure_of_an_unknown_headquarters_is_offline() -> None:
    assert after_failure(Contact(), NOW).state == "offline"


def test_a_register_that_is_not_accepted_says_so_at_once_until_it_is_again(
    hq: MisbehavingHq, client: HqClient, catalog: Catalog
) -> None:
    hq.behaviour = always(answer(b'{"detail": "HOUSTON-1 was revoked."}', status="401 Unauthorized"))
    watched = WatchedHq(client, catalog, SetClock(), failed=lambda fault: None, worked=lambda: None)

    with pytest.raises(HqFault):
        watched.hello()

    refused = catalog.contact()
    assert refused.state == after_failure(refused, NOW).state == "refused"
    assert after_success(refused, NOW, "one", is_slow=False).state == "online"


@pytest.mark.parametrize(
    ("seconds", "slow"),
    [
        ([1.9] * 20, False),
        ([2.0] * 4, False),
        ([2.0] * 5, True),
        ([0.1] * 19 + [9.0], False),
        ([0.1] * 18 + [2.0] * 2, True),
        ([9.0] * 20 + [0.1] * 19, False),
    ],
    ids=["quick", "too-few", "slow", "one-late", "two-late", "quick-again"],
)
def test_slow_is_the_95th_percentile_of_the_last_replies(seconds: list[float], slow: bool) -> None:
    times = ReplyTimes()
    for each in seconds:
        times.add(each)

    assert times.is_slow is slow
    assert after_success(Contact(), NOW, "one", is_slow=times.is_slow).state == ("slow" if slow else "online")


def test_a_line_that_was_gone_is_judged_anew() -> None:
    times = ReplyTimes()
    for _ in range(20):
        times.add(9.0)
    times.forget()
    times.add(0.1)

    assert not times.is_slow


class Watching:
    """A watched headquarters with the real client behind it, and what it told."""

    def __init__(self, hq: MisbehavingHq, catalog: Catalog) -> None:
        self.clock = SetClock()
        self.told: list[str] = []
        self.client = HqClient(device_at(hq.address), self.clock, counted_nonces())
        self.hq = WatchedHq(
            self.client, catalog, self.clock, failed=self._failed, worked=lambda: self.told.append("worked")
        )

    def _failed(self, fault: HqFault) -> None:
        self.told.append(type(fault).__name__)


@pytest.fixture
def watching(hq: MisbehavingHq, catalog: Catalog) -> Iterator[Watching]:
    watching = Watching(hq, catalog)
    yield watching
    watching.client.close()


def test_a_success_is_kept_with_its_time_and_incarnation(watching: Watching, catalog: Catalog) -> None:
    watching.hq.hello()

    contact = catalog.contact()
    assert (contact.state, contact.last_success_at, contact.incarnation) == ("online", stamp(NOW), "one")
    assert watching.told == ["worked"]


def test_the_time_of_the_last_success_is_never_much_older_than_it_was(
    watching: Watching, catalog: Catalog
) -> None:
    watching.hq.hello()
    watching.clock.go_on(seconds=4)
    watching.hq.hello()
    assert catalog.contact().last_success_at == stamp(NOW)

    watching.clock.go_on(seconds=1)
    watching.hq.hello()
    assert catalog.contact().last_success_at == stamp(NOW + timedelta(seconds=5))


def test_a_failure_is_kept_and_told(watching: Watching, hq: MisbehavingHq, catalog: Catalog) -> None:
    hq.behaviour = always(b"")

    with pytest.raises(HqUnreachable):
        watching.hq.hello()
    contact = catalog.contact()
    assert (contact.state, contact.failures_in_a_row, contact.last_failure_at) == ("offline", 1, stamp(NOW))
    assert watching.told == ["ReplyLost"]


@pytest.mark.parametrize(
    ("status", "fault"),
    [("422 Unprocessable", DocumentsRefused), ("500 Internal Server Error", HqFailed)],
)
def test_a_document_at_fault_says_nothing_about_the_contact(
    status: str, fault: type[HqFault], watching: Watching, hq: MisbehavingHq, catalog: Catalog
) -> None:
    hq.behaviour = always(answer(b"{}", status=status))

    with pytest.raises(fault):
        watching.hq.upload(())
    assert catalog.contact().state == "unknown"
    assert watching.told == []


def test_a_headquarters_that_breaks_over_hello_is_not_there(
    watching: Watching, hq: MisbehavingHq, catalog: Catalog
) -> None:
    hq.behaviour = always(answer(b"{}", status="500 Internal Server Error"))

    with pytest.raises(HqFailed):
        watching.hq.hello()
    assert catalog.contact().state == "offline"


def test_another_incarnation_is_told_until_it_is_noted(
    watching: Watching, hq: MisbehavingHq, catalog: Catalog
) -> None:
    watching.hq.hello()
    hq.behaviour = lambda connection, request: connection.sendall(
        answer(proper_body(request, incarnation="two"))
    )

    for _ in range(2):
        with pytest.raises(NewIncarnation) as caught:
            watching.hq.hello()
        assert caught.value.incarnation == "two"
    assert catalog.contact().incarnation == "one"
    assert catalog.contact().state == "online"


def test_how_long_replies_take_and_how_far_the_clock_is_ahead_is_kept_with_the_next_success(
    watching: Watching, catalog: Catalog
) -> None:
    watching.hq.hello()
    first = catalog.contact()
    assert first.reply_ms is not None
    assert first.p95_ms is None
    for _ in range(5):
        watching.clock.go_on(seconds=6)
        watching.hq.hello()

    now = catalog.contact()

    assert now.p95_ms is not None
    assert now.p95_ms >= 0


@pytest.mark.parametrize(
    ("told", "ahead"),
    [
        (stamp(NOW), 0),
        (stamp(NOW - timedelta(seconds=9)), 9000),
        ("soon", None),
        ("2026-11-01T10:00:00", None),
    ],
)
def test_the_clock_of_headquarters_is_read_in_the_middle_of_the_reply(told: str, ahead: int | None) -> None:
    assert ahead_ms(NOW + timedelta(seconds=1), told, 2.0) == ahead
