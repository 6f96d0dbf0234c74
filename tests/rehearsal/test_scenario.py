"""Scenario files: everything of the format is read exactly, everything else is refused with its line."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from rehearsal.nodes import FileWrong
from rehearsal.runner import patience_seconds
from rehearsal.scenario import Scenario, read_scenario, scenario_of
from rehearsal.shapes import Day, Keyed
from rehearsal.stage import PATIENT_SECONDS, QUICK_SECONDS
from retail.settings import StoreSettings

SHOP = """scenario: A shop
products:
  A: {price: 120.00, tax: 8.25, barcode: "4006381333931"}
  B: {price: 0.10}
customers:
  anna: {type: person, name: Anna Berg, addresses: {home: {line1: Storgt 1, postcode: "0503", tax: 9}}}
steps:
"""


def read(*steps: str, shop: str = SHOP) -> Scenario:
    return scenario_of(shop + "".join(f"  - {step}\n" for step in steps))


def wrong(*steps: str, shop: str = SHOP) -> FileWrong:
    with pytest.raises(FileWrong) as refused:
        read(*steps, shop=shop)
    return refused.value


def test_amounts_are_read_exactly_and_never_as_floats() -> None:
    scenario = read("expect: {total: 0.30, due: -1234567.10}")

    assert scenario.shop.products["B"]["price"] == 10
    assert scenario.shop.products["A"]["tax"] == Decimal("8.25")
    assert scenario.steps[0].value == {"total": 30, "due": -123456710}


def test_amounts_are_in_the_currency_of_the_file_wherever_it_stands() -> None:
    words = "scenario: Yen\nproducts: {A: {price: 1980}}\nsteps: [{scan: A}]\nsettings: {currency: JPY}\n"

    assert scenario_of(words).shop.products["A"]["price"] == 1980


def test_settings_left_out_have_the_defaults_of_the_format() -> None:
    settings = read("conclude").shop.settings

    assert settings == StoreSettings(store="", reconnect_seconds=Decimal(0))


def test_a_register_waits_briefly_for_headquarters_only_where_the_line_is_slow() -> None:
    assert patience_seconds(read("network: offline", "conclude")) == PATIENT_SECONDS
    assert patience_seconds(read("network: slow", "conclude")) == QUICK_SECONDS


def test_cashier_manager_and_boss_are_always_there_with_the_rights_of_their_role() -> None:
    staff = read("conclude", shop=SHOP.replace("steps:", "staff:\n  kari: {role: cashier, rights: "
                 "{deposit_override: true, edit_order: false}}\nsteps:")).shop.staff  # fmt: skip

    assert list(staff) == ["cashier", "manager", "boss", "kari"]
    assert "deposit_override" in staff["manager"].rights
    assert "deposit_override" not in staff["cashier"].rights
    assert set(staff["kari"].rights) == {
        "void_transaction", "return_sale", "retrieve_order", "accept_order", "reject_order", "close_shift",
        "deposit_override", "quote_expiry", "customer_account", "create_order", "ship_goods", "pick_up_goods",
        "suspend_sale", "reprint_receipt", "sales_rep", "tender_declaration", "floating_declaration",
    }  # fmt: skip
    assert len({each.pin for each in staff.values()}) == 4


def test_registers_are_numbered_in_their_store() -> None:
    shop = SHOP.replace("steps:", "stores:\n  HOUSTON: {registers: 2}\n  SEATTLE: {tax: 5}\nsteps:")

    assert read("register: SEATTLE-1", shop=shop).shop.registers == {
        "HOUSTON-1": "HOUSTON", "HOUSTON-2": "HOUSTON", "SEATTLE-1": "SEATTLE"
    }  # fmt: skip


def test_dates_are_days_from_today_or_themselves() -> None:
    scenario = read("pick_up_all: {date: +3}", "pick_up_all: {date: 2026-12-01}", "quote_expiry: -2")

    first, second, third = (step.value for step in scenario.steps)
    assert first["date"].on(date(2026, 11, 2)) == date(2026, 11, 5)
    assert second["date"].on(date(2026, 11, 2)) == date(2026, 12, 1)
    assert third == Day(offset=-2)


def test_a_refused_step_is_the_step_itself_marked() -> None:
    step = read("refused: {pay: {cash: -5.00}}").steps[0]

    assert (step.name, step.value, step.refused) == ("pay", {"cash": "-5.00"}, True)
    assert step.words == "refused: {pay: {cash: -5.00}}"


def test_a_barcode_is_scanned_as_well_as_a_name_even_one_that_nobody_knows() -> None:
    steps = read("scan: A", 'scan: "4006381333931"', "scan: {A: 2, B: 0.5}", "scan: 12345670").steps

    assert [step.value for step in steps] == [
        "A", "4006381333931", Keyed({"A": "2", "B": "0.5"}, {}), "12345670"
    ]  # fmt: skip


def test_an_address_that_an_edit_brings_is_known_afterwards() -> None:
    edit = "edit_customer: {customer: anna, addresses: {cabin: {line1: Fjellet 2}}}"

    steps = read(edit, "ship_all: {address: cabin}").steps

    assert steps[1].value == {"address": "cabin"}


def test_approval_is_told_from_the_name_of_a_new_customer() -> None:
    steps = read(
        "deposit_override: {amount: 5.00, as: manager}",
        "new_customer: {as: ole, name: Ole Moe}",
        "recall: o1",
        shop=SHOP + "  - order: o1\n",
    ).steps

    assert [step.approver for step in steps] == [None, "manager", None, None]


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("scann: A", "unknown step 'scann'"),
        ("scan: C", "no product 'C'"),
        ("customer: ole", "no customer 'ole'"),
        ("register: HOUSTON-2", "no register 'HOUSTON-2'"),
        ("sign_in: emma", "no staff 'emma'"),
        ("recall: o1", "no order 'o1'"),
        ("resume: s1", "no suspended sale 's1'"),
        ("ship_all: {mode: air}", "no delivery mode 'air'"),
        ("ship_all: {address: work}", "no address 'work'"),
        ("pick_up_all: {store: SEATTLE}", "no store 'SEATTLE'"),
        ("pick_up_all: {day: +1}", "unknown key 'day'"),
        ("pick_up_all: {date: tomorrow}", "is not a date"),
        ("pick_up_all: {date: 2026-13-01}", "is not a date"),
        ("expect: {totals: 5.00}", "unknown key 'totals'"),
        ("expect: {total: 5.005}", "too many decimals"),
        ("expect: {total: five}", "is not a number"),
        ("expect: {total: 1e3}", "is not a number"),
        ("expect: {empty: yes}", "neither true nor false"),
        ("expect: {lines: {A: {quantity: 1}}}", "unknown key 'quantity'"),
        ("expect_order: {status: open}", "'order' is missing"),
        ("expect_hq: {orders: -1}", "is not a count"),
        ("network: down", "'down' is none of"),
        ("clock: -1d", "does not move a clock"),
        ("hq: synchronize", "is none of"),
        ("kill: printer", "is none of"),
        ("pay: {cheque: 5.00}", "unknown key 'cheque'"),
        ("pay: {cash: 5.00, card: 5.00}", "exactly one of"),
        ("pay", "needs a value"),
        ("refused: {expect: {total: 5.00}}", "nothing a register can refuse"),
        ("refused: {refused: conclude}", "nothing a register can refuse"),
        ("refused: {void: A}", "unknown step 'void'"),
        ("refused", "'refused' needs a step"),
        ("refused:", "'refused' needs a step"),
        ("{scan: A, conclude: A}", "one key with its value"),
        ("{scan: A, scan: B}", "stands here twice"),
        ("scan: &a A", "anchors"),
        ("deposit_override: {amount: 5.00, approved_by: nobody}", "no staff 'nobody'"),
    ],
)
def test_a_wrong_step_is_refused_with_its_line(step: str, words: str) -> None:
    refused = wrong("conclude", step)

    assert words in refused.words
    assert refused.line == 9


@pytest.mark.parametrize(
    ("section", "words"),
    [
        ("shops: {}", "unknown key 'shops'"),
        ("settings: {deposit: 10}", "unknown setting 'deposit'"),
        ("settings: {deposit_percent: 101}", "not between 0 and 100"),
        ("settings: {currency: dollars}", "not a currency code"),
        ("settings: {cash_rounding: 0}", "worth something"),
        ("stores: {HOUSTON: {registers: 0}}", "at least one register"),
        ("staff: {kari: {rights: {}}}", "'role' is missing"),
        ("staff: {kari: {role: owner}}", "is none of"),
        ("staff: {kari: {role: manager, rights: {fly: true}}}", "'fly' is none of"),
        ("promotions: {P1: {product: C, price: 1.00}}", "no product 'C'"),
        ("auto_charges: [{level: header, mode: air, amount: 1}]", "no delivery mode 'air'"),
        ("covers: G1", "a list is needed"),
    ],
)
def test_a_wrong_shop_is_refused_with_its_line(section: str, words: str) -> None:
    refused = wrong("conclude", shop=SHOP.replace("steps:", f"{section}\nsteps:"))

    assert words in refused.words
    assert refused.line == 7


@pytest.mark.parametrize(
    "words", ["", "steps: [conclude]", "scenario: x", "scenario: x\nsteps: []", "- a", "a: ["]
)
def test_a_file_that_is_no_scenario_is_refused(words: str) -> None:
    with pytest.raises(FileWrong):
        scenario_of(words)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "picture.yaml").write_bytes(b"\x89PNG\xff")

    with pytest.raises(FileWrong, match="not UTF-8"):
        read_scenario(tmp_path / "picture.yaml")


@pytest.mark.shared
def test_every_shared_scenario_is_read(shared: Path) -> None:
    files = sorted((shared / "scenarios").rglob("*.yaml"))

    assert files
    for file in files:
        assert read_scenario(file).steps


def test_what_yaml_writes_in_two_ways_means_the_same() -> None:
    scenario = scenario_of(
        "scenario: A\nsettings: {async_orders: True}\nstores:\n  HOUSTON:\n  SEATTLE: {tax: 5}\n"
        "steps:\n  - pick_up_all: {date: 3}\n  - pick_up_all: {date: +3}\n"
    )

    assert scenario.shop.settings.async_orders
    assert list(scenario.shop.registers) == ["HOUSTON-1", "SEATTLE-1"]
    assert scenario.steps[0].value == scenario.steps[1].value


@pytest.mark.parametrize(
    "step",
    [
        "edit_customer: {customer: anna, phone: '1', as: manager}",
        "new_customer: {as: ole, name: Ole Moe, approved_by: manager}",
        "add_address: {customer: anna, as: work, line1: Storgt 2, approved_by: manager}",
        "recall: {order: o1, approved_by: manager}",
    ],
)
def test_every_step_with_a_mapping_says_who_approves_it(step: str) -> None:
    scenario = scenario_of(f"scenario: A\ncustomers: {{anna: {{}}}}\nsteps:\n  - order: o1\n  - {step}\n")

    assert scenario.steps[-1].approver == "manager"
