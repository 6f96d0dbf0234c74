"""What the command line can do: serve, and ask a running headquarters to run a job."""

import json
import logging
import sys
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen  # noqa: TID251 -- the administrator's own call, past every register

from headquarters.app import make_app
from headquarters.bootstrap import books_from, headquarters_from
from headquarters.config import ServeConfig
from headquarters.errors import DatabaseUnusable
from headquarters.installation import begin_new_life
from headquarters.jobs.schedule import Schedule
from headquarters.server import serve as serve_app

JOB_WAIT_SECONDS = 600


def serve(config: ServeConfig) -> int:
    """Serve until told to stop."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    try:
        with headquarters_from(config) as headquarters:
            schedule = None
            if config.schedule_seconds is not None:
                schedule = Schedule(headquarters, config.schedule_seconds)
                schedule.start()
            try:
                serve_app(make_app(headquarters), config.port)
            finally:
                if schedule is not None:
                    schedule.stop()
    except (DatabaseUnusable, OSError) as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 1
    return 0


def restored(data: Path) -> int:
    """Have a database that was put back from a backup begin a new life: at their next call registers offer again what
    it may lack. To be done before headquarters serves.
    """
    try:
        with (
            books_from(data, clock=None, seed=None) as headquarters,
            headquarters.database.writing() as session,
        ):
            begin_new_life(session, headquarters.ids.new())
    except (DatabaseUnusable, OSError) as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 1
    sys.stdout.write("Registers will offer again what they have kept of the last 30 days.\n")
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
