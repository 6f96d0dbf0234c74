"""How far two pictures of a window are apart, as ux 18.7 counts it."""

from PySide6.QtGui import QImage

CHANNEL_TOLERANCE = 8
SHARE_MAX = 0.001
"""So many of the pixels may differ by more than the tolerance in a channel."""


def share_that_differs(one: QImage, other: QImage) -> float:
    """The share of pixels that look different; all of them where the sizes differ."""
    if one.size() != other.size():
        return 1.0
    first, second = (memoryview(image.constBits()).cast("I") for image in (one, other))
    if first == second:
        return 0.0
    pairs = ((a, b) for a, b in zip(first, second, strict=True) if a != b)
    count = sum(
        any(abs((a >> by & 255) - (b >> by & 255)) > CHANNEL_TOLERANCE for by in (0, 8, 16)) for a, b in pairs
    )
    return count / len(first)
