"""What the audit log and histories keep by the program's own names, in the words of the pages."""

from ast import literal_eval
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any

from headquarters.backoffice.languages import LANGUAGES
from headquarters.backoffice.set_pages.labels import label
from headquarters.base import table_of
from headquarters.importing.models import ImportState
from headquarters.office.roles import Role
from headquarters.statements.models import State as OfStatement
from headquarters.uploads.models import State as OfDocument
from retail.messages import phrase

ACTS = (
    phrase("add"), phrase("add a note"), phrase("adjust"), phrase("assign"), phrase("book as a branch"),
    phrase("bring"), phrase("cancel"), phrase("change"), phrase("check"), phrase("close"), phrase("draw on"),
    phrase("guessed a code"), phrase("edit"), phrase("erase"), phrase("key"), phrase("leave"),
    phrase("locked after wrong passwords"), phrase("merge"), phrase("new enrolment code"), phrase("new password"),
    phrase("pause"), phrase("plan"), phrase("post"), phrase("publish"), phrase("remove"), phrase("repair"),
    phrase("replace"), phrase("resume"), phrase("revoke"), phrase("run"), phrase("sign off everywhere"),
    phrase("take"), phrase("take all out"), phrase("take away"), phrase("take in"), phrase("take in a file"),
    phrase("take out"), phrase("take over"), phrase("tell apart"), phrase("throw away"), phrase("try again"),
)  # fmt: skip
"""Everything that can be done, but for the steps of fulfilment."""
PROGRAMS = (phrase("administrator's token"), phrase("headquarters"), phrase("schedule"))
"""Who did something where nobody did it by hand."""
KINDS: Mapping[str, str] = {
    "case": phrase("case"), "customer": phrase("customer"), "discount": phrase("discount"),
    "document": phrase("document"), "enrolment": phrase("enrolment"), "file import": phrase("file import"),
    "job": phrase("job"), "layout": phrase("layout"), "list price": phrase("price of a list"),
    "journal export": phrase("journal export"), "log bundle": phrase("log bundle"),
    "office person": phrase("person of the back office"), "order line": phrase("order line"),
    "order": phrase("order"), "orders of channels": phrase("orders of channels"), "price list": phrase("price list"),
    "product": phrase("product"), "register": phrase("register"),
    "retention": phrase("retention"),
    "retailer's document": phrase("retailer's document"), "set-up file": phrase("set-up file"),
    "signing key": phrase("signing key"), "staff": phrase("staff"), "statement": phrase("statement"),
    "stock": phrase("stock"), "store": phrase("store"), "warehouse": phrase("warehouse"),
}  # fmt: skip
CASES = (
    phrase("agreement"), phrase("deadly document"), phrase("identity"), phrase("journal"),
    phrase("loyalty card given twice"), phrase("order"), phrase("quarantined upload"), phrase("question"),
    phrase("restored"), phrase("return"), phrase("rights"), phrase("statement"),
)  # fmt: skip
"""What reconciliation cases are of."""
FIELDS: Mapping[str, str] = {
    "about": phrase("About"), "at": phrase("At"), "barcodes": phrase("Barcodes"), "category": phrase("Category"),
    "changes": phrase("Changes"), "days": phrase("Days"), "ends": phrase("Last day"), "file": phrase("File"),
    "changed": phrase("changed"), "from": phrase("From"), "new": phrase("new"), "out": phrase("taken out"),
    "picture": phrase("Picture"), "price": phrase("Price"), "until": phrase("Until"),
    "modes by line": phrase("Modes of delivery by line"),
    "id": phrase("Code"), "note": phrase("Note"), "number": phrase("Number"), "on hand": phrase("On hand"),
    "pace_seconds": phrase("Pace in seconds"), "paused_at": phrase("Paused at"), "paused_by": phrase("Paused by"),
    "price_minor": phrase("Price, in minor units"), "reason": phrase("Reason"), "sellable": phrase("For sale"),
    "first": phrase("First day"), "last": phrase("Last day"), "missing": phrase("Missing numbers"),
    "transactions": phrase("Receipts"), "sha256": phrase("Checksum (SHA-256)"),
    "starts": phrase("First day"), "state": phrase("Status"), "status": phrase("Status"), "total": phrase("Total"),
    "version": phrase("Version"),
}  # fmt: skip
"""Fields that no set-up page has; a product and a discount name theirs as the files of imports do."""


