"""Visual profiles: set up on pages, refused where nobody could read them, published to a store or to one register."""

import html
from collections.abc import Iterator

import pytest

from retail.looks import Look, look_at
from retail.settings import StoreSettings
from tests.fixtures.fix_headquarters import EnrolledRegister, RunningHeadquarters
from tests.headquarters.backoffice.browser import Browser, set_up_code
from tests.headquarters.backoffice.forms import changed, form_of, made, published, said_of, save
from tests.headquarters.backoffice.test_profile_pages import told
from tests.headquarters.shop import RETAILER


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHeadquarters]:
    running = RunningHeadquarters(tmp_path_factory.mktemp("visual")).start()
    try:
        running.manage("PUT", "/v1/manage/retailer", RETAILER)
        yield running
    finally:
        running.stop()


@pytest.fixture(scope="module")
def ada(office: RunningHeadquarters) -> Browser:
    ada = Browser(office.url).set_up(set_up_code(office))
    made(ada, "visual-profiles", code="day")
    made(ada, "visual-profiles", code="evening", name="Evening", theme="dark", scheme="large", scale="115",
         left_handed="True", accent_light="#8F7200", accent_dark="#E30613", header_light="#FFD667",
         header_dark="#0B5CAD", sign_in_box="right", show_date="True", keys="system")  # fmt: skip
    return ada


@pytest.fixture(scope="module")
def register(office: RunningHeadquarters) -> EnrolledRegister:
    return office.enrol("HOUSTON-1")


EVENING = Look(
    "Evening", "dark", "large", 115, left_handed=True, accent_light="#8F7200", accent_dark="#E30613",
    header_light="#FFD667", header_dark="#0B5CAD", sign_in_box="right", show_date=True, keys="system",
)  # fmt: skip


def look_told(register: EnrolledRegister) -> Look:
    settings: StoreSettings = told(register)
    return look_at("HOUSTON-1", settings.register_looks, settings.look)


def test_every_field_reaches_the_registers_of_the_store_that_names_the_profile_and_leaves_them(
    ada: Browser, register: EnrolledRegister
) -> None:
    assert look_told(register) == Look()

    changed(ada, "stores", 1, visual="evening")
    assert "Visual profile" in published(ada)
    assert look_told(register) == EVENING

    changed(ada, "stores", 1, visual="")
    published(ada)
    assert look_told(register) == Look()


def test_the_profile_of_a_register_goes_before_the_one_of_its_store(
    ada: Browser, register: EnrolledRegister
) -> None:
    changed(ada, "stores", 1, visual="evening")
    changed(ada, "registers", 1, visual="day")
    published(ada)
    assert look_told(register) == Look("day")

    changed(ada, "registers", 1, visual="")
    published(ada)
    assert look_told(register) == EVENING


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("accent_light", "#FFCC00", "White words on #FFCC00 have a contrast of 1.51; they need 4.5."),
        ("accent_light", "#FFCC00", "The nearest that can be read is #8F7200."),
        ("accent_dark", "#111111", "contrast of 1.01 with what is behind it; it needs 3.0"),
        ("accent_dark", "blue", "A colour is written like #0B5CAD. Type it so."),
        ("header_light", "yellow", "A colour is written like #0B5CAD. Type it so."),
        ("sign_in_box", "left", "Choose one of the list."),
        ("keys", "none", "Choose one of the list."),
        ("show_date", "perhaps", "Choose one of the list."),
        ("theme", "pink", "Choose one of the list."),
        ("scale", "300", "Choose one of the list."),
        ("left_handed", "perhaps", "Choose one of the list."),
    ],
)
def test_a_look_that_nobody_could_read_is_refused_in_words_at_its_field(
    ada: Browser, field: str, value: str, words: str
) -> None:
    before = form_of(ada, "/office/set/visual-profiles/edit?pk=2")

    save(ada, "/office/set/visual-profiles/edit?pk=2", **{field: value})

    assert (ada.status, any(words in html.unescape(each) for each in said_of(ada))) == (422, True), said_of(
        ada
    )
    assert form_of(ada, "/office/set/visual-profiles/edit?pk=2")[field] == before[field]


def test_the_refusal_is_said_in_the_language_of_who_reads(ada: Browser) -> None:
    for language, words in (("nb", "Hvit tekst på #FFCC00"), ("nl", "Witte tekst op #FFCC00")):
        ada.get("/office/me")
        ada.press("/office/me/view", language=language, look="")
        save(ada, "/office/set/visual-profiles/edit?pk=2", accent_light="#FFCC00")
        assert words in html.unescape(" ".join(said_of(ada)))
    ada.get("/office/me")
    ada.press("/office/me/view", language="en", look="")
