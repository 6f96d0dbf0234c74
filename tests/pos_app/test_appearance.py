"""What a visual profile is checked against is what the register draws; its accent stands for the theme's own."""

from typing import Any

import pytest

from pos_app.appearance import PLAIN, Appearance, Layers, own_colours
from pos_app.ui.sizes import table
from pos_app.ui.theme import Theme
from retail.looks import BEHIND, ON_ACCENT, THEMES, Look, accent_fault, contrast, nearest_accent


@pytest.mark.parametrize("theme", THEMES)
def test_an_accent_is_held_against_the_colours_of_the_theme_itself(theme: str) -> None:
    colours: dict[str, str] = table(theme)["colours"]

    assert BEHIND[theme] == (colours["app"], colours["surface"])
    assert colours["on_fill"] == ON_ACCENT
    assert accent_fault(theme, colours["accent"]) is None


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("wanted", ["#FFCC00", "#00FF00", "#000000", "#FFFFFF", "#FE00DC"])
def test_an_accent_that_passes_keeps_every_floor_of_the_register(theme: str, wanted: str) -> None:
    accent = nearest_accent(theme, wanted)
    worn = Theme(Appearance(theme, accent_light=accent, accent_dark=accent))

    assert worn.colours["accent"] == accent
    floors: list[Any] = table("contrast")["floors"]
    assert [each for each in floors if contrast(worn.colours[each[0]], worn.colours[each[1]]) < each[2]] == []


def test_an_accent_is_worn_in_its_own_theme_alone() -> None:
    assert own_colours(Appearance("light", accent_dark="#E30613")) == {}
    assert own_colours(Appearance("dark", accent_dark="#E30613"))["accent"] == "#E30613"


def test_a_choice_is_over_a_profile_only_where_there_are_both() -> None:
    evening = Look("Evening", "dark")

    assert not Layers(own={"scale": 115}).is_over
    assert not Layers(PLAIN, evening).is_over
    assert Layers(PLAIN, evening, {"scale": 115}).is_over
