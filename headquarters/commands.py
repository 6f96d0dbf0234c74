"""What the command line can do: serve, ask a running headquarters to run a job, and make people of the back office."""

import json
import sys
from collections.abc import Callable
from getpass import getpass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen  # noqa: TID251 -- the administrator's own call, past every register

from sqlalchemy.orm import Session

from headquarters.app import make_app
from headquarters.bootstrap import books_from, headquarters_from
from headquarters.config import ServeConfig
from headquarters.context import Headquarters
from headquarters.errors import DatabaseBusy, DatabaseUnusable, Refusal
from headquarters.installation import begin_new_life
from headquarters.jobs.schedule import Schedule
from headquarters.log_bundle import bundle, saved
from headquarters.logs import log_to_stderr, logging_to
from headquarters.office import people
from headquarters.office.roles import Role
from headquarters.office.set_up import make_code
from headquarters.server import serve as serve_app
from headquarters.signing.changing import change_key

JOB_WAIT_SECONDS = 600
BUNDLES = "bundles"
COMMAND = "command line"
"""Who the audit log says did what a command does."""


def serve(config: ServeConfig) -> int:
    """Serve until told to stop."""
    log_to_stderr()
    try:
        with headquarters_from(config) as headquarters, logging_to(config.data):
            _say_set_up_code(headquarters)
            schedule = None
            if config.schedule_seconds is not None:
                schedule = Schedule(headquarters, config.schedule_seconds)
                schedule.start()
            try:
                serve_app(make_app(headquarters), config.port, headquarters.waiting.end)
            finally:
                if schedule is not None:
                    schedule.stop()
    except (DatabaseUnusable, DatabaseBusy, OSError) as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 1
    return 0


def restored(data: Path, database: str) -> int:
    """Have a database that was put back from a backup begin a new life: at their next call registers offer again what
    it may lack. To be done before headquarters serves.
    """
    try:
        with (
            books_from(data, None, None, database) as headquarters,
            headquarters.database.writing() as session,
        ):
            begin_new_life(session, headquarters.ids.new(), headquarters.now())
    except (DatabaseUnusable, OSError) as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 1
    sys.stdout.write("Registers will offer again what they have kept of the last 30 days.\n")
    return 0


def bundled(data: Path, database: str, to: Path | None, token_file: Path) -> int:
    """Save the log bundle, and say what is in it and where it lies. Headquarters may be running."""
    folder = to or data / BUNDLES
    try:
        token = token_file.read_text(encoding="utf-8").strip() if token_file.exists() else ""
        with books_from(data, None, None, database) as headquarters:
            made = bundle(headquarters, token)
        file = saved(made, folder)
    except (DatabaseUnusable, OSError) as trouble:
        sys.stderr.write(
            f"The bundle cannot be saved in {folder}: {trouble}. Choose another folder with --to.\n"
        )
        return 1
    listed = "".join(f"{size:>9}  {name}\n" for name, size in made.sizes.items())
    sys.stdout.write(f"{listed}saved as {file}\nSHA-256 {made.sha256}\n")
    return 0


def another_key(data: Path, database: str, *, is_lost: bool) -> int:
    """Sign who may do what by a new key from now on, and say it all again. Headquarters may be running."""
    try:
        with (
            books_from(data, None, None, database) as headquarters,
            headquarters.database.writing() as session,
        ):
            change_key(session, headquarters.now(), COMMAND, is_lost=is_lost)
    except (DatabaseUnusable, OSError) as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 1
    sys.stdout.write(
        "Signed by a new key. Enrol every register anew: until then each goes on with the rights it has.\n"
        if is_lost
        else "Signed by a new key. Registers take it by themselves at their next contact.\n"
    )
    return 0


def _say_set_up_code(headquarters: Headquarters) -> None:
    with headquarters.database.writing() as session:
        code = make_code(session, headquarters.clock.now())
    if code is not None:
        sys.stderr.write(
            f"Nobody can sign in to the back office yet. Open /office/set-up in a browser and type the code {code}\n"
        )


def add_person(name: str, role: Role, stores: tuple[str, ...], data: Path, database: str) -> int:
    """Make a person of the back office; the password is read from the standard input."""

    def add(session: Session, password: str, at: str) -> None:
        people.add_person(session, name, password, people.Wish(role, stores), COMMAND, at)

    return _with_password(data, database, add)


def give_password(name: str, data: Path, database: str) -> int:
    """Give a person of the back office another password, which is read from the standard input."""

    def give(session: Session, password: str, at: str) -> None:
        person = people.find_person(session, name)
        if person is None:
            raise Refusal(404, f"There is nobody named {name}. `person add` makes somebody.")
        people.set_password(session, person, password, COMMAND, at)

    return _with_password(data, database, give)


def _with_password(data: Path, database: str, act: Callable[[Session, str, str], None]) -> int:
    """Do something with a password: typed unseen, or the first line of what is piped in."""
    password = getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    try:
        with (
            books_from(data, None, None, database) as headquarters,
            headquarters.database.writing() as session,
        ):
            act(session, password, headquarters.now())
    except (Refusal, DatabaseUnusable, OSError) as refused:
        sys.stderr.write(f"{refused}\n")
        return 1
    sys.stdout.write("Done.\n")
    return 0


def job(name: str, url: str, token_file: Path) -> int:
    """Run a job of a running headquarters and say what it came to."""
    try:
        token = token_file.read_text(encoding="utf-8").strip()
    except OSError as missing:
        sys.stderr.write(f"The administrator's token cannot be read from {token_file}: {missing.strerror}\n")
        return 1
    request = Request(  # noqa: S310 -- the address is the administrator's own
        f"{url.rstrip('/')}/v1/jobs/{name}/run",
        data=b"",
        method="POST",
        headers={"Authorization": f"Bearer {token}"},
    )
    try:
        with urlopen(request, timeout=JOB_WAIT_SECONDS) as reply:  # noqa: S310 -- as above
            sys.stdout.write(json.dumps(json.load(reply)) + "\n")
    except HTTPError as refused:
        sys.stderr.write(f"{json.load(refused).get('detail', refused.reason)}\n")
        return 1
    except URLError as unreachable:
        sys.stderr.write(f"Headquarters at {url} does not answer: {unreachable.reason}\n")
        return 3
    return 0
