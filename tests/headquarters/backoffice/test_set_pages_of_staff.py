"""Set-up pages of staff and roles: what waits, what registers of which store are told, and PINs that nobody sees."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import select

from headquarters.bootstrap import books_from
from headquarters.installation import installation
from headquarters.people.models import StaffDraft
from headquarters.people.service import HASHER, mixed
from retail.permissions import ROLE_RIGHTS, Right, Role
from retail.staff_cards import card_mark
from tests.fixtures.fix_headquarters import EnrolledRegister, RunningHeadquarters
from tests.headquarters.backoffice.browser import Browser, set_up_code
from tests.headquarters.backoffice.forms import changed, form_of, made, published, save
from tests.headquarters.shop import RETAILER

CASHIER = {right.value for right in ROLE_RIGHTS[Role.CASHIER]}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHeadquarters]:
    """A headquarters with the test retailer."""
    running = RunningHeadquarters(tmp_path_factory.mktemp("staff")).start()
    try:
        running.manage("PUT", "/v1/manage/retailer", RETAILER)
        yield running
    finally:
        running.stop()


@pytest.fixture(scope="module")
def ada(office: RunningHeadquarters) -> Browser:
    return Browser(office.url).set_up(set_up_code(office))


@pytest.fixture(scope="module")
def houston(office: RunningHeadquarters) -> EnrolledRegister:
    return office.enrol("HOUSTON-1")


@pytest.fixture(scope="module")
def boston(office: RunningHeadquarters) -> EnrolledRegister:
    return office.enrol("BOSTON-1")


def staff_at(register: EnrolledRegister) -> dict[str, dict[str, Any]]:
    """The staff that a register knows once it has read the feed."""
    known: dict[str, dict[str, Any]] = {}
    for row in register.rows("staff"):
        known.pop(row["key"], None)
        if not row["gone"]:
            known[row["key"]] = row["value"]
    return known


def test_a_new_person_waits_is_published_and_signs_in_by_their_pin_in_their_stores(
    ada: Browser, houston: EnrolledRegister, boston: EnrolledRegister
) -> None:
    made(ada, "staff", user="kari", name="Kari Moe", role="cashier", pin="482913", language="nb", active="on",
         stores="BOSTON", given="discount", withheld="close_shift")  # fmt: skip
    assert "kari" not in staff_at(boston)
    waiting = published(ada)
    assert re.search(r"<b>kari</b> <span class=\"tag\">new", waiting)
    assert "482913" not in waiting

    kari = staff_at(boston)["kari"]
    assert (kari["name"], kari["role"], kari["language"], kari["active"]) == (
        "Kari Moe",
        "cashier",
        "nb",
        True,
    )
    assert set(kari["rights"]) == (CASHIER | {"discount"}) - {"close_shift"}
    assert "kari" not in staff_at(houston)

    changed(ada, "staff", 2, stores="HOUSTON")
    published(ada)
    assert ("kari" in staff_at(houston), "kari" in staff_at(boston)) == (True, False)
    changed(ada, "staff", 2, stores="")
    published(ada)
    assert ("kari" in staff_at(houston), "kari" in staff_at(boston)) == (True, True)


def test_a_pin_is_kept_unless_it_is_typed_anew_and_stands_nowhere(
    office: RunningHeadquarters, ada: Browser, houston: EnrolledRegister
) -> None:
    before = staff_at(houston)["cashier"]["pin_hash"]
    changed(ada, "staff", 1, name="Cashier One")
    published(ada)
    assert staff_at(houston)["cashier"]["pin_hash"] == before

    changed(ada, "staff", 1, pin="9081")
    assert "New PIN" in ada.get("/office/set/staff/edit?pk=1")
    waiting = published(ada)
    after = staff_at(houston)["cashier"]["pin_hash"]
    code = office.manage("POST", "/v1/manage/enrolment-codes", {"register": "HOUSTON-2"})["code"]
    enrolled = office.call("POST", "/v1/enrol", {"protocol": 1, "code": code, "device": "test"}).json
    assert HASHER.verify(after, mixed(enrolled["device_secret"], "9081"))
    pages = [waiting, ada.get("/office/set/staff/list"), ada.get("/office/set/staff/detail?pk=1"),
             ada.get("/office/audit"), ada.get("/office/set/staff/edit?pk=1")]  # fmt: skip
    assert [page for page in pages if "9081" in page or "argon2" in page] == []
    assert "••••" in waiting


@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        ({"pin": ""}, "pin", "needed"), ({"pin": "12"}, "pin", "4 to 8 digits"), ({"pin": "12ab"}, "pin", "4 to 8"),
        ({"user": "cashier"}, "user", "one like this already"), ({"role": "king"}, "role", "Choose one of the list"),
        ({"given": "fly"}, "given", "Choose one of the list"), ({"stores": "ATLANTIS"}, "stores", "Choose one"),
    ],
)  # fmt: skip
def test_wrong_values_are_refused_at_their_field_and_a_typed_pin_is_not_said_again(
    ada: Browser, values: dict[str, str], field: str, words: str
) -> None:
    sound = {"user": "x", "name": "X", "role": "cashier", "pin": "77315", "active": "on"}
    text = save(ada, "/office/set/staff/create", **(sound | values))

    assert ada.status == 422
    assert [
        words in each for each in re.findall(rf'id="{field}-error"[^>]*>(.*?)</div>', text, re.DOTALL)
    ] == [True]
    assert "77315" not in text


def test_limits_of_a_person_are_published_and_taken_away_again(
    ada: Browser, houston: EnrolledRegister
) -> None:
    changed(ada, "staff", 1, line_discount_percent="12.5", line_discount_minor="15.00",
            price_override_direction="lower", return_total_minor="0")  # fmt: skip
    waiting = published(ada)
    assert "Line discount at most" in waiting
    told = staff_at(houston)["cashier"]["limits"]
    assert {name: value for name, value in told.items() if value is not None} == {
        "line_discount_percent": "12.5",
        "line_discount_minor": 1500,
        "price_override_direction": "lower",
        "return_total_minor": 0,
    }
    assert form_of(ada, "/office/set/staff/edit?pk=1")["line_discount_minor"] == "15.00"
    for wrong in ({"line_discount_percent": "101"}, {"line_discount_minor": "-1"}):
        fields = form_of(ada, "/office/set/staff/edit?pk=1") | wrong
        save(ada, "/office/set/staff/edit?pk=1", **fields)
        assert ada.status == 422

    changed(ada, "staff", 1, line_discount_percent="", line_discount_minor="", price_override_direction="",
            return_total_minor="")  # fmt: skip
    published(ada)
    assert set(staff_at(houston)["cashier"]["limits"].values()) == {None}


def test_rights_of_a_role_are_those_of_everybody_who_has_it(ada: Browser, houston: EnrolledRegister) -> None:
    made(ada, "roles", code="trainee", rights="retrieve_order")
    made(ada, "staff", user="ola", name="Ola", role="trainee", pin="5555", active="on")
    published(ada)
    assert staff_at(houston)["ola"]["rights"] == ["retrieve_order"]

    links = ada.get("/office/set/roles/detail?pk=2")
    (address,) = re.findall(r'href="(/office/set/staff/list\?filter=[^"]+)"', links)
    assert "Ola" in ada.get(address)
    changed(ada, "roles", 2, rights="edit_order")
    assert re.search(r"<b>ola</b>", published(ada))
    assert staff_at(houston)["ola"]["rights"] == ["edit_order"]


def test_rights_and_choices_are_said_in_the_language_of_who_reads(ada: Browser) -> None:
    made(ada, "roles", code="helper", rights=["edit_order", "return_sale"])
    made(
        ada,
        "staff",
        user="kai",
        name="Kai",
        role="helper",
        pin="5656",
        active="on",
        price_override_direction="lower",
    )
    ada.get("/office/me")
    ada.press("/office/me/view", language="nl", look="")
    try:
        pages = [ada.get("/office/publish"), ada.get("/office/audit")]
        ada.get("/office/set/roles/list")
        newest = max(re.findall(r"pk=(\d+)", ada.text), key=int)
        pages.append(ada.get(f"/office/set/roles/detail?pk={newest}"))
    finally:
        ada.get("/office/me")
        ada.press("/office/me/view", language="en", look="")

    assert [page for page in pages if "order bewerken, " not in page] == []
    assert [page for page in pages if "edit_order" in page or "return_sale" in page] == []
    assert "alleen lager" in pages[0]
    published(ada)


def test_every_right_is_given_by_a_role_and_to_a_person_and_withheld_from_one(
    ada: Browser, houston: EnrolledRegister
) -> None:
    every = sorted(right.value for right in Right)
    made(ada, "roles", code="everything", rights=every)
    made(ada, "roles", code="bare", rights="")
    made(ada, "staff", user="given", name="X", role="bare", pin="7001", active="on", given=every[::2])
    made(ada, "staff", user="others", name="X", role="bare", pin="7002", active="on", given=every[1::2])
    made(
        ada,
        "staff",
        user="withheld",
        name="X",
        role="everything",
        pin="7003",
        active="on",
        withheld=every[::2],
    )
    published(ada)

    told = {user: sorted(row["rights"]) for user, row in staff_at(houston).items()}
    assert (told["given"], told["others"], told["withheld"]) == (every[::2], every[1::2], every[1::2])
    form = ada.get("/office/set/roles/create")
    assert [right for right in every if f"> {right.replace('_', ' ')}</label>" not in form] == []


def test_a_document_goes_on_working_and_what_else_was_set_up_goes_on_waiting(
    office: RunningHeadquarters, ada: Browser, houston: EnrolledRegister
) -> None:
    changed(ada, "staff", 1, language="nl")
    said = {**RETAILER["staff"][0], "name": "By document"}
    office.manage("PUT", "/v1/manage/retailer", {"staff": [said]})

    cashier = staff_at(houston)["cashier"]
    assert (cashier["name"], cashier["language"]) == ("By document", "")
    fields = form_of(ada, "/office/set/staff/edit?pk=1")
    assert (fields["name"], fields["language"]) == ("By document", "nl")
    published(ada)
    assert staff_at(houston)["cashier"]["language"] == "nl"
    assert office.job("1060")["rows"] == 0


def test_who_saves_second_sees_what_the_other_made_of_it_and_may_keep_their_own(
    office: RunningHeadquarters, ada: Browser
) -> None:
    other = Browser(office.url).sign_in()
    before = form_of(ada, "/office/set/staff/edit?pk=1")
    changed(other, "staff", 1, name="Theirs")
    ada.get("/office/set/staff/edit?pk=1")
    text = ada.post("/office/set/staff/edit?pk=1", **(before | {"name": "Mine", "csrftoken": seal_of(ada)}))
    assert (ada.status, "Somebody else saved first: Theirs" in text) == (422, True)

    version = re.findall(r'name="version" value="(\d+)"', text)[0]
    again = before | {"name": "Mine", "version": version, "csrftoken": seal_of(ada)}
    ada.post("/office/set/staff/edit?pk=1", **again)
    assert ada.status == 200
    assert form_of(ada, "/office/set/staff/edit?pk=1")["name"] == "Mine"


def seal_of(browser: Browser) -> str:
    """What the form of the present page carries."""
    found = re.search(r'name="csrftoken"[^>]*value="([^"]*)"', browser.text)
    assert found is not None
    return found[1]


def row_of(office: RunningHeadquarters, user: str) -> int:
    """The key of somebody's draft."""
    with books_from(office.folder, None, 1) as books, books.database.reading() as session:
        return session.scalars(select(StaffDraft.id).where(StaffDraft.user == user)).one()


