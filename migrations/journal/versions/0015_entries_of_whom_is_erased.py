"""An entry of the journal loses a name only where it is about the customer who is being erased."""

from alembic import op

revision = "0015"
down_revision = "0011"

_KINDS = ("customer.edit", "customer.issue_loyalty_card", "info", "pickup.collector", "transaction.suspend")
_NAMED_IDS = ", ".join(f"json_extract(OLD.text, '$.{name}')" for name in ("cart", "transaction", "order"))
_IS_THEIRS = (
    "EXISTS (SELECT 1 FROM erasures WHERE done_at IS NULL AND ("
    "customer = json_extract(OLD.text, '$.customer')"
    f" OR customer IN (SELECT customer FROM transactions WHERE uuid IN ({_NAMED_IDS}))"
    f" OR customer IN (SELECT customer FROM orders WHERE uuid IN ({_NAMED_IDS}))))"
)
_AS_ERASED = "NEW.text LIKE '{\"erased\"\\:true%'"
_MAY = f"(OLD.kind IN {_KINDS} AND {_AS_ERASED} AND {_IS_THEIRS})"


def upgrade() -> None:
    op.execute("DROP TRIGGER journal_entries_text_stays")
    op.execute(
        f"CREATE TRIGGER journal_entries_text_stays BEFORE UPDATE OF text ON journal_entries WHEN NOT {_MAY} "
        "BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END"
    )
