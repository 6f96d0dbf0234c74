"""Documents are kept exactly once, whatever is sent and however often."""

import pytest
from sqlalchemy import select

from headquarters.uploads.models import KeptDocument, QuarantinedDocument
from headquarters.uploads.service import holes
from retail.wire.base import fingerprint
from tests.headquarters.conftest import Books
from tests.headquarters.shop import changed, sent


def outcomes(books: Books, *documents: dict[str, str], by: str = "HOUSTON-1") -> list[str]:
    return [result.outcome for result in books.upload(*documents, by=by)]


def test_document_sent_again_is_known_and_kept_once(books: Books) -> None:
    sale = sent(books.enrol().sale())

    assert outcomes(books, sale) == ["stored"]
    assert outcomes(books, sale) == ["known"]
    with books.parts.database.reading() as session:
        assert session.scalars(select(KeptDocument.text)).all() == [sale["text"]]


def test_same_document_twice_in_a_batch_is_kept_once(books: Books) -> None:
    sale = sent(books.enrol().sale())

    assert outcomes(books, sale, sale) == ["stored", "known"]


def test_same_id_with_other_content_is_put_aside_and_opens_one_case(books: Books) -> None:
    ole = sent(books.enrol().customer("Ole Moe"))
    other = changed(ole, "Ole Moe", "Ola Moe")
    books.upload(ole, at_once=True)

    assert outcomes(books, other) == ["quarantined"]
    assert outcomes(books, other) == ["quarantined"]
    assert books.cases() == 1
    with books.parts.database.reading() as session:
        assert session.scalars(select(KeptDocument.text)).all() == [ole["text"]]
        assert session.scalars(select(QuarantinedDocument.text)).all() == [other["text"]]
    books.job("1010")
    assert [row["name"] for row in books.feed("customers").values()] == ["Anna Berg", "Ole Moe"]


def test_document_of_another_register_under_a_known_id_is_quarantined(books: Books) -> None:
    sale = sent(books.enrol().sale())
    books.enrol("SEATTLE-1")
    books.upload(sale)

    assert outcomes(books, sale, by="SEATTLE-1") == ["quarantined"]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"total_minor":8000', '"total_minor":7000', "otal is 7000, but works out as 8000"),
        ('"tax_percent":"0"', '"tax_percent":"1E+999999"', "It cannot be read: lines.0.tax_percent:"),
        (':1000,"list_price', f':{10**20},"list_price', "It cannot be read: lines.0.quantity_thousandths:"),
        ('"store":"HOUSTON"', '"store":"SEATTLE"', "it was made in store SEATTLE"),
        ('"register_name":"HOUSTON-1"', '"register_name":"X"', "it was made on register X, but sent by HOUSTON-1"),
        ('"number":1,"receipt', '"number":0,"receipt', "numbers start at 1"),
        ('"kind":"transaction"', '"kind":"transaction","more":1', "It cannot be read: more:"),
        ('"voided_lines":0', '"voided_lines":"0"', "It cannot be read: voided_lines:"),
    ],
)  # fmt: skip
def test_unsound_transaction_is_parked_with_its_reason_and_acknowledged(
    books: Books, old: str, new: str, words: str
) -> None:
    bad = changed(sent(books.enrol().sale()), old, new)

    [first], [again] = books.upload(bad), books.upload(bad)

    assert first.outcome == again.outcome == "parked"
    assert words in first.reason
    assert again.reason == first.reason
    assert books.counts()["parked"] == 1
    assert books.cases() == 0


def test_unreadable_text_is_parked(books: Books) -> None:
    books.enrol()

    [result] = books.upload(
        {"id": "x", "kind": "customer", "fingerprint": fingerprint("<html>"), "text": "<html>"}
    )

    assert (result.outcome, result.reason.partition(":")[0]) == ("parked", "It cannot be read")


def test_text_that_is_not_its_fingerprints_is_parked(books: Books) -> None:
    sale = sent(books.enrol().sale()) | {"fingerprint": "0" * 64}

    [result] = books.upload(sale)

    assert result.reason == "It cannot be posted: it is not the text its fingerprint was made of"


def test_document_sent_under_another_id_is_parked(books: Books) -> None:
    sale = sent(books.enrol().sale()) | {"id": "another"}

    [result] = books.upload(sale)

    assert (result.outcome, "it was sent as another, but" in result.reason) == ("parked", True)


def test_customer_without_a_name_is_parked(books: Books) -> None:
    nobody = changed(sent(books.enrol().customer("Ole")), '"name":"Ole"', '"name":" "')

    [result] = books.upload(nobody)

    assert (result.outcome, result.reason) == (
        "parked", "It cannot be posted: A customer needs a name. Type the name.",
    )  # fmt: skip


def test_document_of_an_epoch_the_register_never_had_is_parked(books: Books) -> None:
    paper = books.enrol()
    paper.epoch = "another"

    [result] = books.upload(sent(paper.sale()))

    assert result.reason == "It cannot be posted: HOUSTON-1 was never enrolled as epoch another"


def test_documents_of_an_epoch_the_register_began_itself_are_kept_and_leave_no_hole(books: Books) -> None:
    paper = books.enrol()
    paper.epoch, paper.number = f"{paper.epoch}.2", 140

    assert outcomes(books, sent(paper.sale()), sent(paper.sale())) == ["stored", "stored"]

    with books.parts.database.reading() as session:
        assert holes(session) == []


def test_document_of_an_earlier_epoch_of_the_register_is_kept(books: Books) -> None:
    before = books.enrol()
    books.enrol()

    assert outcomes(books, sent(before.sale())) == ["stored"]


def test_second_transaction_with_a_number_is_parked(books: Books) -> None:
    paper = books.enrol()
    first = sent(paper.sale())
    paper.number = 0
    second = sent(paper.sale())

    [_, result] = books.upload(first, second)

    assert result.reason == "Number 1 of HOUSTON-1 is taken by another transaction."


def test_hole_in_the_numbers_is_noticed_and_closes_when_the_missing_one_arrives(books: Books) -> None:
    paper = books.enrol()
    first, second = sent(paper.sale()), sent(paper.sale())

    books.upload(second)
    with books.parts.database.reading() as session:
        assert [str(each) for each in holes(session)] == ["HOUSTON-1: 1 of 2 transactions not arrived"]
    assert "1 of 2 transactions not arrived" in books.job("synchronize-orders").note

    books.upload(first)
    with books.parts.database.reading() as session:
        assert holes(session) == []


def test_bad_document_does_not_hold_up_those_behind_it(books: Books) -> None:
    paper = books.enrol()
    bad = changed(sent(paper.sale()), '"total_minor":8000', '"total_minor":1')

    assert outcomes(books, bad, sent(paper.sale())) == ["parked", "stored"]
    assert books.job("synchronize-orders").rows == 1
