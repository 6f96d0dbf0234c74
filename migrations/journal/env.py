"""How Alembic reaches journal.db: always through a connection that channel_db.upgrade opened."""

from alembic import context

from channel_db.base import JournalBase
from channel_db.journal import models, shift_models  # noqa: F401 - importing them fills the metadata


def _is_ours(name: str | None, kind: str, parents: object) -> bool:
    return kind != "table" or name in JournalBase.metadata.tables


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=JournalBase.metadata,
    render_as_batch=True,
    include_name=_is_ours,
)
context.run_migrations()
