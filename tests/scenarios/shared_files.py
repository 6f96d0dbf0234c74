"""The shared scenario files, where they lie, in two parts that two workers can play at once."""

from tests.conftest import find_shared

_FOLDER = find_shared()
_EVERY = [] if _FOLDER is None else sorted((_FOLDER / "scenarios").rglob("*.yaml"))
_ORDERS = ("cancel", "orders", "pickup", "quotes", "returns")

OF_ORDERS = [path for path in _EVERY if path.parent.name in _ORDERS]
OF_OTHERS = [path for path in _EVERY if path.parent.name not in _ORDERS]
