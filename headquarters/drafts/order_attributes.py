"""The table of what stores want to know of orders and of plain sales."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base, listed_by
from headquarters.drafts.attributes import AttributeColumns


class OrderAttributeDraft(AttributeColumns, Base):
    """An attribute of orders, of sales, or of both, for the stores whose commerce parameters it belongs to."""

    __tablename__ = "order_attributes"
    __table_args__ = (
        UniqueConstraint("parameters", "attribute"),
        *listed_by("parameters", "attribute", "name", "kind", "asked_of", "position"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
    parameters: Mapped[str] = mapped_column(ForeignKey("parameter_sets.code"))
    asked_of: Mapped[str]
    required: Mapped[bool]
