"""`python -m sync_agent`: carry by schedule, carry one step, carry on request, enrol, or hand over by a file."""

import argparse
import json
import logging
import sys
from collections.abc import Sequence
from getpass import getpass
from pathlib import Path

from channel_db.errors import StorageError
from channel_db.logs import logging_to
from sync_agent.agent import Agent
from sync_agent.bootstrap import (
    default_folder,
    make_clock,
    make_randomness,
    opened_agent,
    spare_the_program,
)
from sync_agent.config import ConfigBroken
from sync_agent.enrolment import enrol
from sync_agent.errors import HqFault, HqUnreachable
from sync_agent.handing_over import hand_over
from sync_agent.schedule import run_by_schedule
from sync_agent.steps import STEPS, take_step

DONE = 0
REFUSED = 2
HQ_NOT_REACHED = 3

log = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; 0 done, 2 refused in words, 3 headquarters was not reached."""
    asked = _parser().parse_args(arguments)
    folder: Path = asked.data or default_folder()
    try:
        if asked.what == "enrol":
            return _enrol(asked, folder)
        if asked.what == "hand-over":
            return _hand_over(asked, folder)
        with logging_to(folder, "agent"):
            return _carry(asked, folder)
    except (StorageError, ConfigBroken, HqFault) as fault:
        print(fault.message, file=sys.stderr)
        return HQ_NOT_REACHED if isinstance(fault, HqUnreachable) else REFUSED


def _unseen(text: str) -> str:
    """Everybody on a machine can read its command lines: no code stands on one."""
    if text != "-":
        raise argparse.ArgumentTypeError(
            "everybody on this machine can read its command lines: leave it out, and type the code when asked for it"
        )
    return text


def _enrol(asked: argparse.Namespace, folder: Path) -> int:
    code = getpass("Code: ") if sys.stdin.isatty() else sys.stdin.readline()
    device = enrol(asked.hq, code, folder, make_clock(asked.clock))
    print(
        f"This is register {device.register_name} of store {device.store} now. Its data stands in {folder}."
    )
    return DONE


def _hand_over(asked: argparse.Namespace, folder: Path) -> int:
    count, files = hand_over(folder, asked.file, make_clock(asked.clock))
    names = ", ".join(map(str, files))
    print(f"{count} documents stand in {names} now. Take them in at headquarters: headquarters take-in FILE")
    return DONE


def _carry(asked: argparse.Namespace, folder: Path) -> int:
    progress = _print_progress if asked.progress else _no_progress
    with opened_agent(folder, make_clock(asked.clock), make_randomness(asked.seed), progress) as agent:
        if asked.what == "once":
            step = take_step(agent, asked.step)
            print(step.written() if asked.progress else step.words)
            if step.complete:
                return DONE
            return REFUSED if step.reached else HQ_NOT_REACHED
        if asked.steps:
            _answer_steps(agent)
        else:
            run_by_schedule(agent, with_parent=asked.with_parent)
    return DONE


def _answer_steps(agent: Agent) -> None:
    """One line asked, one line of JSON answered, until the asker closes."""
    for line in sys.stdin:
        print(take_step(agent, line.strip()).written(), flush=True)


def _no_progress(feed: str, rows: int) -> None:
    """Nobody watches."""


def _print_progress(feed: str, rows: int) -> None:
    print(json.dumps({"feed": feed, "rows": rows}), flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m sync_agent", description=__doc__)
    parser.add_argument("--data", type=Path, default=None, help="the register's data folder")
    parser.add_argument("--clock", type=Path, default=None, help="a file to read the time from")
    parser.add_argument("--seed", type=int, default=None, help="repeat the waits of an earlier run")
    parser.add_argument("--with-parent", action="store_true", help="end when standard input closes")
    parser.add_argument("--steps", action="store_true", help="read push, pull or sync from standard input")
    parser.add_argument("--progress", action="store_true", help="print what arrives as lines of JSON")
    kinds = parser.add_subparsers(dest="what", metavar="once|enrol|hand-over")
    once = kinds.add_parser("once", help="one step, then end: status 0 done, 3 headquarters not reached")
    once.add_argument("step", choices=STEPS)
    enrolling = kinds.add_parser("enrol", help="become a register with a one-time code of headquarters")
    enrolling.add_argument("--hq", required=True, metavar="URL")
    enrolling.add_argument(
        "--code",
        type=_unseen,
        default="-",
        help="- alone: it is asked for, or read from standard input",
    )
    handing = kinds.add_parser("hand-over", help="write what was not sent into a file for headquarters")
    handing.add_argument("file", type=Path)
    for each in (once, enrolling, handing):
        for name in ("--data", "--clock"):
            each.add_argument(name, type=Path, default=argparse.SUPPRESS)
        each.add_argument("--progress", action="store_true", default=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    spare_the_program()
    sys.exit(main())
