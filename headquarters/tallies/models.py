"""The table of what registers told of themselves last."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base


class RegisterTally(Base):
    """The newest tally of a register in one of its epochs, as it was told; `differences` is a JSON list."""

    __tablename__ = "tallies"
    __table_args__ = (UniqueConstraint("register", "epoch"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    register: Mapped[str]
    epoch: Mapped[str]
    told_at: Mapped[str]
    digest: Mapped[str]
    text: Mapped[str]
    differences: Mapped[str]
