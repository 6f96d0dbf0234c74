"""Visual profiles: how a register looks, and which accent colours can be read on it."""

import re
from dataclasses import dataclass

from retail.errors import CannotBe
from retail.messages import Message, say

COLOUR = re.compile("#[0-9A-Fa-f]{6}")
DIGEST = re.compile("[0-9a-f]{64}")
THEMES = ("light", "dark")
SCHEMES = ("standard", "large")
SCALES = (100, 115, 130)
"""Text sizes in percent. The large scheme has sizes of its own."""
SIGN_IN_BOXES = ("centre", "right")
KEYS = ("own", "system")
"""Whose letters come when a finger touches a field: the register's own, or the operating system's."""
WORDS_MIN, EDGE_MIN = 4.5, 3.0
"""The least contrast of the white words on an accent, and of its edge with what lies behind it."""
ON_ACCENT = "#FFFFFF"
BEHIND = {"light": ("#EEF1F5", "#FFFFFF"), "dark": ("#0F1319", "#191F28")}
"""What a button of the accent colour can stand on, by theme."""
_STEPS = 100


@dataclass(frozen=True, slots=True)
class Look:
    """What a visual profile says; what it does not say ("" or None) is as it would be without it.

    `scale` is the size of texts in percent, `left_handed` puts the receipt at the right. There is an accent for each
    theme, as `#0B5CAD`, and a colour of the header. `logo` and `background` are pictures by their SHA-256: the one
    above the box of the sign-in, the other behind it. `show_date`: the day stands below the time.
    """

    name: str = ""
    theme: str = ""
    scheme: str = ""
    scale: int | None = None
    left_handed: bool | None = None
    accent_light: str = ""
    accent_dark: str = ""
    header_light: str = ""
    header_dark: str = ""
    sign_in_box: str = ""
    show_date: bool | None = None
    keys: str = ""
    logo: str = ""
    background: str = ""

    def __post_init__(self) -> None:
        for allowed, value in (
            (("", *THEMES), self.theme), (("", *SCHEMES), self.scheme), ((None, *SCALES), self.scale),
            (("", *SIGN_IN_BOXES), self.sign_in_box), (("", *KEYS), self.keys),
        ):  # fmt: skip
            if value not in allowed:
                choices = ", ".join(str(each) for each in allowed[1:])
                raise CannotBe(
                    "the visual profile says '{value}'; it can be {choices}", value=value, choices=choices
                )
        for theme, accent in zip(THEMES, (self.accent_light, self.accent_dark), strict=True):
            fault = accent_fault(theme, accent)
            if fault is not None:
                raise CannotBe("the visual profile cannot have this accent: {fault}", fault=fault)
        for header in (self.header_light, self.header_dark):
            if header_fault(header) is not None:
                raise CannotBe(
                    "the visual profile cannot have this header: '{value}' is no colour", value=header
                )
        for picture in (self.logo, self.background):
            if picture and not DIGEST.fullmatch(picture):
                raise CannotBe(
                    "the visual profile names the picture '{value}', which is no SHA-256", value=picture
                )


@dataclass(frozen=True, slots=True)
class RegisterLook:
    """The look of one register, which stands above its store's."""

    register: str
    look: Look


def look_at(register: str, own: tuple[RegisterLook, ...], of_store: Look) -> Look:
    """The look of a register: its own, else the one of its store."""
    return next((each.look for each in own if each.register == register), of_store)


def accent_fault(theme: str, accent: str) -> Message | None:
    """Why a colour cannot be the accent of a theme, with the nearest shade that can; None where it can or is empty."""
    if not accent:
        return None
    if not COLOUR.fullmatch(accent):
        return say("A colour is written like #0B5CAD. Type it so.")
    words, edge = _contrasts(theme, accent)
    if words >= WORDS_MIN and edge >= EDGE_MIN:
        return None
    nearest = nearest_accent(theme, accent)
    if words < WORDS_MIN:
        return say(
            "White words on {colour} have a contrast of {contrast}; they need {least}. The nearest that can be read is "
            "{nearest}.",
            colour=accent, contrast=_cut(words), least=str(WORDS_MIN), nearest=nearest,
        )  # fmt: skip
    return say(
        "A button of {colour} has a contrast of {contrast} with what is behind it; it needs {least}. The nearest that "
        "can be seen is {nearest}.",
        colour=accent, contrast=_cut(edge), least=str(EDGE_MIN), nearest=nearest,
    )  # fmt: skip


def header_fault(header: str) -> Message | None:
    """Why a colour cannot be the header's; None where it can or is empty. Its words are black or white, so any can."""
    return (
        None
        if not header or COLOUR.fullmatch(header)
        else say("A colour is written like #0B5CAD. Type it so.")
    )


def words_on(colour: str) -> str:
    """Black or white, whichever can be read better on a colour: its contrast is 4.58 at least.

    >>> words_on("#0B5CAD"), words_on("#FFD667")
    ('#FFFFFF', '#000000')
    """
    return max(("#FFFFFF", "#000000"), key=lambda each: contrast(each, colour))


def nearest_accent(theme: str, accent: str) -> str:
    """The nearest darker or lighter shade of a colour that can be the accent of a theme."""
    tried = (
        mixed(accent, other, step / _STEPS) for step in range(_STEPS) for other in ("#000000", "#FFFFFF")
    )
    return next(each for each in tried if _passes(theme, each))


def mixed(colour: str, other: str, share: float) -> str:
    """A colour with a share (0 to 1) of another in it."""
    pairs = zip(_parts(colour), _parts(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02X}" for one, two in pairs)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG counts it, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _passes(theme: str, accent: str) -> bool:
    words, edge = _contrasts(theme, accent)
    return words >= WORDS_MIN and edge >= EDGE_MIN


def _contrasts(theme: str, accent: str) -> tuple[float, float]:
    """Of the words on an accent, and of its edge where that is least."""
    return contrast(ON_ACCENT, accent), min(contrast(accent, each) for each in BEHIND[theme])


def _cut(number: float) -> str:
    """With two decimals, never rounded up to what it has not reached."""
    return f"{int(number * 100) / 100:.2f}"


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (each / 255 for each in _parts(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


NO_LOOK = Look()
"""Of a register to which headquarters says nothing of how it looks."""
