"""The register's settings file: everything optional, everything wrong is named."""

from dataclasses import replace
from pathlib import Path

import pytest

from pos_app.appearance import Appearance
from pos_app.config import (
    CHOSEN_SCANNER,
    CHOSEN_SOUNDS,
    FILE,
    ConfigBroken,
    RegisterConfig,
    keep_layers,
    keep_limits,
    keep_mute,
    read_config,
    read_layers,
)
from pos_app.devices.printer_address import PrinterAddress
from pos_app.ui.scanner_input import DEFAULT_LIMITS, ScannerLimits
from retail.looks import NO_LOOK, Look


def written(folder: Path, text: str) -> Path:
    (folder / "register.toml").write_text(text, encoding="utf-8")
    return folder


def test_without_a_file_everything_has_its_default(tmp_path: Path) -> None:
    assert read_config(tmp_path) == RegisterConfig(Appearance(), None)
    assert read_config(written(tmp_path, "[agent]\npush_seconds = 2.0\n")) == RegisterConfig()


def test_what_is_set_holds(tmp_path: Path) -> None:
    written(tmp_path, '[register]\ntheme = "dark"\nprinter_folder = "paper"\n')

    assert read_config(tmp_path) == RegisterConfig(Appearance("dark"), tmp_path / "paper")


def test_a_printer_on_the_network_is_named_by_its_address(tmp_path: Path) -> None:
    written(tmp_path, '[printer]\naddress = "192.0.2.7:9100"\n')
    assert read_config(tmp_path).printer == PrinterAddress("192.0.2.7", 9100)

    written(tmp_path, '[printer]\naddress = "[2001:db8::7]:9100"\ncolumns = 32\nasks = false\n')
    assert read_config(tmp_path).printer == PrinterAddress("2001:db8::7", 9100, 32, asks=False)


def test_scanner_and_sounds_are_set_in_tables_of_their_own(tmp_path: Path) -> None:
    written(
        tmp_path,
        "[scanner]\nmedian_gap_ms = 45\nhas_suffix = false\n[sounds]\nvolume_percent = 30\nmute = true\n",
    )

    config = read_config(tmp_path)

    assert config.scanner == ScannerLimits(median_gap_ms=45, has_suffix=False)
    assert (config.volume_percent, config.mute) == (30, True)


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
        ("[printer]\ncolumns = 32\n", "needs the address"),
        ('[printer]\naddress = "kitchen"\n', "it is written as"),
        ('[printer]\naddress = "kitchen:0"\n', "it is written as"),
        ('[printer]\naddress = "kitchen:70000"\n', "it is written as"),
        ("[printer]\naddress = 9100\n", "it is written as"),
        ('[printer]\naddress = "p:9100"\ncolumns = 40\n', "columns is 40; it can be 32, 42, 48"),
        ('[printer]\naddress = "p:9100"\nasks = 1\n', "asks is 1; it can be true, false"),
        ("[printer]\nport = 9100\n", r"\[printer\] does not know port"),
        ("[scanner]\nspeed = 7\n", r"\[scanner\] does not know speed"),
        ("[scanner]\ngap_max_ms = 0\n", "gap_max_ms is 0; it can be 1 to 500"),
        ("[scanner]\ngap_max_ms = true\n", "gap_max_ms is True"),
        ("[scanner]\nhas_suffix = 1\n", "has_suffix is 1; it can be true or false"),
        ("[sounds]\nvolume_percent = 101\n", "it can be 0 to 100"),
        ('[sounds]\nmute = "no"\n', "mute is 'no'"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(ConfigBroken, match=words):
        read_config(written(tmp_path, text))


def test_what_is_chosen_at_the_register_goes_before_its_file(tmp_path: Path) -> None:
    written(tmp_path, '[register]\ntheme = "dark"\nscheme = "large"\n')
    layers = read_layers(tmp_path)
    assert layers.look == Appearance("dark", "large")

    keep_layers(tmp_path, layers.choosing(Appearance("light", "standard", 130, left_handed=True)))

    assert read_layers(tmp_path).look == Appearance("light", "standard", 130, left_handed=True)
    assert not list(tmp_path.glob("*.part"))


def test_the_profile_lies_between_the_settings_file_and_what_was_chosen_and_is_kept_for_the_next_start(
    tmp_path: Path,
) -> None:
    written(tmp_path, '[register]\ntheme = "dark"\nscale = 115\n')
    evening = Look("Evening", theme="light", scheme="large", left_handed=True, accent_light="#8F7200")
    layers = replace(read_layers(tmp_path), profile=evening)
    assert layers.look == Appearance("light", "large", 115, left_handed=True, accent_light="#8F7200")

    chosen = layers.choosing(replace(layers.look, theme="dark", left_handed=False))
    assert chosen.own == {"theme": "dark", "left_handed": False}
    keep_layers(tmp_path, chosen)

    assert read_layers(tmp_path) == chosen
    assert chosen.look == Appearance("dark", "large", 115, accent_light="#8F7200")
    assert replace(chosen, own={}).look == layers.look


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"theme": "pink"}', '{"colour": 1}', '{"accent_dark": "#111111"}']
)
def test_a_broken_profile_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "visual_profile.json").write_text(text, encoding="utf-8")

    assert read_layers(tmp_path).profile == NO_LOOK


@pytest.mark.parametrize("text", ["{", "[]", '{"theme": "pink", "scale": true, "colour": 1}'])
def test_a_broken_choice_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "appearance.json").write_text(text, encoding="utf-8")

    assert read_layers(tmp_path).look == Appearance()


def test_a_broken_file_does_not_keep_the_window_from_opening(tmp_path: Path) -> None:
    assert read_layers(written(tmp_path, "[register")).look == Appearance()


def test_what_the_scanner_was_tested_to_be_known_by_goes_before_the_settings_file(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("[scanner]\nmedian_gap_ms = 50\n", encoding="utf-8")
    tested = ScannerLimits(median_gap_ms=20, gap_max_ms=45, has_suffix=False)

    keep_limits(tmp_path, tested)

    assert read_config(tmp_path).scanner == tested
    (tmp_path / FILE).unlink()
    assert read_config(tmp_path).scanner == tested


@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"median_gap_ms": 9000}', '{"median": 1}', '{"has_suffix": 1}']
)
def test_limits_that_cannot_be_used_do_not_stand_in_the_way(content: str, tmp_path: Path) -> None:
    (tmp_path / CHOSEN_SCANNER).write_text(content, encoding="utf-8")

    assert read_config(tmp_path).scanner == DEFAULT_LIMITS


def test_sounds_switched_off_at_the_register_stay_off(tmp_path: Path) -> None:
    keep_mute(tmp_path, mute=True)
    assert read_config(tmp_path).mute

    (tmp_path / FILE).write_text("[sounds]\nmute = true\n", encoding="utf-8")
    keep_mute(tmp_path, mute=False)

    assert not read_config(tmp_path).mute


@pytest.mark.parametrize("content", ["", "[]", "{", "{}", '{"mute": 1}'])
def test_a_choice_of_sounds_that_cannot_be_read_is_none(content: str, tmp_path: Path) -> None:
    (tmp_path / CHOSEN_SOUNDS).write_text(content, encoding="utf-8")

    assert not read_config(tmp_path).mute
