"""Runs the migrations of headquarters on the connection that `headquarters.database` hands over."""

from typing import Literal

from alembic import context
from sqlalchemy import TypeDecorator


def render_item(kind: str, item: object, _: object) -> str | Literal[False]:
    """A migration names the plain column type: it must not change when the program's own types do."""
    return f"sa.{item.impl!r}" if kind == "type" and isinstance(item, TypeDecorator) else False


configuration = context.config
context.configure(
    connection=configuration.attributes["connection"],
    target_metadata=configuration.attributes["metadata"],
    render_as_batch=True,
    render_item=render_item,
)
with context.begin_transaction():
    context.run_migrations()
