"""The agent's settings have defaults, and a wrong one is named."""

from pathlib import Path

import pytest

from sync_agent.config import AgentConfig, ConfigBroken, read_config
from sync_agent.planning import Pace


@pytest.mark.parametrize("text", [None, "", 'theme = "light"\n', "[agent]\n"])
def test_defaults_hold_where_nothing_is_said(text: str | None, tmp_path: Path) -> None:
    if text is not None:
        (tmp_path / "register.toml").write_text(text)

    assert read_config(tmp_path) == AgentConfig(Pace(2.0, 10.0), None)


def test_what_is_said_holds(tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_text("certificate")
    (tmp_path / "register.toml").write_text(
        '[agent]\npush_seconds = 1\npull_seconds = 0.5\nca_file = "ca.pem"\n'
    )

    assert read_config(tmp_path) == AgentConfig(Pace(1.0, 0.5), tmp_path / "ca.pem")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[agent\n", "cannot be read"),
        ("agent = 5\n", "not a table"),
        ("[agent]\nverify = false\n", "does not know verify"),
        ("[agent]\npush_seconds = 0\n", "push_seconds is 0"),
        ("[agent]\npull_seconds = 1e9\n", "pull_seconds"),
        ("[agent]\npull_seconds = nan\n", "pull_seconds"),
        ("[agent]\npull_seconds = true\n", "pull_seconds is True"),
        ('[agent]\npull_seconds = "5"\n', "pull_seconds is '5'"),
        ("[agent]\nca_file = 5\n", "ca_file is 5"),
        ('[agent]\nca_file = "missing.pem"\n', "no such file"),
    ],
)
def test_a_wrong_setting_is_named(text: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "register.toml").write_text(text)

    with pytest.raises(ConfigBroken, match=words):
        read_config(tmp_path)


def test_a_file_of_bytes_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "register.toml").write_bytes(b"\xff\xfe")

    with pytest.raises(ConfigBroken, match="cannot be read"):
        read_config(tmp_path)