YES_NO = (str(True), str(False))
"""What forms call these two is so only beside the other fields of that form."""
STATES: Mapping[tuple[str, str], type[StrEnum]] = {
    ("office person", "role"): Role, ("document", "state"): OfDocument, ("file import", "state"): ImportState,
    ("statement", "state"): OfStatement,
}  # fmt: skip
"""By kind of record and field, the words that only the program keeps there."""


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """What a value of a field is called where the set-up pages have a list of them."""
    from headquarters.backoffice.set_pages import (  # noqa: PLC0415 -- who serves registers alone does without them
        attributes,
        codes,
        columns,
        customers,
    )
    from headquarters.backoffice.set_pages.kinds import TENDERS  # noqa: PLC0415 -- as above

    lists = {
        "level": columns.LEVELS, "tax_rounding": columns.ROUNDINGS, "default_order_type": columns.ORDER_TYPES,
        "statement_method": columns.CLOSED_BY, "closing_method": columns.CLOSED_BY,
        "start_screen": columns.START_SCREENS, "offline_sale_returns": columns.SALE_RETURNS, "paid_by": TENDERS,
        "back_by": TENDERS, "receipt_option": customers.RECEIPTS, "type": customers.TYPES,
        "kind": (*attributes.KINDS, *codes.KINDS, *codes.HELD), "language": tuple(LANGUAGES.items()),
    }  # fmt: skip
    found = {name: {str(value): said for value, said in choices} for name, choices in lists.items()}
    for (_, name, *value), said in _form_words().items():
        if value and value[0] not in YES_NO:
            found.setdefault(name, {}).setdefault(value[0], said)
    return found


@cache
def kinds() -> Mapping[str, str]:
    """What every kind of record is called, by the name that is kept of it."""
    from headquarters.backoffice.set_pages.kinds import VIEWS  # noqa: PLC0415 -- as above

    return dict(KINDS) | {table_of(table).name: one for _, table, _, _, one in VIEWS}


def kind_words(kind: str) -> str:
    """What a kind of record is called."""
    return kinds().get(kind, kind)


def _form_words() -> Mapping[tuple[str, ...], str]:
    from headquarters.backoffice.set_pages.form_words import form_words  # noqa: PLC0415 -- as above

    return form_words()


def field_words(name: str, kind: str = "") -> str:
    """What a field of a record of this kind is called: as its form calls it."""
    return _form_words().get((kind, name)) or FIELDS.get(name) or label(name).replace("_", " ")


def word_for(name: str, value: Any, kind: str = "") -> str:
    """What this value of a field is called; empty where it is no word of a list."""
    if (kind, name) in STATES:
        return str(value).replace("_", " ") if value in set(STATES[kind, name]) else ""
    return _form_words().get((kind, name, str(value))) or words().get(name, {}).get(str(value), "")


def opened(value: Any) -> Any:
    """The list or the pairs that are kept as a text; everything else as it is."""
    if not (isinstance(value, str) and value[:1] + value[-1:] in {"[]", "{}"}):
        return value
    try:
        return literal_eval(value)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return value


def is_in_minor_units(name: str, value: Any) -> bool:
    """It is an amount of set-up whose currency nobody knew; the others are kept as they were typed."""
    return name.endswith("_minor") and name not in FIELDS and isinstance(value, int)


def is_said(value: Any) -> bool:
    """There is something in it; lists and pairs are kept as texts."""
    return value not in (None, "", "[]", "{}", [], {})
