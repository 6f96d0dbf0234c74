"""An import from file to feed: read and staged beside the books, compared, and brought in by one commit."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from headquarters.catalog.naming import names_set_up
from headquarters.context import Headquarters
from headquarters.importing.columns import Taken, is_known, match_columns, shown_text
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
from headquarters.importing.list_prices import ListPrices
from headquarters.importing.prices import Prices
from headquarters.importing.products import Products
from headquarters.importing.rejects import check_place, write_rejects
from headquarters.importing.sayings import known_by
from headquarters.importing.source import Records, open_text
from headquarters.importing.staging import Form, Staging
from headquarters.settings.models import Store
from retail.messages import Message
from retail.settings import StoreSettings
from retail.wire.settings import settings_of

KINDS = ("products", "customers", "prices", "list_prices")
PHASES = ("reading", "comparing", "writing")

Told = Callable[[str, float | None, int], None]
"""Is told which phase it is, which part of it is done where that is known, and of how many rows."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be imported, and what was said about the file; None is found out. `words` writes why a row is left
    out: in words, or as a code that each reader has said in their language.
    """

    kind: str
    file: Path
    columns: Mapping[str, str]
    rejects: Path
    encoding: str | None = None
    delimiter: str | None = None
    currency: str | None = None
    dry_run: bool = False
    words: Callable[[Message], str] = str


@dataclass(frozen=True, slots=True)
class ReadAs:
    """How a file was read: what was said about it, or found out."""

    encoding: str
    delimiter: str
    taken: tuple[Taken, ...]

    def in_words(self) -> str:
        """Encoding, delimiter, and which column was read as what."""
        delimiter = {"\t": "tab", ";": "semicolon", ",": "comma", "|": "bar"}.get(
            self.delimiter, self.delimiter
        )
        read = ", ".join(f"{shown_text(each.title)} as {each.field.name}" for each in self.taken)
        return f"{self.encoding}, {delimiter}; read {read}"


@dataclass(frozen=True, slots=True)
class Report:
    """What an import came to: `new + changed + same + rejected` rows are all there were."""

    read_as: ReadAs
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
    database = headquarters.database
    with database.staging() as connection:
        staging = Staging(connection, kind.staged, kind.key, wish.words)
        read_as = _read(kind, wish, staging, told)
        connection.commit()
        told("comparing", None, 0)
        compared_with = database.version(connection)
        if wish.dry_run or compared_with is not None:
            kind.plan(connection, staging)
            if wish.dry_run or kind.counts(connection) == (0, 0):
                return _report(connection, kind, staging, wish, read_as)
            connection.commit()
        told("writing", None, 0)
        with database.deciding(connection):
            if compared_with is None or database.version(connection) != compared_with:
                kind.plan(connection, staging)  # somebody has written to the books since
            kind.apply(connection, headquarters.now())
            return _report(connection, kind, staging, wish, read_as)


def _read(kind: Kind, wish: Wish, staging: Staging, told: Told) -> ReadAs:
    """Stage the rows of the file; nobody has to wait for it."""
    encoding = check_encoding(wish.encoding) if wish.encoding is not None else find_encoding(wish.file)
    head = read_header(wish.file, encoding)
    known = is_known(kind.fields, wish.columns)
    delimiter = check_delimiter(wish.delimiter) if wish.delimiter is not None else find_delimiter(head, known)
    with open_text(wish.file, encoding) as (text, part):
        records = Records(text, delimiter, staging.reject)
        rows = iter(records)
        header = _header(rows, wish.file)
        taken = kind.choose(match_columns(kind.fields, header, wish.columns), header)
        form = Form(tuple(taken), len(header), *kind.arrange(taken))
        staging.read(rows, form, records.leave_out, lambda count: told("reading", part(), count))
    staging.leave_out_repeated(taken[0].field.name)
    return ReadAs(encoding, delimiter, form.taken)


def _report(connection: Connection, kind: Kind, staging: Staging, wish: Wish, read_as: ReadAs) -> Report:
    """Count, and list what is left out: before the commit, so that a full disk leaves nothing half done."""
    staged, rejected = staging.count()
    new, changed = kind.counts(connection)
    write_rejects(wish.rejects, staging.rejected())
    return Report(read_as, new, changed, staged - new - changed, rejected)


def _header(rows: Iterator[tuple[int, list[str]]], file: Path) -> list[str]:
    _, header = next(rows, (0, None))
    if header is None:
        raise FileRefused("{file} has no line with the names of its columns.", file=file.name)
    return [title.removeprefix("\ufeff") for title in header]


def _kind(headquarters: Headquarters, wish: Wish) -> Kind:
    if wish.kind == "customers":
        return Customers(headquarters.ids, known_by(_stores(headquarters)))
    currency = wish.currency or _currency(headquarters)
    kinds: dict[str, Callable[[str], Kind]] = {"prices": Prices, "list_prices": ListPrices}
    if wish.kind in kinds:
        return kinds[wish.kind](currency)
    with headquarters.database.reading() as session:
        return Products(currency, names_set_up(session))


def _currency(headquarters: Headquarters) -> str:
    """The currency of all stores; before there is any, the one a store has unless told otherwise."""
    found = {settings.currency for settings in _stores(headquarters)}
    if len(found) > 1:
        raise FileRefused(
            "The stores have several currencies: {found}. Name one (at the command line --currency).",
            found=", ".join(sorted(found)),
        )
    return found.pop() if found else StoreSettings(store="").currency


def _stores(headquarters: Headquarters) -> list[StoreSettings]:
    with headquarters.database.reading() as session:
        return [
            settings_of(row.settings)
            for row in session.scalars(select(Store).order_by(Store.store))
            if row.settings
        ]
