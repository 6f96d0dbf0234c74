"""What a comparison rested on and found; while the first is the same, so is the second."""

from typing import NamedTuple

from retail.wire.tally import Difference

Figures = tuple[int, ...]


class Compared(NamedTuple):
    """The tally and the figures of headquarters' own rows that were compared, and the differences."""

    digest: str
    epoch: str
    first: int
    last: int
    figures: Figures
    differences: tuple[Difference, ...]
