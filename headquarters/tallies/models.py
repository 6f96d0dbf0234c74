"""The table of what registers told of themselves last."""

from sqlalchemy import Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base

HOLDING = "substr(text, 9, 2) <> '0,'"
"""Of a tally that holds something back: the text of one that does not begins with `{"held":0,`."""
DIFFERING = "differences <> '[]'"


class RegisterTally(Base):
    """The newest tally of a register in one of its epochs, as it was told; `differences` is a JSON list."""

    __tablename__ = "tallies"
    __table_args__ = (
        UniqueConstraint("register", "epoch"),
        Index("ix_tallies_holding", "register", sqlite_where=text(HOLDING), postgresql_where=text(HOLDING)),
        Index(
            "ix_tallies_differing", "register", sqlite_where=text(DIFFERING), postgresql_where=text(DIFFERING)
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    register: Mapped[str]
    epoch: Mapped[str]
    told_at: Mapped[str]
    digest: Mapped[str]
    text: Mapped[str]
    differences: Mapped[str]
