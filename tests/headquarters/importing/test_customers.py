"""Customers from a file: who is who, what stays theirs, and the account each gets."""

from typing import Any

import pytest
from sqlalchemy import select

from headquarters.customers.erasing import erase
from headquarters.customers.models import Customer
from headquarters.customers.service import customer_value, find_customer, keep_customers
from headquarters.settings.service import keep_stores
from retail.attributes import Attribute, AttributeKind
from retail.customer_defaults import CustomerGroup
from retail.settings import StoreSettings
from retail.wire.feeds import AddressRow, CustomerRow
from tests.headquarters.conftest import both_engines
from tests.headquarters.importing.conftest import Imports, counts
from tests.headquarters.shop import ANNA

pytestmark = both_engines

WHOLE = "Customer No.;Name;Type;E-mail;Phone;Language;Street;Postcode;City;Country\n"


def by_account(imports: Imports) -> dict[str, Any]:
    return {value["account"]: value for value in imports.books.feed("customers").values()}


def in_books(imports: Imports, uuid: str) -> Customer:
    with imports.books.parts.database.reading() as session:
        customer = find_customer(session, uuid)
        assert customer is not None
        session.expunge(customer)
        return customer


def test_new_customer_is_told_to_the_registers_at_once(imports: Imports) -> None:
    report = imports("customers", f"{WHOLE}C7;Bjørn Å;person;b@example.no;+47 1;nb;Storgt 1;5003;Bergen;NO\n")

    told = by_account(imports)["C7"]
    assert counts(report) == (1, 0, 0, 0)
    assert told == customer_value(in_books(imports, told["id"]))
    assert told["addresses"] == [
        {"id": told["id"], "purpose": "Home", "name": "", "phone": "", "line1": "Storgt 1", "postcode": "5003",
         "city": "Bergen", "country": "NO", "region": "", "tax_percent": None, "tax_group": ""}
    ]  # fmt: skip
    assert CustomerRow.of(told).name == "Bjørn Å"
    assert imports.books.job("1010").rows == 0


def test_same_file_again_publishes_nobody(imports: Imports) -> None:
    text = f"{WHOLE}C7;Bjørn Å;organisation;b@example.no;+47 1;nb;Ærgata 1;5003;Bergen;NO\nC8;Eva;;;;;;;;\n"
    imports("customers", text)
    before = imports.sequence()

    report = imports("customers", text)

    assert counts(report) == (0, 0, 2, 0)
    assert imports.sequence() == before


def test_only_who_changed_is_published(imports: Imports) -> None:
    imports("customers", "account,name,city\nC7,Ole,Bergen\nC8,Eva,Oslo\n")
    eva = by_account(imports)["C8"]["id"]
    before = imports.sequence()

    report = imports("customers", "account,name,city\nC7,Ole,Bergen\nC8,Eva,Ås\n")

    assert counts(report) == (0, 1, 1, 0)
    assert imports.published_after(before) == [("customers", eva)]
    assert [address["city"] for address in by_account(imports)["C8"]["addresses"]] == ["Ås"]


def test_what_the_file_does_not_say_stays(imports: Imports) -> None:
    imports("customers", f"{WHOLE}C7;Ole;organisation;o@example.no;1;nb;Storgt 1;5003;Bergen;NO\n")
    before = by_account(imports)["C7"]

    imports("customers", f"{WHOLE}C7;Ola;;;;;;;Os;\n")

    after = by_account(imports)["C7"]
    assert after == before | {"name": "Ola", "addresses": [before["addresses"][0] | {"city": "Os"}]}


def test_other_addresses_stay(imports: Imports) -> None:
    cabin = AddressRow(id="cabin", purpose="Cabin", city="Geilo")
    with imports.books.parts.database.writing() as session:
        row = CustomerRow(id=ANNA, account="", name="Anna", addresses=(cabin,))
        keep_customers(session, [row], "test", "now")
    account = in_books(imports, ANNA).account

    imports("customers", f"account,name,city\n{account},Anna,Bergen\n")
    imports("customers", f"account,name,city\n{account},Anna,Os\n")

    addresses = in_books(imports, ANNA).addresses
    assert [(each["id"], each["city"]) for each in addresses] == [("cabin", "Geilo"), (ANNA, "Os")]


