"""Operating units, fulfilment groups, channel schemas, customers, codes and features as rows of the drafts."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"

# Drafts of before lack these rows and would take the settings away; a start makes them anew of what is published.
_ANEW = (
    "store_drafts", "reason_codes", "delivery_modes", "charge_codes", "auto_charges", "delivery_rules", "refund_rules",
    "role_limits", "tax_groups", "parameter_sets", "offline_profiles", "functionality_profiles",
)  # fmt: skip
_OF_A_STORE = (
    ("fulfilment", "fulfilment_groups"),
    ("channel_schema", "channel_schemas"),
    ("customers", "customer_sets"),
    ("customer_template", "default_customers"),
    ("barcodes", "barcode_sets"),
    ("unit", "operating_units"),
)


def _text(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _json(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON(), nullable=False)


def _yes(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _set(table: str, *columns: sa.Column[Any], code: str = "code") -> None:
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        _text(code),
        sa.Column("version", sa.Integer(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sa.UniqueConstraint(code, name=f"uq_{table}_{code}"),
    )


def _rows(table: str, owner: str, owners: str, unique: tuple[str, ...], *columns: sa.Column[Any]) -> None:
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        _text(owner),
        *columns,
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint([owner], [f"{owners}.code"], name=f"fk_{table}_{owner}"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sa.UniqueConstraint(owner, *unique, name=f"uq_{table}_{owner}_{'_'.join(unique)}"),
    )


def upgrade() -> None:
    for table in _ANEW:
        op.execute(f"DELETE FROM {table}")
    _set("operating_units", _text("name"), _text("country"), _json("address_lines"))
    _set("channel_schemas", _yes("filter_shared_customer_data"))
    _set("fulfilment_groups")
    _rows(
        "fulfilment_places", "fulfilment", "fulfilment_groups", ("place",),
        _text("place"), _text("name", nullable=True), _text("tax_percent", nullable=True), _json("tax_codes"),
        _json("closed_weekdays"), _json("closed_dates"), _yes("ships"), _yes("hands_out"), _yes("is_store"),
    )  # fmt: skip
    _set("customer_sets", _json("required_customer_fields"), _text("loyalty_card_prefix"))
    _rows("customer_groups", "customers", "customer_sets", ("group",),
          _text("group"), _text("name"), _json("dimensions"))  # fmt: skip
    _rows(
        "customer_attributes", "customers", "customer_sets", ("attribute",),
        _text("attribute"), _text("name"), _text("kind"), _json("choices"), _text("least", nullable=True),
        _text("most", nullable=True), _text("unit"), _text("help"), _text("default"),
    )  # fmt: skip
    _rows("affiliations", "customers", "customer_sets", ("affiliation",), _text("affiliation"), _text("name"))
    _set("default_customers", _text("type"), _text("group"), _text("receipt_option"), _text("receipt_email"),
         _text("currency"), _text("language"), _json("affiliations"))  # fmt: skip
    _set("receipt_texts", _json("header_lines"), _json("footer_lines"), code="language")
    _set("barcode_sets")
    for table in ("code_patterns", "embedded_codes"):
        _rows(table, "barcodes", "barcode_sets", ("kind", "pattern"), _text("kind"), _text("pattern"))
    _set("features", _yes("is_on"), code="feature")
    with op.batch_alter_table("functionality_profiles") as profiles:
        profiles.add_column(_yes("prevent_price_calculation"))
        profiles.add_column(_text("offline_sale_returns"))
    with op.batch_alter_table("store_drafts") as stores:
        stores.drop_column("filter_shared_customer_data")
        for name, table in _OF_A_STORE:
            stores.add_column(_text(name, nullable=name == "unit"))
            stores.create_foreign_key(f"fk_store_drafts_{name}", table, [name], ["code"])
        stores.add_column(_text("receipt_footer"))
        stores.add_column(_yes("receipt_signature"))
        stores.add_column(sa.Column("receipt_copies", sa.Integer(), nullable=True))
        stores.add_column(_json("closed_weekdays"))
        stores.add_column(_json("closed_dates"))
    for name, _ in _OF_A_STORE:
        op.create_index(f"ix_store_drafts_{name}", "store_drafts", [name])


def downgrade() -> None:
    for table in _ANEW:
        op.execute(f"DELETE FROM {table}")
    for name, _ in _OF_A_STORE:
        op.drop_index(f"ix_store_drafts_{name}", "store_drafts")
    with op.batch_alter_table("store_drafts") as stores:
        for name, _ in _OF_A_STORE:
            stores.drop_constraint(f"fk_store_drafts_{name}", type_="foreignkey")
            stores.drop_column(name)
        for name in (
            "receipt_footer",
            "receipt_signature",
            "receipt_copies",
            "closed_weekdays",
            "closed_dates",
        ):
            stores.drop_column(name)
        stores.add_column(_yes("filter_shared_customer_data"))
    with op.batch_alter_table("functionality_profiles") as profiles:
        profiles.drop_column("prevent_price_calculation")
        profiles.drop_column("offline_sale_returns")
    for table in (
        "receipt_texts", "features", "embedded_codes", "code_patterns", "barcode_sets", "default_customers",
        "affiliations", "customer_attributes", "customer_groups", "customer_sets", "fulfilment_places",
        "fulfilment_groups", "channel_schemas", "operating_units",
    ):  # fmt: skip
        op.drop_table(table)
