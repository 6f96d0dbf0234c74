"""Set-up pages of staff and roles: what waits, what registers of which store are told, and PINs that nobody sees."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from headquarters.people.service import HASHER, mixed
from retail.permissions import ROLE_RIGHTS, Role
from tests.fixtures.fix_headquarters import EnrolledRegister, RunningHeadquarters
from tests.headquarters.backoffice.browser import Browser, set_up_code
from tests.headquarters.backoffice.forms import form_of, said_of, save
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


def kept(browser: Browser, path: str, /, **fields: str) -> None:
    """Save the form at `path` with these fields."""
    save(browser, path, **fields)
    assert browser.status == 200, said_of(browser) or browser.text


def published(browser: Browser) -> str:
    waited = browser.get("/office/publish")
    browser.press("/office/publish")
    assert "Nothing waits" in browser.text, browser.text
    return waited


def test_a_new_person_waits_is_published_and_signs_in_by_their_pin_in_their_stores(
    ada: Browser, houston: EnrolledRegister, boston: EnrolledRegister
) -> None:
    path = "/office/set/staff/create"
    kept(ada, path, user="kari", name="Kari Moe", role="cashier", pin="482913", language="nb", active="on",
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

    kept(ada, "/office/set/staff/edit?pk=2", stores="HOUSTON")
    published(ada)
    assert ("kari" in staff_at(houston), "kari" in staff_at(boston)) == (True, False)
    kept(ada, "/office/set/staff/edit?pk=2", stores="")
    published(ada)
    assert ("kari" in staff_at(houston), "kari" in staff_at(boston)) == (True, True)


def test_a_pin_is_kept_unless_it_is_typed_anew_and_stands_nowhere(
    office: RunningHeadquarters, ada: Browser, houston: EnrolledRegister
) -> None:
    before = staff_at(houston)["cashier"]["pin_hash"]
    kept(ada, "/office/set/staff/edit?pk=1", name="Cashier One")
    published(ada)
    assert staff_at(houston)["cashier"]["pin_hash"] == before

    kept(ada, "/office/set/staff/edit?pk=1", pin="9081")
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


def test_rights_of_a_role_are_those_of_everybody_who_has_it(ada: Browser, houston: EnrolledRegister) -> None:
    kept(ada, "/office/set/roles/create", code="trainee", rights="retrieve_order")
    kept(ada, "/office/set/staff/create", user="ola", name="Ola", role="trainee", pin="5555", active="on")
    published(ada)
    assert staff_at(houston)["ola"]["rights"] == ["retrieve_order"]

    links = ada.get("/office/set/roles/detail?pk=2")
    (address,) = re.findall(r'href="(/office/set/staff/list\?filter=[^"]+)"', links)
    assert "Ola" in ada.get(address)
    kept(ada, "/office/set/roles/edit?pk=2", rights="edit_order")
    assert re.search(r"<b>ola</b>", published(ada))
    assert staff_at(houston)["ola"]["rights"] == ["edit_order"]


def test_a_document_goes_on_working_and_what_else_was_set_up_goes_on_waiting(
    office: RunningHeadquarters, ada: Browser, houston: EnrolledRegister
) -> None:
    kept(ada, "/office/set/staff/edit?pk=1", language="nl")
    changed = {**RETAILER["staff"][0], "name": "By document"}
    office.manage("PUT", "/v1/manage/retailer", {"staff": [changed]})

    cashier = staff_at(houston)["cashier"]
    assert (cashier["name"], cashier["language"]) == ("By document", "")
    fields = form_of(ada, "/office/set/staff/edit?pk=1")
    assert (fields["name"], fields["language"]) == ("By document", "nl")
    published(ada)
    assert staff_at(houston)["cashier"]["language"] == "nl"
    assert office.job("1060")["rows"] == 0