def test_place_without_street_or_city_is_no_address(imports: Imports) -> None:
    report = imports("customers", "account,name,country\nC7,Ole,Norway\n")

    assert counts(report) == (1, 0, 0, 0)
    assert by_account(imports)["C7"]["addresses"] == []


def test_customers_without_accounts_are_told_apart_by_email(imports: Imports) -> None:
    text = "name,email\nOle,Ole@Example.no\nEva,eva@example.no\n"
    assert counts(imports("customers", text)) == (2, 0, 0, 0)

    report = imports("customers", "name,email\nOla,ole@example.no\nEva,eva@example.no\nOle,OLE@EXAMPLE.NO\n")

    assert counts(report) == (0, 1, 1, 1)
    assert {value["name"]: value["account"] for value in by_account(imports).values()} == {
        "Anna Berg": "10001", "Ola": "10002", "Eva": "10003"
    }  # fmt: skip


def test_email_that_two_customers_have_is_left_out(imports: Imports) -> None:
    imports("customers", "account,name,email\nC1,Ole,x@example.no\nC2,Eva,x@example.no\n")

    report = imports("customers", "name,email\nOla,x@example.no\n")

    assert counts(report) == (0, 0, 0, 1)
    assert "several customers" in imports.rejects[0]["rule"]


def test_account_of_the_file_is_never_given_again(imports: Imports) -> None:
    imports("customers", "account,name\n10002,Ole\n10500,Eva\n0020000,Kai\n9999999999999999,Far\n")

    imports("customers", "name,email\nNew,new@example.no\n")

    assert {value["name"]: value["account"] for value in by_account(imports).values()}["New"] == "10501"


def test_customer_of_the_file_is_one_that_headquarters_made(imports: Imports) -> None:
    report = imports("customers", "account,name\n10001,Anna Bjerg\n")

    assert counts(report) == (0, 1, 0, 0)
    assert in_books(imports, ANNA).name == "Anna Bjerg"


@pytest.mark.parametrize(
    ("cells", "column", "rule"),
    [
        ("C7,,x@example.no,,", "name", "needed and empty"),
        ("C7,---,x@example.no,,", "name", "needs a name"),
        (f"C7,{'x' * 101},x@example.no,,", "name", "at most 100"),
        ("C7,Ole\x07,x@example.no,,", "name", "cannot be kept"),
        ("C7,Ole,nobody,,", "email", "not an e-mail address"),
        (",Ole,x@example.no,,", "account", "needed and empty"),
        (f"C7,Ole,x@example.no,{'1' * 41},", "phone", "at most 40"),
        ("C7,Ole,x@example.no,,alien", "type", "none of"),
    ],
)
def test_bad_cell_leaves_out_its_row_alone(imports: Imports, cells: str, column: str, rule: str) -> None:
    report = imports("customers", f"account,name,email,phone,type\nC1,Eva,,,\n{cells}\nC2,Kai,,,company\n")

    assert counts(report) == (2, 0, 0, 1)
    assert [(each["line"], each["column"]) for each in imports.rejects] == [("3", column)]
    assert rule in imports.rejects[0]["rule"]


def test_a_file_may_say_the_region_and_who_pays_no_tax(imports: Imports) -> None:
    imports(
        "customers",
        "account,name,street,postcode,state,country,tax exempt\nC8,School,Main 1,77002,TX,US,yes\n",
    )

    told = by_account(imports)["C8"]
    assert told["tax_exempt"] is True
    assert told["addresses"][0]["region"] == "TX"
    assert CustomerRow.of(told).tax_exempt


def shop_knows(imports: Imports, **settings: Any) -> None:
    """The stores know these groups and attributes."""
    with imports.books.parts.database.writing() as session:
        keep_stores(session, [("HOUSTON", "Houston", StoreSettings("HOUSTON", **settings))])


GROUPS = (CustomerGroup("trade", "Trade", (("department", "B2B"),)), CustomerGroup("retail"))
ATTRIBUTES = (
    Attribute("born", "Born", AttributeKind.DATE),
    Attribute("club", "Club member", AttributeKind.FLAG),
    Attribute("type", "Kind", AttributeKind.CHOICE, ("A", "B")),
)
MORE = (
    "account,name,email,phone,title,group,currency,receipt,receipt email,affiliations,email consent,phone consent,"
    "born,Club member,attribute:type\n"
)


