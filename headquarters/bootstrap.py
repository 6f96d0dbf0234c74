"""The composition root: the only place that knows the real clock, randomness, files and tokens."""

import random
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path

from card_terminal.process import FOLDER, ProcessTerminal, start_simulated
from headquarters.config import ServeConfig
from headquarters.context import Headquarters, token_hash
from headquarters.database import Database, open_database
from headquarters.devices.waiting import Waiting
from headquarters.drafts.features import ensure_features
from headquarters.drafts.taking_over import take_over_missing
from headquarters.feeds.telling import begin_anew_if_restored
from headquarters.installation import ensure_installation
from headquarters.jobs.service import end_unfinished
from headquarters.lives import life_of, lives
from headquarters.people.service import publish_staff
from headquarters.people.taking_over import follow_missing
from headquarters.signing.changing import ensure_signing_key
from headquarters.uploads.danger import look_back
from retail.clock import Clock, ReadClock
from retail.ids import TimeOrderedIds
from retail.wire.protocol import ENVIRONMENTS

TOKEN_LENGTH_MIN = 20


@contextmanager
def headquarters_from(config: ServeConfig) -> Iterator[Headquarters]:
    """The parts of one running headquarters; let go of when the block ends.

    Raises:
        headquarters.errors.DatabaseUnusable: the database in the folder is not ours to open.
    """
    token = administrator_token(config.administrator_token_file)
    database = open_database(config.data, config.database, config.connections)
    administrator = token_hash(token)
    with _parts(
        database,
        config.data,
        config.clock,
        config.seed,
        administrator,
        config.environment,
        config.wait_seconds,
    ) as headquarters:
        end_unfinished(headquarters)
        database.committed(lambda session: look_back(session, headquarters.now(), partial(lives, database)))
        yield headquarters


@contextmanager
def books_from(data: Path, clock: Path | None, seed: int | None, address: str = "") -> Iterator[Headquarters]:
    """The parts of a headquarters that nobody calls, for a command that works on the books beside the one that runs.

    Raises:
        headquarters.errors.DatabaseUnusable: the database in the folder is not ours to open.
    """
    nobody = ""
    with _parts(open_database(data, address), data, clock, seed, nobody, ENVIRONMENTS[0]) as headquarters:
        yield headquarters


@contextmanager
def _parts(
    database: Database,
    data: Path,
    clock_file: Path | None,
    seed: int | None,
    administrator: str,
    environment: str,
    wait_seconds: int = 0,
) -> Iterator[Headquarters]:
    clock = make_clock(clock_file)
    randomness = random.Random(secrets.randbits(64) if seed is None else seed)
    processor = ProcessTerminal(lambda: start_simulated(data / FOLDER))
    ids = TimeOrderedIds(clock, randomness)
    process = secrets.token_hex(8)
    headquarters = Headquarters(
        database,
        clock,
        ids,
        administrator,
        processor,
        data,
        environment,
        process,
        waiting=Waiting(wait_seconds),
    )
    try:
        with database.writing() as session:
            ensure_installation(session, headquarters.ids.new(), headquarters.now())
            begin_anew_if_restored(session, headquarters.ids.new())
            take_over_missing(session)
            follow_missing(session)
            ensure_features(session)
            ensure_signing_key(session, headquarters.now())
            publish_staff(session)  # what a migration has changed of them; nothing else differs
        with database.claim(life_of(process)):
            yield headquarters
    finally:
        processor.close()
        database.close()


def make_clock(file: Path | None) -> Clock:
    """The machine's clock, or one that reads what a file says at every call."""
    if file is None:
        return ReadClock(lambda: datetime.now().astimezone())  # noqa: TID251 -- the composition root's own right
    return ReadClock(lambda: datetime.fromisoformat(file.read_text(encoding="utf-8").strip()))


def administrator_token(file: Path) -> str:
    """The token in the file; a new one, in a file only its owner can read, where there is none."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished = file.with_name(f"{file.name}.new")
        unfinished.touch(mode=0o600)
        unfinished.write_text(secrets.token_urlsafe(32) + "\n", encoding="utf-8")
        unfinished.replace(file)
        sys.stderr.write(f"made the administrator's token; it is in {file}\n")
    token = file.read_text(encoding="utf-8").strip()
    if len(token) < TOKEN_LENGTH_MIN:
        raise SystemExit(f"The administrator's token in {file} has fewer than {TOKEN_LENGTH_MIN} characters. "
                         "Remove the file to get a new one.")  # fmt: skip
    return token
