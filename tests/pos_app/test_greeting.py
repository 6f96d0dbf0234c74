"""The greeting shows what the register itself will show, and keeps out of the way where that is not known."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from pos_app.greeting import greeting
from pos_app.register.presenting import sign_in_view
from pos_app.views import SignInView
from tests.fixtures.fix_register import NOW, SETTINGS, Register, Shop


def shown_by_the_register(register: Register) -> SignInView:
    settings = register.session.settings
    assert settings is not None
    return sign_in_view(register.session, settings)


@pytest.mark.parametrize("language", ["en", "nb", "nl"])
def test_greeting_is_what_the_register_shows_but_for_the_line(shop: Shop, language: str) -> None:
    shop.publish(replace(SETTINGS, language=language, store_name="" if language == "nl" else "Houston"))
    greeted = greeting(shop.folder, NOW)

    assert greeted is not None
    assert greeted.sync.state == "checking"
    assert [each.name for each in greeted.users] != []
    assert replace(shown_by_the_register(shop.open()), sync=greeted.sync) == greeted


def test_who_may_not_sign_in_any_more_is_not_greeted(shop: Shop) -> None:
    greeted = greeting(shop.folder, NOW)

    assert greeted is not None
    assert "gone" not in [each.user for each in greeted.users]


def test_folder_that_is_no_register_is_not_greeted(tmp_path: Path) -> None:
    assert greeting(tmp_path, NOW) is None


def test_register_without_its_data_is_not_greeted(shop: Shop) -> None:
    (shop.folder / "catalog.db").unlink()

    assert greeting(shop.folder, NOW) is None


@pytest.mark.parametrize("module", ["sqlalchemy", "pydantic", "requests", "pos_app.ui.sale_screen"])
def test_window_of_a_greeting_needs_none_of_what_is_slow_to_load(module: str) -> None:
    code = (
        "import sys, pos_app.__main__, pos_app.greeting, pos_app.ui.main_window;"
        f" sys.exit({module!r} in sys.modules)"
    )

    subprocess.run([sys.executable, "-c", code], check=True, timeout=300, cwd=Path(__file__).parents[2])
