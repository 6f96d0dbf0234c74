"""Rows of a set-up file that fit badly together with what else is set up are the ones that are named."""

import html
from collections.abc import Iterator

import pytest

from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.backoffice.browser import NAME, Browser, set_up_code
from tests.headquarters.backoffice.forms import made
from tests.headquarters.backoffice.test_set_imports import told, tried
from tests.headquarters.shop import RETAILER

WHOLE = {
    "default_order_type": "order", "deposit_percent": "10", "cancellation_charge_percent": "0",
    "cancellation_charge_tax_percent": "0", "shipping_charge_tax_percent": "0",
    "max_shipping_refund_without_approval_minor": "0",
}  # fmt: skip
"""What commerce parameters need."""


@pytest.fixture(scope="module")
def ada(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    running = RunningHeadquarters(tmp_path_factory.mktemp("together")).start()
    try:
        running.manage("PUT", "/v1/manage/retailer", RETAILER)
        ada = Browser(running.url).set_up(set_up_code(running), NAME)
        made(ada, "item-tax-groups", parameters="standard", name="FOOD", taxes="GST", position="1")
        yield ada
    finally:
        running.stop()


def refused_rows(text: str) -> list[tuple[str, str, str, str]]:
    """Line, field, value and rule of each row of a report that is refused."""
    return [(row[0], row[3], row[4], html.unescape(row[5])) for row in told(text) if row[2] == "▲ refused"]


def test_rows_that_do_not_fit_together_with_others_are_named_and_not_the_last_of_their_set(
    ada: Browser,
) -> None:
    made(ada, "parameters", code="polar", **WHOLE)
    made(ada, "delivery-modes", parameters="polar", mode="sled", position="1")
    header = ["parameters", "level", "code", "amount_minor", "mode", "modes", "position"]
    text = tried(ada, "auto-charges", [
        header, ["standard", "header", "FREIGHT", "5", "sled", "", "81"],
        ["standard", "header", "FREIGHT", "5", "", "ground\nsled", "82"],
        ["standard", "header", "FREIGHT", "5", "ground", "", "83"],
    ])  # fmt: skip

    assert [(line, field, value) for line, field, value, _ in refused_rows(text)] == [
        ("2", "Mode of delivery", "sled"), ("4", "Or several modes", "ground\nsled"),
    ]  # fmt: skip
    assert all("there is no mode of delivery sled; there are " in rule for *_, rule in refused_rows(text))


def test_a_row_that_takes_away_what_another_list_names_is_named_with_who_names_it(ada: Browser) -> None:
    made(ada, "delivery-modes", parameters="standard", mode="post", position="7")
    made(ada, "delivery-rules", parameters="standard", mode="post", charges_group="parcels", position="7")
    made(
        ada, "auto-charges", parameters="standard", level="header", code="FREIGHT", amount_minor="7",
        mode_group="parcels", position="71",
    )  # fmt: skip
    text = tried(ada, "delivery-rules", [
        ["parameters", "position", "mode", "charges_group"], ["standard", "7", "post", "letters"],
        ["standard", "8", "ground", "heavy"],
    ])  # fmt: skip

    assert refused_rows(text) == [
        ("2", "Charges group", "letters",
         "automatic charge FREIGHT names the charges group parcels, and there would be none")
    ]  # fmt: skip


def test_goods_and_customers_that_rows_name_are_looked_for_in_the_books(ada: Browser) -> None:
    rules = tried(ada, "delivery-rules", [
        ["parameters", "mode", "products", "categories", "position"],
        ["standard", "ground", "A", "", "31"], ["standard", "pickup", "NOBODYS", "", "32"],
    ])  # fmt: skip
    assert [row[:3] for row in refused_rows(rules)] == [("3", "Only products, one a line", "NOBODYS")]
    charges = tried(ada, "auto-charges", [
        ["parameters", "level", "code", "amount_minor", "item", "customer", "position"],
        ["standard", "line", "FREIGHT", "5", "A", "", "93"], ["standard", "line", "FREIGHT", "5", "NONE", "", "94"],
        ["standard", "header", "FREIGHT", "5", "", "99999", "95"],
    ])  # fmt: skip
    assert [row[:3] for row in refused_rows(charges)] == [
        ("3", "Product", "NONE"), ("4", "Customer, by account", "99999"),
    ]  # fmt: skip


def test_a_charge_code_names_an_item_sales_tax_group_of_its_own_set(ada: Browser) -> None:
    made(ada, "parameters", code="south", **WHOLE)
    made(ada, "item-tax-groups", parameters="south", name="BOOKS", taxes="VAT", position="1")
    header = ["parameters", "code", "name", "item_tax_group", "position"]
    text = tried(ada, "charge-codes", [
        header, ["standard", "WRAP1", "Wrap", "BOOKS", "91"], ["standard", "WRAP2", "Wrap", "NOBODYS", "92"],
    ])  # fmt: skip

    first, second = refused_rows(text)
    assert first[:3] == ("2", "Item sales tax group", "BOOKS")
    assert "there is no item sales tax group BOOKS; there are" in first[3]
    assert second[:3] == ("3", "Item sales tax group", "NOBODYS")
