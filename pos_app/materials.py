"""The bill of materials: everything that is installed to run Kassa, with hashes and licences, as CycloneDX 1.6.

`./kassa materials` writes it to its output, made of the lock and the notices alone; no network is needed.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parent.parent
PIN = re.compile(r"(?P<name>[a-z0-9-]+)(\[[a-z0-9,-]+\])?==(?P<version>[0-9][\w.]*)(?P<where> ; .+?)? \\")
HASH = re.compile(r"    --hash=sha256:(?P<hash>[0-9a-f]{64})")
NOTICE = re.compile(r"^\| (?P<names>[^|`]+) \| (?P<licence>[^|]+) \| (?P<source>[^|]+) \|$", re.MULTILINE)
BUNDLED = re.compile(
    r"^\| `(?P<files>resources/[^`]+)` \((?P<name>[^)]+)\) \| (?P<licence>[\w.-]+)[^|]* \| (?P<source>[^|]+) \|$",
    re.MULTILINE,
)


def bill(checkout: Path = CHECKOUT) -> dict[str, Any]:
    """The bill of this checkout; the same checkout gives the same one."""
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    notices = (checkout / "THIRD-PARTY-NOTICES.md").read_text(encoding="utf-8")
    licences = _licences(notices)
    packages = [_package(licences, *each) for each in _pinned(checkout / "requirements.lock")]
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application", "bom-ref": "kassa", "name": "kassa", "version": project["version"],
                "licenses": [{"license": {"id": "MIT"}}],
            },
        },
        "components": [*packages, *_bundled(notices)],
        "dependencies": [{"ref": "kassa", "dependsOn": [each["bom-ref"] for each in packages]}],
    }  # fmt: skip


def _pinned(lock: Path) -> Iterator[tuple[str, str, str, list[str]]]:
    """Each pin of a lock: its name, version, where alone it is installed, and the hashes of its files."""
    found: tuple[str, str, str, list[str]] | None = None
    for line in lock.read_text(encoding="utf-8").splitlines():
        pin, hashed = PIN.fullmatch(line), HASH.match(line)
        if pin is not None:
            if found is not None:
                yield found
            found = pin["name"], pin["version"], (pin["where"] or "").removeprefix(" ; "), []
        elif hashed is not None and found is not None:
            found[3].append(hashed["hash"])
    if found is not None:
        yield found


def _package(
    licences: Mapping[str, str], name: str, version: str, where: str, hashes: Sequence[str]
) -> dict[str, Any]:
    purl = f"pkg:pypi/{name}@{version}"
    part: dict[str, Any] = {
        "type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl,
        "scope": "optional" if where else "required",
        "licenses": [{"license": {"name": licences[name]}}],
        "externalReferences": [
            {
                "type": "distribution", "url": purl,
                "hashes": [{"alg": "SHA-256", "content": each} for each in hashes],
            },
        ],
    }  # fmt: skip
    if where:
        part["properties"] = [{"name": "kassa:installed-where", "value": where}]
    return part


def _licences(notices: str) -> dict[str, str]:
    """The licence of each package that the notices name."""
    found = {}
    for row in NOTICE.finditer(notices):
        for name in re.sub(r"\(.*?\)", "", row["names"]).split(","):
            found[name.strip().lower().replace("_", "-")] = row["licence"].strip()
    return found


def _bundled(notices: str) -> Iterator[dict[str, Any]]:
    """What of others lies in the checkout itself and goes out with it."""
    for row in BUNDLED.finditer(notices):
        yield {
            "type": "data", "bom-ref": row["files"], "name": row["name"],
            "licenses": [{"license": {"id": row["licence"]}}],
            "externalReferences": [{"type": "vcs", "url": f"https://{row['source'].strip()}"}],
        }  # fmt: skip


def main(arguments: Sequence[str]) -> int:
    """Write the bill."""
    if arguments:
        sys.stderr.write("kassa materials takes no arguments; send its output into a file.\n")
        return 2
    sys.stdout.write(json.dumps(bill(), indent=2, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
