"""The calls that were heard under the counters that still count, so that none is taken twice word for word.

What a counter has left behind is refused by the counter; this remembers the rest. A process alone remembers it by
itself, of every device so many calls at most. Several on one database have it in a table of that, which costs no sync,
and of which a device's next counter clears what does not count any more.
"""

import threading
from collections import OrderedDict
from typing import Any

CALLS_MAX = 2000
"""So many calls are remembered of one counter; a register makes some ten in the half minute that one lasts."""
COUNTERS_MAX = 2
DEVICES_MAX = 20_000


class Heard:
    """What was heard of each device under its present counter and the one before it; any thread may ask."""

    def __init__(self, calls_max: int = CALLS_MAX, devices_max: int = DEVICES_MAX) -> None:
        self._calls_max, self._devices_max = calls_max, devices_max
        self._devices: OrderedDict[int, OrderedDict[str, OrderedDict[str, None]]] = OrderedDict()
        self._lock = threading.Lock()

    def is_first(self, device: int, counter: str, nonce: str) -> bool:
        """Note this call, and say whether it is the first of its kind."""
        with self._lock:
            counters = self._devices.setdefault(device, OrderedDict())
            self._devices.move_to_end(device)
            nonces = counters.setdefault(counter, OrderedDict())
            if nonce in nonces:
                return False
            nonces[nonce] = None
            _only(nonces, self._calls_max)
            _only(counters, COUNTERS_MAX)
            _only(self._devices, self._devices_max)
        return True


def _only(kept: OrderedDict[Any, Any], count: int) -> None:
    """Forget what was noted first, beyond so many."""
    while len(kept) > count:
        kept.popitem(last=False)
