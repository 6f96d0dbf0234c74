"""The set-up pages over HTTP: their door, their forms, what they refuse, and what they keep."""

import csv
import io
import re
from collections.abc import Iterator

import pytest

from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.backoffice.browser import NAME, PASSWORD, Browser, set_up_code
from tests.headquarters.backoffice.forms import form_of, made, published, said_of, save
from tests.headquarters.shop import RETAILER

KINDS = (
    "stores", "registers", "parameters", "delivery-modes", "delivery-rules", "charge-codes",
    "auto-charges", "tax-groups", "item-tax-groups", "sales-units", "refunds", "role-limits", "reasons",
    "functionality", "offline", "units",
    "fulfilment", "fulfilment-places", "channel-schemas", "features", "customer-sets", "customer-groups",
    "customer-attributes", "affiliations", "default-customers", "barcodes", "code-patterns", "embedded-codes",
    "staff", "roles", "receipt-texts", "info-codes", "order-attributes", "visual-profiles",
)  # fmt: skip
MADE = {
    "delivery-rules", "charge-codes", "auto-charges", "tax-groups", "item-tax-groups", "sales-units", "refunds",
    "role-limits", "units",
    "fulfilment", "fulfilment-places", "barcodes",
    "customer-groups", "customer-attributes", "affiliations", "stores", "staff", "roles", "receipt-texts", "info-codes",
    "order-attributes", "visual-profiles",
}  # fmt: skip
NAUGHTY = ("\0", "\ud83d", "\u202e", "A" * 5000, "<script>alert(1)</script>", "'; DROP TABLE stores; --", "﷽")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHeadquarters]:
    """A headquarters with an administrator, an auditor and a store manager."""
    running = RunningHeadquarters(tmp_path_factory.mktemp("set-pages")).start()
    try:
        running.manage("PUT", "/v1/manage/retailer", RETAILER)
        ada = Browser(running.url).set_up(set_up_code(running))
        for name, role, stores in (("Eve", "auditor", {}), ("Max", "store manager", {"stores": "HOUSTON"})):
            ada.get("/office/people")
            ada.press("/office/people", name=name, role=role, password=PASSWORD, **stores)
        yield running
    finally:
        running.stop()


@pytest.fixture(scope="module")
def ada(office: RunningHeadquarters) -> Browser:
    return Browser(office.url).sign_in(NAME)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_list_and_a_form_whose_scripts_run_by_the_nonce_of_the_page(
    office: RunningHeadquarters, ada: Browser, kind: str
) -> None:
    for page in ("list", "create" if kind in MADE else "edit?pk=1"):
        ada.get(f"/office/set/{kind}/{page}")
        assert ada.status == 200
        scripts = re.findall(r"<script([^>]*)>", ada.text)
        assert scripts
        assert len({each for script in scripts for each in re.findall(r'nonce="([^"]+)"', script)}) == 1
        assert [script for script in scripts if "nonce=" not in script] == []
        assert re.findall(r"https?://(?!127\.0\.0\.1)|\son\w+=\"", ada.text) == []


def test_policy_names_another_nonce_each_time(office: RunningHeadquarters, ada: Browser) -> None:
    cookie = {"Cookie": f"kassa_office={ada.cookies()['kassa_office']}"}
    policies = [
        office.call("GET", "/office/set/stores/list", headers=cookie).headers["Content-Security-Policy"]
        for _ in range(2)
    ]

    nonces = {re.findall(r"script-src 'nonce-([\w-]+)'", policy)[0] for policy in policies}
    assert len(nonces) == 2
    assert "unsafe-eval" not in policies[0]


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/stores/list",
        "/stores/edit?pk=1",
        "/static/js/list.js",
        "/_api/stores/action",
        "/nothing",
        "/../set/stores/list",
    ],
)
def test_door_is_shut_to_strangers_and_store_managers(office: RunningHeadquarters, path: str) -> None:
    stranger = Browser(office.url)
    stranger.get(f"/office/set{path}")
    assert stranger.address.endswith("/office/sign-in")
    stranger.post(f"/office/set{path}", x="1")
    assert "kassa_office" not in stranger.cookies()
    assert stranger.address.endswith("/office/sign-in")

    manager = Browser(office.url).sign_in("Max")
    manager.get(f"/office/set{path}")
    assert manager.status == 403


