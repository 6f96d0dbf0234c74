"""Wrong PINs are remembered over restarts, for each user apart."""

from pathlib import Path

from channel_db.journal.pins import PinFailures
from channel_db.journal.repository import Journal
from tests.channel_db.making import opened

FAILED = PinFailures(3, "2026-11-21T10:00:00.000+00:00")


def test_nobody_has_failed_at_first(journal: Journal) -> None:
    assert journal.pin_failures("ann") == PinFailures()


def test_a_restart_unlocks_nobody(journal: Journal, tmp_path: Path) -> None:
    journal.keep_pin_failure("ann", PinFailures(2, "2026-11-21T09:59:00.000+00:00"))
    journal.keep_pin_failure("ann", FAILED)
    journal.close()

    again = opened(tmp_path)

    assert (again.pin_failures("ann"), again.pin_failures("bob")) == (FAILED, PinFailures())
    again.close()


def test_a_right_pin_forgets_the_wrong_ones(journal: Journal) -> None:
    journal.keep_pin_failure("ann", FAILED)
    journal.keep_pin_failure("ann", PinFailures())

    assert journal.pin_failures("ann") == PinFailures()
