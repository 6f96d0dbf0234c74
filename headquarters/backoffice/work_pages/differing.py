"""In what two texts of one document differ, field by field."""

import json
from collections.abc import Iterator
from typing import Any

SHOWN_MAX = 100
NOTHING = "–"


def differing(known: str, other: str) -> list[tuple[str, str, str]]:
    """The fields that are not the same in both, with what each says; none where one of them cannot be read."""
    try:
        ours, theirs = dict(_flat("", json.loads(known))), dict(_flat("", json.loads(other)))
    except (ValueError, RecursionError):
        return []
    found = [
        (name, ours.get(name, NOTHING), theirs.get(name, NOTHING))
        for name in {**ours, **theirs}
        if ours.get(name) != theirs.get(name)
    ]
    return found[:SHOWN_MAX]


def _flat(name: str, value: Any) -> Iterator[tuple[str, str]]:
    parts = (
        value.items() if isinstance(value, dict) else enumerate(value, 1) if isinstance(value, list) else ()
    )
    if not parts:
        yield name, json.dumps(value, ensure_ascii=False)
    for key, part in parts:
        yield from _flat(f"{name} {key}".strip(), part)
