"""Which layout a register shows, and what stands on its buttons."""

import json
from typing import Any

import pytest

from pos_app.operations.known import REGISTRY
from pos_app.register.layouts import icons, meant, read_layout
from pos_app.resources import resource
from pos_app.views import ButtonView
from retail.layout import LayoutBroken
from retail.layout_built_in import BUILT_IN
from retail.wire.feeds import LayoutRow
from tests.fixtures.fix_register import ANNA, PINS, SETTINGS, Register, Shop, at_work, desk_of
from tests.house.sources import CHECKOUT


def content(name: str, **button: Any) -> dict[str, Any]:
    made = {"row": 0, "column": 0, "operation": "line.void", "text": {"en": name, "nb": name, "nl": name}}
    return {"layout": name, "grids": [{"page": "Sale", "rows": 1, "columns": 1, "buttons": [made | button]}]}


def row(name: str, **of: Any) -> dict[str, Any]:
    return {"name": name, "content": content(name), **of}


ROWS = [
    LayoutRow.of(row(name, **of))
    for name, of in {
        "a-users": {"users": ["kari"]}, "b-registers": {"registers": ["HOUSTON-1"]},
        "c-stores": {"stores": ["HOUSTON"], "registers": ["SEATTLE-1"]}, "d-everybody": {},
        "e-others": {"stores": ["SEATTLE"]},
    }.items()
]  # fmt: skip


@pytest.mark.parametrize(
    ("user", "register", "store", "name"),
    [
        ("kari", "HOUSTON-1", "HOUSTON", "a-users"),
        ("ole", "HOUSTON-1", "HOUSTON", "b-registers"),
        ("ole", "HOUSTON-2", "HOUSTON", "c-stores"),
        ("ole", "SEATTLE-1", "SEATTLE", "c-stores"),
        ("ole", "SEATTLE-2", "SEATTLE", "e-others"),
        ("ole", "BOSTON-1", "BOSTON", "d-everybody"),
    ],
)
def test_the_persons_layout_stands_above_the_registers_and_that_above_the_stores(
    user: str, register: str, store: str, name: str
) -> None:
    found = meant(ROWS, user, register, store)

    assert found is not None
    assert found.name == name


def test_where_no_layout_is_for_us_none_is_meant() -> None:
    assert meant(ROWS[:3], "ole", "BOSTON-1", "BOSTON") is None


def labels(register: Register) -> list[str]:
    return [button.text for page in desk_of(register).view().pages for button in page.buttons]


def test_the_layout_changes_with_the_person(shop: Shop) -> None:
    shop.publish(
        SETTINGS,
        layouts={"hers": row("hers", users=["kari"], version=3), "ours": row("ours", stores=["HOUSTON"])},
    )
    register = at_work(shop)
    desk = desk_of(register)
    assert [page.buttons[0].text for page in desk.view().pages] == ["ours"]
    assert register.session.journal.layout_shown() == "ours"

    desk.dispatch("user.sign_off", {})
    _, view = desk.dispatch("user.sign_in", {"user": "kari", "pin": PINS["kari"]})

    assert [page.buttons[0].text for page in view.pages] == ["hers"]
    assert register.session.journal.layout_shown() == "hers 3"


def shown(shop: Shop, **button: Any) -> ButtonView:
    shop.publish(SETTINGS, layouts={"x": {"name": "x", "content": content("x", **button)}})
    (page,) = desk_of(at_work(shop)).view().pages
    return page.buttons[0]


def test_a_broken_layout_is_not_told_as_the_one_that_is_shown(shop: Shop) -> None:
    shop.publish(SETTINGS, layouts={"x": {"name": "x", "version": 2, "content": {}}})
    register = at_work(shop)
    desk_of(register)

    assert register.session.journal.layout_shown() == BUILT_IN.name


def test_a_button_without_a_text_bears_the_name_of_its_operation(shop: Shop) -> None:
    assert shown(shop, text={}).text == "Void line"
    assert shown(shop, text={}, operation="payment.open").text == "Payment"
    assert shown(shop, text={"nb": "Noe"}, operation="line.void").text == "Void line"


def test_a_button_has_the_picture_of_the_file(shop: Shop) -> None:
    assert shown(shop, icon="ship").icon == "ship"


def test_a_page_has_the_name_of_the_file_in_the_language_of_the_person(shop: Shop) -> None:
    titled = content("x")
    titled["grids"][0]["title"] = {"en": "Till", "nb": "Kasse"}
    shop.publish(SETTINGS, layouts={"x": {"name": "x", "content": titled}})
    register = at_work(shop)

    assert [page.name for page in desk_of(register).view().pages] == ["Till"]
    register.do("language.set", language="nb")
    assert [page.name for page in desk_of(register).view().pages] == ["Kasse"]
    register.do("language.set", language="nl")
    assert [page.name for page in desk_of(register).view().pages] == ["Verkoop"]


def test_a_live_count_follows_what_is_done(shop: Shop) -> None:
    shop.line.state = "offline"
    shop.publish(SETTINGS, layouts={"x": {"name": "x", "content": content("x", count="waiting")}})
    register = at_work(shop)
    desk = desk_of(register)
    assert desk.view().pages[0].buttons[0].count == 0

    desk.dispatch("product.add", {"number": "A"})
    desk.dispatch("tender.cash", {})
    _, view = desk.dispatch("transaction.conclude", {})

    assert view.pages[0].buttons[0].count == register.session.journal.waiting().count == 1


def test_orders_to_hand_over_are_counted(shop: Shop) -> None:
    shop.publish(SETTINGS, layouts={"x": {"name": "x", "content": content("x", count="to_pick_up")}})
    desk = desk_of(at_work(shop))

    for operation, params in (
        ("product.add", {"number": "A"}), ("customer.set", {"id": ANNA}), ("order.pick_up_all", {}),
        ("tender.cash", {}), ("order.balance", {"arrangement": "pay_at_pickup"}), ("transaction.conclude", {}),
    ):  # fmt: skip
        desk.dispatch(operation, params)

    assert desk.view().pages[0].buttons[0].count == 1


def test_the_layout_of_the_page_about_layouts_has_no_fault() -> None:
    page = (CHECKOUT / "docs" / "layouts.md").read_text("utf-8")
    example = page.split("```json")[1].split("```")[0]

    layout = read_layout(json.loads(example), REGISTRY)

    assert [(page.name, page.size) for page in layout.pages] == [("Sale", ""), ("Sale", "1024x768")]
    assert layout.pages[0].buttons[2].operation == "order.find"


@pytest.mark.parametrize("file", sorted(file.name for file in resource("layouts").iterdir()))
def test_layouts_that_come_with_the_program_have_no_fault_and_every_language(file: str) -> None:
    layout = read_layout(json.loads(resource("layouts", file).read_text("utf-8")), REGISTRY)

    assert layout.warnings == ()


def test_every_fault_of_a_layout_is_named_at_the_register(shop: Shop) -> None:
    strange = content("x", operation="line.fly", icon="star", role="pink")

    with pytest.raises(LayoutBroken) as broken:
        read_layout(strange, REGISTRY)

    assert len(broken.value.faults) == 3
    assert "star" not in icons()
