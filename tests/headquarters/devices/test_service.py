"""Enrolment codes work once and for a quarter of an hour; tokens are kept hashed and can be taken away."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from headquarters.devices.models import Device, EnrolmentCode
from headquarters.devices.proving import Proof
from headquarters.devices.recognising import recognise
from headquarters.devices.service import CODE_BYTES, enrol, make_code, revoke
from headquarters.errors import Refusal
from retail.wire.proof import FIRST_COUNTER
from tests.headquarters.conftest import Books

REFUSED = "This code is not valid"


def new_code(books: Books, register: str = "HOUSTON-1") -> str:
    with books.parts.database.writing() as session:
        return make_code(session, register, books.clock.now())


def use(books: Books, code: str, epoch: str = "epoch-1") -> str:
    with books.parts.database.writing() as session:
        _, token = enrol(session, code, "pc", epoch, books.clock.now())
    return token


def register_of(books: Books, token: str) -> str | None:
    """The register that a call with this token alone comes from."""
    try:
        return recognise(books.parts, Proof(token, "", "", b"", FIRST_COUNTER, ""), "here").register
    except Refusal:
        return None


def test_code_has_more_than_64_random_bits() -> None:
    assert CODE_BYTES * 8 >= 64


def test_code_makes_a_device_whose_token_is_known(books: Books) -> None:
    token = use(books, new_code(books))

    assert register_of(books, token) == "HOUSTON-1"
    assert register_of(books, token + "x") is None


def test_code_may_be_typed_as_people_type(books: Books) -> None:
    code = new_code(books)

    assert register_of(books, use(books, f" {code.lower().replace('-', ' ')} ")) == "HOUSTON-1"


def test_code_works_once(books: Books) -> None:
    code = new_code(books)
    use(books, code)

    with pytest.raises(Refusal, match=REFUSED):
        use(books, code, "epoch-2")


def test_code_works_until_its_last_moment_and_not_after(books: Books) -> None:
    code, late = new_code(books), new_code(books)

    books.clock.time += timedelta(minutes=15) - timedelta(milliseconds=1)
    use(books, code)
    books.clock.time += timedelta(milliseconds=1)
    with pytest.raises(Refusal, match=REFUSED):
        use(books, late, "epoch-2")


@pytest.mark.parametrize("code", ["", "AAAA-AAAA-AAAA-AAAA", "' OR 1=1 --", "\ud800"])
def test_unknown_code_is_refused_in_the_same_words(books: Books, code: str) -> None:
    new_code(books)

    with pytest.raises(Refusal, match=REFUSED):
        use(books, code)


def test_code_for_an_unknown_register_is_refused(books: Books) -> None:
    with pytest.raises(Refusal, match="There is no register HOUSTON-9"):
        new_code(books, "HOUSTON-9")


def test_neither_code_nor_token_is_kept_as_it_is(books: Books) -> None:
    code = new_code(books)
    token = use(books, code)

    with books.parts.database.reading() as session:
        assert code.replace("-", "") not in session.scalars(select(EnrolmentCode.code_hash)).one()
        assert token not in session.scalars(select(Device.token_hash)).one()
    raw = b"".join(each.read_bytes() for each in books.folder.iterdir())
    assert token.encode() not in raw
    assert code.replace("-", "").encode() not in raw


def test_revoked_token_is_unknown_at_once(books: Books) -> None:
    token = use(books, new_code(books))

    with books.parts.database.writing() as session:
        assert revoke(session, "HOUSTON-1", books.clock.now()) == 1

    assert register_of(books, token) is None


def test_register_enrolled_anew_has_one_device(books: Books) -> None:
    first = use(books, new_code(books))
    second = use(books, new_code(books), "epoch-2")

    assert (register_of(books, first), register_of(books, second)) == (None, "HOUSTON-1")
