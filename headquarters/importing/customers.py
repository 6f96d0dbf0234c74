"""Customers from a file: told apart by account or e-mail, changed as a set, and published at once."""

import string
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Subquery,
    Text,
    and_,
    bindparam,
    case,
    cast,
    func,
    insert,
    literal,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.orm import Session

from headquarters.customers.models import Customer, Erasure
from headquarters.importing.addresses import CUSTOMERS, is_another_address, no_address, with_address
from headquarters.importing.cells import needed, read_code, read_flag
from headquarters.importing.columns import Field, Taken, missing
from headquarters.importing.engines import (
    ByEngine,
    json_flag,
    json_of,
    kept_text,
    list_of,
    merged,
    object_of,
    to_keep,
)
from headquarters.importing.persons import ADDRESS, address_text, read_email, read_name, read_type, words
from headquarters.importing.publishing import publish_rows
from headquarters.importing.sayings import (
    AFFILIATIONS,
    NOTHING_KNOWN,
    SAID,
    Known,
    Standing,
    affiliations_with,
    consent_of_nothing,
    details_with,
    said_fields,
    said_text,
    written,
)
from headquarters.importing.staging import (
    BATCH,
    FLAG,
    Arrange,
    Staging,
    Value,
    count_planned,
    planned_table,
    staged_table,
)
from headquarters.installation import ACCOUNTS, pass_over, take_numbers
from retail.ids import Ids
from retail.messages import say

STAGED = staged_table(
    "staged_customers", "key",
    Column("uuid", Text), Column("account", Text), Column("name", Text), Column("type", Text),
    Column("email", Text), Column("phone", Text), Column("language", Text), Column("business", FLAG),
    Column("tax_exempt", FLAG), Column("address", Text), Column(SAID, Text), Column(AFFILIATIONS, Text),
    Column("details_then", Text), Column("affiliations_then", Text),
)  # fmt: skip
PLANNED = planned_table("planned_customers")

_DEFAULTS = {
    "name": "",
    "type": "person",
    "email": "",
    "phone": "",
    "language": "",
    "business": False,
    "tax_exempt": False,
}
_LISTS = ("affiliations", "loyalty_cards", "changes")
"""What only registers add to a customer."""
_DETAILS = ("title", "group", "currency", "receipt_option", "receipt_email")
_ASCII_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
_ACCOUNT_DIGITS_MAX = 15
"""A longer account is never reached by headquarters' own numbers."""


