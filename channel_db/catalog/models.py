"""The tables of catalog.db. The word indexes beside them (FTS5) stand in the migrations.

`mark` of a row of a feed is what its values add up to (`channel_db.catalog.marks`), `digest` that of what headquarters
said of it (`retail.wire.sums`); None where an older version kept it.
"""

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from channel_db.base import CLUSTERED, STRICT, CatalogBase


class ProductRow(CatalogBase):
    """A product; `number` is case-sensitive, `barcodes` a JSON list."""

    __tablename__ = "products"
    __table_args__ = STRICT

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(unique=True)
    number_folded: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    folded: Mapped[str]
    tax_percent: Mapped[str | None]
    barcodes: Mapped[str]
    sellable: Mapped[int]
    key_in_price: Mapped[int]
    line_charge_minor: Mapped[int]
    asks_serial: Mapped[int] = mapped_column(server_default="0")
    category: Mapped[str] = mapped_column(server_default="")
    revenue_recognition: Mapped[int] = mapped_column(server_default="0")
    mark: Mapped[int | None]
    digest: Mapped[int | None]


class BarcodeRow(CatalogBase):
    """A code that finds a product; several products may share one. Made from the products' `barcodes`."""

    __tablename__ = "barcodes"
    __table_args__ = CLUSTERED

    code: Mapped[str] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(primary_key=True)


class PictureRow(CatalogBase):
    """The digest of a product's picture; most products have none."""

    __tablename__ = "pictures"
    __table_args__ = CLUSTERED

    number: Mapped[str] = mapped_column(primary_key=True)
    digest: Mapped[str]


class SellingTermsRow(CatalogBase):
    """By which item sales tax group, unit and packs (a JSON list) a product is sold, and whether; most say nothing."""

    __tablename__ = "selling_terms"
    __table_args__ = CLUSTERED

    number: Mapped[str] = mapped_column(primary_key=True)
    item_tax_group: Mapped[str]
    sellable: Mapped[int]
    unit: Mapped[str]
    packs: Mapped[str]


class PackCodeRow(CatalogBase):
    """A code that means a pack of a product. Made from the products' packs."""

    __tablename__ = "pack_codes"
    __table_args__ = CLUSTERED

    code: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(primary_key=True, index=True)
    unit: Mapped[str] = mapped_column(primary_key=True)


class PriceRow(CatalogBase):
    """The price of a product by its number; it may arrive before the product does."""

    __tablename__ = "prices"
    __table_args__ = CLUSTERED

    number: Mapped[str] = mapped_column(primary_key=True)
    price_minor: Mapped[int]
    mark: Mapped[int | None]
    digest: Mapped[int | None]


class ListPriceRow(CatalogBase):
    """A price of a price list; `text` is the feed's value. Its key begins with the product's number and a slash."""

    __tablename__ = "list_prices"
    __table_args__ = CLUSTERED

    key: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
    mark: Mapped[int | None]
    digest: Mapped[int | None]


