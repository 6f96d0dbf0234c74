"""The register's settings file: everything optional, everything wrong is named."""

from pathlib import Path

import pytest

from pos_app.config import ConfigBroken, RegisterConfig, read_config


def written(folder: Path, text: str) -> Path:
    (folder / "register.toml").write_text(text, encoding="utf-8")
    return folder


def test_without_a_file_everything_has_its_default(tmp_path: Path) -> None:
    assert read_config(tmp_path) == RegisterConfig("light", None)
    assert read_config(written(tmp_path, "[agent]\npush_seconds = 2.0\n")) == RegisterConfig()


def test_what_is_set_holds(tmp_path: Path) -> None:
    written(tmp_path, '[register]\ntheme = "dark"\nprinter_folder = "paper"\n')

    assert read_config(tmp_path) == RegisterConfig("dark", tmp_path / "paper")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[register", "cannot be read"),
        ("[register]\ncolour = 1\n", "does not know colour"),
        ("register = 1\n", "does not know register"),
        ('[register]\ntheme = "pink"\n', "theme is 'pink'"),
        ("[register]\nprinter_folder = 7\n", "not the path of a folder"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(ConfigBroken, match=words):
        read_config(written(tmp_path, text))
