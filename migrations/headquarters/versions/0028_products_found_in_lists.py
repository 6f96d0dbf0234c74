"""Products are found by their barcodes, and listed by name and category."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

INDEXES = (("ix_products_name_id", ("name", "id")), ("ix_products_category_number", ("category", "number")),
           ("ix_products_category_name", ("category", "name", "id")))  # fmt: skip
CHUNK = 10_000


def upgrade() -> None:
    """Add the indexes, and note the barcodes of the products there are."""
    for name, columns in INDEXES:
        op.create_index(name, "products", list(columns))
    where = sa.text("NOT sellable")
    op.create_index(
        "ix_products_not_for_sale", "products", ["number"], sqlite_where=where, postgresql_where=where
    )
    codes = op.create_table(
        "product_codes",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["number"], ["products.number"], name="fk_product_codes_number_products"),
        sa.PrimaryKeyConstraint("code", "number", name="pk_product_codes"),
    )
    op.create_index("ix_product_codes_number", "product_codes", ["number"])
    connection = op.get_bind()
    products = sa.table(
        "products", sa.column("id", sa.Integer), sa.column("number"), sa.column("barcodes", sa.JSON)
    )
    query = sa.select(products.c.id, products.c.number, products.c.barcodes).order_by(products.c.id)
    last = 0
    while rows := connection.execute(query.where(products.c.id > last).limit(CHUNK)).all():
        last = rows[-1].id
        found = [{"code": code, "number": row.number} for row in rows for code in dict.fromkeys(row.barcodes)]
        if found:
            connection.execute(codes.insert(), found)


def downgrade() -> None:
    """Take them away; barcodes stand with their products."""
    op.drop_table("product_codes")
    op.drop_index("ix_products_not_for_sale", "products")
    for name, _ in INDEXES:
        op.drop_index(name, "products")
