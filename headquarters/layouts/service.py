"""Screen layouts, published as they are."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.feeds.service import publish
from headquarters.layouts.models import Layout
from retail.wire.base import Json


def keep_layouts(session: Session, layouts: Mapping[str, Json]) -> None:
    """Make or change layouts (name to content) and publish them."""
    known = {row.name: row for row in session.scalars(select(Layout))}
    for name, content in layouts.items():
        if name in known:
            known[name].content = content
        else:
            session.add(Layout(name=name, content=content))
    publish(
        session, "layouts", {name: {"name": name, "content": content} for name, content in layouts.items()}
    )
