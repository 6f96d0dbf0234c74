"""Brings a file's tables to the version this program knows: a copy first, then one real transaction.

`python -m channel_db.upgrade --check` says whether models and migrations agree;
`--new journal "why"` writes the draft of a migration from what changed in the models.
"""

import argparse
import sys
import tempfile
from contextlib import closing
from importlib import resources
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection
from sqlcipher3 import dbapi2

from channel_db.engine import connect
from channel_db.errors import DatabaseDamaged
from channel_db.kinds import CATALOG, JOURNAL, Kind
from channel_db.unit_of_work import driver_of, unit_of_work
from retail.clock import Clock


def upgrade(
    connection: Connection, kind: Kind, file: Path, clock: Clock, scripts: Path | None = None
) -> None:
    """Migrate the file to the newest version; whatever ends it early, the old tables stay whole.

    Raises:
        DatabaseDamaged: rows point at rows that are not there after the migration; nothing was changed.
    """
    if _has_tables(connection):
        copy_before(connection, file, clock)
    # Batch migrations drop and rename tables: with foreign keys on, the rows that hang on them would go too.
    connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
    with unit_of_work(connection):
        config = _config(kind, scripts)
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise DatabaseDamaged(file)
        connection.exec_driver_sql(f"PRAGMA application_id = {kind.application_id}")
        connection.exec_driver_sql(f"PRAGMA user_version = {_head(connection)}")


def copy_before(connection: Connection, file: Path, clock: Clock) -> Path:
    """Copy the whole database, log included, beside it under a dated name."""
    version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    date = clock.now().strftime("%Y%m%dT%H%M%S")
    copy = file.with_name(f"{file.stem}.before-upgrade-of-{version}-{date}.db")
    with closing(dbapi2.connect(str(copy))) as target:
        driver_of(connection).backup(target)
    return copy


def migrations_folder(name: str) -> Path:
    """Where the migrations of this file lie: inside the package when installed, else at the checkout's top."""
    packaged = Path(str(resources.files("channel_db"))) / "migrations" / name
    return packaged if packaged.is_dir() else Path(__file__).resolve().parent.parent / "migrations" / name


def check(kind: Kind) -> None:
    """Compare the models with what the migrations make.

    Raises:
        CommandError: they differ.
    """
    with tempfile.TemporaryDirectory() as folder, closing(_at_head(kind, Path(folder))) as connection:
        config = _config(kind)
        config.attributes["connection"] = connection
        command.check(config)


def draft(kind: Kind, why: str) -> None:
    """Write a new migration from the difference between models and migrations; a person then reads it."""
    with tempfile.TemporaryDirectory() as folder, closing(_at_head(kind, Path(folder))) as connection:
        config = _config(kind)
        config.attributes["connection"] = connection
        command.revision(config, message=why, autogenerate=True, rev_id=f"{_head(connection) + 1:04d}")


def main(arguments: list[str]) -> int:
    """Run the command line; 0 when everything agrees."""
    parser = argparse.ArgumentParser(prog="python -m channel_db.upgrade", description=__doc__)
    parser.add_argument("--check", action="store_true", help="say whether models and migrations agree")
    parser.add_argument(
        "--new", nargs=2, metavar=("FILE", "WHY"), help="draft a migration of journal or catalog"
    )
    chosen = parser.parse_args(arguments)
    kinds = {kind.name: kind for kind in (JOURNAL, CATALOG)}
    if chosen.new:
        draft(kinds[chosen.new[0]], chosen.new[1])
    elif not chosen.check:
        parser.print_help()
    else:
        for kind in kinds.values():
            try:
                check(kind)
            except CommandError as fault:
                sys.stderr.write(f"{kind.file}: {fault}\n")
                return 1
    return 0


def _at_head(kind: Kind, folder: Path) -> Connection:
    connection = connect(folder / kind.file)
    with unit_of_work(connection):
        config = _config(kind)
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    return connection


def _config(kind: Kind, scripts: Path | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(scripts or migrations_folder(kind.name)).replace("%", "%%"))
    return config


def _has_tables(connection: Connection) -> bool:
    return connection.exec_driver_sql("SELECT 1 FROM sqlite_master").first() is not None


def _head(connection: Connection) -> int:
    """Revisions are numbered (0001, 0002, ...), so that the version in the file's header is the revision itself."""
    return int(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
