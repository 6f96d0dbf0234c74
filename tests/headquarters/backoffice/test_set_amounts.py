"""Amounts of set-up are typed and shown as people write them, in the currency of their row, and kept in minor units."""

import html
import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from sqlalchemy import select

from headquarters.backoffice.languages import worded
from headquarters.backoffice.set_pages.amounts import Mistyped, read_amount
from headquarters.drafts.amounts import written
from headquarters.drafts.models import RoleLimitDraft, StoreDraft
from headquarters.office.models import AuditEntry
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.backoffice.browser import NAME, Browser, set_up_code
from tests.headquarters.backoffice.forms import changed, form_of, form_of_text, made, published, said_of, save
from tests.headquarters.backoffice.test_set_imports import exported, tried
from tests.headquarters.backoffice.test_set_imports import told as report_of
from tests.headquarters.backoffice.test_set_imports_beside import take
from tests.headquarters.backoffice.test_set_imports_beside import tried as tried_beside
from tests.headquarters.conftest import Books, both_engines
from tests.headquarters.shop import RETAILER

LIMIT = {
    "parameters": "standard", "price_override_percent": "0", "line_discount_percent": "0",
    "total_discount_percent": "0", "position": "1",
}  # fmt: skip
OSAKA = {
    "store": "OSAKA", "currency": "JPY", "tax_percent": "10", "cash_rounding_minor": "5", "tax_rounding": "line",
    "start_screen": "sale",
}  # fmt: skip


def running(folder: object) -> RunningHeadquarters:
    office = RunningHeadquarters(folder).start()  # type: ignore[arg-type]
    office.manage("PUT", "/v1/manage/retailer", RETAILER)
    Browser(office.url).set_up(set_up_code(office))
    return office


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHeadquarters]:
    """A headquarters whose stores are all of dollars."""
    started = running(tmp_path_factory.mktemp("amounts"))
    yield started
    started.stop()


@pytest.fixture(scope="module")
def ada(office: RunningHeadquarters) -> Browser:
    return Browser(office.url).sign_in(NAME)


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHeadquarters]:
    """A headquarters with stores of dollars and one of yen."""
    started = running(tmp_path_factory.mktemp("mixed"))
    bea = Browser(started.url).sign_in(NAME)
    made(bea, "stores", **OSAKA)
    made(bea, "registers", register="OSAKA-1", store="OSAKA")
    yield started
    started.stop()


@pytest.fixture(scope="module")
def bea(mixed: RunningHeadquarters) -> Browser:
    return Browser(mixed.url).sign_in(NAME)


def test_an_amount_reads_the_same_on_form_page_history_and_publish_and_registers_have_minor_units(
    office: RunningHeadquarters, ada: Browser
) -> None:
    name = "max_shipping_refund_without_approval_minor"
    changed(ada, "parameters", 1, **{name: "15"})
    made(ada, "role-limits", **LIMIT, role="clerk", return_line_minor="1234,5")

    assert form_of(ada, "/office/set/parameters/edit?pk=1")[name] == "15.00"
    page = ada.get("/office/set/parameters/detail?pk=1")
    assert re.search(r"<dt>Maximum amount without approval</dt><dd>\s*15\.00\s*</dd>", page)
    assert re.search(r"Maximum amount without approval:</span> 15\.00<", page)
    assert "Return of one line at most:</span> 1,234.50<" in ada.get("/office/audit?kind=role_limits")
    waiting = published(ada)
    assert re.search(
        r"Maximum amount without approval</td><td>\s*0\.00\s*</td><td>\s*15\.00\s*</td>", waiting
    )
    assert "Return of one line at most: 1,234.50" in re.sub(r"\s+", " ", waiting)
    assert "Maximum amount without approval:</span> 15.00<" in ada.get(
        "/office/audit?kind=store&about=HOUSTON"
    )
    ada.get("/office/me")
    ada.press("/office/me/view", language="nl", look="")
    assert ":</span> 1.234,50<" in ada.get("/office/audit?kind=role_limits")
    assert ">1.234,50<" in re.sub(r"\s+", "", ada.get("/office/set/role-limits/list"))
    assert form_of(ada, "/office/set/parameters/edit?pk=1")[name] == "15.00"
    ada.get("/office/me")
    ada.press("/office/me/view", language="en", look="")
    told = office.enrol("HOUSTON-1").rows("settings")[-1]["value"]["values"]
    assert (told[name], told["role_limits"][0]["return_line_minor"]) == (1500, 123450)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("12.345", "'12.345' has too many decimals: USD has 2. Type it like 15.00."),
        ("-1", "'-1' is negative. Type it like 15.00."),
        ("1e3", "'1e3' is not an amount. Type it like 15.00."),
        ("10000000000.01", "'10000000000.01' is over the limit of 10,000,000,000.00. Type it like 15.00."),
        ("", "This field is required."),
    ],
)
def test_what_is_no_amount_is_refused_in_words_and_stands_as_it_was_typed(
    ada: Browser, typed: str, words: str
) -> None:
    text = save(
        ada, "/office/set/auto-charges/create", parameters="standard", level="line", code="FREIGHT", amount_minor=typed,
        up_to_minor="7,5",
    )  # fmt: skip

    assert (ada.status, [html.unescape(each).strip() for each in said_of(ada)]) == (422, [words])
    fields = form_of_text(text)
    assert (fields["amount_minor"], fields["up_to_minor"]) == (typed, "7.50")


