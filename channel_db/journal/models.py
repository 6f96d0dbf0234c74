"""The tables of journal.db. Triggers that keep finished rows as they are stand in the migrations."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from channel_db.base import CLUSTERED, NUMBERED, STRICT, JournalBase


class CartRow(JournalBase):
    """The open cart: all of it but its lines. There is one."""

    __tablename__ = "carts"
    __table_args__ = (CheckConstraint("id = 1", name="one"), STRICT)

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    header: Mapped[str]


class CartLineRow(JournalBase):
    """One line of the open cart."""

    __tablename__ = "cart_lines"
    __table_args__ = STRICT

    number: Mapped[int] = mapped_column(primary_key=True)
    cart_id: Mapped[int] = mapped_column(ForeignKey("carts.id"))
    text: Mapped[str]


class SeriesRow(JournalBase):
    """The last number taken from a series without gaps."""

    __tablename__ = "series"
    __table_args__ = CLUSTERED

    name: Mapped[str] = mapped_column(primary_key=True)
    last: Mapped[int]


class TransactionRow(JournalBase):
    """A concluded transaction; neither it nor its lines and tenders ever change.

    `line_count` and `tender_count` close it: a trigger refuses rows beyond them.
    """

    __tablename__ = "transactions"
    __table_args__ = (
        CheckConstraint("number >= 1", name="number"),
        Index("uq_transactions_epoch_number", "epoch", "number", unique=True),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    epoch: Mapped[str]
    number: Mapped[int]
    receipt_number: Mapped[str]
    shift_id: Mapped[int] = mapped_column(ForeignKey("shifts.id"))
    type: Mapped[str]
    business_date: Mapped[str]
    made_at: Mapped[str]
    user: Mapped[str]
    customer: Mapped[str | None]
    currency: Mapped[str]
    goods_minor: Mapped[int]
    charges_minor: Mapped[int]
    tax_minor: Mapped[int]
    total_minor: Mapped[int]
    paid_minor: Mapped[int]
    change_minor: Mapped[int]
    rounding_minor: Mapped[int]
    line_count: Mapped[int]
    tender_count: Mapped[int]
    text: Mapped[str]


class TransactionLineRow(JournalBase):
    """One line of a concluded transaction; `position` counts from 1, `number` is the cart's."""

    __tablename__ = "transaction_lines"
    __table_args__ = CLUSTERED

    transaction_id: Mapped[int] = mapped_column(ForeignKey("transactions.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int]
    product: Mapped[str]
    name: Mapped[str]
    barcode: Mapped[str]
    quantity_thousandths: Mapped[int]
    list_price_minor: Mapped[int]
    price_minor: Mapped[int]
    price_source: Mapped[str]
    amount_minor: Mapped[int]
    tax_percent: Mapped[str]
    tax_minor: Mapped[int]
    charge_minor: Mapped[int]
    delivery: Mapped[str]
    delivery_date: Mapped[str | None]


class TenderRow(JournalBase):
    """One tender of a concluded transaction."""

    __tablename__ = "tenders"
    __table_args__ = (
        CheckConstraint("tendered_minor - change_minor = settled_minor + rounding_minor", name="agrees"),
        CLUSTERED,
    )

    transaction_id: Mapped[int] = mapped_column(ForeignKey("transactions.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int]
    type: Mapped[str]
    tendered_minor: Mapped[int]
    change_minor: Mapped[int]
    rounding_minor: Mapped[int]
    settled_minor: Mapped[int]


class CustomerRow(JournalBase):
    """A customer made here; `account` is NULL until headquarters has given one. `folded` is what search looks in."""

    __tablename__ = "customers"
    __table_args__ = STRICT

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    account: Mapped[str | None] = mapped_column(unique=True)
    folded: Mapped[str]
    text: Mapped[str]


class CustomerChangeRow(JournalBase):
    """What was changed of a customer here; `text` is the document, `folded` what search looks in."""

    __tablename__ = "customer_changes"
    __table_args__ = STRICT

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    customer: Mapped[str] = mapped_column(index=True)
    folded: Mapped[str]
    text: Mapped[str]


class OrderRow(JournalBase):
    """An order or quote that this register made or acted on; `text` is how it stands.

    `number` is NULL until headquarters has given one, `made_by` the transaction that made it here, or empty. `head` is
    what a list shows, `codes` the numbers of its receipts; `work` is 1 while goods of it are to leave. A plain sale of
    which goods came back is kept here too: its only name is its id, and it belongs to nobody.
    """

    __tablename__ = "orders"
    __table_args__ = (
        Index("ix_orders_customer", "customer", "made_at"),
        Index("ix_orders_unnumbered", "id", sqlite_where=text("number IS NULL")),
        Index("ix_orders_work", "id", sqlite_where=text("work = 1")),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    confirmation_number: Mapped[str] = mapped_column(unique=True)
    number: Mapped[str | None] = mapped_column(unique=True)
    customer: Mapped[str]
    folded: Mapped[str]
    made_by: Mapped[str]
    confirmed: Mapped[int]
    text: Mapped[str]
    status: Mapped[str] = mapped_column(server_default="")
    store: Mapped[str] = mapped_column(server_default="")
    origin: Mapped[str] = mapped_column(server_default="")
    made_at: Mapped[str] = mapped_column(server_default="", index=True)
    work: Mapped[int] = mapped_column(server_default="0")
    codes: Mapped[str] = mapped_column(server_default="[]")
    head: Mapped[str] = mapped_column(server_default="")


class JournalEntryRow(JournalBase):
    """One entry of the append-only account; `hash` covers it and, through the one before, all before it."""

    __tablename__ = "journal_entries"
    __table_args__ = NUMBERED

    number: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[str]
    kind: Mapped[str]
    user: Mapped[str]
    text: Mapped[str]
    hash: Mapped[str]


class ErasureRow(JournalBase):
    """A customer whom headquarters erased; `done_at` is NULL until nothing here says who they were."""

    __tablename__ = "erasures"
    __table_args__ = CLUSTERED

    customer: Mapped[str] = mapped_column(primary_key=True)
    done_at: Mapped[str | None]


class OutboxRow(JournalBase):
    """A document waiting to go, or kept after it went. Times are UTC texts, so that they compare.

    `money_minor` is the money of a transaction. The index of open entries holds all that is summed up of them.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        CheckConstraint("state IN ('waiting', 'acknowledged', 'attention')", name="state"),
        CheckConstraint("(state = 'acknowledged') = (acknowledged_at IS NOT NULL)", name="acknowledged"),
        Index(
            "ix_outbox_open",
            *["id", "state", "kept_at", "money_minor"],
            sqlite_where=text("state <> 'acknowledged'"),
        ),
        Index("ix_outbox_acknowledged", "acknowledged_at", sqlite_where=text("state = 'acknowledged'")),
        NUMBERED,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    text: Mapped[str]
    fingerprint: Mapped[str]
    depends_on: Mapped[str | None]
    kept_at: Mapped[str]
    state: Mapped[str]
    attempts: Mapped[int]
    tried_at: Mapped[str | None]
    not_before: Mapped[str | None]
    leased_by: Mapped[str | None]
    leased_until: Mapped[str | None]
    last_error: Mapped[str]
    acknowledged_at: Mapped[str | None]
    money_minor: Mapped[int] = mapped_column(server_default="0")


class OutboxCountedRow(JournalBase):
    """How many entries of the outbox up to one of them wait or need somebody, and their money; triggers keep it right.

    There is one row. Those behind `up_to` are counted at each look: they are few, and a sale writes nothing here.
    """

    __tablename__ = "outbox_counted"
    __table_args__ = (CheckConstraint("id = 1", name="one"), STRICT)

    id: Mapped[int] = mapped_column(primary_key=True)
    up_to: Mapped[int]
    waiting: Mapped[int]
    waiting_minor: Mapped[int]
    attention: Mapped[int]
    attention_minor: Mapped[int]


class PinFailuresRow(JournalBase):
    """Wrong PINs in a row, kept over restarts; when the lock ends is worked out from `last_at`."""

    __tablename__ = "pin_failures"
    __table_args__ = CLUSTERED

    user: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int]
    last_at: Mapped[str]


class PreferenceRow(JournalBase):
    """How somebody likes this register: one thing they chose, by its name."""

    __tablename__ = "preferences"
    __table_args__ = CLUSTERED

    user: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class CardPaymentRow(JournalBase):
    """What the card terminal was asked, kept before it was asked. `reference` is what it knows it by.

    `asked`: the answer is not known yet. `taken`: approved, and in the open cart. `kept`: its transaction is concluded.
    `reversing`: to be undone, and not confirmed yet. Times are stamps.
    """

    __tablename__ = "card_payments"
    __table_args__ = (
        CheckConstraint("kind IN ('charge', 'refund', 'authorise', 'charge_token')", name="kind"),
        CheckConstraint(
            "state IN ('asked', 'taken', 'kept', 'declined', 'reversing', 'reversed')", name="state"
        ),
        CheckConstraint("amount_minor > 0", name="amount"),
        Index("ix_card_payments_open", "id", sqlite_where=text("state IN ('asked', 'reversing')")),
        Index("ix_card_payments_cart", "cart"),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(unique=True)
    cart: Mapped[str]
    kind: Mapped[str]
    amount_minor: Mapped[int]
    currency: Mapped[str]
    made_at: Mapped[str]
    user: Mapped[str]
    state: Mapped[str]
    token: Mapped[str]
    brand: Mapped[str]
    last_four: Mapped[str]
    approval_code: Mapped[str]
    terminal_reference: Mapped[str]


class SuspendedCartRow(JournalBase):
    """A cart that was set aside; `lines` is a JSON list of the texts of its lines."""

    __tablename__ = "suspended_carts"
    __table_args__ = STRICT

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    customer: Mapped[str]
    line_count: Mapped[int]
    total_minor: Mapped[int]
    currency: Mapped[str]
    suspended_at: Mapped[str]
    user: Mapped[str]
    header: Mapped[str]
    lines: Mapped[str]
