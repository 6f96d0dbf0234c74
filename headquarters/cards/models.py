"""The table of charges of cards on file."""

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base


class CardCharge(Base):
    """What a processor is asked to charge to a card on file, kept before it is asked; `reference` is its name there.

    `asked`: the answer is not known yet. `charged`, `declined`: it is.
    """

    __tablename__ = "card_charges"

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(unique=True)
    order_uuid: Mapped[str] = mapped_column(index=True)
    document: Mapped[str]
    token: Mapped[str]
    amount_minor: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str]
    state: Mapped[str] = mapped_column(index=True)
    asked_at: Mapped[str]
    answered_at: Mapped[str | None]
    renewed: Mapped[bool]
    approval_code: Mapped[str]
    terminal_reference: Mapped[str]
