"""Visual profiles by the rule of contrast: what can be read passes, the rest is refused with the nearest that can."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.errors import CannotBe
from retail.looks import (
    NO_LOOK,
    THEMES,
    WORDS_MIN,
    Look,
    RegisterLook,
    accent_fault,
    contrast,
    header_fault,
    look_at,
    mixed,
    nearest_accent,
    words_on,
)


def test_contrast_is_counted_as_wcag_does_and_either_way_round() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#0B5CAD", "#FFFFFF") == pytest.approx(6.67, abs=0.005)


@pytest.mark.parametrize(("theme", "own"), [("light", "#0B5CAD"), ("dark", "#2A72C4"), ("dark", "")])
def test_the_accent_of_a_theme_itself_and_none_pass(theme: str, own: str) -> None:
    assert accent_fault(theme, own) is None


@pytest.mark.parametrize("text", ["blue", "#FFF", "#GGGGGG", "0B5CAD", "#0B5CADFF"])
def test_what_is_no_colour_is_refused(text: str) -> None:
    assert str(accent_fault("light", text)) == "A colour is written like #0B5CAD. Type it so."


def test_white_words_have_to_be_legible_and_a_button_to_be_seen() -> None:
    assert str(accent_fault("light", "#FFCC00")) == (
        "White words on #FFCC00 have a contrast of 1.51; they need 4.5. The nearest that can be read is #8F7200."
    )
    assert str(accent_fault("dark", "#0B5CAD")) == (
        "A button of #0B5CAD has a contrast of 2.48 with what is behind it; it needs 3.0. The nearest that can be seen "
        "is #216BB4."
    )


def test_a_contrast_is_not_rounded_up_to_one_that_would_do() -> None:
    assert contrast("#FFFFFF", "#777777") == pytest.approx(4.478, abs=0.001)
    assert "contrast of 4.47;" in str(accent_fault("light", "#777777"))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("colour", ["#FFCC00", "#00FF00", "#000000", "#FFFFFF", "#123456", "#FE00DC"])
def test_every_colour_has_a_shade_that_passes(theme: str, colour: str) -> None:
    assert accent_fault(theme, nearest_accent(theme, colour)) is None


def test_a_mixture_goes_from_one_colour_to_the_other() -> None:
    assert [mixed("#000000", "#FF8000", share) for share in (0, 0.5, 1)] == ["#000000", "#804000", "#FF8000"]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"theme": "pink"}, "the visual profile says 'pink'; it can be light, dark"),
        ({"scheme": "tiny"}, "it can be standard, large"),
        ({"scale": 150}, "it can be 100, 115, 130"),
        ({"sign_in_box": "left"}, "it can be centre, right"),
        ({"keys": "none"}, "it can be own, system"),
        ({"header_dark": "yellow"}, "cannot have this header: 'yellow' is no colour"),
        ({"logo": "logo.png"}, "names the picture 'logo.png', which is no SHA-256"),
        ({"accent_light": "#FFCC00"}, "cannot have this accent: White words on #FFCC00"),
        ({"accent_dark": "#111111"}, "cannot have this accent: A button of #111111"),
    ],
)
def test_a_look_that_no_register_has_cannot_be(said: dict[str, object], words: str) -> None:
    with pytest.raises(CannotBe) as refused:
        Look(**said)  # type: ignore[arg-type]
    assert words in str(refused.value.message)


def test_a_look_names_its_pictures_by_their_digests() -> None:
    assert Look(logo="0" * 64, background="a" * 64, header_light="#FFD667").background == "a" * 64


@given(st.integers(0, 0xFFFFFF))
def test_the_words_on_any_colour_of_a_header_can_be_read(number: int) -> None:
    header = f"#{number:06X}"

    assert header_fault(header) is None
    assert contrast(words_on(header), header) >= WORDS_MIN


def test_what_is_no_colour_is_no_header_and_none_is_the_themes_own() -> None:
    assert str(header_fault("yellow")) == "A colour is written like #0B5CAD. Type it so."
    assert header_fault("") is None


def test_the_look_of_a_register_goes_before_its_stores() -> None:
    evening, day = Look("Evening", "dark"), Look("Day", "light")

    assert look_at("R-1", (RegisterLook("R-1", evening),), day) == evening
    assert look_at("R-2", (RegisterLook("R-1", evening),), day) == day
    assert look_at("R-2", (), NO_LOOK) == NO_LOOK
