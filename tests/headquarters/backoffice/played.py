"""A headquarters with two days of real registers' work in it, as `kassa demo --hq` makes them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from rehearsal.demo_office import OfficePerson, play_two_days
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.fixtures.one_nursery import shared_start


@contextmanager
def played(folder: Path, *options: str) -> Iterator[tuple[RunningHeadquarters, OfficePerson]]:
    """Play it, and go on with that headquarters, whose clock is right again."""
    folder.mkdir(parents=True, exist_ok=True)
    now = datetime.now(UTC)  # noqa: TID251 -- a browser and a register go by the machine's clock
    person = play_two_days(folder, now, shared_start(), options)
    running = RunningHeadquarters(folder / "headquarters", ("--no-schedule", *options)).start()
    try:
        yield running, person
    finally:
        running.stop()
