"""The demo's headquarters and its first register, made ready in one folder and used again at the next start."""

import contextlib
import json
import secrets
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from channel_db.device import read_device, write_device
from rehearsal.children import Child, ChildFailed, spawn
from rehearsal.demo_office import OfficePerson, play_two_days
from rehearsal.demo_shop import demo_document, demo_registers
from rehearsal.network import BrokenLine
from rehearsal.nursery import opened_nursery
from rehearsal.office import Office
from sync_agent.bootstrap import make_clock
from sync_agent.config import FILE as SETTINGS_FILE
from sync_agent.enrolment import enrol

PULL_SECONDS = 120.0
READY = "ready"
WITH_WORK = "with-work"
JOB_SECONDS = "1"
AGENT_PACE = "[agent]\npull_seconds = 2\n"
"""Headquarters and agent look more often than in a shop: whoever tries it wants to see the numbers come."""

Tell = Callable[[str], None]
Progress = Callable[[str, int, int], None]
"""Called with the feed that arrives, the rows so far, and the rows to expect."""


@dataclass(frozen=True, slots=True)
class Demo:
    """A running demo: its headquarters, the line to it, and the folder of the register whose window opens.

    `person` has a password that was made just now, and is told this once.
    """

    office: Office
    line: BrokenLine
    register_name: str
    register_folder: Path
    person: OfficePerson | None = None


@contextlib.contextmanager
def running_demo(folder: Path, tell: Tell, progress: Progress, *, with_work: bool = False) -> Iterator[Demo]:
    """Start headquarters and make the register ready; everything started here ends with the block. Made `with_work`,
    two days of work lie behind them.

    Raises:
        ChildFailed, OfficeRefused: a program did not come up; in its own words.
    """
    if folder.exists() and not (folder / READY).exists():
        start_over(folder)  # an earlier start did not come to its end
    folder.mkdir(parents=True, exist_ok=True)
    register_name = demo_registers()[0]
    with contextlib.ExitStack() as undo:
        person = _work(folder, tell) if with_work and not (folder / READY).exists() else None
        office = Office(folder / "headquarters", secrets.token_urlsafe(24), ("--job-seconds", JOB_SECONDS))
        undo.callback(office.end)
        line = BrokenLine(office.url)
        undo.callback(line.close)
        demo = Demo(office, line, register_name, folder / register_name, person)
        if (folder / READY).exists():
            last = "" if person else " of the last time"
            tell(f"headquarters runs, with the data{last} in {folder}")
            _lead_to(demo)
        else:
            tell(f"headquarters runs; its data and the register's stand in {folder}")
            _make(demo, tell)
            _pull(demo, progress)
            (folder / READY).touch()
        yield demo


def _work(folder: Path, tell: Tell) -> OfficePerson:
    """Play the work of two days, and leave the folder as one that was used before."""
    tell("two days of work are played by three registers and by people at headquarters")
    now = make_clock(None).now()
    with opened_nursery() as nursery:
        person = play_two_days(folder, now, nursery.start if nursery else spawn)
    (folder / demo_registers()[0] / SETTINGS_FILE).write_text(AGENT_PACE, encoding="utf-8")
    (folder / READY).touch()
    return person


def start_over(folder: Path) -> None:
    """Throw an earlier demo away; only a folder that is one.

    Raises:
        ChildFailed: the folder holds something else.
    """
    known = {
        "headquarters",
        READY,
        *demo_registers(),
        "tour",
        "tour-pictures",
        "clock.txt",
        WITH_WORK,
        "kill",
    }
    strange = {each.name for each in folder.iterdir()} - known
    if strange:
        raise ChildFailed(
            f"{folder} holds '{min(strange)}', which is no part of a demo; choose another folder"
        )
    shutil.rmtree(folder)


def _make(demo: Demo, tell: Tell) -> None:
    document = demo_document()
    demo.office.load_retailer(document)
    tell(
        f"a retailer was made: {len(document['stores'])} stores, {len(document['registers'])} registers, "
        f"{len(document['products'])} products, {len(document['customers'])} customers"
    )
    code = demo.office.enrolment_code(demo.register_name)
    demo.register_folder.mkdir(parents=True)
    (demo.register_folder / SETTINGS_FILE).write_text(AGENT_PACE, encoding="utf-8")
    enrol(demo.line.url, code, demo.register_folder, make_clock(None))
    tell(f"register {demo.register_name} was enrolled with the one-time code {code}")


def _lead_to(demo: Demo) -> None:
    """Headquarters has another port at every start; the register learns it here as IT would tell it."""
    device = read_device(demo.register_folder)
    write_device(demo.register_folder, replace(device, hq_url=demo.line.url))


def _pull(demo: Demo, progress: Progress) -> None:
    document = demo_document()
    expected = 1 + 2 * len(document["products"])
    expected += sum(len(document[each]) for each in ("staff", "layouts", "customers"))
    log = demo.register_folder / "first-pull.log"
    arguments = ("--data", demo.register_folder, "--progress", "once", "pull")
    agent = Child("sync_agent", arguments, log)
    try:
        arrived: dict[str, int] = {}
        while True:
            said = json.loads(agent.line(PULL_SECONDS))
            if "step" in said:
                break
            arrived[said["feed"]] = said["rows"]
            progress(said["feed"], sum(arrived.values()), expected)
    finally:
        agent.end()
    if not said["reached"]:
        raise ChildFailed(f"the register could not pull its data: {said['words']}")
