"""Repair and post: what came stays, what a person put right is posted once."""

import json

import pytest
from sqlalchemy import select

from headquarters.errors import Refusal
from headquarters.orders.models import Transaction
from headquarters.uploads.leaving import leave
from headquarters.uploads.models import KeptDocument, State
from headquarters.uploads.posting import repair, retry
from headquarters.uploads.repairing import repaired_text, values_of
from tests.headquarters.conftest import Books, both_engines
from tests.headquarters.shop import changed, sent


def parked(books: Books) -> KeptDocument:
    """A sale whose total does not work out."""
    books.upload(changed(sent(books.enrol().sale()), '"total_minor":8000', '"total_minor":1'), at_once=True)
    with books.parts.database.reading() as session:
        return session.scalars(select(KeptDocument)).one()


@both_engines
def test_a_repaired_document_is_posted_once_and_what_came_stays(books: Books) -> None:
    before = parked(books)
    text = repaired_text(before.text, {"total_minor": "8000"})

    with books.parts.database.writing() as session:
        assert repair(session, before.id, text, "2026-11-02T13:00:00.000+00:00") is State.POSTED

    with books.parts.database.writing() as session:
        kept = session.scalars(select(KeptDocument)).one()
        assert (kept.text, kept.repaired, kept.number) == (before.text, text, 1)
        assert [each.total_minor for each in session.scalars(select(Transaction))] == [8000]
        with pytest.raises(Refusal, match="no such parked document"):
            repair(session, before.id, text, "2026-11-02T13:00:00.000+00:00")
    came = {"id": before.uuid, "kind": before.kind, "fingerprint": before.fingerprint, "text": before.text}
    assert [each.outcome for each in books.upload(came, at_once=True)] == ["known"]


@both_engines
@pytest.mark.parametrize("at_once", [True, False])
def test_what_nothing_further_is_done_about_is_known_when_it_comes_again_and_is_not_booked(
    books: Books, at_once: bool
) -> None:
    before = parked(books)
    came = {"id": before.uuid, "kind": before.kind, "fingerprint": before.fingerprint, "text": before.text}
    assert [each.outcome for each in books.upload(came, at_once=at_once)] == ["parked"]

    with books.parts.database.writing() as session:
        leave(session, before.id, "Ada", " given back by hand ", books.parts.now())

    assert [each.outcome for each in books.upload(came, at_once=at_once)] == ["known"]
    with books.parts.database.reading() as session:
        kept = session.scalars(select(KeptDocument)).one()
        assert (kept.state, kept.left_by, kept.left_because) == (State.PARKED, "Ada", "given back by hand")
        assert kept.reason == before.reason
        assert session.scalars(select(Transaction)).all() == []


@both_engines
def test_what_could_not_be_posted_either_is_refused_and_nothing_is_kept(books: Books) -> None:
    before = parked(books)

    with books.parts.database.writing() as session, pytest.raises(Refusal, match="works out as 8000"):
        repair(
            session,
            before.id,
            repaired_text(before.text, {"total_minor": "2"}),
            "2026-11-02T13:00:00.000+00:00",
        )

    with books.parts.database.reading() as session:
        kept = session.scalars(select(KeptDocument)).one()
        assert (kept.state, kept.repaired, kept.reason) == (State.PARKED, None, before.reason)


@both_engines
def test_another_try_of_a_repaired_document_goes_by_the_repair(books: Books) -> None:
    before = parked(books)
    with books.parts.database.writing() as session:
        kept = session.get(KeptDocument, before.id)
        assert kept is not None
        kept.repaired = repaired_text(before.text, {"total_minor": "8000"})

    with books.parts.database.writing() as session:
        assert retry(session, before.id, "2026-11-02T13:00:00.000+00:00") is State.POSTED


def test_who_said_it_when_and_under_which_number_stays() -> None:
    text = json.dumps(
        {"id": "x", "number": 3, "total_minor": 1, "lines": [{"name": "Apple", "gone": None}], "ok": True}
    )

    assert [(each.path, each.shown) for each in values_of(text)] == [
        ("total_minor", "1"), ("lines / 1 / name", "Apple"), ("lines / 1 / gone", "null"), ("ok", "true"),
    ]  # fmt: skip
    typed = {
        "number": "4",
        "total_minor": "2",
        "lines / 1 / name": "Pear",
        "lines / 1 / gone": "some",
        "ok": "false",
    }
    assert json.loads(repaired_text(text, typed)) == {
        "id": "x", "number": 3, "total_minor": 2, "lines": [{"name": "Pear", "gone": "some"}], "ok": False,
    }  # fmt: skip


def test_what_is_no_number_or_no_change_is_refused() -> None:
    text = json.dumps({"total_minor": 1})

    with pytest.raises(Refusal, match="total_minor: 'many' is no number"):
        repaired_text(text, {"total_minor": "many"})
    with pytest.raises(Refusal, match="Nothing was put right"):
        repaired_text(text, {"total_minor": "1"})


@pytest.mark.parametrize("text", ["", "[", "3", "[1]", "[" * 100_000, json.dumps({"x": list(range(3000))})])
def test_what_is_no_document_has_no_values_to_put_right(text: str) -> None:
    assert values_of(text) == []