def test_the_words_of_a_wrong_amount_are_in_every_language() -> None:
    wrong = read_amount("12.345", "USD")

    assert isinstance(wrong, Mistyped)
    assert [worded(language, wrong.why) for language in ("nb", "nl")] == [
        "'12.345' har for mange desimaler: USD har 2. Skriv det som 15.00.",
        "'12.345' heeft te veel decimalen: USD heeft er 2. Typ het als 15.00.",
    ]


def test_a_list_is_filtered_by_amounts_as_they_are_typed(ada: Browser) -> None:
    for role, amount in (("small", "9.99"), ("large", "10.00")):
        made(ada, "role-limits", **LIMIT, role=role, blind_return_minor=amount)
    address = "/office/set/role-limits/list?filter=" + quote("blind_return_minor__gte=")

    found = re.findall(r'data-column="role"[^>]*>\s*<span[^>]*>(\w+)<', ada.get(address + quote('"10,00"')))
    assert found == ["large"]
    between = address.replace("gte", "between") + "9.98..9,99"
    assert re.findall(r'data-column="role"[^>]*>\s*<span[^>]*>(\w+)<', ada.get(between)) == ["small"]
    ada.get(address + "10.00")
    assert re.findall(r'data-column="blind_return_minor"[^>]*>\s*<span[^>]*>(.*?)<', ada.text) == ["10.00"]
    refused = html.unescape(ada.get(address + quote('"12.345"')))
    assert (ada.status, "too many decimals: USD has 2" in refused) == (422, True)


def test_who_saves_second_reads_the_amount_of_the_other(ada: Browser) -> None:
    made(ada, "refunds", parameters="standard", paid_by="cash", back_by="cash", most_minor="20")
    mine = form_of(ada, "/office/set/refunds/edit?pk=1")
    changed(ada, "refunds", 1, most_minor="30.50")
    ada.post("/office/set/refunds/edit?pk=1", **(mine | {"most_minor": "25"}))

    assert said_of(ada) == ["Somebody else saved first: 30.50. Save again to keep yours."]


def test_a_store_has_amounts_in_its_own_currency(mixed: RunningHeadquarters, bea: Browser) -> None:
    rows = exported(bea, "stores")
    shown = {row[rows[0].index("Store")]: row[rows[0].index("Smallest coin")] for row in rows[1:]}
    assert (shown["OSAKA"], shown["HOUSTON"]) == ("5", "0.01")
    pk = len(rows) - 1
    assert form_of(bea, f"/office/set/stores/edit?pk={pk}")["cash_rounding_minor"] == "5"
    save(bea, f"/office/set/stores/edit?pk={pk}", cash_rounding_minor="5.5")
    assert "JPY has 0" in html.unescape(said_of(bea)[0])
    assert "several currencies" not in bea.text

    published(bea)
    told = mixed.enrol("OSAKA-1").rows("settings")[-1]["value"]["values"]
    assert (told["currency"], told["cash_rounding_minor"]) == ("JPY", 5)


