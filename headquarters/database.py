"""The one door to headquarters' database: a SQLite file by default, a PostgreSQL server where an address is given."""

import argparse
import sys
import tempfile
from pathlib import Path

from alembic.util import CommandError

from headquarters.migrating import check
from headquarters.on_postgresql import CONNECTIONS, open_postgresql
from headquarters.on_sqlite import FILE_NAME, PRAGMAS, migration_engine, open_sqlite
from headquarters.units import Database

__all__ = ["CONNECTIONS", "FILE_NAME", "PRAGMAS", "Database", "check_migrations", "open_database"]


def open_database(folder: Path, address: str = "", connections: int = CONNECTIONS) -> Database:
    """Open the database at the address, or the file in this folder without one; make or migrate it if needed.

    Raises:
        DatabaseUnusable: it is not one that this program may or can open; the text says why.
    """
    return open_postgresql(address, connections) if address else open_sqlite(folder)


def check_migrations() -> None:
    """Make a database by the migrations alone and compare it with the models.

    Raises:
        alembic.util.CommandError: they differ; the text says in what.
    """
    with tempfile.TemporaryDirectory() as folder:
        open_sqlite(Path(folder)).close()
        with migration_engine(Path(folder) / FILE_NAME) as engine, engine.connect() as connection:
            check(connection)


def main(arguments: list[str]) -> int:
    """`python -m headquarters.database --check`: do models and migrations agree?"""
    parser = argparse.ArgumentParser(
        prog="headquarters.database", description="Look after headquarters' tables."
    )
    parser.add_argument("--check", action="store_true", required=True, help="compare models and migrations")
    parser.parse_args(arguments)
    try:
        check_migrations()
    except CommandError as difference:
        sys.stderr.write(f"Models and migrations differ: {difference}\n")
        return 1
    sys.stdout.write("Models and migrations agree.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