def test_auditor_reads_and_saves_nothing(office: RunningHeadquarters) -> None:
    eve = Browser(office.url).sign_in("Eve")
    assert "standard" in eve.get("/office/set/parameters/list")
    eve.get("/office/set/parameters/edit?pk=1")
    assert eve.status == 403
    eve.post("/office/set/parameters/edit?pk=1", deposit_percent="99")
    assert (eve.status, "change nothing" in eve.text) == (403, True)
    eve.get("/office/publish")
    assert 'method="post" action="/office/publish"' not in eve.text
    eve.post("/office/publish", form_secret=eve.secret(), digest="")
    assert eve.status == 403


@pytest.mark.parametrize("token", ["", "forged", None])
def test_form_of_another_site_saves_nothing(ada: Browser, token: str | None) -> None:
    fields = form_of(ada, "/office/set/offline/edit?pk=1")
    sent = {name: value for name, value in fields.items() if name != "csrftoken"}
    ada.post("/office/set/offline/edit?pk=1", **sent, **({} if token is None else {"csrftoken": token}))

    assert ada.status == 403
    assert form_of(ada, "/office/set/offline/edit?pk=1")["version"] == fields["version"]


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("deposit_percent", "130", "between 0 and 100"),
        ("deposit_percent", "-1", "between 0 and 100"),
        ("deposit_percent", "ten", "between 0 and"),
        ("deposit_percent", "NaN", "between 0 and"),
        ("deposit_percent", "1e999999", "between 0 and 100"),
        ("deposit_percent", "", "required"),
        ("default_order_type", "gift", "Choose one of the list"),
        ("max_shipping_refund_without_approval_minor", "9" * 30, "is not an amount"),
        ("max_shipping_refund_without_approval_minor", "12.345", "too many decimals: USD has 2"),
    ],
)
def test_wrong_value_is_refused_at_its_field_and_nothing_is_saved(
    ada: Browser, field: str, value: str, words: str
) -> None:
    before = form_of(ada, "/office/set/parameters/edit?pk=1")
    text = save(ada, "/office/set/parameters/edit?pk=1", **{field: value})

    assert ada.status == 422
    said = re.findall(rf'id="{field}-error"[^>]*>(.*?)</div>', text, re.DOTALL)
    assert [words in each for each in said] == [True], said
    after = form_of(ada, "/office/set/parameters/edit?pk=1")
    assert {name: after[name] for name in after if name != "csrftoken"} == {
        name: before[name] for name in before if name != "csrftoken"
    }


@pytest.mark.parametrize(
    ("kind", "values", "changed", "setting"),
    [
        ("delivery-rules", {"mode": "ground", "countries": "NO\r\nSE\r\n"}, {"countries": "NO"}, "delivery_rules"),
        ("auto-charges", {"level": "line", "code": "FREIGHT", "amount_minor": "5.00", "business": "True",
                          "up_to_minor": ""}, {"up_to_minor": "90.00"}, "auto_charges"),
        ("tax-groups", {"name": "Oslo", "tax_percent": "25", "postcodes": "0\r\n1"}, {"country": "NO"}, "tax_groups"),
        ("refunds", {"paid_by": "card", "back_by": "cash", "most_minor": "10.00"}, {"most_minor": ""}, "refund_policy"),
        ("role-limits", {"role": "cashier", "price_override_percent": "5", "line_discount_percent": "10",
                         "total_discount_percent": "0"}, {"return_line_minor": "1.00"}, "role_limits"),
    ],
)  # fmt: skip
def test_rows_of_every_kind_reach_the_registers(
    office: RunningHeadquarters,
    ada: Browser,
    kind: str,
    values: dict[str, str],
    changed: dict[str, str],
    setting: str,
) -> None:
    save(ada, f"/office/set/{kind}/create", parameters="standard", position="1", **values)
    assert ada.status == 200, said_of(ada)
    save(ada, f"/office/set/{kind}/edit?pk=1", **changed)
    assert ada.status == 200, said_of(ada)

    ada.get("/office/publish")
    ada.press("/office/publish")
    assert "Nothing waits" in ada.text
    told = office.enrol("SEATTLE-1").rows("settings")[-1]["value"]["values"][setting]
    assert len(told) == 1
    sent = {
        name: value.replace(".", "")
        if name.endswith("_minor")
        else value.split()
        if "\n" in value or name == "countries"
        else value
        for name, value in (values | changed).items()
    }
    assert {name: str(told[0][name]) for name in sent if sent[name]} == {
        name: str(value) for name, value in sent.items() if value
    }


