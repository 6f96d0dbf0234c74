"""The log bundle is taken away from its page by who may, names nobody, and stands in the audit log."""

import hashlib
import io
import json
import logging
import tracemalloc
import zipfile

from sqlalchemy import insert, select

from headquarters.backoffice.deeds import ACTS, KINDS
from headquarters.backoffice.log_bundles import log_bundle, make_bundle
from headquarters.base import table_of
from headquarters.config import ADMINISTRATOR_FILE
from headquarters.customers.models import Customer
from headquarters.log_bundle import bundle
from headquarters.logs import logging_to
from headquarters.office.models import AuditEntry
from headquarters.office.roles import RIGHTS, Right, Role
from headquarters.office.sessions import Visitor
from tests.headquarters.conftest import Books, only_sqlite

ADA = Visitor("en", name="Ada", rights=frozenset(Right))


@only_sqlite
def test_it_holds_the_log_without_names_and_secrets_and_the_audit_log_says_who_took_it(books: Books) -> None:
    token = "administrator-token-0123456789"
    (books.folder / ADMINISTRATOR_FILE).write_text(token)
    with logging_to(books.folder):
        logging.getLogger("headquarters").warning("at the desk: Anna Berg came with %s", token)

    reply = make_bundle(books.parts, ADA, {})

    content = bytes(reply.body)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        files = {name: packed.read(name).decode() for name in packed.namelist()}
    assert "at the desk: <name> came with <secret>" in files["logs/headquarters.log"]
    assert json.loads(files["rows.json"])["customers"] == 1
    assert reply.media_type == "application/zip"
    with books.parts.database.reading() as session:
        [entry] = session.scalars(select(AuditEntry).where(AuditEntry.kind == "log bundle"))
    assert f'filename="{entry.about}"' in reply.headers["content-disposition"]
    assert (entry.who, entry.after) == ("Ada", {"sha256": hashlib.sha256(content).hexdigest()})
    assert entry.act in ACTS
    assert entry.kind in KINDS


@only_sqlite
def test_the_page_says_what_is_in_it_in_every_language(books: Books) -> None:
    for language, words in (("en", "no customer, no sale"), ("nb", "intet salg"), ("nl", "geen klant")):
        shown = log_bundle(books.parts, Visitor(language, name="Ada", rights=frozenset(Right)))
        assert words in bytes(shown.body).decode()


def test_it_is_the_administrators_alone() -> None:
    assert [role for role in Role if Right.LOGS in RIGHTS[role]] == [Role.ADMINISTRATOR]


@only_sqlite
def test_it_is_made_in_little_memory_however_many_customers_there_are(books: Books) -> None:
    at = books.parts.now()
    with books.parts.database.writing() as session:
        anna = session.execute(select(table_of(Customer))).mappings().first()
        assert anna is not None
        session.execute(
            insert(table_of(Customer)),
            [
                dict(anna) | {"id": 1000 + each, "uuid": f"uuid-{each}", "account": f"A{each}",
                              "name": f"First{each} Last{each}", "addresses": [{"line1": f"Street{each} {each}"}]}
                for each in range(20_000)
            ],
        )  # fmt: skip
    with logging_to(books.folder):
        logging.getLogger("headquarters").warning("at %s: First77 Last77 of Street88 88 called First99", at)

    tracemalloc.start()
    try:
        made = bundle(books.parts)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    with zipfile.ZipFile(io.BytesIO(made.content)) as packed:
        log = packed.read("logs/headquarters.log").decode()
    assert "<name> of <address> called <name>" in log
    assert peak < 8 * 1024 * 1024, peak
