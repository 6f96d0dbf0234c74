"""Profiles of what registers do: every field reaches the registers on and off, info codes come back as answers."""

from collections.abc import Iterator
from dataclasses import fields
from decimal import Decimal
from typing import Any

import pytest

from headquarters.drafts.models import FunctionalityProfile, OfflineProfile
from headquarters.drafts.parts import fields_of
from retail.info_codes import InfoCode, InfoEvent, InfoKind
from retail.settings import StoreSettings
from retail.wire.notices import InfoDocument
from retail.wire.settings import settings_of
from tests.fixtures.fix_headquarters import EnrolledRegister, RunningHeadquarters
from tests.headquarters.backoffice.browser import NAME, Browser, set_up_code
from tests.headquarters.backoffice.forms import changed, made, published, said_of, save
from tests.headquarters.shop import RETAILER, PaperRegister, sent


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHeadquarters]:
    running = RunningHeadquarters(tmp_path_factory.mktemp("profiles")).start()
    try:
        running.manage("PUT", "/v1/manage/retailer", RETAILER)
        Browser(running.url).set_up(set_up_code(running))
        yield running
    finally:
        running.stop()


@pytest.fixture(scope="module")
def ada(office: RunningHeadquarters) -> Browser:
    return Browser(office.url).sign_in(NAME)


@pytest.fixture(scope="module")
def register(office: RunningHeadquarters) -> EnrolledRegister:
    return office.enrol("HOUSTON-1")


def told(register: EnrolledRegister) -> StoreSettings:
    """The settings that the register pulls now."""
    values: dict[str, Any] = register.rows("settings")[-1]["value"]["values"]
    return settings_of(values)


WORDS = {"offline_sale_returns": "refuse", "badge_sign_in": "alone", "card_sign_in": "with PIN"}
NUMBERS = {
    "lock_minutes": "7", "search_max": "33", "price_max_minor": "99.50", "quantity_max": "12", "pin_length_min": "6",
    "real_time_seconds": "2", "reconnect_seconds": "45", "sign_in_days": "9", "customer_history_days": "90",
    "health_check_minutes": "3",
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "profile"), [("functionality", FunctionalityProfile), ("offline", OfflineProfile)]
)
def test_every_field_of_a_profile_reaches_the_registers_both_ways(
    ada: Browser, register: EnrolledRegister, kind: str, profile: type[Any]
) -> None:
    before = told(register)
    names = fields_of(profile)
    flags = {name: getattr(before, name) for name in names if isinstance(getattr(before, name), bool)}
    assert set(names) - set(flags) == (set(WORDS) | set(NUMBERS)) & set(names)
    other = {name: "" if is_on else "on" for name, is_on in flags.items()}
    said = {name: value for name, value in (WORDS | NUMBERS).items() if name in names}

    changed(ada, kind, 1, **other, **said)
    published(ada)

    after = told(register)
    assert {name: getattr(after, name) for name in flags} == {
        name: not is_on for name, is_on in flags.items()
    }
    assert {name: _typed(getattr(after, name), name) for name in said} == said

    changed(ada, kind, 1, **{name: "on" if is_on else "" for name, is_on in flags.items()})
    published(ada)
    again = told(register)
    assert {name: getattr(again, name) for name in flags} == flags


def _typed(value: object, name: str) -> str:
    return f"{Decimal(str(value)) / 100:.2f}" if name.endswith("_minor") else str(value)


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("search_max", "0", "between 1 and 500"),
        ("search_max", "501", "between 1 and 500"),
        ("pin_length_min", "3", "must be 4 to 8"),
        ("pin_length_min", "9", "must be 4 to 8"),
        ("quantity_max", "0", "empty for no limit"),
        ("price_max_minor", "0", "empty for no limit"),
        ("badge_sign_in", "perhaps", "Choose one of the list"),
        ("card_sign_in", "perhaps", "Choose one of the list"),
    ],
)
def test_a_profile_that_no_register_could_work_by_is_refused_in_words(
    ada: Browser, name: str, typed: str, words: str
) -> None:
    save(ada, "/office/set/functionality/edit?pk=1", **{name: typed})

    assert (ada.status, [words in each for each in said_of(ada)]) == (422, [True]), said_of(ada)