def test_several_taxes_of_a_place_are_typed_shown_as_typed_and_reach_its_registers(
    office: RunningHeadquarters, ada: Browser
) -> None:
    typed = "GST 5\r\nQST 9,975 % *\r\nCity tax 1"
    group = {"parameters": "standard", "position": "2", "name": "Quebec", "tax_percent": "0", "country": "CA"}
    made(ada, "tax-groups", codes=typed, **group)
    save(ada, "/office/set/stores/edit?pk=1", tax_percent="0", tax_codes="State 6.25\nCity 2")
    assert ada.status == 200, said_of(ada)
    assert form_of(ada, "/office/set/stores/edit?pk=1")["tax_codes"] == "State 6.25\nCity 2"
    published(ada)

    told = office.enrol("HOUSTON-1").rows("settings")[-1]["value"]["values"]
    assert told["tax_codes"] == [
        {"name": "State", "percent": "6.25", "compounds": False}, {"name": "City", "percent": "2", "compounds": False},
    ]  # fmt: skip
    (quebec,) = [each for each in told["tax_groups"] if each["name"] == "Quebec"]
    assert [(each["name"], each["percent"], each["compounds"]) for each in quebec["codes"]] == [
        ("GST", "5", False), ("QST", "9.975", True), ("City tax", "1", False),
    ]  # fmt: skip
    save(ada, "/office/set/stores/edit?pk=1", tax_codes="")


@pytest.mark.parametrize(
    ("kind", "values", "words"),
    [
        ("tax-groups", {"name": "Nowhere", "tax_percent": "25"}, "needs a country, a region or postcodes"),
        ("auto-charges", {"level": "header", "code": "FREIGHT", "amount_minor": "5", "item": "A"}, "is on lines"),
        ("tax-groups", {"name": "Here", "tax_percent": "0", "country": "CA", "codes": "GST"}, "Each tax is a name and"),
        ("tax-groups", {"name": "Here", "tax_percent": "0", "country": "CA", "codes": "5"}, "Each tax is a name and"),
        ("tax-groups", {"name": "Here", "tax_percent": "0", "country": "CA", "codes": "GST 101"}, "0 to 100 percent"),
        ("tax-groups", {"name": "Here", "tax_percent": "5", "country": "CA", "codes": "GST 5"}, "state one of the two"),
        ("item-tax-groups", {"name": "FOOD", "taxes": ""}, "required"),
        ("sales-units", {"unit": ""}, "required"),
        ("charge-codes", {"code": "X", "tax_percent": ""}, "state one of the two"),
        ("refunds", {"paid_by": "gold", "back_by": "cash"}, "Choose one of the list"),
        ("role-limits", {"role": "x", "price_override_percent": "5", "line_discount_percent": "101",
                         "total_discount_percent": "0"}, "between 0 and 100"),
    ],
)  # fmt: skip
def test_rows_that_no_register_could_work_by_are_refused(
    ada: Browser, kind: str, values: dict[str, str], words: str
) -> None:
    save(ada, f"/office/set/{kind}/create", parameters="standard", position="1", **values)

    assert (ada.status, [words in each for each in said_of(ada)]) == (422, [True]), said_of(ada)


