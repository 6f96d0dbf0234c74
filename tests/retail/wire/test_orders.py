"""An order goes down as it stands, exactly; what a newer headquarters adds is ignored, what is broken refused."""

import json
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from retail.cart import CartKind, add_line, deliver
from retail.orders.order import OrderState
from retail.orders.quotes import begin
from retail.wire.orders import order_figures, order_of, order_text, order_values, read_order
from tests.retail.orders.lives import Life
from tests.retail.shop import SETTINGS, TODAY, cart_with, hybrid, pickup, product

MODEL = TypeAdapter(OrderState)


def alive() -> Life:
    life = Life()
    life.conclude(add_line(hybrid(), product("D", 333, "6.25"), SETTINGS))
    life.conclude(life.pickup({2: 1000}))
    return life


def test_an_order_there_and_back_is_the_same() -> None:
    order = alive().order

    assert order_of(order_values(order)) == order
    assert read_order(order_text(order)) == order
    assert order_of(order_values(order)).lines[3].own_tax_percent == Decimal("6.25")


@given(st.text(), st.dates(), st.sampled_from(["0", "8.25", "1E+2", "0.00", "1E-7"]), st.integers())
def test_it_is_written_as_its_model_writes_it(name: str, day: date, percent: str, amount: int) -> None:
    order = alive().order
    terms = replace(order.terms, expires=day, collector=name)
    line = replace(order.lines[0], name=name, tax_percent=Decimal(percent), own_tax_percent=Decimal(percent))
    odd = replace(order, terms=terms, lines=(line, *order.lines[1:]), total_minor=amount)

    assert order_text(odd) == MODEL.dump_json(odd).decode()


def test_what_is_newer_is_ignored() -> None:
    order = alive().order

    assert order_of({**order_values(order), "loyalty": "gold"}) == order


@pytest.mark.parametrize(
    "change", [{"status": "melted"}, {"total_minor": "1"}, {"total_minor": 1.5}, {"lines": None}, {"id": 7}]
)
def test_what_is_no_order_is_refused(change: dict[str, Any]) -> None:
    values = {**order_values(alive().order), **change}

    with pytest.raises(ValidationError):
        read_order(json.dumps(values))


def test_figures_are_exact_and_leave_out_what_was_removed() -> None:
    life = alive()
    figures = order_figures(life.order, TODAY)

    assert (figures["number"], figures["status"], figures["paid_minor"], figures["balance_minor"]) == (
        None, "partially_invoiced", 15_054, 6300,
    )  # fmt: skip
    assert [line["invoiced_thousandths"] for line in figures["lines"]] == [1000, 1000, 0, 1000]
    assert figures["account"] == "10021"


def test_the_lines_of_a_cancelled_order_are_shown_as_cancelled() -> None:
    life = Life()
    life.conclude(deliver(cart_with(1000, 2000), [1, 2], pickup(), SETTINGS))
    life.conclude(life.cancel(0))

    assert [line["status"] for line in order_figures(life.order, TODAY)["lines"]] == ["cancelled"] * 2


def test_a_quote_shows_when_it_has_expired() -> None:
    life = Life()
    life.conclude(begin(deliver(cart_with(1000), [1], pickup(), SETTINGS), CartKind.QUOTE, TODAY))

    assert order_figures(life.order, TODAY)["status"] == "quote"
    assert order_figures(life.order, TODAY + timedelta(days=1))["status"] == "quote_expired"
