"""Logo and background of a visual profile: brought at the office, published, fetched, painted, taken away again."""

import random
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from pos_app.binder import Binder
from pos_app.ui.main_window import MainWindow
from pos_app.ui.theme import Theme
from sync_agent.bootstrap import opened_agent
from tests.fixtures.fix_window import dressed, qtbot, theme
from tests.headquarters.backoffice.browser import PASSWORD, Browser
from tests.headquarters.backoffice.counter import Counter, counter_of
from tests.headquarters.backoffice.forms import form_of, made, published
from tests.headquarters.picture_files import picture
from tests.pos_app.inline_lane import InlineLane

__all__ = ["dressed", "qtbot", "theme"]
LOGO, GREEN, GIF = picture(200, 40, "blue"), picture(160, 90, "green"), b"GIF89a" + bytes(20)
PAGE = "/office/visual-profiles/1"


@pytest.fixture(scope="module")
def counter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counter]:
    with counter_of(tmp_path_factory.mktemp("pictures")) as shop:
        made(shop.office, "visual-profiles", code="house", name="House")
        shop.set("stores", visual="house")
        yield shop


def bring(office: Browser, place: str, data: bytes, name: str = "house.png", **fields: str) -> None:
    shown = re.search(r'name="version" value="(\d+)"', office.get(PAGE))
    assert shown
    office.send_file(f"{PAGE}/{place}", name, data, **{"version": shown[1]} | fields)


def kept(counter: Counter) -> bytes:
    """The logo as headquarters gives it to whoever looks at the page."""
    cookies = "; ".join(f"{each.name}={each.value}" for each in counter.office.jar)
    said: bytes = counter.running.call("GET", f"{PAGE}/logo", headers={"Cookie": cookies}).body
    return said


@contextmanager
def window_of(counter: Counter, theme: Theme, qtbot: QtBot) -> Iterator[Binder]:
    window = MainWindow(theme, lambda event: event.timestamp())
    qtbot.add_widget(window)
    window.show()
    binder = Binder(window, counter.desk, InlineLane(), InlineLane())
    binder.start()
    binder._timer.stop()
    yield binder
    window.close()


def fetch(counter: Counter) -> None:
    """Pull what was published, and the pictures it names, one a turn."""
    with opened_agent(counter._folder, counter._clock, random.Random(1), lambda feed, rows: None) as agent:
        agent.pull_now()
        for _ in range(3):
            agent.hurry()
            agent.turn()


def are_shown(window: MainWindow) -> tuple[bool, bool]:
    """Logo and background."""
    brand = window.sign_in.brand
    return brand.logo is not None, brand.background is not None


def colour_at(window: MainWindow, point: QPoint) -> str:
    return window.sign_in.grab().toImage().pixelColor(point).name()


def test_pictures_come_from_their_page_to_the_sign_in_of_a_register_and_go_again(
    counter: Counter, theme: Theme, qtbot: QtBot
) -> None:
    with window_of(counter, theme, qtbot) as binder:
        window, corner = binder.window, QPoint(8, 300)
        plain = colour_at(window, corner)

        bring(counter.office, "logo", LOGO)
        assert counter.office.status == 200
        bring(counter.office, "background", GREEN)
        waits = published(counter.office)
        assert "Visual profile" in waits
        fetch(counter)
        binder._tick()
        assert are_shown(window) == (False, False)
        qtbot.wait_until(lambda: are_shown(window) == (True, True))

        assert colour_at(window, corner) == "#008000"
        card = window.sign_in._card()
        assert colour_at(window, QPoint(card.center().x(), card.top() // 2)) == "#0000ff"

        for place in ("logo", "background"):
            counter.office.get(PAGE)
            counter.office.press(f"{PAGE}/{place}/remove")
        published(counter.office)
        fetch(counter)
        binder._tick()
        assert colour_at(window, corner) == plain
        assert are_shown(window) == (False, False)


def test_what_is_no_picture_is_refused_by_its_name_and_the_profile_stays(counter: Counter) -> None:
    before = form_of(counter.office, "/office/set/visual-profiles/edit?pk=1")["version"]

    bring(counter.office, "logo", GIF, "house.gif")

    assert counter.office.status == 422
    assert "house.gif is a GIF file." in counter.office.text
    assert form_of(counter.office, "/office/set/visual-profiles/edit?pk=1")["version"] == before


def test_who_brings_a_picture_after_somebody_else_changed_the_profile_looks_at_that_first(
    counter: Counter,
) -> None:
    bring(counter.office, "logo", LOGO, version="1")
    assert counter.office.status == 409
    assert "Somebody else changed this profile first." in counter.office.text


def test_a_profile_leads_to_its_pictures_and_their_history_says_kind_and_size(counter: Counter) -> None:
    assert f'href="{PAGE}"' in counter.office.get("/office/set/visual-profiles/detail?pk=1")
    bring(counter.office, "logo", LOGO)
    assert "PNG, 200 x 40" in counter.office.text
    assert kept(counter) == LOGO
    for nowhere in (f"{PAGE}/portrait", "/office/visual-profiles/99", f"{PAGE}/background"):
        counter.office.get(nowhere)
        assert counter.office.status == 404


def test_a_picture_that_registers_wear_is_not_forgotten_with_a_product(counter: Counter) -> None:
    address = re.search(r'"(/office/products/\d+)">SHOE<', counter.office.get("/office/products?text=SHOE"))
    assert address
    bring(counter.office, "logo", LOGO)
    counter.office.get(address[1])
    counter.office.send_file(f"{address[1]}/picture", "shoe.png", LOGO, picture="")
    assert counter.office.status == 200
    counter.office.get(address[1])
    counter.office.press(f"{address[1]}/picture/remove")

    assert kept(counter) == LOGO


def test_an_auditor_sees_them_and_changes_nothing(counter: Counter) -> None:
    counter.office.get("/office/people")
    counter.office.press("/office/people", name="Eve", role="auditor", password=PASSWORD)
    eve = Browser(counter.running.url).sign_in("Eve")
    assert "Bring a picture" not in eve.get(PAGE)
    eve.get("/office/me")
    eve.post(f"{PAGE}/logo/remove", form_secret=eve.secret(), version="1")
    assert eve.status == 403
