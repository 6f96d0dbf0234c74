"""Headquarters asks again whether who did something had the right to: what nobody had is booked, and a case."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select

from headquarters.cases.models import Case
from headquarters.context import stored
from headquarters.manage.retailer import Retailer, keep_retailer
from headquarters.people.rights_then import RightsSaid
from headquarters.people.told_then import NOT_HEARD
from retail.cart import Cart
from retail.pricing import Consent, discount_lines, discount_total, override_price
from retail.wire.uploads import TransactionDocument
from tests.headquarters.conftest import Books, both_engines
from tests.headquarters.shop import NOW, PaperRegister, as_json, sent

ADA = {"user": "ada", "name": "Ada", "role": "manager", "pin": "654321"}
EVERYTHING = ["price_override", "discount", "blind_return"]


def give(books: Books, rights: list[str], **limits: Any) -> None:
    """Have headquarters tell its registers what Ada may, and how far a cashier goes alone."""
    said: dict[str, Any] = {"tenant": "test", "staff": [ADA | {"rights": rights}]}
    if limits:
        role_limits = [{"role": "cashier", **limits}]
        said["stores"] = [{"store": "HOUSTON", "name": "Houston", "settings": {"role_limits": role_limits}}]
    with books.parts.database.writing() as session:
        keep_retailer(session, Retailer.model_validate_json(as_json(said)), books.parts.now())


def cases(books: Books) -> list[str]:
    with books.parts.database.reading() as session:
        return list(session.scalars(select(Case.words).where(Case.kind == "rights")))


def repriced(paper: PaperRegister, by: str, price: int = 5000) -> TransactionDocument:
    return paper._concluded(override_price(paper._cart(1), 1, price, Consent("Damaged", by)))


def post(books: Books, *documents: TransactionDocument) -> None:
    results = books.upload(*[sent(each) for each in documents], at_once=True)
    assert [each.outcome for each in results] == ["stored"] * len(documents)
    assert books.counts()["transactions"] >= len(documents), "booked, whoever did it"


@pytest.mark.parametrize("by", ["cashier", "nobody we know", "ada"])
def test_a_price_that_nobody_named_had_the_right_to_is_booked_and_a_case(books: Books, by: str) -> None:
    give(books, [])
    post(books, repriced(books.enrol(), by))

    (words,) = cases(books)
    assert f"another price of Apple, which {by} had no right to" in words
    assert words.endswith("It is booked as it came.")


def test_what_somebody_had_the_right_to_or_another_allowed_is_no_case(books: Books) -> None:
    give(books, EVERYTHING)
    paper = books.enrol()
    plain = paper.sale()
    whole = paper._concluded(
        discount_total(paper._cart(1), Consent("Damaged", "ada"), percent=None, amount_minor=500)
    )

    post(books, plain, repriced(paper, "ada"), whole)

    assert cases(books) == []


def test_within_the_limit_of_a_role_no_right_is_needed_and_beyond_it_is(books: Books) -> None:
    give(books, [], price_override_percent="10", line_discount_percent="5", total_discount_percent="5")
    paper = books.enrol()

    def off(percent: int) -> TransactionDocument:
        cart: Cart = discount_lines(
            paper._cart(1), [1], Consent("Damaged", "cashier"), percent=Decimal(percent)
        )
        return paper._concluded(cart)

    post(books, repriced(paper, "cashier", 7200), off(5))
    assert cases(books) == []

    post(books, repriced(paper, "cashier", 7100), off(6))
    assert [each.partition(": ")[2].partition(",")[0] for each in cases(books)] == [
        "another price of Apple",
        "a discount on Apple",
    ]


@both_engines
def test_a_discount_is_asked_for_by_its_amount_and_by_the_limits_of_the_person(books: Books) -> None:
    def off(by: str, percent: int) -> TransactionDocument:
        cart: Cart = discount_lines(paper._cart(1), [1], Consent("Damaged", by), percent=Decimal(percent))
        return paper._concluded(cart)

    paper = books.enrol()
    give(books, [], line_discount_percent="10", line_discount_minor=400)
    post(books, off("cashier", 5))
    assert cases(books) == []
    post(books, off("cashier", 6))
    assert len(cases(books)) == 1, "6 % of 80.00 is above 4.00"

    own = {"staff": [ADA | {"rights": [], "limits": {"line_discount_percent": "20"}}]}
    with books.parts.database.writing() as session:
        keep_retailer(session, Retailer.model_validate_json(as_json(own)), books.parts.now())
    post(books, off("ada", 20))
    assert len(cases(books)) == 1
    post(books, off("ada", 21))
    assert len(cases(books)) == 2


@pytest.mark.parametrize(("days", "count"), [(29, 0), (31, 1)])
def test_a_right_counts_as_long_as_a_register_may_not_have_heard_that_it_was_taken_away(
    books: Books, days: int, count: int
) -> None:
    assert timedelta(days=30) == NOT_HEARD
    give(books, EVERYTHING)
    give(books, [])
    with books.parts.database.writing() as session:
        given, taken = session.scalars(
            select(RightsSaid).where(RightsSaid.user == "ada").order_by(RightsSaid.id)
        )
        given.said_at, taken.said_at = stored(NOW - timedelta(days=99)), stored(NOW - timedelta(days=days))

    post(books, repriced(books.enrol(), "ada"))

    assert len(cases(books)) == count


def test_the_same_document_opens_one_case_however_often_it_comes(books: Books) -> None:
    give(books, [])
    document = sent(repriced(books.enrol(), "cashier"))
    for _ in range(3):
        books.upload(document, at_once=True)

    assert len(cases(books)) == 1
