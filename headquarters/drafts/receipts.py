"""The table of what stands on every receipt of a language."""

from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base


class ReceiptText(Base):
    """What stands under the address on receipts in this language, and what ends them unless a store says else."""

    __tablename__ = "receipt_texts"

    id: Mapped[int] = mapped_column(primary_key=True)
    language: Mapped[str] = mapped_column(unique=True)
    version: Mapped[int]
    header_lines: Mapped[list[Any]]
    footer_lines: Mapped[list[Any]]
