"""By which item sales tax group, unit and packs products are sold: beside the products, as most say none of it."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"

_SAID = "json_extract(text, '$.{}')"


def upgrade() -> None:
    op.create_table(
        "selling_terms",
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("item_tax_group", sa.Text(), nullable=False),
        sa.Column("sellable", sa.Integer(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("packs", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_selling_terms"),
        sqlite_with_rowid=False,
        sqlite_strict=True,
    )
    op.create_table(
        "pack_codes",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("code", "number", "unit", name="pk_pack_codes"),
        sqlite_with_rowid=False,
        sqlite_strict=True,
    )
    op.create_index("ix_pack_codes_number", "pack_codes", ["number"])
    # what a newer headquarters said already, and was kept as fields that nobody knew
    group, unit, packs = _SAID.format("item_tax_group"), _SAID.format("unit"), _SAID.format("packs")
    sellable = f"coalesce({_SAID.format('sellable_by_group')}, 0)"
    op.execute(
        "INSERT INTO selling_terms (number, item_tax_group, sellable, unit, packs) "
        f"SELECT further_fields.key, coalesce({group}, ''), "
        f"CASE WHEN {group} <> '' THEN {sellable} ELSE products.sellable END, coalesce({unit}, ''), "
        f"coalesce({packs}, '[]') "
        "FROM further_fields JOIN products ON products.number = further_fields.key "
        "WHERE further_fields.feed = 'products' "
        f"AND (coalesce({group}, '') <> '' OR coalesce({unit}, '') <> '' OR {packs} IS NOT NULL)"
    )
    op.execute(
        "INSERT OR IGNORE INTO pack_codes (code, number, unit) "
        "SELECT code.value, number, json_extract(pack.value, '$.unit') "
        "FROM selling_terms, json_each(packs) AS pack, json_each(pack.value, '$.barcodes') AS code"
    )
