"""In Dutch, whose words are the longest, lists do not scroll inside their frame on a screen of 1280 pixels."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser as Chromium

from tests.headquarters.backoffice.played import Played, copied, going_on

pytestmark = pytest.mark.browser
OVER = "() => [...document.querySelectorAll('.scroll, .table-responsive')].map(e => e.scrollWidth - e.clientWidth)"


def test_lists_fit_a_screen_of_1280_pixels_in_dutch(
    two_days: Played, chromium: Chromium, tmp_path: Path
) -> None:
    with going_on(copied(two_days, tmp_path / "hq")) as (running, saskia):
        saskia.get("/office/me")
        saskia.press("/office/me/view", language="nl", look="")
        statement = re.findall(r'href="(/office/statements/\d+)"', saskia.get("/office/statements"))[0]
        context = chromium.new_context(viewport={"width": 1280, "height": 900})
        context.add_cookies([
            {"name": each.name, "value": each.value or "", "url": running.url} for each in saskia.jar
        ])  # fmt: skip
        page, over = context.new_page(), {}
        for path in (
            "/office/set/charge-codes/list",
            statement,
            "/office/orders",
        ):
            page.goto(running.url + path)
            page.wait_for_load_state()
            over[path] = page.evaluate(OVER)
        context.close()

    assert all(over.values()), over
    assert [path for path, found in over.items() if any(found)] == []
