"""Layouts are data: every fault of a broken one is named, and the built-in one has none."""

import json
from typing import Any

import pytest

from retail.layout import Button, LayoutBroken, parse_layout
from retail.layout_built_in import BUILT_IN, WELCOME

KNOWN = {button.operation for page in BUILT_IN.pages for button in page.buttons}


ICONS = {"ship", "void"}


def content(*buttons: dict[str, Any], **page: Any) -> dict[str, Any]:
    grid = {"page": "Sale", "rows": 2, "columns": 3, "buttons": list(buttons), **page}
    return {"layout": "Standard", "grids": [grid]}


def button(row: int = 0, column: int = 0, **fields: Any) -> dict[str, Any]:
    return {"row": row, "column": column, "operation": "line.void", "text": {"en": "Void"}, **fields}


def grids(*pages: dict[str, Any]) -> dict[str, Any]:
    return {"layout": "Standard", "grids": [{**content(button())["grids"][0], **page} for page in pages]}


def faults(layout: object) -> tuple[str, ...]:
    with pytest.raises(LayoutBroken) as broken:
        parse_layout(layout, KNOWN, ICONS)
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


def test_a_layout_may_say_where_one_begins() -> None:
    assert parse_layout(content(button()), KNOWN).start == ""
    assert parse_layout(content(button()) | {"start": "welcome"}, KNOWN).start == "welcome"
    assert faults(content(button()) | {"start": "home"}) == ("start 'home' is none of sale, welcome",)


def test_a_layout_may_say_what_the_customer_card_shows() -> None:
    assert parse_layout(content(button()), KNOWN).card == ()
    assert parse_layout(content(button()) | {"card": ["club", "size"]}, KNOWN).card == ("club", "size")
    assert faults(content(button()) | {"card": "club"}) == ("the layout: 'card' is not a list",)
    for card in ([7], ["my club"], [None]):
        assert faults(content(button()) | {"card": card}) == (
            "card: every one is the id of an attribute of customers, such as 'club'",
        )
    assert faults(content(button()) | {"card": ["a", "b", "c", "d"]}) == (
        "card: 4 attributes; at most 3 fit",
    )


def test_the_built_in_layout_has_no_fault() -> None:
    pages = [
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

    again = parse_layout(json.loads(json.dumps({"layout": BUILT_IN.name, "grids": pages})), KNOWN)

    assert again.pages == BUILT_IN.pages


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
        (content(button(text={"en": " "})), "page 1, button 1: the text in 'en' is empty"),
        (
            content(button(text={"en": "x", "sv": "y"})),
            "page 1, button 1: 'sv' is no language of ours",
        ),
        (
            content(button(text={"en": "x", "nb": 5})),
            "page 1, button 1: the text in 'nb' is not a text",
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
        (content(button(icon="star")), "page 1, button 1: there is no icon 'star'"),
        (
            content(button(count="sales")),
            (
                "page 1, button 1: there is no count 'sales'; "
                "there are waiting, attention, to_fulfil, to_pick_up, to_ship"
            ),
        ),
        (
            content(button(), size="800x600"),
            "page 1: there is no size '800x600'; there are 1024x768, 1366x768, 1920x1080, 768x1366, 1080x1920",
        ),
        (content(button(), title={"nb": ""}), "page 1: the text in 'nb' is empty"),
        ({**content(button()), "renamed": {"line.strike": 5}}, "the new name of 'line.strike' is not a text"),
        (
            {**content(button()), "renamed": {"line.strike": "line.fly"}},
            "'line.strike' is now 'line.fly': there is no operation 'line.fly'",
        ),
        (grids(*[{"page": str(number)} for number in range(6)]), "there are 6 pages; 1 to 5 are possible"),
        (
            grids({"page": "Sale", "size": "1024x768"}, {"page": "Sale", "size": "1024x768"}),
            "page 2: the name 'Sale' is empty or taken",
        ),
        (
            grids(
                {"page": "Sale", "buttons": [button(key="F6")]},
                {"page": "More", "size": "1024x768", "buttons": [button(key="F6")]},
            ),
            "page 2, button 1: the key F6 is taken by page 1, button 1",
        ),
    ],
)
def test_a_fault_is_named_with_its_place(layout: object, fault: str) -> None:
    assert faults(layout) == (fault,)


