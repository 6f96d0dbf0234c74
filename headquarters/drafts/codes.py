"""The tables of what scanned codes belong to: patterns by their beginning, and codes with a price or weight in them."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base, listed_by


class BarcodeSet(Base):
    """The patterns of codes that the registers of the stores which name it read by."""

    __tablename__ = "barcode_sets"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    version: Mapped[int]


class CodePatternDraft(Base):
    """Codes that look like this are of that kind."""

    __tablename__ = "code_patterns"
    __table_args__ = (
        UniqueConstraint("barcodes", "kind", "pattern"),
        *listed_by("barcodes", "kind", "pattern", "position"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
    barcodes: Mapped[str] = mapped_column(ForeignKey("barcode_sets.code"))
    kind: Mapped[str]
    pattern: Mapped[str]
    position: Mapped[int]


class EmbeddedCodeDraft(Base):
    """Codes that look like this hold an article and a price, a weight or a count."""

    __tablename__ = "embedded_codes"
    __table_args__ = (
        UniqueConstraint("barcodes", "kind", "pattern"),
        *listed_by("barcodes", "kind", "pattern", "position"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
    barcodes: Mapped[str] = mapped_column(ForeignKey("barcode_sets.code"))
    kind: Mapped[str]
    pattern: Mapped[str]
    position: Mapped[int]