class CustomerRow(CatalogBase):
    """A customer of headquarters; `text` is the feed's value, of which a list shows what stands before it.

    `merged_into` is the id of the one they were found to be: of such a customer only the account is looked for.
    """

    __tablename__ = "customers"
    __table_args__ = (
        Index("ix_customers_cards_folded", "cards_folded", sqlite_where=text("cards_folded <> ''")),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    account: Mapped[str]
    name: Mapped[str]
    email: Mapped[str]
    phone: Mapped[str]
    city: Mapped[str]
    account_folded: Mapped[str] = mapped_column(index=True)
    email_folded: Mapped[str] = mapped_column(index=True)
    phone_digits: Mapped[str] = mapped_column(index=True)
    folded: Mapped[str]
    text: Mapped[str]
    cards_folded: Mapped[str] = mapped_column(server_default="")
    merged_into: Mapped[str] = mapped_column(server_default="")
    places_folded: Mapped[str] = mapped_column(server_default="")
    mark: Mapped[int | None]
    digest: Mapped[int | None]


class ErasureRow(CatalogBase):
    """A customer who was erased; `text` is the feed's value, which says no more than this id."""

    __tablename__ = "erasures"
    __table_args__ = CLUSTERED

    customer: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
    mark: Mapped[int | None]
    digest: Mapped[int | None]


class OrderRow(CatalogBase):
    """An order as headquarters knows it; `text` is the feed's value, of which a list shows the `head`.

    `codes` is a JSON list of the numbers of its receipts and invoices; `work` is 1 while goods of it are to leave.
    """

    __tablename__ = "orders"
    __table_args__ = (
        Index("ix_orders_customer", "customer", "made_at"),
        Index("ix_orders_status", "status", "made_at"),
        Index("ix_orders_store", "store", "made_at"),
        Index("ix_orders_work", "id", sqlite_where=text("work = 1")),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    number_folded: Mapped[str] = mapped_column(index=True)
    confirmation_folded: Mapped[str] = mapped_column(index=True)
    folded: Mapped[str]
    text: Mapped[str]
    customer: Mapped[str] = mapped_column(server_default="")
    status: Mapped[str] = mapped_column(server_default="")
    store: Mapped[str] = mapped_column(server_default="")
    origin: Mapped[str] = mapped_column(server_default="")
    made_at: Mapped[str] = mapped_column(server_default="", index=True)
    work: Mapped[int] = mapped_column(server_default="0")
    codes: Mapped[str] = mapped_column(server_default="[]")
    head: Mapped[str] = mapped_column(server_default="")
    mark: Mapped[int | None]
    digest: Mapped[int | None]


class OrderCodeRow(CatalogBase):
    """The number of a receipt or an invoice that finds an order. Made from the orders' `codes`."""

    __tablename__ = "order_codes"
    __table_args__ = CLUSTERED

    code: Mapped[str] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(primary_key=True)


class StaffRow(CatalogBase):
    """A person who may sign in; `text` is the feed's value."""

    __tablename__ = "staff"
    __table_args__ = CLUSTERED

    user: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
    mark: Mapped[int | None]
    digest: Mapped[int | None]


class SettingsRow(CatalogBase):
    """The functionality profile of this store's registers; `text` is the feed's value."""

    __tablename__ = "settings"
    __table_args__ = CLUSTERED

    store: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
    mark: Mapped[int | None]
    digest: Mapped[int | None]


class LayoutRow(CatalogBase):
    """A screen layout; `text` is the feed's value."""

    __tablename__ = "layouts"
    __table_args__ = CLUSTERED

    name: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
    mark: Mapped[int | None]
    digest: Mapped[int | None]


class PromotionRow(CatalogBase):
    """A periodic discount; `text` is the feed's value."""

    __tablename__ = "promotions"
    __table_args__ = CLUSTERED

    id: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
    mark: Mapped[int | None]
    digest: Mapped[int | None]


class StockRow(CatalogBase):
    """How much of a product a place has; `text` is the feed's value."""

    __tablename__ = "stock"
    __table_args__ = CLUSTERED

    key: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
    mark: Mapped[int | None]
    digest: Mapped[int | None]


class FeedRow(CatalogBase):
    """How far a feed has been read, and when it was last read to its end.

    `rows` of `total` have come since the reading began at the start; headquarters said how many there are.
    """

    __tablename__ = "feeds"
    __table_args__ = CLUSTERED

    name: Mapped[str] = mapped_column(primary_key=True)
    cursor: Mapped[str]
    received_at: Mapped[str | None]
    rows: Mapped[int]
    total: Mapped[int]


class ContactRow(CatalogBase):
    """What the agent knows of headquarters right now. There is one row."""

    __tablename__ = "contacts"
    __table_args__ = (CheckConstraint("id = 1", name="one"), STRICT)

    id: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[str]
    last_success_at: Mapped[str | None]
    last_failure_at: Mapped[str | None]
    failures_in_a_row: Mapped[int]
    last_sent_at: Mapped[str | None]
    sending: Mapped[int]
    incarnation: Mapped[str]
    compared_at: Mapped[str | None]
    differences: Mapped[str] = mapped_column(server_default="[]")
    reply_ms: Mapped[int | None]
    p95_ms: Mapped[int | None]
    ahead_ms: Mapped[int | None]


class SetAsideRow(CatalogBase):
    """A row of a feed that cannot be used: its value as it came, and why."""

    __tablename__ = "set_aside_rows"
    __table_args__ = CLUSTERED

    feed: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
    why: Mapped[str]
    at: Mapped[str]


class FurtherFieldsRow(CatalogBase):
    """What a row says besides the fields that its table has; `text` is a JSON object."""

    __tablename__ = "further_fields"
    __table_args__ = CLUSTERED

    feed: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
