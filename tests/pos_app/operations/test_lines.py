"""Lines: changed, struck and selected by number, by selection, else the last one."""

import pytest

from tests.fixtures.fix_register import Register


@pytest.fixture(autouse=True)
def three_lines(register: Register) -> None:
    for number in ("A", "B", "T1"):
        register.do("product.add", number=number)


def active(register: Register) -> list[int]:
    return [line["number"] for line in register.cart["lines"] if not line["voided"]]


def test_a_quantity_is_changed_on_the_line_named_selected_or_last(register: Register) -> None:
    register.do("line.quantity", line=1, quantity="2")
    register.do("line.select", lines=[2])
    register.do("line.quantity", quantity="3")
    register.do("line.select", lines=[])
    register.do("line.quantity", quantity="4")

    assert [line["quantity_thousandths"] for line in register.cart["lines"]] == [2000, 3000, 4000]


def test_a_quantity_is_asked_for(register: Register) -> None:
    assert register.asks("line.quantity") == ["quantity"]
    assert register.asks("line.quantity", quantity="") == ["quantity"]


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"quantity": "0"}, "quantity of 0"),
        ({"quantity": "many"}, "not a quantity"),
        ({"quantity": "1", "line": 9}, "no line 9"),
        ({"quantity": "1", "line": "1"}, "line must be a whole number"),
        ({"quantity": "1", "line": True}, "line must be a whole number"),
        ({"quantity": 2}, "quantity must be a text"),
    ],
)
def test_a_quantity_that_cannot_be_is_refused(
    register: Register, params: dict[str, object], words: str
) -> None:
    assert words in register.refused("line.quantity", **params)


def test_one_quantity_for_several_lines_is_refused(register: Register) -> None:
    register.do("line.select", lines=[1, 2])

    assert "Several lines" in register.refused("line.quantity", quantity="2")


def test_a_void_line_stays_in_the_journal_and_out_of_the_total(register: Register) -> None:
    register.do("line.void", line=1)

    assert active(register) == [2, 3]
    assert register.cart["total_minor"] == 4350
    entry = list(register.session.journal.entries())[-1]
    assert entry.kind == "line.void"
    assert '"product":"A"' in entry.text
    assert entry.user == "cashier"


def test_without_a_number_the_selected_lines_or_the_last_are_struck(register: Register) -> None:
    register.do("line.select", lines=[1, 2])
    assert str(register.do("line.void").message) == "Voided 2 lines."
    register.do("line.void")

    assert active(register) == []


def test_a_void_line_cannot_be_struck_or_selected_again(register: Register) -> None:
    register.do("line.void", line=2)

    assert "no line 2" in register.refused("line.void", line=2)
    assert "no line 2" in register.refused("line.select", lines=[2])


def test_a_sale_whose_lines_are_all_void_has_no_line_to_change(register: Register) -> None:
    for line in (1, 2, 3):
        register.do("line.void", line=line)

    assert "nothing in the sale" in register.refused("line.void")
    assert "nothing in the sale" in register.refused("line.quantity", quantity="1")


def test_lines_to_select_are_a_list_of_numbers(register: Register) -> None:
    assert "list of whole numbers" in register.refused("line.select", lines="1")
    assert "list of whole numbers" in register.refused("line.select", lines=["1"])
    assert register.asks("line.select") == ["lines"]
