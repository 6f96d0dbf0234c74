"""The log bundle is taken away from its page by who may, names nobody, and stands in the audit log."""

import hashlib
import io
import json
import logging
import zipfile

from sqlalchemy import select

from headquarters.backoffice.deeds import ACTS, KINDS
from headquarters.backoffice.log_bundles import log_bundle, make_bundle
from headquarters.config import ADMINISTRATOR_FILE
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
