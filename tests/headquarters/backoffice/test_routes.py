"""The web pages: for whoever signed in, from our own forms only, without anything from elsewhere."""

import re

import pytest

from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.backoffice.browser import NAME, Browser, set_up_code
from tests.headquarters.shop import PaperRegister, changed, sent

PAGES = (
    "/office",
    "/office/customers",
    "/office/customers/unfinished",
    "/office/customers/1",
    "/office/customers/1/erase",
    "/office/customers/duplicates",
    "/office/customers/retention",
    "/office/orders",
    "/office/documents",
    "/office/documents/1",
    "/office/documents/quarantined",
    "/office/documents/quarantined/1",
    "/office/jobs",
    "/office/registers",
    "/office/registers/1",
    "/office/inventory",
    "/office/inventory/warehouses",
    "/office/invoices",
    "/office/prepayments",
    "/office/people",
    "/office/audit",
    "/office/me",
    "/api",
)


@pytest.fixture
def browser(shop: RunningHeadquarters) -> Browser:
    return Browser(shop.url).sign_in()


@pytest.fixture(scope="module", autouse=True)
def something_to_show(shop: RunningHeadquarters) -> None:
    Browser(shop.url).set_up(set_up_code(shop))
    register = shop.enrol("HOUSTON-1")
    paper = PaperRegister(epoch=register.epoch)
    mallory = paper.customer("<script>alert(1)</script> & Co")
    bad = changed(sent(paper.sale()), '"total_minor":8000', '"total_minor":1')
    lost = paper.order("01900000-0000-7000-8000-00000000dead", "Nobody")
    register.upload(sent(mallory), sent(paper.order(mallory.id, mallory.name)), bad, sent(lost), at_once=True)
    register.upload(changed(bad, '"total_minor":1', '"total_minor":2'))
    shop.job("p-job")


@pytest.mark.parametrize("path", PAGES)
def test_page_shows_without_anything_from_elsewhere(browser: Browser, path: str) -> None:
    browser.get(path)

    assert browser.status == 200
    assert browser.address.endswith(path)
    links = re.findall(r'(?:href|src|action)="([^"]*)"', browser.text)
    assert links
    assert [link for link in links if not link.startswith(("/", "#")) and link != "data:,"] == []
    assert re.findall(r"https?://|//cdn|<script|@import|url\(", browser.text) == []


def test_style_sheet_loads_only_what_is_here(shop: RunningHeadquarters) -> None:
    sheet = shop.call("GET", "/office/style.css").body.decode()
    assert re.findall(r"https?:|@import", sheet) == []
    loaded = re.findall(r'url\("([^"]+)"', sheet)
    assert {shop.call("GET", path).status for path in loaded} == {200}
    assert shop.call("GET", "/office/fonts/..%2Fstyles%2Flight.json").status == 404


def test_names_are_shown_as_text(browser: Browser) -> None:
    for path in ("/office/customers", "/office/orders"):
        assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co" in browser.get(path)


def test_overview_counts_and_names_what_needs_a_person(browser: Browser) -> None:
    text = browser.get("/office")

    assert "<b>1</b> <span>open cases" in text
    assert "<b>1</b> <span>parked documents" in text
    assert "under an id that is known with other content" in text


def test_a_case_is_taken_and_noted_on_the_page_by_whoever_is_signed_in(browser: Browser) -> None:
    browser.get("/office")
    found = re.search(r'action="(/office/cases/\d+)/note"><input type="hidden" name="form_secret" value="([^"]+)"',
                      browser.text)  # fmt: skip
    assert found is not None
    case, secret = found.groups()

    browser.post(f"{case}/take", form_secret=secret)
    browser.post(f"{case}/note", form_secret=secret, words="Asked <Ola>.")

    assert f"{NAME}: took it" in browser.text
    assert f"{NAME}: Asked &lt;Ola&gt;." in browser.text
    assert f"<td>{NAME}</td>" in browser.text


def test_documents_say_why_they_are_parked_and_what_they_wait_for(browser: Browser) -> None:
    text = browser.get("/office/documents")

    assert "works out as 8000" in text
    assert "It waits for its customer Nobody, who has not arrived yet." in text


@pytest.mark.parametrize("path", [page for page in PAGES if page.startswith("/office")])
def test_stranger_is_led_to_the_sign_in_page(shop: RunningHeadquarters, path: str) -> None:
    stranger = Browser(shop.url)
    stranger.get(path)

    assert stranger.address.endswith("/office/sign-in")
    assert "Sign off" not in stranger.text