def test_a_page_may_be_another_one_on_another_screen() -> None:
    layout = parse_layout(
        grids(
            {"page": "Sale", "title": {"nb": "Salg"}, "buttons": [button(key="F6")]},
            {"page": "Sale", "size": "1024x768", "buttons": [button(key="F6", icon="void", count="waiting")]},
            {"page": "Sale", "size": "1920x1080", "buttons": [button(key="F6")]},
        ),
        KNOWN,
        ICONS,
    )

    assert [(page.name, page.size) for page in layout.pages] == [
        ("Sale", ""), ("Sale", "1024x768"), ("Sale", "1920x1080"),
    ]  # fmt: skip
    assert layout.pages[0].title == {"nb": "Salg"}
    assert (layout.pages[1].buttons[0].icon, layout.pages[1].buttons[0].count) == ("void", "waiting")


def test_a_layout_may_have_groups_of_its_own_for_the_welcome_screen() -> None:
    group = content(button())["grids"][0]
    layout = parse_layout({**content(button()), "welcome": [{**group, "page": "Orders"}]}, KNOWN)

    assert [page.name for page in layout.welcome] == ["Orders"]
    assert parse_layout(content(button()), KNOWN).welcome == ()
    assert "welcome group 1, button 1: the text is missing in nb, nl" in layout.warnings


def test_faults_of_the_welcome_screen_are_named_as_such() -> None:
    group = content(button())["grids"][0]
    groups = [{**group, "page": str(number)} for number in range(5)]
    unknown = content(button(operation="x"))["grids"]

    assert faults({**content(button()), "welcome": groups}) == (
        "there are 5 welcome groups; 1 to 4 are possible",
    )
    assert faults({**content(button()), "welcome": unknown}) == (
        "welcome group 1, button 1: there is no operation 'x'",
    )


def test_the_welcome_groups_that_come_with_the_program_stand_in_their_cells() -> None:
    places = [[(button.row, button.column) for button in group.buttons] for group in WELCOME]

    assert places == [[(row, 0) for row in range(group.rows)] for group in WELCOME]
    assert 1 <= len(WELCOME) <= 4


def test_an_old_name_of_an_operation_is_read_as_the_new_one_the_file_gives() -> None:
    renamed = {**content(button(operation="line.strike")), "renamed": {"line.strike": "line.void"}}

    assert parse_layout(renamed, KNOWN).pages[0].buttons[0].operation == "line.void"


def test_who_does_not_know_the_operations_looks_for_all_other_faults() -> None:
    strange = {**content(button(operation="line.fly", icon="star")), "renamed": {"a": "b"}}

    assert parse_layout(strange, None).pages[0].buttons[0].operation == "line.fly"
    with pytest.raises(LayoutBroken, match="outside the grid"):
        parse_layout(content(button(9, 9)), None)


def test_a_text_that_some_languages_do_not_have_is_a_warning() -> None:
    every = {"en": "Void", "nb": "Annuller", "nl": "Annuleren"}
    layout = parse_layout(
        content(button(text={"nb": "Annuller"}), button(0, 1, text=every), button(0, 2, text={}),
                title={"en": "Sale", "nb": "Salg"}), KNOWN,
    )  # fmt: skip

    assert layout.warnings == (
        "page 1: the text is missing in nl",
        "page 1, button 1: the text is missing in en, nl",
    )


def test_every_fault_is_named_at_once() -> None:
    broken = content(
        button(operation="x.y"), button(), button(9, 9, role="pink", key="F1"), button(0, 1, key="F1")
    )

    assert len(faults(broken)) == 5


def test_the_words_name_the_layout() -> None:
    for layout, name in ((content(), "Standard"), ([], "without a name"), ({"layout": 7}, "7")):
        with pytest.raises(LayoutBroken, match=f"The layout {name} is broken: "):
            parse_layout(layout, KNOWN)