def test_where_stores_have_several_currencies_a_row_goes_by_its_own_or_by_minor_units_and_says_so(
    bea: Browser,
) -> None:
    assert "Stores have several currencies" in bea.get("/office/set/role-limits/create")
    made(bea, "role-limits", **LIMIT, role="clerk", return_line_minor="1500")
    assert "1500 (minor units)" in bea.get("/office/set/role-limits/list")
    assert "1500 (minor units)" in bea.get("/office/audit?kind=role_limits")
    save(bea, "/office/set/role-limits/edit?pk=1", return_line_minor="15.00")
    assert html.unescape(said_of(bea)[0]).startswith("'15.00' is not a number of minor units")

    charge = {"parameters": "standard", "level": "line"}
    for code in "ABC":
        made(bea, "charge-codes", parameters="standard", code=code, tax_percent="0", position="1")
    made(bea, "auto-charges", **charge, code="A", position="1", currency="JPY", amount_minor="500")
    made(bea, "auto-charges", **charge, code="B", position="2", currency="USD", amount_minor="5.00")
    made(bea, "auto-charges", **charge, code="C", position="3", store="HOUSTON", amount_minor="7.50")
    rows = exported(bea, "auto-charges")
    assert [row[rows[0].index("Amount")] for row in rows[1:]] == ["500", "5.00", "7.50"]
    for kind in ("auto-charges", "role-limits", "stores"):
        rows = exported(bea, kind)
        assert [row[2] for row in report_of(tried(bea, kind, rows))] == ["as it was"] * (len(rows) - 1)


@both_engines
def test_a_file_takes_amounts_as_they_are_exported(books: Books) -> None:
    head = "parameters,role,price_override_percent,line_discount_percent,total_discount_percent,position,{}\n"
    text = head.format("Return of one line at most") + "standard,clerk,0,0,0,1,20.5\n"
    wrong = tried_beside(books, "role-limits", text.replace("20.5", "20.555"))
    assert "'20.555' has too many decimals: USD has 2" in wrong
    report = tried_beside(books, "role-limits", text)
    assert re.search(r"Return of one line at most</td><td>\s*20\.50\s*<", report)
    assert "Taken in" in take(books, "role-limits", text, report)
    more = text.replace("20.5", "30")
    changes = tried_beside(books, "role-limits", more)
    assert "20.50 → 30.00" in changes
    assert "Taken in" in take(books, "role-limits", more, changes)

    with books.parts.database.reading() as session:
        assert session.scalars(select(RoleLimitDraft.return_line_minor)).all() == [3000]
        noted = session.scalars(select(AuditEntry).where(AuditEntry.kind == "role_limits")).all()
        assert [each.after["return_line_minor"] for each in noted if each.after] == ["20.50", "30.00"]


@both_engines
def test_a_file_of_stores_reads_amounts_in_the_currency_it_says_and_shows_what_that_makes_of_them(
    books: Books,
) -> None:
    text = (
        "store,currency,tax_percent,tax_rounding,cash_rounding_minor,start_screen\n"
        "OSAKA,JPY,10,line,5,sale\nOSLO,NOK,25,line,1,sale\n"
    )
    assert "Taken in" in take(books, "stores", text, tried_beside(books, "stores", text))
    with books.parts.database.reading() as session:
        query = select(StoreDraft.store, StoreDraft.cash_rounding_minor)
        kept = {row.store: row.cash_rounding_minor for row in session.execute(query)}
    assert (kept["OSAKA"], kept["OSLO"]) == (5, 100)
    assert "1.00 → 100" in tried_beside(books, "stores", "store,currency\nOSLO,JPY\n")


def test_amounts_within_lists_and_rows_are_written_and_nothing_else_is() -> None:
    kept = {"amount_minor": None, "is_minor": True, "tiers": [{"up_to_minor": 100}], "version": 7}

    assert written(kept, "BHD") == kept | {"tiers": [{"up_to_minor": "0.100"}]}
    assert written(kept, "") == kept
