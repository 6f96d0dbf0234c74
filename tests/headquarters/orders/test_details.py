"""What a register says of an order or a sale that its store does not ask, or not so, is kept and told to a person."""

from dataclasses import replace

import pytest

from headquarters.settings.service import keep_stores
from headquarters.settings.terms_then import note_terms
from retail.attributes import AttributeKind, OrderAttribute
from retail.orders.editing import start_edit
from retail.settings import StoreSettings
from retail.wire.attributes import AttributePart
from retail.wire.uploads import TransactionDocument
from tests.headquarters.conftest import Books
from tests.headquarters.orders.test_acts import WHO, Order, order
from tests.headquarters.orders.test_worked_out_again import rewritten
from tests.headquarters.shop import sent

__all__ = ["order"]
FLOOR = OrderAttribute("floor", "Floor", AttributeKind.INTEGER)


def asks(books: Books, *attributes: OrderAttribute) -> None:
    settings = StoreSettings("HOUSTON", order_attributes=attributes)
    with books.parts.database.writing() as session:
        note_terms(session, [("HOUSTON", settings)], books.parts.now())
        keep_stores(session, [("HOUSTON", "Houston", settings)])


def saying(document: TransactionDocument, **said: str) -> TransactionDocument:
    parts = [AttributePart(attribute=name, value=text).model_dump() for name, text in sorted(said.items())]
    return rewritten(document, lambda values: values.update(attributes=parts))


def test_a_value_that_fits_is_kept_without_a_word(order: Order) -> None:
    asks(order.books, FLOOR)

    order.post(saying(order.paper.act(start_edit(order.state, WHO, "c")), floor="3"))

    assert order.state.attributes == (("floor", "3"),)
    assert order.cases() == []


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"floor": "high"}, "Floor is a number, not 'high'. Type it again."),
        ({"po": "4711"}, "po is '4711', which this store does not ask."),
    ],
)
def test_one_that_does_not_is_kept_with_a_case_and_is_not_told_again(
    order: Order, said: dict[str, str], words: str
) -> None:
    asks(order.books, FLOOR)
    order.post(saying(order.paper.act(start_edit(order.state, WHO, "c")), **said))

    assert order.state.attributes == tuple(said.items())
    [case] = order.cases()
    assert words in case
    assert "It is kept as it came; correct it on the order." in case

    order.post(saying(order.paper.act(replace(start_edit(order.state, WHO, "c"), attributes=())), **said))
    assert len(order.cases()) == 1


def test_of_a_plain_sale_it_is_told_too(books: Books) -> None:
    paper = books.enrol()
    books.upload(sent(saying(paper.sale(), floor="3")), at_once=True)

    [case] = Order(books, paper).cases()
    assert "floor is '3', which this store does not ask." in case


@pytest.mark.parametrize(
    ("attributes", "words"),
    [
        ([("a b", "1")], "an order has no attribute a b"),
        ([("a", "1"), ("a", "2")], "the attribute a is there twice"),
        ([("a", "")], "the attribute a cannot be ''"),
        ([("a", " x")], "the attribute a cannot be ' x'"),
    ],
)
def test_what_nobody_can_have_said_is_parked(
    books: Books, attributes: list[tuple[str, str]], words: str
) -> None:
    parts = [{"attribute": name, "value": text} for name, text in attributes]
    document = rewritten(books.enrol().sale(), lambda values: values.update(attributes=parts))

    [result] = books.upload(sent(document), at_once=True)

    assert words in str(result)
