"""Every dependency has a reason, and the locks install the same files everywhere and name no host."""

import re
import tomllib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")

PIN = re.compile(r"(?P<name>[a-z0-9-]+)(\[[a-z0-9,-]+\])?==(?P<version>[0-9][\w.]*)( ; .+?)? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")


def lock_faults(text: str) -> list[str]:
    """Lines that are neither a pinned name nor a hash: addresses, options, paths, loose versions."""
    return [line for line in text.splitlines() if not (PIN.fullmatch(line) or HASH.fullmatch(line))]


def pins(lock: str) -> dict[str, str]:
    text = (CHECKOUT / lock).read_text(encoding="utf-8")
    return {match["name"]: match["version"] for match in PIN.finditer(text)}


def bare_dependencies(pyproject: str) -> list[str]:
    """Dependencies whose line gives no reason."""
    project = tomllib.loads(pyproject)["project"]
    groups = [project["dependencies"], *project.get("optional-dependencies", {}).values()]
    named = [requirement for group in groups for requirement in group]
    reasoned = re.compile(r'^\s+"(?P<requirement>[^"]+)",?\s+# \S+( \S+){2,}$', re.MULTILINE)
    with_reason = {match["requirement"] for match in reasoned.finditer(pyproject)}
    return [requirement for requirement in named if requirement not in with_reason]


def test_every_dependency_has_its_reason() -> None:
    assert bare_dependencies((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8")) == []


def test_a_dependency_without_a_reason_is_refused() -> None:
    pyproject = '[project]\ndependencies = [\n    "good>=1", # it does what we need\n    "bad>=2",\n]\n'

    assert bare_dependencies(pyproject) == ["bad>=2"]


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_holds_pins_and_hashes_only(lock: str) -> None:
    assert lock_faults((CHECKOUT / lock).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://packages.example/simple",
        "--find-links /srv/wheels",
        "kassa @ file:///srv/kassa",
        "requests>=2 \\",
        "# made by anna on her machine",
        "    --hash=md5:0123",
    ],
)
def test_a_lock_with_anything_else_is_refused(line: str) -> None:
    assert lock_faults(f"requests==2.34.2 \\\n    --hash=sha256:{'0' * 64}\n{line}\n") == [line]


def test_every_pin_has_a_hash() -> None:
    for lock in LOCKS:
        lines = (CHECKOUT / lock).read_text(encoding="utf-8").splitlines()
        after_pins = [
            after for line, after in zip(lines, [*lines[1:], ""], strict=True) if PIN.fullmatch(line)
        ]
        assert [after for after in after_pins if not HASH.fullmatch(after)] == []


def test_both_locks_agree() -> None:
    running, testing = (pins(lock) for lock in LOCKS)

    assert running.items() <= testing.items()


def test_locks_hold_every_dependency() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    def names(requirements: list[str]) -> set[str]:
        found = {re.split(r"[<>=!\[; ]", requirement)[0] for requirement in requirements}
        return {name.lower().replace("_", "-") for name in found}

    assert names(project["dependencies"]) <= pins("requirements.lock").keys()
    assert names(project["optional-dependencies"]["dev"]) <= pins("requirements-dev.lock").keys()


def unnamed_packages(notices: str) -> set[str]:
    """Packages installed to run that the notices do not name."""
    named = {name.lower() for name in re.findall(r"[A-Za-z0-9-]+", notices)}
    return pins("requirements.lock").keys() - named


def test_notices_name_every_package_installed_to_run() -> None:
    assert unnamed_packages((CHECKOUT / "THIRD-PARTY-NOTICES.md").read_text(encoding="utf-8")) == set()


def test_notices_that_leave_one_out_are_refused() -> None:
    notices = (CHECKOUT / "THIRD-PARTY-NOTICES.md").read_text(encoding="utf-8")

    assert unnamed_packages(notices.replace("PyYAML", "").replace("pyyaml", "")) == {"pyyaml"}


def test_qt_is_locked_to_a_release_that_keeps_its_references() -> None:
    assert pins("requirements.lock")["pyside6-essentials"] != "6.12.0"
