"""The shared scenario files by name, also where they do not lie, in two parts that two workers can play at once."""

from pathlib import Path

from tests.conftest import find_shared

NAMES = (Path(__file__).parent / "shared_names.txt").read_text(encoding="utf-8").split()
"""Those that are known to be there; without the folder it is these that are counted as not played."""

_ORDERS = ("cancel", "orders", "pickup", "quotes", "returns")


def names_in(scenarios: Path) -> list[str]:
    """Folder and stem of every scenario file that lies here."""
    return [path.relative_to(scenarios).with_suffix("").as_posix() for path in scenarios.rglob("*.yaml")]


def _all_names() -> list[str]:
    """Every name known, and what lies there beside them."""
    folder = find_shared()
    return sorted({*NAMES, *(names_in(folder / "scenarios") if folder else [])})


OF_ORDERS = [name for name in _all_names() if name.partition("/")[0] in _ORDERS]
OF_OTHERS = [name for name in _all_names() if name.partition("/")[0] not in _ORDERS]
