"""How much of the outbox waits is kept up to a row and not counted anew; an entry loses a name and nothing else."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0018"

_IS_COUNTED = "OLD.id <= (SELECT up_to FROM outbox_counted)"
_STATES = ("waiting", "attention")
_NAMED = {
    "customer.edit": ("fields",),
    "customer.issue_loyalty_card": ("card",),
    "info": ("answers",),
    "pickup.collector": ("expected", "collector"),
    "transaction.suspend": ("name",),
}
"""The kinds of entries that named somebody, and the facts that did."""


def upgrade() -> None:
    figures = [name for state in _STATES for name in (state, f"{state}_minor")]
    op.create_table(
        "outbox_counted",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("up_to", sa.Integer(), nullable=False),
        *[sa.Column(name, sa.Integer(), nullable=False) for name in figures],
        sa.PrimaryKeyConstraint("id", name="pk_outbox_counted"),
        sa.CheckConstraint("id = 1", name=op.f("ck_outbox_counted_one")),
        sqlite_strict=True,
    )
    op.execute("INSERT INTO outbox_counted VALUES (1, 0, 0, 0, 0, 0)")
    for name, act, also in (
        ("moved", "UPDATE OF state", "OLD.state <> NEW.state"),
        ("gone", "DELETE", "OLD.state <> 'acknowledged'"),
    ):
        moved = ", ".join([_after(state, is_update=name == "moved") for state in _STATES])
        op.execute(
            f"CREATE TRIGGER outbox_counted_{name} AFTER {act} ON outbox WHEN {also} AND {_IS_COUNTED} "
            f"BEGIN UPDATE outbox_counted SET {moved}; END"
        )
    kinds = " ".join([
        f"WHEN '{kind}' THEN json_remove(OLD.text, {', '.join([repr('$.' + each) for each in facts])})"
        for kind, facts in _NAMED.items()
    ])  # fmt: skip
    op.execute(
        "CREATE TRIGGER journal_entries_rest_stays BEFORE UPDATE OF text ON journal_entries "
        "WHEN CASE WHEN json_valid(OLD.text) AND json_valid(NEW.text) "
        f"THEN (CASE OLD.kind {kinds} END = json_remove(NEW.text, '$.erased')) IS NOT TRUE ELSE TRUE END "
        "BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END"
    )


def _after(state: str, *, is_update: bool) -> str:
    """How the figures of a state change with the row."""
    more = f"(NEW.state = '{state}') - " if is_update else "-"
    change = f"({more}(OLD.state = '{state}'))"
    return f"{state} = {state} + {change}, {state}_minor = {state}_minor + OLD.money_minor * {change}"
