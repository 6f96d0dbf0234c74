"""The tables of where a retailer is: operating units, fulfilment groups with their places, channel schemas."""

from decimal import Decimal
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base, Rate, listed_by


class OperatingUnit(Base):
    """A part of the retailer with an address; stores of it that say no country or address of their own have its."""

    __tablename__ = "operating_units"
    __table_args__ = listed_by("name", "country")

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    version: Mapped[int]
    name: Mapped[str]
    country: Mapped[str]
    address_lines: Mapped[list[Any]]


class FulfilmentGroup(Base):
    """The places that the stores which name it hand goods out at and ship them from."""

    __tablename__ = "fulfilment_groups"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    version: Mapped[int]


class FulfilmentPlaceDraft(Base):
    """A store or a warehouse of a group. What is not said of a store is as that store itself has it."""

    __tablename__ = "fulfilment_places"
    __table_args__ = (
        UniqueConstraint("fulfilment", "place"),
        *listed_by("fulfilment", "place", "name", "is_store", "ships", "hands_out", "position"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
    fulfilment: Mapped[str] = mapped_column(ForeignKey("fulfilment_groups.code"))
    place: Mapped[str]
    name: Mapped[str | None]
    tax_percent: Mapped[Decimal | None] = mapped_column(Rate)
    tax_codes: Mapped[list[Any]]
    closed_weekdays: Mapped[list[Any]]
    closed_dates: Mapped[list[Any]]
    ships: Mapped[bool]
    hands_out: Mapped[bool]
    is_store: Mapped[bool]
    position: Mapped[int]


class ChannelSchema(Base):
    """What of the retailer's data the registers of the stores that name it keep."""

    __tablename__ = "channel_schemas"
    __table_args__ = listed_by("filter_shared_customer_data")

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    version: Mapped[int]
    filter_shared_customer_data: Mapped[bool]
