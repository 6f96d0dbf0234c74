"""`python -m headquarters serve` (also without a word), `restored`, `job`, `import`, `take-in`, `move`, `person`,
`bundle`, `export-journal`, `check-export` and `signing-key`.
"""

import argparse
import os
import sys
from pathlib import Path

from headquarters import commands
from headquarters.config import (
    ADMINISTRATOR_FILE,
    DATABASE_VARIABLE,
    DEFAULT_DATA,
    DEFAULT_PORT,
    JOB_SECONDS,
    ServeConfig,
)
from headquarters.database import CONNECTIONS
from headquarters.exporting import command as export_command
from headquarters.exporting.reading import Span
from headquarters.importing import command as import_command
from headquarters.moving import run as move_books
from headquarters.office.roles import Role
from headquarters.units import RESERVED
from headquarters.uploads import handed_in
from retail.wire.protocol import ENVIRONMENTS, WAIT_SECONDS_MAX


def _arguments(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="headquarters", description="Kassa's headquarters.")
    actions = parser.add_subparsers(dest="action", required=True)
    serve = actions.add_parser("serve", help="serve registers and administrators on this machine")
    bundle = actions.add_parser(
        "bundle", help="save the log and what is installed in one file, without persons"
    )
    bundle.add_argument("--to", type=Path, default=None, metavar="DIR", help="where it is saved")
    job = actions.add_parser("job", help="run a job of a running headquarters now")
    restored = actions.add_parser("restored", help="say that the database was put back from a backup")
    for each in (restored, bundle):
        each.add_argument(
            "--database", default=os.environ.get(DATABASE_VARIABLE, ""), help="instead of a file in --data"
        )
    for each in (serve, job, restored, bundle):
        each.add_argument(
            "--data", type=Path, default=DEFAULT_DATA, help="folder of the database [%(default)s]"
        )
        each.add_argument("--administrator-token-file", type=Path, help="made on first start [in --data]")
    _serve_arguments(serve)
    moving = actions.add_parser("move", help="move the books from the file in --data to PostgreSQL")
    moving.add_argument(
        "--data", type=Path, default=DEFAULT_DATA, help="folder of the database [%(default)s]"
    )
    moving.add_argument(
        "--database", required=True, metavar="postgresql://USER@HOST/NAME", help="an empty database"
    )
    job.add_argument("name")
    job.add_argument("--url", default=f"http://127.0.0.1:{DEFAULT_PORT}")
    goods = actions.add_parser("import", help="bring in products, prices or customers from CSV")
    import_command.add_arguments(goods)
    handed = actions.add_parser("take-in", help="take in the unsent documents of a register from a file")
    handed_in.add_arguments(handed)
    _export_arguments(
        actions.add_parser("export-journal", help="save what the registers of a store did, for an auditor")
    )
    check = actions.add_parser("check-export", help="work such a file out again, without the books")
    check.add_argument("file", type=Path)
    _person_arguments(actions.add_parser("person", help="somebody who signs in to the back office"))
    _key_arguments(actions.add_parser("signing-key", help="the key by which who may do what is signed"))
    return parser.parse_args(words or ["serve"])


def _serve_arguments(serve: argparse.ArgumentParser) -> None:
    serve.add_argument(
        "--database", default=os.environ.get(DATABASE_VARIABLE, ""), metavar="postgresql://USER@HOST/NAME",
        help=f"a PostgreSQL database instead of a file in --data [{DATABASE_VARIABLE} of the environment]",
    )  # fmt: skip
    serve.add_argument(
        "--connections", type=_connections, default=CONNECTIONS,
        help="to PostgreSQL at most, by this process [%(default)s]",
    )  # fmt: skip
    serve.add_argument("--port", type=int, default=DEFAULT_PORT, help="port on 127.0.0.1; 0 takes a free one")
    serve.add_argument("--clock", type=Path, help="a file that says what time it is")
    serve.add_argument("--seed", type=int, help="where ids come from, for a run that can be repeated")
    serve.add_argument(
        "--job-seconds", type=float, default=JOB_SECONDS, help="seconds between runs of the jobs"
    )
    serve.add_argument(
        "--environment",
        choices=ENVIRONMENTS,
        default=ENVIRONMENTS[0],
        help="registers of the other one are refused [%(default)s]",
    )
    serve.add_argument("--no-schedule", action="store_true", help="run jobs by command only")
    serve.add_argument(
        "--wait-seconds", type=_wait_seconds, default=WAIT_SECONDS_MAX,
        help="so long the hello of a register waits here for news; 0: it asks again and again [%(default)s]",
    )  # fmt: skip