@pytest.mark.parametrize("path", [
    "/office/jobs/1010/run", "/office/registers/1/code", "/office/registers/1/revoke", "/office/cases/1/close",
    "/office/documents/1/retry", "/office/customers/1/merge/2", "/office/customers/1/apart/2",
    "/office/customers/1/erase", "/office/customers/retention",
    "/office/sign-out"])  # fmt: skip
@pytest.mark.parametrize("secret", [None, "", "wrong", "\ud83d"])
def test_form_of_another_page_is_refused(
    shop: RunningHeadquarters, browser: Browser, path: str, secret: str | None
) -> None:
    before = shop.counts()

    browser.post(
        path, **({} if secret is None else {"form_secret": secret.encode("utf-8", "replace").decode()})
    )

    assert browser.status == 403
    assert shop.counts() == before
    browser.get("/office")
    assert browser.address.endswith("/office")


def test_job_runs_by_its_button(browser: Browser) -> None:
    runs = browser.get("/office/jobs").count("1010 Customers")

    text = browser.press("/office/jobs/1010/run")

    assert browser.address.endswith("/office/jobs")
    assert text.count("1010 Customers") == runs + 1


def test_customers_who_may_be_one_are_merged_or_told_apart_by_buttons(
    shop: RunningHeadquarters, browser: Browser
) -> None:
    twins = [
        {
            "id": f"01900000-0000-7000-8000-00000000ff0{each}",
            "name": f"Twin {each}",
            "email": "twin@example.com",
        }
        for each in range(3)
    ]
    shop.manage("PUT", "/v1/manage/retailer", {"customers": twins})
    assert "Nobody has looked yet." in browser.get("/office/customers/duplicates")
    text = browser.press("/office/customers/duplicates/look")
    found = re.findall(r'action="(/office/customers/\d+/(?:merge|apart)/\d+)"', text)
    assert len(found) == 6
    assert "Same e-mail" in text

    browser.press(found[0])
    assert "Twin 1" not in browser.text
    browser.press(next(each for each in re.findall(r'action="([^"]+)"', browser.text) if "apart" in each))
    assert "Nobody shares" in browser.text
    browser.post(found[0], form_secret=browser.secret())
    assert browser.status == 409
    assert "Merged into" in browser.get(f"/office/customers/{found[0].split('/')[3]}")
    assert "Nothing was said of any contact." in browser.text
    browser.get("/office/customers/9999")
    assert browser.status == 404
    browser.get("/office/customers")
    browser.post("/office/customers/999/apart/1", form_secret=browser.secret())
    assert browser.status == 404


def test_new_code_is_shown_once_and_enrols(shop: RunningHeadquarters, browser: Browser) -> None:
    browser.get("/office/registers/2")
    text = browser.press("/office/registers/2/code")

    code = re.search(r'class="code">([A-Z0-9-]+)<', text)
    assert code is not None
    assert code[1] not in browser.get("/office/registers/2")
    answer = shop.call("POST", "/v1/enrol", {"protocol": 1, "code": code[1], "device": "x"})
    assert answer.json["register_name"] == "HOUSTON-2"

    browser.get("/office/registers/2")
    browser.press("/office/registers/2/revoke")
    assert shop.call("GET", "/v1/hello", token=answer.json["token"]).status == 401


def test_parked_document_is_tried_again_and_case_closed(shop: RunningHeadquarters, browser: Browser) -> None:
    browser.get("/office/documents?state=parked")
    parked = re.findall(r'href="(/office/documents/\d+)"', browser.text)
    retries = re.findall(r"/office/documents/\d+/retry", browser.get(parked[0]))
    browser.press(retries[0])
    assert "works out as 8000" in browser.text
    assert "try again" in browser.text

    cases = re.findall(r"/office/cases/\d+/close", browser.get("/office"))
    browser.press(cases[0])
    assert shop.counts()["cases"] == 0


def test_row_that_is_not_there_is_refused_in_words(browser: Browser) -> None:
    browser.get("/office/jobs")
    secret = browser.secret()

    for path in (
        "/office/registers/99/code",
        "/office/cases/99/close",
        "/office/documents/99/retry",
        "/office/jobs/x/run",
    ):
        browser.post(path, form_secret=secret)
        assert browser.status == 404


def test_sign_out_ends_the_session(browser: Browser) -> None:
    browser.get("/office")
    browser.press("/office/sign-out")

    browser.get("/office")
    assert browser.address.endswith("/office/sign-in")


def test_front_door_leads_in(browser: Browser) -> None:
    browser.get("/")

    assert browser.address.endswith("/office")
