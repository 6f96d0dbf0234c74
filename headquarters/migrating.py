"""Bringing a database to the newest migration, whichever engine keeps it."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection

from headquarters.errors import DatabaseUnusable
from headquarters.models import Base

MIGRATIONS = Path(__file__).resolve().parents[1] / "migrations" / "headquarters"


def alembic_on(connection: Connection) -> Config:
    """What Alembic needs to work on this connection, in whatever unit of work it is in."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    config.attributes["metadata"] = Base.metadata
    return config


def missing_migration(connection: Connection, where: str) -> str | None:
    """The newest migration, if this database is not there yet.

    Raises:
        DatabaseUnusable: a newer version of this program has been at it; `where` names it in the words.
    """
    present = MigrationContext.configure(connection).get_current_revision()
    scripts = ScriptDirectory.from_config(alembic_on(connection))
    newest = scripts.get_current_head()
    if present is not None:
        try:
            scripts.get_revision(present)
        except CommandError:
            raise DatabaseUnusable(
                f"{where} was made by a newer version of this program. Install that version."
            ) from None
    return None if present == newest else newest


def migrate(connection: Connection) -> None:
    """Run what is missing."""
    command.upgrade(alembic_on(connection), "head")


def check(connection: Connection) -> None:
    """Compare the database with the models.

    Raises:
        alembic.util.CommandError: they differ; the text says in what.
    """
    command.check(alembic_on(connection))