def _export_arguments(export: argparse.ArgumentParser) -> None:
    export.add_argument("store")
    for which in ("first", "last"):
        export.add_argument(which, type=export_command.day, help=f"{which} business date: 2026-11-30")
    export.add_argument("--to", type=Path, default=None, metavar="DIR", help="where it is saved")
    export.add_argument(
        "--database", default=os.environ.get(DATABASE_VARIABLE, ""), help="instead of a file in --data"
    )
    export.add_argument(
        "--data", type=Path, default=DEFAULT_DATA, help="folder of the database [%(default)s]"
    )


def _key_arguments(key: argparse.ArgumentParser) -> None:
    acts = key.add_subparsers(dest="act", required=True)
    change = acts.add_parser(
        "change", help="sign by a new key; the present one vouches for it to every register"
    )
    lost = acts.add_parser(
        "lost", help="sign by a new key that registers take when they are enrolled anew only"
    )
    for each in (change, lost):
        each.add_argument(
            "--database", default=os.environ.get(DATABASE_VARIABLE, ""), help="instead of a file in --data"
        )
        each.add_argument(
            "--data", type=Path, default=DEFAULT_DATA, help="folder of the database [%(default)s]"
        )


def _person_arguments(person: argparse.ArgumentParser) -> None:
    acts = person.add_subparsers(dest="act", required=True)
    add = acts.add_parser("add", help="make a person; their password is read from standard input")
    password = acts.add_parser("password", help="give a person another password, read from standard input")
    for each in (add, password):
        each.add_argument("name")
        each.add_argument(
            "--database", default=os.environ.get(DATABASE_VARIABLE, ""), help="instead of a file in --data"
        )
        each.add_argument(
            "--data", type=Path, default=DEFAULT_DATA, help="folder of the database [%(default)s]"
        )
    add.add_argument(
        "--role", type=Role, choices=list(Role), default=Role.ADMINISTRATOR, help="[%(default)s]"
    )
    add.add_argument("--store", action="append", default=[], help="a store that a store manager looks after")


def main(words: list[str]) -> int:
    """Do what the command line says; the exit status says whether it was done."""
    said = _arguments(words)
    if said.action == "import":
        return import_command.run(said)
    if said.action == "take-in":
        return handed_in.run(said)
    if said.action == "move":
        return move_books(said.data, said.database)
    if said.action == "export-journal":
        span = Span(said.store, said.first, said.last)
        return export_command.exported(said.data, said.database, span, said.to, commands.COMMAND)
    if said.action == "check-export":
        return export_command.checked(said.file)
    if said.action == "person" and said.act == "add":
        return commands.add_person(said.name, said.role, tuple(said.store), said.data, said.database)
    if said.action == "person":
        return commands.give_password(said.name, said.data, said.database)
    if said.action == "signing-key":
        return commands.another_key(said.data, said.database, is_lost=said.act == "lost")
    token_file = said.administrator_token_file or said.data / ADMINISTRATOR_FILE
    if said.action == "bundle":
        return commands.bundled(said.data, said.database, said.to, token_file)
    if said.action == "restored":
        return commands.restored(said.data, said.database)
    if said.action == "job":
        return commands.job(said.name, said.url, token_file)
    return commands.serve(
        ServeConfig(
            data=said.data, port=said.port, clock=said.clock, seed=said.seed,
            administrator_token_file=token_file,
            schedule_seconds=None if said.no_schedule else said.job_seconds, environment=said.environment,
            database=said.database, connections=said.connections, wait_seconds=said.wait_seconds,
        )
    )  # fmt: skip


def _connections(text: str) -> int:
    count = int(text)
    if count <= RESERVED:
        raise argparse.ArgumentTypeError(
            f"{count} is too few; {RESERVED} are kept for calls that a person waits for"
        )
    return count


def _wait_seconds(text: str) -> int:
    seconds = int(text)
    if not 0 <= seconds <= WAIT_SECONDS_MAX:
        raise argparse.ArgumentTypeError(
            f"{seconds} is not between 0 and {WAIT_SECONDS_MAX}; proxies give up a call that waits for longer"
        )
    return seconds


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
