"""One setting that waits to be published, of whatever it is a setting."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Changed:
    """One setting that waits: what registers work by, and what they will."""

    name: str
    before: Any
    after: Any
