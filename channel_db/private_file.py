"""Small files that only their owner may read: the whole file, or the one before it."""

import json
import os
from collections.abc import Mapping
from pathlib import Path


def write_private(file: Path, values: Mapping[str, str]) -> None:
    """Keep these values as JSON, on the disk when this returns."""
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_name(file.name + ".new")
    half.unlink(missing_ok=True)
    descriptor = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as written:
        json.dump(values, written, indent=2)
        written.flush()
        os.fsync(written.fileno())
    half.replace(file)