def test_a_staff_card_reaches_registers_as_a_mark_alone_and_is_kept_changed_and_taken_away(
    ada: Browser, office: RunningHeadquarters, houston: EnrolledRegister
) -> None:
    with books_from(office.folder, None, 1) as books, books.database.reading() as session:
        secret = installation(session).secret
    made(
        ada,
        "staff",
        user="siv",
        name="Siv Dal",
        role="cashier",
        pin="482913",
        card=";20001234=9912?",
        active="on",
    )
    shown = published(ada)
    assert staff_at(houston)["siv"]["card"] == card_mark(secret, "20001234")
    assert ("20001234" in shown, card_mark(secret, "20001234") in shown) == (False, False)
    row = row_of(office, "siv")
    form = form_of(ada, f"/office/set/staff/edit?pk={row}")
    assert form["card"] == "••••••"
    assert "card" not in staff_at(houston)["cashier"], "older registers and rows without one stay as they are"

    changed(ada, "staff", row, name="Siv Dahl")
    published(ada)
    assert staff_at(houston)["siv"]["card"] == card_mark(secret, "20001234")
    changed(ada, "staff", row, card="04:A2:B9:C1")
    published(ada)
    assert staff_at(houston)["siv"]["card"] == card_mark(secret, "04A2B9C1")
    changed(ada, "staff", row, card="")
    published(ada)
    assert "card" not in staff_at(houston)["siv"]


@pytest.mark.parametrize(
    ("card", "words"),
    [
        ("12", "has 4 to 40 letters and digits"),
        ("4111111111111111", "number of a payment card"),
        ("20007777", "somebody else&#39;s card"),
    ],
)
def test_a_card_that_is_none_or_somebody_elses_is_refused_in_words_and_not_said_again(
    office: RunningHeadquarters, ada: Browser, card: str, words: str
) -> None:
    if card == "20007777":
        made(ada, "staff", user="oda", name="Oda", role="cashier", pin="482913", card=card, active="on")
        changed(ada, "staff", row_of(office, "oda"), card=card)  # it is their own

    save(ada, "/office/set/staff/create", user="ulf", name="Ulf", role="cashier", pin="482913", card=card)

    assert (ada.status, words in ada.text, f'"{card}"' in ada.text) == (422, True, False)