class Customers:
    """Customers. One row brings at most one address: it bears the customer's own id, so that it is found again."""

    staged = STAGED
    key = "key"

    def __init__(self, ids: Ids, known: Known = NOTHING_KNOWN) -> None:
        self._ids = ids
        self._stores = known
        self._by_email = False
        self._says_more = False
        own = (
            Field("account", (
                "account", "accountid", "accountnumber", "accountno", "customernumber", "customerno", "customerid",
                "kundenummer", "kundenr", "klantnummer", "klantnr", "number", "id",
            ), "account", read_code),
            Field("email", ("email", "emailaddress", "mail", "epost", "epostadresse"), "email", read_email),
            Field("name", (
                "name", "customername", "fullname", "companyname", "navn", "kundenavn", "naam", "klantnaam",
                "contactname",
            ), "name", needed(read_name)),
            Field("type", ("type", "customertype", "kundetype", "klanttype"), "type", read_type),
            Field("phone", (
                "phone", "phonenumber", "telephone", "mobile", "telefon", "mobil", "tlf", "telefoon", "mobiel",
            ), "phone", words("Phone", 40)),
            Field("language", ("language", "sprak", "språk", "taal"), "language", words("Language", 10)),
            Field("business", ("business", "businesspartner"), "business", read_flag),
            Field("tax_exempt", ("taxexempt", "exempt", "mvafritak", "btwvrijgesteld"), "tax_exempt", read_flag),
            *[
                Field(name, names, column, words(name.title(), longest))
                for name, (column, names, longest) in ADDRESS.items()
            ],
        )  # fmt: skip
        self.fields = (*own, *said_fields(known, own))

    def choose(self, taken: Sequence[Taken], header: Sequence[str]) -> list[Taken]:
        """What the file has; it needs a name, and an account or an e-mail to tell customers apart."""
        found = {each.field.name: each for each in taken}
        key = found.get("account") or found.get("email")
        if key is None:
            raise missing("account", header)
        if "name" not in found:
            raise missing("name", header)
        self._by_email = key.field.name == "email"
        key = replace(key, field=replace(key.field, read=needed(key.field.read)))
        return [key, *[each for each in taken if each.field.name != key.field.name]]

    def arrange(self, taken: Sequence[Taken]) -> tuple[list[str], Arrange]:
        """The key, a new id in case the customer is new, the address as JSON, and the rest as it was read."""
        parts = {each.field.column: at for at, each in enumerate(taken) if each.field.name in ADDRESS}
        said = {each.field.name: at for at, each in enumerate(taken) if each.field.column == SAID}
        others = [at for at in range(len(taken)) if at not in parts.values() and at not in said.values()]
        self._says_more = bool(said) or any(taken[at].field.column == AFFILIATIONS for at in others)
        new_id, known = self._ids.new, self._stores

        def arrange_row(values: list[Value]) -> list[Value]:
            key = values[0]
            if self._by_email and isinstance(key, str):
                key = _lower(key)
            address = address_text({name: values[at] for name, at in parts.items()})
            text = said_text({name: values[at] for name, at in said.items()}, known)
            return [key, new_id(), address, text, *[values[at] for at in others]]

        return ["key", "uuid", "address", SAID, *[taken[at].field.column for at in others]], arrange_row

    def plan(self, connection: Connection, staging: Staging) -> None:
        """Leave out e-mails that several customers have; find who is new, and of whom a cell says something else."""
        if self._says_more:
            of_nothing = self._merge(connection)
            rule = literal(staging.words(say("the customer has no e-mail or phone that it could be said of")))
            for at in range(0, len(of_nothing), BATCH):
                field_of = dict(of_nothing[at : at + BATCH])
                field = case(field_of, value=STAGED.c.line)
                staging.leave_out(
                    select(STAGED.c.line, field, literal(""), rule).where(STAGED.c.line.in_(field_of))
                )
        known = self._known()
        many = literal(staging.words(say("several customers have this e-mail; an account tells them apart")))
        ambiguous = select(STAGED.c.line, literal("email"), STAGED.c.key, many)
        staging.leave_out(ambiguous.join(known, known.c.key == STAGED.c.key).where(known.c.many > 1))
        if not self._by_email:
            gone = literal(
                staging.words(say("this customer was erased; whoever comes anew gets another account"))
            )
            erased = select(STAGED.c.line, literal("account"), STAGED.c.key, gone)
            staging.leave_out(erased.join(Erasure, Erasure.account == STAGED.c.key))
        differs = [
            and_(STAGED.c[name].is_not(None), CUSTOMERS.c[name].is_distinct_from(STAGED.c[name])) for name in _DEFAULTS
        ]  # fmt: skip
        moved = and_(STAGED.c.address.is_not(None), is_another_address(STAGED.c.address))
        differs += [STAGED.c.details_then.is_not(None), STAGED.c.affiliations_then.is_not(None)]
        found = (
            select(STAGED.c.line, CUSTOMERS.c.id)
            .select_from(
                STAGED.outerjoin(known, known.c.key == STAGED.c.key).outerjoin(
                    CUSTOMERS, CUSTOMERS.c.id == known.c.id
                )
            )
            .where(or_(CUSTOMERS.c.id.is_(None), *differs, moved))
            .order_by(STAGED.c.line)
        )
        connection.execute(PLANNED.delete())
        connection.execute(insert(PLANNED).from_select(["line", "id"], found))

    def _merge(self, connection: Connection, at: str = "") -> list[tuple[int, str]]:
        """Say beside each row what its customer's details and affiliations become, where it says anything new of them.

        `at` is when what a file says was said. Gives back the lines with a consent of nothing, and its field.
        """
        known, last, of_nothing = self._known(), 0, list[tuple[int, str]]()
        columns = (CUSTOMERS.c.details, CUSTOMERS.c.affiliations, *[
            func.coalesce(STAGED.c[name], CUSTOMERS.c[name], "") for name in ("email", "phone")
        ])  # fmt: skip
        there = STAGED.outerjoin(known, known.c.key == STAGED.c.key)
        rows = (
            select(STAGED.c.line, STAGED.c.said, STAGED.c.affiliations, *columns)
            .select_from(there.outerjoin(CUSTOMERS, CUSTOMERS.c.id == known.c.id))
            .where(or_(STAGED.c.said.is_not(None), STAGED.c.affiliations.is_not(None)))
            .order_by(STAGED.c.line)
            .limit(BATCH)
        )  # fmt: skip
        then = update(STAGED).where(STAGED.c.line == bindparam("at_line")).values(
            details_then=bindparam("details"), affiliations_then=bindparam("names")
        )  # fmt: skip
        while part := connection.execute(rows.where(STAGED.c.line > last)).all():
            news = []
            for line, said, names, details, affiliations, email, phone in part:
                standing = Standing(details or {}, affiliations or (), email, phone)
                if field := consent_of_nothing(standing, said):
                    of_nothing.append((line, field))
                news.append({
                    "at_line": line, "details": written(details_with(standing, said, at)),
                    "names": written(affiliations_with(standing, names)),
                })  # fmt: skip
            connection.execute(then, news)
            last = part[-1].line
        return of_nothing

    def counts(self, connection: Connection) -> tuple[int, int]:
        """New customers, and known ones of whom something changes."""
        return count_planned(connection, PLANNED)

    def apply(self, connection: Connection, at: str) -> None:
        """Keep and publish who is new or changed; the new get accounts where the file has none."""
        planned = PLANNED.join(STAGED, STAGED.c.line == PLANNED.c.line)
        kept: dict[str, ColumnElement[Any]] = {
            name: func.coalesce(STAGED.c[name], CUSTOMERS.c[name]) for name in _DEFAULTS
        }
        if self._says_more:
            self._merge(connection, at=at)
        for name in ("details", "affiliations"):
            kept[name] = to_keep(func.coalesce(STAGED.c[f"{name}_then"], kept_text(CUSTOMERS.c[name])))
        addresses = kept_text(CUSTOMERS.c.addresses)
        connection.execute(
            update(CUSTOMERS)
            .where(CUSTOMERS.c.id == PLANNED.c.id, STAGED.c.line == PLANNED.c.line)
            .values(
                **kept,
                distributed=True,
                addresses=to_keep(
                    case((STAGED.c.address.is_not(None), with_address(STAGED)), else_=addresses)
                ),
            )
        )
        changed = planned.join(CUSTOMERS, CUSTOMERS.c.id == PLANNED.c.id)
        publish_rows(connection, "customers", CUSTOMERS.c.uuid, _value(), _in_order(changed))
        self._add(connection, planned, at)
        new = planned.join(CUSTOMERS, CUSTOMERS.c.uuid == STAGED.c.uuid)
        publish_rows(connection, "customers", CUSTOMERS.c.uuid, _value(), _in_order(new))

    def _add(self, connection: Connection, planned: FromClause, at: str) -> None:
        address = list_of(merged(kept_text(no_address(STAGED.c.uuid)), STAGED.c.address))
        values: dict[str, ColumnElement[Any]] = {
            "uuid": STAGED.c.uuid, "account": self._account(connection),
            **{name: func.coalesce(STAGED.c[name], default) for name, default in _DEFAULTS.items()},
            "addresses": to_keep(case((STAGED.c.address.is_not(None), address), else_="[]")),
            **dict.fromkeys(_LISTS, to_keep(literal("[]"))), "version": literal(0),
            "affiliations": to_keep(func.coalesce(STAGED.c.affiliations_then, "[]")),
            "details": to_keep(func.coalesce(STAGED.c.details_then, "{}")),
            "origin": literal("headquarters"), "made_at": literal(at), "distributed": true(),
        }  # fmt: skip
        rows = (
            select(*values.values())
            .select_from(planned)
            .where(PLANNED.c.id.is_(None))
            .order_by(PLANNED.c.place)
        )
        connection.execute(insert(Customer).from_select(list(values), rows))

    def _account(self, connection: Connection) -> ColumnElement[str]:
        """The accounts of new customers: the file's own, or the next ones of headquarters."""
        with Session(connection) as session:
            if not self._by_email:
                pass_over(session, ACCOUNTS, _highest_account(connection))
                session.flush()
                return STAGED.c.account
            new, _ = self.counts(connection)
            first = take_numbers(session, ACCOUNTS, new)
            session.flush()
        return cast(func.row_number().over(order_by=PLANNED.c.place) + first - 1, Text)

    def _known(self) -> Subquery:
        """The customers of the books by the key of the file; `many` of them may share an e-mail."""
        if not self._by_email:
            return select(
                CUSTOMERS.c.account.label("key"), CUSTOMERS.c.id, literal(1).label("many")
            ).subquery()
        key = _lower_in_books().label("key")
        by_email = select(key, func.min(CUSTOMERS.c.id).label("id"), func.count().label("many"))
        return by_email.where(CUSTOMERS.c.email != "").group_by(key).subquery()


