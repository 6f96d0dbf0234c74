"""An order set aside for its modes of delivery is posted once by a correction, and nothing else is changed by one."""

import json
from dataclasses import replace

import pytest
from sqlalchemy import select

from headquarters.settings.service import keep_stores, settings_of_store
from headquarters.uploads.models import KeptDocument, State
from headquarters.uploads.posting import retry
from retail.wire.notices import CorrectedLinePart, CorrectionDocument
from retail.wire.uploads import TransactionDocument
from tests.headquarters.conftest import Books, both_engines
from tests.headquarters.shop import PaperRegister, changed, sent

pytestmark = both_engines


def ships_by(books: Books, *modes: str) -> None:
    """Publish other modes of delivery to the store."""
    with books.parts.database.writing() as session:
        settings = replace(settings_of_store(session, "HOUSTON"), delivery_modes=modes)
        keep_stores(session, [("HOUSTON", "Houston", settings)])


def by_air(document: TransactionDocument) -> dict[str, str]:
    return changed(sent(document), '"mode":"ground"', '"mode":"air"')


def correction(
    paper: PaperRegister, about: TransactionDocument, mode: str = "ground", line: int = 1
) -> dict[str, str]:
    return sent(
        CorrectionDocument(
            id=paper.ids.new(), register_name=paper.register, store=paper.store, made_at=about.made_at,
            made_by="cashier", about=about.id, confirmation_number="L",
            lines=(CorrectedLinePart(number=line, mode=mode),),
        )
    )  # fmt: skip


def states(books: Books) -> list[tuple[str, State, str]]:
    with books.parts.database.reading() as session:
        rows = session.scalars(select(KeptDocument).order_by(KeptDocument.id)).all()
        return [(each.kind, each.state, each.reason) for each in rows]


def test_it_is_posted_by_the_mode_of_the_correction_and_what_came_stays(books: Books) -> None:
    paper = books.enrol()
    order = paper.shipment()
    [told] = books.upload(by_air(order), at_once=True)
    assert (told.outcome, "air does not deliver Apple" in told.reason) == ("parked", True)

    books.upload(correction(paper, order), correction(paper, order), at_once=True)

    [posted] = books.orders()
    assert [line.mode for line in posted.lines] == ["ground"]
    assert (posted.total_minor, posted.paid_minor) == (order.total_minor, order.paid_minor)
    assert [state for _, state, _ in states(books)] == [State.POSTED] * 3
    assert states(books)[2][2] == "What it corrects was posted already; nothing of it was changed."
    with books.parts.database.reading() as session:
        kept = session.scalars(select(KeptDocument).where(KeptDocument.uuid == order.id)).one()
        assert (kept.text, json.loads(kept.repaired or "")["lines"][0]["delivery"]["mode"]) == (
            by_air(order)["text"],
            "ground",
        )
    assert books.counts()["transactions"] == 1


def test_what_is_done_to_the_order_waits_for_it_and_goes_on_behind_the_correction(books: Books) -> None:
    paper = books.enrol()
    order = paper.shipment()
    books.upload(by_air(order))
    sale = paper.sale()
    books.upload(sent(sale))
    books.job("synchronize-orders")
    assert books.counts() | {"customers": 0} == {
        "customers": 0, "orders": 0, "transactions": 1, "cases": 0, "parked": 1
    }  # fmt: skip

    books.upload(correction(paper, order))
    books.job("synchronize-orders")

    assert books.counts() | {"customers": 0} == {
        "customers": 0, "orders": 1, "transactions": 2, "cases": 0, "parked": 0
    }  # fmt: skip


def test_a_mode_that_does_not_take_it_either_leaves_it_set_aside_until_another_one_does(books: Books) -> None:
    paper = books.enrol()
    order = paper.shipment()
    books.upload(by_air(order), correction(paper, order, "pigeon"), at_once=True)
    assert [state for _, state, _ in states(books)] == [State.PARKED, State.POSTED]
    assert "pigeon does not deliver Apple" in states(books)[0][2]

    books.upload(correction(paper, order), at_once=True)

    assert [line.mode for line in books.orders()[0].lines] == ["ground"]


def test_a_correction_of_what_has_not_arrived_waits_and_one_of_another_line_or_register_is_set_aside(
    books: Books,
) -> None:
    paper, other = books.enrol(), replace(books.enrol("HOUSTON-2"), seed=2)
    order = paper.shipment()
    books.upload(correction(paper, order), at_once=True)
    assert states(books)[0][1:] == (
        State.WAITING, "It waits for the document it corrects."
    )  # fmt: skip

    books.upload(by_air(order), correction(paper, order, line=7))
    books.upload(correction(other, order), by="HOUSTON-2")
    books.job("synchronize-orders")

    assert [(kind, state) for kind, state, _ in states(books)] == [
        ("correction", State.WAITING), ("transaction", State.PARKED), ("correction", State.PARKED),
        ("correction", State.PARKED),
    ]  # fmt: skip
    assert [reason for *_, reason in states(books)][2:] == [
        "It corrects line 7, which is not shipped.",
        "it was made on register HOUSTON-1, but sent by HOUSTON-2",
    ]
    books.job("synchronize-orders")
    assert states(books)[1][1] is State.POSTED


def test_once_the_mode_is_there_again_it_is_posted_as_it_came(books: Books) -> None:
    paper = books.enrol()
    order = paper.shipment()
    books.upload(by_air(order), at_once=True)
    ships_by(books, "ground", "air")

    with books.parts.database.writing() as session:
        kept = session.scalars(select(KeptDocument)).one()
        assert retry(session, kept.id, books.parts.now()) is State.POSTED

    assert [line.mode for line in books.orders()[0].lines] == ["air"]


@pytest.mark.parametrize("modes", [(), ("air",)])
def test_an_order_under_modes_that_take_it_and_one_of_a_store_without_any_are_posted(
    books: Books, modes: tuple[str, ...]
) -> None:
    paper = books.enrol()
    ships_by(books, *modes)

    books.upload(by_air(paper.shipment()), at_once=True)

    assert books.counts()["orders"] == 1
