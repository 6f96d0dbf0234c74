"""`./kassa test` sees to it that Debian has a browser for the tests of the web pages."""

from pathlib import Path
from types import ModuleType

import pytest

from tests.house.test_kassa import fake_commands, kassa

__all__ = ["kassa"]
DEBIAN = 'ID=debian\nVERSION_ID="12"\n'


def test_debian_gets_a_browser_for_the_tests_of_the_web_pages_once(
    kassa: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = fake_commands(tmp_path, monkeypatch, 0, "env")
    monkeypatch.setattr("os.geteuid", lambda: 0)

    kassa.offer_browser(DEBIAN, may_install=True)
    assert "apt-get install -qq -y --no-install-recommends chromium" in log.read_text(encoding="utf-8")
    log.unlink()
    fake_commands(tmp_path, monkeypatch, 0, "chromium")
    kassa.offer_browser(DEBIAN, may_install=True)
    assert not log.exists()


def test_elsewhere_and_with_no_system_no_browser_is_installed(
    kassa: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    log = fake_commands(tmp_path, monkeypatch, 0, "env", "sudo")

    kassa.offer_browser("ID=ubuntu\nID_LIKE=debian\n", may_install=True)
    assert capsys.readouterr().out == ""
    kassa.offer_browser(DEBIAN, may_install=False)
    assert not log.exists()
    assert "--no-install-recommends chromium" in capsys.readouterr().out


def test_a_browser_that_cannot_be_installed_stops_nothing(
    kassa: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fake_commands(tmp_path, monkeypatch, 1, "env")
    monkeypatch.setattr("os.geteuid", lambda: 0)

    kassa.offer_browser(DEBIAN, may_install=True)
    assert "The tests of the web pages are left out." in capsys.readouterr().out
