"""An import from file to feed: read and staged beside the books, compared, and brought in by one commit."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from headquarters.context import Headquarters
from headquarters.importing.columns import Taken, is_known, match_columns
from headquarters.importing.customers import Customers
from headquarters.importing.errors import FileRefused
from headquarters.importing.finding import (
    check_delimiter,
    check_encoding,
    find_delimiter,
    find_encoding,
    read_header,
)
from headquarters.importing.kinds import Kind
from headquarters.importing.prices import Prices
from headquarters.importing.products import Products
from headquarters.importing.rejects import check_place, write_rejects
from headquarters.importing.source import Records, open_text
from headquarters.importing.staging import Form, Staging
from headquarters.settings.models import Store
from retail.settings import StoreSettings
from retail.wire.settings import settings_of

KINDS = ("products", "customers", "prices")

Told = Callable[[str, float, int], None]
"""Is told which phase it is, which part of it is done, and of how many rows."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be imported, and what was said about the file; None is found out."""

    kind: str
    file: Path
    columns: Mapping[str, str]
    rejects: Path
    encoding: str | None = None
    delimiter: str | None = None
    currency: str | None = None
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What an import came to: `new + changed + same + rejected` rows are all there were."""

    encoding: str
    delimiter: str
    taken: tuple[Taken, ...]
    new: int
    changed: int
    same: int
    rejected: int


def import_file(headquarters: Headquarters, wish: Wish, told: Told) -> Report:
    """Bring the rows of a file into the books and publish what they change; leave out those that cannot be kept.

    All of it is one commit, or nothing of it. Registers are served meanwhile; only that commit makes them wait.

    Raises:
        FileRefused: the file as a whole cannot be imported.
        headquarters.errors.DatabaseBusy: another writer took too long, or the disk did not take it.
    """
    check_place(wish.rejects)
    kind = _kind(headquarters, wish)
    encoding = check_encoding(wish.encoding) if wish.encoding else find_encoding(wish.file)
    known = is_known(kind.fields, wish.columns)
    head = read_header(wish.file, encoding)
    delimiter = check_delimiter(wish.delimiter) if wish.delimiter else find_delimiter(head, known)
    with headquarters.database.staging() as connection:
        staging = Staging(connection, kind.staged, kind.key)
        with open_text(wish.file, encoding) as (text, part):
            records = Records(text, delimiter, staging.reject)
            rows = iter(records)
            header = _header(rows, wish.file)
            taken = kind.choose(match_columns(kind.fields, header, wish.columns), header)
            form = Form(tuple(taken), len(header), *kind.arrange(taken))
            staging.read(rows, form, records.leave_out, lambda count: told("reading", part(), count))
        staging.leave_out_repeated(taken[0].field.name)
        connection.commit()
        new, changed = _decide(headquarters, connection, kind, staging, wish.dry_run, told)
        staged, rejected = staging.count()
        write_rejects(wish.rejects, staging.rejected())
    return Report(encoding, delimiter, form.taken, new, changed, staged - new - changed, rejected)


def _decide(
    headquarters: Headquarters, connection: Connection, kind: Kind, staging: Staging, is_dry: bool, told: Told
) -> tuple[int, int]:  # fmt: skip
    """Compare with the books and bring in what differs; how many rows are new, and how many change something.

    The comparison locks nobody out. Where somebody wrote to the books since, it is made once more, inside the commit.
    """
    staged, _ = staging.count()
    told("comparing", 0.0, staged)
    compared_with = _version(connection)
    kind.plan(connection, staging)
    new, changed = kind.counts(connection)
    connection.commit()
    if is_dry or not (new or changed):
        return new, changed
    told("writing", 0.0, new + changed)
    with headquarters.database.deciding(connection):
        if _version(connection) != compared_with:
            kind.plan(connection, staging)
            new, changed = kind.counts(connection)
        kind.apply(connection, headquarters.now())
    return new, changed


def _version(connection: Connection) -> int:
    """A number that is another one when somebody else has written to the books."""
    return int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())


def _header(rows: Iterator[tuple[int, list[str]]], file: Path) -> list[str]:
    _, header = next(rows, (0, None))
    if header is None:
        raise FileRefused(f"{file.name} has no line with the names of its columns.")
    return [title.removeprefix("\ufeff") for title in header]


def _kind(headquarters: Headquarters, wish: Wish) -> Kind:
    if wish.kind == "customers":
        return Customers(headquarters.ids)
    currency = wish.currency or _currency(headquarters)
    return Prices(currency) if wish.kind == "prices" else Products(currency)


def _currency(headquarters: Headquarters) -> str:
    """The currency of all stores; before there is any, the one a store has unless told otherwise."""
    with headquarters.database.reading() as session:
        found = {settings_of(row.settings).currency for row in session.scalars(select(Store))}
    if len(found) > 1:
        raise FileRefused(
            f"The stores have several currencies: {', '.join(sorted(found))}. Name one with --currency."
        )
    return found.pop() if found else StoreSettings(store="").currency
