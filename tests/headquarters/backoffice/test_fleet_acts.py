"""What people do with a register: another machine for it, and a pause in which it is told nothing new."""

import re

import pytest

from retail.journal import FIRST, link
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.backoffice.browser import Browser, set_up_code
from tests.headquarters.backoffice.forms import changed, published
from tests.headquarters.shop import PaperRegister, sent


@pytest.fixture(scope="module")
def ada(shop: RunningHeadquarters) -> Browser:
    return Browser(shop.url).set_up(set_up_code(shop))


def test_replacing_shuts_the_old_machine_out_and_lets_the_new_one_in_by_the_code_shown(
    shop: RunningHeadquarters, ada: Browser
) -> None:
    old = shop.enrol("HOUSTON-1")
    ada.get("/office/registers/1")
    text = ada.press("/office/registers/1/replace")

    code = re.search(r'class="code">([A-Z0-9-]+)<', text)
    assert code is not None
    assert old.call("GET", "/v1/hello").status == 401
    answer = shop.call("POST", "/v1/enrol", {"protocol": 1, "code": code[1], "device": "new one"})
    assert answer.json["register_name"] == "HOUSTON-1"
    assert "new one" in ada.get("/office/registers/1")
    assert "<td>replace</td>" in ada.text


def test_a_register_nobody_is_enrolled_as_is_given_a_code_instead(ada: Browser) -> None:
    ada.get("/office/registers/3")
    assert "/office/registers/3/replace" not in ada.text
    ada.post("/office/registers/3/replace", form_secret=ada.secret())

    assert ada.status == 409
    assert "Nobody is enrolled as SEATTLE-1. Give a new code instead." in ada.text


def test_a_paused_register_is_told_nothing_new_and_what_it_sells_is_taken(
    shop: RunningHeadquarters, ada: Browser
) -> None:
    register = shop.enrol("HOUSTON-2")
    paper = PaperRegister("HOUSTON-2", epoch=register.epoch, seed=3)
    ada.get("/office/registers/2")
    assert "paused by Ada" in ada.press("/office/registers/2/pause")

    refused = register.call("GET", "/v1/feeds/settings")
    assert refused.status == 423
    assert (
        refused.json["detail"] == "HOUSTON-2 is paused: it is told nothing new until headquarters resumes it."
    )
    assert register.call("GET", "/v1/hello").status == 200
    assert register.upload(sent(paper.sale()), at_once=True)[0]["outcome"] == "stored"
    assert "HOUSTON-2" in ada.get("/office/registers?state=paused")
    assert "HOUSTON-1" not in ada.text

    ada.get("/office/registers/2")
    assert "paused by" not in ada.press("/office/registers/2/resume")
    assert register.rows("settings")


def test_a_register_that_was_never_used_says_so_where_its_store_pauses_it(
    shop: RunningHeadquarters, ada: Browser
) -> None:
    register = shop.enrol("HOUSTON-2")
    waits, why = "waits for its first use", "Nobody has signed in at this register yet"
    assert waits not in ada.get("/office/registers")

    changed(ada, "offline", 1, pause_unused="on")
    published(ada)
    listed = ada.get("/office/registers?text=HOUSTON-2")
    assert waits in listed
    assert why in ada.get("/office/registers/2")

    at = "2026-11-02T12:00:00.000+01:00"
    hash = link(FIRST, 1, at, "user.sign_in", "kari", "{}")
    entry = {"number": 1, "at": at, "kind": "user.sign_in", "user": "kari", "text": "{}", "hash": hash}
    body = {
        "protocol": 1,
        "chain": hash,
        "entries": [entry],
        "register_name": "HOUSTON-2",
        "epoch": register.epoch,
    }
    assert register.call("POST", "/v1/journal", body).status == 200
    assert waits not in ada.get("/office/registers?text=HOUSTON-2")
    assert why not in ada.get("/office/registers/2")
    changed(ada, "offline", 1, pause_unused="")
    published(ada)


def test_a_job_is_given_a_time_of_day_on_days_of_the_week(ada: Browser) -> None:
    ada.get("/office/jobs")
    secret = ada.secret()
    text = ada.post("/office/jobs/1040/pace", form_secret=secret, seconds="", at="03:30", days="1\n5")
    assert "at 03:30 UTC: Monday, Friday" in text
    for at, seconds, words in (("25:00", "", "is no time of day"), ("3:30", "", "is no time of day"),
                               ("03:30", "60", "has a pace or a time of day")):  # fmt: skip
        ada.post("/office/jobs/1040/pace", form_secret=secret, seconds=seconds, at=at)
        assert (ada.status, words in ada.text) == (422, True)
    assert "at 03:30 UTC: Monday, Friday" in ada.get("/office/jobs")
    text = ada.post("/office/jobs/1040/pace", form_secret=secret, seconds="")
    assert "at 03:30" not in text
