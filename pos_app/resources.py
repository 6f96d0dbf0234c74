"""Where the files that come with the program are: styles, icons, fonts, layouts."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def resource(*parts: str) -> Traversable:
    """The file or folder `parts` of the resources: inside the package when installed, beside it in a checkout."""
    packed = files("pos_app") / "resources"
    root: Traversable = packed if packed.is_dir() else Path(__file__).resolve().parents[1] / "resources"
    for part in parts:
        root = root / part
    return root
