"""An entry of a register loses a name only where it is about whoever is erased, and nothing else of it changes."""

from alembic import op

revision = "0103"
down_revision = "0102"

_WORDS = "what was said and booked is never changed and never deleted"
_TABLE = "journal_lines"
NAMED = {
    "customer.edit": ("fields",),
    "customer.issue_loyalty_card": ("card",),
    "info": ("answers",),
    "pickup.collector": ("expected", "collector"),
    "transaction.suspend": ("name",),
}
"""The kinds of entries that named somebody, and the facts that did."""
_IDS = ("cart", "transaction", "order")
_AS_ERASED = "substr(NEW.text, 1, 14) = '{\"erased\"\\:true'"
_IS_LISTED = "EXISTS (SELECT 1 FROM erasures WHERE customer = NEW.erased)"


def _is_theirs(fact: str) -> str:
    """Whether the entry names the customer, a transaction of theirs, or an order; `fact` reads one of its facts."""
    ids = ", ".join([fact.format(name) for name in _IDS])
    return (
        f"({fact.format('customer')} = NEW.erased "
        f"OR EXISTS (SELECT 1 FROM transactions WHERE uuid IN ({ids}) AND customer_uuid = NEW.erased) "
        "OR EXISTS (SELECT 1 FROM orders JOIN customers ON customers.id = orders.customer_id "
        f"WHERE orders.uuid IN ({ids}) AND customers.uuid = NEW.erased))"
    )


def upgrade() -> None:
    for statement in _on_postgresql() if _is_postgresql() else _on_sqlite():
        op.execute(statement)


def downgrade() -> None:
    if _is_postgresql():
        op.execute(f"DROP TRIGGER {_TABLE}_kept_but_erased ON {_TABLE}")
        op.execute("DROP FUNCTION refuse_change_but_erased_entry()")
        op.execute(_trigger_on_postgresql("refuse_change_but_erasure"))
    else:
        op.execute(f"DROP TRIGGER {_TABLE}_changed_by_erasure")
        op.execute(_trigger_on_sqlite(f"OLD.erased <> '' OR NOT {_IS_LISTED}"))


def _on_sqlite() -> list[str]:
    kinds = " ".join([
        f"WHEN '{kind}' THEN json_remove(OLD.text, {', '.join([repr('$.' + each) for each in facts])})"
        for kind, facts in NAMED.items()
    ])  # fmt: skip
    readable = "json_valid(OLD.text) AND json_valid(NEW.text)"
    may = (
        f"OLD.erased = '' AND {_AS_ERASED} AND {_IS_LISTED} "
        f"AND CASE OLD.kind {kinds} END = json_remove(NEW.text, '$.erased') "
        "AND " + _is_theirs("json_extract(OLD.text, '$.{}')")
    )
    return [
        f"DROP TRIGGER {_TABLE}_changed_by_erasure",
        _trigger_on_sqlite(f"CASE WHEN {readable} THEN ({may}) IS NOT TRUE ELSE TRUE END"),
    ]


def _on_postgresql() -> list[str]:
    kinds = " ".join([
        f"WHEN '{kind}' THEN ARRAY[{', '.join([repr(each) for each in facts])}]" for kind, facts in NAMED.items()
    ])  # fmt: skip
    may = (
        f"OLD.erased = '' AND {_AS_ERASED} AND {_IS_LISTED} "
        f"AND said - (CASE OLD.kind {kinds} END) = NEW.text::jsonb - 'erased' AND "
        + _is_theirs("(said ->> '{}')")
    )
    return [
        (
            "CREATE FUNCTION refuse_change_but_erased_entry() RETURNS trigger LANGUAGE plpgsql AS $$ "
            "DECLARE said jsonb; BEGIN "
            f"IF OLD.kind IN ({', '.join([repr(each) for each in NAMED])}) THEN said = OLD.text::jsonb; END IF; "
            f"IF ({may}) IS NOT TRUE THEN RAISE EXCEPTION '{_WORDS}'; END IF; RETURN NEW; "
            f"EXCEPTION WHEN data_exception THEN RAISE EXCEPTION '{_WORDS}'; END $$"
        ),
        f"DROP TRIGGER {_TABLE}_kept_but_erased ON {_TABLE}",
        _trigger_on_postgresql("refuse_change_but_erased_entry"),
    ]


def _trigger_on_sqlite(refused: str) -> str:
    return (
        f'CREATE TRIGGER {_TABLE}_changed_by_erasure BEFORE UPDATE OF "text", "erased" ON {_TABLE} '
        f"WHEN {refused} BEGIN SELECT RAISE(ABORT, '{_WORDS}'); END"
    )


def _trigger_on_postgresql(function: str) -> str:
    return (
        f'CREATE TRIGGER {_TABLE}_kept_but_erased BEFORE UPDATE OF "text", "erased" ON {_TABLE} '
        f"FOR EACH ROW EXECUTE FUNCTION {function}()"
    )


def _is_postgresql() -> bool:
    return op.get_bind().dialect.name == "postgresql"
