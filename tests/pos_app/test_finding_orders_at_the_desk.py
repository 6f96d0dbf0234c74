"""Finding orders through the real desk on real files: by every word there is of them, narrowed, paged, undisturbed."""

from dataclasses import replace

import pytest

from channel_db.engine import open_catalog
from pos_app.ui.sheets.orders import FindOrderSheet
from retail.orders.kinds import Origin
from retail.orders.order import OrderState, OrderStatus
from retail.wire.orders import order_values
from retail.wire.protocol import FeedRow
from tests.fixtures.fix_register import Register, Shop
from tests.pos_app.acting_till import Till

SHOE, SOCK = "4006381333931", "7038010009457"


def copies(order: OrderState, count: int, **others: object) -> dict[str, OrderState]:
    """Orders like this one, that other registers made on the days before."""
    made = {}
    for number in range(1, count + 1):
        id = f"01900000-0000-7000-8000-{number:012x}"
        made[id] = replace(
            order,
            id=id,
            number=f"9{number:03}",
            confirmation_number=f"L-HOUSTON-2-{number:05}",
            made_at=f"2026-10-{1 + number % 28:02}T10:00:00.000+00:00",
            acts=(f"act-{number}",),
            **others,  # type: ignore[arg-type]
        )
    return made


def publish(shop: Shop, register: Register, orders: dict[str, OrderState]) -> None:
    catalog = open_catalog(shop.folder, register.clock, writer=True)
    page = [FeedRow(key=id, gone=False, value=order_values(each)) for id, each in orders.items()]
    catalog.apply_page("orders", page, "1", register.clock.now())
    catalog.close()


def open_sheet(till: Till) -> FindOrderSheet:
    till.hands.key("F4")
    sheet = till.window.sale.sheet
    assert isinstance(sheet, FindOrderSheet)
    return sheet


def numbers(sheet: FindOrderSheet) -> list[str]:
    return [row.number for row in sheet.found]


def test_an_order_is_found_by_its_receipts_and_by_its_customers_phone(till: Till, shop: Shop) -> None:
    till.make(SHOE)
    order = till.orders()[0]
    till.binder.request("order.pick_up", {"id": order.id})
    till.hands.key("Enter")
    till.hands.key("F12")
    register, desk = till.register, till.binder.desk
    receipts = [each.receipt for each in till.orders()[0].state.events]
    publish(shop, register, copies(till.orders()[0].state, 1))

    for text in (*receipts, receipts[1].lower(), "55 12 34 56", "anna berg", "1001", "l-houston-1-00001"):
        assert order.id in {row.id for row in desk.find_orders(text).rows}, text
    elsewhere = desk.find_orders("HOUSTON-2-00001").rows
    assert [row.number for row in elsewhere] == []
    assert [row.number for row in desk.find_orders("L-HOUSTON-2-00001").rows] == ["9001"]
    assert [row.number for row in desk.find_orders("55123456").rows] == ["1001", "9001"]


def test_counts_and_presets_know_every_order_however_many_there_are(till: Till, shop: Shop) -> None:
    till.make(SHOE)
    made = till.orders()[0].state
    publish(shop, till.register, copies(made, 120))
    desk = till.binder.desk

    first = desk.find_orders("", "pick_up")

    chips = {each.value: each.text for each in first.presets}
    assert (chips["pick_up"], chips["fulfil"], chips["ship"]) == (
        "To pick up 121",
        "To fulfil 121",
        "To ship 0",
    )
    assert (len(first.rows), first.more) == (50, "Show more")
    assert (len(desk.find_orders("", "pick_up", most=200).rows), desk.find_orders("9007", "pick_up").more) == (
        121, "",
    )  # fmt: skip
    assert [row.number for row in desk.find_orders("9007", "pick_up").rows] == ["9007"]
    assert "To pick 121" in [each.text for each in desk.orders.work_list().presets]
    desk.tick()
    welcome = [each for group in desk.welcome_view().groups for each in group.buttons]
    assert 121 in [each.count for each in welcome]


def test_a_list_is_narrowed_by_status_store_day_and_channel(till: Till, shop: Shop) -> None:
    till.make(SHOE)
    made = till.orders()[0].state
    publish(
        shop,
        till.register,
        copies(made, 2, status=OrderStatus.INVOICED, origin=Origin.ONLINE, store="SEATTLE"),
    )
    sheet = open_sheet(till)
    everything = numbers(sheet)
    till.hands.tap(sheet.filters.button)
    seen = []
    for name, value in (("status", "open"), ("status", "invoiced"), ("store", "SEATTLE"), ("date", "0")):
        till.hands.tap(sheet.filters.rows[name].buttons[value])
        seen.append(numbers(sheet))

    till.hands.tap(sheet.filters.rows["date"].buttons[""])
    till.hands.tap(sheet.filters.rows["origin"].buttons["call_centre"])

    assert everything == ["1001", "9002", "9001"]
    assert seen == [["1001"], ["9002", "9001"], ["9002", "9001"], []]
    assert (numbers(sheet), sheet.filters.button.text()) == ([], "Filters 3")


def test_what_headquarters_finds_stands_below_and_moves_nothing(
    till: Till, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    till.make(SHOE)
    till.make(SOCK)
    newer = replace(
        till.orders()[0].state, id="01900000-0000-7000-8000-00000000beef", number="7777",
        confirmation_number="L-SEATTLE-1-00001", made_at="2027-01-01T10:00:00.000+00:00",
    )  # fmt: skip
    monkeypatch.setattr(shop.line, "find_orders", lambda text, seconds, narrowed: [order_values(newer)])
    sheet = open_sheet(till)
    till.hands.type("anna")
    sheet._pause.timeout.emit()
    sheet.step(1)
    before, read = numbers(sheet), sheet.detail.id if sheet.detail else ""

    till.hands.key("Enter")

    assert before == ["1002", "1001"]
    assert numbers(sheet) == ["1002", "1001", "7777"]
    assert sheet.detail is not None
    assert (sheet.detail.id, sheet.list.row) == (read, 1)


def test_an_answer_that_comes_after_something_else_was_typed_is_left_out(
    till: Till, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    till.make(SHOE)
    sheet = open_sheet(till)

    def answer(text: str, seconds: float, narrowed: object) -> list[dict[str, object]]:
        sheet.box.setText("nobody")
        sheet._pause.timeout.emit()
        return [order_values(replace(till.orders()[0].state, id="01900000-0000-7000-8000-00000000beef"))]

    monkeypatch.setattr(shop.line, "find_orders", answer)
    till.hands.type("anna")
    sheet._pause.timeout.emit()

    till.hands.key("Enter")

    assert numbers(sheet) == []
