"""A headquarters with two days of real registers' work in it, as `kassa demo --hq` makes them."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from rehearsal.browsing import Browser
from rehearsal.demo_office import OfficePerson, play_two_days
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.fixtures.one_nursery import shared_start


@dataclass(frozen=True)
class Played:
    """A folder with the data of such a headquarters and its registers, and who may sign in."""

    folder: Path
    person: OfficePerson


def play(folder: Path, *options: str) -> Played:
    """Play the two days into a new folder."""
    folder.mkdir(parents=True, exist_ok=True)
    now = datetime.now(UTC)  # noqa: TID251 -- a browser and a register go by the machine's clock
    return Played(folder, play_two_days(folder, now, shared_start(), options))


@contextmanager
def going_on(played: Played, *options: str) -> Iterator[tuple[RunningHeadquarters, Browser]]:
    """Start that headquarters again, whose clock is right now, with a browser in which the person is signed in."""
    running = RunningHeadquarters(played.folder / "headquarters", ("--no-schedule", *options)).start()
    try:
        browser = Browser(running.url)
        browser.get("/office/sign-in")
        browser.press("/office/sign-in", name=played.person.name, password=played.person.password)
        yield running, browser
    finally:
        running.stop()


def copied(played: Played, folder: Path) -> Played:
    """The same in another folder, to work on."""
    shutil.copytree(played.folder, folder)
    return Played(folder, played.person)
