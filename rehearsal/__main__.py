"""`kassa rehearse FILE...`: plays scenario files and ends with how many passed."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from rehearsal.children import end_on_signals, spawn
from rehearsal.nursery import opened_nursery
from rehearsal.runner import as_data, play_files

ENDINGS = (".yaml", ".yml")
"""How the name of a scenario file in a folder ends."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Play the files named; 0 only if all passed."""
    parser = argparse.ArgumentParser(prog="kassa rehearse", description="Play scenario files.")
    parser.add_argument(
        "files", metavar="FILE", nargs="+", type=Path, help="a scenario file, or a folder of them"
    )
    parser.add_argument("--json", metavar="FILE", type=Path, help="write the result as data, too")
    parser.add_argument("--keep", metavar="DIR", type=Path, help="keep each file's databases and logs in DIR")
    asked = parser.parse_args(arguments)
    end_on_signals()
    if asked.json is not None and not asked.json.parent.is_dir():
        parser.error(f"--json: there is no folder {asked.json.parent} to write into")
    files: list[Path] = []
    for path in asked.files:
        found = (
            sorted(each for each in path.rglob("*") if each.suffix in ENDINGS) if path.is_dir() else [path]
        )
        if not found:
            parser.error(f"there is no scenario file in {path}")
        files += found
    with opened_nursery() as nursery:
        start = nursery.start if nursery else spawn
        results = play_files(files, lambda line: print(line, flush=True), asked.keep, start)
    if asked.json is not None:
        asked.json.write_text(json.dumps(as_data(results), indent=2) + "\n", encoding="utf-8")
    return 0 if all(result.passed for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