def test_a_file_says_title_group_receipts_affiliations_attributes_and_consent(imports: Imports) -> None:
    shop_knows(imports, customer_groups=GROUPS, customer_attributes=ATTRIBUTES)
    text = (
        f"{MORE}C7,Ole,o@example.no,55,Dr.,trade,nok,both,r@example.no,VIP|Staff,yes,nei,24.12.2001,ja,b\n"
    ).replace(",ja,", ",yes,")

    report = imports("customers", text)

    told = CustomerRow.of(by_account(imports)["C7"])
    assert counts(report) == (1, 0, 0, 0)
    assert (told.title, told.group, told.currency) == ("Dr.", "trade", "NOK")
    assert (told.receipt_option, told.receipt_email) == ("both", "r@example.no")
    assert told.affiliations == ("VIP", "Staff")
    assert dict(told.extras) == {
        "attribute:born": "2001-12-24", "attribute:club": "yes", "attribute:type": "B",
        "email:o@example.no": "yes", "phone:55": "no",
    }  # fmt: skip
    assert [(each.contact, each.consent, each.register_name) for each in told.consents] == [
        ("email:o@example.no", "yes", "import"), ("phone:55", "no", "import"),
    ]  # fmt: skip
    kept = in_books(imports, told.id)
    assert kept.details["dimensions"] == {"department": "B2B"}
    assert by_account(imports)["C7"] == customer_value(kept)
    before = imports.sequence()
    assert (counts(imports("customers", text)), imports.sequence()) == ((0, 0, 1, 0), before)


def test_what_a_file_says_of_a_known_customer_is_merged_with_what_they_have(imports: Imports) -> None:
    shop_knows(imports, customer_groups=GROUPS, customer_attributes=ATTRIBUTES)
    imports("customers", f"{MORE}C7,Ole,o@example.no,55,Dr.,trade,,,,VIP,yes,,2001-12-24,,\n")

    report = imports(
        "customers",
        "account,name,title,group,affiliations,email consent,club\nC7,Ole,,retail,vip|New,no,no\n",
    )

    told = CustomerRow.of(by_account(imports)["C7"])
    assert counts(report) == (0, 1, 0, 0)
    assert (told.title, told.group, told.affiliations) == ("Dr.", "retail", ("VIP", "New"))
    assert "dimensions" not in in_books(imports, told.id).details
    assert dict(told.extras) == {
        "attribute:born": "2001-12-24", "attribute:club": "no", "email:o@example.no": "no",
    }  # fmt: skip
    assert [each.consent for each in told.consents] == ["yes", "no"]


@pytest.mark.parametrize(
    ("column", "cell", "rule"),
    [
        ("group", "gold", "there are retail, trade"),
        ("currency", "euro", "three letters"),
        ("receipt", "fax", "none of printed"),
        ("receipt email", "nobody", "not an e-mail"),
        ("email consent", "maybe", "none of yes, no"),
        ("phone_consent", "yes", "that it could be said of"),
        ("born", "soon", "is a day"),
        ("affiliations", "x" * 61, "at most 60"),
    ],
)
def test_what_no_customer_can_be_said_to_have_leaves_out_its_row_alone(
    imports: Imports, column: str, cell: str, rule: str
) -> None:
    shop_knows(imports, customer_groups=GROUPS, customer_attributes=ATTRIBUTES)
    report = imports("customers", f"account,name,{column}\nC1,Eva,\nC7,Ole,{cell}\n")

    assert counts(report) == (1, 0, 0, 1)
    assert [each["column"] for each in imports.rejects] == [column]
    assert rule in imports.rejects[0]["rule"]


def test_a_file_brings_nobody_back_who_was_erased(imports: Imports) -> None:
    imports("customers", "account,name\nC7,Ole Quist\n")
    with imports.books.parts.database.writing() as session:
        [row] = session.scalars(select(Customer).where(Customer.account == "C7"))
        erase(session, [row], "ada", "asked for it", "now")

    report = imports("customers", "account,name\nC7,Ole Quist\nC8,Eva\n")

    assert counts(report) == (1, 0, 0, 1)
    assert "C7" not in by_account(imports)
    assert in_books(imports, row.uuid).name == "C7"
