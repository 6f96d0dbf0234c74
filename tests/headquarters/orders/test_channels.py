"""Orders of other channels: each made once by the channel's own number, bad ones named by row, field, value, rule."""

from typing import Any

import pytest

from headquarters.errors import Refusal
from headquarters.orders.channel_files import orders_of_csv
from headquarters.orders.channels import ChannelOrderPart, Outcome, counted, take_orders
from retail.orders.kinds import Origin
from tests.headquarters.conftest import Books

WEB = {"channel": "web", "id": "W-1", "store": "HOUSTON", "customer": "10001", "mode": "pickup",
       "lines": [{"product": "A", "quantity": "2"}]}  # fmt: skip


def order(**more: Any) -> ChannelOrderPart:
    said = WEB | more
    return ChannelOrderPart.model_validate(said | {"lines": tuple(said["lines"])}, strict=False)


def take(books: Books, *orders: ChannelOrderPart, trial: bool = False, **more: Any) -> list[Outcome]:
    return take_orders(books.parts, list(enumerate(orders, 1)), "Ada", trial=trial, **more)


def said(done: list[Outcome]) -> list[tuple[int, str, str, str, str]]:
    return [(each.row, each.outcome, each.field, each.value, str(each.rule)) for each in done]


def test_an_order_is_made_once_and_keeps_its_origin(books: Books) -> None:
    [made] = take(books, order(paid="144.00"))
    [again] = take(books, order(paid="144.00"))

    assert (made.outcome, again.outcome, again.order, again.number) == (
        "made",
        "known",
        made.order,
        "SO-000001",
    )
    [stands] = books.orders()
    assert (stands.origin, stands.paid_minor, stands.events[0].receipt) == (Origin.ONLINE, 14400, "W-1")


def test_another_order_under_a_known_number_is_refused(books: Books) -> None:
    take(books, order())

    assert said(take(books, order(note="another")))[0][1:4] == ("refused", "id", "W-1")
    assert len(books.orders()) == 1


def test_a_trial_says_what_would_come_of_it_and_makes_nothing(books: Books) -> None:
    done = take(books, order(), order(id="W-2", store="NOWHERE"), trial=True)

    assert [each.outcome for each in done] == ["sound", "refused"]
    assert books.orders() == []


@pytest.mark.parametrize(
    ("more", "field", "value", "rule"),
    [
        ({"channel": " "}, "channel", " ", "It is needed and empty. Type it."),
        ({"id": ""}, "id", "", "It is needed and empty. Type it."),
        ({"store": "NOWHERE"}, "store", "NOWHERE", "There is no store NOWHERE here. Type one of yours."),
        ({"customer": "99"}, "customer", "99", "No customer has this account, id or e-mail. Make them first."),
        ({"customer": ""}, "customer", "", "No customer has this account, id or e-mail. Make them first."),
        ({"origin": "store"}, "origin", "store", "It is one of: online, call_centre, hq, crm."),
        ({"kind": "sale"}, "kind", "sale", "It is one of: order, quote."),
        ({"day": "soon"}, "day", "soon", "'soon' is not a day. Type it as 2026-12-24."),
        ({"paid": "x"}, "paid", "x", "'x' is not an amount. Type it again."),
        ({"lines": [{"product": "A", "quantity": "-1"}]}, "quantity", "-1", "'-1' is not a quantity. Type it again."),
        ({"lines": [{"product": "A", "price": "1,2,3"}]}, "price", "1,2,3", "'1,2,3' is not an amount. Type it again."),
        ({"lines": [{"product": "B"}]}, "product", "B",
         "There is no product B. Type its number as the catalogue has it."),
        ({"mode": "air", "line1": "Storgt 1"}, "delivery", "air",
         "There is no delivery mode air. Choose one of: ground."),
    ],
)  # fmt: skip
def test_a_bad_order_is_refused_by_field_value_and_rule_and_the_rest_goes_in(
    books: Books, more: dict[str, Any], field: str, value: str, rule: str
) -> None:
    done = take(books, order(**more), order(id="W-9"))

    assert said(done) == [(1, "refused", field, value, rule), (2, "made", "", "", "")]
    assert counted(done) == {"refused": 1, "made": 1}


def test_orders_are_taken_for_the_stores_that_somebody_sees_alone(books: Books) -> None:
    [done] = take(books, order(), stores=frozenset({"SEATTLE"}))

    assert done.field == "store"


def test_a_call_centre_that_completes_its_orders_says_so(books: Books) -> None:
    take(books, order(origin="call_centre", completion=True))

    assert (books.orders()[0].origin, books.orders()[0].order_completion) == (Origin.CALL_CENTRE, True)


FILE = """\ufeffchannel,id,store,customer,mode,paid,product,quantity,price
web,W-1,HOUSTON,10001,pickup,10,A,2,
web,W-2,HOUSTON,10001,pickup,,A,1,50

web,W-1,,,,,A,1,
web,W-1,,,,,A,3,"40,00"
"""


def test_a_file_has_a_row_for_every_line_of_an_order(books: Books) -> None:
    numbered, refused = orders_of_csv(FILE)

    assert [(line, each.id, [goods.quantity for goods in each.lines]) for line, each in numbered] == [
        (2, "W-1", ["2", "1", "3"]), (3, "W-2", ["1"]),
    ]  # fmt: skip
    assert refused == []
    assert [each.outcome for each in take_orders(books.parts, numbered, "Ada", trial=False)] == [
        "made",
        "made",
    ]
    assert sorted(each.total_minor for each in books.orders()) == [5000, 33600]


@pytest.mark.parametrize(
    ("row", "field", "value", "rule"),
    [
        ("web,W-1,SEATTLE,,,,A,1,", "store", "SEATTLE", "The first row of this order says HOUSTON."),
        ("web,W-1,,,,,A,1,,more", "", "more", "This row has more cells than there are columns."),
        (f"web,W-1,,,,,{'x' * 255},1,", "", "", "254"),
    ],
)
def test_a_row_that_cannot_be_read_leaves_out_its_order_alone(
    row: str, field: str, value: str, rule: str
) -> None:
    numbered, [refused] = orders_of_csv(FILE + row + "\n")

    assert [each.id for _, each in numbered] == ["W-2"]
    assert (refused.id, refused.field, refused.value) == ("W-1", field, value)
    assert rule in str(refused.rule)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "missing: channel, id, store, customer, product"),
        ("channel,id,store,customer,product,colour\n", "Unknown: colour"),
        ("channel,id,id,store,customer,product\n", "twice: id"),
        ('channel,id,store,customer,product\nweb,"W"x,,,\n', "Line 2 cannot be read"),
        ('channel,id,store,customer,product\n"web', "Line 2 cannot be read"),
    ],
)
def test_what_is_no_such_file_is_refused_as_a_whole(text: str, words: str) -> None:
    with pytest.raises(Refusal, match=words):
        orders_of_csv(text)
