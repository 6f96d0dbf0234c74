"""The register's settings file: everything optional, everything wrong is named."""

from pathlib import Path

import pytest

from pos_app.appearance import Appearance
from pos_app.config import ConfigBroken, RegisterConfig, keep_look, read_config, read_look


def written(folder: Path, text: str) -> Path:
    (folder / "register.toml").write_text(text, encoding="utf-8")
    return folder


def test_without_a_file_everything_has_its_default(tmp_path: Path) -> None:
    assert read_config(tmp_path) == RegisterConfig(Appearance(), None)
    assert read_config(written(tmp_path, "[agent]\npush_seconds = 2.0\n")) == RegisterConfig()


def test_what_is_set_holds(tmp_path: Path) -> None:
    written(tmp_path, '[register]\ntheme = "dark"\nprinter_folder = "paper"\n')

    assert read_config(tmp_path) == RegisterConfig(Appearance("dark"), tmp_path / "paper")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[register", "cannot be read"),
        ("[register]\ncolour = 1\n", "does not know colour"),
        ("register = 1\n", "does not know register"),
        ('[register]\ntheme = "pink"\n', "theme is 'pink'"),
        ("[register]\nscale = 120\n", "scale is 120; it can be 100, 115, 130"),
        ("[register]\nleft_handed = 1\n", "left_handed is 1; it can be false, true"),
        ("[register]\nprinter_folder = 7\n", "not the path of a folder"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(ConfigBroken, match=words):
        read_config(written(tmp_path, text))


def test_what_is_chosen_at_the_register_goes_before_its_file(tmp_path: Path) -> None:
    written(tmp_path, '[register]\ntheme = "dark"\nscheme = "large"\n')
    assert read_look(tmp_path) == Appearance("dark", "large")

    keep_look(tmp_path, Appearance("light", "standard", 130, left_handed=True))

    assert read_look(tmp_path) == Appearance("light", "standard", 130, left_handed=True)
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize("text", ["{", "[]", '{"theme": "pink", "scale": true, "colour": 1}'])
def test_a_broken_choice_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "appearance.json").write_text(text, encoding="utf-8")

    assert read_look(tmp_path) == Appearance()


def test_a_broken_file_does_not_keep_the_window_from_opening(tmp_path: Path) -> None:
    assert read_look(written(tmp_path, "[register")) == Appearance()
