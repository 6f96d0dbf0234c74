"""What the health page and the log bundle show."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from retail.looks import Look

if TYPE_CHECKING:
    from pos_app.operations.registry import Outcome


@dataclass(frozen=True, slots=True)
class Examined:
    """What a look at this register found; only the desk reads it."""

    findings: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class HealthRowView:
    """One thing that was looked at: how it is in a word, what was seen or is to be done, and when it was checked.

    `test` names the device that can be tested by itself, and `operation` what tests it where that is one.
    """

    name: str
    words: str
    how: str
    glyph: str
    checked: str = ""
    test: str = ""
    operation: str = ""


@dataclass(frozen=True, slots=True)
class HealthView:
    """S70: the verdict with when it was made, and every finding, the worst first.

    `header` says which program, layout and tables these are and since when they run; `id` names this register to
    whoever helps.
    """

    sentence: str
    rows: tuple[HealthRowView, ...]
    header: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class BundleFileView:
    """One file of a log bundle and its size."""

    name: str
    size: str


@dataclass(frozen=True, slots=True)
class BundleView:
    """A log bundle before it is saved; only the desk reads `content`."""

    files: tuple[BundleFileView, ...]
    content: tuple[object, ...] = ()


DRAWER, TERMINAL = "cash drawer", "card terminal"
"""What the findings about these are called."""


class HealthDesk(Protocol):
    """The desk as far as it looks after the register itself. All but `view`, `layout`, `profile` and its
    pictures may run beside the lane.
    """

    def examine(self) -> Examined:
        """Look at everything; nothing is changed."""

    def test(self, examined: Examined, device: str) -> Examined:
        """Look at one device anew, and at nothing else. The card terminal is asked on the lane, as for payments."""

    def view(self, examined: Examined) -> HealthView:
        """What was found, in words."""

    def profile(self) -> Look:
        """The visual profile that headquarters has this register wear."""

    def profile_pictures(self) -> tuple[str, str]:
        """Where logo and background of it lie; empty for none."""

    def layout(self) -> str:
        """The name of the layout that this register shows."""

    def gather(self, examined: Examined) -> BundleView:
        """What a log bundle would hold; nothing is saved."""

    def save(self, bundle: BundleView) -> "Outcome":
        """Save a bundle, and say where it lies."""
