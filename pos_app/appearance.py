"""How somebody wants the window to look: colours, scheme, text size, the side of the receipt; and who said which."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from retail.looks import NO_LOOK, Look, mixed, words_on

CHOSEN = ("theme", "scheme", "scale", "left_handed")
"""What can be chosen at the register."""
PROFILED = (
    "accent_light", "accent_dark", "header_light", "header_dark", "sign_in_box", "show_date", "keys",
)  # fmt: skip
"""What headquarters alone says."""
PRESSED = 0.3
"""So much black is in the accent of a button that is pressed."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """`scale` is the size of texts in percent; `left_handed` puts the receipt at the right.

    An accent is a colour for the main buttons of a theme, and there is one for its header; empty for the theme's own.
    `sign_in_box` is where the box of the sign-in stands, `keys` whose letters come for fingers, see `retail.looks`.
    """

    theme: str = "light"
    scheme: str = "standard"
    scale: int = 100
    left_handed: bool = False
    accent_light: str = ""
    accent_dark: str = ""
    header_light: str = ""
    header_dark: str = ""
    sign_in_box: str = "centre"
    show_date: bool = False
    keys: str = "own"


PLAIN = Appearance()
"""How it looks where nobody chose anything."""


@dataclass(frozen=True, slots=True)
class Layers:
    """What somebody chose at the register (`own`) lies over headquarters' `profile`, that over the `plain` look."""

    plain: Appearance = PLAIN
    profile: Look = NO_LOOK
    own: Mapping[str, Any] = field(default_factory=dict)

    @property
    def look(self) -> Appearance:
        """How the window looks by all of it."""
        said = {name: getattr(self.profile, name) for name in (*CHOSEN, *PROFILED)}
        profiled = {name: value for name, value in said.items() if value is not None and value != ""}
        return replace(self.plain, **{**profiled, **self.own})

    @property
    def is_over(self) -> bool:
        """Something that was chosen here lies over a profile."""
        return bool(self.own) and self.profile != NO_LOOK

    def choosing(self, look: Appearance) -> "Layers":
        """The same with what of this look is otherwise as somebody's choice."""
        now = self.look
        changed = {name: getattr(look, name) for name in CHOSEN if getattr(look, name) != getattr(now, name)}
        return replace(self, own={**self.own, **changed})


def own_colours(look: Appearance) -> dict[str, str]:
    """The colours that accent and header of a look take the place of, by their tokens; none without them."""
    is_dark = look.theme == "dark"
    accent = look.accent_dark if is_dark else look.accent_light
    header = look.header_dark if is_dark else look.header_light
    said = {"accent": accent, "accent_pressed": mixed(accent, "#000000", PRESSED)} if accent else {}
    if header:
        said |= {"header": header, "on_header": words_on(header), "on_header_quiet": words_on(header)}
    return said
