"""How somebody wants the window to look: colours, scheme, text size, and on which side the receipt stands."""

from dataclasses import dataclass

THEMES = ("light", "dark")
SCHEMES = ("standard", "large")
SCALES = (100, 115, 130)
"""Text sizes in percent. The large scheme has sizes of its own."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """`scale` is the size of texts in percent; `left_handed` puts the receipt at the right."""

    theme: str = "light"
    scheme: str = "standard"
    scale: int = 100
    left_handed: bool = False


PLAIN = Appearance()
"""How it looks where nobody chose anything."""
