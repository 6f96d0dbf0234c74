"""Each import contract refuses an import planted against it, and guards packages that exist.

A misspelt package in a contract is accepted in silence and guards nothing; hence both halves.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
CONFIG = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
CONTRACTS = {contract["id"]: contract for contract in CONFIG["contracts"]}

# What the rules allow: every exception written into a contract is used here, and the tree stays well.
ALLOWED = {
    "retail/money.py": "import decimal",
    "retail/receipt.py": "import retail.wire.uploads",
    "retail/wire/uploads.py": "import pydantic\nimport retail.money",
    "channel_db/engine.py": "import sqlalchemy\nimport retail.money",
    "pos_app/ui/window.py": "import PySide6.QtWidgets\nimport pos_app.views",
    "pos_app/views.py": "import dataclasses",
    "pos_app/binder.py": "import PySide6.QtCore",
    "pos_app/lanes.py": "import PySide6.QtCore",
    "pos_app/devices/paper.py": "import PySide6.QtGui",
    "pos_app/bootstrap.py": "import PySide6.QtWidgets\nimport sync_agent.hq_client\nimport channel_db.engine",
    "sync_agent/hq_client.py": "import requests\nimport retail.wire.uploads\nimport channel_db.engine",
    "card_terminal/port.py": "import retail.cards",
    "headquarters/app.py": "import fastapi\nimport retail.wire.uploads\nimport card_terminal.port",
    "rehearsal/tour.py": "import pos_app.ui.window\nimport sync_agent.hq_client\nimport headquarters.app",
}


@dataclass(frozen=True)
class Planted:
    """A file with one import that its contract must refuse."""

    contract: str
    file: str
    imports: str

    @property
    def module(self) -> str:
        return self.file.removesuffix(".py").replace("/", ".")


PLANTED = [
    Planted("layers", "retail/upward.py", "channel_db.engine"),
    Planted("layers", "channel_db/upward.py", "sync_agent.hq_client"),
    Planted("layers", "card_terminal/upward.py", "headquarters.app"),
    Planted("layers", "headquarters/playing.py", "rehearsal.tour"),
    Planted("layers", "pos_app/playing.py", "rehearsal.tour"),
    Planted("pure-domain", "retail/drawn.py", "PySide6"),
    Planted("pure-domain", "retail/stored.py", "sqlalchemy"),
    Planted("pure-domain", "retail/sent.py", "requests"),
    Planted("pure-domain", "retail/paced.py", "apscheduler"),
    Planted("pure-domain", "retail/wire/sent.py", "requests"),
    Planted("pydantic-on-the-wire", "retail/modelled.py", "pydantic"),
    Planted("pydantic-on-the-wire", "retail/quickened.py", "msgspec"),
    Planted("qt-in-the-window", "pos_app/operations.py", "PySide6"),
    Planted("qt-in-the-window", "sync_agent/drawn.py", "PySide6"),
    Planted("qt-in-the-window", "headquarters/drawn.py", "PySide6"),
    Planted("widgets-without-database", "pos_app/ui/direct.py", "channel_db.engine"),
    Planted("widgets-without-database", "pos_app/ui/roundabout.py", "pos_app.bootstrap"),
    Planted("widgets-without-database", "pos_app/ui/raw.py", "sqlalchemy"),
    Planted("hq-without-register", "headquarters/peeking.py", "channel_db.engine"),
    Planted("register-without-hq", "sync_agent/peeking.py", "headquarters.app"),
    Planted("register-without-hq", "pos_app/peeking.py", "headquarters.app"),
    Planted("agent-behind-bootstrap", "pos_app/impatient.py", "sync_agent.hq_client"),
]


def lint_imports(tree: Path, files: dict[str, str]) -> str:
    """What import-linter says about a tree of these files under the project's own contracts."""
    shutil.copy(CHECKOUT / "pyproject.toml", tree)
    for name, text in files.items():
        file = tree / name
        file.parent.mkdir(parents=True, exist_ok=True)
        for folder in (file.parent, *file.parent.relative_to(tree).parents):
            if folder != Path():
                (tree / folder / "__init__.py").touch()
        file.write_text(text + "\n", encoding="utf-8")
    (tree / "__init__.py").unlink(missing_ok=True)
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", command, "--no-cache"],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree), "COLUMNS": "200", "NO_COLOR": "1"},
        check=False,
        capture_output=True,
        text=True,
        timeout=300,
    )
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def refusals(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What is said about a tree with all the planted imports at once."""
    planted = {plant.file: f"import {plant.imports}" for plant in PLANTED}
    return lint_imports(tmp_path_factory.mktemp("planted"), {**ALLOWED, **planted})


@pytest.mark.parametrize("plant", PLANTED, ids=lambda plant: f"{plant.contract}: {plant.module}")
def test_planted_import_is_refused(refusals: str, plant: Planted) -> None:
    name = CONTRACTS[plant.contract]["name"]

    heading = f"\n{name}\n{'-' * len(name)}\n"
    assert heading in refusals, refusals
    section = refusals.split(heading)[1].split("\n---", 1)[0]
    assert f"{plant.module} -> {plant.imports}" in section, section


def test_every_contract_has_a_planted_import() -> None:
    assert {plant.contract for plant in PLANTED} == set(CONTRACTS)


def test_what_the_rules_allow_is_kept(tmp_path: Path) -> None:
    said = lint_imports(tmp_path, ALLOWED)

    assert f"Contracts: {len(CONTRACTS)} kept, 0 broken." in said, said


def named_packages() -> set[str]:
    """Every package and module the contracts name, without their wildcards."""
    names = set(CONFIG["root_packages"])
    for contract in CONTRACTS.values():
        for key in ("source_modules", "forbidden_modules"):
            names.update(contract.get(key, []))
        for layer in contract.get("layers", []):
            names.update(part.strip() for part in layer.split(":"))
        for line in contract.get("ignore_imports", []):
            names.update(part.strip().removesuffix(".**") for part in line.split("->"))
    return names


@pytest.mark.parametrize("name", sorted(named_packages()))
def test_contracts_name_packages_that_exist(name: str) -> None:
    assert importlib.util.find_spec(name) is not None, f"a contract names {name}, which does not exist"


def test_every_package_of_the_checkout_is_under_the_contracts() -> None:
    packages = {file.parent.name for file in CHECKOUT.glob("*/__init__.py")} - {"tests", "benchmarks"}

    assert packages <= set(CONFIG["root_packages"])


def test_contract_names_are_sentences() -> None:
    assert all(len(contract["name"].split()) >= 5 for contract in CONTRACTS.values())
