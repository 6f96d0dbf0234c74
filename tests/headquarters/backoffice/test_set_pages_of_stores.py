"""Set-up pages of stores and what they name: a new store until its register works, and switches that are followed."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from retail.attributes import AttributeKind
from retail.orders.delivery import pickup_places, ship_places
from retail.settings import StoreSettings
from retail.wire.settings import settings_of
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.backoffice.browser import NAME, Browser, set_up_code
from tests.headquarters.backoffice.forms import changed, form_of, made, published, said_of, save
from tests.headquarters.shop import RETAILER

SETS = {
    "parameters": "standard", "functionality": "standard", "offline": "standard", "fulfilment": "standard",
    "channel_schema": "standard", "customers": "standard", "customer_template": "standard", "barcodes": "standard",
}  # fmt: skip
OSLO = SETS | {
    "store": "OSLO", "store_name": "Oslo", "currency": "NOK", "language": "nb", "tax_percent": "25",
    "cash_rounding_minor": "1.00", "price_includes_tax": "on", "tax_rounding": "line", "start_screen": "sale",
}  # fmt: skip


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHeadquarters]:
    """A headquarters with an administrator and nothing else."""
    running = RunningHeadquarters(tmp_path_factory.mktemp("stores")).start()
    try:
        Browser(running.url).set_up(set_up_code(running))
        yield running
    finally:
        running.stop()


@pytest.fixture(scope="module")
def ada(empty: RunningHeadquarters) -> Browser:
    """The administrator, who has opened the store Oslo with a register."""
    browser = Browser(empty.url).sign_in(NAME)
    made(
        browser,
        "units",
        code="NORWAY",
        name="Norway",
        country="NO",
        address_lines="Kassa AS\r\nOrg. 987 654 321",
    )
    made(browser, "stores", **OSLO, unit="NORWAY", warehouse="DC-OSLO")
    made(browser, "registers", register="OSLO-1", store="OSLO")
    return browser


def told(running: RunningHeadquarters, register: str) -> StoreSettings:
    """The settings that a register pulls."""
    value: dict[str, Any] = running.enrol(register).rows("settings")[-1]["value"]["values"]
    return settings_of(value)


def test_a_new_store_waits_until_it_is_published_and_its_register_then_works_by_it(
    empty: RunningHeadquarters, ada: Browser
) -> None:
    register = empty.enrol("OSLO-1")
    assert register.rows("settings") == []
    waiting = ada.get("/office/publish")
    assert re.search(r"<b>OSLO</b></td><td colspan=\"3\"><span class=\"tag\">new store", waiting)
    assert re.search(r'>OSLO-1</td><td class="no">OSLO</td><td>… waits', waiting)
    assert empty.job("1070")["rows"] == 0

    published(ada)
    oslo = told(empty, "OSLO-1")
    assert (oslo.store, oslo.store_name, oslo.currency, oslo.language) == ("OSLO", "Oslo", "NOK", "nb")
    assert (oslo.country, oslo.receipt_lines) == ("NO", ("Kassa AS", "Org. 987 654 321"))
    assert "DC-OSLO" in ada.get("/office/inventory/warehouses")
    assert form_of(ada, "/office/set/stores/edit?pk=1")["warehouse"] == "DC-OSLO"


def test_a_store_goes_on_taking_from_its_unit_what_it_does_not_say_itself(
    empty: RunningHeadquarters, ada: Browser
) -> None:
    assert form_of(ada, "/office/set/stores/edit?pk=1")["country"] == ""
    changed(ada, "units", 1, address_lines="Kassa AS\r\nOslo")
    published(ada)
    assert told(empty, "OSLO-1").receipt_lines == ("Kassa AS", "Oslo")
    changed(ada, "stores", 1, receipt_lines="Storgata 1")
    published(ada)
    assert told(empty, "OSLO-1").receipt_lines == ("Storgata 1",)
    links = ada.get("/office/set/units/detail?pk=1")
    (address,) = re.findall(r'href="(/office/set/stores/list\?filter=[^"]+)"', links)
    text = ada.get(address)
    assert ada.status == 200, re.findall("<p.*", text)[:9]
    assert "Oslo" in text
    assert ada.status == 200


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"store": "OSLO"}, "There is one like this already"),
        ({"store": "A/B"}, "A slash cannot stand in it"),
        ({"store": "X", "warehouse": "A/B"}, "A slash cannot stand in it"),
        ({"store": "X", "unit": "ATLANTIS"}, "Choose one of the list"),
        ({"store": "X", "closed_weekdays": "9"}, "Choose one of the list"),
        ({"store": "X", "closed_dates": "tomorrow"}, "closed_dates"),
        ({"store": "X", "cash_rounding_minor": "0"}, "smallest coin is 0"),
        ({"store": "X", "currency": "Kroner"}, "three capital letters"),
        ({"store": ""}, "required"),
    ],
)
def test_a_store_that_cannot_be_is_refused_in_words_and_leaves_nothing(
    ada: Browser, values: dict[str, str], words: str
) -> None:
    save(ada, "/office/set/stores/create", **(OSLO | values))

    assert (ada.status, [words in each for each in said_of(ada)]) == (422, [True]), said_of(ada)
    save(ada, "/office/set/registers/create", register="X-1", store="X")
    assert ada.status == 422


def test_places_of_a_group_hand_out_and_ship_as_their_flags_say_while_the_feature_is_on(
    empty: RunningHeadquarters, ada: Browser
) -> None:
    made(ada, "fulfilment", code="NORTH")
    made(
        ada,
        "stores",
        **(OSLO | {"store": "BERGEN", "store_name": "Bergen", "tax_percent": "12", "fulfilment": "NORTH"}),
    )
    for place, flags in (
        ("OSLO", {"is_store": "on", "hands_out": "on"}),
        ("BERGEN", {"is_store": "on", "ships": "on", "hands_out": "on"}),
        ("DC", {"ships": "on", "name": "Central", "tax_percent": "0"}),
    ):
        made(ada, "fulfilment-places", fulfilment="NORTH", place=place, position="1", **flags)
    changed(ada, "stores", 1, fulfilment="NORTH", fulfilment_locations="on", closed_weekdays="6")
    published(ada)

    oslo = told(empty, "OSLO-1")
    assert [(each.place, each.name, str(each.tax_percent)) for each in pickup_places(oslo)] == [
        ("OSLO", "Oslo", "25"), ("BERGEN", "Bergen", "12")]  # fmt: skip
    assert [each.place for each in ship_places(oslo)] == ["BERGEN", "DC"]
    assert oslo.fulfilment_group[0].closed_weekdays == (6,)

    feature(ada, "locations", is_on=False)
    published(ada)
    assert [each.place for each in ship_places(told(empty, "OSLO-1"))] == ["OSLO"]
    feature(ada, "locations", is_on=True)
    published(ada)
    assert [each.place for each in ship_places(told(empty, "OSLO-1"))] == ["BERGEN", "DC"]


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ({"place": "DC", "hands_out": "on"}, "a warehouse ships and hands nothing out"),
        ({"place": "ATLANTIS", "is_store": "on", "ships": "on"}, "there is no store ATLANTIS"),
    ],
)
def test_a_place_that_cannot_be_is_refused_before_any_store_names_its_group(
    ada: Browser, place: dict[str, str], words: str
) -> None:
    made(ada, "fulfilment", code=f"GROUP-{place['place']}")
    save(
        ada,
        "/office/set/fulfilment-places/create",
        fulfilment=f"GROUP-{place['place']}",
        position="1",
        **place,
    )

    assert (ada.status, [words in each for each in said_of(ada)]) == (422, [True]), said_of(ada)


def test_what_waits_is_said_in_words(ada: Browser) -> None:
    changed(ada, "stores", 1, closed_weekdays="0", manual_accept="on")
    waiting = ada.get("/office/publish")

    assert re.search(r"Closed on</td><td>[^<]*</td><td>Monday</td>", waiting)
    assert re.search(r"Manual accept</td><td>no</td><td>yes</td>", waiting)


@pytest.mark.parametrize(
    ("name", "setting", "page"),
    [
        ("locations", "fulfilment_locations", "stores"),
        ("partial_edit", "edit_partially_fulfilled", "functionality"),
        ("locked_prices", "prevent_price_calculation", "functionality"),
        ("further_contacts", "further_contacts", "functionality"),
    ],
)
def test_a_feature_that_is_off_is_off_in_every_store_and_on_where_the_store_says_so(
    empty: RunningHeadquarters, ada: Browser, name: str, setting: str, page: str
) -> None:
    assert "While a feature is off no store has it" in ada.get("/office/set/features/list")
    changed(ada, page, 1, **{setting: "on"})
    feature(ada, name, is_on=False)
    published(ada)
    assert getattr(told(empty, "OSLO-1"), setting) is False

    feature(ada, name, is_on=True)
    published(ada)
    assert getattr(told(empty, "OSLO-1"), setting) is True


def feature(browser: Browser, name: str, *, is_on: bool) -> None:
    """Switch a feature on or off."""
    row = 1 + ("locations", "partial_edit", "locked_prices", "further_contacts").index(name)
    fields = form_of(browser, f"/office/set/features/edit?pk={row}")
    fields.pop("is_on", None)
    browser.post(f"/office/set/features/edit?pk={row}", **fields, **({"is_on": "on"} if is_on else {}))
    assert browser.status == 200, said_of(browser)


def test_a_schema_that_filters_shared_customer_data_reaches_the_stores_that_name_it(
    empty: RunningHeadquarters, ada: Browser
) -> None:
    made(ada, "channel-schemas", code="FILTERED", filter_shared_customer_data="on")
    changed(ada, "stores", 1, channel_schema="FILTERED")
    published(ada)
    assert told(empty, "OSLO-1").filter_shared_customer_data is True
    changed(ada, "stores", 1, channel_schema="standard")
    published(ada)
    assert told(empty, "OSLO-1").filter_shared_customer_data is False


def test_customer_groups_attributes_and_the_default_customer_reach_the_registers(
    empty: RunningHeadquarters, ada: Browser
) -> None:
    made(ada, "customer-groups", customers="standard", group="CLUB", name="Club", position="1",
         dimensions="Department: 42\r\nRegion: East: North")  # fmt: skip
    for kind in AttributeKind:
        more = {
            "choice": {"choices": "S\r\nM", "translations": "nb Choice: Valg\r\nnl M: Middel"},
            "integer": {"least": "-1", "most": "9"},
        }.get(kind.value, {})
        made(ada, "customer-attributes", customers="standard", attribute=kind.value, name=kind.value.title(),
             kind=kind.value, position="1", **more)  # fmt: skip
    made(
        ada,
        "affiliations",
        customers="standard",
        affiliation="Friends",
        name="Friends of the house",
        position="1",
    )
    changed(
        ada,
        "customer-sets",
        1,
        required_customer_fields="phone\r\nattribute:date",
        loyalty_card_prefix="KC",
        customer_shortcuts="t: phone\r\nn: name",
    )
    changed(
        ada,
        "default-customers",
        1,
        group="CLUB",
        receipt_option="email",
        affiliations="Friends",
        type="person",
    )
    published(ada)

    oslo = told(empty, "OSLO-1")
    assert oslo.customer_groups[0].dimensions == (("Department", "42"), ("Region", "East: North"))
    assert {each.kind for each in oslo.customer_attributes} == set(AttributeKind)
    assert [each.translations for each in oslo.customer_attributes if each.translations] == [
        (("nb Choice", "Valg"), ("nl M", "Middel")),
    ]  # fmt: skip
    assert oslo.customer_shortcuts == ("t: phone", "n: name")
    assert (oslo.required_customer_fields, oslo.loyalty_card_prefix) == (("phone", "attribute:date"), "KC")
    assert (oslo.default_customer.group, oslo.default_customer.affiliations) == ("CLUB", ("Friends",))
    assert oslo.default_customer.language == ""
    assert [each.affiliation for each in oslo.affiliations] == ["Friends"]
    assert "By e-mail" in ada.get("/office/set/default-customers/list")


@pytest.mark.parametrize(
    ("kind", "values", "words"),
    [
        ("customer-groups", {"group": "X", "dimensions": "42"}, "a dimension and its value"),
        ("customer-attributes", {"attribute": "x", "name": "X", "kind": "choice"}, "has choices"),
        (
            "customer-attributes",
            {"attribute": "x", "name": "X", "kind": "text", "translations": "nb Y: Z"},
            "no language with one of its texts",
        ),
        ("customer-attributes", {"attribute": "ø!", "name": "X", "kind": "text"}, "takes letters, digits"),
        (
            "customer-attributes",
            {"attribute": "x", "name": "X", "kind": "integer", "least": "NaN"},
            "between",
        ),
    ],
)
def test_customer_set_up_that_no_register_could_work_by_is_refused(
    ada: Browser, kind: str, values: dict[str, str], words: str
) -> None:
    save(ada, f"/office/set/{kind}/create", customers="standard", position="1", **values)

    assert (ada.status, [words in each for each in said_of(ada)]) == (422, [True]), said_of(ada)


@pytest.mark.parametrize(
    ("listed", "row", "field", "words"),
    [
        ("customer-groups", {"group": "TRADE"}, "group", "there is no customer group NOBODY"),
        ("affiliations", {"affiliation": "Trade"}, "affiliations", "there is no affiliation NOBODY"),
    ],
)
def test_the_default_customer_is_of_groups_and_affiliations_that_are_there(
    ada: Browser, listed: str, row: dict[str, str], field: str, words: str
) -> None:
    made(ada, listed, customers="standard", position="2", **row)
    save(ada, "/office/set/default-customers/edit?pk=1", **{field: "NOBODY"})

    assert (ada.status, [words in each for each in said_of(ada)]) == (422, [True]), said_of(ada)


def test_receipts_closed_days_and_patterns_of_codes_reach_the_registers(
    empty: RunningHeadquarters, ada: Browser
) -> None:
    changed(
        ada, "stores", 1, receipt_signature="on", receipt_copies="2", closed_dates="2026-12-24\r\n2026-12-25"
    )
    changed(ada, "functionality", 1, offline_sale_returns="refuse")
    made(ada, "code-patterns", barcodes="standard", kind="badge", pattern="ANSATT-*", position="99")
    made(ada, "embedded-codes", barcodes="standard", kind="weight", pattern="27.....{NNDDD}.", position="99")
    published(ada)

    oslo = told(empty, "OSLO-1")
    assert (oslo.receipt_signature, oslo.receipt_copies, len(oslo.closed_dates)) == (True, 2, 2)
    assert oslo.offline_sale_returns == "refuse"
    assert (oslo.code_patterns[-1].pattern, oslo.embedded_codes[-1].pattern) == (
        "ANSATT-*",
        "27.....{NNDDD}.",
    )
    save(ada, "/office/set/code-patterns/create", barcodes="standard", kind="item", pattern="*", position="1")
    assert (ada.status, ["must begin with a letter or digit" in each for each in said_of(ada)]) == (
        422,
        [True],
    )


def test_a_document_of_the_retailer_goes_on_working_and_takes_a_new_store_over(
    empty: RunningHeadquarters, ada: Browser
) -> None:
    made(ada, "stores", **(OSLO | {"store": "HOUSTON", "store_name": "Set up here", "manual_accept": "on"}))
    document = {
        **RETAILER,
        "tenant": None,
        "stores": [
            {"store": "HOUSTON", "name": "Houston", "settings": {"deposit_percent": "30"}},
            *RETAILER["stores"][1:],
        ],
    }
    empty.manage("PUT", "/v1/manage/retailer", document)

    houston = told(empty, "HOUSTON-1")
    assert (houston.store_name, str(houston.deposit_percent), houston.manual_accept) == (
        "Houston",
        "30",
        False,
    )
    waiting = ada.get("/office/publish")
    assert "<b>HOUSTON</b>" in waiting
    assert "Manual accept" in waiting
    published(ada)
    houston = told(empty, "HOUSTON-1")
    assert (houston.manual_accept, houston.currency, str(houston.deposit_percent)) == (True, "NOK", "30")


def test_texts_of_receipts_are_those_of_the_language_of_the_store_unless_it_says_its_own(
    empty: RunningHeadquarters, ada: Browser
) -> None:
    made(
        ada,
        "receipt-texts",
        language="nb",
        header_lines="Foretaksregisteret",
        footer_lines="Bytterett 30 dager",
    )
    made(ada, "receipt-texts", language="nl", header_lines="", footer_lines="Ruilen binnen 30 dagen")
    changed(ada, "stores", 1, receipt_lines="Storgata 1")
    published(ada)
    oslo = told(empty, "OSLO-1")
    assert (oslo.receipt_lines, oslo.receipt_footer) == (
        ("Storgata 1", "Foretaksregisteret"),
        ("Bytterett 30 dager",),
    )

    changed(ada, "stores", 1, language="nl", receipt_footer="Tot ziens")
    published(ada)
    oslo = told(empty, "OSLO-1")
    assert (oslo.receipt_lines, oslo.receipt_footer) == (("Storgata 1",), ("Tot ziens",))
