"""The log bundle of headquarters: what whoever looks for a fault needs to see, and nothing that names a person."""

import hashlib
import io
import json
import platform
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from headquarters.base import Base
from headquarters.context import Headquarters
from headquarters.customers.models import Customer
from headquarters.installation import installation
from headquarters.logs import FOLDER
from headquarters.office.models import OfficePerson
from headquarters.orders.models import Transaction
from headquarters.people.models import Person
from headquarters.settings.models import Store
from headquarters.signing.models import SigningKey
from retail.redaction import Redaction
from retail.version import PROGRAM

README = """\
What this headquarters told about itself, for whoever looks for a fault.

versions.json   what is installed, and on which database it runs
stores.json     how its stores are set up
rows.json       how many rows each table has; no row itself
logs/           what it wrote

Names, streets, e-mails, phones, card numbers, ids and secrets were taken out; marks like <name> stand in their
place.
"""
_AT_ONCE = 1000
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle by its name, what is in it, and the digest by which whoever gets it sees that it is the same."""

    name: str
    content: bytes
    sizes: Mapping[str, int]
    sha256: str


def bundle(headquarters: Headquarters, administrator: str = "") -> Bundle:
    """A bundle of what is known now; nothing is changed. `administrator` is the token to be taken out."""
    files = _files(headquarters, administrator)
    now = headquarters.clock.now()
    packed = _packed(files, now)
    sizes = {name: len(text) for name, text in files.items()}
    name = f"kassa-headquarters-{now:%Y%m%dT%H%M%S}.zip"
    return Bundle(name, packed, sizes, hashlib.sha256(packed).hexdigest())


def saved(made: Bundle, to: Path) -> Path:
    """Where a bundle lies now: saved whole or not at all, for its owner alone.

    Raises:
        OSError: it cannot be written there.
    """
    to.mkdir(parents=True, exist_ok=True)
    file = to / made.name
    half = file.with_suffix(".part")
    half.write_bytes(made.content)
    half.chmod(0o600)
    half.replace(file)
    return file


def _files(headquarters: Headquarters, administrator: str) -> dict[str, bytes]:
    with headquarters.database.reading() as session:
        stores = {row.store: row.settings for row in session.scalars(select(Store).order_by(Store.store))}
        rows = {
            table.name: session.scalar(select(func.count()).select_from(table))
            for table in Base.metadata.sorted_tables
        }
        versions = {
            "kassa": PROGRAM,
            "python": platform.python_version(),
            "machine": platform.platform(),
            "database": "PostgreSQL" if headquarters.database.is_shared else "SQLite",
            "packages": dict(sorted((each.metadata["Name"], each.version) for each in distributions())),
        }
        texts = {
            "versions.json": _written(versions),
            "stores.json": _written(stores),
            "rows.json": _written(dict(sorted(rows.items()))),
            **{
                f"{FOLDER}/{file.name}": file.read_text(encoding="utf-8", errors="replace")
                for file in sorted((headquarters.folder / FOLDER).glob("*.log*"))
            },
        }
        home = str(Path.home())
        plain = {name: text.replace(home, "~") if len(home) > 1 else text for name, text in texts.items()}
        redaction = _redaction(session, administrator, plain.values())
    return {"README.txt": README.encode()} | {
        name: redaction.of(text).encode("utf-8") for name, text in plain.items()
    }


def _redaction(session: Session, administrator: str, texts: Iterable[str]) -> Redaction:
    """Knows every name in these books of which a word stands in these texts, and the secrets of the books.

    The other names, of a million customers, are read and let go: this is made while headquarters serves.
    """
    said = {word.casefold() for text in texts for word in _WORD.findall(text)}

    def stands(name: str) -> bool:
        words = _WORD.findall(name)
        telling = [word for word in words if not word.isdecimal()] or words
        return any(word.casefold() in said for word in telling)

    kept = installation(session)
    keys = session.scalars(select(SigningKey.private_key)).all()
    people, organisations, places = set[str](), set[str](), set[str]()
    customers = select(Customer.type, Customer.name, Customer.addresses).execution_options(yield_per=_AT_ONCE)
    for kind, name, addresses in session.execute(customers):
        if stands(name):
            (organisations if kind == "organisation" else people).add(name)
        for street, receiver in _named_in(addresses):
            places.update([street] if stands(street) else [])
            people.update([receiver] if stands(receiver) else [])
    for column in (Person.name, Person.user, OfficePerson.name, Transaction.customer_name):
        names = select(column).distinct().execution_options(yield_per=_AT_ONCE)
        people.update(name for name in session.scalars(names) if stands(name))
    return Redaction(
        organisations, (kept.secret, kept.token_secret, administrator, *keys), people=people, places=places
    )


def _named_in(addresses: list[Any]) -> Iterator[tuple[str, str]]:
    for each in addresses:
        yield str(each.get("line1", "")), str(each.get("name", ""))


def _packed(files: Mapping[str, bytes], at: datetime) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(zipfile.ZipInfo(name, at.timetuple()[:6]), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _written(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
