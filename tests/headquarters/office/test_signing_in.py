"""Signing in over HTTP at a real headquarters: the first administrator, cookies, forms, roles, languages."""

import re
from collections.abc import Iterator
from email.message import Message
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener  # noqa: TID251 -- a browser of the tests

import pytest

from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.backoffice.browser import NAME, PASSWORD, Browser, set_up_code
from tests.headquarters.shop import RETAILER

OTHER = "another long password"
PEOPLE = {"Bo": "back office", "Max": "store manager", "Eve": "auditor"}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHeadquarters]:
    """A headquarters with an administrator and one person of every other role."""
    running = RunningHeadquarters(tmp_path_factory.mktemp("office")).start()
    try:
        running.manage("PUT", "/v1/manage/retailer", RETAILER)
        ada = Browser(running.url).set_up(set_up_code(running))
        for name, role in PEOPLE.items():
            ada.get("/office/people")
            stores = {"stores": "HOUSTON"} if role == "store manager" else {}
            ada.press("/office/people", name=name, role=role, password=PASSWORD, **stores)
            assert ada.status == 200, ada.text
        yield running
    finally:
        running.stop()


def test_first_start_prints_a_code_and_makes_no_password_and_guessing_has_to_wait(
    headquarters: RunningHeadquarters,
) -> None:
    code = set_up_code(headquarters)
    stranger = Browser(headquarters.url)
    for password in ("", "admin", "password", code):
        stranger.sign_in("administrator", password)
        assert stranger.status == 401

    stranger.set_up("AAAA-BBBB-CCCC-DDDD")
    assert (stranger.status, "This code is not valid" in stranger.text) == (403, True)
    stranger.set_up(code, password="short")
    assert (stranger.status, "12 to 128 characters" in stranger.text) == (422, True)
    stranger.set_up(code)
    assert stranger.address.endswith("/office")
    assert "Overview" in stranger.text

    again = Browser(headquarters.url)
    assert "There is an administrator already" in again.get("/office/set-up")
    headquarters.stop()
    headquarters.start()
    assert headquarters.log().count("type the code") == 1
    stranger.url = headquarters.url
    stranger.get("/office")
    assert "Overview" in stranger.text
    assert {stranger.sign_in(f"Somebody {number}", "wrong").status for number in range(12)} == {401, 429}


def test_cookie_is_new_at_every_sign_in_and_kept_from_scripts_and_other_sites(
    office: RunningHeadquarters,
) -> None:
    browser = Browser(office.url).sign_in()
    first = browser.cookies()["kassa_office"]
    browser.sign_in()
    assert browser.cookies()["kassa_office"] != first

    old = Request(office.url + "/office", headers={"Cookie": f"kassa_office={first}"})
    assert _redirected(old)["Location"] == "/office/sign-in"
    secret = browser.cookies()["kassa_form"]
    form = urlencode({"name": NAME, "password": PASSWORD, "form_secret": secret}).encode()
    reply = _redirected(Request(office.url + "/office/sign-in", form, {"Cookie": f"kassa_form={secret}"}))
    assert {"httponly", "samesite=strict", "path=/"} <= set(reply["Set-Cookie"].lower().split("; "))


def test_pages_forbid_scripts_frames_and_other_hosts(office: RunningHeadquarters) -> None:
    policy = office.call("GET", "/office/sign-in").headers["Content-Security-Policy"]

    assert policy.startswith("default-src 'none'")
    assert "script-src" not in policy
    assert "unsafe" not in policy
    assert {"frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'"} <= set(policy.split("; "))


@pytest.mark.parametrize("path", ["/office/sign-in", "/office/set-up"])
@pytest.mark.parametrize("secret", ["", "wrong"])
def test_form_of_another_site_signs_nobody_in(office: RunningHeadquarters, path: str, secret: str) -> None:
    browser = Browser(office.url)
    browser.post(path, name=NAME, password=PASSWORD, form_secret=secret)
    assert browser.status == 403
    browser.get(path)
    browser.post(path, name=NAME, password=PASSWORD, form_secret=secret)

    assert browser.status == 403
    assert "kassa_office" not in browser.cookies()


def test_auditor_looks_at_everything_and_changes_nothing(office: RunningHeadquarters) -> None:
    eve = Browser(office.url).sign_in("Eve")
    for path in (
        "/office",
        "/office/customers",
        "/office/orders",
        "/office/jobs",
        "/office/registers",
        "/office/audit",
    ):
        eve.get(path)
        assert eve.status == 200, path
    eve.get("/office/people")
    assert eve.status == 403

    assert "/office/registers/1/code" not in eve.get("/office/registers/1")
    eve.post("/office/registers/1/code", form_secret=eve.secret())
    assert (eve.status, "change nothing" in eve.text) == (403, True)
    eve.post("/office/jobs/1010/run", form_secret=eve.secret())
    assert eve.status == 403


