"""Repairing a parked document: its values one by one, and the text they make once some of them are put right."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from headquarters.errors import Refusal

FIXED = ("id", "kind", "register_name", "store", "epoch", "number", "receipt_number", "type", "made_at")
"""Who said it, when, and under which number: that stays as it came."""
VALUES_MAX = 2500
Steps = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a document: where it stands, and how it is written."""

    path: str
    shown: str


def values_of(text: str) -> list[Value]:
    """The values of a document that a person may put right; none where its text is no document at all."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return []
    if not isinstance(found, dict):
        return []
    values = [
        Value(_path(steps), _shown(value)) for steps, value in _leaves(found, ()) if steps[0] not in FIXED
    ]
    return values if len(values) <= VALUES_MAX else []


def repaired_text(text: str, typed: Mapping[str, str]) -> str:
    """The text with what was typed in the place of what stood there; each value stays of its kind.

    Raises:
        Refusal: nothing was put right, or a number is none (422).
    """
    found: Any = json.loads(text)
    changed = 0
    for steps, value in list(_leaves(found, ())):
        path = _path(steps)
        if path in typed and steps[0] not in FIXED and typed[path] != _shown(value):
            _put(found, steps, _read(path, typed[path], value))
            changed += 1
    if not changed:
        raise Refusal(422, "Nothing was put right. Correct a value, then post it.")
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _leaves(value: Any, steps: Steps) -> Iterator[tuple[Steps, Any]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _leaves(inner, (*steps, name))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _leaves(inner, (*steps, place))
    else:
        yield steps, value


def _path(steps: Steps) -> str:
    return " / ".join(str(step + 1) if isinstance(step, int) else step for step in steps)


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _read(path: str, typed: str, before: Any) -> Any:
    """What was typed, of the kind that stood there; what was empty or yes or no may be any of these, or a number."""
    if isinstance(before, str):
        return typed
    try:
        value = json.loads(typed)
    except ValueError:
        value = typed
    fits = isinstance(value, bool | int | float) or value is None or before is None
    if not fits:
        raise Refusal(422, f"{path}: {typed[:80]!r} is no number. Type one, true, false or null.")
    return value


def _put(found: Any, steps: Steps, value: Any) -> None:
    for step in steps[:-1]:
        found = found[step]
    found[steps[-1]] = value