@pytest.mark.parametrize("text", NAUGHTY)
def test_naughty_text_is_shown_as_it_is_or_refused(ada: Browser, text: str) -> None:
    sent = text.encode("utf-8", "replace").decode()
    save(ada, "/office/set/stores/edit?pk=1", store_name=sent)

    assert ada.status in {200, 422}
    assert "<script>alert" not in ada.get("/office/set/stores/list")
    assert ada.status == 200


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/office/set/stores/edit?pk=999", 404), ("/office/set/stores/edit?pk=x", 404),
        ("/office/set/stores/detail", 404),
        ("/office/set/stores/edit?pk=99999999999999999999999", 404), ("/office/set/people/list", 404),
        ("/office/set/features/create", 403), ("/office/set/stores/list?page=999", 200),
        ("/office/set/stores/list?page_size=100000", 400), ("/office/set/stores/list?q=%00%27", 200),
    ],
)  # fmt: skip
def test_what_is_not_there_is_refused_without_a_trace(ada: Browser, path: str, status: int) -> None:
    ada.get(path)

    assert ada.status == status
    assert "Traceback" not in ada.text


def test_rows_are_made_found_changed_noted_exported_and_removed(ada: Browser) -> None:
    path = "/office/set/charge-codes/create"
    wish = {"parameters": "standard", "code": "=1+1", "name": "Wrap", "tax_percent": "25", "position": "1"}
    save(ada, path, **wish)
    assert ada.status == 200
    save(ada, path, **wish)
    assert (ada.status, "There is one like this already" in ada.text) == (422, True)

    assert "Wrap" in ada.get("/office/set/charge-codes/list?q=wra")
    assert "Wrap" not in ada.get("/office/set/charge-codes/list?q=nothing")
    save(ada, "/office/set/charge-codes/edit?pk=1", name="Gift wrap", refundable="on")
    assert ada.status == 200
    history = ada.get("/office/audit?kind=charge_codes&about=standard+%3D1%2B1")
    assert ">Name:</span> Wrap" in history
    assert ">Name:</span> Gift wrap" in history

    token = ada.cookies()["starlette_admin_csrftoken"].strip('"')
    eve = Browser(ada.url).sign_in("Eve")
    eve.get("/office/set/charge-codes/list")
    for browser in (ada, eve):
        seal = browser.cookies()["starlette_admin_csrftoken"].strip('"')
        export = "/office/set/_api/charge-codes/action?name=export"
        exported = browser.post(export, csrftoken=seal, format="csv", scope="page", fields="code")
        assert [row for row in csv.reader(io.StringIO(exported)) if row] == [["Code"], ["'=1+1"]]

    ada.post("/office/set/_api/charge-codes/row-action?name=delete&pk=1", csrftoken=token)
    assert ada.status == 200
    assert "Gift wrap" not in ada.get("/office/set/charge-codes/list")
    assert "remove" in ada.get("/office/audit?kind=charge_codes")


def test_what_is_emptied_is_none_and_lines_are_lines(office: RunningHeadquarters, ada: Browser) -> None:
    save(ada, "/office/set/parameters/edit?pk=1", cancellation_charge_code=" ")
    save(ada, "/office/set/stores/edit?pk=1", receipt_lines="Gata 1\r\n0150 Oslo\r\n")

    text = ada.get("/office/publish")
    assert re.search(r"Cancellation charge code</td><td>CANCEL</td><td>–</td>", text)
    assert "<td>Gata 1, 0150 Oslo</td>" in text
    assert "no charge code for cancellations" in text
    register = office.enrol("HOUSTON-1")
    ada.press("/office/publish")
    told = [row["value"]["values"] for row in register.rows("settings")][-1]
    assert (told["cancellation_charge_code"], told["receipt_lines"]) == (None, ["Gata 1", "0150 Oslo"])


