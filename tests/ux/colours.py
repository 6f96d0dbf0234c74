"""How colours look to people: contrast, and how far two of them are apart for eyes that see fewer."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations

APART = 10.0
"""Below this ΔE00 two colours do not tell two things apart."""

# Source: Machado, Oliveira, Fernandes 2009, A Physiologically-based Model for Simulation of Color Vision
# Deficiency, table 1, severity 1.0; they work on linear RGB.
SIGHTS: dict[str, tuple[tuple[float, float, float], ...]] = {
    "normal": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


@dataclass(frozen=True)
class Mark:
    """Something a colour stands for, and what else says it."""

    name: str
    colour: str
    glyph: str
    word: str


def confusable_faults(marks: Iterable[Mark]) -> Iterator[str]:
    """Marks of colours that some eyes cannot tell apart differ in glyph and in word."""
    for one, other in combinations(marks, 2):
        sight, apart = min(((sight, difference(one.colour, other.colour, sight)) for sight in SIGHTS),
                           key=lambda pair: pair[1])  # fmt: skip
        if apart < APART and (one.glyph == other.glyph or one.word == other.word):
            yield f"{one.name} and {other.name} look alike ({sight}, ΔE00 {apart:.1f}) and share a glyph or a word"


def linear(colour: str) -> tuple[float, float, float]:
    """`#RRGGBB` as linear light."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _linear(red), _linear(green), _linear(blue)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


@cache
def luminance(colour: str) -> float:
    """The relative luminance of `#RRGGBB`. Source: WCAG 2.2, definition of relative luminance."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def contrast_faults(colours: Mapping[str, str], floors: list[tuple[str, str, float]]) -> Iterator[str]:
    """Every pair of tokens that is less apart than its floor."""
    for text, ground, floor in floors:
        found = contrast(colours[text], colours[ground])
        if found < floor:
            yield f"{text} on {ground} has a contrast of {found:.2f}; at least {floor} is needed"


def difference(one: str, other: str, sight: str = "normal") -> float:
    """The ΔE00 of two colours as this sight has them."""
    return _delta_e_2000(_lab(one, sight), _lab(other, sight))


def _lab(colour: str, sight: str) -> tuple[float, float, float]:
    light = linear(colour)
    seen = [min(1.0, max(0.0, sum(a * b for a, b in zip(row, light, strict=True)))) for row in SIGHTS[sight]]
    red, green, blue = seen
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 216 / 24389 else (841 / 108) * t + 4 / 29 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _delta_e_2000(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """Source: Sharma, Wu, Dalal 2005, The CIEDE2000 Color-Difference Formula."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean_chroma = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    g = 0.5 * (1 - math.sqrt(mean_chroma**7 / (mean_chroma**7 + 25**7)))
    a1, a2 = a1 * (1 + g), a2 * (1 + g)
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = math.degrees(math.atan2(b1, a1)) % 360, math.degrees(math.atan2(b2, a2)) % 360
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    dl, dc = l2 - l1, c2 - c1
    dh = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn) / 2)
    l_mean, c_mean = (l1 + l2) / 2, (c1 + c2) / 2
    h_mean = (h1 + turn / 2) % 360 if c1 * c2 else h1 + h2
    t = (1 - 0.17 * _cos(h_mean - 30) + 0.24 * _cos(2 * h_mean) + 0.32 * _cos(3 * h_mean + 6)
         - 0.20 * _cos(4 * h_mean - 63))  # fmt: skip
    sl = 1 + 0.015 * (l_mean - 50) ** 2 / math.sqrt(20 + (l_mean - 50) ** 2)
    sc, sh = 1 + 0.045 * c_mean, 1 + 0.015 * c_mean * t
    rc = 2 * math.sqrt(c_mean**7 / (c_mean**7 + 25**7))
    rt = -rc * math.sin(math.radians(60 * math.exp(-(((h_mean - 275) / 25) ** 2))))
    return math.sqrt((dl / sl) ** 2 + (dc / sc) ** 2 + (dh / sh) ** 2 + rt * (dc / sc) * (dh / sh))


def _cos(degrees: float) -> float:
    return math.cos(math.radians(degrees))
