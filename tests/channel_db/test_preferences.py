"""What people choose for themselves is kept over restarts, for each of them apart."""

from pathlib import Path

from channel_db.journal.repository import Journal
from tests.channel_db.making import opened


def test_nobody_has_chosen_anything_at_first(journal: Journal) -> None:
    assert journal.preference("ann", "language") == ""


def test_the_last_choice_of_each_person_survives_a_restart(journal: Journal, tmp_path: Path) -> None:
    with journal.unit_of_work() as work:
        work.keep_preference("ann", "language", "nl")
        work.keep_preference("ann", "language", "nb")
        work.keep_preference("bob", "language", "en")
    journal.close()

    again = opened(tmp_path)

    assert (again.preference("ann", "language"), again.preference("bob", "language")) == ("nb", "en")
    assert again.preference("ann", "theme") == ""
    again.close()