def test_register_is_made_and_stands_in_a_store_that_is_there(
    office: RunningHeadquarters, ada: Browser
) -> None:
    save(ada, "/office/set/registers/create", register="BOSTON-2", store="BOSTON")
    assert ada.status == 200
    assert office.manage("POST", "/v1/manage/enrolment-codes", {"register": "BOSTON-2"})["code"]
    save(ada, "/office/set/registers/create", register="ATLANTIS-1", store="ATLANTIS")
    assert ada.status == 422


def test_item_tax_groups_and_units_are_set_up_named_by_a_charge_code_and_a_product_and_reach_the_registers(
    office: RunningHeadquarters, ada: Browser
) -> None:
    made(ada, "item-tax-groups", parameters="standard", position="1", name="FOOD", taxes="State\r\nSugar")
    made(ada, "sales-units", parameters="standard", position="1", unit="kg", decimals="on")
    made(ada, "sales-units", parameters="standard", position="2", unit="box")
    made(
        ada,
        "charge-codes",
        parameters="standard",
        position="9",
        code="POST",
        tax_percent="",
        item_tax_group="FOOD",
    )
    waited = published(ada)
    assert "Item sales tax groups" in waited
    assert "Sales units" in waited
    assert "Unit: kg" in waited
    assert "Operating unit: kg" not in waited

    register = office.enrol("HOUSTON-1")
    told = register.rows("settings")[-1]["value"]["values"]
    assert told["item_tax_groups"] == [{"name": "FOOD", "taxes": ["State", "Sugar"]}]
    assert told["sales_units"] == [{"unit": "kg", "decimals": True}, {"unit": "box", "decimals": False}]
    (post,) = [each for each in told["charge_codes"] if each["code"] == "POST"]
    assert (post["tax_percent"], post["item_tax_group"]) == (None, "FOOD")

    pear = {"number": "PEAR", "name": "Pear", "price": "1.00", "sellable": "yes"}
    ada.get("/office/products/new")
    text = ada.press("/office/products/new", **pear, item_tax_group="TOYS", unit="kg")
    assert (ada.status, "There is none of this name" in text) == (422, True)
    text = ada.press("/office/products/new", **pear, item_tax_group="FOOD", tax_percent="5")
    assert (ada.status, "not both" in text) == (422, True)
    ada.press("/office/products/new", **pear, item_tax_group="FOOD", unit="kg")
    assert ada.status == 200
    (row,) = [each["value"] for each in register.rows("products") if each["key"] == "PEAR"]
    assert {name: row[name] for name in ("item_tax_group", "unit", "sellable", "sellable_by_group")} == {
        "item_tax_group": "FOOD", "unit": "kg", "sellable": False, "sellable_by_group": True,
    }  # fmt: skip
    assert "PEAR,Pear,,,,1.00,yes,no,,no,no,FOOD,kg" in ada.get("/office/products.csv")


@pytest.mark.parametrize(
    ("language", "coin", "mode"),
    [
        (
            "nb",
            "den minste mynten er 0; den må være 1 eller mer",
            "pickup er allerede måten for henting; tast en annen",
        ),
        (
            "nl",
            "de kleinste munt is 0; dat moet 1 of meer zijn",
            "pickup is al de methode voor afhalen; typ een andere",
        ),
    ],
)
def test_what_no_register_could_work_by_is_refused_in_the_language_of_who_reads(
    ada: Browser, language: str, coin: str, mode: str
) -> None:
    ada.get("/office/me")
    ada.press("/office/me/view", language=language, look="")
    try:
        save(ada, "/office/set/stores/edit?pk=1", cash_rounding_minor="0")
        assert said_of(ada) == [coin]
        save(ada, "/office/set/parameters/edit?pk=1", pickup_mode="pickup", carry_out_mode="pickup")
        assert said_of(ada) == [mode]
    finally:
        ada.get("/office/me")
        ada.press("/office/me/view", language="en", look="")