def _lower(email: str) -> str:
    """Lower case as the database makes it: of ASCII letters alone."""
    return email.lower() if email.isascii() else email.translate(_ASCII_LOWER)


def _lower_in_books() -> ColumnElement[str]:
    """An e-mail of the books as `_lower` makes it."""
    email = CUSTOMERS.c.email
    return ByEngine(func.lower(email), func.lower(email.collate("C")))


def _highest_account(connection: Connection) -> int:
    """The highest number among the accounts of the file that headquarters' own numbers could come to."""
    account = STAGED.c.account
    digits = and_(account.op("GLOB")("[1-9]*"), account.op("NOT GLOB")("*[^0-9]*"))
    is_number = ByEngine(digits, account.op("~")("^[1-9][0-9]*$"))
    could_be = and_(is_number, func.length(account) <= _ACCOUNT_DIGITS_MAX)
    number = cast(case((could_be, account)), BigInteger)
    return connection.execute(select(func.max(number))).scalar() or 0


def _in_order(rows: FromClause) -> Select[Any]:
    return select(CUSTOMERS.c.uuid).select_from(rows).order_by(PLANNED.c.place)


def _value() -> ColumnElement[str]:
    """A customer as registers read it: `retail.wire.feeds.CustomerRow`."""
    table = CUSTOMERS.c
    row = object_of(
        "id", table.uuid, "account", table.account, "type", table.type, "name", table.name, "email", table.email,
        "phone", table.phone, "language", table.language, "business", json_flag(table.business),
        "tax_exempt", json_flag(table.tax_exempt),
        "addresses", json_of(kept_text(table.addresses)),
        *[part for name in _LISTS for part in (name, json_of(kept_text(table[name])))],
        "version", table.version, "merged_into", func.coalesce(table.merged_into, ""),
        *[part for name in _DETAILS for part in (name, "")], "extras", json_of(literal("[]")),
        "consents", json_of(literal("[]")),
    )  # fmt: skip
    return merged(kept_text(row), kept_text(table.details))