def test_a_pin_shorter_than_a_profile_asks_for_is_not_taken(ada: Browser) -> None:
    changed(ada, "functionality", 1, pin_length_min="6")
    person = {"user": "pia", "name": "Pia", "role": "cashier"}

    save(ada, "/office/set/staff/create", **person, pin="12345")
    assert "asks for longer PINs" in said_of(ada)[0]
    made(ada, "staff", **person, pin="271828")


def test_performance_based_switching_alone_is_refused_in_words_and_taken_with_advanced_switching(
    ada: Browser, register: EnrolledRegister
) -> None:
    save(ada, "/office/set/offline/edit?pk=1", performance_offline="on", advanced_offline="")
    assert ada.status == 422
    assert "performance-based switching needs advanced offline switching" in said_of(ada)[0]

    changed(ada, "offline", 1, performance_offline="on", advanced_offline="on")
    published(ada)
    assert (told(register).performance_offline, told(register).advanced_offline) == (True, True)


ASKED = {"functionality": "standard", "event": "no sale", "code": "why", "prompt": "Why is it opened?",
         "kind": "choice", "choices": "Change\r\nMistake", "required": "on", "position": "1"}  # fmt: skip


def test_an_info_code_reaches_the_registers_and_its_answer_comes_back_to_the_office(
    ada: Browser, office: RunningHeadquarters, register: EnrolledRegister
) -> None:
    made(ada, "info-codes", **ASKED)
    published(ada)
    code = InfoCode("why", InfoEvent.NO_SALE, "Why is it opened?", InfoKind.CHOICE, ("Change", "Mistake"))
    assert told(register).info_codes == (code,)

    paper = PaperRegister(epoch=register.epoch, settings=told(register), seed=11)
    sale = paper.sale()
    answers = InfoDocument.model_validate({
        "id": paper.ids.new(), "register_name": "HOUSTON-1", "store": "HOUSTON", "made_at": sale.made_at,
        "made_by": "kari", "operation": "drawer.open", "about": sale.id,
        "answers": ({"code": "why", "event": "no sale", "prompt": "Why is it opened?", "answer": "Change"},),
    })  # fmt: skip
    assert [each["outcome"] for each in register.upload(sent(sale), sent(answers))] == ["stored", "stored"]
    assert [each["outcome"] for each in register.upload(sent(answers))] == ["known"]
    office.job("synchronize-orders")

    assert "/office/documents/" in ada.get("/office/documents?kind=info")
    for document in (sale.id, answers.id):
        listed = ada.get(f"/office/documents?text={document}")
        row = listed.split('href="/office/documents/')[-1].split('"')[0]
        shown = ada.get(f"/office/documents/{row}")
        assert "Why is it opened?" in shown
        assert "Change" in shown
        assert "no sale" in shown


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"kind": "text"}, "a choice has choices"),
        ({"choices": ""}, "a choice has choices"),
        ({"kind": "number", "choices": "", "least": "9", "most": "1"}, "is more than at most"),
        ({"event": "sunset"}, "Choose one of the list"),
    ],
)
def test_a_question_that_no_register_could_ask_is_refused(
    ada: Browser, values: dict[str, str], words: str
) -> None:
    save(ada, "/office/set/info-codes/create", **(ASKED | {"code": "other"} | values))

    assert (ada.status, any(words in each for each in said_of(ada))) == (422, True), said_of(ada)


def test_every_parameter_of_a_profile_is_a_setting_that_the_register_knows() -> None:
    known = {each.name for each in fields(StoreSettings)}

    assert {*fields_of(FunctionalityProfile), *fields_of(OfflineProfile)} <= known


def test_a_search_shortcut_of_no_field_is_refused_where_it_is_typed(ada: Browser) -> None:
    save(ada, "/office/set/customer-sets/edit?pk=1", customer_shortcuts="t: shoe")

    assert (ada.status, ["one of name, email" in each for each in said_of(ada)]) == (422, [True]), said_of(
        ada
    )
