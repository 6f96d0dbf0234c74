"""Layouts are data: every fault of a broken one is named, and the built-in one has none."""

import json
from typing import Any

import pytest

from retail.layout import BUILT_IN, Button, LayoutBroken, parse_layout

KNOWN = {button.operation for page in BUILT_IN.pages for button in page.buttons}


def content(*buttons: dict[str, Any], **page: Any) -> dict[str, Any]:
    grid = {"page": "Sale", "rows": 2, "columns": 3, "buttons": list(buttons), **page}
    return {"layout": "Standard", "grids": [grid]}


def button(row: int = 0, column: int = 0, **fields: Any) -> dict[str, Any]:
    return {"row": row, "column": column, "operation": "line.void", "text": {"en": "Void"}, **fields}


def faults(layout: object) -> tuple[str, ...]:
    with pytest.raises(LayoutBroken) as broken:
        parse_layout(layout, KNOWN)
    assert all(fault in str(broken.value) for fault in broken.value.faults)
    return broken.value.faults


def test_a_sound_layout_becomes_pages_of_buttons() -> None:
    text = {"en": "Void", "nb": "Annuller"}
    layout = parse_layout(
        content(button(), button(1, 1, width=2, text=text, params={"line": 1}, role="void", key="Ctrl+Del")),
        KNOWN,
    )

    (page,) = layout.pages
    assert (layout.name, page.name, page.rows, page.columns) == ("Standard", "Sale", 2, 3)
    assert page.buttons[1] == Button(1, 1, "line.void", text, 2, 1, {"line": 1}, "void", "Ctrl+Del")
    assert [page.buttons[1].text_in(language) for language in ("nb", "nl")] == ["Annuller", "Void"]


def test_the_built_in_layout_has_no_fault() -> None:
    grids = [
        {
            "page": page.name,
            "rows": page.rows,
            "columns": page.columns,
            "buttons": [
                {name: getattr(each, name) for name in Button.__dataclass_fields__} for each in page.buttons
            ],
        }
        for page in BUILT_IN.pages
    ]

    again = parse_layout(json.loads(json.dumps({"layout": BUILT_IN.name, "grids": grids})), KNOWN)

    assert again == BUILT_IN


def test_the_built_in_layout_lets_a_cashier_do_the_whole_story() -> None:
    assert {
        "order.ship_all",
        "order.pick_up_selected",
        "order.carry_out_all",
        "deposit.override",
        "order.find",
        "line.void",
        "customer.search",
        "transaction.void",
        "payment.open",
    } <= KNOWN


@pytest.mark.parametrize(
    ("layout", "fault"),
    [
        (None, "the layout is not a group of names and values"),
        ([], "the layout is not a group of names and values"),
        ({"grids": []}, "the layout: 'layout' is missing"),
        ({"layout": 5, "grids": []}, "the layout: 'layout' is not a text"),
        ({"layout": "x", "grids": {}}, "the layout: 'grids' is not a list"),
        ({"layout": "x", "grids": [], "colour": 1}, "the layout: 'colour' is unknown"),
        ({"layout": " ", "grids": content(button())["grids"]}, "the layout has no name"),
        ({"layout": "x", "grids": []}, "there are 0 pages; 1 to 5 are possible"),
        ({"layout": "x", "grids": ["page"]}, "page 1 is not a group of names and values"),
        (content(button(), page=""), "page 1: the name '' is empty or taken"),
        (
            {"layout": "x", "grids": content(button())["grids"] * 2},
            "page 2: the name 'Sale' is empty or taken",
        ),
        (content(button(), rows=0), "page 1: a grid of 0 x 3 cells; 1 to 12 each are possible"),
        (content(button(), columns=13), "page 1: a grid of 2 x 13 cells; 1 to 12 each are possible"),
        (content(button(), columns=True), "page 1: 'columns' is not a whole number"),
        (content(), "page 1: there are no buttons"),
        (content(button(row=None)), "page 1, button 1: 'row' is not a whole number"),  # type: ignore[arg-type]
        (content({"row": 0, "column": 0, "text": {"en": "x"}}), "page 1, button 1: 'operation' is missing"),
        (content(button(size=1)), "page 1, button 1: 'size' is unknown"),
        (content(button(operation="line.fly")), "page 1, button 1: there is no operation 'line.fly'"),
        (content(button(text={"nb": "x"})), "page 1, button 1: the text in English is missing"),
        (content(button(text={"en": " "})), "page 1, button 1: the text in English is missing"),
        (
            content(button(text={"en": "x", "sv": "y"})),
            "page 1, button 1: 'sv' is no language of ours, or its text is not a text",
        ),
        (
            content(button(text={"en": "x", "nb": 5})),
            "page 1, button 1: 'nb' is no language of ours, or its text is not a text",
        ),
        (content(button(role="pink")), "page 1, button 1: there is no role 'pink'"),
        (content(button(key="F13")), "page 1, button 1: there is no key 'F13'"),
        (content(button(key="A")), "page 1, button 1: there is no key 'A'"),
        (
            content(button(key="F6"), button(0, 1, key="F6")),
            "page 1, button 2: the key F6 is taken by page 1, button 1",
        ),
        (content(button(width=0)), "page 1, button 1: a size of 0 x 1 cells"),
        (content(button(2, 0)), "page 1, button 1: it lies outside the grid of 2 x 3 cells"),
        (content(button(0, 2, width=2)), "page 1, button 1: it lies outside the grid of 2 x 3 cells"),
        (content(button(0, -1)), "page 1, button 1: it lies outside the grid of 2 x 3 cells"),
        (content(button(height=2), button(1, 0)), "page 1, button 2: it overlaps page 1, button 1"),
    ],
)
def test_a_fault_is_named_with_its_place(layout: object, fault: str) -> None:
    assert faults(layout) == (fault,)


def test_every_fault_is_named_at_once() -> None:
    broken = content(
        button(operation="x.y"), button(), button(9, 9, role="pink", key="F1"), button(0, 1, key="F1")
    )

    assert len(faults(broken)) == 5


def test_the_words_name_the_layout() -> None:
    for layout, name in ((content(), "Standard"), ([], "without a name"), ({"layout": 7}, "7")):
        with pytest.raises(LayoutBroken, match=f"The layout {name} is broken: "):
            parse_layout(layout, KNOWN)