def test_store_manager_sees_and_changes_their_own_stores_only(office: RunningHeadquarters) -> None:
    max_ = Browser(office.url).sign_in("Max")
    for path in ("/office/customers", "/office/jobs", "/office/people", "/office/audit"):
        max_.get(path)
        assert max_.status == 403, path
    for path in ("/office", "/office/orders", "/office/documents"):
        max_.get(path)
        assert max_.status == 200, path

    text = max_.get("/office/registers")
    assert "HOUSTON-1" in text
    assert "SEATTLE-1" not in text
    secret = max_.secret()
    max_.post("/office/registers/3/code", form_secret=secret)
    assert max_.status == 404
    max_.post("/office/jobs/1010/run", form_secret=secret)
    assert max_.status == 403
    max_.get("/office/registers/1")
    assert 'class="code"' in max_.press("/office/registers/1/code")


def test_back_office_works_and_leaves_people_alone(office: RunningHeadquarters) -> None:
    bo = Browser(office.url).sign_in("Bo")
    runs = bo.get("/office/jobs").count("1010 Customers")
    assert bo.press("/office/jobs/1010/run").count("1010 Customers") == runs + 1
    assert "<td>Bo</td>" in bo.text

    bo.post("/office/people", form_secret=bo.secret(), name="Mallory", role="administrator", password=OTHER)
    assert bo.status == 403


def test_people_are_changed_with_the_version_that_was_shown(office: RunningHeadquarters) -> None:
    ada, also = Browser(office.url).sign_in(), Browser(office.url).sign_in()
    ada.get("/office/people")
    ada.press("/office/people", name="Kim", role="auditor", password=PASSWORD)
    row = ada.text.split("<b>Kim</b>")[1].split('action="')[1].split('"')[0]
    also.get("/office/people")
    ada.press(row, role="back office", active="yes")
    assert ada.status == 200

    also.press(row, role="administrator", active="yes")
    assert (also.status, "Somebody else changed Kim" in also.text) == (409, True)
    also.get("/office/people")
    also.press(row, role="captain", active="yes")
    assert also.status == 422
    also.post("/office/people/999999", form_secret=ada.secret(), role="auditor")
    assert also.status in {403, 404}
    assert re.search(r"Role:</span> auditor", ada.get("/office/audit?kind=office+person&about=Kim"))


def test_signing_off_everywhere_ends_every_browser(office: RunningHeadquarters) -> None:
    one, other = Browser(office.url).sign_in("Bo"), Browser(office.url).sign_in("Bo")
    one.get("/office/me")
    one.press("/office/sign-out-everywhere")

    for browser in (one, other):
        browser.get("/office")
        assert browser.address.endswith("/office/sign-in")


def test_own_password_is_changed_by_who_knows_the_present_one(office: RunningHeadquarters) -> None:
    eve = Browser(office.url).sign_in("Eve")
    eve.get("/office/me")
    eve.press("/office/me/password", present="wrong", password=OTHER, again=OTHER)
    assert eve.status == 401
    eve.get("/office/me")
    eve.press("/office/me/password", present=PASSWORD, password=OTHER, again="else")
    assert (eve.status, "The two passwords differ" in eve.text) == (422, True)
    eve.get("/office/me")
    eve.press("/office/me/password", present=PASSWORD, password=OTHER, again=OTHER)
    assert eve.address.endswith("/office")
    eve.get("/office/me")
    eve.press("/office/me/password", present=OTHER, password=PASSWORD, again=PASSWORD)
    assert Browser(office.url).sign_in("Eve").address.endswith("/office")


def test_language_and_look_follow_the_person(office: RunningHeadquarters) -> None:
    stranger = Browser(office.url)
    assert "Passord" in stranger.get("/office/sign-in?language=nb")
    assert "Feil" not in stranger.get("/office/sign-in")
    assert "Logg på" in stranger.text
    stranger.sign_in("Bo", "wrong")
    assert "Navn eller passord er feil" in stranger.text

    bo = Browser(office.url).sign_in("Bo")
    bo.get("/office/me")
    bo.press("/office/me/view", language="nl", look="dark")
    assert '<html lang="nl" data-look="dark">' in bo.text
    elsewhere = Browser(office.url).sign_in("Bo")
    assert "Overzicht" in elsewhere.get("/office")
    elsewhere.get("/office/me")
    elsewhere.press("/office/me/view", language="en", look="sparkling")
    assert '<html lang="en" data-look="dark">' in elsewhere.text


class _Stay(HTTPRedirectHandler):
    """Shows a redirect instead of following it."""

    def redirect_request(self, *args: object) -> None:
        return None


def _redirected(request: Request) -> Message:
    with pytest.raises(HTTPError) as redirect:
        build_opener(_Stay).open(request, timeout=300)
    with redirect.value as reply:
        assert reply.status == 303
        return reply.headers
