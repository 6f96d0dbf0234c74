"""Cases and reasons are said in the language of who reads, at the office and at the register; old ones as they were."""

import pytest
from sqlalchemy import select

from headquarters.backoffice.languages import worded
from headquarters.backoffice.routes import overview
from headquarters.backoffice.work_pages.documents import document, documents
from headquarters.cases.models import Case
from headquarters.office.sessions import Visitor
from headquarters.uploads.models import KeptDocument
from pos_app.language.language import language_of
from retail.cart import set_quantity
from retail.customers import Customer
from retail.orders.editing import start_edit
from retail.orders.pickup import start_pickup
from retail.wire.coded import message_of
from tests.headquarters.conftest import Books
from tests.headquarters.shop import ANNA, changed, sent

BAD = {
    "en": "It cannot be posted: total is 1, but works out as 8000",
    "nb": "Det kan ikke bokføres: summen er 1, men regnes ut til 8000",
    "nl": "Het kan niet worden geboekt: het totaal is 1, maar komt uit op 8000",
}
MISFIT = {
    "en": "It was changed here and elsewhere at the same time.",
    "nb": "Den ble endret her og et annet sted samtidig.",
    "nl": "Hij werd hier en elders tegelijk gewijzigd.",
}


@pytest.mark.parametrize("language", list(BAD))
def test_a_reason_and_a_case_are_read_in_every_language(books: Books, language: str) -> None:
    paper, reader = books.enrol(), Visitor(language, name="Ada", stores=None)
    [result] = books.upload(changed(sent(paper.sale()), '"total_minor":8000', '"total_minor":1'))
    made = paper.order()
    books.upload(sent(made), at_once=True)
    order = books.orders()[-1]
    for quantity in (2000, 3000):
        edit = set_quantity(start_edit(order, Customer(ANNA, "Anna Berg"), "edit"), 1, quantity)
        books.upload(sent(paper.act(edit)), at_once=True)

    said = message_of(result.said)
    assert said is not None
    assert language_of(language).tell(said) == BAD[language]
    assert result.reason == BAD["en"]
    assert BAD[language] in bytes(documents(books.parts, reader, state="parked").body).decode()
    assert MISFIT[language] in bytes(overview(books.parts, reader).body).decode()


GONE = {
    "en": "1 of Apple went, but only 0 were left.",
    "nb": "1 av Apple ble levert ut, men bare 0 var igjen.",
    "nl": "1 van Apple ging mee, maar er waren er nog maar 0.",
}


@pytest.mark.parametrize("language", list(GONE))
def test_what_no_longer_fits_an_order_is_read_in_every_language(books: Books, language: str) -> None:
    paper, reader = books.enrol(), Visitor(language, name="Ada", stores=None)
    books.upload(sent(paper.order()), at_once=True)
    order = books.orders()[-1]
    for id in ("one", "other"):
        pickup = start_pickup(order, {1: 1000}, Customer(ANNA, "Anna Berg"), paper.settings, id)
        books.upload(sent(paper.act(pickup)), at_once=True)

    assert GONE[language] in bytes(overview(books.parts, reader).body).decode()


def test_what_an_older_version_wrote_is_read_as_it_was(books: Books) -> None:
    paper, reader = books.enrol(), Visitor("nb", name="Ada", stores=None)
    books.upload(changed(sent(paper.sale()), '"total_minor":8000', '"total_minor":1'))
    with books.parts.database.writing() as session:
        kept = session.scalars(select(KeptDocument)).one()
        kept.reason, kept.said = "Total is 1, but works out as 8000.", ""
        session.add(Case(kind="order", about=kept.uuid, words="SO-000001 does not fit.", opened_at=books.parts.now(),
                         closed_at=None, owner=""))  # fmt: skip
        row = kept.id

    shown = bytes(document(books.parts, reader, row).body).decode()

    assert "Total is 1, but works out as 8000." in shown
    assert "SO-000001 does not fit." in shown
    assert worded("nb", "SO-000001 does not fit.") == "SO-000001 does not fit."
