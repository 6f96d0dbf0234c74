"""Info codes that registers ask at an event, and what was answered to them."""

import sqlalchemy as sa
from alembic import op

revision = "0052"
down_revision = "0051"

_LISTED = ("functionality", "event", "code", "prompt", "kind", "position")


def upgrade() -> None:
    op.create_table(
        "info_codes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("functionality", sa.Text(), nullable=False),
        *[sa.Column(name, sa.Text(), nullable=False) for name in ("event", "code", "prompt", "kind")],
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("required", sa.Boolean(), nullable=False),
        sa.Column("least", sa.Integer(), nullable=True),
        sa.Column("most", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["functionality"], ["functionality_profiles.code"],
            name=op.f("fk_info_codes_functionality_functionality_profiles"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_info_codes")),
        sa.UniqueConstraint("functionality", "event", "code", name=op.f("uq_info_codes_functionality_event_code")),
    )  # fmt: skip
    for name in _LISTED:
        op.create_index(f"ix_info_codes_{name}_id", "info_codes", [name, "id"])
    op.create_table(
        "info_answers",
        sa.Column("id", sa.Integer(), nullable=False),
        *[
            sa.Column(name, sa.Text(), nullable=False)
            for name in (
                "document", "register", "store", "at", "who", "operation", "about", "event", "code", "prompt", "answer"
            )
        ],
        sa.PrimaryKeyConstraint("id", name=op.f("pk_info_answers")),
    )  # fmt: skip
    op.create_index("ix_info_answers_document", "info_answers", ["document"])
    op.create_index("ix_info_answers_about", "info_answers", ["about"])
    op.create_index("ix_info_answers_event_id", "info_answers", ["event", "id"])
    op.create_index("ix_info_answers_register_id", "info_answers", ["register", "id"])


def downgrade() -> None:
    op.drop_table("info_answers")
    op.drop_table("info_codes")
